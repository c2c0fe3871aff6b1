"""Runs every driver with every case, in one process each, and compares the bytes."""

import shutil

import pytest
from harness.runtimes import need
from kestra_conformance.calls import TIME_LIMIT, Batch
from kestra_conformance.judge import FAILED, answer, judge
from kestra_conformance.report import report

# Seconds for a call of ours, which on a machine that many programs use has taken more than the 10 of the specification.
PATIENCE = 60.0


def test_conformance(runtime, case):
    """The driver answers the call with the exit status and the bytes of the case."""
    if runtime.is_ours:
        need(runtime.command[0])
    elif shutil.which(runtime.command[0]) is None:
        pytest.fail(f"{runtime.command[0]} is not installed", pytrace=False)
    time_limit = PATIENCE if runtime.is_ours else TIME_LIMIT
    # What has a padding is too long for the argument of a process.
    batch = Batch(runtime.command, time_limit) if "padding" in case.members else None
    result = judge(runtime, case, answer(runtime, case, batch, time_limit))
    if batch:
        batch.close()
    if result.outcome == FAILED:
        pytest.fail(report(runtime, result), pytrace=False)
