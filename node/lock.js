/**
 * The lock that the threads of a process share: one writes at a time.
 *
 * A pipe takes more than 4,096 bytes in several steps, between which another thread may write.
 */

"use strict";

// In a bundle of ES modules `require` does not work; Node before 20.16 has nothing else.
const threads = process.getBuiltinModule?.("node:worker_threads") ?? require("node:worker_threads");

const SHARED = "@kestra-io/libs: who writes";
const LOCK_TIMEOUT = 10_000; // ms without progress after which a thread counts as ended
const NO_THREAD = 0;
const WRITER = 3; // the cells of the lock: its owner, the number of a thread from 1, and a count of steps
const STEPS = 4;

const own = threads.threadId + 1;
const first = new Int32Array(new SharedArrayBuffer(20));
const cells = threads.getEnvironmentData(SHARED) ?? first;
threads.setEnvironmentData(SHARED, cells); // for later threads
process.on("worker", (worker) => {
  const ended = worker.threadId + 1;
  worker.once("exit", () => breakLock(ended));
});

/** Wait until this thread may write. */
function acquire() {
  for (;;) {
    const writer = Atomics.compareExchange(cells, WRITER, NO_THREAD, own);
    if (writer === NO_THREAD) return;
    const steps = Atomics.load(cells, STEPS);
    const isStuck = Atomics.wait(cells, WRITER, writer, LOCK_TIMEOUT) === "timed-out";
    if (isStuck && Atomics.load(cells, STEPS) === steps) breakLock(writer);
  }
}

function release() {
  countStep();
  Atomics.store(cells, WRITER, NO_THREAD);
  Atomics.notify(cells, WRITER, 1);
}

/** Tell waiting threads that this one makes progress. */
function countStep() {
  Atomics.add(cells, STEPS, 1);
}

function breakLock(writer) {
  Atomics.compareExchange(cells, WRITER, writer, NO_THREAD);
  Atomics.notify(cells, WRITER, 1);
}

// The first three cells are the caller's.
module.exports = { acquire, cells, countStep, release };
