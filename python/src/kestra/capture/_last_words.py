"""Captures what Python prints on stderr at its end: the text of `sys.exit`, and exceptions by a late `sys.excepthook`.

A library's hook that replaces ours can be seen only by what it writes.
It is called when no other function runs, so the outermost frame is its own.
"""

import atexit
import sys
import threading
from _thread import get_ident

from . import _console, _records, _writes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_text = _writes.Collector()
_sys = vars(sys)
_main = threading.main_thread().ident
_is_over = False  # from here on nothing can be sent
own_hooks: "list[object]" = []  # the values of `sys.excepthook` that the capture has set


def start() -> None:
    """Keep these texts from now on, and send them as one record when the interpreter ends."""
    global _is_started  # noqa: PLW0603
    if not _is_started:
        _is_started = True
        atexit.register(_end)
    _writes.take_last_words = _take


_is_started = False


def stop() -> None:
    """Let these texts be printed again."""
    _writes.take_last_words = None


def _take(stream: "Any", text: str, caller: "Any") -> bool:
    # Only C code has no caller; it writes the text of `sys.exit`.
    if caller is not None and not ("last_value" in _sys and _is_in_hook(caller)):
        return False
    if _is_over or get_ident() != _main or not isinstance(text, str):
        return False
    console = _console.console_of(stream)
    if console:
        _text.chunks.append((console, text))
    return bool(console)


def _is_in_hook(frame: "Any") -> bool:
    hook: "Any" = sys.excepthook
    if any(hook is own for own in own_hooks):
        return False
    while frame.f_back:
        frame = frame.f_back
    function = getattr(hook, "func", hook)  # of a `functools.partial`
    function = getattr(function, "__func__", function)
    if not hasattr(function, "__code__"):
        function = type(function).__dict__.get("__call__")
    return getattr(function, "__code__", None) is frame.f_code


def _end() -> None:
    global _is_over  # noqa: PLW0603
    _is_over = True
    _records.send_texts("ERROR", _text.texts())
