"""What the tests share: a script as a real process, and the lines it wrote."""

import json
import subprocess
import sys
import textwrap

import pytest


@pytest.fixture
def run():
    """Run a script as a process of its own and return what became of it, streams as bytes."""

    def _run(script, *arguments, python=(), **options):
        command = [sys.executable, *python, "-c", textwrap.dedent(script), *arguments]
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        return subprocess.run(command, timeout=60, check=False, **options)

    return _run


@pytest.fixture
def sent(capsys):
    """Return the entries that were logged since the last call, as [stream, level, message]."""

    def _sent():
        captured = capsys.readouterr()
        return [
            [stream, entry["level"], entry["message"]]
            for stream, text in (("stdout", captured.out), ("stderr", captured.err))
            for line in text.splitlines()
            for entry in json.loads(line[2:-2])["logs"]
        ]

    return _sent
