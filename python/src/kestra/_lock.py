"""The lock between processes that share a pipe, for records that do not fit into one write to a pipe."""

import os
from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, lockf
from select import select
from stat import S_ISFIFO
from time import monotonic, sleep

PATIENCE = 10.0  # seconds


class ProcessLock:
    """The operating system's lock of a pipe, which ends with the process that holds it.

    Only a pipe tears a record, and only a pipe belongs to the task alone: `/dev/null` is one file for the whole
    machine, and any program may hold a lock on it for as long as it runs, as Docker's daemon does.
    """

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.is_pipe = S_ISFIFO(os.fstat(descriptor).st_mode)
        self.is_held = False
        self.patience = PATIENCE

    def acquire(self) -> None:
        """Take the lock; give up where another process holds it for ten seconds though the pipe has room.

        While the pipe is full the other process waits for the reader, as this one would. Once given up, the lock is not
        waited for again before it has been free.
        """
        if self.is_held or not self.is_pipe:
            return
        self.is_held = True  # before it is, as a signal's exception may come in between
        end, pause = monotonic() + self.patience, 0.0001
        while not self._try():
            if self._is_full():
                end = monotonic() + self.patience
            elif monotonic() >= end:
                self.is_held = False
                self.patience = 0
                return
            sleep(pause)
            pause = min(pause * 2, 0.001)
        self.patience = PATIENCE if self.is_held else 0

    def _try(self) -> bool:
        """Try to take the lock, and tell whether to go on: with it, or on a file system that has none."""
        try:
            lockf(self.descriptor, LOCK_EX | LOCK_NB)
        except (BlockingIOError, PermissionError):  # POSIX allows both
            return False
        except OSError:
            self.is_held = False
        return True

    def _is_full(self) -> bool:
        return not select([], [self.descriptor], [], 0)[1]

    def release(self) -> None:
        """Let other processes write."""
        lockf(self.descriptor, LOCK_UN)
        self.is_held = False
