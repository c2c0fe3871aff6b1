"""JSON text to values, exactly as Kestra's reader takes it: a number keeps its text, an object each of its members.

Kestra reads with Jackson, whose rules differ from Python's `json`: limits of depth, digits and length, no NaN,
and no look at what follows the first value.
So what Python's scanner accepts is checked against the limits, and what it refuses is read again, more slowly,
to accept it after all or to name the fault and its place.
"""

import json
import re
from typing import Any, NoReturn, Optional, Union

from kestra._wire import DIGITS, NESTING, STRING_UNITS

Step = Union[str, int]
Path = tuple[Step, ...]


class Fault(Exception):  # noqa: N818 - not an error of ours, but one in what is read
    """What makes Kestra refuse a line, or a part of it.

    ``column`` counts characters from 1; ``path`` leads to the value at fault where the column is still to be found.
    """

    def __init__(
        self,
        reason: str,
        remedy: "Optional[str]" = None,
        *,
        path: "Optional[Path]" = None,
        column: "Optional[int]" = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        self.path = path
        self.column = column


class Integer(str):
    """The text of a JSON number without fraction and exponent."""

    __slots__ = ()


class Fraction(str):
    """The text of a JSON number with a fraction or an exponent."""

    __slots__ = ()


class Object(list):  # type: ignore[type-arg]
    """The (key, value) pairs of a JSON object, in their order, also those of one key."""

    __slots__ = ()


def parse(text: str) -> "tuple[Any, int]":
    """Return the object that a text begins with, and where it ends, whatever follows; raises `Fault`, with a column."""
    try:
        value, end = _scan(text, 0)
    except (ValueError, StopIteration, RecursionError):
        return _parse_exactly(text)
    is_deep = text.count("[") + text.count("{") > NESTING and not _is_shallow(value)
    if is_deep or (len(text) > STRING_UNITS // 2 and _has_long_text(text)):
        return _parse_exactly(text)
    return value, end


class Columns:
    """Finds the columns of values in a valid text, each container being looked through once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: "dict[int, dict[Step, int]]" = {}  # where each begins, by key or index, by its container's begin

    def of(self, path: Path) -> int:
        """Return the column, from 1, of the value to which a path of keys and indices leads.

        Of several members of one key it is the last, the one that counts; what is missing has its container's column.
        """
        at = _skip_blanks(self._text, 0)
        for step in path:
            if at not in self._members:
                self._members[at] = _members(self._text, at)
            at = self._members[at].get(step, at)
        return at + 1


def place_of(path: Path) -> str:
    """Return a path as an error names it: ``logs[0]["level"]``."""
    first, *rest = path
    name = str(first) if str(first).isidentifier() and str(first).isascii() else json.dumps(first)
    return name + "".join(f"[{json.dumps(step)}]" for step in rest)


def plain(value: "Any") -> "Any":
    """Return a value as Python has it, with a dict for an object, whose last member of a key counts."""
    kind = type(value)
    if kind not in (Object, list):
        return _plain_scalar(value)
    root: "Any" = {} if kind is Object else []
    todo = [(value, root)]
    while todo:  # no recursion, as a value may be 1,000 levels deep
        source, target = todo.pop()
        pairs = source if type(source) is Object else enumerate(source)
        for key, member in pairs:
            kind = type(member)
            found: "Any"
            if kind is Object or kind is list:
                found = {} if kind is Object else []
                todo.append((member, found))
            else:
                found = _plain_scalar(member)
            if type(target) is dict:
                target[key] = found
            else:
                target.append(found)
    return root


def _plain_scalar(value: "Any") -> "Any":
    kind = type(value)
    if kind is Integer:
        return int(value)
    if kind is Fraction:
        return float(value)
    return value


def _integer(text: str) -> Integer:
    if len(text) > DIGITS:
        raise ValueError
    return Integer(text)


def _fraction(text: str) -> Fraction:
    if len(text) > DIGITS:
        raise ValueError
    return Fraction(text)


def _no_json(name: str) -> "NoReturn":
    raise ValueError(name)


_DECODER: "Any" = json.JSONDecoder(
    object_pairs_hook=Object, parse_int=_integer, parse_float=_fraction, parse_constant=_no_json
)
_scan = _DECODER.scan_once


def _is_shallow(value: "Any") -> bool:
    """Tell whether a value has no more levels than Kestra's reader takes, level by level."""
    level = [value]
    for _ in range(NESTING):
        below = []
        for container in level:
            members = [member for _, member in container] if type(container) is Object else container
            below += [member for member in members if type(member) is list or type(member) is Object]
        if not below:
            return True
        level = below
    return False


def _has_long_text(text: str) -> bool:
    """Tell whether a text in JSON might be longer than Kestra's reader takes: a character can be two units."""
    return any(match.end() - match.start() > STRING_UNITS // 2 for match in _TEXT.finditer(text))


_QUOTED = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_TEXT = re.compile(_QUOTED, re.DOTALL)
_BLANKS = re.compile(r"[ \t\n\r]*")
_RAW_TEXT = re.compile(r'[^"\\\x00-\x1f]*')
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE][+-]?([0-9]+))?")
_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*|[^ \t\n\r,:\[\]{}\"']+|'[^']*'?|.", re.DOTALL)
_STRUCTURE = re.compile(_QUOTED + r"|[][{}]", re.DOTALL)
_SCALAR = re.compile(_QUOTED + r"|[^ \t\n\r,\]}]+", re.DOTALL)
_WORDS = {"true": True, "false": False, "null": None}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HEX_DIGITS = "0123456789abcdefABCDEF"


def _skip_blanks(text: str, at: int) -> int:
    return _BLANKS.match(text, at).end()  # type: ignore[union-attr]


def _parse_exactly(text: str) -> "tuple[Any, int]":
    """Return what `parse` returns, with Jackson's rules spelt out: without recursion, and with the place of a fault."""
    root: "list[Any]" = []
    stack: "list[Any]" = [root]  # the containers that are open
    at = 0
    while True:
        value, at = _value(text, _skip_blanks(text, at))
        container = stack[-1]
        if type(container) is Object:
            container[-1] = (container[-1], value)
        else:
            container.append(value)
        if isinstance(value, list):
            stack.append(value)
            if len(stack) - 1 > NESTING:
                raise Fault(f"more than {NESTING:,} levels of nesting", "send less nested values", column=at)
        at = _next_value(text, at, stack, is_first=isinstance(value, list))
        if len(stack) == 1:
            return root[0], at


def _next_value(text: str, at: int, stack: "list[Any]", *, is_first: bool) -> int:
    """Return where the next value begins, after a value or a bracket that opens; the end where all are closed."""
    while len(stack) > 1:
        at = _skip_blanks(text, at)
        container, mark = stack[-1], text[at : at + 1]
        closing = "}" if type(container) is Object else "]"
        if mark == closing:
            stack.pop()
            at, is_first = at + 1, False
            continue
        if not is_first:
            if mark != ",":
                raise _unexpected(text, at, f"a comma or {closing}")
            at = _skip_blanks(text, at + 1)
            if text[at : at + 1] == closing:
                raise Fault(f"a comma before {closing} is not JSON", "take the comma away", column=at + 1)
        return _key(text, at, container) if type(container) is Object else at
    return at


def _key(text: str, at: int, container: "Any") -> int:
    if text[at : at + 1] != '"':
        raise _unexpected(text, at, "a key in double quotes")
    key, at = _text(text, at)
    container.append(key)  # until its value is there
    at = _skip_blanks(text, at)
    if text[at : at + 1] != ":":
        raise _unexpected(text, at, "a colon after the key")
    return at + 1


def _value(text: str, at: int) -> "tuple[Any, int]":
    mark = text[at : at + 1]
    if mark == '"':
        return _text(text, at)
    if mark == "{":
        return Object(), at + 1
    if mark == "[":
        return [], at + 1
    number = _NUMBER.match(text, at)
    if number:
        return _number(text, number)
    for word, value in _WORDS.items():
        if text.startswith(word, at):
            return value, at + len(word)
    raise _unexpected(text, at, "a value")


def _number(text: str, number: "re.Match[str]") -> "tuple[Any, int]":
    at, end = number.span()
    whole, fraction, exponent = number.groups()
    following = text[end : end + 1]
    if following in tuple("0123456789"):
        raise Fault("a number with a leading zero is not JSON", "take the zero away", column=at + 1)
    if following == ".":
        raise Fault("a number that ends with its point is not JSON", "add a 0", column=at + 1)
    is_integer = fraction is None and exponent is None
    digits = len(whole) + len(fraction or "") + len(exponent or "")
    if whole == "0" and not is_integer:
        # After a zero Jackson 2.22 starts to count a part at -1 digits.
        digits -= (fraction is None) + (exponent is None)
    if digits > DIGITS:
        raise Fault(f"a number of more than {DIGITS} digits", "send it as text", column=at + 1)
    return (Integer if is_integer else Fraction)(number.group()), end


def _text(text: str, start: int) -> "tuple[str, int]":
    at, pieces = start + 1, []
    while True:
        match = _RAW_TEXT.match(text, at)
        pieces.append(match.group())  # type: ignore[union-attr]
        at = match.end()  # type: ignore[union-attr]
        mark = text[at : at + 1]
        if mark == '"':
            break
        if mark == "\\":
            piece, at = _escape(text, at)
            pieces.append(piece)
        elif mark:
            name = f"U+{ord(mark):04X}"
            raise Fault(f"{name} stands raw in a text", f"escape it: {json.dumps(mark)[1:-1]}", column=at + 1)
        else:
            raise Fault("a text that begins here has no end", "close it with a quote", column=start + 1)
    found = "".join(pieces)
    if "\\u" in text[start:at]:  # halves of a pair, one escape each, are one character
        found = found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    if len(found) > STRING_UNITS // 2 and len(found.encode("utf-16-le", "surrogatepass")) > 2 * STRING_UNITS:
        raise Fault(f"a text of more than {STRING_UNITS:,} UTF-16 units", "send it in a file", column=start + 1)
    return found, at + 1


def _escape(text: str, at: int) -> "tuple[str, int]":
    mark = text[at + 1 : at + 2]
    if mark in _ESCAPES:
        return _ESCAPES[mark], at + 2
    if mark == "u":
        # Jackson looks at the low byte of each character only, so that U+0130 passes for 0.
        digits = "".join(chr(ord(digit) & 0xFF) for digit in text[at + 2 : at + 6] if digit <= "\uffff")
        if len(digits) == 4 and all(digit in _HEX_DIGITS for digit in digits):
            return chr(int(digits, 16)), at + 6
        raise Fault("\\u without four hex digits is not JSON", "write \\\\u where a backslash is meant", column=at + 1)
    raise Fault(f"\\{mark} is not JSON", "write \\\\ where a backslash is meant", column=at + 1)


def _unexpected(text: str, at: int, expected: str) -> Fault:
    """Return the fault of what stands where something else is expected, with the remedy for the usual mistakes."""
    if at >= len(text):
        return Fault(f"expected {expected}, got the end of the record", column=at)
    word = _WORD.match(text, at).group()  # type: ignore[union-attr]
    column = at + 1
    if word.lstrip("+-") in ("NaN", "Infinity", "nan", "inf", "Inf", "INF", "NAN", "infinity"):
        return Fault(f"{word} is not JSON", "send null or leave the member out", column=column)
    if word in ("None", "undefined"):
        return Fault(f"{word} is not JSON", "send null, with a JSON library", column=column)
    if word in ("True", "False"):
        return Fault(f"{word} is not JSON", f"send {word.lower()}, with a JSON library", column=column)
    if word[0] == "'":
        return Fault("single quotes are not JSON", "send double quotes, with a JSON library", column=column)
    if word.startswith(("//", "/*", "#")):
        return Fault("a comment is not JSON", "take it away", column=column)
    if word[0] in "+-." and word[1:2] in tuple("0123456789."):
        return Fault(f"{_short(word)} is not a JSON number", "begin it with a digit, or - and a digit", column=column)
    return Fault(f"expected {expected}, got {_short(word)}", "print the record with a JSON library", column=column)


def _short(text: str) -> str:
    return json.dumps(text if len(text) <= 20 else text[:19] + "…", ensure_ascii=False)


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


def _members(text: str, start: int) -> "dict[Step, int]":
    """Return where the members of a container begin, by key or index; none of what is no container."""
    found: "dict[Step, int]" = {}
    at = _skip_blanks(text, start + 1)
    while text[start] in "[{" and text[at] not in "]}":
        step: Step = len(found)
        if text[start] == "{":
            step, at = _text(text, at)
            at = _skip_blanks(text, _skip_blanks(text, at) + 1)
        found[step] = at
        at = _skip_blanks(text, _end_of_value(text, at))
        if text[at] == ",":
            at = _skip_blanks(text, at + 1)
    return found
