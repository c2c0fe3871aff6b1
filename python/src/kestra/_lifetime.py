"""The stream when its process forks, and when the interpreter ends."""

import sys
from _thread import RLock

from ._stream import Record, mark_shared, state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def prepare_for_fork() -> None:
    """Import what a record of a child needs, but for this module."""
    try:
        from . import _lock
    except ImportError:  # the interpreter ends
        return
    del _lock


def reset_after_fork() -> None:
    """In a forked child no thread is left to release the lock, and what is being written is the parent's."""
    is_interrupted = state.lock.acquire(blocking=False)  # else it is another thread that writes
    for stream in state.standard:
        if stream.current and is_interrupted:
            # A signal handler forked in the middle of a record, which the parent may finish only after this process.
            record, _ = stream.current
            stream.begun = Record(record.data, sum(record.writes))
            record.line = record.data = b""
            state.is_lock_enabled = False
        stream.current = None
        stream.deferred.clear()
    state.lock = RLock()
    mark_shared()


class LockAtExit:
    """The lock, once the interpreter ends: the daemon thread that holds it may have been stopped for good."""

    def __init__(self, lock: "Any") -> None:
        self.lock = lock

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:  # noqa: FBT001, FBT002 - as of any lock
        try:
            if self.lock.acquire(blocking, timeout):
                return True
        except RuntimeError:  # from Python 3.15 on, what ends the wait for a thread that has been stopped
            pass
        return False

    def __enter__(self) -> None:
        while not self.acquire(timeout=0.1):
            if sys.is_finalizing():
                self.lock = RLock()
                for stream in state.standard:
                    stream.current = None

    def __exit__(self, *error: object) -> None:
        self.release()

    def release(self) -> None:
        self.lock.release()
