#!/bin/sh
# Software: joblib 1.5.3 (PyPI).
# One would guess: `verbose` says how much `Parallel` prints, not where.
# What happens: Up to 49 it prints on stderr, from 50 on it prints on stdout.
# Why it matters: A larger number mixes progress lines into the results that another program reads from stdout.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check joblib==1.5.3
} >&2 || exit 2

cat >try.py <<'END'
from joblib import Parallel, delayed
import sys

Parallel(n_jobs=1, verbose=int(sys.argv[1]))(delayed(abs)(number) for number in range(2))
END

cat >expected <<'END'
49: 0 on stdout, 1 on stderr
50: 1 on stdout, 0 on stderr
END

for verbose in 49 50; do
  env -i PATH="$PATH" venv/bin/python try.py "$verbose" >stdout 2>stderr
  echo "$verbose: $(grep -c finished stdout || :) on stdout, $(grep -c finished stderr || :) on stderr"
done >seen
cat seen
diff expected seen
