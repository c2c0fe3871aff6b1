"""Finds the cases and the drivers, and gives each test its share of them."""

import json
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CASES = HERE / "cases"


@dataclass(frozen=True)
class Row:
    """One runtime under test; `driver` is the name that cases know it by."""

    name: str
    driver: str
    command: list[str]
    is_ours: bool = True


@dataclass(frozen=True)
class Case:
    """One file below cases/, and what it wants."""

    path: Path
    members: dict

    @property
    def name(self):
        return self.path.relative_to(CASES).with_suffix("").as_posix()

    @property
    def exceptions(self):
        return self.members.get("except", {})

    def goldens(self, driver):
        """Read the bytes wanted on each stream that has a golden; a driver the case excepts has its own, or none."""
        stem = f"{self.path.stem}.{driver}" if driver in self.exceptions else self.path.stem
        files = {stream: self.path.with_name(f"{stem}.{stream}") for stream in ("stdout", "stderr")}
        return {stream: file.read_bytes() for stream, file in files.items() if file.exists()}


def load(path):
    try:
        return Case(path, json.loads(path.read_bytes()))
    except ValueError as error:
        raise pytest.UsageError(f"BUG IN CASE: {path}: {error}") from error


def our_rows():
    shells = {name: [name] for name in ("dash", "bash", "mksh", "ksh93")}
    # -f: the start-up files of whoever runs the suite are no part of it.
    shells |= {"busybox": ["busybox", "ash"], "zsh": ["zsh", "-f"], "zsh-sh": ["zsh", "--emulate", "sh", "-f"]}
    return [
        Row("python", "python", [sys.executable, str(HERE / "drivers/python.py")]),
        Row("node", "node", ["node", str(HERE / "drivers/node.cjs")]),
        *(Row(name, "shell", [*shell, str(HERE / "drivers/shell.sh")]) for name, shell in shells.items()),
    ]


def given_row(text):
    name, equals, command = text.partition("=")
    if not (name and equals and shlex.split(command)):
        raise pytest.UsageError(f"--driver: expected NAME=COMMAND, got {text!r}")
    return Row(name, name, shlex.split(command), is_ours=False)


def known_failures(row):
    """Read the row's list and its driver's: by case, the comment above it."""
    files = [HERE / f"known_failures/{name}.txt" for name in {row.name, row.driver}]
    reasons = {}
    for paragraph in "\n\n".join(file.read_text() for file in files if file.exists()).split("\n\n"):
        comment, entries = [], []
        for line in paragraph.splitlines():
            (comment if line.startswith("#") else entries).append(line.strip("# "))
        reasons |= dict.fromkeys(entries, " ".join(comment))
    return reasons


def marks(row, case, failures, capture):
    if case.members["call"][:1] == ["capture"] and not (row.is_ours or capture):
        return [pytest.mark.skip(reason="a driver need not capture: --capture-cases holds it to these cases, too")]
    if case.name in failures:
        return [pytest.mark.xfail(reason=failures[case.name], raises=pytest.fail.Exception, strict=True)]
    if row.driver in case.exceptions and not case.goldens(row.driver):
        return [pytest.mark.skip(reason=case.exceptions[row.driver])]
    return []


def pytest_addoption(parser):
    parser.addoption("--driver", action="append", metavar="NAME=COMMAND", help="run only this driver; may be repeated")
    parser.addoption("--capture-cases", action="store_true", help="hold the given drivers to the cases on capture, too")


def pytest_generate_tests(metafunc):
    if "case" not in metafunc.fixturenames:
        return
    cases = [load(path) for path in sorted(CASES.rglob("*.json"))]
    if "row" not in metafunc.fixturenames:
        metafunc.parametrize("case", cases, ids=lambda case: case.name)
        return
    given, capture = metafunc.config.getoption("driver"), metafunc.config.getoption("capture_cases")
    parameters = []
    for row in map(given_row, given) if given else our_rows():
        failures = known_failures(row)
        parameters += [
            pytest.param(row, case, id=f"{row.name}-{case.name}", marks=marks(row, case, failures, capture))
            for case in cases
        ]
    metafunc.parametrize(("row", "case"), parameters)
