"""What a whole run comes to: its logs by level, metrics, outputs and problems; and how each of them reads as text."""

import json
import time
from dataclasses import dataclass, field, replace
from typing import Any

from kestra.reader import Line, Metric, Problem, Reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1_000  # characters of an output, or of a line that is refused, among the logs
LEVELS = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")


class Run:
    """Reads the streams of one process, and goes on where Kestra stops reading one, to tell what is lost."""

    def __init__(self, kestra: str) -> None:
        self._kestra = kestra
        self._shared = Reader(kestra)
        self._readers: "dict[str, Reader]" = {}
        self.ends: "dict[str, int]" = {}  # of a stream that Kestra stops reading: the number of the last line
        self._restarts: "dict[str, int]" = {}

    @property
    def outputs(self) -> "dict[str, Any]":
        """What Kestra keeps, key by key."""
        return self._shared.outputs

    def feed(self, stream: str, data: bytes) -> "Iterator[Line]":
        """Yield the lines that these bytes complete: one by one, so that the next is read as lost after a fatal one."""
        for piece in data.splitlines(keepends=True):
            yield from self._seen(stream, self._readers.get(stream, self._shared).feed(stream, piece))

    def close(self, stream: str) -> "Iterator[Line]":
        """Yield the last line of a stream, when it has no line end."""
        return self._seen(stream, self._readers.get(stream, self._shared).close(stream))

    def is_lost(self, line: Line) -> bool:
        """Tell whether Kestra has stopped reading the stream before this line."""
        return line.number > self.ends.get(line.stream, line.number)

    def _seen(self, stream: str, lines: "Iterator[Line]") -> "Iterator[Line]":
        for line in lines:
            if stream in self._restarts:
                line = replace(line, number=line.number + self._restarts[stream])  # noqa: PLW2901
            if line.verdict == "fatal":
                self._readers[stream] = Reader(self._kestra)
                self._restarts[stream] = line.number
                self.ends.setdefault(stream, line.number)
            yield line


@dataclass(frozen=True)
class Finding:
    """A problem and its place: ``source`` is the stream, or the file."""

    source: str
    number: int
    problem: Problem

    @property
    def place(self) -> str:
        """The source, the line and the column."""
        return f"{one_line(self.source)}:{self.number}:{self.problem.column or 1}"

    def __str__(self) -> str:
        return f"{self.place}: {explained(self.problem)}"


def explained(problem: Problem) -> str:
    """Return what is wrong and, in brackets, what to do about it, on one line."""
    remedy = f" ({problem.remedy})" if problem.remedy else ""
    return one_line(f"{problem.reason}{remedy}")


def problems(line: Line) -> "list[Problem]":
    """Return all that is wrong with a line: why it was refused, and what of it is lost, misread or dangerous."""
    if line.verdict not in ("invalid", "fatal"):
        return line.problems
    reason = f"Kestra stops reading here: {line.reason}" if line.verdict == "fatal" else line.reason or ""
    return [Problem(line.verdict, reason, line.column, line.remedy), *line.problems]


def rows(line: Line, found: "list[Finding]", *, is_lost: bool) -> "Iterator[tuple[str, str]]":
    """Yield what is shown of a line, as (label, text): its logs and data as Kestra has them, then what is wrong."""
    if is_lost:
        yield "LOST", line.text
        return
    for log in line.logs:
        yield log.level, log.message
    for name, value in (line.outputs or {}).items():
        yield "OUTPUT", output_as_text(name, value)
    for metric in line.metrics:
        yield "METRIC", metric_as_text(metric)
    refused = f"{cut(line.text)}\n" if line.verdict in ("invalid", "fatal") else ""
    for finding in found:
        yield finding.problem.kind.upper(), f"{refused}{finding}"
        refused = ""
    if line.verdict == "fatal":
        yield (
            "FATAL",
            f"KESTRA STOPS READING {line.stream}: all that follows there is lost, and the next write to it fails",
        )


