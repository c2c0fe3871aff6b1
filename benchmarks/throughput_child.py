"""Measure ways to log from Python in turn in one process, on whatever standard output is; started by throughput.py.

One process is what makes the comparison fair; two packages of one name fit into it one after the other.
"""

import json
import logging
import sys
import timeit
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Callable

import approaches
import measure
import throughput

Clock = Callable[[], float]
CLOCKS: "dict[str, Clock]" = {"wall": perf_counter, "processor": process_time}


def prepared(approach: approaches.Approach, incumbent: str) -> "dict[str, Any]":
    """Run an approach's setup, the incumbent's from its own folder, and return the names it has made."""
    namespace: "dict[str, Any]" = {}
    if approach.side != approaches.INCUMBENT:
        exec(approach.setup, namespace)
        return namespace
    sys.path.insert(0, incumbent)
    exec(approach.setup, namespace)
    sys.path.remove(incumbent)
    del sys.modules["kestra"]
    logging.root.manager.loggerDict.pop("Kestra", None)  # ours has the same name, and would get its handlers
    return namespace


def timer(approach: approaches.Approach, namespace: "dict[str, Any]", message: str, clock: Clock) -> timeit.Timer:
    """Return a timer of one call; unlike timeit by itself, it leaves the garbage collector on."""
    line = approaches.record(message).encode() + b"\n"
    return timeit.Timer(
        approach.call, "import gc; gc.enable()", clock, globals={**namespace, "message": message, "line": line}
    )


def timers(incumbent: str, clock: Clock) -> "dict[str, dict[str, timeit.Timer]]":
    """Return the timers by kind of message and name of the approach; the incumbent's are made first."""
    logs = [*approaches.PYTHON_LOGS, approaches.PYTHON_LIKE_FOR_LIKE]
    counters = [approaches.PYTHON_LIMIT, *approaches.PYTHON_COUNTERS]
    order = sorted([*logs, *counters], key=lambda approach: approach.side != approaches.INCUMBENT)
    namespaces = {approach.name: prepared(approach, incumbent) for approach in order}
    found = {
        kind: {approach.name: timer(approach, namespaces[approach.name], message, clock) for approach in logs}
        for kind, message in approaches.messages().items()
    }
    found[throughput.COUNTER] = {
        approach.name: timer(approach, namespaces[approach.name], "rows", clock) for approach in counters
    }
    return found


def seconds_per_call(timed: timeit.Timer, count: int, clock: Clock) -> float:
    """Return the seconds that a call takes, with what it has left in Python's buffer written."""
    flush = timeit.Timer("sys.stdout.flush()", "import sys", clock)
    return (timed.timeit(count) + flush.timeit(1)) / count


def count_for(timed: timeit.Timer, seconds: float, clock: Clock) -> int:
    """Return how many calls take about that long."""
    count = 1
    while timed.timeit(count) < seconds / 10:
        count *= 2
    return max(1, round(seconds / seconds_per_call(timed, count, clock)))


def main() -> None:
    """Measure as the settings say, and leave the seconds of each round, by kind and approach, in their result file."""
    settings = json.loads(Path(sys.argv[1]).read_text())
    clock = CLOCKS[settings["clock"]]
    figures: "dict[str, dict[str, list[float]]]" = {}
    for kind, group in timers(settings["incumbent"], clock).items():
        counts = {name: count_for(timed, settings["seconds"], clock) for name, timed in group.items()}
        figures[kind] = {name: [] for name in group}
        for name in measure.in_turn(settings["rounds"], list(group)):
            figures[kind][name].append(seconds_per_call(group[name], counts[name], clock))
    Path(settings["result"]).write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
