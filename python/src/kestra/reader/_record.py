"""What Kestra shows of one record, and the problems of the record."""

from __future__ import annotations

import re
from typing import Any

from ._errors import Path, PayloadError, path_text
from ._json import JsonDecimal, JsonObject
from ._limits import NON_FINITE, PAIR_CUT, SURROGATE, cut_message, unstorable_part
from ._model import Log, Metric
from ._payload import MEMBERS, SentMetric

_LARGE_NUMBER = re.compile(r"[0-9][eE]\+?[0-9]{3}|[0-9]{200}")  # nothing shorter is beyond a double


class ParsedRecord:
    """The content of one record, and its problems as (kind, error)."""

    def __init__(self) -> None:
        self.logs: list[Log] = []
        self.metrics: list[Metric] = []
        self.outputs: dict[str, Any] | None = None
        self.assets: Any = None
        self.problems: list[tuple[str, PayloadError]] = []

    def note(self, kind: str, path: Path, reason: str, remedy: str | None = None) -> None:
        """Note a problem with the value at a path."""
        self.problems.append((kind, PayloadError(f"{path_text(path)}: {reason}", remedy, path=path)))

    def add_log(self, entry: dict[str, Any] | None, path: Path) -> None:
        """Add a log entry; Kestra drops one without a level, and shows none without a message."""
        level = None if entry is None else entry.get("level")
        if entry is None or level is None:
            self.note("lost", path, "expected an entry with a level, got none", 'send {"level":…,"message":…}')
            return
        self.add_message(level, entry.get("message"), (*path, "message") if "message" in entry else path)

    def add_message(self, level: str, message: str | None, path: Path) -> None:
        """Add a message at a level, in pieces if it is long."""
        if message is None:
            self.note("lost", path, "expected a message, got none", "send a message")
            return
        pieces = cut_message(message)
        self.logs += [Log(level, piece) for piece in pieces]
        if unstorable_part(message):
            self._note_unstorable(message, path, "message")
        elif len(pieces) > 1 and any(map(SURROGATE.search, pieces)):
            self.note("lost", path, PAIR_CUT, "send shorter messages")

    def add_metric(self, metric: SentMetric | None, path: Path) -> None:
        """Add a metric as it was read, even one at which Kestra stops reading."""
        if metric is None:
            return
        is_timer = metric.type == "timer"
        nanoseconds = int(metric.value) if is_timer and metric.value is not None else None
        value = metric.value if nanoseconds is None else nanoseconds / 10**9
        tags: Any = metric.tags or {}
        self.metrics.append(Metric(metric.type, metric.name, value, tags, nanoseconds, metric.tags is not None))
        if metric.name is None:
            self.note("misread", path, "expected a name, got none", "send a name")
        if metric.has_null_time:
            remedy = "remove the timestamp"
            self.note("hangs", (*path, "timestamp"), "Kestra's server stops at a timestamp of null", remedy)
        if metric.value is None:
            self.note("misread", path, "expected a number, got none: the metric has no value", "send a number")
        elif not is_timer and str(metric.value) in NON_FINITE:
            name = NON_FINITE[str(metric.value)]
            self.note("misread", (*path, "value"), f"the value is read as {name}", "send a finite number")
        if "" in tags:
            remedy = "send a tag with a name"
            self.note("lost", (*path, "tags"), "Kestra with Prometheus export stops reading at an empty key", remedy)
        for text in (metric.name, *tags, *tags.values()):
            self._note_unstorable(text, path, "metric")

    def note_rest(self, tree: Any, data: str, end: int, kestra: str) -> None:
        """Note the parts of a record that are not shown, and the outputs that Kestra cannot keep."""
        members, later = MEMBERS[kestra], set()
        for key, _ in reversed(tree):
            if key not in members:
                self.note("lost", (key,), f"Kestra {kestra} ignores this member", _remedy_of_unknown(key))
            elif key in later:
                self.note("lost", (key,), "duplicate member: only the last one counts", "send one")
            later.add(key)
        if not tree:
            self._note_at("nothing in this record is shown", "send logs, outputs or metrics", 1)
        rest = data[end:].strip(" \t")
        if rest:
            remedy = "print each record on its own line" if "{" in rest else "remove what follows it"
            self._note_at("only the first JSON object of a line is read", remedy, end + 1)
        if self.outputs:
            self._note_outputs(last_member(tree, "outputs"), data)

    def _note_at(self, reason: str, remedy: str, column: int) -> None:
        self.problems.append(("lost", PayloadError(reason, remedy, column=column)))

    def _note_unstorable(self, text: str | None, path: Path, what: str) -> None:
        part = unstorable_part(text)
        if part == "U+0000":
            self.note("misread", path, "U+0000 is removed", "send a string without it")
        elif part:
            self.note("lost", path, f"Kestra cannot store {part}, and drops the {what}", "send U+FFFD instead")

    def _note_outputs(self, outputs: Any, data: str) -> None:
        """Note the outputs that Kestra cannot store, and the numbers that are not doubles."""
        if "\\u" not in data and not _LARGE_NUMBER.search(data):
            return
        todo: list[tuple[Any, Path]] = [(outputs, ("outputs",))]
        while todo:
            container, path = todo.pop()
            is_object = type(container) is JsonObject
            for key, value in container if is_object else enumerate(container):
                member_path = (*path, key)
                if isinstance(value, list):
                    todo.append((value, member_path))
                elif type(value) is JsonDecimal and str(float(value)) in NON_FINITE:
                    name = NON_FINITE[str(float(value))]
                    self.note(
                        "misread", member_path, f"read as {name}, which Kestra writes as a string", "send a string"
                    )
                for text in (key, value):
                    if type(text) is str:
                        self._note_output_text(text, member_path)

    def _note_output_text(self, text: str, path: Path) -> None:
        part = unstorable_part(text)
        if part == "U+0000":
            self.note("misread", path, "U+0000 is removed", "send a string without it")
        elif part:
            self.note(
                "hangs", path, f"Kestra cannot store {part}: the execution never ends", "send a string without it"
            )


def last_member(tree: Any, key: str) -> Any:
    """Return the value of a key, or of the last one if there are duplicates."""
    return next(value for name, value in reversed(tree) if name == key)


def _remedy_of_unknown(key: str) -> str:
    lower = key.lower()
    if key == "otlp":
        return 'send "logs" and "metrics"'
    for name in ("outputs", "metrics", "logs"):
        if lower in (name, name[:-1]):
            return f'send "{name}"'
    if lower in ("counter", "gauge", "timer"):
        return f'send "metrics":[{{"name":…,"type":"{lower}","value":…}}]'
    if lower in ("level", "message"):
        return 'send "logs":[{"level":…,"message":…}]'
    return 'put it into "outputs", or remove it'
