/** JSON: values to compact JSON of printable ASCII, fast where that is safe, otherwise checked value by value. */

"use strict";

const { format } = process.getBuiltinModule?.("node:util") ?? require("node:util");
const conversion = require("./conversion.js");

const { convert, isList, isMap, isMapping, isNumberText, isObject, isRawJSON, isRecord, typeName } = conversion;

// Past these limits Kestra's JSON reader refuses the whole line.
const STRING_UNITS = 20_000_000;
const DIGITS = 1_000;
const NESTING = 1_000;

// What cannot be in a JSON string of printable ASCII as it is.
const SPECIAL = /[^ !#-[\]-~]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
// In JSON: what Kestra cannot store, and a text that only looks like it.
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** Return a converted value as compact JSON of so many levels at most, or refuse what cannot arrive exactly, naming its path. */
function jsonText(value, path, levels = NESTING) {
  return encodeFast(value) ?? encodeChecked(value, path, levels);
}

// Enough for most data, and few enough to give up soon on a value that contains itself.
const FAST_LEVELS = 100;
// Of a part of a value, which is looked at again for each level above it.
const PART_LEVELS = 4;
const DATE_TO_JSON = Date.prototype.toJSON;

/** Return what `JSON.stringify` makes of a value; undefined where that is not surely right. */
function encodeFast(value, levels = FAST_LEVELS) {
  try {
    const copy = isPlainLeaf(value) ? value : plainCopy(value, levels);
    if (copy === undefined) return undefined;
    const json = JSON.stringify(copy);
    // `includes` is 30 times as fast as the expression, and most values hold no backslash.
    return json.includes("\\") && UNSTORABLE.test(json) ? undefined : escapeNonAscii(json);
  } catch {
    return undefined; // for example a getter has thrown: `encodeChecked` finds its path
  }
}

/** Tell whether `JSON.stringify` loses nothing of a value that is no container. */
function isPlainLeaf(value) {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length <= STRING_UNITS;
  return typeof value === "boolean" || value === null;
}

/**
 * Return a copy of a container of which `JSON.stringify` loses nothing; undefined for another value.
 *
 * A copy, because a getter or a Proxy may return something else when it is asked again; V8 copies as fast as it reads.
 * Asks about leaves in its loops, as a call for each takes 3 times as long.
 */
function plainCopy(value, levels) {
  if (typeof value !== "object" || levels === 0) return undefined;
  if (Array.isArray(value)) return plainArray(value, levels);
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Date.prototype) {
    return value.toJSON === DATE_TO_JSON && !Number.isNaN(value.getTime()) ? value : undefined;
  }
  if (value.toJSON !== undefined || value.toBigInt !== undefined) return undefined;
  if (prototype !== Object.prototype && !isRecord(value)) return undefined;
  const copy = { ...value };
  for (const key in copy) {
    const member = copy[key];
    if (key.length > STRING_UNITS) return undefined;
    if (!isPlainLeaf(member) && member !== undefined) {
      const part = plainCopy(member, levels - 1);
      if (part === undefined || key === "__proto__") return undefined; // to set which is to set the prototype
      copy[key] = part;
    }
  }
  return copy;
}

function plainArray(value, levels) {
  if (value.toJSON !== undefined || !isList(value)) return undefined;
  const copy = Array.prototype.slice.call(value);
  for (let index = 0; index < copy.length; index++) {
    const member = copy[index];
    if (!isPlainLeaf(member)) {
      const part = plainCopy(member, levels - 1);
      if (part === undefined) return undefined;
      copy[index] = part;
    }
  }
  return copy;
}

/** Return what `jsonText` does, one value at a time. */
function encodeChecked(value, path, levels = NESTING) {
  // The containers around the value at hand, and the keys that lead to one that is refused, its own first.
  const walk = { open: [], levels, keys: [] };
  try {
    return valueText(value, value, walk);
  } catch (error) {
    const keys = walk.keys.reverse().map((key) => `[${typeof key === "number" ? key : jsonString(key)}]`);
    raiseAt(path + keys.join(""), error);
  }
}

