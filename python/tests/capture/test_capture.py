"""The capture: what Python prints of logs, warnings and uncaught exceptions arrives as records, at their levels."""

import logging
import signal
import sys
import threading
import traceback
import warnings

import pytest
from kestra import Kestra

# What is replaced while there is a capture.
PLACES = [
    (logging.Logger, "callHandlers"),
    (logging.Logger, "makeRecord"),
    (logging.Handler, "handle"),
    (logging.Handler, "handleError"),
    (warnings, "showwarning"),
    (sys, "excepthook"),
    (sys, "unraisablehook"),
    (threading, "excepthook"),
    (traceback, "print_exception"),
]


@pytest.fixture
def root():
    """The root logger, put back as it was when the test ends."""
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]

    yield root

    root.setLevel(level)
    root.handlers[:] = handlers


# Loggers


def test_a_logger_made_by_hand_keeps_its_levels(shown):
    """A logger without handler and parent is printed from WARNING on, so only these records are sent."""
    script = """
        import logging
        logger = logging.Logger("main")
        logger.critical("c"); logger.error("e"); logger.warning("w"); logger.info("i"); logger.debug("d")
    """

    assert [["ERROR", "c"], ["ERROR", "e"], ["WARN", "w"], ["INFO", "i"], ["DEBUG", "d"]] == shown(script)


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029"])
def test_a_frame_with_a_line_end_of_unicode_is_text(shown, mark):
    """Kestra does not read it as a record either."""
    frame = f'::{{"outputs":{{"a":"{mark}"}}}}::'
    script = f"""
        import logging
        logging.basicConfig(format="%(message)s")
        logging.warning({frame!a})
    """

    assert [["WARN", frame]] == shown(script)


def test_a_logger_with_a_handler_of_its_own_keeps_its_levels(shown):
    """The level and the format of a logger's own handler apply, and the root logger does not repeat the record."""
    script = """
        import logging
        logging.basicConfig()
        logger = logging.getLogger("mine")
        logger.setLevel(logging.INFO)
        console = logging.StreamHandler()
        console.setFormatter(logging.Formatter("%(name)s - %(message)s"))
        logger.addHandler(console)
        logger.info("one"); logger.debug("no"); logger.warning("two"); logger.error("three")
    """

    assert [["INFO", "mine - one"], ["WARN", "mine - two"], ["ERROR", "mine - three"]] == shown(script)


@pytest.mark.parametrize("order", ["before", "after"])
@pytest.mark.parametrize(
    ("setup", "expected"),
    [
        ("logging.basicConfig(level=logging.INFO)", ["INFO", "m"]),
        ("logging.basicConfig(level=logging.INFO, stream=sys.stdout)", ["INFO", "m"]),
        ("logging.basicConfig(level=logging.INFO, handlers=[logging.StreamHandler()])", ["INFO", "m"]),
        ("logging.basicConfig(level=logging.INFO, force=True)", ["INFO", "m"]),
        ("logging.basicConfig(level='INFO', format='%(levelname)s:%(message)s')", ["INFO", "INFO:m"]),
        ("logging.basicConfig(level='INFO', format='{name}|{message}', style='{')", ["INFO", "part|m"]),
        (
            "logging.getLogger().setLevel('INFO'); logging.getLogger().addHandler(logging.StreamHandler())",
            ["INFO", "m"],
        ),
        ("logging.getLogger('part').setLevel('INFO')", ["INFO", "m"]),
    ],
)
def test_the_setup_of_the_script_applies_before_and_after_the_call(order, setup, expected, shown):
    """Each record is sent once, at its level and in the script's format."""
    script = f"""
        import logging, sys
        {setup if order == "after" else ""}
        logging.getLogger("part").info("m")
        logging.getLogger("part").debug("no")
    """
    before = f"import logging, sys\n{setup}\n" if order == "before" else ""

    assert [expected] == shown(script, before + "Kestra.capture()")


def test_a_setup_by_dict_keeps_its_levels(shown):
    """A set-up by `dictConfig`, as in frameworks, may add, remove, disable and repeat handlers and loggers."""
    script = """
        import logging.config
        old = logging.getLogger("old")
        logging.config.dictConfig({
            "version": 1,
            "formatters": {"plain": {"format": "%(message)s!"}},
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"},
                         "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}},
            "root": {"handlers": ["console"], "level": "WARNING"},
            "loggers": {"app": {"handlers": ["out"], "level": "DEBUG", "propagate": False},
                        "twice": {"handlers": ["out"], "level": "INFO"}},
        })
        old.error("switched off")
        logging.getLogger("app.part").debug("d")
        logging.getLogger("twice").info("i")
        logging.getLogger("other").info("no")
        logging.getLogger("other").error("e")
    """

    assert [["DEBUG", "d"], ["INFO", "i"], ["ERROR", "e!"]] == shown(script)


