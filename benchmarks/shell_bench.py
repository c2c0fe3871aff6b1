"""Shells: processor time of a record compared with `echo`, the time to source the file, and kestra_pipe's speed."""

import json
import math
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Optional, Union

import sampling
import subjects
from installs import KESTRA_SH

sys.path.append(str(Path(__file__).resolve().parent.parent / "conformance"))
from harness import runtimes

SHELLS = {name: command for name, command in runtimes.SHELLS.items() if name != "zsh-sh"}
UNROLLED = 20
"""calls in one turn of the loop, so that the loop itself weighs little"""
PLAIN = next(iter(subjects.SHELL_MESSAGES))

LOOP = """. "$KESTRA"
m=$1 line=$2 i=0
while [ "$i" -lt "$3" ]; do
  i=$((i + 1))
  {body}
done
"""
EMPTY = ":"
CALLS = {"echo": 'echo "$line"\n' * UNROLLED, "kestra_info": 'kestra_info "$m"\n' * UNROLLED}
# The fastest of several ways to write the line in jq.
JQ_LINE = r'"::{\"logs\":[{\"level\":\"INFO\",\"message\":\(tojson)}]}::"'
JQ = f"jq -nr --arg m \"$m\" '$m | {JQ_LINE}'\n"

Figures = dict[str, dict[str, list[float]]]
"""one for each round, by what is said and by what was run"""


def shells() -> "dict[str, list[str]]":
    """Return the shells of this machine, and the command of each."""
    return {
        name: command for name, command in SHELLS.items() if shutil.which(command[0]) or sampling.missing(command[0])
    }


Message = Union[str, "list[str]"]
"""one, or several that are logged in turn"""


def run(shell: "list[str]", body: str, message: Message, turns: int) -> float:
    """Return the processor time of a loop in seconds, with its shell's start and its children."""
    message = message if isinstance(message, str) else ""
    with sampling.target("pipe") as descriptor:
        process = subprocess.Popen(
            [*shell, "-c", LOOP.format(body=body), "sh", message, subjects.record(message), str(turns)],
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            env=sampling.environment(KESTRA=str(KESTRA_SH)),
        )
        return sampling.processor_seconds(process)


def records(rounds: int, seconds: float) -> "dict[str, Figures]":
    """Return the seconds per record of `echo`, kestra_info and, in dash, jq, by shell and message."""
    by_shell: "dict[str, Figures]" = {}
    for shell, command in shells().items():
        by_shell[shell] = {}
        for kind, message in subjects.SHELL_MESSAGES.items():
            calls = dict(CALLS) if isinstance(message, str) else calls_in_turn(message)
            if shell == "dash" and kind == PLAIN and (shutil.which("jq") or sampling.missing("jq")):
                calls["jq"] = JQ
            turns = {name: turns_for(command, body, message, seconds) for name, body in calls.items()}
            figures: "dict[str, list[float]]" = {name: [] for name in calls}
            for name in sampling.in_turn(rounds, list(calls)):
                figures[name].append(seconds_per_call(command, calls[name], message, turns[name]))
            by_shell[shell][kind] = figures
    return by_shell


def calls_in_turn(messages: "list[str]") -> "dict[str, str]":
    """Return the bodies of a loop over several messages, which are part of the script."""
    each = [messages[turn % len(messages)] for turn in range(UNROLLED)]
    return {
        "echo": "".join(f"echo {shlex.quote(subjects.record(message))}\n" for message in each),
        "kestra_info": "".join(f"kestra_info {shlex.quote(message)}\n" for message in each),
    }


def seconds_per_call(shell: "list[str]", body: str, message: Message, turns: int) -> float:
    """Return the seconds of one call, without the shell's start and the loop."""
    calls = turns * body.count("\n")
    return (run(shell, body, message, turns) - run(shell, EMPTY, message, turns)) / calls


def turns_for(shell: "list[str]", body: str, message: Message, seconds: float) -> int:
    """Return how many turns of the loop take about that long, with an upper limit for the fastest shells."""
    few = 3
    taken = max(1e-4, few * body.count("\n") * seconds_per_call(shell, body, message, few))
    return max(few, min(2000, round(few * seconds / taken)))


START = {"empty script": "", "echo": "echo hello", "kestra.sh, kestra_info": '. "$KESTRA"\nkestra_info hello'}


def starts(rounds: int) -> Figures:
    """Return the seconds of whole processes, by shell and script."""
    by_shell: Figures = {}
    for shell, command in shells().items():
        by_shell[shell] = {name: [] for name in START}
        for name in sampling.in_turn(rounds, list(START)):
            begin = perf_counter()
            subprocess.run(
                [*command, "-c", START[name]],
                stdout=subprocess.PIPE,
                env=sampling.environment(KESTRA=str(KESTRA_SH)),
                check=True,
            )
            by_shell[shell][name].append(perf_counter() - begin)
    return by_shell


