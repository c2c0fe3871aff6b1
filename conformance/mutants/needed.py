"""Shows which cases notice a fault that no other case notices, and why the others are kept."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import tomllib
from cases import all_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from faults import Fault

KEPT = Path(__file__).with_name("kept.toml")


def needed_cases(faults: "Iterable[Fault]", failed_cases: "Callable[[Fault], list[str]]") -> "dict[str, list[str]]":
    """Plant each fault, and return the cases that are the only ones to notice some, with their names."""
    needed: dict[str, list[str]] = {}
    for fault in faults:
        failed = failed_cases(fault)
        print(f"{fault.name}: {len(failed)} cases notice it{f': {failed[0]}' if len(failed) == 1 else ''}", flush=True)
        if len(failed) == 1:
            needed.setdefault(failed[0], []).append(fault.name)
    return needed


def table(needed: "dict[str, list[str]]") -> "list[str]":
    """Return a row for each group: its cases, those that are needed, and why the others are kept."""
    cases = Counter(case.group for case in all_cases())
    alone = Counter(name.split("/")[1] for name in needed)
    kept: dict[str, str] = tomllib.loads(KEPT.read_text("utf-8"))
    rows = [f"| {group} | {cases[group]} | {alone[group]} | {kept[group]} |" for group in cases if group in kept]
    return ["| group | cases | needed | the others are kept because |", "|---|---|---|---|", *rows]


def unjustified() -> "list[str]":
    """Return the groups for whose cases there is no reason."""
    kept = tomllib.loads(KEPT.read_text("utf-8"))
    return sorted({case.group for case in all_cases()} ^ kept.keys())
