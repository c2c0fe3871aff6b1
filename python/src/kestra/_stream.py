"""The stream: text to stream, the only layer that writes; a record is written in `_StandardStream.write`."""

import _thread
import atexit
import os
import sys
from itertools import repeat
from os import write as write_bytes
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType
    from typing import Any, Optional, TextIO, Union

    from ._lock import ProcessLock
    from ._replaced import ReplacedStream

# How many other threads there are: that costs a tenth of the lock. Without a GIL, one can begin at any moment.
_threads: "Any" = (getattr(sys, "_is_gil_enabled", lambda: True)() and getattr(_thread, "_count", None)) or (lambda: 1)
_TO_STDERR = frozenset(("WARN", "ERROR"))
ATOMIC = 4_096  # bytes that a pipe takes in one piece (PIPE_BUF on Linux); others may write in the middle of more
# See `_displays`: modules that leave lines unfinished, and packages whose objects change what a standard stream gets.
_DISPLAYS = ("tqdm.std", "rich.live", "_pytest.terminal")
_PROXIES = ("rich", "tqdm", "celery", "twisted", "alive_progress")
PATIENCE = 0.1  # seconds that a second exception of a signal handler waits for a record
_modules = sys.modules


def stream_for(levels: "Iterable[str]") -> str:
    """Return the stream of a record whose entries have these levels."""
    return "stdout" if _TO_STDERR.isdisjoint(levels) else "stderr"


def write_log(name: str, line: str) -> None:
    """Write a line of logs; whatever the stream does, the caller goes on."""
    try:
        if state.batch is not None and state.batch.add(name, line):
            return
        stream = _streams.get(name)
        if stream is None or stream.stream is not getattr(sys, name, None):
            stream = stream_now(name)
        stream.write(line)
    except Exception:  # noqa: S110 - a stream put in the place of `sys.stdout` may raise anything
        pass


def write(name: str, line: "Union[str, bytearray]") -> None:
    """Write a line to `sys.stdout` or `sys.stderr`, at once, and after all that the caller has printed there.

    Raises `OSError` when the stream is missing, closed or full, or has no reader any more.
    """
    if state.batch is not None:
        state.batch.flush()
    try:
        stream = stream_now(name)
        stream.write(line) if isinstance(line, str) else stream.write_long(line)
    except ValueError as error:  # what a closed file raises
        raise OSError(9, f"{name} is closed ({error})") from error  # EBADF, on every platform


class State:
    """What all streams share."""

    def __init__(self) -> None:
        self.lock: "Any" = _thread.RLock()  # reentrant, for a signal handler that logs while its own thread does
        self.is_shared = os.environ.get("KESTRA_LOCK") == "always"  # with processes that lock as this one does
        self.is_lock_enabled = True
        self.standard: "list[_StandardStream]" = []
        self.is_passing_on = False  # whether a record goes through what was put in the place of a stream
        self.batch: "Any" = None  # what holds logs for a moment, within `Kestra.batch`


class Line:
    """What the streams share that lead to one pipe, file or terminal, as after ``2>&1``."""

    def __init__(self, identity: "tuple[int, int]") -> None:
        self.identity = identity
        self.last = b"\n"  # the last character that others are known to have written

    @staticmethod
    def of(descriptor: int) -> "Line":
        """Return the line of a descriptor."""
        status = os.fstat(descriptor)
        identity = (status.st_dev, status.st_ino)
        return next((known.line for known in state.standard if known.line.identity == identity), None) or Line(identity)


class Record:
    """A record that takes more than one step, and how many bytes each of its writes took."""

    def __init__(self, line: "Union[bytes, bytearray]", written: int) -> None:
        self.line = line
        self.data = line  # with a line end before it where the line before has none
        self.writes = [written] if written else []

    def is_whole(self) -> bool:
        return sum(self.writes) >= len(self.data)

    def write_to(self, descriptor: int) -> None:
        """Write what has not been written yet; `extend` stores the count before a signal's exception can hide it."""
        self.writes.extend(map(write_bytes, (descriptor,), (memoryview(self.data)[sum(self.writes) :],)))


