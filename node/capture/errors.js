/** Captures the error that ends a script as a record. */

"use strict";

const { messageText } = require("../wire.js");
const { send } = require("./send.js");
const { leadsToKestra } = require("./streams.js");

// A line of a stack with a file, or with a call outside Node itself.
const PLACE = /^.+:\d+\n|\n {4}at (?!.*\bnode:)/;

/** Send the error that ends the script, and let it end as without the capture, except for what Node prints. */
function hookErrors() {
  if (!leadsToKestra("stderr")) return () => {};
  const hook = (error) => {
    // A listener of either handles the error, and the script continues.
    if (process.listenerCount("uncaughtException") > 0 || process.hasUncaughtExceptionCaptureCallback()) return;
    // A worker passes it to the main thread, where it may be handled too.
    if (!isMainThread()) return;
    // Only Node's own output has the position of an error in a module's syntax.
    if (error instanceof SyntaxError && !PLACE.test(error.stack)) return;
    send("ERROR", messageText(error instanceof Error ? [error] : ["Uncaught", error]));
    if (process._exiting) process.exit(process.exitCode ?? 1); // a listener of "exit" has thrown it
    process.once("exit", () => process.exit()); // after the script's listeners, and before Node prints
  };
  process.on("uncaughtExceptionMonitor", hook);
  return () => process.off("uncaughtExceptionMonitor", hook);
}

function isMainThread() {
  return (process.getBuiltinModule?.("node:worker_threads") ?? require("node:worker_threads")).isMainThread;
}

module.exports = { hookErrors };
