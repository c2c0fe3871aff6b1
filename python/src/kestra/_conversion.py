"""The conversion layer: what values of other types mean in JSON.

It is loaded, with its parts, for the first such value.
The rules look at what a value can do; a library has its own rule only where no general rule works.
No library is imported: a script that has a value of a library's type has already loaded the library.
"""

import os
import sys
from _collections_abc import ItemsView, KeysView, Mapping, Sequence, Set, ValuesView
from itertools import chain
from operator import attrgetter

from ._arrays import convert_array
from ._hints import hint
from ._spans import duration_text, nanoseconds_of, span_text
from ._tables import convert_table, record
from ._wire import json_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Optional

_MISSING = object()  # what no value is
_HIDDEN = ("password", "passwd", "secret", "token")


def convert(value: "Any") -> "Any":
    """Return a value one step closer to a JSON type, or the value itself if it has one.

    A subclass of a JSON type counts as that type, and a Decimal as a number.
    """
    if value.__class__ is not type(value):
        target = _target(value)
        if target is not value:
            return target
    if _is(value, "enum", "Enum"):
        return value.value
    if isinstance(value, (str, int, float)) or _is(value, "decimal", "Decimal"):
        return value
    # Sparse arrays, and scalars of Arrow, are no mappings, though some have what one has.
    is_sparse = hasattr(type(value), "toarray")
    if isinstance(value, Mapping) and not is_sparse and not hasattr(type(value), "as_py"):
        _refuse_several_values(value)
        return value
    if not is_sparse and not isinstance(value, (type, bytes, bytearray, memoryview)):
        for meaning in _MEANINGS:
            converted = meaning(value)
            # An object that returns its own type again, such as an expression of polars, would never end.
            if converted is not value and type(converted) is not type(value):
                return converted
        if isinstance(value, (list, tuple)):
            return value
    raise TypeError(f"expected a JSON value, got {type(value).__name__}{hint(value)}")


def convert_all(values: "Any") -> "Any":
    """Return `convert` of each of some values that have one class, by a shorter way if they are records."""
    first, kind = values[0], type(values[0])
    if first.__class__ is not kind or _is(first, "enum", "Enum") or type(convert(first)) is not dict:
        return values
    if any(meaning(first) is not first for meaning in (_row, _time, _text)):
        return values
    if hasattr(kind, "model_dump"):
        return _all_models(values)
    if any(hasattr(kind, name) for name in ("__array__", "__geo_interface__", "__fields__")):
        return values
    names = _field_names(first)
    return _all_fields(values, names) if names else values


def _all_models(models: "Any") -> "Any":
    """Return models of one class as dicts, without pydantic's own function for each."""
    kind = type(models[0])
    base = getattr(sys.modules.get("pydantic"), "BaseModel", None)
    if kind.model_dump is not getattr(base, "model_dump", None):
        return models
    names = getattr(kind, "__pydantic_fields__", {}).keys()
    if not all(names <= {*keys} for keys in set(map(tuple, map(vars, models)))):
        return models
    return list(map(kind.__pydantic_serializer__.to_python, models))


def _all_fields(values: "Any", names: "list[str]") -> "Any":
    """Return the fields of objects of one class as dicts; their own dicts would stay with them, and take memory."""
    if len(names) == 1:
        return values
    marks = {type(mark) for mark in _marks()}
    dicts = [dict(zip(names, row)) for row in map(attrgetter(*names), values)]
    if marks and not marks.isdisjoint(map(type, chain.from_iterable(map(dict.values, dicts)))):
        return values
    return dicts


def seconds(duration: "Any") -> "Any":
    """Return a span of time in seconds, and any other value unchanged."""
    if hasattr(type(duration), "as_py"):  # of Arrow
        duration = duration.as_py()
    kind = type(duration)
    if hasattr(kind, "total_seconds"):
        return duration.total_seconds()
    if hasattr(kind, "in_seconds"):  # of whenever, as is the next
        return duration.in_seconds()
    if hasattr(kind, "total") and hasattr(kind, "format_iso"):
        return duration.total("seconds")
    if _is(duration, "numpy", "timedelta64") and duration == duration:  # noqa: PLR0124 - which NaT is not
        return nanoseconds_of(duration) / 1_000_000_000
    return duration


