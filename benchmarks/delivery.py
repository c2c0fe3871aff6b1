"""Records that arrive: after a sudden end, through a slow reader, and from several writers at once.

A record has arrived when it is complete and alone on a line.
"""

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import sampling
import shell_bench
import subjects
from installs import KESTRA_SH, Installs
from subjects import Subject

WRITERS = 4
SIZES = {"200 B": [200], "5 KB": [5000], "64 KB": [64_000], "mixed": [200, 5000, 64_000, 200]}
READ = 8192
"""bytes that the reader asks for at a time, as Kestra's does"""


class Load(NamedTuple):
    """The numbers of records and writers."""

    many: int
    """records for a slow reader"""
    delay: float
    """seconds that it sleeps before it reads"""
    each: int
    """records of one of several writers"""
    sizes: "list[str]"


class Scenario(NamedTuple):
    """Processes that log at the same time."""

    name: str
    commands: "list[list[str]]"
    sent: int
    """records"""
    delay: float = 0


class Outcome(NamedTuple):
    """The number of records that were sent, that arrived, and that arrived twice."""

    sent: int
    whole: int
    """different records that have arrived"""
    repeated: int
    """records that have arrived again"""


# The processes report that they are ready, and log when their standard input ends, so that slow starters take part.
# `number` identifies a record. Node reports without `process.stderr`, which would load many modules.
PYTHON_READY = 'import sys; sys.stderr.write("ready"); sys.stderr.flush(); sys.stdin.read()'
PYTHON_LOOP = """
for number in range(first, last):
    message = f"<{{number}}:" + "x" * {sizes}[number % {count}] + f":{{number}}>"
    {call}
"""
NODE_READY = 'require("node:fs").writeSync(2, "ready"); require("node:fs").readFileSync(0);'
NODE_LOOP = """
for (let number = first; number < last; number++) {{
  const message = `<${{number}}:${{"x".repeat({sizes}[number % {count}])}}:${{number}}>`;
  {call};
}}
"""
MESSAGE = re.compile(rb"<(\d+):(?:x*):(\d+)>")

PYTHON_ENDS = {
    "os._exit": "import os; os._exit(0)",
    "SIGKILL": "import os; os.kill(os.getpid(), 9)",
    "os.fork, both end": "import os; os.fork()",
}
NODE_ENDS = {
    "process.exit, slow reader": "process.exit(0);",
    "uncaught error, slow reader": 'throw new Error("uncaught");',
    "SIGKILL, slow reader": 'process.kill(process.pid, "SIGKILL");',
}
FEW = 100
"""records of a short script, which fit into any buffer"""


def loop(template: str, subject: Subject, sizes: "list[int]") -> str:
    """Return code that logs the records from `first` to `last`."""
    return template.format(sizes=sizes, count=len(sizes), call=subject.call)


def python_scenarios(installs: Installs, subject: Subject, load: Load) -> Iterator[Scenario]:
    """Yield the scenarios of a Python subject."""

    def command(name: str, code: str, *options: str) -> "list[str]":
        return [sys.executable, *options, str(installs.python_script(f"{subject.name} {name}", code))]

    start = f"{subject.setup}\n{PYTHON_READY}\n"
    for name, end in PYTHON_ENDS.items():
        code = f"{start}first, last = 0, {FEW}{loop(PYTHON_LOOP, subject, [100])}{end}\n"
        yield Scenario(name, [command(name, code)], FEW)
    name = "stdout does not block, slow reader"
    code = f"import os; os.set_blocking(1, False)\n{start}first, last = 0, {load.many}"
    code += loop(PYTHON_LOOP, subject, [100])
    yield Scenario(name, [command(name, code)], load.many, load.delay)
    name = f"{WRITERS} threads, -u, 5 KB"
    body = loop(PYTHON_LOOP, subject, SIZES["5 KB"]).replace("\n", "\n    ")
    code = f"""{start}
import threading
def work(first):
    last = first + {load.each}{body}
threads = [threading.Thread(target=work, args=(number * {load.each},)) for number in range({WRITERS})]
for thread in threads:
    thread.start()
"""
    yield Scenario(name, [command(name, code, "-u")], WRITERS * load.each)
    for size in load.sizes:
        name = f"{WRITERS} processes, {size}"
        code = f"{start}first = int(sys.argv[1])\nlast = first + {load.each}"
        code += loop(PYTHON_LOOP, subject, SIZES[size])
        yield Scenario(name, at_once(command(name, code), load.each), WRITERS * load.each)


