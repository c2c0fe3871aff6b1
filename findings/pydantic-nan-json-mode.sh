#!/bin/sh
# Software: pydantic 2.13.5 (PyPI).
# One would guess: `json.dumps(model.model_dump(mode="json"))` and `model.model_dump_json()` give the same values.
# What happens: `model_dump_json` writes NaN and infinity as null; `mode="json"` leaves them, and `json.dumps`
#   prints NaN.
# Why it matters: Only one of two ways that look alike gives a line that a JSON parser accepts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check pydantic==2.13.5
} >&2 || exit 2

cat >try.py <<'END'
import json

import pydantic


class Result(pydantic.BaseModel):
    mean: float
    peak: float


result = Result(mean=float("nan"), peak=float("inf"))
print(result.model_dump_json())
print(json.dumps(result.model_dump(mode="json")))
END

cat >expected <<'END'
{"mean":null,"peak":null}
{"mean": NaN, "peak": Infinity}
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
