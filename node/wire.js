/**
 * The wire: values to text.
 *
 * Everything here is pure; what a line may hold, and why, is specified in `conformance/SPECIFICATION.md`.
 */

// Not by `import`, which takes a millisecond to list what a module of Node's own exports.
const util = process.getBuiltinModule("node:util");

const LEVELS = new Map(["TRACE", "DEBUG", "INFO", "WARN", "ERROR"].map((name) => [name, name]));
LEVELS.set("WARNING", "WARN").set("CRITICAL", "ERROR").set("FATAL", "ERROR");

// Kestra cuts a message after so many UTF-16 units, even through a surrogate pair, which it then cannot store.
const MESSAGE_UNITS = 15_360;
// Past these limits Kestra's JSON reader refuses the whole line.
const STRING_UNITS = 20_000_000;
const DIGITS = 1_000;
const NESTING = 1_000;
// Kestra counts a timer in nanoseconds of 64 bits, 9,223,372,036 s at most, and stops reading the stream past that.
const TIMER_SECONDS = 9_000_000_000;

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

/** Return the line of one log, whose message is the list of its arguments. */
export function logLine(level, message) {
  const [text] = message;
  const isShort = message.length === 1 && typeof text === "string" && text.length <= MESSAGE_UNITS;
  if (!isShort) return logsLine([[level, message]]);
  // Most messages are a plain text, which one look shows to be storable, too.
  const json = SPECIAL.test(text) ? asciiText(JSON.stringify(storable(text))) : `"${text}"`;
  return `::{"logs":[{"level":"${level}","message":${json}}]}::`;
}

/** Return the line of [level, message] pairs; a message that Kestra would cut is several entries. */
export function logsLine(pairs) {
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
  return `::${jsonText(mappingOf(payload, place), place)}::`;
}

/** Return the line that carries outputs. */
export function outputsLine(outputs) {
  const mapping = mappingOf(outputs, "outputs");
  if (util.types.isMap(mapping) ? mapping.has("") : Object.hasOwn(mapping, "")) {
    throw new RangeError('outputs[""]: expected a name, got an empty key');
  }
  return `::{"outputs":${jsonText(mapping, "outputs", NESTING - 1)}}::`;
}

/** Return the line that carries assets. */
export function assetsLine(assets) {
  return `::{"assets":${jsonText(mappingOf(assets, "assets"), "assets", NESTING - 1)}}::`;
}

/** Return the line that carries a counter, a gauge or a timer. */
export function metricLine(type, name, value, tags) {
  const quoted = metricName(type, name);
  const number = metricValue(type, value, `${type} ${quoted}: value`);
  const labels = tagsText(tags, `${type} ${quoted}: tags`);
  return `::{"metrics":[{"name":${quoted},"type":"${type}","value":${number},"tags":${labels}}]}::`;
}

/** Return the name of a metric as JSON. */
export function metricName(type, name) {
  if (typeof name !== "string") throw new TypeError(`${type}: name: expected text, got ${typeName(name)}`);
  if (name === "") throw new RangeError(`${type}: name: expected text, got an empty one`);
  return scalarAt(name, `${type}: name`);
}

/** Return the value of a metric as JSON: a number in the range of a double, as Kestra stops reading at others. */
function metricValue(type, value, place) {
  const number = convertedAt(value, place);
  if (typeof number !== "number" && typeof number !== "bigint") {
    throw new TypeError(`${place}: expected a number, got ${typeName(value)}`);
  }
  const text = scalarAt(number, place);
  if (!Number.isFinite(Number(number))) {
    throw new RangeError(`${place}: expected a number in the range of a double`);
  }
  if (type === "timer" && !(number >= 0 && number <= TIMER_SECONDS)) {
    throw new RangeError(`${place}: expected from 0 to ${TIMER_SECONDS} seconds, got ${text}`);
  }
  return text;
}

/** Return tags as JSON, each value as text, for Kestra holds no other. */
function tagsText(tags, place) {
  const parts = [];
  const taken = new Set();
  for (const [key, value] of membersOf(mappingOf(tags ?? {}, place))) {
    const name = at(place, () => keyOf(key, taken));
    const quoted = scalarAt(name, place);
    const here = `${place}[${quoted}]`;
    if (name === "") throw new RangeError(`${here}: expected a name, got an empty key`);
    const found = convertedAt(value, here);
    if (!["string", "number", "bigint", "boolean"].includes(typeof found)) {
      throw new TypeError(`${here}: expected text, a number or a bool, got ${typeName(value)}`);
    }
    taken.add(name);
    const text = scalarAt(found, here);
    parts.push(`${quoted}:${typeof found === "string" ? text : `"${text}"`}`);
  }
  return `{${parts.join(",")}}`;
}