def node_scenarios(installs: Installs, subject: Subject, load: Load) -> Iterator[Scenario]:
    """Yield the scenarios of a Node subject."""

    def command(name: str, code: str) -> "list[str]":
        return ["node", str(installs.node_script(subject.role, f"{subject.name} {name}", code))]

    start = f"{subject.setup}\n{NODE_READY}\n"
    for name, end in NODE_ENDS.items():
        code = f"{start}const [first, last] = [0, {load.many}];{loop(NODE_LOOP, subject, [100])}{end}\n"
        yield Scenario(name, [command(name, code)], load.many, load.delay)
    name = f"{WRITERS} workers, 5 KB"
    code = f"""const {{ Worker, isMainThread, workerData }} = require("node:worker_threads");
if (isMainThread) {{
  {NODE_READY}
  for (let number = 0; number < {WRITERS}; number++) new Worker(__filename, {{ workerData: number * {load.each} }});
}} else {{
  {subject.setup}
  const [first, last] = [workerData, workerData + {load.each}];{loop(NODE_LOOP, subject, SIZES["5 KB"])}
}}
"""
    yield Scenario(name, [command(name, code)], WRITERS * load.each)
    for size in load.sizes:
        name = f"{WRITERS} processes, {size}"
        code = f"{start}const first = Number(process.argv[2]);\nconst last = first + {load.each};"
        code += loop(NODE_LOOP, subject, SIZES[size])
        yield Scenario(name, at_once(command(name, code), load.each), WRITERS * load.each)


SHELL_LOOP = """. "$KESTRA"
body=$1 i=$3 last=$(($3 + $2))
echo ready >&2
read -r ignored
while [ "$i" -lt "$last" ]; do
  m="<$i:$body:$i>"
  {call}
  i=$((i + 1))
done
"""
SHELL_CALLS = {"kestra_info": 'kestra_info "$m"', "echo": 'echo "::{\\"message\\":\\"$m\\"}::"'}


def shell_scenarios(shell: "list[str]", call: str, load: Load) -> Iterator[Scenario]:
    """Yield the scenarios of a call in one shell, without records above 5 KB."""
    for size in ("200 B", "5 KB"):
        (length,) = SIZES[size]
        script = [*shell, "-c", SHELL_LOOP.format(call=call), "sh", "x" * length, str(load.each)]
        yield Scenario(f"{WRITERS} processes, {size}", at_once(script, load.each), WRITERS * load.each)


def at_once(command: "list[str]", each: int) -> "list[list[str]]":
    """Return the commands of the processes, each of which logs its own records."""
    return [[*command, str(number * each)] for number in range(WRITERS)]


Outcomes = dict[str, dict[str, Outcome]]
"""by subject and scenario"""


def python(installs: Installs, load: Load) -> Outcomes:
    """Return the outcomes of Python's subjects."""
    return {
        subject.name: outcomes(python_scenarios(installs, subject, load), installs.python_environment(subject.role))
        for subject in [*subjects.PYTHON_LOGS, *subjects.PYTHON_COUNTERS]
        if subject.role != subjects.LIMIT
    }


def node(installs: Installs, load: Load) -> Outcomes:
    """Return the outcomes of Node's subjects."""
    return {
        subject.name: outcomes(node_scenarios(installs, subject, load), {})
        for subject in subjects.NODE_LOGS
        if subject.role != subjects.LIMIT
    }


def shells(load: Load) -> Outcomes:
    """Return the outcomes of the shells."""
    return {
        f"{shell}: {name}": outcomes(shell_scenarios(command, call, load), {"KESTRA": str(KESTRA_SH)})
        for shell, command in shell_bench.shells().items()
        for name, call in SHELL_CALLS.items()
    }


def outcomes(scenarios: Iterable[Scenario], environment: "dict[str, str]") -> "dict[str, Outcome]":
    """Run the scenarios and return the outcome of each."""
    return {scenario.name: counted(run(scenario, environment), scenario.sent) for scenario in scenarios}


def run(scenario: Scenario, environment: "dict[str, str]") -> bytes:
    """Run processes that share their standard output, and return what they wrote."""
    reading, writing = os.pipe()
    start, go = os.pipe()
    processes = [
        subprocess.Popen(
            command, stdin=start, stdout=writing, stderr=subprocess.PIPE, env=sampling.environment(**environment)
        )
        for command in scenario.commands
    ]
    os.close(writing)
    os.close(start)
    with sampling.deadline(60, processes):
        for process in processes:
            process.stderr.read(len("ready"))  # type: ignore[union-attr]
            # The rest of its stderr does not matter, but must be read.
            threading.Thread(target=process.stderr.read).start()  # type: ignore[union-attr]
        os.close(go)
        time.sleep(scenario.delay)
        arrived = b"".join(iter(lambda: os.read(reading, READ), b""))
        os.close(reading)
        for process in processes:
            process.wait()
    return arrived


def counted(arrived: bytes, sent: int) -> Outcome:
    """Count the complete records."""
    numbers = [number for line in arrived.split(b"\n") for number in whole(line)]
    return Outcome(sent, len(set(numbers)), len(numbers) - len(set(numbers)))


def whole(line: bytes) -> "list[int]":
    """Return the number of the record on a line, as text or in JSON, if it is complete and alone there."""
    text = line
    if not MESSAGE.fullmatch(line):
        try:
            content = json.loads(line[2:-2] if line.startswith(b"::") and line.endswith(b"::") else line)
            if "logs" in content:  # a long message is sent in several pieces
                text = "".join(entry["message"] for entry in content["logs"]).encode()
        except (ValueError, TypeError, KeyError):  # two mixed records can be JSON by chance
            return []
    numbers = set(MESSAGE.findall(text))  # a set, as loguru writes a message twice
    return [int(first) for first, last in numbers if len(numbers) == 1 and first == last]
