"""`Flow` starts a flow, waits for its end, and reads its state, logs and outputs, on a real HTTP server."""

import copy
import pickle
from unittest import mock

import pytest
from kestra import Flow, FlowError, FlowExecution, FlowTimeoutError

pytest.importorskip("httpx", reason="Flow needs httpx, which the session `libraries` installs")
pytestmark = pytest.mark.usefixtures("server")

ID = "4HKkUGxOTk3fVWGVcVkyFR"
LOG = "2026-11-28T09:30:00.412Z INFO 3 files found\n"


def texts(logs):
    """Return the messages of records as one text."""
    return "\n".join(record.getMessage() for record in logs)


def test_a_flow_is_started_and_waited_for(server, kestra):
    """The result has the last state and the logs, as with version 2.0.0."""
    result = Flow().execute("company.team", "load", {"day": "2026-11-28"})

    assert FlowExecution(ID, "SUCCESS", LOG, None) == result
    assert f"FlowExecution(execution_id='{ID}', status='SUCCESS', log={LOG!r}, error=None)" == repr(result)
    assert f"{server.url}/ui/main/executions/company.team/load/{ID}" == result.url
    assert [
        ("POST", "/api/v1/executions/company.team/load"),
        ("GET", f"/api/v1/executions/{ID}"),
        ("GET", f"/api/v1/executions/{ID}"),
        ("GET", f"/api/v1/logs/{ID}/download"),
    ] == [(request.method, request.path) for request in kestra.requests]


def test_without_waiting_the_result_is_started(kestra):
    """Nothing else is asked of the server."""
    flow = Flow(wait_for_completion=False)

    assert FlowExecution(ID, "STARTED", None, None) == flow.execute("company.team", "load")
    assert ["POST"] == [request.method for request in kestra.requests]


@pytest.mark.parametrize(
    "state", ["SUCCESS", "WARNING", "FAILED", "KILLED", "CANCELLED", "SKIPPED", "RETRIED", "RESUBMITTED"]
)
def test_every_end_is_a_result(state, kestra):
    """A flow that fails is no error of the call, as with version 2.0.0."""
    kestra.states = ["CREATED", "RUNNING", state]

    assert FlowExecution(ID, state, LOG, None) == Flow().execute("company.team", "load")


def test_raise_for_status_raises_for_a_flow_that_failed(server, kestra):
    """The error names the execution and its page; a success is returned, so that calls can be chained."""
    kestra.states = ["FAILED"]
    result = Flow().execute("company.team", "load")
    page = f"{server.url}/ui/main/executions/company.team/load/{ID}"

    with pytest.raises(FlowError) as raised:
        result.raise_for_status()
    assert f"The flow ended with FAILED (execution {ID}: {page})" == str(raised.value)
    assert (ID, page) == (raised.value.execution_id, raised.value.url)
    kestra.states = ["SUCCESS"]
    assert "SUCCESS" == Flow().execute("company.team", "load").raise_for_status().status


def test_poll_interval_is_the_time_between_two_looks(kestra, clock):
    """As with version 2.0.0, the first look is after one interval."""
    kestra.states = ["RUNNING", "RUNNING", "SUCCESS"]
    Flow(poll_interval=7).execute("company.team", "load")

    assert [7, 7, 7] == clock.naps


@pytest.mark.parametrize("call", ["constructor", "execute", "wait"])
def test_a_timeout_ends_the_wait_and_names_the_execution(call, server, kestra, clock):
    """The last look is at the end of the time, and the error is a `TimeoutError` as well."""
    kestra.states = ["RUNNING"]
    calls = {
        "constructor": lambda: Flow(timeout=2.5).execute("company.team", "load"),
        "execute": lambda: Flow().execute("company.team", "load", timeout=2.5),
        "wait": lambda: Flow(timeout=9).wait(ID, timeout=2.5),
    }
    with pytest.raises(FlowTimeoutError) as raised:
        calls[call]()

    page = f"{server.url}/ui/{'' if call == 'wait' else 'main/'}executions/company.team/load/{ID}"
    assert [1, 1, 0.5] == clock.naps
    assert f"The execution has not ended in time, and goes on (execution {ID}: {page})" == str(raised.value)
    assert isinstance(raised.value, TimeoutError)