def test_without_a_setup_the_level_of_logging_applies(shown):
    """Without a set-up, records from WARNING on are sent, from the module's functions and from loggers."""
    script = """
        import logging
        logging.getLogger("lib").warning("w1"); logging.getLogger("lib").info("no")
        logging.info("no"); logging.warning("w2")
    """

    assert [["WARN", "w1"], ["WARN", "w2"]] == shown(script)


@pytest.mark.parametrize(
    ("level", "expected"), [("'info'", ["i"]), ("'DEBUG'", ["d", "i"]), ("'TRACE'", ["t", "d", "i"]), ("15", ["i"])]
)
def test_a_level_is_that_of_the_root_logger(level, expected, shown):
    """The level applies to the logs of the script and of libraries."""
    script = """
        import logging
        logging.getLogger("lib").log(5, "t"); logging.getLogger("lib").debug("d"); logging.getLogger("lib").info("i")
        logging.getLogger().setLevel("ERROR"); logging.warning("the script's own level counts from here on")
    """

    assert expected == [message for _, message in shown(script, f"Kestra.capture(level={level})")]


def test_a_console_handlers_level_and_filters_count(shown):
    """A record that would not be printed is not sent, not even because of the root logger."""
    script = """
        import logging
        console = logging.StreamHandler()
        console.setLevel("WARNING")
        console.addFilter(lambda record: "secret" not in record.getMessage())
        logging.getLogger().addHandler(console)
        logging.getLogger().setLevel("DEBUG")
        logging.info("no"); logging.warning("yes"); logging.error("secret")
    """

    assert [["WARN", "yes"]] == shown(script)


def test_handlers_that_do_not_print_stay_and_send_nothing(shown, tmp_path):
    """A file, and a stream of the script's own, get each record; the console shows none, so Kestra gets none."""
    script = f"""
        import io, logging
        text = io.StringIO()
        logging.basicConfig(level="INFO", format="%(levelname)s %(message)s",
                            handlers=[logging.FileHandler({str(tmp_path / "log")!r}), logging.StreamHandler(text)])
        logging.info("one"); logging.warning("two")
        print(text.getvalue() == open({str(tmp_path / "log")!r}).read() == "INFO one\\nWARNING two\\n")
    """

    assert [[None, "True"]] == shown(script)


def test_a_logger_that_keeps_its_records_to_a_file_is_left_alone(shown, tmp_path):
    """A logger that does not propagate and logs to a file does not print on the console."""
    script = f"""
        import logging
        access = logging.getLogger("access")
        access.propagate = False
        access.addHandler(logging.FileHandler({str(tmp_path / "log")!r}))
        access.error("no")
    """

    assert [] == shown(script)


@pytest.mark.parametrize(
    ("setup", "end"),
    [
        ("listener.start(); handler = QueueHandler(line)", "listener.stop()"),
        ("handler = MemoryHandler(9, target=logging.StreamHandler())", "handler.flush()"),
    ],
    ids=["queue", "memory"],
)
def test_a_record_that_takes_a_detour_is_sent_once(setup, end, shown):
    """A record is recognised, also as a copy."""
    script = f"""
        import logging, queue
        from logging.handlers import MemoryHandler, QueueHandler, QueueListener
        line = queue.Queue()
        listener = QueueListener(line, logging.StreamHandler())
        {setup}
        logging.getLogger().addHandler(handler)
        logging.getLogger("a").warning("m %d", 1)
        {end}
    """

    assert [["WARN", "m 1"]] == shown(script)


def test_a_record_of_another_process_is_sent_once(shown):
    """A record that comes through a queue is sent once, by either process."""
    script = """
        import logging, multiprocessing
        from logging.handlers import QueueHandler, QueueListener
        context = multiprocessing.get_context("fork")
        line = context.Queue()
        def work():
            logging.getLogger().handlers[:] = [QueueHandler(line)]
            logging.getLogger("w").warning("in the child")
        listener = QueueListener(line, logging.StreamHandler())
        process = context.Process(target=work)
        process.start(); process.join()
        listener.start(); listener.stop()
    """

    assert [["WARN", "in the child"]] == shown(script)


