#!/bin/sh
# Software: doit 0.36.0 (PyPI).
# One would guess: A task runner shows what its tasks print, or keeps all of it.
# What happens: It shows the stderr of a task and keeps its stdout to itself.
# Why it matters: Results that a task prints for a reader of lines are lost while its warnings arrive.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check doit==0.36.0
} >&2 || exit 2

cat >dodo.py <<'END'
def task_copy():
    return {"actions": ["echo result; echo warning >&2"]}
END

cat >expected <<'END'
stdout: .  copy
stderr: warning
END

env -i PATH="$PATH" venv/bin/doit >stdout 2>stderr
{
  sed 's/^/stdout: /' stdout
  sed 's/^/stderr: /' stderr
} >seen
cat seen
diff expected seen
