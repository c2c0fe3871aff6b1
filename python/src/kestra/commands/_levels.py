"""`run --levels`: a command whose output is read, and sent as records at the levels that its lines tell.

Until the command runs, only what starts it is imported; the rules are read meanwhile.
"""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

from ._child import arrivals, exit_status
from ._signals import handled_signals, pass_signals_on

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from kestra.levels._events import Pair
    from kestra.levels._stream import Stream

    from ._child import Arrivals

MOMENT = 0.008  # seconds after which what is held of an event goes out, so that a line waits for 10 ms at most
ATOMIC = 4_096  # bytes that a pipe takes in one piece: other processes write to the same one
LEFT_BEHIND_LIMIT = 1_048_576  # bytes that are read of a stream after the command's end: a pipe holds no more
DESCRIPTORS = {"stdout": 1, "stderr": 2}


def run_with_levels(options: Namespace, environment: dict[str, str]) -> int:
    """Run the command and send what it prints; return its exit status, 128 and the number of a signal by that."""
    from kestra._identity import stream_identity

    early: list[int] = []
    numbers = handled_signals()
    for number in numbers:  # one that arrives before the command runs must not leave it an orphan
        signal.signal(number, lambda number, _: early.append(number))
    pipes = {name: os.pipe() for name in (*DESCRIPTORS, "wake")}
    writers = [pipes[name][1] for name in DESCRIPTORS]
    # Python processes under the command are captured; their records pass through.
    environment["KESTRA_CAPTURE_STREAMS"] = " ".join(map(str, map(stream_identity, writers)))
    child = subprocess.Popen(  # noqa: S603
        _found(options.command), env=environment, stdout=writers[0], stderr=writers[1]
    )
    for writer in writers:
        os.close(writer)
    pass_signals_on(child, numbers, early, pipes["wake"][1])
    _wake_at_end(child, pipes["wake"][1])
    return _Relay(options, {name: pipe[0] for name, pipe in pipes.items()}).run(child)


def _found(command: list[str]) -> list[str]:
    """Return the command for this system; Windows finds no `.cmd` by itself."""
    if os.name != "nt":
        return command
    import shutil

    return [shutil.which(command[0]) or command[0], *command[1:]]


def _wake_at_end(child: subprocess.Popen[bytes], wake: int) -> None:
    from threading import Thread

    def wait() -> None:
        child.wait()
        os.write(wake, b"\n")

    Thread(target=wait, daemon=True).start()


