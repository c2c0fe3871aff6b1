"""The logger: a real `logging.Logger` whose records reach Kestra."""

import logging
import os
import sys
from logging import Logger, LogRecord

from . import _stream, _wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

TRACE = 5

# Libraries that watch over logging put something of their own in the place of these.
_CALL_HANDLERS = Logger.callHandlers
_MAKE_RECORD = Logger.makeRecord


class _FastPath:
    """The way of a common log straight to the stream: a `LogRecord` takes four times as long as all the rest.

    A log of one level takes it where nothing but the message counts:

    1. The logger and `logging.disable` let the level through, and so does the handler.
    2. The logger is ours, or a child of it, and neither it nor the handler has an attribute of its own, as mocks have.
    3. Our logger does not propagate, a child propagates to ours.
    4. The handler has no formatter.
    5. The call has no keyword argument.
    6. There is no filter, and no handler but ours.
    7. Records are made and handled by `logging` itself, not by a factory or by what Sentry and tracers put there.
    8. The root logger's handlers are consoles, which do not get the log.

    What is set (1 to 4) is asked once, and kept where `logging` keeps which levels are enabled: it forgets that when
    a level changes, and we let it forget when an attribute does. The rest can change unseen and is asked each time.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.key = f"{number} takes the fast path"  # beside the numbers that `logging` keeps there

    def is_open(self, logger: "KestraLogger") -> bool:
        """Tell whether conditions 1 to 4 hold."""
        lets_through = logger.isEnabledFor(self.number) and not logger.disabled and HANDLER.level <= self.number
        as_made = vars(logger).keys() == _ATTRIBUTES and vars(HANDLER).keys() == _HANDLER_ATTRIBUTES
        ends_here = not LOGGER.propagate and (logger is LOGGER or (logger.parent is LOGGER and logger.propagate))
        return lets_through and as_made and ends_here and HANDLER.formatter is None and type(logger) is KestraLogger

    def method(self) -> "Any":
        """Return the method of a logger that logs at the level."""
        fast_path, number, key = self, self.number, self.key
        level = _wire.level_of_number(number)
        stream = _stream.stream_for([level])

        def log(self: "KestraLogger", msg: object, *args: object, **kwargs: "Any") -> None:
            if (
                key in self._cache
                and not kwargs
                and (self is LOGGER or not self.handlers)
                and LOGGER.handlers == _HANDLERS
                and not self.filters
                and not HANDLER.filters
                and logging._logRecordFactory is LogRecord  # type: ignore[attr-defined] # noqa: SLF001
                and Logger.callHandlers is _CALL_HANDLERS
                and Logger.makeRecord is _MAKE_RECORD
                and (not _ROOT.handlers or all(map(_is_console, _ROOT.handlers)))
            ):
                message = _wire.format_message(msg, args) if args else msg
                _stream.write_log(stream, _wire.log_line(level, message))
                return
            if fast_path.is_open(self):
                self._cache[key] = True
            if self.isEnabledFor(number):
                kwargs["stacklevel"] = kwargs.get("stacklevel", 1) + 1  # this frame is not the caller's
                self.log(number, msg, *args, **kwargs)

        return log


class KestraLogger(Logger):
    """A `logging.Logger` with Kestra's fifth level, and a fast path for the common record."""

    _cache: "dict[Any, bool]"

    trace = _FastPath(TRACE).method()
    debug = _FastPath(logging.DEBUG).method()
    info = _FastPath(logging.INFO).method()
    warning = _FastPath(logging.WARNING).method()
    warn = warning  # Kestra's own word, and that of the other languages
    error = _FastPath(logging.ERROR).method()
    critical = _FastPath(logging.CRITICAL).method()
    fatal = critical

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        _forget_fast_paths()


class KestraHandler(logging.Handler):
    """A `logging.Handler` that sends each record to Kestra, at the record's level."""

    def emit(self, record: logging.LogRecord) -> None:
        """Send a record; neither the caller nor Kestra's log ever sees an error of logging itself."""
        level = _wire.level_of_number(record.levelno)
        _stream.write_log(_stream.stream_for([level]), _wire.log_line(level, self._text(record)))

    def setFormatter(self, fmt: "Optional[logging.Formatter]") -> None:  # noqa: N802 - logging's own name
        """Lay out messages by a format, but for the one that `logging.basicConfig` sets where nobody asked for any."""
        super().setFormatter(None if getattr(fmt, "_fmt", None) == logging.BASIC_FORMAT else fmt)

    def _text(self, record: logging.LogRecord) -> str:
        if record.exc_text == "\n":  # set by loguru, which has put the traceback into the message
            record = _with_message(record, _wire.message_text(record.msg).rstrip(), record.args)
            record.exc_info = record.exc_text = None
        if isinstance(record.msg, (bytes, bytearray, memoryview)):
            record = _with_message(record, _wire.message_text(record.msg), record.args)
        try:
            return self.format(record)
        except Exception:
            return self._text_in_spite_of_errors(record)

    def _text_in_spite_of_errors(self, record: logging.LogRecord) -> str:
        """Return what can be said: without the caller's formatter, or with the arguments beside the message."""
        beside = _with_message(record, _unformatted(record), None)
        plain = logging.Formatter()
        for formatter, changed in ((plain, record), (self, beside), (plain, beside)):
            try:
                return formatter.format(changed)
            except Exception:  # noqa: S112
                continue
        return beside.getMessage()


