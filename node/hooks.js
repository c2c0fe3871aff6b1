/** The hooks: what a script prints by `console`, and what Node prints of its warnings and errors, as records. */

import { nameFor, writeLog } from "./stream.js";
import { logLine, messageText } from "./wire.js";

// Of console, those that print, and those that the shadow has to know of.
const METHODS = {
  TRACE: ["trace"],
  DEBUG: ["debug"],
  INFO: "log info dir dirxml table group groupCollapsed groupEnd count countReset time timeLog timeEnd".split(" "),
  WARN: ["warn"],
  ERROR: ["error", "assert"],
};
const RECORD = /^::\{.*\}::$/; // as Kestra looks for it
const PLACE = /^\S+:\d+\n|\n {4}at (?!.*\bnode:)/; // in a stack: a file's line, or a call outside Node itself

let captures = 0; // that are not undone
let unhook;

/** Turn what the script prints into records until the function that is returned is called. */
export function capture() {
  if (captures++ === 0) {
    const undos = [hookConsole(), hookWarnings(), hookErrors()];
    unhook = () => undos.forEach((undo) => undo());
  }
  let isUndone = false;
  return () => {
    if (isUndone) return;
    isUndone = true;
    if (--captures === 0) unhook();
  };
}

function send(level, text) {
  writeLog(nameFor([level]), logLine(level, [text]));
}

/** Let each call that prints send one record, of the text that Node would print. */
function hookConsole() {
  let text = "";
  const sink = { write: (part) => (text += part) };
  // A console as Node's own, with groups, counts and timers, that prints into `text`.
  const shadow = new console.Console({ stdout: sink, stderr: sink, ignoreErrors: false });

  function textOf(method, args, hook) {
    try {
      if (method === "trace") shadow.log(traceText(args, hook));
      else shadow[method](...args);
      return text;
    } catch {
      return messageText(args) + "\n"; // an inspection of the caller's has thrown
    } finally {
      text = "";
    }
  }

  function hookMethod(method, level) {
    const original = console[method];
    const hook = (...args) => {
      const isRecord = args.length === 1 && typeof args[0] === "string" && RECORD.test(args[0]);
      // Whoever has put a function around this one may call it after the end.
      if (captures === 0 || isRecord) return original.apply(console, args);
      const printed = textOf(method, args, hook);
      if (printed !== "") send(level, printed.slice(0, -1)); // the line end
    };
    console[method] = hook;
    return () => {
      if (console[method] === hook) console[method] = original;
    };
  }

  const undos = Object.entries(METHODS).flatMap(([level, methods]) => methods.map((name) => hookMethod(name, level)));
  return () => undos.forEach((undo) => undo());
}

/** Return what `console.trace` prints, with the stack of whoever called a function. */
function traceText(args, callee) {
  const trace = { name: "Trace", message: messageText(args) };
  Error.captureStackTrace(trace, callee);
  return trace.stack;
}

/** Stand in for the listener of Node's that prints warnings; without it, as by `--no-warnings`, nobody wants them. */
function hookWarnings() {
  const print = process.listeners("warning").find((listener) => listener.name === "onWarning");
  const options = [process.env.NODE_OPTIONS, ...process.execArgv].join(" ");
  const isRedirected = process.env.NODE_REDIRECT_WARNINGS || options.includes("--redirect-warnings");
  if (!print || isRedirected) return () => {};
  const disabled = Array.from(options.matchAll(/--disable-warning[= ](\S+)/g), ([, name]) => name);
  const hook = (warning) => {
    if (!(warning instanceof Error)) return; // as Node's does
    const { name, code, detail, stack } = warning;
    const isDeprecation = name === "DeprecationWarning";
    if (disabled.includes(name) || disabled.includes(code) || (isDeprecation && process.noDeprecation)) return;
    const isTraced = process.traceProcessWarnings || (isDeprecation && process.traceDeprecation);
    const text = (code ? `[${code}] ` : "") + (isTraced && stack ? stack : String(warning));
    send("WARN", typeof detail === "string" ? `${text}\n${detail}` : text);
  };
  process.off("warning", print);
  process.on("warning", hook);
  return () => {
    process.off("warning", hook);
    process.on("warning", print);
  };
}

/** Send the error that ends the script, and let it end as ever, but for what Node prints. */
function hookErrors() {
  const hook = (error) => {
    // One of these two takes the error, and the script goes on.
    if (process.listenerCount("uncaughtException") > 0 || process.hasUncaughtExceptionCaptureCallback()) return;
    // A worker hands it to the main thread, where it may be taken too.
    if (!process.getBuiltinModule("node:worker_threads").isMainThread) return;
    // Of an error in a module's syntax only Node's own print has the place.
    if (error instanceof SyntaxError && !PLACE.test(error.stack)) return;
    send("ERROR", messageText(error instanceof Error ? [error] : ["Uncaught", error]));
    if (process._exiting) process.exit(process.exitCode ?? 1); // it comes from a listener of "exit"
    process.once("exit", () => process.exit()); // after the listeners of the script's, and before Node prints
  };
  process.on("uncaughtExceptionMonitor", hook);
  return () => process.off("uncaughtExceptionMonitor", hook);
}
