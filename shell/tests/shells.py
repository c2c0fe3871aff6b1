"""Where kestra.sh is, the shells that it is made for, and how to ask for a program."""

import os
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
