#!/bin/sh
# Software: celery 5.5.3 (PyPI).
# One would guess: In a worker, where stdout is redirected to the log, a `print` is one record.
# What happens: Each argument and each separator is a record; a text with line ends is one record of several lines.
# Why it matters: A line that the script prints is spread over many, and its parts can arrive between those of other
#   processes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check celery==5.5.3
} >&2 || exit 2

cat >try.py <<'END'
import logging
import sys

from celery.utils.log import LoggingProxy

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="<%(message)s>")
proxy = LoggingProxy(logging.getLogger("worker"), logging.INFO)
print("rows:", 7, file=proxy)
print("first\nsecond", file=proxy)
END

cat >expected <<'END'
<rows:>
< >
<7>
<first
second>
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
