/** The stream: text to stream, the only room that writes. */

// Not by `import`, which takes a millisecond to list what a module of Node's own exports.
const fs = process.getBuiltinModule("node:fs");
const { Writable } = process.getBuiltinModule("node:stream");

const DESCRIPTORS = { stdout: 1, stderr: 2 };

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
  const descriptor = DESCRIPTORS[name];
  const record = line + "\n";
  if (isUntouched(name)) return writeWhole(descriptor, record);
  const stream = process[name]; // at each call, so that a replaced one counts
  if (isStandard(stream, descriptor)) {
    makeBlocking(stream);
    // What is queued is from before the first record; a record that overtook it could even land in its midst.
    if (!stream.writableLength) return writeWhole(descriptor, record);
  }
  if (!stream || stream.writable === false) {
    throw Object.assign(new Error(`${name} is closed`), { code: "EBADF" });
  }
  stream.write(record, (error) => whenWritten?.(stream, error));
}

/** Let a stream's error pass that nobody but the caller may want. */
function putUpWith(stream, error) {
  if (error && stream.listenerCount?.("error") === 0) stream.once("error", () => {});
}

// Node loads one of the first three, whichever suits, when a script first asks for a standard stream; a worker's differ.
const STREAM_MODULES = ["net", "tty", "internal/fs/sync_write_stream", "internal/process/worker_thread_only"];
const GETTERS = { stdout: "getStdout", stderr: "getStderr" };
let modules = 0; // that were loaded when this was last looked at
let isTouched = true;

/**
 * Tell whether nobody has asked for the stream yet: then nothing is queued in it, and nobody has replaced its `write`.
 *
 * To ask for it takes 2 ms, a twentieth of the time of a script that logs once.
 * Node documents neither of the two signs; where they are missing, the stream is asked for.
 */
function isUntouched(name) {
  const loaded = process.moduleLoadList;
  if (loaded?.length !== modules) {
    isTouched = !loaded || STREAM_MODULES.some((module) => loaded.includes(`NativeModule ${module}`));
    modules = loaded?.length;
  }
  return !isTouched && Object.getOwnPropertyDescriptor(process, name)?.get?.name === GETTERS[name];
}

/** Tell whether what is written to the descriptor ends where `stream.write` would put it, by no code of the caller's. */
function isStandard(stream, descriptor) {
  return (
    stream?.write === Writable.prototype.write &&
    // A worker's stream hands all to the main thread, which may be busy, and loses it when the worker exits.
    (stream.fd === descriptor || stream.constructor?.name === "WritableWorkerStdio")
  );
}

const blocking = new WeakSet();

/** Let a stream that is a pipe block, or what the caller prints is queued, and a record would overtake it. */
function makeBlocking(stream) {
  if (!blocking.has(stream)) {
    blocking.add(stream);
    stream._handle?.setBlocking?.(true); // not documented by Node; without it the record goes into the queue too
  }
}

const torn = new Set(); // descriptors whose last record broke off

function writeWhole(descriptor, record) {
  let rest = torn.has(descriptor) ? "\n" + record : record;
  const { length } = rest;
  try {
    while (rest !== "") {
      rest = rest.slice(writeSome(descriptor, rest));
    }
  } catch (error) {
    // What a full disk has kept is no record; the next one starts a line.
    if (rest.length < length) torn.add(descriptor);
    throw error;
  }
  torn.delete(descriptor);
}

const NEVER = new Int32Array(new SharedArrayBuffer(4));

/** Write what fits and return its length; text of the wire is ASCII, a byte a character. */
function writeSome(descriptor, text) {
  for (;;) {
    try {
      return fs.writeSync(descriptor, text, null, "latin1");
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(NEVER, 0, 0, 1); // a pipe that does not block, with a slow reader: try again in 1 ms
    }
  }
}
