#!/bin/sh
# Software: Twisted 24.11.0 (PyPI).
# One would guess: After `log.startLogging(sys.stdout)`, all that a script prints reaches the log.
# What happens: A last line without a line end is never written, and no flush brings it; what goes to stderr arrives
#   on stdout.
# Why it matters: The last words of a script, often the most important, are lost without an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check Twisted==24.11.0
} >&2 || exit 2

cat >try.py <<'END'
import sys

from twisted.python import log

log.startLogging(sys.stdout)
print("finished line")
sys.stderr.write("on stderr\n")
print("unfinished line", end="", flush=True)
END

cat >expected <<'END'
[-] Log opened.
[-] finished line
[-] on stderr
END

env -i PATH="$PATH" venv/bin/python try.py | sed 's/^[^[]*//' >seen
cat seen
diff expected seen
