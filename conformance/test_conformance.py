"""Holds every driver to every case: one process for each, its bytes compared as they are."""

import os
import re
import shutil
import subprocess

import pytest

TIME_LIMIT = 10  # seconds
HINTS = {
    b"No module named 'kestra'": "install the package: pip install ./python",
    b"Cannot find module '@kestra-io/libs'": "install the package: npm install --no-save ./node",
}


def test_conformance(row, case):
    """The driver answers the call with the exit status and the bytes that the case wants."""
    if shutil.which(row.command[0]) is None:
        skip = row.is_ours and os.environ.get("CI") != "true"
        (pytest.skip if skip else pytest.fail)(f"{row.command[0]} is not installed")
    call, goldens = case.members["call"], case.goldens(row.driver)
    status, streams = run([*row.command, *call])
    if case.name.startswith("valid/") or goldens:
        wanted = {"status": b"0", "stdout": b"", "stderr": b"", **goldens}
        passed = status == 0 and all(streams[name] == wanted[name] for name in streams)
    else:
        wanted = {"status": b"1", "stdout": b"", "stderr": b"<one line that says why>\n"}
        # One line, as a stack trace is a crash and no refusal.
        passed = status == 1 and streams["stdout"] == b"" and re.fullmatch(rb"[^\n]+\n", streams["stderr"])
    if not passed:
        pytest.fail(report(case, wanted, {"status": str(status).encode(), **streams}), pytrace=False)


def run(command):
    """Return the exit status, or what there is in place of one, and the bytes on each stream."""
    arguments = [argument.encode("utf-8", "surrogateescape") for argument in command]
    try:
        done = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIME_LIMIT, check=False)
        status = done.returncode
    except subprocess.TimeoutExpired as error:
        done, status = error, f"still running after {TIME_LIMIT} s"
    return status, {"stdout": done.stdout or b"", "stderr": done.stderr or b""}


def report(case, wanted, got):
    lines = [f"{case.path}: {case.members['about']}", f"call: {shortened(ascii(case.members['call']))}"]
    lines += [f"hint: {hint}" for trouble, hint in HINTS.items() if trouble in got["stderr"]]
    for name in wanted:
        start = max(first_difference(wanted[name], got[name]) - 100, 0)
        lines.append(f"{name} from byte {start}" if start else name)
        lines.append(f"    want: {shortened(repr(wanted[name][start:]))}")
        lines.append(f"    got:  {shortened(repr(got[name][start:]))}")
    return "\n".join(lines)


def first_difference(one, other):
    pairs = enumerate(zip(one, other))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def shortened(text):
    return text if len(text) <= 1000 else f"{text[:1000]}… ({len(text)} characters)"
