/** The logger: one method a level, each of which works detached: `promise.catch(logger.error)`. */

import { nameFor, writeLog } from "./stream.js";
import { logLine } from "./wire.js";

function methodFor(level) {
  const name = nameFor([level]);
  return (...message) => writeLog(name, logLine(level, message));
}

export const LOGGER = {
  trace: methodFor("TRACE"),
  debug: methodFor("DEBUG"),
  info: methodFor("INFO"),
  warn: methodFor("WARN"),
  error: methodFor("ERROR"),
};
