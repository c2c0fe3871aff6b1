"""The patches: each replaces a function through which Python prints, and sends a record instead."""

import _thread
import logging
import sys
import threading
import traceback
import warnings
from weakref import WeakKeyDictionary, WeakSet

from kestra import _stream, _wire
from kestra._logger import KestraHandler

from . import _console, _layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Optional

_SENT = "_kestra_sent"  # in the copy of a record that goes through a queue, perhaps to another process

_thread_state = threading.local()  # has `errors` while a hook of the script's own runs, `record` while one is handed on


def is_captured(stream: str) -> bool:
    """Tell whether what would be printed on a stream, by its name in `sys`, is sent as a record."""
    return bool(_layout.active) and _console.leads_to_kestra(stream)


class _Sender(KestraHandler):
    """Sends what one other handler would have printed."""

    def send(self, record: logging.LogRecord, formatter: "Optional[logging.Formatter]", stream: str) -> None:
        self.formatter = _layout.formatter_for(formatter)
        traceback_text = record.exc_text
        text = self._text(record)
        record.exc_text = traceback_text  # else a handler that comes after takes over the traceback as laid out here
        if self.formatter is formatter and _is_line(text) and not _is_line(_wire.message_text(record.msg)):
            _write(stream, text)  # by a formatter that speaks to Kestra already
        else:
            _send(_wire.level_of_number(record.levelno), text, stream)


_senders: "WeakKeyDictionary[logging.Handler, _Sender]" = WeakKeyDictionary()
_TOP = logging.Handler()  # stands for the console where no handler does


def send_for(
    handler: logging.Handler, record: logging.LogRecord, formatter: "Optional[logging.Formatter]", stream: str
) -> None:
    """Send a record in a handler's stead, as it would lay it out, where it would print it."""
    handler.acquire()
    try:
        sender = _senders.get(handler)
        if sender is None:
            sender = _senders[handler] = _Sender()
        sender.send(record, formatter, stream)
    finally:
        handler.release()


def _send(level: str, text: str, stream: str = "stderr") -> None:
    _write(stream, _wire.log_line(level, text))


def _write(stream: str, line: str) -> None:
    try:  # noqa: SIM105 - one module less to import
        _stream.write(stream, _newline_after_progress_bar() + line)
    except Exception:  # noqa: S110 - a log never fails its caller
        pass


_bars: object = ()  # of tqdm, as they stood at the last record


def _newline_after_progress_bar() -> str:
    """Return the line end that a progress bar on the screen lacks: behind it, a record would be no record."""
    global _bars  # noqa: PLW0603
    tqdm = sys.modules.get("tqdm.std")
    if tqdm is None:
        return ""
    before = _bars
    try:
        _bars = [(id(bar), bar.last_print_t, bar.desc, bar.postfix) for bar in tqdm.tqdm._instances]  # noqa: SLF001
    except Exception:  # the set of bars changes in another thread
        _bars = ()
    return "\n" if _bars and _bars != before else ""


def is_forwarded(message: "Callable[[], str]") -> bool:
    """Tell whether this is the message of a record that is sent and now comes back by a handler of the script's."""
    record = getattr(_thread_state, "record", None)
    if record is None:
        return False
    try:
        sent, text = record.getMessage(), message()
    except Exception:  # of arguments that do not fit
        return False
    return text == sent or text.startswith(f"{sent}\n")  # with a traceback


def _is_line(text: str) -> bool:
    return text.startswith("::{") and text.endswith("}::") and "\n" not in text


_sent: "WeakSet[logging.LogRecord]" = WeakSet()  # no attribute: formatters that write them all would show it


def mark_sent(record: logging.LogRecord) -> None:
    """Note that Kestra has a record, and the error in it."""
    _sent.add(record)
    if record.exc_info:
        _remember_error(record.exc_info[1])


def _remember_error(error: object) -> None:
    if hasattr(_thread_state, "errors"):
        _thread_state.errors.append(error)


def _is_marked_sent(record: logging.LogRecord) -> bool:
    if record.__dict__.pop(_SENT, False):
        _sent.add(record)
    return record in _sent


def _has_no_console(logger: "Optional[logging.Logger]") -> bool:
    """Tell whether a logger's records reach the top, and no handler that prints, or would if its level let it."""
    while logger:
        if any(isinstance(handler, KestraHandler) or _console.console_of(handler) for handler in logger.handlers):
            return False
        if logger.parent is None:  # the root, or a logger that was made by hand
            return True
        logger = logger.parent if logger.propagate else None
    return False


# Where it is caught: each function returns what takes the place of the one that it is given.


