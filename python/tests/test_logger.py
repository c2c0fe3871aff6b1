"""The logger: `Kestra.logger()` is a real `logging.Logger`."""

import io
import logging
import subprocess
import sys
import textwrap

import pytest
from kestra import Kestra


@pytest.fixture
def logger():
    """The logger, put back as it was when the test ends."""
    logger = Kestra.logger()
    handlers = logger.handlers[:]

    yield logger

    logger.handlers[:] = handlers
    logger.filters.clear()
    logger.handlers[0].filters.clear()
    logger.handlers[0].setFormatter(None)
    logger.setLevel(1)
    logger.disabled = False
    logging.disable(logging.NOTSET)
    logging.setLogRecordFactory(logging.LogRecord)


@pytest.fixture
def root(monkeypatch):
    """Return the root logger without the handlers that pytest adds while a test runs."""

    def _root(*handlers):
        monkeypatch.setattr(logging.getLogger(), "handlers", list(handlers))
        return logging.getLogger()

    return _root


def test_it_is_always_the_same_logger_named_kestra(logger):
    """`logging.getLogger` returns the same logger."""
    assert logger is Kestra.logger()
    assert logger is logging.getLogger("Kestra")
    assert isinstance(logger, logging.Logger)


@pytest.mark.parametrize(
    ("method", "stream", "level"),
    [
        ("trace", "stdout", "TRACE"),
        ("debug", "stdout", "DEBUG"),
        ("info", "stdout", "INFO"),
        ("warning", "stderr", "WARN"),
        ("warn", "stderr", "WARN"),
        ("error", "stderr", "ERROR"),
        ("critical", "stderr", "ERROR"),
        ("fatal", "stderr", "ERROR"),
        ("exception", "stderr", "ERROR"),
    ],
)
def test_a_method_sends_its_level(method, stream, level, logger, sent):
    """Every level arrives, each on its stream, with the arguments in the message."""
    getattr(logger, method)("%s of %d rows", "3 %", 4)

    expected = "3 % of 4 rows" + ("\nNoneType: None" if method == "exception" else "")
    assert [[stream, level, expected]] == sent()


@pytest.mark.parametrize(("number", "level"), [(1, "TRACE"), (15, "DEBUG"), (25, "INFO"), (35, "WARN"), (60, "ERROR")])
def test_a_number_between_two_levels_is_not_lost(number, level, logger, sent):
    """A level of the caller's own counts as the one below it."""
    logger.log(number, "m")

    assert [[level, "m"]] == [entry[1:] for entry in sent()]


def test_trace_has_a_name_and_the_place_of_its_caller(logger, sent):
    """The level is 5 and named TRACE, and a formatter sees the calling function."""
    logger.handlers[0].setFormatter(logging.Formatter("%(levelname)s %(levelno)d %(funcName)s %(message)s"))
    logger.trace("m")
    logger.trace("m", stacklevel=1)

    assert [["stdout", "TRACE", "TRACE 5 test_trace_has_a_name_and_the_place_of_its_caller m"]] * 2 == sent()


def test_an_exception_is_one_record_with_its_traceback(logger, sent):
    """The traceback comes after the message, on a line of its own."""
    try:
        raise ValueError("f\u00fcnf")
    except ValueError:
        logger.exception("loading %s failed", "x")
    ((stream, level, message),) = sent()
    first, second, *_, last = message.split("\n")

    assert ("stderr", "ERROR") == (stream, level)
    assert ("loading x failed", "Traceback (most recent call last):", "ValueError: f\u00fcnf") == (first, second, last)


def test_the_stack_comes_with_the_message_when_asked_for(logger, sent):
    """`stack_info` is part of the message."""
    logger.info("here", stack_info=True)
    ((_, level, message),) = sent()

    assert ("INFO", ["here", "Stack (most recent call last):"]) == (level, message.split("\n")[:2])
    assert "test_the_stack_comes_with_the_message" in message


@pytest.mark.parametrize(
    ("message", "arguments", "text"),
    [
        ("%d rows", ("many",), "%d rows ('many',)"),
        ("%s and %s", ("one",), "%s and %s ('one',)"),
        ("none", ("left over",), "none ('left over',)"),
        ("%(a)s", ({"b": 1},), "%(a)s {'b': 1}"),
        ("100%", (1,), "100% (1,)"),
    ],
)
def test_arguments_that_do_not_fit_arrive_beside_the_message(message, arguments, text, logger, root, sent):
    """The level asked for is kept, by either path, and nothing is printed in its stead."""
    logger.debug(message, *arguments)
    root()
    logger.debug(message, *arguments)
    logger.debug(message, *arguments)

    assert [["stdout", "DEBUG", text]] * 3 == sent()


