"""Tests of what users of version 2.0.0 rely on: its calls, its names, and what its own tests replace."""

import inspect
import json
import logging
import sys
from unittest import mock

import pytest
from kestra import Kestra


def payloads(text):
    """Return what the lines carry, parsed."""
    return [json.loads(line[2:-2]) for line in text.splitlines()]


def metric(name, kind, value, tags=None):
    """Return the payload of a metric."""
    return {"metrics": [{"name": name, "type": kind, "value": value, "tags": tags or {}}]}


ASSETS = {
    "inputs": [{"id": "input_asset", "type": "INPUT_ASSET_TYPE"}],
    "outputs": [{"id": "test_asset", "type": "VM", "metadata": {"owner": "team_a"}}],
}
# The calls of 2.0.0's own tests, and what they expect.
CALLS = [
    (("counter", "test_counter", 5), metric("test_counter", "counter", 5)),
    (
        ("counter", "test_counter", 10, {"environment": "test", "service": "api"}),
        metric("test_counter", "counter", 10, {"environment": "test", "service": "api"}),
    ),
    (("timer", "test_timer", 1000), metric("test_timer", "timer", 1000)),
    (
        ("timer", "test_timer", 500, {"operation": "database_query"}),
        metric("test_timer", "timer", 500, {"operation": "database_query"}),
    ),
    (("gauge", "test_gauge", 42.5), metric("test_gauge", "gauge", 42.5)),
    (
        ("gauge", "memory_usage", 75.3, {"instance": "server-1", "region": "us-east-1"}),
        metric("memory_usage", "gauge", 75.3, {"instance": "server-1", "region": "us-east-1"}),
    ),
    (("gauge", "active_connections", 150), metric("active_connections", "gauge", 150)),
    (("gauge", "queue_size", 0), metric("queue_size", "gauge", 0)),
    (("gauge", "temperature", -5.2), metric("temperature", "gauge", -5.2)),
    (("counter", "requests", 1), metric("requests", "counter", 1)),
    (("timer", "response_time", 250), metric("response_time", "timer", 250)),
    (("gauge", "cpu_usage", 85.7), metric("cpu_usage", "gauge", 85.7)),
    (("assets", ASSETS), {"assets": ASSETS}),
    (("outputs", {"my_output": "my_value"}), {"outputs": {"my_output": "my_value"}}),
    (("_send", {"outputs": {"a": 1}, "metrics": []}), {"outputs": {"a": 1}, "metrics": []}),
    (("_metrics", "rows", "counter", 3, None), metric("rows", "counter", 3)),
]


@pytest.mark.parametrize(("call", "payload"), CALLS)
def test_a_call_sends_the_payload_of_version_2(capfd, call, payload):
    """The line carries the same data."""
    name, *arguments = call

    getattr(Kestra, name)(*arguments)

    assert [payload] == payloads(capfd.readouterr().out)


@pytest.mark.parametrize(("call", "payload"), CALLS)
def test_a_replaced_send_gets_the_payload(capfd, monkeypatch, call, payload):
    """Tests of scripts replace `Kestra._send`, as those of 2.0.0 do, and nothing is printed."""
    sent = []
    monkeypatch.setattr(Kestra, "_send", sent.append)
    name, *arguments = call

    getattr(Kestra, name)(*arguments)

    assert [payload] == sent
    assert "" == capfd.readouterr().out


def test_a_replaced_format_makes_the_line(capfd, monkeypatch):
    """A script that replaced `Kestra.format` encodes values that have no meaning in JSON itself."""
    monkeypatch.setattr(Kestra, "format", lambda map_: f"::{json.dumps(map_, default=list)}::")

    Kestra.outputs({"value": iter(["encoded"])})
    Kestra.counter("rows", 3)

    assert [{"outputs": {"value": ["encoded"]}}, metric("rows", "counter", 3)] == payloads(capfd.readouterr().out)


