"""The emitters, each a process that makes many calls: workers/ has their programs."""

import base64
import contextlib
import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import reference
from harness.runtimes import DRIVERS, KESTRA_SH, SHELLS

WORKERS = Path(__file__).parent / "workers"
TIME_LIMIT = 900  # seconds for one batch; what takes longer waits for ever
# Not every shell has a name for a descriptor above 9.
AS_DESCRIPTOR_3 = """
import os, signal, sys
signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # which Python ignores
os.dup2(int(sys.argv[1]), 3)
if sys.argv[1] != "3":
    os.close(int(sys.argv[1]))
os.execvp(sys.argv[2], sys.argv[2:])
"""
ANSWER = re.compile(rb"(.*?)\x1e(\d+)\n", re.DOTALL)


@dataclass(frozen=True)
class Result:
    """What a process has printed for one call, and its exit status."""

    status: int
    stdout: bytes
    stderr: bytes


class Emitter:
    """A process of one language that makes the calls of a batch, one after the other."""

    def __init__(self, name: str, language: reference.Language, command: "list[str]", driver: "list[str]") -> None:
        self.name = name
        self.language = language
        self.command = command
        self.driver = driver
        self.folder = Path(tempfile.mkdtemp(prefix=f"kestra-fuzz-{name}-"))
        self.process: Optional[subprocess.Popen[bytes]] = None

    def start(self) -> None:
        acknowledged, acknowledge = os.pipe()
        self.streams = [(self.folder / name).open("ab+") for name in ("stdout", "stderr")]
        self.process = subprocess.Popen(
            [sys.executable, "-c", AS_DESCRIPTOR_3, str(acknowledge), *self.command],
            stdin=subprocess.PIPE,
            stdout=self.streams[0],
            stderr=self.streams[1],
            pass_fds=[acknowledge],
            env={**os.environ, "KESTRA_SH": str(KESTRA_SH), "LC_ALL": "C.UTF-8"},
        )
        os.close(acknowledge)
        self.acknowledged = acknowledged

    def send(self, calls: "list[list[str]]") -> None:
        """Give the process a batch of calls to make."""
        if self.process is None:
            self.start()
        for stream in self.streams:
            stream.truncate(0)
        path = self.folder / "calls"
        path.write_bytes(self.script(calls))
        assert self.process is not None
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(f"{path}\n".encode())
            self.process.stdin.flush()

    def receive(self) -> "list[Result]":
        """Return the results of the batch; of a process that has ended, those before that."""
        is_ready, _, _ = select.select([self.acknowledged], [], [], TIME_LIMIT)
        is_done = bool(is_ready and os.read(self.acknowledged, 2))
        results = self.read()
        if not is_done:
            self.stop()
        return results

    def read(self) -> "list[Result]":
        stdout, stderr = (ANSWER.findall((self.folder / name).read_bytes()) for name in ("stdout", "stderr"))
        return [Result(int(status), out, err) for (out, status), (err, _) in zip(stdout, stderr)]

    def script(self, calls: "list[list[str]]") -> bytes:
        """Return the file of a batch, as the worker of the language reads it."""
        arguments = [[word.encode("utf-8", "surrogateescape") for word in call] for call in calls]
        if self.name == "python":
            return json.dumps(calls).encode()
        if self.name == "node":
            return json.dumps([[base64.b64encode(word).decode() for word in call] for call in arguments]).encode()
        return b"".join(b" ".join([b"call", *map(quoted, call)]) + b"\n" for call in arguments)

    def stop(self) -> None:
        if self.process is not None:
            process, self.process = self.process, None
            process.kill()
            process.wait()
            os.close(self.acknowledged)
            for stream in self.streams:
                stream.close()
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()  # type: ignore[union-attr]

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def quoted(word: bytes) -> bytes:
    return b"'" + word.replace(b"'", rb"'\''") + b"'"


def all_emitters(names: "list[str]") -> "list[Emitter]":
    """Return the emitters with these names, or all whose program this machine has."""
    emitters = [
        Emitter(
            "python",
            reference.PYTHON,
            [sys.executable, str(WORKERS / "worker.py")],
            [sys.executable, str(DRIVERS / "python.py")],
        ),
        Emitter("node", reference.NODE, ["node", str(WORKERS / "worker.cjs")], ["node", str(DRIVERS / "node.cjs")]),
        *(
            Emitter(
                name,
                reference.SHELL,
                [*shell, str(WORKERS / "worker.sh")],
                [*shell, str(DRIVERS / "shell.sh")],
            )
            for name, shell in SHELLS.items()
        ),
    ]
    unknown = set(names) - {emitter.name for emitter in emitters}
    if unknown:
        sys.exit(f"--emitter: there is no {', '.join(sorted(unknown))}")
    return [
        emitter
        for emitter in emitters
        if (emitter.name in names if names else True) and shutil.which(emitter.command[0])
    ]