def test_a_record_bears_no_trace_of_it(shown):
    """A formatter that writes all that is in it, to a file say, writes what it did before, behind a queue too."""
    script = """
        import io, logging, queue
        from logging.handlers import QueueHandler, QueueListener
        class All(logging.Formatter):
            def format(self, record):
                return " ".join(sorted(set(record.__dict__) - set(logging.makeLogRecord({}).__dict__) - {"message"}))
        text, line = io.StringIO(), queue.Queue()
        kept = logging.StreamHandler(text)
        kept.setFormatter(All())
        logging.basicConfig(handlers=[kept, QueueHandler(line)])
        listener = QueueListener(line, kept, logging.StreamHandler())
        listener.start(); logging.warning("m"); listener.stop()
        print(text.getvalue().splitlines())
    """

    assert [["WARN", "m"], [None, "['', '']"]] == shown(script)


def test_a_handler_of_the_scripts_own_lays_out_tracebacks_itself(shown):
    """The traceback that `logging` caches on a record is not the one that was sent."""
    script = """
        import io, logging
        class Short(logging.Formatter):
            def formatException(self, info): return "short"
        text = io.StringIO()
        kept = logging.StreamHandler(text)
        kept.setFormatter(Short("%(message)s"))
        logging.basicConfig(handlers=[logging.StreamHandler(), kept])
        try: 1 / 0
        except ZeroDivisionError: logging.exception("failed")
        print(repr(text.getvalue()))
    """
    (level, _), last = shown(script)

    assert ("ERROR", [None, repr("failed\nshort\n")]) == (level, last)


def test_the_record_goes_where_the_text_would_have_gone(run, read):
    """Standard output that another program reads does not change."""
    script = """
        import logging, sys
        from kestra import Kestra
        Kestra.capture(level="INFO")
        logging.getLogger("a").info("i")
        out = logging.getLogger("out"); out.addHandler(logging.StreamHandler(sys.stdout)); out.error("e")
        print("data")
    """
    done = run(script)

    assert [["ERROR", "e"], [None, "data"]] == read(done.stdout)
    assert [["INFO", "i"]] == read(done.stderr)


def test_a_redirection_elsewhere_swallows_nothing(shown):
    """A handler keeps the stream that it was made with."""
    script = """
        import contextlib, io, logging
        logging.basicConfig()
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()) as text:
            logging.warning("m"); print("printed")
        print(text.getvalue(), end="")
    """

    assert [["WARN", "m"], [None, "printed"]] == shown(script)


@pytest.mark.parametrize(
    "stream",
    [
        "io.TextIOWrapper(sys.stderr.buffer, encoding='utf-8')",
        "open(2, 'w', closefd=False)",
        "sys.__stderr__",
    ],
)
def test_a_console_by_another_name_is_one(stream, shown):
    """Any object that writes to the console is recognised."""
    assert [["WARN", "m"]] == shown(
        f"import io, logging, sys; logging.basicConfig(stream={stream}); logging.warning('m')"
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["plain", "p: t"]),
        ("names=True", ["a: plain", "a: p: t"]),
        ("names=False", ["plain", "p: t"]),
        ("formatter='%(name)s=%(message)s'", ["a=plain", "a=p: t"]),
        ("formatter=logging.Formatter('<{message}>', style='{')", ["<plain>", "<p: t>"]),
        ("formatter='%(message)s', names=True", ["plain", "p: t"]),
    ],
)
def test_a_message_has_no_name_by_default(options, expected, shown):
    """The default format of `logging` repeats the level and the name, and is left out."""
    script = """
        logging.getLogger("a").warning("plain")
        logging.basicConfig()
        logging.getLogger("a").warning("p: %s", "t")
    """

    assert expected == [message for _, message in shown(script, f"import logging; Kestra.capture({options})")]


@pytest.mark.parametrize(
    ("options", "expected"), [("", "[7] m"), ("names=False", "m"), ("names=True", "a: m"), ("formatter='%(run)s'", "7")]
)
def test_the_format_of_the_script_applies_by_default(options, expected, shown):
    """The script's own format is used."""
    script = """
        import logging
        logging.basicConfig(format="[%(run)s] %(message)s")
        logging.getLogger("a").warning("m", extra={"run": 7})
    """

    assert [["WARN", expected]] == shown(script, f"Kestra.capture({options})")


