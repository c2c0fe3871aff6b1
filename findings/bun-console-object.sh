#!/bin/sh
# Software: bun 1.4.5 (npm).
# One would guess: `console.log` of a small object is one line, as in Node and Deno.
# What happens: Each key has a line of its own, and the braces have two more; only an array stays on one line.
# Why it matters: What reads the output line by line gets three lines for an object that Node prints on one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund bun@1.4.5 >&2 || exit 2

cat >try.js <<'END'
console.log({ rows: 7 });
console.log("loaded", { rows: 7 });
console.log([7, 8]);
END

cat >expected <<'END'
{
  rows: 7,
}
loaded {
  rows: 7,
}
[ 7, 8 ]
END

env -i PATH="$PATH" node_modules/.bin/bun try.js >seen
cat seen
diff expected seen
