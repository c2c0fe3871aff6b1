"""Runs the conformance cases with one emitter, in one process, and prints the names of those that fail as JSON.

python conformance/mutants/cases.py dash
"""

import json
import re
import sys
from itertools import zip_longest
from pathlib import Path

CONFORMANCE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(CONFORMANCE), str(CONFORMANCE / "fuzz")]

from emitters import Emitter, Result, all_emitters  # noqa: E402
from kestra_conformance.cases import Case, all_cases  # noqa: E402

CHUNK = 120  # cases that are run before we look whether one has failed


def main() -> None:
    name, *options = sys.argv[1:]
    (emitter,) = all_emitters([name])
    failed: list[str] = []
    try:
        cases = interleaved([case for case in all_cases() if is_run(case, kind_of(name))])
        for start in range(0, len(cases), CHUNK):
            failed += failures(emitter, cases[start : start + CHUNK])
            if failed and "--all" not in options:
                break
    finally:
        emitter.close()
    print(json.dumps(failed))


def kind_of(emitter: str) -> str:
    return emitter if emitter in ("python", "node") else "shell"


def is_run(case: Case, kind: str) -> bool:
    """Tell whether a process that makes many calls can run a case; run.py gives the others to the conformance kit."""
    is_long = "padding" in case.members and kind == "shell"
    is_one_call = case.group != "calls" and not {"writes", "stdout"} & set(case.members) and not is_long
    return is_one_call and (kind not in case.exceptions or bool(case.goldens(kind)))


def interleaved(cases: "list[Case]") -> "list[Case]":
    """Return the cases with one of each group after the other, so that a fault is soon found."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(f"{case.is_valid} {case.group}", []).append(case)
    return [case for row in zip_longest(*groups.values()) for case in row if case]


def failures(emitter: Emitter, cases: "list[Case]") -> "list[str]":
    """Return the names of the cases whose answers are wrong; an emitter that ends answers no more."""
    emitter.send([[word.decode("utf-8", "surrogateescape") for word in case.call] for case in cases])
    results = emitter.receive()
    missing = [None] * (len(cases) - len(results))
    return [
        case.name
        for case, result in zip(cases, [*results, *missing])
        if result is None or not fits(case, kind_of(emitter.name), result)
    ]


def fits(case: Case, kind: str, result: Result) -> bool:
    goldens = case.goldens(kind)
    if case.is_valid or goldens:
        return result == Result(0, goldens.get("stdout", b""), goldens.get("stderr", b""))
    return result.status == 1 and not result.stdout and re.fullmatch(rb"[^\n]+\n", result.stderr) is not None


if __name__ == "__main__":
    main()
