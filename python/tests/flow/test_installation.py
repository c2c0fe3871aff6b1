"""`Flow` needs an extra when it is called, and nothing before; the package starts without it."""

import inspect
from unittest import mock

import kestra
import pytest

NAMES = ["FailedExponentialBackoff", "Flow", "FlowError", "FlowExecution", "FlowNotInstalledError", "FlowTimeoutError"]


def test_importing_the_package_loads_nothing_of_it(run):
    """A script that only logs starts as fast as before; the class brings httpx when it is called."""
    script = """
        import sys, kestra
        loaded = lambda: [name for name in ("kestra.flow", "httpx") if name in sys.modules]
        dir(kestra)
        print(loaded())
        kestra.Flow
        print(loaded())
    """

    assert b"[]\n['kestra.flow']\n" == run(script).stdout


def test_without_the_extra_the_class_exists_and_its_call_says_what_to_install(run):
    """It can be imported, looked for and replaced by a test."""
    script = """
        import sys
        from unittest import mock
        sys.modules["httpx"] = None
        import kestra
        from kestra import Flow, FlowError, FlowExecution
        print(hasattr(kestra, "Flow"), FlowExecution("id", "SUCCESS", "log", None))
        with mock.patch("kestra.Flow") as replaced:
            print(kestra.Flow is replaced, kestra.Flow().execute("ns", "flow") is replaced().execute())
        with mock.patch("kestra.Flow.execute", return_value=1):
            pass
        for kind in (FlowError, ImportError):
            try:
                kestra.Flow()
            except kind as error:
                print(type(error).__name__, error)
    """
    message = "FlowNotInstalledError kestra.Flow needs httpx: pip install 'kestra[flow]'\n"
    result = "True FlowExecution(execution_id='id', status='SUCCESS', log='log', error=None)\nTrue True\n"

    assert result + 2 * message == run(script).stdout.decode()


@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_found_listed_and_replaceable(name):
    """By `hasattr`, `dir`, which completes names, `import *` and `mock.patch`, more than once."""
    original = getattr(kestra, name)
    for _ in range(2):
        with mock.patch(f"kestra.{name}") as replaced:
            assert getattr(kestra, name) is replaced
        assert getattr(kestra, name) is original
    assert name in dir(kestra)
    assert name in kestra.__all__


def test_errors_have_one_base():
    """So that one `except` is enough."""
    errors = [getattr(kestra, name) for name in NAMES if name not in ("Flow", "FlowExecution")]

    assert all(issubclass(error, kestra.FlowError) for error in errors)


def test_the_parameters_of_version_2_have_their_names_places_and_defaults():
    """Calls by position and by keyword work as before."""
    parameters = list(inspect.signature(kestra.Flow).parameters.values())[:4]
    expected = [("wait_for_completion", True), ("poll_interval", 1), ("labels_from_inputs", False), ("tenant", None)]

    assert expected == [(parameter.name, parameter.default) for parameter in parameters]
    assert ["self", "namespace", "flow", "inputs", "labels", "timeout"] == list(
        inspect.signature(kestra.Flow.execute).parameters
    )
    assert ["execution_id", "status", "log", "error"] == list(inspect.signature(kestra.FlowExecution).parameters)
