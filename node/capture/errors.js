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
  const hook = (error, origin) => {
    // A listener of either handles the error, and the script continues.
    if (process.listenerCount("uncaughtException") > 0 || process.hasUncaughtExceptionCaptureCallback()) return;
    // A worker passes it to the main thread, where it may be handled too.
    if (!isMainThread()) return;
    // Only Node's own output has the position of an error in a module's syntax.
    if (error instanceof SyntaxError && !PLACE.test(error.stack)) return;
    send("ERROR", messageText(error instanceof Error ? [error] : ["Uncaught", error]));
    // Bun and Deno print it before the listeners of "exit"; in Node, one of these may have thrown it.
    if (process._exiting || process.versions.bun || isFinalInDeno(origin)) process.exit(process.exitCode || 1);
    process.once("exit", () => process.exit()); // after the script's listeners, and before Node prints
  };
  process.on("uncaughtExceptionMonitor", hook);
  return () => process.off("uncaughtExceptionMonitor", hook);
}

/** Tell whether no listener of the web's events can handle the error: Deno asks those of "error" later. */
function isFinalInDeno(origin) {
  return Boolean(process.versions.deno) && origin === "unhandledRejection";
}

function isMainThread() {
  return (process.getBuiltinModule?.("node:worker_threads") ?? require("node:worker_threads")).isMainThread;
}

module.exports = { hookErrors };
