"""Lines of JSON that loggers write: their level, and their message with the members that are left."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from . import _rules as rules

if TYPE_CHECKING:
    from typing import Any, Optional

    Entry = tuple[str, str]  # the level, "" where an object tells none, and the message
    _Member = tuple[str, Any, str]  # of an object: the key as printed, the value, and the value as printed

LEVELS: dict[str, str] = {word: level for level, words in rules.WORDS.items() for word in words.split()}
_NUMBERS = ((20, "TRACE"), (30, "DEBUG"), (40, "INFO"), (50, "WARN"))  # pino's and bunyan's
_SYSLOG = ("ERROR",) * 4 + ("WARN", "INFO", "INFO", "DEBUG")
_LETTERS = {"D": "DEBUG", "I": "INFO", "W": "WARN", "E": "ERROR", "F": "ERROR"}
_OPEN_TELEMETRY = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "ERROR")  # four numbers each, from 1 on
_ERROR_MEMBERS = ("type", "name", "message", "stack", "cause", "nativeError")

LEVEL_RANKS = {name: rank for rank, name in enumerate(rules.JSON["levels"])}
_NESTED_LEVELS = [path.split("/") for path in rules.JSON["nested levels"]]
LEFT_OUT = frozenset(rules.JSON["left out"])
LOGGERS = {name: rank for rank, name in enumerate(rules.JSON["loggers"])}
MESSAGES = {name: rank for rank, name in enumerate(rules.JSON["messages"])}

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_KEY = re.compile(rf"[ \t]*({_STRING})[ \t]*:[ \t]*").match
_NEXT = re.compile(r"[ \t]*([,}])[ \t]*").match
# An object without others in it, by one expression: a decoder takes three times as long.
PLAIN = rf"(?:{_STRING}|-?[0-9][-+.0-9eE]*|true|false|null)"
_FLAT_MEMBER = rf"[ \t]*{_STRING}[ \t]*:[ \t]*{PLAIN}[ \t]*"
is_flat = re.compile(rf"[ \t]*{{{_FLAT_MEMBER}(?:,{_FLAT_MEMBER})*}}[ \t]*").fullmatch
MEMBER = re.compile(rf"({_STRING})[ \t]*:[ \t]*({PLAIN})")
_scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # by C code: a value at a position, and its end


def json_entry(text: str, *, names: bool = False) -> Optional[Entry]:
    """Read a line as an entry; None where it is no JSON object."""
    members = _members(text)
    if members is None:
        return None
    level, level_key = _level(members)
    if not level:
        return "", text
    members = [member for member in members if member[0] not in LEFT_OUT and member[0] != level_key]
    if not level_key and any(key == "text" for key, _, _ in members):
        members = [kept for member in members for kept in _bound(member)]
    name, members = _take(members, LOGGERS) if names else ("", members)
    message, members = _message(members)
    message = message.rstrip("\n")
    members, stacks = _stacks(members) if members else (members, [])
    parts = [part for part in (message, _object(members) if members else "") if part]
    first = " ".join([f"{name}:", *parts] if name else parts)
    return level, "\n".join([first, *stacks] if first else stacks) or text


def _members(text: str) -> Optional[list[_Member]]:
    """Return the members of an object, equal keys too, each with its text as printed."""
    if is_flat(text):
        return [
            (key[1:-1], raw[1:-1] if raw[0] == '"' and "\\" not in raw else _decoded(key[1:-1], raw), raw)
            for key, raw in MEMBER.findall(text)
        ]
    members: list[_Member] = []
    position = len(text) - len(text.lstrip()) + 1
    try:
        while True:
            found = _KEY(text, position)
            if found is None:
                is_empty = not members and text[position:].strip() == "}"
                return members if is_empty else None
            value, position = _scan(text, found.end())
            members.append((found[1][1:-1], value, text[found.end() : position]))
            found = _NEXT(text, position)
            if found is None:
                return None
            position = found.end()
            if found[1] == "}":
                return members if position == len(text) else None
    except (ValueError, StopIteration, RecursionError):
        return None


def _decoded(key: str, raw: str) -> Any:
    """Return a string, or a number that may be a level; no other value of a flat object matters."""
    try:
        return json.loads(raw) if raw[0] == '"' or key in LEVEL_RANKS else None
    except ValueError:
        return None


def _object(members: list[_Member]) -> str:
    return "{" + ",".join([f'"{key}":{raw}' for key, _, raw in members]) + "}"


def _level(members: list[_Member]) -> tuple[str, str]:
    """Return the level, and the member that holds it where nothing else does."""
    found, name = "", ""
    for key, value, _ in members:
        if key in LEVEL_RANKS and (not found or LEVEL_RANKS[key] < LEVEL_RANKS[name]):
            level = level_of_word(value)
            if level:
                found, name = level, key
    if found:
        return found, name
    for path in _NESTED_LEVELS:
        level = level_of_word(_nested(members, path))
        if level:
            return level, ""
    return _coded_level(members)


def _coded_level(members: list[_Member]) -> tuple[str, str]:
    """Return the level of a number or a letter, where the other members tell which logger writes it so."""
    keys = {key for key, _, _ in members}
    for name in LEVEL_RANKS:
        for key, value, _ in members:
            level = _level_of_number(name, value, keys) if key == name else ""
            if level:
                return level, name
    name, beside = rules.JSON["letters"]  # MongoDB's
    for key, value, _ in members:
        if key == name and beside in keys and type(value) is str:
            return _LETTERS.get(value[:1], ""), name
    return "", ""


def level_of_word(value: object) -> str:
    if type(value) is not str:
        return ""
    word = value.strip().lower()
    return "TRACE" if word == "debug-4" else LEVELS.get(word.split("+")[0].split("-")[0], "")


def _nested(members: list[_Member], path: list[str]) -> object:
    for key, value, _ in members:
        if key == path[0]:
            for inner in path[1:]:
                value = value.get(inner) if type(value) is dict else None  # noqa: PLW2901
            return value
    return None


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


def _take(members: list[_Member], ranks: dict[str, int]) -> tuple[str, list[_Member]]:
    """Return the text of the first of some members that there is, and the others."""
    found = -1
    for index, (key, value, _) in enumerate(members):
        is_better = found < 0 or ranks.get(key, 99) < ranks[members[found][0]]
        if key in ranks and is_better and type(value) is str:
            found = index
    if found < 0:
        return "", members
    return members[found][1], members[:found] + members[found + 1 :]


def _bound(member: _Member) -> list[_Member]:
    """Return, of what loguru describes a record with, only what was bound to the logger; else the member itself."""
    key, value, raw = member
    if key != "record" or type(value) is not dict or type(value.get("extra")) is not dict:
        return [member]
    return [member for member in _members(raw) or [] if member[0] == "extra" and member[1]]


def _message(members: list[_Member]) -> tuple[str, list[_Member]]:
    message, rest = _take(members, MESSAGES)
    if message or len(rest) < len(members):
        return message, rest
    for path in rules.JSON["nested messages"]:
        outer, inner = path.split("/")
        for index, (key, value, raw) in enumerate(members):
            if key == outer and type(value) is dict and type(value.get(inner)) is str:
                others = [member for member in _members(raw) or [] if member[0] != inner]
                kept = [(key, value, _object(others))] if others else []
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
        elif type(value) is dict and _stack(value):
            stacks += _causes(value)
            others = [member for member in _members(raw) or [] if member[0] not in _ERROR_MEMBERS]
            rest += [(key, value, _object(others))] if others else []
        else:
            rest.append(member)
    return rest, stacks


def _lines(value: object) -> str:
    """Return a stack as text: a string of several lines, a list of lines, or tslog's list of calls."""
    if type(value) is list and value:
        lines = value if all(type(line) is str for line in value) else [*map(_call, value)]
        return "\n".join(lines) if lines is value or all(lines) else ""
    return value.rstrip("\n") if type(value) is str and "\n" in value else ""


def _call(call: object) -> str:
    """Return a call as a line of Node's stacks, or nothing where it is no call."""
    place, method = (call.get("fullFilePath"), call.get("method")) if type(call) is dict else ("", "")
    if type(place) is not str:
        return ""
    return f"    at {method} ({place})" if type(method) is str and method != "[undefined]" else f"    at {place}"


def _stack(error: dict[str, Any]) -> str:
    """Return the stack of an error; one that is a list of calls has no heading."""
    stack: Any = error.get("stack")
    lines = _lines(stack)
    is_headless = lines and type(stack[0]) is dict and type(error.get("name")) is type(error.get("message")) is str
    return f"{error['name']}: {error['message']}\n{lines}" if is_headless else lines


def _causes(error: dict[str, Any]) -> list[str]:
    """Return the stack of an error, and those of its causes."""
    stacks = [_stack(error)]
    cause = error.get("cause")
    while type(cause) is dict and len(stacks) < 10:
        text = _stack(cause) or cause.get("message")
        if type(text) is str and text not in stacks[0]:
            stacks.append(f"Caused by: {text}")
        cause = cause.get("cause")
    if type(cause) is str:
        stacks.append(f"Caused by: {cause}")
    return stacks
