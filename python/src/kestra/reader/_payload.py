"""The payload of a record: what Kestra's classes take from its JSON, and what they refuse.

A function that takes a value returns it as Kestra holds it, or raises `Fault`; null is None everywhere.
"""

import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Optional, Union

from kestra._wire import LEVELS as LEVEL_NAMES  # those that an emitter takes
from kestra._wire import quote

from ._json import Fault, Fraction, Integer, Object, Path, place_of, plain

Taker = Callable[[Any, Path], Any]

LEVELS = ("ERROR", "WARN", "INFO", "DEBUG", "TRACE")  # in the order of their numbers, from 0
_BLANKS = "".join(map(chr, range(33)))  # what Java's `trim` takes away; what its `isBlank` looks for is:
_WHITESPACE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
_WHITESPACE += "\u2028\u2029\u205f\u3000"
_INT_MAX, _LONG_MAX = 2**31 - 1, 2**63 - 1
_SECONDS_MIN, _SECONDS_MAX = -31_557_014_167_219_200, 31_556_889_864_403_199  # of a point in time
_FLOAT_TEXT = re.compile(r"[+-]?(?:[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+\.)")
_SPECIAL_NUMBERS = {"NaN": "nan", "Infinity": "inf", "INF": "inf", "-Infinity": "-inf", "-INF": "-inf"}
_SIGNED_INFINITY = ("+Infinity", "+INF")
_DECIMAL = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?")
_DURATION = re.compile(
    r"([-+]?)P(?:([-+]?[0-9]+)D)?(T(?:([-+]?[0-9]+)H)?(?:([-+]?[0-9]+)M)?(?:([-+]?[0-9]+)(?:[.,]([0-9]{0,9}))?S)?)?",
    re.IGNORECASE | re.ASCII,
)
_INSTANT = re.compile(
    r"(?P<year>-[0-9]{4,10}|\+[0-9]{5,10}|[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]{0,9}))?"
    r"(?:Z|(?P<sign>[+-])(?P<hours>[0-9]{2}):(?P<minutes>[0-9]{2})(?::(?P<seconds>[0-9]{2}))?)",
    re.IGNORECASE | re.ASCII,
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass
class Metric:
    """A metric as it was sent: ``value`` is a double, or nanoseconds for a timer; None where none was sent."""

    type: str
    name: "Optional[str]" = None
    value: "Union[float, int, None]" = None
    tags: "Optional[dict[str, Optional[str]]]" = None
    description: "Optional[str]" = None
    has_null_time: bool = False


def kind_of(value: "Any") -> str:
    """Return what a JSON value is, in words."""
    kind = type(value)
    if kind is str:
        return "text"
    if value is None:
        return "null"
    if kind is Integer or kind is Fraction:
        return f"the number {value}" if len(value) <= 20 else "a number"
    if kind is bool:
        return str(value).lower()
    return "an object" if kind is Object else "an array"


def expected(what: str, value: "Any", path: Path, remedy: "Optional[str]" = None) -> Fault:
    """Return the fault of a value that is not what is expected."""
    got = kind_of(value)
    if type(value) is str and len(value) <= 40:
        got = quote(value)
    return Fault(f"{place_of(path)}: expected {what}, got {got}", remedy, path=path)


def a_text(value: "Any", path: Path) -> "Optional[str]":
    """Take text; a number or a bool is its JSON text."""
    kind = type(value)
    if kind is str or value is None:
        return value  # type: ignore[no-any-return]
    if kind is Object or kind is list:
        raise expected("text", value, path, "send it as text")
    if kind is bool:
        return "true" if value else "false"
    return str(value)


def a_level(value: "Any", path: Path) -> "Optional[str]":
    """Take the name of a level, or its number in Java."""
    if value in LEVELS and type(value) is str:
        return value
    if value is None:
        return None
    name = value.strip(_BLANKS) if type(value) is str else value
    if type(value) is str and name in LEVELS:
        return str(name)
    if type(value) in (str, Integer):
        digit = "0" if name == "-0" and type(value) is Integer else name
        if digit in ("0", "1", "2", "3", "4"):
            return LEVELS[int(digit)]
    remedy = LEVEL_NAMES.get(name.upper()) if type(value) is str else None
    raise expected("TRACE, DEBUG, INFO, WARN or ERROR", value, path, f'send "{remedy}"' if remedy else None)


def a_long(value: "Any", path: Path, largest: int = _LONG_MAX) -> "Optional[int]":
    """Take an integer, also from text; a fraction is cut off."""
    kind = type(value)
    what = "an integer of 64 bits" if largest == _LONG_MAX else "an integer of 32 bits"
    if value is None:
        return None
    if kind is Integer:
        number = int(value)
    elif kind is Fraction:
        double = float(value)
        # The largest long is no double: its neighbour, 2**63, is cut to it.
        if not -largest - 1 <= double <= (float(largest) if largest == _LONG_MAX else largest):
            raise expected(what, value, path)
        return min(int(double), largest)
    elif kind is str:
        text = value.strip(_BLANKS)
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


an_int = partial(a_long, largest=_INT_MAX)


def a_double(value: "Any", path: Path, *, takes_plus: bool = True) -> "Optional[float]":
    """Take a number, also from text; Jackson takes an infinity's plus since 2.22, which is Kestra 2.0's."""
    kind = type(value)
    if value is None:
        return None
    if kind is Integer:
        return float(value) if value != "-0" else 0.0
    if kind is Fraction:
        return float(value)
    if kind is str:
        if value in _SPECIAL_NUMBERS:
            return float(_SPECIAL_NUMBERS[value])
        if value in _SIGNED_INFINITY and takes_plus:
            return float("inf")
        text = value.strip(_BLANKS)
        if text in ("", "null"):
            return None
        if len(text) <= 1_000 and _FLOAT_TEXT.fullmatch(text):
            return float(text)
    raise expected("a number", value, path, "send a JSON number")


def a_bool(value: "Any", path: Path) -> "Optional[bool]":
    """Take a bool, also from text, and from an integer, where all but 0 are true."""
    kind = type(value)
    if kind is bool or value is None:
        return value  # type: ignore[no-any-return]
    if kind is Integer:
        return int(value) != 0
    if kind is str:
        text = value.strip(_BLANKS)
        if text in ("true", "True", "TRUE"):
            return True
        if text in ("false", "False", "FALSE"):
            return False
        if text in ("", "null"):
            return None
    raise expected("true or false", value, path)


def a_duration(value: "Any", path: Path) -> "Optional[int]":
    """Take a timer's value, in nanoseconds: seconds, as a number or as text, or an ISO 8601 duration."""
    kind = type(value)
    what = "a number of seconds"
    if value is None:
        return None
    if kind is Integer:
        seconds = a_long(value, path)
        assert seconds is not None  # noqa: S101 - a number is never null
        return seconds * 10**9
    nanoseconds: "Optional[int]" = None
    if kind is Fraction:
        split = _seconds_and_nanoseconds(value)
        nanoseconds = None if split is None else _duration(*split)
    elif kind is str:
        text = value.strip(_BLANKS)
        if not text:
            return None
        number = text[1:] if text[0] in "+-" else text
        if number and not number.strip("0123456789."):
            nanoseconds = _duration_of_number(text)
        else:
            nanoseconds = _duration_of_iso(text)
    if nanoseconds is None:
        raise expected(what, value, path, "send seconds as a JSON number")
    return nanoseconds


def _duration_of_number(text: str) -> "Optional[int]":
    try:
        double = float(text)
    except ValueError:
        return None
    if double in (float("inf"), float("-inf")):
        return None
    split = _seconds_and_nanoseconds(repr(double))
    if split is None:
        return None
    seconds, nanoseconds = split
    # Text goes by way of Jackson's older rule, for which the part after the point is never negative.
    return _duration(seconds, abs(nanoseconds) if _SECONDS_MIN < seconds < 0 else nanoseconds)


def _duration(seconds: int, nanoseconds: int) -> "Optional[int]":
    whole = seconds + nanoseconds // 10**9
    return seconds * 10**9 + nanoseconds if -_LONG_MAX - 1 <= whole <= _LONG_MAX else None


def _duration_of_iso(text: str) -> "Optional[int]":
    match = _DURATION.fullmatch(text)
    if not match:
        return None
    sign, days, time, hours, minutes, seconds, fraction = match.groups()
    if (time or "")[1:] == "" and (time or days is None):  # P, PT, P1DT
        return None
    total = 0
    for count, unit in ((seconds, 1), (minutes, 60), (hours, 3_600), (days, 86_400)):
        part = _long(count or "0")
        if part is None:
            return None
        total += part * unit
        if not all(-_LONG_MAX - 1 <= number <= _LONG_MAX for number in (part * unit, total)):
            return None
    nanoseconds = int((fraction or "").ljust(9, "0")) * (-1 if (seconds or "").startswith("-") else 1)
    found = _duration(total, nanoseconds)
    if found is None or sign != "-":
        return found
    return None if -found // 10**9 > _LONG_MAX else -found


def _long(text: str) -> "Optional[int]":
    """Return an integer of 64 bits; None for any other, without a look at digits by the thousand."""
    digits = text.lstrip("+-").lstrip("0")
    number = int(digits or "0") if len(digits) < 20 else _LONG_MAX + 2
    number = -number if text[0] == "-" else number
    return number if -_LONG_MAX - 1 <= number <= _LONG_MAX else None


def _integer_of(digits: str) -> int:
    """Return an integer of any number of digits: since 3.11 `int` takes 4,300."""
    number = 0
    for at in range(0, len(digits), 4_000):
        chunk = digits[at : at + 4_000]
        number = number * 10 ** len(chunk) + int(chunk)
    return number


def _seconds_and_nanoseconds(text: str) -> "Optional[tuple[int, int]]":
    """Return the seconds and nanoseconds of a decimal number as Jackson cuts them; None where Java has no such number.

    Seconds are cut to 64 bits and nanoseconds to 32, whatever is lost; 0 stands for what is too small or too large.
    """
    match = _DECIMAL.fullmatch(text)
    if not match or not (match[2] or match[3]):
        return None
    sign, whole, fraction, exponent = match[1], match[2].lstrip("0"), match[3] or "", _long(match[4] or "0")
    if exponent is None:
        return None
    unscaled = _integer_of(whole + fraction)
    scale = len(fraction) - exponent
    if not (-(2**31) <= exponent < 2**31 and -(2**31) <= scale < 2**31):
        return None
    if unscaled and not -(2**31) <= scale - 9:
        return None
    precision = len((whole + fraction).lstrip("0")) or 1
    if precision - (scale - 9) <= 0 or scale < -63:
        return 0, 0
    if sign == "-":
        unscaled = -unscaled
    seconds = _cut_bits(_truncated(unscaled, scale), 64)
    at_nine = unscaled * 10 ** max(0, 9 - scale), max(scale, 9)  # nanoseconds as an integer over a power of ten
    nanoseconds = _truncated(at_nine[0] - seconds * 10 ** at_nine[1], at_nine[1] - 9)
    return seconds, _cut_bits(nanoseconds, 32)


def _truncated(unscaled: int, scale: int) -> int:
    if scale <= 0:
        return unscaled * int(10**-scale)
    size: int = abs(unscaled) // int(10**scale)
    return size if unscaled >= 0 else -size


def _cut_bits(number: int, bits: int) -> int:
    half = 1 << (bits - 1)
    return (number + half) % (2 * half) - half


def an_instant(value: "Any", path: Path) -> "Optional[bool]":
    """Take a point in time, ISO 8601 or seconds since 1970: True, as nobody asks which; None where there is none."""
    kind = type(value)
    if value is None:
        return None
    if kind is str:
        text = value.strip(_BLANKS)
        if not text:
            return None
        if _is_instant(text):
            return True
    elif kind is Integer:
        if _SECONDS_MIN <= int(value) <= _SECONDS_MAX:
            return True
    elif kind is Fraction and _is_instant_number(value):
        return True
    raise expected("a point in time, ISO 8601 with Z or offset", value, path, 'send "2024-01-31T12:00:00Z"')


def _is_instant_number(text: str) -> bool:
    split = _seconds_and_nanoseconds(text)
    return split is not None and _SECONDS_MIN <= split[0] + split[1] // 10**9 <= _SECONDS_MAX


def _is_instant(text: str) -> bool:
    number = text[1:] if text[0] == "-" else text
    if number and not number.strip("0123456789.") and number.count(".") < 2 and number != ".":
        if "." in number:
            return _is_instant_number(text)
        seconds = _long(text)
        return seconds is not None and _SECONDS_MIN <= seconds <= _SECONDS_MAX
    plus = text.rfind("+")
    if plus >= 0 and text[plus:] in ("+00", "+0000", "+00:00"):
        text = text[:plus] + "Z"
    match = _INSTANT.fullmatch(text)
    if not match:
        return False
    fraction = match["fraction"] or ""
    part = {name: int(digits) for name, digits in match.groupdict("0").items() if name not in ("sign", "fraction")}
    time = part["hour"], part["minute"], part["second"]
    days = 0
    if time == (24, 0, 0) and not fraction.strip("0"):
        time, days = (0, 0, 0), 1
    elif time == (23, 59, 60):
        time = (23, 59, 59)
    offset = part["hours"] * 3_600 + part["minutes"] * 60 + part["seconds"]
    if time > (23, 59, 59) or max(*time[1:], part["minutes"], part["seconds"]) > 59 or offset > 18 * 3_600:
        return False
    year, month, day = part["year"], part["month"], part["day"]
    if (year == 0 and match["year"][0] == "-") or not _is_date(year, month, day):
        return False
    at = (_day_of(year, month, day) + days) * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
    return _SECONDS_MIN <= at + (offset if match["sign"] == "-" else -offset) <= _SECONDS_MAX


def _is_date(year: int, month: int, day: int) -> bool:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] and (is_leap or (month, day) != (2, 29))


