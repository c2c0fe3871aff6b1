"""Makes the calls of a file, a JSON array of arrays of text, with kestra 2.0.0 of PyPI; an answer ends with U+001E."""

import json
import sys
from pathlib import Path

from kestra import Kestra

LEVELS = {"TRACE": 5, "DEBUG": 10, "INFO": 20, "WARN": 30, "WARNING": 30, "ERROR": 40, "CRITICAL": 50, "FATAL": 50}


def parse(text):
    return json.loads(text, parse_constant=not_json)


def not_json(name):
    raise ValueError(f"{name} is not JSON")


def mapping(words, *, json_values=False):
    members = {}
    for word in words:
        key, equals, value = word.partition("=")
        if json_values and key.endswith(":"):
            key, value = key[:-1], parse(value)
        if not equals or key in members:
            raise ValueError(f"expected KEY=VALUE, and each key once, got {word}")
        members[key] = value
    return members


def make(verb, *words):
    if verb == "log":
        Kestra.logger().log(LEVELS[words[0].upper()], words[1])
    elif verb in ("outputs", "assets"):
        getattr(Kestra, verb)(mapping(words, json_values=True))
    else:
        name, value, *tags = words
        getattr(Kestra, verb)(name, parse(value), mapping(tags))


sys.setrecursionlimit(5_000)
for call in json.loads(Path(sys.argv[1]).read_text()):
    try:
        make(*call)
        status = 0
    except Exception:
        status = 1
    print(f"\x1e{status}", flush=True)
    print(f"\x1e{status}", file=sys.stderr, flush=True)