/** Return what has to be a mapping: an object, a Map, or what its `toJSON` returns. */
function mappingOf(value, place) {
  const found = convertedAt(value, place);
  if (!isMapping(found)) throw new TypeError(`${place}: expected an object or a Map, got ${typeName(value)}`);
  return found;
}

function convertedAt(value, place) {
  return isObject(value) ? at(place, () => converted(value, "")) : value;
}

function scalarAt(value, place) {
  return at(place, () => scalarText(value));
}

/** Return what a function returns; a refusal of its goes on with the place. */
function at(place, find) {
  try {
    return find();
  } catch (error) {
    throw located(error, place);
  }
}

/** Return an error anew, with the place where it comes from; what else a `toJSON` threw is the caller's own. */
function located(error, place) {
  if (error instanceof TypeError) return new TypeError(`${place}: ${error.message}`);
  return error instanceof RangeError ? new RangeError(`${place}: ${error.message}`) : error;
}

/** Return a value as compact JSON of so many levels at most, or refuse what cannot arrive exactly, naming its place. */
export function jsonText(value, place, levels = NESTING) {
  return quickText(value) ?? exactText(value, place, levels);
}

/** Return what `JSON.stringify` makes of a value; undefined where that is not surely right. */
export function quickText(value, levels = QUICK_LEVELS) {
  try {
    if (!isPlainLeaf(value) && !isPlainContainer(value, levels)) return undefined;
    const json = JSON.stringify(value);
    // `includes` is 30 times as fast as the expression, and most values hold no backslash.
    return json.includes("\\") && UNSTORABLE.test(json) ? undefined : asciiText(json);
  } catch {
    return undefined; // a getter has thrown, say: `exactText` finds its place
  }
}

// Enough for most data, and few enough to give up soon on a value that contains itself.
const QUICK_LEVELS = 100;
// Of a part of a value, which is looked at again for each level above it.
const PART_LEVELS = 4;
const DATE_TO_JSON = Date.prototype.toJSON;

/** Tell whether `JSON.stringify` loses nothing of a value that is no container. */
function isPlainLeaf(value) {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length <= STRING_UNITS;
  return typeof value === "boolean" || value === null;
}

/**
 * Tell whether a value is a container of so many levels at most of which `JSON.stringify` loses nothing.
 *
 * Asks about leaves in its loops, as a call for each takes 3 times as long; so it takes a tenth of the time of `JSON.stringify`.
 */
function isPlainContainer(value, levels) {
  if (typeof value !== "object" || levels === 0) return false;
  if (Array.isArray(value)) {
    if (value.toJSON !== undefined) return false;
    for (let index = 0; index < value.length; index++) {
      const member = value[index];
      if (!isPlainLeaf(member) && !isPlainContainer(member, levels - 1)) return false;
    }
    return true;
  }
  if (Object.getPrototypeOf(value) === Date.prototype) {
    return value.toJSON === DATE_TO_JSON && !Number.isNaN(value.getTime());
  }
  if (value.toJSON !== undefined || !isRecord(value)) return false;
  for (const key in value) {
    const member = value[key];
    if (key.length > STRING_UNITS) return false;
    if (!isPlainLeaf(member) && member !== undefined && !isPlainContainer(member, levels - 1)) return false;
  }
  return true;
}

/** Return what `jsonText` does, one value at a time. */
export function exactText(value, place, levels = NESTING) {
  // The containers around the value at hand, and the keys that lead to one that is refused, its own first.
  const way = { open: [], levels, keys: [] };
  try {
    return valueText(value, way);
  } catch (error) {
    const keys = way.keys.reverse().map((key) => `[${typeof key === "number" ? key : quote(key)}]`);
    throw located(error, place + keys.join(""));
  }
}

function valueText(value, way) {
  if (!isObject(value)) return scalarText(value);
  const { open, levels } = way;
  const found = listOf(value) ?? value;
  // A part of a value is mostly plain, a row of a table say, and a typed array is once it is a list.
  const text = open.length + PART_LEVELS <= levels ? quickText(found, PART_LEVELS) : undefined;
  if (text !== undefined) return text;
  const isList = Array.isArray(found);
  if (!isList && !isMapping(found)) throw new TypeError(`expected a JSON value, got ${typeName(value)}${hint(value)}`);
  if (open.includes(value)) throw new RangeError("expected a value with an end, got one that contains itself");
  if (open.length === levels) throw new RangeError(`expected at most ${NESTING} levels of nesting in a line`);
  open.push(value);
  // By `join`, which leaves one flat text, where `+=` leaves a tree of texts that takes twice as long.
  const json = isList ? `[${listParts(found, way).join(",")}]` : `{${mappingParts(found, way).join(",")}}`;
  open.pop();
  return json;
}