def test_a_formatter_with_its_own_layout_keeps_it(shown):
    """Only such a formatter can format its own messages."""
    script = """
        import json, logging
        class Json(logging.Formatter):
            def format(self, record): return json.dumps(record.msg)
        logging.basicConfig(); logging.getLogger().handlers[0].setFormatter(Json())
        logging.warning({"event": "e"})
    """

    assert [["WARN", '{"event": "e"}']] == shown(script, "Kestra.capture(names=True)")


def test_a_formatter_that_speaks_to_kestra_already_is_not_quoted(shown):
    """Scripts that were made for Kestra by hand go on as they did."""
    script = """
        import logging
        logging.basicConfig(format='::{"logs":[{"level":"TRACE","message":"%(message)s"}]}::')
        logging.warning("m")
    """

    assert [["TRACE", "m"]] == shown(script)


def test_an_exception_that_is_logged_is_one_record(shown):
    """The traceback follows the message in any format."""
    script = """
        import logging
        logging.basicConfig(format="%(levelname)s %(message)s")
        try: {}["k"]
        except KeyError: logging.exception("failed")
    """
    ((level, message),) = shown(script)

    assert ("ERROR", "ERROR failed", "KeyError: 'k'") == (level, message.split("\n")[0], message.split("\n")[-1])


def test_nothing_that_is_wrong_with_a_record_is_lost_or_raised(shown):
    """Arguments that do not fit stand beside the message; a formatter that fails is left out."""
    script = """
        import logging
        logging.warning("%d rows", "many")
        logging.getLogger().handlers[0].setFormatter(logging.Formatter("%(nothing)s"))
        logging.warning("m")
    """

    assert [["WARN", "%d rows ('many',)"], ["WARN", "m"]] == shown(script)


def test_kestras_own_logger_does_not_change(shown):
    """A handler that the script adds to it does not double a record."""
    script = """
        import logging
        Kestra.logger().info("one")
        Kestra.logger().addHandler(logging.StreamHandler())
        Kestra.logger().warning("two")
        Kestra.log("DEBUG", "three")
    """

    assert [["INFO", "one"], ["WARN", "two"], ["DEBUG", "three"]] == shown(script)


def test_a_print_stays_a_print(shown):
    """A print stays text on both streams, in its position."""
    script = """
        import logging, sys
        print("1"); logging.warning("2"); print("3", file=sys.stderr); logging.warning("4")
        sys.stdout.flush()
    """
    found = shown(script)

    assert [["WARN", "2"], [None, "3"], ["WARN", "4"]] == [entry for entry in found if entry != [None, "1"]]
    assert [None, "1"] in found


# Warnings


def test_a_warning_is_one_record(shown):
    """A warning is a record at WARN, with its position and its source line."""
    script = """
        import warnings
        warnings.warn("no longer", FutureWarning)
    """
    ((level, message),) = shown(script)

    assert ("WARN", "<string>:5: FutureWarning: no longer") == (level, message.split("\n")[0])


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("warnings.showwarning('m', UserWarning, 'f.py', 1, file=sys.stderr)", [[None, "f.py:1: UserWarning: m"]]),
        ("warnings.formatwarning = lambda *a, **k: 'short\\n'; warnings.warn('m')", [["WARN", "short"]]),
        ("warnings.showwarning = lambda *a, **k: print('own'); warnings.warn('m')", [[None, "own"]]),
        (
            "logging.basicConfig(); logging.captureWarnings(True); warnings.formatwarning = lambda *a: 'm'; warn('m')",
            [["WARN", "m"]],
        ),
        ("logging.captureWarnings(True); warnings.warn('m')", []),
        ("warnings.simplefilter('ignore'); warnings.warn('m')", []),
        ("with warnings.catch_warnings(record=True) as kept: warnings.warn('m'); print(len(kept))", [[None, "1"]]),
    ],
    ids=["file", "format", "own", "logging", "logging without a handler", "ignored", "recorded"],
)
def test_the_filters_of_a_script_for_warnings_apply(script, expected, shown):
    """Filters, formats, and functions of its own."""
    if script.startswith("with"):
        head, body, tail = script.replace(": ", "\n", 1).replace("; ", "\n", 1).split("\n")
        script = f"{head}:\n    {body}\n    {tail}"

    assert expected == shown(f"import logging, sys, warnings\nfrom warnings import warn\n{script}")


