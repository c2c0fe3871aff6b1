"""`kestra.levels`: events out of bytes. What the rules tell of a line is held by the cases in conformance/."""

import subprocess
import sys
from pathlib import Path

import pytest
from kestra.levels import Detector, Event
from kestra.levels._lines import read_line
from kestra.levels._shapes import Shapes
from kestra.levels._stream import LINE_LIMIT

ROOT = Path(__file__).resolve().parents[3]


def events(text, *, stream="stdout", **options):
    """Return the level and the message of each event in a text."""
    detector = Detector(**options)
    return [(level, message) for _, level, message, _ in detector.feed(stream, text.encode()) + detector.close()]


def test_the_rules_of_each_language_are_those_of_all_languages():
    """The tables of Python and Node are what the script makes of `conformance/levels.json`."""
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "level_rules.py", "--check"], capture_output=True, text=True, check=False
    )

    assert "" == done.stderr
    assert 0 == done.returncode


def test_an_event_is_returned_when_the_next_line_is_another():
    """Until then, more lines may belong to it."""
    detector = Detector()

    assert [] == detector.feed("stderr", b"WARNING: one\n")
    assert detector.is_holding
    assert [] == detector.feed("stderr", b"  of three\nERR")
    assert [Event("stderr", "WARN", "WARNING: one\n  of three")] == detector.feed("stderr", b"OR: two\n")
    assert [Event("stderr", "ERROR", "ERROR: two")] == detector.close()


def test_the_streams_are_apart():
    """A line on one stream ends no event on the other, and closing one leaves the other open."""
    detector = Detector()
    detector.feed("stdout", b"WARNING: one\n")
    detector.feed("stderr", b"INFO: two\n")
    detector.feed("stdout", b"  more\n")

    assert [Event("stdout", "WARN", "WARNING: one\n  more")] == detector.close("stdout")
    assert [Event("stderr", "INFO", "INFO: two")] == detector.close()


def test_a_traceback_after_a_flush_is_an_error_of_its_own():
    """A warning that was printed some time before an exception does not make it one."""
    detector = Detector()
    detector.feed("stderr", b"WARNING: slow\n")
    detector.flush()
    text = "Traceback (most recent call last):\n  File 'a.py', line 1\nKeyError: 'k'"

    assert [Event("stderr", "ERROR", text)] == detector.feed("stderr", f"{text}\n".encode()) + detector.close()


def test_lines_after_a_flush_have_the_level_of_their_event():
    """Held lines are sent after a moment, and a later stack trace still belongs to its error."""
    detector = Detector()
    detector.feed("stdout", b"ERROR: broken\n")

    assert [Event("stdout", "ERROR", "ERROR: broken")] == detector.flush()
    assert not detector.is_holding
    detector.feed("stdout", b"  at load\n")
    assert [Event("stdout", "ERROR", "  at load")] == detector.close()


def test_the_levels_of_the_streams_can_be_chosen():
    """The levels apply to lines that no rule matches."""
    assert [("DEBUG", "a"), ("ERROR", "error: b")] == events("a\nerror: b\n", stdout="DEBUG")
    assert [("INFO", "a")] == events("a\n", stream="stderr", stderr="INFO")


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_bytes_may_come_in_any_pieces(size):
    """Characters of several bytes, line ends and records are put together."""
    data = 'WARNING: é\n  ü\n::{"outputs":{"a":"é"}}::\nERROR: 日本\r\n'.encode()
    detector = Detector()
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    found = [event for piece in pieces for event in detector.feed("stdout", piece)] + detector.close()

    assert [
        ("WARN", "WARNING: é\n  ü"),
        ("", '::{"outputs":{"a":"é"}}::'),
        ("ERROR", "ERROR: 日本"),
    ] == [(event.level, event.message) for event in found]
    assert [False, True, False] == [event.is_record for event in found]


def test_a_record_keeps_its_bytes():
    """Kestra decides what to make of bytes that are not UTF-8."""
    line = b'::{"outputs":{"a":"\xe9"}}::'
    (event,) = Detector().feed("stdout", line + b"\n")

    assert line == event.message.encode(errors="surrogateescape")


def test_a_record_behind_a_carriage_return_is_one():
    """A carriage return ends a line for Kestra, so the record begins a line."""
    assert [("INFO", "50 %"), ("", '::{"outputs":{}}::')] == events('50 %\r::{"outputs":{}}::\n')


def test_a_long_event_comes_in_parts():
    """A stack overflow of a million lines does not have to be held; each part has the level of the event."""
    found = events("ERROR: deep\n" + "  at f\n" * 30_000)

    assert {"ERROR"} == {level for level, _ in found}
    assert 1 < len(found) < 10
    assert 30_001 == sum(message.count("\n") + 1 for _, message in found)