@dataclass
class Summary:
    """Adds up the lines of a run as Kestra does."""

    lines: int = 0
    levels: "dict[str, int]" = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))
    plain_errors: int = 0
    metrics: "dict[Any, Metric]" = field(default_factory=dict)
    findings: "list[Finding]" = field(default_factory=list)

    def add(self, line: Line, source: str) -> "list[Finding]":
        """Add a line that Kestra reads, and return what is wrong with it."""
        self.lines += 1
        for log in line.logs:
            self.levels[log.level] += 1
        self.plain_errors += is_plain_error(line)
        for metric in line.metrics:
            self._add_metric(metric)
        found = [Finding(source, line.number, problem) for problem in problems(line)]
        self.findings += found
        return found

    def add_lost(self, source: str, fatal: int, last: int) -> "list[Finding]":
        """Add what follows, up to the last line, the line at which Kestra stopped reading; return that."""
        if last == fatal:
            return []
        lines = "1 line is" if last == fatal + 1 else f"{last - fatal:,} lines are"
        reason = f"{lines} lost from here on, as Kestra stops reading at line {fatal}"
        self.findings.append(Finding(source, fatal + 1, Problem("lost", reason)))
        return self.findings[-1:]

    def _add_metric(self, metric: Metric) -> None:
        """Kestra adds counters up, and timers in whole milliseconds; of a gauge the last value stays."""
        key = (metric.type, metric.name, metric.has_tags, frozenset(metric.tags.items()))
        before = self.metrics.get(key)
        if metric.nanoseconds is not None:
            kept = _milliseconds(metric) + (_milliseconds(before) if before else 0)
            metric = replace(metric, value=kept / 1000, nanoseconds=kept * 1_000_000)
        elif metric.type == "counter" and before is not None:
            metric = replace(metric, value=(before.value or 0) + (metric.value or 0))
        self.metrics[key] = metric

    def plain_errors_as_text(self) -> str:
        """Return a note on the plain lines of standard error, "" when there is none."""
        if not self.plain_errors:
            return ""
        lines = (
            "1 plain line on stderr arrives"
            if self.plain_errors == 1
            else f"{self.plain_errors:,} plain lines on stderr arrive"
        )
        return f"{lines} as ERROR: {PLAIN_ERROR.remedy}"


PLAIN_ERROR = Problem(
    "misread",
    "plain text on the error stream arrives as ERROR",
    remedy="`python -m kestra run` sends Python's logs at their own level, `kestra_run` in a shell any program's lines",
)


def is_plain_error(line: Line) -> bool:
    """Tell whether a line is an ERROR for no other reason than its stream."""
    return line.verdict == "plain" and line.stream == "stderr"


def _milliseconds(timer: Metric) -> int:
    """Return what Kestra keeps of a timer: whole milliseconds, cut off towards zero."""
    nanoseconds = timer.nanoseconds or 0
    return nanoseconds // 1_000_000 if nanoseconds >= 0 else -(-nanoseconds // 1_000_000)


def value_as_text(metric: Metric) -> str:
    """Return the value of a metric as Kestra keeps it; a timer's in seconds."""
    if metric.nanoseconds is not None:
        kept = _milliseconds(metric)
        return f"{'-' if kept < 0 else ''}{abs(kept) // 1000}.{abs(kept) % 1000:03}".rstrip("0").rstrip(".") + " s"
    if isinstance(metric.value, float) and metric.value.is_integer() and abs(metric.value) < 1e15:
        return str(int(metric.value))
    return "no value" if metric.value is None else str(metric.value)


def name_as_text(metric: Metric) -> str:
    """Return the name of a metric, which Kestra takes without one too."""
    return "(no name)" if metric.name is None else one_line(metric.name)


def tags_as_text(metric: Metric) -> str:
    """Return the tags of a metric as name=value, with a space between them."""
    return one_line(" ".join(f"{name}={value}" for name, value in metric.tags.items()))


def metric_as_text(metric: Metric) -> str:
    """Return a metric on one line."""
    tags = tags_as_text(metric)
    return f"{metric.type} {name_as_text(metric)} = {value_as_text(metric)}{'  ' + tags if tags else ''}"


def cut(text: str) -> str:
    """Return a text that is too long to be looked at without its end."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text):,} characters)"


def clock(when: float) -> str:
    """Return the local time of a moment, to the millisecond."""
    return f"{time.strftime('%H:%M:%S', time.localtime(when))}.{int(when % 1 * 1000):03}"


def output_as_text(name: str, value: "Any") -> str:
    """Return an output on one line, cut where it is long."""
    return f"{one_line(name)} = {cut(json_text(value))}"


def json_text(value: "Any") -> str:
    """Return a value as compact JSON, readable."""
    return one_line(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


class _Pictures(dict):  # type: ignore[type-arg]
    """What a terminal, or a reader's eye, would take for something else, and what stands for it.

    Controls have pictures in Unicode.
    U+FFFD stands for what reverses a text's direction, and for half a surrogate pair, which no file can hold.
    """

    def __missing__(self, code: int) -> int:
        if 0xD800 <= code < 0xE000:
            return 0xFFFD
        raise LookupError


_PICTURES = _Pictures({code: 0x2400 + code for code in range(32) if code not in (9, 10)})
_PICTURES.update({0x7F: 0x2421, 0x2028: 0x2424, 0x2029: 0x2424})
_PICTURES.update(dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD))


def visible(text: str) -> str:
    """Return a text in which nothing moves a terminal's cursor, nor hides: line ends and tabs alone stay."""
    return text if text.isprintable() else text.translate(_PICTURES)


def one_line(text: str) -> str:
    """Return a text that stays on its line."""
    return visible(text).replace("\n", "␊")
