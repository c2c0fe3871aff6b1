"""Decodes strings, levels, numbers and bools as Kestra's classes do.

A decoder takes a parsed value and its path.
It returns the value as Kestra holds it, None for null, or raises `PayloadError`.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Callable

from kestra._wire import LEVELS as EMITTER_LEVELS
from kestra._wire import json_string

from ._errors import Path, PayloadError, path_text
from ._json import JsonDecimal, JsonInteger, JsonObject

Decoder = Callable[[Any, Path], Any]

LEVELS = ("ERROR", "WARN", "INFO", "DEBUG", "TRACE")  # in the order of their numbers in Java, from 0
_OTHER_LEVELS = {  # of syslog, Java, PowerShell and others
    **dict.fromkeys(("FINEST", "SILLY", "ALL"), "TRACE"),
    **dict.fromkeys(("FINE", "FINER", "VERBOSE", "DBG"), "DEBUG"),
    **dict.fromkeys(("NOTICE", "INFORMATION", "INFORMATIONAL", "LOG", "SUCCESS", "CONFIG"), "INFO"),
    **dict.fromkeys(("ERR", "SEVERE", "ALERT", "EMERG", "EMERGENCY", "PANIC", "FAILURE", "EXCEPTION"), "ERROR"),
}
INT_MAX, LONG_MAX = 2**31 - 1, 2**63 - 1
TRIMMED = "".join(map(chr, range(33)))  # removed by Java's `trim`
_FLOAT = re.compile(r"[+-]?(?:[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+\.)")
_SPECIAL_NUMBERS = {"NaN": "nan", "Infinity": "inf", "INF": "inf", "-Infinity": "-inf", "-INF": "-inf"}
_SIGNED_INFINITY = ("+Infinity", "+INF")


def expected(what: str, value: Any, path: Path, remedy: str | None = None) -> PayloadError:
    """Return the error of a value that is not what is expected."""
    actual = json_string(value) if type(value) is str and len(value) <= 40 else _describe(value)
    return PayloadError(f"{path_text(path)}: expected {what}, got {actual}", remedy, path=path)


def decode_string(value: Any, path: Path) -> str | None:
    """Return a string; a number or a bool is its JSON text."""
    kind = type(value)
    if kind is str or value is None:
        return value  # type: ignore[no-any-return]
    if kind is JsonObject or kind is list:
        raise expected("a string", value, path, "send it as a string")
    if kind is bool:
        return "true" if value else "false"
    return str(value)


def decode_level(value: Any, path: Path) -> str | None:
    """Return the name of a level, which may also be its number in Java."""
    if value in LEVELS and type(value) is str:
        return value
    if value is None:
        return None
    name = value.strip(TRIMMED) if type(value) is str else value
    if type(value) is str and name in LEVELS:
        return str(name)
    if type(value) in (str, JsonInteger):
        digit = "0" if name == "-0" and type(value) is JsonInteger else name
        if digit in ("0", "1", "2", "3", "4"):
            return LEVELS[int(digit)]
    remedy = (EMITTER_LEVELS.get(name.upper()) or _OTHER_LEVELS.get(name.upper())) if type(value) is str else None
    raise expected("TRACE, DEBUG, INFO, WARN or ERROR", value, path, f'send "{remedy}"' if remedy else None)


def decode_long(value: Any, path: Path, largest: int = LONG_MAX) -> int | None:
    """Return an integer, also of a string; a fraction is cut off."""
    kind = type(value)
    what = "an integer of 64 bits" if largest == LONG_MAX else "an integer of 32 bits"
    if value is None:
        return None
    if kind is JsonInteger:
        number = int(value)
    elif kind is JsonDecimal:
        double = float(value)
        # The largest long is no double: its neighbour, 2**63, is cut to it.
        if not -largest - 1 <= double <= (float(largest) if largest == LONG_MAX else largest):
            raise expected(what, value, path)
        return min(int(double), largest)
    elif kind is str:
        text = value.strip(TRIMMED)
        if text in ("", "null"):
            return None
        digits = text[1:] if text[0] in "+-" else text
        # As Java reads digits: of any script, but of 16 bits.
        if not (digits.isdecimal() and max(digits) <= "\uffff" and len(text) <= 1_000):
            raise expected(what, value, path)
        number = int(text)
    else:
        raise expected(what, value, path)
    if not -largest - 1 <= number <= largest:
        raise expected(what, value, path)
    return number


decode_int = partial(decode_long, largest=INT_MAX)


def decode_double(value: Any, path: Path, *, allow_plus: bool = True) -> float | None:
    """Return a number, also of a string; Jackson accepts the plus of an infinity since 2.22, the one of Kestra 2.0."""
    kind = type(value)
    if value is None:
        return None
    if kind is JsonInteger:
        return float(value) if value != "-0" else 0.0
    if kind is JsonDecimal:
        return float(value)
    if kind is str:
        if value in _SPECIAL_NUMBERS:
            return float(_SPECIAL_NUMBERS[value])
        if value in _SIGNED_INFINITY and allow_plus:
            return float("inf")
        text = value.strip(TRIMMED)
        if text in ("", "null"):
            return None
        if len(text) <= 1_000 and _FLOAT.fullmatch(text):
            return float(text)
    raise expected("a number", value, path, "send a JSON number")


def decode_bool(value: Any, path: Path) -> bool | None:
    """Return a bool, also from a string, and from an integer, where only 0 is false."""
    kind = type(value)
    if kind is bool or value is None:
        return value  # type: ignore[no-any-return]
    if kind is JsonInteger:
        return int(value) != 0
    if kind is str:
        text = value.strip(TRIMMED)
        if text in ("true", "True", "TRUE"):
            return True
        if text in ("false", "False", "FALSE"):
            return False
        if text in ("", "null"):
            return None
    raise expected("true or false", value, path)


def _describe(value: Any) -> str:
    """Return the description of a JSON value."""
    kind = type(value)
    if kind is str:
        return "a string"
    if value is None:
        return "null"
    if kind is JsonInteger or kind is JsonDecimal:
        return f"the number {value}" if len(value) <= 20 else "a number"
    if kind is bool:
        return str(value).lower()
    return "an object" if kind is JsonObject else "an array"
