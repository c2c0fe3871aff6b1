"""Time per record, by size and kind of message: Python's ways in one process, Node's in a process each."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import sampling
import subjects
from installs import Installs

HERE = Path(__file__).resolve().parent
TARGETS = {"pipe": "wall", "/dev/null": "processor"}
"""where to, and by which clock: into a pipe the reader's time counts, too; the other is all the record's own"""
COUNTER = "a counter"
"""the kind of message that is none"""

Figures = dict[str, dict[str, list[float]]]
"""seconds of a record in each round, by kind of message and name of the subject"""


def python(installs: Installs, rounds: int, seconds: float) -> dict[str, Figures]:
    """Return the figures of Python by target."""
    found: dict[str, Figures] = {}
    command = [sys.executable, str(HERE / "throughput_child.py")]
    options = {"baseline": str(installs.baseline_python), "rounds": rounds, "seconds": seconds}
    for target in TARGETS:
        found[target] = run(installs, command, target, options)
    return found


def node(installs: Installs, rounds: int, seconds: float) -> dict[str, Figures]:
    """Return the figures of Node by target."""
    found: dict[str, Figures] = {}
    scripts = {subject.name: node_script(installs, subject) for subject in subjects.NODE_LOGS}
    messages = {
        kind: {"message": message, "record": subjects.record(message) + "\n"}
        for kind, message in subjects.messages().items()
    }
    for target in TARGETS:
        found[target] = {kind: {name: [] for name in scripts} for kind in messages}
        for name in sampling.in_turn(rounds, list(scripts)):
            figures = run(installs, ["node", scripts[name]], target, {"messages": messages, "seconds": seconds})
            for kind, figure in figures.items():
                found[target][kind][name].append(figure)
    return found


def node_script(installs: Installs, subject: subjects.Subject) -> str:
    """Write the script that has one way to log measured, and return its path."""
    child = json.dumps(str(HERE / "throughput_child.cjs"))
    drained = f", () => {subject.drained}" if subject.drained else ""
    code = (
        f"{subject.setup}\nconst {{ measure }} = require({child});\n"
        f"measure((message, line) => {subject.call}{drained});\n"
    )
    return str(installs.node_script(subject.role, subject.name, code))


def run(installs: Installs, command: "list[str]", target: str, options: "dict[str, Any]") -> Any:
    """Run a process that measures, and return what it leaves in its result file."""
    result = installs.scratch / "result.json"
    settings = installs.scratch / "settings.json"
    settings.write_text(json.dumps({**options, "clock": TARGETS[target], "result": str(result)}))
    with sampling.target(target) as descriptor:
        subprocess.run([*command, str(settings)], stdout=descriptor, env=sampling.environment(), check=True)
    return json.loads(result.read_text())
