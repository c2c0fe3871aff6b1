/** The stream: text to stream, the only place that writes. */

"use strict";

// In a bundle of ES modules `require` does not work; Node before 20.16 has nothing else.
const fs = process.getBuiltinModule?.("node:fs") ?? require("node:fs");
const { writeSync } = fs; // which capture puts a function around

/** Return the stream of a record whose entries have these levels. */
function streamFor(levels) {
  return levels.includes("WARN") || levels.includes("ERROR") ? "stderr" : "stdout";
}

// What holds logs for a moment, within `Kestra.batch`.
let batch;

function setBatch(given) {
  batch = given;
}

/** Write a line of logs; errors of the stream do not reach the caller. */
function writeLog(name, line) {
  if (batch?.add(name, line)) return;
  try {
    writeNow(name, line, ignoreError);
  } catch {
    // The reader has ended, the disk is full, or a replaced `process.stdout` has thrown.
  }
}

/** Return what holds logs for a moment; undefined out of `Kestra.batch`. */
function currentBatch() {
  return batch;
}

/** Write logs that were held, to the runtime's own stream: if something is in its way, then since. */
function writeHeld(name, line) {
  try {
    writeWhole(STANDARDS[name].descriptor, [line + "\n"]);
  } catch {
    // As above.
  }
}

/**
 * Write a line to `process.stdout` or `process.stderr`, at once, and after everything that the caller has printed there.
 *
 * Throws an `Error` with a `code` when the stream is missing, closed or full, or has no reader any more.
 * A stream with a queue may fail later and emit its error, which ends a script without a listener;
 * `whenWritten` gets that stream and error first.
 */
function write(name, line, whenWritten) {
  batch?.flush();
  writeNow(name, line, whenWritten);
}

function writeNow(name, line, whenWritten) {
  taker?.flush();
  const standard = STANDARDS[name];
  const pieces = typeof line === "string" ? [line + "\n"] : [...line.slice(0, -1), line.at(-1) + "\n"];
  if (canWriteDirectly(standard)) return writeWhole(standard.descriptor, pieces);
  const stream = process[name];
  if (!stream || stream.writable === false) {
    throw Object.assign(new Error(`${name} is closed`), { code: "EBADF" });
  }
  writeByStream(standard, stream, pieces.join(""), (error) => whenWritten?.(stream, error));
}

// What turns text into records, while capture is on.
let taker;

/**
 * Let `take(name, bytes, isUnfinished)` have what the script writes to its standard streams, until the function that is returned is called.
 *
 * It returns the bytes to write instead, or undefined to leave the write as it is; `flush()` writes what it holds.
 */
function takeText(given) {
  taker = given;
  const undos = Object.values(STANDARDS).map(takeWrites);
  return () => {
    taker = undefined;
    undos.forEach((undo) => undo());
  };
}

/** Take the calls of `write` of a stream of Bun or Deno, which does not pass on what it writes by Node's `_write`. */
function takeWrites(standard) {
  const { stream, isForeign, descriptor } = standard;
  if (!isForeign || stream.write !== standard.write) return () => {};
  const original = standard.write;
  standard.write = function (chunk, ...rest) {
    const encoding = typeof rest[0] === "string" ? rest[0] : "utf8";
    const isText = typeof chunk === "string" || ArrayBuffer.isView(chunk);
    const taken = isText && taker ? takenFor(standard.name, Buffer.from(bytesOf({ chunk, encoding }))) : undefined;
    const done = rest.find((argument) => typeof argument === "function");
    if (!taken) batch?.flush();
    if (!taken || this.writableLength > 0) return original.call(this, taken ?? chunk, ...(taken ? [done] : rest));
    answer(
      (error) => done && process.nextTick(done, error),
      () => writeTaken(descriptor, taken),
    );
    return true;
  };
  stream.write = standard.write;
  return () => {
    if (stream.write === standard.write) stream.write = original;
    standard.write = original;
  };
}

/** Return the bytes to write instead of those of the script's; undefined for the same. */
function takenFor(name, bytes) {
  return taker?.take(name, bytes, unfinished[STANDARDS[name].descriptor] === 1);
}

/** Ignore a stream's error, unless the caller listens for it. */
function ignoreError(stream, error) {
  if (error && stream.listenerCount?.("error") === 0) stream.once("error", () => {});
}

// Node's list of loaded modules shows what the script uses; without it, as in Bun and Deno, everything counts as used.
const loaded = process.moduleLoadList?.length > 0 ? process.moduleLoadList : undefined;

function isLoaded(module) {
  return !loaded || loaded.includes(`NativeModule ${module}`);
}

// Node loads one of these when a script first uses a standard stream.
const STREAM_MODULES = ["net", "tty", "internal/fs/sync_write_stream"];

/**
 * Return a standard stream if it is in use, and replace Node's getter by one that notices the first use.
 *
 * The first use takes 2 ms, a twentieth of the time of a script that logs once; until then its queue is empty
 * and no line is unfinished.
 */
