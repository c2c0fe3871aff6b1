#!/bin/sh
# Software: jc 1.26.1 (PyPI).
# One would guess: A date of a TOML file comes out as text in ISO 8601.
# What happens: It becomes a number of seconds, and a key that the file does not have, `…_iso`, holds the text.
# Why it matters: A configuration that goes through `jc` has keys and types that its schema does not know.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check jc==1.26.1
} >&2 || exit 2

cat >try.py <<'END'
import json

import jc

print(json.dumps(jc.parse("toml", "start = 2024-01-01T00:00:00Z")))
END

cat >expected <<'END'
{"start": 1704067200, "start_iso": "2024-01-01T00:00:00+00:00"}
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
