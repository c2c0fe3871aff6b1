/**
 * The face: the calls that a script makes, documented in `index.d.ts`.
 *
 * A record walks from here through the logger, the wire (values to text) and the stream (text to stream).
 */

import { LOGGER } from "./logger.js";
import { nameFor, writeLog } from "./stream.js";
import { levelName, line, logEntries, logLine } from "./wire.js";

// None of them uses `this`, so that each works detached.
const Kestra = {
  logger() {
    return LOGGER;
  },

  log(level, ...message) {
    const name = levelName(level, "level");
    writeLog(nameFor([name]), logLine([[name, message]]));
  },

  logs(entries) {
    const pairs = logEntries(entries, "logs");
    if (pairs.length > 0) {
      writeLog(nameFor(pairs.map(([level]) => level)), logLine(pairs));
    }
  },

  format(mapping) {
    return line(mapping, "format");
  },
};

// The last name is what `require` returns.
export { Kestra, Kestra as default, Kestra as "module.exports" };
