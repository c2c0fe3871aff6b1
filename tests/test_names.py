"""The emitters in Python and Node have the same layers with the same names, so that they can be read side by side."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# The functions that only one language needs, and why.
ONLY_PYTHON = {
    "wire": {
        "format_message": "Node formats in its logger, by util.format",
        "is_unicode": "a str may hold lone surrogates, and its C encoder does not report them",
        "level_of_number": "only logging has levels by number",
        "long_json_string": "the C encoder is called for long texts",
    },
    "json": {
        "decimal_text": "only Python has a Decimal",
        "ecmascript_exponent": "JavaScript writes its numbers itself",
        "float_text": "JavaScript has one type of number: numberText",
        "has_long_string": "JavaScript measures each string",
        "is_number": "typeof tells",
        "is_storable": "JavaScript measures each string",
        "to_json_type": "convert calls toJSON once, as JSON.stringify does",
        "types_in": "plainCopy looks at types while it copies",
        "with_ecmascript_exponents": "JavaScript writes its numbers itself",
    },
    "stream": {
        "is_running": "a batch asks whether a signal handler has interrupted it",
        "is_temporary": "a batch passes on what a signal handler has raised",
        "mark_shared": "only Python locks a pipe among processes",
        "stream_now": "a batch holds the logs of streams: canHold",
    },
}
ONLY_NODE = {
    "wire": {},
    "json": {
        "at": "a function stands for the try statement that Python writes out",
        "members_of": "a mapping is a Map or an object",
    },
    "stream": {
        "bytes_of": "the capture reads what is written to descriptors",
        "can_hold": "a batch asks for it: stream_now",
        "current_batch": "the capture holds logs itself: state.batch",
        "set_batch": "state.batch",
        "write_held": "a batch writes to the descriptor: deferred",
        "is_replaced": "the capture asks for it",
        "set_unfinished": "the capture knows what is written to descriptors",
        "take_text": "the capture turns loggers' text into records",
        "taken_for": "the capture turns loggers' text into records",
        "write_taken": "the capture turns loggers' text into records",
    },
}


NODE_FILES = {"wire": ["wire.js", "data.js"], "json": ["json.js"], "stream": ["stream.js"]}
"""the modules of a layer; Python imports within functions what Node has in `data.js`"""


def python_names(layer):
    """Return the public functions of a module."""
    source = (ROOT / "python" / "src" / "kestra" / f"_{layer}.py").read_text()
    return set(re.findall(r"^def ([a-z]\w*)\(", source, re.MULTILINE))


def node_names(layer):
    """Return the functions of a layer, and those that it exports, with their names in Python's style."""
    source = "".join((ROOT / "node" / name).read_text() for name in NODE_FILES[layer])
    functions = re.findall(r"^function (\w+)\(", source, re.MULTILINE)
    exported = re.findall(r"^module\.exports = \{(.*?)\};", source, re.MULTILINE | re.DOTALL)
    return snake_case(functions), snake_case(re.findall(r"\b[a-z]\w*", " ".join(exported)))


def snake_case(names):
    """Return names such as jsonText as json_text."""
    return {re.sub(r"[A-Z]", lambda capital: "_" + capital[0].lower(), name) for name in names}


@pytest.mark.parametrize("layer", ["wire", "json", "stream"])
def test_each_function_of_python_is_one_of_node(layer):
    """Each function that only one language has is listed with a reason."""
    functions, _ = node_names(layer)

    assert set(ONLY_PYTHON[layer]) == python_names(layer) - functions


@pytest.mark.parametrize("layer", ["wire", "json", "stream"])
def test_each_function_that_node_exports_is_one_of_python(layer):
    """Each function that only one language has is listed with a reason."""
    _, exported = node_names(layer)

    assert set(ONLY_NODE[layer]) == exported - python_names(layer)


@pytest.mark.parametrize("layer", ["wire", "json", "stream"])
def test_contributing_lists_the_functions_that_both_have(layer):
    """The table in CONTRIBUTING.md has each function of the layer that Python and Node share."""
    functions, _ = node_names(layer)
    (row,) = re.findall(rf"^\| {layer} \| (`.*`) \|$", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE)

    assert functions & python_names(layer) == set(re.findall(r"`(\w+)`", row))
