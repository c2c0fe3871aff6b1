"""What other programs print, as records: kestra_pipe, kestra_run and kestra_failed."""

import os
import select
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from harness.runtimes import need
from shells import KESTRA, Run
from support.oracle import LIMIT, record

RECORD = b'::{"outputs":{"rows":3}}::\n'
LINES = [
    b"plain",
    b"",
    b'say "yes" \\ no',
    b"\tindented\t",
    b"  spaces  ",
    "caf\u00e9 \u2713 \U0001f680".encode(),
    b"\xff\x1b[1m",
    b"a \\u0000 b",
]

PYTHON = """
import sys
print("start", flush=True)
try:
    raise KeyError("key")
except KeyError as error:
    raise ValueError("bad") from error
"""
NODE = 'console.log("start"); const e = new Error("boom", {cause: new Error("inner")}); e.code = "E1"; console.error(e)'
JAVA = (
    'Exception in thread "main" java.lang.IllegalStateException: x\n\tat a.B.c(B.java:1)\n'
    "\tSuppressed: java.io.IOException: z\n\t\tat a.B.d(B.java:2)\n"
    "Caused by: java.io.IOException: y\n\t... 12 more"
)


def records(lines: list[bytes], level: str = "INFO") -> bytes:
    """Return one record a line."""
    return b"".join(record((level, line)) for line in lines)


