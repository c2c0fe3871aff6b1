"""JSON to values, exactly as Kestra's parser reads it: numbers keep their text, objects keep every member.

Kestra parses with Jackson, whose rules differ from Python's `json`: it limits depth, digits and length, refuses NaN,
and ignores what follows the first value.
So a text that Python's scanner accepts is checked against the limits.
A text that it refuses is parsed again, more slowly, by Jackson's rules, with the column of an error.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from kestra._json import DIGITS, NESTING, STRING_UNITS

from ._errors import PayloadError

QUOTED = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_QUOTED_STRING = re.compile(QUOTED, re.DOTALL)
_BLANKS = re.compile(r"[ \t\n\r]*")
_UNESCAPED = re.compile(r'[^"\\\x00-\x1f]*')
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE][+-]?([0-9]+))?")
_TOKEN = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*|[^ \t\n\r,:\[\]{}\"']+|'[^']*'?|.", re.DOTALL)
_LITERALS = {"true": True, "false": False, "null": None}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HEX_DIGITS = "0123456789abcdefABCDEF"


class JsonInteger(str):
    """The text of a JSON number without fraction and exponent."""

    __slots__ = ()


class JsonDecimal(str):
    """The text of a JSON number with a fraction or an exponent."""

    __slots__ = ()


class JsonObject(list):  # type: ignore[type-arg]
    """The (key, value) pairs of a JSON object in their order, duplicate keys included."""

    __slots__ = ()


def parse(text: str) -> tuple[Any, int]:
    """Return the object at the start of a text and the index where it ends; raises `PayloadError` with a column."""
    try:
        value, end = _scan(text, 0)
    except (ValueError, StopIteration, RecursionError):
        return _parse_exactly(text)
    is_deep = text.count("[") + text.count("{") > NESTING and not _is_shallow(value)
    if is_deep or (len(text) > STRING_UNITS // 2 and _has_long_string(text)):
        return _parse_exactly(text)
    return value, end


def to_python(value: Any) -> Any:
    """Return a value in Python's own types: an object is a dict, in which the last duplicate key wins."""
    kind = type(value)
    if kind not in (JsonObject, list):
        return _scalar_to_python(value)
    root: Any = {} if kind is JsonObject else []
    todo = [(value, root)]
    while todo:  # no recursion, as a value may be 1,000 levels deep
        source, target = todo.pop()
        pairs = source if type(source) is JsonObject else enumerate(source)
        for key, member in pairs:
            kind = type(member)
            converted: Any
            if kind is JsonObject or kind is list:
                converted = {} if kind is JsonObject else []
                todo.append((member, converted))
            else:
                converted = _scalar_to_python(member)
            if type(target) is dict:
                target[key] = converted
            else:
                target.append(converted)
    return root


def skip_blanks(text: str, at: int) -> int:
    """Return the index of the first character, from an index on, that is not JSON white space."""
    return _BLANKS.match(text, at).end()  # type: ignore[union-attr]


def parse_string(text: str, start: int) -> tuple[str, int]:
    """Return the string whose opening quote is at an index, and the index after its closing quote."""
    at, pieces = start + 1, []
    while True:
        match = _UNESCAPED.match(text, at)
        pieces.append(match.group())  # type: ignore[union-attr]
        at = match.end()  # type: ignore[union-attr]
        mark = text[at : at + 1]
        if mark == '"':
            break
        if mark == "\\":
            piece, at = _parse_escape(text, at)
            pieces.append(piece)
        elif mark:
            reason = f"unescaped control character in a string: U+{ord(mark):04X}"
            raise PayloadError(reason, f"escape it: {json.dumps(mark)[1:-1]}", column=at + 1)
        else:
            raise PayloadError("unterminated string", "close it with a quote", column=start + 1)
    string = "".join(pieces)
    if "\\u" in text[start:at]:  # two escapes, one for each half of a pair, are one character
        string = string.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    if len(string) > STRING_UNITS // 2 and len(string.encode("utf-16-le", "surrogatepass")) > 2 * STRING_UNITS:
        raise PayloadError(
            f"a string of more than {STRING_UNITS:,} UTF-16 units", "send it in a file", column=start + 1
        )
    return string, at + 1


