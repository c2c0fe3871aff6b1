#!/bin/sh
# Software: csv-stringify 6.6.0 (npm).
# One would guess: `true`, `false` and a date are written as their text.
# What happens: `true` is 1, `false` is the empty text, the same as null, and a date is a number of milliseconds.
# Why it matters: A reader of the lines cannot tell a false from a value that is missing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund csv-stringify@6.6.0 >&2 || exit 2

cat >try.js <<'END'
const { stringify } = require("csv-stringify/sync");
process.stdout.write(stringify([["a", true, "b"], ["a", false, "b"], ["a", null, "b"], ["a", new Date(5), "b"]]));
END

cat >expected <<'END'
a,1,b
a,,b
a,,b
a,5,b
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
