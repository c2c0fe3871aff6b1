"""The inputs of a flow as parts of a form, and labels as parameters of a URL."""

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Union

from kestra._json import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    Part = tuple[Any, ...]  # file name, content and, optionally, content type and headers
    Labels = Union[Mapping[str, Any], Iterable[Union[str, tuple[str, Any]]]]

# Kestra 2.0 stores a file under its name, and answers 500 if that is no part of a URI: "my rows.csv".
_NOT_IN_A_URI = re.compile(r"[^A-Za-z0-9._-]")
_CONTAINERS = (Mapping, list, set, frozenset)


def is_file(value: Any) -> bool:
    """Tell whether an input is sent as a file: a path, bytes, an open file, or a tuple as version 2.0.0 takes it."""
    return isinstance(value, (tuple, os.PathLike, bytes, bytearray, memoryview)) or hasattr(value, "read")


@contextmanager
def form(inputs: "Mapping[str, Any]") -> "Iterator[dict[str, Part]]":
    """Give the parts of the form, with the files of paths open; an input that is None has no part."""
    with ExitStack() as files:
        yield {name: _part(name, value, files) for name, value in inputs.items() if value is not None}


def _part(name: str, value: Any, files: ExitStack) -> "Part":
    if isinstance(value, tuple):
        filename, content, *rest = value
        return (filename, _content(content, files), *rest)
    if not is_file(value):
        return (None, text(value, f'inputs["{name}"]').encode())
    path = value if isinstance(value, os.PathLike) else getattr(value, "name", None)
    filename = os.path.basename(os.fspath(path)) if isinstance(path, (str, os.PathLike)) else name  # noqa: PTH119
    return (_NOT_IN_A_URI.sub("_", filename), _content(value, files))


def _content(value: Any, files: ExitStack) -> Any:
    """Return a file of a path, open, or bytes: a file object is read here, as another attempt needs it again."""
    if isinstance(value, os.PathLike):
        return files.enter_context(open(value, "rb"))  # noqa: PTH123
    if hasattr(value, "read"):
        value = value.read()
    return value.encode() if isinstance(value, str) else bytes(value)


def text(value: Any, path: str) -> str:
    """Return an input as text: a string as it is, other values as in outputs, and what has no JSON by `str`."""
    if isinstance(value, str):
        return value
    try:
        encoded = json_text(value, path)
    except (TypeError, ValueError):
        if isinstance(value, _CONTAINERS):
            raise
        return str(value)
    return str(json.loads(encoded)) if encoded.startswith('"') else encoded


def label_parameters(labels: "Labels") -> "list[tuple[str, str]]":
    """Return the parameters of the URL: `{"team": "a"}`, `[("team", "a")]` and `["team:a"]` are the same label."""
    if isinstance(labels, Mapping):
        labels = labels.items()
    elif isinstance(labels, str):
        labels = [labels]
    return [("labels", label if isinstance(label, str) else _label(*label)) for label in labels]


def _label(name: str, value: Any) -> str:
    if ":" in name or not name:  # Kestra ends the name at the first colon
        raise ValueError(f"labels: expected a name without a colon, got {name!r}")
    return f"{name}:{text(value, 'labels')}"


def labels_of_inputs(inputs: "Mapping[str, Any]") -> "dict[str, str]":
    """Return the inputs that can be labels: neither files nor empty."""
    texts = {name: text(value, name) for name, value in inputs.items() if value is not None and not is_file(value)}
    return {name: value for name, value in texts.items() if value}
