"""`python -m kestra run --levels`: a command of any language, with its lines at the levels that they tell."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PYTHON = sys.executable
PATH = os.pathsep.join(
    str(Path(entry).resolve()) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry
)
ENVIRONMENT = {**os.environ, **({"PYTHONPATH": PATH} if PATH else {})}
RUN = [PYTHON, "-m", "kestra", "run", "--levels"]
PIPES = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": ENVIRONMENT}


def record(level, message):
    """Return the line of a record whose message has nothing to escape but line ends."""
    text = message.replace("\n", "\\n")
    return f'::{{"logs":[{{"level":"{level}","message":"{text}"}}]}}::\n'.encode()


def run(*arguments, status=0, **options):
    """Run a command, and return what is on each of its streams."""
    done = subprocess.run([*RUN, *arguments], check=False, timeout=60, **{**PIPES, **options})
    assert status == done.returncode, done.stderr.decode()
    return done.stdout, done.stderr


def test_each_line_has_its_level_and_its_stream():
    """Records stay where their text would have gone, so that what reads standard output finds no other."""
    out, err = run("sh", "-c", "echo one; echo 'WARNING: two'; echo 'INFO: three' >&2; echo four >&2")

    assert record("INFO", "one") + record("WARN", "WARNING: two") == out
    assert record("INFO", "INFO: three") + record("ERROR", "four") == err


def test_the_level_of_other_lines_and_the_form_of_messages_can_be_chosen():
    """The short options are those of the shell's `kestra_run`."""
    script = "echo one; echo two >&2; echo '2026-11-28 10:00:00,123 - load - ERROR - three'"
    out, err = run("-o", "debug", "-e", "INFO", "-m", "--names", "sh", "-c", script)

    assert record("DEBUG", "one") + record("ERROR", "load: three") == out
    assert record("INFO", "two") == err


@pytest.mark.parametrize("arguments", [["-o", "LOUD"], ["-e"], []], ids=["level", "missing", "no command"])
def test_a_wrong_option_is_a_usage_error(arguments):
    """A wrong option is reported in the form of the other commands."""
    _, err = run(*arguments, status=2)

    assert b"usage: python -m kestra run" in err


def test_options_on_levels_need_the_option_levels():
    """Options for levels are refused without `--levels`."""
    done = subprocess.run([PYTHON, "-m", "kestra", "run", "-e", "INFO", "true"], check=False, **PIPES)

    assert 2 == done.returncode
    assert b"expected --levels" in done.stderr


def test_records_pass_as_they_are():
    """Records of Kestra's packages and of a program that prints its own are passed on unchanged."""
    line = b'::{"outputs":{"rows":3}}::\n'
    out, _ = run("printf", "%s", f"a\n{line.decode()}b\n")

    assert record("INFO", "a") + line + record("INFO", "b") == out


def test_python_programs_are_captured():
    """A log of Python's has the level of its author, and what is printed the level that it tells."""
    script = "import logging; print('ERROR: a'); logging.getLogger().warning('ERROR b')"
    out, err = run(PYTHON, "-c", script)

    assert record("ERROR", "ERROR: a") == out
    assert record("WARN", "ERROR b") == err


@pytest.mark.parametrize(("script", "status"), [("exit 7", 7), ("kill -9 $$", 137), ("kill -15 $$", 143)])
def test_the_exit_status_is_that_of_the_command(script, status):
    """After a signal the exit status is the one that a shell reports."""
    run("sh", "-c", script, status=status)


def test_a_missing_command_is_reported():
    """The exit status is that of a shell."""
    _, err = run("no-such-command", status=127)

    assert b"kestra run: no-such-command: command not found\n" == err


def test_standard_input_is_the_commands():
    """Only the command reads standard input."""
    out, _ = run("cat", input=b"ERROR: a\nb\n")

    assert record("ERROR", "ERROR: a") + record("INFO", "b") == out


@pytest.mark.parametrize("to_group", [False, True], ids=["process", "group"])
def test_a_signal_reaches_the_command_and_its_last_words_arrive(to_group):
    """Kestra ends a task by SIGTERM, and the command may have something to tell, once."""
    script = "trap 'echo WARNING: rolled back; exit 9' TERM; echo started; while :; do sleep 0.1; done"
    process = subprocess.Popen([*RUN, "sh", "-c", script], start_new_session=True, **PIPES)
    assert record("INFO", "started") == process.stdout.readline()
    (os.killpg if to_group else os.kill)(process.pid, signal.SIGTERM)
    out, _ = process.communicate(timeout=30)

    assert record("WARN", "WARNING: rolled back") == out
    assert 9 == process.returncode


