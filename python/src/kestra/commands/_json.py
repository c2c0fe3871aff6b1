"""A run as lines of JSON."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kestra.reader import Line, as_json

from ._output import Output
from ._summary import problems_of

if TYPE_CHECKING:
    from ._summary import LocatedProblem, Summary


class JsonView(Output):
    """One JSON object a line: what `check --json` prints, with time, stream and problems; at the end the summary."""

    def line(self, when: float, line: Line, problems: list[LocatedProblem], *, is_lost: bool) -> None:  # noqa: ARG002
        """Add a line."""
        self._add_object(
            {
                "time": datetime.fromtimestamp(when).astimezone().isoformat(timespec="milliseconds"),
                "stream": line.stream,
                **as_json(line),
                "lost": is_lost,
                "problems": [vars(problem) for problem in problems_of(line)],
            }
        )

    def note(self, text: str) -> None:
        """Add a note on the run."""
        self._add_object({"note": text})

    def end(self, status: int, seconds: float, summary: Summary, outputs: dict[str, Any]) -> None:
        """Add the summary, and write it."""
        kept = as_json(Line("", 0, "", "record", outputs=outputs, metrics=list(summary.metrics.values())))
        self._add_object(
            {
                "summary": {
                    "exit_status": status,
                    "seconds": round(seconds, 3),
                    "logs": summary.levels,
                    "plain_lines_on_stderr": summary.plain_errors,
                    "outputs": kept["outputs"],
                    "metrics": kept["metrics"],
                    "problems": [
                        {"stream": each.source, "line": each.number, **vars(each.problem)} for each in summary.problems
                    ],
                }
            }
        )
        self.flush()

    def _add_object(self, value: dict[str, Any]) -> None:
        self.add(json.dumps(value, separators=(",", ":")) + "\n")
