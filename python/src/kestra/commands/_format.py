"""Values, metrics and problems as text."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kestra.reader import Metric, Problem

LONGEST = 1_000  # characters of an output, or of a refused line, among the logs
_WORD = re.compile(r"\S+|\s+")
_CUTS = (",;", "/&?")  # a word that is too long for a line is cut after one of these, preferably the first


def explain(problem: Problem) -> str:
    """Return the problem and, in parentheses, its remedy, on one line."""
    remedy = f" ({problem.remedy})" if problem.remedy else ""
    return one_line(f"{problem.reason}{remedy}")


def value_text(metric: Metric) -> str:
    """Return the value of a metric as Kestra keeps it; a timer's in seconds."""
    if metric.nanoseconds is not None:
        kept = milliseconds(metric)
        return f"{'-' if kept < 0 else ''}{abs(kept) // 1000}.{abs(kept) % 1000:03}".rstrip("0").rstrip(".") + " s"
    if isinstance(metric.value, float) and metric.value.is_integer() and abs(metric.value) < 1e15:
        return str(int(metric.value))
    return "no value" if metric.value is None else str(metric.value)


def milliseconds(timer: Metric) -> int:
    """Return the milliseconds of a timer that Kestra keeps, truncated towards zero."""
    nanoseconds = timer.nanoseconds or 0
    return nanoseconds // 1_000_000 if nanoseconds >= 0 else -(-nanoseconds // 1_000_000)


def name_text(metric: Metric) -> str:
    """Return the name of a metric, which may be missing."""
    return "(no name)" if metric.name is None else one_line(metric.name)


def tags_text(metric: Metric) -> str:
    """Return the tags of a metric as name=value, separated by spaces."""
    return one_line(" ".join(f"{name}={value}" for name, value in metric.tags.items()))


def metric_text(metric: Metric) -> str:
    """Return a metric on one line."""
    tags = tags_text(metric)
    return f"{metric.type} {name_text(metric)} = {value_text(metric)}{'  ' + tags if tags else ''}"


def output_text(name: str, value: Any) -> str:
    """Return an output on one line, cut if it is long."""
    return f"{one_line(name)} = {cut(json_text(value))}"


def json_text(value: Any) -> str:
    """Return a value as compact JSON for people: characters beyond ASCII are not escaped."""
    return one_line(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def cut(text: str) -> str:
    """Return the start of a text that is too long to read, and its length."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text):,} characters)"


def clock(when: float) -> str:
    """Return the local time of a moment, to the millisecond."""
    return f"{time.strftime('%H:%M:%S', time.localtime(when))}.{int(when % 1 * 1000):03}"


class _Pictures(dict):  # type: ignore[type-arg]
    """Visible replacements for characters that are invisible or that a terminal would interpret.

    Controls have pictures in Unicode.
    U+FFFD replaces characters that reverse a text's direction, and lone surrogates, which no file can hold.
    """

    def __missing__(self, code: int) -> int:
        if 0xD800 <= code < 0xE000:
            return 0xFFFD
        raise LookupError


_PICTURES = _Pictures({code: 0x2400 + code for code in range(32) if code not in (9, 10)})
_PICTURES.update({0x7F: 0x2421, 0x2028: 0x2424, 0x2029: 0x2424})
_PICTURES.update(dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD))


def visible(text: str) -> str:
    """Return a text without invisible characters and terminal controls, except line ends and tabs."""
    return text if text.isprintable() else text.translate(_PICTURES)


def one_line(text: str) -> str:
    """Return a text that stays on its line."""
    return visible(text).replace("\n", "␊")


def wrap(text: str, width: int) -> list[str]:
    """Return a line in lines of at most that many columns, broken at white space if possible.

    All have the indentation of the line.
    """
    words = _WORD.findall(text.expandtabs())
    indent = words.pop(0)[: width // 2] if words and words[0].isspace() else ""
    lines, line, used = [], indent, len(indent)
    for word in words:
        for part in _parts(word, width - used, width - len(indent)):
            size = columns(part)
            if used + size > width:
                lines.append(line.rstrip())
                line, used = indent, len(indent)
                if part.isspace():  # the white space at which the line is broken
                    continue
            line, used = line + part, used + size
    return [*lines, line] if line.strip() or not lines else lines


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: East Asian characters and emoji take two, marks none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(mark) else 2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def _parts(word: str, room: int, width: int) -> Iterator[str]:
    """Yield a word, or its parts if it is too long for a line; the first part fits into the rest of the line."""
    if len(word) <= width and columns(word) <= width:
        yield word
        return
    start = 0
    room = room if room > width // 3 else width
    while start < len(word):
        end, used = start, 0
        while end < len(word) and (used := used + columns(word[end])) <= room:
            end += 1
        if end < len(word):
            end = max(_cut(word, (start + end) // 2, end), start + 1)
        yield word[start:end]
        start, room = end, width


def _cut(word: str, start: int, end: int) -> int:
    """Return where to cut a word: after the last comma, otherwise the last slash or similar, otherwise at the end."""
    for marks in _CUTS:
        after = max(word.rfind(mark, start, end) for mark in marks) + 1
        if after and word[after : after + 1] != "/":
            return after
    return end