def test_wait_follows_an_execution_that_was_started_before():
    """Fire and forget, do something else, then wait."""
    flow = Flow(wait_for_completion=False)
    execution = flow.execute("company.team", "load")

    assert FlowExecution(ID, "SUCCESS", LOG, None) == flow.wait(execution.execution_id)


def test_an_execution_that_the_server_does_not_know_yet_is_waited_for(kestra):
    """Kestra answers to the start before it has stored the execution."""
    kestra.answers = {"GET": [(404, {}, b"")] * 4}

    assert "SUCCESS" == Flow(tenant="main").execute("company.team", "load").status


def test_an_execution_that_is_deleted_ends_the_wait(kestra, clock):
    """Once it was seen, an execution that the server does not know is an error."""
    kestra.states = ["RUNNING"]

    def forget(nap):
        if nap == 3:
            kestra.answers = {"GET": [(404, {}, b"")] * 2}

    clock.at_nap = forget
    with pytest.raises(FlowError, match="answered 404 Not Found") as raised:
        Flow().execute("company.team", "load")
    assert ID == raised.value.execution_id


def test_an_execution_that_never_appears_ends_the_wait(kestra, clock):
    """It is looked for as long as a request is tried again."""
    kestra.answers = {"GET": [(404, {}, b"")] * 1000}
    with pytest.raises(FlowError, match="answered 404 Not Found"):
        Flow(tenant="main", retry_time=20).execute("company.team", "load")

    assert 20 == sum(clock.naps)


def test_a_wait_for_an_execution_that_does_not_exist_ends_soon(clock):
    """Such as one with a mistyped id; one that was just started is stored by then."""
    with pytest.raises(FlowError, match=r"answered 404 Not Found.* .execution mistyped."):
        Flow().wait("mistyped")

    assert 10 == sum(clock.naps)


def test_an_unknown_state_is_reported_once_and_waited_for(kestra, logs):
    """A newer Kestra may have other states; without an end date the execution goes on."""
    kestra.states = ["FROZEN", "FROZEN", "SUCCESS"]

    assert "SUCCESS" == Flow().execute("company.team", "load").status
    assert 1 == texts(logs).count("has the state FROZEN, which is not known here")


def test_an_unknown_state_with_an_end_date_is_an_end(kestra):
    """It is the status of the result."""
    kestra.states, kestra.end_date = ["MELTED"], "2026-11-28T09:31:00Z"

    assert FlowExecution(ID, "MELTED", LOG, None) == Flow().execute("company.team", "load")


def test_a_paused_execution_is_reported_with_its_page(server, kestra, logs):
    """Nobody may know that a script waits for them."""
    kestra.states = ["PAUSED", "PAUSED", "SUCCESS"]
    Flow().execute("company.team", "load")

    page = f"{server.url}/ui/main/executions/company.team/load/{ID}"
    assert 1 == texts(logs).count(f"The execution {ID} is PAUSED until someone resumes it: {page}")


@pytest.mark.parametrize(
    ("state", "level", "words"),
    [
        ("SUCCESS", "INFO", "was successful"),
        ("WARNING", "WARNING", "finished with warnings"),
        ("FAILED", "ERROR", "failed"),
        ("KILLED", "WARNING", "has been killed"),
        ("CANCELLED", "WARNING", "has been cancelled"),
    ],
)
def test_the_end_is_logged_with_the_logs_of_the_execution(state, level, words, kestra, logs):
    """The levels are those of version 2.0.0, so that failures are seen without any set-up of logging."""
    kestra.states = [state]
    Flow().execute("company.team", "load", {"secret_input": "hunter2"})

    record = logs[-1]
    text = f"The execution {ID} of the flow company.team.load {words}\n{LOG}"
    assert (level, "kestra.flow", text) == (record.levelname, record.name, record.getMessage())
    assert "hunter2" not in texts(logs)


