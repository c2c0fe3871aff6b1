#!/bin/sh
# Software: pandas 3.1.1 (PyPI).
# One would guess: `to_json` writes a number so that reading it gives the number again, or rounds all to the same
#   place.
# What happens: Numbers are rounded to ten places, so 0.00000000001 is 0.0; 5e-16 is written in full again.
# Why it matters: A rate or a p-value becomes 0, while a smaller one of the same column is kept.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check pandas==3.1.1
} >&2 || exit 2

cat >try.py <<'END'
import pandas

for number in (1e-9, 1e-11, 5e-16):
    print(number, pandas.Series([number]).to_json(orient="values"))
END

cat >expected <<'END'
1e-09 [0.000000001]
1e-11 [0.0]
5e-16 [5e-16]
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
