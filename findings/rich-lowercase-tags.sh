#!/bin/sh
# Software: rich 15.0.0 (PyPI).
# One would guess: `Console.print` shows text in square brackets as it is when rich knows no style of that name.
# What happens: A word in lower case is taken for a tag and vanishes with its brackets; in upper case it stays.
# Why it matters: A script that prints `[error] disk full` loses the very word by which a reader of lines would find
#   the level.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check rich==15.0.0
} >&2 || exit 2

cat >try.py <<'END'
from rich.console import Console

console = Console()
for text in ("[error] disk full", "[ERROR] disk full", "[1/3] copy", "list[int] is a type"):
    console.print(text)
END

cat >expected <<'END'
 disk full
[ERROR] disk full
[1/3] copy
list is a type
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
