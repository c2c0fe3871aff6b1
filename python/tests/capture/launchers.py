"""The rows of docs/how-to/launchers.md with the real launchers. The session `launchers` runs them.

A launcher that this machine does not have is skipped, and named.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kestra.reader import read

OUTPUT = '::{"outputs":{"rows":3}}::'
LOG = '::{"logs":[{"level":"WARN","message":"slow"}]}::'
WORK = f"""import logging, sys
logging.getLogger("lib").warning("slow")
print({OUTPUT!r}, flush=True)
sys.exit(int(sys.argv[1]))
"""
RAY = f"""import logging, time
import ray
ray.init(num_cpus=1, include_dashboard=False, logging_level="ERROR")
@ray.remote
def work():
    logging.getLogger("lib").warning("slow")
    print({OUTPUT!r})
ray.get(work.remote())
time.sleep(2)  # its driver asks for new lines twice a second, and drops what is left at its end
"""
NOTEBOOK = {
    "nbformat": 4,
    "nbformat_minor": 4,
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "cells": [
        {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": f"print({OUTPUT!r})"}
    ],
}
MANIFEST = {
    "name": "root",
    "private": True,
    "workspaces": ["packages/*"],
    "packageManager": "npm@10.0.0",
    "scripts": {"go": "python load.py 3", "all": "run-p go"},
}
FILES = {
    "load.py": WORK,
    "ray_job.py": RAY,
    "notebook.ipynb": json.dumps(NOTEBOOK),
    "Makefile": "all:\n\t@python load.py 3\n",
    "build.ninja": "rule run\n command = python load.py 3\nbuild all: run\n",
    "console.ninja": "rule run\n command = python load.py 3\n pool = console\nbuild all: run\n",
    "justfile": "all:\n @python load.py 3\n",
    "Procfile": "web: python load.py 3\n",
    "tox.ini": "[tox]\nno_package = true\n[testenv]\npass_env = PYTHONPATH, KESTRA_*\n"
    "allowlist_externals = python\ncommands = python load.py 3\n",
    "noxfile.py": "import nox\n@nox.session(venv_backend='none')\n"
    "def go(session): session.run('python', 'load.py', '3')\n",
    "tasks.py": "from invoke import task\n@task\ndef go(c): c.run('python load.py 3')\n",
    "dodo.py": "def task_go(): return {'actions': ['python load.py 3'], 'verbosity': 2}\n",
    "pyproject.toml": "[project]\nname = 'load'\nversion = '1'\n[tool.poetry]\npackage-mode = false\n",
    "load.mjs": 'import { $ } from "zx";\n$.verbose = true;\nawait $`python load.py 3`;\n',
    "supervisord.conf": "[supervisord]\nnodaemon=true\nuser=root\nlogfile=/dev/null\nlogfile_maxbytes=0\n"
    "pidfile=supervisord.pid\n[program:load]\ncommand=sh -c 'python load.py 3; kill -INT $PPID'\nstartsecs=0\n"
    "autorestart=false\nstdout_logfile=/dev/stdout\nstdout_logfile_maxbytes=0\n"
    "stderr_logfile=/dev/stderr\nstderr_logfile_maxbytes=0\n",
    "package.json": json.dumps(MANIFEST),
    "package-lock.json": '{"lockfileVersion": 3, "name": "root", "packages": {}}',
    "turbo.json": '{"tasks": {"go": {"cache": false}}}',
    "pnpm-workspace.yaml": "packages:\n  - packages/*\npackageManagerStrict: false\n",
    "packages/b/package.json": '{"name": "b", "version": "1.0.0", "scripts": {"go": "true"}}',
    "packages/a/package.json": '{"name": "a", "version": "1.0.0", "scripts": {"go": "python ../../load.py 3"}}',
}
ENVIRONMENT = {
    **dict.fromkeys(("OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER", "OTEL_LOGS_EXPORTER"), "none"),
    **dict.fromkeys(("OMPI_ALLOW_RUN_AS_ROOT", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "TURBO_TELEMETRY_DISABLED"), "1"),
}
ENVIRONMENT["PATH"] = os.pathsep.join(
    [str(Path(sys.executable).parent), f"{os.environ.get('NODE_PATH', '')}/.bin", os.environ["PATH"]]
)

# The command, and its exit status where the script's is 3.
OWN_STREAMS = {
    "xargs": ("echo 3 | xargs -P2 python load.py", 123),
    "make": ("make", 2),
    "just": ("just", 3),
    "nox": ("nox", 1),
    "npm run": ("npm run -s go", 3),
    "pnpm run": ("pnpm run go", 3),
    "concurrently --raw": ("concurrently --raw 'python load.py 3'", 1),
    "parallel --ungroup": ("parallel --ungroup python load.py ::: 3", 1),
    "ninja, pool console": ("ninja -f console.ninja", 3),
    "honcho run": ("honcho run python load.py 3", 3),
    "poetry run": ("poetry run python load.py 3", 3),
    "uv run": ("uv run --no-project python load.py 3", 3),
    "opentelemetry-instrument": ("opentelemetry-instrument python load.py 3", 3),
    "coverage": ("coverage run load.py 3", 3),
    "timeout": ("timeout 60 python load.py 3", 3),
    "nohup": ("nohup python load.py 3", 3),
    "setsid": ("setsid --wait python load.py 3", 3),
    "stdbuf": ("stdbuf -oL python load.py 3", 3),
    "flock": ("flock lock python load.py 3", 3),
}
RELAYED = {
    "tox": ("tox -q", 3),
    "parallel": ("parallel --will-cite python load.py ::: 3", 1),
    "mpirun": ("mpirun --oversubscribe -n 1 python load.py 3", 3),
    "make -O": ("make -j2 -O", 2),
    "ninja": ("ninja", 3),
    "honcho start": ("honcho start --no-prefix", 3),
    "invoke": ("invoke go", 3),
    "doit": ("doit go", 1),
    "run-p": ("run-p go", 1),
    "pnpm -r": ("pnpm -r run --reporter-hide-prefix go", 3),
    "turbo": ("turbo run go --log-prefix none --env-mode loose", 3),
    "zx": ('ln -s "$NODE_PATH" node_modules; zx load.mjs', 1),
    "supervisord": ("supervisord -c supervisord.conf", 0),
    "script": ("script -qec 'python load.py 3' /dev/null", 3),
    "tee": ("python load.py 3 2>&1 | tee log", 0),
    "ray": ("python ray_job.py", 0),
}
# The command, and a part of the remedy that `check` shows.
PREFIXED = {
    "concurrently": ("concurrently 'python load.py 0'", "--raw"),
    "honcho start": ("honcho start", "--no-prefix"),
    "nf start": ("nf start", "`run` of foreman, nf"),
    "mpirun --tag-output": ("mpirun --tag-output -n 1 python load.py 0", "--tag-output"),
    "mpirun --timestamp-output": ("mpirun --timestamp-output -n 1 python load.py 0", "--timestamp-output"),
    "nl": ("python load.py 0 | nl", "leave nl"),
    "parallel --tag": ("parallel --will-cite --tag python load.py ::: 0", "--tag"),
    "pnpm -r": ("pnpm -r run go", "--reporter-hide-prefix"),
    "ray": ("unset RAY_DISABLE_WORKER_LOG_PREFIX; python ray_job.py", "RAY_DISABLE_WORKER_LOG_PREFIX=1"),
    "run-p -l": ("run-p -l go", "-l"),
    "ts": ("python load.py 0 | ts", "leave ts out"),
    "turbo": ("turbo run go --env-mode loose", "--log-prefix none"),
}


@pytest.fixture
def arrive(tmp_path):
    """Run a command line under `run`, and return the lines of both streams and the exit status."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    def _arrive(command, *options):
        programs = [part.split()[0] for part in re.split(r"[;|] ", command)]
        missing = [name for name in programs if not shutil.which(name, path=ENVIRONMENT["PATH"]) and name != "unset"]
        if missing:
            pytest.skip(f"{' and '.join(missing)} is not on this machine")
        done = subprocess.run(
            [sys.executable, "-m", "kestra", "run", *options, "sh", "-c", command],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, **ENVIRONMENT},
            timeout=300,
        )
        return done.stdout.splitlines() + done.stderr.splitlines(), done.returncode

    return _arrive


