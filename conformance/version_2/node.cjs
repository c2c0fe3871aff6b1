"use strict";

// Makes the calls of a file, a JSON array of arrays of text, with @kestra-io/libs 2.0.0 of npm; an answer ends with U+001E.

const fs = require("node:fs");
const Kestra = require("@kestra-io/libs");

const METHODS = { WARNING: "warn", CRITICAL: "error", FATAL: "error" };

function mapping(words, jsonValues) {
  const members = Object.create(null); // so that `__proto__` is a key like others
  for (const word of words) {
    const equals = word.indexOf("=");
    const isJson = jsonValues && word[equals - 1] === ":";
    const key = word.slice(0, isJson ? equals - 1 : equals);
    if (equals < 0 || key in members) throw new TypeError(`expected KEY=VALUE, and each key once: ${word}`);
    members[key] = isJson ? JSON.parse(word.slice(equals + 1)) : word.slice(equals + 1);
  }
  return members;
}

function make([verb, ...words]) {
  if (verb === "log") {
    const level = words[0].toUpperCase();
    Kestra.logger()[METHODS[level] ?? level.toLowerCase()](words[1]);
  } else if (verb === "outputs" || verb === "assets") {
    Kestra[verb](mapping(words, true));
  } else {
    const [name, value, ...tags] = words;
    Kestra[verb](name, JSON.parse(value), mapping(tags, false));
  }
}

for (const call of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  let status = 0;
  try {
    make(call);
  } catch {
    status = 1;
  }
  for (const stream of [process.stdout, process.stderr]) stream.write(`\x1e${status}\n`);
}
