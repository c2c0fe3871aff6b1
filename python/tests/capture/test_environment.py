"""The capture by the environment alone: KESTRA_CAPTURE=1, read by the line of `kestra.pth`."""

import os
import subprocess
import sys
from pathlib import Path

import kestra
import pytest

SOURCE = Path(kestra.__file__).resolve().parent.parent
WARN = "import logging; logging.warning('m')"


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """A Python of its own, with the package installed as `pip install --editable` does."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--symlinks", folder], check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "_kestra.pth").write_text(f"{SOURCE}\n")
    (site / "kestra.pth").write_text((SOURCE / "kestra.pth").read_text())
    return folder / "bin" / "python"


@pytest.fixture
def shown(python, read, tmp_path):
    """Run a command with KESTRA_CAPTURE=1, "$PYTHON" in it, and return what Kestra reads of both its streams."""

    def _shown(*command, **environment):
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KESTRA"))}
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=tmp_path,
            env={**clean, "PYTHON": str(python), "WARN": WARN, "KESTRA_CAPTURE": "1", **environment},
            timeout=60,
            check=True,
        )
        return read(done.stdout)

    return _shown


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, [["WARN", "m"]]),
        ({"KESTRA_CAPTURE_LEVEL": "INFO", "KESTRA_CAPTURE_NAMES": "1"}, [["WARN", "root: m"]]),
        ({"KESTRA_CAPTURE": "0"}, [[None, "WARNING:root:m"]]),
        ({"KESTRA_CAPTURE": ""}, [[None, "WARNING:root:m"]]),
    ],
)
def test_the_variable_starts_the_capture(environment, expected, shown, python):
    """Only the value 1 starts the capture."""
    assert expected == shown(python, "-c", WARN, **environment)


@pytest.mark.parametrize("option", ["-I", "-E", "-u"])
def test_a_python_that_ignores_its_variables_is_captured(option, shown, python):
    """The line is part of the installed packages."""
    assert [["WARN", "m"]] == shown(python, option, "-c", WARN)


def test_a_level_that_does_not_exist_is_reported_and_left_out(shown, python):
    """The script runs and is captured."""
    assert [
        [None, 'kestra: KESTRA_CAPTURE_LEVEL: expected TRACE, DEBUG, INFO, WARN or ERROR, got "loud"'],
        ["WARN", "m"],
    ] == shown(python, "-c", WARN, KESTRA_CAPTURE_LEVEL="loud")


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ('"$PYTHON" -c "$WARN"', [["WARN", "m"]]),
        ('got=$("$PYTHON" -c "$WARN" 2>&1); echo "$got"', [[None, "WARNING:root:m"]]),
        ('"$PYTHON" -c "$WARN" 2>&1 | cat', [[None, "WARNING:root:m"]]),
        ('"$PYTHON" -c "$WARN" 2>file; cat file', [[None, "WARNING:root:m"]]),
        ('"$PYTHON" -c "$WARN" >file', [["WARN", "m"]]),
    ],
    ids=["neither", "substitution", "pipe", "file", "other stream"],
)
def test_what_a_shell_reads_or_writes_to_a_file_stays_text(command, expected, shown):
    """Text that a shell reads or writes to a file does not go to Kestra, and stays text."""
    assert expected == shown("sh", "-c", command)


def test_what_a_parent_reads_stays_text(shown, python):
    """A process tells those that it starts which streams lead to Kestra."""
    script = """
        import os, subprocess
        child = [os.environ["PYTHON"], "-c", os.environ["WARN"]]
        print(subprocess.run(child, stderr=subprocess.PIPE).stderr, flush=True)
        subprocess.run(child)
    """

    assert [[None, "b'WARNING:root:m\\n'"], ["WARN", "m"]] == shown(python, "-c", _flat(script))


def test_a_sitecustomize_that_calls_no_other_does_not_hide_it(shown, python, tmp_path):
    """Launchers put one of their own first, in front of that of `python -m kestra run`."""
    (tmp_path / "sitecustomize.py").write_text("print('own', flush=True)")

    assert [[None, "own"], ["WARN", "m"]] == shown(
        *(python, "-m", "kestra", "run", "env", f"PYTHONPATH={tmp_path}", python, "-c", WARN), KESTRA_CAPTURE=""
    )


def test_the_line_does_nothing_where_it_is_not_asked(shown, python):
    """Without the variable neither `logging` nor the package is loaded."""
    script = "import sys; print(sorted({'logging', 'kestra'} & set(sys.modules)))"

    assert [[None, "[]"]] == shown(python, "-c", script, KESTRA_CAPTURE="")


def test_the_line_is_read_in_less_than_a_fifth_of_a_millisecond(run):
    """The line is fast, because each Python on the machine reads it."""
    script = f"""
        import os, time
        line = open({str(SOURCE / "kestra.pth")!r}).read()
        times = []
        for _ in range(20):
            start = time.perf_counter()
            exec(line)
            times.append(time.perf_counter() - start)
        print(min(times) < 0.0002)
    """
    environment = {name: value for name, value in os.environ.items() if name != "KESTRA_CAPTURE"}

    assert b"True\n" == run(script, env=environment).stdout


def _flat(script):
    return "\n".join(line.strip() for line in script.strip().splitlines())
