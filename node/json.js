/** JSON: values to compact JSON of printable ASCII, fast where that is safe, otherwise checked value by value. */

"use strict";

const { format } = process.getBuiltinModule?.("node:util") ?? require("node:util");
const conversion = require("./conversion.js");
const { LongText, escapeNonAscii } = require("./escapes.js");
const { escapeString, isStorable, jsonString, needsEscape } = require("./strings.js");

const { convert, isList, isMap, isMapping, isNumberText, isObject, isRawJSON, isRecord, typeName } = conversion;

// Beyond these limits Kestra's JSON parser rejects the whole line.
const STRING_UNITS = 20_000_000;
const DIGITS = 1_000;
const NESTING = 1_000;

// In JSON: what Kestra cannot store, and text that only looks like it.
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** Return a converted value as compact JSON with at most so many levels, or refuse it with its path. */
function jsonText(value, path, levels) {
  return jsonParts(value, path, levels).join("");
}

/** Return what `jsonText` returns in parts, of which none ends in a string. */
function jsonParts(value, path, levels = NESTING) {
  return fastParts(value, FAST_LEVELS) ?? [encodeChecked(value, path, levels)];
}

// Enough for most data, and few enough to stop soon at a value that contains itself.
const FAST_LEVELS = 100;
// For a part of a value, which is checked again for each level above it.
const PART_LEVELS = 4;
// The members of a list that are copied and encoded at once: more take more memory, fewer more time.
const LIST_PART = 250;
// Stands in a copy for a part whose JSON is ready: the k-th for the k-th. No other value becomes the same JSON.
const READY = "\x7f";
const READY_JSON = '"\\u007f"';

/** Return a value encoded by `JSON.stringify`; undefined where that may be wrong. */
function encodeFast(value, levels = FAST_LEVELS) {
  return fastParts(value, levels)?.join("");
}

function fastParts(value, levels) {
  try {
    const ready = [];
    const copy = isPlainLeaf(value) ? value : plainCopy(value, levels, ready);
    return copy === undefined ? undefined : encodeCopy(copy, ready);
  } catch {
    return undefined; // for example a getter has thrown: `encodeChecked` finds its path
  }
}

/** Return a copy as JSON in parts, with those that are ready; undefined for text that Kestra cannot store. */
function encodeCopy(copy, ready) {
  const json = JSON.stringify(copy);
  // `includes` is 30 times as fast as the expression, and most values have no backslash.
  if (json.includes("\\") && UNSTORABLE.test(json)) return undefined;
  const escaped = escapeNonAscii(json);
  if (ready.length === 0) return [escaped];
  const texts = escaped.split(READY_JSON);
  // Text of the caller's that looks like such a part makes them too many, never too few.
  if (texts.length !== ready.length + 1) return undefined;
  const parts = [texts[0]];
  for (let index = 0; index < ready.length; index++) parts.push(...ready[index], texts[index + 1]);
  return parts;
}

/** Tell whether `JSON.stringify` loses nothing of a value that is not a container. */
function isPlainLeaf(value) {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length <= STRING_UNITS;
  return typeof value === "boolean" || value === null;
}

/**
 * Return a copy of a container, a BigInt or a Date of which `JSON.stringify` loses nothing, otherwise undefined.
 *
 * A copy, because a getter or a Proxy may return something else the next time; V8 copies as fast as it reads.
 * Checks leaves in its loops, because a call for each takes 3 times as long.
 */
function plainCopy(value, levels, ready) {
  if (typeof value === "bigint") return plainInteger(value, ready);
  if (typeof value !== "object" || levels === 0) return undefined;
  if (Array.isArray(value)) return plainArray(value, levels, ready);
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Date.prototype) return plainDate(value);
  if (value.toJSON !== undefined || value.toBigInt !== undefined) return undefined;
  if (prototype !== Object.prototype && !isRecord(value)) return undefined;
  const copy = { ...value };
  for (const key in copy) {
    const member = copy[key];
    if (key.length > STRING_UNITS) return undefined;
    if (!isPlainLeaf(member) && member !== undefined) {
      const part = plainCopy(member, levels - 1, ready);
      if (part === undefined || key === "__proto__") return undefined; // assigning `__proto__` sets the prototype
      copy[key] = part;
    }
  }
  return copy;
}

/** Return a number with the same digits, or a mark for its digits. */
function plainInteger(value, ready) {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  ready.push([integerText(value)]);
  return READY;
}

/** Return the text of a date; undefined for one that is invalid, or that the caller has changed. */
function plainDate(value) {
  if (value.toJSON !== DATE_TO_JSON || value.toISOString !== DATE_TO_ISO) return undefined;
  const time = GET_TIME.call(value);
  if (!(time >= 0 && time < YEAR_10000)) return Number.isNaN(time) ? undefined : value.toISOString();
  return dateText(value, Math.floor(time / DAY), time);
}

