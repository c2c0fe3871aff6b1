"""`Flow` starts flows on Kestra, and reads what Kestra makes of inputs, labels, files, logs and outputs."""

import io

import pytest

pytest.importorskip("httpx", reason="Flow needs httpx, which the session `kestra-server` installs")

from kestra import Flow, FlowError

FLOW = """
id: started_from_python
namespace: company.team
inputs:
  - {id: day, type: DATE}
  - {id: rows, type: INT, defaults: 1}
  - {id: options, type: JSON, required: false}
  - {id: fail, type: BOOL, defaults: false}
  - {id: data, type: FILE, required: false}
tasks:
  - id: py
    type: io.kestra.plugin.scripts.python.Script
    inputFiles:
      data.txt: "{{ inputs.data ?? 'no data' }}"
    script: |
      from kestra import Kestra
      Kestra.logger().info("day {{ inputs.day }}")
      Kestra.outputs({"data": open("data.txt").read(), "rows": {{ inputs.rows }} + 1})
      raise SystemExit({{ inputs.fail ? 3 : 0 }})
outputs:
  - {id: rows, type: INT, value: "{{ outputs.py.vars.rows }}"}
  - {id: options, type: STRING, value: "{{ inputs.options.a ?? 'none' }}"}
"""


@pytest.fixture(scope="module")
def url(server):
    """Store the flow, and return the address of the API."""
    server.store_flow(FLOW)
    return server.url


@pytest.fixture
def flow(url):
    """A client of the server."""
    return Flow(hostname=url, poll_interval=0.1, retry_time=20)


def test_a_flow_is_started_waited_for_and_read(flow, tmp_path):
    """Inputs arrive with their types, the logs have what the script sent, and outputs are those of flow and task."""
    path = tmp_path / "my rows.txt"
    path.write_text("a,b")
    inputs = {"day": "2026-11-28", "rows": 2, "options": {"a": "x"}, "data": path}
    result = flow.execute("company.team", "started_from_python", inputs, labels={"team": "data:eu"})

    assert "SUCCESS" == result.status
    assert "INFO day 2026-11-28" in result.log
    assert {"rows": 3, "options": "x"} == flow.outputs(result.execution_id)
    assert {"data": "a,b", "rows": 3} == flow.outputs(result.execution_id, "py")["vars"]
    labels = flow.check_status(result.execution_id).json()["labels"]
    assert {"key": "team", "value": "data:eu"} in labels


def test_a_file_in_the_form_of_version_2_arrives(flow):
    """The part is called `files`, and the file's name is that of the input; a file object is read."""
    inputs = {"day": "2026-11-28", "files": ("data", io.BytesIO(b"c,d"), "text/plain")}
    result = flow.execute("company.team", "started_from_python", inputs)

    assert {"data": "c,d", "rows": 2} == flow.outputs(result.execution_id, "py")["vars"]


def test_a_flow_that_fails_is_a_result_with_its_logs(flow):
    """It can be raised as an error that names the execution."""
    result = flow.execute("company.team", "started_from_python", {"day": "2026-11-28", "fail": True})

    assert "FAILED" == result.status
    assert "ERROR" in result.log
    with pytest.raises(FlowError, match=f"The flow ended with FAILED .execution {result.execution_id}"):
        result.raise_for_status()


@pytest.mark.parametrize(
    ("inputs", "reason"),
    [
        ({}, "Invalid entity: Missing required input:day"),
        ({"day": "tomorrow"}, "Invalid value for input `day`"),
    ],
)
def test_inputs_that_kestra_refuses_are_an_error_with_its_reason(inputs, reason, flow):
    """Nothing is started."""
    with pytest.raises(FlowError, match=reason) as raised:
        flow.execute("company.team", "started_from_python", inputs)

    assert (422, None) == (raised.value.status_code, raised.value.execution_id)


def test_a_flow_that_does_not_exist_is_an_error(flow):
    """The answer is 404, and no attempt is made again."""
    with pytest.raises(FlowError, match=r"answered 404 Not Found: Not Found: flow company\.team\.nothing"):
        flow.execute("company.team", "nothing")
