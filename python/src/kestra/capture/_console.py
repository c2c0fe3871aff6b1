"""The console: which streams lead to Kestra, and which handlers print on them.

A stream is identified by its current device and inode, not by its name: text stays text under
`contextlib.redirect_stderr`, after `os.dup2(file, 2)`, and in a child whose output another program reads.
"""

import logging
import os
import sys
from io import TextIOWrapper

from kestra._identity import stream_identity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Union

    Console = Union[str, TextIOWrapper]  # the name in `sys` of a stream, or the stream itself where it has none

_OURS = frozenset(["kestra._stream", "kestra.capture._writes"])  # the `write` methods that they set do not change text
_consoles: "set[tuple[int, int]]" = set()  # device and inode of the streams that lead to Kestra


def remember(streams: "list[str]") -> None:
    """Set the identities of the streams that lead to Kestra; without any, those of the current standard streams."""
    _consoles.clear()
    for identity in streams or (stream_identity(1), stream_identity(2)):
        device, _, inode = identity.partition(":")
        if inode:
            _consoles.add((int(device), int(inode)))


def identities() -> "list[str]":
    """Return the identities of the streams that lead to Kestra, in the form of `remember`."""
    return [f"{device}:{inode}" for device, inode in _consoles] or ["closed"]


def is_relayed() -> bool:
    """Tell whether the user says that a launcher reads the streams of its children, and passes whole lines on."""
    return os.environ.get("KESTRA_CAPTURE_RELAYED") == "1"


def _is_log_of_ray(descriptor: int) -> bool:
    """Tell whether a stream is the file that a worker of Ray opens for itself, and that the driver prints."""
    if "ray" not in sys.modules or not is_relayed():
        return False
    try:
        folder, _, name = os.readlink(f"/proc/self/fd/{descriptor}").rpartition("/")  # noqa: PTH115
    except OSError:
        return False
    return folder.endswith("/logs") and name.startswith("worker-")


def is_plain(stream: "Any") -> bool:
    """Tell whether a stream is one of Python's own, which writes exactly what it gets."""
    try:
        if type(stream).write is not TextIOWrapper.write:
            return False
        write = vars(stream).get("write")
    except (AttributeError, TypeError):
        return False
    return write is None or getattr(write, "__module__", None) in _OURS


def console_of(stream: "Any") -> "Console":
    """Return the console behind one of Python's own streams, or "" if there is none or for any other stream.

    An object that passes text on to the console does not count, because it may change or keep the text.
    """
    if not is_plain(stream.stream if type(stream).__module__ == "ray._private.utils" else stream):
        return ""
    try:
        descriptor = stream.fileno()
        status = os.fstat(descriptor)
    except (OSError, ValueError):  # it is closed
        return ""
    if (status.st_dev, status.st_ino) not in _consoles and not _is_log_of_ray(descriptor):
        return ""
    for name in ("stderr", "stdout", "__stderr__", "__stdout__"):
        if stream is getattr(sys, name, None):
            return name
    # A stream that was opened again, for an encoding or colours.
    console: Console = {1: "__stdout__", 2: "__stderr__"}.get(descriptor, stream)
    return console


def name_of(stream: "Any") -> str:
    """Return the name of `sys.stderr` or `sys.stdout` as `console_of` does, in half the time, or ""."""
    name = "stderr" if stream is sys.stderr else "stdout" if stream is sys.stdout else ""
    if not name or type(stream) is not TextIOWrapper:
        return ""
    write = stream.__dict__.get("write")
    if write is not None and write.__module__ not in _OURS:
        return ""
    try:
        return name if os.fstat(stream.fileno())[2:0:-1] in _consoles else ""
    except (OSError, ValueError):  # it is closed
        return ""


_EMIT = logging.StreamHandler.emit
_FORMAT = logging.Handler.format


def console_of_handler(handler: logging.Handler) -> "Console":
    """Return the console of a handler that prints exactly its formatter's text and a line end there."""
    kind = type(handler)
    try:
        if kind.emit is _EMIT:
            own = handler.__dict__
            if kind.format is not _FORMAT or "emit" in own or "format" in own:
                return ""
            return console_of(handler.stream)  # type: ignore[attr-defined]
        if kind.emit.__module__ == "rich.logging":  # which draws boxes and columns around the same text
            return console_of(handler.console.file)  # type: ignore[attr-defined]
    except Exception:  # the handler may have any `stream`
        return ""
    return ""
