#!/bin/sh
# Software: fast-safe-stringify 2.1.1 (npm).
# One would guess: A BigInt throws, as in `JSON.stringify`, or becomes text.
# What happens: The whole object is replaced by a text about a circular reference, though there is none.
# Why it matters: One large number loses all fields of the log line, and the text that remains points the wrong way.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund fast-safe-stringify@2.1.1 >&2 || exit 2

cat >try.js <<'END'
const stringify = require("fast-safe-stringify");
console.log(stringify({ user: "ada", rows: 7 }));
console.log(stringify({ user: "ada", rows: 7n }));
END

cat >expected <<'END'
{"user":"ada","rows":7}
"[unable to serialize, circular reference is too complex to analyze]"
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
