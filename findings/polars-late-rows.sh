#!/bin/sh
# Software: polars 2.1.0 (PyPI).
# One would guess: A column of a list of rows has each value that the rows have, or an error says which row does not
#   fit.
# What happens: The first 100 rows decide: later keys are dropped, and a later 1.5 becomes 1, without a warning.
# Why it matters: Rows that were collected one by one lose data as soon as there are more than 100 of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check polars==2.1.0
} >&2 || exit 2

cat >try.py <<'END'
import polars

first = [{"rows": number} for number in range(100)]
print(polars.DataFrame([*first, {"rows": 1.5, "error": "late"}]).row(-1, named=True))
print(polars.DataFrame([*first[1:], {"rows": 1.5, "error": "in time"}]).row(-1, named=True))
END

cat >expected <<'END'
{'rows': 1}
{'rows': 1.5, 'error': 'in time'}
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
