"""The JSON layer: values to JSON text, which is exact or refused.

A value goes to CPython's encoder first (`encode_fast`), and what that cannot be trusted with, member by member
(`encode_checked`). Types that JSON does not have become types that it has in `_conversion`.
"""

from _collections_abc import Mapping
from itertools import chain

from ._wire import json_string, make_encoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from typing import Any, NoReturn, Union

# Past these limits Kestra's JSON reader refuses the whole line.
STRING_UNITS = 20_000_000
DIGITS = 1_000
NESTING = 1_000

JSON_SCALARS = frozenset((str, int, float, bool, type(None)))
JSON_CONTAINERS = frozenset((dict, list, tuple))
JSON_TYPES = JSON_SCALARS | JSON_CONTAINERS
INFINITIES = (float("inf"), float("-inf"))
STEPS = 50  # of conversion: a value that takes more, such as a mock, leads from one object to the next for ever
INNER_LEVELS = 20  # of an object in a value that the encoder takes at once
RUN = 1_000  # members of a list that are encoded together: what fits into a processor's cache
SLICE = 10 * RUN  # rows of a table that are converted together


class Slices:
    """A table or array, each slice of which becomes a list only when it is encoded: the whole takes much memory."""

    def __init__(self, length: int, slice_of: "Callable[[slice], list[Any]]") -> None:
        self.length = length
        self.slice_of = slice_of

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, part: slice) -> "list[Any]":
        return self.slice_of(part)


CONTAINERS = (Mapping, list, tuple, Slices)


def json_text(value: "Any", path: str, levels: int = NESTING) -> str:
    """Return a value as compact JSON of so many levels at most, or refuse what cannot arrive exactly, by its path."""
    return "".join(json_parts(value, path, levels))


def json_parts(value: "Any", path: str, levels: int = NESTING) -> "Iterable[str]":
    """Return what `json_text` does in parts, of which none ends in a string; only the last shows that all are good."""
    is_tried = type(value) not in JSON_SCALARS and not _is_long(value)
    text = encode_fast(value, levels) if is_tried else None
    return encode_checked(value, path, levels, is_tried=is_tried) if text is None else (text,)


def _is_long(value: "Any", levels: int = 3) -> bool:
    """Tell whether a value is, or one of a few outputs has, a list that is encoded in runs."""
    kind = type(value)
    if kind is dict and levels and len(value) < INNER_LEVELS:
        for member in value.values():
            if type(member) not in JSON_SCALARS and _is_long(member, levels - 1):
                return True
    return (kind is list or kind is tuple or kind is Slices) and len(value) > RUN


def encode_fast(value: "Any", levels: int) -> "Union[str, None]":
    """Return a value encoded by CPython's own encoder, ten times as fast, or None where that may be wrong."""
    try:
        text = "".join(_encode(value, 0))
    except Exception:  # `encode_checked` finds the error again, with its path
        return None
    types = types_in(value, levels)
    if not types or not is_storable(text) or has_long_string(text):
        return None
    may_have_long = len(text) > DIGITS and int in types and _TOO_MANY_DIGITS in _zeros(text[::_STEP])
    if may_have_long and b"0" * (DIGITS + 1) in _zeros(text):
        return None
    # Or a string looks like one. To look for a single character is ten times as fast.
    has_exponent = float in types and (("-" in text and "e-" in text) or ("+" in text and "e+" in text))
    return with_ecmascript_exponents(text) if has_exponent else text


def _zeros(text: str) -> bytes:
    """Return text with 0 for each digit, and a minus for each sign."""
    return text.encode().translate(_TO_ZEROS)


def _inner(value: "Any", levels: int = INNER_LEVELS) -> "Any":
    """Convert an object in a value to JSON's own types throughout; what is not sure is left to `encode_checked`."""
    converted = to_json_type(value)
    kind = type(converted)
    if kind in JSON_SCALARS:
        return converted
    if kind not in JSON_CONTAINERS or not levels:
        raise TypeError(kind)
    if kind is dict:
        if not {str}.issuperset(map(type, converted)):
            raise TypeError(kind)
        return dict(zip(converted, [_inner(member, levels - 1) for member in converted.values()]))
    return [_inner(member, levels - 1) for member in converted]


