"use strict";

// Makes the call that its arguments describe with the installed package. The protocol is in ../SPECIFICATION.md.

const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const { dirname, join } = require("node:path");
const readline = require("node:readline");

// In the batch mode, what is written to the two streams during a call: this function is here before the package's.
const { writeSync } = fs;
let written;
fs.writeSync = function (descriptor, data, ...rest) {
  if (!written || descriptor > 2) return writeSync.call(this, descriptor, data, ...rest);
  const bytes = typeof data === "string" ? Buffer.from(data, rest[1]) : Buffer.from(data);
  written[descriptor].push(bytes);
  return bytes.length;
};

let Kestra = require("@kestra-io/libs");

// What no user calls; it is installed with the package.
const PACKAGE = dirname(require.resolve("@kestra-io/libs/package.json"));
const internal = (name) => require(internal.resolve(name));
internal.resolve = (name) => join(PACKAGE, name);

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
      fs.writeSync(stream === "stdout" ? 1 : 2, `${isRecord ? message : logLine(level, [message])}\n`);
    }
  },
  calls(...texts) {
    for (const text of texts) make(...parse(text));
  },
};

function make(verb = "", ...rest) {
  expect(
    Object.hasOwn(CALLS, verb),
    `verb: expected one of ${Object.keys(CALLS).join(", ")}, got ${JSON.stringify(verb)}`,
  );
  CALLS[verb](...rest);
}

/** Make a call, and return the exit status. */
function statusOf(call) {
  try {
    make(...call);
    return 0;
  } catch (error) {
    // TypeError and RangeError are the package's refusals, SyntaxError is JSON.parse's, a `code` the system's; the rest are bugs.
    const isRefusal = [TypeError, RangeError, SyntaxError].some((kind) => error instanceof kind) || error.code;
    if (!isRefusal) throw error;
    fs.writeSync(2, `${error.message}\n`);
    return 1;
  }
}

/** Make a call as if it were the only one of the process. */
function answer(call) {
  if (call[0] === "capture") {
    // Capture knows the real streams, and how the process began.
    return spawnSync(process.execPath, [__filename, ...call]);
  }
  delete require.cache[internal.resolve("api.js")]; // which keeps the types of metrics
  Kestra = internal("api.js");
  written = { 1: [], 2: [] };
  const status = statusOf(call);
  const [stdout, stderr] = [written[1], written[2]].map((parts) => Buffer.concat(parts));
  written = undefined;
  return { status, stdout, stderr };
}

/** Write to a pipe that takes only a part, or nothing for the time being, as Bun's standard output may. */
async function writeAnswer(bytes) {
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(fs.writeSync(1, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

/** Answer a line of JSON for each line of arguments. */
async function batch() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const call = JSON.parse(line).map((text) => Buffer.from(text, "base64").toString());
    const { status, stdout, stderr } = answer(call);
    const text = JSON.stringify({ status, stdout: stdout.toString("base64"), stderr: stderr.toString("base64") });
    await writeAnswer(Buffer.from(`${text}\n`));
  }
}

if (process.argv[2] === "--batch") batch();
else process.exitCode = statusOf(process.argv.slice(2));
