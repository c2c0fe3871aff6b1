#!/bin/sh
# Software: google-cloud-logging 3.17.0 (PyPI).
# One would guess: The handler for structured logs prints one line for each record, with a severity that Cloud Logging
#   knows.
# What happens: Before the first record comes a line about the library itself; a level that has no name is `Level 25`.
# Why it matters: A count of lines is one too high, and what maps severities meets a word that is not in the list.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check google-cloud-logging==3.17.0
} >&2 || exit 2

cat >try.py <<'END'
import json
import logging
import sys

from google.cloud.logging_v2.handlers import StructuredLogHandler


class Lines:
    def write(self, text):
        for line in filter(None, text.splitlines()):
            record = json.loads(line)
            print(record["severity"], record.get("message", "no message"))

    def flush(self):
        sys.stdout.flush()


logger = logging.getLogger("load")
logger.addHandler(StructuredLogHandler(stream=Lines()))
logger.warning("first")
logger.log(35, "second")
END

cat >expected <<'END'
INFO no message
WARNING first
Level 35 second
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
