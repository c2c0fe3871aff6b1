#!/bin/sh
# Software: amazon.ion 0.15.0 (PyPI).
# One would guess: What `simpleion.loads` makes of `true` and of a symbol is `true` and a text to `json.dumps`, or
#   it is refused.
# What happens: `json.dumps` writes the true as 1 and the symbol as a list of three; Ion still writes `true` and the
#   symbol.
# Why it matters: Values read from Ion and printed as JSON change without an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check amazon.ion==0.15.0
} >&2 || exit 2

cat >try.py <<'END'
import json

from amazon.ion import simpleion

value = simpleion.loads("{done: true, state: ready}")
print(simpleion.dumps(value, binary=False))
print(json.dumps({"done": value["done"], "state": value["state"]}))
END

cat >expected <<'END'
$ion_1_0 {done:true,state:ready}
{"done": 1, "state": ["ready", null, null]}
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
