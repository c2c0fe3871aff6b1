"""The formatters of version 2.0.0, for a configuration of `logging` that names them."""

import logging
from datetime import datetime, timezone

from . import _wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional


class LogFormatter(logging.Formatter):
    """A formatter whose `%(asctime)s` is in UTC, as `2026-11-28T11:04:53.000Z`."""

    def formatTime(self, record: logging.LogRecord, datefmt: "Optional[str]" = None) -> str:  # noqa: ARG002, N802
        """Return the time of a record; the format for dates is ignored."""
        time = datetime.fromtimestamp(record.created, timezone.utc)
        return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class JsonFormatter(logging.Formatter):
    """A formatter that makes the line of a record, whose message begins with the time.

    A `KestraHandler` needs no formatter, and writes the message alone: Kestra adds its own time.
    """

    _formatter: logging.Formatter = LogFormatter("%(asctime)s - %(message)s")

    @staticmethod
    def _logger_level(level: int) -> str:
        return _wire.level_of_number(level)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its line end, that carries a record to Kestra."""
        return _wire.log_line(self._logger_level(record.levelno), self._formatter.format(record))
