#!/bin/sh
# Software: ninja 1.13.0 (PyPI).
# One would guess: What a command writes to stderr comes out on the stderr of ninja.
# What happens: All that a command prints comes out on stdout, after the command has ended, and colours are removed
#   in a pipe.
# Why it matters: Errors are in the stream of the results, and none is seen before the command is over.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check ninja==1.13.0
} >&2 || exit 2

cat >build.ninja <<'END'
rule run
  command = echo result; echo error >&2; printf '\033[31mred\033[0m\n'
build all: run
END

cat >expected <<'END'
stdout: result
stdout: error
stdout: red
END

env -i PATH="$PATH" venv/bin/ninja --quiet >stdout 2>stderr
{
  sed 's/^/stdout: /' stdout
  sed 's/^/stderr: /' stderr
} >seen
cat seen
diff expected seen
