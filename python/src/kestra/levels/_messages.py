"""The message of an event without its time, level, process, thread and logger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import _rules as rules
from ._blocks import level_in_second_line
from ._lines import Matchers

if TYPE_CHECKING:
    from ._lines import Line

_MATCH = Matchers({**rules.MESSAGES, "timed": rules.PATTERNS["timed"]})
_PAIR = re.compile(rules.MESSAGES["pair"])
_NAME_ENDS = re.compile("^[^A-Za-z0-9_$]+|[^A-Za-z0-9_$]+$")
_PARTS_LIMIT = 8


def message_of(lines: list[Line], *, names: bool) -> str:
    """Return the message of an event; its lines after the first stay as they are."""
    head, *others = lines
    texts = [line.text for line in others]
    if others and not head.level and level_in_second_line(texts[0]):
        texts[0] = texts[0].partition(": ")[2]
        return "\n".join(texts)
    message = _head_message(head, names=names)
    return "\n".join([message, *texts] if message or not texts else texts)


def _head_message(line: Line, *, names: bool) -> str:
    text = line.text
    if line.rule == "logfmt":
        return _pairs_message(text, names=names)
    if line.rule == "behind a place":  # which is a part of the message
        close = _MATCH["close"](text, line.end)
        return text[: line.start] + text[close.end() if close else line.end :].lstrip()
    if not line.level and line.rule == "time":
        return text[line.end :].lstrip(" \t:-]")
    if not line.end:
        return text
    name = ""
    before = _MATCH["name before"](text, _time_end(text))
    if before and before.end() <= line.start:
        name = before[0]
    position, later_name = _after(line)
    name = _NAME_ENDS.sub("", later_name or name)
    return f"{name}: {text[position:]}" if names and name else text[position:]


def _time_end(text: str) -> int:
    time = _MATCH["timed"](text)
    return time.end() if time else 0


def _after(line: Line) -> tuple[int, str]:
    """Return where the message begins, behind the level and what follows it, and the name of the logger there."""
    text, name = line.text, ""
    close = _MATCH["close"](text, line.end)
    position = close.end() if close else line.end
    is_apart = line.rule != "time" and text[position - 1] == ":"  # no thread comes behind
    basic = _MATCH["basic name"](text, position) if is_apart else None
    if basic:  # as Python's basicConfig has it
        return basic.end(), basic[0]
    match_name = _MATCH["name" if line.rule == "time" else "qualified name"]
    for _ in range(_PARTS_LIMIT):
        has_thread = not (name or is_apart)
        found = _MATCH["separator"](text, position) or (_MATCH["thread"](text, position) if has_thread else None)
        if found is None and not name:
            found = match_name(text, position)
            name = found[0] if found else ""
        if found is None:
            break
        position = found.end()
    return position, name


def _pairs_message(text: str, *, names: bool) -> str:
    """Return the message of key=value pairs, and then the other pairs as they are."""
    head = _MATCH["head of pairs"](text)
    pairs = [pair[0] for pair in _PAIR.finditer(text, head.end() if head else 0)]
    left_out = {*rules.JSON["left out"], *rules.JSON["levels"]}
    message, name, rest = "", "", []
    for pair in pairs:
        key, _, value = pair.partition("=")
        if key in rules.JSON["messages"] and not message:
            message = _unquoted(value)
        elif names and key in rules.JSON["loggers"] and not name:
            name = _unquoted(value)
        elif key not in left_out:
            rest.append(pair)
    message = " ".join(part for part in (message, *rest) if part)
    return f"{name}: {message}" if name else message


def _unquoted(value: str) -> str:
    if len(value) < 2 or value[0] != '"':
        return value
    return re.sub(r"\\(.)", lambda escape: {"n": "\n", "t": "\t"}.get(escape[1], escape[1]), value[1:-1])
