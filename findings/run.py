"""Run the findings, two at a time, and print a table: which of them still hold.

Names of findings as arguments run these alone: `python3 findings/run.py rich-lowercase-tags`.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SECONDS = 600
RESULTS = {0: "as stated", 1: "changed", 2: "not installed"}


def run(script: Path) -> "tuple[str, str, str]":
    """Run one script; return its name, its result and what it printed."""
    command = ["sh", str(script)]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return script.stem, f"not over after {SECONDS} s", ""
    result = RESULTS.get(done.returncode, f"exit code {done.returncode}")
    return script.stem, result, done.stdout.decode("utf-8", "replace")


def main(names: "list[str]") -> int:
    """Run the named findings, or all; return 0 when each is as stated."""
    scripts = [FOLDER / f"{name}.sh" for name in names] or sorted(FOLDER.glob("*.sh"))
    width = max(len(script.stem) for script in scripts)
    failed = []
    with ThreadPoolExecutor(2) as pool:
        for name, result, output in pool.map(run, scripts):
            print(f"{name:{width}}  {result}", flush=True)
            if result != RESULTS[0]:
                failed.append(f"\n{name}: {result}\n{output}")
    print(f"\n{len(scripts) - len(failed)} of {len(scripts)} findings are as stated", *failed, sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
