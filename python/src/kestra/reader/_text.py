"""The problems of lines that Kestra shows as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._limits import PAIR_CUT, SURROGATE, unstorable_part
from ._model import Problem
from ._near_records import continues_record, near_record

if TYPE_CHECKING:
    from ._model import Log

LINE_TERMINATORS = "\x85\u2028\u2029"  # those of Java's regular expressions that do not end a line that is read
TERMINATOR = re.compile(f"[{LINE_TERMINATORS}]")
_UTF_16 = re.compile(r"(?:[^\0]\0){3}|(?:\0[^\0]){3}")


class TextReader:
    """Finds the problems in the text of one stream."""

    def __init__(self) -> None:
        self._previous: str | None = None
        self._has_utf_16_mark = False
        self._is_utf_16 = False

    def problems(self, text: str, logs: list[Log]) -> list[Problem]:
        """Return the problems of a line that Kestra shows as text, in the given logs."""
        previous, self._previous = self._previous, text
        if previous is None:  # the first line: FF FE and FE FF are not UTF-8
            self._has_utf_16_mark = text.startswith("\ufffd\ufffd")
        if "\0" in text and (self._is_utf_16 or self._has_utf_16_mark or _UTF_16.search(text)):
            return self._problems_of_utf_16()
        problem = _with_terminator(text) or near_record(text) or continues_record(text, previous or "")
        return [*([problem] if problem else []), *_unstorable(text), *_cut_pair(logs)]

    def _problems_of_utf_16(self) -> list[Problem]:
        """Return one problem for the whole stream."""
        if self._is_utf_16:
            return []
        self._is_utf_16 = True
        remedy = "write UTF-8; in PowerShell: `| Out-File -Encoding utf8 FILE` in place of `> FILE`"
        return [Problem("misread", "the text is UTF-16, which Kestra does not read", 1, remedy)]


def _with_terminator(text: str) -> Problem | None:
    """Return the problem of a record with a raw line terminator of Java's regular expressions in it."""
    terminator = TERMINATOR.search(text)
    if terminator and terminator.start() < len(text) - 1 and text.startswith('::{"') and text.endswith("}::"):
        name = f"U+{ord(terminator.group()):04X}"
        reason = f"{name} ends the line for Kestra's pattern, so Kestra shows the record as text"
        return Problem("misread", reason, terminator.start() + 1, f"escape it as \\u{ord(terminator.group()):04x}")
    return None


def _unstorable(text: str) -> list[Problem]:
    part = unstorable_part(text)
    if part == "U+0000":
        return [Problem("misread", "U+0000 is removed", text.index("\0") + 1, "print text without it")]
    if part:
        remedy = "print the text without them"
        return [Problem("lost", f"{part} make Kestra drop the line", text.index("\\u0000") + 1, remedy)]
    return []


def _cut_pair(logs: list[Log]) -> list[Problem]:
    if any(SURROGATE.search(log.message) for log in logs if len(logs) > 1):
        return [Problem("lost", PAIR_CUT, None, "print shorter lines")]
    return []
