"""Tests the harness with a suite of one valid and one invalid case: it detects every kind of wrong driver."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RECORD = '::{"logs":[{"level":"INFO","message":"x"}]}::'
HONEST = f"""case $2 in INFO) echo '{RECORD}' ;; *) echo 'level: no' >&2; exit 1 ;; esac"""


class Suite:
    """A copy of the harness with its own cases, in its own directory."""

    def __init__(self, directory):
        self.directory = directory
        for name in ("conftest.py", "test_conformance.py"):
            shutil.copy(HERE / name, directory)
        for name in ("harness", "kestra_conformance"):
            shutil.copytree(HERE / name, directory / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(HERE / "SPECIFICATION.md", directory)
        for file in HERE.glob("drivers/*.toml"):
            self.write(f"drivers/{file.name}", file.read_text())
        self.write("pytest.ini", "[pytest]\n")  # else the settings of a parent directory would apply
        self.write("cases/valid/log/plain.json", json.dumps({"about": "Plain", "call": ["log", "INFO", "x"]}))
        self.write("cases/valid/log/plain.stdout", RECORD + "\n")
        self.write("cases/invalid/log/level.json", json.dumps({"about": "Level", "call": ["log", "LOUD", "x"]}))

    def write(self, name, text):
        path = self.directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run(self, *options, script=None, **environment):
        """Return what pytest prints; `script` is a driver in shell, whose arguments are the call."""
        driver = ["--driver", "mine=" + shlex.join(["sh", "-c", script, "sh"])] if script else []
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", *driver, *options]
        environment = {**os.environ, **environment}
        done = subprocess.run(command, cwd=self.directory, env=environment, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr


@pytest.fixture
def suite(tmp_path):
    return Suite(tmp_path)


def test_honest_driver_passes(suite):
    """A driver that writes the record and refuses in one line passes both cases."""
    output = suite.run(script=HONEST)

    assert "2 passed" in output


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("printf '%s' '{record}'", id="no-line-end"),
        pytest.param("printf '%s\\r\\n' '{record}'", id="windows-line-end"),
        pytest.param("echo '{record}'; echo", id="empty-line-after"),
        pytest.param("echo ' {record}'", id="blank-before"),
        pytest.param("echo '{record}' | sed 's/:/: /3'", id="blank-in-the-json"),
        pytest.param("echo '{record}' >&2", id="wrong-stream"),
        pytest.param("echo '{record}'; echo '{record}' >&2", id="both-streams"),
        pytest.param("echo '{record}'; exit 1", id="record-and-status-1"),
        pytest.param("echo '{record}'; exit 2", id="record-and-status-2"),
        pytest.param("echo '{record}'; kill -9 $$", id="record-and-signal"),
        pytest.param(":", id="nothing"),
    ],
)
def test_bad_answers_fail(suite, script):
    """An answer that differs from the golden by a byte, a stream or the exit status fails."""
    output = suite.run("-k", "valid/log/plain", script=script.replace("{record}", RECORD))

    assert "1 failed" in output


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(":", id="status-0"),
        pytest.param("echo no >&2; exit 2", id="status-2"),
        pytest.param("exit 1", id="no-reason"),
        pytest.param("echo no; exit 1", id="reason-on-stdout"),
        pytest.param("echo '{record}'; echo no >&2; exit 1", id="record-and-refusal"),
        pytest.param("echo Traceback: >&2; echo '  line 1' >&2; exit 1", id="stack-trace"),
    ],
)
def test_bad_refusals_fail(suite, script):
    """A refusal is status 1, nothing on stdout and one line on stderr."""
    output = suite.run("-k", "invalid/log/level", script=script.replace("{record}", RECORD))

    assert "1 failed" in output


def test_arguments_arrive_as_bytes(suite):
    """A lone low surrogate in a call reaches the driver as its raw byte."""
    suite.write("cases/valid/log/byte.json", r'{"about": "Byte", "call": ["log", "INFO", "\udcc3\u00e9"]}')
    suite.write("cases/valid/log/byte.stdout", "c3c3a9\n")
    output = suite.run("-k", "byte", script="printf %s \"$3\" | od -An -tx1 | tr -d ' '")

    assert "1 passed" in output


def test_endless_driver_fails(suite):
    """A driver that does not end is stopped, and the report shows its output so far."""
    calls = suite.directory / "kestra_conformance" / "calls.py"
    calls.write_text(calls.read_text("utf-8").replace("TIME_LIMIT = 10.0", "TIME_LIMIT = 1.0"))
    output = suite.run("-k", "valid/log/plain", script="echo early; exec sleep 60")

    assert "still running after 1 s" in output
    assert r"got:  b'early\n'" in output


def test_report_shows_both_sides(suite):
    """A failure shows the call, and the expected and actual bytes of each stream."""
    output = suite.run("-k", "valid/log/plain", script="printf 'a\\tb' >&2")

    assert "run: sh -c " in output
    assert " sh log INFO x" in output
    assert f"want: {(RECORD + chr(10)).encode()!r}" in output
    assert r"got:  b'a\tb'" in output


def test_missing_runtime_is_skipped(suite):
    """One of our runtimes that is not installed is skipped on a developer's machine."""
    output = suite.run("-k", "dash", PATH="", CI="")

    assert "2 skipped" in output
    assert "dash is not installed" in output


def test_missing_runtime_fails_in_ci(suite):
    """One of our runtimes that is not installed fails with CI=true."""
    output = suite.run("-k", "dash", PATH="", CI="true")

    assert "2 failed" in output


def test_missing_driver_fails(suite):
    """A missing driver fails."""
    output = suite.run("--driver", "mine=./no-such-file", CI="")

    assert "2 failed" in output


