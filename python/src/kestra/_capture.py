"""Capture: what Python would print of logs, warnings and uncaught exceptions becomes records.

No handler is added: with one on the root logger, a `logging.basicConfig` of the script's own would do nothing.
Instead a handler that writes to the console sends a record at the very moment, whoever added it and whenever,
on the stream where its text would have gone: that keeps the order, and a program's data on stdout stays data.
"""

import _thread
import logging
import os
import sys
import threading
import traceback
import warnings
from weakref import WeakKeyDictionary, WeakSet

from . import _stream, _wire
from ._logger import TRACE, KestraHandler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Optional, Union

    Format = Union[str, logging.Formatter]

_NUMBERS = {"TRACE": TRACE, "CRITICAL": logging.CRITICAL, "FATAL": logging.CRITICAL}
_SENT = "_kestra_sent"  # in the copy of a record that goes through a queue, perhaps to another process


class Capture:
    """What `Kestra.capture` has begun; `restore`, or the end of a ``with`` block, undoes it."""

    def __init__(
        self,
        level: "Optional[Union[str, int]]" = None,
        names: "Optional[bool]" = None,
        formatter: "Optional[Format]" = None,
    ) -> None:
        self.level = None if level is None else _number_of(level)
        self.names = names
        self.formatter = None if formatter is None else _formatter_of(formatter)
        self.level_before = logging.NOTSET  # the root logger's

    def restore(self) -> None:
        """End the capture: all is as if it had never been; a second time does nothing."""
        global _begun  # noqa: PLW0603
        with _lock:
            if self not in _begun:
                return
            later = _begun[_begun.index(self) + 1 :]
            _begun = tuple(capture for capture in _begun if capture is not self)
            if self.level is not None:
                root = logging.getLogger()
                above = next((capture for capture in later if capture.level is not None), None)
                if above:
                    above.level_before = self.level_before
                elif root.level == self.level:  # else the script has set its own since
                    root.setLevel(self.level_before)
            if not _begun:
                _unpatch()

    def __enter__(self) -> "Capture":
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.restore()


_here = threading.local()  # has `errors` while a hook of the script's own runs, `record` while one is handed on
_begun: "tuple[Capture, ...]" = ()  # and not restored; replaced as a whole, so that it is read without the lock
_lock = _thread.RLock()


def capture(level: "Any" = None, names: "Any" = None, formatter: "Any" = None) -> Capture:
    """Do what `Kestra.capture` says."""
    global _begun  # noqa: PLW0603
    begun = Capture(level, names, formatter)
    with _lock:
        if not _begun:
            _patch()
        _begun = (*_begun, begun)
        if begun.level is not None:
            root = logging.getLogger()
            begun.level_before = root.level
            root.setLevel(begun.level)
    return begun


_elsewhere: "frozenset[str]" = frozenset()  # the streams that are known not to lead to Kestra


def capture_as_told() -> Capture:
    """Begin the capture that `python -m kestra run` has asked for, in a process under it."""
    global _elsewhere  # noqa: PLW0603
    from .commands.run import identity_of

    streams = os.environ.get("KESTRA_CAPTURE_STREAMS", "").split()
    _elsewhere = frozenset(
        name
        for descriptor, names in ((1, ("stdout", "__stdout__")), (2, ("stderr", "__stderr__")))
        for name in names
        if streams and identity_of(descriptor) not in streams
    )
    names = {"1": True, "0": False}.get(os.environ.get("KESTRA_CAPTURE_NAMES", ""))
    return capture(os.environ.get("KESTRA_CAPTURE_LEVEL") or None, names)


def takes(stream: str) -> bool:
    """Tell whether what would be printed on a stream, by its name in `sys`, is sent as a record."""
    return bool(stream and _begun and stream not in _elsewhere)


def _number_of(level: "Union[str, int]") -> int:
    name = _wire.level_name(level, "capture: level")
    if not isinstance(level, str):
        return level
    return _NUMBERS.get(level.upper()) or int(getattr(logging, name))


def _formatter_of(formatter: "Any") -> logging.Formatter:
    if isinstance(formatter, str):
        try:
            return logging.Formatter(formatter)
        except ValueError as error:
            raise ValueError(f"capture: formatter: {error}") from None
    if not callable(getattr(formatter, "format", None)):
        raise TypeError(f"capture: formatter: expected a logging.Formatter or its text, got {type(formatter).__name__}")
    return formatter  # type: ignore[no-any-return]


# What is sent.