def piped(shell: list[str], script: str, environment: "dict[str, str] | None" = None) -> "subprocess.Popen[bytes]":
    """Start a script whose streams are pipes, after sourcing kestra.sh."""
    return subprocess.Popen(
        [*shell, "-c", f'. "$KESTRA"\n{script}'],
        env={"PATH": os.environ["PATH"], "KESTRA": str(KESTRA), "LC_ALL": "C.UTF-8", **(environment or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_each_line_is_a_record(run: Run) -> None:
    """Lines of any kind become INFO records on stdout, and the status is 0."""
    done = run('printf %s "$1" | kestra_pipe; echo $?', b"\n".join(LINES), locale="C.UTF-8")
    assert (records(LINES) + b"0\n", b"") == (done.stdout, done.stderr)


def test_each_line_is_a_record_in_every_awk(awk: dict[str, str]) -> None:
    """Whichever awk there is, the records are the same, of long lines too."""
    lines = [*LINES, b"x" * (LIMIT + 1), b"\xe6\xbc\xa2" * 20_000, b'a"b ' * 250_000]
    done = subprocess.run(
        [need("dash"), "-c", '. "$KESTRA"; kestra_pipe'],
        input=b"\n".join(lines),
        env={"KESTRA": str(KESTRA), **awk},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert records(lines) == done.stdout


def test_without_awk(run: Run) -> None:
    """Without awk, lines and a status arrive in the same way."""
    done = run(
        "kestra_pipe warn; echo $?",
        environment={"PATH": "/nonexistent"},
        locale="C.UTF-8",
        stdin=None,
        input=b"\n".join(LINES),
    )
    assert (b"0\n", records(LINES, "WARN")) == (done.stdout, done.stderr)
    done = run(
        "kestra_run kestra_info a; work() { echo b; return 7; }; kestra_run work || echo $?",
        environment={"PATH": "/nonexistent"},
    )
    assert records([b"a", b"b"]) + b"7\n" == done.stdout


FRAME = b'::{"outputs":{"a":1}}::'


@pytest.mark.parametrize("options", ["", "-j", "--levels", "--batch"])
def test_what_kestra_reads_as_a_record_stays_one(awk: dict[str, str], options: str) -> None:
    """In every mode and awk, a frame is a record before an indented line and beside a carriage return, too."""
    text = b"%s\n\tat x\n10%%\r%s\r\n%s\r%s\rlast\n" % (FRAME, FRAME, FRAME, FRAME)
    done = subprocess.run(
        [need("dash"), "-c", f'. "$KESTRA"; kestra_pipe {options}'],
        input=text,
        env={"KESTRA": str(KESTRA), **awk},
        capture_output=True,
        check=True,
        timeout=60,
    )

    assert [FRAME] * 4 == [line for line in done.stdout.splitlines() if line == FRAME]
    assert b'"last"' in done.stdout


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("path", [None, "/nonexistent"], ids=["awk", "no-awk"])
def test_what_kestra_does_not_read_as_a_record_is_text(run: Run, separator: str, path: str) -> None:
    """A frame with a character that ends a line in Java's patterns is text, also without awk."""
    frame = f'::{{"outputs":{{"a":"{separator}"}}}}::'.encode()
    environment = {"PATH": path} if path else {}
    for locale in ("C", "C.UTF-8"):
        done = run(
            "kestra_pipe", environment=environment, locale=locale, stdin=None, input=frame + b"\n" + FRAME + b"\r\n"
        )

        assert record(("INFO", frame)) + FRAME + b"\n" == done.stdout


@pytest.mark.parametrize("shell", ["dash"], indirect=True)
def test_a_line_is_sent_at_once(shell: list[str], awk: dict[str, str]) -> None:
    """A record is there before the next line is, in every awk."""
    with piped(shell, "kestra_pipe", awk) as process:
        for line in (b"first", b'"second"', "\u2713".encode()):
            process.stdin.write(line + b"\n")
            process.stdin.flush()
            assert [process.stdout] == select.select([process.stdout], [], [], 20)[0]
            assert record(("INFO", line)) == os.read(process.stdout.fileno(), 9999)
        process.stdin.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RECORD, RECORD),
        (b"a\r\nb\r\n", records([b"a", b"b"])),
        (b" 10%\r 50%\r100%\n", records([b"100%"])),
        (b" " + RECORD, records([b" " + RECORD.rstrip()])),
        (b"\n\n", records([b"", b""])),
        (b"", b""),
    ],
    ids=["record", "crlf", "progress", "indented-record", "empty-lines", "nothing"],
)
def test_lines_that_are_special(run: Run, text: bytes, expected: bytes) -> None:
    """A record passes through, CR LF ends a line, of what a CR overwrites the last is sent, and nothing is nothing."""
    done = run("kestra_pipe", stdin=None, input=text)
    assert (0, expected, b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(("level", "number"), [("debug", 1), ("Warning", 2), ("fatal", 2)])
def test_level(run: Run, level: str, number: int) -> None:
    """The level is taken in any case, and says where the records go."""
    done = run(f"echo a | kestra_pipe {level}")
    name = {"debug": "DEBUG", "Warning": "WARN", "fatal": "ERROR"}[level]
    assert record((name, b"a")) == (done.stdout, done.stderr)[number - 1]
    assert b"" == (done.stderr, done.stdout)[number - 1]


def test_refused(run: Run) -> None:
    """A level that is none, and a call without a command, are refused."""
    done = run("kestra_pipe loud </dev/null; echo $?; kestra_run; echo $?; kestra_run -e loud :; echo $?")
    assert b"1\n1\n1\n" == done.stdout
    assert [
        b'kestra: level: expected TRACE, DEBUG, INFO, WARN or ERROR, got "loud"',
        b"kestra: kestra_run: expected [-j] [-o LEVEL] [-e LEVEL] COMMAND",
        b'kestra: kestra_run: -e: expected TRACE, DEBUG, INFO, WARN or ERROR, got "loud"',
    ] == done.stderr.splitlines()


def test_named_descriptor(run: Run) -> None:
    """With KESTRA_FD the records go there, whatever their level."""
    done = run("exec 3>&1; KESTRA_FD=3; x=$(echo a | kestra_pipe; kestra_run sh -c 'echo b >&2'); echo \"[$x]\"")
    assert (record(("INFO", b"a")) + record(("ERROR", b"b")) + b"[]\n", b"") == (done.stdout, done.stderr)


def test_vanished_reader(run: Run) -> None:
    """When the reader is gone, the command ends by SIGPIPE, and nothing is said."""
    done = run("{ yes 2>/dev/null | kestra_pipe; } | head -n 1")
    assert (record(("INFO", b"y")), b"") == (done.stdout, done.stderr)


@pytest.mark.parametrize("setting", ["", "set -e", "set -eu", "IFS=j-k", "set -f", "set -a"])
@pytest.mark.parametrize("status", [0, 1, 7, 127])
def test_run_keeps_the_status(run: Run, setting: str, status: int) -> None:
    """Both streams become records of two levels, and the status is the command's, under every setting."""
    script = f"""{setting}
        work() {{ echo "out $1"; echo err >&2; return {status}; }}
        kestra_run -o debug -e warn work "two  words" || echo "status $?"
    """
    done = run(script)
    status_line = f"status {status}\n".encode() if status else b""
    assert record(("DEBUG", b"out two  words")) + status_line == done.stdout
    assert record(("WARN", b"err")) == done.stderr


def test_run_ends_a_script_under_set_e(run: Run) -> None:
    """A command that fails, exits or is killed by a signal is a failure of kestra_run."""
    assert 3 == run("set -e; kestra_run sh -c 'exit 3'; echo not here").returncode
    assert b"5\n" == run("quit() { exit 5; }; kestra_run quit || echo $?").stdout
    assert b"143\n" == run("kestra_run sh -c 'kill -TERM $$' || echo $?").stdout
    inner = run("set -e; work() { false; echo not here; }; kestra_run work; echo not here")
    assert (1, b"") == (inner.returncode, inner.stdout)


def test_run_waits_for_both_streams(run: Run) -> None:
    """All records are there before the next command is run, and text without a line end is a line."""
    done = run(
        "kestra_run sh -c 'printf last; i=0; while [ $i -lt 500 ]; do echo $i >&2; i=$((i + 1)); done' 2>&1; echo end"
    )
    lines = done.stdout.splitlines(keepends=True)
    assert b"end\n" == lines[-1]
    assert Counter([record(("INFO", b"last")), *(record(("ERROR", b"%d" % i)) for i in range(500))]) == Counter(
        lines[:-1]
    )


def event(text: str, level: str = "ERROR") -> bytes:
    return record((level, text.encode()))


def test_a_traceback_is_one_record(run: Run) -> None:
    """With -j, a Python traceback with its causes is one ERROR, without the text before it."""
    plain = subprocess.run([sys.executable, "-c", PYTHON], capture_output=True, check=False, text=True)
    done = run('"$1" -c "$2" 2>&1 | kestra_pipe -j', sys.executable, PYTHON)
    assert (event("start", "INFO"), event(plain.stderr.rstrip("\n"))) == (done.stdout, done.stderr)


def test_a_node_error_is_one_record(run: Run) -> None:
    """With -j, a Node error with code and cause is one ERROR."""
    node = need("node")
    plain = subprocess.run([node, "-e", NODE], capture_output=True, check=True, text=True)
    done = run('kestra_run -j "$1" -e "$2"', node, NODE)
    assert (event("start", "INFO"), event(plain.stderr.rstrip("\n"))) == (done.stdout, done.stderr)


@pytest.mark.parametrize("shell", ["dash"], indirect=True)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"before\n{JAVA}\nafter", [event("before", "INFO"), event(JAVA), event("after", "INFO")]),
        ("step 1\n  detail\n\tmore\nstep 2", [event("step 1\n  detail\n\tmore", "INFO"), event("step 2", "INFO")]),
        ('{\n  "a": 1\n}\nend', [event('{\n  "a": 1\n}', "INFO"), event("end", "INFO")]),
        ("a\n\n  b", [event("a", "INFO"), event("", "INFO"), event("  b", "INFO")]),
        (
            "\n".join(["Traceback (most recent call last):\n  File\n" + end for end in ("ValueError: x", "E: y")]),
            [
                event("Traceback (most recent call last):\n  File\nValueError: x"),
                event("Traceback (most recent call last):\n  File\nE: y"),
            ],
        ),
    ],
    ids=["java", "indented", "json", "blank", "two-tracebacks"],
)
def test_what_belongs_together(run: Run, text: str, expected: list[bytes], awk: dict[str, str]) -> None:
    """With -j, stack traces and indented lines are one record with the line before, in every awk."""
    done = run("kestra_pipe -j 2>&1", stdin=None, input=text.encode(), environment=awk)
    assert Counter(expected) == Counter(done.stdout.splitlines(keepends=True))


