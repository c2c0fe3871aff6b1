"""What the console would have shown is sent, once: handlers are asked first, whatever class they are of."""

import subprocess

import pytest

HANDLERS = {
    "print": ("class H(logging.Handler): emit = print", '<LogRecord: root, 30, <string>, 5, "m">'),
    "printing": ("class H(logging.Handler):\n def emit(self, record): print('say', self.format(record))", "say m"),
    "stderr": (
        "class H(logging.Handler):\n def emit(self, record): sys.stderr.write(self.format(record) + '\\n')",
        "m",
    ),
    "bytes": (
        "class H(logging.Handler):\n def emit(self, r): sys.stdout.buffer.write(self.format(r).encode() + b'\\n')",
        "m",
    ),
    "format": ("class H(logging.StreamHandler):\n def format(self, record): return f'<{record.msg}>'", "<m>"),
    "super": (
        "class H(logging.StreamHandler):\n def emit(self, record):\n  record.msg += '!'\n  super().emit(record)",
        "m!",
    ),
    "instance": (
        "def H():\n handler = logging.StreamHandler()\n handler.format = lambda record: 'own'\n return handler",
        "own",
    ),
    "property": (
        (
            "class H(logging.Handler):\n"
            " stream = property(lambda self: sys.stderr)\n"
            " def emit(self, record): self.stream.write(self.format(record) + '\\n')"
        ),
        "m",
    ),
    "passing": (
        (
            "class Pass:\n"
            " def write(self, text): sys.stderr.write(text)\n"
            " def flush(self): pass\n"
            "def H(): return logging.StreamHandler(Pass())"
        ),
        "m",
    ),
    "codec": (
        "import codecs\ndef H(): return logging.StreamHandler(codecs.getwriter('utf8')(sys.stdout.buffer))",
        "m",
    ),
    "wrapped": (
        (
            "import io\n"
            "class H(logging.StreamHandler):\n"
            " def __init__(self): super().__init__(io.TextIOWrapper(sys.stderr.buffer, write_through=True))\n"
            " def emit(self, record): super().emit(record)"
        ),
        "m",
    ),
    "opened": (
        (
            "class H(logging.StreamHandler):\n"
            " def __init__(self): super().__init__(open(2, 'w', closefd=False))\n"
            " def emit(self, record): super().emit(record)"
        ),
        "m",
    ),
    "device": ("def H(): return logging.FileHandler('/dev/stderr')", "m"),
    "handle": ("class H(logging.Handler):\n def handle(self, record): print('own', record.msg)", "own m"),
    "several": ("class H(logging.Handler):\n def emit(self, record): print('a'); print('b')", "a\nb"),
}


@pytest.mark.parametrize(("handler", "text"), HANDLERS.values(), ids=list(HANDLERS))
def test_a_handler_of_any_kind_sends_what_it_shows(handler, text, shown):
    """Any handler sends what it shows as one record at the record's level."""
    script = "logging.basicConfig(format='%(message)s', handlers=[H()]); logging.warning('m')"
    found = shown(f"{handler}\n{script}", "Kestra.capture(); import logging, sys")

    assert [["WARN", "m"]] == [[level, "m"] for level, _ in found]
    assert text.partition("<string>")[0] == found[0][1].partition("<string>")[0]


@pytest.mark.parametrize(
    "handlers",
    [
        "[logging.NullHandler()]",
        "[logging.FileHandler(os.devnull)]",
        "[logging.StreamHandler(io.StringIO())]",
        "[logging.NullHandler(), logging.handlers.BufferingHandler(9)]",
        "[logging.handlers.QueueHandler(queue.Queue())]",
        "[type('H', (logging.Handler,), {'emit': lambda self, record: None})()]",
    ],
)
@pytest.mark.parametrize("owner", ["logging.getLogger('lib')", "logging.getLogger()"])
def test_what_the_console_would_not_show_is_not_sent(handlers, owner, shown):
    """Python prints nothing of a logger that has a handler, if that does not."""
    script = f"""
        import io, logging.handlers, os, queue
        logger = {owner}
        logger.setLevel("INFO")
        for handler in {handlers}: logger.addHandler(handler)
        logging.getLogger("lib.part").info("no"); logging.getLogger("lib.part").error("no")
    """

    assert [] == shown(script)


