"""Runs every driver with every case, in one process each, and compares the bytes."""

import shutil

import pytest
from harness.runtimes import need
from kestra_conformance.calls import Batch
from kestra_conformance.judge import FAILED, answer, judge
from kestra_conformance.report import report


def test_conformance(runtime, case):
    """The driver answers the call with the exit status and the bytes of the case."""
    if runtime.is_ours:
        need(runtime.command[0])
    elif shutil.which(runtime.command[0]) is None:
        pytest.fail(f"{runtime.command[0]} is not installed", pytrace=False)
    batch = Batch(runtime.command) if "padding" in case.members else None  # too long for the argument of a process
    result = judge(runtime, case, answer(runtime, case, batch))
    if batch:
        batch.close()
    if result.outcome == FAILED:
        pytest.fail(report(runtime, result), pytrace=False)
