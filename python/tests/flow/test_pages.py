"""The examples of the pages about `Flow` and `Kestra.read` print what the pages say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ID = "4HKkUGxOTk3fVWGVcVkyFR"
FOLDER = Path(__file__).resolve().parents[3] / "docs" / "how-to"
EXAMPLE = re.compile(r"^```py\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)


def examples(name):
    """Return the code and the output of each example of a page; an sdist has no pages."""
    path = FOLDER / name
    found = EXAMPLE.findall(path.read_text(encoding="utf-8")) if path.exists() else []
    return pytest.mark.parametrize(("code", "output"), found, ids=range(len(found)))


def run(code, folder):
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


@examples("start-a-flow.md")
def test_an_example_of_flow_prints_what_the_page_says(code, output, server, kestra, tmp_path):
    """The server is that of the tests, in place of the page's."""
    kestra.states = ["RUNNING"] if "timeout=" in code else ["SUCCESS"]
    kestra.outputs = {"rows": 3}
    kestra.task_runs = [{"id": "r", "taskId": "py"}]
    kestra.task_outputs = {"r": {"vars": {"rows": 3, "files": ["a.csv", "b.csv"]}}}
    (tmp_path / "rows.csv").write_text("a,b")

    assert output == run(code, tmp_path).replace(server.url, "http://localhost:8080")
    assert 1 == kestra.started()


@examples("read-an-ion-file.md")
def test_an_example_of_ion_prints_what_the_page_says(code, output, library, tmp_path):
    """The example writes the file that it reads."""
    library("amazon.ion.simpleion")

    assert output == run(code, tmp_path)
