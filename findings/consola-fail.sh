#!/bin/sh
# Software: consola 3.4.2 (npm).
# One would guess: `fail`, which prints a cross, goes where `error` goes.
# What happens: `warn` and `error` go to stderr, `fail` goes to stdout, since its level is that of `info`.
# Why it matters: A reader that takes stderr for errors misses what the script calls a failure.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund consola@3.4.2 >&2 || exit 2

cat >try.js <<'END'
const { createConsola } = require("consola");
const consola = createConsola({ fancy: false });
for (const type of ["info", "success", "fail", "warn", "error"]) consola[type](`${type} called`);
END

cat >expected <<'END'
stdout: info
stdout: success
stdout: fail
stderr: warn
stderr: error
END

env -i PATH="$PATH" NO_COLOR=1 node try.js >stdout 2>stderr
for stream in stdout stderr; do
  sed -n "s/.*[] ]\\([a-z]*\\) called.*/$stream: \\1/p" "$stream"
done >seen
cat seen
diff expected seen
