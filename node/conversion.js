/** Conversion: values of JavaScript and of its libraries to JSON's types; imports nothing of ours. */

"use strict";

// `require` alone would not do in a bundle of ES modules; Node before 20.16 has nothing else.
const { types } = process.getBuiltinModule?.("node:util") ?? require("node:util");

/**
 * Return what `JSON.stringify` would write instead of a value, and more:
 * an array, a Map, an object, or a value that is not a container.
 *
 * `toJSON` is called once, with the key, as `JSON.stringify` calls it. What has no meaning in JSON comes back as it is.
 */
function convert(value, key = "") {
  if (!isObject(value) || isPlain(value) || Buffer.isBuffer(value)) return value;
  const members = foreignMembers(value);
  if (members) return members;
  const result = typeof value.toJSON === "function" ? fromToJSON(value, key) : value;
  return isObject(result) ? fromType(result) : result;
}

/** Tell whether a value is an object or an array of no class, as most are. */
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === Array.prototype) && value.toJSON === undefined;
}

/** Return the members of what only looks like a Map, a Set or a typed array: a Proxy of one, or a library's own (mobx). */
function foreignMembers(value) {
  const tag = Object.prototype.toString.call(value);
  if (tag === "[object Map]" && !isMap(value)) return new Map(value.entries());
  if (tag === "[object Set]" && !types.isSet(value)) return Array.from(value.values());
  return types.isProxy(value) && value instanceof TypedArray ? Object.values(value) : undefined;
}

const TypedArray = Object.getPrototypeOf(Uint8Array);

function fromToJSON(value, key) {
  const result = value.toJSON(String(key));
  // The dates of luxon, dayjs and moment are null then, too, as if they had been left out on purpose.
  if (result === null && isInvalid(value)) throw new RangeError(`Invalid ${typeName(value)} is not a JSON value`);
  if (typeof value.toNumber === "function" && ["NaN", "Infinity", "-Infinity"].includes(result)) {
    throw new RangeError(`${result} is not a JSON number`);
  }
  // A 64-bit integer that its own `toJSON` would round.
  const isRounded = Number.isInteger(result) && !Number.isSafeInteger(result) && /^-?\d+$/.test(String(value));
  return isRounded ? BigInt(String(value)) : result;
}

function isInvalid(value) {
  if (types.isDate(value)) return Number.isNaN(value.getTime());
  return (typeof value.isValid === "function" ? value.isValid() : value.isValid) === false;
}

function fromType(value) {
  if (types.isSet(value) || (types.isTypedArray(value) && !Buffer.isBuffer(value))) return Array.from(value);
  if (types.isBoxedPrimitive(value)) return value.valueOf();
  if (types.isNativeError(value) || value instanceof Error) return String(value);
  return integerOf(value) ?? value;
}

/** Return the integer that an object of a library is; undefined for another, such as a decimal that `toBigInt` would cut. */
function integerOf(value) {
  if (typeof value.toBigInt !== "function") return undefined;
  const integer = value.toBigInt();
  return hasOwnText(value) && String(value) !== String(integer) ? undefined : integer;
}

/** Tell whether a class has said what the text of its instances is. */
function hasOwnText(value) {
  for (let owner = value; owner !== null; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, "toString")) {
      return Object.getPrototypeOf(owner) !== null && owner.constructor?.name !== "Array"; // in this realm or another
    }
  }
  return false;
}

/** Return the number that a metric's value stands for: a number, a BigInt, or the text of one; else the value itself. */
function toNumber(value) {
  if (!isObject(value)) return value;
  const integer = integerOf(value);
  if (integer !== undefined) return integer;
  if (isRawJSON(value)) return value.rawJSON;
  // A decimal's text has all its digits; that of a value that is no number is none.
  if (typeof value.toNumber === "function") return isNumberText(String(value)) ? String(value) : value.toNumber();
  const result = convert(value);
  if (!isObject(result)) return result;
  return isInstance(value) && !isIterable(value) && !ArrayBuffer.isView(value) ? String(value) : value;
}

