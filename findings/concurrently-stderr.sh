#!/bin/sh
# Software: concurrently 9.2.1 (npm).
# One would guess: What a command writes to stderr comes out on stderr.
# What happens: All of it comes out on stdout.
# Why it matters: A reader that takes stderr for errors finds none, and one of results finds the errors among them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund concurrently@9.2.1 >&2 || exit 2

cat >expected <<'END'
stdout: [0] result
stdout: [0] error
END

env -i PATH="$PATH" node_modules/.bin/concurrently "echo result; sleep 1; echo error >&2" >stdout 2>stderr
for stream in stdout stderr; do
  sed "/exited/d; s/^/$stream: /" "$stream"
done >seen
cat seen
diff expected seen
