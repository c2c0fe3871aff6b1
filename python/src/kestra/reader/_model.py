"""What the reader returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSIONS = ("2.0", "1.3")
STREAMS = ("stdout", "stderr")


@dataclass(frozen=True)
class Log:
    """A log as Kestra shows it: ``level`` is TRACE, DEBUG, INFO, WARN or ERROR.

    A message of more than 15,360 UTF-16 units is several logs, because Kestra cuts it.
    """

    level: str
    message: str


@dataclass(frozen=True)
class Metric:
    """A metric as Kestra reads it.

    ``type`` is counter, gauge or timer; ``name`` is None if it is missing.
    ``value`` is a float, for a timer its seconds; None if it is missing.
    ``nanoseconds`` is the exact duration of a timer, an int, and None for the others; Kestra stores whole milliseconds.
    ``tags`` are strings; ``has_tags`` is False if Kestra holds null instead, which makes it another metric.
    """

    type: str
    name: str | None
    value: int | float | None
    tags: Mapping[str, str]
    nanoseconds: int | None = None
    has_tags: bool = True


@dataclass(frozen=True)
class Problem:
    """A problem with a line that Kestra accepts, or with a part of it.

    ``kind`` is "lost" (it appears nowhere), "misread" (it appears as something else)
    or "hangs" (the execution never ends, or the server stops).
    ``column`` counts characters of the line from 1.
    """

    kind: str
    reason: str
    column: int | None = None
    remedy: str | None = None


@dataclass(frozen=True)
class Line:
    """A line as Kestra reads it.

    ``stream`` is "stdout" or "stderr"; ``number`` counts the lines of the stream from 1;
    ``text`` is the line as Kestra decodes it, without its line end.
    ``verdict`` is "record" (read), "plain" (shown as text), "invalid" (refused as a whole)
    or "fatal" (Kestra stops reading the stream, and the next write of the script fails).
    ``logs``, ``outputs``, ``metrics`` and ``assets`` are what was read, for a fatal line before the error.
    ``reason``, ``column`` (in characters of the text, from 1) and ``remedy`` are those of an invalid or a fatal line.
    """

    stream: str
    number: int
    text: str
    verdict: str
    logs: list[Log] = field(default_factory=list)
    outputs: dict[str, Any] | None = None
    metrics: list[Metric] = field(default_factory=list)
    assets: Any | None = None
    reason: str | None = None
    column: int | None = None
    remedy: str | None = None
    problems: list[Problem] = field(default_factory=list)
