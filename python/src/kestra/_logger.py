"""The logger: a real `logging.Logger` whose records reach Kestra."""

import logging
import os
import sys
from logging import Logger, LogRecord

from . import _stream, _wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Optional, Protocol

    class LogMethod(Protocol):
        """What `logging.Logger.info` takes, for type checkers: theirs calls `warn` deprecated, and has no `trace`."""

        def __call__(
            self,
            msg: object,
            *args: object,
            exc_info: Any = None,
            stack_info: bool = False,
            stacklevel: int = 1,
            extra: Optional[Mapping[str, object]] = None,
        ) -> None: ...


TRACE = 5


def is_of_logging(function: "Any") -> bool:
    """Tell whether a function is in `logging` itself, and not in a library that observes it, such as Sentry."""
    code = getattr(function, "__code__", None) if type(function) is type(is_of_logging) else None
    return code is not None and code.co_filename == LogRecord.__init__.__code__.co_filename


# What may create and handle records on the fast path; the capture adds its own.
TRUSTED = [*filter(is_of_logging, (Logger.callHandlers, Logger.makeRecord))]


class _FastPath:
    """Sends a common log directly to the stream: a `LogRecord` takes four times as long as all the rest.

    A log takes the fast path if all of these hold:

    1. The logger and `logging.disable` let the level through, and so does the handler.
    2. The logger is ours or its child, and neither it nor the handler has an instance attribute, as mocks have.
    3. Our logger does not propagate, and a child propagates to ours.
    4. The handler has no formatter.
    5. The call has no keyword argument.
    6. There is no filter, and no handler except ours.
    7. `logging` itself or the capture creates and handles records, without a record factory, Sentry or a tracer.
    8. The root logger's handlers are consoles, which do not get the log.

    Conditions 1 to 4 are checked once, and the result is kept in `logging`'s cache of enabled levels, which `logging`
    clears when a level changes and we clear when an attribute changes. The others are checked each time.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.key = f"{number} takes the fast path"  # next to the numbers that `logging` keeps there

    def is_open(self, logger: "KestraLogger") -> bool:
        """Tell whether conditions 1 to 4 hold."""
        lets_through = logger.isEnabledFor(self.number) and not logger.disabled and HANDLER.level <= self.number
        as_made = vars(logger).keys() == _ATTRIBUTES and vars(HANDLER).keys() == _HANDLER_ATTRIBUTES
        ends_here = not LOGGER.propagate and (logger is LOGGER or (logger.parent is LOGGER and logger.propagate))
        return lets_through and as_made and ends_here and HANDLER.formatter is None and type(logger) is KestraLogger

    def method(self) -> "LogMethod":
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
                and Logger.callHandlers in TRUSTED
                and Logger.makeRecord in TRUSTED
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

        return log  # type: ignore[return-value] # the class binds it to the logger


class KestraLogger(Logger):
    """A `logging.Logger` with the level TRACE and a fast path for common logs."""

    _cache: "dict[Any, bool]"

    trace: "LogMethod" = _FastPath(TRACE).method()
    debug: "LogMethod" = _FastPath(logging.DEBUG).method()
    info: "LogMethod" = _FastPath(logging.INFO).method()
    warning: "LogMethod" = _FastPath(logging.WARNING).method()
    warn: "LogMethod" = warning  # Kestra's own word, and that of the other languages
    error: "LogMethod" = _FastPath(logging.ERROR).method()
    critical: "LogMethod" = _FastPath(logging.CRITICAL).method()
    fatal: "LogMethod" = critical

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        _forget_fast_paths()


class KestraHandler(logging.Handler):
    """A `logging.Handler` that sends each record to Kestra, at the record's level."""

    def emit(self, record: logging.LogRecord) -> None:
        """Send a record; errors of logging itself reach neither the caller nor Kestra."""
        level = _wire.level_of_number(record.levelno)
        _stream.write_log(_stream.stream_for([level]), _wire.log_line(level, self._text(record)))

    def setFormatter(self, fmt: "Optional[logging.Formatter]") -> None:  # noqa: N802 - logging's own name
        """Format messages, except by the default format of `logging.basicConfig`, which the script did not choose."""
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
        """Return the best possible text: without the caller's formatter, or with the arguments after the message."""
        beside = _with_message(record, _unformatted(record), None)
        plain = logging.Formatter()
        for formatter, changed in ((plain, record), (self, beside), (plain, beside)):
            try:
                return formatter.format(changed)
            except Exception:  # noqa: S112
                continue
        return beside.getMessage()


def _with_message(record: logging.LogRecord, message: str, args: "Any") -> logging.LogRecord:
    """Return a copy with another message, so that other handlers see the original record."""
    copy = logging.makeLogRecord(record.__dict__)
    copy.msg, copy.args = message, args
    return copy


def _unformatted(record: logging.LogRecord) -> str:
    """Return a message followed by the arguments that do not fit into it."""
    text = _wire.message_text(record.msg)
    return f"{text} {_wire.message_text(record.args)}" if record.args else text


class _LoggerHandler(KestraHandler):
    """The handler of our logger: it sends a record, and then passes it to the root logger's handlers.

    The logger does not propagate, because the root logger's console handlers would print the record again.
    """

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        _forget_fast_paths()

    def handle(self, record: logging.LogRecord) -> bool:
        """Send a record, and pass it to the root logger's other handlers, such as a file's or pytest's `caplog`."""
        is_sent = super().handle(record)
        if not LOGGER.propagate:
            for handler in _ROOT.handlers:
                if record.levelno >= handler.level and not _is_console(handler):
                    _hand_on(record, handler)
        return is_sent


def _hand_on(record: logging.LogRecord, handler: logging.Handler) -> None:
    """Pass a record to another handler in a form that it can format; its errors do not reach the caller."""
    try:
        record.getMessage()
    except Exception:
        record = _with_message(record, _unformatted(record), None)
    try:  # noqa: SIM105 - one module less to import
        handler.handle(record)
    except Exception:  # noqa: S110 - the script's handler may raise anything
        pass


def _is_console(handler: logging.Handler) -> bool:
    """Tell whether a handler prints where Kestra reads, or nowhere, so that it must not get a record that was sent."""
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
    """Clear the cache that `logging` has for each logger."""
    Logger.manager._clear_cache()  # type: ignore[attr-defined] # noqa: SLF001


def child(name: object) -> KestraLogger:
    """Return the child logger for a name of `Kestra.logger`, which sends in the same way."""
    if not isinstance(name, str):
        raise TypeError(f"logger: expected a string, got {type(name).__name__}")
    if not name:
        raise ValueError("logger: expected a non-empty string")
    return _adopt(logging.getLogger(f"Kestra.{name}"))


def _adopt(logger: "Any") -> KestraLogger:
    """Add our methods to a logger; it keeps a class that a script or a library gave it before."""
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
