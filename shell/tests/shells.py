"""Where kestra.sh is, and how to trace what a shell does with it."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from harness.runtimes import need

KESTRA = Path(__file__).resolve().parent.parent / "kestra.sh"

Run = Callable[..., subprocess.CompletedProcess[bytes]]


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
AWKS = ["mawk", "gawk", "original-awk", "busybox"]