def _day_of(year: int, month: int, day: int) -> int:
    """Return the number of a day, counted from 1970-01-01: `datetime` knows four digits of a year only."""
    year -= month <= 2  # the year begins in March, so that its leap day is the last
    era_day = 365 * year + year // 4 - year // 100 + year // 400
    return era_day + (153 * ((month + 9) % 12) + 2) // 5 + day - 1 - 719_468


def a_list(take: Taker, value: "Any", path: Path) -> "Optional[list[Any]]":
    """Take an array, each member by the given function."""
    if value is None:
        return None
    if type(value) is not list:
        raise expected("an array", value, path, "put it in [ ]")
    return [take(member, (*path, index)) for index, member in enumerate(value)]


def a_map(value: "Any", path: Path, take: "Optional[Taker]" = None) -> "Optional[dict[str, Any]]":
    """Take an object of any keys; its values are as they come, or by the given function."""
    if value is None:
        return None
    if type(value) is not Object:
        raise expected("an object", value, path)
    if take is None:
        return plain(value)  # type: ignore[no-any-return]
    return {key: take(member, (*path, key)) for key, member in value}


def a_record(members: "dict[str, Taker]", value: "Any", path: Path) -> "Optional[dict[str, Any]]":
    """Take an object of the given members, of which any may be missing; other members are ignored.

    Jackson makes the object as soon as it has seen all of its members, and fails at one more.
    """
    if value is None:
        return None
    if type(value) is not Object:
        raise expected("an object", value, path)
    found: "dict[str, Any]" = {}
    for key, member in value:
        take = members.get(key)
        if take is not None:
            if len(found) == len(members):
                here = (*path, key)
                raise Fault(f"{place_of(here)}: expected it once, got it again", "send it once", path=here)
            found[key] = take(member, (*path, key))
    return found