def test_a_replaced_metrics_gets_each_metric(monkeypatch):
    """The arguments have the order of 2.0.0."""
    calls = mock.Mock(return_value=None)
    monkeypatch.setattr(Kestra, "_metrics", calls)

    Kestra.counter("rows", 3, {"table": "orders"})
    Kestra.gauge("fill", 0.5)
    Kestra.timer("load", 2)
    Kestra.timer("wait", lambda: None)

    assert [
        mock.call("rows", "counter", 3, {"table": "orders"}),
        mock.call("fill", "gauge", 0.5, None),
        mock.call("load", "timer", 2, None),
        mock.call("wait", "timer", mock.ANY, None),
    ] == calls.mock_calls


def test_a_metric_of_another_type_is_refused():
    """`_metrics` checks what the type's own call cannot get wrong."""
    with pytest.raises(ValueError, match=r"^_metrics: type: expected counter, gauge or timer, got histogram$"):
        Kestra._metrics("rows", "histogram", 3)  # noqa: SLF001


def test_send_refuses_what_would_not_arrive():
    """The error names the path."""
    with pytest.raises(ValueError, match=r'^_send\["outputs"\]\["a"\]: NaN is not a JSON number$'):
        Kestra._send({"outputs": {"a": float("nan")}})  # noqa: SLF001


# The signatures of 2.0.0: the name of each parameter, and whether it can be left out.
SIGNATURES = {
    "_metrics": ["name", "type_", "value", "tags?"],
    "_send": ["map_"],
    "assets": ["map_"],
    "counter": ["name", "value", "tags?"],
    "format": ["map_"],
    "gauge": ["name", "value", "tags?"],
    "logger": [],
    "outputs": ["map_"],
    "read": ["path_"],
    "timer": ["name", "duration", "tags?"],
}


@pytest.mark.parametrize(("name", "parameters"), SIGNATURES.items())
def test_a_call_takes_the_parameters_of_version_2(name, parameters):
    """Each can be given by its name or its position; the ones that are new can be left out."""
    signature = inspect.signature(getattr(Kestra, name))
    positions = [
        parameter.name + ("?" if required.endswith("?") and parameter.default is not parameter.empty else "")
        for parameter, required in zip(signature.parameters.values(), parameters)
    ]

    assert parameters == positions
    signature.bind(*parameters)
    assert isinstance(inspect.getattr_static(Kestra, name), staticmethod)


def test_calls_work_on_an_instance_and_on_a_subclass(capfd):
    """`Kestra()` and a subclass have all calls."""

    class Tasks(Kestra):
        pass

    Kestra().outputs({"a": 1})
    Tasks.outputs({"a": 2})
    Tasks().counter("rows", 1)

    assert [{"outputs": {"a": 1}}, {"outputs": {"a": 2}}, metric("rows", "counter", 1)] == payloads(
        capfd.readouterr().out
    )


def test_the_logger_can_be_replaced(monkeypatch):
    """`Kestra._logger` is what `Kestra.logger()` returns; None brings the own one back."""
    own = Kestra.logger()
    double = mock.Mock()

    monkeypatch.setattr(Kestra, "_logger", double)
    assert Kestra.logger() is double
    monkeypatch.setattr(Kestra, "_logger", None)
    assert Kestra.logger() is own is logging.getLogger("Kestra")


def test_import_star_gives_the_names_of_version_2():
    """All names but `context`, which is not there outside Kestra."""
    names = {}
    exec("from kestra import *", names)

    assert {
        "CONTEXT_FILE",
        "ExecutionContext",
        "JsonFormatter",
        "Kestra",
        "LogFormatter",
        "load_execution_context",
    } <= names.keys()
    assert "context" not in names


def test_the_package_lists_its_names():
    """`inspect.getmembers` and `dir` work outside Kestra, and `hasattr` answers for each name."""
    kestra = sys.modules["kestra"]

    assert {"Kestra", "KestraHandler", "JsonFormatter"} <= dict(inspect.getmembers(kestra)).keys()
    assert "context" not in dir(kestra)