def test_an_event_does_not_wait_for_the_next_line(shell: list[str]) -> None:
    """With -j, the last event is sent while the program continues without printing."""
    with piped(shell, "kestra_pipe -j") as process:
        process.stdin.write(b"one\n  two\n")
        process.stdin.flush()
        assert [process.stdout] == select.select([process.stdout], [], [], 30)[0]
        assert event("one\n  two", "INFO") == os.read(process.stdout.fileno(), 9999)
        process.stdin.write(b"half a line, ")
        process.stdin.flush()
        select.select([process.stdout], [], [], 2.5)  # marks come and go in its middle
        process.stdin.write(b"and the rest\n")
        process.stdin.close()
        assert event("half a line, and the rest", "INFO") == process.stdout.read()


@pytest.mark.parametrize(("call", "first"), [("kestra_pipe -j", "INFO"), ("kestra_pipe --levels", "INFO")])
def test_the_end_of_stdin_does_not_end_an_event(shell: list[str], call: str, first: str, tmp_path: Path) -> None:
    """A last line without a line end belongs to the event before it, also right behind a tick."""
    clock = tmp_path / "clock"
    os.mkfifo(clock)
    sleep = tmp_path / "sleep"
    sleep.write_text('#!/bin/sh\nread -r _ <"$CLOCK"\n')
    sleep.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "CLOCK": str(clock)}
    traceback = "Traceback (most recent call last):\n  File\nE: y"

    with piped(shell, f"{call} 2>&1", environment) as process:
        process.stdin.write(f"start\n{traceback}".encode())
        process.stdin.flush()
        assert event("start", first) == process.stdout.readline()  # the rest has passed the clock with it
        clock.write_text("\n")  # a tick
        with clock.open("w"):  # the next one, which waits
            process.stdin.close()
            assert event(traceback) == process.stdout.read()


