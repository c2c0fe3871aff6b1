"""What other programs print: the time of `run --levels`, which reads each line, beside jq, which only quotes it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Optional

import sampling

OURS = "python -m kestra run --levels"
JQ = "jq -Rc --unbuffered"
LOGGED = "2026-11-28 10:00:00,{:03} {} loader loaded {} rows from table orders"
PRINTED = "line {} of what a program prints to standard output without a level"

Figures = dict[str, dict[str, list[float]]]
"""seconds of a line for each round, by kind of line and by program"""


def corpora(count: int) -> "dict[str, list[str]]":
    """Return lines of each kind."""
    levels = ["INFO", "INFO", "INFO", "WARNING"]
    logged = [LOGGED.format(row % 1000, levels[row % 4], row) for row in range(count)]
    objects = [
        json.dumps({"level": "info", "time": 1795864323136 + row, "msg": f"loaded {row} rows", "rows": row})
        for row in range(count)
    ]
    errors = [f"ERROR: load of row {row} failed" for row in range(count)]
    printed = [PRINTED.format(row) for row in range(count)]
    mixed = [[logged, objects, logged, errors, printed][row * 7 % 5][row] for row in range(count)]
    return {"with a time": logged, "JSON": objects, "mixed": mixed}


def programs(scratch: Path, rounds: int, count: int) -> Optional[Figures]:
    """Return the processor time of a line, without the start of each program; None without jq."""
    if not (shutil.which("jq") or sampling.missing("jq")):
        return None
    commands = {OURS: [sys.executable, *OURS.split()[1:], "cat"], JQ: [*JQ.split(), "."]}
    empty = scratch / "no-lines"
    empty.write_bytes(b"")
    figures: Figures = {}
    for kind, lines in corpora(count).items():
        corpus = scratch / f"lines-{kind}"
        corpus.write_text("".join(f"{line}\n" for line in lines))
        figures[kind] = {name: [] for name in commands}
        for name in sampling.in_turn(rounds, list(commands)):
            seconds = seconds_of(commands[name], corpus) - seconds_of(commands[name], empty)
            figures[kind][name].append(max(seconds, 1e-6) / count)
    return figures


def seconds_of(command: "list[str]", corpus: Path) -> float:
    """Return the processor time for the lines of a file, with that of the command."""
    with corpus.open("rb") as lines, sampling.target("pipe") as descriptor:
        process = subprocess.Popen(command, stdin=lines, stdout=descriptor, env=sampling.environment())
        return sampling.processor_seconds(process)
