/**
 * The API: the calls that a script makes, documented in `index.d.ts`.
 *
 * A record passes from here through the logger, the wire (values to text) and the stream (text to stream).
 */

"use strict";

const { LOGGER } = require("./logger.js");
const { streamFor, write, writeLog } = require("./stream.js");
const wire = require("./wire.js");

let loadedData;

/** Return the wire of data, loaded on first use: most scripts only log. */
function data() {
  return (loadedData ??= require("./data.js"));
}

// No call uses `this`, so each works detached.
const Kestra = {
  logger() {
    return LOGGER;
  },

  log(level, ...message) {
    const name = wire.levelName(level, "level");
    writeLog(streamFor([name]), wire.logLine(name, message));
  },

  logs(entries) {
    const pairs = wire.logEntries(entries, "logs");
    if (pairs.length > 0) {
      writeLog(streamFor(pairs.map(([level]) => level)), wire.logsLine(pairs));
    }
  },

  batch(callable) {
    return require("./batch.js").batch(callable); // on first use, as few scripts call it
  },

  outputs(mapping) {
    if (isReplaced()) Kestra._send({ outputs: mapping });
    else write("stdout", data().outputsLine(mapping));
  },

  assets(mapping) {
    if (isReplaced()) Kestra._send({ assets: mapping });
    else write("stdout", data().assetsLine(mapping));
  },

  counter(name, value, tags) {
    Kestra._metrics(name, "counter", value, tags);
  },

  gauge(name, value, tags) {
    Kestra._metrics(name, "gauge", value, tags);
  },

  timer(name, duration, tags) {
    if (typeof duration === "function") return timeCall(name, duration, tags);
    Kestra._metrics(name, "timer", duration, tags);
  },

  capture() {
    return require("./capture/console.js").capture(); // on first use, as few scripts call it
  },

  format(mapping) {
    return data().line(mapping, "format");
  },

  loadExecutionContext(path) {
    return require("./context.js").loadExecutionContext(path); // on first use, as few scripts call it
  },

  // Deprecated; the README of version 2.0.0 showed these two.
  _send(mapping) {
    write("stdout", Kestra.format === FORMAT ? data().line(mapping, "_send") : Kestra.format(mapping));
  },

  _metrics(name, type, value, tags) {
    if (!["counter", "gauge", "timer"].includes(type)) {
      throw new RangeError(`_metrics: type: expected counter, gauge or timer, got ${String(type)}`);
    }
    if (isReplaced()) return Kestra._send({ metrics: [{ name, type, value, tags: tags || {} }] });
    const metric = data().metricLine(type, name, value, tags);
    refuseAnotherKind(type, name);
    write("stdout", metric);
    sentKinds.set(String(name), type);
  },
};

const { _send: SEND, format: FORMAT } = Kestra;

/**
 * Tell whether a script or a test has replaced `Kestra._send` or `Kestra.format`, and so gets the payloads.
 *
 * Version 2.0.0 called them by these names: its users replace them to see what is sent, or to encode it themselves.
 */
function isReplaced() {
  return Kestra._send !== SEND || Kestra.format !== FORMAT;
}

const sentKinds = new Map(); // the type of each metric that was sent, by name

/** Refuse a name that was sent as another type, at which Kestra stops reading the stream. */
function refuseAnotherKind(kind, name) {
  const sent = sentKinds.get(String(name)) ?? kind;
  if (sent !== kind) {
    throw new RangeError(`${kind} ${data().metricName(kind, name)}: already sent as a ${sent}`);
  }
}

/**
 * Call a function, and time it until it returns, or its promise settles.
 *
 * It gets a callback that stops the clock; if the function declares a parameter, the timer waits for the callback.
 */
function timeCall(name, callable, tags) {
  data().metricLine("timer", name, 0, tags); // refuses what cannot be sent before anything runs
  refuseAnotherKind("timer", name);
  const start = process.hrtime.bigint();
  let isStopped = false;

  function stop() {
    if (isStopped) return;
    isStopped = true;
    Kestra._metrics(name, "timer", Number(process.hrtime.bigint() - start) / 1e9, tags);
  }

  function fail(error) {
    try {
      stop();
    } catch {
      // The error of the function is the one to pass on.
    }
    throw error;
  }

  const takesCallback = callable.length > 0;
  let result;
  try {
    result = callable(stop);
  } catch (error) {
    fail(error);
  }
  if (typeof result?.then === "function") {
    return Promise.resolve(result).then((value) => {
      if (!takesCallback) stop();
      return value;
    }, fail);
  }
  if (!takesCallback) stop();
  return result;
}

// For each form of `import` that a compiler, such as Babel or TypeScript, compiles to `require`. There is no `__esModule`,
// because the automatic mocks of jest and vitest evaluate every getter of an object that has it.
Kestra.Kestra = Kestra;
Object.defineProperty(Kestra, "default", { value: Kestra });

// Not enumerable, because code that lists or copies the calls would fail where there is no context: outside Kestra.
Object.defineProperty(Kestra, "context", {
  get: () => require("./context.js").currentContext(),
  configurable: true,
});

module.exports = Kestra;
