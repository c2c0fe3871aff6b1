"""OpenTelemetry's logs, metrics and spans in a payload, as Kestra's classes read them from its JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._containers import decode_object, schema
from ._scalars import Decoder, decode_bool, decode_double, decode_int, decode_long, decode_string

if TYPE_CHECKING:
    from ._errors import Path


def _decode_any_value(value: Any, path: Path) -> Any:
    """Return a value of OpenTelemetry, which may hold hundreds of levels of others: without recursion."""
    todo: list[tuple[dict[str, Any], Any, Path]] = []

    def later(value: Any, path: Path) -> dict[str, Any] | None:
        if value is None:
            return None
        todo.append(({}, value, path))
        return todo[-1][0]

    members = {
        **_SCALAR_VALUES,
        "arrayValue": schema({"values": [later]}),
        "kvlistValue": schema({"values": [schema({"key": decode_string, "value": later})]}),
    }
    root = later(value, path)
    while todo:
        target, member, member_path = todo.pop()
        target.update(decode_object(members, member, member_path) or {})
    return root


_SCALAR_VALUES: dict[str, Decoder] = {
    "stringValue": decode_string,
    "boolValue": decode_bool,
    "intValue": decode_long,
    "doubleValue": decode_double,
    "bytesValue": decode_string,
}
_KEY_VALUE = schema({"key": decode_string, "value": _decode_any_value})
_RESOURCE = schema({"attributes": [_KEY_VALUE]})
_SCOPE = schema({"name": decode_string, "version": decode_string, "attributes": [_KEY_VALUE]})
_LOG_RECORD = schema(
    {
        "timeUnixNano": decode_long,
        "observedTimeUnixNano": decode_long,
        "severityNumber": decode_int,
        "severityText": decode_string,
        "body": _decode_any_value,
        "attributes": [_KEY_VALUE],
        "traceId": decode_string,
        "spanId": decode_string,
    }
)
_POINT = schema(
    {
        "startTimeUnixNano": decode_long,
        "timeUnixNano": decode_long,
        "asDouble": decode_double,
        "asInt": decode_long,
        "attributes": [_KEY_VALUE],
    }
)
_OTLP_METRIC = schema(
    {
        "name": decode_string,
        "description": decode_string,
        "unit": decode_string,
        "gauge": schema({"dataPoints": [_POINT]}),
        "sum": schema({"dataPoints": [_POINT], "aggregationTemporality": decode_int, "isMonotonic": decode_bool}),
    }
)
_SPAN = schema(
    {
        "traceId": decode_string,
        "spanId": decode_string,
        "parentSpanId": decode_string,
        "name": decode_string,
        "kind": decode_int,
        "startTimeUnixNano": decode_long,
        "endTimeUnixNano": decode_long,
        "attributes": [_KEY_VALUE],
        "events": [schema({"timeUnixNano": decode_long, "name": decode_string, "attributes": [_KEY_VALUE]})],
        "links": [schema({"traceId": decode_string, "spanId": decode_string, "attributes": [_KEY_VALUE]})],
        "status": schema({"code": decode_int, "message": decode_string}),
    }
)


def _otlp_section(scopes: str, name: str, member: Decoder) -> Decoder:
    scope = schema({"scope": _SCOPE, name: [member], "schemaUrl": decode_string})
    return schema({"resource": _RESOURCE, scopes: [scope], "schemaUrl": decode_string})


OTLP = schema(
    {
        "resourceLogs": [_otlp_section("scopeLogs", "logRecords", _LOG_RECORD)],
        "resourceMetrics": [_otlp_section("scopeMetrics", "metrics", _OTLP_METRIC)],
        "resourceSpans": [_otlp_section("scopeSpans", "spans", _SPAN)],
    }
)
