"""The time of outputs, in a small and in a full process, compared with encoders that do not check."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable

import sampling
from installs import Installs
from subjects import OURS

HERE = Path(__file__).resolve().parent

NODE_ENCODERS = ["Kestra.format", "JSON.stringify"]
PYTHON_ENCODERS = ["Kestra.outputs", "json.dumps"]
LARGE = ["a table of 400,000 rows, 23 MB", "100,000 records with a date, a BigInt and text outside ASCII"]
"""the kinds whose peak memory is measured"""

Figures = dict[str, dict[str, list[float]]]
"""seconds of the processor in each round, by kind of value and name of the encoder"""


def python(installs: Installs, rounds: int, objects: int) -> "dict[str, Figures]":
    """Return the figures of Python, in a process with and without this number of other objects."""
    return measured(installs, [sys.executable, str(HERE / "outputs_child.py")], rounds, objects)


def node(installs: Installs, rounds: int, objects: int) -> "dict[str, Figures]":
    """Return the figures of Node in the same way."""
    child = json.dumps(str(HERE / "outputs_child.cjs"))
    code = f'require({child}).measure(require("@kestra-io/libs"));\n'
    return measured(installs, ["node", str(installs.node_script(OURS, "outputs", code))], rounds, objects)


def node_peaks(installs: Installs, rounds: int) -> Figures:
    """Return the peak memory of Node above the data's, in MiB, for each large kind and encoder."""
    child = json.dumps(str(HERE / "outputs_child.cjs"))
    code = f'require({child}).measurePeak(require("@kestra-io/libs"));\n'
    script = installs.node_script(OURS, "peaks", code)
    settings, result = installs.scratch / "settings.json", installs.scratch / "result.json"
    figures: Figures = {kind: {name: [] for name in NODE_ENCODERS} for kind in LARGE}
    for kind in LARGE:
        for name in sampling.in_turn(rounds, NODE_ENCODERS):
            settings.write_text(json.dumps({"kind": kind, "encoder": name, "result": str(result)}))
            with sampling.target("pipe") as descriptor:
                command = ["node", str(script), str(settings)]
                subprocess.run(command, stdout=descriptor, env=sampling.environment(), check=True)
            figures[kind][name].append(json.loads(result.read_text()))
    return figures


def python_peaks(installs: Installs, rounds: int, *, is_quick: bool) -> Figures:
    """Return the peak memory of Python above the data's, in MiB; for `json.dumps` the data is made plain before."""
    settings, result = installs.scratch / "settings.json", installs.scratch / "result.json"
    kinds = LARGE[:1] if is_quick else [LARGE[0], *objects()]
    figures: Figures = {kind: {name: [] for name in PYTHON_ENCODERS} for kind in kinds}
    for kind in kinds:
        for name in sampling.in_turn(rounds, PYTHON_ENCODERS):
            settings.write_text(json.dumps({"kind": kind, "encoder": name, "result": str(result)}))
            with sampling.target("pipe") as descriptor:
                command = [sys.executable, str(HERE / "outputs_child.py"), str(settings)]
                subprocess.run(command, stdout=descriptor, env=sampling.environment(), check=True)
            figures[kind][name].append(json.loads(result.read_text()))
    return figures


def measured(installs: Installs, command: "list[str]", rounds: int, objects: int) -> "dict[str, Figures]":
    """Run a small process, and one that holds the objects."""
    figures: "dict[str, Figures]" = {}
    settings, result = installs.scratch / "settings.json", installs.scratch / "result.json"
    for name, count in {"a small process": 0, f"{objects:,} other objects": objects}.items():
        settings.write_text(json.dumps({"rounds": rounds, "objects": count, "result": str(result)}))
        subprocess.run([*command, str(settings)], env=sampling.environment(), check=True)
        figures[name] = json.loads(result.read_text())
    return figures


def values() -> "dict[str, Callable[[], Any]]":
    """Return what makes the outputs, by kind; `outputs_child.cjs` has the same."""
    row = {"name": "a name", "share": 0.5, "ok": True}
    return {
        "a table of 3,000 rows, 170 KB": lambda: [{"id": number, **row} for number in range(3_000)],
        "a table of 400,000 rows, 23 MB": lambda: [{"id": number, **row} for number in range(400_000)],
        "10,000 lists of one number": lambda: [[number] for number in range(10_000)],
        "10,000 numbers, most with an exponent": lambda: [number * 1e-7 for number in range(10_000)],
        "a table of 3 rows": lambda: [{"id": number, **row} for number in range(3)],
        "one small object": lambda: {"rows": 3, "file": "a.csv"},
    }


@dataclasses.dataclass
class Row:
    """A row of a table as an object."""

    id: int
    name: str
    share: float
    ok: bool


def objects() -> "dict[str, tuple[Callable[[], Any], Callable[[Any], Any]]]":
    """Return what makes the outputs of types that JSON does not have, by kind, each with what makes them plain."""
    return {
        "dataclasses, 100,000, of asdict": (
            lambda: [Row(number, "a name", 0.5, True) for number in range(100_000)],
            lambda rows: [dataclasses.asdict(row) for row in rows],
        ),
        "models of pydantic, 100,000, of model_dump": (models, lambda rows: [row.model_dump() for row in rows]),
        "numpy, 2,000,000 floats, of tolist": (numbers, lambda array: array.tolist()),
        "pandas, 100,000 x 10, of to_dict": (pandas_frame, lambda frame: frame.to_dict("records")),
        "polars, 100,000 x 10, of to_dicts": (polars_frame, lambda frame: frame.to_dicts()),
    }


def models() -> "list[Any]":
    """Return models of pydantic."""
    import pydantic

    model = pydantic.create_model("Row", id=(int, ...), name=(str, ...), share=(float, ...), ok=(bool, ...))
    return [model(id=number, name="a name", share=0.5, ok=True) for number in range(100_000)]


def numbers() -> "Any":
    """Return an array of numpy."""
    import numpy as np

    return np.random.default_rng(1).random(2_000_000)


def columns() -> "tuple[dict[str, Any], list[str]]":
    """Return nine columns, one of them of times, and the texts of a column of categories."""
    import numpy as np

    count = 100_000
    random = np.random.default_rng(1)
    return {
        **{f"share {number}": random.random(count) for number in range(4)},
        **{f"count {number}": random.integers(0, 1_000_000, count) for number in range(2)},
        "name": [f"name {number}" for number in range(count)],
        "ok": random.random(count) > 0.5,
        "time": np.datetime64("2026-01-01T00:00:00", "us") + np.arange(count) * 1_000_000,
    }, [("red", "green", "blue")[number % 3] for number in range(count)]


def pandas_frame() -> "Any":
    """Return a table of pandas."""
    import pandas as pd

    others, colours = columns()
    return pd.DataFrame({**others, "colour": pd.Categorical(colours)})


def polars_frame() -> "Any":
    """Return a table of polars."""
    import polars as pl

    others, colours = columns()
    return pl.DataFrame({**others, "colour": pl.Series(colours, dtype=pl.Categorical)})
