/** A stream for pino, which sends each of its lines as one log. */

"use strict";

const { Writable } = process.getBuiltinModule?.("node:stream") ?? require("node:stream");

const { levelOf, sendEntry } = require("./entry.js");

const LEVEL_KEYS = ["level", "severity", "@level", "log.level", "lvl"];
const MESSAGE_KEYS = ["msg", "message", "@message", "event"];
const LEFT_OUT = ["time", "timestamp", "@timestamp", "pid", "hostname", "v"];

class KestraStream extends Writable {
  constructor() {
    super({ decodeStrings: false });
    this[Symbol.for("pino.metadata")] = true; // then pino sets the level and the message on the stream
  }

  _write(chunk, encoding, done) {
    for (const line of String(chunk).split("\n")) {
      if (line !== "") this.sendLine(line);
    }
    done();
  }

  sendLine(line) {
    let fields;
    try {
      fields = JSON.parse(line);
    } catch {
      return sendEntry("INFO", line, {});
    }
    const levelKey = LEVEL_KEYS.find((key) => levelOf(fields[key]));
    const messageKey = this.messageKey(fields);
    const level = levelOf(this.lastLevel) ?? levelOf(fields[levelKey]) ?? "INFO";
    const message = fields[messageKey];
    for (const key of [levelKey, messageKey, ...LEFT_OUT]) delete fields[key];
    sendEntry(level, message, fields);
  }

  /** Return the key of the message, which pino's option `messageKey` may have changed. */
  messageKey(fields) {
    const known = MESSAGE_KEYS.find((key) => typeof fields[key] === "string");
    if (typeof this.lastMsg !== "string" || fields[known] === this.lastMsg) return known;
    return Object.keys(fields).find((key) => fields[key] === this.lastMsg) ?? known;
  }
}

/** Return a new stream. */
function kestraStream() {
  return new KestraStream();
}

module.exports = kestraStream;
