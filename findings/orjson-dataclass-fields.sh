#!/bin/sh
# Software: orjson 3.11.5 (PyPI).
# One would guess: A dataclass becomes an object with its fields, as `dataclasses.asdict` has them.
# What happens: A field whose name begins with `_` is left out, and an attribute that is no field, set later, is
#   added.
# Why it matters: A value that a script sends as JSON can have members that its class does not name, and lack one
#   that it does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check orjson==3.11.5
} >&2 || exit 2

cat >try.py <<'END'
import dataclasses

import orjson


@dataclasses.dataclass
class Job:
    _id: int = 1
    rows: int = 2


job = Job()
job.note = "set later"
print(dataclasses.asdict(job))
print(orjson.dumps(job).decode())
END

cat >expected <<'END'
{'_id': 1, 'rows': 2}
{"rows":2,"note":"set later"}
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