const { getTime: GET_TIME, toISOString: DATE_TO_ISO, toJSON: DATE_TO_JSON } = Date.prototype;
const DAY = 86_400_000;
const YEAR_10000 = Date.UTC(10_000);
const ISO = Buffer.from("1970-01-01T00:00:00.000Z");
let lastDay = 0; // whose date is in `ISO`: many dates of a table are of one day

/** Return what `toISOString` returns, in a fifth of the time. */
function dateText(value, day, time) {
  if (day !== lastDay) ISO.latin1Write(value.toISOString(), 0);
  lastDay = day;
  const milliseconds = time - day * DAY;
  const seconds = Math.floor(milliseconds / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hundreds = Math.floor((milliseconds % 1_000) / 100);
  putTwo(11, Math.floor(minutes / 60));
  putTwo(14, minutes % 60);
  putTwo(17, seconds % 60);
  ISO[20] = 0x30 + hundreds;
  putTwo(21, milliseconds % 100);
  return ISO.latin1Slice();
}

function putTwo(index, number) {
  const tens = Math.floor(number / 10);
  ISO[index] = 0x30 + tens;
  ISO[index + 1] = 0x30 + number - 10 * tens;
}

function plainArray(value, levels, ready) {
  if (value.toJSON !== undefined || !isList(value)) return undefined;
  if (value.length <= LIST_PART) return plainPart(Array.prototype.slice.call(value), levels, ready);
  const list = new LongText();
  for (let start = 0; start < value.length; start += LIST_PART) {
    const own = [];
    const copy = plainPart(Array.prototype.slice.call(value, start, start + LIST_PART), levels, own);
    const texts = copy && encodeCopy(copy, own);
    if (texts === undefined) return undefined;
    list.add(start === 0 ? "[" : ",");
    // Without the brackets of the part.
    texts[0] = texts[0].slice(1);
    texts.push(texts.pop().slice(0, -1));
    for (const text of texts) list.add(text);
  }
  list.add("]");
  ready.push(list.parts());
  return READY;
}

function plainPart(copy, levels, ready) {
  for (let index = 0; index < copy.length; index++) {
    const member = copy[index];
    if (!isPlainLeaf(member)) {
      const part = plainCopy(member, levels - 1, ready);
      if (part === undefined) return undefined;
      copy[index] = part;
    }
  }
  return copy;
}

/** Do what `jsonText` does, one value at a time. */
function encodeChecked(value, path, levels = NESTING) {
  // The containers around the current value, and the keys of the path to a refused one, its own first.
  const walk = { open: [], levels, keys: [] };
  try {
    return valueText(value, value, walk);
  } catch (error) {
    const keys = walk.keys.reverse().map((key) => `[${typeof key === "number" ? key : jsonString(key)}]`);
    raiseAt(path + keys.join(""), error);
  }
}

/** Return a value that `convert` has made of the original as JSON. */
function valueText(value, original, walk) {
  if (!isObject(value) || isRawJSON(value)) return scalarText(value);
  const { open, levels } = walk;
  // A part of a value is usually plain, for example a row of a table or a converted typed array.
  const text = open.length + PART_LEVELS <= levels ? encodeFast(value, PART_LEVELS) : undefined;
  if (text !== undefined) return text;
  const isArray = isList(value);
  if (!isArray && !isMapping(value)) throw notJson(value);
  if (open.includes(original)) throw new RangeError("circular reference");
  if (open.length === levels) throw new RangeError(`expected at most ${NESTING} levels of nesting in a line`);
  open.push(original);
  // `join` creates one flat string; `+=` creates a tree of strings, which takes twice as long.
  const json = isArray ? `[${listParts(value, walk).join(",")}]` : `{${mappingParts(value, walk).join(",")}}`;
  open.pop();
  return json;
}

function listParts(list, walk) {
  const parts = [];
  for (let index = 0; index < list.length; index++) {
    try {
      const original = list[index];
      parts.push(valueText(convert(original, index), original, walk));
    } catch (error) {
      walk.keys.push(index);
      throw error;
    }
  }
  return parts;
}

function mappingParts(mapping, walk) {
  const parts = [];
  const usedKeys = isMap(mapping) ? new Set() : undefined; // an object has each key once, and as text
  for (const [key, original] of membersOf(mapping)) {
    const name = usedKeys ? keyText(key, usedKeys) : key;
    const quoted = checkedString(name);
    usedKeys?.add(name);
    try {
      const member = convert(original, name);
      if (member !== undefined) parts.push(`${quoted}:${valueText(member, original, walk)}`);
    } catch (error) {
      walk.keys.push(name);
      throw error;
    }
  }
  return parts;
}

/** Return the members of a Map or an object as pairs. */
function membersOf(mapping) {
  // `Object.entries` takes 5 times as long if the keys of such an object have not been listed before.
  return isMap(mapping) ? mapping : Object.keys(mapping).map((key) => [key, mapping[key]]);
}

/** Return `convert(value)`, or refuse it with its path. */
function convertAt(value, path, key = "") {
  return at(path, () => convert(value, key));
}

/** Return an object, a Map, or a value that `convert` turns into one; refuse any other value. */
function requireMapping(value, path) {
  const mapping = convertAt(value, path);
  if (!isMapping(mapping)) throw new TypeError(`${path}: expected an object, got ${typeName(value)}`);
  return mapping;
}

/** Return the key of a Map as a string, which is its JSON for a number, a boolean or null. */
function keyText(key, usedKeys) {
  const converted = convert(key);
  if (isObject(converted) || ["undefined", "function", "symbol"].includes(typeof converted)) {
    throw new TypeError(`expected a string as a key, got ${typeName(key)}`);
  }
  const text = typeof converted === "string" ? converted : scalarText(converted);
  if (usedKeys.has(text)) throw new RangeError(`duplicate key ${jsonString(text)}`);
  return text;
}

/** Return a value that is not a container as JSON. */
function scalarText(value) {
  if (typeof value === "string") return checkedString(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value === "bigint") return integerText(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (isObject(value) && isRawJSON(value)) return rawText(value.rawJSON);
  throw notJson(value);
}

function notJson(value) {
  return new TypeError(`expected a JSON value, got ${typeName(value)}${conversion.hint(value)}`);
}

/** Return text as JSON. */
function checkedString(text) {
  if (text.length > STRING_UNITS) throw new RangeError(`expected a string of at most ${STRING_UNITS} UTF-16 units`);
  if (!needsEscape(text)) return `"${text}"`;
  if (!isStorable(text)) {
    throw new RangeError("expected a string without U+0000, the six characters \\u0000 and lone surrogates");
  }
  return escapeString(text);
}

/** Return an integer with all its digits. */
function integerText(value) {
  if (value <= -INTEGER_END || value >= INTEGER_END) throw tooManyDigits();
  return String(value);
}

const INTEGER_END = 10n ** BigInt(DIGITS);

function tooManyDigits() {
  return new RangeError(`expected a number of at most ${DIGITS} digits`);
}

/** Return the shortest digits that round-trip. */
function numberText(value) {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a JSON number`);
  return String(value);
}

/** Return the JSON of a value that is not a container, as `JSON.rawJSON` accepts it, with a number unchanged. */
function rawText(text) {
  if (!isNumberText(text)) return scalarText(JSON.parse(text));
  if (text.replace(/\D/g, "").length > DIGITS) throw tooManyDigits();
  exactNumber(text);
  return text;
}

/** Return the number of a JSON text, with or without JSON's white space around it. */
function parseNumber(text, path) {
  if (!isNumberText(text)) {
    throw new TypeError(`${path}: expected a number, got ${jsonString(text.slice(0, SHOWN_UNITS))}`);
  }
  return at(path, () => exactNumber(text.trim()));
}

const SHOWN_UNITS = 40; // of a text, in an error

/** Return the value of a JSON number, an integer with all its digits, within the limits of Kestra's JSON parser. */
function exactNumber(text) {
  if (/^-?\d+$/.test(text)) {
    if (text.replace("-", "").length > DIGITS) throw tooManyDigits(); // before BigInt, which takes quadratic time
    return BigInt(text);
  }
  if (!Number.isFinite(Number(text))) throw new RangeError("expected a number in the range of a double");
  return Number(text);
}

/** Return the result of a function; an error of it gets the path. */
function at(path, call) {
  try {
    return call();
  } catch (error) {
    raiseAt(path, error);
  }
}

/** Throw an error again with its path; any error of a getter or a `toJSON` becomes the cause. */
function raiseAt(path, error) {
  const Refusal = error instanceof TypeError ? TypeError : RangeError;
  const isRefusal = error instanceof TypeError || error instanceof RangeError;
  const reason = error instanceof Error ? error.message || error.name : format("%s", error);
  throw new Refusal(`${path}: ${reason}`, isRefusal ? undefined : { cause: error });
}

module.exports = {
  NESTING,
  at,
  checkedString,
  convertAt,
  encodeChecked,
  encodeFast,
  jsonParts,
  jsonText,
  keyText,
  membersOf,
  parseNumber,
  raiseAt,
  requireMapping,
  scalarText,
};
