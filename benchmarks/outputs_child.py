"""Measure the encoders of outputs in turn in one process; started by outputs.py."""

import functools
import json
import sys
import timeit
from pathlib import Path
from time import process_time
from typing import Any, Callable

import orjson
import outputs
import sampling
from kestra import Kestra

ENCODERS: "dict[str, Callable[[Any], object]]" = {
    "Kestra.format": Kestra.format,
    "json.dumps": json.dumps,
    "orjson.dumps": orjson.dumps,
}


def main() -> None:
    """Measure with the given settings, and write the seconds of each round to the result file."""
    settings = json.loads(Path(sys.argv[1]).read_text())
    others = [[number] for number in range(settings["objects"])]
    figures: outputs.Figures = {}
    for kind, value in outputs.values().items():
        payload = {"outputs": {"v": value}}
        timers = {
            name: timeit.Timer(functools.partial(encode, payload), "import gc; gc.enable()", process_time)
            for name, encode in ENCODERS.items()
        }
        count = max(1, round(0.02 / max(timers["json.dumps"].timeit(1), 1e-6)))
        figures[kind] = {name: [] for name in timers}
        for name in sampling.in_turn(settings["rounds"], list(timers)):
            figures[kind][name].append(timers[name].timeit(count) / count)
    del others
    Path(settings["result"]).write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