def test_with_a_level_it_shows_what_basic_config_would(shown):
    """A library's own handlers keep nothing from the root logger, as long as that has none."""
    script = """
        import logging, os
        lib, mine = logging.getLogger("lib"), logging.getLogger("mine")
        lib.addHandler(logging.NullHandler())
        mine.addHandler(logging.StreamHandler()); mine.handlers[0].setLevel("ERROR")
        lib.info("one"); mine.info("no"); mine.error("two")
        logging.getLogger().addHandler(logging.FileHandler(os.devnull))
        lib.info("no")
    """

    assert [["INFO", "one"], ["ERROR", "two"]] == shown(script, "Kestra.capture(level='INFO')")


def test_a_handler_that_forwards_with_more_text_loses_nothing(shown):
    """The handler's own record is shown, with the stack that it adds."""
    script = """
        import logging
        console = logging.StreamHandler()
        class Forward(logging.Handler):
            def emit(self, record):
                copy = logging.makeLogRecord(record.__dict__)
                copy.msg, copy.args = record.getMessage() + "\\n\\nValueError: why", None
                console.handle(copy)
        logger = logging.getLogger("engine"); logger.propagate = False; logger.addHandler(Forward())
        logger.error("Execution of step %r failed.", "b")
    """

    assert [["ERROR", "Execution of step 'b' failed.\n\nValueError: why"]] == shown(script)


def test_a_handler_that_forwards_to_a_logger_sends_once(shown):
    """A forwarded record is sent once, for any change of the message."""
    script = """
        import logging
        class Forward(logging.Handler):
            def emit(self, record): logging.getLogger("out").log(record.levelno, "[job] %s", record.getMessage())
        logging.basicConfig(format="%(message)s")
        logger = logging.getLogger("in"); logger.propagate = False; logger.addHandler(Forward())
        logger.error("failed")
    """

    assert [["ERROR", "[job] failed"]] == shown(script)


def test_a_record_is_sent_once_by_any_printer(shown):
    """The first handler that shows it sends it."""
    script = """
        import logging
        class Prints(logging.Handler):
            def emit(self, record): print(record.getMessage())
        logging.basicConfig(format="%(message)s", handlers=[logging.StreamHandler(), Prints(), logging.StreamHandler()])
        logging.error("one")
        logging.getLogger().handlers.reverse()
        logging.error("two")
    """

    assert [["ERROR", "one"], ["ERROR", "two"]] == shown(script)


def test_the_options_reach_a_handler_that_prints_its_format(shown):
    """The default format is left out there, too."""
    script = """
        import logging
        class Prints(logging.Handler):
            def emit(self, record): print(self.format(record))
        logging.basicConfig(handlers=[Prints()])
        logging.getLogger("a").error("one")
        Kestra.capture(names=True)
        logging.getLogger("a").error("two")
    """

    assert [["ERROR", "one"], ["ERROR", "a: two"]] == shown(script)


def test_a_tee_keeps_its_text(shown):
    """A stream that keeps a copy of its text keeps the original text."""
    script = """
        import logging, sys
        class Tee:
            kept = []
            def write(self, text): self.kept.append(text); sys.__stderr__.write(text)
            def __getattr__(self, name): return getattr(sys.__stderr__, name)
        logging.basicConfig(stream=Tee())
        logging.warning("m")
        print(Tee.kept)
    """

    assert [["WARN", "m"], [None, "['WARNING:root:m\\n']"]] == shown(script)


@pytest.mark.parametrize("order", ["before", "after"])
def test_a_buffer_in_the_place_of_the_console_gets_text(order, shown):
    """Logs, warnings, tracebacks: the console is a descriptor, not a name."""
    setup = "logging.basicConfig(); " if order == "after" else ""
    script = f"""
        import contextlib, io, logging, sys, traceback, warnings
        warnings.formatwarning = lambda *a: "w\\n"
        with contextlib.redirect_stderr(io.StringIO()) as text:
            logging.getLogger("a").warning("one")
            warnings.warn("w")
            {setup}logging.getLogger("a").warning("two")
            try: 1 / 0
            except ZeroDivisionError: traceback.print_exc(limit=0)
            sys.excepthook(ValueError, ValueError("v"), None)
        print(text.getvalue().splitlines())
    """
    ((level, text),) = shown(script)
    two = "WARNING:a:two" if order == "after" else "two"

    assert level is None
    assert str(["one", "w", two, "ZeroDivisionError: division by zero", "ValueError: v"]) == text


def test_a_descriptor_that_leads_to_a_file_gets_text(shown, tmp_path):
    """A descriptor gets text as long as it leads to a file."""
    script = f"""
        import logging, os, warnings
        warnings.formatwarning = lambda *a: "w\\n"
        file, console = open({str(tmp_path / "err")!r}, "w"), os.dup(2)
        logging.basicConfig()
        class Prints(logging.Handler):
            def emit(self, record): os.sys.stderr.write("own\\n")
        logging.getLogger("p").addHandler(Prints()); logging.getLogger("p").propagate = False
        os.dup2(file.fileno(), 2)
        logging.warning("file"); logging.getLogger("p").warning("p"); warnings.warn("w")
        os.dup2(console, 2)
        logging.warning("console")
        print(open(file.name).read().splitlines())
    """

    assert [["WARN", "console"], [None, "['WARNING:root:file', 'own', 'w']"]] == shown(script)