def a_metric(value: "Any", path: Path, take_number: Taker = a_double) -> "Optional[Metric]":
    """Take a metric; also ``["counter", {...}]``, as Jackson does, where ``["counter"]`` is null."""
    if value is None:
        return None
    kind, before, after = _parts_of_metric(value, path)
    if kind not in ("counter", "gauge", "timer"):
        here = path if type(value) is list else (*path, "type")
        got = "nothing" if kind is None else quote(kind)
        raise Fault(f'{place_of(here)}: expected "counter", "gauge" or "timer", got {got}', path=here)
    if after is None:
        return None
    found: "dict[str, Any]" = {}
    # Jackson keeps what stands before the type as numbers, not as text.
    for members, take_text in ((before, _a_kept_text), (after, a_text)):
        takers = {
            "value": a_duration if kind == "timer" else take_number,
            "tags": partial(a_map, take=take_text),
            "timestamp": an_instant,
            **dict.fromkeys(("name", "type", "description"), take_text),
        }
        for key, member in members:
            take = takers.get(key)
            if take is not None:
                found[key] = take(member, (*path, key))
    has_null_time = "timestamp" in found and found["timestamp"] is None
    return Metric(
        kind, found.get("name"), found.get("value"), found.get("tags"), found.get("description"), has_null_time
    )


