"""The API: `Kestra.log`, `Kestra.logs` and `Kestra.format`."""

import datetime as dt
import enum
import inspect
import json
import logging

import pytest
from kestra import Kestra


def line(level, message):
    return f'::{{"logs":[{{"level":"{level}","message":"{message}"}}]}}::\n'


@pytest.mark.parametrize("level", ["TRACE", "DEBUG", "INFO"])
def test_a_level_below_warn_goes_to_standard_output(level, capfd):
    """TRACE, DEBUG and INFO are lines of standard output."""
    Kestra.log(level, "m")

    assert (line(level, "m"), "") == capfd.readouterr()


@pytest.mark.parametrize("level", ["WARN", "ERROR"])
def test_a_level_from_warn_on_goes_to_standard_error(level, capfd):
    """WARN and ERROR are lines of standard error."""
    Kestra.log(level, "m")

    assert ("", line(level, "m")) == capfd.readouterr()


@pytest.mark.parametrize(
    ("given", "level"),
    [
        ("info", "INFO"),
        ("wArN", "WARN"),
        ("WARNING", "WARN"),
        ("critical", "ERROR"),
        ("Fatal", "ERROR"),
        (-5, "TRACE"),
        (0, "TRACE"),
        (9, "TRACE"),
        (10, "DEBUG"),
        (19, "DEBUG"),
        (20, "INFO"),
        (29, "INFO"),
        (30, "WARN"),
        (39, "WARN"),
        (40, "ERROR"),
        (50, "ERROR"),
        (10**30, "ERROR"),
        (enum.IntEnum("Severity", {"NOTICE": 25}).NOTICE, "INFO"),
    ],
)
def test_a_level_is_a_name_an_alias_or_a_number(given, level, sent):
    """Names count in any case, numbers by threshold."""
    Kestra.log(given, "m")

    assert [[level, "m"]] == [entry[1:] for entry in sent()]


@pytest.mark.parametrize(
    ("level", "error", "text"),
    [
        ("LOUD", ValueError, 'level: expected TRACE, DEBUG, INFO, WARN or ERROR, got "LOUD"'),
        ("", ValueError, 'level: expected TRACE, DEBUG, INFO, WARN or ERROR, got ""'),
        (" INFO", ValueError, 'level: expected TRACE, DEBUG, INFO, WARN or ERROR, got " INFO"'),
        ("20", ValueError, 'level: expected TRACE, DEBUG, INFO, WARN or ERROR, got "20"'),
        ("\u0131nfo", ValueError, 'level: expected TRACE, DEBUG, INFO, WARN or ERROR, got "\\u0131nfo"'),
        (None, TypeError, "level: expected the name or the number of a level, got NoneType"),
        (True, TypeError, "level: expected the name or the number of a level, got bool"),
        (20.0, TypeError, "level: expected the name or the number of a level, got float"),
    ],
)
def test_a_level_that_does_not_exist_is_refused(level, error, text, capfd):
    """The error says what was expected and what came; nothing is written."""
    with pytest.raises(error) as caught:
        Kestra.log(level, "m")

    assert text == str(caught.value)
    assert ("", "") == capfd.readouterr()


class Unprintable:
    def __str__(self):
        raise RuntimeError("no")


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("", ""),
        (None, "None"),
        (1.5, "1.5"),
        ({"a": [1]}, "{'a': [1]}"),
        (b"caf\xc3\xa9 \xff", "caf\u00e9 \ufffd"),
        (bytearray(b"b"), "b"),
        (memoryview(b"b"), "b"),
        ("%s {} {{x}} ${y}", "%s {} {{x}} ${y}"),
        ("a\0b", "a\ufffdb"),
        ("a\\u0000b\\\\u0000", "a\ufffdb\\\ufffd"),
        ("\ud800a\udfff", "\ufffda\ufffd"),
        ("\ud83d\ude80", "\U0001f680"),
        ("\ude80\ud83d", "\ufffd\ufffd"),
        (Unprintable(), "<unprintable Unprintable: RuntimeError>"),
    ],
)
def test_any_message_arrives(message, text, sent):
    """Any object is a message, and what Kestra cannot store is replaced."""
    Kestra.log("INFO", message)

    assert [["stdout", "INFO", text]] == sent()


