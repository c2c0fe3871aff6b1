/** Capture of what loggers write to the standard streams, or their descriptors: each entry at the level that is written in it. */

"use strict";

const fs = process.getBuiltinModule?.("node:fs") ?? require("node:fs");

const { bytesOf, setUnfinished, takeText, takenFor, writeLog, writeTaken } = require("../stream.js");
const { logLine } = require("../wire.js");
const { leadsToKestra } = require("./streams.js");

const NAMES = { 1: "stdout", 2: "stderr" };
const LINE_END = 0x0a;
// What a logger writes on its own behind an error: the stack, as NestJS's does.
const CONTINUES = /^(?:\x1b\[[0-9;]*m)*(?:[ \t]+\S|Caused by: |(?:[A-Za-z_$][\w.$]*)?(?:Error|Exception)\b)/;
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
  if (!isHeld && !held && !events.some(isLog)) return undefined;
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

function isLog({ isRecord, isSure }) {
  return isSure && !isRecord;
}

function bytesOfEvent(event) {
  const { level, message, raw } = event;
  return isLog(event) ? Buffer.from(logLine(level, [message]) + "\n") : Buffer.concat([raw, Buffer.of(LINE_END)]);
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

/** Take what is written to the descriptors themselves, as pino does. */
function hookDescriptors() {
  const { write, writeSync } = fs;
  const hooks = {
    writeSync(descriptor, data, ...rest) {
      const length = writeInstead(descriptor, data, rest);
      return length ?? writeSync.call(this, descriptor, data, ...rest);
    },
    write(descriptor, data, ...rest) {
      const done = rest.at(-1);
      let length;
      try {
        length = typeof done === "function" ? writeInstead(descriptor, data, rest) : undefined;
      } catch (error) {
        process.nextTick(done, error);
        return;
      }
      if (length === undefined) write.call(this, descriptor, data, ...rest);
      else process.nextTick(done, null, length, data);
    },
  };
  replace(fs, hooks);
  return () => restore(fs, hooks, { write, writeSync });
}

/** Write what capture makes of a write to a descriptor, and return the length of what was given; undefined for a write to leave as it is. */
function writeInstead(descriptor, data, rest) {
  const name = NAMES[descriptor];
  const chunk = name && leadsToKestra(name) ? chunkOf(data, rest) : undefined;
  if (!chunk?.length) return undefined;
  const taken = takenFor(name, chunk);
  if (taken) writeTaken(descriptor, taken);
  else setUnfinished(descriptor, chunk.at(-1) !== LINE_END);
  return taken ? chunk.length : undefined;
}

/** Return the bytes that a call of `fs.write` writes, at the end of the file; undefined for any other call. */
function chunkOf(data, [first, second, third]) {
  if (typeof data === "string") {
    return typeof first === "number" ? undefined : bytesOf({ chunk: data, encoding: [second, first].find(isEncoding) });
  }
  if (!ArrayBuffer.isView(data)) return undefined;
  const isObject = typeof first === "object" && first !== null;
  const { offset, length, position } = isObject ? first : { offset: first, length: second, position: third };
  if (typeof position === "number") return undefined;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const start = typeof offset === "number" ? offset : 0;
  return bytes.subarray(start, typeof length === "number" ? start + length : undefined);
}

function isEncoding(value) {
  return typeof value === "string" && Buffer.isEncoding(value);
}

/** Write what is held before the process ends, in whatever way the script ends it. */
function hookEnds() {
  const { abort, kill } = process;
  const hooks = {};
  for (const [name, original] of Object.entries({ abort, kill })) {
    hooks[name] = function (...args) {
      flush();
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

/** Put functions in place of a module's, also for those who import them by name. */
function replace(module, functions) {
  Object.assign(module, functions);
  (process.getBuiltinModule?.("node:module") ?? require("node:module")).syncBuiltinESMExports();
}

function restore(module, hooks, originals) {
  const own = Object.keys(hooks).filter((name) => module[name] === hooks[name]);
  replace(module, Object.fromEntries(own.map((name) => [name, originals[name]])));
}

module.exports = { entryOf, hookText };
