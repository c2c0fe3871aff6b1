"""Measure the encoders of outputs in turn in one process; started by outputs.py."""

import json
import sys
import timeit
from pathlib import Path
from time import process_time
from typing import Any, Callable, Optional

import orjson
import outputs
import sampling
from kestra import Kestra


def encoders(value: "Any", plain: "Optional[Callable[[Any], Any]]") -> "dict[str, Callable[[], object]]":
    """Return the encoders of a value; ours alone takes one that has to be made plain first."""

    def encode(dumps: "Callable[..., object]") -> "Callable[[], object]":
        if plain is None:
            return lambda: dumps({"outputs": {"v": value}})
        return lambda: dumps({"outputs": {"v": plain(value)}}, default=str)

    return {
        "Kestra.format": lambda: Kestra.format({"outputs": {"v": value}}),
        "json.dumps": encode(json.dumps),
        "orjson.dumps": encode(orjson.dumps),
    }


def main() -> None:
    """Measure with the given settings, and write the seconds of each round to the result file."""
    settings = json.loads(Path(sys.argv[1]).read_text())
    others = [[number] for number in range(settings["objects"])]
    figures: outputs.Figures = {}
    kinds = {kind: (value, None) for kind, value in outputs.values().items()}
    for kind, (value, plain) in {**kinds, **outputs.objects()}.items():
        timers = {
            name: timeit.Timer(encode, "import gc; gc.enable()", process_time)
            for name, encode in encoders(value, plain).items()
        }
        count = max(1, round(0.02 / max(timers["json.dumps"].timeit(1), 1e-6)))
        figures[kind] = {name: [] for name in timers}
        for name in sampling.in_turn(settings["rounds"], list(timers)):
            figures[kind][name].append(timers[name].timeit(count) / count)
    del others
    Path(settings["result"]).write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