class _Relay:
    """Reads the streams of a command, and writes their records."""

    def __init__(self, options: Namespace, readers: dict[str, int]) -> None:
        from kestra.levels._lines import compile_rules
        from kestra.levels._stream import Stream

        self.streams: dict[str, Stream] = {
            name: Stream(getattr(options, name), message=options.message, names=bool(options.names))
            for name in DESCRIPTORS
        }
        self.batch = None
        if options.batch:
            from ._batched import RelayBatch

            self.batch = RelayBatch(self._write)
        self.readers = readers
        self.open = set(DESCRIPTORS)
        self.arriving: Arrivals = arrivals(readers, self._patience)
        compile_rules()  # while the command starts, rather than when its first line has come

    def run(self, child: subprocess.Popen[bytes]) -> int:
        """Send what arrives until the command has ended, and then what is left of it."""
        has_ended = False
        while self.open and not has_ended:
            stream, data = next(self.arriving)
            has_ended = stream == "wake"
            self._take(stream, data)
        status = exit_status(child)
        if self.open and not self._drain():
            self._leave_reader()
        for name in self.streams:
            self._send(name, self.streams[name].close())
        if self.batch:
            self.batch.flush()
        return status

    def _patience(self) -> float:
        if any(stream.grouping.is_holding for stream in self.streams.values()):
            return MOMENT
        return self.batch.patience() if self.batch else 3_600

    def _take(self, stream: str, data: bytes) -> None:
        if stream not in DESCRIPTORS:
            self._flush()
        elif data:
            self._send(stream, self.streams[stream].feed(data))
        else:
            self.open.discard(stream)
            self._send(stream, self.streams[stream].close())

    def _flush(self) -> None:
        for name, stream in self.streams.items():
            self._send(name, stream.flush())
        if self.batch and not self.batch.patience():
            self.batch.flush()

    def _drain(self) -> bool:
        """Send what the command left in its pipes; tell whether nothing holds them open."""
        if os.name == "nt":
            return True
        for stream in sorted(self.open):
            reader = self.readers[stream]
            os.set_blocking(reader, False)
            size = 0
            while stream in self.open and size < LEFT_BEHIND_LIMIT:
                try:
                    data = os.read(reader, 65_536)
                except BlockingIOError:
                    break
                size += len(data)
                self._take(stream, data)
            os.set_blocking(reader, True)
        return not self.open

    def _leave_reader(self) -> None:
        """Leave a process that reads on for those that the command left in the background; this one may end."""
        import warnings

        self._flush()
        if self.batch:
            self.batch.flush()
        warnings.simplefilter("ignore")  # the threads of this process only wait
        if os.fork():
            self.streams = {}  # what is held of an unfinished line is the other one's
            return
        os.close(0)
        while self.open:
            stream, data = next(self.arriving)
            if stream != "wake":
                self._take(stream, data)
        if self.batch:
            self.batch.flush()
        os._exit(0)

    def _send(self, stream: str, pairs: list[Pair]) -> None:
        if self.batch:
            self.batch.take(stream, pairs)
        else:
            self._write(stream, pairs)

    def _write(self, stream: str, pairs: list[Pair]) -> None:
        if pairs:
            try:
                _write(stream, DESCRIPTORS[stream], _pieces(pairs))
            except OSError as error:
                self._give_up(stream, error)

    def _give_up(self, stream: str, error: OSError) -> None:
        """Close the pipe of a stream that nothing reads any more, so that the command learns of it as it does alone."""
        import errno

        if error.errno == errno.EPIPE and stream in self.open:
            self.open.discard(stream)
            os.close(self.readers[stream])


def _pieces(pairs: list[Pair]) -> Iterator[bytes]:
    """Yield the lines of events, as many at once as a pipe takes in one piece."""
    data = "".join(_lines(pairs)).encode(errors="surrogateescape")
    start = 0
    while start < len(data):
        end = data.rfind(b"\n", start, start + ATOMIC) + 1 or data.index(b"\n", start) + 1
        yield data[start:end]
        start = end


def _lines(pairs: list[Pair]) -> Iterable[str]:
    """Return the lines of events; those of many at once take half the time if none needs a change."""
    from kestra._wire import HALF, is_unicode, json_string, log_line

    messages = [message for _, message in pairs]
    text = "\n".join(messages)
    is_plain = "\0" not in text and "\\u0000" not in text and "::{" not in text and max(map(len, messages)) <= HALF
    if is_plain and (text.isascii() or is_unicode(text)):
        heads = {level: f'::{{"logs":[{{"level":"{level}","message":' for level in {level for level, _ in pairs}}
        return [f"{heads[level]}{json_string(message)}}}]}}::\n" for level, message in pairs]
    return [(log_line(level, message) if level else message) + "\n" for level, message in pairs]


def _write(stream: str, descriptor: int, pieces: Iterator[bytes]) -> None:
    from kestra._stream import write

    for piece in pieces:
        if len(piece) > ATOMIC:  # one record, which other processes must not break
            write(stream, piece[:-1].decode(errors="surrogateescape"))
            continue
        written = 0
        while written < len(piece):
            try:
                written += os.write(descriptor, piece[written:])
            except BlockingIOError:  # a pipe that does not block, with a slow reader
                import select

                select.select([], [descriptor], [])
