"""The execution context: what Kestra tells a script about its execution, as data.

A task with `executionContext: true` has it in a file of its working directory. Importing the package does not read it.
"""

import os
import sys
from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Optional

    _Base = Mapping[str, Any]
else:  # without `typing`
    _Base = Mapping

CONTEXT_FILE = ".kestra-execution-context.json"


class ExecutionContext(_Base):
    """A read-only mapping whose keys are attributes, too, at any depth: `context.outputs.extract.uri`.

    A key that is no identifier, begins with an underscore or is the name of a method is read as `context["items"]`.
    """

    __slots__ = ("_data",)

    def __init__(self, data: "dict[str, Any]") -> None:
        self._data = data

    def __getitem__(self, key: str) -> "Any":
        return _view(self._data[key])

    def __iter__(self) -> "Iterator[str]":
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __getattr__(self, name: str) -> "Any":
        if name.startswith("_"):  # `copy` and `pickle` ask for such names before there is any data
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError:
            keys = ", ".join(sorted(self._data)) or "none"
            message = f"'{name}' is not available in the execution context (available: {keys})"
            raise AttributeError(message) from None

    def __dir__(self) -> "list[str]":
        return [*super().__dir__(), *filter(str.isidentifier, self._data)]

    def __repr__(self) -> str:
        return repr(self._data)

    def to_dict(self) -> "dict[str, Any]":
        """Return the data itself, of dicts and lists."""
        return self._data


def _view(value: "Any") -> "Any":
    """Return a dict as an `ExecutionContext`, also within lists."""
    if isinstance(value, dict):
        return ExecutionContext(value)
    if isinstance(value, list):
        return [_view(item) for item in value]
    return value


def load_execution_context(path: "Optional[str]" = None) -> ExecutionContext:
    """Read the execution context of the task that runs the script.

    It is the JSON of the file that is given or that the variable KESTRA_EXECUTION_CONTEXT_FILE names,
    otherwise of `.kestra-execution-context.json`.
    If that file does not exist, it is the JSON of the variable KESTRA_CONTEXT, in base64.

    Raises `FileNotFoundError` when there is neither, and `ValueError` or `TypeError` when it is not a JSON object.
    """
    path = path or os.environ.get("KESTRA_EXECUTION_CONTEXT_FILE", CONTEXT_FILE)
    if os.path.exists(path):  # noqa: PTH110 - pathlib would be imported for it
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            return _parse(file.read(), path)
    encoded = os.environ.get("KESTRA_CONTEXT")
    if encoded:
        from base64 import b64decode

        try:
            text = b64decode(encoded).decode()
        except ValueError as error:
            raise ValueError(f"KESTRA_CONTEXT: expected JSON in base64: {error}") from None
        return _parse(text, "KESTRA_CONTEXT")
    raise FileNotFoundError(
        f"No Kestra execution context found: '{path}' does not exist and the KESTRA_CONTEXT environment variable is "
        "not set. The execution context is only available when the script runs inside a Kestra task."
    )


def _parse(text: str, source: str) -> ExecutionContext:
    import json

    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise json.JSONDecodeError(f"{source}: {error.msg}", text, error.pos) from None
    if not isinstance(data, dict):
        raise TypeError(f"{source}: expected an object, got {type(data).__name__}")
    return ExecutionContext(data)


def current_context() -> ExecutionContext:
    """Return the execution context, which is read once.

    It is kept as `kestra._context`, which is this module until then: tests that were written for version 2.0.0 set it
    to None to have the context read again.
    """
    package = sys.modules["kestra"]
    context = vars(package).get("_context")
    if not isinstance(context, ExecutionContext):
        context = package._context = load_execution_context()  # type: ignore[attr-defined] # noqa: SLF001
    return context
