"""Measure the Python subjects in turn in one process, to its standard output; started by throughput.py.

One process makes the comparison fair; two packages of the same name can be loaded one after the other.
"""

import json
import logging
import sys
import timeit
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Callable

import sampling
import subjects
import throughput

Clock = Callable[[], float]
CLOCKS: "dict[str, Clock]" = {"wall": perf_counter, "processor": process_time}


def prepared(subject: subjects.Subject, baseline: str) -> "dict[str, Any]":
    """Run a subject's setup, the baseline's from its own folder, and return the names that it has defined."""
    namespace: "dict[str, Any]" = {}
    if subject.role != subjects.BASELINE:
        exec(subject.setup, namespace)
        return namespace
    sys.path.insert(0, baseline)
    exec(subject.setup, namespace)
    sys.path.remove(baseline)
    del sys.modules["kestra"]
    logging.root.manager.loggerDict.pop("Kestra", None)  # ours has the same name, and would get its handlers
    return namespace


def timer(subject: subjects.Subject, namespace: "dict[str, Any]", message: str, clock: Clock) -> timeit.Timer:
    """Return a timer of one call; unlike `timeit` alone, it leaves the garbage collector on."""
    line = subjects.record(message).encode() + b"\n"
    kind = CapturedTimer if subject in subjects.PYTHON_CAPTURED and subject.role == subjects.OURS else timeit.Timer
    return kind(subject.call, "import gc; gc.enable()", clock, globals={**namespace, "message": message, "line": line})


class CapturedTimer(timeit.Timer):
    """A timer of calls while a capture is active."""

    def timeit(self, number: int = 1) -> float:
        """Return the seconds of so many calls."""
        from kestra import Kestra  # not version 2.0.0

        with Kestra.capture():
            return super().timeit(number)


def timers(baseline: str, clock: Clock) -> "dict[str, dict[str, timeit.Timer]]":
    """Return the timers by kind of message and name of the subject; the baseline's are created first."""
    logs = [*subjects.PYTHON_LOGS, subjects.PYTHON_LIKE_FOR_LIKE, *subjects.PYTHON_CAPTURED]
    counters = [subjects.PYTHON_LIMIT, *subjects.PYTHON_COUNTERS]
    order = sorted([*logs, *counters], key=lambda subject: subject.role != subjects.BASELINE)
    namespaces = {subject.name: prepared(subject, baseline) for subject in order}
    timers_by_kind = {
        kind: {subject.name: timer(subject, namespaces[subject.name], message, clock) for subject in logs}
        for kind, message in subjects.messages().items()
    }
    timers_by_kind[throughput.COUNTER] = {
        subject.name: timer(subject, namespaces[subject.name], "rows", clock) for subject in counters
    }
    return timers_by_kind


def seconds_per_call(timed: timeit.Timer, count: int, clock: Clock) -> float:
    """Return the seconds of a call, including the flush of Python's buffer."""
    flush = timeit.Timer("sys.stdout.flush()", "import sys", clock)
    return (timed.timeit(count) + flush.timeit(1)) / count


def count_for(timed: timeit.Timer, seconds: float, clock: Clock) -> int:
    """Return how many calls take about that long."""
    count = 1
    while timed.timeit(count) < seconds / 10:
        count *= 2
    return max(1, round(seconds / seconds_per_call(timed, count, clock)))


def main() -> None:
    """Measure with the given settings, and write the seconds of each round, by kind and subject, to the result file."""
    settings = json.loads(Path(sys.argv[1]).read_text())
    clock = CLOCKS[settings["clock"]]
    figures: "dict[str, dict[str, list[float]]]" = {}
    for kind, group in timers(settings["baseline"], clock).items():
        counts = {name: count_for(timed, settings["seconds"], clock) for name, timed in group.items()}
        figures[kind] = {name: [] for name in group}
        for name in sampling.in_turn(settings["rounds"], list(group)):
            figures[kind][name].append(seconds_per_call(group[name], counts[name], clock))
    Path(settings["result"]).write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
