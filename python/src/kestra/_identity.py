"""The identity of a stream; a module of its own, as `run` needs nothing else of the capture."""

import os


def stream_identity(descriptor: int) -> str:
    """Return the identity of a stream, by which a process knows whether its own lead to Kestra."""
    try:
        status = os.fstat(descriptor)
    except OSError:  # it is closed
        return "closed"
    return f"{status.st_dev}:{status.st_ino}"
