#!/bin/sh
# Software: pino 9.14.0 (npm).
# One would guess: `pino()` writes each line at once, in order with `console.log`; only a destination with `sync:
#   false` would not.
# What happens: `pino()` and `pino.destination(1)` hold lines after the first until the script's own code has
#   returned.
# Why it matters: The log comes after text that was printed later; only a destination with `sync: true` keeps the
#   order.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund pino@9.14.0 >&2 || exit 2

cat >try.js <<'END'
const pino = require("pino");
const options = { base: null, timestamp: false };
const destinations = { none: [], "1": [pino.destination(1)], sync: [pino.destination({ dest: 1, sync: true })] };
const logger = pino(options, ...destinations[process.argv[2]]);
for (const number of [1, 2, 3]) {
  logger.info(`pino ${number}`);
  console.log(`console ${number}`);
}
END

cat >expected <<'END'
none: console 1 console 2 console 3 pino 2 pino 3
1: console 1 console 2 console 3 pino 2 pino 3
sync: console 1 pino 2 console 2 pino 3 console 3
END

# The first line of pino is left out: whether it is early or late depends on the machine.
for destination in none 1 sync; do
  env -i PATH="$PATH" node try.js "$destination" | sed 's/.*\(pino [0-9]\).*/\1/' >lines
  echo "$destination: $(grep -v 'pino 1' lines | paste -s -d ' ' -)"
done >seen
cat seen
diff expected seen
