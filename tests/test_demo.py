"""The demo shows what the packages do, and fails when they do not."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from harness.runtimes import missing

ROOT = Path(__file__).resolve().parent.parent


def demo(**environment):
    return subprocess.run(
        [sys.executable, ROOT / "demo" / "demo.py"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_demo_shows_what_each_script_prints_and_what_kestra_reads():
    """The demo prints what each script prints and what Kestra reads, and exits with 0."""
    found = subprocess.run(["node", "-e", 'require("@kestra-io/libs")'], check=False, stderr=subprocess.DEVNULL)
    if found.returncode:
        missing("@kestra-io/libs is not installed")
    done = demo()

    assert 0 == done.returncode, done.stdout + done.stderr
    assert 3 == done.stdout.count(
        "  DEBUG   Hello World from logs!    stdout\n  INFO    Hello World!              stdout\n"
    )
    assert 2 == done.stdout.count('\n::{"logs":[{"level":"DEBUG","message":"Hello World from logs!"}]}::\n')
    assert "\nLogs      1 TRACE, 1 DEBUG, 3 INFO, 1 WARN, 1 ERROR\n" in done.stdout


def test_the_demo_fails_when_kestra_would_not_read_a_record(tmp_path):
    """The demo exits with 1 when a program in the place of Node prints something else."""
    (tmp_path / "node").write_text("#!/bin/sh\necho Hello World!\n")
    (tmp_path / "node").chmod(0o755)
    done = demo(PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    assert 1 == done.returncode
    assert 1 == done.stdout.count("  Wrong: expected [('DEBUG', 'Hello World from logs!', 'stdout')")


def test_the_picture_is_up_to_date():
    """The picture in the README has the lines that the preview shows now."""
    if importlib.util.find_spec("rich") is None:
        missing("rich is not installed")
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "preview_svg.py", "--check"], capture_output=True, text=True, check=False
    )

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