class Unprintable:
    def __repr__(self):
        raise RuntimeError("no")


@pytest.mark.parametrize(
    ("message", "arguments", "text"),
    [
        (b"caf\xc3\xa9 \xff", (), "caf\u00e9 \ufffd"),
        (b"%d rows", (3,), "3 rows"),
        (Unprintable(), (), "<unprintable Unprintable: RuntimeError>"),
        ("%s", (Unprintable(),), "%s <unprintable tuple: RuntimeError>"),
        ({"a": 1}, (), "{'a': 1}"),
        (None, (), "None"),
        ("%s", (), "%s"),
    ],
)
def test_any_message_arrives(message, arguments, text, logger, root, sent):
    """Bytes are decoded, and what cannot be printed is named, by either path."""
    logger.info(message, *arguments)
    root()
    logger.info(message, *arguments)
    logger.info(message, *arguments)

    assert [["stdout", "INFO", text]] * 3 == sent()


def test_the_traceback_arrives_when_the_arguments_do_not_fit(logger, sent):
    """A bad format loses nothing of the error that it was to report."""
    try:
        raise KeyError("k")
    except KeyError:
        logger.exception("%d", "x")
    ((_, level, message),) = sent()

    assert ("ERROR", "%d ('x',)", "KeyError: 'k'") == (level, message.split("\n")[0], message.split("\n")[-1])


def test_a_formatter_that_fails_does_not_lose_the_message(logger, sent):
    """The message is sent without the failing formatter."""
    logger.handlers[0].setFormatter(logging.Formatter("%(no_such_field)s %(message)s"))
    logger.warning("m %d", 1)

    assert [["stderr", "WARN", "m 1"]] == sent()


def test_console_handlers_of_the_root_logger_do_not_repeat_records(logger, root, sent):
    """The root logger's console handlers, of `logging` or ours, do not send a record again."""
    from kestra import KestraHandler

    root(logging.StreamHandler(sys.stderr), logging.StreamHandler(sys.stdout), KestraHandler())
    logger.info("m")
    logger.info("n", extra={})

    assert [["stdout", "INFO", "m"], ["stdout", "INFO", "n"]] == sent()


def test_a_console_handler_of_the_root_logger_is_known_by_its_descriptor(run):
    """A stream that was opened again for the same descriptor is the console too, as is a file of that name."""
    script = """
        import io, logging
        from kestra import Kestra
        logging.getLogger().addHandler(logging.StreamHandler(io.TextIOWrapper(io.FileIO(2, "w", closefd=False))))
        logging.getLogger().addHandler(logging.FileHandler("/dev/stdout"))
        Kestra.logger().warning("m")
    """
    done = run(script)

    assert (b"", b'::{"logs":[{"level":"WARN","message":"m"}]}::\n') == (done.stdout, done.stderr)


@pytest.mark.parametrize("name", [None, "orders"])
def test_other_handlers_of_the_root_logger_get_each_record_once(name, root, sent, tmp_path):
    """A file has what Kestra has, from the level of its handler on."""
    path = tmp_path / "load.log"
    file = logging.FileHandler(path)
    file.setLevel(logging.INFO)
    root(file, logging.StreamHandler(sys.stderr))
    logger = Kestra.logger(name)
    logger.debug("below")
    logger.info("%d rows", 3)
    file.close()

    assert ["below", "3 rows"] == [entry[2] for entry in sent()]
    assert "3 rows\n" == path.read_text()


def test_caplog_of_pytest_has_what_is_logged(tmp_path):
    """A test of a script asks it for the messages; one that cannot be formatted does not fail the test."""
    test = tmp_path / "test_load.py"
    test.write_text(
        textwrap.dedent("""
            from kestra import Kestra

            def test_load(caplog):
                Kestra.logger().warning("%d rows", 3)
                Kestra.logger("orders").info("%d rows", "many")
                assert [("Kestra", 30, "3 rows"), ("Kestra.orders", 20, "%d rows ('many',)")] == caplog.record_tuples
            """)
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, test]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=tmp_path, timeout=60, check=False)

    assert 0 == done.returncode, done.stdout.decode()


def test_a_handler_of_the_root_logger_that_raises_does_not_fail_the_caller(root, sent):
    """The record is sent all the same."""

    class Broken(logging.Handler):
        def emit(self, record):
            raise RuntimeError(record)

    root(Broken())
    Kestra.logger().info("m")

    assert [["stdout", "INFO", "m"]] == sent()


def test_a_logger_that_is_set_to_propagate_does(logger, root, sent, monkeypatch):
    """Then the root logger's handlers get each record once."""
    text = io.StringIO()
    root(logging.StreamHandler(text))
    monkeypatch.setattr(logger, "propagate", True)
    logger.info("m")

    assert ([["stdout", "INFO", "m"]], "m\n") == (sent(), text.getvalue())


