"""Patches modules that print or start processes, when the script imports them."""

import os
import sys

from kestra import _wire

from . import _console, _layout, _patching, _records, _writes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def _patch_loguru() -> None:
    from ._loguru import patch_sinks

    patch_sinks()


def _patch_structlog() -> None:
    base = sys.modules["structlog._base"].BoundLoggerBase
    _patching.patch(base, "_proxy_to_logger", _wrap_proxy_to_logger)


def _wrap_proxy_to_logger(original: "Callable[..., Any]") -> "Callable[..., Any]":
    """Send what structlog's own printers show at the level of the called method."""

    def proxy_to_logger(self: "Any", method_name: str, *arguments: "Any", **keywords: "Any") -> "Any":
        def log() -> "Any":
            return original(self, method_name, *arguments, **keywords)

        return _records.send_shown(_level_of_method(method_name), log) if _layout.active else log()

    return proxy_to_logger


def _patch_rich() -> None:
    console = sys.modules["rich.console"].Console
    _patching.patch(console, "print_exception", _wrap_print_exception)


def _wrap_print_exception(original: "Callable[..., Any]") -> "Callable[..., Any]":
    """Send the traceback that a console shows as one record."""

    def print_exception(*arguments: "Any", **keywords: "Any") -> "Any":
        def show() -> "Any":
            return original(*arguments, **keywords)

        return _records.send_shown("ERROR", show) if _layout.active else show()

    return print_exception


def _level_of_method(name: str) -> str:
    try:
        return _wire.level_name("error" if name in ("exception", "err", "failure") else name, "level")
    except ValueError:  # `msg`, `log`
        return "INFO"


def _patch_process() -> None:
    _patching.patch(sys.modules["multiprocessing.process"].BaseProcess, "_bootstrap", _wrap_bootstrap)


def _wrap_bootstrap(original: "Callable[..., Any]") -> "Callable[..., Any]":
    """Send the name and the exception that a failing process prints as one record."""

    def bootstrap(self: "Any", *arguments: "Any", **keywords: "Any") -> "Any":
        if _layout.active:
            _writes.hook(sys.stderr)
            _writes.titles.add(f"Process {self.name}:\n")
        return original(self, *arguments, **keywords)

    return bootstrap


def _patch_spawn(name: str = "multiprocessing.spawn") -> None:
    _patching.patch(sys.modules[name], "get_preparation_data", _wrap_get_preparation_data)


def _wrap_get_preparation_data(original: "Callable[..., Any]") -> "Callable[..., Any]":
    """Start the capture in a worker through the data that it reads first."""

    def get_preparation_data(*arguments: "Any", **keywords: "Any") -> "Any":
        data = original(*arguments, **keywords)
        if _layout.active:
            data["kestra_capture"] = _InWorker()
        return data

    return get_preparation_data


# Read before the worker can import the script's modules, in a Python that may lack this package: it must not fail.
_START = """
import sys
path = sys.path[:]
sys.path.append({folder!r})
try:
    from kestra.capture import capture_in_worker
    capture_in_worker({options!r}, {formatter!r}, {streams!r})
except Exception:
    pass
finally:
    sys.path[:] = path
"""


class _InWorker:
    """Unpickles as a call that starts the capture."""

    def __reduce__(self) -> "tuple[Any, ...]":
        return exec, (_START.format(**_options_for_worker()), {})


def _options_for_worker() -> "dict[str, Any]":
    import pickle

    options = [(capture.level, capture.names) for capture in _layout.active]
    formatters = [capture.formatter for capture in _layout.active if capture.formatter is not None]
    try:
        formatter = pickle.dumps(formatters[-1]) if formatters else None
    except Exception:  # of a class inside a function, for example
        formatter = None
    folder = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    return {"folder": folder, "options": options, "formatter": formatter, "streams": _console.identities()}


_PATCHES: "dict[str, Callable[[], None]]" = {
    "loguru._simple_sinks": _patch_loguru,
    "structlog._base": _patch_structlog,
    "rich.console": _patch_rich,
    "multiprocessing.process": _patch_process,
    "multiprocessing.spawn": _patch_spawn,
    "loky.backend.spawn": lambda: _patch_spawn("loky.backend.spawn"),
    "joblib.externals.loky.backend.spawn": lambda: _patch_spawn("joblib.externals.loky.backend.spawn"),
}


def watch() -> None:
    """Patch the modules that are loaded, and wait for the others."""
    for name, patch in _PATCHES.items():
        if name in sys.modules:
            patch()
    sys.meta_path.insert(0, _Finder)


def stop_watching() -> None:
    """Stop patching modules that are imported."""
    if _Finder in sys.meta_path:
        sys.meta_path.remove(_Finder)


class _Finder:
    """Patches one of the modules when the script imports it."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> "Any":  # noqa: ARG004
        if name not in _PATCHES:
            return None
        from importlib.util import find_spec

        stop_watching()
        try:
            spec = find_spec(name)
        finally:
            sys.meta_path.insert(0, _Finder)
        load = getattr(spec and spec.loader, "exec_module", None)
        if spec and load:

            def exec_module(module: "Any") -> None:
                load(module)
                if _layout.active:
                    _PATCHES[name]()

            spec.loader.exec_module = exec_module  # type: ignore[method-assign, union-attr]
        return spec
