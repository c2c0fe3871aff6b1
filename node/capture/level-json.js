/** Lines of JSON that loggers write: their level, and their message with the members that are left. */

"use strict";

const { levelOfCount } = require("../loggers/entry.js");
const rules = require("./level-rules.js");

const LEVELS = new Map(
  Object.entries(rules.words).flatMap(([level, words]) => words.split(" ").map((word) => [word, level])),
);
const SYSLOG = ["ERROR", "ERROR", "ERROR", "ERROR", "WARN", "INFO", "INFO", "DEBUG"];
const LETTERS = { D: "DEBUG", I: "INFO", W: "WARN", E: "ERROR", F: "ERROR" };
const OPEN_TELEMETRY = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "ERROR"]; // four numbers each, from 1 on
const ERROR_MEMBERS = ["type", "name", "message", "stack", "cause", "nativeError"];
const CAUSES = 10;

const LEFT_OUT = new Set(rules.json["left out"]);
const KEY = /[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*:[ \t]*/y;
const PLAIN = /"(?:[^"\\]|\\.)*"|[^\s,{}[\]"]+/y;
const NEXT = /[ \t]*([,}])[ \t]*/y;
const NESTING = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;

/** Read a line as an entry: its level, "" where it tells none, and its message; undefined where it is no JSON object. */
function jsonEntry(line) {
  const all = membersOf(line);
  if (!all) return undefined;
  const [level, levelKey] = levelOf(all);
  if (!level) return { level, message: line };
  const kept = all.filter(({ key }) => !LEFT_OUT.has(key) && key !== levelKey);
  const isLoguru = levelKey === "" && kept.some(({ key }) => key === "text");
  const [text, others] = takeMessage(isLoguru ? kept.flatMap(boundOf) : kept);
  const message = text.replace(/\n+$/, "");
  const [rest, stacks] = takeStacks(others);
  const first = [message, rest.length > 0 ? objectText(rest) : ""].filter(Boolean).join(" ");
  return { level, message: [first, ...stacks].filter(Boolean).join("\n") || line };
}

/** Return, of what loguru describes a record with, only what was bound to the logger; else the member itself. */
function boundOf(member) {
  const { key, value, raw } = member;
  if (key !== "record" || !isObject(value) || !isObject(value.extra)) return [member];
  return membersOf(raw).filter((inner) => inner.key === "extra" && Object.keys(inner.value).length > 0);
}

/** Return the members of an object, equal keys too, each with its text as printed. */
function membersOf(text) {
  try {
    JSON.parse(text); // whose form the steps below rely on
  } catch {
    return undefined;
  }
  const members = [];
  let position = text.indexOf("{") + 1;
  for (;;) {
    const key = at(KEY, text, position);
    if (!key) return members.length > 0 ? undefined : members;
    const start = position + key[0].length;
    const end = endOfValue(text, start);
    const raw = text.slice(start, end);
    members.push({ key: key[1], value: JSON.parse(raw), raw });
    const next = at(NEXT, text, end);
    if (!next) return undefined; // white space that no logger prints
    if (next[1] === "}") return members;
    position = end + next[0].length;
  }
}

function at(expression, text, position) {
  expression.lastIndex = position;
  return expression.exec(text);
}

function endOfValue(text, start) {
  if (text[start] !== "{" && text[start] !== "[") return start + at(PLAIN, text, start)[0].length;
  let depth = 0;
  NESTING.lastIndex = start;
  for (;;) {
    const [part] = NESTING.exec(text);
    if (part === "{" || part === "[") depth++;
    else if (part === "}" || part === "]") depth--;
    if (depth === 0) return NESTING.lastIndex;
  }
}

function objectText(members) {
  return `{${members.map(({ key, raw }) => `"${key}":${raw}`).join(",")}}`;
}

/** Return the level, and the member that holds it where nothing else does. */
function levelOf(members) {
  for (const name of rules.json.levels) {
    for (const { key, value } of members) {
      const level = key === name ? levelOfWord(value) : "";
      if (level) return [level, name];
    }
  }
  for (const path of rules.json["nested levels"]) {
    const level = levelOfWord(nested(members, path.split("/")));
    if (level) return [level, ""];
  }
  return codedLevel(members);
}

/** Return the level of a number or a letter, where the other members tell which logger writes it so. */
function codedLevel(members) {
  const keys = new Set(members.map(({ key }) => key));
  for (const name of rules.json.levels) {
    for (const { key, value } of members) {
      const level = key === name ? levelOfNumber(name, value, keys) : "";
      if (level) return [level, name];
    }
  }
  const [name, beside] = rules.json.letters; // MongoDB's
  for (const { key, value } of members) {
    if (key === name && keys.has(beside) && typeof value === "string") return [LETTERS[value[0]] ?? "", name];
  }
  return ["", ""];
}

