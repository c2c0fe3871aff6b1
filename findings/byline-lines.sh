#!/bin/sh
# Software: byline 5.0.0 and split2 4.2.0 (npm).
# One would guess: A stream of lines splits at line ends, and has each of them.
# What happens: It also splits at vertical tabs, NEL and U+2028, which JSON text may contain, and drops empty lines.
# Why it matters: A JSON record with such a character arrives as two broken lines, and counted lines are off.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund byline@5.0.0 split2@4.2.0 >&2 || exit 2

cat >try.js <<'END'
const { Readable } = require("stream");
const byline = require("byline");
const split2 = require("split2");

async function show(lines) {
  const seen = [];
  for await (const line of lines) seen.push(String(line));
  console.log(JSON.stringify(seen).replace(/\u2028/g, "<U+2028>"));
}

const text = '{"a":"b\u2028c"}\n\nlast\n';
show(byline(Readable.from([Buffer.from(text)]))).then(() => show(Readable.from([Buffer.from(text)]).pipe(split2())));
END

cat >expected <<'END'
["{\"a\":\"b","c\"}","last"]
["{\"a\":\"b<U+2028>c\"}","","last"]
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
