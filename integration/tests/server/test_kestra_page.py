"""Runs the examples of Kestra's page about logging from scripts and compares the logs with the page."""

import pytest
from support.server import PROJECT

FLOWS = PROJECT / "flows"
HELLO = [("DEBUG", "Hello World from logs!"), ("INFO", "Hello World!")]


@pytest.mark.parametrize(
    ("name", "logs"),
    [
        ("log_from_python", [("INFO", "Py task is alive!")]),
        ("shell_script", [("INFO", "Shell task is alive!")]),
        ("python_logger", HELLO),
        ("node_logger", HELLO),
        ("shell_echo", HELLO),
    ],
)
def test_a_flow_of_the_page_logs_what_it_says(server, name, logs):
    """Every example succeeds, and its logs are stored in order and at their levels."""
    execution = server.run((FLOWS / f"{name}.yaml").read_text(), expect_logs=len(logs))

    assert ("SUCCESS", logs) == (execution.state, execution.logs)
    assert [{}] == list(execution.outputs.values())
    assert [] == execution.metrics