def test_a_function_for_warnings_that_was_there_before_is_called(shown):
    """The script's own function decides what happens to warnings."""
    before = "import warnings; warnings.showwarning = lambda *a, **k: print('own'); Kestra.capture()"

    assert [[None, "own"]] == shown("warnings.warn('m')", before)


# Exceptions


def test_an_uncaught_exception_is_one_record(shown):
    """An uncaught exception is an ERROR with its traceback and causes, and the status stays 1."""
    script = """
        def load():
            raise ValueError("no rows\\nat all")
        try: load()
        except ValueError as error: raise RuntimeError("job failed") from error
    """
    ((level, message),) = shown(script, status=1)
    lines = message.split("\n")

    assert ("ERROR", "Traceback (most recent call last):", "RuntimeError: job failed") == (level, lines[0], lines[-1])
    assert ["ValueError: no rows", "at all"] == lines[lines.index("ValueError: no rows") :][:2]


def test_a_record_of_an_exception_is_what_python_prints(run, read):
    """The record is exactly Python's text, also for syntax errors and deep recursions."""
    for failing in ("1/0", "eval('1 +')", "f = lambda n: f(n + 1)\nf(0)", "raise BaseException"):
        plain = run(f"# capture\n# on\n{failing}")
        ((_, message),) = read(run(f"from kestra import Kestra\nKestra.capture()\n{failing}").stderr)

        assert plain.stderr.decode() == message + "\n"


@pytest.mark.parametrize(
    ("ending", "status", "expected"),
    [
        ("sys.exit(3)", 3, []),
        ("sys.exit()", 0, []),
        ("sys.exit('bye\\nall')", 1, [["ERROR", "bye\nall"]]),
        ("os._exit(4)", 4, []),
    ],
)
def test_an_exit_stays_an_exit(ending, status, expected, shown):
    """`sys.exit` keeps its status, and its text is one record."""
    assert expected == shown(f"import os, sys\n{ending}", status=status)


def test_an_interrupt_ends_the_process_by_its_signal(shown):
    """An interrupt ends the process by the signal, which a shell shows as status 130."""
    script = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    ((level, message),) = shown(script, status=-signal.SIGINT)

    assert ("ERROR", "KeyboardInterrupt") == (level, message.split("\n")[-1])


@pytest.mark.parametrize("order", ["before", "after"])
@pytest.mark.parametrize(
    ("hook", "before", "after"),
    [
        (
            "print('own', kind.__name__)",
            [[None, "own ValueError"], ["ERROR", "ValueError: m"]],
            [[None, "own ValueError"]],
        ),
        ("logging.critical('own', exc_info=error)", [["ERROR", "own"]], [["ERROR", "own"]]),
        (
            "traceback.print_exception(kind, error, trace)",
            [["ERROR", "ValueError: m"]],
            [["ERROR", "ValueError: m"]],
        ),
    ],
    ids=["prints", "logs", "prints it"],
)
def test_a_hook_of_the_scripts_own_is_called(order, hook, before, after, run, read):
    """An earlier hook is called first, one that logs the exception replaces our record, and a later one replaces it."""
    setup = f"import logging, sys, traceback\ndef hook(kind, error, trace): {hook}\nsys.excepthook = hook"
    capture = "from kestra import Kestra; Kestra.capture()"
    script = "\n".join([setup, capture] if order == "before" else [capture, setup])
    done = run(f"{script}\nraise ValueError('m')")
    found = [
        [level, message.split("\n")[-1 if message.startswith("Tr") else 0]]
        for level, message in read(done.stdout + done.stderr)
    ]

    assert (before if order == "before" else after) == found


def test_an_exception_in_a_thread_is_one_record(shown):
    """The record names the thread; a thread that ends by SystemExit sends nothing."""
    script = """
        import sys, threading
        for target in (sys.exit, lambda: 1 / 0):
            thread = threading.Thread(target=target, name="worker")
            thread.start(); thread.join()
    """
    ((level, message),) = shown(script)

    assert ("ERROR", "Exception in thread worker:") == (level, message.split("\n")[0])
    assert "ZeroDivisionError: division by zero" == message.split("\n")[-1]


