#!/bin/sh
# Software: fast-json-stringify 7.3.10 (npm).
# One would guess: A value that is not of the schema's type is refused, or written as it is.
# What happens: It is converted by JavaScript's rules: the text `false` is true, null is an empty text, and 1.9 is 1.
# Why it matters: Fastify writes its answers with it: they are valid and wrong.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund fast-json-stringify@7.3.10 >&2 || exit 2

cat >try.js <<'END'
const build = require("fast-json-stringify");

const types = { done: "boolean", error: "string", rows: "integer" };
const properties = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
console.log(build({ type: "object", properties })({ done: "false", error: null, rows: 1.9 }));
END

cat >expected <<'END'
{"done":true,"error":"","rows":1}
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
