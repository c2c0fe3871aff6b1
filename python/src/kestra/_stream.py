"""The stream: text to stream, the only room that writes.

A record is written in one place, `_StandardStream.write`; around it stands what a record needs only now and then.
"""

import atexit
import os
import sys
from _thread import RLock, _count
from itertools import repeat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, TextIO, Union

# A pipe takes so many bytes in one piece (PIPE_BUF on Linux); into the midst of more, another process may write.
ATOMIC = 4_096

_modules = sys.modules


def stream_for(levels: "Iterable[str]") -> str:
    """Return the stream of a record whose entries have these levels."""
    return "stderr" if any(level in ("WARN", "ERROR") for level in levels) else "stdout"


def write_log(name: str, line: str) -> None:
    """Write a line of logs; whatever the stream does, the caller goes on."""
    try:
        stream = _streams[name]
        if stream.stream is not getattr(sys, name, None):
            stream = _stream_now(name)
        stream.write(line)
    except Exception:  # noqa: S110 - a stream put in the place of `sys.stdout` may raise anything
        pass


def write(name: str, line: str) -> None:
    """Write a line to `sys.stdout` or `sys.stderr`, at once, and after all that the caller has printed there.

    Raises `OSError` when the stream is missing, closed or full, or has no reader any more.
    """
    try:
        _stream_now(name).write(line)
    except ValueError as error:  # what a closed file raises
        raise OSError(9, f"{name} is closed ({error})") from error  # EBADF, on every platform


class _StandardStream:
    """Python's own standard output or error, where a record is whole whatever threads and signal handlers write."""

    def __init__(self, stream: "TextIO") -> None:
        self.stream = stream
        self.flush = stream.flush
        self.descriptor = stream.fileno()
        self.torn = False  # whether the last record broke off
        # The record that is being written: how many bytes its first write took, and each further one.
        self.written = 0
        self.more: "list[int]" = []
        # Each step of this writes what is pending. A `for` statement stores the count before Python looks for signals,
        # where an assignment would come after: an exception out of a signal handler must not leave it unknown how much
        # has been written. (Python 3.9 looks before, too: there a record that fits a pipe may then come twice.)
        self.pending: "list[bytes]" = []
        self.writes: "Iterator[int]" = map(os.write, repeat(self.descriptor), iter(self.pending.pop, None))

    def write(self, line: str) -> None:
        """Write past Python's buffers, which cut a record in two when they are full or when Python runs unbuffered."""
        global _busy  # noqa: PLW0603
        # Other threads: to look for them costs a tenth of what the lock does.
        if _count() and not _lock._is_owned():  # noqa: SLF001
            with _lock:
                self.write(line)
            return
        if _busy:  # this is a signal handler in the midst of a record: its own goes after that
            _deferred.append((self, line))
            return
        record = (line + "\n").encode()
        self.written = 0
        if self.more:
            self.more = []
        _busy = True
        try:
            if self.torn or _shared or len(record) > ATOMIC or "multiprocessing.spawn" in _modules:
                if self.torn:
                    record = b"\n" + record  # on a line of its own
                self._write_rest(record)
            else:
                self.flush()  # what the caller printed goes first
                self.pending.append(record)
                for self.written in self.writes:  # noqa: B020
                    break
                if self.written < len(record):
                    self._write_rest(record)
        except BaseException as error:
            self._write_in_spite_of(error, record)
        finally:
            # A signal that comes from here on writes by itself, so none is forgotten.
            _busy = False
            if _deferred:
                _write_deferred()

    def _write_rest(self, record: bytes) -> None:
        """Write what has not been written of a record, however long it takes, while other processes wait."""
        self.pending.clear()
        locked = _lock_for_processes(self.descriptor)
        try:
            if not self.taken():
                self._flush()
            while self.taken() < len(record):
                try:
                    # `extend` and `map` store the count as safely, in more time.
                    rest = memoryview(record)[self.taken() :]
                    self.more.extend(map(os.write, (self.descriptor,), (rest,)))
                except BlockingIOError:  # a pipe that does not block, with a slow reader
                    _wait_until_writable(self.descriptor)
        finally:
            if self.taken():
                self.torn = self.taken() < len(record)  # on a full disk, say: what is there is no record
            if locked:
                _unlock_for_processes(self.descriptor)

    def taken(self) -> int:
        """Return how many bytes of the record have been written."""
        return self.written + sum(self.more)

    def _flush(self) -> None:
        while True:
            try:
                self.flush()
            except BlockingIOError:
                _wait_until_writable(self.descriptor)
            except RuntimeError as error:
                if not _is_reentrance(error):
                    raise
                return
            else:
                return

    def _write_in_spite_of(self, error: BaseException, record: bytes) -> None:
        """Complete a record that an exception came between, and raise it where it is the caller's affair."""
        if isinstance(error, OSError) and not isinstance(error, BlockingIOError):
            raise error
        # An exception out of a signal handler waits until the record is whole, a second one does not.
        self._write_rest(record)
        if not isinstance(error, BlockingIOError) and not _is_reentrance(error):
            raise error


