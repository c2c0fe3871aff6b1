"""The logger: a real `logging.Logger` whose records reach Kestra."""

import logging

from . import _stream, _wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

TRACE = 5


class KestraLogger(logging.Logger):
    """A `logging.Logger` with Kestra's fifth level."""

    def trace(self, msg: object, *args: object, **kwargs: "Any") -> None:
        """Log ``msg % args`` at level TRACE (5), below DEBUG."""
        kwargs["stacklevel"] = kwargs.get("stacklevel", 1) + 1  # this frame is not the caller's
        self.log(TRACE, msg, *args, **kwargs)

    warn = logging.Logger.warning  # Kestra's own word, and that of the other languages


class KestraHandler(logging.Handler):
    """A `logging.Handler` that sends each record to Kestra, at the record's level."""

    def emit(self, record: logging.LogRecord) -> None:
        """Send a record; neither the caller nor Kestra's log ever sees an error of logging itself."""
        level = _wire.level_of_number(record.levelno)
        _stream.write_log(_stream.name_for([level]), _wire.log_line([(level, self._text(record))]))

    def _text(self, record: logging.LogRecord) -> str:
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
    logger.addHandler(KestraHandler())
    return logger  # type: ignore[no-any-return]


LOGGER = _prepare()
