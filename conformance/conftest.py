"""Gives each test its runtimes and cases, by the options of the command line."""

import pytest
from harness.cases import CASES, VERSION, known_failures, load
from harness.runtimes import LIKE, READS_LEVELS, given_runtime, our_runtimes
from harness.verdict import verdict


def pytest_addoption(parser):
    group = parser.getgroup("conformance")
    group.addoption("--driver", action="append", metavar="NAME=COMMAND", help="run only this driver; may be repeated")
    group.addoption("--group", action="append", help="run only the groups that begin so, as outputs; may be repeated")
    group.addoption("--numbers", choices=LIKE, help="the kinds of number that the given drivers' language has")
    group.addoption("--known-failures", metavar="FILE", help="the list of the given drivers' known failures")
    group.addoption("--level-cases", action="store_true", help="hold the given drivers to the cases on levels, too")
    group.addoption("--capture-cases", action="store_true", help="hold the given drivers to the cases on capture, too")


def pytest_report_header(config):
    return f"Kestra conformance suite {VERSION}" if config.getoption("driver") else None


def pytest_ignore_collect(collection_path, config):
    """Leave out the tests of the suite itself when a driver is tested."""
    if config.getoption("driver") and collection_path.name in ("test_cases.py", "test_harness.py"):
        return True
    return None


def pytest_generate_tests(metafunc):
    if "case" not in metafunc.fixturenames:
        return
    options = metafunc.config.option
    cases = [load(path) for path in sorted(CASES.rglob("*.json"))]
    if options.group:
        cases = [case for case in cases if case.name.split("/")[1].startswith(tuple(options.group))]
        if not cases:
            raise pytest.UsageError(f"--group: no group begins with {' or '.join(options.group)}")
    if "runtime" not in metafunc.fixturenames:
        metafunc.parametrize("case", cases, ids=lambda case: case.name)
        return
    given = [given_runtime(text, options.numbers) for text in options.driver or []]
    parameters = []
    for runtime in given or our_runtimes():
        failures = known_failures(runtime, options.known_failures if given else None)
        parameters += [
            pytest.param(runtime, case, id=f"{runtime.name}-{case.name}", marks=marks(runtime, case, failures, options))
            for case in cases
        ]
    metafunc.parametrize(("runtime", "case"), parameters)


def marks(runtime, case, failures, options):
    if case.members["call"][:1] == ["capture"] and not (runtime.is_ours or options.capture_cases):
        return [pytest.mark.skip(reason="a driver need not capture: --capture-cases holds it to these cases, too")]
    if case.members["call"][:1] == ["levels"] and not (runtime.driver in READS_LEVELS or options.level_cases):
        return [pytest.mark.skip(reason="a driver need not read levels: --level-cases holds it to these cases, too")]
    if case.name in failures:
        return [pytest.mark.xfail(reason=failures[case.name], raises=pytest.fail.Exception, strict=True)]
    if runtime.driver in case.exceptions and not case.goldens(runtime.driver):
        return [pytest.mark.skip(reason=f"excepted: {case.exceptions[runtime.driver]}")]
    return []


def pytest_terminal_summary(terminalreporter, config):
    if not config.getoption("driver"):
        return
    kinds = {"passed": "passed", "failed": "failed", "xfailed": "known failure", "skipped": "skipped"}
    results = [
        (report.nodeid, result) for kind, result in kinds.items() for report in terminalreporter.stats.get(kind, [])
    ]
    for line in verdict(results):
        terminalreporter.write_line(line)
