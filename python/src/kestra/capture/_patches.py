"""The patches: each replaces a function through which Python prints, and sends a record instead."""

import _thread
import logging
import sys
import threading
import traceback
import warnings

from kestra import _wire
from kestra._logger import KestraHandler

from . import _console, _fast_path, _last_words, _layout, _libraries, _patching, _records, _writes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Optional

# Each of these returns the replacement of the given function.


def _wrap_call_handlers(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def call_handlers(self: logging.Logger, record: logging.LogRecord) -> None:
        if record is _fast_path.SENT:
            return
        if not (_layout.active and _has_handle_of_its_own(self)):
            original(self, record)
        else:
            shown = _writes.collected()
            try:
                with shown:
                    original(self, record)
            finally:
                if shown.chunks and not _records.is_sent(record):
                    _records.mark_sent(record)
                    _records.send_texts(_wire.level_of_number(record.levelno), shown.texts())
        if _layout.active and not _records.is_sent(record):
            has_console = _stands_for_root(self) if self.hasHandlers() else _reaches_top(self)
            console = _console.console_of(sys.stderr) if has_console else ""
            if console:
                _records.mark_sent(record)
                _records.send_record(record, None, console, printed="")

    return call_handlers


def _has_handle_of_its_own(logger: "Optional[logging.Logger]") -> bool:
    """Tell whether a handler of a record overrides `handle`, so that our patch is not called."""
    while logger:
        for handler in logger.handlers:
            if type(handler).handle is not logging.Handler.handle:
                return True
        logger = logger.parent if logger.propagate else None
    return False


def _reaches_top(logger: logging.Logger) -> bool:
    """Tell whether only the level of `logging.lastResort` keeps a record from the console."""
    while logger.propagate and logger.parent:
        logger = logger.parent
    return not logger.parent


def _stands_for_root(logger: "Optional[logging.Logger]") -> bool:
    """Tell whether a capture with a level prints this logger's records, as `basicConfig` with that level would.

    It does if a record reaches the root logger, which has no handler, and no other handler prints it.
    """
    if logging.root.handlers or not any(capture.level is not None for capture in _layout.active):
        return False
    while logger and logger is not logging.root:
        if any(
            isinstance(handler, KestraHandler) or _console.console_of_handler(handler) for handler in logger.handlers
        ):
            return False
        logger = logger.parent if logger.propagate else None
    return bool(logger)


def _wrap_handle(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def handle(self: logging.Handler, record: logging.LogRecord) -> "Any":
        if not _layout.active:
            return original(self, record)
        if isinstance(self, KestraHandler):
            if _records.is_sent(record):
                return False
            result = original(self, record)
            if result:
                _records.mark_sent(record)
            return result
        console = _console.console_of_handler(self)
        if not console:
            return _handle_and_send_what_it_shows(original, self, record)
        if _records.is_sent(record):
            return False
        result = self.filter(record)
        if result:
            _records.mark_sent(record)
            # From Python 3.12 on a filter may return another record.
            chosen = result if isinstance(result, logging.LogRecord) else record
            self.acquire()
            try:
                ends_line = getattr(self, "terminator", "\n") == "\n"
                _records.send_record(chosen, self.formatter, console, None if ends_line else "")
            finally:
                self.release()
        return result

    return handle


def _handle_and_send_what_it_shows(
    original: "Callable[..., Any]", handler: logging.Handler, record: logging.LogRecord
) -> "Any":
    if hasattr(handler, "enqueue"):  # a QueueHandler, which makes a copy
        return _records.with_note(record, handler, lambda: original(handler, record))
    is_sent = _records.is_sent(record)
    shown = _writes.collected(handler=handler)
    try:
        with shown:
            return original(handler, record)
    finally:
        if shown.chunks and not is_sent:
            _records.mark_sent(record)
            _records.send_handled(record, handler, shown.texts())


def _wrap_handle_error(original: "Callable[..., Any]") -> "Callable[..., Any]":
    """Send the report of about a dozen lines that `logging` prints for a record it cannot handle."""

    def handle_error(self: logging.Handler, record: logging.LogRecord) -> None:
        if not _layout.active:
            original(self, record)
        else:
            _records.send_shown("ERROR", lambda: original(self, record))

    return handle_error


def _wrap_showwarning(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def showwarning(  # noqa: PLR0913, PLR0917 - as `warnings` calls it
        message: "Any", category: "Any", filename: str, lineno: int, file: "Any" = None, line: "Any" = None
    ) -> None:
        is_the_scripts_own = original is not getattr(warnings, "_showwarning_orig", original)
        if not _layout.active or file is not None or is_the_scripts_own:
            original(message, category, filename, lineno, file, line)
        else:
            _records.send_shown("WARN", lambda: original(message, category, filename, lineno, file, line))

    return showwarning


def _wrap_hook(
    original: "Callable[..., Any]", default: object, text_of: "Callable[..., Optional[str]]"
) -> "Callable[..., Any]":
    """Call the script's own hook first, and send the error unless the hook has sent or shown it."""

    def hook(*arguments: "Any") -> None:
        if not _layout.active:
            original(*arguments)
            return
        console = _console.console_of(sys.stderr)
        if (original is not default or not console) and _shows(original, arguments):
            return
        text = text_of(*arguments) if console else None
        if text is not None:
            _records.send_text("ERROR", text, console)

    return hook


def _shows(hook: "Callable[..., Any]", arguments: "tuple[Any, ...]") -> bool:
    """Call a hook, send what it prints on standard error, and tell whether it has sent the error or shown anything."""
    error = arguments[1] if len(arguments) > 1 else arguments[0].exc_value
    shown = _writes.collected("stderr", "__stderr__")
    try:
        with shown:
            errors = _records.errors_sent(lambda: hook(*arguments))
    finally:
        _records.send_texts("ERROR", shown.texts())
    return bool(shown.chunks) or any(sent is error for sent in errors)


def _text_of_error(kind: "Any", error: "Any", trace: "Any") -> str:
    return "".join(traceback.format_exception(kind, error, trace)).removesuffix("\n")


def _text_of_thread(failed: "Any") -> "Optional[str]":
    if failed.exc_type is SystemExit:  # a way to end a thread
        return None
    name = failed.thread.name if failed.thread else threading.get_ident()
    text = _text_of_error(failed.exc_type, failed.exc_value, failed.exc_traceback)
    return f"Exception in thread {name}:\n{text}"


def _text_of_unraisable(ignored: "Any") -> str:
    what = ignored.err_msg or "Exception ignored in"
    if ignored.object is not None:
        try:
            what = f"{what}: {ignored.object!r}"
        except Exception:  # of an object that is half gone
            what = f"{what}: {object.__repr__(ignored.object)}"
    return f"{what}\n{_text_of_error(ignored.exc_type, ignored.exc_value, ignored.exc_traceback)}"


def _wrap_excepthook(original: "Callable[..., Any]") -> "Callable[..., Any]":
    hook = _wrap_hook(original, sys.__excepthook__, _text_of_error)
    _last_words.own_hooks.append(hook)
    return hook


def _wrap_thread_excepthook(original: "Callable[..., Any]") -> "Callable[..., Any]":
    # Python 3.9 keeps its own in `_thread` only.
    default = getattr(threading, "__excepthook__", None) or getattr(_thread, "_excepthook", None)
    return _wrap_hook(original, default, _text_of_thread)


def _wrap_unraisablehook(original: "Callable[..., Any]") -> "Callable[..., Any]":
    return _wrap_hook(original, sys.__unraisablehook__, _text_of_unraisable)


def _wrap_print_exception(original: "Callable[..., Any]") -> "Callable[..., Any]":
    """Send what `traceback.print_exc` and a failing child of `multiprocessing` print."""

    def print_exception(*arguments: "Any", **options: "Any") -> None:
        options.update(zip(("limit", "file", "chain"), arguments[3:]))
        if not _layout.active or options.get("file") is not None or _writes.is_collecting():
            original(*arguments[:3], **options)
        else:
            _records.remember_error(arguments[min(1, len(arguments) - 1)])
            title = "".join(_writes.held)  # of the process that failed
            _writes.held.clear()
            _records.send_shown("ERROR", lambda: _print(title, lambda: original(*arguments[:3], **options)))

    return print_exception


def _print(title: str, show: "Callable[[], None]") -> None:
    if title:
        sys.stderr.write(title)
    show()


_PATCHES: "tuple[tuple[Any, str, Callable[..., Any]], ...]" = (
    (logging.Logger, "callHandlers", _wrap_call_handlers),
    (logging.Handler, "handle", _wrap_handle),
    (logging.Handler, "handleError", _wrap_handle_error),
    (warnings, "showwarning", _wrap_showwarning),
    (sys, "excepthook", _wrap_excepthook),
    (threading, "excepthook", _wrap_thread_excepthook),
    (sys, "unraisablehook", _wrap_unraisablehook),
    (traceback, "print_exception", _wrap_print_exception),
    (logging.Logger, "makeRecord", _fast_path.wrap_make_record),  # last, as it looks at the others
)


def apply() -> None:
    """Put all patches in place."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        _writes.hook(stream)
    for owner, name, wrap in _PATCHES:
        _patching.patch(owner, name, wrap)
    _fast_path.trust()
    _last_words.start()
    _libraries.watch()


def remove() -> None:
    """Put back what was there; where another has come on top, ours stays below and only passes on."""
    _libraries.stop_watching()
    _last_words.stop()
    _fast_path.distrust()
    _patching.unpatch()
    _writes.unhook()