def test_a_message_cannot_forge_a_line(capfd):
    """A line inside a message is text of the message."""
    Kestra.log("INFO", '"}]}::\n::{"logs":[{"level":"ERROR","message":"forged"}]}::')

    forged = r"\"}]}::\n::\u007b\"logs\":[{\"level\":\"ERROR\",\"message\":\"forged\"}]}::"
    assert (line("INFO", forged), "") == capfd.readouterr()


@pytest.mark.parametrize(
    ("message", "lengths"),
    [
        ("x" * 15_360, [15_360]),
        ("x" * 15_361, [15_360, 1]),
        ("x" * 30_720, [15_360, 15_360]),
        ("x" * 15_359 + "\U0001f680", [15_359, 1]),
        ("x" * 15_358 + "\U0001f680", [15_359]),
        ("\U0001f680" * 7_681, [7_680, 1]),
        ("x" * 15_354 + "\\u0000" + "y" * 5, [15_360]),
        ("x" * 1_000_000, [15_360] * 65 + [1_600]),
    ],
    ids=lambda value: str(len(value)),
)
def test_a_message_that_kestra_would_cut_is_several_entries_of_one_record(message, lengths, sent):
    """Each entry is as long as fits in 15,360 UTF-16 units, and no pair is cut."""
    Kestra.log("DEBUG", message)

    entries = sent()
    assert [["stdout", "DEBUG"]] * len(lengths) == [entry[:2] for entry in entries]
    assert lengths == [len(message) for *_, message in entries]
    assert message.replace("\\u0000", "\ufffd") == "".join(entry[2] for entry in entries)


def test_a_batch_is_one_line(capfd):
    """Entries keep their order, and what else an entry holds is ignored, as Kestra does."""
    Kestra.logs([{"message": "a", "level": "debug", "timestamp": 1}, {"level": 20, "message": b"b"}])

    expected = '::{"logs":[{"level":"DEBUG","message":"a"},{"level":"INFO","message":"b"}]}::\n'
    assert (expected, "") == capfd.readouterr()


@pytest.mark.parametrize("level", ["WARN", "ERROR"])
def test_a_batch_with_one_warning_goes_to_standard_error(level, capfd):
    """One WARN or ERROR takes the whole batch along."""
    Kestra.logs(iter([{"level": "INFO", "message": "a"}, {"level": level, "message": "b"}]))

    expected = f'::{{"logs":[{{"level":"INFO","message":"a"}},{{"level":"{level}","message":"b"}}]}}::\n'
    assert ("", expected) == capfd.readouterr()


def test_a_batch_of_nothing_writes_nothing(capfd):
    """An empty list is no mistake."""
    Kestra.logs([])

    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize(
    ("entries", "error", "text"),
    [
        ([{"level": "INFO"}], ValueError, 'logs[0]["message"]: message is missing'),
        ([{"message": "m"}], ValueError, 'logs[0]["level"]: level is missing'),
        (
            [{"level": "INFO", "message": "m"}, {"level": "x", "message": "m"}],
            ValueError,
            'logs[1]["level"]: expected TRACE, DEBUG, INFO, WARN or ERROR, got "x"',
        ),
        (["m"], TypeError, "logs[0]: expected an object, got str"),
        ({"level": "INFO", "message": "m"}, TypeError, "logs: expected a list of entries, got dict"),
        ("text", TypeError, "logs: expected a list of entries, got str"),
        (None, TypeError, "logs: expected a list of entries, got NoneType"),
    ],
)
def test_a_batch_with_a_mistake_is_refused_whole(entries, error, text, capfd):
    """The error names the entry, and the good ones are not written either."""
    with pytest.raises(error) as caught:
        Kestra.logs(entries)

    assert text == str(caught.value)
    assert ("", "") == capfd.readouterr()


def test_format_returns_the_line_without_writing_it(capfd):
    """A mapping keeps its order, and numbers their kind."""
    payload = {"outputs": {"b": [1, 2.0, None, True], "a": {"\u00e9": ()}}, "logs": []}

    assert '::{"outputs":{"b":[1,2.0,null,true],"a":{"\\u00e9":[]}},"logs":[]}::' == Kestra.format(payload)
    assert ("", "") == capfd.readouterr()


