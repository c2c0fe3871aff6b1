"""A stream that the caller, or a library, has put in the place of a standard one."""

import sys

from . import _stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class ReplacedStream:
    """What was put in the place of a stream; it needs no more than `write`."""

    def __init__(self, stream: "Any") -> None:
        self.stream = stream

    def write(self, line: str) -> None:
        """Write the record as a whole: whatever passes it on may pass on each piece by itself."""
        record = line + "\n"
        with _stream.state.lock:
            if "tqdm.std" in sys.modules:
                from . import _displays

                if _displays.has_drawn_bar(self.stream):
                    record = "\n" + record
            self.stream.write(record)
            if hasattr(self.stream, "flush"):
                self.stream.flush()
