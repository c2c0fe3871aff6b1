"""Several logs in one record: kestra_pipe --batch and kestra_run --batch."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.runtimes import need
from shells import KESTRA, Run
from support.oracle import LIMIT, record

OUTPUTS = b'::{"outputs":{"rows":3}}::\n'
SLOWER = (
    "batch: the Docker runner reads records of many logs slowly; batches are for Kubernetes, AWS Batch and Azure Batch"
)
CLUSTER = {"KUBERNETES_SERVICE_HOST": "10.0.0.1"}  # where a batch is worth it, so that no record says otherwise


@pytest.fixture
def still(tmp_path: Path) -> dict[str, str]:
    """An environment in which the clock does not tick, so that only the end and the size of a batch send it."""
    folder = tmp_path / "clock"
    folder.mkdir()
    sleep = folder / "sleep"
    sleep.write_text("#!/bin/sh\nexit 1\n")  # the ticker ends where no sleep works
    sleep.chmod(0o755)
    return {"PATH": f"{folder}:{os.environ['PATH']}", **CLUSTER}


def batches(messages: list[bytes], level: str = "INFO") -> bytes:
    """Return the records of logs that are written at once: at most 32 entries and 4,096 bytes each."""
    records = [b""]
    entries: list[tuple[str, bytes]] = []
    for message in messages:
        entries = [*entries, (level, message)]
        if len(entries) > 32 or (len(entries) > 1 and len(record(*entries)) > 4096):
            entries = entries[-1:]
            records.append(b"")
        records[-1] = record(*entries)
    return b"".join(records)


def messages_of(output: bytes) -> Iterator[str]:
    """Yield the messages of all records."""
    for line in output.splitlines():
        yield from (entry["message"] for entry in json.loads(line[2:-2])["logs"])


def test_lines_of_a_moment_are_one_record(run: Run, still: dict[str, str]) -> None:
    """Lines that come at once are entries of one record, and the end of stdin sends them."""
    lines = [b"plain", b"", b'say "yes" \\ no', "caf\u00e9 \u2713".encode(), b"\xff\x1b[1m", b"a \\u0000 b", b"::{x"]
    done = run('printf %s "$1" | kestra_pipe --batch; echo $?', b"\n".join(lines), environment=still)
    assert (record(*(("INFO", line) for line in lines)) + b"0\n", b"") == (done.stdout, done.stderr)


SIZES = [*[1] * 70, 3000, 1000, 40, 4030, 1, 2000, 1970, 3, 2000, 2020, *[400] * 20, 4100, 1, LIMIT + 1, 5, 20000, 6]


@pytest.mark.parametrize("call", ["kestra_pipe", "kestra_pipe -j", "kestra_pipe --levels"])
def test_a_record_has_32_entries_and_4096_bytes(awk: dict[str, str], still: dict[str, str], call: str) -> None:
    """The entry that would be one too many begins a new record, and a long one has its own, in every awk."""
    lines = [b"x" * size for size in SIZES] + [b'"' * 1500, "\u2713".encode() * 400, b"\x01" * 700, b"a", b"b"]
    end = [b"c", b"d"]
    done = subprocess.run(
        [need("dash"), "-c", f'. "$KESTRA"; {call} --batch'],
        input=b"\n".join([*lines, OUTPUTS.rstrip(), *end]),
        env={"KESTRA": str(KESTRA), **still, "PATH": f"{awk['PATH'].split(':')[0]}:{still['PATH']}"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert (batches(lines) + OUTPUTS + batches(end)).splitlines() == done.stdout.splitlines()


@pytest.mark.parametrize("size", range(3985, 4002))
@pytest.mark.parametrize("shell", ["dash"], indirect=True)
def test_the_last_byte_of_a_record(run: Run, still: dict[str, str], size: int) -> None:
    """A record of exactly 4,096 bytes with its line end is one, and of one byte more are two."""
    lines = [b"x" * (size - 20), b"y" * 20]
    done = run('printf %s "$1" | kestra_pipe --batch', b"\n".join(lines), environment=still)
    assert batches(lines) == done.stdout


@pytest.mark.parametrize("call", ["kestra_pipe", "kestra_pipe -j", "kestra_pipe --levels"])
def test_records_keep_their_place(run: Run, still: dict[str, str], call: str) -> None:
    """What has been kept is sent before a record that passes."""
    text = b"a\nb\n" + OUTPUTS + OUTPUTS + b"c\n" + OUTPUTS + b"d\ne"
    done = run(f"{call} --batch", stdin=None, input=text, environment=still)
    expected = [
        record(("INFO", b"a"), ("INFO", b"b")),
        *[OUTPUTS] * 2,
        record(("INFO", b"c")),
        OUTPUTS,
        record(("INFO", b"d"), ("INFO", b"e")),
    ]
    assert (b"".join(expected), b"") == (done.stdout, done.stderr)


@pytest.mark.parametrize("call", ["kestra_pipe", "kestra_pipe -j", "kestra_pipe --levels", "kestra_run cat"])
def test_a_moment_ends_while_the_program_runs(shell: list[str], call: str) -> None:
    """Logs are not kept until the next line: the clock sends them."""
    call = f"{call} --batch" if "pipe" in call else "kestra_run --batch cat"
    with subprocess.Popen(
        [*shell, "-c", f'. "$KESTRA"\n{call}'],
        env={"PATH": os.environ["PATH"], "KESTRA": str(KESTRA), **CLUSTER},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        for line in (b"first", b"second"):
            process.stdin.write(line + b"\n")
            process.stdin.flush()
            assert record(("INFO", line)) == process.stdout.readline()
        process.stdin.close()


def test_a_tick_may_come_in_a_line(shell: list[str]) -> None:
    """A line that comes in pieces stays whole, and does not delay the one before it."""
    with subprocess.Popen(
        [*shell, "-c", '. "$KESTRA"\nkestra_pipe --batch'],
        env={"PATH": os.environ["PATH"], "KESTRA": str(KESTRA), **CLUSTER},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        process.stdin.write(b"first\nhalf a line, ")
        process.stdin.flush()
        assert record(("INFO", b"first")) == process.stdout.readline()
        process.stdin.write(b"and the rest")
        process.stdin.close()
        assert record(("INFO", b"half a line, and the rest")) == process.stdout.read()


def test_entries_keep_their_levels(run: Run, still: dict[str, str]) -> None:
    """With --levels, the entries of a record have levels of their own, and its stream is that of the reader."""
    text = b"plain\nDEBUG: a\nWARNING: b\n  more\nERROR: c\n"
    done = run("kestra_pipe --levels --batch", stdin=None, input=text, environment=still)
    entries = [("INFO", b"plain"), ("DEBUG", b"DEBUG: a"), ("WARN", b"WARNING: b\n  more"), ("ERROR", b"ERROR: c")]
    assert (record(*entries), b"") == (done.stdout, done.stderr)


def test_an_exception_takes_its_batch_to_stderr(run: Run, still: dict[str, str]) -> None:
    """With -j, a record goes to stderr where one of its entries is an error, and the next one to stdout again."""
    traceback = b"Traceback (most recent call last):\n  File\nE: y"
    text = b"start\n" + traceback + b"\n" + OUTPUTS + b"end\n"
    done = run("kestra_pipe -j --batch", stdin=None, input=text, environment=still)
    assert record(("INFO", b"start"), ("ERROR", traceback)) == done.stderr
    assert OUTPUTS + record(("INFO", b"end")) == done.stdout


def test_a_command(run: Run, still: dict[str, str]) -> None:
    """Both streams of a command are batches of their own, all are written when it returns, and it keeps its status."""
    script = """
    work() { echo a; echo b; echo '::{"outputs":{"rows":3}}::'; echo c; echo d >&2; echo e >&2; return 7; }
    kestra_run --batch -o debug -e warn work || echo "status $?"
    """
    done = run(script, environment=still)
    assert [
        record(("DEBUG", b"a"), ("DEBUG", b"b")),
        OUTPUTS,
        record(("DEBUG", b"c")),
        b"status 7\n",
    ] == done.stdout.splitlines(keepends=True)
    assert record(("WARN", b"d"), ("WARN", b"e")) == done.stderr


def test_the_descriptor_of_records(run: Run, still: dict[str, str]) -> None:
    """With KESTRA_FD, batches go there."""
    script = "exec 3>&1; KESTRA_FD=3; x=$(kestra_run --batch sh -c 'echo b; echo c'); echo \"[$x]\""
    assert record(("INFO", b"b"), ("INFO", b"c")) + b"[]\n" == run(script, environment=still).stdout


CHILD = """
trap 'echo "rolling back"; echo "last words"; exit 9' TERM
echo started
while :; do sleep 0.05; done
"""


@pytest.mark.parametrize("call", ['kestra_run --batch sh -c "$1"', 'sh -c "$1" | kestra_pipe --batch'])
def test_last_words(shell: list[str], call: str) -> None:
    """When the process group gets SIGTERM, what is kept and what the command still prints arrives."""
    with subprocess.Popen(
        [*shell, "-c", f'. "$KESTRA"\n{call}', "sh", CHILD],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "KESTRA": str(KESTRA), **CLUSTER},
        start_new_session=True,
    ) as process:
        assert record(("INFO", b"started")) == process.stdout.readline()
        os.killpg(process.pid, signal.SIGTERM)
        output = process.stdout.read()
    assert ["rolling back", "last words"] == list(messages_of(output))


def test_without_awk(run: Run) -> None:
    """Without awk, each line is a record."""
    done = run("{ echo a; echo b; } | kestra_pipe --batch", environment={"PATH": "/nonexistent", **CLUSTER})
    assert record(("INFO", b"a")) + record(("INFO", b"b")) == done.stdout


@pytest.mark.parametrize("variable", ["", "KUBERNETES_SERVICE_HOST", "AWS_BATCH_JOB_ID", "AZ_BATCH_TASK_ID"])
def test_a_batch_in_docker(run: Run, tmp_path: Path, variable: str) -> None:
    """A DEBUG record says once that the Docker runner reads batches slowly, unless a cluster's runner runs the task."""
    marker = tmp_path / "dockerenv"
    script = KESTRA.read_text().replace("/.dockerenv", str(marker)) + "\nkestra_run --batch echo a\n" * 2
    environment = {variable: ""} if variable else {}
    assert record(("INFO", b"a")) * 2 == run(script, source=False, environment=environment).stdout

    marker.touch()
    warning = record(("DEBUG", SLOWER.encode()))
    expected = (b"" if variable else warning) + record(("INFO", b"a")) * 2
    assert expected == run(script, source=False, environment=environment).stdout
