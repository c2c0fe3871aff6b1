/** The kinds of events whose lines have rules of their own: how each begins, and how it goes on. */

"use strict";

const rules = require("./level-rules.js");
const { LEVELS, matcher } = require("./level-lines.js");

const matchers = (patterns) => new Map(Object.entries(patterns).map(([name, pattern]) => [name, matcher(pattern)]));

const EVENTS = matchers(rules.events);
const HEADS = matchers(rules.blocks);
const anyHead = matcher(Object.values(rules.blocks).join("|"));
const BOXED = { "│ Error: ": "ERROR", "│ Warning: ": "WARN" };
const UNDECIDED = ["node place", "source place", "statement"];
const STATEMENT_LIMIT = 200; // lines
const TRANSLATED = new Map(
  Object.entries(rules.translations).flatMap(([level, words]) => words.map((word) => [word, level])),
);

/** Tell whether a text begins as a kind of line in events does. */
function matches(name, text) {
  return EVENTS.get(name)(text) !== null;
}

/** Return the kind of an event that a line begins, or nothing. */
function blockOf({ text, rule, level }) {
  if (rule === "Erlang") return "paragraph";
  // The most frequent line, which no other kind begins with.
  if (rule === "time" && level && !text.includes("Error") && !text.includes("Exception")) return "";
  if (!anyHead(text)) return "";
  return Array.from(HEADS).find(([, match]) => match(text))[0];
}

/** Tell whether an event goes on with a line, by the rules of its kind; undefined leaves that to the rules for all. */
function continuesBlock(group, line) {
  return KINDS[group.block]?.(group, line);
}

/** Tell whether the lines that are held are only an event if a later line, which has not come, is its error. */
function isUndecided({ block, level }) {
  return level === "" && UNDECIDED.includes(block);
}

/** Return the level of a second line, whose first word it is, in the language of the user. */
function levelInSecondLine(text) {
  const [word] = text.split(": ", 1);
  return TRANSLATED.get(word) ?? (word === word.toUpperCase() ? (LEVELS.get(word.toLowerCase()) ?? "") : "");
}

// How the lines of each kind go on; undefined leaves the decision to what holds for all.
const KINDS = {
  /** Node shows where an error was thrown: the place, the source, a caret, and then the error. */
  "node place"(group, { text, isStrong }) {
    if (group.count === 0) return !(group.isAfterBlank || isStrong);
    if (group.count === 1) {
      if (!matches("caret", text)) return false;
      group.level = "ERROR";
      return true;
    }
    if (text.startsWith("Node.js v")) group.block = "exception";
    return group.level !== "";
  },

  /** Java's own logging has the level in the second line, in the language of its user. */
  "next line's level"(group, { text }) {
    if (group.count > 0 || group.isAfterBlank) return undefined;
    const level = levelInSecondLine(text);
    if (!level) return undefined;
    group.level = level;
    group.head = { ...group.head, rule: "time", isStrong: true };
    return true;
  },

  /** OCaml shows where an error is: the place, the source, a caret, and then the error. */
  "source place"(group, { text, isStrong }) {
    const level = matches("source error", text) ? "ERROR" : matches("source warning", text) ? "WARN" : "";
    if (!level) return !isStrong && (matches("source line", text) || matches("caret", text));
    Object.assign(group, { level, block: "" });
    return true;
  },

  /** MariaDB shows the statement that failed between two lines of dashes, and then its error. */
  statement(group, { text, level, isStrong }) {
    if (!matches("statement error", text))
      return !(isStrong || level || group.isAfterBlank) && group.count < STATEMENT_LIMIT;
    Object.assign(group, { level: "ERROR", block: "" });
    return true;
  },

  /** Terraform frames a diagnostic, whose first word is its level. */
  box(group, { text }) {
    if (group.count === 0) {
      const start = Object.keys(BOXED).find((word) => text.startsWith(word));
      group.level = BOXED[start] ?? "";
    }
    return group.level !== "" && "│╵".includes(text[0]);
  },

  /** Ansible wraps its message, and behind blank lines shows the place, and each cause in the same way. */
  ansible(group, { text, isStrong }) {
    if (isStrong || matches("ansible apart", text)) return false;
    if (!group.isAfterBlank || " \t".includes(text[0]) || matches("ansible", text)) return true;
    return matches("ansible cause", group.last) || group.head.text.split("]: ")[1].startsWith(text.replace(/[.]$/, ""));
  },

  python(group, { text, isStrong }) {
    if (" \t".includes(text[0]) && !matches("python last", text)) return true;
    if (text.startsWith("Traceback") || matches("python again", text) || matches("python box", text)) return true;
    if (matches("python last", text) && !(isStrong && !text.includes(": "))) {
      group.block = "python done";
      return true;
    }
    return !isStrong;
  },

  "python done"(group, { text }) {
    if (!matches("python again", text)) return undefined;
    group.block = "python";
    return true;
  },

  go: (_, { text }) => matches("go", text) || undefined,

  rust: (group, { text }) => (group.count === 0 && !group.isAfterBlank) || matches("rust", text) || undefined,

  r(group, { text, isStrong }) {
    if (group.isAfterBlank) return undefined;
    return (group.count === 0 && !isStrong) || matches("r", text) || undefined;
  },

  /** An event of Erlang's or webpack's ends with a blank line. */
  paragraph: (group, { isStrong }) => (group.isAfterBlank || isStrong ? undefined : true),

  lisp(group, { text }) {
    if (text.startsWith("unhandled condition in")) group.block = "";
    return true;
  },

  /** Node's stack without an error is a heading and lines behind blanks, whatever the level of the heading. */
  trace: (group, { text }) => (text.startsWith("    at ") && !group.isAfterBlank) || undefined,

  /** Lua's stack is a heading and lines behind tabs, whatever the level of the heading. */
  lua: (_, { text }) => text[0] === "\t" || undefined,
};

module.exports = { blockOf, continuesBlock, isUndecided, matches };
