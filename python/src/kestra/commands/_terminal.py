"""How a run is shown: as text on a terminal or in a file, or as lines of JSON."""

import json
import os
import sys
from datetime import datetime
from typing import Any, Optional

from kestra.reader import Line, as_json

from ._summary import (
    Finding,
    Summary,
    clock,
    cut,
    explained,
    json_text,
    metric_as_text,
    name_as_text,
    one_line,
    output_as_text,
    problems,
    rows,
    tags_as_text,
    value_as_text,
    visible,
)

# Codes of ANSI X3.64, which every terminal has in the colours of its user's choice.
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
WIDTH = 7  # of the longest label
INDENT = " " * (len("00:00:00.000") + 2 + WIDTH + 2)
MOST_ROWS = 50  # of a part of the summary as text


class _View:
    """Gathers text, and writes it to standard output; without a reader there the command still runs to its end."""

    def __init__(self) -> None:
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        self._parts: "list[str]" = []

    def flush(self) -> None:
        if not self._parts:
            return
        try:
            sys.stdout.write("".join(self._parts))
            sys.stdout.flush()
        except OSError:  # Python's own flush at the end would fail once more, and change the exit status
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        self._parts.clear()


class JsonView(_View):
    """One JSON object a line: what `check --json` says of it, when and where it was read; at the end the summary."""

    def line(self, when: float, line: Line, found: "list[Finding]", *, is_lost: bool) -> None:  # noqa: ARG002
        self._add(
            {
                "time": datetime.fromtimestamp(when).astimezone().isoformat(timespec="milliseconds"),
                "stream": line.stream,
                **as_json(line),
                "lost": is_lost,
                "problems": [vars(problem) for problem in problems(line)],
            }
        )

    def note(self, text: str) -> None:
        self._add({"note": text})

    def end(self, status: int, seconds: float, summary: Summary, outputs: "dict[str, Any]") -> None:
        kept = as_json(Line("", 0, "", "record", outputs=outputs, metrics=list(summary.metrics.values())))
        shown = {
            "exit_status": status,
            "seconds": round(seconds, 3),
            "logs": summary.levels,
            "plain_lines_on_stderr": summary.plain_errors,
            "outputs": kept["outputs"],
            "metrics": kept["metrics"],
            "problems": [
                {"stream": found.source, "line": found.number, **vars(found.problem)} for found in summary.findings
            ],
        }
        self._add({"summary": shown})
        self.flush()

    def _add(self, shown: "dict[str, Any]") -> None:
        self._parts.append(json.dumps(shown, separators=(",", ":")) + "\n")


class TextView(_View):
    """Each log as Kestra's Logs tab has it, with the outputs and metrics between, and what is wrong under its line."""

    def __init__(self, *, plain: bool, color: bool) -> None:
        super().__init__()
        self._has_colour = color or (
            not plain and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        )

    def line(self, when: float, line: Line, found: "list[Finding]", *, is_lost: bool) -> None:
        time = self._in(clock(when), "time")
        for label, text in rows(line, found, is_lost=is_lost):
            padding = " " * (WIDTH - len(label))
            indented = visible(text).replace("\n", f"\n{INDENT}")
            self._parts.append(f"{time}  {self._in(label, label)}{padding}  {indented}\n")

    def note(self, text: str) -> None:
        self._parts.append(f"{self._in(text, 'title')}\n")

    def end(self, status: int, seconds: float, summary: Summary, outputs: "dict[str, Any]") -> None:
        self.flush()  # before rich is imported
        title = f"Exit status {status} after {seconds:.2f} s"
        tables = self._tables(title, summary, outputs) if self._has_colour else None
        if tables is None:
            self._parts.append(f"\n{self._in(title, 'title')}\n")
            self._section("Logs", [self._levels(summary)])
            self._section("Outputs", [output_as_text(name, value) for name, value in outputs.items()])
            self._section("Metrics", [metric_as_text(metric) for metric in summary.metrics.values()])
            self._section("Problems", [f"{found.problem.kind}: {found}" for found in summary.findings])
        self._parts.append(tables or "")
        if summary.plain_errors:
            self._parts.append(f"\n{summary.plain_errors_as_text()}\n")
        self.flush()

    def _in(self, text: str, kind: str) -> str:
        return f"\x1b[{COLOURS[kind]}m{text}\x1b[0m" if self._has_colour else text

    def _levels(self, summary: Summary) -> str:
        counts = [self._in(f"{count:,} {level}", level) for level, count in summary.levels.items() if count]
        return ", ".join(counts) or "none"

    def _section(self, name: str, texts: "list[str]") -> None:
        heading = self._in(name, "title") + " " * (10 - len(name))
        for row in [*texts[:MOST_ROWS], *_left_out(texts)] or ["none"]:
            self._parts.append(f"{heading}{row}\n")
            heading = " " * 10

    def _tables(self, title: str, summary: Summary, outputs: "dict[str, Any]") -> "Optional[str]":
        """Return the summary as rich draws it, None where that is not installed."""
        try:
            from rich.box import SIMPLE_HEAD  # type: ignore[import-not-found, unused-ignore]
            from rich.console import Console  # type: ignore[import-not-found, unused-ignore]
            from rich.table import Table  # type: ignore[import-not-found, unused-ignore]
            from rich.text import Text  # type: ignore[import-not-found, unused-ignore]
        except ImportError:
            return None
        import io
        import shutil

        drawn = io.StringIO()
        width = shutil.get_terminal_size().columns
        console = Console(file=drawn, force_terminal=True, color_system="standard", width=width, legacy_windows=False)

        def draw(name: str, *columns: str, cells: "list[tuple[str, ...]]") -> None:
            if cells:
                table = Table(
                    *columns,
                    box=SIMPLE_HEAD,
                    show_edge=False,
                    title=f"\n{name}",
                    title_justify="left",
                    title_style="bold",
                )
                for row in cells[:MOST_ROWS]:
                    table.add_row(*map(Text, row))  # as text: a string would be taken for rich's markup
                console.print(table, *_left_out(cells))

        console.print()
        console.rule(Text(title), align="left", style="bright_black")
        console.print(Text("\nLogs  ", style="bold"), Text.from_ansi(self._levels(summary)), sep="")
        draw("Outputs", "name", "value", cells=[(one_line(name), cut(json_text(outputs[name]))) for name in outputs])
        metrics = summary.metrics.values()
        draw(
            *("Metrics", "type", "name", "value", "tags"),
            cells=[(one.type, name_as_text(one), value_as_text(one), tags_as_text(one)) for one in metrics],
        )
        draw(
            *("Problems", "place", "kind", "what, and the remedy"),
            cells=[(found.place, found.problem.kind, explained(found.problem)) for found in summary.findings],
        )
        return drawn.getvalue()


def _left_out(items: "list[Any]") -> "list[str]":
    return (
        [f"… and {len(items) - MOST_ROWS:,} more, all of them in --json and --html"] if len(items) > MOST_ROWS else []
    )
