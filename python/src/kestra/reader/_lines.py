"""Bytes to lines, decoded as Java decodes them."""

from __future__ import annotations

import re

# Java reads three bytes of a surrogate, or the first two, as one malformed sequence; Python reads three or two.
_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]?")
# A sequence that Java still expects to continue at the stream's end; Python knows that it cannot.
_BYTES_AWAITED = re.compile(rb"[\xf5-\xf7][\x80-\xbf]{1,2}\Z")
_REPLACEMENT = "\ufffd".encode()


class LineDecoder:
    """Splits the bytes of a stream into lines, and keeps an unfinished line."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._is_after_cr = False

    def split(self, data: bytes) -> list[str]:
        """Return the lines that end in these bytes: at LF, CR or CR LF, and at CR without waiting for an LF."""
        if self._is_after_cr and data:
            self._is_after_cr = False
            data = data[1:] if data[:1] == b"\n" else data
        if not data:
            return []
        pieces = data.splitlines(keepends=True)
        last = b"" if pieces[-1][-1:] in (b"\n", b"\r") else pieces.pop()
        lines = []
        for piece in pieces:
            whole = b"".join([*self._pieces, piece]) if self._pieces else piece
            self._pieces = []
            lines.append(_decode(whole.rstrip(b"\r\n")))
        self._is_after_cr = data[-1:] == b"\r"
        if last:
            self._pieces.append(last)
        return lines

    def rest(self) -> list[str]:
        """Return the last line of a stream that has ended, if it has no line end."""
        data, self._pieces = b"".join(self._pieces), []
        return [_decode(_BYTES_AWAITED.sub(_REPLACEMENT, data))] if data else []


def _decode(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _SURROGATE_BYTES.sub(_REPLACEMENT, data).decode(errors="replace")