@pytest.mark.parametrize("status", [403, 404])
def test_logs_that_may_not_be_read_do_not_hide_the_state(status, kestra, logs):
    """A token of the Enterprise Edition may start flows and not read their logs."""
    kestra.states = ["SUCCESS"]
    execution = (200, {"Content-Type": "application/json"}, b'{"state": {"current": "SUCCESS"}}')
    kestra.answers = {"GET": [execution, (status, {}, b""), (status, {}, b"")]}

    assert FlowExecution(ID, "SUCCESS", "", None) == Flow(tenant="main").execute("company.team", "load")
    assert f"answered {status}" in texts(logs)


def test_status_and_logs_are_answers_of_httpx_with_ok(library):
    """`ok` is what answers of version 2.0.0 had."""
    status, logs = Flow().check_status(ID), Flow().get_logs(ID)

    assert isinstance(status, library("httpx").Response)
    assert (True, 200, "RUNNING") == (status.ok, status.status_code, status.json()["state"]["current"])
    assert (True, LOG) == (logs.ok, logs.text)
    assert pickle.loads(pickle.dumps(status)).ok


def test_an_execution_that_does_not_exist_is_an_error_that_names_it(server):
    """The answer is part of the error."""
    with pytest.raises(FlowError) as raised:
        Flow(tenant="main").check_status("nothing")

    path = "/api/v1/main/executions/nothing"
    message = f"{server.url}{path} answered 404 Not Found: Not Found: Page Not Found {path} (execution nothing)"
    assert message == str(raised.value)
    assert ("nothing", 404, False) == (raised.value.execution_id, raised.value.status_code, raised.value.response.ok)


def test_outputs_of_the_flow_and_of_a_task(kestra):
    """In Kestra 2.0 the outputs of tasks have a path of their own, and the last run of a task counts."""
    kestra.outputs = {"rows": 3}
    kestra.task_runs = [{"id": "r1", "taskId": "py"}, {"id": "r2", "taskId": "py"}]
    kestra.task_outputs = {"r2": {"vars": {"rows": 3}}}

    assert {"rows": 3} == Flow().outputs(ID)
    assert {"vars": {"rows": 3}} == Flow().outputs(ID, "py")
    with pytest.raises(FlowError, match=f"has not run a task 'other' .execution {ID}: "):
        Flow().outputs(ID, "other")


def test_outputs_of_a_task_in_versions_before_2(kestra):
    """They are part of the execution."""
    kestra.task_runs = [{"id": "r1", "taskId": "py", "outputs": {"vars": {"rows": 3}}}]

    assert {"vars": {"rows": 3}} == Flow().outputs(ID, "py")


def test_a_page_without_tenant_is_that_of_older_versions(server, kestra):
    """A server that does not tell the page of an execution, and a page of another host."""
    kestra.page = None
    assert f"{server.url}/ui/executions/company.team/load/{ID}" == Flow().execute("company.team", "load").url
    assert f"{server.url}/ui/main/executions/company.team/load/{ID}" == (
        Flow(tenant="main").execute("company.team", "load").url
    )
    kestra.page = f"https://kestra.example/ui/main/executions/company.team/load/{ID}"
    assert kestra.page == Flow().execute("company.team", "load").url


def test_an_answer_without_id_is_an_error(kestra):
    """The words are those of version 2.0.0."""
    kestra.answers = {"POST": [(200, {"Content-Type": "application/json"}, b'{"a": 1}')]}

    with pytest.raises(FlowError, match=r"Starting execution failed: {'a': 1}"):
        Flow().execute("company.team", "load")


