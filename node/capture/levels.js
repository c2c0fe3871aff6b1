/** The level of what programs print: bytes in, events out, each at the level that its author gave it. */

"use strict";

const { Grouping } = require("./level-events.js");
const { readLine } = require("./level-lines.js");
const { RECORD } = require("./send.js");

const ANSI = /\x1b(?:\[[0-9;:?]*[A-Za-z]|\([AB0]|\][^\x07\x1b]*(?:\x07|\x1b\\))/g;
const LINE_END = 0x0a;
const LINE_LIMIT = 262_144; // bytes of a line that are held until its end comes
const RECORD_LIMIT = 33_554_432; // of a line that may be a record: Kestra takes 20,000,000 characters
const EMPTY = Buffer.alloc(0);

/**
 * Reads both streams of a program, and returns its events: `{ stream, level, message, isRecord, isSure, raw }`.
 *
 * `stdout` and `stderr` are the levels of lines that no rule is sure of; `raw` is a buffer of the lines as printed.
 */
class Detector {
  constructor({ stdout = "INFO", stderr = "ERROR" } = {}) {
    this.streams = { stdout: new Stream("stdout", stdout), stderr: new Stream("stderr", stderr) };
  }

  /** Take bytes of "stdout" or "stderr", and return the events that are complete with them. */
  feed(stream, data) {
    return this.streams[stream].feed(data);
  }

  /** Return what is held of whole lines, when nothing has followed for a moment. */
  flush(stream) {
    return this.streams[stream].flush();
  }

  /** Return what is held of whole lines; what follows is another event. */
  end(stream) {
    return this.streams[stream].end();
  }

  /** Return all that is held, also a last line without its end. */
  close(stream) {
    return this.streams[stream].close();
  }
}

/** The lines of one stream. */
class Stream {
  rest = EMPTY; // the start of a line
  isCut = false; // what was before it has been sent
  grouping = new Grouping();

  constructor(name, defaultLevel) {
    this.name = name;
    this.defaultLevel = defaultLevel;
  }

  feed(data) {
    const end = data.lastIndexOf(LINE_END) + 1;
    if (end === 0) {
      this.rest = Buffer.concat([this.rest, data]);
      return this.rest.length > LINE_LIMIT ? this.shorten() : [];
    }
    const whole = Buffer.concat([this.rest, data.subarray(0, end - 1)]);
    this.rest = data.subarray(end);
    return this.lines(whole);
  }

  flush() {
    return this.events(this.grouping.flush());
  }

  end() {
    return this.events(this.grouping.close());
  }

  close() {
    const { rest } = this;
    this.rest = EMPTY;
    const events = rest.length > 0 ? this.lines(rest) : [];
    return [...events, ...this.end()];
  }

  /** Read whole lines, without the last line end. */
  lines(data) {
    if (this.isCut) return this.afterCut(data);
    const events = [];
    for (let start = 0; start <= data.length; ) {
      const found = data.indexOf(LINE_END, start);
      const end = found < 0 ? data.length : found;
      events.push(...this.line(data.subarray(start, end)));
      start = end + 1;
    }
    return events;
  }

  /** Read a line, which may be a record, or have one behind a carriage return, which ends a line for Kestra. */
  line(raw) {
    const text = raw.toString();
    if (text.includes("::{")) {
      const parts = text.split("\r");
      const records = parts.filter((part) => RECORD.test(part));
      if (records.length > 0) {
        const rest = parts.filter((part) => !RECORD.test(part)).join("\r");
        const events = rest.trim() === "" ? [] : this.line(Buffer.from(rest));
        events.push(...this.events(this.grouping.close()));
        return [...events, ...records.map((record) => this.event({ message: record, isRecord: true, raw }))];
      }
    }
    return this.events(this.grouping.take({ ...readLine(clean(text)), raw }));
  }

  /** Read a part of a line that is longer than what is held, or forget what a carriage return overwrote in it. */
  shorten() {
    const { rest } = this;
    const marker = rest.indexOf("::{");
    if (marker === 0 && rest.length <= RECORD_LIMIT) return [];
    let length = rest.length;
    while (rest[length - 1] === 0x0d) length--;
    const last = rest.subarray(0, length).lastIndexOf(0x0d) + 1;
    if (last > 0 && marker < 0) {
      this.rest = rest.subarray(last);
      return [];
    }
    let end = rest.length - 4;
    while (end > rest.length - 8 && (rest[end] & 0xc0) === 0x80) end--; // within a character
    this.rest = rest.subarray(end);
    const events = [...this.lines(rest.subarray(0, end)), ...this.flush()];
    this.isCut = true;
    return events;
  }

  /** Send the next part of a long line at the level of the first one, and then read the lines behind it. */
  afterCut(data) {
    this.isCut = false;
    const end = data.indexOf(LINE_END);
    const raw = end < 0 ? data : data.subarray(0, end);
    const events = this.events(this.grouping.goOn({ text: clean(raw.toString()), raw }));
    return end < 0 ? events : [...events, ...this.lines(data.subarray(end + 1))];
  }

  events(groups) {
    return groups.map(({ level, lines }) => {
      const raw = lines.length === 1 ? lines[0].raw : joined(lines.map((line) => line.raw));
      const message = lines.map(({ text }) => text).join("\n");
      return this.event({ level: level || this.defaultLevel, message, isSure: level !== "", raw });
    });
  }

  event(members) {
    return { stream: this.name, level: "", isRecord: false, isSure: true, ...members };
  }
}

function joined(raws) {
  return Buffer.concat(raws.flatMap((raw, index) => (index === 0 ? [raw] : [Buffer.of(LINE_END), raw])));
}

/** Return a line without colours, a carriage return at its end, and what carriage returns within overwrote. */
function clean(raw) {
  let text = raw.includes("\x1b") ? raw.replace(ANSI, "") : raw;
  if (!text.includes("\r")) return text;
  text = text.replace(/\r+$/, "");
  if (!text.includes("\r")) return text;
  return (
    text
      .split("\r")
      .reverse()
      .find((part) => part.trim() !== "") ?? ""
  );
}

module.exports = { Detector, clean, readLine };
