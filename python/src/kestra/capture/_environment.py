"""The settings of the capture in the environment, from `python -m kestra run` or KESTRA_CAPTURE=1."""

import os
import stat
import sys

from . import _console

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional

_STREAMS = "KESTRA_CAPTURE_STREAMS"  # the identities of the streams that lead to Kestra, for all child processes
_SHELLS = frozenset(["ash", "bash", "busybox", "dash", "ksh", "ksh93", "lksh", "mksh", "sh", "yash", "zsh"])


def options() -> "tuple[Optional[str], Optional[bool]]":
    """Return the arguments `level` and `names` of `Kestra.capture`."""
    names = {"1": True, "0": False}.get(os.environ.get("KESTRA_CAPTURE_NAMES", ""))
    return os.environ.get("KESTRA_CAPTURE_LEVEL") or None, names


def streams() -> "list[str]":
    """Return the identities of the streams that lead to Kestra; the first process passes them to its children.

    In the first process they are its own streams, except a file and a pipe that a shell has made for it, as in
    `version=$(python tool.py)` and `python tool.py | tee log`.
    """
    if _STREAMS not in os.environ:
        leading = [descriptor for descriptor in (1, 2) if not (_is_file(descriptor) or _is_taken_by_shell(descriptor))]
        os.environ[_STREAMS] = " ".join(map(_console.stream_identity, leading)) or "none"
    return os.environ[_STREAMS].split()


def _is_file(descriptor: int) -> bool:
    try:
        return stat.S_ISREG(os.fstat(descriptor).st_mode)
    except OSError:  # it is closed
        return False


def _is_taken_by_shell(descriptor: int) -> bool:
    """Look at the processes above, which Linux shows; elsewhere the answer is no."""
    own = _console.stream_identity(descriptor)
    process = os.getppid()
    try:
        while process > 0:
            with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
                head, _, rest = file.read().rpartition(") ")
            above = [_identity(f"/proc/{process}/fd/{number}") for number in (1, 2)]
            if own not in above:
                return head.partition("(")[2] in _SHELLS
            process = int(rest.split()[1])
    except (OSError, ValueError, IndexError):
        pass  # another user's process, or one with a closed stream, is not a shell of this script
    return False


def _identity(path: str) -> str:
    status = os.stat(path)  # noqa: PTH116
    return f"{status.st_dev}:{status.st_ino}"


def complain(error: Exception) -> None:
    """Report an error in the environment; the script continues."""
    if sys.stderr:
        sys.stderr.write(f"kestra: KESTRA_CAPTURE_LEVEL: {str(error).rpartition('level: ')[2]}\n")