def _parts_of_metric(value: "Any", path: Path) -> "tuple[Optional[str], Any, Any]":
    """Return the type of a metric, and the members before and after it, the latter None where there is no object."""
    if type(value) is Object:
        for index, (key, member) in enumerate(value):
            if key == "type" and member is not None and not isinstance(member, list):
                return a_text(member, path), value[:index], value[index + 1 :]
        return None, (), ()
    if type(value) is list and value and not isinstance(value[0], list):
        kind = a_text(value[0], path) or "null"
        if len(value) == 1:
            return kind, (), None
        if len(value) == 2 and type(value[1]) is Object:
            return kind, (), value[1]
    raise expected("an object", value, path)


def _a_kept_text(value: "Any", path: Path) -> "Optional[str]":
    return "0" if type(value) is Integer and value == "-0" else a_text(value, path)


def _an_asset(value: "Any", path: Path, *, needs_type: bool) -> None:
    if type(value) is not Object:
        return  # null, in silence
    members = dict(value)
    kind = members.get("type")
    name = kind if type(kind) is str else ""
    if not name.strip(_WHITESPACE) and (name or needs_type):  # without a type it is External, since 2.0
        raise expected("a type", kind, (*path, "type"), 'send "type":"TABLE", say')
    for key, take in _ASSET.items():
        if key in members:
            take(members[key], (*path, key))