function listParts(list, way) {
  const parts = [];
  for (let index = 0; index < list.length; index++) {
    try {
      parts.push(valueText(converted(list[index], index), way));
    } catch (error) {
      way.keys.push(index);
      throw error;
    }
  }
  return parts;
}

function mappingParts(mapping, way) {
  const parts = [];
  const taken = util.types.isMap(mapping) ? new Set() : undefined; // an object has each key once, and as text
  for (const [key, original] of membersOf(mapping)) {
    const name = taken ? keyOf(key, taken) : key;
    const quoted = stringText(name);
    taken?.add(name);
    try {
      const member = converted(original, name);
      if (member !== undefined) parts.push(`${quoted}:${valueText(member, way)}`);
    } catch (error) {
      way.keys.push(name);
      throw error;
    }
  }
  return parts;
}

/** Return what `JSON.stringify` would write in the place of an object: what its `toJSON` returns, or the value in a box. */
function converted(value, key) {
  if (!isObject(value)) return value;
  if (typeof value.toJSON === "function" && !Buffer.isBuffer(value)) {
    // Its `toJSON` returns null, as if it had been left out on purpose.
    const isInvalid = util.types.isDate(value) && Number.isNaN(value.getTime());
    if (isInvalid) throw new RangeError("Invalid Date is not a JSON value");
    return value.toJSON(String(key));
  }
  return util.types.isBoxedPrimitive(value) ? value.valueOf() : value;
}

/** Return the key of a `Map` as text; a number, a boolean or null as its JSON. */
function keyOf(key, taken) {
  const found = converted(key, "");
  if (isObject(found) || ["undefined", "function", "symbol"].includes(typeof found)) {
    throw new TypeError(`expected text as a key, got ${typeName(key)}`);
  }
  const text = typeof found === "string" ? found : scalarText(found);
  if (taken.has(text)) throw new RangeError(`expected each key once, got ${quote(text)} twice`);
  return text;
}

/** Return a list as an array; undefined for what is no list. */
function listOf(value) {
  if (Array.isArray(value)) return value;
  if (util.types.isSet(value) || (util.types.isTypedArray(value) && !Buffer.isBuffer(value))) return Array.from(value);
  return undefined;
}

function isMapping(value) {
  return isObject(value) && (isRecord(value) || util.types.isMap(value));
}

/** Tell whether an object is its members, as an instance of a class is, and a RegExp or an Error is not. */
function isRecord(value) {
  const prototype = Object.getPrototypeOf(value);
  return (
    prototype === Object.prototype || prototype === null || Object.prototype.toString.call(value) === "[object Object]"
  );
}

function membersOf(mapping) {
  return util.types.isMap(mapping) ? mapping : Object.entries(mapping);
}

/** Return what may help whoever passed an object that has no one meaning. */
function hint(value) {
  if (ArrayBuffer.isView(value) || util.types.isAnyArrayBuffer(value)) return ": decode it, or encode it in base64";
  return typeof value[Symbol.iterator] === "function" ? ": pass Array.from() of it" : "";
}

/** Return a value that is no container as JSON. */
function scalarText(value) {
  if (typeof value === "string") return stringText(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value === "bigint") return integerText(value);
  if (typeof value === "boolean" || value === null) return String(value);
  throw new TypeError(`expected a JSON value, got ${typeName(value)}`);
}

/** Return text as JSON. */
function stringText(text) {
  if (text.length > STRING_UNITS) throw new RangeError(`expected text of at most ${STRING_UNITS} UTF-16 units`);
  if (!SPECIAL.test(text)) return `"${text}"`;
  if (!isStorable(text)) {
    throw new RangeError("expected text without U+0000, the six characters \\u0000 and lone surrogates");
  }
  return quote(text);
}

/** Return an integer with all its digits. */
function integerText(value) {
  if (value <= -INTEGER_END || value >= INTEGER_END) {
    throw new RangeError(`expected a number of at most ${DIGITS} digits`);
  }
  return String(value);
}

const INTEGER_END = 10n ** BigInt(DIGITS);

/** Return the shortest digits that round-trip. */
function numberText(value) {
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
let scratch;

/** Return JSON with every character outside ASCII escaped; by way of bytes, 5 times as fast as a regular expression. */
function asciiText(json) {
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
