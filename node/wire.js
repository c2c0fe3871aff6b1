/**
 * The wire: what a line holds, here that of logs; `data.js` has the other lines.
 *
 * Everything here is pure; what a line may hold, and why, is specified in `conformance/SPECIFICATION.md`.
 * What a plain message does not need is loaded on first use: a file takes 0.3 ms.
 */

"use strict";

const { escapeString, isStorable, jsonString, needsEscape } = require("./strings.js");

const LEVELS = new Map(["TRACE", "DEBUG", "INFO", "WARN", "ERROR"].map((name) => [name, name]));
LEVELS.set("WARNING", "WARN").set("CRITICAL", "ERROR").set("FATAL", "ERROR");

// Kestra cuts a message after so many UTF-16 units, even through a surrogate pair, which it then cannot store.
const MESSAGE_UNITS = 15_360;

/** Return the wire's name of a level given by name, in any case. */
function levelName(level, path) {
  if (typeof level !== "string") {
    throw new TypeError(`${path}: expected the name of a level, got ${require("./conversion.js").typeName(level)}`);
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
  const { isMap, isObject, typeName } = require("./conversion.js");
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
  const text = message[0];
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
  return `::${withoutBegin(payload)}::`;
}

/** Do what `frame` does for JSON in parts, of which none ends in a string; a long line stays in pieces. */
function frameParts(parts) {
  const pieces = ["::"];
  for (const part of [...parts.map(withoutBegin), "::"]) {
    const isShort = part.length < PIECE || pieces.at(-1).length < PIECE; // not worth a write
    if (isShort) pieces[pieces.length - 1] += part;
    else pieces.push(part);
  }
  return pieces.length === 1 ? pieces[0] : pieces;
}

const PIECE = 65_536; // bytes, as many as a pipe takes at once

/** Return JSON without the begin of a record in a string. */
function withoutBegin(payload) {
  return payload.replaceAll("::{", "::\\u007b");
}

let util; // of Node, which `messageText` loads

/** Return any arguments of a log as one text: a log never fails its caller. */
function messageText(args) {
  const [only] = args;
  if (args.length === 1 && typeof only === "string") return only;
  // In a bundle of ES modules `require` does not work; Node before 20.16 has nothing else.
  util ??= process.getBuiltinModule?.("node:util") ?? require("node:util");
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
    const { typeName } = require("./conversion.js");
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

module.exports = { frame, frameParts, levelName, logEntries, logLine, logsLine, messageText, sanitize, splitMessage };