/** Return a value as JSON, which `convert` has made of the original. */
function valueText(value, original, walk) {
  if (!isObject(value) || isRawJSON(value)) return scalarText(value);
  const { open, levels } = walk;
  // A part of a value is mostly plain, for example a row of a table, and a typed array is once it is an array.
  const text = open.length + PART_LEVELS <= levels ? encodeFast(value, PART_LEVELS) : undefined;
  if (text !== undefined) return text;
  const isArray = isList(value);
  if (!isArray && !isMapping(value)) throw notJson(value);
  if (open.includes(original)) throw new RangeError("circular reference");
  if (open.length === levels) throw new RangeError(`expected at most ${NESTING} levels of nesting in a line`);
  open.push(original);
  // By `join`, which leaves one flat text, where `+=` leaves a tree of texts that takes twice as long.
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
  const taken = isMap(mapping) ? new Set() : undefined; // an object has each key once, and as text
  for (const [key, original] of membersOf(mapping)) {
    const name = taken ? keyText(key, taken) : key;
    const quoted = checkedString(name);
    taken?.add(name);
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
  // `Object.entries` takes 5 times as long where nothing has listed the keys of such an object before.
  return isMap(mapping) ? mapping : Object.keys(mapping).map((key) => [key, mapping[key]]);
}

/** Return `convert(value)`, or refuse it with its path. */
function convertAt(value, path, key = "") {
  return at(path, () => convert(value, key));
}

/** Return what has to be an object: an object, a Map, or what `convert` makes one. */
function requireMapping(value, path) {
  const mapping = convertAt(value, path);
  if (!isMapping(mapping)) throw new TypeError(`${path}: expected an object, got ${typeName(value)}`);
  return mapping;
}

/** Return the key of a Map as text; a number, a boolean or null as its JSON. */
function keyText(key, taken) {
  const converted = convert(key);
  if (isObject(converted) || ["undefined", "function", "symbol"].includes(typeof converted)) {
    throw new TypeError(`expected a string as a key, got ${typeName(key)}`);
  }
  const text = typeof converted === "string" ? converted : scalarText(converted);
  if (taken.has(text)) throw new RangeError(`duplicate key ${jsonString(text)}`);
  return text;
}

/** Return a value that is no container as JSON. */
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
  if (!SPECIAL.test(text)) return `"${text}"`;
  if (!isStorable(text)) {
    throw new RangeError("expected a string without U+0000, the six characters \\u0000 and lone surrogates");
  }
  return escapeString(text);
}

/** Tell whether Kestra can store a text. */
function isStorable(text) {
  const isWellFormed = text.isWellFormed?.() ?? !LONE_SURROGATE.test(text); // Node 20 has it
  return isWellFormed && !text.includes("\0") && !text.includes("\\u0000");
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

/** Return JSON's text of a value that is no container, as `JSON.rawJSON` takes it: a number as it is. */
function rawText(text) {
  if (!isNumberText(text)) return scalarText(JSON.parse(text));
  exactNumber(text);
  return text;
}

/** Return the number of which text is the JSON, with JSON's white space around it. */
function parseNumber(text, path) {
  if (!isNumberText(text)) {
    throw new TypeError(`${path}: expected a number, got ${jsonString(text.slice(0, SHOWN_UNITS))}`);
  }
  return at(path, () => exactNumber(text.trim()));
}

const SHOWN_UNITS = 40; // of a text, in an error

/** Return the value of a JSON number, an integer with all its digits, within the limits of Kestra's JSON reader. */
function exactNumber(text) {
  if (text.replace(/[eE].*|\D/g, "").length > DIGITS) throw tooManyDigits();
  if (/^-?\d+$/.test(text)) return BigInt(text);
  if (!Number.isFinite(Number(text))) throw new RangeError("expected a number in the range of a double");
  return Number(text);
}

/** Return text as a JSON string of printable ASCII. */
function jsonString(text) {
  return SPECIAL.test(text) ? escapeString(text) : `"${text}"`;
}

/** Tell whether text cannot be in a JSON string as it is. */
function needsEscape(text) {
  return SPECIAL.test(text);
}

function escapeString(text) {
  return escapeNonAscii(JSON.stringify(text));
}

const CHUNK = 4_096;
const HEX = Buffer.from("0123456789abcdef");
let scratch;

/** Return JSON with every character outside ASCII escaped; by way of bytes, 5 times as fast as a regular expression. */
function escapeNonAscii(json) {
  if (Buffer.byteLength(json) === json.length && !json.includes("\x7f")) return json;
  scratch ??= Buffer.allocUnsafe(6 * CHUNK);
  let text = "";
  let index = 0;
  while (index < json.length) {
    const end = Math.min(json.length, index + CHUNK);
    let size = 0;
    for (; index < end; index++) {
      const code = json.charCodeAt(index);
      if (code < 0x7f) {
        scratch[size++] = code;
      } else {
        scratch[size++] = 0x5c; // backslash
        scratch[size++] = 0x75; // u
        scratch[size++] = HEX[code >> 12];
        scratch[size++] = HEX[(code >> 8) & 15];
        scratch[size++] = HEX[(code >> 4) & 15];
        scratch[size++] = HEX[code & 15];
      }
    }
    text += scratch.latin1Slice(0, size);
  }
  return text;
}

/** Return what a function returns; a refusal by it continues with the path. */
function at(path, call) {
  try {
    return call();
  } catch (error) {
    raiseAt(path, error);
  }
}

/** Throw an error again, with its path: what a getter or a `toJSON` threw too, of whatever type, as its cause. */
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
  escapeString,
  isStorable,
  jsonString,
  jsonText,
  keyText,
  membersOf,
  needsEscape,
  parseNumber,
  raiseAt,
  requireMapping,
  scalarText,
};
