"""kestra_time and kestra_run change nothing of a command but add its record; readers lose nothing."""

import fcntl
import os
import re
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest
from harness.runtimes import need
from shells import KESTRA, Run
from support.oracle import record

FUNCTIONS = """
fine() { echo fine; }
fails() { echo before; sh -c 'exit 3'; echo after; }
returns() { return 7; }
exits() { exit 5; }
"""
COMMANDS = [
    "true",
    "sh -c 'exit 4'",
    "fine",
    "fails",
    "returns",
    "exits",
    "eval 'false; echo after'",
    "printf '%s|' 1 2 3 4 5 6 7 8 9 10 'a  b' '*' '' -n",
]
CONTEXTS = ["{}", "{} || echo caught", "if {}; then echo yes; else echo no; fi", "! {}", "{} && echo and"]
TIMER = re.compile(rb'::\{"metrics":\[\{"name":"n","type":"timer","value":\d+\.\d+,"tags":\{\}\}\]\}::\n')
EXIT_TRAP = "trap 'echo \"exit $?\"' EXIT"


def combinations(shell: list[str]) -> list[tuple[str, str, str]]:
    """Return settings, commands and contexts, without what zsh does in its own way."""
    settings = ["", "set -e", f"set -eu; {EXIT_TRAP}"]
    return [
        (setting, command, context)
        for setting in settings
        for command in COMMANDS
        for context in CONTEXTS
        # In zsh, set -e ends the shell after ! and a function, and in a function does not run the EXIT trap.
        if "zsh" not in shell[0] or not (context[0] == "!" or (command[:4] == "eval" and "trap" in setting))
    ]


def test_time_is_transparent(shell: list[str], run: Run) -> None:
    """Output, status, set -e and EXIT traps are those of the command alone, and one timer is sent."""
    for setting, command, context in combinations(shell):
        script = f"{FUNCTIONS}{setting}\n{context}; echo end"
        alone, timed = (run(script.replace("{}", call)) for call in (command, f"kestra_time n {command}"))
        case = (setting, command, context)

        assert (case, alone.returncode, alone.stdout, 1) == (
            case,
            timed.returncode,
            TIMER.sub(b"", timed.stdout),
            len(TIMER.findall(timed.stdout)),
        )


@pytest.mark.parametrize("shell", ["bash", "busybox", "ksh93", "mksh", "zsh"], indirect=True)
@pytest.mark.parametrize("setting", ["", "set -e", "set -e; trap 'echo \"exit $?\"' EXIT"])
def test_an_error_trap_is_called_as_often_as_without_a_timer(run: Run, setting: str) -> None:
    """The ERR trap sees each failure of a function and of the call once."""
    functions = FUNCTIONS + "last() { false; }; nested() { returns; last; echo nested; }; tries() { false || returns; }"
    for command in [*COMMANDS[:6], "last", "nested", "tries"]:
        script = f"{functions}\ntrap 'echo \"error $?\"' ERR; {setting or ':'}\n{{}}; echo end"
        alone, timed = (run(script.replace("{}", call)) for call in (command, f"kestra_time n {command}"))

        assert (command, alone.returncode, alone.stdout) == (command, timed.returncode, TIMER.sub(b"", timed.stdout))


@pytest.mark.parametrize("signal_name", ["HUP", "TERM"])
@pytest.mark.parametrize("command", ["ends", "sh -c 'kill -$0 $PPID; exit 3' @", "kill -@ $$", "nests", "eval 'ends'"])
def test_a_signal_that_ends_the_shell(run: Run, command: str, signal_name: str) -> None:
    """The timer is sent before a signal ends the shell, and so is that of each call around."""
    functions = "ends() { kill -@ $$; :; }; nests() { kestra_time n ends; }"
    alone, timed = (
        run(f"{functions}; {call}; echo end".replace("@", signal_name))
        for call in (command, f"kestra_time n {command}")
    )

    # In an EXIT trap, mksh cannot tell a signal from exit 143, and its caller cannot either.
    ends = [128 - done.returncode if done.returncode < 0 else done.returncode for done in (alone, timed)]
    assert (ends[0], b"") == (ends[1], TIMER.sub(b"", timed.stdout))
    assert len(TIMER.findall(alone.stdout)) + 1 == len(TIMER.findall(timed.stdout))


