"""The columns of the values in a JSON text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._json import QUOTED, parse_string, skip_blanks

if TYPE_CHECKING:
    from ._errors import Path, Step

_STRUCTURE = re.compile(QUOTED + r"|[][{}]", re.DOTALL)
_SCALAR = re.compile(QUOTED + r"|[^ \t\n\r,\]}]+", re.DOTALL)


class Columns:
    """Finds the columns of values in a valid JSON text; each container is scanned once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[int, dict[Step, int]] = {}  # the starts of members, by the start of their container

    def of(self, path: Path) -> int:
        """Return the column, from 1, of the value at a path.

        For duplicate keys it is the column of the last one; a missing value has the column of its container.
        """
        at = skip_blanks(self._text, 0)
        for step in path:
            if at not in self._starts:
                self._starts[at] = _member_starts(self._text, at)
            at = self._starts[at].get(step, at)
        return at + 1


def bracket_depth(text: str) -> int:
    """Return how many brackets of a JSON text are open at its end, or after its first value."""
    depth = 0
    for match in _STRUCTURE.finditer(text):
        mark = match.group()
        depth += (mark in "[{") - (mark in "]}")
        if depth == 0 and mark in "]}":
            break
    return depth


def _member_starts(text: str, start: int) -> dict[Step, int]:
    """Return the starts of a container's members by key or index, or {} for a scalar."""
    starts: dict[Step, int] = {}
    at = skip_blanks(text, start + 1)
    while text[start] in "[{" and text[at] not in "]}":
        step: Step = len(starts)
        if text[start] == "{":
            step, at = parse_string(text, at)
            at = skip_blanks(text, skip_blanks(text, at) + 1)
        starts[step] = at
        at = skip_blanks(text, _end_of_value(text, at))
        if text[at] == ",":
            at = skip_blanks(text, at + 1)
    return starts


def _end_of_value(text: str, at: int) -> int:
    if text[at] not in "[{":
        return _SCALAR.match(text, at).end()  # type: ignore[union-attr]
    depth = 0
    for match in _STRUCTURE.finditer(text, at):
        mark = match.group()
        if mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
            if not depth:
                return match.end()
    return len(text)
