"""Knows what must arrive at Kestra, by `conformance/SPECIFICATION.md`; it shares no code with the emitters."""

import json
import re
from decimal import Decimal
from fractions import Fraction

LEVELS = {"WARNING": "WARN", "CRITICAL": "ERROR", "FATAL": "ERROR"}
LIMIT = 15_360  # UTF-16 units that Kestra keeps in one entry


def level(name):
    return LEVELS.get(name.upper(), name.upper())


def stream(levels):
    return "stderr" if {"WARN", "ERROR"} & set(levels) else "stdout"


def message(text):
    """Return the pieces in which a message of text or bytes arrives."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    text = re.sub("[\ud800-\udbff][\udc00-\udfff]", joined, text)
    text = re.sub("[\0\ud800-\udfff]|\\\\u0000", "\ufffd", text)
    pieces, units = [[]], 0
    for character in text:
        width = 2 if character > "\uffff" else 1
        if units + width > LIMIT:
            pieces.append([])
            units = 0
        pieces[-1].append(character)
        units += width
    return ["".join(piece) for piece in pieces]


def joined(pair):
    high, low = map(ord, pair.group())
    return chr(0x10000 + (high - 0xD800 << 10) + (low - 0xDC00))


def logs(pairs):
    """Return the (level, message) pairs that arrive when these are logged."""
    return [(level(name), piece) for name, text in pairs for piece in message(text)]


def record(*entries):
    """Return the bytes of the record of these entries, (level, bytes of the message)."""
    logs = [f'{{"level":"{name}","message":{json_string(piece)}}}' for name, text in entries for piece in message(text)]
    return f'::{{"logs":[{",".join(logs)}]}}::\n'.encode("ascii")


def json_string(text):
    """Return a JSON string of printable ASCII; `json` does not escape DEL, and no brace after two colons."""
    return json.dumps(text).replace("\x7f", "\\u007f").replace("::{", "::\\u007b")


class Lexeme(str):
    """A number as text, as the shell gets it."""

    __slots__ = ()


def number(value, language):
    """Return a number as Kestra holds it: an int, or a float, which `kinds` distinguishes from an int."""
    if isinstance(value, Lexeme):
        return int(value) if re.fullmatch(r"-?\d+", value) else float(value)
    if language == "node" and isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return int(Decimal(repr(value)))  # it writes the shortest digits that round-trip, then zeros
    return value


def value(given, language):
    """Return an output's value as it arrives."""
    if isinstance(given, dict):
        return {key: value(member, language) for key, member in given.items()}
    if isinstance(given, list):
        return [value(member, language) for member in given]
    if given is None or isinstance(given, bool) or (isinstance(given, str) and not isinstance(given, Lexeme)):
        return given
    return number(given, language)


def kinds(data):
    """Return data as text in which 5, 5.0, "5" and true differ and the order of keys does not matter."""
    return json.dumps(data, sort_keys=True)


def metric(kind, name, given, tags):
    """Return a metric as it arrives: a timer in whole nanoseconds, other metrics as a double."""
    if kind == "timer":
        seconds = Fraction(Decimal(given if isinstance(given, (Lexeme, int)) else repr(given)))
        return {"type": kind, "name": name, "nanoseconds": int(seconds * 10**9), "tags": tags}
    return {"type": kind, "name": name, "value": float(given), "tags": tags}
