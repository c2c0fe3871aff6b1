"""The driver: the command to run, and what the file beside it says of it."""

import importlib
import shlex
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from kestra_conformance.cases import Case, matches

# The kinds of numbers that a language can have, each with the name under which the cases except it.
NUMBERS = {"integers-and-floats": "python", "int64": "python", "one": "node", "text": "shell"}

# What an emitter need not have.
OPTIONAL = {
    "calls": "A driver need not make several calls in a process.",
    "capture": "An emitter need not capture other output.",
    "levels": "An emitter need not read the levels of other programs.",
}

MEMBERS = ("name", "numbers", "batch", "known-failures", "groups")


class UsageError(ValueError):
    """A command, an option or a driver's file that says nothing that can be run."""


@dataclass(frozen=True)
class Driver:
    """A program that makes one call; `kind` is its name in the exceptions of the cases."""

    name: str
    command: "list[str]"
    kind: str = "python"
    batch: bool = False
    known_failures: "Optional[Path]" = None
    left_out: "dict[str, str]" = field(default_factory=lambda: dict(OPTIONAL))
    is_ours: bool = False

    def why_left_out(self, case: Case) -> "Optional[str]":
        """Return the reason for which the driver leaves out the group of a case."""
        name = matches(case.group, self.left_out)
        return None if name is None else self.left_out[name]


def read_driver(command: "list[str]", file: "Optional[Path]" = None, **options: Any) -> Driver:
    """Return the driver of a command, by its file, or by the one beside it; options that are not None come first."""
    file = file or file_beside(command)
    members = read_file(file) if file else {}
    members.update({name: value for name, value in options.items() if value is not None})
    known = members.get("known-failures")
    return Driver(
        name=members.get("name") or script(command).stem,
        command=command,
        kind=NUMBERS[members.get("numbers", "integers-and-floats")],
        batch=members.get("batch", False),
        known_failures=file.parent / known if file and known else known and Path(known),
        left_out=left_out(members.get("groups", {})),
    )


def left_out(groups: "dict[str, Any]") -> "dict[str, str]":
    """Return the groups that are left out, each with the reason."""
    reasons = {name: reason for name, reason in OPTIONAL.items() if name not in groups}
    for name, value in groups.items():
        if value is not True:
            reasons[name] = value or "The driver's file says so."
    return reasons


def split_command(words: "list[str]") -> "list[str]":
    """Return the words of a command; a single argument that is no file is split as a shell does it."""
    if len(words) == 1 and not Path(words[0]).is_file():
        words = shlex.split(words[0])
    if not words:
        raise UsageError("expected the command of a driver")
    if shutil.which(words[0]) is None:
        is_file = Path(words[0]).is_file()
        raise UsageError(f"{words[0]}: {'is not executable' if is_file else 'there is no such program'}")
    return words


def script(command: "list[str]") -> Path:
    """Return the file of the driver: the last word of the command that is a file."""
    return next((Path(word) for word in reversed(command) if Path(word).is_file()), Path(command[0]))


def file_beside(command: "list[str]") -> "Optional[Path]":
    """Return the file beside the driver, which has its name and the ending `.toml`, if there is one."""
    file = script(command).with_suffix(".toml")
    return file if file.is_file() else None


def read_file(file: Path) -> "dict[str, Any]":
    """Read a driver's file, and check its members."""
    try:
        members = load_toml(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{file}: {error}") from error
    for name, value in members.items():
        expected = {"batch": bool, "groups": dict}.get(name, str)
        if name not in MEMBERS:
            raise UsageError(f'{file}: expected some of {", ".join(MEMBERS)}, got "{name}"')
        if not isinstance(value, expected):
            raise UsageError(f"{file}: {name}: expected a {expected.__name__}, got {value!r}")
    if members.get("numbers", "text") not in NUMBERS:
        raise UsageError(f'{file}: numbers: expected one of {", ".join(NUMBERS)}, got "{members["numbers"]}"')
    for name, value in members.get("groups", {}).items():
        if not isinstance(value, (bool, str)):
            raise UsageError(f"{file}: groups: {name}: expected true, false or the reason, got {value!r}")
    return members


def load_toml(text: str) -> "dict[str, Any]":
    """Parse TOML, which Python reads itself from 3.11 on."""
    toml = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    members: dict[str, Any] = toml.loads(text)
    return members
