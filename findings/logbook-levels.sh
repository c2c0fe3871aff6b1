#!/bin/sh
# Software: Logbook 1.10.1 (PyPI).
# One would guess: Levels have the numbers of `logging`: 10 for DEBUG up to 50 for CRITICAL.
# What happens: DEBUG is 10 as well, but ERROR is 14 and CRITICAL 15, below INFO of `logging`.
# Why it matters: A reader that maps numbers to levels takes each of its errors for a debug line.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check Logbook==1.10.1
} >&2 || exit 2

cat >try.py <<'END'
import logging

import logbook

for name in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
    print(name, getattr(logging, name), getattr(logbook, name))
END

cat >expected <<'END'
DEBUG 10 10
INFO 20 11
WARNING 30 13
ERROR 40 14
CRITICAL 50 15
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
