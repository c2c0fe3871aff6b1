# ruff: noqa: INP001 - Python imports it by this name from PYTHONPATH
"""Begins the capture in each Python process under `python -m kestra run`, which puts this folder on PYTHONPATH.

Any Python comes here, so this file has to be one that the oldest can read, and whatever fails, the program goes on.
"""

import os
import sys

_folder = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - `pathlib` takes longer than all of this
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _folder]  # noqa: PTH100

if sys.version_info >= (3, 9):  # noqa: UP036
    _path = sys.path[:]
    # The last place, for as long as it takes: where a Python has a kestra of its own, that is the one,
    # and of what else is installed beside ours it must see nothing.
    sys.path.append(os.path.dirname(os.path.dirname(os.path.dirname(_folder))))  # noqa: PTH120
    try:
        from kestra.capture import capture_from_environment

        capture_from_environment()
    except Exception:  # noqa: S110
        pass
    finally:
        sys.path[:] = _path

# The machine's own, which this one hides. Python wants to find a module of this name when all is done.
_this = sys.modules.pop("sitecustomize", None)
try:
    __import__("sitecustomize")
except ImportError as error:
    if getattr(error, "name", "sitecustomize") != "sitecustomize":
        raise
finally:
    if _this is not None:
        sys.modules.setdefault("sitecustomize", _this)
