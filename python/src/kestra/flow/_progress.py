"""A line on the terminal that shows how far an execution is; without a terminal it shows nothing."""

import contextlib
import os
import sys
from contextvars import ContextVar
from time import monotonic, sleep
from typing import Any, Optional

_TICK = 1  # seconds between two drawings
_CURRENT: "ContextVar[Optional[Progress]]" = ContextVar("kestra.flow progress", default=None)


class Progress:
    """The line, as long as the ``with`` block; it is gone afterwards."""

    def __init__(self, name: str, enabled: bool = True) -> None:  # noqa: FBT001, FBT002
        self._name = name
        self._enabled = enabled and is_terminal()
        self._start = monotonic()
        self._state = ""
        self._width = 0  # of the line that is drawn

    def __enter__(self) -> "Progress":
        self._token = _CURRENT.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        _CURRENT.reset(self._token)
        self.clear()

    def clear(self) -> None:
        """Take the line away, until it is drawn again."""
        self._write("")

    def show(self, state: str) -> None:
        """Draw the line with a new state."""
        self._state = state
        if self._enabled:
            self._draw()

    def sleep(self, seconds: float) -> None:
        """Wait, and let the clock in the line go on."""
        end = monotonic() + seconds
        while self._width and (left := end - monotonic()) > _TICK:
            sleep(min(_TICK, left))
            self._draw()
        sleep(max(0, end - monotonic()))

    def _draw(self) -> None:
        minutes, seconds = divmod(int(monotonic() - self._start), 60)
        hours, minutes = divmod(minutes, 60)
        clock = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
        self._write(f"{self._name} {clock} {self._state}"[: _columns() - 1])

    def _write(self, line: str) -> None:
        if not (line or self._width):
            return
        with contextlib.suppress(OSError):  # a terminal that is gone does not end the wait
            sys.stderr.write(f"\r{line.ljust(self._width)}\r{line}")
            sys.stderr.flush()
        self._width = len(line)


def clear() -> None:
    """Take away the line that is shown, so that a log does not continue it."""
    progress = _CURRENT.get()
    if progress is not None:
        progress.clear()


def is_terminal() -> bool:
    """Tell whether standard error is a terminal that can draw a line again."""
    try:
        return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    except (AttributeError, ValueError):  # no standard error, or a closed one
        return False


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def describe(execution: "dict[str, Any]") -> str:
    """Return the state of an execution, and the task that runs."""
    runs = execution.get("taskRunList") or []
    running = [run.get("taskId") for run in runs if (run.get("state") or {}).get("current") == "RUNNING"]
    state = str(execution["state"]["current"])
    return f"{state}: task {running[-1]}" if running else state
