/** Conversion: values of JavaScript and of its libraries to JSON's types; imports none of our modules. */

"use strict";

// In a bundle of ES modules `require` does not work; Node before 20.16 has nothing else.
const { types } = process.getBuiltinModule?.("node:util") ?? require("node:util");

/**
 * Return what `JSON.stringify` would write instead of a value, and more:
 * an array, a Map, an object, or a value that is not a container.
 *
 * `toJSON` is called once, with the key, as in `JSON.stringify`. A value without a meaning in JSON is returned unchanged.
 */
function convert(value, key = "") {
  if (!isObject(value) || isPlain(value) || Buffer.isBuffer(value)) return value;
  const members = foreignMembers(value);
  if (members) return members;
  const result = typeof value.toJSON === "function" ? fromToJSON(value, key) : value;
  return isObject(result) ? fromType(result) : result;
}

/** Tell whether a value is a plain object or an array without a class, as most are. */
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === Array.prototype) && value.toJSON === undefined;
}

/** Return the members of an object that only acts as a Map, a Set or a typed array: a Proxy, or a library's own (mobx). */
function foreignMembers(value) {
  const tag = Object.prototype.toString.call(value);
  if (tag === "[object Map]" && !isMap(value)) return new Map(value.entries());
  if (tag === "[object Set]" && !types.isSet(value)) return Array.from(value.values());
  return types.isProxy(value) && value instanceof TypedArray ? Object.values(value) : undefined;
}

const TypedArray = Object.getPrototypeOf(Uint8Array);

function fromToJSON(value, key) {
  const result = value.toJSON(String(key));
  // The dates of luxon, dayjs and moment are null then, too, as if they were missing on purpose.
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

/** Return the integer of a library's object; undefined for another object, such as a decimal that `toBigInt` would cut. */
function integerOf(value) {
  if (typeof value.toBigInt !== "function") return undefined;
  const integer = value.toBigInt();
  return hasOwnText(value) && String(value) !== String(integer) ? undefined : integer;
}

/** Tell whether a class defines the text of its instances. */
function hasOwnText(value) {
  for (let owner = value; owner !== null; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, "toString")) {
      return Object.getPrototypeOf(owner) !== null && owner.constructor?.name !== "Array"; // in this realm or another
    }
  }
  return false;
}

/** Return the number of a metric's value: a number, a BigInt or the text of one; otherwise the value itself. */
function toNumber(value) {
  if (!isObject(value)) return value;
  const integer = integerOf(value);
  if (integer !== undefined) return integer;
  if (isRawJSON(value)) return value.rawJSON;
  // A decimal's text has all its digits; the text of a value that is not a number is not one.
  if (typeof value.toNumber === "function") return isNumberText(String(value)) ? String(value) : value.toNumber();
  const result = convert(value);
  if (!isObject(result)) return result;
  return isInstance(value) && !isIterable(value) && !ArrayBuffer.isView(value) ? String(value) : value;
}

/** Return the seconds of a duration of Temporal, luxon, moment, dayjs or js-joda; other values unchanged. */
function toSeconds(value) {
  if (!isObject(value)) return value;
  if (typeof value.total === "function") return value.total("seconds");
  if (typeof value.asSeconds === "function") return value.asSeconds();
  if (typeof value.as === "function") return value.as("seconds");
  return typeof value.toNanos === "function" ? value.toNanos() / 1e9 : value;
}

const NUMBER_TEXT = /^[ \t\n\r]*-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?[ \t\n\r]*$/;

/** Tell whether text is a JSON number, with or without JSON's white space around it. */
function isNumberText(text) {
  return NUMBER_TEXT.test(text);
}

/** Tell whether a value is a list, and not a library's object that keeps its digits in one (JSBI). */
function isList(value) {
  return Array.isArray(value) && (Object.getPrototypeOf(value) === Array.prototype || !hasOwnText(value));
}

/** Tell whether a value is an object with members, such as an instance of a class, but not a RegExp or a Promise. */
function isMapping(value) {
  return isObject(value) && (isMap(value) || isRecord(value));
}

/** Tell whether an object consists of its own members, and does not keep its state elsewhere or in another form. */
function isRecord(value) {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) return true;
  if (prototype === null) return !isRawJSON(value);
  let kind = kinds.get(prototype);
  if (kind === undefined) kinds.set(prototype, (kind = kindOf(value)));
  // A class without its own members keeps its state private.
  return kind === INSTANCE ? Object.keys(value).length > 0 : kind === RECORD;
}

const RECORD = 1;
const INSTANCE = 2;
const OTHER = 3;
const kinds = new WeakMap(); // by prototype, because repeated checks take most of the time of a list of instances

function kindOf(value) {
  if (Object.prototype.toString.call(value) !== "[object Object]" || isIterable(value)) return OTHER;
  if (hasOwnText(value)) return OTHER; // such as a version or an interval, whose members mean less than its text
  if (!isInstance(value)) return RECORD;
  return INTERNAL.some((method) => typeof value[method] === "function") ? OTHER : INSTANCE;
}

// Members of classes that keep their value in another form: TensorFlow's tensors, Google's messages.
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

// The remedy for an object that is not a JSON value, by a method that it has.
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

/** Return a hint for an object that has no single meaning. */
function hint(value) {
  try {
    return isObject(value) ? hintForObject(value) : "";
  } catch {
    return ""; // the caller's getter or Proxy has thrown
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

/** Return the type of a value for an error; the caller's code cannot make it fail. */
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
