#!/bin/sh
# Software: cmake 4.1.2 (PyPI).
# One would guess: `message()` in a script prints on one stream, or STATUS and plain text on stdout and warnings on
#   stderr.
# What happens: Plain text and NOTICE go to stderr; STATUS goes to stdout, with `-- ` before its first line only.
# Why it matters: A script cannot print a line of its own on stdout by `message`, and plain news looks like an
#   error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check cmake==4.1.2
} >&2 || exit 2

cat >try.cmake <<'END'
message(STATUS "status\nsecond line")
message("plain")
message(NOTICE "notice")
END

cat >expected <<'END'
stdout: -- status
stdout: second line
stderr: plain
stderr: notice
END

env -i PATH="$PATH" venv/bin/cmake -P try.cmake >stdout 2>stderr
{
  sed 's/^/stdout: /' stdout
  sed 's/^/stderr: /' stderr
} >seen
cat seen
diff expected seen
