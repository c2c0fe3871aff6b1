/** Knows which standard streams lead to Kestra, so that text for a shell or another program stays text. */

"use strict";

const fs = process.getBuiltinModule?.("node:fs") ?? require("node:fs");

// Set here, as by `python -m kestra run`, for child processes.
const VARIABLE = "KESTRA_CAPTURE_STREAMS";
const DESCRIPTORS = { stdout: 1, stderr: 2 };
const SHELLS = new Set("ash bash busybox dash ksh ksh93 lksh mksh sh yash zsh".split(" "));

const leading = { stdout: true, stderr: true };

/** Tell whether the standard stream of this name leads to Kestra. */
function leadsToKestra(name) {
  return leading[name];
}

/** Find out which streams lead to Kestra, and pass that on to child processes. */
function findStreams() {
  const known = environment(VARIABLE);
  for (const [name, descriptor] of Object.entries(DESCRIPTORS)) {
    const identities = known?.split(" ") ?? [];
    if (identities.includes(identity(descriptor))) leading[name] = true;
    else if (known !== undefined && !isRelayed()) leading[name] = false;
    else if (known !== undefined || isByEnvironment()) {
      leading[name] = !isFile(descriptor) && !isTakenByShell(descriptor, identities);
    }
  }
  if (known !== undefined) return;
  const names = Object.keys(DESCRIPTORS).filter(leadsToKestra);
  try {
    process.env[VARIABLE] = names.map((name) => identity(DESCRIPTORS[name])).join(" ") || "none";
  } catch {
    // Deno does not permit it, and may then not permit child processes either.
  }
}

/** Return an environment variable, or undefined where Deno does not permit reading it. */
function environment(name) {
  try {
    return process.env[name];
  } catch {
    return undefined;
  }
}

/** Tell whether `NODE_OPTIONS` has started the capture, which reaches any Node program of a task. */
function isByEnvironment() {
  const isNamed = (options) => options.includes("capture");
  return isNamed(environment("NODE_OPTIONS") ?? "") && !isNamed(process.execArgv.join(" "));
}

/** Tell whether the user says that a launcher reads the streams of its children, and passes whole lines on. */
function isRelayed() {
  return environment("KESTRA_CAPTURE_RELAYED") === "1";
}

/** Tell whether a stream is a file that others can read; launchers such as GNU parallel use deleted ones. */
function isFile(descriptor) {
  try {
    const status = fs.fstatSync(descriptor);
    return status.isFile() && !(isRelayed() && status.nlink === 0);
  } catch {
    return false; // it is closed
  }
}

/**
 * Tell whether a shell has given this process a stream other than its own, as in `VERSION=$(node -p …)` and `node a.js | tee log`.
 *
 * Looks at the parent processes, which only Linux shows; elsewhere the answer is no.
 * With KESTRA_CAPTURE_RELAYED=1 a shell has taken only what it reads itself, as in `VERSION=$(node -p …)`;
 * goes on past launchers and pipelines up to the process that has one of the known streams.
 */
function isTakenByShell(descriptor, known) {
  let own = identity(descriptor);
  const number = own === identity(1) ? 0 : 1; // a pipeline after 2>&1 leads to the first one
  try {
    for (let id = process.ppid; id > 0; ) {
      const [, name, parent] = fs.readFileSync(`/proc/${id}/stat`, "utf8").match(/^\d+ \((.*)\) \S (\d+)/s);
      const streams = [1, 2].map((each) => identityOf(fs.statSync(`/proc/${id}/fd/${each}`)));
      if (!streams.includes(own)) {
        if (SHELLS.has(name) && (!isRelayed() || reads(id, own))) return true;
        own = streams[number];
        if (known.length === 0 || known.includes(own)) return false;
      }
      id = Number(parent);
    }
  } catch {
    // Another user's process, or one with a closed stream, is not a shell of this script.
  }
  return false;
}

/** Tell whether a process has the end of this pipe that is for reading. */
function reads(process, identity) {
  const folder = `/proc/${process}/fd`;
  const pipe = `pipe:[${identity.split(":")[1]}]`;
  const paths = fs.readdirSync(folder).map((number) => `${folder}/${number}`);
  return paths.some((path) => fs.readlinkSync(path) === pipe && fs.lstatSync(path).mode & 0o400);
}

function identity(descriptor) {
  try {
    return identityOf(fs.fstatSync(descriptor));
  } catch {
    return "closed";
  }
}

/** Return the identity of a stream. */
function identityOf({ dev, ino }) {
  return `${dev}:${ino}`;
}

module.exports = { environment, findStreams, leadsToKestra };
