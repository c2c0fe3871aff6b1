/** Sends captured text. */

"use strict";

const { streamFor, writeLog } = require("../stream.js");
const { logLine } = require("../wire.js");
const { leadsToKestra } = require("./streams.js");

// The shape of a record as Kestra looks for it in a line, with any text in the braces: U+0085, U+2028 and U+2029 end no
// line, but a line that has one is no record.
const RECORD = /^::\{[^\x85\u2028\u2029]*\}::$/;
const LINE_END = /\r\n|\n|\r/;

/** Send a text at a level instead of printing it on a standard stream. */
function send(level, text, name = streamFor([level])) {
  const printed = text.includes("::{") ? text.split(LINE_END) : [];
  if (!printed.some((line) => RECORD.test(line))) return sendLog(level, text, name);
  const lines = [];
  const sendLines = () => {
    if (lines.length > 0) sendLog(level, lines.splice(0).join("\n"), name);
  };
  for (const line of printed) {
    if (!RECORD.test(line)) {
      lines.push(line);
      continue;
    }
    sendLines();
    process[name].write(line + "\n"); // Kestra would have read it as a record without the capture, too
  }
  sendLines();
}

function sendLog(level, text, name) {
  const own = streamFor([level]);
  writeLog(leadsToKestra(own) ? own : name, logLine(level, [text]));
}

module.exports = { RECORD, send };
