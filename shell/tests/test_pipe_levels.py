"""The levels of what programs print: kestra_pipe --levels and kestra_run --levels, beside Python's kestra.levels."""

import json
import os
import subprocess
from collections.abc import Iterator

import pytest
from harness.runtimes import CONFORMANCE, need
from kestra import _wire
from kestra.levels import Detector
from shells import KESTRA, Run

CASES = [json.loads(path.read_text())["call"] for path in sorted((CONFORMANCE / "cases/valid/levels").glob("*.json"))]
TEXTS = [text.encode("utf-8", "surrogateescape") for _, _, text in CASES]
STACK = '"stack":"Error: x\\n    at f (a.js:1)"'
OBJECTS = [
    '{"level":"info","msg":"tab\\tquote\\" slash\\\\ e\\u00e9 \\ud83d\\ude00 \\ud83d","a":[1,{"b":"]"}],"c":null}',
    '{ "level" : "warn" , "msg" : "blanks" , "n" : 1.5e3 } ',
    '{"level":"error","msg":"bad escape","x":"\\q"}',
    '{"level":"error","msg":"bad escape in an object","x":{"y":"\\q"}}',
    '{"level":"error","msg":"a number with a sign","n":1.5-2}',
    '{"level":"error","msg":"no end"',
    '{"level":"error","msg":"comma at the end",}',
    '{"level":"error",msg:"no quotes"}',
    '{"level":"error","msg":"two"} {"level":"error"}',
    '{"level":"error","msg":"open","a":[1,2}',
    '{"level":"error","msg":"a","msg":"b"}',
    '{"level":"high","severity":"error","msg":"another level"}',
    '{"level":50,"msg":"pino","v":1}',
    '{"level":50,"rows":"a number of data"}',
    '{"level":3,"host":"h","short_message":"GELF"}',
    '{"severityNumber":17,"text":"OpenTelemetry"}',
    '{"log":{"level":"debug"},"message":"nested"}',
    '{"level":"error","fields":{"message":"nested","a":1},"target":"t"}',
    '{"level":"error","err":{"type":"E",' + STACK + ',"code":7,"cause":{"message":"inner"}},"msg":"failed"}',
    '{"level":"error","msg":"","stack":["a","b"]}',
    '{"level":"error"}',
    "{}",
    '{"s":"W","c":"STORAGE","ctx":"main","msg":"MongoDB"}',
]


def events(data: bytes, stream: str = "stdout", **options: object) -> bytes:
    """Return the records that Python makes of what a program printed."""
    detector = Detector(**options)
    return b"".join(
        (event.message if event.is_record else _wire.log_line(event.level, event.message)).encode() + b"\n"
        for event in detector.feed(stream, data) + detector.close(stream)
    )


def piped(data: bytes, awk: "dict[str, str]", options: str = "") -> bytes:
    """Return what kestra_pipe --levels makes of it in dash, with one awk."""
    done = subprocess.run(
        [need("dash"), "-c", f'. "$KESTRA"\nkestra_pipe --levels {options}'],
        input=data,
        env={"KESTRA": str(KESTRA), **awk},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert b"" == done.stderr
    return done.stdout


def lines_of(records: bytes) -> Iterator[tuple[str, str]]:
    """Yield the level and the message of each record."""
    for line in records.splitlines():
        yield from ((entry["level"], entry["message"]) for entry in json.loads(line[2:-2])["logs"])


def test_every_awk_reads_the_cases_as_python_does(awk: "dict[str, str]") -> None:
    """What programs print becomes the same records in every awk as in Python, whatever stands before it."""
    data = b"\n\n".join(TEXTS)
    assert events(data) == piped(data, awk)


def test_every_awk_takes_the_same_out_of_messages(awk: "dict[str, str]") -> None:
    """With -m, the messages are the same in every awk as in Python."""
    data = b"\n\n".join(TEXTS)
    assert events(data, message=True) == piped(data, awk, "-m")


@pytest.mark.parametrize("text", OBJECTS)
def test_every_awk_reads_json_as_python_does(text: str, awk: "dict[str, str]") -> None:
    """Objects of any form, and what is almost one, become the same records in every awk as in Python."""
    assert events(text.encode()) == piped(text.encode(), awk)


def test_long_lines_have_a_level(awk: "dict[str, str]") -> None:
    """The level of a line of a megabyte is read, and all of its text arrives."""
    text = "WARNING: " + 'a"b ' * 250_000
    found = list(lines_of(piped(text.encode(), awk)))
    assert ({"WARN"}, text) == ({level for level, _ in found}, "".join(message for _, message in found))


def test_what_tells_no_level_has_the_one_that_is_given(awk: "dict[str, str]") -> None:
    """The argument of kestra_pipe is the level of lines that tell none."""
    assert [("DEBUG", "plain")] == list(lines_of(piped(b"plain\n", awk, "DEBUG")))


def test_a_command_sends_each_line_at_its_level(run: Run) -> None:
    """Both streams are read, each with its own default, records pass, and the status is the command's."""
    script = """
    f() {
      echo plain; echo 'DEBUG: a'; echo '::{"outputs":{"rows":3}}::'
      echo plain >&2; printf 'WARNING: b\\n  more\\n' >&2
      return 3
    }
    kestra_run --levels -e DEBUG f; echo "$?"
    """
    done = run(script)
    expected = [
        _wire.log_line("INFO", "plain"),
        _wire.log_line("DEBUG", "DEBUG: a"),
        '::{"outputs":{"rows":3}}::',
        "3",
    ]
    errors = [_wire.log_line("DEBUG", "plain"), _wire.log_line("WARN", "WARNING: b\n  more")]
    assert (expected, errors) == (done.stdout.decode().splitlines(), done.stderr.decode().splitlines())


def test_stderr_without_levels_is_an_error(run: Run) -> None:
    """As Kestra has it, stdout is INFO and stderr ERROR where nothing tells another level; -o is for the first."""
    done = run("f() { echo out; echo err >&2; }\nkestra_run -l f; kestra_run -l -o WARN f")
    assert [("INFO", "out"), ("WARN", "out")] == list(lines_of(done.stdout))
    assert [("ERROR", "err"), ("ERROR", "err")] == list(lines_of(done.stderr))


def test_messages_of_a_command(run: Run) -> None:
    """With -m, time, level and thread are left out of the message."""
    done = run("kestra_run --levels --message echo '2026-01-02 03:04:05 [main] WARN disk is full'")
    assert [("WARN", "disk is full")] == list(lines_of(done.stdout))


def test_a_line_is_not_held_for_long(shell: "list[str]") -> None:
    """A line with a level arrives while the program still runs and prints nothing more."""
    process = subprocess.Popen(
        [*shell, "-c", '. "$KESTRA"\nkestra_pipe --levels'],
        env={"PATH": os.environ["PATH"], "KESTRA": str(KESTRA)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        process.stdin.write(b"WARNING: a\n")
        process.stdin.flush()
        assert [("WARN", "WARNING: a")] == list(lines_of(process.stdout.readline()))


@pytest.mark.parametrize("call", ["kestra_pipe -m", "kestra_pipe -j -m", "kestra_run --message echo a"])
def test_message_without_levels(run: Run, call: str) -> None:
    """What -m leaves out is known with --levels only, so it is refused alone."""
    done = run(f"{call}; echo $?")
    assert b"1\n" == done.stdout
    assert f"kestra: {call.split(maxsplit=1)[0]}: -m: expected --levels with it\n".encode() == done.stderr
