"""The cases: files below cases/, their goldens, and the lists of known failures."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import pytest
from harness.runtimes import CONFORMANCE, LIKE, Runtime

VERSION = "3.0.0"
CASES = CONFORMANCE / "cases"
KNOWN_FAILURES = CONFORMANCE / "known_failures"


@dataclass(frozen=True)
class Case:
    """One case: the call that a driver makes, and the expected result."""

    path: Path
    members: "dict[str, Any]"

    @property
    def name(self) -> str:
        """Return `valid/GROUP/NAME` or `invalid/GROUP/NAME`."""
        return self.path.relative_to(CASES).with_suffix("").as_posix()

    @property
    def exceptions(self) -> "dict[str, str]":
        """Return the drivers that cannot give the common result, each with the reason."""
        exceptions: dict[str, str] = self.members.get("except", {})
        return exceptions

    def goldens(self, driver: str) -> "dict[str, bytes]":
        """Read the bytes of each stream with a golden; an excepted driver has its own goldens, or none."""
        stem = f"{self.path.stem}.{driver}" if driver in self.exceptions else self.path.stem
        files = {stream: self.path.with_name(f"{stem}.{stream}") for stream in ("stdout", "stderr")}
        return {stream: file.read_bytes() for stream, file in files.items() if file.exists()}


def load(path: Path) -> Case:
    """Read a case."""
    try:
        return Case(path, json.loads(path.read_bytes()))
    except ValueError as error:
        raise pytest.UsageError(f"BUG IN CASE: {path}: {error}") from error


def known_failures(runtime: Runtime, file: "Optional[str]" = None) -> "dict[str, str]":
    """Read the given list, or the lists of the runtime and of its driver; return the comment above each case."""
    names = {runtime.name, runtime.driver} if runtime.is_ours else {runtime.name} - set(LIKE.values())
    files = [Path(file)] if file else [KNOWN_FAILURES / f"{name}.txt" for name in names]
    reasons: dict[str, str] = {}
    for paragraph in "\n\n".join(file.read_text() for file in files if file.exists()).split("\n\n"):
        comment: list[str] = []
        entries: list[str] = []
        for line in paragraph.splitlines():
            (comment if line.startswith("#") else entries).append(line.strip("# "))
        reasons |= dict.fromkeys(entries, " ".join(comment))
    return reasons
