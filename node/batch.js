/**
 * Batches: the logs of a moment as one record, where each line of a script's output is dear.
 *
 * What is logged within `Kestra.batch` is held, in order, and sent as one record as soon as one of these happens:
 *
 * - 50 ms pass after the first log, or there are 32 entries or 4,096 bytes;
 *   synchronous code lets no timer run, so each call looks at the clock;
 * - an entry is an ERROR, which so arrives at once, behind all that was logged before it;
 * - outputs, assets or a metric are sent, or text is printed on a standard stream: each keeps its place;
 * - the batch or the process ends.
 *
 * The record goes to standard error if one of its entries does.
 */

"use strict";

// In a bundle of ES modules `require` does not work; Node before 20.16 has nothing else.
const { existsSync } = process.getBuiltinModule?.("node:fs") ?? require("node:fs");

const { typeName } = require("./conversion.js");
const { canHold, setBatch, writeHeld, writeLog } = require("./stream.js");
const { logLine } = require("./wire.js");

const MILLISECONDS = 50; // what ends a batch, whichever comes first
const ENTRIES = 32;
const BYTES = 4_096; // a pipe takes so many in one piece
const HEAD = '::{"logs":['; // of a line of logs
const TAIL = "]}::";
const ENTRY = '{"level":"'; // no message has these: its quotes have backslashes
const ERROR = '{"level":"ERROR"';
const SLOWER =
  "batch: the Docker runner reads records of many logs slowly; batches are for Kubernetes, AWS Batch and Azure Batch";
const RUNNERS = ["KUBERNETES_SERVICE_HOST", "AWS_BATCH_JOB_ID", "AZ_BATCH_TASK_ID"]; // set where lines are dear

let depth = 0; // nested batches, and those of several tasks, are one
let isKnown = false; // that Docker is slower, and that the process will end
let isOver = false; // the process ends
let held = []; // entries, as many as the lines of them
let count = 0;
let size = 0;
let isForErrors = false; // one of them is for standard error
let end = 0; // when they are sent
let timer;

/** Call a function, and send what is logged until it returns, or its promise settles, in fewer records. */
function batch(callable) {
  if (typeof callable !== "function") {
    throw new TypeError(`batch: expected a function, got ${typeName(callable)}`);
  }
  enter();
  let result;
  try {
    result = callable();
  } catch (error) {
    leave();
    throw error;
  }
  if (typeof result?.then === "function") return Promise.resolve(result).finally(leave);
  leave();
  return result;
}

/** Begin a batch; `isTold` if a process above this one has told that Docker is slower. */
function enter({ isTold = false } = {}) {
  if (!isKnown) {
    isKnown = true;
    process.on("exit", () => {
      isOver = true;
      flush();
      setBatch(undefined);
    });
    if (!isTold && isSlower()) writeLog("stdout", logLine("DEBUG", [SLOWER]));
  }
  depth += 1;
  if (!isOver) setBatch({ add, flush, hold });
}

function leave() {
  depth -= 1;
  if (depth > 0) return;
  flush();
  setBatch(undefined);
}

/** Hold a line of logs, or tell that it is to be written at once, behind what is held. */
function add(name, line) {
  if (!canHold(name)) {
    flush();
    return false;
  }
  hold(name, line);
  return true;
}

/** Hold a line of logs. */
function hold(name, line) {
  const text = line.slice(HEAD.length, -TAIL.length);
  const entries = text.split(ENTRY).length - 1;
  if (size + text.length >= BYTES || count + entries > ENTRIES) flush();
  const now = performance.now();
  if (held.length === 0) {
    size = HEAD.length + TAIL.length;
    end = now + MILLISECONDS;
    timer = setTimeout(flush, MILLISECONDS);
    timer.unref?.();
  }
  held.push(text);
  count += entries;
  size += text.length + 1; // a comma, or the line end
  isForErrors ||= name === "stderr";
  if (count >= ENTRIES || size >= BYTES || now >= end || text.includes(ERROR)) flush();
}

/** Send what is held. */
function flush() {
  if (held.length === 0) return;
  clearTimeout(timer);
  const line = HEAD + held.join(",") + TAIL;
  const name = isForErrors ? "stderr" : "stdout";
  held = [];
  count = size = 0;
  isForErrors = false;
  writeHeld(name, line);
}

/** Tell whether Docker reads the lines, of which it takes many small ones in the time of a large one. */
function isSlower() {
  try {
    return !RUNNERS.some((name) => name in process.env) && existsSync("/.dockerenv");
  } catch {
    return false; // Deno does not permit it
  }
}

module.exports = { batch, enter };
