"""The judgement of one case: it passes, it fails with a report, it is a known failure, or it was not run."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from kestra_conformance.calls import FULL, TIME_LIMIT, Answer, Batch, run, run_and_count, run_on_full_disk
from kestra_conformance.cases import Case
from kestra_conformance.driver import Driver

PASSED, FAILED, KNOWN, SKIPPED = "passed", "failed", "known failure", "left out"


@dataclass(frozen=True)
class Result:
    """What a driver did with a case; `wanted` and `actual` are the status and the streams, of a failure."""

    case: Case
    outcome: str
    reason: str = ""
    wanted: "Optional[dict[str, bytes]]" = None
    actual: "Optional[dict[str, bytes]]" = None


def answer(driver: Driver, case: Case, batch: "Optional[Batch]" = None, time_limit: float = TIME_LIMIT) -> Answer:
    """Make the call of a case as the case wants it made."""
    if case.is_on_full_disk:
        return run_on_full_disk(driver.command, case.call, time_limit)
    if "writes" in case.members:
        return run_and_count(driver.command, case.call, time_limit)
    return batch.ask(case.call) if batch else run(driver.command, case.call, time_limit)


def why_not_run(driver: Driver, case: Case, *, can_batch: bool) -> "Optional[str]":
    """Return the reason for which a case is not run: the driver, its language or this system has not what it needs."""
    if reason := driver.why_left_out(case):
        return reason
    if driver.kind in case.exceptions and not case.goldens(driver.kind):
        return f"excepted: {case.exceptions[driver.kind]}"
    if "padding" in case.members and not can_batch:
        return "An argument of a process is not so long: the driver needs the batch mode."
    if case.is_on_full_disk and not Path(FULL).exists():
        return f"This system has no {FULL}."
    if "writes" in case.members and not hasattr(os, "O_DIRECT"):
        return "Writes can be counted on Linux only."
    return None


def judge(driver: Driver, case: Case, given: Answer) -> Result:
    """Compare an answer with what the case wants."""
    goldens = case.goldens(driver.kind)
    actual = {"status": str(given.status).encode(), **given.streams}
    if case.is_valid or driver.kind in case.exceptions:  # which can send what the others refuse
        wanted = {"status": b"0", "stdout": b"", "stderr": b"", **goldens}
        if "writes" in case.members:
            actual["writes"], wanted["writes"] = str(given.writes).encode(), str(case.members["writes"]).encode()
        if case.is_on_full_disk:  # the runtime may say so on stderr, once or for each write
            wanted["stderr"] = actual["stderr"]
        passed = actual == wanted
    else:
        # A golden is what the calls before the refused one have written.
        wanted = {"status": b"1", "stdout": b"", "stderr": b"<one line that says why>\n", **goldens}
        # One line, because a stack trace is a crash, not a refusal.
        has_reason = bool(re.fullmatch(rb"[^\n]+\n" if not case.is_on_full_disk else rb"(?s).+", given.stderr))
        passed = given.status == 1 and given.stdout == wanted["stdout"] and has_reason
    return Result(case, PASSED) if passed else Result(case, FAILED, "", wanted, actual)


def outcome(result: Result, known: "dict[str, str]") -> Result:
    """Return a result by the list of known failures: such a case fails where it passes."""
    case = result.case
    if case.name not in known:
        return result
    if result.outcome == FAILED:
        return Result(case, KNOWN, known[case.name], result.wanted, result.actual)
    return Result(case, FAILED, f"This known failure passes: take it from the list. ({known[case.name]})")
