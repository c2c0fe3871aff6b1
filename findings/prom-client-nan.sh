#!/bin/sh
# Software: prom-client 15.1.3 (npm).
# One would guess: The text format writes a gauge without a number as `NaN`, the spelling of JavaScript and of the
#   format.
# What happens: It writes `Nan`, and infinity as `+Inf`.
# Why it matters: A reader that compares the value with `NaN`, or parses it as JavaScript or JSON5 does, fails on
#   the line.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund prom-client@15.1.3 >&2 || exit 2

cat >try.js <<'END'
const { Gauge, Registry } = require("prom-client");
const registry = new Registry();
const gauge = new Gauge({ name: "load", help: "Load", labelNames: ["of"], registers: [registry] });
gauge.set({ of: "nan" }, NaN);
gauge.set({ of: "infinity" }, Infinity);
registry.metrics().then((text) => console.log(text.trim()));
END

cat >expected <<'END'
# HELP load Load
# TYPE load gauge
load{of="nan"} Nan
load{of="infinity"} +Inf
END

env -i PATH="$PATH" node try.js >seen
cat seen
diff expected seen
