"""Decodes arrays and objects as Kestra's classes do."""

from __future__ import annotations

from functools import partial
from typing import Any

from ._errors import Path, PayloadError, path_text
from ._json import JsonObject, to_python
from ._scalars import Decoder, expected


def decode_list(decode: Decoder, value: Any, path: Path) -> list[Any] | None:
    """Return an array with each member decoded by the given decoder."""
    if value is None:
        return None
    if type(value) is not list:
        raise expected("an array", value, path, "put it in [ ]")
    return [decode(member, (*path, index)) for index, member in enumerate(value)]


def decode_map(value: Any, path: Path, decode: Decoder | None = None) -> dict[str, Any] | None:
    """Return an object with any keys; its values are as sent, or decoded by the given decoder."""
    if value is None:
        return None
    if type(value) is not JsonObject:
        raise expected("an object", value, path, "put it in { }, each value after its key")
    if decode is None:
        return to_python(value)  # type: ignore[no-any-return]
    return {key: decode(member, (*path, key)) for key, member in value}


def decode_object(decoders: dict[str, Decoder], value: Any, path: Path) -> dict[str, Any] | None:
    """Return an object with the given members, all optional; other members are ignored.

    Jackson creates the object as soon as it has read all of its members, and fails at another one.
    """
    if value is None:
        return None
    if type(value) is not JsonObject:
        raise expected("an object", value, path)
    members: dict[str, Any] = {}
    for key, member in value:
        decode = decoders.get(key)
        if decode is not None:
            member_path = (*path, key)
            if len(members) == len(decoders):
                raise PayloadError(f"{path_text(member_path)}: duplicate member", "send it once", path=member_path)
            members[key] = decode(member, member_path)
    return members


def schema(members: dict[str, Any]) -> Decoder:
    """Return the decoder of an object; a list of one decoder means an array."""
    decoders = {key: partial(decode_list, each[0]) if isinstance(each, list) else each for key, each in members.items()}
    return partial(decode_object, decoders)
