"""The logger: a real `logging.Logger` whose records reach Kestra."""

import logging
from _collections_abc import Mapping
from logging import Logger, LogRecord

from . import _stream, _wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

TRACE = 5

# Libraries that watch over logging put something of their own in the place of these.
_CALL_HANDLERS = Logger.callHandlers
_MAKE_RECORD = Logger.makeRecord


def _method(number: int) -> "Any":
    """Return the method that logs at a level.

    A log that nobody else has a say in goes straight to the stream: a `LogRecord` takes four times as long as the rest.
    """
    level = _wire.level_of_number(number)
    stream = _stream.stream_for([level])
    key = f"{number} goes straight"  # beside the numbers that `logging` keeps there

    def log(self: "KestraLogger", msg: object, *args: object, **kwargs: "Any") -> None:
        if (
            self._cache.get(key)  # `logging` itself empties this when a level changes
            and not kwargs
            and self.handlers == _HANDLERS
            and not self.filters
            and not HANDLER.filters
            and logging._logRecordFactory is LogRecord  # type: ignore[attr-defined] # noqa: SLF001
            and Logger.callHandlers is _CALL_HANDLERS
            and Logger.makeRecord is _MAKE_RECORD
        ):
            message = _formatted(msg, args) if args else msg
            if message is not None:
                _stream.write_log(stream, _wire.log_line(level, message))
                return
        if key not in self._cache:
            self._cache[key] = self._goes_straight(number)
        if self.isEnabledFor(number):
            kwargs["stacklevel"] = kwargs.get("stacklevel", 1) + 1  # this frame is not the caller's
            self.log(number, msg, *args, **kwargs)

    return log


def _formatted(msg: "Any", args: "tuple[Any, ...]") -> "Optional[str]":
    """Return ``msg % args`` as `logging` does it, None where that takes more."""
    if type(msg) is not str:
        return None
    values: "Any" = args[0] if len(args) == 1 and args[0] and isinstance(args[0], Mapping) else args
    try:
        return str.__mod__(msg, values)
    except Exception:
        return None


class KestraLogger(Logger):
    """A `logging.Logger` with Kestra's fifth level, and a short way for the common record."""

    _cache: "dict[Any, bool]"

    trace = _method(TRACE)
    debug = _method(logging.DEBUG)
    info = _method(logging.INFO)
    warning = _method(logging.WARNING)
    warn = warning  # Kestra's own word, and that of the other languages
    error = _method(logging.ERROR)
    critical = _method(logging.CRITICAL)
    fatal = critical

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        self._cache.clear()

    def _goes_straight(self, number: int) -> bool:
        """Tell whether nothing but filters and libraries can have a say in a log of this level."""
        enabled = self.isEnabledFor(number) and not self.disabled and HANDLER.level <= number
        as_made = vars(self).keys() == _ATTRIBUTES and vars(HANDLER).keys() == _HANDLER_ATTRIBUTES
        return enabled and as_made and not self.propagate and HANDLER.formatter is None and type(self) is KestraLogger


class KestraHandler(logging.Handler):
    """A `logging.Handler` that sends each record to Kestra, at the record's level."""

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        logging.getLogger("Kestra")._cache.clear()  # type: ignore[attr-defined] # noqa: SLF001

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


def _prepare() -> KestraLogger:
    logging.addLevelName(TRACE, "TRACE")
    logger: "Any" = logging.getLogger("Kestra")
    # The script, or a library, may have asked for it by name, with a class of its own, before.
    base = type(logger)
    logger.__class__ = KestraLogger if base is logging.Logger else type("KestraLogger", (KestraLogger, base), {})
    logger.setLevel(1)  # Kestra filters
    logger.propagate = False  # the root logger's handlers would send it again
    logger.addHandler(HANDLER)
    return logger  # type: ignore[no-any-return]


HANDLER = KestraHandler()
_HANDLERS = [HANDLER]
LOGGER = _prepare()
_ATTRIBUTES = set(vars(LOGGER))
_HANDLER_ATTRIBUTES = set(vars(HANDLER))
