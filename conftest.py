"""Tests the source where no package is installed, so that `pip install pytest` and `pytest` are enough to begin."""

import importlib.util
import os
import sys
from pathlib import Path

SOURCE = str(Path(__file__).parent / "python" / "src")

if importlib.util.find_spec("kestra") is None:
    sys.path.insert(0, SOURCE)
    # For the processes that tests start.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [SOURCE, os.environ.get("PYTHONPATH")]))
