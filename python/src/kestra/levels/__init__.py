r"""The level of what programs print: bytes in, events out, each at the level that its author gave it.

    detector = Detector()
    for event in detector.feed("stderr", b"WARNING: disk is 91 % full\n") + detector.close():
        print(event.level, event.message)

The rules are data, `conformance/levels.json`, which all languages share; `conformance/SPECIFICATION.md` describes them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ._events import Grouping
from ._lines import read_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._events import Group

__all__ = ["Detector", "Event"]

# As Kestra reads lines: U+0085, U+2028 and U+2029 end none, but a line that has one is no record.
_RECORD = re.compile("::\\{[^\x85\u2028\u2029]*\\}::").fullmatch
_ANSI = re.compile(r"\x1b(?:\[[0-9;:?]*[A-Za-z]|\([AB0]|\][^\x07\x1b]*(?:\x07|\x1b\\))").sub
LINE_LIMIT = 262_144  # bytes of a line that are held until its end comes
RECORD_LIMIT = 33_554_432  # of a line that may be a record: Kestra takes 20,000,000 characters


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
            name: _Stream(name, level, message=message, names=names)
            for name, level in (("stdout", stdout), ("stderr", stderr))
        }

    def feed(self, stream: str, data: bytes) -> list[Event]:
        """Take bytes of "stdout" or "stderr", and return the events that are complete with them."""
        return self._streams[stream].feed(data)

    def flush(self, stream: str = "") -> list[Event]:
        """Return what is held of whole lines, when nothing has followed for a moment; of both streams by default."""
        return [event for name in self._names(stream) for event in self._streams[name].flush()]

    def close(self, stream: str = "") -> list[Event]:
        """Return all that is held, also a last line without its end."""
        return [event for name in self._names(stream) for event in self._streams[name].close()]

    @property
    def is_holding(self) -> bool:
        """Tell whether `flush` has something to return."""
        return any(stream.grouping.is_holding for stream in self._streams.values())

    def _names(self, stream: str) -> Iterable[str]:
        return [stream] if stream else list(self._streams)


def compile_rules() -> None:
    """Compile the expressions that most lines need, which happens at the first line otherwise."""
    for line in ("10:00:00 INFO a", "b"):
        read_line(line)


class _Stream:
    """The lines of one stream."""

    def __init__(self, name: str, default: str, *, message: bool, names: bool) -> None:
        self.name = name
        self.default = default
        self.message = message
        self.names = names
        self.rest = b""  # the start of a line
        self.is_cut = False  # what was before it has been sent
        self.grouping = Grouping()

    def feed(self, data: bytes) -> list[Event]:
        end = data.rfind(b"\n") + 1
        if not end:
            self.rest += data
            return self._shorten() if len(self.rest) > LINE_LIMIT else []
        whole = self.rest + data[:end]
        self.rest = data[end:]
        return self._lines(whole[:-1])

    def flush(self) -> list[Event]:
        return self._events(self.grouping.flush())

    def close(self) -> list[Event]:
        rest, self.rest = self.rest, b""
        events = self._lines(rest) if rest else []
        return events + self._events(self.grouping.close())

    def _lines(self, data: bytes) -> list[Event]:
        """Read whole lines, without the last line end."""
        if self.is_cut:
            return self._after_cut(data)
        if b"::{" in data:
            events: list[Event] = []
            for raw in data.split(b"\n"):
                events += self._line(raw)
            return events
        take, names = self.grouping.take, self.names
        lines = data.decode(errors="replace").split("\n")
        if b"\x1b" in data or b"\r" in data:
            lines = [clean(line) for line in lines]
        groups: list[Group] = []
        for line in lines:
            groups += take(read_line(line, names))
        return self._events(groups)

    def _line(self, raw: bytes) -> list[Event]:
        """Read a line that may be a record, or have one behind a carriage return, which ends a line for Kestra."""
        if b"::{" in raw:
            parts = raw.decode(errors="surrogateescape").split("\r")
            records = [part for part in parts if _RECORD(part)]
            if records:
                rest = "\r".join(part for part in parts if part not in records)
                events = self._line(rest.encode(errors="surrogateescape")) if rest.strip() else []
                events += self._events(self.grouping.close())
                return events + [Event(self.name, "", record, is_record=True) for record in records]
        return self._events(self.grouping.take(read_line(clean(raw.decode(errors="replace")), self.names)))

    def _shorten(self) -> list[Event]:
        """Read a part of a line that is longer than what is held, or forget what a carriage return overwrote in it."""
        rest = self.rest
        if rest.startswith(b"::{") and len(rest) <= RECORD_LIMIT:
            return []
        last = rest.rstrip(b"\r").rfind(b"\r") + 1
        if last and b"::{" not in rest:
            self.rest = rest[last:]
            return []
        end = len(rest) - 4
        while end > len(rest) - 8 and rest[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        self.rest = rest[end:]
        events = self._lines(rest[:end]) + self.flush()
        self.is_cut = True
        return events

    def _after_cut(self, data: bytes) -> list[Event]:
        """Send the next part of a long line at the level of the first one, and then read the lines behind it."""
        self.is_cut = False
        part, end, others = data.partition(b"\n")
        events = self._events(self.grouping.go_on(clean(part.decode(errors="replace"))))
        return events + self._lines(others) if end else events

    def _events(self, groups: list[Group]) -> list[Event]:
        if self.message:
            from ._messages import message_of

            messages = [message_of(group, names=self.names) for group in groups]
        else:
            messages = [
                lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines]) for _, lines in groups
            ]
        name, default = self.name, self.default
        return [Event(name, group[0] or default, message) for group, message in zip(groups, messages)]


def clean(raw: str) -> str:
    """Return a line without colours, a carriage return at its end, and what carriage returns within overwrote."""
    if "\x1b" in raw:
        raw = _ANSI("", raw)
    if "\r" not in raw:
        return raw
    raw = raw.rstrip("\r")
    if "\r" not in raw:
        return raw
    return next((part for part in reversed(raw.split("\r")) if part.strip()), "")
