"""Gives each test a judge of each version of Kestra, and says in the end how much was judged."""

import os

import pytest
from judge import JUDGED, READ, VERSIONS, Judge


@pytest.fixture(scope="session", params=VERSIONS)
def judge(request):
    """Kestra's own classes, of one version."""
    with found(request.param) as judge:
        yield judge


@pytest.fixture(scope="session", params=VERSIONS)
def judge_with_prometheus(request):
    """Kestra's own classes where metrics go to Prometheus."""
    with found(request.param, prometheus=True) as judge:
        yield judge


def found(version, **options):
    try:
        return Judge(version, **options)
    except FileNotFoundError as error:
        return (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(error))


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):  # of pytest-xdist
        session.config.workeroutput.update(judged=dict(JUDGED), read=READ)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    counts = getattr(node, "workeroutput", {})
    JUDGED.update(counts.get("judged", {}))
    READ.update(counts.get("read", {}))


def pytest_terminal_summary(terminalreporter):
    for version, lines in sorted(JUDGED.items()):
        terminalreporter.write_line(f"Kestra {version} judged {lines:,} lines")
    for version, verdicts in sorted(READ.items()):
        each = ", ".join(f"{count:,} {verdict}" for verdict, count in sorted(verdicts.items()))
        terminalreporter.write_line(f"The reader agrees with Kestra {version} on {each}")
