/** Captures the warnings that Node prints as records. */

"use strict";

const { send } = require("./send.js");
const { environment, leadsToKestra } = require("./streams.js");

/** Replace the listener with which Node prints warnings; without that, as with `--no-warnings`, none are shown. */
function hookWarnings() {
  if (!leadsToKestra("stderr")) return () => {};
  const print = process.listeners("warning").find((listener) => listener.name === "onWarning");
  const options = [environment("NODE_OPTIONS"), ...process.execArgv].join(" ");
  const isRedirected = environment("NODE_REDIRECT_WARNINGS") || options.includes("--redirect-warnings");
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

module.exports = { hookWarnings };