def _wrap_call_handlers(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def call_handlers(self: logging.Logger, record: logging.LogRecord) -> None:
        if not is_captured("stderr") or _is_marked_sent(record) or not _has_no_console(self):
            original(self, record)
            return
        mark_sent(record)
        send_for(_TOP, record, None, "stderr")
        before = getattr(_thread_state, "record", None)  # when a handler logs itself
        _thread_state.record = record
        try:
            original(self, record)
        finally:
            _thread_state.record = before

    return call_handlers


def _wrap_handle(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def handle(self: logging.Handler, record: logging.LogRecord) -> "Any":
        if not _layout.active:
            return original(self, record)
        is_sent = _is_marked_sent(record)
        if is_sent and hasattr(self, "enqueue"):  # a QueueHandler, which makes a copy
            record.__dict__[_SENT] = True
            try:
                return original(self, record)
            finally:
                record.__dict__.pop(_SENT, None)
        is_kestra = isinstance(self, KestraHandler)
        stream = "" if is_kestra else _console.console_of(self)
        if not (is_kestra or is_captured(stream)):
            return original(self, record)
        if is_sent or is_forwarded(record.getMessage):
            return False
        found = original(self, record) if is_kestra else self.filter(record)
        if found:
            mark_sent(record)
            if not is_kestra:
                # From Python 3.12 on a filter may return a record of its own.
                chosen = found if isinstance(found, logging.LogRecord) else record
                send_for(self, chosen, self.formatter, stream)
        return found

    return handle


def _wrap_showwarning(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def showwarning(  # noqa: PLR0913, PLR0917 - as `warnings` calls it
        message: "Any", category: "Any", filename: str, lineno: int, file: "Any" = None, line: "Any" = None
    ) -> None:
        is_the_scripts_own = original is not getattr(warnings, "_showwarning_orig", original)
        if not is_captured("stderr") or file is not None or is_the_scripts_own:
            original(message, category, filename, lineno, file, line)
        else:
            _send("WARN", warnings.formatwarning(message, category, filename, lineno, line).removesuffix("\n"))

    return showwarning


def _wrap_hook(
    original: "Callable[..., Any]", default: object, text_of: "Callable[..., Optional[str]]"
) -> "Callable[..., Any]":
    """A hook of the script's own has its say first; the error is sent unless it has sent that, by a logger say."""

    def hook(*arguments: "Any") -> None:
        if not is_captured("stderr"):
            original(*arguments)
            return
        if original is not default:
            error = arguments[1] if len(arguments) > 1 else arguments[0].exc_value
            _thread_state.errors = []
            try:
                original(*arguments)
                if any(sent is error for sent in _thread_state.errors):
                    return
            finally:
                del _thread_state.errors
        text = text_of(*arguments)
        if text is not None:
            _send("ERROR", text)

    return hook


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
    return _wrap_hook(original, sys.__excepthook__, _text_of_error)


def _wrap_thread_excepthook(original: "Callable[..., Any]") -> "Callable[..., Any]":
    # Python 3.9 keeps its own in `_thread` only.
    default = getattr(threading, "__excepthook__", None) or getattr(_thread, "_excepthook", None)
    return _wrap_hook(original, default, _text_of_thread)


def _wrap_unraisablehook(original: "Callable[..., Any]") -> "Callable[..., Any]":
    return _wrap_hook(original, sys.__unraisablehook__, _text_of_unraisable)


def _wrap_print_exception(original: "Callable[..., Any]") -> "Callable[..., Any]":
    """`traceback.print_exc` ends here, and so does what `multiprocessing` prints of a child that failed."""

    def print_exception(*arguments: "Any", **options: "Any") -> None:
        options.update(zip(("limit", "file", "chain"), arguments[3:]))
        if not is_captured("stderr") or options.get("file") is not None:
            original(*arguments[:3], **options)
        else:
            options.pop("file", None)
            _remember_error(arguments[min(1, len(arguments) - 1)])
            _send("ERROR", "".join(traceback.format_exception(*arguments[:3], **options)).removesuffix("\n"))

    return print_exception


_PATCHES: "tuple[tuple[Any, str, Callable[..., Any]], ...]" = (
    (logging.Logger, "callHandlers", _wrap_call_handlers),
    (logging.Handler, "handle", _wrap_handle),
    (warnings, "showwarning", _wrap_showwarning),
    (sys, "excepthook", _wrap_excepthook),
    (threading, "excepthook", _wrap_thread_excepthook),
    (sys, "unraisablehook", _wrap_unraisablehook),
    (traceback, "print_exception", _wrap_print_exception),
)
_patched: "list[tuple[Any, str, Any, Any]]" = []


def apply() -> None:
    for owner, name, wrap in _PATCHES:
        patch(owner, name, wrap)
    if "loguru._simple_sinks" in sys.modules:
        from . import _loguru

        _loguru.patch_sinks()
    else:
        sys.meta_path.insert(0, _LoguruFinder)


def patch(owner: "Any", name: str, wrap: "Callable[..., Any]") -> None:
    """Put what `wrap` makes of a function in its place, until the last capture ends."""
    original = getattr(owner, name)
    replacement = wrap(original)
    setattr(owner, name, replacement)
    _patched.append((owner, name, original, replacement))


def remove() -> None:
    """Put back what was there; where another has come on top, ours stays below and only passes on."""
    if _LoguruFinder in sys.meta_path:
        sys.meta_path.remove(_LoguruFinder)
    for owner, name, original, replacement in _patched:
        if getattr(owner, name) is replacement:
            setattr(owner, name, original)
    _patched.clear()


class _LoguruFinder:
    """Waits for the script to import loguru, which prints by itself."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> "Any":  # noqa: ARG004
        if name != "loguru._simple_sinks":
            return None
        from importlib.util import find_spec

        sys.meta_path.remove(_LoguruFinder)
        spec = find_spec(name)
        load = getattr(spec and spec.loader, "exec_module", None)
        if spec and load:

            def exec_module(module: "Any") -> None:
                from . import _loguru

                load(module)
                _loguru.patch_sinks()

            spec.loader.exec_module = exec_module  # type: ignore[method-assign, union-attr]
        return spec
