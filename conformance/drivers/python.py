"""Makes the call that its arguments describe with the installed `kestra`. The protocol is in ../SPECIFICATION.md."""

import atexit
import base64
import json
import logging
import os
import re
import sys
import tempfile
import traceback

from kestra import Kestra
from kestra._wire import log_line
from kestra.levels import Detector


def log(level, message):
    Kestra.log(level, message)


def pairs(arguments):
    """Return LEVEL MESSAGE [LEVEL MESSAGE]... as the entries of `Kestra.logs`."""
    if not arguments or len(arguments) % 2:
        raise ValueError(f"logs: expected LEVEL MESSAGE pairs, got {len(arguments)} arguments")
    return [{"level": level, "message": message} for level, message in zip(arguments[::2], arguments[1::2])]


# The parser uses one frame a level, and a value may be nested as deep as Python's default stack.
sys.setrecursionlimit(5_000)


SIGNED_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\u[0-9A-Fa-f]{0,3}[+-]")


def parse(text):
    """Read a JSON text; by default Python's parser accepts NaN and Infinity, and PyPy's a sign in an escape."""
    if SIGNED_ESCAPE.search(text):
        raise ValueError("a sign among the digits of an escape is not JSON")
    return json.loads(text, parse_constant=not_json)


def not_json(name):
    raise ValueError(f"{name} is not JSON")


def mapping(arguments, *, json_values=False):
    """Return KEY=TEXT, and KEY:=JSON with `json_values`, as a dict in the same order."""
    members = {}
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals:
            raise ValueError(f"expected KEY=VALUE, got {json.dumps(argument)}")
        if json_values and key.endswith(":"):
            key, value = key[:-1], parse(value)
        if key in members:
            raise ValueError(f"{json.dumps(key)} is given twice")
        members[key] = value
    return members


def assets(*arguments):
    members = mapping(arguments, json_values=True)
    if "" in members:  # not a call, although the emitter accepts any map
        raise ValueError("expected KEY=VALUE, got an empty key")
    Kestra.assets(members)


def capture(level, message):
    """Log with Python's own `logging`, set up to print on the stream of that level."""
    number = {"TRACE": 5, "DEBUG": 10, "INFO": 20, "WARN": 30, "ERROR": 40}.get(level)
    if number is None:
        raise ValueError(f"capture: expected a level, got {json.dumps(level)}")
    with Kestra.capture():
        logging.basicConfig(
            level=1, format="%(message)s", stream=sys.stdout if number < logging.WARNING else sys.stderr
        )
        logging.getLogger("driver").log(number, "%s", message)


def levels(stream, text):
    """Read what a program printed on a stream, and write the records to the same stream."""
    if stream not in ("stdout", "stderr"):
        raise ValueError(f"levels: expected stdout or stderr, got {json.dumps(stream)}")
    detector = Detector()
    for event in detector.feed(stream, text.encode()) + detector.close():
        line = event.message if event.is_record else log_line(event.level, event.message)
        print(line, file=getattr(sys, stream))


def calls(*texts):
    for text in texts:
        make(*parse(text))


CALLS = {
    "log": log,
    "logs": lambda *arguments: Kestra.logs(pairs(arguments)),
    "outputs": lambda *arguments: Kestra.outputs(mapping(arguments, json_values=True)),
    "assets": assets,
    "counter": lambda name, value, *tags: Kestra.counter(name, parse(value), mapping(tags)),
    "gauge": lambda name, value, *tags: Kestra.gauge(name, parse(value), mapping(tags)),
    "timer": lambda name, value, *tags: Kestra.timer(name, parse(value), mapping(tags)),
    "capture": capture,
    "levels": levels,
    "calls": calls,
}


def make(verb="", *arguments):
    if verb not in CALLS:
        raise ValueError(f"verb: expected one of {', '.join(CALLS)}, got {json.dumps(verb)}")
    CALLS[verb](*arguments)


def status_of(call):
    """Make a call, and return the exit status."""
    try:
        make(*(argument.decode("utf-8", "replace") for argument in call))
    except (TypeError, ValueError, RecursionError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def batch():
    """Answer a line of JSON for each line of arguments; a child makes the call, as if it were its only one."""
    for line in sys.stdin.buffer:
        files = [tempfile.TemporaryFile(), tempfile.TemporaryFile()]  # noqa: SIM115 - closed below
        child = os.fork()
        if child == 0:
            make_in_child([base64.b64decode(text) for text in json.loads(line)], files)
        answer = {"status": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}
        for name, file in zip(("stdout", "stderr"), files):
            with file:
                file.seek(0)
                answer[name] = base64.b64encode(file.read()).decode()
        print(json.dumps(answer), flush=True)


def make_in_child(call, files):
    """Make a call whose streams are files, and end as Python does, except that no memory is freed: that takes 14 ms."""
    for descriptor, file in enumerate(files, 1):
        os.dup2(file.fileno(), descriptor)
    status = 1
    try:
        status = status_of(call)
    except BaseException:
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()  # noqa: SLF001 - no other way to end as Python does
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if sys.argv[1:] == ["--batch"]:
    batch()
else:
    sys.exit(status_of(map(os.fsencode, sys.argv[1:])))
