"""OpenTelemetry's logs and metrics in a record, as Kestra 2.0 shows them.

One thing has no rule: a value of some 150 levels and more may overflow Kestra's stack, which is fatal; here it is read.
"""

import math
import re
from typing import Any, Optional, Protocol

from . import _payload
from ._json import Fault, Path, place_of


class _Takes(Protocol):
    def note(self, kind: str, path: Path, what: str, remedy: "Optional[str]" = None) -> None: ...
    def show(self, level: str, message: "Optional[str]", path: Path) -> None: ...
    def take_metric(self, metric: "Optional[_payload.Metric]", path: Path) -> None: ...


class _Registers(Protocol):
    def register(self, metric: "Optional[_payload.Metric]", path: Path) -> None: ...


_LEVELS_OF_TEXT = {"WARNING": "WARN", "FATAL": "ERROR", **{level: level for level in _payload.LEVELS}}
_BLANK = re.compile("[\x00-\x20]*")
_ENCRYPTED = re.compile("::\\{[^\n\r\x85\u2028\u2029]*?encryptedOutputs[^\n\r\x85\u2028\u2029]*?\\}::")
_JSON_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_JSON_ESCAPED = re.compile('["\\\\\x00-\x1f]')
_CANNOT = "Kestra fails at this, and drops it with a warning"


def take(payload: "dict[str, Any]", found: _Takes, meters: _Registers) -> None:
    """Show the logs and metrics of a payload; raises `Fault` where Kestra stops reading."""
    for record, path in _members(payload, "resourceLogs", "scopeLogs", "logRecords"):
        _take_log(record, path, found)
    for metric, path in _members(payload, "resourceMetrics", "scopeMetrics", "metrics"):
        _take_metric(metric, path, found, meters)
    if payload.get("resourceSpans"):
        found.note("lost", ("otlp", "resourceSpans"), "Kestra drops spans", "leave them out")


def _members(payload: "dict[str, Any]", *keys: str) -> "Any":
    """Yield what stands in three lists, one in the other, each with its path."""
    level: "list[tuple[Any, Path]]" = [(payload, ("otlp",))]
    yield from _below(level[0], keys)


def _below(container: "tuple[Any, Path]", keys: "tuple[str, ...]") -> "Any":
    value, path = container
    if value is None:
        raise Fault(f"{place_of(path)}: expected an object, got null", "leave it out", path=path)
    for index, member in enumerate(value.get(keys[0]) or ()):
        here = (*path, keys[0], index)
        if len(keys) == 1:
            yield member, here
        else:
            yield from _below((member, here), keys[1:])


def _take_log(record: "Optional[dict[str, Any]]", path: Path, found: _Takes) -> None:
    if record is None:
        found.note("lost", path, _CANNOT, "leave it out")
        return
    body = record.get("body")
    text = None if body is None else any_text(body)
    message = None if text is None else _ENCRYPTED.sub("******", text)
    if message != text:
        found.note("misread", path, "Kestra masks what looks like a record with encryptedOutputs")
    found.show(_level(record), message, (*path, "body") if "body" in record else path)


def _level(record: "dict[str, Any]") -> str:
    number = record.get("severityNumber")
    if number is not None and number > 0:
        return ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")[min((number - 1) // 4, 4)]
    text = (record.get("severityText") or "").strip("".join(map(chr, range(33))))
    return _LEVELS_OF_TEXT.get(text.upper(), "INFO")


def any_text(value: "dict[str, Any]") -> "Optional[str]":
    """Return the text that Kestra shows of a value: None where it has none."""
    if value.get("stringValue") is not None:
        return str(value["stringValue"])
    if value.get("boolValue") is not None:
        return "true" if value["boolValue"] else "false"
    if value.get("intValue") is not None:
        return str(value["intValue"])
    if value.get("doubleValue") is not None:
        return java_double(value["doubleValue"])
    if value.get("bytesValue") is not None:
        return str(value["bytesValue"])
    for key in ("arrayValue", "kvlistValue"):
        if value.get(key) is not None:
            return _json(value[key])
    return None


def java_double(number: float) -> str:
    """Return a double as Java's `Double.toString` writes it: 1.0E7 from ten millions on, 1.0E-4 below a thousandth."""
    if not math.isfinite(number):
        return "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity"
    if number == 0 or 1e-3 <= abs(number) < 1e7:
        text = repr(number)
        if "e" not in text:
            return text
    mantissa, _, exponent = repr(number).partition("e")
    sign = "-" if mantissa[0] == "-" else ""
    whole, _, fraction = mantissa.lstrip("-").partition(".")
    digits = (whole + fraction).lstrip("0")
    power = int(exponent or 0) + len(whole) - 1 - (len(whole + fraction) - len(digits) if whole == "0" else 0)
    digits = digits.rstrip("0") or "0"
    return f"{sign}{digits[0]}.{digits[1:] or '0'}E{power}"