def test_a_long_line_comes_in_parts():
    """A line without an end is not held for ever, and no character is cut."""
    detector = Detector()
    text = "WARNING: " + "é" * LINE_LIMIT
    found = detector.feed("stdout", text[:9].encode()) + detector.feed("stdout", text[9:].encode())
    found += detector.close()

    assert {"WARN"} == {event.level for event in found}
    assert len(text) == sum(len(event.message) for event in found)
    assert "\ufffd" not in "".join(event.message for event in found)


def test_a_progress_bar_without_a_line_end_is_not_held():
    """Only the state that a carriage return has not overwritten matters."""
    detector = Detector()
    for percent in range(100):
        assert [] == detector.feed("stderr", f"{percent} %{' ' * 20_000}\r".encode())
    (event,) = detector.close()

    assert "99 %" == event.message.strip()


@pytest.mark.parametrize(
    ("line", "name", "message"),
    [
        ("2026-11-28 10:00:00,123 INFO no rows", "", "no rows"),
        ("2026-11-28 10:00:00,123 - loader - INFO - no rows", "loader", "no rows"),
        ("10:00:00.123 [main] INFO  com.acme.Load - no rows", "com.acme.Load", "no rows"),
        ("2026-11-28T10:00:00.123Z  INFO 7 --- [           main] c.acme.Load   : no rows", "c.acme.Load", "no rows"),
        ("[2026-11-28 10:00:00 +0000] [7] [INFO] Listening at: http://x", "", "Listening at: http://x"),
        ("2026/11/28 10:00:00 [notice] 7#7: start worker", "", "start worker"),
        ("2026-11-28 10:00:00.123 | INFO     | load:main:3 - no rows", "load:main:3", "no rows"),
        ("[2026-11-28T10:00:00Z INFO  acme::load] no rows", "acme::load", "no rows"),
        ("2026-11-28T10:00:00.123Z  INFO acme::load: no rows", "acme::load", "no rows"),
        ("INFO:root:no rows", "root", "no rows"),
        ("INFO: no rows", "", "no rows"),
        ("[INFO] no rows", "", "no rows"),
        ("INFO no rows", "", "no rows"),
        ("info: no rows", "", "no rows"),
        ("I1128 10:00:00.123456       7 load.go:103] no rows", "", "no rows"),
        ("I, [2026-11-28T10:00:00.123456 #7]  INFO -- : no rows", "", "no rows"),
        ("<6>no rows", "", "no rows"),
        ('time=2026-11-28T10:00:00Z level=info msg="no \\"rows\\"" a=1', "", 'no "rows" a=1'),
        ("npm notice no rows", "", "no rows"),
        ("load.c:3:5: note: no rows", "", "load.c:3:5: no rows"),
        ("::notice file=a.js::no rows", "", "no rows"),
        ("info: [db1]: no rows", "", "[db1]: no rows"),
    ],
)
def test_a_message_can_be_without_its_head(line, name, message):
    """Time, level, process, thread and logger go; the logger's name can stand before the message."""
    assert [("INFO", message)] == events(line, message=True)
    assert [("INFO", f"{name}: {message}" if name else message)] == events(line, message=True, names=True)


def test_a_level_in_words_is_a_part_of_the_message():
    """Only the time goes from a message that tells its level in words."""
    assert [("ERROR", "Failure in model c (c.sql)")] == events("10:00:00  Failure in model c (c.sql)\n", message=True)


def test_a_message_can_be_in_the_next_line():
    """Only the message of a log of `java.util.logging` is sent."""
    text = "Nov 28, 2026 10:00:00 AM com.acme.Load main\nWARNING: slow\n  query\n"

    assert [("WARN", "slow\n  query")] == events(text, message=True)


def test_the_name_of_a_logger_in_json_can_stand_before_the_message():
    """The name of a logger in JSON precedes the message with the option."""
    line = '{"level":"info","logger":"load","msg":"no rows","a":1}'

    assert [("INFO", 'no rows {"logger":"load","a":1}')] == events(line)
    assert [("INFO", 'load: no rows {"a":1}')] == events(line, names=True)


@pytest.mark.parametrize(
    "line",
    [
        '{"level":"info"',
        '{"level":"info",}',
        '{"level":"info"} {"level":"warn"}',
        '{"level":null,"message":"a"}',
        "{" * 50_000 + "}" * 50_000,
        '{"level":["info"]}',
    ],
    ids=["cut", "comma", "two", "null", "deep", "list"],
)
def test_json_that_is_not_a_log_entry_stays_unchanged(line):
    """A line that begins like JSON need not be JSON."""
    assert [("DEBUG", line)] == events(line, stdout="DEBUG")


