"""Errors of a payload, with their position."""

from __future__ import annotations

import json
from typing import Union

Step = Union[str, int]
Path = tuple[Step, ...]  # keys and indices that lead to a value


class PayloadError(Exception):
    """The reason for which Kestra refuses a line, or a part of it.

    ``column`` counts characters of the JSON from 1; ``path`` leads to the wrong value if no column is known yet.
    """

    def __init__(
        self, reason: str, remedy: str | None = None, *, path: Path | None = None, column: int | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        self.path = path
        self.column = column


def path_text(path: Path) -> str:
    """Return a path in the form of errors: ``logs[0]["level"]``."""
    first, *rest = path
    name = str(first) if str(first).isidentifier() and str(first).isascii() else json.dumps(first)
    return name + "".join(f"[{json.dumps(step)}]" for step in rest)
