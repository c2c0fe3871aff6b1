"""`python -m kestra run --relayed`: the capture reaches programs whose output a launcher reads and hands on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no identities of pipes")

PATH = os.pathsep.join(
    str(Path(entry).resolve()) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry
)
ENVIRONMENT = {**os.environ, **({"PYTHONPATH": PATH} if PATH else {})}

WORK = """
import logging
logging.basicConfig(format="%(message)s", level="INFO")
logging.warning("slow")
print('::{"outputs":{"a":1}}::')
"""
# Each starts the rest of its arguments with both streams on something of its own, and hands on what arrives there.
HAND_ON = """
import os, pty, socket, subprocess, sys, tempfile
command = sys.argv[1:]
def two_lines(read):
    text = b""
    while text.count(b"\\n") < 2: text += read()
    return text
"""
LAUNCHERS = {
    "pipe": """
done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
os.write(1, done.stdout)
""",
    "socket": """
ours, theirs = socket.socketpair()
with theirs: subprocess.run(command, stdout=theirs, stderr=theirs)
os.write(1, two_lines(lambda: ours.recv(65536)))
""",
    "terminal": """
ours, theirs = pty.openpty()
subprocess.run(command, stdout=theirs, stderr=theirs)
os.write(1, two_lines(lambda: os.read(ours, 65536)).replace(b"\\r", b""))
""",
    "deleted file": """
with tempfile.TemporaryFile() as file:
    subprocess.run(command, stdout=file, stderr=file)
    file.seek(0)
    os.write(1, file.read())
""",
}
NAMED_FILE = """
with tempfile.NamedTemporaryFile() as file:
    subprocess.run(command, stdout=file, stderr=file)
    file.seek(0)
    os.write(1, file.read())
"""


def run(*command, **variables):
    """Run a command under the capture, and return its lines."""
    done = subprocess.run(
        [sys.executable, "-m", "kestra", "run", *command],
        stdout=subprocess.PIPE,
        check=True,
        env={**ENVIRONMENT, **variables},
        timeout=60,
    )
    return sorted(done.stdout.decode().splitlines())


def launched(launcher, *options, **variables):
    """Run the work under a launcher, and return the lines that arrive."""
    command = (sys.executable, "-c", HAND_ON + launcher, sys.executable, "-c", WORK)
    return run(*options, *command, **variables)


TEXT = ['::{"outputs":{"a":1}}::', "slow"]
RECORDS = ['::{"logs":[{"level":"WARN","message":"slow"}]}::', '::{"outputs":{"a":1}}::']


@pytest.mark.parametrize("launcher", LAUNCHERS.values(), ids=LAUNCHERS)
def test_relayed_captures_behind_a_launcher(launcher):
    """What a launcher reads by a pipe, a socket, a terminal or a deleted file is captured."""
    assert RECORDS == launched(launcher, "--relayed")


@pytest.mark.parametrize("launcher", LAUNCHERS.values(), ids=LAUNCHERS)
def test_without_relayed_what_another_program_reads_stays_text(launcher):
    """The launcher may be a program that reads data."""
    assert TEXT == launched(launcher)


def test_the_variable_is_the_same_as_the_option():
    """A task can set KESTRA_CAPTURE_RELAYED in its environment."""
    assert RECORDS == launched(LAUNCHERS["pipe"], KESTRA_CAPTURE_RELAYED="1")


def test_relayed_leaves_a_file_with_a_name_as_it_is():
    """Other programs may read the file."""
    assert TEXT == launched(NAMED_FILE, "--relayed")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux shows the streams of other processes")
@pytest.mark.parametrize("inner", ['"$0" -c "$1"', 'setsid "$0" -c "$2" "$0" -c "$1"'], ids=["itself", "launcher"])
def test_relayed_leaves_what_a_shell_reads_into_a_variable(inner):
    """The text of a command substitution is for the shell, also behind a launcher."""
    script = f'text=$({inner} 2>&1); echo "$text"'
    lines = run("--relayed", "bash", "-c", script, sys.executable, WORK, HAND_ON + LAUNCHERS["pipe"])

    assert TEXT == lines


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux shows the streams of other processes")
def test_relayed_captures_what_a_shell_under_a_launcher_writes_by_another_descriptor():
    """The shell has the pipe open to write, and does not read it."""
    script = 'exec 3>&1 >/dev/null 2>&1; "$0" -c "$1" >&3 2>&3'
    launcher = (sys.executable, "-c", HAND_ON + LAUNCHERS["pipe"])

    assert RECORDS == run("--relayed", *launcher, "sh", "-c", f"{script}; :", sys.executable, WORK)


def test_run_tells_ray_to_hand_lines_on_unchanged():
    """Ray would put a prefix before each line, and drop those that look alike; what the user has set stays."""
    command = ("sh", "-c", 'echo "$RAY_DISABLE_WORKER_LOG_PREFIX $RAY_DEDUP_LOGS"')

    assert ["1 0"] == run(*command)
    assert ["1 5"] == run(*command, RAY_DEDUP_LOGS="5")