class _StandardStream:
    """Python's own standard output or error, where a record is whole whatever threads and signal handlers write.

    A signal handler may run, and raise, between any two instructions. So what has been written is noted by C code,
    and whatever a record leaves behind when it is interrupted is found and set right by the next.
    """

    def __init__(self, stream: "Any") -> None:
        self.stream: "TextIO" = stream
        self.descriptor = stream.fileno()
        self.modules = 0  # how many were imported when we last looked
        self.is_direct = False  # whether a short record needs one write and no more
        self.line = Line.of(self.descriptor)
        self.current: "Optional[tuple[Record, FrameType]]" = None  # what is being written, and by which call
        self.begun: "Optional[Record]" = None  # the last that took more than one step, and got as far as the stream
        self.deferred: "list[Record]" = []  # of signal handlers that ran in the middle of a record
        self.process_lock: "Optional[ProcessLock]" = None
        # Each step writes the last of the pending records and takes it from there, in one instruction of Python's.
        self.pending: "list[bytes]" = []
        last = map(self.pending.__getitem__, repeat(-1))
        writes = map(write_bytes, repeat(self.descriptor), last)
        self.steps: "Iterator[tuple[int, bytes]]" = zip(writes, iter(self.pending.pop, None))
        self._watch()

    def write(self, line: str, *, is_locked: bool = False) -> None:
        """Write past Python's buffers, which cut a record in two when they are full or when Python runs unbuffered."""
        if not is_locked and _threads():
            with state.lock:
                self.write(line, is_locked=True)
            return
        record = (line + "\n").encode()
        written = 0
        try:
            # A short record is there or not, so a signal handler that logs meanwhile writes at once.
            if self.is_direct and len(record) <= ATOMIC and len(_modules) == self.modules:
                self.pending.append(record)
                self.stream.flush()  # what the caller printed goes first
                if self.line.last == b"\n":
                    for written, _ in self.steps:  # noqa: B007
                        break
                    if written == len(record):
                        return
        except BaseException as error:
            if not self._is_pending(record) or self._is_failure(error):
                raise
            self._write_record(Record(record, 0), error)
        else:
            self._is_pending(record)
            self._write_record(Record(record, written))

    def write_long(self, record: bytearray) -> None:
        """Write a long line, which is already encoded and has its line end."""
        with state.lock:
            self._write_record(Record(record, 0))

    def _is_pending(self, record: bytes) -> bool:
        """Take back a record that has not been written, and tell whether there is one."""
        before = len(self.pending)
        self.pending[:] = [pending for pending in self.pending if pending is not record]
        return len(self.pending) < before

    def _write_record(self, record: Record, error: "Optional[BaseException]" = None) -> None:
        """Write a record whatever it takes; raise what came out of a signal handler when it is whole."""
        if self.current and is_running(self.current[1]):
            self.deferred.append(record)  # of a signal handler: after the record that it interrupted
        else:
            try:
                error = self._write_whole(record, error)
            finally:
                error = self.write_deferred() or error
                self.is_direct = not (state.is_shared or self._is_torn())
        if error and not is_temporary(error):
            raise error

    def write_deferred(self) -> "Optional[BaseException]":
        """Write what signal handlers and batches left; that it cannot be written is not the caller's affair."""
        if self.current and is_running(self.current[1]):
            return None  # what was interrupted writes it
        error = None
        while first := self.deferred[:1]:  # a copy, as another signal handler's record may write it meanwhile
            (record,) = first
            try:  # noqa: SIM105 - one module less to import
                error = self._write_whole(record, is_deferred=True) or error
            except (OSError, ValueError):
                pass
            try:
                self.deferred.remove(record)
            except ValueError:
                continue
        return error

    def _write_whole(
        self, record: Record, error: "Optional[BaseException]" = None, *, is_deferred: bool = False
    ) -> "Optional[BaseException]":
        """Write a record, however long it takes; return the exception of a signal handler that waits for its end.

        A second one waits only for a moment, so that Ctrl-C twice ends a script whose reader has stopped.
        """
        self.current = record, sys._getframe()  # noqa: SLF001
        self.is_direct = False  # in this order, as a signal handler's record may set it between the two
        if is_deferred and not record.is_whole():
            record.writes.clear()  # an exception has broken it off
        error = None if error and is_temporary(error) else error
        end = monotonic() + PATIENCE
        try:
            while not record.is_whole():
                try:
                    self._write_rest(record)
                except BaseException as new:
                    if self._is_failure(new) or (error and monotonic() > end):
                        raise
                    if not error:
                        error, end = new, monotonic() + PATIENCE
        finally:
            self.current = None
            if self.process_lock is not None and self.process_lock.is_held:
                self.process_lock.release()
        return error

    def _write_rest(self, record: Record) -> None:
        """Write what has not been written of a record, at the start of a line."""
        try:
            if len(_modules) != self.modules:
                self.modules = len(_modules)
                if "multiprocessing.spawn" in _modules:
                    mark_shared()
            if state.is_lock_enabled and (state.is_shared or len(record.line) > ATOMIC):
                self._lock_for_processes()
            if not record.writes:
                is_new_line = self._flush() and self.line.last == b"\n" and not self._is_torn()
                record.data = record.line if is_new_line else b"\n" + record.line
                self.line.last = b"\n"
            while not record.is_whole():
                try:
                    record.write_to(self.descriptor)
                except BlockingIOError:  # a pipe that does not block, with a slow reader
                    _wait_until_writable(self.descriptor)
        finally:
            if record.writes:
                self.begun = record

    def _is_torn(self) -> bool:
        """Tell whether the last record broke off, on a full disk for example: what is there is no record."""
        return self.begun is not None and not self.begun.is_whole()

    def _is_failure(self, error: BaseException) -> bool:
        """Tell whether an error is the stream's, rather than one that a signal handler raised."""
        if isinstance(error, ValueError):
            try:
                return self.stream.closed
            except ValueError:  # it has been detached
                return True
        return isinstance(error, OSError) and error.errno is not None and not is_temporary(error)

    def _flush(self) -> bool:
        """Write what the caller printed, and tell whether that is possible."""
        while True:
            try:
                self.stream.flush()
            except BlockingIOError:
                _wait_until_writable(self.descriptor)
            except RuntimeError as error:
                if not is_temporary(error):
                    raise
                return False
            else:
                return True

    def _note(self, data: "Any") -> None:
        try:  # noqa: SIM105 - one module less to import
            self.line.last = bytes(data[-1:])[-1:] or self.line.last
        except Exception:  # noqa: S110 - of what is no sequence of bytes, as the layer below will say
            pass

    def _lock_for_processes(self) -> None:
        """Wait until no other process is writing a record, where that can be known."""
        try:
            if self.process_lock is None:
                from ._lock import ProcessLock

                self.process_lock = ProcessLock(self.descriptor)
            self.process_lock.acquire()
        except ImportError:  # on Windows, and when the interpreter ends
            pass

    def _watch(self) -> None:
        """Look at what others write, where the text layer hands on all that it has kept: it costs a print nothing."""
        if any(name in _modules for name in _DISPLAYS):
            from . import _displays

            self.line.last = b"" if _displays.has_begun_line(self.stream) else b"\n"
        try:
            buffer: "Any" = self.stream.buffer
            buffer_write = buffer.write

            def write(data: bytes, count: "Any" = _threads, state: State = state) -> "Any":  # globals go before streams
                is_locked = count() and state.lock.acquire(timeout=10)
                try:
                    if state.batch is not None and is_locked is not False:
                        state.batch.send()  # what was logged before
                    if state.is_passing_on and self.line.last != b"\n" and bytes(data[:3]) == b"::{":
                        buffer_write(b"\n")
                    self._note(data)
                    return buffer_write(data)
                finally:
                    self._note(data)  # after what a signal handler logged meanwhile
                    if is_locked:
                        state.lock.release()

            buffer.write = write
        except AttributeError:  # a Python whose streams have no such layers
            pass


