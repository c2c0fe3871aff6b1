"""The lines of one stream: bytes in, the level and the message of each event out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._blocks import block_of_text
from ._events import Grouping
from ._shapes import Shapes, line_of

if TYPE_CHECKING:
    from typing import Callable, Optional

    from ._events import Pair
    from ._lines import Line

    # A text and its level, and where the level is.
    _Row = tuple[str, str, Optional[re.Match[str]]]

# As Kestra reads lines: U+0085, U+2028 and U+2029 end none, but a line that has one is no record.
_RECORD = re.compile("::\\{[^\x85\u2028\u2029]*\\}::").fullmatch
_ANSI = re.compile(r"\x1b(?:\[[0-9;:?]*[A-Za-z]|\([AB0]|\][^\x07\x1b]*(?:\x07|\x1b\\))").sub
LINE_LIMIT = 262_144  # bytes of a line that are held until its end comes
RECORD_LIMIT = 33_554_432  # of a line that may be a record: Kestra takes 20,000,000 characters


class Stream:
    """One stream of a program."""

    def __init__(self, default: str, *, message: bool, names: bool) -> None:
        self.rest = b""  # the start of a line
        self.is_cut = False  # what was before it has been sent
        self.has_whole_lines = not message  # as they were printed
        self.grouping = Grouping(default, _text_of if self.has_whole_lines else _messages(names=names))
        self.shapes = Shapes(names=names)

    def feed(self, data: bytes) -> list[Pair]:
        """Take bytes, and return the events that are complete with them."""
        end = data.rfind(b"\n") + 1
        if not end:
            self.rest += data
            return self._shorten() if len(self.rest) > LINE_LIMIT else []
        whole = self.rest + data[:end]
        self.rest = data[end:]
        return self._lines(whole[:-1])

    def flush(self) -> list[Pair]:
        """Return what is held of whole lines."""
        return self.grouping.flush()

    def close(self) -> list[Pair]:
        """Return all that is held, also a last line without its end."""
        rest, self.rest = self.rest, b""
        pairs = self._lines(rest) if rest else []
        return pairs + self.grouping.close()

    def _lines(self, data: bytes) -> list[Pair]:
        """Read whole lines, without the last line end."""
        if self.is_cut:
            return self._after_cut(data)
        if b"::{" in data:
            pairs: list[Pair] = []
            for raw in data.split(b"\n"):
                pairs += self._line(raw)
            return pairs
        lines = data.decode(errors="replace").split("\n")
        if b"\x1b" in data or b"\r" in data:
            lines = [clean(line) for line in lines]
        if self.has_whole_lines and self.grouping.style.is_settled:
            return self._rows(lines, has_errors=b"Error" in data or b"Exception" in data)
        read, take = self.shapes.read, self.grouping.take
        pairs = []
        for line in lines:
            pairs += take(read(line))
        return pairs

    def _rows(self, lines: list[str], *, has_errors: bool) -> list[Pair]:
        """Read lines of which most are a logger's: where two of a known shape follow, the first is an event alone."""
        pairs: list[Pair] = []
        shapes, take, style = self.shapes, self.grouping.take, self.grouping.style
        match = shapes.match if style.has_times else None
        last: Optional[_Row] = None  # the open event, if it is such a line
        for line in lines:
            row: Optional[_Row] = None
            if line[:1] == "{":
                row = self._json_row(line)
            elif match is not None and (found := match(line)) is not None:
                level = shapes.level(found)
                # The lines of an exception may follow.
                if level and not (has_errors and ("Error" in line or "Exception" in line)):
                    row = line, level, found
            if row is None:
                if last is not None:
                    self.grouping.restart(line_of(*last))
                pairs += take(shapes.read_other(line))
                match = shapes.match if style.has_times else None
            elif last is None:
                pairs += take(line_of(*row))
                row = row if self.grouping.count == 0 else None  # a line of the event before it
            else:
                pairs.append((last[1], last[0]))
            last = row
        if last is not None:
            self.grouping.restart(line_of(*last))
        return pairs

    def _json_row(self, line: str) -> Optional[_Row]:
        """Return the message and the level of a line of JSON that is an event alone."""
        level, message = self.shapes.json.read(line) or ("", "")
        if not level or message[0] == "\t" or block_of_text(message):
            return None
        return message, level, None

    def _line(self, raw: bytes) -> list[Pair]:
        """Read a line that may be a record, or have one behind a carriage return, which ends a line for Kestra."""
        if b"::{" in raw:
            parts = raw.decode(errors="surrogateescape").split("\r")
            records = [part for part in parts if _RECORD(part)]
            if records:
                rest = "\r".join(part for part in parts if part not in records)
                pairs = self._line(rest.encode(errors="surrogateescape")) if rest.strip() else []
                pairs += self.grouping.close()
                return pairs + [("", record) for record in records]
        return self.grouping.take(self.shapes.read(clean(raw.decode(errors="replace"))))

    def _shorten(self) -> list[Pair]:
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
        pairs = self._lines(rest[:end]) + self.flush()
        self.is_cut = True
        return pairs

    def _after_cut(self, data: bytes) -> list[Pair]:
        """Send the next part of a long line at the level of the first one, and then read the lines behind it."""
        self.is_cut = False
        part, end, others = data.partition(b"\n")
        pairs = self.grouping.go_on(clean(part.decode(errors="replace")))
        return pairs + self._lines(others) if end else pairs


def _text_of(lines: list[Line]) -> str:
    return lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])


def _messages(*, names: bool) -> Callable[[list[Line]], str]:
    from functools import partial

    from ._messages import message_of

    return partial(message_of, names=names)


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
