"""Lines of JSON that loggers write: their level, and their message with the members that are left."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from . import _rules as rules

if TYPE_CHECKING:
    from typing import Any, Optional

LEVELS: dict[str, str] = {word: level for level, words in rules.WORDS.items() for word in words.split()}
_BLANK = " \t\r\n"
_NUMBERS = ((20, "TRACE"), (30, "DEBUG"), (40, "INFO"), (50, "WARN"))  # pino's and bunyan's
_SYSLOG = ("ERROR",) * 4 + ("WARN", "INFO", "INFO", "DEBUG")
_OPEN_TELEMETRY = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "ERROR")  # four numbers each, from 1 on
_ERROR_MEMBERS = ("type", "name", "message", "stack", "cause")

_scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # by C code: a value at a position, and its end


class JsonEntry(NamedTuple):
    """What a logger wrote as one object."""

    level: str  # "" where it tells none
    message: str


class _Member(NamedTuple):
    key: str
    value: Any
    raw: str  # the value as printed


def json_entry(text: str, *, names: bool = False) -> Optional[JsonEntry]:
    """Read a line as an entry; None where it is no JSON object."""
    members = _members(text)
    if members is None:
        return None
    level, level_key = _level(members)
    if not level:
        return JsonEntry("", text)
    left_out = {*rules.JSON["left out"], level_key}
    members = [member for member in members if member.key not in left_out]
    name, members = _take(members, rules.JSON["loggers"]) if names else ("", members)
    message, members = _message(members)
    members, stacks = _stacks(members)
    parts = [part for part in (message, _object(members) if members else "") if part]
    first = " ".join([f"{name}:", *parts] if name else parts)
    return JsonEntry(level, "\n".join([first, *stacks] if first else stacks) or text)


def _members(text: str) -> Optional[list[_Member]]:
    """Return the members of an object, equal keys too, each with its text as printed."""
    members: list[_Member] = []
    position = _skip(text, 0)
    if text[position : position + 1] != "{":
        return None
    position = _skip(text, position + 1)
    try:
        if text[position] == "}":
            return members if _skip(text, position + 1) == len(text) else None
        while True:
            key, position = _scan(text, position)
            position = _skip(text, position)
            if type(key) is not str or text[position] != ":":
                return None
            start = _skip(text, position + 1)
            value, position = _scan(text, start)
            members.append(_Member(key, value, text[start:position]))
            position = _skip(text, position)
            if text[position] == "}":
                return members if _skip(text, position + 1) == len(text) else None
            if text[position] != ",":
                return None
            position = _skip(text, position + 1)
    except (ValueError, IndexError, StopIteration, RecursionError):
        return None


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in _BLANK:
        position += 1
    return position


def _object(members: list[_Member]) -> str:
    return "{" + ",".join(f"{json.dumps(key, ensure_ascii=False)}:{raw}" for key, _, raw in members) + "}"


def _level(members: list[_Member]) -> tuple[str, str]:
    """Return the level, and the member that holds it where nothing else does."""
    for name in rules.JSON["levels"]:
        for member in members:
            level = _level_of_word(member.value) if member.key == name else ""
            if level:
                return level, name
    for path in rules.JSON["nested levels"]:
        level = _level_of_word(_nested(members, path.split("/")))
        if level:
            return level, ""
    keys = {member.key for member in members}
    for name in rules.JSON["levels"]:
        for member in members:
            level = _level_of_number(name, member.value, keys) if member.key == name else ""
            if level:
                return level, name
    return "", ""


def _level_of_word(value: object) -> str:
    if type(value) is not str:
        return ""
    word = value.strip().lower()
    return "TRACE" if word == "debug-4" else LEVELS.get(word.split("+")[0].split("-")[0], "")


def _nested(members: list[_Member], path: list[str]) -> object:
    value = next((member.value for member in members if member.key == path[0]), None)
    for key in path[1:]:
        value = value.get(key) if type(value) is dict else None
    return value


def _level_of_number(name: str, value: Any, keys: set[str]) -> str:
    """Return the level of a number, where the other members tell which logger counts so."""
    if type(value) not in (int, float):
        return ""
    if name in rules.JSON["counted from 1"]:
        return _OPEN_TELEMETRY[int(value - 1) // 4] if 1 <= value <= 24 else ""
    if 0 <= value <= 7 and not keys.isdisjoint(rules.JSON["beside numbers of syslog"]):
        return _SYSLOG[int(value)]
    if 10 <= value <= 60 and not keys.isdisjoint(rules.JSON["beside numbers of pino"]):
        return next((level for end, level in _NUMBERS if value < end), "ERROR")
    return ""


def _take(members: list[_Member], names: list[str]) -> tuple[str, list[_Member]]:
    """Return the text of the first of some members that there is, and the others."""
    for name in names:
        for index, (key, value, _) in enumerate(members):
            if key == name and type(value) is str:
                return value, members[:index] + members[index + 1 :]
    return "", members


def _message(members: list[_Member]) -> tuple[str, list[_Member]]:
    message, rest = _take(members, rules.JSON["messages"])
    if message or len(rest) < len(members):
        return message, rest
    for path in rules.JSON["nested messages"]:
        outer, inner = path.split("/")
        for index, (key, value, raw) in enumerate(members):
            if key == outer and type(value) is dict and type(value.get(inner)) is str:
                others = [member for member in _members(raw) or [] if member.key != inner]
                kept = [_Member(key, value, _object(others))] if others else []
                return value[inner], members[:index] + kept + members[index + 1 :]
    return "", members


def _stacks(members: list[_Member]) -> tuple[list[_Member], list[str]]:
    """Take the stacks of errors out of the members, as lines."""
    rest: list[_Member] = []
    stacks: list[str] = []
    for member in members:
        key, value, raw = member
        if key in rules.JSON["stacks"] and _lines(value):
            stacks.append(_lines(value))
        elif type(value) is dict and _lines(value.get("stack")):
            stacks += _causes(value)
            others = [member for member in _members(raw) or [] if member.key not in _ERROR_MEMBERS]
            rest += [_Member(key, value, _object(others))] if others else []
        else:
            rest.append(member)
    return rest, stacks


def _lines(value: object) -> str:
    """Return a stack as text, which is a string of several lines, or a list of lines."""
    if type(value) is list and value and all(type(line) is str for line in value):
        return "\n".join(value)
    return value.rstrip("\n") if type(value) is str and "\n" in value else ""


def _causes(error: dict[str, Any]) -> list[str]:
    """Return the stack of an error, and those of its causes."""
    stacks = [_lines(error.get("stack"))]
    cause = error.get("cause")
    while type(cause) is dict and len(stacks) < 10:
        text = _lines(cause.get("stack")) or cause.get("message")
        if type(text) is str and text not in stacks[0]:
            stacks.append(f"Caused by: {text}")
        cause = cause.get("cause")
    if type(cause) is str:
        stacks.append(f"Caused by: {cause}")
    return stacks
