"""Batches: the logs of a moment as one record, where each line of a script's output is dear.

What is logged within `Kestra.batch` is held, in order, and sent as one record as soon as one of these happens:

- 50 ms pass after the first log (a thread sees to that), or there are 32 entries or 4,096 bytes;
- an entry is an ERROR, which so arrives at once, behind all that was logged before it;
- outputs, assets or a metric are sent, or text is printed on a standard stream: each keeps its place;
- the batch ends, the process ends, or it forks: the child begins without a batch.

The record goes to standard error if one of its entries does.
"""

import _signal as signal  # type: ignore[import-not-found] # `signal` is Python code around it
import atexit
import os
import sys
from _thread import allocate_lock, get_native_id, start_new_thread
from time import monotonic, sleep

from . import _stream, _wire
from ._stream import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Optional

SECONDS, ENTRIES, BYTES = 0.05, 32, _stream.ATOMIC  # what ends a batch, whichever comes first
HEAD, TAIL = '::{"logs":[', "]}::"  # of a line of logs
ENTRY, ERROR = '{"level":"', '{"level":"ERROR"'  # no message has these: its quotes have backslashes
PATIENCE = 0.1  # seconds that we wait for our thread to end; it may wait for what a signal handler has interrupted
SLOWER = (
    "batch: the Docker runner reads records of many logs slowly; batches are for Kubernetes, AWS Batch and Azure Batch"
)
_RUNNERS = ("KUBERNETES_SERVICE_HOST", "AWS_BATCH_JOB_ID", "AZ_BATCH_TASK_ID")  # set where lines are dear


class Batch:
    """What `Kestra.batch` returns: it holds the logs of a ``with`` block, of all threads, for a moment."""

    def __enter__(self) -> "Batch":
        BATCHES.enter()
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        BATCHES.leave()


class Batches:
    """What the batches of a process share: nested ones, and those of several threads, are one."""

    def __init__(self) -> None:
        self.depth = 0
        self.is_told = False  # that Docker is slower
        self.is_over = False  # as the interpreter ends
        self.streams: "dict[str, Any]" = {}  # those whose logs are held; None where that cannot be
        self.lines: "list[tuple[str, str]]" = []  # what is held: the name of a stream, and entries
        self.count = self.size = 0
        self.end = 0.0  # when it is sent
        self.sender: "Optional[FrameType]" = None  # the call that sends it
        self.timer: "Optional[_Timer]" = None

    def tell(self) -> None:
        """Say, once, that Docker is slower."""
        if not self.is_told:
            self.is_told = True
            if os.path.exists("/.dockerenv") and os.environ.keys().isdisjoint(_RUNNERS):  # noqa: PTH110
                _stream.write_log("stdout", _wire.log_line("DEBUG", SLOWER))

    def enter(self) -> None:
        """Begin a batch, which may be within another one."""
        self.tell()
        with state.lock:
            self.depth += 1
            if state.batch is None and not self.is_over:
                self.streams = {name: self._watched(name) for name in ("stdout", "stderr")}
                state.batch = self

    def leave(self) -> None:
        """End a batch, and send what is held unless it is within another one."""
        try:
            if self.depth <= 1:
                self.flush()
        finally:
            with state.lock:
                self.depth = max(self.depth - 1, 0)  # a forked child leaves those of its parent
            if not self.depth:
                self.stop()

    def add(self, name: str, line: str) -> bool:
        """Hold a line of logs, or tell that it is to be written at once, behind what is held."""
        with state.lock:
            self._let_prints_pass()
            held = self.streams.get(name)
            if held is None or held.stream is not getattr(sys, name, None):
                name = self._name_of(_stream.stream_now(name).stream)
                if not name:
                    self.send()
                    return False
            text = line[len(HEAD) : -len(TAIL)]
            count = text.count(ENTRY)
            if self.size + len(text) >= BYTES or self.count + count > ENTRIES:
                self.send()
            if not self.lines:
                self.count, self.size, self.end = 0, len(HEAD + TAIL), monotonic() + SECONDS
            self.lines.append((name, text))
            self.count += count
            self.size += len(text) + 1  # a comma, or the line end
            if self.count >= ENTRIES or self.size >= BYTES or self.is_urgent(text) or monotonic() >= self.end:
                self.send()
            elif self.timer is None:
                self.start_timer()
        return True

    def is_urgent(self, text: str) -> bool:
        """Tell whether entries must not wait."""
        return ERROR in text

    def _name_of(self, stream: "Any") -> str:
        """Return the name of a stream whose logs are held; "" for others, such as one put in place of it since."""
        return next((name for name, held in self.streams.items() if held and held.stream is stream), "")

    def flush(self) -> None:
        """Send what is held, at its place among what was printed."""
        with state.lock:
            self._let_prints_pass()
            self.send()

    def _let_prints_pass(self) -> None:
        """Have Python's own streams hand on what was printed since the last log: that calls `send` first."""
        for stream in state.standard:
            try:  # noqa: SIM105 - one module less to import
                stream.stream.flush()
            except Exception:  # noqa: S110 - it is closed, or what flushes it is interrupted by a signal handler
                pass

    def send(self) -> None:
        """Send what is held; the caller has the lock.

        It leaves this list and gets into the stream's in one instruction of Python's: if a signal handler raises
        before, it is still held, and if one raises after, the stream writes it, once. What a signal handler logs
        meanwhile is sent by the call that it interrupted.
        """
        if self.sender and _stream.is_running(self.sender):
            return
        self.sender = sys._getframe()  # noqa: SLF001
        while lines := self.lines[:ENTRIES]:
            taken = map(self.lines.__delitem__, (slice(len(lines)),))
            stream = self.streams["stderr" if "stderr" in dict(lines) else "stdout"]
            line = HEAD + ",".join([text for _, text in lines]) + TAIL
            if stream in state.standard:
                for _ in zip(map(stream.deferred.append, (_stream.Record(line.encode() + b"\n", 0),)), taken):
                    pass
                continue
            next(taken)
            try:  # noqa: SIM105 - one module less to import
                stream.write(line)
            except Exception:  # noqa: S110 - a stream put in the place of `sys.stdout` may raise anything
                pass
        for stream in state.standard:
            error = stream.write_deferred()
            if error and not _stream.is_temporary(error):
                raise error

    def _watched(self, name: str) -> "Any":
        """Return a stream that tells us of text before it gets it, or None."""
        try:
            stream = _stream.stream_now(name)
            if stream in state.standard:
                return stream
            target: "Any" = stream.stream
            if "write" in vars(target) or not hasattr(type(target), "write"):
                return None  # something replaces it already, or it is a mock
            write = target.write

            def write_after_logs(*args: "Any", **keywords: "Any") -> "Any":
                with state.lock:
                    self.send()
                return write(*args, **keywords)

            target.write = write_after_logs
        except Exception:  # a stream put in the place of `sys.stdout` may raise anything
            return None
        return stream

    def stop(self) -> None:
        """Leave no trace: logs are written at once, and no thread is left."""
        with state.lock:
            self.send()  # where an exception of a signal handler has ended `flush`
            state.batch = None
            for stream in self.streams.values():
                if stream and stream not in state.standard:
                    vars(stream.stream).pop("write", None)
            self.streams = {}
        self.stop_timer()

    def start_timer(self) -> None:
        """See to it that what is held is sent in time."""
        try:
            self.timer = _Timer(self)
        except RuntimeError:  # no thread can be started
            self.send()

    def stop_timer(self) -> None:
        """End the thread, and wait until it has ended."""
        with state.lock:
            timer, self.timer = self.timer, None
        if timer:
            timer.stop()


