"""Measures in rounds, each of which measures everything once, so that a ratio compares neighbours in time."""

import os
import random
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Optional

# The first two change what Python does; the third costs Node 40 ms at the start; the rest can load other code.
UNSET = (
    *("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "NODE_EXTRA_CA_CERTS"),
    *("PYTHONPATH", "PYTHONSTARTUP", "NODE_PATH", "NODE_OPTIONS", "NODE_COMPILE_CACHE", "ENV", "BASH_ENV"),
)


class Spread(NamedTuple):
    """The median of some figures, and their quartiles."""

    median: float
    low: float
    high: float


def spread(figures: Sequence[float]) -> Spread:
    """Return the median and the quartiles."""
    if len(figures) == 1:
        return Spread(figures[0], figures[0], figures[0])
    low, median, high = statistics.quantiles(figures, n=4, method="inclusive")
    return Spread(median, low, high)


def ratio(over: Sequence[float], under: Sequence[float]) -> Spread:
    """Return the spread of the quotients of two subjects' figures, round by round."""
    return spread([first / second for first, second in zip(over, under)])


def in_turn(count: int, names: Sequence[str]) -> Iterator[str]:
    """Yield every name once a round, in another order each round, so that none always follows the same one."""
    for number in range(count):
        yield from random.Random(number).sample(names, len(names))


def environment(**more: str) -> "dict[str, str]":
    """Return the environment of a child process."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET and not name.startswith("KESTRA")}
    return {**kept, "LC_ALL": "C.UTF-8", **more}


@contextmanager
def target(name: str) -> "Iterator[int]":
    """Open the target of a measured process, a pipe that `cat` empties or /dev/null, and yield the descriptor."""
    with Path(os.devnull).open("wb") as null:
        if name == "/dev/null":
            yield null.fileno()
            return
        reader = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=null)
        try:
            yield reader.stdin.fileno()  # type: ignore[union-attr]
        finally:
            reader.stdin.close()  # type: ignore[union-attr]
            reader.wait()


def processor_seconds(process: "subprocess.Popen[bytes]") -> float:
    """Wait for a process, and return its processor time with that of the children for which it has waited."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return usage.ru_utime + usage.ru_stime


@contextmanager
def deadline(seconds: float, processes: "list[subprocess.Popen[bytes]]") -> "Iterator[None]":
    """Kill the processes when they take longer, because a logger may hang."""

    def kill() -> None:
        for process in processes:
            process.kill()

    timer = threading.Timer(seconds, kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def say(text: str) -> None:
    """Report on standard error what is being measured."""
    print(text, file=sys.stderr, flush=True)


@lru_cache  # report it once
def missing(program: str) -> Optional[str]:
    """Report that a program is missing, and end the run where nothing may be skipped."""
    if os.environ.get("CI") == "true":
        sys.exit(f"benchmarks: expected {program}, got a machine without it")
    say(f"{program} is not installed: its rows are left out")
    return None
