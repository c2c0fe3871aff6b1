/** Capture of the error that ends a script, as a record. */

"use strict";

const { messageText } = require("../wire.js");
const { send } = require("./send.js");
const { leadsToKestra } = require("./streams.js");

// In a stack: a file's line, or a call outside Node itself.
const PLACE = /^.+:\d+\n|\n {4}at (?!.*\bnode:)/;

/** Send the error that ends the script, and let it end as without the capture, except for what Node prints. */
function hookErrors() {
  if (!leadsToKestra("stderr")) return () => {};
  const hook = (error) => {
    // One of these two takes the error, and the script goes on.
    if (process.listenerCount("uncaughtException") > 0 || process.hasUncaughtExceptionCaptureCallback()) return;
    // A worker hands it to the main thread, where it may be taken too.
    if (!isMainThread()) return;
    // Of an error in a module's syntax only Node's own print has the place.
    if (error instanceof SyntaxError && !PLACE.test(error.stack)) return;
    send("ERROR", messageText(error instanceof Error ? [error] : ["Uncaught", error]));
    if (process._exiting) process.exit(process.exitCode ?? 1); // it comes from a listener of "exit"
    process.once("exit", () => process.exit()); // after the listeners of the script's, and before Node prints
  };
  process.on("uncaughtExceptionMonitor", hook);
  return () => process.off("uncaughtExceptionMonitor", hook);
}

function isMainThread() {
  return (process.getBuiltinModule?.("node:worker_threads") ?? require("node:worker_threads")).isMainThread;
}

module.exports = { hookErrors };