def test_an_exception_that_python_has_to_ignore_is_one_record(shown):
    """An exception in a finaliser is a record, even if the object cannot be shown."""
    script = """
        class Resource:
            def __repr__(self): raise ValueError("half gone")
            def __del__(self): raise OSError("closed already")
        r = Resource(); del r
        class Shown:
            __del__ = lambda self: 1 / 0
        Shown()
    """
    found = shown(script)

    assert ["ERROR", "ERROR"] == [level for level, _ in found]
    assert [True, True] == [message.startswith("Exception ignored ") for _, message in found]
    assert ["OSError: closed already", "ZeroDivisionError: division by zero"] == [
        message.split("\n")[-1] for _, message in found
    ]


def test_an_exception_in_a_forgotten_task_is_one_record(shown):
    """The event loop reports it by a logger."""
    script = """
        import asyncio, gc
        async def fail(): raise ValueError("forgotten")
        async def main():
            asyncio.ensure_future(fail())
            await asyncio.sleep(0.01)
            gc.collect()
        asyncio.run(main())
    """
    ((level, message),) = shown(script)

    assert ("ERROR", "Task exception was never retrieved") == (level, message.split("\n")[0])
    assert "ValueError: forgotten" == message.split("\n")[-1]


def test_a_traceback_that_the_script_prints_is_one_record(shown):
    """A traceback that the script prints to a file goes to the file."""
    script = """
        import sys, traceback
        try: 1 / 0
        except ZeroDivisionError as error:
            traceback.print_exc(limit=0)
            traceback.print_exception(type(error), error, None)
            traceback.print_exc(limit=0, file=sys.stderr)
    """
    found = shown(script)

    assert [
        ["ERROR", "ZeroDivisionError: division by zero"],
        ["ERROR", "ZeroDivisionError: division by zero"],
        [None, "ZeroDivisionError: division by zero"],
    ] == [
        [level, message.split("\n")[-1]] for level, message in found if not message.startswith("Traceback (") or level
    ]


def test_a_process_that_multiprocessing_forks_is_captured_too(shown):
    """The records and the final traceback of a forked process are captured."""
    script = """
        import logging, multiprocessing
        def work():
            logging.warning("in the child")
            1 / 0
        process = multiprocessing.get_context("fork").Process(target=work)
        process.start(); process.join(); logging.warning("status %d", process.exitcode)
    """
    first, (level, message), last = shown(script)

    assert ["WARN", "in the child"] == first
    assert ("ERROR", "Process ForkProcess-1:", "ZeroDivisionError: division by zero") == (
        level,
        message.split("\n")[0],
        message.split("\n")[-1],
    )
    assert ["WARN", "status 1"] == last


# The capture itself


def test_restored_all_is_as_before(root):
    """After `restore` every function is the original, and the root logger has its old level."""
    before = [getattr(*place) for place in PLACES]
    finders, level = sys.meta_path[:], root.level
    captured = Kestra.capture(level="DEBUG")
    captured.restore()
    captured.restore()

    assert before == [getattr(*place) for place in PLACES]
    assert (finders, level) == (sys.meta_path, root.level)


def test_restored_the_streams_are_as_before(run):
    """After `restore` the streams have no attributes of ours."""
    script = """
        import sys
        from kestra import Kestra
        streams = (sys.stdout, sys.stderr, sys.stdout.buffer, sys.stderr.buffer)
        before = [sorted(vars(stream)) for stream in streams]
        with Kestra.capture():
            print([sorted(vars(stream)) for stream in streams] == before)
        print([sorted(vars(stream)) for stream in streams] == before)
    """

    assert b"False\nTrue\n" == run(script).stdout


def test_a_with_block_ends_it(shown):
    """Nested ones end one by one, and the outer one's options come back."""
    script = """
        import logging
        with Kestra.capture(names=True):
            with Kestra.capture(formatter="<%(message)s>"):
                with Kestra.capture():
                    logging.getLogger("a").warning("one")
                logging.getLogger("a").warning("two")
            logging.getLogger("a").warning("three")
        print(logging.Handler.handle.__module__)
    """

    assert [["WARN", "<one>"], ["WARN", "<two>"], ["WARN", "a: three"], [None, "logging"]] == shown(script, "")


def test_captures_end_in_any_order(root):
    """The level is that of the last one left, and in the end that of before."""
    level = root.level
    first, second, third = (Kestra.capture(level=name) for name in ("INFO", "DEBUG", "ERROR"))
    found = []
    for captured in (second, third, first):
        captured.restore()
        found.append(root.level)

    assert [logging.ERROR, logging.INFO, level] == found


