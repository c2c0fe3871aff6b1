"""What a record must be, byte for byte, written a second time: with Python's own decoder and JSON encoder."""

import json

LIMIT = 15_360
"""UTF-16 units that Kestra keeps in one entry."""


def units(text: str) -> int:
    """Return the number of UTF-16 units of `text`."""
    return len(text.encode("utf-16-le")) // 2


def pieces(text: str) -> list[str]:
    """Cut `text` into pieces of at most LIMIT units, each as long as fits, never inside a character."""
    result = [""]
    room = LIMIT
    for character in text:
        if room < units(character):
            result.append("")
            room = LIMIT
        result[-1] += character
        room -= units(character)
    return result


def json_string(text: str) -> str:
    """Return `text` as a JSON string of printable ASCII; DEL is the one character json leaves alone."""
    return json.dumps(text).replace("\x7f", "\\u007f")


def clean(message: bytes) -> str:
    """Return what of `message` Kestra can keep."""
    return message.decode("utf-8", errors="replace").replace("\\u0000", "\ufffd")


def record(*entries: tuple[str, bytes]) -> bytes:
    """Return the line of one record of (level, message) entries."""
    logs = [
        f'{{"level":"{level}","message":{json_string(piece)}}}'
        for level, message in entries
        for piece in pieces(clean(message))
    ]
    return f'::{{"logs":[{",".join(logs)}]}}::\n'.encode("ascii")
