/**
 * The wire: what a line holds.
 *
 * Everything here is pure; what a line may hold, and why, is specified in `conformance/SPECIFICATION.md`.
 */

"use strict";

const { isMap, isNumberText, isObject, isRawJSON, toNumber, toSeconds, typeName } = require("./conversion.js");
const json = require("./json.js");
const { escapeString, isStorable, jsonString, needsEscape } = require("./strings.js");
// In a bundle of ES modules `require` does not work; Node before 20.16 has nothing else.
const util = process.getBuiltinModule?.("node:util") ?? require("node:util");

const LEVELS = new Map(["TRACE", "DEBUG", "INFO", "WARN", "ERROR"].map((name) => [name, name]));
LEVELS.set("WARNING", "WARN").set("CRITICAL", "ERROR").set("FATAL", "ERROR");

// Kestra cuts a message after so many UTF-16 units, even through a surrogate pair, which it then cannot store.
const MESSAGE_UNITS = 15_360;
// Kestra counts a timer in nanoseconds of 64 bits, 9,223,372,036 s at most, and stops reading the stream past that.
const TIMER_SECONDS = 9_000_000_000;

/** Return the wire's name of a level given by name, in any case. */
function levelName(level, path) {
  if (typeof level !== "string") {
    throw new TypeError(`${path}: expected the name of a level, got ${typeName(level)}`);
  }
  // Only ASCII, because `toUpperCase` turns a dotless i into I.
  const name = /^[A-Za-z]+$/.test(level) ? LEVELS.get(level.toUpperCase()) : undefined;
  if (name === undefined) {
    throw new RangeError(`${path}: expected TRACE, DEBUG, INFO, WARN or ERROR, got ${jsonString(level)}`);
  }
  return name;
}

/** Return the [level, message] pairs of a batch, or refuse it as a whole; a message is the list of its arguments. */
function logEntries(entries, path) {
  if (!isObject(entries) || isMap(entries) || typeof entries[Symbol.iterator] !== "function") {
    throw new TypeError(`${path}: expected a list of entries, got ${typeName(entries)}`);
  }
  return Array.from(entries, (entry, index) => {
    const entryPath = `${path}[${index}]`;
    if (!isObject(entry)) {
      throw new TypeError(`${entryPath}: expected an object with level and message, got ${typeName(entry)}`);
    }
    for (const member of ["level", "message"]) {
      if (!(member in entry)) throw new TypeError(`${entryPath}["${member}"]: ${member} is missing`);
    }
    return [levelName(entry.level, `${entryPath}["level"]`), [entry.message]];
  });
}

/** Return the line of one log, whose message is the list of its arguments. */
function logLine(level, message) {
  const [text] = message;
  const isShort = message.length === 1 && typeof text === "string" && text.length <= MESSAGE_UNITS;
  if (!isShort) return logsLine([[level, message]]);
  // Most messages are one plain text, and one check shows that Kestra can store it.
  const quoted = needsEscape(text) ? escapeString(sanitize(text)) : `"${text}"`;
  const payload = `{"logs":[{"level":"${level}","message":${quoted}}]}`;
  return text.includes("::{") ? frame(payload) : `::${payload}::`;
}

/** Return the line of [level, message] pairs; a message that Kestra would cut is several entries. */
function logsLine(pairs) {
  try {
    return entriesLine(pairs);
  } catch {
    // The line would be longer than V8's longest string, 2^29 units.
    return entriesLine(pairs.map(([level]) => [level, ["<a message too long to be sent>"]]));
  }
}

function entriesLine(pairs) {
  let entries = ""; // a list and `join` take four times as long
  for (const [level, message] of pairs) {
    for (const part of splitMessage(sanitize(messageText(message)))) {
      entries += `${entries && ","}{"level":"${level}","message":${jsonString(part)}}`;
    }
  }
  return frame(`{"logs":[${entries}]}`);
}