def _is(value: object, module: str, *names: str) -> bool:
    """Tell whether a value is of a type that a module has, if that is loaded."""
    loaded = sys.modules.get(module)
    if loaded is not None:
        for name in names:
            if isinstance(value, getattr(loaded, name, ())):
                return True
    return False


def _target(value: "Any") -> "Any":
    """Return the target of a proxy, which is an object whose `__class__` is not its type."""
    kind = value.__class__
    if hasattr(type(value), "_get_current_object"):  # of werkzeug
        return value._get_current_object()  # noqa: SLF001
    for name in ("__wrapped__", "_wrapped"):  # of wrapt and lazy_object_proxy; of Django
        target = getattr(value, name, _MISSING)
        if type(target) is kind:
            return target
    for builtin in (bool, int, float, str):
        if issubclass(kind, builtin):
            return builtin(value)
    target = getattr(value.__repr__, "__self__", None)  # of a weak reference
    return target if type(target) is kind else value


def _refuse_several_values(mapping: "Any") -> None:
    """Refuse a mapping that shows only one of several values of a key; headers show all of them, joined."""
    for name in ("getall", "getlist", "get_list"):
        if hasattr(type(mapping), name):
            for key in mapping:
                values = getattr(mapping, name)(key)
                if len(values) > 1 and mapping[key] in values:
                    raise ValueError(f"duplicate key {json_string(str(key))}")


def _row(value: "Any") -> "Any":
    """Return a sequence with named members as a dict."""
    if not isinstance(value, (tuple, list, Sequence)):
        return value
    kind: "Any" = type(value)
    if hasattr(kind, "n_sequence_fields"):  # a struct sequence, some of whose members may be attributes only
        names = [name for name, member in vars(kind).items() if type(member).__name__ == "member_descriptor"]
        names = names if kind.n_unnamed_fields else names[: len(value)]
        return record(names, [getattr(value, name) for name in names])
    for attribute in ("_fields", "__fields__", "_names"):  # of named tuples, pyspark, trino
        fields = getattr(value, attribute, None)
        if isinstance(fields, (tuple, list)) and len(fields) == len(value) > 0 and {str}.issuperset(map(type, fields)):
            return str(value) if isinstance(value, tuple) and _is_text(kind, fields) else record(fields, value)
    return value


def _is_text(kind: "Any", names: "Iterable[str]") -> bool:
    """Tell whether a named tuple is sent as its text: it has its own `str`, or one that hides a secret."""
    if kind.__str__ is not object.__str__:
        return True
    own_repr = getattr(kind.__repr__, "__module__", "collections") != "collections"
    return own_repr and any(name in _HIDDEN for name in names)


def _keyed_row(value: "Any") -> "Any":
    """Return an object with keys and a member for each, as `dict()` accepts it, as a dict."""
    kind = type(value)
    if not all(callable(getattr(kind, name, None)) for name in ("keys", "__getitem__", "__len__")):
        return value
    if _is(value, "email.message", "Message") and value.get_payload():  # which is no header
        return value
    try:
        names = list(value.keys())
        members = [value[name] for name in names]
    except (LookupError, TypeError):  # an element of XML, whose keys are attributes and whose members are elements
        return value
    return record(names, members) if len(names) == len(value) > 0 else value


def _time(value: "Any") -> "Any":
    """Return a point in time or a span of time in ISO 8601; a missing one is None."""
    if _is(value, "pandas", "NaTType") or value is getattr(sys.modules.get("pandas"), "NaT", _MISSING):
        return None
    if _is(value, "datetime", "timedelta"):
        microseconds = (value.days * 86_400 + value.seconds) * 1_000_000 + value.microseconds
        return duration_text(microseconds * 1_000 + getattr(value, "nanoseconds", 0))  # which pandas has
    if _is(value, "numpy", "datetime64", "timedelta64"):
        if value != value:  # noqa: PLR0124 - as NaT, like NaN
            return None
        return str(value) if _is(value, "numpy", "datetime64") else span_text(value)
    if _is(value, "datetime", "tzinfo"):
        name = getattr(value, "key", None) or getattr(value, "zone", None)
        return name if isinstance(name, str) else value
    for name in ("isoformat", "iso_format"):
        if hasattr(type(value), name):
            return getattr(value, name)()
    return value


