"""Show the packages at work, each script as a process of its own, as in a task.

First the three scripts of Kestra's documentation: what each prints, and what Kestra reads in it.
Then a pipeline that makes every call, in the preview.
Exits with 1 when Kestra would not read what the scripts send.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCRIPTS = {"hello.py": [sys.executable], "hello.js": ["node"], "hello.sh": ["sh"]}
EXPECTED = [("DEBUG", "Hello World from logs!", "stdout"), ("INFO", "Hello World!", "stdout")]
PIPELINE = [sys.executable, str(HERE / "pipeline.py")]
LEVELS = {"TRACE": 1, "DEBUG": 1, "INFO": 3, "WARN": 1, "ERROR": 1}

PREVIEW = [sys.executable, "-m", "kestra", "preview"]


def read(command: "list[str]") -> "tuple[int, list[tuple[str, str, str]]]":
    """Return the exit status of a command, and the (level, message, stream) of what Kestra logs for what it prints."""
    done = subprocess.run([*PREVIEW, "--json", *command], stdout=subprocess.PIPE, text=True)
    lines = map(json.loads, done.stdout.splitlines())
    return done.returncode, [
        (log["level"], log["message"], line["stream"]) for line in lines for log in line.get("logs", [])
    ]


def show(name: str, command: "list[str]") -> bool:
    """Show what a script prints, and what Kestra reads in it; return whether that is what is expected."""
    print(f"\n{Path(command[0]).name} demo/{name}\n", flush=True)
    subprocess.run(command)
    status, records = read(command)
    print(f"\n  {'LEVEL':8}{'MESSAGE':26}STREAM")
    for level, message, stream in records:
        print(f"  {level:8}{message:26}{stream}")
    if status or records != EXPECTED:
        print(f"\n  Wrong: expected {EXPECTED}, exit status 0, got exit status {status}")
    return status == 0 and records == EXPECTED


def show_pipeline() -> bool:
    """Show the pipeline in the preview; return whether Kestra reads as many logs of each level as it sends."""
    print("\npython -m kestra preview python demo/pipeline.py\n", flush=True)
    shown = subprocess.run([*PREVIEW, *PIPELINE]).returncode
    status, records = read(PIPELINE)
    levels = Counter(level for level, _, _ in records)
    if shown or status or levels != LEVELS:
        print(f"\n  Wrong: expected {LEVELS}, exit status 0, got {dict(levels)}, exit status {shown or status}")
    return shown == status == 0 and levels == LEVELS


def main() -> int:
    """Show all of it."""
    results = [show(name, [*interpreter, str(HERE / name)]) for name, interpreter in SCRIPTS.items()]
    return 0 if all([*results, show_pipeline()]) else 1


if __name__ == "__main__":
    sys.exit(main())
