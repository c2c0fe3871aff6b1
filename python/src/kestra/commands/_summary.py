"""The summary of a run: its logs by level, metrics, outputs and problems."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kestra.reader import Line, Metric, Problem, Reader

from ._format import cut, explain, metric_text, milliseconds, one_line, output_text

if TYPE_CHECKING:
    from collections.abc import Iterator

LEVELS = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")


class Run:
    """Reads the streams of one process, and continues where Kestra stops, to report what is lost."""

    def __init__(self, kestra: str, runner: str = "process") -> None:
        self._new_reader = partial(Reader, kestra, runner)
        self._shared = self._new_reader()
        self._readers: dict[str, Reader] = {}
        self.ends: dict[str, int] = {}  # the number of the last line of each stream that Kestra stops reading
        self._restarts: dict[str, int] = {}

    @property
    def outputs(self) -> dict[str, Any]:
        """The outputs that Kestra keeps, merged by key."""
        return self._shared.outputs

    def feed(self, stream: str, data: bytes) -> Iterator[Line]:
        """Yield the lines that these bytes complete, one by one, so that a line after a fatal one counts as lost."""
        for piece in data.splitlines(keepends=True):
            yield from self._numbered(stream, self._readers.get(stream, self._shared).feed(stream, piece))

    def close(self, stream: str) -> Iterator[Line]:
        """Yield the last line of a stream if it has no line end."""
        return self._numbered(stream, self._readers.get(stream, self._shared).close(stream))

    def is_lost(self, line: Line) -> bool:
        """Tell whether Kestra has stopped reading the stream before this line."""
        return line.number > self.ends.get(line.stream, line.number)

    def _numbered(self, stream: str, lines: Iterator[Line]) -> Iterator[Line]:
        for line in lines:
            if stream in self._restarts:
                line = replace(line, number=line.number + self._restarts[stream])  # noqa: PLW2901
            if line.verdict == "fatal":
                self._readers[stream] = self._new_reader()
                self._restarts[stream] = line.number
                self.ends.setdefault(stream, line.number)
            yield line


@dataclass(frozen=True)
class LocatedProblem:
    """A problem and where it is: ``source`` is the stream, or the file."""

    source: str
    number: int
    problem: Problem

    @property
    def place(self) -> str:
        """The source, the line and the column."""
        return f"{one_line(self.source)}:{self.number}:{self.problem.column or 1}"

    def __str__(self) -> str:
        return f"{self.place}: {explain(self.problem)}"


def problems_of(line: Line) -> list[Problem]:
    """Return all problems of a line: why it was refused, and which parts are lost, misread or dangerous."""
    if line.verdict not in ("invalid", "fatal"):
        return line.problems
    reason = f"Kestra stops reading here: {line.reason}" if line.verdict == "fatal" else line.reason or ""
    return [Problem(line.verdict, reason, line.column, line.remedy), *line.problems]


def rows(line: Line, problems: list[LocatedProblem], *, is_lost: bool) -> Iterator[tuple[str, str]]:
    """Yield the rows of a line as (label, text): its logs and data as Kestra keeps them, then its problems."""
    if is_lost:
        yield "LOST", line.text
        return
    for log in line.logs:
        yield log.level, log.message
    for name, value in (line.outputs or {}).items():
        yield "OUTPUT", output_text(name, value)
    for metric in line.metrics:
        yield "METRIC", metric_text(metric)
    refused = f"{cut(line.text)}\n" if line.verdict in ("invalid", "fatal") else ""
    for located in problems:
        yield located.problem.kind.upper(), f"{refused}{located}"
        refused = ""
    if line.verdict == "fatal":
        yield (
            "FATAL",
            f"KESTRA STOPS READING {line.stream}: all that follows there is lost, and the next write to it fails",
        )


@dataclass
class Summary:
    """Adds up the lines of a run as Kestra does; ``advice`` is the remedy for plain lines on standard error."""

    advice: str
    lines: int = 0
    levels: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))
    plain_errors: int = 0
    metrics: dict[Any, Metric] = field(default_factory=dict)
    problems: list[LocatedProblem] = field(default_factory=list)

    def add(self, line: Line, source: str) -> list[LocatedProblem]:
        """Add a line that Kestra reads, and return its problems."""
        self.lines += 1
        for log in line.logs:
            self.levels[log.level] += 1
        self.plain_errors += is_plain_error(line)
        for metric in line.metrics:
            self._add_metric(metric)
        located = [LocatedProblem(source, line.number, problem) for problem in problems_of(line)]
        self.problems += located
        return located

    def add_plain_error(self, line: Line, source: str) -> LocatedProblem:
        """Add a plain line on standard error as a problem; the first one has the remedy."""
        is_first = all(not each.problem.reason.startswith(PLAIN_ERROR) for each in self.problems)
        reason = f"{PLAIN_ERROR}: {cut(line.text)}"
        problem = Problem("misread", reason, remedy=self.advice if is_first else None)
        self.problems.append(LocatedProblem(source, line.number, problem))
        return self.problems[-1]

    def add_lost(self, source: str, fatal: int, last: int) -> list[LocatedProblem]:
        """Add the loss of the lines after a fatal one, up to the last line, and return it."""
        if last == fatal:
            return []
        lines = "1 line is" if last == fatal + 1 else f"{last - fatal:,} lines are"
        reason = f"{lines} lost from here on, as Kestra stops reading at line {fatal}"
        self.problems.append(LocatedProblem(source, fatal + 1, Problem("lost", reason)))
        return self.problems[-1:]

    def add_late(self, source: str, number: int) -> list[LocatedProblem]:
        """Add the doubt about an output that is printed so late that the runner may lose it, and return it."""
        remedy = "print it early, and again last, after a pause of five seconds"
        problem = Problem("lost", "the runner may lose this output, as it may lose the last lines", 1, remedy)
        self.problems.append(LocatedProblem(source, number, problem))
        return self.problems[-1:]

    def plain_errors_note(self) -> str:
        """Return a note on the plain lines of standard error, or "" if there are none."""
        if not self.plain_errors:
            return ""
        lines = "1 plain line on stderr arrives"
        if self.plain_errors > 1:
            lines = f"{self.plain_errors:,} plain lines on stderr arrive"
        return f"{lines} as ERROR: {self.advice}"

    def _add_metric(self, metric: Metric) -> None:
        """Add up counters, and timers in whole milliseconds; a gauge keeps the last value."""
        key = (metric.type, metric.name, metric.has_tags, frozenset(metric.tags.items()))
        before = self.metrics.get(key)
        if metric.nanoseconds is not None:
            kept = milliseconds(metric) + (milliseconds(before) if before else 0)
            metric = replace(metric, value=kept / 1000, nanoseconds=kept * 1_000_000)
        elif metric.type == "counter" and before is not None:
            metric = replace(metric, value=(before.value or 0) + (metric.value or 0))
        self.metrics[key] = metric


PLAIN_ERROR = "plain text on the error stream arrives as ERROR"


def is_plain_error(line: Line) -> bool:
    """Tell whether a line is an ERROR only because of its stream."""
    return line.verdict == "plain" and line.stream == "stderr"