COUNT = """
import os, signal
got = []
signal.signal(signal.SIGHUP, lambda *_: got.append(os.open("got", os.O_CREAT)))
signal.signal(signal.SIGTERM, lambda *_: (os.write(1, b"INFO: got %d\\n" % len(got)), os._exit(9)))
os.write(1, b"started\\n")
while True: signal.pause()
"""


def below(pid):
    """Return the numbers of the processes that a process has started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def send_to_group(pid):
    """Send a signal as `timeout` does."""
    os.killpg(pid, signal.SIGHUP)


def send_to_each(pid):
    """Send a signal as Kestra does: to the process, and then to each one below it."""
    for each in (pid, *below(pid)):
        os.kill(each, signal.SIGHUP)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
@pytest.mark.parametrize("send", [send_to_group, send_to_each])
def test_a_signal_that_the_command_has_got_is_not_passed_on(send, tmp_path):
    """A command that counts its signals gets one; `run` is stopped meanwhile, so that the two cannot become one."""
    process = subprocess.Popen([*RUN, PYTHON, "-c", COUNT], start_new_session=True, cwd=tmp_path, **PIPES)
    assert record("INFO", "started") == process.stdout.readline()
    process.send_signal(signal.SIGSTOP)
    send(process.pid)
    while not (tmp_path / "got").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGCONT)
    process.send_signal(signal.SIGTERM)  # which has a higher number, and is passed on later
    out, _ = process.communicate(timeout=30)

    assert record("INFO", "INFO: got 1") == out
    assert 9 == process.returncode


def test_a_lone_line_arrives_at_once():
    """A line is held for some milliseconds, not until the next line or the end."""
    process = subprocess.Popen([*RUN, "sh", "-c", "echo 'WARNING: one'; read line"], stdin=subprocess.PIPE, **PIPES)

    assert record("WARN", "WARNING: one") == process.stdout.readline()
    process.communicate(timeout=30)


def test_a_process_in_the_background_does_not_hold_up_the_end(tmp_path):
    """Its later output arrives, too."""
    os.mkfifo(tmp_path / "go")
    process = subprocess.Popen(
        [*RUN, "sh", "-c", "(read line < go; echo ERROR: late) & echo started"], cwd=tmp_path, **PIPES
    )
    assert 0 == process.wait(timeout=30)
    (tmp_path / "go").write_text("\n")

    assert (record("INFO", "started") + record("ERROR", "ERROR: late"), b"") == process.communicate(timeout=30)


def test_a_command_learns_that_nothing_reads_its_output():
    """`yes | head` ends as it does alone."""
    process = subprocess.Popen([*RUN, "yes"], **PIPES)
    process.stdout.readline()
    process.stdout.close()

    assert 128 + signal.SIGPIPE == process.wait(timeout=30)
    process.stderr.close()


def test_many_lines_arrive_whole_and_in_order():
    """Lines that are ready at the same time are sent in few writes."""
    out, _ = run("sh", "-c", "seq 1 20000; echo 'DEBUG: end'")

    wanted = b"".join(record("INFO", str(number)) for number in range(1, 20_001)) + record("DEBUG", "DEBUG: end")
    assert wanted == out


def test_a_long_message_is_one_record():
    """A message is cut into the entries that Kestra takes."""
    out, _ = run(PYTHON, "-c", "print('WARNING: ' + 'x' * 20_000)")

    assert 1 == out.count(b"\n")
    assert 2 == out.count(b'"level":"WARN"')


def test_memory_does_not_grow_with_the_run(tmp_path):
    """Sent lines are dropped, and an endless line is not held."""
    script = "yes 'INFO: a line of a run that has many of them' | head -c 30000000; head -c 30000000 /dev/zero"
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [PYTHON, "-c", measure, *RUN, "sh", "-c", script], cwd=tmp_path, check=True, timeout=120, **PIPES
    )

    assert int(done.stdout) < 40_000


def test_the_preview_shows_levels():
    """`preview --levels` is the preview of `run --levels`."""
    command = [PYTHON, "-m", "kestra", "preview", "--levels", "sh", "-c", "echo 'DEBUG: one'; echo two >&2"]
    done = subprocess.run(command, check=False, timeout=60, **PIPES)

    assert b"DEBUG    DEBUG: one" in done.stdout
    assert b"ERROR    two" in done.stdout
