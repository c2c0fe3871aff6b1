"""Time per record, by size and kind of message: all Python subjects in one process, each Node subject in its own."""

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
    figures: dict[str, Figures] = {}
    command = [sys.executable, str(HERE / "throughput_child.py")]
    options = {"baseline": str(installs.baseline_python), "rounds": rounds, "seconds": seconds}
    for target in TARGETS:
        figures[target] = run(installs, command, target, options)
    return figures


def node(installs: Installs, rounds: int, seconds: float) -> dict[str, Figures]:
    """Return the figures of Node by target."""
    by_target: dict[str, Figures] = {}
    scripts = {subject.name: node_script(installs, subject) for subject in subjects.NODE_LOGS}
    messages = {
        kind: {"message": message, "record": subjects.record(message) + "\n"}
        for kind, message in subjects.messages().items()
    }
    for target in TARGETS:
        by_target[target] = {kind: {name: [] for name in scripts} for kind in messages}
        for name in sampling.in_turn(rounds, list(scripts)):
            figures = run(installs, ["node", scripts[name]], target, {"messages": messages, "seconds": seconds})
            for kind, figure in figures.items():
                by_target[target][kind][name].append(figure)
    return by_target


def node_script(installs: Installs, subject: subjects.Subject) -> str:
    """Write the script that measures one subject, and return its path."""
    child = json.dumps(str(HERE / "throughput_child.cjs"))
    drained = f", () => {subject.drained}" if subject.drained else ""
    code = (
        f"{subject.setup}\nconst {{ measure }} = require({child});\n"
        f"measure((message, line) => {subject.call}{drained});\n"
    )
    return str(installs.node_script(subject.role, subject.name, code))


def run(installs: Installs, command: "list[str]", target: str, options: "dict[str, Any]") -> Any:
    """Run a measuring process, and return the content of its result file."""
    result = installs.scratch / "result.json"
    settings = installs.scratch / "settings.json"
    settings.write_text(json.dumps({**options, "clock": TARGETS[target], "result": str(result)}))
    with sampling.target(target) as descriptor:
        subprocess.run([*command, str(settings)], stdout=descriptor, env=sampling.environment(), check=True)
    return json.loads(result.read_text())
