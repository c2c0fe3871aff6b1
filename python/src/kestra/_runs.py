"""Long lists, of which each run of members is encoded at once; loaded for the first."""

from . import _json
from ._conversion import convert_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Union


def list_members(container: "Any", levels: int) -> "Iterator[tuple[int, Any]]":
    """Return the members of a list with their numbers, or for each run of them its text, if it can be had at once."""
    for start in range(0, len(container), _json.SLICE):
        part = container[start : start + _json.SLICE]
        for first in range(0, len(part), _json.RUN):
            run = part[first : first + _json.RUN]
            text = _encode_run(run, levels)
            if text is None:
                yield from enumerate(run, start + first)
            else:
                yield start + first, _json.Text(text[1:-1])


def _encode_run(run: "Any", levels: int) -> "Union[str, None]":
    """Return some members of a list encoded at once, or None."""
    kinds = {*map(type, run)}
    if len(kinds) == 1 and kinds.isdisjoint(_json.JSON_TYPES):
        try:
            run = convert_all(run)
        except Exception:  # `encode_checked` finds the error again, with its path
            return None
    return _json.encode_fast(run, levels)
