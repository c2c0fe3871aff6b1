"""The verdict on a driver: the number of passed cases in each group, and the groups in which it conforms."""

from collections import Counter
from typing import TYPE_CHECKING

from kestra_conformance import __version__
from kestra_conformance.judge import FAILED, KNOWN, PASSED, SKIPPED

if TYPE_CHECKING:
    from collections.abc import Iterable

COUNTED = (PASSED, FAILED, KNOWN, SKIPPED)


class Verdict:
    """The count of results: of each group, in the order of the cases."""

    def __init__(self, name: str, results: "Iterable[tuple[str, str, str]]", *, is_complete: bool = True) -> None:
        """`results` are the group, the outcome and the reason of each case; incomplete is a run of chosen cases."""
        self.name = name
        self.is_complete = is_complete
        self.groups: dict[str, Counter[str]] = {}
        self.reasons: dict[str, str] = {}
        for group, outcome, reason in results:
            self.groups.setdefault(group, Counter())[outcome] += 1
            if outcome == SKIPPED:
                self.reasons[group] = reason
        self.total = sum(self.groups.values(), Counter())
        self.left_out = [group for group, counts in self.groups.items() if set(counts) == {SKIPPED}]
        self.failing = [group for group, counts in self.groups.items() if counts[FAILED] or counts[KNOWN]]
        self.conforms = not self.failing and self.total[PASSED] > 0

    def lines(self) -> "list[str]":
        """Return a line for each group, and one for all."""
        width = max(map(len, self.groups), default=0)
        lines = [f"  {name:{width}}  {self.of_group(name)}".rstrip() for name in self.groups]
        return [f"{self.name}:", *lines, self.sentence()]

    def of_group(self, name: str) -> str:
        """Return the counts of a group."""
        counts = self.groups[name]
        if name in self.left_out:
            return f"left out, {cases(counts[SKIPPED])}: {self.reasons[name]}"
        others = ", ".join(f"{counts[outcome]} {outcome}" for outcome in COUNTED[1:] if counts[outcome])
        return f"{counts[PASSED]:4} of {sum(counts.values()) - counts[SKIPPED]:4}  {others}"

    def sentence(self) -> str:
        """Return the verdict in one sentence."""
        count = sum(self.total.values()) - self.total[SKIPPED]
        out = self.total[SKIPPED]
        left_out = f"; {cases(out)} left out" + (f", with all of {', '.join(self.left_out)}" if self.left_out else "")
        if self.failing:
            known = f", and {self.total[KNOWN]} known" if self.total[KNOWN] else ""
            failed = f"{self.total[FAILED]} of {cases(count)} failed{known}{left_out if out else ''}"
            return f"{self.name} does not conform in {', '.join(self.failing)}. {failed}."
        if not self.conforms:
            return f"{self.name}: no case was run."
        run = len(self.groups) - len(self.left_out)
        groups = f"all {run} groups" if run == len(self.groups) else f"{run} of {len(self.groups)} groups"
        where = f"{groups} of version {__version__}" if self.is_complete else "every group that was run"
        return f"{self.name} conforms in {where}: {cases(count)} passed{left_out if out else ''}."


def cases(count: int) -> str:
    """Return a number of cases in words."""
    return f"{count} case" if count == 1 else f"{count} cases"