def of_ours(lines):
    """Return which of the two lines of the script arrive whole, and at which level the log does."""
    return {text for text in (OUTPUT, LOG, "slow") if text.encode() in lines}


@pytest.mark.parametrize(("command", "status"), OWN_STREAMS.values(), ids=OWN_STREAMS)
def test_what_has_the_streams_of_the_launcher_is_captured(command, status, arrive):
    """The launcher leaves its streams to its commands, so nothing comes between."""
    lines, actual = arrive(command)

    assert ({OUTPUT, LOG}, status) == (of_ours(lines), actual), lines


@pytest.mark.parametrize(("command", "status"), RELAYED.values(), ids=RELAYED)
def test_what_a_launcher_hands_on_is_captured_with_relayed(command, status, arrive):
    """Records of the script's own arrive in any case; logs at their level with --relayed."""
    lines, _ = arrive(command)
    relayed, actual = arrive(command, "--relayed")

    assert {OUTPUT, "slow"} == of_ours(lines), lines
    assert ({OUTPUT, LOG}, status) == (of_ours(relayed), actual), relayed


@pytest.mark.parametrize(("command", "remedy"), PREFIXED.values(), ids=PREFIXED)
def test_a_prefix_makes_records_text_and_check_names_the_switch(command, remedy, arrive):
    """A prefix is not taken off: a line that quotes a record would become one."""
    lines, _ = arrive(command, "--relayed")
    problems = [problem for line in read(b"\n".join(lines)) for problem in line.problems]

    assert set() == of_ours(lines) & {OUTPUT}
    assert [True] * len(problems) == [remedy in problem.remedy for problem in problems] != [], lines


def test_papermill_drops_what_a_notebook_prints(arrive):
    """With --log-output its log has each line, of which a record stays one."""
    without, _ = arrive("papermill notebook.ipynb out.ipynb --no-progress-bar")
    with_output, _ = arrive("papermill notebook.ipynb out.ipynb --no-progress-bar --log-output")

    assert (set(), {OUTPUT}) == (of_ours(without), of_ours(with_output))


def test_pnpm_silent_drops_all(arrive):
    """The reporter `silent` shows nothing of the commands."""
    assert set() == of_ours(arrive("pnpm -r --reporter=silent run go")[0])
