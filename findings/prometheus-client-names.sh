#!/bin/sh
# Software: prometheus_client 0.26.0 (PyPI).
# One would guess: A counter that is shown as `rows_total` and a gauge that is shown as `rows` are two names.
# What happens: The gauge is refused: a counter holds the name without `_total` too, and also `rows_created`.
# Why it matters: Names of metrics that differ in every printed line still clash in the script.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check prometheus_client==0.26.0
} >&2 || exit 2

cat >try.py <<'END'
import prometheus_client

registry = prometheus_client.CollectorRegistry()
counter = prometheus_client.Counter("rows_total", "Rows", registry=registry)
for line in prometheus_client.generate_latest(registry).decode().splitlines():
    if not line.startswith("rows_created "):
        print(line)
for name in ("rows", "rows_created", "rows_sum"):
    try:
        prometheus_client.Gauge(name, "Rows", registry=registry)
        print(name, "is taken")
    except ValueError:
        print(name, "is refused")
END

cat >expected <<'END'
# HELP rows_total Rows
# TYPE rows_total counter
rows_total 0.0
# HELP rows_created Rows
# TYPE rows_created gauge
rows is refused
rows_created is refused
rows_sum is taken
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