def test_logging_is_imported_for_the_logger_only(run):
    """`Kestra.log` costs no start-up time but its own."""
    script = """
        import sys
        before = {*sys.modules, "_json", "atexit", "itertools"}  # which are part of the interpreter
        from kestra import Kestra
        Kestra.log("INFO", "m")
        print(*sorted(set(sys.modules) - before))
        Kestra.logger()
        print("logging" in sys.modules)
    """
    modules = "kestra kestra._api kestra._stream kestra._wire"

    assert f"{line('INFO', 'm')}{modules}\nTrue\n".encode() == run(script).stdout


def test_numbers_of_levels_are_those_of_logging(sent):
    """A constant of `logging` may be passed as it is."""
    Kestra.log(logging.WARNING, "m")

    assert [["stderr", "WARN", "m"]] == sent()


def test_unknown_attribute_raises_attribute_error():
    """An unknown attribute of the package raises AttributeError, as for any module."""
    assert not hasattr(__import__("kestra"), "nothing")


@pytest.mark.parametrize("special", ["", '"', "\\", "\n", "\t", "\x1b", "\x7f", "\xe9", "\U0001f680", "\\u0000"])
@pytest.mark.parametrize("place", [0, 700, 1400])
def test_a_long_message_is_escaped_wherever_it_needs_it(special, place, capsys):
    """Long text takes a quicker way where there is nothing to escape."""
    text = "x" * place + special + "x" * (1400 - place)
    Kestra.log("INFO", text)

    quoted = json.dumps(text.replace("\\u0000", "\ufffd")).replace("\x7f", "\\u007f")
    assert f'::{{"logs":[{{"level":"INFO","message":{quoted}}}]}}::\n' == capsys.readouterr().out


@pytest.mark.parametrize(
    ("message", "arguments", "text"),
    [
        ("%d rows", (3,), "3 rows"),
        ("%(a)s", ({"a": 1},), "1"),
        (b"%s", ("x",), "x"),
        ("%d rows", ("many",), "%d rows ('many',)"),
        ("100 %", (), "100 %"),
    ],
)
def test_a_message_is_formatted_with_its_arguments(message, arguments, text, sent):
    """Arguments are formatted as in `logging`, and those that do not fit follow the message."""
    Kestra.log("INFO", message, *arguments)

    assert [["stdout", "INFO", text]] == sent()


def test_outputs_may_be_given_by_the_name_of_version_2(capfd):
    """The parameter is called `map_`."""
    Kestra.outputs(map_={"rows": 3})

    assert ('::{"outputs":{"rows":3}}::\n', "") == capfd.readouterr()


def test_the_help_of_a_timer_has_a_readable_signature():
    """No address of an object stands for the duration that may be left out."""
    signature = str(inspect.signature(Kestra.timer))

    assert " at 0x" not in signature
    assert "duration: 'Any' = <to be measured>" in signature


class Seconds:
    def __init__(self, seconds):
        self.seconds = seconds

    def total_seconds(self):
        return self.seconds


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (dt.timedelta(milliseconds=250), "0.25"),
        (Seconds(5), "5"),
        (dt.timedelta(seconds=-1), "-1.0"),
        (-0.0001, "-0.0001"),
    ],
)
def test_a_duration_may_have_a_type_of_its_own_and_be_below_0(duration, text, capfd):
    """Anything with `total_seconds` is a duration; a clock that was set back loses nothing."""
    Kestra.timer("t", duration)

    assert f'"type":"timer","value":{text},"tags"' in capfd.readouterr().out


def test_a_duration_of_numpy_is_a_duration(library, capfd):
    """The unit may be any that has a length."""
    numpy = library("numpy")
    Kestra.timer("t", numpy.timedelta64(1500, "ms"))
    Kestra.timer("t", numpy.timedelta64(2, "h"))

    assert ["1.5", "7200.0"] == [
        line.split('"value":')[1].split(",")[0] for line in capfd.readouterr().out.splitlines()
    ]


def test_a_number_and_its_text_are_one_name_of_a_metric(capfd):
    """A second type is refused for either form."""
    Kestra.counter(20241, 12)
    with pytest.raises(ValueError, match='gauge "20241": already sent as a counter'):
        Kestra.gauge("20241", 12)

    assert '"name":"20241","type":"counter"' in capfd.readouterr().out


def test_an_older_python_is_refused_in_one_line(run):
    """A copied folder has no `requires-python`: the error names the oldest Python that the package runs on."""
    done = run("import sys; sys.version_info = (3, 8, 18, 'final', 0); import kestra")

    assert b"ImportError: kestra needs Python 3.9 or newer, this is 3.8" == done.stderr.splitlines()[-1]
