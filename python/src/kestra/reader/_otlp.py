"""OpenTelemetry's logs and metrics in a record, as Kestra 2.0 shows them.

Except that a value of about 150 levels or more may overflow Kestra's stack, which is fatal; here it is read.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from ._errors import Path, PayloadError, path_text
from ._payload import SentMetric
from ._scalars import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._metrics import MetricRegistry
    from ._record import ParsedRecord

_LEVELS_OF_TEXT = {"WARNING": "WARN", "FATAL": "ERROR", **{level: level for level in LEVELS}}
_BLANK = re.compile("[\x00-\x20]*")
_ENCRYPTED = re.compile("::\\{[^\n\r\x85\u2028\u2029]*?encryptedOutputs[^\n\r\x85\u2028\u2029]*?\\}::")
_JSON_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_JSON_ESCAPED = re.compile('["\\\\\x00-\x1f]')
_FAILS = "Kestra fails at this, and drops it with a warning"


def show(payload: dict[str, Any], record: ParsedRecord, registry: MetricRegistry) -> None:
    """Add the logs and metrics of a payload to a record; raises `PayloadError` where Kestra stops reading."""
    for log, path in _members((payload, ("otlp",)), "resourceLogs", "scopeLogs", "logRecords"):
        _add_log(log, path, record)
    for metric, path in _members((payload, ("otlp",)), "resourceMetrics", "scopeMetrics", "metrics"):
        _add_metric(metric, path, record, registry)
    if payload.get("resourceSpans"):
        record.note("lost", ("otlp", "resourceSpans"), "Kestra drops spans", "remove them")


def _members(container: tuple[Any, Path], key: str, *keys: str) -> Iterator[tuple[Any, Path]]:
    """Yield the members of nested lists, each with its path."""
    value, path = container
    if value is None:
        raise PayloadError(f"{path_text(path)}: expected an object, got null", "remove it", path=path)
    for index, member in enumerate(value.get(key) or ()):
        member_path = (*path, key, index)
        if keys:
            yield from _members((member, member_path), *keys)
        else:
            yield member, member_path


def _add_log(log: dict[str, Any] | None, path: Path, record: ParsedRecord) -> None:
    if log is None:
        record.note("lost", path, _FAILS, "remove it")
        return
    body = log.get("body")
    text = None if body is None else any_text(body)
    message = None if text is None else _ENCRYPTED.sub("******", text)
    if message != text:
        record.note("misread", path, "Kestra masks what looks like a record with encryptedOutputs")
    record.add_message(_level(log), message, (*path, "body") if "body" in log else path)


def _level(log: dict[str, Any]) -> str:
    number = log.get("severityNumber")
    if number is not None and number > 0:
        return ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")[min((number - 1) // 4, 4)]
    text = (log.get("severityText") or "").strip("".join(map(chr, range(33))))
    return _LEVELS_OF_TEXT.get(text.upper(), "INFO")


def any_text(value: dict[str, Any]) -> str | None:
    """Return the text that Kestra shows for a value, or None if it has none."""
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
    """A part of the JSON that is written already."""

    __slots__ = ()


def _json(value: Any) -> str:
    """Return a value as Kestra writes it, without nulls and with the members in the order of their class."""
    written = []
    todo = [value]
    while todo:  # no recursion, because a value may be hundreds of levels deep
        part = todo.pop()
        if isinstance(part, (dict, list)):
            todo += reversed(_parts(part))
        else:
            written.append(part if type(part) is _Written else _json_scalar(part))
    return "".join(written)


def _parts(container: Any) -> list[Any]:
    comma = _Written(",")
    if isinstance(container, list):
        members = [part for member in container for part in (comma, member)]
        return [_Written("["), *members[1:], _Written("]")]
    keys = [key for key in _ORDER if container.get(key) is not None]
    members = [part for key in keys for part in (comma, _Written(f'"{key}":'), container[key])]
    return [_Written("{"), *members[1:], _Written("}")]


def _json_scalar(value: Any) -> str:
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


def _add_metric(metric: dict[str, Any] | None, path: Path, record: ParsedRecord, registry: MetricRegistry) -> None:
    if metric is None:
        record.note("lost", path, _FAILS, "remove it")
        return
    for entry, member_path in _points(metric, path, record):
        record.add_metric(entry, member_path)
        try:
            registry.register(entry, member_path)
        except PayloadError as error:
            record.note("lost", member_path, f"{_FAILS}: {error.reason}", error.remedy)
            break


def _points(metric: dict[str, Any], path: Path, record: ParsedRecord) -> list[tuple[SentMetric, Path]]:
    """Return the points of a gauge or a sum as metrics, or [] if Kestra fails at one of them."""
    source = next((key for key in ("gauge", "sum") if metric.get(key) is not None), None)
    if source is None:
        record.note("lost", path, "Kestra reads gauges and sums only", "send a gauge or a sum")
        return []
    is_counter = source == "sum" and metric["sum"].get("aggregationTemporality") == 1
    points = []
    for index, point in enumerate(metric[source].get("dataPoints") or ()):
        member_path = (*path, source, "dataPoints", index)
        tags = None if point is None else _tags(point.get("attributes"))
        if tags is None:
            record.note("lost", member_path, _FAILS, "send points whose attributes have one value each")
            return []
        value = point.get("asDouble")
        if value is None and point.get("asInt") is not None:
            value = float(point["asInt"])
        if value is None:
            record.note("lost", member_path, "expected a number, got none", "send asDouble or asInt")
            continue
        if not point.get("timeUnixNano"):
            record.note(
                "hangs", member_path, "Kestra's server stops at a point without timeUnixNano", "send timeUnixNano"
            )
        kind = "counter" if is_counter else "gauge"
        points.append((SentMetric(kind, metric.get("name"), value, dict(tags), _description(metric)), member_path))
    return points


def _tags(attributes: list[Any] | None) -> dict[str, str | None] | None:
    """Return attributes as tags, without those that have no text, or None if Kestra fails."""
    tags: dict[str, str | None] = {}
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


def _description(metric: dict[str, Any]) -> str | None:
    description, unit = metric.get("description"), metric.get("unit")
    if description and unit:
        return f"{description} ({unit})"
    return description or unit or None
