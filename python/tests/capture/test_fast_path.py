"""The fast path of the capture: what it sends is what the other way sends, and it leaves alone what others may see."""

import re

import pytest

# Each is put before the same logs; some open the fast path, most close it.
SETUPS = {
    "nothing": "logging.basicConfig(level=1)",
    "format": 'logging.basicConfig(level=1, format="%(levelname)s %(name)s %(pathname)s %(lineno)d %(funcName)s")',
    "style": 'logging.basicConfig(level=1, format="{levelname} {message}", style="{")',
    "names": 'Kestra.capture(names=True); logging.basicConfig(level=1, format="%(asctime)s %(message)s")',
    "stdout": "logging.basicConfig(level=1, stream=sys.stdout)",
    "level": "logging.basicConfig(level=1); logging.root.handlers[0].setLevel(30)",
    "logger": "logger.addHandler(logging.StreamHandler()); logger.setLevel(1)",
    "two": "logging.basicConfig(level=1); logger.addHandler(logging.StreamHandler(sys.stdout))",
    "no propagation": "logging.basicConfig(level=1); logger.propagate = False",
    "disabled": "logging.basicConfig(level=1); logger.disabled = True",
    "off": "logging.basicConfig(level=1); logging.disable(20)",
    "file": 'logging.basicConfig(level=1, filename="/dev/stdout", format="file %(message)s")',
    "buffer": "logging.basicConfig(level=1, stream=io.StringIO())",
    "duplicated": "logging.basicConfig(level=1); os.dup2(os.open(os.devnull, os.O_WRONLY), 2)",
    "terminator": 'logging.basicConfig(level=1); logging.root.handlers[0].terminator = "|"',
    "filter of the logger": "logging.basicConfig(level=1); logger.filters.append(lambda r: r.levelno > 10)",
    "filter of the handler": (
        'logging.basicConfig(level=1); logging.root.handlers[0].addFilter(lambda r: setattr(r, "msg", "m") or True)'
    ),
    "factory": """
logging.basicConfig(level=1)
def factory(*args, **options):
    record = logging.LogRecord(*args, **options)
    mark(record, "factory")
    return record
logging.setLogRecordFactory(factory)
""",
    "formatter": """
logging.basicConfig(level=1)
class Formatter(logging.Formatter):
    def format(self, record):
        if record.levelno == 20:
            raise KeyError("level")
        return None if record.levelno == 30 else super().format(record).upper()
logging.root.handlers[0].setFormatter(Formatter("%(message)s"))
""",
    "handler": """
class Handler(logging.StreamHandler):
    def emit(self, record):
        mark(record, "handler")
        super().emit(record)
logging.basicConfig(level=1, handlers=[Handler()])
""",
    "emit": """
logging.basicConfig(level=1)
logging.root.handlers[0].emit = lambda record: print("emit", mark(record, "m"), file=sys.stderr)
""",
    "handle": "logging.basicConfig(level=1); logger.handle = lambda record: print('handle', mark(record, 'm'))",
    "patched": """
logging.basicConfig(level=1)
before = logging.Logger.callHandlers
def call_handlers(self, record):
    mark(record, "patched")
    before(self, record)
logging.Logger.callHandlers = call_handlers
""",
    "class": """
class Logger(logging.Logger):
    def makeRecord(self, *args, **options):
        record = super().makeRecord(*args, **options)
        mark(record, "class")
        return record
logging.setLoggerClass(Logger)
logger = logging.getLogger("of a class")
logging.basicConfig(level=1)
""",
    "wrapper": """
logging.basicConfig(level=1, format="%(lineno)d %(funcName)s %(message)s")
direct = logger._log
def log(level, message, args, **options):
    direct(level, message, args, **options)
logger._log = log
""",
}
LOGS = """
class Unprintable:
    def __str__(self):
        raise ValueError
def go():
    for level in (5, 10, 20, 25, 30, 40, 50):
        logger.log(level, "level %d", level)
    logger.info("text é ✓ \\0 \\ud83d %s"); logger.warning("100%"); logger.error("%s %s", "one")
    logger.info("%(a)s", {"a": 1})
    logger.info("%s", Unprintable()); logger.info(Unprintable()); logger.info(b"bytes"); logger.info(5); logger.info("")
    logger.info('::{"outputs":{"a":1}}::'); logger.info("a\\n::{%s}::", "x"); logger.info("::{")
    logger.info("a\\nb\\n")
    logger.info("extra", extra={"a": 1}); logger.info("level", stacklevel=2); logger.info("stack", stack_info=True)
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception("failed")
    logger.handle(logger.makeRecord("made", 20, "/f.py", 7, "made %s", ("x",), None, "function", None, None))
    logging.info("of root"); logging.getLogger("app.child").error("of a child")
go()
"""
SCRIPT = """
import io, logging, os, sys
from kestra import Kestra
from kestra.capture import _fast_path
if {is_closed}:
    _fast_path._sends = lambda *_: False
Kestra.capture()
logger = logging.getLogger("app")
def mark(record, text):
    record.msg = f"{{text}} {{record.msg}}" if isinstance(record.msg, str) else text
"""


@pytest.mark.parametrize("setup", SETUPS)
def test_both_ways_send_the_same(run, setup):
    """Whatever is set up, a log arrives as it does without the fast path."""
    slow, fast = (
        run(f"{SCRIPT.format(is_closed=is_closed)}{SETUPS[setup]}\n{LOGS}", python=["-X", "utf8"])
        for is_closed in (True, False)
    )
    written = [re.sub(rb"0x[0-9a-f]+", b"0x", each) for each in (slow.stdout, slow.stderr, fast.stdout, fast.stderr)]

    assert (0, 0) == (slow.returncode, fast.returncode)
    assert written[:2] == written[2:]
    assert setup in ("buffer", "duplicated", "disabled") or any(written)


@pytest.mark.parametrize(("level", "made"), [("%(message)s", 3), ("", 0)])
def test_a_log_of_a_message_alone_makes_no_record_of_logging(run, level, made):
    """Without a format of the script's, a `LogRecord` is not needed; with one, each log makes one."""
    script = f"""
        import logging
        from kestra import Kestra
        Kestra.capture()
        logging.basicConfig(level=20, format={level!r} or logging.BASIC_FORMAT)
        made, before = [], logging.LogRecord.__init__
        logging.LogRecord.__init__ = lambda self, *args, **options: made.append(before(self, *args, **options))
        for number in range(3):
            logging.info("message %d", number)
        print(len(made))
    """
    done = run(script)

    assert f"{made}\n".encode() == done.stdout
    assert 3 == done.stderr.count(b'{"level":"INFO","message":"message ')


def test_a_kestra_logger_keeps_its_fast_path_under_capture(run, tmp_path):
    """Its logs need no `LogRecord` either, as without a capture; handlers of the root logger still get theirs."""
    script = f"""
        import logging
        from kestra import Kestra
        logger = Kestra.logger()
        Kestra.capture()
        made, before = [], logging.LogRecord.__init__
        logging.LogRecord.__init__ = lambda self, *args, **options: made.append(before(self, *args, **options))
        for number in range(3):
            logger.info("message %d", number)
        print(len(made))
        logging.basicConfig(filename={str(tmp_path / "file")!r}, level=1)
        logger.info("to both")
    """
    lines = run(script).stdout.splitlines()

    assert b"1" == lines.pop(3)  # the first opens the fast path
    assert 4 == sum(line.startswith(b"::{") for line in lines) == len(lines)
    assert "INFO:Kestra:to both\n" == (tmp_path / "file").read_text()
