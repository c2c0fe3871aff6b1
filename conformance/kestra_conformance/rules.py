"""The rules: the numbered sentences of the specification, and which of them explains the failures best."""

import functools
import re
from typing import TYPE_CHECKING

from kestra_conformance.cases import HERE
from kestra_conformance.judge import FAILED, KNOWN, PASSED, Result

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = next(path for path in (HERE / "SPECIFICATION.md", HERE.parent / "SPECIFICATION.md") if path.exists())
RULE = re.compile(r"^(?:- |\| )?\*\*([A-Z]+-\d+)\*\*(?: \||\.?) *(.+?)(?: \|.*)?$", re.MULTILINE)


@functools.cache
def rules() -> "dict[str, str]":
    """Read the rules of the specification: the number, and the first line of its text."""
    return dict(RULE.findall(PAGE.read_text("utf-8")))


def shares(results: "Sequence[Result]") -> "dict[str, tuple[int, int]]":
    """Return how many cases of each rule failed, and how many were run; only of rules that failed."""
    counts: dict[str, list[int]] = {}
    for result in results:
        if result.outcome in (PASSED, FAILED, KNOWN):
            for number in result.case.members.get("rules", ()):
                count = counts.setdefault(number, [0, 0])
                count[0] += result.outcome == FAILED
                count[1] += 1
    return {number: (failed, run) for number, (failed, run) in counts.items() if failed}


def most_telling_first(results: "Sequence[Result]") -> "list[Result]":
    """Return the failures; first those of the rule that fails most often, and explains most of the failures."""
    failures = [result for result in results if result.outcome == FAILED]
    run = sum(result.outcome in (PASSED, FAILED, KNOWN) for result in results)
    if len(failures) > run / 2:
        return failures  # no rule explains that; the simplest case is first
    score = {number: failed / total * failed / len(failures) for number, (failed, total) in shares(results).items()}

    def telling(result: Result) -> "tuple[float, int, int]":
        numbers = result.case.members.get("rules", ())
        scores = [score[number] for number in numbers]
        best = max(scores, default=0.0)
        return -best, scores.index(best) if scores else 0, len(numbers)

    return sorted(failures, key=telling)  # of equal ones, the simplest case is first already
