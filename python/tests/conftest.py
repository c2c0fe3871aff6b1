"""What the tests share: a script as a real process, and the lines it wrote."""

import json
import os
import subprocess
import sys
import textwrap

import pytest
from kestra import Kestra


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


@pytest.fixture
def read():
    """Return what Kestra reads of an output: [level, message] of each entry of a record, [None, line] of plain text."""

    def _read(output):
        found = []
        for line in output.decode().splitlines():
            if line.startswith("::{") and line.endswith("}::"):
                found += [[entry["level"], entry["message"]] for entry in json.loads(line[2:-2])["logs"]]
            else:
                found.append([None, line])
        return found

    return _read


@pytest.fixture
def library():
    """Import a library, or skip the test; where all of them are said to be there, a missing one is a failure."""

    def _library(name):
        if os.environ.get("CI") == "true" and os.environ.get("KESTRA_LIBRARIES") == "1":
            return __import__(name)
        return pytest.importorskip(name)

    return _library


@pytest.fixture
def written(capfd):
    """Return the JSON of one value, as it is sent."""

    def _written(value):
        Kestra.outputs({"v": value})
        return capfd.readouterr().out[len('::{"outputs":{"v":') : -len("}}::\n")]

    return _written
