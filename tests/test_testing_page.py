"""The tests that docs/how-to/test-your-script.md shows pass, and fail when the script sends something else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from harness.runtimes import need

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "how-to" / "test-your-script.md").read_text(encoding="utf-8")
FILE = re.compile(r"`([\w.]+\.(?:py|mjs))`:\n\n```(?:py|mjs)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTEST = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with the files of the page, under the names that it gives them."""
    files = dict(FILE.findall(PAGE))
    assert {"load.py", "test_load.py", "test_script.py", "load.mjs", "load.test.mjs"} == set(files)
    for name, code in files.items():
        (tmp_path / name).write_text(code)
    if "NODE_PATH" in os.environ:  # which `import`, unlike `require`, does not read
        (tmp_path / "node_modules").symlink_to(os.environ["NODE_PATH"])
    return tmp_path


def run(command, folder):
    """Run a command in the folder; return its status and what it printed."""
    # As a user's process: node's runner runs nothing inside another of its own.
    environment = {name: value for name, value in os.environ.items() if name != "NODE_TEST_CONTEXT"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("option", ["--capture=fd", "--capture=sys", "--capture=no"])
def test_the_python_tests_pass(option, folder):
    """They pass however pytest captures the rest of the output."""
    status, printed = run([*PYTEST, option], folder)

    assert 0 == status, printed
    assert "4 passed" in printed


def test_the_node_tests_pass(folder):
    """The runner finds the file by its name."""
    status, printed = run([need("node"), "--test"], folder)

    assert 0 == status, printed
    assert re.search(r"pass 2$", printed, re.MULTILINE)


@pytest.mark.parametrize("name", ["load.py", "load.mjs"])
def test_the_tests_fail_for_another_output(name, folder):
    """A test of a page that cannot fail would teach nothing."""
    script = folder / name
    code = script.read_text()
    script.write_text(code.replace('{"rows": len(rows)}', '{"rows": 0}').replace("rows: rows.length", "rows: 0"))
    status, printed = run(PYTEST if name == "load.py" else [need("node"), "--test"], folder)

    assert code != script.read_text()
    assert 1 == status, printed
