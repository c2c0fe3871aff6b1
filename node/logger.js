/** The logger: one method for each level, each of which works detached: `promise.catch(logger.error)`. */

"use strict";

const { streamFor, writeLog } = require("./stream.js");
const { logLine } = require("./wire.js");

function methodFor(level) {
  const name = streamFor([level]);
  return (...message) => writeLog(name, logLine(level, message));
}

exports.LOGGER = {
  trace: methodFor("TRACE"),
  debug: methodFor("DEBUG"),
  info: methodFor("INFO"),
  warn: methodFor("WARN"),
  warning: methodFor("WARN"),
  error: methodFor("ERROR"),
  critical: methodFor("ERROR"),
};
