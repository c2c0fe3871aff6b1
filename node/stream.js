/** The stream: text to stream, the only room that writes. */

// Not by `import`, which takes a millisecond to list what a module of Node's own exports.
const fs = process.getBuiltinModule("node:fs");

/** Return the stream of a record whose entries have these levels. */
export function nameFor(levels) {
  return levels.includes("WARN") || levels.includes("ERROR") ? "stderr" : "stdout";
}

/** Write a line of logs; whatever the stream does, the caller goes on. */
export function writeLog(name, line) {
  try {
    write(name, line, putUpWith);
  } catch {
    // A vanished reader, a full disk, or whatever a stream put in the place of `process.stdout` throws.
  }
}

/**
 * Write a line to `process.stdout` or `process.stderr`, at once, and after all that the caller has printed there.
 *
 * Throws an `Error` with a `code` when the stream is missing, closed or full, or has no reader any more.
 * A stream that fails only later, as one with a queue may, emits its error, which ends a script that does not listen;
 * `whenWritten` gets that stream and error first.
 */
export function write(name, line, whenWritten) {
  const record = line + "\n";
  if (isDirect(STANDARDS[name])) return writeWhole(STANDARDS[name], record);
  const stream = process[name];
  if (!stream || stream.writable === false) {
    throw Object.assign(new Error(`${name} is closed`), { code: "EBADF" });
  }
  stream.write(record, (error) => whenWritten?.(stream, error));
}

/** Let a stream's error pass that nobody but the caller may want. */
function putUpWith(stream, error) {
  if (error && stream.listenerCount?.("error") === 0) stream.once("error", () => {});
}

// Node's list of what it has loaded tells what the script uses; where it is missing, for it is not documented, all is taken to be used.
const loaded = process.moduleLoadList;

function isLoaded(module) {
  return !loaded || loaded.includes(`NativeModule ${module}`);
}

// Node loads one of these, whichever suits, when a script first asks for a standard stream.
const STREAM_MODULES = ["net", "tty", "internal/fs/sync_write_stream"];

/**
 * Return what is known of a standard stream, and put a getter in the place of Node's own that learns when it is asked for.
 *
 * To ask for it takes 2 ms, a twentieth of the time of a script that logs once; until somebody does, nothing is queued in it.
 */
function standard(name, getterName, descriptor) {
  const property = Object.getOwnPropertyDescriptor(process, name);
  const original = property?.get;
  const self = { name, descriptor, getter: null, stream: undefined, isTorn: false };
  if (original?.name !== getterName) return self; // the caller has replaced it
  self.getter = function () {
    shareLock(); // `new Worker` asks for the streams before it hands on what threads share
    const stream = original.call(process);
    if (self.stream === undefined) {
      self.stream = stream;
      // Let a pipe block, or what the caller prints is queued: a record would overtake it, and `process.exit` lose it.
      stream._handle?.setBlocking?.(true); // not documented by Node; without it the record goes into the queue too
    }
    return stream;
  };
  Object.defineProperty(self.getter, "name", { value: getterName });
  Object.defineProperty(process, name, { ...property, get: self.getter });
  if (STREAM_MODULES.some(isLoaded)) process[name];
  return self;
}

/** Tell whether what is written to the descriptor comes where `stream.write` would put it, and by no code of the caller's. */
function isDirect({ name, descriptor, getter, stream }) {
  shareLock();
  if (Object.getOwnPropertyDescriptor(process, name)?.get !== getter) return false;
  return stream === undefined || (isOwn(stream, descriptor) && !stream.writableLength);
}

let Writable;

function isOwn(stream, descriptor) {
  Writable ??= process.getBuiltinModule("node:stream").Writable; // has been loaded with the stream, and takes 1.5 ms else
  return (
    stream.write === Writable.prototype.write &&
    // A worker's stream hands all to the main thread, which may be busy, and loses it when the worker exits.
    (stream.fd === descriptor || stream.constructor?.name === "WritableWorkerStdio")
  );
}

function writeWhole(standard, record) {
  if (lock !== undefined && takeTurn()) standard.isTorn = true;
  // What a full disk or an ended thread has left is no record; this one starts a line.
  let rest = standard.isTorn ? "\n" + record : record;
  const { length } = rest;
  try {
    while (rest !== "") {
      rest = rest.slice(writeSome(standard.descriptor, rest));
    }
    standard.isTorn = false;
  } catch (error) {
    if (rest.length < length) standard.isTorn = true;
    throw error;
  } finally {
    if (lock !== undefined) endTurn();
  }
}

/** Write what fits and return its length; text of the wire is ASCII, a byte a character. */
function writeSome(descriptor, text) {
  for (;;) {
    try {
      return fs.writeSync(descriptor, text, null, "latin1");
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      pause(); // a pipe that does not block, with a slow reader
    }
  }
}

let cell;

function pause() {
  if (lock !== undefined) Atomics.add(lock, 1, 1); // not stuck
  cell ??= new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(cell, 0, 0, 1); // 1 ms
}

// More than 4,096 bytes go into a pipe in several steps, between which another thread may write; so threads take turns.
const LOCK = "@kestra-io/libs: who writes";
const PATIENCE = 10_000; // ms that a thread waits for one that makes no step, as if it had been ended in the midst of a record
const NOBODY = 0;
const BROKEN = -1; // nobody, after a thread that was ended in the midst of a record
let lock; // who writes, NOBODY, BROKEN or the number of a thread, and a count of steps; undefined where no thread can be
let thread; // this one's number, from 1
let modules = 0; // that were loaded when this was last looked at

/** Share a lock with the threads to come, or take the one that is shared, once there can be threads. */
function shareLock() {
  if (lock !== undefined || loaded?.length === modules) return;
  modules = loaded?.length;
  if (!["worker_threads", "internal/process/worker_thread_only"].some(isLoaded)) return; // to load it takes 2 ms
  const threads = process.getBuiltinModule("node:worker_threads");
  thread = threads.threadId + 1;
  lock = threads.getEnvironmentData(LOCK) ?? new Int32Array(new SharedArrayBuffer(8));
  threads.setEnvironmentData(LOCK, lock);
  process.on("worker", (worker) => {
    const ended = worker.threadId + 1;
    worker.once("exit", () => breakTurn(ended));
  });
}

/** Wait for this thread's turn; return whether the thread before was ended in the midst of a record. */
function takeTurn() {
  for (;;) {
    const writer = Atomics.load(lock, 0);
    if (writer === NOBODY || writer === BROKEN) {
      if (Atomics.compareExchange(lock, 0, writer, thread) === writer) return writer === BROKEN;
    } else {
      const steps = Atomics.load(lock, 1);
      const isStuck = Atomics.wait(lock, 0, writer, PATIENCE) === "timed-out" && Atomics.load(lock, 1) === steps;
      if (isStuck) breakTurn(writer);
    }
  }
}

function endTurn() {
  Atomics.add(lock, 1, 1);
  Atomics.store(lock, 0, NOBODY);
  Atomics.notify(lock, 0, 1);
}

function breakTurn(writer) {
  Atomics.compareExchange(lock, 0, writer, BROKEN);
  Atomics.notify(lock, 0, 1);
}

// Last, because it may ask for the streams, which needs all of the above.
const STANDARDS = { stdout: standard("stdout", "getStdout", 1), stderr: standard("stderr", "getStderr", 2) };
