"""Measure the encoders of outputs in turn in one process; started by outputs.py."""

import gc
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


def kinds() -> "dict[str, tuple[Callable[[], Any], Optional[Callable[[Any], Any]]]]":
    """Return what makes each value, and what makes it plain where it has to be."""
    return {**{kind: (make, None) for kind, make in outputs.values().items()}, **outputs.objects()}


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


def peak(kind: str, encoder: str) -> float:
    """Return the peak memory above the data's, in MiB, while one encoder writes one value."""
    make, plain = kinds()[kind]
    value = make()
    if encoder == "json.dumps" and plain:
        value = plain(value)
    json.dumps(None)
    Kestra.format({})
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins here
    before = memory("VmRSS")
    if encoder == "json.dumps":
        sys.stdout.write(json.dumps({"outputs": {"v": value}}, default=str) + "\n")
    else:
        Kestra.outputs({"v": value})
    return (memory("VmHWM") - before) / 1024


def memory(name: str) -> int:
    """Return a figure of the process in KiB."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(name))


def main() -> None:
    """Measure with the given settings, and write the seconds of each round, or the peak, to the result file."""
    settings = json.loads(Path(sys.argv[1]).read_text())
    if "encoder" in settings:
        Path(settings["result"]).write_text(json.dumps(peak(settings["kind"], settings["encoder"])))
        return
    others = [[number] for number in range(settings["objects"])]
    figures: outputs.Figures = {}
    for kind, (make, plain) in kinds().items():
        value = make()
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
