"""Sends records instead of printed text."""

import logging
import threading
from weakref import WeakKeyDictionary, WeakSet

from kestra import _stream, _wire

from . import _console, _layout, _writes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Optional

_state = threading.local()  # has `errors` while one of the script's hooks runs
_NOTE = "_kestra_note"  # on the copy of a record that goes through a queue, perhaps to another process
# No attributes: formatters that write them all would show them.
_sent: "WeakSet[logging.LogRecord]" = WeakSet()
_messages: "WeakKeyDictionary[logging.LogRecord, str]" = WeakKeyDictionary()  # as formatted before such a queue


def mark_sent(record: logging.LogRecord) -> None:
    """Remember that a record, and the error in it, were sent."""
    _sent.add(record)
    if record.exc_info:
        remember_error(record.exc_info[1])


def is_sent(record: logging.LogRecord) -> bool:
    """Tell whether a record was sent."""
    if _NOTE in record.__dict__:
        sent, message = record.__dict__.pop(_NOTE)
        if sent:
            _sent.add(record)
        elif message is not None:
            _messages[record] = message
    return record in _sent


def with_note(record: logging.LogRecord, handler: logging.Handler, handle: "Callable[[], Any]") -> "Any":
    """Let a handler copy a record, with a note that says whether it was sent, or else the message to send.

    Such a handler formats the record, and replaces the message by the whole text.
    """
    layout = _layout.formatter_for(handler.formatter)
    sent, message = is_sent(record), None
    if not sent and layout is not (handler.formatter or _layout.MESSAGE):
        message = _layout.text_of(record, layout)
    record.__dict__[_NOTE] = sent, message
    try:
        return handle()
    finally:
        record.__dict__.pop(_NOTE, None)


def remember_error(error: object) -> None:
    """Remember that an error was sent."""
    if hasattr(_state, "errors"):
        _state.errors.append(error)


def errors_sent(during: "Callable[[], Any]") -> "list[object]":
    """Call a function and return the errors that were sent meanwhile."""
    errors: "list[object]" = []
    before, _state.errors = getattr(_state, "errors", None), errors
    try:
        during()
    finally:
        if before is None:
            del _state.errors
        else:
            _state.errors = before
    return errors


def send_record(
    record: logging.LogRecord,
    formatter: "Optional[logging.Formatter]",
    console: "_console.Console",
    printed: "Optional[str]" = None,
) -> None:
    """Send a record, formatted by a handler's formatter, on the console where the handler would have printed it.

    The printed text would have been the same text and a line end, unless it is given.
    """
    layout = _layout.formatter_for(formatter)
    message = _messages.get(record) if _messages else None
    text = _layout.text_of(record if message is None else _layout.with_message(record, message), layout)
    level = _wire.level_of_number(record.levelno)
    if "::{" not in text:
        _write_log(console, _wire.log_line(level, text))
        return
    own = formatter or _layout.MESSAGE
    if printed is None:
        printed = text if layout is own and message is None else _layout.text_of(record, own)
    send_text(level, text, console, _layout.record_lines(printed))


def send_text(level: str, text: str, console: "_console.Console", records: "Optional[list[str]]" = None) -> None:
    """Send a printed text as one record; lines that are already records stay records."""
    if "::{" not in text:
        _write_log(console, _wire.log_line(level, text))
        return
    pieces = _layout.split(text, records)
    if not any(is_record for is_record, _ in pieces):
        pieces = [(False, text)]  # unchanged, with blank lines
    for is_record, piece in pieces:
        if is_record:
            _write(console, piece)
        else:
            _write_log(console, _wire.log_line(level, piece))


def send_texts(level: str, texts: "list[tuple[_console.Console, str]]") -> None:
    """Send the texts that a library has printed, each stream's as one record, without the library's colours."""
    for console, text in texts:
        send_text(level, without_colours(text.removesuffix("\n")), console)


def without_colours(text: str) -> str:
    """Return a text without the escapes of colours."""
    if "\x1b" not in text:
        return text
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def send_handled(
    record: logging.LogRecord, handler: logging.Handler, texts: "list[tuple[_console.Console, str]]"
) -> None:
    """Send what a handler with its own output has shown of a record, by the options of the capture."""
    layout = _layout.formatter_for(handler.formatter)
    if layout is not (handler.formatter or _layout.MESSAGE) and len(texts) == 1:
        console, shown = texts[0]
        try:
            is_own = type(handler).format is logging.Handler.format and handler.format(record) == shown.rstrip("\n")
        except Exception:
            is_own = False
        if is_own:
            send_record(record, handler.formatter, console, shown)
            return
    send_texts(_wire.level_of_number(record.levelno), texts)


def send_shown(level: str, show: "Callable[[], Any]") -> "Any":
    """Call a function that prints, and send what it shows on the console."""
    shown = _writes.collected()
    try:
        with shown:
            return show()
    finally:
        send_texts(level, shown.texts())


def _write_log(console: "_console.Console", line: str) -> None:
    if isinstance(console, str):
        _stream.write_log(console, line)
    else:
        _write(console, line)


def _write(console: "_console.Console", line: str) -> None:
    try:
        if isinstance(console, str):
            _stream.write(console, line)
        else:
            if _stream.state.batch is not None:
                _stream.state.batch.flush()
            console.write(line + "\n")
            console.flush()
    except Exception:  # noqa: S110 - a log never fails its caller
        pass
