"""What holds on every system: CI runs this module on Linux, macOS and Windows."""

import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from harness.runtimes import missing, need

ROOT = Path(__file__).resolve().parent.parent
POSIX_ONLY = ["fork", "register_at_fork", "set_blocking", "killpg", "setsid", "getppid"]
LONG = "é" * 10_000
INFO = b'::{"logs":[{"level":"INFO","message":"caf\\u00e9"}]}::\n'
WARN = b'::{"logs":[{"level":"WARN","message":"two\\nlines"}]}::\n'
OUTPUTS = b'::{"outputs":{"rows":3}}::\n'
CALLS = {
    "python": """from kestra import Kestra
Kestra.logger().info("caf\\u00e9")
Kestra.outputs({"rows": 3})
Kestra.logger().warning("two\\nlines")
""",
    "node": """const Kestra = require("@kestra-io/libs");
Kestra.logger().info("caf\\u00e9");
Kestra.outputs({ rows: 3 });
Kestra.logger().warn("two\\nlines");
""",
    "sh": """. ./shell/kestra.sh
kestra_info "café"
kestra_outputs rows:=3
kestra_warn "two
lines"
""",
}


def command(language, code):
    """Return the command that runs a script: what the language needs of the system is reported if it lacks."""
    if language == "python":
        return [sys.executable, "-c", code]
    if language == "node":
        return [need("node"), "-e", code]
    return ["sh", "-c", code]


def run(words, **options):
    """Run a command in the root of the repository; return its status and what it wrote, as bytes."""
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60, check=False, **options)
    return done.returncode, done.stdout, done.stderr


LANGUAGES = [name for name in CALLS if name != "sh" or os.name == "posix"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bytes_are_the_same_on_each_system(language):
    """Records end in a line feed alone, also where text ends its lines otherwise, and each goes to its stream."""
    assert (0, INFO + OUTPUTS, WARN) == run(command(language, CALLS[language]))


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "sh"])
def test_long_values_arrive_whole(language):
    """An output of many times what a pipe holds is one line."""
    values = {"python": f"'{LONG[0]}' * {len(LONG)}", "node": f"'{LONG[0]}'.repeat({len(LONG)})"}
    calls = {
        "python": "from kestra import Kestra; Kestra.outputs({'a': [%s] * 5})",
        "node": "require('@kestra-io/libs').outputs({ a: Array(5).fill(%s) })",
    }
    status, out, error = run(command(language, calls[language] % values[language]))

    assert (0, b"", 1) == (status, error, out.count(b"\n"))
    assert {"outputs": {"a": [LONG] * 5}} == json.loads(out.strip()[2:-2])


@pytest.mark.parametrize("way", ["run", "variable"])
def test_capture_sends_logs_and_keeps_the_exit_status(way):
    """`kestra run` and KESTRA_CAPTURE=1 send the logs of a script that does not know Kestra."""
    script = "import logging, sys; logging.warning('disk is full'); sys.exit(3)"
    words = [sys.executable, "-c", script]
    if way == "variable" and not any(metadata.distributions(name="kestra")):
        missing("the package is not installed, its source is tested")
    if way == "run":
        words = [sys.executable, "-m", "kestra", "run", *words]
    status, out, error = run(words, env={**os.environ, "KESTRA_CAPTURE": "1" if way == "variable" else ""})

    assert (3, b"", b'::{"logs":[{"level":"WARN","message":"disk is full"}]}::\n') == (status, out, error)


def test_check_reads_a_file_with_either_line_end(tmp_path):
    """A file of either line end is read as records."""
    output = tmp_path / "output.txt"
    output.write_bytes(INFO.replace(b"\n", b"\r\n") + OUTPUTS)
    status, out, _ = run([sys.executable, "-m", "kestra", "check", output])

    assert 0 == status, out


def test_python_needs_nothing_that_only_posix_has():
    """Without `fcntl`, `fork` and their like, as on Windows, the records are the same."""
    setup = f"import os, sys\nsys.modules['fcntl'] = None\nfor name in {POSIX_ONLY}:\n    vars(os).pop(name, None)\n"

    expected = (0, INFO + OUTPUTS, WARN)
    assert expected == run(command("python", setup + CALLS["python"]), env={**os.environ, "KESTRA_LOCK": "always"})
