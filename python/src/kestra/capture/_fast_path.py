"""The fast path of the capture: a common log is sent when `logging` asks for its record, which then nobody needs.

To make the record, and to pass it on, takes `logging` longer than all that is needed to send the log.
"""

import logging
import sys
from logging import Logger, LogRecord, RootLogger, StreamHandler

from kestra import _stream, _wire
from kestra._logger import TRUSTED, is_of_logging

from . import _console, _layout, _patching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

SENT = logging.makeLogRecord({"levelno": -1})  # in the place of the record of a log that was sent: below any handler
_KINDS = (Logger, RootLogger)
_LOG = Logger._log.__code__  # noqa: SLF001
_OVERRIDES = frozenset(("acquire", "callHandlers", "emit", "filter", "format", "handle"))


def _functions() -> "tuple[Any, ...]":
    """Return the functions that a record passes."""
    factory = logging._logRecordFactory  # type: ignore[attr-defined] # noqa: SLF001
    kind = StreamHandler
    return factory, Logger.handle, Logger.filter, Logger.callHandlers, kind.handle, kind.filter, kind.emit, kind.format


def wrap_make_record(original: "Callable[..., LogRecord]") -> "Callable[..., LogRecord]":
    """Send a log if its record would pass only functions of `logging` and the capture, and only one handler."""
    functions = _functions()
    passed = map(_patching.original_of, functions[1:])
    if functions[0] is not LogRecord or not all(map(is_of_logging, (original, Logger._log, *passed))):  # noqa: SLF001
        return original

    def make_record(self: Logger, *arguments: "Any", **keywords: "Any") -> LogRecord:
        # Others call it too, to make a record.
        is_log = _layout.active and sys._getframe(1).f_code is _LOG and _functions() == functions  # noqa: SLF001
        return SENT if is_log and _sends(self, arguments) else original(self, *arguments, **keywords)

    return make_record


def _sends(logger: Logger, arguments: "tuple[Any, ...]") -> bool:
    """Send a log that has nothing but a message if it can be, and tell whether it was."""
    name, level, path, line, message, args, error, function, extra, stack = arguments
    handler = None if error or extra or stack or type(message) is not str else _only_handler(logger)
    if handler is None or level < handler.level:
        return False
    console = _console.name_of(handler.stream)
    if not console:
        return False
    with handler.lock:
        layout = _layout.formatter_for(handler.formatter)
        if layout is _layout.MESSAGE:
            text = _wire.format_message(message, args) if args else message
        else:
            try:
                text = layout.format(LogRecord(name, level, path, line, message, args, None, function, None))
            except Exception:
                return False
        if type(text) is not str or ("{" in text and "::{" in text):
            return False
        _stream.write_log(console, _wire.log_line(_wire.level_of_number(level), text))
    return True


def _only_handler(logger: "Any") -> "Any":
    """Return the handler that a logger's records reach if there is only one, which prints them as `logging` does."""
    if type(logger) not in _KINDS or logger.disabled or logger.filters or not _OVERRIDES.isdisjoint(logger.__dict__):
        return None
    only: "Any" = None
    while logger:
        handlers = logger.handlers
        if handlers:
            if only is not None or len(handlers) > 1:
                return None
            only = handlers[0]
        logger = logger.parent if logger.propagate else None
    is_plain = type(only) is StreamHandler and only.lock and not only.filters and only.terminator == "\n"
    return only if is_plain and _OVERRIDES.isdisjoint(only.__dict__) else None


def trust() -> None:
    """Let logs of `Kestra.logger()` take their own fast path past the functions of the capture."""
    for function in (Logger.callHandlers, Logger.makeRecord):
        if is_of_logging(_patching.original_of(function)) and function not in TRUSTED:
            TRUSTED.append(function)


def distrust() -> None:
    """Undo `trust`."""
    TRUSTED[:] = filter(is_of_logging, TRUSTED)