def test_a_name_makes_a_child_that_sends_in_the_same_way(logger, root, sent):
    """The child has the fifth level, and is always the same; its name is not in the message."""
    root()
    orders = Kestra.logger("orders")
    orders.info("%d rows", 3)
    orders.trace("a")
    orders.info("b", extra={})

    assert [["stdout", "INFO", "3 rows"], ["stdout", "TRACE", "a"], ["stdout", "INFO", "b"]] == sent()
    assert orders is Kestra.logger("orders") is logging.getLogger("Kestra.orders")
    assert logger is orders.parent


def test_a_child_with_a_level_a_handler_or_a_parent_of_its_own_keeps_it(root, sent):
    """A change applies from the next record on."""
    root()
    orders = Kestra.logger("shop.orders")
    orders.info("before")
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    orders.addHandler(handler)
    orders.info("both")
    orders.removeHandler(handler)
    shop = Kestra.logger("shop")
    shop.addHandler(handler)
    orders.info("parent")
    shop.removeHandler(handler)
    shop.setLevel(logging.ERROR)
    orders.info("below")
    shop.setLevel(logging.NOTSET)

    assert ["before", "both", "parent"] == [entry[2] for entry in sent()]
    assert "both\nparent\n" == text.getvalue()


@pytest.mark.parametrize(
    ("name", "error", "text"),
    [
        (5, TypeError, "logger: expected a string, got int"),
        ("", ValueError, "logger: expected a non-empty string"),
    ],
)
def test_a_name_that_is_none_is_refused(name, error, text):
    """The error says what was expected and what came."""
    with pytest.raises(error) as caught:
        Kestra.logger(name)

    assert text == str(caught.value)


def test_formatters_filters_and_handlers_work_as_on_any_logger(logger, sent):
    """A filter may refuse or change a record, a formatter lays it out, another handler sees it as it was."""
    text = io.StringIO()
    logger.addHandler(logging.StreamHandler(text))
    logger.handlers[0].setFormatter(logging.Formatter("[%(name)s] %(message)s"))
    logger.addFilter(lambda record: "secret" not in record.getMessage())
    logger.info("secret")
    logger.info(b"public %d", 1)

    assert [["stdout", "INFO", "[Kestra] public 1"]] == sent()
    assert text.getvalue().startswith("b'public")


def test_children_and_adapters_send_through_it(logger, sent):
    """A child logger's records are sent once, an adapter's with its prefix."""

    class Prefix(logging.LoggerAdapter):
        def process(self, msg, kwargs):
            return f"{self.extra['job']}: {msg}", kwargs

    logger.getChild("part").warning("child")
    Prefix(logger, {"job": 7}).info("adapted")

    assert [["stdout", "INFO", "7: adapted"], ["stderr", "WARN", "child"]] == sent()


def test_levels_and_switches_work_as_on_any_logger(logger, sent):
    """`setLevel`, `disabled` and `logging.disable` are the caller's to use."""
    logger.setLevel(logging.WARNING)
    logger.info("below")
    logger.setLevel(1)
    logging.disable(logging.INFO)
    logger.info("below")
    logger.trace("below")
    logging.disable(logging.NOTSET)
    logger.disabled = True
    logger.error("off")
    logger.disabled = False
    logger.trace("on")

    assert [["stdout", "TRACE", "on"]] == sent()


def test_a_record_factory_is_used(logger, sent):
    """A field that a factory adds can be laid out."""

    def factory(*arguments, **keywords):
        record = logging.LogRecord(*arguments, **keywords)
        record.run = 42
        return record

    logging.setLogRecordFactory(factory)
    logger.handlers[0].setFormatter(logging.Formatter("%(run)d %(other)s %(message)s"))
    logger.info("m", extra={"other": "o"})

    assert [["stdout", "INFO", "42 o m"]] == sent()


def test_a_logger_of_that_name_that_was_there_before_becomes_it(run):
    """Code that has asked `logging` for the name before, with its own class, has the same logger."""
    script = """
        import logging
        class Own(logging.Logger):
            def own(self): return "own"
        logging.setLoggerClass(Own)
        before = logging.getLogger("Kestra")
        from kestra import Kestra
        Kestra.logger().trace("m")
        print(before is Kestra.logger(), before.own(), isinstance(before, Own))
    """
    done = run(script)

    assert b'::{"logs":[{"level":"TRACE","message":"m"}]}::\nTrue own True\n' == done.stdout
    assert b"" == done.stderr