def test_signal_traps_of_the_caller_stay(run: Run) -> None:
    """A timed command leaves traps as they were, and the signals that the caller handles or ignores to the caller."""
    script = """
        trap 'echo handled' TERM; trap '' HUP
        f() { kill -TERM $$; kill -HUP $$; kill -CONT $$; }
        kestra_time n f; kestra_time n kill -TERM $$; kestra_time n kill -HUP $$
        trap; (kestra_time n f); trap - TERM HUP; kestra_time n true; trap
    """
    alone, timed = (run(script.replace("kestra_time n", call)) for call in ("", "kestra_time n"))

    assert (alone.returncode, alone.stdout) == (timed.returncode, TIMER.sub(b"", timed.stdout))


@pytest.mark.parametrize("signal_name", ["HUP", "INT", "QUIT", "TERM"])
def test_a_signal_that_the_shell_was_started_to_ignore(run: Run, signal_name: str) -> None:
    """What nohup, for example, has the shell ignore neither ends a timed command nor what follows."""
    number = signal.Signals[f"SIG{signal_name}"]
    script = "f() { kill -@ $$; echo in; }; kestra_time n f; kill -@ $$; echo after".replace("@", signal_name)
    done = run(script, preexec_fn=lambda: signal.signal(number, signal.SIG_IGN))

    assert (0, b"in\nafter\n") == (done.returncode, TIMER.sub(b"", done.stdout))


def test_a_signal_in_a_subshell(run: Run) -> None:
    """Only the timers of the subshell are sent when a signal ends it."""
    script = """
        self() { sh -c 'kill -TERM $PPID'; echo no; }
        outer() { (kestra_time n self); echo outer; }
        kestra_time n outer
    """
    done = run(script)

    assert (0, b"outer\n", 2) == (done.returncode, TIMER.sub(b"", done.stdout), len(TIMER.findall(done.stdout)))


@pytest.mark.parametrize("command", COMMANDS)
def test_run_is_transparent(run: Run, command: str) -> None:
    """Output and status are those of the command in a subshell, and set -e ends it and the script as it does there."""
    for setting in ("", "set -e", "set -e; set -- 1 2 3 4 5 6 7 8 9 10"):
        for context in ("{}", "{} || echo caught", "if {}; then echo yes; fi"):
            script = f"{FUNCTIONS}{setting}\n{context}; echo end"
            alone, wrapped = (run(script.replace("{}", call)) for call in (f"( {command} )", f"kestra_run {command}"))
            lines = [
                re.sub(rb'::\{"logs":\[\{"level":"INFO","message":"(.*)"\}\]\}::', rb"\1", line)
                for line in wrapped.stdout.splitlines()
            ]
            case = (setting, command, context)

            assert (case, alone.returncode, alone.stdout.replace(b"\n", b"")) == (
                case,
                wrapped.returncode,
                b"".join(lines),
            )


@pytest.mark.parametrize("shell", ["bash", "ksh93", "mksh", "zsh"], indirect=True)
@pytest.mark.parametrize(
    "call", ["kestra_run false", "kestra_time n false", "kestra_outputs rows:=NaN", "kestra_gauge g x"]
)
@pytest.mark.parametrize("setting", ["", "set -e", "set -E", "set -eE"])
def test_an_error_trap_is_called_once_at_the_caller(shell: list[str], tmp_path: Path, setting: str, call: str) -> None:
    """It has the line of the call, the status and, in bash, the command."""
    if "E" in setting and "bash" not in shell[0]:
        pytest.skip("only bash has -E")
    script = tmp_path / "script.sh"  # mksh counts no lines of -c
    script.write_text(f". {KESTRA}\ntrap 'kestra_failed \"$LINENO\"' ERR\n{setting or ':'}\n{call}\n")
    name = f": {call}" if "bash" in shell[0] else ""

    done = subprocess.run([*shell, script], capture_output=True, check=False)

    failures = [line for line in done.stderr.splitlines(keepends=True) if b"exit status" in line]
    assert [record(("ERROR", f"line 4: exit status 1{name}".encode()))] == failures


@pytest.mark.parametrize("shell", ["bash"], indirect=True)
@pytest.mark.parametrize("call", ["kestra_run false", "kestra_time n false", "kestra_outputs rows:=NaN"])
def test_an_exit_trap_names_the_command_of_the_caller(run: Run, call: str) -> None:
    """What kestra.sh ran last is of no use to anyone."""
    done = run(f"set -e; trap kestra_failed EXIT; {call}")

    assert record(("ERROR", f"exit status 1: {call}".encode())) in done.stderr.splitlines(keepends=True)


