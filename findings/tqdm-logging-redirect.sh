#!/bin/sh
# Software: tqdm 4.70.1 (PyPI).
# One would guess: `logging_redirect_tqdm` prints what the handlers would have printed, each on its stream and at
#   its level.
# What happens: All console handlers become one without a level, on the stream of the first: INFO passes a handler
#   for warnings.
# Why it matters: Inside the loop, lines move from stdout to stderr, and others appear that the script had turned
#   off.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check tqdm==4.70.1
} >&2 || exit 2

cat >try.py <<'END'
import logging
import sys

from tqdm.contrib.logging import logging_redirect_tqdm

warnings = logging.StreamHandler(sys.stderr)
warnings.setLevel(logging.WARNING)
everything = logging.StreamHandler(sys.stdout)
logging.basicConfig(level=logging.INFO, handlers=[warnings, everything], format="%(message)s")
logging.info("info before")
logging.warning("warning before")
with logging_redirect_tqdm():
    logging.info("info inside")
    logging.warning("warning inside")
END

cat >expected <<'END'
stdout: info before
stdout: warning before
stderr: warning before
stderr: info inside
stderr: warning inside
END

env -i PATH="$PATH" venv/bin/python try.py >stdout 2>stderr
{
  sed 's/^/stdout: /' stdout
  sed 's/^/stderr: /' stderr
} >seen
cat seen
diff expected seen
