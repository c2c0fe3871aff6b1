"""Every test that asks for `shell` runs under each shell that kestra.sh is made for."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
from harness.runtimes import SHELLS, need
from shells import AWKS, KESTRA, Run


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> list[str]:
    """The command of one shell."""
    command = SHELLS[request.param]
    return [need(command[0]), *command[1:]]


def handle_signals() -> None:
    """Take back what a process in the background ignores: it can be where the tests run."""
    for number in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def run(shell: list[str]) -> Run:
    """Run a script, after sourcing kestra.sh if not told otherwise."""

    def run(script, *arguments, source=True, locale="C", environment=(), **options):
        if source:
            script = f'. "$KESTRA"\n{script}'
        return subprocess.run(
            [*shell, "-c", script, "sh", *arguments],
            env={"PATH": os.environ["PATH"], "KESTRA": str(KESTRA), "LC_ALL": locale, **dict(environment)},
            check=False,
            timeout=300,  # for what hangs: a loaded machine is slow
            **{"stdin": subprocess.DEVNULL, "capture_output": True, "preexec_fn": handle_signals, **options},
        )

    return run


@pytest.fixture(params=AWKS)
def awk(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment in which one awk is called awk."""
    (tmp_path / "awk").symlink_to(need(request.param))
    return {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
