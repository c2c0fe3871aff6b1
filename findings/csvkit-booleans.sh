#!/bin/sh
# Software: csvkit 2.2.0 with agate 1.14.2 (PyPI).
# One would guess: `csvjson` writes a column of 1 and 0 as numbers, and a column of yes and no as text.
# What happens: Both become true and false; one 2 in the column makes all of it numbers.
# Why it matters: The type of a value in the JSON depends on the other rows of the file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
} >&2 || exit 2

cat >one.csv <<'END'
rows,answer
1,no
0,yes
END

cat >two.csv <<'END'
rows,answer
1,no
2,yes
END

cat >expected <<'END'
[{"rows": true, "answer": false}, {"rows": false, "answer": true}]
[{"rows": 1.0, "answer": false}, {"rows": 2.0, "answer": true}]
END

for file in one.csv two.csv; do
  env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/csvjson "$file"
  echo
done >seen
cat seen
diff expected seen
