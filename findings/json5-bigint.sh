#!/bin/sh
# Software: json5 2.2.3 (npm).
# One would guess: `JSON5.stringify` of a BigInt throws, as `JSON.stringify` does, or writes its digits.
# What happens: The member is left out without an error, as if it were undefined.
# Why it matters: A large number that is plain in the script is not in the line at all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund json5@2.2.3 >&2 || exit 2

cat >try.js <<'END'
const JSON5 = require("json5");
console.log(JSON5.stringify({ name: "rows", value: 7n }));
try {
  JSON.stringify({ value: 7n });
} catch (error) {
  console.log(error.name);
}
END

cat >expected <<'END'
{name:'rows'}
TypeError
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
