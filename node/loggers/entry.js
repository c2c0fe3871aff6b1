/** An entry of a logger with fields, as one log: the message, the other members as JSON, then the stacks. */

"use strict";

const util = process.getBuiltinModule?.("node:util") ?? require("node:util");

const { jsonText } = require("../json.js");
const { streamFor, writeLog } = require("../stream.js");
const { logLine } = require("../wire.js");

// The level names of pino, bunyan, npm, cli and syslog.
const NAMES = {
  TRACE: ["trace", "silly"],
  DEBUG: ["debug", "verbose", "http", "input"],
  INFO: ["info", "notice", "help", "data", "prompt", "success", "log"],
  WARN: ["warn", "warning"],
  ERROR: ["error", "fatal", "crit", "critical", "alert", "emerg"],
};
const LEVELS = new Map(Object.entries(NAMES).flatMap(([level, names]) => names.map((name) => [name, level])));
const COLOUR = /\x1b\[[0-9;]*m/g;

/** Return Kestra's level for a name, or for a number of pino or bunyan; undefined for any other value. */
function levelOf(value) {
  if (typeof value === "string") return LEVELS.get(value.replace(COLOUR, "").toLowerCase());
  return typeof value === "number" ? levelOfCount(value) : undefined;
}

/** Return the level of a number as pino and bunyan count. */
function levelOfCount(value) {
  if (value < 20) return "TRACE";
  if (value < 30) return "DEBUG";
  if (value < 40) return "INFO";
  return value < 50 ? "WARN" : "ERROR";
}

/** Send one entry with any members; errors do not reach the caller. */
function sendEntry(level, message, fields) {
  const stacks = [];
  const others = {};
  for (const [key, value] of Object.entries(fields)) {
    const rest = takeStack(key, value, stacks);
    if (rest !== undefined) others[key] = rest;
  }
  const parts = [messageText(message), Object.keys(others).length > 0 ? fieldsText(others) : ""];
  let head = parts.filter(Boolean).join(" ");
  if (stacks[0]?.split("\n")[0].endsWith(`: ${head}`)) head = ""; // the stack contains it
  const text = [head, ...stacks].filter(Boolean).join("\n");
  writeLog(streamFor([level]), logLine(level, [text]));
}

/** Move the stack of an error to `stacks`, and return the rest of a member, or undefined. */
function takeStack(key, value, stacks) {
  if (key === "stack" && typeof value === "string") return void stacks.push(value);
  if (value instanceof Error) return void stacks.push(util.inspect(value));
  if (typeof value?.stack !== "string") return value;
  const { type, name, message, stack, ...others } = value;
  stacks.push(stack);
  return Object.keys(others).length > 0 ? others : undefined;
}

function messageText(message) {
  if (message === undefined || message === null) return "";
  return typeof message === "string" ? message.replace(COLOUR, "") : util.format(message);
}

function fieldsText(fields) {
  try {
    return jsonText(fields, "fields");
  } catch {
    return util.inspect(fields, { breakLength: Infinity }); // for example an object that contains itself
  }
}

module.exports = { levelOf, levelOfCount, sendEntry };
