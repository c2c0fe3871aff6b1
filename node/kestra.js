/**
 * The face: the calls that a script makes, documented in `index.d.ts`.
 *
 * A record walks from here through the logger, the wire (values to text) and the stream (text to stream).
 */

import { LOGGER } from "./logger.js";
import { nameFor, write, writeLog } from "./stream.js";
import {
  assetsLine,
  levelName,
  line,
  logEntries,
  logLine,
  logsLine,
  metricLine,
  metricName,
  outputsLine,
} from "./wire.js";

// None of them uses `this`, so that each works detached.
const Kestra = {
  logger() {
    return LOGGER;
  },

  log(level, ...message) {
    const name = levelName(level, "level");
    writeLog(nameFor([name]), logLine(name, message));
  },

  logs(entries) {
    const pairs = logEntries(entries, "logs");
    if (pairs.length > 0) {
      writeLog(nameFor(pairs.map(([level]) => level)), logsLine(pairs));
    }
  },

  outputs(mapping) {
    write("stdout", outputsLine(mapping));
  },

  assets(mapping) {
    write("stdout", assetsLine(mapping));
  },

  counter(name, value, tags) {
    sendMetric("counter", name, value, tags);
  },

  gauge(name, value, tags) {
    sendMetric("gauge", name, value, tags);
  },

  timer(name, duration, tags) {
    if (typeof duration === "function") return timeCall(name, duration, tags);
    sendMetric("timer", name, duration, tags);
  },

  capture() {
    // Not by `import`, which takes every script a millisecond for what few of them call.
    const require = process.getBuiltinModule("node:module").createRequire(import.meta.url);
    return require("./hooks.js").capture();
  },

  format(mapping) {
    return line(mapping, "format");
  },
};

const types = new Map(); // of the metrics that were sent, by name

function sendMetric(type, name, value, tags) {
  const metric = metricLine(type, name, value, tags);
  refuseAnotherType(type, name);
  write("stdout", metric);
  types.set(name, type);
}

/** Kestra stops reading the stream where a name comes back as another type. */
function refuseAnotherType(type, name) {
  const sent = types.get(name) ?? type;
  if (sent !== type) {
    throw new RangeError(`${type} ${metricName(type, name)}: expected a ${sent}, as this name was sent before`);
  }
}

/** Call a function, and time it until it returns, its promise settles, or it calls the callback that it takes. */
function timeCall(name, callable, tags) {
  metricLine("timer", name, 0, tags); // refuses what cannot be sent before anything runs
  refuseAnotherType("timer", name);
  const start = process.hrtime.bigint();
  let isStopped = false;

  function stop() {
    if (isStopped) return;
    isStopped = true;
    sendMetric("timer", name, Number(process.hrtime.bigint() - start) / 1e9, tags);
  }

  function fail(error) {
    try {
      stop();
    } catch {
      // What the function has thrown is the error to pass on.
    }
    throw error;
  }

  const takesCallback = callable.length === 1;
  let result;
  try {
    result = takesCallback ? callable(stop) : callable();
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

// The last name is what `require` returns.
export { Kestra, Kestra as default, Kestra as "module.exports" };
