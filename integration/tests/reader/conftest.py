"""Gives each test Kestra's reader of each version, and reports at the end how many lines were read."""

import pytest
from harness.runtimes import missing
from support.reader import LINES_READ, VERDICTS, KestraReader
from support.versions import versions


@pytest.fixture(scope="session", params=versions())
def kestra_reader(request):
    """Return Kestra's own reader of one version."""
    with start_reader(request.param) as kestra_reader:
        yield kestra_reader


@pytest.fixture(scope="session", params=versions())
def kestra_reader_with_prometheus(request):
    """Return Kestra's own reader of one version, with metrics exported to Prometheus."""
    with start_reader(request.param, prometheus=True) as kestra_reader:
        yield kestra_reader


def start_reader(version, **options):
    try:
        return KestraReader(version, **options)
    except FileNotFoundError as error:
        return missing(str(error))


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):  # of pytest-xdist
        session.config.workeroutput.update(lines_read=dict(LINES_READ), verdicts=VERDICTS)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    counts = getattr(node, "workeroutput", {})
    LINES_READ.update(counts.get("lines_read", {}))
    VERDICTS.update(counts.get("verdicts", {}))


def pytest_terminal_summary(terminalreporter):
    for version, lines in sorted(LINES_READ.items()):
        terminalreporter.write_line(f"Kestra {version} read {lines:,} lines")
    for version, verdicts in sorted(VERDICTS.items()):
        each = ", ".join(f"{count:,} {verdict}" for verdict, count in sorted(verdicts.items()))
        terminalreporter.write_line(f"The reader agrees with Kestra {version} on {each}")