def test_an_answer_that_is_not_json_is_an_error(kestra):
    """Such as the page of a proxy that asks for a login."""
    kestra.answers = {"POST": [(200, {"Content-Type": "text/html"}, b"<html>")]}

    with pytest.raises(FlowError, match="Expected JSON from the server"):
        Flow().execute("company.team", "load")


def test_a_state_that_is_missing_is_an_error_that_names_the_execution(kestra):
    """The wait does not go on for ever."""
    kestra.answers = {"GET": [(200, {"Content-Type": "application/json"}, b"{}")]}

    with pytest.raises(FlowError, match=f"has no state of the execution .execution {ID}"):
        Flow().execute("company.team", "load")


def test_attributes_have_the_names_and_values_of_version_2(server):
    """Scripts set and read them."""
    flow = Flow(False, 5, True, "acme")

    assert (False, 5, True) == (flow.wait_for_completion, flow.poll_interval, flow.labels_from_inputs)
    assert (server.url, None, None, None) == (flow.hostname, flow.user, flow.password, flow.api_token)
    assert "/api/v1/acme/executions/{namespace}/{flow_id}" == flow.API_ENDPOINT_EXECUTION_CREATE
    assert "/api/v1/acme/executions/{execution_id}" == flow.API_ENDPOINT_EXECUTION_STATUS
    assert "/api/v1/acme/logs/{execution_id}/download" == flow.API_ENDPOINT_EXECUTION_LOG
    assert "/api/v1/executions/{namespace}/{flow_id}" == Flow().API_ENDPOINT_EXECUTION_CREATE
    assert "/api/v1/executions/{execution_id}" == Flow().API_ENDPOINT_EXECUTION_STATUS
    assert "/api/v1/logs/{execution_id}/download" == Flow().API_ENDPOINT_EXECUTION_LOG


def test_an_endpoint_may_be_set(kestra):
    """As with version 2.0.0, it is read at each call."""
    flow = Flow(wait_for_completion=False)
    flow.API_ENDPOINT_EXECUTION_CREATE = "/api/v1/main/executions/{namespace}/{flow_id}"
    flow.execute("company.team", "load")

    assert "/api/v1/main/executions/company.team/load" == kestra.requests[0].path


def test_make_request_may_be_replaced(server):
    """Tests written for version 2.0.0 replace it, and look at its arguments."""
    answers = [{"id": "x"}, {"state": {"current": "SUCCESS"}}]
    response = mock.Mock(text="the log", **{"json.side_effect": answers})
    with mock.patch.object(Flow, "_make_request", return_value=response) as request:
        result = Flow().execute("ns", "flow", {"a": 1})

    assert FlowExecution("x", "SUCCESS", "the log", None) == result
    assert [
        mock.call("post", f"{server.url}/api/v1/executions/ns/flow", files={"a": (None, b"1")}),
        mock.call("get", f"{server.url}/api/v1/executions/x"),
        mock.call("get", f"{server.url}/api/v1/logs/x/download"),
    ] == request.mock_calls


def test_make_request_takes_the_arguments_of_a_request(kestra):
    """A script may call other paths of the API with the credentials and attempts of Flow."""
    flow = Flow(api_token="t0ken")
    url = f"{flow.hostname}/api/v1/main/executions/{ID}"
    response = flow._make_request("get", url, params={"a": "b"}, timeout=5)  # noqa: SLF001

    assert response.ok
    assert [("a", "b")] == kestra.requests[0].query
    assert "Bearer t0ken" == kestra.requests[0].headers["authorization"]


def test_flows_and_errors_can_be_copied_and_pickled(server):
    """As for worker processes."""
    flow = pickle.loads(pickle.dumps(Flow(tenant="acme", user="u", password="p")))
    error = pickle.loads(pickle.dumps(FlowTimeoutError("late", ID, "http://h/ui")))

    assert ("u", "p", server.url) == (flow.user, flow.password, copy.copy(flow).hostname)
    assert (f"late (execution {ID}: http://h/ui)", ID) == (str(error), error.execution_id)
