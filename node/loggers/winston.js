/** A transport for winston, which sends each of its entries as one log. */

"use strict";

const { Writable } = process.getBuiltinModule?.("node:stream") ?? require("node:stream");

const { levelOf, sendEntry } = require("./entry.js");

const LEVEL = Symbol.for("level"); // as the script named it, without the colours of a format

class KestraTransport extends Writable {
  constructor({ level, silent = false, handleExceptions = false, handleRejections = false } = {}) {
    super({ objectMode: true });
    Object.assign(this, { level, silent, handleExceptions, handleRejections });
    this.on("pipe", (logger) => (this.levels = logger.levels));
  }

  /** Send one entry; winston calls this. */
  log(info, done) {
    const { level, message, timestamp, ...fields } = info; // Kestra keeps the time
    // Of an Error, as in `logger.error(error)`, these two are not enumerable.
    if (info instanceof Error) Object.assign(fields, { stack: info.stack, cause: info.cause });
    const name = info[LEVEL] ?? level;
    if (this.isWanted(name, info)) sendEntry(levelOf(name) ?? this.rankedLevel(name), message, fields);
    done?.();
  }

  _write(info, encoding, done) {
    this.log(info, done);
  }

  isWanted(name, { exception, rejection }) {
    if (this.silent || (exception && !this.handleExceptions) || (rejection && !this.handleRejections)) return false;
    return !this.level || !this.levels || this.levels[name] <= this.levels[this.level];
  }

  /** Return the level of the script's own name, which is that of the next more severe known name. */
  rankedLevel(name) {
    const names = Object.keys(this.levels ?? {}).sort((one, other) => this.levels[other] - this.levels[one]);
    return levelOf(names.slice(names.indexOf(name)).find(levelOf)) ?? (name in (this.levels ?? {}) ? "ERROR" : "INFO");
  }
}

module.exports = KestraTransport;
