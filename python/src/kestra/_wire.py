"""The wire: values to text.

Everything here is pure; what a line may hold, and why, is specified in `conformance/README.md`.
"""

# Both are loaded when Python starts, where `collections.abc` and `json` are not.
from _collections_abc import Mapping
from _json import encode_basestring_ascii

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Union

LEVELS = {name: name for name in ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")}
LEVELS.update(WARNING="WARN", CRITICAL="ERROR", FATAL="ERROR")

# Kestra cuts a message after so many UTF-16 units, even through a surrogate pair, which it then cannot store.
MESSAGE_UNITS = 15_360
# Past these limits Kestra's JSON reader refuses the whole line.
STRING_UNITS = 20_000_000
INTEGER_DIGITS = 1_000
NESTING = 1_000


def level_name(level: "Union[str, int]", place: str) -> str:
    """Return the wire's name of a level given by name, in any case, or by its number in Python's `logging`."""
    if isinstance(level, str):
        # Only ASCII, because `str.upper` turns a dotless i into I.
        name = LEVELS.get(level.upper()) if level.isascii() else None
        if name is None:
            raise ValueError(f"{place}: expected TRACE, DEBUG, INFO, WARN or ERROR, got {quote(level)}")
        return name
    if isinstance(level, int) and not isinstance(level, bool):
        return level_of_number(level)
    raise TypeError(f"{place}: expected the name or the number of a level, got {type(level).__name__}")


def level_of_number(number: int) -> str:
    """Return the wire's name of a number by threshold, so that a level between two names is not lost."""
    if number < 20:
        return "TRACE" if number < 10 else "DEBUG"
    if number < 30:
        return "INFO"
    return "WARN" if number < 40 else "ERROR"


def log_entries(entries: "Iterable[Mapping[str, Any]]", place: str) -> "list[tuple[str, Any]]":
    """Return the (level, message) pairs of a batch, or refuse it as a whole."""
    if isinstance(entries, (str, bytes, Mapping)) or not hasattr(entries, "__iter__"):
        raise TypeError(f"{place}: expected a list of entries, got {type(entries).__name__}")
    pairs = []
    for index, entry in enumerate(entries):
        here = f"{place}[{index}]"
        if not isinstance(entry, Mapping):
            raise TypeError(f"{here}: expected a mapping with level and message, got {type(entry).__name__}")
        for member in ("level", "message"):
            if member not in entry:
                raise ValueError(f'{here}["{member}"]: expected a {member}, got nothing')
        pairs.append((level_name(entry["level"], f'{here}["level"]'), entry["message"]))
    return pairs


def log_line(pairs: "Iterable[tuple[str, Any]]") -> str:
    """Return the line of (level, message) pairs; a message that Kestra would cut is several entries."""
    entries = [
        f'{{"level":"{level}","message":{quote(piece)}}}'
        for level, message in pairs
        for piece in pieces(storable(message_text(message)))
    ]
    return '::{"logs":[' + ",".join(entries) + "]}::"


def message_text(message: object) -> str:
    """Return a message as text, whatever it is: a log never fails its caller."""
    if isinstance(message, str):
        return message
    try:
        if isinstance(message, (bytes, bytearray, memoryview)):
            return bytes(message).decode("utf-8", "replace")
        return str(message)
    except Exception as error:  # a `__str__` of the caller's may raise anything
        return f"<unprintable {type(message).__name__}: {type(error).__name__}>"


def storable(text: str) -> str:
    """Return text with U+FFFD for what Kestra cannot store: lone surrogates, U+0000, and the text that spells it."""
    if not text.isascii():
        # By way of UTF-16, so that the two halves of a pair become the character that they are.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", "\ufffd").replace("\\u0000", "\ufffd")


def pieces(text: str) -> "list[str]":
    """Return a message in pieces that Kestra leaves whole, each as long as fits."""
    if len(text) <= MESSAGE_UNITS // 2:  # no text this short is longer in UTF-16
        return [text]
    units = text.encode("utf-16-le")  # two bytes a unit
    found, start = [], 0
    while start < len(units):
        end = start + 2 * MESSAGE_UNITS
        if end < len(units) and 0xD8 <= units[end - 1] <= 0xDB:  # the first half of a pair
            end -= 2
        found.append(units[start:end].decode("utf-16-le"))
        start = end
    return found


def line(payload: "Mapping[str, Any]", place: str) -> str:
    """Return the line that carries a payload, without its line end."""
    if not isinstance(payload, Mapping):
        raise TypeError(f"{place}: expected a mapping, got {type(payload).__name__}")
    return "::" + json_text(payload, place) + "::"


class _Open:
    """A container whose members are being written."""

    __slots__ = ("brackets", "identity", "key", "members", "separator")

    def __init__(self, container: "Any") -> None:
        is_mapping = isinstance(container, Mapping)
        self.brackets = "{}" if is_mapping else "[]"
        self.identity = id(container)
        self.members = iter(container.items()) if is_mapping else enumerate(container)
        self.key: object = None  # of the member at hand
        self.separator = ""


def json_text(value: "Any", place: str) -> str:
    """Return a value as compact JSON, or refuse what cannot arrive exactly, naming its place."""
    parts: "list[str]" = []
    stack: "list[_Open]" = []  # Python's own is too short for a value of 1,000 levels
    try:
        while True:
            if isinstance(value, (Mapping, list, tuple)):
                if any(outer.identity == id(value) for outer in stack):
                    raise ValueError("a value that contains itself has no end")
                if len(stack) == NESTING:
                    raise ValueError(f"expected at most {NESTING} levels of nesting")
                stack.append(_Open(value))
                parts.append(stack[-1].brackets[0])
            else:
                parts.append(scalar_text(value))
            while stack:
                top = stack[-1]
                member = next(top.members, None)
                if member is not None:
                    break
                parts.append(stack.pop().brackets[1])
            else:
                return "".join(parts)
            top.key, value = member
            parts.append(top.separator)
            top.separator = ","
            if top.brackets == "{}":
                parts.append(key_text(top.key) + ":")
    except (TypeError, ValueError) as error:
        path = "".join(f"[{top.key if isinstance(top.key, int) else quote(str(top.key))}]" for top in stack)
        raise type(error)(f"{place}{path}: {error}") from None


def scalar_text(value: object) -> str:
    """Return a value that is no container as JSON."""
    if isinstance(value, str):
        return string_text(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return integer_text(value)
    if isinstance(value, float):
        return float_text(value)
    raise TypeError(f"expected a JSON value, got {type(value).__name__}")


def key_text(key: object) -> str:
    """Return the key of a mapping as JSON."""
    if not isinstance(key, str):
        raise TypeError(f"expected text as the key, got {type(key).__name__}")
    return string_text(key)


def string_text(text: str) -> str:
    """Return text as JSON."""
    if storable(text) != text:
        raise ValueError("Kestra cannot store U+0000, the text \\u0000 or a lone surrogate")
    if len(text) > STRING_UNITS // 2 and len(text.encode("utf-16-le")) > 2 * STRING_UNITS:
        raise ValueError(f"expected at most {STRING_UNITS} UTF-16 units of text")
    return quote(text)


def integer_text(value: int) -> str:
    """Return an integer with all its digits."""
    # A digit takes 3.3 bits: the exact comparison is worth its time only near the limit.
    if value.bit_length() > 3 * INTEGER_DIGITS and abs(value) >= 10**INTEGER_DIGITS:
        raise ValueError(f"expected an integer of at most {INTEGER_DIGITS} digits")
    return int.__repr__(value)


def float_text(value: float) -> str:
    """Return the shortest digits that round-trip, as ECMAScript's Number::toString does, with a float's mark."""
    text = float.__repr__(value)
    if text in ("nan", "inf", "-inf"):
        name = text.replace("nan", "NaN").replace("inf", "Infinity")
        raise ValueError(f"{name} is not a JSON number")
    if "e" not in text:
        return text
    mantissa, exponent = text.split("e")
    sign = "-" if mantissa.startswith("-") else ""
    digits = mantissa.lstrip("-").replace(".", "")
    point = int(exponent) + 1  # the number is 0.digits times 10 to this power
    if 0 < point <= 21:
        return f"{sign}{digits.ljust(point, '0')}.0"  # no float of 1e16 or more has a fraction
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    fraction = "." + digits[1:] if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{fraction}e{point - 1:+d}"


def quote(text: str) -> str:
    """Return text as a JSON string of printable ASCII."""
    return encode_basestring_ascii(text)
