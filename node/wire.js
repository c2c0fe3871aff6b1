/**
 * The wire: values to text.
 *
 * Everything here is pure; what a line may hold, and why, is specified in `conformance/README.md`.
 */

// Not by `import`, which takes a millisecond to list what a module of Node's own exports.
const util = process.getBuiltinModule("node:util");

const LEVELS = new Map(["TRACE", "DEBUG", "INFO", "WARN", "ERROR"].map((name) => [name, name]));
LEVELS.set("WARNING", "WARN").set("CRITICAL", "ERROR").set("FATAL", "ERROR");

// Kestra cuts a message after so many UTF-16 units, even through a surrogate pair, which it then cannot store.
const MESSAGE_UNITS = 15_360;
// Past these limits Kestra's JSON reader refuses the whole line.
const STRING_UNITS = 20_000_000;
const INTEGER_DIGITS = 1_000;
const NESTING = 1_000;

// What cannot stand in a JSON string of printable ASCII as it is.
const SPECIAL = /[^ !#-[\]-~]/;
// In JSON: what Kestra cannot store, and a text that only looks like it.
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** Return the wire's name of a level given by name, in any case. */
export function levelName(level, place) {
  if (typeof level !== "string") {
    throw new TypeError(`${place}: expected the name of a level, got ${typeName(level)}`);
  }
  // Only ASCII, because `toUpperCase` turns a dotless i into I.
  const name = /^[A-Za-z]+$/.test(level) ? LEVELS.get(level.toUpperCase()) : undefined;
  if (name === undefined) {
    throw new RangeError(`${place}: expected TRACE, DEBUG, INFO, WARN or ERROR, got ${quote(level)}`);
  }
  return name;
}

/** Return the [level, message] pairs of a batch, or refuse it as a whole; a message is the list of its arguments. */
export function logEntries(entries, place) {
  if (!isObject(entries) || entries instanceof Map || typeof entries[Symbol.iterator] !== "function") {
    throw new TypeError(`${place}: expected a list of entries, got ${typeName(entries)}`);
  }
  return Array.from(entries, (entry, index) => {
    const here = `${place}[${index}]`;
    if (!isObject(entry)) {
      throw new TypeError(`${here}: expected an object with level and message, got ${typeName(entry)}`);
    }
    for (const member of ["level", "message"]) {
      if (!(member in entry)) throw new TypeError(`${here}["${member}"]: expected a ${member}, got nothing`);
    }
    return [levelName(entry.level, `${here}["level"]`), [entry.message]];
  });
}

/** Return the line of [level, message] pairs; a message that Kestra would cut is several entries. */
export function logLine(pairs) {
  try {
    return entriesLine(pairs);
  } catch {
    // The longest text that V8 can hold, 2^29 units, is too short for the line.
    return entriesLine(pairs.map(([level]) => [level, ["<a message too long to be sent>"]]));
  }
}

function entriesLine(pairs) {
  let entries = ""; // not a list and `join`, which takes four times as long
  for (const [level, message] of pairs) {
    for (const piece of pieces(storable(messageText(message)))) {
      entries += `${entries && ","}{"level":"${level}","message":${quote(piece)}}`;
    }
  }
  return `::{"logs":[${entries}]}::`;
}

/** Return the arguments of a log as one text, whatever they are: a log never fails its caller. */
export function messageText(args) {
  const [only] = args;
  if (args.length === 1 && typeof only === "string") return only;
  try {
    if (args.length === 1 && util.types.isUint8Array(only)) {
      return Buffer.from(only.buffer, only.byteOffset, only.byteLength).toString();
    }
    return args.filter(util.types.isNativeError).reduce(withMessage, util.format(...args));
  } catch {
    return args.map(plainText).join(" ");
  }
}

/** Put the message of an error before a text that lacks it, as a stack does when the message was changed after it was made. */
function withMessage(text, error) {
  try {
    return typeof error.message !== "string" || text.includes(error.message) ? text : `${error}\n${text}`;
  } catch {
    return text; // which has come about without the getter or `toString` that failed
  }
}

/** Return a value as text without running code of the caller's, which has failed, where that can be had. */
function plainText(value) {
  if (typeof value === "string") return value;
  try {
    return util.inspect(value, { customInspect: false });
  } catch (error) {
    return `<unprintable ${typeName(value)}: ${typeName(error)}>`;
  }
}

/** Return text with what Kestra cannot store replaced by U+FFFD: lone surrogates, U+0000, and the six characters that spell it. */
export function storable(text) {
  if (isStorable(text)) return text;
  return text.toWellFormed().replaceAll("\0", "\ufffd").replaceAll("\\u0000", "\ufffd");
}

function isStorable(text) {
  return text.isWellFormed() && !text.includes("\0") && !text.includes("\\u0000");
}

/** Return a message in pieces that Kestra leaves whole, each as long as fits. */
export function pieces(text) {
  const found = [];
  let start = 0;
  while (text.length - start > MESSAGE_UNITS) {
    const end = start + MESSAGE_UNITS;
    const last = text.charCodeAt(end - 1);
    const next = last >= 0xd800 && last <= 0xdbff ? end - 1 : end; // not between the halves of a pair
    found.push(text.slice(start, next));
    start = next;
  }
  found.push(text.slice(start));
  return found;
}

/** Return the line that carries a payload, without its line end. */
export function line(payload, place) {
  const mapping = converted(payload, "");
  if (!isMapping(mapping)) throw new TypeError(`${place}: expected an object or a Map, got ${typeName(mapping)}`);
  return `::${jsonText(mapping, place)}::`;
}

/** Return a value as compact JSON, or refuse what cannot arrive exactly, naming its place. */
export function jsonText(value, place) {
  if (isPlain(value, 0)) {
    const json = JSON.stringify(value);
    // `includes` takes a tenth of the time, and most values have no such escape at all.
    if (!json.includes("\\u") || !UNSTORABLE.test(json)) return asciiText(json);
  }
  const keys = []; // of the members on the way to the value at hand
  try {
    return exactText(converted(value, ""), keys, []);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error; // what a `toJSON` threw
    const path = keys.map((key) => `[${typeof key === "number" ? key : quote(String(key))}]`).join("");
    const Refusal = error instanceof TypeError ? TypeError : RangeError;
    throw new Refusal(`${place}${path}: ${error.message}`);
  }
}

/**
 * Tell whether `JSON.stringify` loses nothing of a value.
 *
 * This look and `JSON.stringify` together take half the time of `exactText`, which decides about all the others.
 */
function isPlain(value, depth) {
  if (typeof value === "string") return value.length <= STRING_UNITS;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "boolean" || value === null) return true;
  if (typeof value !== "object" || depth === NESTING || value.toJSON !== undefined) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (!isPlain(value[index], depth + 1)) return false;
    }
    return true;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const key in value) {
    const member = value[key];
    if (key.length > STRING_UNITS || (member !== undefined && !isPlain(member, depth + 1))) return false;
  }
  return true;
}