def stream_now(name: str) -> "Union[_StandardStream, ReplacedStream]":
    """Return `sys.stdout` or `sys.stderr` as it is at this moment, so that a redirection counts."""
    stream: "Any" = getattr(sys, name, None)
    if stream is None:
        raise ValueError(f"there is no sys.{name}")
    if type(stream).__module__.partition(".")[0] in _PROXIES:
        from . import _displays

        stream = _displays.behind_proxies(stream, name)
    found = _stream_of(stream)
    if found in state.standard:
        _streams[name] = found
    return found


def _stream_of(stream: "Any") -> "Union[_StandardStream, ReplacedStream]":
    for known in state.standard:
        if known.stream is stream:
            return known
    if stream is sys.__stdout__ or stream is sys.__stderr__:
        try:
            state.standard.append(_StandardStream(stream))
            return state.standard[-1]
        except (AttributeError, OSError, ValueError):  # it has no descriptor, as in some IDEs
            pass
    from ._replaced import ReplacedStream

    return ReplacedStream(stream)


def is_temporary(error: BaseException) -> bool:
    """Tell whether an error passes: a pipe that does not block is full, or a signal interrupted the caller's print."""
    return isinstance(error, BlockingIOError) or (isinstance(error, RuntimeError) and "reentrant" in str(error))


def is_running(frame: "FrameType") -> bool:
    """Tell whether a call still runs; an exception out of a signal handler may have ended it at any instruction."""
    try:
        frame.clear()
    except RuntimeError:
        return True
    return False


def _wait_until_writable(descriptor: int) -> None:
    import select

    select.select([], [descriptor], [])


def mark_shared() -> None:
    """Note that another process may write to the same streams from now on."""
    state.is_shared = True
    for stream in state.standard:
        stream.is_direct = False


def _prepare_for_fork() -> None:
    """Import what a child needs: where another thread had begun to, the child would wait forever."""
    from . import _lifetime

    _lifetime.prepare_for_fork()


def _prepare_for_exit() -> None:
    for stream in state.standard:
        stream.write_deferred()
    if _threads():
        from . import _lifetime

        state.lock = _lifetime.LockAtExit(state.lock)


state = State()
_streams: "dict[str, Union[_StandardStream, ReplacedStream]]" = {}
if hasattr(os, "register_at_fork"):
    reset_after_fork = lambda: _modules[f"{__package__}._lifetime"].reset_after_fork()  # noqa: E731, PLW0108
    os.register_at_fork(before=_prepare_for_fork, after_in_parent=mark_shared, after_in_child=reset_after_fork)
atexit.register(_prepare_for_exit)
for standard in filter(None, (sys.__stdout__, sys.__stderr__)):  # at once, to see from here on how their lines end
    _stream_of(standard)
