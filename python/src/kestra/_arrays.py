"""Numbers and arrays of numpy, torch, JAX and similar libraries."""

import sys

from ._tables import sliced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MISSING = object()  # what no value is


def convert_array(value: "Any") -> "Any":
    """Return a number or an array as Python's types, and a record as a dict of its fields; other values unchanged."""
    numpy = sys.modules.get("numpy")
    kind: "Any" = type(value)
    if numpy is not None and isinstance(value, (numpy.ndarray, numpy.generic)):
        return _convert_numpy(numpy, value)
    is_table = hasattr(kind, "columns") or hasattr(kind, "to_frame")  # a column of one, too, has labels
    if hasattr(kind, "tolist"):
        return value.tolist()
    if hasattr(kind, "__array__") and not is_table:
        return value.__array__()
    if hasattr(kind, "item") and not is_table and callable(kind.item):
        return value.item()
    if hasattr(kind, "__index__"):
        number = value.__index__()
        if kind.__str__ is object.__str__ or str(value) == str(number):  # else it is what its text is, as an address
            return number
    return value


def _convert_numpy(numpy: "Any", value: "Any") -> "Any":
    if value is getattr(sys.modules.get("numpy.ma"), "masked", _MISSING):
        return None
    names = value.dtype.names
    if isinstance(value, numpy.ndarray):
        if names and value.ndim == 1:  # by column, as a row of masked records may be masked as a whole
            return [dict(zip(names, row)) for row in zip(*(list(value[name]) for name in names))]
        if names and not value.ndim:
            return {name: value[name] for name in names}
        if names or value.dtype.kind in "mM":  # `tolist` would make tuples, and integers of times
            return list(value) if value.ndim else value[()]
    elif names:
        return {name: value[name] for name in names}
    if isinstance(value, numpy.longdouble):
        return float(value)  # its `item` returns itself
    if value.ndim and type(value) is numpy.ndarray:
        return sliced(len(value), lambda part: value[part].tolist())
    return value.tolist()
