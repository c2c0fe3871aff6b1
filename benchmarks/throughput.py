"""Time per record, by size and kind of message: Python's ways in one process, Node's in a process each."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import approaches
import measure
from places import Places

HERE = Path(__file__).resolve().parent
TARGETS = {"pipe": "wall", "/dev/null": "processor"}
"""where to, and by which clock: into a pipe the reader's time counts, too; the other is all the record's own"""
COUNTER = "a counter"
"""the kind of message that is none"""

Figures = dict[str, dict[str, list[float]]]
"""seconds of a record in each round, by kind of message and name of the approach"""


def python(places: Places, rounds: int, seconds: float) -> dict[str, Figures]:
    """Return the figures of Python by target."""
    found: dict[str, Figures] = {}
    command = [sys.executable, str(HERE / "throughput_child.py")]
    options = {"incumbent": str(places.incumbent_python), "rounds": rounds, "seconds": seconds}
    for target in TARGETS:
        found[target] = run(places, command, target, options)
    return found


def node(places: Places, rounds: int, seconds: float) -> dict[str, Figures]:
    """Return the figures of Node by target."""
    found: dict[str, Figures] = {}
    scripts = {approach.name: node_script(places, approach) for approach in approaches.NODE_LOGS}
    messages = {
        kind: {"message": message, "record": approaches.record(message) + "\n"}
        for kind, message in approaches.messages().items()
    }
    for target in TARGETS:
        found[target] = {kind: {name: [] for name in scripts} for kind in messages}
        for name in measure.in_turn(rounds, list(scripts)):
            figures = run(places, ["node", scripts[name]], target, {"messages": messages, "seconds": seconds})
            for kind, figure in figures.items():
                found[target][kind][name].append(figure)
    return found


def node_script(places: Places, approach: approaches.Approach) -> str:
    """Write the script that has one way to log measured, and return its path."""
    child = json.dumps(str(HERE / "throughput_child.cjs"))
    drained = f", () => {approach.drained}" if approach.drained else ""
    code = (
        f"{approach.setup}\nconst {{ measure }} = require({child});\n"
        f"measure((message, line) => {approach.call}{drained});\n"
    )
    return str(places.node_script(approach.side, approach.name, code))


def run(places: Places, command: "list[str]", target: str, options: "dict[str, Any]") -> Any:
    """Run a process that measures, and return what it leaves in its result file."""
    result = places.scratch / "result.json"
    settings = places.scratch / "settings.json"
    settings.write_text(json.dumps({**options, "clock": TARGETS[target], "result": str(result)}))
    with measure.target(target) as descriptor:
        subprocess.run([*command, str(settings)], stdout=descriptor, env=measure.environment(), check=True)
    return json.loads(result.read_text())
