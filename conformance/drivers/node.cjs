"use strict";

// Makes the call that its arguments describe with the installed package. The protocol is in ../SPECIFICATION.md.

const { dirname, join } = require("node:path");

const Kestra = require("@kestra-io/libs");

// What no user calls; it is installed with the package.
const PACKAGE = dirname(require.resolve("@kestra-io/libs/package.json"));
const internal = (name) => require(join(PACKAGE, name));

/** Read a JSON text; an integer beyond 2^53 is rounded here, before the package sees it. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(JSON.stringify(error.message)); // as it may quote a line end of the text
  }
}

function expect(condition, message) {
  if (!condition) throw new TypeError(message);
}

/** LEVEL MESSAGE [LEVEL MESSAGE]... as the entries `Kestra.logs` takes. */
function pairs(rest) {
  expect(rest.length > 0 && rest.length % 2 === 0, `logs: expected LEVEL MESSAGE pairs, got ${rest.length} arguments`);
  return rest.flatMap((level, index) => (index % 2 === 0 ? [{ level, message: rest[index + 1] }] : []));
}

/** KEY=TEXT, and KEY:=JSON where `jsonValues` asks for it; a Map, as an object would move integer-like keys to the front. */
function mapping(rest, jsonValues) {
  const members = new Map();
  for (const argument of rest) {
    const equals = argument.indexOf("=");
    expect(equals >= 0, `expected KEY=VALUE, got ${JSON.stringify(argument)}`);
    const isJson = jsonValues && argument[equals - 1] === ":";
    const key = argument.slice(0, isJson ? equals - 1 : equals);
    const text = argument.slice(equals + 1);
    expect(!members.has(key), `${JSON.stringify(key)} is given twice`);
    members.set(key, isJson ? parse(text) : text);
  }
  return members;
}

function metric(verb, rest) {
  expect(rest.length >= 2, `${verb}: expected NAME VALUE [TAG=TEXT]..., got ${rest.length} arguments`);
  const [name, value, ...tags] = rest;
  Kestra[verb](name, parse(value), mapping(tags, false));
}

const CALLS = {
  log(...rest) {
    expect(rest.length === 2, `log: expected LEVEL MESSAGE, got ${rest.length} arguments`);
    Kestra.log(...rest);
  },
  logs(...rest) {
    Kestra.logs(pairs(rest));
  },
  outputs(...rest) {
    Kestra.outputs(mapping(rest, true));
  },
  assets(...rest) {
    const members = mapping(rest, true);
    expect(!members.has(""), "expected KEY=VALUE, got an empty key"); // no call, though any map is an assets' map
    Kestra.assets(members);
  },
  counter: (...rest) => metric("counter", rest),
  gauge: (...rest) => metric("gauge", rest),
  timer: (...rest) => metric("timer", rest),
  capture(...rest) {
    const levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"];
    expect(
      rest.length === 2 && levels.includes(rest[0]),
      `capture: expected LEVEL MESSAGE, got ${JSON.stringify(rest)}`,
    );
    const release = Kestra.capture();
    console[rest[0].toLowerCase()](rest[1]);
    release();
  },
  levels(stream, text) {
    expect(["stdout", "stderr"].includes(stream), `levels: expected stdout or stderr, got ${JSON.stringify(stream)}`);
    const { Detector } = internal("capture/levels.js");
    const { logLine } = internal("wire.js");
    const detector = new Detector();
    for (const { level, message, isRecord } of [
      ...detector.feed(stream, Buffer.from(text)),
      ...detector.close(stream),
    ]) {
      process[stream].write(`${isRecord ? message : logLine(level, [message])}\n`);
    }
  },
};

const [verb = "", ...rest] = process.argv.slice(2);
try {
  expect(
    Object.hasOwn(CALLS, verb),
    `verb: expected one of ${Object.keys(CALLS).join(", ")}, got ${JSON.stringify(verb)}`,
  );
  CALLS[verb](...rest);
} catch (error) {
  // TypeError and RangeError are the package's refusals, SyntaxError is JSON.parse's, a `code` the system's; the rest are bugs.
  const isRefusal = [TypeError, RangeError, SyntaxError].some((kind) => error instanceof kind) || error.code;
  if (!isRefusal) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