/** Return the seconds of a duration of Temporal, luxon, moment, dayjs or js-joda; another value as it is. */
function toSeconds(value) {
  if (!isObject(value)) return value;
  if (typeof value.total === "function") return value.total("seconds");
  if (typeof value.asSeconds === "function") return value.asSeconds();
  if (typeof value.as === "function") return value.as("seconds");
  return typeof value.toNanos === "function" ? value.toNanos() / 1e9 : value;
}

const NUMBER_TEXT = /^[ \t\n\r]*-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?[ \t\n\r]*$/;

/** Tell whether text is a JSON number, with JSON's white space around it or not. */
function isNumberText(text) {
  return NUMBER_TEXT.test(text);
}

/** Tell whether a value is a list, and not an object of a library that keeps its digits in one (JSBI). */
function isList(value) {
  return Array.isArray(value) && (Object.getPrototypeOf(value) === Array.prototype || !hasOwnText(value));
}

/** Tell whether a value is an object of members, as an instance of a class is, and a RegExp or a Promise is not. */
function isMapping(value) {
  return isObject(value) && (isMap(value) || isRecord(value));
}

/** Tell whether an object is its own members, and not something that keeps its state elsewhere or in another shape. */
function isRecord(value) {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) return true;
  if (prototype === null) return !isRawJSON(value);
  let kind = kinds.get(prototype);
  if (kind === undefined) kinds.set(prototype, (kind = kindOf(value)));
  // A class without members of its own keeps its state private.
  return kind === INSTANCE ? Object.keys(value).length > 0 : kind === RECORD;
}

const RECORD = 1;
const INSTANCE = 2;
const OTHER = 3;
const kinds = new WeakMap(); // by prototype, as to ask again takes most of the time of a list of instances

function kindOf(value) {
  if (Object.prototype.toString.call(value) !== "[object Object]" || isIterable(value)) return OTHER;
  if (hasOwnText(value)) return OTHER; // such as a version or an interval, whose members say less than its text
  if (!isInstance(value)) return RECORD;
  return INTERNAL.some((method) => typeof value[method] === "function") ? OTHER : INSTANCE;
}

// What a class has that keeps its value in another shape than its members: TensorFlow's tensors, Google's messages.
const INTERNAL = ["arraySync", "toObject"];

/** Tell whether an object is an instance of a class, in this realm or another. */
function isInstance(value) {
  const { constructor } = Object.getPrototypeOf(value) ?? {};
  return typeof constructor === "function" && constructor.name !== "Object";
}

function isMap(value) {
  return types.isMap(value);
}

function isIterable(value) {
  return typeof value[Symbol.iterator] === "function";
}

function isRawJSON(value) {
  return Object.getPrototypeOf(value) === null && (JSON.isRawJSON?.(value) ?? false); // Node 22 has it
}

// What to ask of an object that is no JSON value, by a method that it has.
const REMEDIES = [
  ["then", "await it"],
  ["arraySync", "pass arraySync() of it"],
  ["toObject", "pass toObject() of it"],
  [Symbol.iterator, "pass Array.from() of it"],
  [Symbol.asyncIterator, "pass an array of what it yields"],
  ["deref", "pass deref() of it"],
  ["json", "pass await json() of it"],
  ["text", "pass await text() of it"],
];

/** Return what may help the caller who passed an object that has no one meaning. */
function hint(value) {
  try {
    return isObject(value) ? hintForObject(value) : "";
  } catch {
    return ""; // a getter or a Proxy of the caller's has thrown
  }
}

function hintForObject(value) {
  if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value)) return ": decode it, or encode it in base64";
  const [, remedy] = REMEDIES.find(([method]) => typeof value[method] === "function") ?? [];
  if (remedy && !Array.isArray(value)) return `: ${remedy}`;
  if (hasOwnText(value)) return ": pass String() of it";
  return isInstance(value) ? ": give it a toJSON()" : "";
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}

/** Return what a value is, for an error; nothing that the caller has made may fail it. */
function typeName(value) {
  if (!isObject(value)) return value === null ? "null" : typeof value;
  try {
    return String(value.constructor.name) || "object";
  } catch {
    return "object";
  }
}

module.exports = {
  convert,
  hint,
  isList,
  isMap,
  isMapping,
  isNumberText,
  isObject,
  isRawJSON,
  isRecord,
  toNumber,
  toSeconds,
  typeName,
};
