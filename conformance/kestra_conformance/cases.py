"""The cases: files below cases/, their goldens, and the lists of known failures."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
# In the installed package the cases are inside it; in the repository they are beside it.
CASES = next(path for path in (HERE / "cases", HERE.parent / "cases") if path.exists())

# The groups in the order in which an emitter is best written, which is that of the verdict.
ORDER = (
    *("log-text", "log-escapes", "log-levels", "log-level", "log-utf8", "log-limits"),
    *("logs-batch", "log-nul-text", "log-invalid-utf8", "call"),
    *("outputs-text", "outputs-keys", "outputs-json", "outputs-numbers", "outputs-limits"),
    *("metric-name", "metric-value", "metric-tags", "assets"),
    *("writing", "calls", "capture", "levels"),
)


class BrokenCaseError(ValueError):
    """A case that cannot be read."""


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
    def group(self) -> str:
        """Return the name of the folder."""
        return self.path.parent.name

    @property
    def is_valid(self) -> bool:
        """Tell whether the call must be made."""
        return self.path.parent.parent.name == "valid"

    @property
    def is_on_full_disk(self) -> bool:
        """Tell whether the driver's stdout takes nothing."""
        return self.members.get("stdout") == "full"

    @property
    def exceptions(self) -> "dict[str, str]":
        """Return the drivers that cannot give the common result, each with the reason."""
        exceptions: dict[str, str] = self.members.get("except", {})
        return exceptions

    @property
    def call(self) -> "list[bytes]":
        """Return the arguments for the driver; a lone low surrogate is a byte that is not UTF-8."""
        arguments = [argument.encode("utf-8", "surrogateescape") for argument in self.members["call"]]
        if padding := self.members.get("padding"):
            arguments[-1] += b"x" * padding
        return arguments

    def goldens(self, kind: str) -> "dict[str, bytes]":
        """Read the bytes of each stream with a golden; a kind of driver that is excepted has its own, or none."""
        stem = f"{self.path.stem}.{kind}" if kind in self.exceptions else self.path.stem
        files = {stream: self.path.with_name(f"{stem}.{stream}") for stream in ("stdout", "stderr")}
        return {stream: file.read_bytes() for stream, file in files.items() if file.exists()}


def load(path: Path) -> Case:
    """Read a case."""
    try:
        return Case(path, json.loads(path.read_bytes()))
    except ValueError as error:
        raise BrokenCaseError(f"BUG IN CASE: {path}: {error}") from error


def all_cases() -> "list[Case]":
    """Read every case, in the order of the groups, and in a group the shortest call first."""
    return sorted(map(load, CASES.rglob("*.json")), key=order)


def order(case: Case) -> "tuple[int, str, int, str]":
    """Return the key by which cases are sorted."""
    place = ORDER.index(case.group) if case.group in ORDER else len(ORDER)
    return place, case.group, sum(map(len, case.call)), case.name


def matches(group: str, names: "Iterable[str]") -> "Optional[str]":
    """Return the name that stands for a group: its own, or the beginning before a hyphen."""
    return next((name for name in names if group == name or group.startswith(f"{name}-")), None)


def known_failures(*files: Path) -> "dict[str, str]":
    """Read lists of known failures; return the comment above each case."""
    reasons: dict[str, str] = {}
    for paragraph in "\n\n".join(file.read_text("utf-8") for file in files if file.exists()).split("\n\n"):
        comment: list[str] = []
        entries: list[str] = []
        for line in paragraph.splitlines():
            (comment if line.startswith("#") else entries).append(line.strip("# "))
        reasons.update(dict.fromkeys(entries, " ".join(comment)))
    return reasons
