"""Tests of the formatters that version 2.0.0 had."""

import io
import logging

import pytest
from kestra import JsonFormatter, LogFormatter


def record(level=logging.DEBUG, message="%d: %s"):
    """Return a record of a fixed time."""
    made = logging.LogRecord("name", level, "file.py", 10, message, (1, "hello"), None)
    made.created = 1584713566.123
    return made


def test_json_formatter_makes_the_line_with_the_time():
    """The message begins with the time, as in 2.0.0."""
    assert '::{"logs":[{"level":"DEBUG","message":"2020-03-20T14:12:46.123Z - 1: hello"}]}::' == JsonFormatter().format(
        record()
    )


@pytest.mark.parametrize(
    ("number", "level"), [(5, "TRACE"), (20, "INFO"), (25, "INFO"), (30, "WARN"), (40, "ERROR"), (50, "ERROR")]
)
def test_json_formatter_sends_a_level_that_kestra_has(number, level):
    """A level between two names is the one below, as for the logger."""
    assert f'"level":"{level}"' in JsonFormatter().format(record(number))


def test_json_formatter_works_in_any_handler():
    """A handler of the script's own prints records with it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())

    handler.handle(record(message="%d \u00e9\n%s"))

    assert '::{"logs":[{"level":"DEBUG","message":"2020-03-20T14:12:46.123Z - 1 \\u00e9\\nhello"}]}::\n' == (
        stream.getvalue()
    )


def test_the_formatter_of_the_message_and_the_levels_can_be_replaced():
    """A subclass leaves the time out, or has other levels, as it did with 2.0.0."""

    class WithoutTime(JsonFormatter):
        _formatter = logging.Formatter("%(message)s")

        def _logger_level(self, level):
            return "TRACE" if level == logging.DEBUG else super()._logger_level(level)

    assert '::{"logs":[{"level":"TRACE","message":"1: hello"}]}::' == WithoutTime().format(record())
    assert '::{"logs":[{"level":"WARN","message":"1: hello"}]}::' == WithoutTime().format(record(logging.WARNING))


def test_log_formatter_writes_the_time_in_utc():
    """The time has milliseconds, and Z for UTC; a format for dates is ignored."""
    assert "2020-03-20T14:12:46.123Z 1: hello" == LogFormatter("%(asctime)s %(message)s", "%H").format(record())
