"""The layout: the formatter of a record's text, and the lines of a text that are already records."""

import logging

from kestra._logger import KestraHandler
from kestra._wire import message_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional

    from . import Capture

# The active captures; the list is replaced as a whole, so that it can be read without a lock.
active: "tuple[Capture, ...]" = ()

MESSAGE = logging.Formatter()
_NAME_AND_MESSAGE = logging.Formatter("%(name)s: %(message)s")


def formatter_for(formatter: "Optional[logging.Formatter]") -> logging.Formatter:
    """Return the formatter for the records of a handler that has this one."""
    names: "Optional[bool]" = None
    for capture in reversed(active):  # the last one with a wish wins
        if capture.formatter is not None:
            return capture.formatter
        if names is None:
            names = capture.names
    if formatter:
        lays_out_by_itself = getattr(type(formatter), "format", None) is not logging.Formatter.format
        if lays_out_by_itself:  # as structlog's, whose messages are not text
            return formatter
        # The default format of `basicConfig`, which the script did not choose; it repeats level and name.
        if names is None and getattr(formatter, "_fmt", None) != logging.BASIC_FORMAT:
            return formatter
    return _NAME_AND_MESSAGE if names else MESSAGE


class _Layout(KestraHandler):
    """Formats a record as a handler with this formatter does, even if the record has errors."""

    __setattr__ = object.__setattr__  # quicker than that of a handler which lasts

    def __init__(self, formatter: logging.Formatter) -> None:
        self.formatter = formatter


def text_of(record: logging.LogRecord, formatter: logging.Formatter) -> str:
    """Return the text of a record."""
    traceback_text = record.exc_text
    text = _Layout(formatter)._text(record)  # noqa: SLF001
    record.exc_text = traceback_text  # else a later handler would use the traceback as formatted here
    return message_text(text)  # a formatter of the script's may return anything


def with_message(record: logging.LogRecord, message: str) -> logging.LogRecord:
    """Return a copy of a record with a message that is already formatted."""
    copy = logging.makeLogRecord(record.__dict__)
    copy.msg, copy.args, copy.exc_info, copy.exc_text, copy.stack_info = message, None, None, None, None
    return copy


def _is_record(line: str) -> bool:
    """Tell whether Kestra reads a printed line as a record, by its shape; its JSON is not read."""
    if not (line.startswith("::{") and line.endswith("}::")):
        return False
    # For Kestra the three do not end a line, but a line with one is not a record. A lone surrogate cannot be written.
    return line.isascii() or not any(mark in "\x85\u2028\u2029" or "\ud800" <= mark <= "\udfff" for mark in line)


def split(text: str, records: "Optional[list[str]]" = None) -> "list[tuple[bool, str]]":
    """Return the pieces of a printed text with whether each is a record: a record's line, or the text between two.

    With a list, only its lines are records, each as often as it is in the list, from the end.
    """
    pieces: "list[tuple[bool, str]]" = []
    between: "list[str]" = []
    wanted = None if records is None else records[:]
    for line in reversed(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):  # the line ends of Kestra
        is_record = _is_record(line) and (wanted is None or line in wanted)
        if is_record:
            if wanted:
                wanted.remove(line)
            pieces += [(False, "\n".join(reversed(between))), (True, line)]
            between = []
        else:
            between.append(line)
    pieces.append((False, "\n".join(reversed(between))))
    return [(is_record, piece) for is_record, piece in reversed(pieces) if is_record or piece.strip()]


def record_lines(text: str) -> "list[str]":
    """Return the lines of a printed text that Kestra reads as records."""
    return [piece for is_record, piece in split(text) if is_record] if "::{" in text else []
