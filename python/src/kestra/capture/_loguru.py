"""Captures what loguru prints; loaded after loguru."""

import logging
import sys

from kestra import _wire

from . import _console, _layout, _patching, _records, _writes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class _Fixed(logging.Formatter):
    """A formatter that returns the text that loguru has formatted."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, record: logging.LogRecord) -> str:  # noqa: ARG002
        return self.text


def patch_sinks() -> None:
    """Let each sink of loguru that prints on the console send a record instead."""
    sinks = sys.modules.get("loguru._simple_sinks")
    for name in ("StreamSink", "CallableSink"):  # the second is `print`, for example
        sink = getattr(sinks, name, None)
        if hasattr(sink, "write"):
            _patching.patch(sink, "write", _wrap_write)


def _wrap_write(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def write(self: "Any", message: "Any") -> None:
        entry = getattr(message, "record", None)
        if not (entry and _layout.active):
            original(self, message)
            return
        text = str(message)
        console = _console.console_of(getattr(self, "_stream", None))
        if console:
            _send(entry, text, console)
            return
        shown = _writes.collected()
        try:
            with shown:
                original(self, message)
        finally:
            for console, printed in shown.texts():
                if printed.rstrip("\n") == text.rstrip("\n"):
                    _send(entry, text, console)
                else:
                    _records.send_texts(_wire.level_of_number(entry["level"].no), [(console, printed)])

    return write


def _send(entry: "dict[str, Any]", text: str, console: "_console.Console") -> None:
    record, formatter = _read(entry, _records.without_colours(text.removesuffix("\n")))
    _records.mark_sent(record)
    _records.send_record(record, formatter, console, text)


def _read(entry: "dict[str, Any]", text: str) -> "tuple[logging.LogRecord, Any]":
    """Return a message as a record of `logging`, and its formatter, or None if the script has set no format."""
    level, path, error = entry["level"], entry["file"].path, entry["exception"]
    record = logging.LogRecord(entry["name"] or "", level.no, path, entry["line"], entry["message"], None, error)
    record.levelname = level.name
    after_time = text[len("2026-01-01 00:00:00.000") :]
    head = f" | {level.name: <8} | {entry['name']}:{entry['function']}:{entry['line']} - {entry['message']}"
    if not after_time.startswith(head):
        return record, _Fixed(text)
    record.exc_text = after_time[len(head) :].strip("\n")  # loguru's traceback, which shows values
    return record, None
