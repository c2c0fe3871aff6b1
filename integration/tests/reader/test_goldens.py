"""Checks that Kestra reads every golden of the conformance suite as the call that was made."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from kestra_conformance.cases import CASES
from support import oracle

DRIVERS = ["python", "node", "shell"]
# The emitters send any map as assets, because Kestra decides what is valid: by golden, the versions that reject it.
NO_ASSETS = {"valid/assets/several.stdout": ("1.3.",), "valid/assets/text.stdout": ("1.3.", "2.")}


class Golden(NamedTuple):
    """One golden, its call, and the drivers that must print it."""

    path: Path
    call: list[str]
    drivers: list[str]

    @property
    def name(self):
        return self.path.relative_to(CASES).as_posix()


def goldens():
    for path in sorted([*CASES.rglob("*.stdout"), *CASES.rglob("*.stderr")]):
        stem, _, driver = path.stem.partition(".")
        members = json.loads(path.with_name(f"{stem}.json").read_bytes())
        # Several lines: of logs, whose text the rules on levels choose, and of calls that other cases make alone.
        if members["call"][0] in ("levels", "calls"):
            continue
        if members["call"][0] == "capture":  # captured text arrives like a log, and a record is passed on unchanged
            if driver or not set(path.read_text().splitlines()).isdisjoint(members["call"][2].splitlines()):
                continue  # what one driver alone makes of captured text is other text
            members["call"][0] = "log"
        drivers = [driver] if driver else [name for name in DRIVERS if name not in members.get("except", {})]
        yield Golden(path, members["call"], drivers)


GOLDENS = list(goldens())


def each_of(*verbs):
    """Run a test with each golden of these calls."""
    chosen = [golden for golden in GOLDENS if golden.call[0] in verbs]
    return pytest.mark.parametrize("golden", chosen, ids=lambda golden: golden.name)


def read(kestra_reader, golden):
    [line] = kestra_reader.lines([golden.path.read_bytes()], golden.path.suffix[1:])[0]
    return line


def test_goldens_are_found():
    """The suite has goldens of every kind."""
    assert len(GOLDENS) >= 500
    assert {"log", "logs", "outputs", "assets", "counter", "gauge", "timer"} == {golden.call[0] for golden in GOLDENS}


@each_of("log", "logs")
def test_logs_arrive(kestra_reader, golden):
    """Kestra shows the message at its level, cut only where the record is cut."""
    line = read(kestra_reader, golden)

    pairs = zip(golden.call[1::2], (text.encode("utf-8", "surrogateescape") for text in golden.call[2::2]))
    assert ("record", []) == (line["verdict"], line["warnings"])
    assert oracle.logs(pairs) == [(log["level"], log["message"]) for log in line["logs"]]
    assert [] == [log for log in line["logs"] if "cut" in log]
    assert ({}, [], None) == (line["outputs"], line["metrics"], line["assets"])


@each_of("outputs")
def test_outputs_arrive(kestra_reader, golden):
    """Kestra holds the outputs that were sent, and integers and floats stay what they are."""
    line = read(kestra_reader, golden)

    assert ("record", []) == (line["verdict"], line["warnings"])
    for driver in golden.drivers:
        assert oracle.kinds(mapping(golden.call[1:], driver)) == oracle.kinds(line["outputs"])
    assert ([], [], None) == (line["logs"], line["metrics"], line["assets"])


@each_of("counter", "gauge", "timer")
def test_metrics_arrive(kestra_reader, golden):
    """Kestra holds the metric that was sent, as a double or as a duration in nanoseconds."""
    line = read(kestra_reader, golden)

    kind, name, value, *tags = golden.call
    tags = dict(tag.split("=", 1) for tag in tags)
    assert ("record", []) == (line["verdict"], line["warnings"])
    for driver in golden.drivers:
        text = unquoted(value)
        sent = oracle.Lexeme(text) if driver == "shell" else number(text, driver)  # Kestra takes a timer's digits
        assert [oracle.metric(kind, name, sent, tags)] == [without_time(metric) for metric in line["metrics"]]
    assert ([], {}, None) == (line["logs"], line["outputs"], line["assets"])


@each_of("assets")
def test_assets_end_the_reading(kestra_reader, golden):
    """The open-source Kestra stops reading at any assets."""
    line = read(kestra_reader, golden)

    if kestra_reader.version.startswith(NO_ASSETS.get(golden.name, ())):
        assert "invalid" == line["verdict"]
    else:
        assert ("fatal", "java.lang.UnsupportedOperationException") == (line["verdict"], line["reason"])


def without_time(metric):
    return {name: member for name, member in metric.items() if name != "timestamp"}


def mapping(arguments, driver):
    members = {}
    for argument in arguments:
        key, _, text = argument.partition("=")
        members[key.removesuffix(":")] = parsed(text, driver) if key.endswith(":") else text
    return members


def parsed(text, driver):
    return json.loads(
        text, parse_int=lambda lexeme: number(lexeme, driver), parse_float=lambda lexeme: number(lexeme, driver)
    )


def unquoted(text):
    """Return the number in a JSON text, also when the text is a string, as for the output of a command."""
    text = text.strip()
    return json.loads(text).strip() if text.startswith('"') else text


def number(lexeme, driver):
    """Return a number as a driver's parser passes it to the emitter."""
    if driver == "shell":
        return oracle.number(oracle.Lexeme(lexeme), driver)
    if driver == "node":
        return oracle.number(float(lexeme), driver)
    return int(lexeme) if re.fullmatch(r"-?\d+", lexeme) else float(lexeme)