_ORDER = (  # of the members of three classes, of which no two have one in common
    *("key", "value"),
    *("stringValue", "boolValue", "intValue", "doubleValue", "arrayValue", "kvlistValue", "bytesValue"),
    "values",
)


class _Written(str):
    """Text that is JSON already."""

    __slots__ = ()


def _json(value: "Any") -> str:
    """Return a value as Kestra writes it: without its nulls, its members in the order of their class."""
    written = []
    todo = [value]
    while todo:  # no recursion, as a value may be hundreds of levels deep
        part = todo.pop()
        if isinstance(part, (dict, list)):
            todo += reversed(_parts(part))
        else:
            written.append(part if type(part) is _Written else _json_scalar(part))
    return "".join(written)


def _parts(container: "Any") -> "list[Any]":
    comma = _Written(",")
    if isinstance(container, list):
        members = [part for member in container for part in (comma, member)]
        return [_Written("["), *members[1:], _Written("]")]
    keys = [key for key in _ORDER if container.get(key) is not None]
    members = [part for key in keys for part in (comma, _Written(f'"{key}":'), container[key])]
    return [_Written("{"), *members[1:], _Written("}")]


def _json_scalar(value: "Any") -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = java_double(value)
        return text if math.isfinite(value) else f'"{text}"'
    if isinstance(value, int):
        return str(value)
    return '"' + _JSON_ESCAPED.sub(lambda mark: _escape(mark.group()), value) + '"'


def _escape(mark: str) -> str:
    return _JSON_ESCAPES.get(mark) or f"\\u{ord(mark):04X}"


def _take_metric(metric: "Optional[dict[str, Any]]", path: Path, found: _Takes, meters: _Registers) -> None:
    if metric is None:
        found.note("lost", path, _CANNOT, "leave it out")
        return
    entries = _entries(metric, path, found)
    for entry, here in entries:
        found.take_metric(entry, here)
        try:
            meters.register(entry, here)
        except Fault as fault:
            found.note("lost", here, f"{_CANNOT}: {fault.reason}", fault.remedy)
            break


def _entries(metric: "dict[str, Any]", path: Path, found: _Takes) -> "list[tuple[_payload.Metric, Path]]":
    """Return the metrics of the points of a gauge or a sum; none where Kestra fails at one of them."""
    source = next((key for key in ("gauge", "sum") if metric.get(key) is not None), None)
    if source is None:
        found.note("lost", path, "Kestra reads gauges and sums only", "send a gauge or a sum")
        return []
    is_counter = source == "sum" and metric["sum"].get("aggregationTemporality") == 1
    entries = []
    for index, point in enumerate(metric[source].get("dataPoints") or ()):
        here = (*path, source, "dataPoints", index)
        tags = None if point is None else _tags(point.get("attributes"))
        if tags is None:
            found.note("lost", here, _CANNOT, "send points whose attributes have one value each")
            return []
        value = point.get("asDouble")
        if value is None and point.get("asInt") is not None:
            value = float(point["asInt"])
        if value is None:
            found.note("lost", here, "expected a number, got none", "send asDouble or asInt")
            continue
        if not point.get("timeUnixNano"):
            found.note("hangs", here, "Kestra's server stops at a point without timeUnixNano", "send timeUnixNano")
        kind = "counter" if is_counter else "gauge"
        entry = _payload.Metric(kind, metric.get("name"), value, dict(tags), _description(metric))
        entries.append((entry, here))
    return entries


def _tags(attributes: "Optional[list[Any]]") -> "Optional[dict[str, Optional[str]]]":
    """Return attributes as tags, without those that have no text; None where Kestra fails."""
    tags: "dict[str, Optional[str]]" = {}
    for attribute in attributes or ():
        if attribute is None:
            return None
        key, value = attribute.get("key"), attribute.get("value")
        text = None if key is None or value is None else any_text(value)
        if text is not None:
            if key in tags:
                return None
            tags[key] = text
    return tags


def _description(metric: "dict[str, Any]") -> "Optional[str]":
    description, unit = metric.get("description"), metric.get("unit")
    if description and unit:
        return f"{description} ({unit})"
    return description or unit or None
