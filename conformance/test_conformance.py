"""Runs every driver with every case, in one process each, and compares the bytes."""

import re
import shutil
import subprocess

import pytest
from harness.report import report
from harness.runtimes import need

TIME_LIMIT = 10  # seconds


def test_conformance(runtime, case):
    """The driver answers the call with the exit status and the bytes of the case."""
    if runtime.is_ours:
        need(runtime.command[0])
    elif shutil.which(runtime.command[0]) is None:
        pytest.fail(f"{runtime.command[0]} is not installed", pytrace=False)
    call, goldens = case.members["call"], case.goldens(runtime.driver)
    status, streams = run([*runtime.command, *call])
    if case.name.startswith("valid/") or goldens:
        wanted = {"status": b"0", "stdout": b"", "stderr": b"", **goldens}
        passed = status == 0 and all(streams[name] == wanted[name] for name in streams)
    else:
        wanted = {"status": b"1", "stdout": b"", "stderr": b"<one line that says why>\n"}
        # One line, because a stack trace is a crash, not a refusal.
        passed = status == 1 and streams["stdout"] == b"" and re.fullmatch(rb"[^\n]+\n", streams["stderr"])
    if not passed:
        actual = {"status": str(status).encode(), **streams}
        pytest.fail(report(case, [*runtime.command, *call], wanted, actual), pytrace=False)


def run(command):
    """Return the exit status, or the reason why there is none, and the bytes on each stream."""
    arguments = [argument.encode("utf-8", "surrogateescape") for argument in command]
    try:
        done = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIME_LIMIT, check=False)
        status = done.returncode
    except subprocess.TimeoutExpired as error:
        done, status = error, f"still running after {TIME_LIMIT} s"
    return status, {"stdout": done.stdout or b"", "stderr": done.stderr or b""}