function openStandardStream(name, getterName, descriptor) {
  const property = Object.getOwnPropertyDescriptor(process, name);
  const original = property?.get;
  const standard = {
    name,
    descriptor,
    getter: null,
    stream: undefined,
    write: null,
    writes: 0,
    isQueueUnfinished: false,
  };
  if (original?.name !== getterName) {
    const { value } = property ?? {};
    // Bun has the stream itself there, and loses its queue at `process.exit`; its `console` writes to the descriptor, too.
    const foreign = process.versions.bun ? value : process.versions.deno ? process[name] : undefined;
    if (foreign?.fd === descriptor) {
      return { ...standard, getter: original, stream: foreign, write: foreign.write, isForeign: true };
    }
    if (value) keep(value); // the caller has replaced it
    return standard;
  }
  standard.getter = function () {
    shareLock(); // `new Worker` uses the streams before it passes on what threads share
    const stream = original.call(process);
    if (standard.stream === undefined) {
      standard.stream = stream;
      // Let a pipe block; otherwise the caller's output is queued, records overtake it, and `process.exit` loses it.
      stream._handle?.setBlocking?.(true); // not documented by Node; without it the record goes into the queue too
      watch(stream, (isUnfinished) => noteWrite(standard, isUnfinished), standard);
    }
    return stream;
  };
  Object.defineProperty(standard.getter, "name", { value: getterName });
  Object.defineProperty(process, name, { ...property, get: standard.getter });
  if (STREAM_MODULES.some(isLoaded)) process[name];
  return standard;
}

/** Tell whether a write to the descriptor has the same effect as `stream.write`, without code of the caller. */
function canWriteDirectly(standard) {
  shareLock();
  return !isReplaced(standard.name) && !standard.stream?.writableLength;
}

/** Tell whether logs of a stream can be held, and written later with the same effect. */
function canHold(name) {
  return canWriteDirectly(STANDARDS[name]);
}

/** Tell whether the caller has replaced a standard stream or its `write`. */
function isReplaced(name) {
  const standard = STANDARDS[name];
  const { getter, stream } = standard;
  const property = Object.getOwnPropertyDescriptor(process, name);
  const current = property?.set ? process[name] : (property?.value ?? stream); // Deno has a setter
  if (property?.get !== getter || current !== stream) return true;
  return stream !== undefined && !isNodeStream(standard);
}

/** Tell whether a stream is the runtime's own, unchanged. */
function isNodeStream(standard) {
  const { stream, descriptor } = standard;
  // The module was loaded with the stream; otherwise loading takes 1.5 ms.
  standard.write ??= (process.getBuiltinModule?.("node:stream") ?? require("node:stream")).Writable.prototype.write;
  return (
    stream.write === standard.write &&
    // A worker's stream passes text to the main thread, which may be busy, and loses it when the worker exits.
    (stream.fd === descriptor || stream.constructor?.name === "WritableWorkerStdio")
  );
}

/** Write the pieces of a record, or of text that has records in it, a byte for each character. */
function writeWhole(descriptor, pieces) {
  lock?.acquire();
  // First end a line that the script, a full disk or an ended thread has left unfinished.
  const isAfterText = isUnfinished(descriptor) && pieces[0].startsWith("::{");
  const whole = isAfterText ? ["\n" + pieces[0], ...pieces.slice(1)] : pieces;
  let isBegun = isAfterText;
  try {
    if (lock) setUnfinished(descriptor, true); // for the other threads, in case this one is ended before the record is whole
    for (const piece of whole) {
      let rest = piece;
      while (rest !== "") {
        rest = rest.slice(writeSome(descriptor, rest));
        isBegun = true;
      }
    }
    setUnfinished(descriptor, !pieces.at(-1).endsWith("\n"));
  } catch (error) {
    setUnfinished(descriptor, isBegun);
    throw error;
  } finally {
    lock?.release();
  }
}

/** Write what fits and return its length; the wire's text is ASCII, one byte a character. */
function writeSome(descriptor, text) {
  for (;;) {
    try {
      return writeSync(descriptor, text, null, "latin1");
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      lock?.countStep();
      Atomics.wait((sleepCell ??= new Int32Array(new SharedArrayBuffer(4))), 0, 0, 1); // 1 ms: the pipe is full
    }
  }
}

let sleepCell;

let lock; // where there can be threads
let modules = 0; // the number of loaded modules at the last check

/** Share a lock with later threads, or use the one that is shared, once there can be threads. */
function shareLock() {
  if (lock !== undefined || loaded?.length === modules) return;
  modules = loaded?.length;
  if (!["worker_threads", "internal/process/worker_thread_only"].some(isLoaded)) return; // to load it takes 2 ms
  lock = require("./lock.js");
  for (const descriptor of [1, 2]) {
    if (unfinished[descriptor]) lock.cells[descriptor] = 1;
  }
  unfinished = lock.cells;
}