def _scalar_to_python(value: Any) -> Any:
    kind = type(value)
    if kind is JsonInteger:
        return int(value)
    if kind is JsonDecimal:
        return float(value)
    return value


def _scan_integer(text: str) -> JsonInteger:
    if len(text) > DIGITS:
        raise ValueError
    return JsonInteger(text)


def _scan_decimal(text: str) -> JsonDecimal:
    if len(text) > DIGITS:
        raise ValueError
    return JsonDecimal(text)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


_DECODER: Any = json.JSONDecoder(
    object_pairs_hook=JsonObject, parse_int=_scan_integer, parse_float=_scan_decimal, parse_constant=_refuse_constant
)
_scan = _DECODER.scan_once


def _is_shallow(value: Any) -> bool:
    """Tell, level by level, whether a value is nested no deeper than Kestra's parser allows."""
    level = [value]
    for _ in range(NESTING):
        below = []
        for container in level:
            members = [member for _, member in container] if type(container) is JsonObject else container
            below += [member for member in members if type(member) is list or type(member) is JsonObject]
        if not below:
            return True
        level = below
    return False


def _has_long_string(text: str) -> bool:
    """Tell whether a string may be longer than Kestra's parser allows: a character can be two UTF-16 units."""
    return any(match.end() - match.start() > STRING_UNITS // 2 for match in _QUOTED_STRING.finditer(text))


def _parse_exactly(text: str) -> tuple[Any, int]:
    """Return what `parse` returns, by Jackson's rules, without recursion, and with the column of an error."""
    root: list[Any] = []
    stack: list[Any] = [root]  # the containers that are open
    at = 0
    while True:
        value, at = _parse_value(text, skip_blanks(text, at))
        container = stack[-1]
        if type(container) is JsonObject:
            container[-1] = (container[-1], value)
        else:
            container.append(value)
        if isinstance(value, list):
            stack.append(value)
            if len(stack) - 1 > NESTING:
                raise PayloadError(f"more than {NESTING:,} levels of nesting", "send less nested values", column=at)
        at = _next_value(text, at, stack, is_first=isinstance(value, list))
        if len(stack) == 1:
            return root[0], at


def _next_value(text: str, at: int, stack: list[Any], *, is_first: bool) -> int:
    """Return the start of the next value, after a value or an opening bracket, or the end if all are closed."""
    while len(stack) > 1:
        at = skip_blanks(text, at)
        container, mark = stack[-1], text[at : at + 1]
        closing = "}" if type(container) is JsonObject else "]"
        if mark == closing:
            stack.pop()
            at, is_first = at + 1, False
            continue
        if not is_first:
            if mark != ",":
                raise _unexpected(text, at, f"a comma or {closing}")
            at = skip_blanks(text, at + 1)
            if text[at : at + 1] == closing:
                raise PayloadError("trailing comma", "remove it", column=at + 1)
        return _parse_key(text, at, container) if type(container) is JsonObject else at
    return at


def _parse_key(text: str, at: int, container: Any) -> int:
    if text[at : at + 1] != '"':
        raise _unexpected(text, at, "a key in double quotes")
    key, at = parse_string(text, at)
    container.append(key)  # until its value is there
    at = skip_blanks(text, at)
    if text[at : at + 1] != ":":
        raise _unexpected(text, at, "a colon after the key")
    return at + 1


def _parse_value(text: str, at: int) -> tuple[Any, int]:
    mark = text[at : at + 1]
    if mark == '"':
        return parse_string(text, at)
    if mark == "{":
        return JsonObject(), at + 1
    if mark == "[":
        return [], at + 1
    number = _NUMBER.match(text, at)
    if number:
        return _parse_number(text, number)
    for word, value in _LITERALS.items():
        if text.startswith(word, at):
            return value, at + len(word)
    raise _unexpected(text, at, "a value")


def _parse_number(text: str, number: re.Match[str]) -> tuple[Any, int]:
    at, end = number.span()
    whole, fraction, exponent = number.groups()
    following = text[end : end + 1]
    if following in tuple("0123456789"):
        raise PayloadError("a number with a leading zero is not JSON", "remove the zero", column=at + 1)
    if following == ".":
        raise PayloadError("number ends with a decimal point", "add a 0", column=at + 1)
    is_integer = fraction is None and exponent is None
    digits = len(whole) + len(fraction or "") + len(exponent or "")
    if whole == "0" and not is_integer:
        # After a zero, Jackson 2.22 starts to count the digits of a part at -1.
        digits -= (fraction is None) + (exponent is None)
    if digits > DIGITS:
        raise PayloadError(f"a number of more than {DIGITS} digits", "send it as a string", column=at + 1)
    return (JsonInteger if is_integer else JsonDecimal)(number.group()), end


def _parse_escape(text: str, at: int) -> tuple[str, int]:
    mark = text[at + 1 : at + 2]
    if mark in _ESCAPES:
        return _ESCAPES[mark], at + 2
    if mark == "u":
        # Jackson looks only at the low byte of each character, so that U+0130 counts as 0.
        digits = "".join(chr(ord(digit) & 0xFF) for digit in text[at + 2 : at + 6] if digit <= "\uffff")
        if len(digits) == 4 and all(digit in _HEX_DIGITS for digit in digits):
            return chr(int(digits, 16)), at + 6
        raise PayloadError(
            "\\u without four hex digits is not JSON", "write \\\\u where a backslash is meant", column=at + 1
        )
    raise PayloadError(f"\\{mark} is not JSON", "write \\\\ where a backslash is meant", column=at + 1)


def _unexpected(text: str, at: int, expected: str) -> PayloadError:
    """Return the error of a token in the wrong place, with the remedy for the usual mistakes."""
    if at >= len(text):
        return PayloadError(f"expected {expected}, got the end of the record", "close what is open", column=at)
    token = _TOKEN.match(text, at).group()  # type: ignore[union-attr]
    reason, remedy = _explain_token(token) or _explain_place(token, at, expected)
    return PayloadError(reason, remedy, column=at + 1)


def _explain_place(token: str, at: int, expected: str) -> tuple[str, str]:
    """Return the reason and the remedy for a token that is wrong only in this place."""
    reason = f"expected {expected}, got {_shortened(token)}"
    if at == 1 and token.isidentifier():  # {outputs:…: a shell has removed the quotes
        return reason, "put the line in single quotes in a shell, and its keys in double quotes"
    if at == 1 and token.startswith("{"):
        return reason, "print one brace: {{ is a brace in a template only"
    if expected == "a value" and token in ("}", "]", ","):
        return reason, "send null, or check the variable that should be here"
    return reason, "print the record with a JSON library"


def _explain_token(token: str) -> tuple[str, str] | None:
    """Return the reason and the remedy for a token that often occurs in text that is almost JSON."""
    for pattern, reason, remedy in _MISTAKES:
        if re.match(pattern, token):
            words = {"token": token, "quoted": _shortened(token), "mark": token[0], "lower": token.lower()}
            return reason.format(**words), remedy.format(**words)
    return None


_MISTAKES = (
    (r"[+-]*(?:NaN|nan|NAN|Infinity|infinity|[Ii]nf|INF)$", "{token} is not JSON", "send null or remove the member"),
    (r"(?:None|undefined)$", "{token} is not JSON", "send null, with a JSON library"),
    (r"(?:True|False)$", "{token} is not JSON", "send {lower}, with a JSON library"),
    (r"'", "single quotes are not JSON", "send double quotes, with a JSON library"),
    ("[\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]", "{mark} is not a JSON quote", 'write straight double quotes: "'),
    (r"\\", "a backslash before a quote is not JSON here", "remove the backslashes before the quotes"),
    (r"\$", "{quoted} is not JSON", "single quotes in a shell keep variables as text: use printf"),
    ("\x1b", "colour codes are not JSON", "print it without colours: `jq -M`, NO_COLOR=1"),
    (r"&quot;|&#", "HTML escapes are not JSON", "print the characters themselves"),
    (r"//|/\*|#", "a comment is not JSON", "remove it"),
    (r"[+.-][0-9.]", "{quoted} is not a JSON number", "begin it with a digit, or - and a digit"),
)


def _shortened(text: str) -> str:
    return json.dumps(text if len(text) <= 20 else text[:19] + "…", ensure_ascii=False)