def test_a_console_kept_under_another_descriptor_is_one(shown, tmp_path):
    """A script may send its own standard error to a file, and print on a copy of the console."""
    script = f"""
        import logging, os
        console = os.fdopen(os.dup(2), "w")
        os.dup2(os.open({str(tmp_path / "err")!r}, os.O_CREAT | os.O_WRONLY), 2)
        logging.basicConfig(stream=console)
        logging.warning("m")
    """

    assert [["WARN", "m"]] == shown(script)


def test_a_handler_that_fails_is_one_record(shown):
    """The dozen lines that `logging` reports are one record."""
    script = """
        import logging, os
        logging.basicConfig(filename=os.devnull)
        logging.warning("%d rows", "many")
    """
    ((level, message),) = shown(script)

    assert ("ERROR", "--- Logging error ---") == (level, message.split("\n")[0])
    assert "Arguments: ('many',)" == message.split("\n")[-1]


def test_threads_that_print_meanwhile_keep_their_text(shown):
    """Only the text of the handler's own thread belongs to its record."""
    script = """
        import logging, sys, threading
        sys.setswitchinterval(1e-5)
        class Prints(logging.Handler):
            def emit(self, record): print(record.getMessage())
        logging.basicConfig(handlers=[Prints()])
        def log():
            for number in range(300): logging.warning("l%d", number)
        def write():
            for number in range(300): sys.stdout.write(f"t{number}\\n")
        threads = [threading.Thread(target=target) for target in (log, write, log)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
    """
    found = shown(script)

    assert sorted([["WARN", f"l{number}"] for number in range(300)] * 2) == sorted(entry for entry in found if entry[0])
    assert [[None, f"t{number}"] for number in range(300)] == [entry for entry in found if not entry[0]]


# Errors


@pytest.mark.parametrize("order", ["before", "after"])
@pytest.mark.parametrize(
    "hook",
    [
        "def hook(*error): print('a\\nb', file=sys.stderr)",
        "class Hook:\n def __call__(self, *error): sys.stderr.write('a'); sys.stderr.write('\\nb\\n')\nhook = Hook()",
        "class Hook:\n def show(self, *error): print('a\\nb', file=sys.stderr)\nhook = Hook().show",
        "import functools\ndef show(text, *e): print(text, file=sys.stderr)\nhook = functools.partial(show, 'a\\nb')",
    ],
    ids=["function", "callable", "method", "partial"],
)
def test_what_a_hook_shows_of_an_error_is_one_record(order, hook, run, read):
    """A hook's text is one record, also for a hook that a library has set instead of ours."""
    setup = f"import sys\n{hook}\nsys.excepthook = hook"
    capture = "from kestra import Kestra; Kestra.capture()"
    script = "\n".join([setup, capture] if order == "before" else [capture, setup])
    done = run(f"{script}\ndef main(): raise ValueError('m')\nmain()")

    assert ([["ERROR", "a\nb"]], 1) == (read(done.stderr), done.returncode)


def test_a_hook_that_fails_loses_neither_error(run):
    """Python reports both errors."""
    script = """
        from kestra import Kestra
        Kestra.capture()
        import sys
        def hook(*error): raise KeyError("second")
        sys.excepthook = hook
        raise ValueError("first")
    """
    done = run(script)

    assert (True, True) == (b"ValueError: first" in done.stderr, b"KeyError: 'second'" in done.stderr)


def test_an_interrupt_in_a_file_ends_by_the_signal(run, tmp_path):
    """Python 3.13 forgets it when the traceback makes it import a module."""
    (tmp_path / "script.py").write_text(
        "from kestra import Kestra\nKestra.capture()\ndef main():\n    raise KeyboardInterrupt\nmain()\n"
    )
    done = run(f"import os, sys; os.execv(sys.executable, [sys.executable, {str(tmp_path / 'script.py')!r}])")

    assert -2 == done.returncode


