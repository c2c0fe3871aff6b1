"""Reads an Ion file, the format in which Kestra stores the rows of a query, into plain Python values."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Union

try:
    from amazon.ion import simpleion
    from amazon.ion.simple_types import IonPyBool, IonPyNull
    from amazon.ion.symbols import SymbolToken
except ModuleNotFoundError as error:
    raise ModuleNotFoundError("Kestra.read needs amazon.ion: pip install 'kestra[ion]'", name=error.name) from error

if TYPE_CHECKING:
    from os import PathLike

_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_LOCAL = "LocalDateTime"


def read(path: "Union[str, PathLike[str]]") -> "list[dict[str, Any]]":
    """Return the structs of an Ion file, each as a dict of plain values."""
    with open(path, "rb") as file:  # noqa: PTH123
        records = simpleion.load(file, single_value=False)
    for number, record in enumerate(records, 1):
        if not isinstance(record, Mapping):
            raise TypeError(f"{path}: record {number}: expected a struct, got {plain(record)!r}")
    return [plain(record) for record in records]


def plain(value: Any) -> Any:
    """Return an Ion value as version 2.0.0 did: decimals as floats, ISO 8601 times as datetimes, blobs as text."""
    for kind, convert in _KINDS:
        if isinstance(value, kind):
            return convert(value)
    return value


def _time(text: str) -> "Union[datetime, None]":
    """Return the time that a string holds, or None.

    Kestra writes a Java `LocalDateTime` as an annotated string, without seconds at a whole minute.
    """
    is_local = _LOCAL in (getattr(token, "text", token) for token in getattr(text, "ion_annotations", ()))
    if text.startswith(f"{_LOCAL}::"):
        is_local, text = True, text.split("::")[1].strip('"')
    match = _TIME.fullmatch(text)
    if not match or not (match[2] or is_local):
        return None
    minutes, seconds, fraction, zone = match.groups()
    microseconds = (fraction or ".0")[:7].ljust(7, "0")
    try:  # in the form that Python 3.9 reads, too
        offset = "+00:00" if zone == "Z" else zone or ""
        return datetime.fromisoformat(f"{minutes}{seconds or ':00'}{microseconds}{offset}")
    except ValueError:  # such as a 30th of February
        return None


def _datetime(value: datetime) -> datetime:
    offset = value.utcoffset()  # with a class of amazon.ion's own before 0.12
    return datetime.combine(value.date(), value.time(), None if offset is None else timezone(offset))


def _text(content: bytes) -> "Union[str, bytes]":
    try:
        return content.decode()
    except UnicodeDecodeError:
        return bytes(memoryview(content))  # `bytes` would keep the subclass


def _dict(value: "Mapping[Any, Any]") -> "dict[str, Any]":
    return {str(key): plain(member) for key, member in value.items()}


def _list(value: "Sequence[Any]") -> "list[Any]":
    return [plain(member) for member in value]


# From kind to kind, the first that fits: a bool of Ion is an int, and a symbol is a tuple.
_KINDS: "tuple[tuple[Any, Callable[[Any], Any]], ...]" = (
    ((type(None), IonPyNull), lambda _: None),
    ((bool, IonPyBool), bool),
    (int, int),
    ((float, Decimal), float),
    (str, lambda text: _time(text) or str(text)),
    (datetime, _datetime),
    (SymbolToken, lambda symbol: symbol.text),
    (bytes, _text),
    (Mapping, _dict),
    ((list, tuple), _list),
)
