"""Runs every flow of our documentation on Kestra and compares the stored logs with the page."""

import re
from importlib import metadata

import pytest
from harness.runtimes import missing
from support.pages import blocks, differences
from support.server import ROOT

yaml = pytest.importorskip("yaml")

PAGES = [
    *(ROOT / name for name in ("README.md", "python/README.md", "node/README.md", "shell/README.md")),
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if "upstream" not in path.parts),
]
FLOWS = [pytest.param(block, id=f"{path.relative_to(ROOT)}:{block.line}") for path in PAGES for block in blocks(path)]
OURS = re.compile(r"(uv )?(pip3?|npm) (install|i|add)\b.*(\bkestra\b|@kestra-io/libs)")


def prepared(text):
    """Return a flow without the commands that install our packages, because they are installed already."""
    parsed = yaml.safe_load(text)
    for task in parsed["tasks"]:
        if "beforeCommands" in task:
            task["beforeCommands"] = [line for line in task["beforeCommands"] if not OURS.search(line)]
        task.pop("dependencies", None)
    return yaml.safe_dump(parsed, allow_unicode=True)


@pytest.fixture(scope="module", autouse=True)
def namespace_files(server):
    """Store `kestra.sh` as a namespace file, as the pages tell the reader to do."""
    server.store_file("company.team", "kestra.sh", (ROOT / "shell" / "kestra.sh").read_text())


@pytest.mark.parametrize("block", FLOWS)
def test_a_flow_of_the_documentation_runs(server, block):
    """The flow ends as the page says, and Kestra has stored the logs that the page shows."""
    if "KESTRA_CAPTURE" in block.flow and not list(metadata.distributions(name="kestra")):
        missing("the package is not installed, and so Python does not read its kestra.pth")
    logs = block.logs

    execution = server.run(prepared(block.flow), expect_logs=None if logs is None else len(logs))

    assert block.ends == execution.state, execution.all_logs
    if logs is not None:
        assert [] == differences(logs, execution.logs)


def test_documentation_has_flows():
    """The pages with flows are found."""
    assert {"python", "node", "shell"} <= {
        match for flow in FLOWS for match in re.findall(r"scripts\.(\w+)\.", flow.values[0].flow)
    }
