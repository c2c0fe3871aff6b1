"""The runtimes that run the drivers: the one table of shells, which other tests and the benchmarks also import.

Only the functions for tests import pytest, because the benchmarks do not have it.
"""

import os
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

CONFORMANCE = Path(__file__).resolve().parent.parent
DRIVERS = CONFORMANCE / "drivers"
KESTRA_SH = Path(os.environ.get("KESTRA_SH", CONFORMANCE.parent / "shell" / "kestra.sh"))

SHELLS = {
    "dash": ["dash"],
    "bash": ["bash"],
    "busybox": ["busybox", "sh"],
    "mksh": ["mksh"],
    "ksh93": ["ksh93"],
    # -f: without the user's start-up files.
    "zsh": ["zsh", "-f"],
    "zsh-sh": ["zsh", "--emulate", "sh", "-f"],
}

# Our driver whose language has the same kinds of numbers.
LIKE = {"integers-and-floats": "python", "one": "node", "text": "shell"}

# Our drivers that read the levels of printed text.
READS_LEVELS = {"python", "node", "shell"}


@dataclass(frozen=True)
class Runtime:
    """A command that runs a driver; `driver` is its name in the cases."""

    name: str
    driver: str
    command: "list[str]"
    is_ours: bool = True


def our_runtimes() -> "list[Runtime]":
    """Return Python, Node and each shell, with its driver."""
    return [
        Runtime("python", "python", [sys.executable, str(DRIVERS / "python.py")]),
        Runtime("node", "node", ["node", str(DRIVERS / "node.cjs")]),
        *(Runtime(name, "shell", [*command, str(DRIVERS / "shell.sh")]) for name, command in SHELLS.items()),
    ]


def given_runtime(text: str, numbers: "Optional[str]" = None) -> Runtime:
    """Return the runtime of an option `--driver NAME=COMMAND`; exceptions apply to it as to the most similar driver."""
    import pytest

    name, equals, command = text.partition("=")
    if not (name and equals and shlex.split(command)):
        raise pytest.UsageError(f"--driver: expected NAME=COMMAND, got {text!r}")
    return Runtime(name, LIKE[numbers] if numbers else name, shlex.split(command), is_ours=False)


def need(program: str) -> str:
    """Return the path of a program, or report it as `missing`."""
    return shutil.which(program) or missing(f"{program} is not installed")


def missing(reason: str) -> str:
    """Skip the test because this machine lacks something; fail with CI=true, where everything is installed."""
    import pytest

    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
