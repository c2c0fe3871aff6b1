#!/bin/sh
# Software: tabulate 0.9.0 (PyPI).
# One would guess: Cells that are given as text are printed as given.
# What happens: A column of texts that look like numbers is printed as floats: a number of 22 digits becomes
#   1.23457e+21.
# Why it matters: Identifiers and amounts in the printed table are no longer those of the script.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check tabulate==0.9.0
} >&2 || exit 2

cat >try.py <<'END'
from tabulate import tabulate

print(tabulate([["0.10"], ["1234567890123456789012"], ["1e3"]], tablefmt="plain"))
END

cat >expected <<'END'
   0.1
   1.23457e+21
1000
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
