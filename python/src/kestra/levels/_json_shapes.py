"""Lines of JSON that have the members of others of their stream: one expression takes level, message and the rest."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from . import _rules as rules
from ._json import LEFT_OUT, LEVEL_RANKS, LOGGERS, MEMBER, MESSAGES, PLAIN, is_flat, json_entry, level_of_word

if TYPE_CHECKING:
    from typing import Optional

    from ._json import Entry

_OFTEN = 8  # lines of a shape before it is worth an expression
_LIMIT = 32  # shapes of a stream
_TRIES = 4  # shapes that a line is compared with, those that came last
_SEEN_LIMIT = 500


class JsonShapes:
    """The shapes of the objects of one stream, the last one first."""

    def __init__(self, *, names: bool) -> None:
        self.names = names
        self.shapes: list[_Shape] = []
        self.seen: dict[str, int] = {}

    def read(self, text: str) -> Optional[Entry]:
        """Do what `json_entry` does."""
        shapes = self.shapes
        for index, shape in enumerate(shapes):
            match = shape.match(text)
            if match is not None:
                if index:
                    shapes.insert(0, shapes.pop(index))
                return shape.entry(match) or json_entry(text, names=self.names)
            if index == _TRIES:
                break
        entry = json_entry(text, names=self.names)
        if entry is not None and entry[0] and len(shapes) < _LIMIT and len(self.seen) < _SEEN_LIMIT:
            self._learn(text)
        return entry

    def _learn(self, text: str) -> None:
        if not is_flat(text):
            return
        form = MEMBER.sub(r"\1:", text)
        count = self.seen[form] = self.seen.get(form, 0) + 1
        if count == _OFTEN:
            self.shapes.insert(0, _Shape(text, names=self.names))


class _Shape:
    """The members of an object without others in it."""

    def __init__(self, text: str, *, names: bool) -> None:
        members = list(MEMBER.finditer(text))
        keys = [member[1][1:-1] for member in members]
        level = _best(keys, LEVEL_RANKS)
        kept = [index for index, key in enumerate(keys) if key not in LEFT_OUT and key != level]
        name = _best([keys[index] for index in kept], LOGGERS) if names else ""
        message = _best([keys[index] for index in kept if keys[index] != name], MESSAGES)
        told = [keys.index(key) if key else -1 for key in (level, message, name)]
        rest = [index for index in kept if index not in told]
        taken = sorted({*told, *rest} - {-1})
        self.places = [taken.index(index) if index >= 0 else -1 for index in told]  # among the groups of a match
        self.rest = [(f'"{keys[index]}":', taken.index(index)) for index in rest]
        self.has_stacks = any(keys[index] in rules.JSON["stacks"] for index in rest)
        ends = [0, *(member.end() for member in members)]
        values = [f"({PLAIN})" if index in taken else PLAIN for index in range(len(members))]
        heads = [re.escape(text[end : member.start(2)]) for end, member in zip(ends, members)]
        pattern = "".join(head + value for head, value in zip(heads, values)) + re.escape(text[ends[-1] :])
        self.match = re.compile(pattern).fullmatch
        self.levels: dict[str, str] = {}

    def entry(self, match: re.Match[str]) -> Optional[Entry]:
        """Return what `json_entry` does, or None where the values are of other kinds than most."""
        raws = match.groups()
        level_place, message_place, name_place = self.places
        level_raw = raws[level_place]
        level = self.levels.get(level_raw) or self._level(level_raw)
        text = _text(raws[message_place]) if message_place >= 0 else ""
        if not level or text is None:
            return None
        text = text.rstrip("\n")
        if self.rest:
            rest = ",".join([key + raws[place] for key, place in self.rest])
            text = f"{text} {{{rest}}}" if text else f"{{{rest}}}"
        if name_place >= 0:
            name = _text(raws[name_place])
            if name is None:
                return None
            text = " ".join(part for part in (f"{name}:" if name else "", text) if part)
        return level, text or match[0]

    def _level(self, raw: str) -> str:
        level = level_of_word(raw[1:-1]) if raw[0] == '"' and "\\" not in raw and not self.has_stacks else ""
        if level:
            self.levels[raw] = level
        return level


def _best(keys: list[str], ranks: dict[str, int]) -> str:
    """Return the key that counts before the others, or nothing."""
    return min((key for key in keys if key in ranks), key=ranks.__getitem__, default="")


def _text(raw: str) -> Optional[str]:
    """Return the text of a string, and nothing for any other value."""
    if raw[0] != '"':
        return None
    if "\\" not in raw:
        return raw[1:-1]
    try:
        return str(json.loads(raw))
    except ValueError:
        return None
