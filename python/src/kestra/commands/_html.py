"""The report: one HTML file to share, which loads nothing and can be read without its script."""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any, TextIO

from ._format import clock, json_text, name_text, tags_text, value_text, visible
from ._summary import LEVELS, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kestra.reader import Line

    from ._summary import LocatedProblem, Summary

HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --dim: #666; --line: #ddd; --code: #f1f1f1; --TRACE: #777; --DEBUG: #0b7285;
  --INFO: #2b7a2b; --WARN: #9a6700; --ERROR: #c92a2a; --OUTPUT: #862e9c; --METRIC: #1864ab; --problem: #a61e4d; }}
@media (prefers-color-scheme: dark) {{ :root {{ --dim: #999; --line: #444; --code: #2a2a2a; --TRACE: #999;
  --DEBUG: #66d9e8; --INFO: #69db7c; --WARN: #ffd43b; --ERROR: #ff8787; --OUTPUT: #e599f7; --METRIC: #74c0fc;
  --problem: #faa2c1; }} }}
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 80em; margin: 2em auto; padding: 0 1em; }}
h1 {{ font-size: 1.4em; overflow-wrap: anywhere; white-space: pre-wrap; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ text-align: left; vertical-align: top; padding: .2em .8em .2em 0; border-bottom: 1px solid var(--line); }}
td {{ font: 13px/1.5 ui-monospace, monospace; white-space: pre; }}
td.long {{ white-space: pre-wrap; overflow-wrap: anywhere; min-width: 16ch; }}
#logs td:nth-child(-n+2) {{ color: var(--dim); }}
code {{ font: .93em ui-monospace, monospace; background: var(--code); padding: .1em .3em; border-radius: .2em; }}
label {{ display: inline-block; margin: 0 1em .5em 0; }}
.TRACE {{ color: var(--TRACE); }} .DEBUG {{ color: var(--DEBUG); }} .INFO {{ color: var(--INFO); }}
.WARN {{ color: var(--WARN); }} .ERROR {{ color: var(--ERROR); }} .problem {{ color: var(--problem); }}
.OUTPUT {{ color: var(--OUTPUT); }} .METRIC {{ color: var(--METRIC); }}
td.ERROR, td.problem {{ font-weight: bold; }}
@media (max-width: 50em) {{ td {{ white-space: pre-wrap; }} #logs td:nth-child(3) {{ white-space: pre; }}
  #logs td:first-child {{ display: none; }} td.long {{ min-width: 10ch; }} }}
@media print {{ form {{ display: none; }} }}
</style>
</head>
<body>
<h1>{title}</h1>
"""

# The form is hidden until its script has run, so that nothing is shown that does not work.
FILTER = """<form id="filter" hidden></form>
<script>
addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("filter");
  for (const kind of %s) {
    const rows = document.querySelectorAll("tr." + kind);
    if (!rows.length) continue;
    const label = form.appendChild(document.createElement("label"));
    const box = label.appendChild(document.createElement("input"));
    box.type = "checkbox";
    box.checked = true;
    label.append(` ${kind} (${rows.length})`);
    box.onchange = () => {
      for (const row of rows) row.hidden = !box.checked;
    };
  }
  form.hidden = false;
});
</script>
"""
KINDS = (*LEVELS, "OUTPUT", "METRIC", "problem")  # classes of rows, each of which the filter can hide
UNBROKEN = 24  # characters: a cell up to this length stays on one line


class HtmlView:
    """Collects a run, and writes it as one page when it ends."""

    def __init__(self, file: TextIO, title: str) -> None:
        self._file = file
        self._title = title
        self._start = datetime.now().astimezone()
        self._rows: list[str] = []

    def line(self, when: float | None, line: Line, problems: list[LocatedProblem], *, is_lost: bool) -> None:
        """Add a line, the time of its reading if it is known, and its problems."""
        time = clock(when) if when is not None else ""
        place = f"{line.stream}:{line.number}"
        for label, text in rows(line, problems, is_lost=is_lost):
            kind = label if label in KINDS else "problem"
            message = _cell(text, is_ours=kind == "problem" and not is_lost)
            cells = f'{_cell(time)}{_cell(place)}<td class="{kind}">{label}</td>{message}'
            self._rows.append(f'<tr class="{kind}">{cells}</tr>\n')

    def end(self, status: int | None, seconds: float, summary: Summary, outputs: dict[str, Any]) -> None:
        """Write the page: first the summary, then the logs."""
        metrics = summary.metrics.values()
        parts = [
            HEAD.format(title=_escape(self._title)),
            self._overview(status, seconds, summary),
            _table(
                "Problems", ["place", "kind", "what", "remedy"], map(_problem_cells, summary.problems), is_ours=True
            ),
            _table("Outputs", ["name", "value"], ([name, json_text(value)] for name, value in outputs.items())),
            _table(
                "Metrics",
                ["type", "name", "value", "tags"],
                ([each.type, name_text(each), value_text(each), tags_text(each)] for each in metrics),
            ),
            f'<h2>Logs</h2>\n{FILTER % list(KINDS)}<table id="logs">\n',
            *self._rows,
            "</table>\n</body>\n</html>\n",
        ]
        with self._file:
            self._file.writelines(parts)

    def _overview(self, status: int | None, seconds: float, summary: Summary) -> str:
        date = self._start.strftime("%Y-%m-%d %H:%M:%S %z")
        ended = f"Exit status {status} after {seconds:.2f} s. " if status is not None else ""
        levels = ", ".join(f"{count:,} {level}" for level, count in summary.levels.items() if count)
        problems = f"{len(summary.problems):,}" if summary.problems else "none"
        note = f"<p>{_with_code(summary.plain_errors_note())}</p>\n" if summary.plain_errors else ""
        return f"<p>{date}. {ended}Logs: {levels or 'none'}. Problems: {problems}.</p>\n{note}"


def _problem_cells(located: LocatedProblem) -> list[str]:
    return [located.place, located.problem.kind, located.problem.reason, located.problem.remedy or ""]


def _table(title: str, columns: list[str], lines: Iterable[list[str]], *, is_ours: bool = False) -> str:
    """Return a section with a table, or "" if it has no row."""
    body = "".join(f"<tr>{''.join(_cell(text, is_ours=is_ours) for text in line)}</tr>\n" for line in lines)
    head = "".join(f"<th>{column}</th>" for column in columns)
    return f"<h2>{title}</h2>\n<table>\n<tr>{head}</tr>\n{body}</table>\n" if body else ""


def _cell(text: str, *, is_ours: bool = False) -> str:
    shown = _with_code(text) if is_ours else _escape(text)
    return f'<td class="long">{shown}</td>' if len(text) > UNBROKEN or "\n" in text else f"<td>{shown}</td>"


def _escape(text: str) -> str:
    return escape(visible(text))


def _with_code(text: str) -> str:
    """Return one of our texts with the parts in backticks as code."""
    return re.sub("`([^`\n]+)`", r"<code>\1</code>", _escape(text))
