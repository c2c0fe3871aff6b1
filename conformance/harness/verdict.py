"""The verdict on a driver: the number of passed cases in each group, and the groups in which it conforms."""

import re
import typing
from collections import defaultdict

COUNTED = ("passed", "failed", "known failure", "skipped")
TEST = re.compile(r"test_conformance\[(.+)-(?:valid|invalid)/([^/]+)/")


def verdict(results: "typing.Iterable[tuple[str, str]]") -> "list[str]":
    """Return the lines of the verdict on (node id, one of COUNTED)."""
    groups: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: dict.fromkeys(COUNTED, 0)))
    for test, result in results:
        if match := TEST.search(test):
            groups[match[1]][match[2]][result] += 1
    return [line for driver in sorted(groups) for line in of_driver(driver, groups[driver])]


def of_driver(driver: str, groups: "dict[str, dict[str, int]]") -> "list[str]":
    """Return a line for each group, and one for all."""
    width = max(map(len, groups))
    lines = []
    for name, counts in sorted(groups.items()):
        others = ", ".join(f"{counts[result]} {result}" for result in COUNTED[1:] if counts[result])
        total = sum(counts.values()) - counts["skipped"]
        lines.append(f"  {name:{width}}  {counts['passed']:4} of {total:4}  {others}".rstrip())
    fails = [name for name, counts in sorted(groups.items()) if counts["failed"] + counts["known failure"]]
    conforms = f"does not conform in {', '.join(fails)}" if fails else "conforms in every group that was run"
    return [f"{driver}:", *lines, f"{driver} {conforms}."]
