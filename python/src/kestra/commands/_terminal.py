"""A run as text, on a terminal or in a file."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

from ._format import clock, metric_text, output_text, visible, wrap
from ._output import Output
from ._summary import rows

if TYPE_CHECKING:
    from kestra.reader import Line

    from ._summary import LocatedProblem, Summary

# Codes of ANSI X3.64, which every terminal shows in its user's colours.
COLOURS = {
    "TRACE": "90",
    "DEBUG": "36",
    "INFO": "32",
    "WARN": "33",
    "ERROR": "1;31",
    "OUTPUT": "35",
    "METRIC": "34",
    "INVALID": "1;35",
    "LOST": "1;35",
    "MISREAD": "1;35",
    "HANGS": "1;37;41",
    "FATAL": "1;37;41",
    "time": "90",
    "title": "1",
}
LABEL_WIDTH = 7  # of the longest label
INDENT = len("00:00:00.000") + 2 + LABEL_WIDTH + 2
HEADING_WIDTH = 10
MOST_ROWS = 50  # of each part of the summary
NARROW = 60  # columns: in a narrower terminal a log's text is below its label, and the summary has no tables


class TextView(Output):
    """Shows each log as Kestra's Logs tab does, outputs and metrics between them, and problems below their line."""

    def __init__(self, *, plain: bool, color: bool) -> None:
        super().__init__()
        self._has_colour = color or (
            not plain and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        )
        self._wraps = sys.stdout.isatty() or (color and "COLUMNS" in os.environ)

    def line(self, when: float, line: Line, problems: list[LocatedProblem], *, is_lost: bool) -> None:
        """Add a line of the run."""
        time = self._coloured(clock(when), "time")
        for label, text in rows(line, problems, is_lost=is_lost):
            lines, indent = self._indented(visible(text))
            head = f"{time}  {self._coloured(label, label)}"
            head += f"{' ' * (LABEL_WIDTH - len(label))}  " if indent == INDENT else f"\n{' ' * indent}"
            self.add(head + f"\n{' ' * indent}".join(lines) + "\n")

    def note(self, text: str) -> None:
        """Add a note on the run."""
        self.add(f"{self._coloured(text, 'title')}\n")

    def end(self, status: int, seconds: float, summary: Summary, outputs: dict[str, Any]) -> None:
        """Add the summary, and write it."""
        self.flush()  # before rich is imported
        title = f"Exit status {status} after {seconds:.2f} s"
        tables = self._tables(title, summary, outputs)
        if tables is None:
            self.add(f"\n{self._coloured(title, 'title')}\n")
            self._section("Logs", [self._levels(summary)], is_coloured=True)
            self._section("Outputs", [output_text(name, value) for name, value in outputs.items()])
            self._section("Metrics", [metric_text(metric) for metric in summary.metrics.values()])
            self._section("Problems", [f"{located.problem.kind}: {located}" for located in summary.problems])
        self.add(tables or "")
        if summary.plain_errors:
            self.add("\n" + "\n".join(self._wrapped(summary.plain_errors_note(), 0)) + "\n")
        self.flush()

    def _tables(self, title: str, summary: Summary, outputs: dict[str, Any]) -> str | None:
        """Return the summary in tables, or None if they cannot be drawn."""
        if not self._has_colour or (self._wraps and self._columns() < NARROW):
            return None
        try:
            from ._tables import tables_of
        except ImportError:  # rich is not installed
            return None
        return tables_of(title, self._levels(summary), summary, outputs)

    def _columns(self) -> int:
        return shutil.get_terminal_size().columns

    def _wrapped(self, text: str, indent: int) -> list[str]:
        return wrap(text, max(self._columns() - indent, 10)) if self._wraps else [text]

    def _indented(self, text: str) -> tuple[list[str], int]:
        """Return the lines of a text, and their indentation."""
        lines = text.split("\n")
        if not self._wraps:
            return lines, INDENT
        width = self._columns()
        indent = INDENT if width >= NARROW or (len(lines) == 1 and len(text) <= width - INDENT) else 2
        return [part for line in lines for part in self._wrapped(line, indent)], indent

    def _coloured(self, text: str, kind: str) -> str:
        return f"\x1b[{COLOURS[kind]}m{text}\x1b[0m" if self._has_colour else text

    def _levels(self, summary: Summary) -> str:
        counts = [self._coloured(f"{count:,} {level}", level) for level, count in summary.levels.items() if count]
        return ", ".join(counts) or "none"

    def _section(self, name: str, texts: list[str], *, is_coloured: bool = False) -> None:
        heading = self._coloured(name, "title") + " " * (HEADING_WIDTH - len(name))
        for text in [*texts[:MOST_ROWS], *left_out(texts)] or ["none"]:
            first, *more = [text] if is_coloured else self._wrapped(text, HEADING_WIDTH + 2)
            self.add(f"{heading}{first}\n" + "".join(f"{' ' * (HEADING_WIDTH + 2)}{part}\n" for part in more))
            heading = " " * HEADING_WIDTH


def left_out(items: list[Any]) -> list[str]:
    """Return a note on the rows that a part of the summary does not show, or [] if it shows all."""
    more = len(items) - MOST_ROWS
    return [f"… and {more:,} more, all of them in --json and --html"] if more > 0 else []
