#!/bin/sh
# Software: pydantic 2.13.5 and msgspec 0.20.0 (PyPI).
# One would guess: A `timedelta` of 400 days, which knows no years, is written as 400 days.
# What happens: pydantic writes a year of 365 days and 35 days; msgspec writes 400 days.
# Why it matters: Readers of ISO 8601 disagree on how long a year is, so that a duration can change on its way.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check pydantic==2.13.5 msgspec==0.20.0
} >&2 || exit 2

cat >try.py <<'END'
import datetime

import msgspec
import pydantic

span = datetime.timedelta(days=400)
print(pydantic.TypeAdapter(datetime.timedelta).dump_json(span).decode())
print(msgspec.json.encode(span).decode())
END

cat >expected <<'END'
"P1Y35D"
"P400D"
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
