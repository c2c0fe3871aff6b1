#!/bin/sh
# Software: log4js 6.9.1 (npm).
# One would guess: Colours are left out in a pipe, and when NO_COLOR is set.
# What happens: Neither is looked at: the default layout writes colours into any file.
# Why it matters: A line begins with an escape sequence instead of its time or level.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund log4js@6.9.1 >&2 || exit 2

cat >try.js <<'END'
const logger = require("log4js").getLogger();
logger.level = "info";
logger.info("start");
END

cat >expected <<'END'
<[32m[T] [INFO] default - <[39mstart
END

env -i PATH="$PATH" NO_COLOR=1 node try.js | tr '\033' '<' | sed 's/\[[0-9-]*T[0-9:.]*\]/[T]/' >seen
cat seen
diff expected seen
