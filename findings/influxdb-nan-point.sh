#!/bin/sh
# Software: influxdb-client 1.50.0 (PyPI).
# One would guess: A point whose only field is NaN is refused, or written as NaN.
# What happens: Its line is an empty text, without an error; with a second field, NaN alone is left out.
# Why it matters: A metric that has failed looks the same as one that was never sent, and the file gets empty lines.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check influxdb-client==1.50.0
} >&2 || exit 2

cat >try.py <<'END'
from influxdb_client import Point

nan = float("nan")
print(repr(Point("load").field("mean", nan).to_line_protocol()))
print(repr(Point("load").field("mean", nan).field("rows", 7).to_line_protocol()))
END

cat >expected <<'END'
''
'load rows=7i'
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
