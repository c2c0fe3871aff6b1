"""The limits of Kestra's logs and of its database."""

from __future__ import annotations

import re

from kestra._wire import MESSAGE_UNITS

SURROGATE = re.compile("[\ud800-\udfff]")
NON_FINITE = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}  # Python's text of a float, and Java's
PAIR_CUT = f"Kestra cuts a message every {MESSAGE_UNITS:,} UTF-16 units, here through a surrogate pair, and drops it"


def cut_message(message: str) -> list[str]:
    """Return a message in Kestra's pieces, which may end with half a surrogate pair."""
    if len(message) <= MESSAGE_UNITS // 2:  # a string this short is no longer than that in UTF-16
        return [message]
    units = message.encode("utf-16-le", "surrogatepass")  # two bytes a unit
    if len(units) <= 2 * MESSAGE_UNITS:
        return [message]
    starts = range(0, len(units), 2 * MESSAGE_UNITS)
    return [units[start : start + 2 * MESSAGE_UNITS].decode("utf-16-le", "surrogatepass") for start in starts]


def unstorable_part(text: str | None) -> str | None:
    """Return the name of the part of a string that Kestra's database cannot store."""
    if text is None:
        return None
    if "\\u0000" in text:
        return "the six characters \\u0000"
    if not text.isascii() and SURROGATE.search(text):
        return "half a surrogate pair"
    return "U+0000" if "\0" in text else None
