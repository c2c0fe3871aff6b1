/** Capture of `console`: each call that prints is one record. */

"use strict";

const { isReplaced } = require("../stream.js");
const { messageText } = require("../wire.js");
const { hookErrors } = require("./errors.js");
const { send } = require("./send.js");
const { leadsToKestra } = require("./streams.js");
const { entryOf, hookText } = require("./text.js");
const { hookWarnings } = require("./warnings.js");

// The methods of console that print, and those that the shadow must know.
const METHODS = {
  TRACE: ["trace"],
  DEBUG: ["debug"],
  INFO: "log info dir dirxml table group groupCollapsed groupEnd count countReset time timeLog timeEnd".split(" "),
  WARN: ["warn"],
  ERROR: ["error", "assert"],
};
// The methods whose text Node prints on standard output.
const OUTPUT_LEVELS = ["DEBUG", "INFO"];
// The methods that print a string as it is.
const STRING_METHODS = new Set(["debug", "error", "info", "log", "warn"]);

let captures = 0; // active ones
let unhook;

/** Turn what the script prints into records until the returned function is called. */
function capture() {
  if (captures++ === 0) {
    const undos = [hookConsole(), hookText(), hookWarnings(), hookErrors()];
    unhook = () => undos.forEach((undo) => undo());
  }
  let isUndone = false;
  return () => {
    if (isUndone) return;
    isUndone = true;
    if (--captures === 0) unhook();
  };
}

/** Return a function that returns the text which Node would print for a call of console, undefined for none. */
function printer() {
  let text = "";
  const sink = { write: (part) => (text += part) };
  // A console like Node's own, with groups, counts and timers, that prints into `text`; made when it is first needed.
  let shadow;
  let groups = 0; // open ones, which indent the text

  return function textOf(method, args, hook) {
    // Most text is one string, which the shadow prints unchanged.
    const isString = args.length === 1 && typeof args[0] === "string";
    if (isString && groups === 0 && STRING_METHODS.has(method)) return args[0];
    shadow ??= new console.Console({ stdout: sink, stderr: sink, ignoreErrors: false, colorMode: false });
    if (method === "groupEnd") groups = Math.max(0, groups - 1);
    else if (method.startsWith("group")) groups += 1;
    try {
      if (method === "trace") shadow.log(traceText(args, hook));
      else shadow[method](...args);
      return text === "" ? undefined : text.slice(0, -1); // without the line end
    } catch {
      return messageText(args); // the caller's own inspection has thrown
    } finally {
      text = "";
    }
  };
}

/** Let each printing call send one record with the text that Node would print. */
function hookConsole() {
  const textOf = printer();

  function hookMethod(method, level) {
    const original = console[method];
    const stream = OUTPUT_LEVELS.includes(level) ? "stdout" : "stderr";
    const hook = (...args) => {
      // Code that has wrapped this function may call it after the end.
      const isText = captures === 0 || !leadsToKestra(stream) || isReplaced(stream);
      if (isText) original.apply(console, args);
      if (isText && !method.startsWith("group")) return;
      const text = textOf(method, args, hook); // also where it stays text, because of the indentation of groups
      if (isText || text === undefined) return;
      const entry = method === "log" ? entryOf(text) : undefined; // of a logger that prints by console.log, as tslog
      send(entry?.level ?? level, entry?.message ?? text, stream);
    };
    console[method] = hook;
    return () => {
      if (console[method] === hook) console[method] = original;
    };
  }

  const undos = Object.entries(METHODS).flatMap(([level, methods]) => methods.map((name) => hookMethod(name, level)));
  return () => undos.forEach((undo) => undo());
}

/** Return the text of `console.trace`, with the stack from the caller of a function. */
function traceText(args, callee) {
  const trace = { name: "Trace", message: messageText(args) };
  const head = trace.message ? `Trace: ${trace.message}` : "Trace";
  Error.captureStackTrace(trace, callee);
  // Bun begins the stack of an object that is not an error with another name.
  return trace.stack.startsWith("Trace") ? trace.stack : trace.stack.replace(/^.*?(?=\n {4}at |$)/s, () => head);
}

module.exports = { capture };
