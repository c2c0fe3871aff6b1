/** The wire of outputs, assets and metrics. */

"use strict";

const { isMap, isNumberText, isObject, isRawJSON, toNumber, toSeconds, typeName } = require("./conversion.js");
const json = require("./json.js");
const { frame, frameParts } = require("./wire.js");

// Kestra counts a timer in nanoseconds of 64 bits, 9,223,372,036 s at most, and stops reading the stream past that.
const TIMER_SECONDS = 9_000_000_000;

/** Return the line that carries a payload, without its line end. */
function line(payload, path) {
  const pieces = frameParts(json.jsonParts(json.requireMapping(payload, path), path));
  return typeof pieces === "string" ? pieces : "".concat(...pieces); // `join` copies them
}

/** Return the line that carries outputs, a long one in pieces. */
function outputsLine(outputs) {
  const mapping = json.requireMapping(outputs, "outputs");
  if (isMap(mapping) ? mapping.has("") : Object.hasOwn(mapping, "")) {
    throw new RangeError('outputs[""]: expected a non-empty string');
  }
  return frameParts(['{"outputs":', ...json.jsonParts(mapping, "outputs", json.NESTING - 1), "}"]);
}

/** Return the line that carries assets, a long one in pieces. */
function assetsLine(assets) {
  const mapping = json.requireMapping(assets, "assets");
  return frameParts(['{"assets":', ...json.jsonParts(mapping, "assets", json.NESTING - 1), "}"]);
}

/** Return the line that carries a counter, a gauge or a timer. */
function metricLine(kind, name, value, tags) {
  const quoted = metricName(kind, name);
  const number = metricValue(kind, value, `${kind} ${quoted}: value`);
  const labels = tagsText(tags, `${kind} ${quoted}: tags`);
  return frame(`{"metrics":[{"name":${quoted},"type":"${kind}","value":${number},"tags":${labels}}]}`);
}

/** Return the name of a metric as JSON; a number is its JSON text. */
function metricName(kind, name) {
  const path = `${kind}: name`;
  if (!["string", "number", "bigint"].includes(typeof name)) {
    throw new TypeError(`${path}: expected a string, got ${typeName(name)}`);
  }
  if (name === "") throw new RangeError(`${path}: expected a non-empty string`);
  return stringAt(path, name);
}

/** Return the value of a metric as JSON: a number in the range of a double, as Kestra stops reading at others. */
function metricValue(kind, value, path) {
  let number = json.at(path, () => toNumber(kind === "timer" ? toSeconds(value) : value));
  // For an object whose text is not a number, such as a date, the type says more.
  if (typeof number === "string" && (!isObject(value) || isNumberText(number))) number = json.parseNumber(number, path);
  if (typeof number !== "number" && typeof number !== "bigint") {
    throw new TypeError(`${path}: expected a number, got ${typeName(value)}`);
  }
  const text = json.at(path, () => json.scalarText(number));
  if (!Number.isFinite(Number(number))) throw new RangeError(`${path}: expected a number in the range of a double`);
  if (kind === "timer" && !(number >= -TIMER_SECONDS && number <= TIMER_SECONDS)) {
    throw new RangeError(`${path}: expected from -${TIMER_SECONDS} to ${TIMER_SECONDS} seconds, got ${text}`);
  }
  return text;
}

/** Return tags as JSON, each value as a string, because Kestra holds only strings. */
function tagsText(tags, path) {
  if (isEmpty(tags)) return "{}";
  const parts = [];
  const usedNames = new Set();
  for (const [key, original] of json.membersOf(json.requireMapping(tags, path))) {
    const name = json.at(path, () => json.keyText(key, usedNames));
    const quoted = stringAt(path, name);
    const tagPath = `${path}[${quoted}]`;
    const value = json.convertAt(original, tagPath, name);
    if (value === undefined) continue;
    if (name === "") throw new RangeError(`${tagPath}: expected a non-empty string`);
    usedNames.add(name);
    parts.push(`${quoted}:${tagText(value, original, tagPath)}`);
  }
  return `{${parts.join(",")}}`;
}

function tagText(value, original, path) {
  if (value === null || (isObject(value) && !isRawJSON(value)) || ["function", "symbol"].includes(typeof value)) {
    throw new TypeError(`${path}: expected a string, a number or a boolean, got ${typeName(original)}`);
  }
  return stringAt(path, value);
}

/** Tell whether tags are empty: null, "", 0, false, an empty list. */
function isEmpty(tags) {
  return !tags || (isObject(tags) && tags[Symbol.iterator] && (tags.length ?? tags.size) === 0);
}

/** Return a value that is not a container as a JSON string. */
function stringAt(path, value) {
  const text = json.at(path, () => json.scalarText(value));
  return text.startsWith('"') ? text : `"${text}"`;
}

module.exports = { assetsLine, line, metricLine, metricName, outputsLine };
