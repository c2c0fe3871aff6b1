"""Standard output of a command, which may be closed while the command continues."""

from __future__ import annotations

import os
import sys


class Output:
    """Collects text, and writes it to standard output; without a reader, the command still runs to its end."""

    def __init__(self) -> None:
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        self._parts: list[str] = []

    def add(self, text: str) -> None:
        """Add text, to be written by the next `flush`."""
        self._parts.append(text)

    def flush(self) -> None:
        """Write what was added."""
        if not self._parts:
            return
        try:
            sys.stdout.write("".join(self._parts))
            sys.stdout.flush()
        except OSError:  # Python's own flush at the end would fail again, and change the exit status
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        self._parts.clear()
