"""How a call reaches a driver: by a process of its own, or by a line to a driver that answers many calls."""

import base64
import json
import os
import queue
import signal
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass
from subprocess import DEVNULL, PIPE
from typing import IO, Any, Optional, Union

TIME_LIMIT = 10.0  # seconds
FULL = "/dev/full"  # Linux's device that takes nothing


@dataclass(frozen=True)
class Answer:
    """The exit status, or the reason why there is none, and the bytes on each stream."""

    status: "Union[int, str]"
    stdout: bytes = b""
    stderr: bytes = b""
    writes: "Optional[int]" = None  # to stdout, where they were counted

    @property
    def streams(self) -> "dict[str, bytes]":
        """Return the bytes by the name of the stream."""
        return {"stdout": self.stdout, "stderr": self.stderr}


def run(
    command: "list[str]", call: "list[bytes]", time_limit: float = TIME_LIMIT, stdout: "Union[int, IO[bytes]]" = PIPE
) -> Answer:
    """Make a call in a process of its own."""
    arguments = [*map(os.fsencode, command), *call]
    try:
        done = subprocess.run(arguments, stdin=DEVNULL, stdout=stdout, stderr=PIPE, timeout=time_limit, check=False)
    except subprocess.TimeoutExpired as error:
        return Answer(f"still running after {time_limit:g} s", error.stdout or b"", error.stderr or b"")
    except OSError as error:
        return Answer(f"cannot be started: {error.strerror}")
    return Answer(done.returncode, done.stdout or b"", done.stderr)


def run_on_full_disk(command: "list[str]", call: "list[bytes]", time_limit: float = TIME_LIMIT) -> Answer:
    """Make a call whose stdout takes nothing, as a full disk."""
    with open(FULL, "wb") as full:  # noqa: PTH123 - a device
        return run(command, call, time_limit, full)


def run_and_count(command: "list[str]", call: "list[bytes]", time_limit: float = TIME_LIMIT) -> Answer:
    """Make a call, and count its writes to stdout: a pipe with O_DIRECT keeps them apart."""
    reader, writer = os.pipe2(os.O_DIRECT)
    arguments = [*map(os.fsencode, command), *call]
    process = subprocess.Popen(arguments, stdin=DEVNULL, stdout=writer, stderr=PIPE)
    os.close(writer)
    timer = threading.Timer(time_limit, process.kill)
    timer.start()
    with process, open(reader, "rb", buffering=0) as stdout:  # noqa: PTH123 - a descriptor
        writes = list(iter(lambda: stdout.read(65_536), b""))
        stderr = process.stderr.read()  # type: ignore[union-attr]
    timer.cancel()
    return Answer(process.returncode, b"".join(writes), stderr, len(writes))


class Batch:
    """A driver that answers a line for each call; one that ends or hangs is started again for the next call."""

    def __init__(self, command: "list[str]", time_limit: float = TIME_LIMIT) -> None:
        self.command = [*command, "--batch"]
        self.time_limit = time_limit
        self.process: Optional[subprocess.Popen[bytes]] = None
        self.lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def ask(self, call: "list[bytes]") -> Answer:
        """Make a call."""
        try:
            process = self.process or self._start()
            assert process.stdin is not None
            process.stdin.write(json.dumps([base64.b64encode(argument).decode() for argument in call]).encode() + b"\n")
            process.stdin.flush()
            answer = decode(self.lines.get(timeout=self.time_limit))
        except queue.Empty:
            answer = Answer(f"no answer after {self.time_limit:g} s (--batch)")
        except OSError as error:
            answer = Answer(f"takes no call: {error.strerror} (--batch)")
        if isinstance(answer.status, str):
            self.close()
        return answer

    def _start(self) -> "subprocess.Popen[bytes]":
        self.lines = queue.SimpleQueue()
        self.process = subprocess.Popen(self.command, stdin=PIPE, stdout=PIPE, start_new_session=True)
        threading.Thread(target=pass_on, args=(self.process.stdout, self.lines), daemon=True).start()
        return self.process

    def close(self) -> None:
        """End the process."""
        process, self.process = self.process, None
        if process is not None:
            with suppress(OSError):  # of a group that has ended
                os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):  # of a pipe without a reader
                    stream.close()  # type: ignore[union-attr]


def pass_on(stream: "IO[bytes]", lines: "queue.SimpleQueue[bytes]") -> None:
    """Put each line into the queue, and b"" at the end."""
    try:
        for line in stream:
            lines.put(line)
    except ValueError:  # closed meanwhile
        pass
    lines.put(b"")


def decode(line: bytes) -> Answer:
    """Return the answer in a line of a batch."""
    if not line:
        return Answer("ended without an answer (--batch)")
    try:
        members: dict[str, Any] = json.loads(line)
        status, texts = members["status"], [members.get(name, "") for name in ("stdout", "stderr")]
        stdout, stderr = (base64.b64decode(text, validate=True) for text in texts)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Answer(f"answered {line[:200]!r} (--batch: expected a line of JSON)")
    return Answer(status, stdout, stderr)