AWKS = {"mawk": "mawk", "gawk": "gawk", "busybox awk": "busybox", "original-awk": "original-awk"}
JQ_NAME = "jq -Rr --unbuffered"
JQ_PIPE = ["jq", "-Rr", "--unbuffered", JQ_LINE]


def corpora(megabytes: float) -> "dict[str, bytes]":
    """Return lines of each kind, about the same number of bytes of each."""
    lines = {
        "plain": "2026-11-22 18:04:05 orders 1024 of 4096 loaded from the warehouse in 3 s, none refused",
        "JSON": json.dumps({"id": 1024, "customer": "Ada", "total": 12.5, "tags": ["new", "gold"], "ok": True}),
        "French": "La commande n° 1024 a été chargée depuis l'entrepôt de Besançon, là où elle était prévue à Noël",
        "Chinese": "已从仓库加载订单一千零二十四份，其中三份被拒绝，其余全部处理完毕，没有错误。",  # noqa: RUF001
        "traces": '  File "/app/orders.py", line 12, in load\n    return connection.execute(query, "rows")',
    }
    return {kind: (line + "\n").encode() * round(megabytes * 1e6 / len(line.encode())) for kind, line in lines.items()}


def pipes(scratch: Path, rounds: int, megabytes: float) -> Optional[Figures]:
    """Return the MB/s of kestra_pipe with each awk, and of jq, by kind of line; None if kestra.sh has no kestra_pipe.

    A program that fails, or does not make a record of every line, has a speed of 0.
    """
    if subprocess.run(
        ["sh", "-c", '. "$KESTRA"; command -v kestra_pipe'],
        stdout=subprocess.DEVNULL,
        env=sampling.environment(KESTRA=str(KESTRA_SH)),
        check=False,
    ).returncode:
        sampling.say("kestra.sh has no kestra_pipe: its rows are left out")
        return None
    commands = pipe_commands(scratch)
    speeds: Figures = {}
    for kind, text in corpora(megabytes).items():
        corpus = scratch / f"corpus-{kind}"
        corpus.write_bytes(text)
        speeds[kind] = {name: [] for name in commands}
        working = {name: command for name, command in commands.items() if makes_all_records(name, command, corpus)}
        for name in sampling.in_turn(rounds, list(commands)):
            seconds = seconds_of_pipe(commands[name], corpus) if name in working else math.inf
            speeds[kind][name].append(len(text) / 1e6 / seconds)
    return speeds


Command = tuple[list[str], dict[str, str]]
"""what to run, and in which environment"""


def pipe_commands(scratch: Path) -> "dict[str, Command]":
    """Return the commands that turn lines into records, by name."""
    commands: "dict[str, Command]" = {}
    for name, program in AWKS.items():
        path = shutil.which(program) or sampling.missing(program)
        if path:
            folder = scratch / f"awk-{program}"
            folder.mkdir()
            (folder / "awk").symlink_to(path)  # busybox acts by the name under which it is called
            commands[f"kestra_pipe, {name}"] = (
                ["dash", "-c", '. "$KESTRA"; kestra_pipe INFO'],
                sampling.environment(KESTRA=str(KESTRA_SH), PATH=f"{folder}{os.pathsep}{os.environ['PATH']}"),
            )
    if shutil.which("jq") or sampling.missing("jq"):
        commands[JQ_NAME] = (JQ_PIPE, sampling.environment())
    return commands


def makes_all_records(name: str, command: Command, corpus: Path) -> bool:
    """Tell whether a program makes a record of every line, and report it if it does not."""
    with corpus.open("rb") as lines:
        done = subprocess.run(command[0], stdin=lines, stdout=subprocess.PIPE, env=command[1], check=False)
    expected, actual = corpus.read_bytes().count(b"\n"), done.stdout.count(b"}]}::\n")
    if done.returncode or expected != actual:
        sampling.say(f"{name}, {corpus.name}: expected {expected} records, got {actual}, exit status {done.returncode}")
        return False
    return True


def seconds_of_pipe(command: Command, corpus: Path) -> float:
    """Return the wall time for the lines of a file."""
    with corpus.open("rb") as lines, sampling.target("pipe") as descriptor:
        begin = perf_counter()
        subprocess.run(command[0], stdin=lines, stdout=descriptor, env=command[1], check=True)
        return perf_counter() - begin
