"""The runtimes that run the drivers: the one table of shells, which the other tests and the benchmarks import too.

The benchmarks have no pytest, so only the functions for tests import it.
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
    # -f: the start-up files of the user who runs the tests have no part in them.
    "zsh": ["zsh", "-f"],
    "zsh-sh": ["zsh", "--emulate", "sh", "-f"],
}

# The driver of ours that is alike in what its language can do, by the kinds of number that the language has.
LIKE = {"integers-and-floats": "python", "one": "node", "text": "shell"}

# The drivers of ours that read the levels of what programs print.
READS_LEVELS = {"python"}


@dataclass(frozen=True)
class Runtime:
    """A command that runs a driver; `driver` is the name that cases know the driver by."""

    name: str
    driver: str
    command: "list[str]"
    is_ours: bool = True


def our_runtimes() -> "list[Runtime]":
    """Return Python, Node and each shell, with the driver that it runs."""
    return [
        Runtime("python", "python", [sys.executable, str(DRIVERS / "python.py")]),
        Runtime("node", "node", ["node", str(DRIVERS / "node.cjs")]),
        *(Runtime(name, "shell", [*command, str(DRIVERS / "shell.sh")]) for name, command in SHELLS.items()),
    ]


def given_runtime(text: str, numbers: "Optional[str]" = None) -> Runtime:
    """Return the runtime of an option `--driver NAME=COMMAND`, known to cases as the driver that it is like."""
    import pytest

    name, equals, command = text.partition("=")
    if not (name and equals and shlex.split(command)):
        raise pytest.UsageError(f"--driver: expected NAME=COMMAND, got {text!r}")
    return Runtime(name, LIKE[numbers] if numbers else name, shlex.split(command), is_ours=False)


def need(program: str) -> str:
    """Return the path of a program; without it the test is `missing` something."""
    return shutil.which(program) or missing(f"{program} is not installed")


def missing(reason: str) -> str:
    """Skip the test for what this machine lacks; fail where CI=true, as everything is installed there."""
    import pytest

    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
