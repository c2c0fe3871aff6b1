"""`run --levels --batch`: a record of what a command prints within a moment."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from kestra._batch import Batches
from kestra._wire import log_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from kestra.levels._events import Pair

    Write = Callable[[str, list[Pair]], None]


class RelayBatch(Batches):
    """A batch of what is read from pipes, in one thread, which looks at the clock itself."""

    def __init__(self, write: Write) -> None:
        super().__init__()
        self.write = write
        self.streams = {name: _Stream(name, write) for name in ("stdout", "stderr")}

    def take(self, stream: str, pairs: list[Pair]) -> None:
        """Hold the logs of a stream; a record of the command's own follows what is held."""
        for level, message in pairs:
            if level:
                self.add(stream, log_line(level, message))
            else:
                self.flush()
                self.write(stream, [("", message)])

    def patience(self) -> float:
        """Return for how many seconds what is held may wait."""
        return max(self.end - monotonic(), 0) if self.lines else 3_600

    def is_urgent(self, _: str) -> bool:
        """Let ERROR wait too: so counts, by default, whatever a command prints on standard error."""
        return False

    def start_timer(self) -> None:
        """Start no thread."""


class _Stream:
    """Where a batch writes its records."""

    def __init__(self, name: str, write: Write) -> None:
        self.name = name
        self.stream = getattr(sys, name)
        self.write_pairs = write

    def write(self, line: str) -> None:
        self.write_pairs(self.name, [("", line)])