def _an_instant_of_asset(value: "Any", path: Path) -> "Optional[bool]":
    """Take a point in time of an asset, whose fractions Jackson has made doubles by then."""
    return an_instant(Fraction(float(value)) if type(value) is Fraction else value, path)


_ASSET: "dict[str, Taker]" = {
    **dict.fromkeys(("tenantId", "namespace", "id", "type", "displayName", "description"), a_text),
    "metadata": a_map,
    "created": _an_instant_of_asset,
    "updated": _an_instant_of_asset,
    "deleted": a_bool,
}
_ASSET_IDENTIFIER: "dict[str, Taker]" = dict.fromkeys(("tenantId", "namespace", "id", "type"), a_text)


def _schema(members: "dict[str, Any]") -> Taker:
    """Return the taker of a record; a list of one taker stands for an array of it."""
    return partial(
        a_record, {key: partial(a_list, take[0]) if isinstance(take, list) else take for key, take in members.items()}
    )


def _any_value(value: "Any", path: Path) -> "Any":
    """Take a value of OpenTelemetry's, which may hold others: without recursion, hundreds of levels deep."""
    todo: "list[tuple[dict[str, Any], Any, Path]]" = []

    def later(value: "Any", path: Path) -> "Optional[dict[str, Any]]":
        if value is None:
            return None
        todo.append(({}, value, path))
        return todo[-1][0]

    members = {
        **_SCALAR_VALUES,
        "arrayValue": _schema({"values": [later]}),
        "kvlistValue": _schema({"values": [_schema({"key": a_text, "value": later})]}),
    }
    found = later(value, path)
    while todo:
        target, member, here = todo.pop()
        target.update(a_record(members, member, here) or {})
    return found