def test_traps_of_the_caller_stay(run: Run) -> None:
    """After a function has been timed, the EXIT trap is the caller's, or the one that the function has set."""
    script = """
        trap 'echo "it'"'"'s over"' EXIT; trap 'echo usr' USR1
        fine() { :; }
        kestra_time n fine; kestra_run fine
        kill -USR1 "$$"
        (trap 'echo sub' EXIT; kestra_time n fine)
    """
    done = run(script)

    assert b"usr\nsub\nit's over\n" == TIMER.sub(b"", done.stdout)


@pytest.mark.parametrize("call", ["kestra_run", "kestra_run -j", "kestra_time n"])
def test_a_child_in_the_background_holds_nothing_up(shell: list[str], call: str) -> None:
    """The call returns when the command does, while a child of it keeps the streams open."""
    script = f". \"$KESTRA\"\n{call} sh -c 'sleep 60 & echo $!'\necho returned"
    environment = {"PATH": os.environ["PATH"], "KESTRA": str(KESTRA)}

    with subprocess.Popen([*shell, "-c", script], stdout=subprocess.PIPE, env=environment) as process:
        lines = list(iter(process.stdout.readline, b"returned\n"))
        child = int(re.search(rb"\d{2,}", lines[0])[0])
        os.kill(child, signal.SIGKILL)
        assert b"" == process.stdout.read()


def test_a_command_that_does_not_exist(run: Run) -> None:
    """It is reported once, with no position inside kestra.sh, and with the status that the shell gives it."""
    for call in ("kestra_run nosuch", "kestra_time n nosuch"):
        done = run(f"{call} || echo $?")
        said = [line for line in done.stderr.splitlines() if b"nosuch" in line]

        assert done.stdout.endswith(b"127\n")
        assert 1 == len(said)
        assert b"kestra.sh" not in said[0]


CHILD = """
trap 'echo "rolling back"; sleep 0.3; echo "last words" >&2; exit 9' TERM
echo started
while :; do sleep 0.05; done
"""


@pytest.mark.parametrize(
    "call", ['kestra_run -e INFO sh -c "$1"', 'sh -c "$1" 2>&1 | kestra_pipe', 'kestra_run -j -e INFO sh -c "$1"']
)
@pytest.mark.parametrize("tools", ["awk", "no awk"])
def test_last_words(shell: list[str], tmp_path: Path, call: str, tools: str) -> None:
    """When the process group gets SIGTERM, as Kestra sends it, what the command still prints arrives."""
    for name in ("sh", "sleep"):
        (tmp_path / name).symlink_to(need(name))
    path = os.environ["PATH"] if tools == "awk" else str(tmp_path)
    environment = {"PATH": path, "KESTRA": str(KESTRA)}
    command = [*shell, "-c", f'. "$KESTRA"\n{call}', "sh", CHILD]

    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    ) as process:
        assert record(("INFO", b"started")) == process.stdout.readline()
        os.killpg(process.pid, signal.SIGTERM)
        lines = process.stdout.read().splitlines(keepends=True)
    assert {record(("INFO", b"rolling back")), record(("INFO", b"last words"))} <= set(lines)


def test_a_signal_before_the_readers_have_begun(shell: list[str], tmp_path: Path) -> None:
    """However slowly the readers of kestra_run begin, a signal to the process group does not end them."""
    if "ksh93" in shell[0]:
        pytest.skip("what ksh93 has ignored once it ignores in the command, too")
    slow = tmp_path / "kestra.sh"
    begin = "_kestra_begin_reader() {\n"
    head, body = KESTRA.read_text().split(begin)
    slow.write_text(f"{head}{begin} sleep 0.2\n{body}")
    child = "trap 'echo out; echo err >&2; exit 9' TERM; kill -TERM 0; while :; do sleep 0.05; done"
    script = '. "$KESTRA"\nkestra_run -e INFO sh -c "$1"'

    done = subprocess.run(
        [*shell, "-c", script, "sh", child],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "KESTRA": str(slow)},
        start_new_session=True,
        check=False,
    )
    assert [record(("INFO", b"err")), record(("INFO", b"out"))] == sorted(done.stdout.splitlines(keepends=True))


