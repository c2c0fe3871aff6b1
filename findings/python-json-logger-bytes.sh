#!/bin/sh
# Software: python-json-logger 4.0.0 (PyPI).
# One would guess: A logger with a fallback for values without a JSON type gives bytes as their `repr` or as text.
# What happens: Bytes become Base64, with nothing that tells it from other text; a set or an exception becomes its
#   `str`.
# Why it matters: The line is good JSON, so that a reader takes the Base64 for the value.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check python-json-logger==4.0.0
} >&2 || exit 2

cat >try.py <<'END'
import logging
import sys

from pythonjsonlogger.json import JsonFormatter

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(JsonFormatter())
logging.getLogger().addHandler(handler)
logging.warning("read", extra={"body": b"hello", "error": ValueError("no"), "ids": {7}})
END

cat >expected <<'END'
{"message": "read", "body": "aGVsbG8=", "error": "ValueError: no", "ids": "{7}"}
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