def test_a_level_that_the_script_has_set_since_stays(root):
    """`restore` does not change a level that the script has set since."""
    with Kestra.capture(level="INFO"):
        root.setLevel("CRITICAL")

    assert logging.CRITICAL == root.level


def test_a_function_that_came_on_top_stays(shown):
    """A library's wrapper around our function stays, and nothing is captured below it."""
    script = """
        import logging
        below = logging.Logger.callHandlers
        def on_top(self, record):
            print("seen", flush=True)
            below(self, record)
        logging.Logger.callHandlers = on_top
        logging.getLogger("a").warning("one")
        captured.restore()
        logging.getLogger("a").warning("two")
        with Kestra.capture(): logging.getLogger("a").warning("three")
    """

    assert [
        [None, "seen"],
        ["WARN", "one"],
        [None, "seen"],
        [None, "two"],
        [None, "seen"],
        ["WARN", "three"],
    ] == shown(script, "captured = Kestra.capture()")


@pytest.mark.parametrize(
    ("options", "error", "text"),
    [
        ({"level": "loud"}, ValueError, 'capture: level: expected TRACE, DEBUG, INFO, WARN or ERROR, got "loud"'),
        ({"level": 1.5}, TypeError, "capture: level: expected the name or the number of a level, got float"),
        ({"formatter": 5}, TypeError, "capture: formatter: expected a logging.Formatter or its text, got int"),
        ({"formatter": "message"}, ValueError, "capture: formatter: Invalid format 'message' for '%' style"),
    ],
)
def test_a_mistake_is_refused_before_anything_changes(options, error, text):
    """A wrong argument is refused with its path, and nothing changes."""
    before = [getattr(*place) for place in PLACES]
    with pytest.raises(error) as caught:
        Kestra.capture(**options)

    assert text == str(caught.value)
    assert before == [getattr(*place) for place in PLACES]


def test_it_loads_nothing_that_logging_has_not_loaded(run):
    """The capture loads only this package, so a script starts as quickly as with `logging` alone."""
    script = """
        import logging, sys
        before = set(sys.modules)
        from kestra import Kestra
        Kestra.capture()
        print(*sorted(name for name in set(sys.modules) - before if not name.startswith("kestra")))
    """

    # Python 3.13 imports `tokenize` for a traceback, where it would forget an interrupt.
    expected = "_json _tokenize token tokenize" if sys.version_info[:2] == (3, 13) else "_json"

    assert f"{expected}\n".encode() == run(script).stdout


def test_threads_send_each_record_once(shown):
    """While captures come and go, and handlers too."""
    script = """
        import logging, sys, threading
        sys.setswitchinterval(1e-5)
        logging.basicConfig()
        def work(name):
            for number in range(250):
                logging.getLogger(name).warning("%s %d", name, number)
        def change():
            for _ in range(50):
                with Kestra.capture(names=False):
                    logging.basicConfig(force=True)
        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"] + [threading.Thread(target=change)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
    """

    assert sorted(["WARN", f"{name} {number}"] for name in "abcd" for number in range(250)) == sorted(shown(script))


# Libraries that print by themselves


def test_loguru_keeps_its_levels(shown, library):
    """Messages stand alone where the script has set no format, with loguru's own traceback."""
    library("loguru")
    script = """
        from loguru import logger
        logger.debug("d"); logger.success("s"); logger.critical("c")
        try: 1 / 0
        except ZeroDivisionError: logger.exception("failed")
        logger.remove()
        logger.add(sys.stdout, format="{extra[job]}: {message}", level="TRACE")
        logger.bind(job=7).trace("t"); logger.bind(job=7).warning("w")
    """
    *found, failed, trace, warning = shown(script, "import sys; Kestra.capture()")

    assert [["DEBUG", "d"], ["INFO", "s"], ["ERROR", "c"], ["TRACE", "7: t"], ["WARN", "7: w"]] == [
        *found,
        trace,
        warning,
    ]
    assert ("ERROR", "failed", "ZeroDivisionError: division by zero") == (
        failed[0],
        failed[1].split("\n")[0],
        failed[1].split("\n")[-1],
    )


