"""What each task runner does to a line between the script and Kestra; docs/explanation/runners.md has the sources."""

from __future__ import annotations

import re

from ._model import Problem

RUNNERS = ("process", "docker", "kubernetes", "aws-batch", "azure-batch")
WITHOUT_STDERR = ("kubernetes", "aws-batch")  # they pass on all text as if it came from standard output

_IN_A_RECORD = "send several logs in one record"
_ESCAPED = "in a record write it as {}, as the packages do"
# The line from which on some are lost: where, why, and what to do.
_VOLUMES = {
    ("kubernetes", 100_001): "of 1,000,000 lines the Kubernetes runner drops about 116, as it tells them by a hash",
    ("aws-batch", 501): "of more than 500 lines a second AWS passes on a sample",
}
_BLANKS = re.compile(r"[ \t\v\f\r]+")
_UP_TO_BLANK = "".join(map(chr, range(33)))
_BEFORE_FRAME = re.compile(r"(?!^)(?=::\{)")


def pass_on(runner: str, text: str, number: int) -> tuple[list[str], list[Problem]]:
    """Return the lines that Kestra gets of a line, which has the given number, and the problems with them."""
    lines, problem = [text], None
    if runner == "docker":
        lines, problem = _in_pieces(text)
    elif runner == "kubernetes":
        lines, problem = _with_single_blanks(text)
    elif runner in ("aws-batch", "azure-batch"):
        lines, problem = _broken(text, 262_118 if runner == "aws-batch" else 0)
    volume = _VOLUMES.get((runner, number))
    return lines, [*([problem] if problem else []), *([Problem("lost", volume, 1, _IN_A_RECORD)] if volume else [])]


def last_certain_line(runner: str, lines: int) -> int:
    """Return the number of the last of these lines that certainly arrives."""
    return {"docker": 5_000, "kubernetes": lines - 1}.get(runner, lines)


def _in_pieces(text: str) -> tuple[list[str], Problem | None]:
    """Decode a line as the Docker runner does: at most 1,024 bytes at a time; its first piece may be shorter."""
    data = b"" if text.isascii() else text.encode()
    if len(data) <= 1024:
        return [text], None
    line = "".join(data[start : start + 1024].decode(errors="replace") for start in range(0, len(data), 1024))
    reason = "the Docker runner decodes at most 1,024 bytes at a time, which damages raw characters beyond ASCII"
    column = len(text) - len(text.lstrip("".join(map(chr, range(128))))) + 1
    return [line], Problem("misread", reason, column, _ESCAPED.format("\\uXXXX"))


def _with_single_blanks(text: str) -> tuple[list[str], Problem | None]:
    line = _BLANKS.sub(" ", text.rstrip(_UP_TO_BLANK)).lstrip(" ")
    if line == text:
        return [text], None
    reason = "the Kubernetes runner collapses white space to one blank, and removes it at both ends"
    remedy = "in a record write further blanks as \\u0020, and tabs as \\t"
    return [line], Problem("misread", reason, _first_difference(text, line), remedy)


def _broken(text: str, longest: int) -> tuple[list[str], Problem | None]:
    """Break a line as the batch runners do: before ::{, and AWS after the longest event."""
    data = text.encode() if longest and len(text) * 4 > longest else b""
    if len(data) > longest:
        pieces = [data[start : start + longest].decode(errors="replace") for start in range(0, len(data), longest)]
        reason = f"AWS cuts a line after {longest:,} bytes"
        return pieces, Problem("lost", reason, len(pieces[0]) + 1, "send less in one record")
    lines = _BEFORE_FRAME.split(text)
    if len(lines) == 1:
        return lines, None
    reason = "the batch runner ends the line before ::{"
    return lines, Problem("misread", reason, len(lines[0]) + 1, _ESCAPED.format("::\\u007b"))


def _first_difference(text: str, line: str) -> int:
    pairs = enumerate(zip(text, line), 1)
    return next((column for column, (old, new) in pairs if old != new), min(len(text), len(line)) + 1)
