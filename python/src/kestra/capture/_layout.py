"""The layout: which formatter makes the text of a record, and which lines of a text are records already."""

import logging

from kestra._logger import KestraHandler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional

    from . import Capture

# The captures that have not ended; replaced as a whole, so that it can be read without a lock.
active: "tuple[Capture, ...]" = ()

MESSAGE = logging.Formatter()
_NAME_AND_MESSAGE = logging.Formatter("%(name)s: %(message)s")


def formatter_for(formatter: "Optional[logging.Formatter]") -> logging.Formatter:
    """Return what lays out the text of a handler that has this formatter."""
    names: "Optional[bool]" = None
    for capture in reversed(active):  # the last that asks counts
        if capture.formatter is not None:
            return capture.formatter
        if names is None:
            names = capture.names
    if formatter:
        lays_out_by_itself = getattr(type(formatter), "format", None) is not logging.Formatter.format
        if lays_out_by_itself:  # structlog's does, whose messages are not text
            return formatter
        # The format of `basicConfig` when it is given none: nobody wrote it, and it repeats level and name.
        if names is None and getattr(formatter, "_fmt", None) != logging.BASIC_FORMAT:
            return formatter
    return _NAME_AND_MESSAGE if names else MESSAGE


class _Layout(KestraHandler):
    """Lays out a record, whatever is wrong with it, as a handler with this formatter does."""

    __setattr__ = object.__setattr__  # quicker than that of a handler which lasts

    def __init__(self, formatter: logging.Formatter) -> None:
        self.formatter = formatter


def text_of(record: logging.LogRecord, formatter: logging.Formatter) -> str:
    """Return the text of a record."""
    traceback_text = record.exc_text
    text = _Layout(formatter)._text(record)  # noqa: SLF001
    record.exc_text = traceback_text  # else a handler that comes after takes over the traceback as laid out here
    return text


def with_message(record: logging.LogRecord, message: str) -> logging.LogRecord:
    """Return a copy of a record with a message that is laid out already."""
    copy = logging.makeLogRecord(record.__dict__)
    copy.msg, copy.args, copy.exc_info, copy.exc_text, copy.stack_info = message, None, None, None, None
    return copy


def _is_record(line: str) -> bool:
    """Tell whether Kestra reads a printed line as a record, by its shape; its JSON is not read."""
    if not (line.startswith("::{") and line.endswith("}::")):
        return False
    # For Kestra the three end no line, but a line that has one is no record. A lone surrogate cannot be written.
    return line.isascii() or not any(mark in "\x85\u2028\u2029" or "\ud800" <= mark <= "\udfff" for mark in line)


def split(text: str, records: "Optional[list[str]]" = None) -> "list[tuple[bool, str]]":
    """Return the pieces of a printed text, each with whether it is a record: such a line, or what is between two.

    With a list, only lines in that are records, each as often as there, from the last on.
    """
    pieces: "list[tuple[bool, str]]" = []
    between: "list[str]" = []
    wanted = None if records is None else records[:]
    for line in reversed(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):  # where Kestra ends a line
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