def _text(value: "Any") -> "Any":
    """Return a value that is essentially text as a string: a UUID, a path, an exception, a period of pandas."""
    if hasattr(type(value), "__fspath__"):
        return os.fspath(value)
    if isinstance(value, BaseException):
        message = str(value)
        return f"{type(value).__name__}: {message}" if message else type(value).__name__
    named = _is(value, "uuid", "UUID") or _is(value, "pandas", "Period", "Interval")
    return str(value) if named or _is(value, "collections", "UserString") else value


def _members(value: "Any") -> "Any":
    """Return an object with named members as a dict: a dataclass, a model, a database row, a geometry."""
    kind = type(value)
    if hasattr(kind, "__array__"):  # a column of places, an array of zarr
        return value
    if hasattr(kind, "model_dump"):
        return _model(value)
    if hasattr(kind, "__geo_interface__"):
        return value.__geo_interface__
    if hasattr(kind, "__fields__") and hasattr(kind, "dict"):  # of pydantic 1
        return value.dict()
    if _is(value, "types", "SimpleNamespace") or _is(value, "argparse", "Namespace"):
        return dict(vars(value))
    names = _field_names(value)
    return value if names is None else _fields(value, names)


def _model(value: "Any") -> "Any":
    """Return a pydantic model as a dict; sqlmodel reads attributes again that a commit has expired."""
    names = getattr(type(value), "__pydantic_fields__", {})
    if names.keys() <= getattr(value, "__dict__", names).keys():
        return value.model_dump()
    for name in names:
        getattr(value, name, None)
    members = value.model_dump()
    return {name: members[name] for name in sorted(members, key=[*names, *members].index)}


def _field_names(value: "Any") -> "Optional[list[str]]":
    kind = type(value)
    if hasattr(kind, "__dataclass_fields__"):
        return [field.name for field in sys.modules["dataclasses"].fields(value)]
    if hasattr(kind, "__attrs_attrs__"):
        return [attribute.name for attribute in kind.__attrs_attrs__]
    if hasattr(kind, "__struct_fields__"):  # of msgspec
        return list(kind.__struct_fields__)
    if hasattr(kind, "__mapper__"):  # of SQLAlchemy
        return [attribute.key for attribute in kind.__mapper__.column_attrs]
    if hasattr(getattr(kind, "_meta", None), "concrete_fields"):  # of Django
        return [field.attname for field in kind._meta.concrete_fields]  # noqa: SLF001
    return None


def _fields(value: "Any", names: "list[str]") -> "Any":
    """Return the fields of an object that are set; an object whose members are no fields is refused."""
    members = {name: getattr(value, name) for name in names}
    if not members and getattr(value, "__dict__", None):
        return value
    for mark in _marks():
        members = {name: member for name, member in members.items() if member is not mark}
    return members


def _marks() -> "list[Any]":
    """Return what the loaded libraries have for a field that is not set."""
    names = (("msgspec", "UNSET"), ("attr", "NOTHING"))
    return [getattr(sys.modules.get(module), name, _MISSING) for module, name in names]


def _items(value: "Any") -> "Any":
    """Return any other sequence, a set, a view of a mapping, and the rows that a query finds as a list."""
    if isinstance(value, (list, tuple)):
        return value
    if isinstance(value, (Sequence, KeysView, ValuesView, ItemsView)):
        return list(value)
    if hasattr(type(value), "values_list") and hasattr(type(value), "__iter__"):  # a query of Django
        return list(value)
    if not isinstance(value, Set):
        return value
    try:
        return sorted(value)
    except TypeError:  # of members that do not compare: at least not in an order that changes from run to run
        return sorted(value, key=lambda member: (type(member).__name__, repr(member)))


def _own_text(value: "Any") -> "Any":
    """Return the text of a value that can be made again from it, as that of an address, an identifier, a version.

    To try that may open or start something, where the class has an end or a file: these are left alone, as numbers are.
    """
    kind: "Any" = type(value)
    if kind.__str__ is object.__str__ or kind.__eq__ is object.__eq__:
        return value
    if any(hasattr(kind, name) for name in ("__float__", "__next__", "close", "__enter__", "__del__", "fileno")):
        return value
    text = str(value)
    for maker in (kind, *(getattr(kind, name, None) for name in ("parse", "from_str", "from_string", "from_text"))):
        try:
            again = maker(text)
            if type(again) is kind and again == value:
                return text
        except Exception:  # noqa: S112 - it is not made of text so
            continue
    return value


_MEANINGS = (_row, _time, _text, _members, convert_table, convert_array, _keyed_row, _items, _own_text)
