"""Gives each test its runtimes and cases, by the options of the command line."""

import re
from pathlib import Path

import pytest
from harness.runtimes import CONFORMANCE, given_runtime, other_runtimes, our_runtimes
from kestra_conformance import __version__
from kestra_conformance.cases import BrokenCaseError, all_cases, known_failures
from kestra_conformance.driver import NUMBERS
from kestra_conformance.judge import why_not_run
from kestra_conformance.verdict import Verdict

KNOWN_FAILURES = CONFORMANCE / "known_failures"
TEST = re.compile(r"test_conformance\[(.+)-(?:valid|invalid)/([^/]+)/")


def pytest_addoption(parser):
    group = parser.getgroup("conformance")
    group.addoption("--driver", action="append", metavar="NAME=COMMAND", help="run only this driver; may be repeated")
    group.addoption("--runtimes", metavar="FOLDER", help="run only the other runtimes, see harness/runtimes.py")
    group.addoption("--group", action="append", help="run only the groups that begin so, as outputs; may be repeated")
    group.addoption("--numbers", choices=NUMBERS, help="the kinds of number that the given drivers' language has")
    group.addoption("--known-failures", metavar="FILE", help="the list of the given drivers' known failures")
    group.addoption("--level-cases", action="store_true", help="hold the given drivers to the cases on levels, too")
    group.addoption("--capture-cases", action="store_true", help="hold the given drivers to the cases on capture, too")


def pytest_report_header(config):
    return f"Kestra conformance suite {__version__}" if config.getoption("driver") else None


def pytest_ignore_collect(collection_path, config):
    """Leave out the tests of the suite itself when a driver is tested."""
    own = collection_path.name.startswith("test_") and collection_path.name != "test_conformance.py"
    return True if own and (config.getoption("driver") or config.getoption("runtimes")) else None


def pytest_generate_tests(metafunc):
    if "case" not in metafunc.fixturenames:
        return
    options = metafunc.config.option
    try:
        cases = sorted(all_cases(), key=lambda case: case.path)
    except BrokenCaseError as error:
        raise pytest.UsageError(str(error)) from error
    if options.group:
        cases = [case for case in cases if case.group.startswith(tuple(options.group))]
        if not cases:
            raise pytest.UsageError(f"--group: no group begins with {' or '.join(options.group)}")
    if "runtime" not in metafunc.fixturenames:
        metafunc.parametrize("case", cases, ids=lambda case: case.name)
        return
    parameters = []
    for runtime in runtimes(options):
        failures = failures_of(runtime, options)
        parameters += [
            pytest.param(runtime, case, id=f"{runtime.name}-{case.name}", marks=marks(runtime, case, failures))
            for case in cases
        ]
    metafunc.parametrize(("runtime", "case"), parameters)


def runtimes(options):
    given = [given_runtime(text, options.numbers) for text in options.driver or []]
    for runtime in given:
        for name, is_chosen in (("capture", options.capture_cases), ("levels", options.level_cases)):
            if is_chosen:
                del runtime.left_out[name]
    if not given and options.runtimes:
        return other_runtimes(Path(options.runtimes))
    return given or our_runtimes()


def failures_of(runtime, options):
    """Return the known failures of a given driver, by its list or its name, or of the runtime and its driver."""
    if not runtime.is_ours and options.known_failures:
        return known_failures(Path(options.known_failures))
    ours = {runtime.name, runtime.kind} if runtime.is_ours else {runtime.name} - set(NUMBERS.values())
    return known_failures(*(KNOWN_FAILURES / f"{name}.txt" for name in ours))


def marks(runtime, case, failures):
    if reason := why_not_run(runtime, case, can_batch=runtime.batch):
        return [pytest.mark.skip(reason=reason)]
    if case.name in failures:
        return [pytest.mark.xfail(reason=failures[case.name], raises=pytest.fail.Exception, strict=True)]
    return []


def pytest_terminal_summary(terminalreporter, config):
    if not config.getoption("driver"):
        return
    kinds = {"passed": "passed", "failed": "failed", "xfailed": "known failure", "skipped": "left out"}
    results = {}
    for kind, outcome in kinds.items():
        for report in terminalreporter.stats.get(kind, []):
            if match := TEST.search(report.nodeid):
                reason = report.longrepr[2].removeprefix("Skipped: ") if kind == "skipped" else ""
                results.setdefault(match[1], []).append((match[2], outcome, reason))
    for driver in sorted(results):
        for line in Verdict(driver, sorted(results[driver]), is_complete=False).lines():
            terminalreporter.write_line(line)
