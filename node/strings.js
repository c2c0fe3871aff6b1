/** Strings: text to JSON strings of printable ASCII. Imports nothing at first: every script starts with it. */

"use strict";

// Characters that must be escaped in a JSON string of printable ASCII.
const SPECIAL = /[^ !#-[\]-~]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Tell whether text must be escaped in a JSON string. */
function needsEscape(text) {
  return SPECIAL.test(text);
}

/** Tell whether Kestra can store a text. */
function isStorable(text) {
  const isWellFormed = text.isWellFormed?.() ?? !LONE_SURROGATE.test(text); // Node 20 has it
  return isWellFormed && !text.includes("\0") && !text.includes("\\u0000");
}

/** Return text as a JSON string of printable ASCII. */
function jsonString(text) {
  return needsEscape(text) ? escapeString(text) : `"${text}"`;
}

/** Return text with a character to escape as a JSON string. */
function escapeString(text) {
  escapes ??= require("./escapes.js");
  return escapes.escapeString(text);
}

let escapes;

module.exports = { escapeString, isStorable, jsonString, needsEscape };
