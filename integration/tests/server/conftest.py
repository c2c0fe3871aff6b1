"""One server for all tests; without Java 25 or Maven they are skipped, and fail where CI=true."""

import pytest
from harness.runtimes import missing
from support.server import Server


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
