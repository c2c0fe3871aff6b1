"""What the tests of the capture share."""

import subprocess
import textwrap

import pytest


@pytest.fixture
def shown(run, read):
    """Run a script with the capture on, and return what Kestra reads of both streams, in the order of writing."""

    def _shown(script, capture="Kestra.capture()", status=0, **options):
        options.setdefault("stderr", subprocess.STDOUT)
        done = run(f"from kestra import Kestra\n{capture}\n{textwrap.dedent(script)}", **options)
        assert status == done.returncode, done.stdout.decode()
        return read(done.stdout)

    return _shown