# Processes


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
@pytest.mark.parametrize(
    ("options", "expected"), [("", "m"), ("names=True", "w: m"), ("formatter='<%(message)s>'", "<m>")]
)
def test_a_capture_in_the_script_reaches_its_workers(method, options, expected, run, read, tmp_path):
    """Workers are captured with the same options, however they are started; a failing worker is one record."""
    path = tmp_path / "script.py"
    path.write_text(f"""
import logging, multiprocessing
from kestra import Kestra
def work():
    logging.getLogger("w").warning("m")
    1 / 0
if __name__ == "__main__":
    Kestra.capture({options})
    process = multiprocessing.get_context("{method}").Process(target=work, name="worker")
    process.start(); process.join(); print(process.exitcode)
""")
    done = run(f"import runpy; runpy.run_path({str(path)!r}, run_name='__main__')", stderr=subprocess.STDOUT)
    first, (level, message), last = read(done.stdout)

    assert ["WARN", expected] == first
    assert ("ERROR", "Process worker:", "ZeroDivisionError: division by zero") == (
        level,
        message.split("\n")[0],
        message.split("\n")[-1],
    )
    assert [None, "1"] == last


def test_a_line_that_is_not_finished_hides_no_record(shown):
    """A record begins on a new line after an unfinished print, bar or write of bytes."""
    script = """
        import logging, sys
        logging.basicConfig(format="%(message)s", stream=sys.stdout)
        print("Loading... ", end=""); logging.warning("one"); logging.warning("two")
        sys.stdout.write("10%\\r"); logging.warning("three")
        sys.stdout.buffer.write(b"bytes"); logging.warning("four")
    """

    assert [
        *([None, "Loading... "], ["WARN", "one"], ["WARN", "two"], [None, "10%"], ["WARN", "three"]),
        *([None, "bytes"], ["WARN", "four"]),
    ] == shown(script)


def test_a_progress_bar_is_not_part_of_a_handlers_record(shown, library):
    """A handler that prints by `tqdm.write` makes the bar go, and come again below its text."""
    library("tqdm")
    script = """
        import logging
        from tqdm import tqdm
        from tqdm.contrib.logging import logging_redirect_tqdm
        logging.basicConfig(level="INFO")
        with logging_redirect_tqdm():
            for row in tqdm(range(3), mininterval=0): logging.info("row %d", row)
    """

    assert [["INFO", f"row {row}"] for row in range(3)] == [entry for entry in shown(script) if entry[0]]


@pytest.mark.parametrize("printer", ["PrintLoggerFactory", "WriteLoggerFactory"])
def test_what_structlog_prints_has_the_level_of_its_method(printer, shown, library):
    """Whichever of its own printers is used."""
    library("structlog")
    script = f"""
        import structlog
        processors = [structlog.processors.KeyValueRenderer()]
        structlog.configure(processors=processors, logger_factory=structlog.{printer}())
        logger = structlog.get_logger()
        for name in ("debug", "info", "msg", "warning", "error", "critical"): getattr(logger, name)(name[0])
    """
    levels = {"d": "DEBUG", "i": "INFO", "m": "INFO", "w": "WARN", "e": "ERROR", "c": "ERROR"}

    assert [[level, f"event='{event}'"] for event, level in levels.items()] == shown(script)


@pytest.mark.parametrize("order", ["before", "after"])
def test_a_traceback_of_rich_is_one_record(order, run, read, library):
    """The dozen lines of rich's frame are one record."""
    library("rich")
    setup = "import rich.traceback; rich.traceback.install()"
    capture = "from kestra import Kestra; Kestra.capture()"
    script = "\n".join([setup, capture] if order == "before" else [capture, setup])
    done = run(f"{script}\ndef main(): raise ValueError('no rows')\nmain()")
    ((level, message),) = read(done.stderr)

    assert ("ERROR", True, 1) == (level, "ValueError: no rows" in message, done.returncode)


def test_a_function_that_is_a_sink_of_loguru_keeps_the_level(shown, library):
    """A sink such as `print` or `tqdm.write` keeps the level, and a function that prints nothing sends nothing."""
    library("loguru")
    script = """
        from loguru import logger
        logger.remove()
        logger.add(print); logger.add([].append)
        logger.warning("w"); logger.success("s")
    """

    assert [["WARN", "w"], ["INFO", "s"]] == shown(script)


def test_a_formatter_for_google_cloud_keeps_its_fields(shown):
    """A handler that overrides `format` is asked for the whole text."""
    script = """
        import json, logging
        class Structured(logging.StreamHandler):
            def format(self, record):
                return json.dumps({"message": super().format(record), "severity": record.levelname, **record.fields})
        logging.basicConfig(format="%(message)s", handlers=[Structured()])
        logging.warning("m", extra={"fields": {"order": 7}})
    """

    assert [["WARN", '{"message": "m", "severity": "WARNING", "order": 7}']] == shown(script)
