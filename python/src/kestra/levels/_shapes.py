"""Lines that begin as others of their stream did: one narrow expression finds the level that all rules find there.

A logger writes each line in one form. The text before the level, with each digit as any digit, tells where the level
is; only text that could reach beyond it, such as an open bracket, is left to the rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._json_shapes import JsonShapes
from ._lines import Line, read_line

if TYPE_CHECKING:
    from typing import Callable, Optional

_OFTEN = 8  # lines of a shape before it is worth an expression
_LIMIT = 24  # shapes of a stream
_SEEN_LIMIT = 500
# No bracket before the level is open, and one character after it ends the word.
_IS_CLOSED = re.compile(r"(?:[A-Za-z0-9 \t_.,:/+@|-]|\[[^][(){}<>]*\]|\([^][(){}<>]*\))*[\[<(]?").fullmatch
_ENDS = (" ", ":", "]")
_DIGIT = re.compile("[0-9](?!x)").sub  # 0x has a meaning of its own


class Shapes:
    """The shapes of the lines of one stream."""

    def __init__(self, *, names: bool) -> None:
        self.json = JsonShapes(names=names)
        self.match: Callable[[str], Optional[re.Match[str]]] = lambda _: None
        self.patterns: list[str] = []
        self.words: list[dict[str, str]] = [{}]  # levels by word, by the number of a shape, from 1 on
        self.seen: dict[str, int] = {}

    def read(self, text: str) -> Line:
        """Do what `read_line` does."""
        match = self.match(text)
        level = self.level(match) if match is not None else ""
        return line_of(text, level, match) if level else self.read_other(text)

    def read_other(self, text: str) -> Line:
        """Read a line of no known shape."""
        line = read_line(text, self.json.read)
        if line.start and line.rule == "time":
            self._learn(line)
        return line

    def level(self, match: re.Match[str]) -> str:
        """Return the level of a line that has a known shape, or nothing where its word is new."""
        index = match.lastindex or 0
        return self.words[index].get(match[index], "")

    def _learn(self, line: Line) -> None:
        text, word = line.text, line.text[line.start : line.end]
        following = text[line.end : line.end + 1]
        if following not in _ENDS or not word.isupper() or not _IS_CLOSED(text[: line.start]):
            return
        pattern = f"{_DIGIT('[0-9]', re.escape(text[: line.start]))}([A-Z]+){re.escape(following)}"
        if pattern in self.patterns:
            self.words[self.patterns.index(pattern) + 1][word] = line.level
        elif len(self.patterns) < _LIMIT and len(self.seen) < _SEEN_LIMIT:
            count = self.seen[pattern] = self.seen.get(pattern, 0) + 1
            if count == _OFTEN:
                self.patterns.append(pattern)
                self.words.append({word: line.level})
                self.match = re.compile("|".join(self.patterns)).match


def line_of(text: str, level: str, match: Optional[re.Match[str]]) -> Line:
    """Return a line of a known shape, or the message of one of JSON, which has no match."""
    if match is None:
        return Line(text, level, "JSON", True)
    start, end = match.span(match.lastindex or 0)
    return Line(text, level, "time", True, start, end)
