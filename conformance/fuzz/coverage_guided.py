"""Feeds the reader and the encoder of Python with inputs that reach new code, found by libFuzzer.

python conformance/fuzz/coverage_guided.py -max_total_time=60

Only what Python itself knows is compared: the reader never raises, and what the encoder sends reads back as it was.
"""

import json
import math
import sys

import atheris

with atheris.instrument_imports(include=["kestra"]):
    from kestra import _json
    from kestra.reader import Reader, as_json

STRINGS = ["", "a", "::{", "\\u0000", "\x00", "\ud83d", "\U0001f680", "x" * 70]
# More than Python's stack has room for is not the encoder's affair, but that of `json.loads` below.
DEEPEST = 30


def read(source: atheris.FuzzedDataProvider) -> None:
    """Read bytes in two pieces, which must make no difference."""
    data = source.ConsumeBytes(4_096)
    cut = source.ConsumeIntInRange(0, len(data))
    pieces, whole = (lines(parts) for parts in ((data[:cut], data[cut:]), (data,)))
    assert pieces == whole, (data, cut)


def lines(parts: "tuple[bytes, ...]") -> "list[object]":
    reader = Reader()
    found = [line for part in parts for line in reader.feed("stdout", part)]
    return list(map(as_json, [*found, *reader.close("stdout")]))


def encode(source: atheris.FuzzedDataProvider) -> None:
    """Encode a value, by both ways alike, and read it back."""
    value = generated(source, DEEPEST)
    try:
        text = _json.json_text(value, "outputs")
    except (TypeError, ValueError):
        return
    assert text.isascii(), value
    assert text == "".join(_json.encode_checked(value, "outputs", _json.NESTING, is_tried=True)), value
    assert equal(json.loads(text), value), (value, text)


def generated(source: atheris.FuzzedDataProvider, levels: int) -> "object":
    kind = source.ConsumeIntInRange(0, 9 if levels else 7)
    if kind < 2:
        return [None, True, False][source.ConsumeIntInRange(0, 2)]
    if kind == 2:
        return source.ConsumeInt(source.ConsumeIntInRange(1, 12))
    if kind < 5:
        return source.ConsumeFloat() if kind == 3 else source.ConsumeRegularFloat()
    if kind < 8:
        text = source.PickValueInList(STRINGS) + source.ConsumeUnicode(source.ConsumeIntInRange(0, 20))
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")  # two halves are a character
    members = [generated(source, levels - 1) for _ in range(source.ConsumeIntInRange(0, 4))]
    return members if kind == 8 else {source.ConsumeUnicode(4): member for member in members}


def equal(read: object, value: object) -> bool:
    """Tell whether a value has come back, with 5 and 5.0 apart."""
    return repr(read) == repr(value) or (isinstance(value, float) and math.isclose(read, value, rel_tol=0))  # type: ignore[arg-type]


def test_one_input(data: bytes) -> None:
    source = atheris.FuzzedDataProvider(data)
    (read if source.ConsumeBool() else encode)(source)


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()
