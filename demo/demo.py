"""Run the three scripts of Kestra's documentation; show what each prints, and what Kestra reads in it.

Each script is a process of its own that uses the installed package, as in a task.
Exits with 1 when Kestra would not read the two records that each of them is there to send.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCRIPTS = {"hello.py": [sys.executable], "hello.js": ["node"], "hello.sh": ["sh"]}
EXPECTED = [("DEBUG", "Hello World from logs!", "stdout"), ("INFO", "Hello World!", "stdout")]

# What Kestra takes for a record, from its first column to its last (its class PluginUtilsService).
RECORD = re.compile(r"::(\{.*\})::", re.ASCII)


def read(line: str, stream: str) -> "list[tuple[str, str, str]]":
    """Return the (level, message, stream) of what Kestra logs for a line."""
    record = RECORD.fullmatch(line)
    if record is None:
        return [("INFO" if stream == "stdout" else "ERROR", line, stream)]
    return [(entry["level"], entry["message"], stream) for entry in json.loads(record[1])["logs"]]


def main() -> int:
    """Run and show all three."""
    wrong = 0
    for script, interpreter in SCRIPTS.items():
        done = subprocess.run([*interpreter, HERE / script], capture_output=True, text=True)
        streams = {"stdout": done.stdout.splitlines(), "stderr": done.stderr.splitlines()}
        records = [record for stream, lines in streams.items() for line in lines for record in read(line, stream)]
        print(f"\n{Path(interpreter[0]).name} demo/{script}\n")
        for lines in streams.values():
            print(*lines, sep="\n", end="\n" if lines else "")
        print(f"\n  {'LEVEL':8}{'MESSAGE':26}STREAM")
        for level, message, stream in records:
            print(f"  {level:8}{message:26}{stream}")
        if done.returncode or records != EXPECTED:
            print(f"\n  Wrong: expected {EXPECTED}, exit status 0, got exit status {done.returncode}")
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