_MESSAGE = logging.Formatter()
_NAME_AND_MESSAGE = logging.Formatter("%(name)s: %(message)s")


def _formatter_for(formatter: "Optional[logging.Formatter]") -> logging.Formatter:
    """Return what lays out the text of a handler that has this formatter."""
    names: "Optional[bool]" = None
    for begun in reversed(_begun):  # the last that asks counts
        if begun.formatter is not None:
            return begun.formatter
        if names is None:
            names = begun.names
    if formatter:
        lays_out_by_itself = getattr(type(formatter), "format", None) is not logging.Formatter.format
        if lays_out_by_itself:  # as structlog's does, whose messages are no text
            return formatter
        # The format of `basicConfig` when it is given none: nobody wrote it, and it repeats level and name.
        if names is None and getattr(formatter, "_fmt", None) != logging.BASIC_FORMAT:
            return formatter
    return _NAME_AND_MESSAGE if names else _MESSAGE


class _Sender(KestraHandler):
    """Sends what one other handler would have printed."""

    def send(self, record: logging.LogRecord, formatter: "Optional[logging.Formatter]", stream: str) -> None:
        self.formatter = _formatter_for(formatter)
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
    _write(stream, _wire.log_line_of(level, text))


def _write(stream: str, line: str) -> None:
    try:  # noqa: SIM105 - one module less to import
        _stream.write(stream, _bar_ended() + line)
    except Exception:  # noqa: S110 - a log never fails its caller
        pass


_bars: object = ()  # of tqdm, as they stood at the last record


def _bar_ended() -> str:
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


def is_handed_on(message: "Callable[[], str]") -> bool:
    """Tell whether this is the message of a record that is sent and now comes back by a handler of the script's."""
    record = getattr(_here, "record", None)
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


def mark(record: logging.LogRecord) -> None:
    """Note that Kestra has a record, and the error in it."""
    _sent.add(record)
    if record.exc_info:
        _note(record.exc_info[1])


def _note(error: object) -> None:
    if hasattr(_here, "errors"):
        _here.errors.append(error)


def _is_marked(record: logging.LogRecord) -> bool:
    if record.__dict__.pop(_SENT, False):
        _sent.add(record)
    return record in _sent


def _console_of(handler: logging.Handler) -> str:
    """Return the name in `sys` of the stream that a handler prints on; "" for one that does not print."""
    try:
        if isinstance(handler, logging.StreamHandler):
            return "" if isinstance(handler, logging.FileHandler) else console_name(handler.stream)
        return console_name(handler.console.file)  # type: ignore[attr-defined]  # as rich's RichHandler has it
    except Exception:  # the others have none, and what a handler makes of `stream` is its own affair
        return ""


def console_name(stream: "Any") -> str:
    """Return the name in `sys` of a stream of the console; "" for any other."""
    if stream is None:
        return ""
    for name in ("stderr", "stdout", "__stderr__", "__stdout__"):
        if stream is getattr(sys, name, None):
            return name
    try:
        return {1: "__stdout__", 2: "__stderr__"}.get(stream.fileno(), "")  # wrapped anew, for an encoding or colours
    except Exception:  # a StringIO, say, or a stream that is closed
        return ""


def _sees_no_console(logger: "Optional[logging.Logger]") -> bool:
    """Tell whether a logger's records reach the top, and no handler that prints, or would if its level let it."""
    while logger:
        if any(isinstance(handler, KestraHandler) or _console_of(handler) for handler in logger.handlers):
            return False
        if logger.parent is None:  # the root, or a logger that was made by hand
            return True
        logger = logger.parent if logger.propagate else None
    return False


# Where it is caught: each function returns what takes the place of the one that it is given.