# As `json.dumps` has it, but compact, without NaN, and without a look-out for cycles, which end in a RecursionError.
_encode = make_encoder(None, _inner, json_string, None, ":", ",", False, False, False)
_STEP = 50  # a number of too many digits has a digit at each of 20 such steps
_TOO_MANY_DIGITS = b"0" * (DIGITS // _STEP)
_TO_ZEROS = bytes.maketrans(b"123456789+", b"000000000-")
_ENCODED_AS_BASE = (str, int, float, dict, list, tuple)


def types_in(value: "Any", levels: int) -> "frozenset[type]":
    """Return the types in a value, or none if the encoder cannot be trusted with it.

    That is so if a key is not a string, if a member's type is a subclass of a JSON type, which the encoder would treat
    as that type, or if the value is nested too deeply.
    Each level takes a few calls over all its members; a loop over them takes several times as long.
    """
    flat = chain.from_iterable
    dicts: "list[dict[str, Any]]" = []
    lists: "list[Any]" = [(value,)]
    types: "frozenset[type]" = frozenset()
    for level in range(levels + 1):
        level_types = {*map(type, flat(map(dict.values, dicts))), *map(type, flat(lists))}
        types |= level_types
        if not {str}.issuperset(map(type, flat(dicts))):
            return frozenset()
        if not level_types <= JSON_TYPES:
            others = level_types - JSON_TYPES
            if any(issubclass(kind, _ENCODED_AS_BASE) for kind in others) or level > levels - INNER_LEVELS:
                return frozenset()
            types |= {int, float}
        if level_types.isdisjoint(JSON_CONTAINERS):
            return types
        members = chain(flat(map(dict.values, dicts)), flat(lists))
        below = [member for member in members if type(member) in JSON_CONTAINERS]
        dicts = [member for member in below if type(member) is dict]
        lists = [member for member in below if type(member) is not dict]
    return frozenset()


def is_storable(text: str) -> bool:
    """Tell whether a JSON text has neither U+0000, nor its escape as text, nor a lone surrogate."""
    if "\\" not in text:
        return True
    if "\\u0000" in text:
        return False
    if "\\ud" in text:
        try:
            text.encode().decode("raw_unicode_escape").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        except UnicodeDecodeError:
            return False
    return True


def has_long_string(text: str) -> bool:
    """Tell whether a JSON text may have a string that is too long for Kestra."""
    return (
        len(text) > STRING_UNITS
        and max(map(len, text.replace("\\\\", "\1").replace('\\"', "\1").split('"')[1::2]), default=0) > STRING_UNITS
    )


def with_ecmascript_exponents(text: str) -> str:
    """Return a JSON text of Python's with ECMAScript's exponents."""
    zeros = _zeros(text)
    mark = zeros.find(b"0e-")
    if mark < 0:
        return text
    # Escaped backslashes and quotes become control characters, which JSON text never has.
    plain = text.replace("\\\\", "\1\1").replace('\\"', "\2\2") if "\\" in text else text
    parts: "list[str]" = []
    start = quotes = counted = 0
    while mark >= 0:
        quotes += plain.count('"', counted, mark)
        counted = mark
        if not quotes % 2:  # in no string
            digits = text[max(0, mark - 20) : mark + 1]
            begin = mark + 1 - len(digits) + len(digits.rstrip("-.0123456789"))
            end = mark + 5 + text[mark + 5 : mark + 6].isdigit()
            parts += text[start:begin], ecmascript_exponent(text[begin:end])
            start = end
        mark = zeros.find(b"0e-", mark + 1)
    return "".join(parts) + text[start:]


class Text(str):
    """JSON text of some members of a list."""

    __slots__ = ()


class _OpenContainer:
    """A container whose members are being written."""

    __slots__ = ("brackets", "is_tried", "key", "keys", "members", "separator", "value")

    def __init__(self, value: "Any", container: "Any", levels: int, *, is_tried: bool) -> None:
        is_mapping = isinstance(container, Mapping)
        self.value = value
        self.is_tried = is_tried or not _is_long(container)  # whether the encoder has refused all of it at once
        self.brackets = "{}" if is_mapping else "[]"
        members = container.items() if is_mapping else enumerate(container)
        if not is_mapping and _is_long(container):
            from ._runs import list_members

            members = list_members(container, levels)
        self.members: "Iterator[tuple[Any, Any]]" = iter(members)
        self.keys: "set[str]" = set()
        self.key: "Union[str, int, None]" = None  # of the current member
        self.separator = ""


def encode_checked(value: "Any", path: str, levels: int, *, is_tried: bool = True) -> "Iterator[str]":
    """Do what `json_parts` does, one value at a time, except for what the encoder has not tried yet."""
    stack: "list[_OpenContainer]" = []  # Python's own stack is too short for 1,000 levels
    try:
        while True:
            container = value if type(value) is Text else to_json_type(value)
            if isinstance(container, CONTAINERS):
                if any(outer.value is value for outer in stack):
                    raise ValueError("circular reference")
                if len(stack) == levels:
                    raise ValueError(f"expected at most {NESTING} levels of nesting in a line")
                is_tried = (stack[-1].is_tried if stack else is_tried) and container is value
                text = None if is_tried or _is_long(container) else encode_fast(container, levels - len(stack))
                if text is None:
                    stack.append(_OpenContainer(value, container, levels - len(stack), is_tried=is_tried))
                yield text or stack[-1].brackets[0]
            else:
                yield value if type(value) is Text else scalar_text(container)
            while stack:
                top = stack[-1]
                top.key = None  # a later error belongs to the container
                member = next(top.members, None)
                if member is not None:
                    break
                yield stack.pop().brackets[1]
            else:
                return
            key, value = member
            yield top.separator
            top.separator = ","
            if top.brackets == "{}":
                key = key_text(key, top.keys)
                top.keys.add(key)
                yield checked_string(key) + ":"
            top.key = key
    except Exception as error:
        keys = (top.key for top in stack if top.key is not None)
        raise_at(path + "".join(f"[{key if isinstance(key, int) else json_string(key)}]" for key in keys), error)


def key_text(key: "Any", keys: "Container[str]") -> str:
    """Return a key as a string, which is its JSON for a number, a bool or None; refuse a duplicate key."""
    converted = to_json_type(key)
    if isinstance(converted, CONTAINERS):
        raise TypeError(f"expected a string as a key, got {type(key).__name__}")
    text = converted if isinstance(converted, str) else scalar_text(converted)
    if text in keys:
        raise ValueError(f"duplicate key {json_string(text)}")
    return text


def to_json_type(value: "Any") -> "Any":
    """Convert a value until it has a JSON type, a subclass of one, or is a Decimal."""
    if type(value) in JSON_TYPES:
        return value
    from ._conversion import convert

    converted = value
    for _ in range(STEPS):
        previous, converted = converted, convert(converted)
        if converted is previous or type(converted) in JSON_TYPES or type(converted) is Slices:
            return converted
    raise TypeError(f"expected a JSON value, got {type(value).__name__}")


def convert_at(value: "Any", path: str, *, is_duration: bool = False) -> "Any":
    """Return `to_json_type(value)`, with a span of time in seconds if asked for, or refuse it with its path."""
    try:
        if is_duration:
            from ._conversion import seconds

            value = seconds(value)
        return to_json_type(value)
    except Exception as error:
        raise_at(path, error)


def require_mapping(value: "Any", path: str) -> "Mapping[Any, Any]":
    """Return a mapping, or an object with named members such as a dataclass; refuse any other value."""
    mapping = convert_at(value, path)
    if not isinstance(mapping, Mapping):
        raise TypeError(f"{path}: expected an object, got {type(value).__name__}")
    return mapping


def raise_at(path: str, error: Exception) -> "NoReturn":
    """Raise an error with its path; any error of the caller's own conversion becomes the cause."""
    reason = " ".join(line.strip() for line in str(error).splitlines())
    if type(error) in (TypeError, ValueError):
        raise type(error)(f"{path}: {reason}") from None
    if " " not in reason:  # as of a KeyError
        reason = f"{type(error).__name__}: {reason}" if reason else type(error).__name__
    raise (TypeError if isinstance(error, TypeError) else ValueError)(f"{path}: {reason}") from error


def is_number(value: object) -> bool:
    """Tell whether a converted value is a number."""
    return not (value is None or isinstance(value, (bool, str, *CONTAINERS)))


def parse_number(text: str, path: str) -> "Union[int, float]":
    """Return the number of a JSON text, with or without JSON's white space around it."""
    number = text.strip(" \t\n\r")
    mantissa, mark, exponent = number.replace("E", "e").partition("e")
    integer, point, fraction = mantissa.partition(".")
    integer = integer[integer.startswith("-") :]
    parts = [integer, *[fraction] * bool(point), *[exponent[exponent.startswith(("-", "+")) :]] * bool(mark)]
    if not all(part.isascii() and part.isdigit() for part in parts) or (len(integer) > 1 and integer[0] == "0"):
        raise TypeError(f"{path}: expected a number, got str")
    if not (point or mark):
        if len(integer) > DIGITS:
            raise ValueError(f"{path}: expected a number of at most {DIGITS} digits")
        return int(number)
    if float(number) in INFINITIES:
        raise ValueError(f"{path}: expected a number in the range of a double")
    return float(number)


def scalar_text(value: "Any") -> str:
    """Return a converted value that is not a container as JSON."""
    if isinstance(value, str):
        return checked_string(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return integer_text(value)
    return float_text(value) if isinstance(value, float) else decimal_text(value)


def checked_string(text: str) -> str:
    """Return a string as JSON."""
    string = json_string(text)
    if not is_storable(string):
        raise ValueError("expected a string without U+0000, the six characters \\u0000 and lone surrogates")
    if len(text) > STRING_UNITS // 2 and len(text.encode("utf-16-le", "surrogatepass")) > 2 * STRING_UNITS:
        raise ValueError(f"expected a string of at most {STRING_UNITS} UTF-16 units")
    return string


def integer_text(value: int) -> str:
    """Return an integer with all its digits."""
    # A digit needs 3.3 bits, so the exact comparison is necessary only near the limit.
    if value.bit_length() > 3 * DIGITS and abs(value) >= 10**DIGITS:
        raise ValueError(f"expected a number of at most {DIGITS} digits")
    return int.__repr__(value)


def decimal_text(value: "Any") -> str:
    """Return a Decimal with all its digits."""
    text = str(value).replace("E", "e")
    if not value.is_finite():
        raise ValueError(f"{text} is not a JSON number")
    if len(value.as_tuple().digits) > DIGITS or len(text) > DIGITS + 12:
        raise ValueError(f"expected a number of at most {DIGITS} digits")
    if not text.lstrip("-").isdigit() and float(value) in INFINITIES:
        raise ValueError(f"expected a number in the range of a double, got {text}")
    return text


def float_text(value: float) -> str:
    """Return the shortest digits that round-trip, like ECMAScript's Number::toString, with `.0` or an exponent."""
    text = float.__repr__(value)
    if text in ("nan", "inf", "-inf"):
        name = text.replace("nan", "NaN").replace("inf", "Infinity")
        raise ValueError(f"{name} is not a JSON number")
    return ecmascript_exponent(text) if "e" in text else text


def ecmascript_exponent(text: str) -> str:
    """Return a number that Python writes with an exponent, below 1e-4 and from 1e16 on, as ECMAScript does."""
    mantissa, exponent = text.split("e")
    sign = "-" if mantissa[0] == "-" else ""
    digits = mantissa.lstrip("-").replace(".", "")
    point = int(exponent) + 1  # the number is 0.digits times 10 to this power
    if 0 < point <= 21:
        return f"{sign}{digits.ljust(point, '0')}.0"  # no float of 1e16 or more has a fraction
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    fraction = "." + digits[1:] if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{fraction}e{point - 1:+d}"
