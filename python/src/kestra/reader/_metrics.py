"""The metrics of a run, as Kestra adds them up and registers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._errors import Path, PayloadError, path_text

if TYPE_CHECKING:
    from ._payload import SentMetric

_SET_BY_KESTRA = ("flow_id", "namespace_id", "tenant_id")  # tags that replace those of the script


class MetricRegistry:
    """The metrics of a run, by name and tags."""

    def __init__(self) -> None:
        self._types: dict[Any, str] = {}
        self._totals: dict[Any, float | int | None] = {}

    def register(self, metric: SentMetric | None, path: Path) -> None:
        """Register a metric; raises `PayloadError` where Kestra throws an exception, in Kestra's order."""
        if metric is None:
            raise PayloadError(f"{path_text(path)}: expected a metric, got null", "remove it", path=path)
        tags = metric.tags or {}
        self._add(metric, tags, path)
        for name, value in tags.items():
            if value is None:
                member_path = (*path, "tags", name)
                raise PayloadError(
                    f"{path_text(member_path)}: expected a string, got null", "remove the tag", path=member_path
                )
        self._check_type(metric, tags, path)
        if metric.type != "gauge" and metric.value is None:
            raise _no_value(metric, path)
        if metric.type == "timer" and metric.value is not None and not -(2**63) <= metric.value < 2**63:
            member_path = (*path, "value")
            reason = f"{path_text(member_path)}: expected at most 9,223,372,036 seconds"
            raise PayloadError(reason, "send a duration in seconds", path=member_path)

    def _add(self, metric: SentMetric, tags: dict[str, str | None], path: Path) -> None:
        key = (metric.type, metric.name, metric.description, None if metric.tags is None else frozenset(tags.items()))
        if key not in self._totals or metric.type == "gauge":
            self._totals[key] = metric.value
            return
        total = self._totals[key]
        if total is None or metric.value is None:
            raise _no_value(metric, path)
        self._totals[key] = total + metric.value

    def _check_type(self, metric: SentMetric, tags: dict[str, str | None], path: Path) -> None:
        labels = frozenset((name, value) for name, value in tags.items() if name not in _SET_BY_KESTRA)
        meter = ("null" if metric.name is None else metric.name, labels)  # Java's text of a null
        registered = self._types.setdefault(meter, metric.type)
        if registered != metric.type:
            member_path = (*path, "type")
            reason = f"{path_text(member_path)}: expected {registered}, as this name was sent before with the same tags"
            raise PayloadError(reason, "give it another name", path=member_path)


def _no_value(metric: SentMetric, path: Path) -> PayloadError:
    return PayloadError(
        f"{path_text(path)}: a {metric.type} has to have a value", "send a finite number", path=(*path, "value")
    )
