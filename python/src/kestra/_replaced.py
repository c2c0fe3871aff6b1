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
        """Write the record as a whole: whatever passes it on may pass on each piece by itself.

        Where it is passed on to a standard stream, as by a tee, the record begins a line there.
        """
        record = line + "\n"
        with _stream.state.lock:
            if "tqdm.std" in sys.modules:
                from . import _displays

                if _displays.has_drawn_bar(self.stream):
                    record = "\n" + record
            self._flush()  # so that the record is not one piece with what the caller printed
            _stream.state.is_passing_on = True
            try:
                self.stream.write(record)
                self._flush()
            finally:
                _stream.state.is_passing_on = False

    def write_long(self, record: bytearray) -> None:
        """Write a long line, which is already encoded and has its line end."""
        self.write(record[:-1].decode())

    def _flush(self) -> None:
        if hasattr(self.stream, "flush"):
            self.stream.flush()
        for known in _stream.state.standard:
            try:  # noqa: SIM105 - one module less to import
                known.stream.flush()
            except Exception:  # noqa: S110 - the record need not go there
                pass
