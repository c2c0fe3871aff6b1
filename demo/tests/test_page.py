"""What docs/preview.md shows is what the commands print."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "preview.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
# A command is a line that starts with $; up to the next one stands what it prints.
COMMANDS = [
    command.partition("\n")[::2] for block in BLOCKS for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
]
SHOWN = [pair for pair in COMMANDS if "python -m kestra" in pair[0]]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with the page's script and captured output, in which `python` is this one."""
    (tmp_path / "load.py").write_text(re.search(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[1])
    (tmp_path / "fatal.log").write_text(dict(COMMANDS)["cat fatal.log"])
    (tmp_path / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def run(command, folder):
    script = f'PATH="{folder}:$PATH"; {command}'
    return subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def without_times(text):
    return re.sub(r"\d\d:\d\d:\d\d\.\d{3}|(?<=after )\d+\.\d\d s", "…", text)


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_the_page_shows(command, output, folder):
    """But for the time."""
    run("python load.py >out.log 2>err.log", folder)
    done = run(command, folder)

    assert without_times(output) == without_times(done.stdout)
    assert "" == done.stderr


def test_the_page_shows_both_commands():
    """None of them is left out because it is written in another way."""
    assert {"preview", "check"} == {command.split("python -m kestra ")[1].split()[0] for command, _ in SHOWN}


def test_the_page_says_what_the_help_says(folder):
    """Each option of each command, and no other."""
    for command in ("preview", "check"):
        section = PAGE.partition(f"## `python -m kestra {command}")[2].partition("\n## ")[0]
        documented = set(re.findall(r"`(--[a-z]+)", section))
        known = set(re.findall(r"(--[a-z]+)", run(f"python -m kestra {command} --help", folder).stdout))

        assert known - {"--help"} == documented