def _with_message(record: logging.LogRecord, message: str, args: "Any") -> logging.LogRecord:
    """Return a copy with another message: other handlers see the record as it was."""
    copy = logging.makeLogRecord(record.__dict__)
    copy.msg, copy.args = message, args
    return copy


def _unformatted(record: logging.LogRecord) -> str:
    """Return a message and the arguments that do not go into it, side by side."""
    text = _wire.message_text(record.msg)
    return f"{text} {_wire.message_text(record.args)}" if record.args else text


class _LoggerHandler(KestraHandler):
    """The handler of our logger: it sends a record, and then lets the root logger's handlers have it.

    The logger itself does not propagate, since the root logger's console handlers would print the record again.
    """

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        _forget_fast_paths()

    def handle(self, record: logging.LogRecord) -> bool:
        """Send a record; a file of the root logger's, or pytest's `caplog`, gets it as well."""
        is_sent = super().handle(record)
        if not LOGGER.propagate:
            for handler in _ROOT.handlers:
                if record.levelno >= handler.level and not _is_console(handler):
                    _hand_on(record, handler)
        return is_sent


def _hand_on(record: logging.LogRecord, handler: logging.Handler) -> None:
    """Let another handler have a record, in a form that it can format; whatever it does, the caller goes on."""
    try:
        record.getMessage()
    except Exception:
        record = _with_message(record, _unformatted(record), None)
    try:  # noqa: SIM105 - one module less to import
        handler.handle(record)
    except Exception:  # noqa: S110 - a handler of the script's own may raise anything
        pass


def _is_console(handler: logging.Handler) -> bool:
    """Tell whether a handler prints where Kestra reads, or prints nothing: it need not have a record that is sent."""
    if isinstance(handler, (KestraHandler, logging.NullHandler)):
        return True
    try:
        stream = handler.stream if hasattr(handler, "stream") else handler.console.file  # type: ignore[attr-defined]
        if stream in (sys.stderr, sys.stdout, sys.__stderr__, sys.__stdout__):
            return stream is not None
        return any(os.path.sameopenfile(stream.fileno(), descriptor) for descriptor in (1, 2))
    except Exception:  # it has no stream, or none with a descriptor
        return False


def _forget_fast_paths() -> None:
    """Let `logging` forget for each logger what it has kept."""
    Logger.manager._clear_cache()  # type: ignore[attr-defined] # noqa: SLF001


def child(name: object) -> KestraLogger:
    """Return the logger that `Kestra.logger` has under a name: a child of ours, whose records take the same way."""
    if not isinstance(name, str):
        raise TypeError(f"logger: expected a string, got {type(name).__name__}")
    if not name:
        raise ValueError("logger: expected a non-empty string")
    return _adopt(logging.getLogger(f"Kestra.{name}"))


def _adopt(logger: "Any") -> KestraLogger:
    """Give a logger our methods; it keeps a class that a script, or a library, gave it before."""
    base = type(logger)
    if not issubclass(base, KestraLogger):
        is_plain = base is logging.Logger
        logger.__class__ = KestraLogger if is_plain else type("KestraLogger", (KestraLogger, base), {})
    return logger  # type: ignore[no-any-return]


def _prepare() -> KestraLogger:
    logging.addLevelName(TRACE, "TRACE")
    logger = _adopt(logging.getLogger("Kestra"))
    logger.setLevel(1)  # Kestra filters
    logger.propagate = False
    logger.addHandler(HANDLER)
    return logger


_ROOT = logging.getLogger()
HANDLER = _LoggerHandler()
_HANDLERS = [HANDLER]
LOGGER = _prepare()
_ATTRIBUTES = set(vars(LOGGER))
_HANDLER_ATTRIBUTES = set(vars(HANDLER))
