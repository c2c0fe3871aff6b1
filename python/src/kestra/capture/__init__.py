"""Capture: the logs, warnings and uncaught exceptions that Python would print become records.

Capture adds no handler, because with a handler on the root logger the script's `logging.basicConfig` does nothing.
Instead each handler that prints on the console sends a record when it would print, on the same stream.
So the order does not change, and data that a program prints on stdout stay data.
Capture changes levels, never what is a record: a printed line that Kestra would have read as a record stays one,
and no other text becomes one.
"""

import _thread
import logging
import sys

from kestra import _wire
from kestra._logger import TRACE

from . import _console, _environment, _layout, _patches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Union

    Format = Union[str, logging.Formatter]

_NUMBERS = {"TRACE": TRACE, "CRITICAL": logging.CRITICAL, "FATAL": logging.CRITICAL}


class Capture:
    """A capture that `Kestra.capture` has started; `restore`, or the end of a ``with`` block, ends it."""

    def __init__(
        self,
        level: "Optional[Union[str, int]]" = None,
        names: "Optional[bool]" = None,
        formatter: "Optional[Format]" = None,
    ) -> None:
        self.level: Optional[int] = None if level is None else _number_of(level)
        self.names = names
        self.formatter: Optional[logging.Formatter] = None if formatter is None else _formatter_of(formatter)
        self.level_before = logging.NOTSET  # of the root logger

    def restore(self) -> None:
        """End the capture and put everything back; a second call does nothing."""
        with _lock:
            active = _layout.active
            if self not in active:
                return
            later = active[active.index(self) + 1 :]
            _layout.active = tuple(capture for capture in active if capture is not self)
            if self.level is not None:
                root = logging.getLogger()
                above = next((capture for capture in later if capture.level is not None), None)
                if above:
                    above.level_before = self.level_before
                elif root.level == self.level:  # else the script has set another one
                    root.setLevel(self.level_before)
            if not _layout.active:
                _patches.remove()

    def __enter__(self) -> "Capture":
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.restore()


_lock = _thread.RLock()


def capture(level: "Any" = None, names: "Any" = None, formatter: "Any" = None) -> Capture:
    """Start a capture, as `Kestra.capture` describes."""
    return _start(Capture(level, names, formatter), [])


def _start(started: Capture, streams: "list[str]") -> Capture:
    """Start a capture; the first one takes the streams of these identities, or its own, as the console."""
    with _lock:
        if not _layout.active:
            if sys.version_info[:2] == (3, 13):  # noqa: YTT203, RUF100
                # Python 3.13 does not end by SIGINT if it imports this to print the traceback.
                import tokenize  # noqa: F401
            _console.remember(streams)
            _patches.apply()
        _layout.active = (*_layout.active, started)
        if started.level is not None:
            root = logging.getLogger()
            started.level_before = root.level
            root.setLevel(started.level)
    return started


def capture_from_environment() -> None:
    """Start the capture of `python -m kestra run` or KESTRA_CAPTURE=1, once in a process."""
    global _is_from_environment  # noqa: PLW0603
    if _is_from_environment:
        return
    _is_from_environment = True
    level, names = _environment.options()
    try:
        started = Capture(level, names)
    except ValueError as error:
        _environment.complain(error)
        started = Capture(None, names)
    is_first = _environment.is_first()
    _start(started, _environment.streams())
    if _environment.is_batched():
        from kestra._batch import BATCHES

        BATCHES.is_told = not is_first
        BATCHES.enter()


_is_from_environment = False


def capture_in_worker(options: "list[tuple[Any, Any]]", formatter: "Optional[bytes]", streams: "list[str]") -> None:
    """Start the captures of the process that started this worker, unless they are active already."""
    if _layout.active:
        return
    for level, names in options:
        _start(Capture(level, names), streams)
    if formatter:
        import pickle

        _start(Capture(formatter=pickle.loads(formatter)), streams)  # noqa: S301 - our own


def _number_of(level: "Union[str, int]") -> int:
    name = _wire.level_name(level, "capture: level")
    if not isinstance(level, str):
        return level
    return _NUMBERS.get(level.upper()) or int(getattr(logging, name))


def _formatter_of(formatter: "Any") -> logging.Formatter:
    if isinstance(formatter, str):
        try:
            return logging.Formatter(formatter)
        except ValueError as error:
            raise ValueError(f"capture: formatter: {error}") from None
    if not callable(getattr(formatter, "format", None)):
        raise TypeError(f"capture: formatter: expected a logging.Formatter or its text, got {type(formatter).__name__}")
    return formatter  # type: ignore[no-any-return]
