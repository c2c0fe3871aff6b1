"""The reader: reads each line that a process prints as Kestra's open-source edition does.

>>> from kestra.reader import read
>>> read(b'::{"outputs":{"rows":3}}::')[0].outputs
{'rows': 3}

A script does not need it, and no emitter imports it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from . import _otlp
from ._columns import Columns
from ._errors import PayloadError
from ._json import parse, to_python
from ._limits import NON_FINITE, cut_message
from ._lines import LineDecoder
from ._metrics import MetricRegistry
from ._model import STREAMS, VERSIONS, Line, Log, Metric, Problem
from ._payload import decode_payload
from ._record import ParsedRecord, last_member
from ._runners import RUNNERS, WITHOUT_STDERR, pass_on
from ._text import LINE_TERMINATORS, TERMINATOR, TextReader

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RUNNERS", "STREAMS", "VERSIONS", "Line", "Log", "Metric", "Problem", "Reader", "as_json", "read"]

_SWITCHES = {"##kestra:log:debug##": True, "##kestra:log:info##": False}


class Reader:
    """Reads the two streams of one process, in pieces of any size, as Kestra does while the process runs.

    ``kestra`` is the version, "2.0" or "1.3"; raises `ValueError` for another.
    "1.3" means 1.3.31 and similar versions: from 1.3.34 on Kestra reads ``otlp``, as 2.0 does.
    ``runner``, one of `RUNNERS`, stands between the process and Kestra; where it breaks a line, there are several of
    the same number.
    ``outputs`` is what Kestra keeps of the outputs so far: key by key, the later line wins, whatever its stream.
    """

    def __init__(self, kestra: str = "2.0", runner: str = "process") -> None:
        if kestra not in VERSIONS:
            raise ValueError(f'kestra: expected "2.0" or "1.3", got {kestra!r}')
        if runner not in RUNNERS:
            raise ValueError(f"runner: expected one of {', '.join(RUNNERS)}, got {runner!r}")
        self.outputs: dict[str, Any] = {}
        self._kestra = kestra
        self._runner = runner
        self._streams = {stream: _Stream(stream) for stream in STREAMS}
        self._is_debug = False  # whether text on stdout is DEBUG
        self._registry = MetricRegistry()

    def feed(self, stream: str, data: bytes) -> Iterator[Line]:
        """Return the lines of a stream, "stdout" or "stderr", that these bytes complete.

        After a fatal line there are none.
        Raises `ValueError` for another stream.
        """
        state = self._state(stream)
        return iter([] if state.is_dead else self._lines(state, state.decoder.split(data)))

    def close(self, stream: str) -> Iterator[Line]:
        """Return the last line of a stream that has ended, if it has no line end; raises as `feed` does."""
        state = self._state(stream)
        return iter(self._lines(state, state.decoder.rest()))

    def _state(self, stream: str) -> _Stream:
        if stream not in STREAMS:
            raise ValueError(f'stream: expected "stdout" or "stderr", got {stream!r}')
        return self._streams[stream]

    def _lines(self, state: _Stream, texts: list[str]) -> list[Line]:
        lines: list[Line] = []
        for text in texts:
            if state.is_dead:
                break
            state.number += 1
            lines += [self._line(state, text)] if self._runner == "process" else self._passed_on(state, text)
            state.is_dead = lines[-1].verdict == "fatal"
        return lines

    def _passed_on(self, state: _Stream, text: str) -> Iterator[Line]:
        """Yield what becomes of a line behind a runner; the first has the problems."""
        pieces, problems = pass_on(self._runner, text, state.number)
        for piece in pieces:
            line = self._line(state, piece)
            own = [] if line.verdict == "plain" and problems else line.problems  # its text is not what was printed
            if line.verdict == "fatal" and self._runner == "docker":
                problems = [*problems, Problem("hangs", "behind the Docker runner the task never ends", 1)]
            yield replace(line, problems=[*problems, *own])
            if line.verdict == "fatal":
                return
            problems = []

    def _line(self, state: _Stream, text: str) -> Line:
        if text.startswith("::{"):
            framed = text[:-1] if text[-1] in LINE_TERMINATORS else text  # one is allowed at the end
            if framed.endswith("}::") and len(framed) > 5 and not TERMINATOR.search(framed):
                return self._record(state, text, framed[2:-2])
        elif self._kestra != "1.3" and text in _SWITCHES:
            self._is_debug = _SWITCHES[text]
            return Line(state.name, state.number, text, "plain")
        is_error = state.name == "stderr" and self._runner not in WITHOUT_STDERR
        level = "ERROR" if is_error else "DEBUG" if self._is_debug else "INFO"
        logs = [Log(level, piece) for piece in cut_message(text)]
        return Line(state.name, state.number, text, "plain", logs, problems=state.text.problems(text, logs))

    def _record(self, state: _Stream, text: str, data: str) -> Line:
        record, columns = ParsedRecord(), Columns(data)
        try:
            tree, end = parse(data)
            payload = decode_payload(tree, self._kestra)
        except PayloadError as error:
            return Line(state.name, state.number, text, "invalid", **_explained(error, columns))
        explanation: dict[str, Any] = {}
        try:
            self._apply(payload, tree, record)
            verdict = "record"
        except PayloadError as error:
            verdict, explanation = "fatal", _explained(error, columns)
        if verdict == "record":
            record.outputs = payload.get("outputs")
            self.outputs.update(record.outputs or {})
            record.note_rest(tree, data, end, self._kestra)
        return Line(
            state.name,
            state.number,
            text,
            verdict,
            record.logs,
            record.outputs,
            record.metrics,
            record.assets,
            problems=[Problem(kind, **_explained(error, columns)) for kind, error in record.problems],
            **explanation,
        )

    def _apply(self, payload: dict[str, Any], tree: Any, record: ParsedRecord) -> None:
        """Apply a payload in Kestra's order; raises `PayloadError` where Kestra stops reading."""
        for index, metric in enumerate(payload.get("metrics") or ()):
            record.add_metric(metric, ("metrics", index))
            self._registry.register(metric, ("metrics", index))
        for index, entry in enumerate(payload.get("logs") or ()):
            record.add_log(entry, ("logs", index))
        if payload.get("assets") is not None:
            record.assets = to_python(last_member(tree, "assets"))
            raise PayloadError(
                "assets: only Kestra's Enterprise edition reads assets, the open-source edition stops reading here",
                "send no assets to the open-source edition",
                path=("assets",),
            )
        if payload.get("otlp") is not None:
            _otlp.show(payload["otlp"], record, self._registry)


