"""The metrics of a run, as Kestra adds them up and registers them."""

from typing import Any, Optional, Union

from ._json import Fault, Path, place_of
from ._payload import Metric


class Meters:
    """What a run has sent, by name and tags."""

    _OF_KESTRA = ("flow_id", "namespace_id", "tenant_id")  # which Kestra sets itself, in the place of a tag of the name

    def __init__(self) -> None:
        self._types: "dict[Any, str]" = {}
        self._totals: "dict[Any, Union[float, int, None]]" = {}

    def register(self, metric: "Optional[Metric]", path: Path) -> None:
        """Register a metric; raises `Fault` where Kestra throws."""
        if metric is None:
            raise Fault(f"{place_of(path)}: expected a metric, got null", "leave it out", path=path)
        tags = metric.tags or {}
        has_null_tag = None in tags.values()
        key = (metric.type, metric.name, metric.description, None if metric.tags is None else frozenset(tags.items()))
        if key in self._totals and metric.type != "gauge":
            total = self._totals[key]
            if total is None or metric.value is None:
                raise _no_value(metric, path)
            self._totals[key] = total + metric.value
        else:
            self._totals[key] = metric.value
        if has_null_tag:
            name = next(name for name, value in tags.items() if value is None)
            here = (*path, "tags", name)
            raise Fault(f"{place_of(here)}: expected text, got null", "leave the tag out", path=here)
        labels = frozenset((name, value) for name, value in tags.items() if name not in self._OF_KESTRA)
        meter = ("null" if metric.name is None else metric.name, labels)  # as Java puts a null into a text
        registered = self._types.setdefault(meter, metric.type)
        if registered != metric.type:
            here = (*path, "type")
            reason = f"{place_of(here)}: expected {registered}, as this name was sent before with the same tags"
            raise Fault(reason, "give it another name", path=here)
        if metric.type != "gauge" and metric.value is None:
            raise _no_value(metric, path)
        if metric.type == "timer" and metric.value is not None and not -(2**63) <= metric.value < 2**63:
            here = (*path, "value")
            raise Fault(
                f"{place_of(here)}: expected at most 9,223,372,036 seconds", "send a duration in seconds", path=here
            )


def _no_value(metric: Metric, path: Path) -> Fault:
    return Fault(
        f"{place_of(path)}: a {metric.type} has to have a value", "send a finite number", path=(*path, "value")
    )
