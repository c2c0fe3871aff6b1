"""The payload of a record: metrics, logs, outputs and assets, as Kestra's classes read them from its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from kestra._wire import json_string

from ._containers import decode_list, decode_map, decode_object, schema
from ._errors import Path, PayloadError, path_text
from ._json import JsonDecimal, JsonInteger, JsonObject
from ._otlp_schema import OTLP
from ._scalars import Decoder, decode_bool, decode_double, decode_level, decode_string, expected
from ._times import decode_duration, decode_instant

# The white space of Java's `isBlank`.
_WHITESPACE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
_WHITESPACE += "\u2028\u2029\u205f\u3000"


METRIC_TYPES = ("counter", "gauge", "timer")


@dataclass
class SentMetric:
    """A metric as it was sent; ``value`` is a double, for a timer nanoseconds, or None if it is missing."""

    type: str
    name: str | None = None
    value: float | int | None = None
    tags: dict[str, str | None] | None = None
    description: str | None = None
    has_null_time: bool = False


def decode_payload(value: Any, kestra: str) -> dict[str, Any]:
    """Return the payload of a record: its members that are in `MEMBERS`."""
    return decode_object(MEMBERS[kestra], value, ()) or {}


def decode_metric(value: Any, path: Path, decode_number: Decoder = decode_double) -> SentMetric | None:
    """Return a metric; Jackson also accepts ``["counter", {...}]``, and reads ``["counter"]`` as null."""
    if value is None:
        return None
    kind, before, after = _parts_of_metric(value, path)
    if kind not in METRIC_TYPES:
        raise _unknown_type(kind, path if type(value) is list else (*path, "type"))
    if after is None:
        return None
    members: dict[str, Any] = {}
    # Jackson keeps numbers before the type as numbers, not as strings.
    for pairs, decode_text in ((before, _decode_string_before_type), (after, decode_string)):
        decoders = {
            "value": decode_duration if kind == "timer" else decode_number,
            "tags": partial(decode_map, decode=decode_text),
            "timestamp": decode_instant,
            **dict.fromkeys(("name", "type", "description"), decode_text),
        }
        for key, member in pairs:
            decode = decoders.get(key)
            if decode is not None:
                members[key] = decode(member, (*path, key))
    has_null_time = "timestamp" in members and members["timestamp"] is None
    name, number, tags, description = (members.get(key) for key in ("name", "value", "tags", "description"))
    return SentMetric(kind, name, number, tags, description, has_null_time)


def _unknown_type(kind: str | None, path: Path) -> PayloadError:
    actual, remedy = "nothing", 'add "type":"counter"'
    if kind is not None:
        similar = [name for name in METRIC_TYPES if kind.strip().lower() in (name, name[:5], f"{name}s")]
        actual, remedy = json_string(kind), f'send "{similar[0] if similar else "gauge"}"'
    return PayloadError(f'{path_text(path)}: expected "counter", "gauge" or "timer", got {actual}', remedy, path=path)


def _parts_of_metric(value: Any, path: Path) -> tuple[str | None, Any, Any]:
    """Return the type of a metric and the members before and after it; the latter are None if there is no object."""
    if type(value) is JsonObject:
        for index, (key, member) in enumerate(value):
            if key == "type" and member is not None and not isinstance(member, list):
                return decode_string(member, path), value[:index], value[index + 1 :]
        return None, (), ()
    if type(value) is list and value and not isinstance(value[0], list):
        kind = decode_string(value[0], path) or "null"
        if len(value) == 1:
            return kind, (), None
        if len(value) == 2 and type(value[1]) is JsonObject:
            return kind, (), value[1]
    raise expected("an object", value, path)


def _decode_string_before_type(value: Any, path: Path) -> str | None:
    return "0" if type(value) is JsonInteger and value == "-0" else decode_string(value, path)


def _decode_asset(value: Any, path: Path, *, needs_type: bool) -> None:
    if type(value) is not JsonObject:
        return  # Kestra reads it as null
    members = dict(value)
    kind = members.get("type")
    name = kind if type(kind) is str else ""
    if not name.strip(_WHITESPACE) and (name or needs_type):  # since 2.0 an asset without a type is External
        raise expected("a type", kind, (*path, "type"), 'send for example "type":"TABLE"')
    for key, decode in _ASSET.items():
        if key in members:
            decode(members[key], (*path, key))


def _decode_asset_instant(value: Any, path: Path) -> bool | None:
    """Do what `decode_instant` does; Jackson has already converted a fraction to a double."""
    return decode_instant(JsonDecimal(float(value)) if type(value) is JsonDecimal else value, path)


_ASSET: dict[str, Decoder] = {
    **dict.fromkeys(("tenantId", "namespace", "id", "type", "displayName", "description"), decode_string),
    "metadata": decode_map,
    "created": _decode_asset_instant,
    "updated": _decode_asset_instant,
    "deleted": decode_bool,
}
_ASSET_IDENTIFIER: dict[str, Decoder] = dict.fromkeys(("tenantId", "namespace", "id", "type"), decode_string)


def _payload_members(kestra: str) -> dict[str, Decoder]:
    """Return the decoders of the members of a payload that a version of Kestra knows."""
    decode_asset = partial(_decode_asset, needs_type=kestra == "1.3")
    decode_number = partial(decode_double, allow_plus=kestra != "1.3")
    members: dict[str, Any] = {
        "outputs": decode_map,
        "metrics": partial(decode_list, partial(decode_metric, decode_number=decode_number)),
        "logs": partial(decode_list, schema({"level": decode_level, "message": decode_string})),
        "assets": schema({"inputs": [schema(_ASSET_IDENTIFIER)], "outputs": [decode_asset]}),
    }
    if kestra != "1.3":
        members["otlp"] = OTLP
    return members


MEMBERS = {kestra: _payload_members(kestra) for kestra in ("2.0", "1.3")}
