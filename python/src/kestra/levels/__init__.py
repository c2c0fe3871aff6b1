r"""The level of what programs print: bytes in, events out, each at the level that its author gave it.

    detector = Detector()
    for event in detector.feed("stderr", b"WARNING: disk is 91 % full\n") + detector.close():
        print(event.level, event.message)

The rules are data, `conformance/levels.json`, which all languages share; `conformance/SPECIFICATION.md` describes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ._stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._events import Pair

__all__ = ["Detector", "Event"]


class Event(NamedTuple):
    """What a program printed at once: a line, or the lines that belong together, such as a stack trace."""

    stream: str
    level: str  # TRACE, DEBUG, INFO, WARN or ERROR; "" for a record
    message: str
    is_record: bool = False  # a line that Kestra reads as it is


class Detector:
    """Reads both streams of a program, and returns its events.

    ``stdout`` and ``stderr`` are the levels of lines that no rule is sure of.
    With ``message``, time, level, process, thread and logger are left out of the message;
    with ``names`` too, the logger's name stands before it.
    """

    def __init__(
        self, stdout: str = "INFO", stderr: str = "ERROR", *, message: bool = False, names: bool = False
    ) -> None:
        self._streams = {
            name: Stream(level, message=message, names=names)
            for name, level in (("stdout", stdout), ("stderr", stderr))
        }

    def feed(self, stream: str, data: bytes) -> list[Event]:
        """Take bytes of "stdout" or "stderr", and return the events that are complete with them."""
        return _events(stream, self._streams[stream].feed(data))

    def flush(self, stream: str = "") -> list[Event]:
        """Return what is held of whole lines, when nothing has followed for a moment; of both streams by default."""
        return [event for name in self._names(stream) for event in _events(name, self._streams[name].flush())]

    def close(self, stream: str = "") -> list[Event]:
        """Return all that is held, also a last line without its end."""
        return [event for name in self._names(stream) for event in _events(name, self._streams[name].close())]

    @property
    def is_holding(self) -> bool:
        """Tell whether `flush` has something to return."""
        return any(stream.grouping.is_holding for stream in self._streams.values())

    def _names(self, stream: str) -> Iterable[str]:
        return [stream] if stream else list(self._streams)


def _events(stream: str, pairs: list[Pair]) -> list[Event]:
    return [Event(stream, level, message, not level) for level, message in pairs]
