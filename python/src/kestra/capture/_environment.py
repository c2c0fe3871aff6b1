"""The settings of the capture in the environment, from `python -m kestra run` or KESTRA_CAPTURE=1."""

import os
import stat
import sys

from kestra._identity import stream_identity

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


def is_batched() -> bool:
    """Tell whether what is logged within a moment is to be one record, as in `Kestra.batch`."""
    return os.environ.get("KESTRA_CAPTURE_BATCH") == "1"


def is_first() -> bool:
    """Tell whether no process above this one has captured."""
    return _STREAMS not in os.environ


def streams() -> "list[str]":
    """Return the identities of the streams that lead to Kestra; the first process passes them to its children.

    In the first process they are its own streams, except a file and a pipe that a shell has made for it, as in
    `version=$(python tool.py)` and `python tool.py | tee log`.
    With KESTRA_CAPTURE_RELAYED=1, those that a launcher has made for this process count too.
    """
    known = os.environ.get(_STREAMS, "").split()
    own = {stream_identity(descriptor): descriptor for descriptor in (1, 2)}
    if is_first() or _console.is_relayed():
        known += [
            identity
            for identity, descriptor in own.items()
            if identity not in known and not (_is_file(descriptor) or _is_taken_by_shell(descriptor, known))
        ]
    if is_first():
        os.environ[_STREAMS] = " ".join(known) or "none"
    return known or ["none"]


def _is_file(descriptor: int) -> bool:
    """Tell whether a stream is a file that others can read; launchers such as GNU parallel use deleted ones."""
    try:
        status = os.fstat(descriptor)
    except OSError:  # it is closed
        return False
    return stat.S_ISREG(status.st_mode) and not (_console.is_relayed() and status.st_nlink == 0)


def _is_taken_by_shell(descriptor: int, known: "list[str]") -> bool:
    """Look at the processes above, which Linux shows; elsewhere the answer is no.

    With KESTRA_CAPTURE_RELAYED=1 a shell has taken only what it reads itself, as in `version=$(python tool.py)`;
    go on past launchers and pipelines up to the process that has one of the known streams.
    """
    own = stream_identity(descriptor)
    number = 0 if own == stream_identity(1) else 1  # a pipeline after 2>&1 leads to the first one
    process = os.getppid()
    try:
        while process > 0:
            with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
                head, _, rest = file.read().rpartition(") ")
            above = [_identity(f"/proc/{process}/fd/{each}") for each in (1, 2)]
            if own not in above:
                is_shell = head.partition("(")[2] in _SHELLS
                if is_shell and (not _console.is_relayed() or _reads(process, own)):
                    return True
                own = above[number]
                if not known or own in known:
                    return False
            process = int(rest.split()[1])
    except (OSError, ValueError, IndexError):
        pass  # another user's process, or one with a closed stream, is not a shell of this script
    return False


def _reads(process: int, identity: str) -> bool:
    """Tell whether a process has the end of this pipe that is for reading."""
    folder, pipe = f"/proc/{process}/fd", f"pipe:[{identity.partition(':')[2]}]"
    paths = (f"{folder}/{number}" for number in os.listdir(folder))  # noqa: PTH208
    return any(os.readlink(path) == pipe and os.lstat(path).st_mode & stat.S_IRUSR for path in paths)  # noqa: PTH115


def _identity(path: str) -> str:
    status = os.stat(path)  # noqa: PTH116
    return f"{status.st_dev}:{status.st_ino}"


def complain(error: Exception) -> None:
    """Report an error in the environment; the script continues."""
    if sys.stderr:
        sys.stderr.write(f"kestra: KESTRA_CAPTURE_LEVEL: {str(error).rpartition('level: ')[2]}\n")
