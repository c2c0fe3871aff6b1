#!/bin/sh
# Software: bson 6.10.4 (npm).
# One would guess: `EJSON.stringify`, which is made to keep the types of BSON, keeps the digits of a 64-bit number.
# What happens: By default it writes a double, which ends in another digit; `JSON.stringify` writes two halves as an
#   object.
# Why it matters: An identifier from the database arrives as that of another document.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund bson@6.10.4 >&2 || exit 2

cat >try.js <<'END'
const { EJSON, Long } = require("bson");
const document = { id: Long.fromString("9007199254740993") };
console.log(String(document.id));
console.log(EJSON.stringify(document));
console.log(EJSON.stringify(document, { relaxed: false }));
console.log(JSON.stringify(document));
END

cat >expected <<'END'
9007199254740993
{"id":9007199254740992}
{"id":{"$numberLong":"9007199254740993"}}
{"id":{"low":1,"high":2097152,"unsigned":false}}
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
