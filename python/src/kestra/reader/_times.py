"""Durations and points in time, as Jackson and `java.time` read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ._json import JsonDecimal, JsonInteger
from ._scalars import LONG_MAX, TRIMMED, decode_long, expected

if TYPE_CHECKING:
    from ._errors import Path

_SECONDS_MIN, _SECONDS_MAX = -31_557_014_167_219_200, 31_556_889_864_403_199  # of Java's `Instant`
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


def decode_duration(value: Any, path: Path) -> int | None:
    """Return a timer's value in nanoseconds: it may be seconds, as a number or a string, or an ISO 8601 duration."""
    kind = type(value)
    what = "a number of seconds"
    if value is None:
        return None
    if kind is JsonInteger:
        seconds = decode_long(value, path)
        assert seconds is not None  # noqa: S101 - a number is never null
        return seconds * 10**9
    nanoseconds: int | None = None
    if kind is JsonDecimal:
        split = _seconds_and_nanoseconds(value)
        nanoseconds = None if split is None else _duration(*split)
    elif kind is str:
        text = value.strip(TRIMMED)
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


def _duration_of_number(text: str) -> int | None:
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
    # For text Jackson uses an older rule, in which the part after the point is never negative.
    return _duration(seconds, abs(nanoseconds) if _SECONDS_MIN < seconds < 0 else nanoseconds)


def _duration(seconds: int, nanoseconds: int) -> int | None:
    whole = seconds + nanoseconds // 10**9
    return seconds * 10**9 + nanoseconds if -LONG_MAX - 1 <= whole <= LONG_MAX else None


def _duration_of_iso(text: str) -> int | None:
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
        if not all(-LONG_MAX - 1 <= number <= LONG_MAX for number in (part * unit, total)):
            return None
    nanoseconds = int((fraction or "").ljust(9, "0")) * (-1 if (seconds or "").startswith("-") else 1)
    duration = _duration(total, nanoseconds)
    if duration is None or sign != "-":
        return duration
    return None if -duration // 10**9 > LONG_MAX else -duration


def _long(text: str) -> int | None:
    """Return an integer of 64 bits; None for a larger one, without parsing thousands of digits."""
    digits = text.lstrip("+-").lstrip("0")
    number = int(digits or "0") if len(digits) < 20 else LONG_MAX + 2
    number = -number if text[0] == "-" else number
    return number if -LONG_MAX - 1 <= number <= LONG_MAX else None


def _integer_of(digits: str) -> int:
    """Return an integer with any number of digits: since Python 3.11 `int` accepts at most 4,300."""
    number = 0
    for at in range(0, len(digits), 4_000):
        chunk = digits[at : at + 4_000]
        number = number * 10 ** len(chunk) + int(chunk)
    return number


def _seconds_and_nanoseconds(text: str) -> tuple[int, int] | None:
    """Return the seconds and nanoseconds of a decimal number as Jackson cuts them, or None if Java has no such number.

    Seconds are cut to 64 bits and nanoseconds to 32; a number that is too small or too large is 0.
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


def decode_instant(value: Any, path: Path) -> bool | None:
    """Return True for a point in time, ISO 8601 or seconds since 1970, or None; the value is not needed."""
    kind = type(value)
    if value is None:
        return None
    if kind is str:
        text = value.strip(TRIMMED)
        if not text:
            return None
        if _is_instant(text):
            return True
    elif kind is JsonInteger:
        if _SECONDS_MIN <= int(value) <= _SECONDS_MAX:
            return True
    elif kind is JsonDecimal and _is_instant_number(value):
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
    second = match and _second_of(match)
    return second is not None and _SECONDS_MIN <= second <= _SECONDS_MAX


def _second_of(match: re.Match[str]) -> int | None:
    """Return the seconds since 1970 of an ISO 8601 time, or None if there is no such time."""
    fraction = match["fraction"] or ""
    part = {name: int(digits) for name, digits in match.groupdict("0").items() if name not in ("sign", "fraction")}
    time, days = (part["hour"], part["minute"], part["second"]), 0
    if time == (24, 0, 0) and not fraction.strip("0"):
        time, days = (0, 0, 0), 1
    elif time == (23, 59, 60):
        time = (23, 59, 59)
    offset = part["hours"] * 3_600 + part["minutes"] * 60 + part["seconds"]
    if time > (23, 59, 59) or max(*time[1:], part["minutes"], part["seconds"]) > 59 or offset > 18 * 3_600:
        return None
    year, month, day = part["year"], part["month"], part["day"]
    if (year == 0 and match["year"][0] == "-") or not _is_date(year, month, day):
        return None
    second = (_day_of(year, month, day) + days) * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
    return second + (offset if match["sign"] == "-" else -offset)


def _is_date(year: int, month: int, day: int) -> bool:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] and (is_leap or (month, day) != (2, 29))


def _day_of(year: int, month: int, day: int) -> int:
    """Return the number of days since 1970-01-01, also beyond the year 9999, where `datetime` ends."""
    year -= month <= 2  # years begin in March, so that the leap day is the last
    era_day = 365 * year + year // 4 - year // 100 + year // 400
    return era_day + (153 * ((month + 9) % 12) + 2) // 5 + day - 1 - 719_468
