"""The report: one HTML file to share, that loads nothing, and can be read without its script."""

from html import escape
from typing import Any, Optional, TextIO

from kestra.reader import Line

from ._summary import (
    LEVELS,
    Finding,
    Summary,
    clock,
    json_text,
    name_as_text,
    rows,
    tags_as_text,
    value_as_text,
    visible,
)

HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --dim: #666; --line: #ddd; --TRACE: #777; --DEBUG: #0b7285; --INFO: #2b7a2b;
  --WARN: #9a6700; --ERROR: #c92a2a; --problem: #862e9c; }}
@media (prefers-color-scheme: dark) {{ :root {{ --dim: #999; --line: #444; --TRACE: #999; --DEBUG: #66d9e8;
  --INFO: #69db7c; --WARN: #ffd43b; --ERROR: #ff8787; --problem: #e599f7; }} }}
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 75em; margin: 2em auto; padding: 0 1em; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ text-align: left; vertical-align: top; padding: .2em .8em .2em 0; border-bottom: 1px solid var(--line); }}
td {{ font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }}
td.fixed {{ white-space: nowrap; color: var(--dim); }}
label {{ margin-right: 1em; }}
.TRACE {{ color: var(--TRACE); }} .DEBUG {{ color: var(--DEBUG); }} .INFO {{ color: var(--INFO); }}
.WARN {{ color: var(--WARN); }} .ERROR {{ color: var(--ERROR); }} .problem {{ color: var(--problem); }}
.data {{ color: var(--dim); }}
td.ERROR, td.problem {{ font-weight: bold; }}
</style>
</head>
<body>
<h1>{title}</h1>
"""

# Before the script has run there is no filter: nothing is shown that would not work.
FILTER = """<form id="filter" hidden></form>
<script>
addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("filter");
  for (const level of %s) {
    const label = form.appendChild(document.createElement("label"));
    const box = label.appendChild(document.createElement("input"));
    box.type = "checkbox";
    box.checked = true;
    label.append(" " + level);
    box.onchange = () => {
      for (const row of document.querySelectorAll("tr." + level)) row.hidden = !box.checked;
    };
  }
  form.hidden = false;
});
</script>
"""


class HtmlView:
    """Gathers a run, and writes it as one page when it ends."""

    def __init__(self, file: TextIO, title: str) -> None:
        self._file = file
        self._title = title
        self._rows: "list[str]" = []

    def line(self, when: "Optional[float]", line: Line, found: "list[Finding]", *, is_lost: bool) -> None:
        """Take a line, the time of its reading if it is known, and what is wrong with it."""
        time = clock(when) if when is not None else ""
        place = f"{line.stream}:{line.number}"
        for label, text in rows(line, found, is_lost=is_lost):
            self._rows.append(_row(label, time, place, text))

    def end(self, status: "Optional[int]", seconds: float, summary: Summary, outputs: "dict[str, Any]") -> None:
        """Write the page: what the run came to first, then its logs."""
        levels = ", ".join(f"{count:,} {level}" for level, count in summary.levels.items() if count)
        ended = f"Exit status {status} after {seconds:.2f} s. " if status is not None else ""
        note = f"<p>{_text(summary.plain_errors_as_text())}</p>\n" if summary.plain_errors else ""
        parts = [
            HEAD.format(title=_text(self._title)),
            f"<p>{ended}Logs: {levels or 'none'}. Problems: {len(summary.findings) or 'none'}.</p>\n{note}",
            _table("Problems", ["place", "kind", "what", "remedy"], map(_problem_row, summary.findings)),
            _table("Outputs", ["name", "value"], ([name, json_text(value)] for name, value in outputs.items())),
            _table(
                "Metrics",
                ["type", "name", "value", "tags"],
                (
                    [one.type, name_as_text(one), value_as_text(one), tags_as_text(one)]
                    for one in summary.metrics.values()
                ),
            ),
            f'<h2>Logs</h2>\n{FILTER % list(LEVELS)}<table id="logs">\n',
            *self._rows,
            "</table>\n</body>\n</html>\n",
        ]
        with self._file:
            self._file.writelines(parts)


def _problem_row(finding: Finding) -> "list[str]":
    return [finding.place, finding.problem.kind, finding.problem.reason, finding.problem.remedy or ""]


def _table(title: str, columns: "list[str]", lines: "Any") -> str:
    """Return a section with a table, "" when it has no row."""
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in line)}</tr>\n" for line in lines)
    head = "".join(f"<th>{column}</th>" for column in columns)
    return f"<h2>{title}</h2>\n<table>\n<tr>{head}</tr>\n{body}</table>\n" if body else ""


def _row(label: str, time: str, place: str, text: str) -> str:
    kind = label if label in LEVELS else "data" if label in ("OUTPUT", "METRIC") else "problem"
    fixed = "".join(f'<td class="fixed">{_text(cell)}</td>' for cell in (time, place))
    return f'<tr class="{kind}">{fixed}<td class="{kind}">{label}</td><td>{_text(text)}</td></tr>\n'


def _text(text: str) -> str:
    return escape(visible(text))
