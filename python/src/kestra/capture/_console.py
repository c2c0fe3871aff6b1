"""The console: which streams lead to Kestra, and which handlers print on them.

A stream is known by what it is now, its device and inode, not by its name: behind `contextlib.redirect_stderr`,
`os.dup2(file, 2)` or in a child whose output somebody reads, what is printed stays text.
"""

import logging
import os
import sys
from io import TextIOWrapper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Union

    Console = Union[str, TextIOWrapper]  # the name in `sys` of a stream, or the stream itself where it has none

_OURS = frozenset(["kestra._stream", "kestra.capture._writes"])  # what they put in the place of `write` changes no text
_consoles: "set[tuple[int, int]]" = set()  # device and inode of what leads to Kestra


def remember(streams: "list[str]") -> None:
    """Note which streams, by their identities, lead to Kestra; without any, the standard streams as they are now."""
    _consoles.clear()
    for identity in streams or (stream_identity(1), stream_identity(2)):
        device, _, inode = identity.partition(":")
        if inode:
            _consoles.add((int(device), int(inode)))


def identities() -> "list[str]":
    """Return the identities of the streams that lead to Kestra, as `remember` takes them."""
    return [f"{device}:{inode}" for device, inode in _consoles] or ["closed"]


def stream_identity(descriptor: int) -> str:
    """Return what tells a stream from all others, so that a process knows whether its own lead to Kestra."""
    try:
        status = os.fstat(descriptor)
    except OSError:  # it is closed
        return "closed"
    return f"{status.st_dev}:{status.st_ino}"


def is_plain(stream: "Any") -> bool:
    """Tell whether a stream is one of Python's own, that writes what it is given and nothing else."""
    try:
        if type(stream).write is not TextIOWrapper.write:
            return False
        write = vars(stream).get("write")
    except (AttributeError, TypeError):
        return False
    return write is None or getattr(write, "__module__", None) in _OURS


def console_of(stream: "Any") -> "Console":
    """Return what leads to Kestra behind a stream of Python's own; "" for one that does not, and for all others.

    An object that passes text on to the console is none: it may change the text, or keep it as well.
    """
    if not is_plain(stream):
        return ""
    try:
        descriptor = stream.fileno()
        status = os.fstat(descriptor)
    except (OSError, ValueError):  # it is closed
        return ""
    if (status.st_dev, status.st_ino) not in _consoles:
        return ""
    for name in ("stderr", "stdout", "__stderr__", "__stdout__"):
        if stream is getattr(sys, name, None):
            return name
    # One that was opened again, for an encoding or colours, after what was printed on the standard one.
    console: Console = {1: "__stdout__", 2: "__stderr__"}.get(descriptor, stream)
    return console


_EMIT = logging.StreamHandler.emit
_FORMAT = logging.Handler.format


def console_of_handler(handler: logging.Handler) -> "Console":
    """Return the console of a handler that prints its formatter's text there, a line end after it, and nothing else."""
    kind = type(handler)
    try:
        if kind.emit is _EMIT:
            own = handler.__dict__
            if kind.format is not _FORMAT or "emit" in own or "format" in own:
                return ""
            return console_of(handler.stream)  # type: ignore[attr-defined]
        if kind.emit.__module__ == "rich.logging":  # whose boxes and columns are drawn around the same text
            return console_of(handler.console.file)  # type: ignore[attr-defined]
    except Exception:  # what a handler makes of `stream` is its own affair
        return ""
    return ""
