"""One engine for all tests; without Java 25 or Maven they are skipped, and fail where CI=true."""

import os

import engine as harness
import pytest


@pytest.fixture(scope="session")
def engine():
    """Kestra, started once."""
    try:
        started = harness.Engine()
        started.__enter__()
    except harness.EngineError as error:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(error))
    yield started
    started.__exit__()
