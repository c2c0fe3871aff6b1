/** The lines that belong together: a stack trace, a framed diagnostic, a message of several lines. */

"use strict";

const { blockOf, continuesBlock, isUndecided, matches } = require("./level-blocks.js");

const BLANK_LIMIT = 100; // blank lines after which an event has ended
const EVENT_LIMIT = 65_536; // characters of an event that are held; a longer one is sent in parts
const HEADS_OF_A_LOGGER = 3; // lines after which a stream looks like a logger's
const TIMED = ["time", "stamped"]; // rules of lines that tell when they were written
const GRAVE = ["WARN", "ERROR"];

/** How a stream looks: whether each of its events has begun as a logger's lines do. */
class Style {
  hasTimes = false;
  hasText = false; // a line with neither a level nor a time
  heads = 0;
  hasLowLevels = false; // below WARN: what writes them writes more than its errors

  /** Whether a logger alone writes to the stream, so that any other line is one of its message's. */
  get isUniform() {
    return this.heads >= HEADS_OF_A_LOGGER && this.hasLowLevels && !this.hasText;
  }

  /** Take the first line of an event into account. */
  note({ rule, level, isStrong }) {
    if (TIMED.includes(rule)) this.hasTimes = true;
    else if (level === "") this.hasText = true;
    if (!isStrong) return;
    this.heads += 1;
    this.hasLowLevels ||= !GRAVE.includes(level);
  }
}

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
  last = ""; // line of the event
  style = new Style();

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
    this.style.note(line);
    const { level, text } = line;
    Object.assign(this, { head: line, level, lines: [line], size: text.length, count: 0, last: text });
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
      // Blank lines that are not within an event only set events apart.
      if (line.rule !== "blank") done.push({ level: "", lines: [line] });
    }
    Object.assign(this, { lines: [], waiting: [], size: 0 });
    return done;
  }

  /** Return what is held: the event has ended. */
  close() {
    this.isOpen = false;
    if (!isUndecided(this)) return this.flush();
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
    this.last = line.text;
    this.count += 1;
    return this.size > EVENT_LIMIT ? this.flush() : [];
  }

  /** Tell whether a line belongs to the event: yes, no, or "wait" for the next one. */
  continues(line) {
    const { text } = line;
    const answer = this.block ? continuesBlock(this, line) : undefined;
    if (answer !== undefined) return answer;
    if (line.isStrong && text[0] !== "\t") return false;
    // Behind a warning that has been sent, it may be of another error.
    if (matches("python traceback", text) && !this.isAfterBlank && this.logsExceptions()) {
      this.block = "python";
      return true;
    }
    if (!this.level && !TIMED.includes(this.head.rule)) return false;
    if (" \t".includes(text[0])) return this.continuesIndented(line);
    if (this.hasForm(line)) return true;
    if (line.level) return false;
    return this.isAfterBlank ? this.isOpenMessage() : this.continuesPlainly(line);
  }

  /** Tell whether a traceback may belong to the event, rather than to the crash of the program after it. */
  logsExceptions() {
    if (this.level === "ERROR") return true;
    const tells = this.level === "WARN" || (this.level !== "" && matches("telling", this.head.text));
    return tells && this.lines.length > 0; // behind lines that have been sent, it may be of another error
  }

  /** Tell whether a line looks like a part of a stack trace, or of another message of several lines. */
  hasForm(line) {
    const { text } = line;
    const isException = this.isException(line);
    if (isException || (text.startsWith("Caused by: ") && !this.block)) this.block = "exception";
    return isException || matches("continues", text) || matches("caret", text);
  }

  /** Tell of a line that begins with a blank or a tab whether it belongs to the event. */
  continuesIndented({ text, level }) {
    if (matches("apart", text)) return false;
    if (!this.isAfterBlank) return true;
    if (level && text[0] === " ") return false;
    if (!this.level) return this.style.isUniform;
    // A logger's line of little weight is followed by other output rather than by more of its message.
    return !this.head.isStrong || GRAVE.includes(this.level) || this.style.isUniform;
  }

  /** Tell of a line that has neither a level nor a form whether it belongs to the event right before it. */
  continuesPlainly(line) {
    const { head, level } = this;
    if (blockOf(line)) return false;
    if (head.rule === "time" && this.style.hasTimes) return true;
    if (matches("postgres", head.text) || this.announces(line)) return true;
    if (this.isOpenMessage() || this.isOfLogger(line)) return true;
    const isNextDecisive = level !== "" && (this.block === "exception" || !head.isStrong);
    return isNextDecisive && !this.isHeld() ? "wait" : false;
  }

  /**
   * Tell whether only a logger's message can have such a line.
   *
   * Below WARN it has the level of its stream: the last words of a program that fails often follow its INFO.
   */
  isOfLogger({ text }) {
    const isText = this.head.isStrong && this.head.rule !== "JSON";
    return isText && GRAVE.includes(this.level) && this.style.isUniform && text[0] !== "[";
  }

  /** Tell whether the line before ended with a colon, or both are items of a list. */
  announces({ text }) {
    const last = this.last.trimEnd();
    if (this.isHeld() || !this.level) return false;
    return last.endsWith(":") || (matches("list item", text) && matches("list item", last));
  }

  /** Tell whether the message begins in the line after the head; among loggers only, blank lines are part of it. */
  isOpenMessage() {
    const { text, level, end } = this.head;
    if (!level || !end || !["", ":"].includes(text.slice(end).trim())) return false;
    return this.style.isUniform || (!this.isAfterBlank && text.trimEnd().endsWith(":"));
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