// Whether a descriptor has an unfinished line; shared with the lock.
let unfinished = [0, 0, 0];
let isOneFile;

function isUnfinished(descriptor) {
  return unfinished[descriptor] === 1 || (unfinished[3 - descriptor] === 1 && isSameFile());
}

function setUnfinished(descriptor, is) {
  unfinished[descriptor] = Number(is);
  if (!is && unfinished[3 - descriptor] === 1 && isSameFile()) unfinished[3 - descriptor] = 0;
}

/** Tell whether standard output and standard error are one file, as after `2>&1`. */
function isSameFile() {
  if (isOneFile === undefined) {
    try {
      const [output, error] = [fs.fstatSync(1), fs.fstatSync(2)];
      isOneFile = output.dev === error.dev && output.ino === error.ino;
    } catch {
      isOneFile = false; // one is closed
    }
  }
  return isOneFile;
}

function noteWrite(standard, isUnfinished) {
  standard.writes += 1;
  standard.isQueueUnfinished = isUnfinished;
  // A worker's stream passes its text to the main thread, which notes it when it is written.
  if (standard.stream.fd === standard.descriptor) setUnfinished(standard.descriptor, isUnfinished);
}

// Whether a replaced stream or `write` that keeps its text has an unfinished line.
const kept = new WeakMap();

/** Write a record through a stream with a queue or of the caller, in one `write` that begins on a new line. */
function writeByStream(standard, stream, record, done) {
  const isNodes = stream === standard.stream && isNodeStream(standard);
  const target = stream === standard.stream ? stream.write : stream;
  const { writes } = standard;
  const isAfterText = isNodes ? isAfterQueue(standard) : (kept.get(target) ?? isUnfinished(standard.descriptor));
  stream.write(isAfterText ? "\n" + record : record, done);
  if (isNodes) return;
  if (standard.writes !== writes)
    kept.delete(target); // it passes its text on
  else if (!kept.has(target)) keep(target);
}

/** Tell whether the queue of one of Node's own streams ends with an unfinished line. */
function isAfterQueue({ stream, isQueueUnfinished }) {
  const last = stream._writableState?.getBuffer?.().at(-1); // not documented by Node
  return last ? !endsLine(last) : isQueueUnfinished;
}

function keep(target) {
  kept.set(target, false);
  watch(target, (isUnfinished) => kept.set(target, isUnfinished));
}

/** Call a function at each write of a stream, by `console`, `write` or a pipe, with whether the line is unfinished. */
function watch(stream, note, standard) {
  for (const [method, chunksOf] of [
    ["_write", (chunk, encoding) => [{ chunk, encoding }]],
    ["_writev", (chunks) => chunks],
  ]) {
    const original = stream[method];
    if (typeof original !== "function") continue;
    const value = function (...args) {
      const chunks = chunksOf(...args);
      const taken = standard && taker ? takenFor(standard.name, Buffer.concat(chunks.map(bytesOf))) : undefined;
      if (taken) return answer(args.at(-1), () => writeTaken(standard.descriptor, taken));
      const last = chunks.at(-1);
      if (last.chunk.length > 0) {
        if (standard) batch?.flush(); // what was logged before this was printed
        note(!endsLine(last));
      }
      return original.apply(this, args);
    };
    Object.defineProperty(stream, method, { value, configurable: true, writable: true });
  }
}

function bytesOf({ chunk, encoding }) {
  return typeof chunk === "string" ? Buffer.from(chunk, encoding) : chunk;
}

/** Call a stream's callback, with the error of what is done, if there is one. */
function answer(callback, action) {
  try {
    action();
  } catch (error) {
    return callback(error);
  }
  callback();
}

/** Write what capture has made of text: all before it is written, and it waits for nothing behind it. */
function writeTaken(descriptor, bytes) {
  if (bytes.length === 0) return;
  batch?.flush();
  writeWhole(descriptor, [bytes.latin1Slice()]);
}

const TEXT_ENCODINGS = ["utf8", "utf-8", "latin1", "ascii", "binary"];

/** Tell whether the text that a stream writes ends with a line end. */
function endsLine({ chunk, encoding }) {
  if (typeof chunk !== "string") return chunk[chunk.length - 1] === 0x0a;
  return TEXT_ENCODINGS.includes(encoding) ? chunk.endsWith("\n") : Buffer.from(chunk, encoding).at(-1) === 0x0a;
}

// Last, because it may use the streams, which needs all of the above.
const STANDARDS = {
  stdout: openStandardStream("stdout", "getStdout", 1),
  stderr: openStandardStream("stderr", "getStderr", 2),
};

module.exports = {
  bytesOf,
  canHold,
  currentBatch,
  isReplaced,
  setBatch,
  setUnfinished,
  streamFor,
  takeText,
  takenFor,
  write,
  writeHeld,
  writeLog,
  writeTaken,
};