class _Timer:
    """A thread that sends what is held in time; it ends when for such a time nothing was logged."""

    def __init__(self, batches: Batches) -> None:
        self.batches = batches
        self.stopping, self.ended = allocate_lock(), allocate_lock()
        self.stopping.acquire()
        self.ended.acquire()
        self.number = 0
        start_new_thread(self._run, ())

    def _run(self) -> None:
        self.number = get_native_id()
        if hasattr(signal, "pthread_sigmask"):  # they are for threads that may wait for them
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        try:
            self._send_in_time()
        finally:
            self.ended.release()

    def _send_in_time(self) -> None:
        batches = self.batches
        while not self.stopping.acquire(timeout=max(batches.end - monotonic(), 0) if batches.lines else SECONDS):
            with state.lock:
                if not batches.lines:
                    if batches.timer is self:
                        batches.timer = None
                    return
                if monotonic() >= batches.end:
                    batches.flush()

    def stop(self) -> None:
        """End the thread; until the system has ended it, too, Python warns of a fork."""
        self.stopping.release()
        end = monotonic() + PATIENCE
        if self.ended.acquire(timeout=PATIENCE):
            while os.path.exists(f"/proc/self/task/{self.number}") and monotonic() < end:  # noqa: PTH110
                sleep(0)


def _prepare_for_fork() -> None:
    if state.batch is not None:
        BATCHES.flush()
        BATCHES.stop_timer()


def _reset_after_fork() -> None:
    BATCHES.lines.clear()  # the parent sends it
    BATCHES.depth, BATCHES.timer = 0, None
    BATCHES.stop()


def _prepare_for_exit() -> None:
    BATCHES.is_over = True
    BATCHES.flush()
    BATCHES.stop()
    BATCHES.flush()  # so that daemon threads wait for the lock, and not inside a buffer of Python's, which then aborts


BATCHES = Batches()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_prepare_for_fork, after_in_child=_reset_after_fork)
atexit.register(_prepare_for_exit)