def _instead_of_call_handlers(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def call_handlers(self: logging.Logger, record: logging.LogRecord) -> None:
        if not takes("stderr") or _is_marked(record) or not _sees_no_console(self):
            original(self, record)
            return
        mark(record)
        send_for(_TOP, record, None, "stderr")
        before = getattr(_here, "record", None)  # when a handler logs itself
        _here.record = record
        try:
            original(self, record)
        finally:
            _here.record = before

    return call_handlers


def _instead_of_handle(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def handle(self: logging.Handler, record: logging.LogRecord) -> "Any":
        if not _begun:
            return original(self, record)
        is_sent = _is_marked(record)
        if is_sent and hasattr(self, "enqueue"):  # a QueueHandler, which makes a copy
            record.__dict__[_SENT] = True
            try:
                return original(self, record)
            finally:
                record.__dict__.pop(_SENT, None)
        is_kestra = isinstance(self, KestraHandler)
        stream = "" if is_kestra else _console_of(self)
        if not (is_kestra or takes(stream)):
            return original(self, record)
        if is_sent or is_handed_on(record.getMessage):
            return False
        found = original(self, record) if is_kestra else self.filter(record)
        if found:
            mark(record)
            if not is_kestra:
                # From Python 3.12 on a filter may return a record of its own.
                chosen = found if isinstance(found, logging.LogRecord) else record
                send_for(self, chosen, self.formatter, stream)
        return found

    return handle


def _instead_of_showwarning(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def showwarning(  # noqa: PLR0913, PLR0917 - as `warnings` calls it
        message: "Any", category: "Any", filename: str, lineno: int, file: "Any" = None, line: "Any" = None
    ) -> None:
        is_the_scripts_own = original is not getattr(warnings, "_showwarning_orig", original)
        if not takes("stderr") or file is not None or is_the_scripts_own:
            original(message, category, filename, lineno, file, line)
        else:
            _send("WARN", warnings.formatwarning(message, category, filename, lineno, line).removesuffix("\n"))

    return showwarning


def _instead_of_hook(
    original: "Callable[..., Any]", default: object, text_of: "Callable[..., Optional[str]]"
) -> "Callable[..., Any]":
    """A hook of the script's own has its say first; the error is sent unless it has sent that, by a logger say."""

    def hook(*arguments: "Any") -> None:
        if not takes("stderr"):
            original(*arguments)
            return
        if original is not default:
            error = arguments[1] if len(arguments) > 1 else arguments[0].exc_value
            _here.errors = []
            try:
                original(*arguments)
                if any(sent is error for sent in _here.errors):
                    return
            finally:
                del _here.errors
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


def _instead_of_excepthook(original: "Callable[..., Any]") -> "Callable[..., Any]":
    return _instead_of_hook(original, sys.__excepthook__, _text_of_error)


def _instead_of_thread_excepthook(original: "Callable[..., Any]") -> "Callable[..., Any]":
    # Python 3.9 keeps its own in `_thread` only.
    default = getattr(threading, "__excepthook__", None) or getattr(_thread, "_excepthook", None)
    return _instead_of_hook(original, default, _text_of_thread)


def _instead_of_unraisablehook(original: "Callable[..., Any]") -> "Callable[..., Any]":
    return _instead_of_hook(original, sys.__unraisablehook__, _text_of_unraisable)


def _instead_of_print_exception(original: "Callable[..., Any]") -> "Callable[..., Any]":
    """`traceback.print_exc` ends here, and so does what `multiprocessing` prints of a child that failed."""

    def print_exception(*arguments: "Any", **options: "Any") -> None:
        options.update(zip(("limit", "file", "chain"), arguments[3:]))
        if not takes("stderr") or options.get("file") is not None:
            original(*arguments[:3], **options)
        else:
            options.pop("file", None)
            _note(arguments[min(1, len(arguments) - 1)])
            _send("ERROR", "".join(traceback.format_exception(*arguments[:3], **options)).removesuffix("\n"))

    return print_exception


_PLACES: "tuple[tuple[Any, str, Callable[..., Any]], ...]" = (
    (logging.Logger, "callHandlers", _instead_of_call_handlers),
    (logging.Handler, "handle", _instead_of_handle),
    (warnings, "showwarning", _instead_of_showwarning),
    (sys, "excepthook", _instead_of_excepthook),
    (threading, "excepthook", _instead_of_thread_excepthook),
    (sys, "unraisablehook", _instead_of_unraisablehook),
    (traceback, "print_exception", _instead_of_print_exception),
)
_patched: "list[tuple[Any, str, Any, Any]]" = []


def _patch() -> None:
    for owner, name, instead_of in _PLACES:
        patch(owner, name, instead_of)
    if "loguru._simple_sinks" in sys.modules:
        from . import _loguru

        _loguru.patch_sinks()
    else:
        sys.meta_path.insert(0, _LoguruFinder)


def patch(owner: "Any", name: str, instead_of: "Callable[..., Any]") -> None:
    """Put what `instead_of` makes of a function in its place, until the last capture ends."""
    original = getattr(owner, name)
    replacement = instead_of(original)
    setattr(owner, name, replacement)
    _patched.append((owner, name, original, replacement))


def _unpatch() -> None:
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
