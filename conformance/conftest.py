"""Gives each test its share of the runtimes and cases, by the options `--driver` and `--capture-cases`."""

import pytest
from harness.cases import CASES, known_failures, load
from harness.runtimes import given_runtime, our_runtimes


def pytest_addoption(parser):
    parser.addoption("--driver", action="append", metavar="NAME=COMMAND", help="run only this driver; may be repeated")
    parser.addoption("--capture-cases", action="store_true", help="hold the given drivers to the cases on capture, too")


def pytest_generate_tests(metafunc):
    if "case" not in metafunc.fixturenames:
        return
    cases = [load(path) for path in sorted(CASES.rglob("*.json"))]
    if "runtime" not in metafunc.fixturenames:
        metafunc.parametrize("case", cases, ids=lambda case: case.name)
        return
    given, capture = metafunc.config.getoption("driver"), metafunc.config.getoption("capture_cases")
    parameters = []
    for runtime in map(given_runtime, given) if given else our_runtimes():
        failures = known_failures(runtime)
        parameters += [
            pytest.param(runtime, case, id=f"{runtime.name}-{case.name}", marks=marks(runtime, case, failures, capture))
            for case in cases
        ]
    metafunc.parametrize(("runtime", "case"), parameters)


def marks(runtime, case, failures, capture):
    if case.members["call"][:1] == ["capture"] and not (runtime.is_ours or capture):
        return [pytest.mark.skip(reason="a driver need not capture: --capture-cases holds it to these cases, too")]
    if case.name in failures:
        return [pytest.mark.xfail(reason=failures[case.name], raises=pytest.fail.Exception, strict=True)]
    if runtime.driver in case.exceptions and not case.goldens(runtime.driver):
        return [pytest.mark.skip(reason=f"excepted: {case.exceptions[runtime.driver]}")]
    return []
