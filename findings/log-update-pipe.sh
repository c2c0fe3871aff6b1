#!/bin/sh
# Software: log-update 7.2.0 (npm).
# One would guess: In a pipe, where lines cannot be replaced, each frame is a plain line, or only the last one is
#   printed.
# What happens: The escape sequences that erase the frame before are written as they are on a terminal.
# Why it matters: Each line but the first begins with bytes that no pattern at the start of a line matches.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund log-update@7.2.0 >&2 || exit 2

cat >try.mjs <<'END'
import logUpdate from "log-update";

logUpdate("1 of 2");
logUpdate("2 of 2");
logUpdate.done();
END

cat >expected <<'END'
1 of 2
<ESC>[2K<ESC>[1A<ESC>[2K<ESC>[G2 of 2
END

env -i PATH="$PATH" node try.mjs >printed
sed "s/$(printf '\033')/<ESC>/g" printed >seen
cat seen
diff expected seen
