"""The summary of a run in tables of rich; the import fails if rich is not installed."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD  # type: ignore[import-not-found, unused-ignore]
from rich.console import Console  # type: ignore[import-not-found, unused-ignore]
from rich.table import Table  # type: ignore[import-not-found, unused-ignore]
from rich.text import Text  # type: ignore[import-not-found, unused-ignore]

from ._format import cut, explain, json_text, name_text, one_line, tags_text, value_text
from ._terminal import MOST_ROWS, left_out

if TYPE_CHECKING:
    from ._summary import Summary

UNBROKEN = 24  # columns: a cell up to this width is not broken, except in the last column


def tables_of(title: str, levels: str, summary: Summary, outputs: dict[str, Any]) -> str:
    """Return the summary as rich draws it."""
    drawn = io.StringIO()
    width = shutil.get_terminal_size().columns
    console = Console(file=drawn, force_terminal=True, color_system="standard", width=width, legacy_windows=False)
    console.print()
    console.rule(Text(title), align="left", style="bright_black")
    console.print(Text("\nLogs  ", style="bold"), Text.from_ansi(levels), sep="")
    metrics, problems = summary.metrics.values(), summary.problems
    parts: list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]] = [
        ("Outputs", ("name", "value"), [(one_line(name), cut(json_text(outputs[name]))) for name in outputs]),
        (
            "Metrics",
            ("type", "name", "value", "tags"),
            [(each.type, name_text(each), value_text(each), tags_text(each)) for each in metrics],
        ),
        (
            "Problems",
            ("place", "kind", "what, and the remedy"),
            [(each.place, each.problem.kind, explain(each.problem)) for each in problems],
        ),
    ]
    for name, columns, cells in parts:
        if cells:
            console.print(_table(name, columns, cells[:MOST_ROWS]), *left_out(cells))
    return drawn.getvalue()


def _table(name: str, columns: tuple[str, ...], cells: list[tuple[str, ...]]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, title=f"\n{name}", title_justify="left", title_style="bold")
    for number, column in enumerate(columns):
        is_last = number == len(columns) - 1
        is_short = max(len(row[number]) for row in cells) <= UNBROKEN
        table.add_column(column, no_wrap=is_short and not is_last, overflow="fold", min_width=0 if is_short else 12)
    for row in cells:
        table.add_row(*map(Text, row))  # as text, because rich reads a string as markup
    return table
