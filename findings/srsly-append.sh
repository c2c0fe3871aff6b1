#!/bin/sh
# Software: srsly 2.5.6 (PyPI).
# One would guess: `write_jsonl` with `append=True` adds lines at the end of the file.
# What happens: It adds an empty line first, although the file ends with a line end.
# Why it matters: A strict reader of JSON lines stops at the empty line.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check srsly==2.5.6
} >&2 || exit 2

cat >try.py <<'END'
import srsly

srsly.write_jsonl("rows.jsonl", [{"id": 1}])
srsly.write_jsonl("rows.jsonl", [{"id": 2}], append=True)
with open("rows.jsonl") as file:
    print(repr(file.read()))
END

cat >expected <<'END'
'{"id":1}\n\n{"id":2}\n'
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