@pytest.mark.parametrize("value", ["mine", "mine=", "=true"])
def test_driver_option_is_checked(suite, value):
    """A --driver that is not NAME=COMMAND is refused."""
    output = suite.run("--driver", value)

    assert f"--driver: expected NAME=COMMAND, got {value!r}" in output


def test_known_failure_is_expected(suite):
    """A case in the driver's list of known failures may fail."""
    suite.write("known_failures/mine.txt", "# It forgets everything.\nvalid/log/plain\n")
    output = suite.run("-k", "valid/log/plain", script=":")

    assert "1 xfailed" in output
    assert "It forgets everything." in output


def test_known_failure_that_passes_fails(suite):
    """A case in the driver's list of known failures that passes fails the run."""
    suite.write("known_failures/mine.txt", "# It forgets everything.\nvalid/log/plain\n")
    output = suite.run(script=HONEST)

    assert "1 failed, 1 passed" in output
    assert "XPASS(strict)" in output


def test_known_failures_may_be_shared(suite):
    """The list of a driver applies to each of its runtimes."""
    suite.write("drivers/shell.sh", "exit 3\n")
    suite.write("known_failures/shell.txt", "# It is not written yet.\nvalid/log/plain\ninvalid/log/level\n")
    output = suite.run("-k", "bash")

    assert "2 xfailed" in output


def test_excepted_driver_is_left_out(suite):
    """A driver that a case excepts without a golden of its own is skipped with the reason."""
    case = {"about": "Plain", "call": ["log", "INFO", "x"], "except": {"mine": "It has no text."}}
    suite.write("cases/valid/log/plain.json", json.dumps(case))
    output = suite.run("-k", "valid/log/plain", script=":")

    assert "1 skipped" in output
    assert "It has no text." in output


def test_excepted_driver_has_its_own_golden(suite):
    """Only a driver that a case excepts is compared with its own golden."""
    case = {"about": "Plain", "call": ["log", "INFO", "x"], "except": {"mine": "It whispers."}}
    suite.write("cases/valid/log/plain.json", json.dumps(case))
    suite.write("cases/valid/log/plain.mine.stderr", "whisper\n")
    whisper = "sh -c 'echo whisper >&2'"
    output = suite.run("-k", "valid/log/plain", "--driver", f"mine={whisper}", "--driver", f"other={whisper}")

    assert "1 failed, 1 passed" in output
    assert "FAILED test_conformance.py::test_conformance[other-" in output


def test_broken_case_is_named(suite):
    """A case that is not JSON stops the run and is named."""
    suite.write("cases/valid/log/broken.json", "{")
    output = suite.run(script=HONEST)

    assert f"BUG IN CASE: {suite.directory}/cases/valid/log/broken.json" in output


def test_bytes_in_a_call_can_be_copied(suite):
    """The command in a report can be pasted into bash, for any bytes of the call."""
    suite.write("cases/valid/log/byte.json", r'{"about": "Byte", "call": ["log", "INFO", "it\u0027s \udcc3\n\u00e9"]}')
    suite.write("cases/valid/log/byte.stdout", "\n")
    output = suite.run("-k", "byte", script="printf %s \"$3\" | od -An -tx1 | tr -d ' '")
    command = next(line.partition("run: ")[2] for line in output.splitlines() if line.startswith("run: "))
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert "it's \udcc3\n\u00e9".encode("utf-8", "surrogateescape").hex() == done.stdout.strip()


def test_verdict_is_given_by_group(suite):
    """The end of a driver's run shows the passed cases of each group, and the groups in which it does not conform."""
    suite.write("cases/valid/other/plain.json", json.dumps({"about": "Other", "call": ["log", "INFO", "y"]}))
    suite.write("cases/valid/other/plain.stdout", "y\n")
    output = suite.run(script=HONEST)

    assert "  log       2 of    2\n  other     0 of    1  1 failed\nmine does not conform in other." in output


def test_groups_can_be_chosen(suite):
    """Only the groups that start with the word are run, and a word without a group is refused."""
    suite.write("cases/valid/other-text/plain.json", json.dumps({"about": "Other", "call": ["log", "INFO", "y"]}))
    suite.write("cases/valid/other-text/plain.stdout", "y\n")

    assert "1 failed" in suite.run("--group", "other", script=HONEST)
    assert "--group: no group begins with text" in suite.run("--group", "text", script=HONEST)


def test_list_of_known_failures_can_be_anywhere(suite):
    """The list of a driver's known failures may be outside the suite."""
    suite.write("elsewhere/list", "# It forgets everything.\nvalid/log/plain\n")
    output = suite.run("--known-failures", "elsewhere/list", "-k", "valid", script=":")

    assert "1 xfailed" in output


def test_kinds_of_numbers_decide_which_exceptions_hold(suite):
    """The exceptions of Node apply to a driver whose language has one kind of number."""
    case = {"about": "Plain", "call": ["log", "INFO", "x"], "except": {"node": "It has no text."}}
    suite.write("cases/valid/log/plain.json", json.dumps(case))
    output = suite.run("--numbers", "one", "-k", "valid", script=":")

    assert "1 skipped" in output


def test_suite_is_not_tested_with_a_driver():
    """A driver's run counts only the tests of the driver."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--collect-only",
        "--driver",
        "mine=true",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    modules = {Path(line.split("::")[0]).name for line in done.stdout.splitlines() if "::" in line}

    assert {"test_conformance.py"} == modules


def test_example_driver_passes():
    """The Perl driver of the README passes every case for logs."""
    command = [sys.executable, "-m", "pytest", "-q", "test_conformance.py", "-p", "no:cacheprovider"]
    command += ["--driver", "mine=perl drivers/perl.pl", "-k", "log or call"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
