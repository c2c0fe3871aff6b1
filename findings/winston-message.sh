#!/bin/sh
# Software: winston 3.19.0 (npm).
# One would guess: A `message` among the fields of a call is kept, refused or replaced by the call's own.
# What happens: Both are joined to one text, so an error as second argument is joined too; an error alone has no
#   message at all.
# Why it matters: The same failure has two texts, or none, depending on how the call was written.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund winston@3.19.0 >&2 || exit 2

cat >try.js <<'END'
const winston = require("winston");
const logger = winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console()] });
logger.info("copied", { message: "7 rows" });
const error = new Error("disk full");
logger.error("failed", error);
logger.error(error);
END

cat >expected <<'END'
{"level":"info","message":"copied 7 rows"}
{"level":"error","message":"failed disk full"}
{"level":"error"}
END

env -i PATH="$PATH" node try.js | sed 's/,"stack":".*"//' >seen
cat seen
diff expected seen
