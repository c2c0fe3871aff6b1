"""A wait shows its progress on a terminal, and Ctrl-C leaves a message; both in real processes."""

import os
import re
import signal
import subprocess
import sys
import threading

import pytest

pty = pytest.importorskip("pty")
pytest.importorskip("httpx", reason="Flow needs httpx, which the session `libraries` installs")

ID = "4HKkUGxOTk3fVWGVcVkyFR"
SCRIPT = """
from kestra import Flow
print(Flow(poll_interval={interval}, **{options}).execute("company.team", "load").status)
"""


@pytest.fixture
def start(server):  # noqa: ARG001  # which is in the environment
    """Start a script that runs a flow, with standard error on a terminal, and return the process and the terminal."""
    terminals = []

    def _start(interval=0.01, *, terminal=True, **options):
        ours, theirs = pty.openpty()
        terminals.append(ours)
        environment = {**os.environ, "TERM": options.pop("term", "xterm")}
        process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT.format(interval=interval, options=options)],
            stdout=subprocess.PIPE,
            stderr=theirs if terminal else subprocess.PIPE,
            env=environment,
        )
        os.close(theirs)
        return process, ours

    yield _start
    for terminal in terminals:
        os.close(terminal)


def read_terminal(descriptor, pattern=b""):
    """Return what is written to the terminal until a pattern is there, or until the script has ended."""
    text = b""
    while not (pattern and re.search(pattern, text)):
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # Linux's way to say that no process has the terminal any more
            return text
        if not part:
            return text
        text += part
    return text


def shown(text):
    """Return what is left on the screen: a carriage return goes to the start of the line, and text replaces text."""
    line = ""
    for part in text.decode().split("\r"):
        line = part + line[len(part) :]
    return line.rstrip(" ")


def test_a_wait_is_one_line_of_the_terminal_which_is_gone_at_the_end(start, kestra):
    """It has the flow, the time, the state, and the task that runs."""
    kestra.states = ["QUEUED", "RUNNING", "RUNNING", "SUCCESS"]
    kestra.task_runs = [{"taskId": "py", "id": "r", "state": {"current": "RUNNING"}}]
    process, terminal = start()
    written = read_terminal(terminal)

    assert b"SUCCESS\n" == process.communicate(timeout=60)[0]
    assert re.search(rb"\rcompany\.team\.load \d+:\d\d QUEUED", written)
    assert re.search(rb"\rcompany\.team\.load \d+:\d\d RUNNING: task py", written)
    assert b"\n" not in written
    assert "" == shown(written)


def test_a_log_begins_its_own_line(start, kestra):
    """The line is taken away before a warning, and drawn again after it."""
    kestra.states = ["RUNNING", "PAUSED", "RUNNING", "SUCCESS"]
    process, terminal = start()
    written = read_terminal(terminal).decode()
    process.communicate(timeout=60)

    before, _, after = written.partition(f"The execution {ID} is PAUSED until someone resumes it: ")
    assert "RUNNING" in before
    assert "" == shown(before.encode())
    assert re.search("\rcompany.team.load .*? RUNNING", after)


@pytest.mark.parametrize("options", [{"progress": False}, {"term": "dumb"}])
def test_a_terminal_without_progress(options, start, kestra):
    """By request, or because it cannot draw a line again."""
    kestra.states = ["RUNNING", "RUNNING", "SUCCESS"]
    process, terminal = start(**options)

    assert b"" == read_terminal(terminal)
    assert b"SUCCESS\n" == process.communicate(timeout=60)[0]


def test_without_a_terminal_nothing_is_written(start, kestra):
    """As in a task of Kestra, where each line would be a log."""
    kestra.states = ["RUNNING", "RUNNING", "SUCCESS"]
    process, _ = start(terminal=False)

    assert (b"SUCCESS\n", b"") == process.communicate(timeout=60)


def test_ctrl_c_leaves_the_page_of_the_execution(start, server, kestra):
    """The execution goes on, and whoever stopped the script can find it."""
    kestra.states = ["RUNNING"]
    process, terminal = start()
    written = read_terminal(terminal, rb"RUNNING")
    process.send_signal(signal.SIGINT)
    written += read_terminal(terminal)
    process.communicate(timeout=60)

    page = f"{server.url}/ui/main/executions/company.team/load/{ID}"
    assert f"Stopped waiting for the execution {ID}, which goes on: {page}\r\n".encode() in written
    assert b"KeyboardInterrupt" in written
    assert -signal.SIGINT == process.returncode


def test_ctrl_c_during_the_start_says_that_the_execution_may_run(start, server, kestra):
    """The request may have arrived; here it has."""
    arrived, end = threading.Event(), threading.Event()
    answer = kestra.answer

    def hang(request):
        arrived.set()
        end.wait(60)
        return answer(request)

    kestra.answer = hang
    process, terminal = start()
    try:
        assert arrived.wait(60)
        process.send_signal(signal.SIGINT)
        written = read_terminal(terminal)
    finally:
        end.set()
    process.communicate(timeout=60)

    text = f"Stopped while company.team.load was being started; {server.url} shows whether it runs\r\n"
    assert text.encode() in written
