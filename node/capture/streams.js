/** Which of the standard streams lead to Kestra, so that what a shell or another program reads stays text. */

"use strict";

const fs = process.getBuiltinModule?.("node:fs") ?? require("node:fs");

// Set here, as by `python -m kestra run`, for the processes that this one starts.
const VARIABLE = "KESTRA_CAPTURE_STREAMS";
const DESCRIPTORS = { stdout: 1, stderr: 2 };
const SHELLS = new Set("ash bash busybox dash ksh ksh93 lksh mksh sh yash zsh".split(" "));

const leading = { stdout: true, stderr: true };

/** Tell whether a standard stream, by its name, leads to Kestra. */
function leadsToKestra(name) {
  return leading[name];
}

/** Find out which streams lead to Kestra, and hand that on to the processes that this one starts. */
function findStreams() {
  const known = environment(VARIABLE);
  for (const [name, descriptor] of Object.entries(DESCRIPTORS)) {
    if (known !== undefined) leading[name] = known.split(" ").includes(identity(descriptor));
    else if (isByEnvironment()) leading[name] = !isFile(descriptor) && !isTakenByShell(descriptor);
  }
  if (known !== undefined) return;
  const names = Object.keys(DESCRIPTORS).filter(leadsToKestra);
  process.env[VARIABLE] = names.map((name) => identity(DESCRIPTORS[name])).join(" ") || "none";
}

/** Return a variable of the environment; undefined also where Deno does not permit to read it. */
function environment(name) {
  try {
    return process.env[name];
  } catch {
    return undefined;
  }
}

/** Tell whether `NODE_OPTIONS` has begun the capture, which reaches any Node program of a task. */
function isByEnvironment() {
  const isNamed = (options) => options.includes("capture");
  return isNamed(environment("NODE_OPTIONS") ?? "") && !isNamed(process.execArgv.join(" "));
}

function isFile(descriptor) {
  try {
    return fs.fstatSync(descriptor).isFile();
  } catch {
    return false; // it is closed
  }
}

/**
 * Tell whether a shell has given this process another stream than its own, as in `VERSION=$(node -p …)` and `node a.js | tee log`.
 *
 * Looks at the processes above, which Linux shows; elsewhere the answer is no.
 */
function isTakenByShell(descriptor) {
  const own = identity(descriptor);
  try {
    for (let id = process.ppid; id > 0; ) {
      const [, name, parent] = fs.readFileSync(`/proc/${id}/stat`, "utf8").match(/^\d+ \((.*)\) \S (\d+)/s);
      const streams = [1, 2].map((number) => identityOf(fs.statSync(`/proc/${id}/fd/${number}`)));
      if (!streams.includes(own)) return SHELLS.has(name);
      id = Number(parent);
    }
  } catch {
    // Another user's process, or one that has closed a stream, is no shell of this script's.
  }
  return false;
}

function identity(descriptor) {
  try {
    return identityOf(fs.fstatSync(descriptor));
  } catch {
    return "closed";
  }
}

/** Return what tells a stream from all others. */
function identityOf({ dev, ino }) {
  return `${dev}:${ino}`;
}

module.exports = { environment, findStreams, leadsToKestra };
