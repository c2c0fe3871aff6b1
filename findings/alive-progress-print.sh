#!/bin/sh
# Software: alive-progress 3.3.0 (PyPI).
# One would guess: When stdout is no terminal, `print` inside a bar writes what it is given.
# What happens: Each line that `print` or `logging` writes gets `on N: ` in front, in pipes and files as well.
# Why it matters: Lines that another program reads, such as JSON, no longer parse while a bar is open.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check alive-progress==3.3.0
} >&2 || exit 2

cat >try.py <<'END'
from alive_progress import alive_bar

print('{"step": 0}')
with alive_bar(2) as step:
    for number in (1, 2):
        print('{"step": %d}' % number)
        step()
END

cat >expected <<'END'
{"step": 0}
on 0: {"step": 1}
on 1: {"step": 2}
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py | grep step >seen
cat seen
diff expected seen
