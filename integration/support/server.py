"""Runs flows on Kestra itself: its executor, worker and repositories in one Java process (see ../server)."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from support import java

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ROOT / "integration" / "server"
CLASSPATH = PROJECT / "target" / "classpath"
# Small and quick to start, with only our own lines on stdout.
OPTIONS = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g", "-Xlog:all=warning:stderr"]
START_LIMIT = 600  # seconds; a start takes 9 on two idle cores, and over 120 on two that ten other programs use
RUN_LIMIT = 600  # seconds; a flow that ends takes 40 at most on two idle cores
GRACE = 30  # seconds by which an answer may be later than the flow's own limit


class ServerError(Exception):
    """The server did not start, could not run the flow, or has ended."""


@dataclass(frozen=True)
class Log:
    """An entry of an execution's logs as Kestra stored it; `nanoseconds` since 1970."""

    task: str
    level: str
    message: str
    nanoseconds: int
    is_kestras: bool


@dataclass(frozen=True)
class Execution:
    """What Kestra knows of an execution; `state` is RUNNING if it did not end in time.

    `outputs` has the variables of each task, and `all_logs` are in the order in which Kestra lists them.
    """

    state: str
    task_states: "dict[str, str]"
    outputs: "dict[str, dict]"
    all_logs: "list[Log]" = field(repr=False)
    all_metrics: "list[dict]" = field(repr=False)

    @property
    def logs(self) -> "list[tuple[str, str]]":
        """Level and message of the scripts' logs, sorted by their full time, which Kestra cuts when it sorts."""
        logs = sorted((log for log in self.all_logs if not log.is_kestras), key=lambda log: log.nanoseconds)
        return [(log.level, log.message) for log in logs]

    @property
    def metrics(self) -> "list[tuple[str, str, float, dict]]":
        """Return the name, type, value and tags of each metric."""
        return [(one.get("name"), one["type"], one["value"], one.get("tags") or {}) for one in self.all_metrics]


class Server:
    """Kestra in its own process, which runs as long as the ``with`` block."""

    def __init__(self) -> None:
        self._directory = tempfile.TemporaryDirectory(prefix="kestra-server-")
        self._errors = Path(self._directory.name, "stderr")
        self._count = 0
        self._lines: "queue.Queue[bytes]" = queue.Queue()
        self._answers: "dict[int, dict]" = {}

    def __enter__(self) -> "Server":
        build()
        classpath = os.pathsep.join([str(PROJECT / "target" / "classes"), CLASSPATH.read_text().strip()])
        command = [java.java(), *OPTIONS, "-cp", classpath, "io.kestra.libs.server.Server", self._directory.name]
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=environment()
            )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            ready = json.loads(self._next_line(START_LIMIT))
            self.version = ready["ready"]
            self.url = f"http://127.0.0.1:{ready['port']}"  # of the API
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        self._process.stdout.close()
        with contextlib.suppress(OSError):  # the rest to send has no reader
            self._process.stdin.close()
        self._directory.cleanup()

    def run(
        self,
        flow: str,
        timeout: float = RUN_LIMIT,
        expect_logs: "int | None" = None,
        expect_metrics: "int | None" = None,
    ) -> Execution:
        """Run a flow, given as YAML, and return what Kestra has stored.

        With the expected number of logs or metrics it returns as soon as so many are stored, otherwise when nothing
        changes any more. An execution that takes longer than `timeout` seconds is returned as it is, and killed.
        """
        return self.wait(self.start(flow, timeout, expect_logs, expect_metrics), timeout)

    def start(
        self,
        flow: str,
        timeout: float = RUN_LIMIT,
        expect_logs: "int | None" = None,
        expect_metrics: "int | None" = None,
    ) -> int:
        """Start a flow as `run` does, and return the number to `wait` for."""
        return self._ask(flow=flow, timeout=timeout, logs=expect_logs, metrics=expect_metrics)

    def store_flow(self, flow: str) -> None:
        """Store a flow, given as YAML, or replace it."""
        self._answer(self._ask(flow=flow), 0)

    def store_file(self, namespace: str, file: str, text: str) -> None:
        """Store a namespace file, or replace it."""
        self._answer(self._ask(namespace=namespace, file=file, text=text), 0)

    def wait(self, number: int, timeout: float = RUN_LIMIT) -> Execution:
        """Wait for a flow that was started."""
        answer = self._answer(number, timeout)
        return Execution(
            state=answer["state"],
            task_states={one["task"]: one["state"] for one in answer["taskRuns"]},
            outputs={one["task"]: one["outputs"].get("vars", {}) for one in answer["taskRuns"]},
            all_logs=[
                Log(one.get("task", ""), one["level"], one["message"], one["nanoseconds"], one["kestras"])
                for one in answer["logs"]
            ],
            all_metrics=answer["metrics"],
        )

    def _ask(self, **members: object) -> int:
        self._count += 1
        self._process.stdin.write(json.dumps({"request": self._count, **members}).encode() + b"\n")
        self._process.stdin.flush()
        return self._count

    def _answer(self, number: int, timeout: float) -> dict:
        while number not in self._answers:
            answer = json.loads(self._next_line(timeout + GRACE))
            self._answers[answer["request"]] = answer
        answer = self._answers.pop(number)
        if "error" in answer:
            raise ServerError(answer["error"])
        return answer

    def _read(self) -> None:
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(b"")

    def _next_line(self, limit: float) -> bytes:
        try:
            line = self._lines.get(timeout=limit)
        except queue.Empty:
            line = b""
        if not line:
            error_text = self._errors.read_text(errors="replace")[-3000:]
            raise ServerError(
                f"no answer within {limit} s, exit status {self._process.poll()}; stderr ends:\n{error_text}"
            )
        return line


def build() -> None:
    """Build the server with Maven if a source is newer than the build; the first build downloads Kestra."""
    sources = [PROJECT / "pom.xml", *(PROJECT / "src").rglob("*")]
    if CLASSPATH.exists() and max(path.stat().st_mtime for path in sources) <= CLASSPATH.stat().st_mtime:
        return
    java.build(PROJECT, "process-classes")
    CLASSPATH.touch()  # Maven does not touch the file if its content stays the same


def environment() -> "dict[str, str]":
    """Return the server's environment, which scripts inherit.

    Their `python` is the one that runs the tests, and KESTRA_SH, which the pages source, is the repository's file.
    """
    variables = {name: value for name, value in os.environ.items() if not name.startswith("KESTRA_")}
    variables["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    variables["VIRTUAL_ENV"] = sys.prefix
    variables["PYTHONDONTWRITEBYTECODE"] = "1"
    variables["KESTRA_SH"] = str(ROOT / "shell" / "kestra.sh")
    return variables
