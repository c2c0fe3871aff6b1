"""What is sent in the place of what would have been printed."""

import logging
import threading
from weakref import WeakKeyDictionary, WeakSet

from kestra import _stream, _wire

from . import _console, _layout, _writes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Optional

_state = threading.local()  # has `errors` while a hook of the script's own runs
_NOTE = "_kestra_note"  # on the copy of a record that goes through a queue, perhaps to another process
# No attributes: formatters that write them all would show them.
_sent: "WeakSet[logging.LogRecord]" = WeakSet()
_messages: "WeakKeyDictionary[logging.LogRecord, str]" = WeakKeyDictionary()  # as laid out before such a queue


def mark_sent(record: logging.LogRecord) -> None:
    """Note that Kestra has a record, and the error in it."""
    _sent.add(record)
    if record.exc_info:
        remember_error(record.exc_info[1])


def is_sent(record: logging.LogRecord) -> bool:
    """Tell whether Kestra has a record."""
    if _NOTE in record.__dict__:
        sent, message = record.__dict__.pop(_NOTE)
        if sent:
            _sent.add(record)
        elif message is not None:
            _messages[record] = message
    return record in _sent


def with_note(record: logging.LogRecord, handler: logging.Handler, handle: "Callable[[], Any]") -> "Any":
    """Let a handler make a copy of a record, with a note whether Kestra has it, or else of the message to send.

    Such a handler lays the record out already, and puts the whole text in the place of the message.
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
    """Note that Kestra has an error."""
    if hasattr(_state, "errors"):
        _state.errors.append(error)


def errors_sent(during: "Callable[[], Any]") -> "list[object]":
    """Call a function and return the errors that Kestra was sent meanwhile."""
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
    """Send a record, laid out as a handler with this formatter does, on the console where that would have printed it.

    What would have been printed is the same text and a line end, unless it is given.
    """
    layout = _layout.formatter_for(formatter)
    message = _messages.get(record) if _messages else None
    text = _layout.text_of(record if message is None else _layout.with_message(record, message), layout)
    level = _wire.level_of_number(record.levelno)
    if "::{" not in text:
        _write(console, _wire.log_line(level, text))
        return
    own = formatter or _layout.MESSAGE
    if printed is None:
        printed = text if layout is own and message is None else _layout.text_of(record, own)
    send_text(level, text, console, _layout.record_lines(printed))


def send_text(level: str, text: str, console: "_console.Console", records: "Optional[list[str]]" = None) -> None:
    """Send a printed text as one record; lines of it that are records stay what they are."""
    if "::{" not in text:
        _write(console, _wire.log_line(level, text))
        return
    pieces = _layout.split(text, records)
    if not any(is_record for is_record, _ in pieces):
        pieces = [(False, text)]  # as it is, blank lines too
    for is_record, piece in pieces:
        _write(console, piece if is_record else _wire.log_line(level, piece))


def send_texts(level: str, texts: "list[tuple[_console.Console, str]]") -> None:
    """Send what was collected from the console, each stream's text as one record."""
    for console, text in texts:
        without_end = text.removesuffix("\n")
        send_text(level, without_end, console)


def send_handled(
    record: logging.LogRecord, handler: logging.Handler, texts: "list[tuple[_console.Console, str]]"
) -> None:
    """Send what a handler that prints by itself has shown of a record; the options of the capture count, too."""
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
    """Call a function that prints by itself; send what it shows on the console, or nothing."""
    shown = _writes.collected()
    try:
        with shown:
            return show()
    finally:
        send_texts(level, shown.texts())


def _write(console: "_console.Console", line: str) -> None:
    try:
        if isinstance(console, str):
            _stream.write(console, line)
        else:
            console.write(line + "\n")
            console.flush()
    except Exception:  # noqa: S110 - a log never fails its caller
        pass
