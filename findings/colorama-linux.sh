#!/bin/sh
# Software: colorama 0.4.6 (PyPI).
# One would guess: `colorama.init()` changes nothing on Linux, since it translates colours for Windows.
# What happens: In a pipe or a file it removes escape sequences from what `print` writes, and not from what
#   `sys.stdout.buffer` writes.
# Why it matters: Colours that a script writes on purpose are gone once any of its libraries calls `init`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check colorama==0.4.6
} >&2 || exit 2

cat >try.py <<'END'
import sys

import colorama

print(ascii("\x1b[31mred\x1b[0m"))
colorama.init()
print("\x1b[31mprint\x1b[0m", flush=True)
sys.stdout.buffer.write(b"\x1b[31mbuffer\x1b[0m\n")
END

cat >expected <<'END'
'\x1b[31mred\x1b[0m'
print
<31mbuffer<0m
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py | tr '\033' '<' | sed 's/<\[/</g' >seen
cat seen
diff expected seen
