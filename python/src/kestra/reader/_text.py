"""Lines that Kestra shows as text: what of them goes wrong."""

from __future__ import annotations

import re

from ._limits import PAIR_CUT, SURROGATE, unstorable_part
from ._model import Log, Problem

LINE_TERMINATORS = "\x85\u2028\u2029"  # those of Java's regular expressions that do not end a line that is read
TERMINATOR = re.compile(f"[{LINE_TERMINATORS}]")
_BEGIN = re.compile(r'::\{[ \t]*["}]')  # of what is meant to be a record


def problems_of_text(text: str, logs: list[Log]) -> list[Problem]:
    """Return what goes wrong with a line that Kestra shows as text, in the given logs."""
    problems = []
    begin = _BEGIN.search(text)
    if begin and "}::" in text[begin.start() :]:
        problems.append(_why_text(text, begin.start()))
    part = unstorable_part(text)
    if part == "U+0000":
        problems.append(Problem("misread", "U+0000 is removed", text.index("\0") + 1, "print text without it"))
    elif part:
        remedy = "print the text without them"
        problems.append(Problem("lost", f"{part} make Kestra drop the line", text.index("\\u0000") + 1, remedy))
    if any(SURROGATE.search(log.message) for log in logs if len(logs) > 1):
        problems.append(Problem("lost", PAIR_CUT, None, "print shorter lines"))
    return problems


def _why_text(text: str, at: int) -> Problem:
    remedy = "print the record alone on its line, from its first column"
    if at > 0:
        reason = "record does not start at column 1, so Kestra shows it as text"
        return Problem("misread", reason, at + 1, remedy)
    terminator = TERMINATOR.search(text)
    if terminator and terminator.start() < len(text) - 1:
        name = f"U+{ord(terminator.group()):04X}"
        reason = f"{name} ends the line for Kestra's pattern, so Kestra shows the record as text"
        return Problem("misread", reason, terminator.start() + 1, f"escape it as \\u{ord(terminator.group()):04x}")
    end = text.rindex("}::") + 3
    return Problem("misread", "text follows the record, so Kestra shows it as text", end + 1, remedy)
