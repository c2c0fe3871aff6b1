"""Where a record goes, in how many writes, and what happens when it cannot go there."""

import os
import subprocess
from pathlib import Path

import pytest
from shells import FORKS, SOURCE, Run, trace
from support.oracle import record

MESSAGES = {
    "plain": b"Hello World!",
    "quoted": b'Hello "World"',
    "lines": b'a\\b\n\t"c"\n\n',
    "rare": "\u2713 \x1b".encode(),
}


@pytest.mark.parametrize("stream", ["1>&-", "2>&-", "1>/dev/full", "2>/dev/full"])
@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_broken_stream(run: Run, message: bytes, stream: str) -> None:
    """Logging on a closed or full stream returns 0 and the script goes on under set -eu; the shell says so once."""
    done = run(
        f"""
        set -eu
        for name in trace debug info warn error; do kestra_$name "$1" {stream}; kestra_$name a "$1" {stream}; done
        kestra_log info "$1" {stream}; kestra_logs info "$1" warn "$1" {stream}
        echo end
        """,
        message,
    )
    number = int(stream[0])
    expected = {
        1: b"".join(
            record((level, text)) for level in ("TRACE", "DEBUG", "INFO") for text in (message, b"a " + message)
        )
        + record(("INFO", message)),
        2: b"".join(record((level, text)) for level in ("WARN", "ERROR") for text in (message, b"a " + message))
        + record(("INFO", message), ("WARN", message)),
    }
    expected[number] = b""
    messages = [line for line in done.stderr.splitlines(keepends=True) if not line.startswith(b"::{")]
    assert (0, expected[1] + b"end\n") == (done.returncode, done.stdout)
    assert expected[2] == b"".join(line for line in done.stderr.splitlines(keepends=True) if line not in messages)
    assert len(messages) <= (number == 1)


@pytest.mark.parametrize("stream", [">/dev/full", ">&-", "2>/dev/full"])
def test_a_broken_stream_of_a_script_in_a_file(run: Run, shell: list[str], tmp_path: Path, stream: str) -> None:
    """A script that is read from a file goes on as well, for which zsh looks at stderr after each command."""
    script = tmp_path / "script.sh"
    script.write_text("""
        . "$KESTRA"
        kestra_info plain
        kestra_info 'q"'
        kestra_warn plain
        kestra_error a 'q"'
        kestra_logs info i warn w
        kestra_outputs NAME
        kestra_outputs a=b
        KESTRA_FD=7
        kestra_info i
        kestra_warn w
        echo x | kestra_pipe
        echo end >"$END"
        """)
    done = run(
        f'{" ".join(shell)} "$1" {stream}', str(script), source=False, environment={"END": str(tmp_path / "end")}
    )

    assert 0 == done.returncode
    assert "end\n" == (tmp_path / "end").read_text()


@pytest.mark.parametrize(
    "call", ["kestra_run echo ran", "kestra_run -e WARN -o WARN echo ran", "echo ran | kestra_pipe"]
)
def test_an_unusable_descriptor_of_a_reader(run: Run, call: str) -> None:
    """Where KESTRA_FD is no open descriptor, readers write to the usual stream, and the script goes on."""
    done = run(f"KESTRA_FD=7; {call}; echo end")

    assert b"end\n" == done.stdout[-4:]
    assert b'"message":"ran"' in done.stdout + done.stderr


def test_both_streams_closed(run: Run) -> None:
    """Logging with both streams closed returns 0."""
    done = run("set -eu; exec 3>&1 >&- 2>&-; kestra_info a; kestra_warn 'b\"'; kestra_error c d; echo end >&3")
    assert (0, b"end\n", b"") == (done.returncode, done.stdout, done.stderr)


