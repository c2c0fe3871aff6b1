/** What the rules tell of one line: its level, by which rule, and whether it begins an event. */

"use strict";

const rules = require("./level-rules.js");
const { LEVELS, jsonEntry } = require("./level-json.js");

const TOKENS = 6;
const LETTERS = new Map(
  Object.entries(rules.letters).flatMap(([level, letters]) => letters.split(" ").map((letter) => [letter, level])),
);

/** A pattern with a level of its own; or a word between two patterns, whose level is looked up. */
class Rule {
  constructor(given) {
    this.name = given.name ?? "text";
    this.level = given.level ?? "";
    this.isLetter = given.case === "letter";
    this.isHead = (given.head ?? false) || this.isLetter; // the match is no part of the message
    this.isStrong = given.strong ?? false;
    this.isUpper = given.case?.endsWith("upper") ?? false;
    this.isLower = given.case === "lower";
    this.isFirst = given.case?.startsWith("first") ?? false;
    this.levels = given.words ? new Map(given.words.split(" ").map((word) => [word, LEVELS.get(word)])) : LEVELS;
    // Each rule has one group: the word, or nothing at its end.
    this.pattern = this.level ? `(?:${given.pattern})()` : `${given.before}(${this.word()})${given.after}`;
    this.match = matcher(this.pattern);
    this.isLine = given.line ? matcher(given.line) : undefined;
  }

  /** Return the pattern of the word: the narrower it is, the less often another rule has to be tried. */
  word() {
    if (this.isLetter) return "[A-Z]";
    if (this.levels === LEVELS) return this.isUpper ? "[A-Z]+" : "[A-Za-z]+";
    const words = Array.from(this.levels.keys()).sort().reverse().join("|");
    if (this.isUpper) return words.toUpperCase();
    return this.isLower ? words : words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  }

  /** Return what a match tells, whose text is in front of `rest`: the rule and its level; undefined for no level. */
  found(word, rest) {
    if (this.level) return { level: this.level, rule: this };
    if (this.isLetter) return LETTERS.has(word) ? { level: LETTERS.get(word), rule: this } : undefined;
    const level = this.levels.get(this.isLower ? word : word.toLowerCase());
    if (level === undefined || (this.isUpper && word !== word.toUpperCase())) return undefined;
    const isBelowDebug = level === "DEBUG" && rest.startsWith("-4"); // Go's slog
    return { level: isBelowDebug ? "TRACE" : level, rule: this };
  }

  /** Return where a match ends that is no part of the message, or else the word; 0 where there is neither. */
  end({ indices }) {
    if (this.isHead) return indices[0][1];
    return this.level ? 0 : indices[1][1];
  }
}

/** Rules in the order in which they are tried, as one expression: where that does not match, none of them does. */
class Rules {
  constructor(given) {
    this.rules = given;
    this.match = matcher(given.map((rule) => rule.pattern).join("|"));
  }

  /** Return what the first rule tells that fits at a position. */
  read(text, position = 0) {
    const match = this.match(text, position);
    if (!match) return undefined;
    const first = match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
    for (const rule of this.rules.slice(first)) {
      const one = rule.match(text, position); // the word of the one before is no level
      const found = one && rule.found(one[1], restBehind(one, text));
      if (found) return { ...found, end: rule.end(one) };
    }
    return undefined;
  }
}

/** Return a function that matches a pattern at a position of a text. */
function matcher(pattern) {
  const expression = new RegExp(pattern, "yd");
  return (text, position = 0) => {
    expression.lastIndex = position;
    return expression.exec(text);
  };
}

function restBehind(match, text) {
  const [, end] = match.indices[1];
  return text.slice(end, end + 2);
}

// Every time that `timed` knows begins with a digit or the name of a day or a month.
const mayBeTimed = matcher("[ \\[(<]*(?:[0-9]|[A-Z][a-z][a-z],? )");
const timed = matcher(rules.patterns.timed);
const elapsed = matcher(rules.patterns.elapsed);
const token = matcher(rules.patterns.token);
const detail = matcher(rules.events.detail);
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const PLACES = rules.places.map((place) => new Rule(place));
const FIRST_PLACES = new Rules(PLACES);
const NEXT_PLACES = new Rules(PLACES.filter((place) => !place.isFirst));
const ALL = rules.rules.map((rule) => new Rule(rule));
const PAIRS = ALL.find((rule) => rule.isLine);
const UNPAIRED = new Rules(ALL.filter((rule) => rule !== PAIRS));
const BEFORE_PAIRS = new Rules(ALL.slice(0, ALL.indexOf(PAIRS)));
const AFTER_PAIRS = new Rules(ALL.slice(ALL.indexOf(PAIRS) + 1));
const ANY_LEVEL_PAIR = new RegExp(PAIRS.pattern);
const levelPair = matcher(`(?:^|(?:[^ ]* )*?)${PAIRS.pattern}`);

/** Apply the rules to a line; a line of JSON becomes its message. */
function readLine(text) {
  const line = { text, level: "", rule: "", isStrong: false };
  if (text.trim() === "") return { ...line, rule: "blank" };
  if (text[0] === "{" && text.trimEnd().endsWith("}")) {
    const entry = jsonEntry(text);
    if (entry?.level) return { text: entry.message, level: entry.level, rule: "JSON", isStrong: true };
  }
  const byTime = mayBeTimed(text) ? readTimed(line) : undefined;
  if (byTime?.level) return byTime;
  const hasPair = text.includes("=") && ANY_LEVEL_PAIR.test(text);
  const found = hasPair ? (BEFORE_PAIRS.read(text) ?? readPairs(text) ?? AFTER_PAIRS.read(text)) : UNPAIRED.read(text);
  if (found) return { text, level: found.level, rule: found.rule.name, isStrong: found.rule.isStrong, end: found.end };
  return byTime ?? line;
}

/** Look for a level behind a time, at most some tokens away; undefined where the line does not begin with a time. */
function readTimed(line) {
  const { text } = line;
  const start = timed(text);
  if (!start && !elapsed(text)) return undefined;
  let position = start ? start[0].length : text.indexOf("[");
  let places = FIRST_PLACES;
  for (let count = 0; count < TOKENS; count++) {
    const found = places.read(text, position);
    if (found) return { text, level: found.level, rule: "time", isStrong: true, end: found.end };
    const next = token(text, position);
    if (!next) break;
    position += next[0].length;
    const last = text[position - 1];
    places = "])".includes(last) || last > "~" ? FIRST_PLACES : NEXT_PLACES; // "~": a sign such as \u203a
  }
  if (!start || text.startsWith("  ")) return undefined; // as in a table of times
  return { ...line, rule: "time", isStrong: !detail(text) }; // a detail of the message before it, in PostgreSQL's log
}

/** Look for a level among pairs of key=value, outside quotes. */
function readPairs(text) {
  if (!PAIRS.isLine(text)) return undefined;
  const bare = text.replace(QUOTED, (quoted) => (quoted.includes(" ") ? "_".repeat(quoted.length) : quoted));
  const match = levelPair(bare);
  return match ? PAIRS.found(match[1], restBehind(match, bare)) : undefined;
}

module.exports = { LEVELS, matcher, readLine };
