#!/bin/sh
# Software: JSON-log-formatter 1.2.1 (PyPI).
# One would guess: A formatter for log records writes at least level, time and message.
# What happens: The default formatter writes time and message, and no level; an error looks the same as an info.
# Why it matters: Nothing that reads the line can tell what matters.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check JSON-log-formatter==1.2.1
} >&2 || exit 2

cat >try.py <<'END'
import json
import logging
import sys

import json_log_formatter

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(json_log_formatter.JSONFormatter())
logging.basicConfig(level=logging.INFO, handlers=[handler])
logging.info("start")
logging.critical("disk full")
END

cat >expected <<'END'
{"message": "start", "time": T}
{"message": "disk full", "time": T}
END

env -i PATH="$PATH" venv/bin/python try.py | sed 's/"time": "[^"]*"/"time": T/' >seen
cat seen
diff expected seen