class _Stream:
    """One stream of a process: its unfinished line, the number of its last line, and whether Kestra still reads it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.number = 0
        self.is_dead = False
        self.decoder = LineDecoder()
        self.text = TextReader()


def read(data: bytes, stream: str = "stdout", kestra: str = "2.0", runner: str = "process") -> list[Line]:
    """Return all lines of the whole output of one stream; raises as `Reader` does."""
    reader = Reader(kestra, runner)
    return [*reader.feed(stream, data), *reader.close(stream)]


def as_json(line: Line) -> dict[str, Any]:
    """Return what was read of a line in JSON's own types.

    A timer's value is in seconds; a number that JSON lacks is a string as Kestra writes it: "NaN", "Infinity".
    """
    return {
        "line": line.number,
        "verdict": line.verdict,
        "logs": [{"level": log.level, "message": log.message} for log in line.logs],
        "outputs": _finite(line.outputs or {}),
        "metrics": [
            {
                "name": metric.name,
                "type": metric.type,
                "value": _finite(metric.value),
                "tags": dict(metric.tags) if metric.has_tags else None,
            }
            for metric in line.metrics
        ],
        "assets": _finite(line.assets),
        "reason": line.reason,
    }


def _explained(error: PayloadError, columns: Columns) -> dict[str, Any]:
    return {"reason": error.reason, "column": _column(error, columns), "remedy": error.remedy}


def _column(error: PayloadError, columns: Columns) -> int | None:
    if error.column is not None:
        return error.column + 2  # the two colons
    return None if error.path is None else columns.of(error.path) + 2


def _finite(value: Any) -> Any:
    """Return a value with a string for each number that JSON does not have."""
    if isinstance(value, float):
        return NON_FINITE.get(str(value), value)
    if not isinstance(value, (dict, list)):
        return value
    root: Any = value.copy()
    todo = [root]
    while todo:  # no recursion, as a value may be 1,000 levels deep
        container = todo.pop()
        for key, member in container.items() if isinstance(container, dict) else enumerate(container):
            if isinstance(member, (dict, list)):
                container[key] = member.copy()
                todo.append(container[key])
            elif isinstance(member, float):
                container[key] = NON_FINITE.get(str(member), member)
    return root
