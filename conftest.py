"""What holds for every test of the repository.

The source is tested where no package is installed, so that `pip install pytest` and `pytest` are enough to begin.
Signals that the caller ignores, as `nohup` does, are not ignored by the processes that tests start.
"""

import importlib.util
import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

import pytest

SOURCE = str(Path(__file__).parent / "python" / "src")

if importlib.util.find_spec("kestra") is None:
    sys.path.insert(0, SOURCE)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [SOURCE, os.environ.get("PYTHONPATH")]))

for ignored in ("SIGINT", "SIGHUP"):
    if hasattr(signal, ignored) and signal.getsignal(getattr(signal, ignored)) == signal.SIG_IGN:
        # A handler is not inherited, while being ignored is: this process goes on ignoring it.
        signal.signal(getattr(signal, ignored), lambda *_: None)

# Taken away, so that a pytest which a test starts does not count again.
COUNTS = os.environ.pop("KESTRA_TEST_COUNTS", "")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter, config):
    """Leave the counts for the report at the end of the run of nox."""
    if COUNTS and not hasattr(config, "workerinput"):
        reports = terminalreporter.stats
        reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in reports.get("skipped", []))
        counts = {
            "passed": len(reports.get("passed", [])) + len(reports.get("xfailed", [])),
            "failed": len(reports.get("failed", [])) + len(reports.get("error", [])),
            "skipped": reasons,
        }
        with Path(COUNTS).open("a", encoding="utf-8") as file:
            file.write(json.dumps(counts) + "\n")
