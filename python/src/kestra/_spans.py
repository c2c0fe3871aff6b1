"""Spans of time in ISO 8601, exact or refused."""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Of numpy's units, in which a span is a whole number.
_NANOSECONDS = {
    "W": 604_800_000_000_000,
    "D": 86_400_000_000_000,
    "h": 3_600_000_000_000,
    "m": 60_000_000_000,
    "s": 1_000_000_000,
    "ms": 1_000_000,
    "us": 1_000,
    "ns": 1,
}
_PARTS_OF_NANOSECOND = {"ps": 1_000, "fs": 1_000_000, "as": 1_000_000_000}


def duration_text(nanoseconds: int) -> str:
    """Return a span of time in ISO 8601, as Java's Duration reads it."""
    sign, rest = ("-", -nanoseconds) if nanoseconds < 0 else ("", nanoseconds)
    seconds, rest = divmod(rest, 1_000_000_000)
    fraction = f".{rest:09d}".rstrip("0") if rest else ""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    clock = "".join(f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M")) if number)
    if seconds or fraction or not (days or clock):
        clock += f"{seconds}{fraction}S"
    return f"{sign}P{f'{days}D' if days else ''}{f'T{clock}' if clock else ''}"


def span_text(span: "Any") -> str:
    """Return a timedelta64 of numpy in ISO 8601; months and years stay such, because they have no fixed length."""
    count, unit = _count_and_unit(span)
    if unit in ("M", "Y"):
        return f"{'-' if count < 0 else ''}P{abs(count)}{unit}"
    return duration_text(nanoseconds_of(span))


def nanoseconds_of(span: "Any") -> int:
    """Return the nanoseconds of a timedelta64 of numpy, or refuse one that is not a whole number of them."""
    count, unit = _count_and_unit(span)
    parts = _PARTS_OF_NANOSECOND.get(unit, 1)
    if unit not in _NANOSECONDS and parts == 1:
        raise ValueError(f"expected a span of time with a length, got one in {unit} units")
    if count % parts:
        raise ValueError(f"expected a whole number of nanoseconds, got {count} {unit}")
    return count // parts * _NANOSECONDS.get(unit, 1)


def _count_and_unit(span: "Any") -> "tuple[int, str]":
    unit, multiple = sys.modules["numpy"].datetime_data(span.dtype)
    return int(span.astype("i8")) * multiple, unit
