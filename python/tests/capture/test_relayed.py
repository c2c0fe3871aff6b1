"""The rule of captured text: a line that Kestra would read as a record stays one, and no other text becomes one."""

import subprocess
import sys

import pytest

LINE = '::{"outputs":{"a":1}}::'


@pytest.fixture
def lines(run):
    """Run a script with the capture on, and return the lines of both its streams."""

    def _lines(script, capture="Kestra.capture()"):
        done = run(
            f"from kestra import Kestra\nimport logging, sys\nLINE = {LINE!r}\n{capture}\n{script}",
            stderr=subprocess.STDOUT,
        )
        assert 0 == done.returncode, done.stdout
        return done.stdout.decode().splitlines()

    return _lines


def log(level, message):
    message = message.replace('"', '\\"').replace("\n", "\\n").replace("::{", "::\\u007b")
    return f'::{{"logs":[{{"level":"{level}","message":"{message}"}}]}}::'


PLAIN = "logging.basicConfig(level='INFO', format='%(message)s', stream=sys.stdout)"


@pytest.mark.parametrize(
    ("setup", "call", "expected"),
    [
        (PLAIN, "logging.info(LINE)", [LINE]),
        (PLAIN, "logging.info('%s', LINE)", [LINE]),
        (PLAIN, "logging.info(LINE + '\\n')", [LINE]),
        (PLAIN, "logging.info(f'a\\n{LINE}\\nb')", [log("INFO", "a"), LINE, log("INFO", "b")]),
        (PLAIN, "logging.info(f'a\\n\\nb\\r\\n{LINE}')", [log("INFO", "a\n\nb"), LINE]),
        (PLAIN, "logging.info(f'{LINE}\\n{LINE}')", [LINE, LINE]),
        (PLAIN, "logging.info(f' {LINE}')", [log("INFO", f" {LINE}")]),
        (PLAIN, "logging.info(f'{LINE} ')", [log("INFO", f"{LINE} ")]),
        (PLAIN, "logging.info(f'a {LINE}')", [log("INFO", f"a {LINE}")]),
        (PLAIN, "logging.info('::{not json}::')", ["::{not json}::"]),
        ("logging.basicConfig(level='INFO')", "logging.info(LINE)", [log("INFO", LINE)]),
        ("logging.basicConfig(level='INFO')", "logging.info(f'a\\n{LINE}')", [log("INFO", "a"), LINE]),
        ("logging.basicConfig(level='INFO')", "logging.info(f'{LINE}\\n{LINE}')", [log("INFO", LINE), LINE]),
        ("", "logging.getLogger('a').warning(LINE)", [LINE]),
        ("logging.getLogger('a').setLevel('INFO')", "logging.getLogger('a').info(LINE)", [log("INFO", LINE)]),
        (f"{PLAIN}; logging.root.handlers[0].terminator = ''", "logging.info(LINE)", [log("INFO", LINE)]),
        ("import warnings; warnings.formatwarning = lambda *a: f'{LINE}\\n'", "warnings.warn('m')", [LINE]),
    ],
)
def test_a_log_holds_the_records_that_would_have_been_printed(setup, call, expected, lines):
    """A log contains the records that the script's own handler and format would have printed, line by line."""
    assert expected == lines(f"{setup}\n{call}")


@pytest.mark.parametrize(
    ("options", "expected"),
    [("names=True", [log("WARN", f"root: {LINE}")]), ("names=False", [LINE]), ("formatter='<%(message)s>'", None)],
)
def test_the_options_of_the_capture_make_no_record_of_a_text(options, expected, lines):
    """The script's own format decides what is one; what the options put before it makes it text."""
    script = "logging.basicConfig(format='%(message)s'); logging.warning(LINE)"

    assert (expected or [log("WARN", f"<{LINE}>")]) == lines(script, f"Kestra.capture({options})")


def test_what_a_child_prints_is_relayed(lines):
    """A parent that logs each line of its child hands on its records."""
    child = f"print('text'); print({LINE!r})"
    script = f"""
{PLAIN}
import subprocess
with subprocess.Popen([sys.executable, "-c", {child!r}], stdout=subprocess.PIPE, text=True) as process:
    for line in process.stdout:
        logging.info(line.rstrip())
"""

    assert [log("INFO", "text"), LINE] == lines(script)


def test_a_stdout_that_logs_each_line_passes_records_on(lines):
    """A stdout that logs each line passes records on, also those of the package's own calls."""
    script = f"""
{PLAIN}
class Logs:
    def write(self, text):
        for line in text.rstrip().splitlines():
            logging.info(line.rstrip())
    def flush(self): pass
sys.stdout = Logs()
print("text")
Kestra.outputs({{"a": 1}})
"""

    assert [log("INFO", "text"), LINE] == lines(script)


def test_a_handler_that_prints_by_itself_passes_records_on(lines):
    """The rule is the same for any code that prints."""
    script = """
class Own(logging.Handler):
    def emit(self, record): print(record.getMessage())
logging.basicConfig(handlers=[Own()])
logging.warning(LINE)
logging.warning("a %s", LINE)
"""

    assert [LINE, log("WARN", f"a {LINE}")] == lines(script)


def test_the_text_of_an_exit_passes_records_on(run):
    """Records in the text of `sys.exit` are passed on."""
    done = run(f"import sys\nfrom kestra import Kestra\nKestra.capture()\nsys.exit({LINE!r})")

    assert (f"{LINE}\n".encode(), 1) == (done.stderr, done.returncode)


def test_a_line_that_is_not_utf8_becomes_a_log(lines):
    """A record with a lone surrogate cannot be written."""
    assert ['::{"logs":[{"level":"INFO","message":"::\\u007b\\"a\\":\\"\\ufffd\\"}::"}]}::'] == lines(
        f'{PLAIN}\nlogging.info(\'::{{"a":"\\ud800"}}::\')'
    )


def test_loguru_passes_records_on_by_its_own_format(lines, library):
    """Loguru's default format puts the time before a message, which makes a record text."""
    library("loguru")
    script = """
from loguru import logger
logger.info(LINE)
logger.remove()
logger.add(sys.stderr, format="{message}")
logger.info(LINE)
"""

    assert [log("INFO", LINE), LINE] == lines(script)


def test_under_run_a_relay_is_the_same(tmp_path):
    """`run` captures in the same way, without a line in the script."""
    (tmp_path / "relay.py").write_text(f"import logging, sys\n{PLAIN}\nlogging.info({LINE!r})\nlogging.info('m')\n")
    done = subprocess.run(
        [sys.executable, "-m", "kestra", "run", sys.executable, tmp_path / "relay.py"],
        stdout=subprocess.PIPE,
        check=True,
    )

    assert f"{LINE}\n{log('INFO', 'm')}\n".encode() == done.stdout
