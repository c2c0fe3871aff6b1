# ruff: noqa: INP001 - Python imports it by this name from PYTHONPATH
"""Starts the capture in each Python process under `python -m kestra run`, which puts this folder on PYTHONPATH.

Any Python may load this file, so even the oldest must be able to read it, and no error may stop the program.
"""

import os
import sys

_folder = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - `pathlib` takes longer than all of this
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _folder]  # noqa: PTH100

if sys.version_info >= (3, 9):  # noqa: UP036
    _path = sys.path[:]
    # Temporarily, and at the end: a Python that has its own kestra must use that, and must not see
    # the other packages that are installed next to ours.
    sys.path.append(os.path.dirname(os.path.dirname(os.path.dirname(_folder))))  # noqa: PTH120
    try:
        from kestra.capture import capture_from_environment

        capture_from_environment()
    except Exception:  # noqa: S110
        pass
    finally:
        sys.path[:] = _path

# The machine's own module, which this one hides. Python expects a module of this name in the end.
_this = sys.modules.pop("sitecustomize", None)
try:
    __import__("sitecustomize")
except ImportError as _error:
    if getattr(_error, "name", "sitecustomize") != "sitecustomize":
        raise
finally:
    if _this is not None:
        sys.modules.setdefault("sitecustomize", _this)