def test_threads_that_ask_for_it_at_once_get_one_handler(run):
    """Nothing is sent twice when the first calls happen at the same time."""
    script = """
        import sys, threading
        from kestra import Kestra
        sys.setswitchinterval(1e-6)
        start = threading.Barrier(8)
        def work():
            start.wait()
            Kestra.logger().info("m")
        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
    """

    assert b'::{"logs":[{"level":"INFO","message":"m"}]}::\n' * 8 == run(script).stdout


def _make_records_of_another_level(*_):
    return logging.LogRecord("Kestra", logging.NOTSET, "", 0, "another", None, None)


CHANGES = {
    "a filter": lambda logger, _: logger.addFilter(lambda _: False),
    "a filter added to the handler": lambda logger, _: logger.handlers[0].addFilter(lambda _: False),
    "a filter of the handler": lambda logger, patch: patch.setattr(logger.handlers[0], "filters", [lambda _: False]),
    "a level": lambda logger, _: logger.setLevel(logging.ERROR),
    "a level of the handler": lambda logger, patch: patch.setattr(logger.handlers[0], "level", logging.ERROR),
    "logging.disable": lambda *_: logging.disable(logging.WARNING),
    "disabled": lambda logger, patch: patch.setattr(logger, "disabled", True),
    "another handler": lambda logger, _: logger.handlers.__setitem__(0, logging.NullHandler()),
    "a mock": lambda logger, patch: patch.setattr(logger, "handle", lambda _: None),
    "what Sentry does": lambda _, patch: patch.setattr(logging.Logger, "callHandlers", lambda *_: None),
    "what tracers do": lambda logger, patch: (
        patch.setattr(logging.Logger, "makeRecord", _make_records_of_another_level),
        logger.addFilter(lambda record: record.levelno > logging.NOTSET),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_applies_from_the_next_record_on(change, logger, root, sent, monkeypatch):
    """A change applies to the next record, also after records on the fast path."""
    root()
    logger.info("before %d", 1)
    change(logger, monkeypatch)
    logger.info("after")

    assert [["stdout", "INFO", "before 1"]] == sent()


def test_what_observed_logging_before_our_import_sees_each_log(run):
    """As Sentry does where it is initialised first: its function is not taken for that of `logging`."""
    script = """
        import functools, logging
        before = logging.Logger.callHandlers
        @functools.wraps(before)
        def call_handlers(self, record):
            print("seen", record.getMessage(), flush=True)
            before(self, record)
        logging.Logger.callHandlers = call_handlers
        from kestra import Kestra
        for number in range(3):
            Kestra.logger().info("m%d", number)
    """

    assert [b"seen m0", b"seen m1", b"seen m2"] == run(script).stdout.splitlines()[::2]


def test_a_record_factory_and_a_formatter_see_what_they_see_of_any_logger(logger, sent):
    """The record is the same as `logging` makes, with the place of the caller."""
    logger.info("before")
    records = []
    logging.setLogRecordFactory(
        lambda *args, **kwargs: records.append(logging.LogRecord(*args, **kwargs)) or records[-1]
    )
    logger.info("%(a)s", {"a": 1})
    logger.warning("b", extra={"more": 2})
    ours = [(r.levelno, r.getMessage(), r.funcName, r.filename, getattr(r, "more", None)) for r in records]

    name = "test_a_record_factory_and_a_formatter_see_what_they_see_of_any_logger"
    assert [(20, "1", name, "test_logger.py", None), (30, "b", name, "test_logger.py", 2)] == ours
    assert ["before", "1", "b"] == [entry[2] for entry in sent()]


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("%s", ("a",)),
        ("%s %s", ("a", 1)),
        ("%(a)s", ({"a": 1},)),
        ("%s", ({},)),
        ("%s", ({"a": 1},)),
        ("%s", ([1],)),
        ("100 %", ()),
        ("%d%%", (3,)),
        ("%s", (("a", "b"),)),
        ("", ()),
        ({"a": 1}, ()),
    ],
)
def test_the_fast_path_formats_as_logging_does(message, arguments, logger, root, sent):
    """A message is the same with a keyword argument, which takes the other way."""
    root()
    logger.info(message, *arguments)
    logger.info(message, *arguments, extra={})

    first, second = sent()
    assert second == first
    assert ["stdout", "INFO", logging.LogRecord("", 20, "", 1, message, arguments, None).getMessage()] == first


def test_a_level_between_error_and_critical_holds_back_errors(logger, root, sent):
    """The two have one name in Kestra, and are two levels of the logger."""
    root()
    logger.setLevel(45)
    for _ in range(2):
        logger.critical("a")
        logger.error("b")

    assert ["a", "a"] == [entry[2] for entry in sent()]
