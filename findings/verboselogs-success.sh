#!/bin/sh
# Software: verboselogs 1.7 (PyPI) and loguru 0.7.3 (PyPI).
# One would guess: SUCCESS is below WARNING, since good news is no warning.
# What happens: In verboselogs it is 35, above WARNING (30), and passes a filter for warnings; in loguru it is 25.
# Why it matters: A reader that maps numbers to the nearest level marks each success as a warning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check verboselogs==1.7 loguru==0.7.3
} >&2 || exit 2

cat >try.py <<'END'
import logging
import sys

import loguru
import verboselogs

verboselogs.install()
logging.basicConfig(stream=sys.stdout, level=logging.WARNING, format="%(levelname)s %(levelno)s")
logging.getLogger("job").success("all rows copied")
logging.getLogger("job").warning("slow")
print("loguru", loguru.logger.level("SUCCESS").no)
END

cat >expected <<'END'
SUCCESS 35
WARNING 30
loguru 25
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