def test_failed(run: Run) -> None:
    """As a trap, kestra_failed sends the status of a failing script, and nothing for a script that succeeds."""
    failing = run("set -e; trap 'kestra_failed; echo cleaned' EXIT; false")
    assert (1, b"cleaned\n") == (failing.returncode, failing.stdout)
    assert failing.stderr.startswith(b'::{"logs":[{"level":"ERROR","message":"exit status 1')
    succeeding = run("trap kestra_failed EXIT; :")
    assert (0, b"", b"") == (succeeding.returncode, succeeding.stdout, succeeding.stderr)


@pytest.mark.parametrize("shell", ["bash", "ksh93", "zsh"], indirect=True)
def test_an_error_trap_runs_once_behind_a_command_that_fails(run: Run) -> None:
    """What the trap prints goes to the caller's stdout, and kestra_run keeps the status of the command."""
    done = run("set -e\ntrap 'echo \"$LINENO $?\"' ERR\n:\nkestra_run sh -c 'exit 3'\n", source=True)

    assert (3, b"5 3\n", b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("shell", ["bash", "ksh93", "zsh"], indirect=True)
def test_failed_with_its_line(run: Run) -> None:
    """As an ERR trap, kestra_failed has the line."""
    done = run("set -e\ntrap 'kestra_failed \"$LINENO\"' ERR\n:\nfalse\n", source=True)
    assert done.stderr.startswith(b'::{"logs":[{"level":"ERROR","message":"line 5: exit status 1')


def test_six_writers(shell: list[str]) -> None:
    """Records of up to 4,095 bytes of six processes at once arrive whole, every one."""
    sizes = [10, 200, 1000, 3900, 4040]
    script = """
        . "$KESTRA"
        i=0
        while [ $i -lt 60 ]; do
          for text do kestra_info "$1$text"; done
          i=$((i + 1))
        done
    """
    reader, writer = os.pipe()
    environment = {"PATH": os.environ["PATH"], "KESTRA": str(KESTRA), "LC_ALL": "C"}
    texts = [[chr(65 + n) * (size - 1) for size in sizes] for n in range(6)]
    processes = [
        subprocess.Popen([*shell, "-c", script, "sh", f"{n}", *texts[n]], env=environment, stdout=writer)
        for n in range(6)
    ]
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        counts = Counter(stream.read().splitlines(keepends=True))
    assert [0] * 6 == [process.wait() for process in processes]
    assert {record(("INFO", f"{n}{text}".encode())): 60 for n in range(6) for text in [f"{n}", *texts[n]]} == counts
