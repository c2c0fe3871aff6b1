"""Runs the flow of every page of docs/upstream and compares the result with the page."""

import json
import re
from dataclasses import replace

import pytest
import yaml
from support.docker import PLUGIN, is_chosen
from support.flows import RUNNER
from support.pages import blocks, differences
from support.server import ROOT, RUN_LIMIT, Server, ServerError

DIRECTORY = ROOT / "docs" / "upstream"
ALL = sorted(path for path in DIRECTORY.glob("*.md") if path.name != "README.md")
PAGES = [path for path in ALL if is_chosen() == (PLUGIN in path.read_text())]  # those of this session's runner
HEADINGS = ["Flow", "Actual behaviour", "Expected behaviour", "Cause", "Suggested fix"]
HANGS = 8  # seconds after which an execution whose script has ended is taken to run forever


def the_flow(path):
    """Return the page's flow with the only text block of the page, which does not follow it directly."""
    (block,) = blocks(path)
    (text,) = re.findall(r"^```text\n(.*?)^```", path.read_text(), re.MULTILINE | re.DOTALL)
    return replace(block, text=text)


def in_our_container(flow):
    """Return a flow that uses our Docker daemon and its image, where the page's uses Docker."""
    if not RUNNER:
        return flow
    data = yaml.safe_load(flow)
    return json.dumps({**data, "tasks": [{**task, **RUNNER} for task in data["tasks"]]})


STOPPING = [path for path in PAGES if the_flow(path).ends == "the server stops"]
HANGING = "RUNNING"


@pytest.fixture(scope="module")
def executions(server):
    """Run every flow that does not stop the server; the ones that never end run last and at the same time."""
    finished = {}
    for ends_well in (True, False):
        flows = {path: the_flow(path) for path in PAGES if path not in STOPPING}
        chosen = {path: block.flow for path, block in flows.items() if ends_well == (block.ends != HANGING)}
        chosen = {path: in_our_container(flow) for path, flow in chosen.items()}
        numbers = {path: server.start(flow, timeout=RUN_LIMIT if ends_well else HANGS) for path, flow in chosen.items()}
        finished |= {path: server.wait(number) for path, number in numbers.items()}
    return finished


@pytest.mark.parametrize("path", [path for path in PAGES if path not in STOPPING], ids=lambda path: path.stem)
def test_a_page_says_what_kestra_does(executions, path):
    """The final state and the stored logs are those of the page."""
    block, execution = the_flow(path), executions[path]

    assert block.ends == execution.state
    if "listed: in another order" in block.text:
        assert execution.logs != [(log.level, log.message) for log in execution.all_logs if not log.is_kestras]
        assert [("INFO", str(number)) for number in range(1, 2001)] == execution.logs
    else:
        assert [] == differences(block.logs, execution.logs)


@pytest.mark.parametrize("path", STOPPING, ids=lambda path: path.stem)
def test_a_page_stops_the_server(path):
    """The flow shuts down its own Kestra server."""
    with Server() as server, pytest.raises(ServerError, match="Kestra has shut itself down"):
        server.run(the_flow(path).flow)


def test_every_page_is_an_issue():
    """Each page has a title, the versions and all sections, and the index lists it."""
    assert ALL
    index = (DIRECTORY / "README.md").read_text()
    for path in ALL:
        page = path.read_text()
        assert HEADINGS == re.findall(r"^## (.*)$", page, re.MULTILINE)
        assert re.match(r"# .+\n\nSeen with the open-source Kestra 2\.0\.0", page)
        assert f"[{path.stem}]({path.name})" in index
    assert len(ALL) == index.count(".md) |")