@pytest.mark.parametrize("imported", ["before", "after"])
def test_loguru_is_captured_whenever_it_is_imported(imported, shown, library):
    """Loguru prints again when the capture ends, and sinks that are files or functions stay."""
    library("loguru")
    script = """
        from loguru import logger
        kept = []
        logger.add(kept.append, format="{message}")
        logger.info("m")
        captured.restore()
        logger.remove(0); logger.add(sys.stderr, format="plain {message}")
        logger.info("m")
        print(*kept, sep="", end="")
    """
    before = "from loguru import logger\n" if imported == "before" else ""

    assert [["INFO", "m"], [None, "plain m"], [None, "m"], [None, "m"]] == shown(
        script, f"import sys\n{before}captured = Kestra.capture()"
    )


def test_what_logging_passes_on_to_loguru_is_sent_once(shown, library):
    """Records that loguru's documented handler passes on are sent once, for either kind of sink."""
    library("loguru")
    script = """
        import logging
        from loguru import logger
        class Intercept(logging.Handler):
            def emit(self, record): logger.opt(depth=6).log(record.levelname, record.getMessage())
        logging.basicConfig(handlers=[Intercept()], level=0)
        logging.info("one %d", 1); logger.info("two")
        logger.remove(); logger.add(KestraHandler(), format="{message}")
        logging.info("three"); logger.info("four")
    """

    assert [["INFO", "one 1"], ["INFO", "two"], ["INFO", "three"], ["INFO", "four"]] == shown(
        script, "from kestra import KestraHandler; Kestra.capture()"
    )


def test_a_handler_of_rich_is_one_for_the_console(shown, library):
    """Rich's handler sends a record and does not draw its boxes."""
    library("rich")
    script = """
        import logging
        from rich.logging import RichHandler
        logging.basicConfig(level="INFO", handlers=[RichHandler()])
        logging.info("m")
    """

    assert [["INFO", "m"]] == shown(script)


def test_a_progress_bar_does_not_swallow_a_record(shown, library):
    """A bar of tqdm leaves its line open: the record begins one of its own."""
    library("tqdm")
    script = """
        import logging
        from tqdm import tqdm
        for step in tqdm(range(3), mininterval=0):
            logging.warning("step %d", step); logging.warning("again")
        logging.warning("done")
    """
    expected = [["WARN", text] for step in range(3) for text in (f"step {step}", "again")] + [["WARN", "done"]]

    found = shown(script)

    assert expected == [entry for entry in found if entry[0]]
    assert [["WARN", "again"]] * 3 == [after for entry, after in zip(found, found[1:]) if "step" in entry[1]]


def test_six_libraries_together_send_each_record_once(shown, library):
    """10,000 records from stdlib loggers, loguru, structlog, rich, a queue and warnings, each at its level."""
    for name in ("loguru", "structlog", "rich"):
        library(name)
    script = """
        import logging, logging.handlers, queue, random, warnings
        import structlog
        from loguru import logger as loguru
        from rich.logging import RichHandler
        logging.basicConfig(level="DEBUG", format="%(message)s")
        own = logging.getLogger("own"); own.addHandler(logging.StreamHandler())
        rich = logging.getLogger("rich"); rich.addHandler(RichHandler()); rich.propagate = False
        queued = logging.getLogger("queued"); queued.propagate = False
        line = queue.Queue(); queued.addHandler(logging.handlers.QueueHandler(line))
        listener = logging.handlers.QueueListener(line, logging.StreamHandler()); listener.start()
        structlog.configure(
            processors=[structlog.stdlib.render_to_log_kwargs],
            logger_factory=structlog.stdlib.LoggerFactory(), wrapper_class=structlog.stdlib.BoundLogger,
        )
        warnings.simplefilter("always")
        warnings.formatwarning = lambda message, *rest: str(message)
        loggers = [logging.getLogger("a.b.c"), own, rich, queued, structlog.get_logger("s"), loguru]
        levels = ("debug", "info", "warning", "error")
        random.seed(7)
        for number in range(10_000):
            choice = random.randrange(7)
            if choice == 6: warnings.warn(f"warning {number}")
            else:
                level = random.choice(levels)
                getattr(loggers[choice], level)(f"{level} {number}")
        listener.stop()
    """
    found = shown(script)
    names = {"debug": "DEBUG", "info": "INFO", "warning": "WARN", "error": "ERROR"}

    assert list(range(10_000)) == sorted(int(message.split()[1]) for _, message in found)
    assert [] == [entry for entry in found if entry[0] != names[entry[1].split()[0]]]
