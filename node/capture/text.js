/** Capture of what loggers write to the standard streams, or their descriptors: each entry at the level that is written in it. */

"use strict";

const { currentBatch, takeText, writeLog } = require("../stream.js");
const { logLine } = require("../wire.js");
const { isOfDebug } = require("./debug.js");
const { hookDescriptors } = require("./descriptors.js");
const { leadsToKestra } = require("./streams.js");

const LINE_END = 0x0a;
// What a logger writes on its own behind an error: the stack, as NestJS's does.
const CONTINUES = /^(?:\x1b\[[0-9;]*m)*(?:[ \t]+\S|Caused by: |(?:[A-Za-z_$][\w.$]*)?(?:Error|Exception)\b)/;
// A call in a stack.
const STACK = /\n\s+at \S/;
// The start of a line of JSON, or of a time.
const MAY_BE_ENTRY = /^(?:\x1b\[[0-9;]*m)*(?:\{"|[[(]?\d[\d/:.-]{4})/;

let held; // the name of a stream with an error, which the next write may go on with
let detector;

/** Return the level and the message of a logger's entry among what `console.log` prints; undefined for other text. */
function entryOf(text) {
  if (!MAY_BE_ENTRY.test(text)) return undefined;
  const { clean, readLine } = require("./levels.js");
  const [first, ...others] = text.split("\n").map(clean);
  const { level, rule, text: message } = readLine(first);
  if (!level || (rule !== "time" && rule !== "JSON")) return undefined;
  return { level, message: [message, ...others].join("\n") };
}

/** Turn entries that are written from here on into records, until the function that is returned is called. */
function hookText() {
  const undos = [takeText({ take, flush }), hookDescriptors(), hookEnds()];
  return () => {
    flush();
    undos.forEach((undo) => undo());
  };
}

/** Return the bytes to write instead of a script's; undefined for the same. */
function take(name, bytes, isUnfinished) {
  if (!leadsToKestra(name) || bytes.length === 0) return undefined;
  if (held && held !== name) flush();
  const isHeld = held !== undefined;
  const before = isHeld && !CONTINUES.test(bytes.toString("utf8", 0, 256)) ? release() : [];
  const start = isUnfinished ? bytes.indexOf(LINE_END) + 1 : 0; // behind the rest of a line whose start is written
  const end = isUnfinished && start === 0 ? 0 : bytes.lastIndexOf(LINE_END) + 1;
  const events = [...before, ...(end > start ? read(name, bytes, start, end) : held ? release() : [])];
  if (!isHeld && !held && !events.some(levelOf)) return undefined;
  if (start === 0 && end === bytes.length && joinBatch(name, events)) return Buffer.alloc(0);
  return Buffer.concat([bytes.subarray(0, start), ...events.map(bytesOfEvent), bytes.subarray(Math.max(start, end))]);
}

/** Return the events of whole lines; an error at their end is held. */
function read(name, bytes, start, end) {
  detector ??= new (require("./levels.js").Detector)();
  const events = detector.feed(name, bytes.subarray(start, end));
  if (end === bytes.length && canGoOn(detector.streams[name].grouping)) hold(name);
  else {
    held = undefined;
    events.push(...detector.end(name));
  }
  return events;
}

/** Return the events that are held: no more belongs to them. */
function release() {
  const name = held;
  held = undefined;
  return detector.end(name);
}

/** Let a batch hold the records of events; tell whether there is one, and no text among them. */
function joinBatch(name, events) {
  const batch = currentBatch();
  if (!batch) return false;
  const levels = events.map(levelOf);
  if (!levels.every(Boolean)) return false;
  events.forEach(({ message }, index) => batch.hold(name, logLine(levels[index], [message])));
  return true;
}

/** Return the level of an event that becomes a record; undefined for text that stays as it is. */
function levelOf({ isRecord, isSure, level, message }) {
  if (isRecord) return undefined;
  if (!isSure && isOfDebug(message)) return "DEBUG";
  return isSure || STACK.test(message) ? level : undefined;
}

function bytesOfEvent(event) {
  const level = levelOf(event);
  return level ? Buffer.from(logLine(level, [event.message]) + "\n") : Buffer.concat([event.raw, Buffer.of(LINE_END)]);
}

/** Tell whether what comes in the next write may belong to an event: the stack of an error. */
function canGoOn({ head, level, lines, waiting }) {
  return level === "ERROR" && head.rule !== "JSON" && lines.length > 0 && waiting.length === 0 && !process._exiting;
}

function hold(name) {
  if (!held) process.nextTick(flush);
  held = name;
}

/** Write what is held. */
function flush() {
  if (!held) return;
  const name = held;
  for (const { level, message } of release()) writeLog(name, logLine(level, [message]));
}

/** Write what is held before the process ends, in whatever way the script ends it. */
function hookEnds() {
  const { abort, kill } = process;
  const hooks = {};
  for (const [name, original] of Object.entries({ abort, kill })) {
    hooks[name] = function (...args) {
      flush();
      currentBatch()?.flush();
      return original.apply(this, args);
    };
  }
  Object.assign(process, hooks);
  process.on("exit", flush);
  return () => {
    for (const [name, original] of Object.entries({ abort, kill })) {
      if (process[name] === hooks[name]) process[name] = original;
    }
    process.off("exit", flush);
  };
}

module.exports = { entryOf, hookText };