class _AnyStream:
    """What was put in the place of a stream; it needs no more than `write`."""

    def __init__(self, stream: "Any") -> None:
        self.stream = stream

    def write(self, line: str) -> None:
        with _lock:
            self.stream.write(line + "\n")
            if hasattr(self.stream, "flush"):
                self.stream.flush()


def _stream_now(name: str) -> "Union[_StandardStream, _AnyStream]":
    """Return `sys.stdout` or `sys.stderr` as it is at this moment, so that a redirection counts."""
    stream: "Any" = getattr(sys, name, None)
    if stream is None:
        raise ValueError(f"there is no sys.{name}")
    for known in _streams.values():
        if known.stream is stream:
            return known
    if stream is sys.__stdout__ or stream is sys.__stderr__:
        try:
            own = _streams[name] = _StandardStream(stream)
        except (OSError, ValueError):  # it has no descriptor, as in some IDEs
            return _AnyStream(stream)
        return own
    return _AnyStream(stream)


def _is_reentrance(error: BaseException) -> bool:
    """Tell whether a signal interrupted the caller's print, in the midst of the buffer that was to be flushed."""
    return isinstance(error, RuntimeError) and "reentrant" in str(error)


def _wait_until_writable(descriptor: int) -> None:
    import select

    select.select([], [descriptor], [])


def _write_deferred() -> None:
    """Write what signal handlers logged in the midst of a record."""
    while _deferred:
        try:
            stream, line = _deferred.pop(0)
            stream.write(line)
        except (OSError, ValueError):  # not the interrupted caller's affair
            continue


def _lock_for_processes(descriptor: int) -> bool:
    """Wait until no other process is in the midst of a record of its own, and tell whether that can be known."""
    if not _waits:
        return False
    try:
        from fcntl import LOCK_EX, lockf

        lockf(descriptor, LOCK_EX)
    except (ImportError, OSError):  # Windows has no such lock, nor has every file system
        return False
    return True


def _unlock_for_processes(descriptor: int) -> None:
    from fcntl import LOCK_UN, lockf

    lockf(descriptor, LOCK_UN)


def _share() -> None:
    """Note that another process may write to the same streams from now on."""
    global _shared  # noqa: PLW0603
    _shared = True


def _start_anew() -> None:
    """In a forked child nobody is left to release the lock, and what was deferred is the parent's."""
    global _lock, _busy, _waits  # noqa: PLW0603
    if _busy and _lock.acquire(blocking=False):
        # A signal handler forked in the midst of a record, which its process may go on with only after this one's end.
        _waits = False
        for stream in _streams.values():
            if isinstance(stream, _StandardStream):
                stream.torn = stream.taken() > 0
    _lock = RLock()
    _busy = False
    _deferred.clear()
    _share()


class _LockAtExit:
    """The lock, once the interpreter ends: the daemon thread that holds it may have been stopped for good."""

    def __init__(self, lock: "Any") -> None:
        self.lock = lock

    def __enter__(self) -> None:
        global _busy  # noqa: PLW0603
        while not self.lock.acquire(timeout=0.1):
            if sys.is_finalizing():
                self.lock = RLock()
                _busy = False

    def __exit__(self, *error: object) -> None:
        self.lock.release()

    def _is_owned(self) -> bool:
        owned: bool = self.lock._is_owned()  # noqa: SLF001
        return owned


def _prepare_for_exit() -> None:
    global _lock  # noqa: PLW0603
    _lock = _LockAtExit(_lock)


_streams: "dict[str, Union[_StandardStream, _AnyStream]]" = {"stdout": _AnyStream(None), "stderr": _AnyStream(None)}
_deferred: "list[tuple[_StandardStream, str]]" = []
_busy = False
_lock: "Any" = RLock()  # reentrant, for a signal handler that logs while its own thread does
_waits = True  # for other processes
_shared = os.environ.get("KESTRA_LOCK") == "always"
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_parent=_share, after_in_child=_start_anew)
atexit.register(_prepare_for_exit)
