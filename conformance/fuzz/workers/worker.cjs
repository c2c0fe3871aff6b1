"use strict";

// Makes the calls of many files with the driver of Node, in one process: a path a line on stdin.

const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");

const DRIVER = path.resolve(__dirname, "../../drivers/node.cjs");
const wrapper = vm.runInThisContext(`(function (require, module, exports) {${fs.readFileSync(DRIVER, "utf8")}\n})`, {
  filename: DRIVER,
});
const requireFromDriver = createRequire(DRIVER);
const API = ["@kestra-io/libs", path.join(path.dirname(requireFromDriver.resolve("@kestra-io/libs")), "api.js")].map(
  (name) => requireFromDriver.resolve(name),
);
const MARK = "\x1e"; // ends the answer to a call on each stream, with the exit status
const { writeSync } = fs; // which the driver wraps, at each call once more

/** Return the exit status of the driver for one call. */
function make(call) {
  process.argv = [process.argv[0], DRIVER, ...call.map((argument) => Buffer.from(argument, "base64").toString())];
  process.exitCode = undefined;
  fs.writeSync = writeSync;
  for (const file of API) delete require.cache[file]; // as in a new process, where no name of a metric has a type
  try {
    wrapper(requireFromDriver, { exports: {} }, {});
  } catch (error) {
    process.stderr.write(`${error?.stack}\n`);
    return 1;
  }
  const status = process.exitCode ?? 0;
  process.exitCode = undefined;
  return status;
}

readline.createInterface({ input: process.stdin }).on("line", (file) => {
  for (const call of JSON.parse(fs.readFileSync(file, "utf8"))) {
    const status = make(call);
    for (const descriptor of [1, 2]) fs.writeSync(descriptor, `${MARK}${status}\n`);
  }
  fs.writeSync(3, ".");
});