_SCALAR_VALUES: "dict[str, Taker]" = {
    "stringValue": a_text,
    "boolValue": a_bool,
    "intValue": a_long,
    "doubleValue": a_double,
    "bytesValue": a_text,
}
_KEY_VALUE = _schema({"key": a_text, "value": _any_value})
_RESOURCE = _schema({"attributes": [_KEY_VALUE]})
_SCOPE = _schema({"name": a_text, "version": a_text, "attributes": [_KEY_VALUE]})
_LOG_RECORD = _schema(
    {
        "timeUnixNano": a_long,
        "observedTimeUnixNano": a_long,
        "severityNumber": an_int,
        "severityText": a_text,
        "body": _any_value,
        "attributes": [_KEY_VALUE],
        "traceId": a_text,
        "spanId": a_text,
    }
)
_POINT = _schema(
    {
        "startTimeUnixNano": a_long,
        "timeUnixNano": a_long,
        "asDouble": a_double,
        "asInt": a_long,
        "attributes": [_KEY_VALUE],
    }
)
_OTLP_METRIC = _schema(
    {
        "name": a_text,
        "description": a_text,
        "unit": a_text,
        "gauge": _schema({"dataPoints": [_POINT]}),
        "sum": _schema({"dataPoints": [_POINT], "aggregationTemporality": an_int, "isMonotonic": a_bool}),
    }
)
_SPAN = _schema(
    {
        "traceId": a_text,
        "spanId": a_text,
        "parentSpanId": a_text,
        "name": a_text,
        "kind": an_int,
        "startTimeUnixNano": a_long,
        "endTimeUnixNano": a_long,
        "attributes": [_KEY_VALUE],
        "events": [_schema({"timeUnixNano": a_long, "name": a_text, "attributes": [_KEY_VALUE]})],
        "links": [_schema({"traceId": a_text, "spanId": a_text, "attributes": [_KEY_VALUE]})],
        "status": _schema({"code": an_int, "message": a_text}),
    }
)


def _otlp_section(scopes: str, name: str, member: Taker) -> Taker:
    scope = _schema({"scope": _SCOPE, name: [member], "schemaUrl": a_text})
    return _schema({"resource": _RESOURCE, scopes: [scope], "schemaUrl": a_text})


_OTLP = _schema(
    {
        "resourceLogs": [_otlp_section("scopeLogs", "logRecords", _LOG_RECORD)],
        "resourceMetrics": [_otlp_section("scopeMetrics", "metrics", _OTLP_METRIC)],
        "resourceSpans": [_otlp_section("scopeSpans", "spans", _SPAN)],
    }
)


def _payload_members(kestra: str) -> "dict[str, Taker]":
    """Return the members of a payload: those that a version of Kestra knows."""
    an_asset = partial(_an_asset, needs_type=kestra == "1.3")
    members: "dict[str, Any]" = {
        "outputs": a_map,
        "metrics": partial(a_list, partial(a_metric, take_number=partial(a_double, takes_plus=kestra != "1.3"))),
        "logs": partial(a_list, _schema({"level": a_level, "message": a_text})),
        "assets": _schema({"inputs": [_schema(_ASSET_IDENTIFIER)], "outputs": [an_asset]}),
    }
    if kestra != "1.3":
        members["otlp"] = _OTLP
    return members


MEMBERS = {kestra: _payload_members(kestra) for kestra in ("2.0", "1.3")}


def a_payload(value: "Any", kestra: str) -> "dict[str, Any]":
    """Take the payload of a record; its members are those of `MEMBERS` that are there."""
    return a_record(MEMBERS[kestra], value, ()) or {}