function levelOfWord(value) {
  if (typeof value !== "string") return "";
  const word = value.trim().toLowerCase();
  return word === "debug-4" ? "TRACE" : (LEVELS.get(word.split(/[-+]/)[0]) ?? "");
}

function nested(members, [first, ...path]) {
  const outer = members.find(({ key }) => key === first)?.value;
  return path.reduce((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), outer);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Return the level of a number, where the other members tell which logger counts so. */
function levelOfNumber(name, value, keys) {
  if (typeof value !== "number") return "";
  const isBeside = (names) => rules.json[names].some((key) => keys.has(key));
  if (rules.json["counted from 1"].includes(name)) {
    return value >= 1 && value <= 24 ? OPEN_TELEMETRY[Math.floor(Math.floor(value - 1) / 4)] : "";
  }
  if (value >= 0 && value <= 7 && isBeside("beside numbers of syslog")) return SYSLOG[Math.floor(value)];
  if (value >= 10 && value <= 60 && isBeside("beside numbers of pino")) return levelOfCount(value);
  return "";
}

/** Return the text of the first of some members that there is, and the others. */
function take(members, names) {
  for (const name of names) {
    const index = members.findIndex(({ key, value }) => key === name && typeof value === "string");
    if (index >= 0) return [members[index].value, members.filter((_, other) => other !== index)];
  }
  return ["", members];
}

function takeMessage(members) {
  const [message, rest] = take(members, rules.json.messages);
  if (message || rest.length < members.length) return [message, rest];
  for (const path of rules.json["nested messages"]) {
    const [outer, inner] = path.split("/");
    const index = members.findIndex(({ key, value }) => key === outer && isObject(value) && isText(value, inner));
    if (index < 0) continue;
    const { key, value, raw } = members[index];
    const kept = without(key, raw, [inner]);
    return [value[inner], [...members.slice(0, index), ...kept, ...members.slice(index + 1)]];
  }
  return ["", members];
}

function isText(object, key) {
  return Object.hasOwn(object, key) && typeof object[key] === "string";
}

/** Return a member without some of its own members, as a list; an empty one if none are left. */
function without(key, raw, names) {
  const others = (membersOf(raw) ?? []).filter((member) => !names.includes(member.key));
  return others.length > 0 ? [{ key, raw: objectText(others) }] : [];
}

/** Take the stacks of errors out of the members, as lines. */
function takeStacks(members) {
  const rest = [];
  const stacks = [];
  for (const member of members) {
    const { key, value, raw } = member;
    if (rules.json.stacks.includes(key) && linesOf(value)) {
      stacks.push(linesOf(value));
    } else if (isObject(value) && stackOf(value)) {
      stacks.push(...causesOf(value));
      rest.push(...without(key, raw, ERROR_MEMBERS));
    } else {
      rest.push(member);
    }
  }
  return [rest, stacks];
}

/** Return a stack as text: a string of several lines, a list of lines, or tslog's list of calls. */
function linesOf(value) {
  if (Array.isArray(value)) {
    if (value.every((line) => typeof line === "string")) return value.join("\n");
    const lines = value.map(lineOfCall);
    return lines.every(Boolean) ? lines.join("\n") : "";
  }
  return typeof value === "string" && value.includes("\n") ? value.replace(/\n+$/, "") : "";
}

/** Return a call as a line of Node's stacks, or nothing where it is no call. */
function lineOfCall(call) {
  const { fullFilePath: place, method } = isObject(call) ? call : {};
  if (typeof place !== "string") return "";
  return typeof method === "string" && method !== "[undefined]" ? `    at ${method} (${place})` : `    at ${place}`;
}

/** Return the stack of an error; one that is a list of calls has no heading. */
function stackOf({ stack, name, message }) {
  const lines = linesOf(stack);
  const isHeadless = lines !== "" && isObject(stack[0]) && typeof name === "string" && typeof message === "string";
  return isHeadless ? `${name}: ${message}\n${lines}` : lines;
}

/** Return the stack of an error, and those of its causes. */
function causesOf(error) {
  const stacks = [stackOf(error)];
  let { cause } = error;
  while (isObject(cause) && stacks.length < CAUSES) {
    const text = stackOf(cause) || cause.message;
    if (typeof text === "string" && !stacks[0].includes(text)) stacks.push(`Caused by: ${text}`);
    ({ cause } = cause);
  }
  if (typeof cause === "string") stacks.push(`Caused by: ${cause}`);
  return stacks;
}

module.exports = { LEVELS, jsonEntry, levelOfCount };
