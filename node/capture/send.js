/** Sends what is captured. */

"use strict";

const { streamFor, writeLog } = require("../stream.js");
const { logLine } = require("../wire.js");

exports.send = function send(level, text) {
  writeLog(streamFor([level]), logLine(level, [text]));
};
