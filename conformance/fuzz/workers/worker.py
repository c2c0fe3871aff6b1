"""Makes the calls of many files with the driver of Python, in one process: a path a line on stdin."""

import json
import logging
import os
import sys
import traceback
from pathlib import Path

from kestra import _api

DRIVER = Path(__file__).resolve().parents[2] / "drivers" / "python.py"
CODE = compile(DRIVER.read_text("utf-8"), DRIVER, "exec")
MARK = 0x1E  # ends the answer to a call on each stream, with the exit status


def make(call):
    """Return the exit status of the driver for one call."""
    sys.argv = [str(DRIVER), *map(os.fsdecode, map(os.fsencode, call))]
    try:
        exec(CODE, {"__name__": "__main__", "__file__": str(DRIVER)})
    except SystemExit as stop:
        if isinstance(stop.code, str):
            print(stop.code, file=sys.stderr)
        return 1 if isinstance(stop.code, str) else stop.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        # As in a new process: no name of a metric has a type, and `capture` sets up logging for its stream.
        _api._types.clear()  # noqa: SLF001
        logging.root.handlers.clear()
    return 0


for path in sys.stdin:
    for call in json.loads(Path(path.strip()).read_text()):
        status = make(call)
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            os.write(stream.fileno(), b"%c%d\n" % (MARK, status))
    os.write(3, b".")