def test_vanished_reader(run: Run) -> None:
    """A reader that is gone ends the script by SIGPIPE, as it does for echo."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = run("kestra_info a; echo survived >&2", stdout=writer, stderr=subprocess.PIPE, capture_output=False)
    finally:
        os.close(writer)
    assert b"" == done.stderr
    assert done.returncode in (-13, 141)


def test_named_descriptor(run: Run) -> None:
    """With KESTRA_FD every record goes to that descriptor, also inside a command substitution."""
    done = run(
        """
        exec 5>&1; KESTRA_FD=5
        kept=$(kestra_info plain; kestra_warn 'q"'; kestra_log error a b; kestra_logs info x; echo value) 2>&1
        KESTRA_FD=
        echo "$kept"
        """
    )
    expected = record(("INFO", b"plain")) + record(("WARN", b'q"')) + record(("ERROR", b"a b")) + record(("INFO", b"x"))
    assert (expected + b"value\n", b"") == (done.stdout, done.stderr)


@pytest.mark.parametrize(("number", "stdout", "stderr"), [("1", "iw", ""), ("2", "", "iw")])
def test_named_standard_stream(run: Run, number: str, stdout: str, stderr: str) -> None:
    """KESTRA_FD may name stdout or stderr."""
    done = run(f"KESTRA_FD={number}; kestra_info i; kestra_warn w")
    records = {"i": record(("INFO", b"i")), "w": record(("WARN", b"w"))}
    assert b"".join(records[name] for name in stdout) == done.stdout
    assert b"".join(records[name] for name in stderr) == done.stderr


@pytest.mark.parametrize("value", ["7", "3x", "x", "-1", "99999999999", "007", " ", "*", "0", "&1", "/dev/full"])
def test_unusable_descriptor(run: Run, value: str) -> None:
    """A KESTRA_FD that is no open descriptor loses nothing: the usual stream has the record."""
    done = run('KESTRA_FD=$1; set -eu; kestra_info i; kestra_warn "w\\"" x; kestra_logs info 1; echo end', value)
    assert record(("INFO", b"i")) + record(("INFO", b"1")) + b"end\n" == done.stdout
    assert record(("WARN", b'w" x')) == done.stderr


def test_full_descriptor(run: Run) -> None:
    """A record that cannot be written to KESTRA_FD goes to the usual stream."""
    done = run("exec 5>/dev/full; KESTRA_FD=5; kestra_info i; kestra_warn w")
    assert (record(("INFO", b"i")), record(("WARN", b"w"))) == (done.stdout, done.stderr)


def test_no_fork(shell: list[str], tmp_path: Path) -> None:
    """Neither sourcing the file nor a message of quotes, backslashes, newlines and tabs starts a process."""
    tab = " " if "dash" in shell[0] else "\t"  # which is a rare byte in dash
    text = (f'key: "value", C:\\temp\n{tab}indented\n' * 40)[:1200]
    calls = 'kestra_info plain; kestra_warn "$1"; kestra_log info a "$1"; kestra_logs debug "$1" warn "$2"'
    assert [] == trace(shell, FORKS, ":", f"{SOURCE}; {calls}", tmp_path, text, f"blank\n\nlines{tab}{tab}")


def test_one_fork_for_rare_bytes(shell: list[str], tmp_path: Path) -> None:
    """The first message with other bytes starts one process at most, the next ones none."""
    first = trace(shell, FORKS, SOURCE, 'kestra_info "$1"', tmp_path, "\u2713")
    calls = 'kestra_info "$1"; kestra_warn a "$1"; kestra_info "$2"'
    later = trace(shell, FORKS, f'{SOURCE}; kestra_info "$1"', calls, tmp_path, "\u2713", "\x1b[1m\u00e9\x01")
    assert len(first) <= 1
    assert [] == later


@pytest.mark.parametrize("size", [1, 100, 4000, 4047])
def test_one_write(shell: list[str], tmp_path: Path, size: int) -> None:
    """A record of up to 4,095 bytes is one write."""
    text = "x" * (size - 1) + "y"
    writes = trace(shell, "write", SOURCE, 'kestra_info "$1"; kestra_warn "$1\\""', tmp_path, text)
    assert [len(record(("INFO", text.encode()))), len(record(("WARN", f'{text}"'.encode())))] == [
        int(line.rsplit("= ", 1)[1]) for line in writes
    ]