/** Return a value as compact JSON; `keys` and `open` hold the way to it: the keys, and the containers. */
function exactText(value, keys, open) {
  const isList = isListLike(value);
  if (!isList && !isMapping(value)) return scalarText(value);
  if (open.includes(value)) throw new RangeError("a value that contains itself has no end");
  if (open.length === NESTING) throw new RangeError(`expected at most ${NESTING} levels of nesting`);
  open.push(value);
  const parts = [];
  for (const [key, original] of isList ? [...value].entries() : membersOf(value)) {
    keys.push(key);
    const member = converted(original, String(key));
    if (isList) {
      parts.push(exactText(member, keys, open));
    } else if (member !== undefined) {
      parts.push(`${keyText(key)}:${exactText(member, keys, open)}`);
    }
    keys.pop();
  }
  open.pop();
  return isList ? `[${parts.join(",")}]` : `{${parts.join(",")}}`;
}

/** Return what `JSON.stringify` would write in the place of an object: what its `toJSON` returns, or the value in a box. */
function converted(value, key) {
  if (!isObject(value)) return value;
  if (typeof value.toJSON === "function") return value.toJSON(key);
  return util.types.isBoxedPrimitive(value) ? value.valueOf() : value;
}

function isListLike(value) {
  return Array.isArray(value) || util.types.isSet(value) || util.types.isTypedArray(value);
}

/** Tell whether a value has members; a Promise, a RegExp or an Error has none that say what it is. */
function isMapping(value) {
  if (!isObject(value) || isListLike(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype || util.types.isMap(value)) return true;
  return Object.prototype.toString.call(value) === "[object Object]"; // an instance of a class
}

function membersOf(mapping) {
  return util.types.isMap(mapping) ? mapping : Object.entries(mapping);
}

/** Return a value that is no container as JSON. */
export function scalarText(value) {
  if (typeof value === "string") return stringText(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value === "bigint") return integerText(value);
  if (typeof value === "boolean" || value === null) return String(value);
  throw new TypeError(`expected a JSON value, got ${typeName(value)}`);
}

/** Return the key of a mapping as JSON. */
export function keyText(key) {
  if (typeof key !== "string") throw new TypeError(`expected text as the key, got ${typeName(key)}`);
  return stringText(key);
}

/** Return text as JSON. */
export function stringText(text) {
  if (text.length > STRING_UNITS) throw new RangeError(`expected at most ${STRING_UNITS} UTF-16 units of text`);
  if (!isStorable(text)) {
    throw new RangeError("Kestra cannot store U+0000, the text \\u0000 or a lone surrogate");
  }
  return quote(text);
}

/** Return an integer with all its digits. */
export function integerText(value) {
  const limit = 10n ** BigInt(INTEGER_DIGITS);
  if (value <= -limit || value >= limit) {
    throw new RangeError(`expected an integer of at most ${INTEGER_DIGITS} digits`);
  }
  return String(value);
}

/** Return the shortest digits that round-trip. */
export function numberText(value) {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a JSON number`);
  return String(value);
}

/** Return text as a JSON string of printable ASCII. */
export function quote(text) {
  if (!SPECIAL.test(text)) return `"${text}"`;
  return asciiText(JSON.stringify(text));
}

const CHUNK = 4_096;
const HEX = Buffer.from("0123456789abcdef");
const scratch = Buffer.allocUnsafe(6 * CHUNK);

/** Return JSON with every character outside ASCII escaped; by way of bytes, 5 times as fast as a regular expression. */
function asciiText(json) {
  if (Buffer.byteLength(json) === json.length && !json.includes("\x7f")) return json;
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