def test_a_signal_with_a_trap_leaves_the_status(shell: list[str]) -> None:
    """A caller that handles SIGTERM gets the status of the command, and its handler runs once, after it."""
    environment = {"PATH": os.environ["PATH"], "KESTRA": str(KESTRA)}
    script = '. "$KESTRA"\ntrap "echo handled" TERM\nkestra_run -e INFO sh -c "$1"; echo "status $?"'

    with subprocess.Popen(
        [*shell, "-c", script, "sh", CHILD],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as process:
        assert record(("INFO", b"started")) == process.stdout.readline()
        os.killpg(process.pid, signal.SIGTERM)
        lines = process.stdout.read().splitlines(keepends=True)
    assert [b"handled\n", b"status 9\n"] == lines[-2:]
    assert 1 == lines.count(b"handled\n")


def test_an_ignored_signal_stays_ignored(run: Run) -> None:
    """The command does not get a signal that the caller ignores."""
    done = run("trap '' TERM; kestra_run sh -c 'kill -TERM $$; echo survived'")

    assert record(("INFO", b"survived")) == done.stdout


LOOP = "i=0; while [ $i -lt 2000 ]; do i=$((i + 1)); {}; done"


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (
            LOOP.replace("{}", 'kestra_info "row $i of many, with some more words"'),
            "row %d of many, with some more words",
        ),
        (LOOP.replace("{}", 'echo "row $i of many"') + " | kestra_pipe", "row %d of many"),
        ("rows() { " + LOOP.replace("{}", 'echo "row $i of many"') + "; }; kestra_run rows", "row %d of many"),
    ],
    ids=["info", "pipe", "run"],
)
def test_a_pipe_that_does_not_block(shell: list[str], script: str, text: str) -> None:
    """Where another process has made the pipe non-blocking, a slow reader gets all records, each once and whole."""
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETFL, os.O_NONBLOCK | os.O_WRONLY)
    environment = {"PATH": os.environ["PATH"], "KESTRA": str(KESTRA)}
    with subprocess.Popen(
        [*shell, "-c", f'. "$KESTRA"\n{script}'], stdout=writer, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        os.close(writer)
        output = b""
        while chunk := os.read(reader, 8192):
            output += chunk
            time.sleep(0.005)  # a slow reader
    os.close(reader)

    expected = Counter(record(("INFO", (text % number).encode())) for number in range(1, 2001))
    assert (0, expected) == (process.returncode, Counter(output.splitlines(keepends=True)))


@pytest.mark.parametrize(
    "text", ["x" * 4030, "x" * 4060, '"' * 2100, "x" * 20_000], ids=["4030", "4060", "quotes", "20000"]
)
def test_a_long_record_on_a_pipe_that_does_not_block(shell: list[str], text: str) -> None:
    """A record of more than 4,096 bytes arrives whole there, in ksh93 without an earlier part of it."""
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETFL, os.O_NONBLOCK | os.O_WRONLY)
    environment = {"PATH": os.environ["PATH"], "KESTRA": str(KESTRA)}
    script = '. "$KESTRA"; i=0; while [ $i -lt 60 ]; do i=$((i + 1)); kestra_info "$i $1"; done'
    with subprocess.Popen(
        [*shell, "-c", script, "sh", text], stdout=writer, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        os.close(writer)
        with os.fdopen(reader, "rb", buffering=0) as stream:
            output = b""
            while chunk := stream.read(8192):
                output += chunk
                time.sleep(0.005)  # a slow reader

    limit = 15_360
    expected = {
        record(*(("INFO", f"{number} {text}"[start : start + limit].encode()) for start in range(0, len(text), limit)))
        for number in range(1, 61)
    }
    lines = output.splitlines(keepends=True)
    assert (0, set()) == (process.returncode, expected - set(lines))
    if "ksh93" in shell[0]:
        assert 60 == len(lines)


def test_calls_in_an_exit_trap(run: Run) -> None:
    """There, `return` without a status has the status of the script, which must not look like a refusal."""
    done = run("trap 'kestra_outputs rows:=3; kestra_counter c 1e2 || echo refused' EXIT; exit 4")

    assert 4 == done.returncode
    assert (
        b'::{"outputs":{"rows":3}}::\n::{"metrics":[{"name":"c","type":"counter","value":1e2,"tags":{}}]}::\n'
        == done.stdout
    )


def test_options_of_run(run: Run) -> None:
    """Options end with --, and an unknown one, or one without its level, is refused by name."""
    assert record(("INFO", b"x")) == run("kestra_run -j -- echo x").stdout
    for call, problem in {
        "kestra_run --nosuch echo": "--nosuch",
        "kestra_run -o": "-o",
        "kestra_pipe -x </dev/null": "-x",
    }.items():
        done = run(call)
        assert (1, b"") == (done.returncode, done.stdout)
        assert problem in done.stderr.decode()
