"""Libraries that print logs and tracebacks themselves: each at the level of its author, by all three ways to send it.

A script is captured, or captured under `run --levels`, or, as in an image without the package, only read there.
"""

import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

PATH = os.pathsep.join(
    str(Path(entry).resolve()) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry
)
ENVIRONMENT = {**os.environ, **({"PYTHONPATH": PATH} if PATH else {})}
WAYS = {"captured": ([], []), "captured and read": (["--levels"], []), "read": (["--levels"], ["-I"])}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def sent(request, tmp_path):
    """Run a script, and return the level and the message of each record, and other lines, of each stream."""

    def _sent(script, status=0):
        path = tmp_path / "script.py"
        path.write_text(textwrap.dedent(script))
        options, isolated = request.param
        command = [sys.executable, "-m", "kestra", "run", *options, sys.executable, *isolated, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=ENVIRONMENT)
        assert status == done.returncode, done.stderr
        return entries(done.stdout), entries(done.stderr)

    return _sent


def entries(text):
    return [entry(line) for line in text.splitlines()]


def entry(line):
    if not line.startswith("::{"):
        return line
    (log,) = json.loads(line[2:-2])["logs"]
    return log["level"], re.sub(r"^[0-9:. -]+", "", log["message"])


def is_traceback(entry, error):
    """Tell whether an entry is one record at ERROR with a whole traceback."""
    level, message = entry
    assert "ERROR" == level
    assert "Traceback (most recent call last)" in message
    return error in message


def test_structlogs_console_has_the_level_of_each_method(sent, library):
    """The default of structlog prints on standard output, with a traceback below an error."""
    library("structlog")
    out, err = sent(
        """
        import structlog

        structlog.configure(processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S"),
            structlog.dev.ConsoleRenderer(colors=True, pad_event_to=0),
        ])
        log = structlog.get_logger()
        log.debug("d")
        log.info("i", rows=3)
        log.warning("0 errors")
        log.critical("two\\nlines")
        try:
            1 / 0
        except ZeroDivisionError:
            log.exception("failed")
        """
    )

    assert [("DEBUG", "[debug    ] d"), ("INFO", "[info     ] i rows=3"), ("WARN", "[warning  ] 0 errors")] == out[:3]
    assert ("ERROR", "[critical ] two\nlines") == out[3]
    assert is_traceback(out[4], "ZeroDivisionError: division by zero")
    assert ([], 5) == (err, len(out))


def test_structlogs_printer_has_the_level_of_each_event(sent, library):
    """What it prints as JSON has the level that is in it."""
    library("structlog")
    out, err = sent(
        """
        import sys, structlog

        structlog.configure(
            processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()],
            logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        )
        structlog.get_logger().info("i")
        structlog.get_logger().warning("w")
        """
    )

    assert [] == out
    assert ["INFO", "WARN"] == [level for level, _ in err]


@pytest.mark.parametrize("options", ["", "show_locals=True"], ids=["plain", "locals"])
def test_richs_traceback_of_an_uncaught_exception_is_one_error(options, sent, library):
    """The frame and the exceptions before it are parts of one record."""
    library("rich")
    out, err = sent(
        f"""
        import sys
        import rich.traceback

        rich.traceback.install({options})
        print("one", file=sys.stderr)
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise ValueError("no rows") from error
        """,
        status=1,
    )

    assert [] == out
    assert is_traceback(err[-1], "ValueError: no rows")
    assert is_traceback(err[-1], "The above exception was the direct cause")
    assert 2 == len(err)


def test_richs_traceback_that_a_script_prints_is_one_error(sent, library):
    """On standard output, too."""
    library("rich")
    out, err = sent(
        """
        from rich.console import Console

        try:
            1 / 0
        except ZeroDivisionError:
            Console().print_exception()
            Console(stderr=True).print_exception()
        """
    )

    for entries in out, err:
        assert 1 == len(entries)
        assert is_traceback(entries[0], "ZeroDivisionError: division by zero")


def test_an_exception_that_typer_shows_is_one_error(sent, library):
    """What the command printed before is apart from it."""
    library("typer")
    out, err = sent(
        """
        import typer

        app = typer.Typer()

        @app.command()
        def main():
            typer.secho("slow", err=True, fg="red")
            raise ValueError("no rows")

        app()
        """,
        status=1,
    )

    assert [] == out
    assert is_traceback(err[-1], "ValueError: no rows")
    assert 2 == len(err)


def test_loguru_has_the_level_of_each_method(sent, library):
    """Levels of loguru's own have their place, and the traceback belongs to its error."""
    library("loguru")
    out, err = sent(
        """
        from loguru import logger

        logger.debug("d")
        logger.success("s")
        logger.warning("0 errors")
        logger.info("two\\nlines")

        @logger.catch
        def load():
            1 / 0

        load()
        """
    )

    assert [] == out
    assert ["DEBUG", "INFO", "WARN", "INFO", "ERROR"] == [level for level, _ in err]
    assert err[3][1].endswith("two\nlines")
    assert is_traceback(err[4], "ZeroDivisionError: division by zero")


def test_a_sink_of_loguru_has_the_level_of_each_record(sent, library):
    """In a format of the script's own."""
    library("loguru")
    out, err = sent(
        """
        import sys
        from loguru import logger

        logger.remove()
        logger.add(sys.stdout, format="<level>{level}</level> {message}", colorize=True)
        logger.warning("w")
        logger.critical("c")
        """
    )

    assert ["WARN", "ERROR"] == [level for level, _ in out]
    assert "\x1b" not in out[0][1]
    assert [] == err
