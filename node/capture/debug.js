/** Knows the lines of the package `debug`, which writes no level. */

"use strict";

const { environment } = require("./streams.js");

const LINE = /^\d{4}-\d\d-\d\dT[\d:.]+Z (\S+) /;

let patterns; // of the namespaces that are enabled
let variable; // from which they were made

/** Tell whether a text is of the package: a time, and a namespace that the variable DEBUG enables. */
function isOfDebug(text) {
  const enabled = environment("DEBUG");
  const match = enabled ? LINE.exec(text) : null;
  if (!match) return false;
  if (enabled !== variable) {
    patterns = enabled
      .split(/[\s,]+/)
      .filter((name) => name !== "" && !name.startsWith("-"))
      .map(patternOf);
    variable = enabled;
  }
  return patterns.some((pattern) => pattern.test(match[1]));
}

function patternOf(name) {
  return new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
}

module.exports = { isOfDebug };
