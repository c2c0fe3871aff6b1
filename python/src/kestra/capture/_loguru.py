"""Capture of what loguru prints; loaded when the script has loaded loguru."""

import logging
import sys

from . import _console, _patches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class _Fixed(logging.Formatter):
    """Stands for the layout that loguru has applied."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, record: logging.LogRecord) -> str:  # noqa: ARG002
        return self.text


_LOGURU = logging.Handler()


def patch_sinks() -> None:
    """Let each sink of loguru that prints on the console send a record instead."""
    sinks = sys.modules.get("loguru._simple_sinks")
    sink = getattr(sinks, "StreamSink", None)
    if hasattr(sink, "write"):
        _patches.patch(sink, "write", _wrap_write)


def _wrap_write(original: "Callable[..., Any]") -> "Callable[..., Any]":
    def write(self: "Any", message: "Any") -> None:
        stream = _console.console_name(getattr(self, "_stream", None))
        entry = getattr(message, "record", None)
        if not (entry and _patches.is_captured(stream)):
            original(self, message)
        elif not _patches.is_forwarded(lambda: str(entry["message"])):
            record, formatter = _read(entry, str(message).removesuffix("\n"))
            _patches.mark_sent(record)
            _patches.send_for(_LOGURU, record, formatter, stream)

    return write


def _read(entry: "dict[str, Any]", text: str) -> "tuple[logging.LogRecord, Any]":
    """Return a message as a record of `logging`, and what lays it out: nothing if the script has set no format."""
    level, path, error = entry["level"], entry["file"].path, entry["exception"]
    record = logging.LogRecord(entry["name"] or "", level.no, path, entry["line"], entry["message"], None, error)
    record.levelname = level.name
    after_time = text[len("2026-01-01 00:00:00.000") :]
    head = f" | {level.name: <8} | {entry['name']}:{entry['function']}:{entry['line']} - {entry['message']}"
    if not after_time.startswith(head):
        return record, _Fixed(text)
    record.exc_text = after_time[len(head) :].strip("\n")  # loguru's own traceback, which shows values
    return record, None
