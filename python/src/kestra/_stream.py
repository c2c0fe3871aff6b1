"""The stream: text to stream, the only room that writes."""

import os
import sys
from _thread import RLock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


def name_for(levels: "Iterable[str]") -> str:
    """Return the stream of a record whose entries have these levels."""
    return "stderr" if any(level in ("WARN", "ERROR") for level in levels) else "stdout"


def write_log(name: str, line: str) -> None:
    """Write a line of logs; whatever the stream does, the caller goes on."""
    try:  # noqa: SIM105 - one module less to import
        write(name, line)
    except Exception:  # noqa: S110 - a stream put in the place of `sys.stdout` may raise anything
        pass


def write(name: str, line: str) -> None:
    """Write a line to `sys.stdout` or `sys.stderr`, at once, and after all that the caller has printed there.

    Raises `OSError` when the stream is missing, closed or full, or has no reader any more.
    """
    stream: "TextIO | None" = getattr(sys, name, None)  # at each call, so that a redirection counts
    own = stream is sys.__stdout__ or stream is sys.__stderr__
    try:
        if stream is None:
            raise ValueError(f"there is no sys.{name}")
        if own:
            _writer.write(stream, line.encode("ascii") + b"\n")
        else:
            with _writer.lock:
                stream.write(line + "\n")
                if hasattr(stream, "flush"):
                    stream.flush()
    except ValueError as error:  # what a closed file raises
        raise OSError(9, f"{name} is closed ({error})") from error  # EBADF, on every platform


class _Writer:
    """Writes each record whole: never into the midst of another thread's, nor of the one that a signal interrupted."""

    def __init__(self) -> None:
        self.torn: "set[int]" = set()  # descriptors whose last record broke off
        self.reset()

    def reset(self) -> None:
        """Start anew: in a forked child nobody is left to release the lock, and what was deferred is the parent's."""
        self.lock = RLock()  # reentrant, for a signal handler that logs while its own thread does
        self.busy = False
        self.deferred: "list[tuple[TextIO, bytes]]" = []

    def write(self, stream: "TextIO", record: bytes) -> None:
        with self.lock:
            if self.busy:  # this is a signal handler in the midst of a record: its own goes after that
                self.deferred.append((stream, record))
                return
            try:
                self._write_whole(stream, record)
            finally:
                # Also when the handler raised. A signal that comes from here on writes by itself, so none is forgotten.
                while self.deferred:
                    try:
                        self._write_whole(*self.deferred.pop(0))
                    except (OSError, ValueError):  # not the interrupted caller's affair
                        continue

    def _write_whole(self, stream: "TextIO", record: bytes) -> None:
        """Write past Python's buffers, which cut a record in two when they are full or when Python runs unbuffered."""
        self.busy = True
        counts: "list[int]" = []
        try:
            descriptor = stream.fileno()
            _flush(stream, descriptor)
            if descriptor in self.torn:
                record = b"\n" + record  # on a line of its own
            try:
                _write_rest(descriptor, record, counts)
            except OSError:
                raise
            except BaseException:  # out of a signal handler: it waits until the record is whole, a second one does not
                _write_rest(descriptor, record, counts)
                raise
            finally:
                self.torn.discard(descriptor)
                if 0 < sum(counts) < len(record):  # by a full disk, say: what is there is no record
                    self.torn.add(descriptor)
        finally:
            self.busy = False


def _write_rest(descriptor: int, record: bytes, counts: "list[int]") -> None:
    """Write what the counts of bytes written so far leave of a record."""
    while sum(counts) < len(record):
        try:
            # `extend` and `map` store the count before a signal handler can raise; an assignment comes after that.
            counts.extend(map(os.write, (descriptor,), (memoryview(record)[sum(counts) :],)))
        except BlockingIOError:
            _wait_until_writable(descriptor)


def _flush(stream: "TextIO", descriptor: int) -> None:
    """Let what the caller printed go first."""
    while True:
        try:
            stream.flush()
        except BlockingIOError:  # a pipe that does not block, with a slow reader
            _wait_until_writable(descriptor)
        except RuntimeError:  # a signal interrupted the caller's print, in the midst of this very buffer
            return
        else:
            return


def _wait_until_writable(descriptor: int) -> None:
    import select

    select.select([], [descriptor], [])


_writer = _Writer()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_writer.reset)
