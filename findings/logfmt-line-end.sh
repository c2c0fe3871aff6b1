#!/bin/sh
# Software: logfmt 1.4.0 (npm).
# One would guess: A value with a line end is quoted and escaped, since each record is one line.
# What happens: It is quoted for a space or a quote, but a line end is written as it is; the parser reads `\n` as
#   `n`.
# Why it matters: The second half of a value begins a line of its own.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund logfmt@1.4.0 >&2 || exit 2

cat >try.js <<'END'
const logfmt = require("logfmt");
console.log(logfmt.stringify({ space: "a b", end: "a\nb", both: "a b\nc" }));
console.log(logfmt.parse(String.raw`end="a\nb"`).end);
END

cat >expected <<'END'
space="a b" end=a
b both="a b
c"
anb
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
