"""Where kestra.sh is, the shells that it is made for, and how to ask for a program."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

KESTRA = Path(__file__).resolve().parent.parent / "kestra.sh"

SHELLS = {
    "dash": ["dash"],
    "bash": ["bash"],
    "busybox": ["busybox", "sh"],
    "mksh": ["mksh"],
    "ksh93": ["ksh93"],
    "zsh": ["zsh", "-f"],
    "zsh-emulating-sh": ["zsh", "--emulate", "sh", "-f"],
}

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def need(program: str) -> str:
    """Return the path of `program`; without it, skip, and fail where nothing may be skipped."""
    path = shutil.which(program)
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{program} is not installed")
        pytest.skip(f"{program} is not installed")
    return path


def trace(shell: list[str], calls: str, before: str, script: str, directory: Path, *arguments: str) -> list[str]:
    """Return the lines of strace about `calls` in `script`, which comes after `before` in the same process."""
    log = directory / "trace"
    strace = [need("strace"), "-f", "-qq", "-s1", f"-etrace=openat,open,{calls}", "-esignal=none", f"-o{log}"]
    subprocess.run(
        [*strace, *shell, "-c", f"{before}\n: >{directory}/marker\n{script}", "sh", *arguments],
        env={"PATH": os.environ["PATH"], "KESTRA": str(KESTRA), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=60,
    )
    lines = log.read_text(errors="replace").splitlines()
    start = next(number for number, line in enumerate(lines) if f"{directory}/marker" in line)
    process = lines[0].split()[0]
    return [line for line in lines[start + 1 :] if line.split()[0] == process and not re.search(r" open(at)?\(", line)]


FORKS = "fork,vfork,clone,clone3"
SOURCE = '. "$KESTRA"'