def test_errors_in_json_come_as_lines_with_their_causes():
    """An error of pino has a stack, and each cause its own."""
    line = (
        '{"level":50,"time":1,"pid":7,"hostname":"h","err":{"type":"Error","message":"a","stack":"Error: a\\n  at f",'
        '"code":3,"cause":{"message":"b","stack":"Error: b\\n  at g"}},"msg":"failed"}'
    )

    assert [("ERROR", 'failed {"err":{"code":3}}\nError: a\n  at f\nCaused by: Error: b\n  at g')] == events(line)


@pytest.mark.parametrize("part", ["\t", "{", "[a", "a.", "a-", "a: ", "1.", '{"a":1,', "\x1b[", '=a="\\'])
def test_a_long_line_of_any_marks_is_read(part):
    """No rule looks again and again at the same text: with one that did, this would take minutes."""
    line = f"2026-11-28 10:00:00 {part * 30_000}"
    detector = Detector(message=True)
    found = detector.feed("stdout", line.encode() + b"\n") + detector.close()

    assert {"INFO"} == {event.level for event in found}


HEADS = [
    ("2026-11-28 10:00:00,123 ", " "),
    ("2026-11-28 10:00:00,123 [main] ", " "),
    ("[2026-11-28 10:00:00 +0000] [7] [", "]"),
    ("10:00:00.123 loader.rows ", ":"),
    ("10:00:00.123 (loader ", " "),
    ("2026-11-28T10:00:00Z 0x7f00 ", " "),
    ("2026-11-28 10:00:00 - loader - ", " "),
]
TAILS = ["a", ") a] b", "- a", "] a", "a=1 level=warn", "error: a", "  - a:12] b", "[a.py:3] b", "> a | b", ""]


@pytest.mark.parametrize(("head", "end"), HEADS)
def test_a_line_of_a_known_shape_is_read_as_by_all_rules(head, end):
    """What stands behind the level, or is another digit, changes nothing; a word that is no level is found again."""
    shapes = Shapes(names=False)
    for _ in range(10):
        shapes.read(f"{head}INFO{end}rows")
    words = ["INFO", "WARNING", "ERROR", "DEBUG-4", "ROWS", "info"]
    heads = [head, head.replace("0", "7")]
    lines = [f"{start}{word}{end}{tail}" for start in heads for word in words for tail in TAILS]

    assert [read_line(line) for line in lines] == [shapes.read(line) for line in lines]


@pytest.mark.parametrize("names", [False, True])
@pytest.mark.parametrize(
    "line",
    [
        '{"level":"warn","msg":"b","rows":[1],"logger":"l","time":1}',
        '{"level":"warn","msg":"b","rows":"\\u00e9","logger":"l","time":1}',
        '{"level":"warn","msg":"b\\nc\\n","rows":1,"logger":"l","time":1}',
        '{"level":"warn","msg":"","rows":1,"logger":"","time":1}',
        '{"level":"warn","msg":3,"rows":1,"logger":4,"time":1}',
        '{"level":40,"msg":"b","rows":1,"logger":"l","time":1}',
        '{"level":"rows","msg":"b","rows":1,"logger":"l","time":1}',
        '{"level":"war\\u006e","msg":"b","rows":1,"logger":"l","time":1}',
        '{"level":"warn","msg":"\\x","rows":1,"logger":"l","time":1}',
        '{"level":"warn","msg":"b","rows":1,"logger":"l","time":1} c',
        '{"level":"warn", "msg":"b","rows":1,"logger":"l","time":1}',
    ],
)
def test_json_of_a_known_shape_is_read_as_any_other(line, names):
    """Values of other kinds than those before are read by the rules for all."""
    warm = '{"level":"info","msg":"a","rows":1,"logger":"l","time":1}\n' * 10

    assert events(f"{line}\n", names=names) == events(f"{warm}{line}\n", names=names)[10:]


def test_lines_of_a_logger_are_events_alone_between_other_lines():
    """A stack trace, a blank line and text belong where they do in a short output."""
    line = "2026-11-28 10:00:00,123 {} loader rows\n"
    other = "Traceback (most recent call last):\n  File 'a.py', line 1\nKeyError: 'k'\n\ntext\n"
    lines = line.format("INFO") * 3 + line.format("ERROR") + other + line.format("INFO")
    lines += '{"level":"warn","msg":"a"}\n'
    warm = line.format("INFO") * 200

    assert events(lines)[3:] == events(warm + lines * 2)[-len(events(lines)[3:]) :]
