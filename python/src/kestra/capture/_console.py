"""The console: which streams are the task's own output, and which handlers write to them."""

import logging
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_excluded: "set[str]" = set()  # the streams that are known not to lead to Kestra, by their names in `sys`


def exclude_streams(identities: "list[str]") -> None:
    """Leave out the standard streams that are none of these, the ones that lead to Kestra; no list excludes none."""
    _excluded.clear()
    for descriptor, names in ((1, ("stdout", "__stdout__")), (2, ("stderr", "__stderr__"))):
        if identities and stream_identity(descriptor) not in identities:
            _excluded.update(names)


def stream_identity(descriptor: int) -> str:
    """Return what tells a stream from all others, so that a process knows whether its own lead to Kestra."""
    try:
        status = os.fstat(descriptor)
    except OSError:  # it is closed
        return "closed"
    return f"{status.st_dev}:{status.st_ino}"


def leads_to_kestra(stream: str) -> bool:
    """Tell whether a stream, by its name in `sys`, is a console that leads to Kestra."""
    return bool(stream and stream not in _excluded)


def console_of(handler: logging.Handler) -> str:
    """Return the name in `sys` of the stream that a handler prints on; "" for one that does not print."""
    try:
        if isinstance(handler, logging.StreamHandler):
            return "" if isinstance(handler, logging.FileHandler) else console_name(handler.stream)
        return console_name(handler.console.file)  # type: ignore[attr-defined]  # as rich's RichHandler has it
    except Exception:  # the others have none, and what a handler makes of `stream` is its own affair
        return ""


def console_name(stream: "Any") -> str:
    """Return the name in `sys` of a stream of the console; "" for any other."""
    if stream is None:
        return ""
    for name in ("stderr", "stdout", "__stderr__", "__stdout__"):
        if stream is getattr(sys, name, None):
            return name
    try:
        return {1: "__stdout__", 2: "__stderr__"}.get(stream.fileno(), "")  # wrapped again, for an encoding or colours
    except Exception:  # a StringIO, for example, or a stream that is closed
        return ""
