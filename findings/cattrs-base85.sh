#!/bin/sh
# Software: cattrs 25.3.0 (PyPI).
# One would guess: The JSON converter writes bytes as Base64, as other converters do.
# What happens: It writes Base85, whose letters include braces, quotes' neighbours and other marks.
# Why it matters: The reader of the line has to know the library, since the text has no sign of its encoding.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check cattrs==25.3.0
} >&2 || exit 2

cat >try.py <<'END'
import base64

from cattrs.preconf.json import make_converter

text = make_converter().dumps({"body": b"hello"})
print(text)
print(base64.b85decode("Xk~0{Zv"))
END

cat >expected <<'END'
{"body": "Xk~0{Zv"}
b'hello'
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
