/** The lines that belong together: a stack trace, a framed diagnostic, a message of several lines. */

"use strict";

const { blockOf, continuesBlock, matches } = require("./level-blocks.js");

const BLANK_LIMIT = 100; // blank lines after which an event has ended
const EVENT_LIMIT = 65_536; // characters of an event that are held; a longer one is sent in parts
const TRACEBACK = "Traceback (most recent call last):";

/** The event that is open, and lines after it of which the next one tells whether they belong to it. */
class Grouping {
  head = { text: "", level: "", rule: "blank", isStrong: false };
  level = "";
  lines = []; // those that have not been sent
  size = 0; // of these, in characters
  waiting = [];
  isAfterBlank = false;
  count = 0; // of the lines after the first
  block = ""; // the kind of an event with rules of its own
  isOpen = false;
  hasTimes = false; // the stream has shown a line with a time

  /** Whether lines wait for the next one. */
  get isHolding() {
    return this.lines.length > 0 || this.waiting.length > 0;
  }

  /** Take the next line, and return the events that are complete with it. */
  take(line) {
    if (line.rule === "blank") return this.takeBlank(line);
    if (this.isOpen && (this.block || !line.isStrong || line.text[0] === "\t")) {
      const answer = this.continues(line);
      if (answer === "wait") {
        this.waiting.push(line);
        return [];
      }
      if (answer) return this.add(line);
    }
    const done = this.close();
    if (line.rule === "time") this.hasTimes = true;
    const { level } = line;
    Object.assign(this, { head: line, level, lines: [line], size: line.text.length, count: 0 });
    Object.assign(this, { isOpen: true, isAfterBlank: false, block: blockOf(line) });
    return done;
  }

  /** Take another part of the last line, and return what is held. */
  goOn(line) {
    return [...this.add({ ...line, level: "", rule: "part", isStrong: false }), ...this.flush()];
  }

  /** Return what is held; lines that follow still have the level of the event. */
  flush() {
    const { level, lines, waiting } = this;
    const done = lines.length > 0 ? [{ level, lines }] : [];
    for (const line of waiting) {
      // Blank lines after an event only set it apart from the next.
      if (level === "" || line.rule !== "blank") done.push({ level: "", lines: [line] });
    }
    Object.assign(this, { lines: [], waiting: [], size: 0 });
    return done;
  }

  /** Return what is held: the event has ended. */
  close() {
    this.isOpen = false;
    if (this.block !== "node place" || this.level) return this.flush();
    const done = this.lines.map((line) => ({ level: "", lines: [line] })); // a path alone, and what stood below it
    this.lines = [];
    return [...done, ...this.flush()];
  }

  takeBlank(line) {
    this.isAfterBlank = true;
    if (!this.isOpen) return [];
    this.waiting.push(line);
    return this.waiting.length > BLANK_LIMIT ? this.close() : [];
  }

  add(line) {
    const lines = [...this.waiting, line];
    this.lines.push(...lines);
    this.size += lines.reduce((size, { text }) => size + text.length, 0);
    this.waiting = [];
    this.isAfterBlank = false;
    this.count += 1;
    return this.size > EVENT_LIMIT ? this.flush() : [];
  }

  /** Tell whether a line belongs to the event: yes, no, or "wait" for the next one. */
  continues(line) {
    const { text } = line;
    const answer = this.block ? continuesBlock(this, line) : undefined;
    if (answer !== undefined) return answer;
    if (line.isStrong && text[0] !== "\t") return false;
    if (this.level && !this.isAfterBlank && text.startsWith(TRACEBACK)) {
      this.block = "python";
      return true;
    }
    if (!this.level && this.head.rule !== "time") return false;
    if (" \t".includes(text[0]) && (this.level || !this.isAfterBlank)) {
      if (line.level && text[0] === " " && this.isAfterBlank) return false;
      return !matches("apart", text);
    }
    if (matches("continues", text) || matches("caret", text) || (this.isHeld() && text.startsWith("\tat ")))
      return true;
    if (this.isException(line)) {
      this.block = "exception";
      return true;
    }
    if (line.level || this.isAfterBlank) return false;
    return this.continuesPlainly();
  }

  /** Tell of a line that has neither a level nor a form whether it belongs to the event right before it. */
  continuesPlainly() {
    const { head, level } = this;
    if (head.rule === "time" && this.hasTimes) return true;
    if (matches("postgres", head.text)) return true;
    if (head.end && head.text.slice(head.end).trimEnd() === ":") return true; // the message begins in the next line
    const isNextDecisive = level !== "" && (this.block === "exception" || !head.isStrong);
    return isNextDecisive && !this.isHeld() ? "wait" : false;
  }

  /** Tell whether a line is the exception that the error before it was logged with. */
  isException({ text, rule }) {
    const form = this.isAfterBlank ? "qualified exception" : "exception";
    return this.level === "ERROR" && this.head.isStrong && rule === "text" && matches(form, text);
  }

  isHeld() {
    return this.waiting.some(({ rule }) => rule !== "blank");
  }
}

module.exports = { Grouping };
