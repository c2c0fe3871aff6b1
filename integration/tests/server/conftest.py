"""One server for all tests; without Java 25 or Maven they are skipped, and fail where CI=true."""

import os
from pathlib import Path

import pytest
from harness.runtimes import missing
from support import docker, flows
from support.server import Server

collect_ignore = [] if docker.is_chosen() else ["test_docker.py"]


@pytest.fixture(scope="session")
def server():
    """Start Kestra once for all tests."""
    try:
        started = Server()
        started.__enter__()
    except FileNotFoundError as error:
        missing(str(error))
    yield started
    started.__exit__()


@pytest.fixture(scope="session", autouse=True)
def _runner():
    """Run every task in a container of a daemon of our own, in the session `kestra-docker`."""
    if not docker.is_chosen():
        yield
        return
    with docker.Daemon(Path(os.environ["KESTRA_DOCKER"])) as daemon:
        flows.RUNNER.update(docker.runner(daemon))
        yield
