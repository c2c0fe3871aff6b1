"""Hints for values that have no single meaning in JSON."""

from _collections_abc import Iterable, Set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_COMPUTED = ("fetchall", "compute", "to_pandas", "toPandas")
_OBJECTS = ("to_dict", "to_dicts", "model_dump", "asdict", "_asdict", "as_dict", "todict", "toarray")
_OTHER = ("collect", "execute", "to_mongo", "to_json", "json", "result", "as_string", "groupdict", "read")
# What a class has, and what then makes a value of it.
_SIGNS = {
    "__await__": "await it",
    "ListFields": "pass MessageToDict() of it",  # of protobuf
    "adjacency": "pass node_link_data() of it",  # of networkx
    "itertext": "pass tostring() of it",  # of XML
    "fullmatch": "pass its pattern",
    "body": "pass its body",
    "obj": "pass its obj",
    "adapted": "pass its adapted",
}


def hint(value: "Any") -> str:
    """Return what to pass instead, as the end of an error text, or "" if unknown."""
    remedy = _builtin_remedy(value) or _method_remedy(value) or _sign_remedy(value) or _general_remedy(value)
    return f": {remedy}" if remedy else ""


def _builtin_remedy(value: "Any") -> str:
    if isinstance(value, (bytes, bytearray, memoryview)):
        return "decode it, or encode it in base64"
    is_complex = isinstance(value, complex) or type(value).__name__.startswith(("complex", "clong"))
    return "pass its real and imag" if is_complex else ""


def _method_remedy(value: "Any") -> str:
    """Return the method that produces a plain value; on a number, `collect` and the like may mean something else."""
    kind: "Any" = type(value)
    if isinstance(value, type):
        return ""
    is_number = hasattr(kind, "__float__")
    for name in _COMPUTED if is_number else (*_COMPUTED, *_OBJECTS, *_OTHER):
        if callable(getattr(kind, name, None)):
            return f"pass {name}() of it"
    if is_number:
        return "pass float() of it" if _is_real(value) else "pass str() of it"
    return ""


def _is_real(value: "Any") -> bool:
    try:
        float(value)
    except Exception:
        return False
    return True


def _sign_remedy(value: "Any") -> str:
    kind: "Any" = type(value)
    for name, remedy in _SIGNS.items():
        if hasattr(kind, name):
            return remedy
    if hasattr(kind, "__exit__") and hasattr(value, "read"):
        return "pass read() of it"
    return "pass its value" if hasattr(kind, "value") and not isinstance(value, Iterable) else ""


def _general_remedy(value: "Any") -> str:
    """Return the builtin that converts the value: dict, list, str or vars."""
    kind: "Any" = type(value)
    if callable(getattr(kind, "keys", None)) and hasattr(kind, "__getitem__"):
        return "pass dict() of it"
    is_plain_iterable = isinstance(value, Iterable) and not hasattr(kind, "__getitem__")
    if hasattr(kind, "__next__") or isinstance(value, Set) or is_plain_iterable or _is_iterable_class(value):
        return "pass list() of it"
    if callable(value) or hasattr(value, "__spec__"):  # a module
        return ""
    if kind.__str__ is not object.__str__ or kind.__repr__ is not object.__repr__:
        return "pass str() of it"
    return "pass vars() of it" if getattr(value, "__dict__", None) else ""


def _is_iterable_class(value: "Any") -> bool:
    return isinstance(value, type) and isinstance(value, Iterable)