/**
 * Return the line of a JSON object.
 *
 * The runners of AWS Batch and Azure Batch put a line end before each `::{` in a line; in compact JSON it can only be in
 * a string.
 */
function frame(payload) {
  return `::${payload.replaceAll("::{", "::\\u007b")}::`;
}

/** Return any arguments of a log as one text: a log never fails its caller. */
function messageText(args) {
  const [only] = args;
  if (args.length === 1 && typeof only === "string") return only;
  try {
    if (args.length === 1 && util.types.isUint8Array(only)) {
      return Buffer.from(only.buffer, only.byteOffset, only.byteLength).toString();
    }
    const errors = args.filter(util.types.isNativeError).flatMap(withCauses);
    return errors.reduceRight(withMessage, util.format(...args)); // the message of the first error comes first
  } catch {
    return args.map(inspectSafely).join(" ");
  }
}

/** Return an error and those that it shows: its causes, and the errors of an AggregateError. */
function withCauses(error) {
  const errors = [error];
  for (const { cause, errors: members } of errors) {
    for (const next of [cause, ...(Array.isArray(members) ? members : [])]) {
      if (util.types.isNativeError(next) && !errors.includes(next)) errors.push(next);
    }
  }
  return errors;
}

/** Put the message of an error before a text whose stacks lack it because it has changed since. */
function withMessage(text, error) {
  try {
    return typeof error.message !== "string" || isInStack(error) ? text : `${error}\n${text}`;
  } catch {
    return text; // formatted without the getter or `toString` that failed
  }
}

/** Tell whether a stack begins with the error's message; a path in its calls may contain the same text. */
function isInStack({ message, stack }) {
  if (typeof stack !== "string" || message === "") return true; // then `util.format` shows the message
  const head = message.includes(CALL) ? stack : stack.split(CALL, 1)[0];
  return `: ${head}\n`.includes(`: ${message}\n`);
}

const CALL = "\n    at ";

/** Return a value as text, if possible without running code of the caller, which has failed. */
function inspectSafely(value) {
  if (typeof value === "string") return value;
  try {
    return util.inspect(value, { customInspect: false });
  } catch (error) {
    return `<unprintable ${typeName(value)}: ${typeName(error)}>`;
  }
}

/** Return text with U+FFFD for what Kestra cannot store: lone surrogates, U+0000 and its escape as text. */
function sanitize(text) {
  if (isStorable(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll("\0", "\ufffd")
    .replaceAll("\\u0000", "\ufffd");
}

/** Return a message in parts that Kestra does not cut, each as long as possible. */
function splitMessage(text) {
  const parts = [];
  let start = 0;
  while (text.length - start > MESSAGE_UNITS) {
    const end = start + MESSAGE_UNITS;
    const last = text.charCodeAt(end - 1);
    const next = last >= 0xd800 && last <= 0xdbff ? end - 1 : end; // not between the halves of a pair
    parts.push(text.slice(start, next));
    start = next;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Return the line that carries a payload, without its line end. */
function line(payload, path) {
  return frame(json.jsonText(json.requireMapping(payload, path), path));
}

/** Return the line that carries outputs. */
function outputsLine(outputs) {
  const mapping = json.requireMapping(outputs, "outputs");
  if (isMap(mapping) ? mapping.has("") : Object.hasOwn(mapping, "")) {
    throw new RangeError('outputs[""]: expected a non-empty string');
  }
  return frame(`{"outputs":${json.jsonText(mapping, "outputs", json.NESTING - 1)}}`);
}

/** Return the line that carries assets. */
function assetsLine(assets) {
  const mapping = json.requireMapping(assets, "assets");
  return frame(`{"assets":${json.jsonText(mapping, "assets", json.NESTING - 1)}}`);
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

module.exports = {
  assetsLine,
  levelName,
  line,
  logEntries,
  logLine,
  logsLine,
  messageText,
  metricLine,
  metricName,
  outputsLine,
  sanitize,
  splitMessage,
};
