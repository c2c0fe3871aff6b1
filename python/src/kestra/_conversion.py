"""What values of other types mean in JSON; loaded when the first such value comes.

No library is imported for it: who has a value of a library's type has loaded the library already.
"""

import os
import sys
from _collections_abc import Iterable, Mapping, Sequence, Set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MISSING = object()  # what no value is


def convert(value: "Any") -> "Any":
    """Return what a value means, one step nearer to a type that JSON has; the value itself where it is of one.

    A subclass of such a type is of it, and a Decimal is a number.
    """
    kind = type(value)
    if _is(value, "enum", "Enum"):
        return value.value
    if isinstance(value, (str, int, float, Mapping)):
        return value
    if isinstance(value, tuple) and hasattr(kind, "_fields"):  # a named tuple
        return dict(zip(kind._fields, value))
    if isinstance(value, (list, tuple)) or _is(value, "decimal", "Decimal"):
        return value
    for meaning in (_time, _text, _members, _table, _numbers, _items):
        converted = meaning(value)
        if converted is not value:
            return converted
    raise TypeError(f"expected a JSON value, got {kind.__name__}{_hint(value)}")


def _is(value: object, module: str, *names: str) -> bool:
    """Tell whether a value is of a type that a module has, if that is loaded."""
    loaded = sys.modules.get(module)
    return isinstance(value, tuple(kind for kind in (getattr(loaded, name, None) for name in names) if kind))


def _time(value: "Any") -> "Any":
    """Return a point in time in ISO 8601, and a span of time likewise; a missing one is None."""
    if _is(value, "pandas", "NaTType") or value is getattr(sys.modules.get("pandas"), "NaT", _MISSING):
        return None
    if _is(value, "datetime", "timedelta"):
        microseconds = (value.days * 86_400 + value.seconds) * 1_000_000 + value.microseconds
        return _duration(microseconds * 1_000 + getattr(value, "nanoseconds", 0))  # which pandas has
    if _is(value, "numpy", "datetime64", "timedelta64"):
        if value != value:  # noqa: PLR0124 - as NaT, like NaN
            return None
        return str(value) if _is(value, "numpy", "datetime64") else _duration(int(value.astype("m8[ns]").astype("i8")))
    return value.isoformat() if hasattr(type(value), "isoformat") else value


def _duration(nanoseconds: int) -> str:
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


def _text(value: "Any") -> "Any":
    """Return what is text at heart: a UUID, a path, a period of pandas."""
    if hasattr(type(value), "__fspath__"):
        return os.fspath(value)
    named = _is(value, "uuid", "UUID") or _is(value, "pandas", "Period", "Interval")
    return str(value) if named or _is(value, "collections", "UserString") else value


def _members(value: "Any") -> "Any":
    """Return an object of named members as a dict: a dataclass, or one of attrs, pydantic or msgspec."""
    kind = type(value)
    if isinstance(value, type):
        return value
    if hasattr(kind, "__dataclass_fields__"):
        return {field.name: getattr(value, field.name) for field in sys.modules["dataclasses"].fields(value)}
    if hasattr(kind, "__attrs_attrs__"):
        return {attribute.name: getattr(value, attribute.name) for attribute in kind.__attrs_attrs__}
    if hasattr(kind, "__struct_fields__"):
        return {name: getattr(value, name) for name in kind.__struct_fields__}
    if hasattr(kind, "model_dump"):
        return value.model_dump()
    if hasattr(kind, "__fields__") and hasattr(kind, "dict"):  # pydantic 1
        return value.dict()
    return value


def _table(value: "Any") -> "Any":
    """Return a table as a list of records, and a column as a list, with None for what is missing."""
    if _is(value, "pandas", "DataFrame"):
        names = value.columns.tolist()
        if not value.columns.is_unique:
            raise ValueError("expected each column's name once")
        columns = [_table(value.iloc[:, position]) for position in range(len(names))]
        return [dict(zip(names, row)) for row in zip(*columns)] if names else [{} for _ in range(len(value))]
    if _is(value, "pandas", "Series", "Index") or _is(value, "pandas.api.extensions", "ExtensionArray"):
        return [None if missing else found for found, missing in zip(value.tolist(), value.isna().tolist())]
    if value is getattr(sys.modules.get("pandas"), "NA", _MISSING):
        return None
    for name in ("to_dicts", "to_list", "to_pylist", "as_py"):  # polars, and Arrow
        if hasattr(type(value), name):
            return getattr(value, name)()
    return value


def _numbers(value: "Any") -> "Any":
    """Return a number, or an array of them, of numpy, torch, JAX and their like."""
    if isinstance(value, memoryview):
        return value
    if _is(value, "numpy", "void") and value.dtype.names:
        return dict(zip(value.dtype.names, value))
    if _is(value, "numpy", "longdouble"):
        return float(value)  # its `item` returns itself
    if _is(value, "numpy", "ndarray") and (value.dtype.names or value.dtype.kind in "mM"):
        return list(value) if value.ndim else value[()]  # `tolist` would make integers of times, and tuples of records
    if value is getattr(sys.modules.get("numpy.ma"), "masked", _MISSING):
        return None
    for name in ("tolist", "item", "__index__"):
        if hasattr(type(value), name):
            return getattr(value, name)()
    return value


def _items(value: "Any") -> "Any":
    """Return any other sequence, and a set, as a list."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return value
    if isinstance(value, (set, frozenset)):
        try:
            return sorted(value)
        except TypeError:  # of members that do not compare: at least not in an order that changes from run to run
            return sorted(value, key=lambda member: (type(member).__name__, repr(member)))
    return list(value) if isinstance(value, Sequence) else value


def _hint(value: object) -> str:
    """Return what may help whoever passed a value that has no one meaning."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return ": decode it, or encode it in base64"
    if isinstance(value, (Iterable, Set)):
        return ": pass list() of it"
    is_real = hasattr(type(value), "__float__") and not isinstance(value, complex)
    return ": pass float() of it" if is_real else ""
