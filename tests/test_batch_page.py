"""The scripts of docs/how-to/batch.md print what the page shows, however slow the machine is."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from harness.runtimes import need

PAGE = Path(__file__).resolve().parent.parent / "docs" / "how-to" / "batch.md"
SCRIPT = re.compile(r"^```(py|mjs)\n(.*?)^```\n```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
# A moment does not end by time; a minute is longer than the test may take.
STANDING = {"py": "from kestra import _batch; _batch.SECONDS = 60\n", "mjs": "performance.now = () => 0;\n"}


@pytest.mark.parametrize(("language", "code", "output"), SCRIPT.findall(PAGE.read_text()), ids=["py", "mjs"])
def test_a_script_prints_what_the_page_shows(language, code, output, tmp_path):
    """A record has the logs of a moment."""
    script = tmp_path / f"script.{language}"
    script.write_text(STANDING[language] + code)
    if "NODE_PATH" in os.environ:  # which `import`, unlike `require`, does not read
        (tmp_path / "node_modules").symlink_to(os.environ["NODE_PATH"])
    command = [sys.executable if language == "py" else need("node"), script]
    environment = {**os.environ, "KUBERNETES_SERVICE_HOST": "10.0.0.1"}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=50, check=True
    )

    assert output == done.stdout
