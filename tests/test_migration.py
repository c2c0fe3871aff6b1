"""Each row of the page on the move from version 2.0.0 does what the page says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "start" / "from-version-2.md"
ROW = re.compile(r"^\| `(.+?)` \| (`.+?`) \| ", re.MULTILINE)
SCRIPTS = {
    "Python": [
        sys.executable,
        "-c",
        """
import builtins, collections, logging, sys
from kestra import Kestra
Point = collections.namedtuple("Point", "x y")
try:
    exec(sys.argv[1])
except Exception as error:
    print(f"{type(error).__name__}: {error}", file=sys.__stderr__)
""",
    ],
    "Node": [
        "node",
        "-e",
        """
const Kestra = require("@kestra-io/libs");
try { eval(process.argv[1]); } catch (error) { console.error(`${error.name}: ${error.message}`); }
""",
    ],
}


SECTIONS = {
    language: re.search(rf"^## {language}$(.*?)^## ", PAGE.read_text(), re.MULTILINE | re.DOTALL)[1]
    for language in SCRIPTS
}
ROWS = [
    pytest.param(language, call, re.findall(r"`(.+?)`", lines), id=call)
    for language, section in SECTIONS.items()
    for call, lines in ROW.findall(section)
]


@pytest.mark.parametrize(("language", "call", "lines"), ROWS)
def test_a_call_does_what_the_page_says(language, call, lines, tmp_path):
    """The call prints the lines, or raises the error, of the page."""
    done = subprocess.run(
        [*SCRIPTS[language], call],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )

    pattern = re.escape("\n".join(lines) + "\n").replace("…", ".*")
    assert re.fullmatch(pattern, done.stdout), done.stdout


def test_no_row_is_overlooked():
    """Each row of the two tables, but its head, is a call."""
    lines = [line for section in SECTIONS.values() for line in section.splitlines() if line.startswith("|")]

    assert len(lines) - 2 * len(SECTIONS) == len(ROWS)
