#!/bin/sh
# Software: sh 2.3.0 (PyPI).
# One would guess: A command that a script runs and captures has pipes for stdout and stderr.
# What happens: Stdout is a pseudo-terminal, stderr and stdin are pipes.
# Why it matters: The command writes colours, progress bars and wrapped lines into what the script captures, on one
#   stream only.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check sh==2.3.0
} >&2 || exit 2

cat >try.py <<'END'
import sys

import sh

code = "import sys; print([stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)])"
print(str(sh.Command(sys.executable)("-c", code)).strip())
END

cat >expected <<'END'
[False, True, False]
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
