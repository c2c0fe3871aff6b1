"""The reader: what Kestra, its open-source edition, makes of each line that a process prints.

>>> from kestra.reader import read
>>> read(b'::{"outputs":{"rows":3}}::')[0].outputs
{'rows': 3}

It is no part of what a script needs: nothing that prints imports it.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional, Union

from kestra._wire import MESSAGE_UNITS

from . import _otlp, _payload
from ._json import Columns, Fault, Fraction, Object, Path, parse, place_of, plain
from ._lines import Stream
from ._metrics import Meters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VERSIONS = ("2.0", "1.3")
STREAMS = ("stdout", "stderr")


@dataclass(frozen=True)
class Log:
    """A log as Kestra shows it: ``level`` is TRACE, DEBUG, INFO, WARN or ERROR.

    A message of more than 15,360 UTF-16 units is several logs, as Kestra cuts it.
    """

    level: str
    message: str


@dataclass(frozen=True)
class Metric:
    """A metric as Kestra reads it.

    ``type`` is counter, gauge or timer; ``name`` is None where there is none.
    ``value`` is a float, for a timer the nearest to its seconds; None where there is none.
    ``nanoseconds`` is the exact duration of a timer, an int, and None for the others; Kestra stores whole milliseconds.
    ``tags`` are text; ``has_tags`` is False where Kestra holds null in place of them, which makes it another metric.
    """

    type: str
    name: "Optional[str]"
    value: "Union[int, float, None]"
    tags: "Mapping[str, str]"
    nanoseconds: "Optional[int]" = None
    has_tags: bool = True


@dataclass(frozen=True)
class Problem:
    """What goes wrong with a line that Kestra takes, or a part of it.

    ``kind`` is "lost" (it appears nowhere), "misread" (it appears as something else)
    or "hangs" (the execution never ends, or the server does).
    ``column`` counts characters of the line from 1.
    """

    kind: str
    reason: str
    column: "Optional[int]" = None
    remedy: "Optional[str]" = None


@dataclass(frozen=True)
class Line:
    """A line and what Kestra makes of it.

    ``stream`` is "stdout" or "stderr"; ``number`` counts the lines of the stream from 1;
    ``text`` is the line as Kestra decodes it, without its line end.
    ``verdict`` is "record" (read), "plain" (shown as it is), "invalid" (refused, nothing of it counts)
    or "fatal" (Kestra stops reading the stream, and the next write of the script fails).
    ``logs``, ``outputs``, ``metrics`` and ``assets`` are what was read; of a fatal line, what was read until then.
    ``reason``, ``column`` (in characters of the text, from 1) and ``remedy`` are those of an invalid or a fatal line.
    """

    stream: str
    number: int
    text: str
    verdict: str
    logs: "list[Log]" = field(default_factory=list)
    outputs: "Optional[dict[str, Any]]" = None
    metrics: "list[Metric]" = field(default_factory=list)
    assets: "Optional[Any]" = None
    reason: "Optional[str]" = None
    column: "Optional[int]" = None
    remedy: "Optional[str]" = None
    problems: "list[Problem]" = field(default_factory=list)


class Reader:
    """Reads the two streams of one process, in pieces of any size, as Kestra does while the process runs.

    ``kestra`` is the version, "2.0" or "1.3"; raises `ValueError` for another.
    1.3 stands for 1.3.31 and what is near it: from 1.3.34 on it takes ``otlp``, as 2.0 does.
    ``outputs`` is what Kestra keeps of the outputs so far: key by key, the later line wins, whatever its stream.
    """

    def __init__(self, kestra: str = "2.0") -> None:
        if kestra not in VERSIONS:
            raise ValueError(f'kestra: expected "2.0" or "1.3", got {kestra!r}')
        self.outputs: "dict[str, Any]" = {}
        self._kestra = kestra
        self._streams = {stream: Stream() for stream in STREAMS}
        self._is_debug = False  # of plain lines on stdout
        self._meters = Meters()

    def feed(self, stream: str, data: bytes) -> "Iterator[Line]":
        """Return the lines of a stream, "stdout" or "stderr", that these bytes complete.

        After a line that is fatal there are none any more.
        Raises `ValueError` for another stream.
        """
        return iter(self._lines(stream, self._stream(stream).split(data)))

    def close(self, stream: str) -> "Iterator[Line]":
        """Return the last line of a stream that has ended, if it has no line end; raises as `feed` does."""
        return iter(self._lines(stream, self._stream(stream).rest()))

    def _stream(self, stream: str) -> Stream:
        if stream not in STREAMS:
            raise ValueError(f'stream: expected "stdout" or "stderr", got {stream!r}')
        return self._streams[stream]

    def _lines(self, stream: str, texts: "list[str]") -> "list[Line]":
        state = self._streams[stream]
        lines = []
        for text in texts:
            if state.is_dead:
                break
            state.number += 1
            line = self._line(stream, state.number, text)
            state.is_dead = line.verdict == "fatal"
            lines.append(line)
        return lines

    def _line(self, stream: str, number: int, text: str) -> Line:
        if text.startswith("::{"):
            framed = text[:-1] if text[-1] in _LINE_TERMINATORS else text  # one may stand before the end
            if framed.endswith("}::") and len(framed) > 5 and not _TERMINATOR.search(framed):
                return self._record(stream, number, text, framed[2:-2])
        elif self._kestra != "1.3" and text in _SWITCHES:
            self._is_debug = _SWITCHES[text]
            return Line(stream, number, text, "plain")
        level = "ERROR" if stream == "stderr" else "DEBUG" if self._is_debug else "INFO"
        logs = [Log(level, piece) for piece in _cut(text)]
        return Line(stream, number, text, "plain", logs, problems=_problems_of_plain(text, logs))

    def _record(self, stream: str, number: int, text: str, data: str) -> Line:
        found, columns = _Found(), Columns(data)
        try:
            tree, end = parse(data)
            payload = _payload.a_payload(tree, self._kestra)
        except Fault as fault:
            return Line(stream, number, text, "invalid", **_explained(fault, columns))
        explanation: "dict[str, Any]" = {}
        try:
            self._take(payload, tree, found)
            verdict = "record"
        except Fault as fault:
            verdict, explanation = "fatal", _explained(fault, columns)
        if verdict == "record":
            found.outputs = payload.get("outputs")
            self.outputs.update(found.outputs or {})
            found.note_rest(tree, data, end, self._kestra)
        problems = [
            Problem(kind, fault.reason, _column(fault, columns), fault.remedy) for kind, fault in found.problems
        ]
        return Line(
            stream,
            number,
            text,
            verdict,
            found.logs,
            found.outputs,
            found.metrics,
            found.assets,
            problems=problems,
            **explanation,
        )

    def _take(self, payload: "dict[str, Any]", tree: "Any", found: "_Found") -> None:
        """Do what Kestra does with a payload, in its order; raises `Fault` where it stops reading."""
        for index, metric in enumerate(payload.get("metrics") or ()):
            found.take_metric(metric, ("metrics", index))
            self._meters.register(metric, ("metrics", index))
        for index, entry in enumerate(payload.get("logs") or ()):
            found.take_log(entry, ("logs", index))
        if payload.get("assets") is not None:
            found.assets = plain(_last(tree, "assets"))
            raise Fault(
                "assets: only Kestra's Enterprise edition takes assets, the open-source edition stops reading here",
                "send no assets to the open-source edition",
                path=("assets",),
            )
        if payload.get("otlp") is not None:
            _otlp.take(payload["otlp"], found, self._meters)


def read(data: bytes, stream: str = "stdout", kestra: str = "2.0") -> "list[Line]":
    """Return all lines of the whole output of one stream; raises as `Reader` does."""
    reader = Reader(kestra)
    return [*reader.feed(stream, data), *reader.close(stream)]


def as_json(line: Line) -> "dict[str, Any]":
    """Return what was read of a line in JSON's own types.

    A timer's value is in seconds; what is no JSON number is text, as when Kestra writes it: "NaN", "Infinity".
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


_LINE_TERMINATORS = "\x85\u2028\u2029"  # those of Java's regular expressions that do not end a line that is read
_TERMINATOR = re.compile(f"[{_LINE_TERMINATORS}]")
_BEGIN = re.compile(r'::\{[ \t]*["}]')  # of what is meant to be a record
_SWITCHES = {"##kestra:log:debug##": True, "##kestra:log:info##": False}
_SURROGATE = re.compile("[\ud800-\udfff]")
_LARGE_NUMBER = re.compile(r"[0-9][eE]\+?[0-9]{3}|[0-9]{200}")  # nothing shorter is beyond a double
_NON_FINITE = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}


def _cut(message: str) -> "list[str]":
    """Return a message in the pieces that Kestra makes of it, which may be halves of a surrogate pair."""
    if len(message) <= MESSAGE_UNITS // 2:  # no text this short is longer in UTF-16
        return [message]
    units = message.encode("utf-16-le", "surrogatepass")  # two bytes a unit
    if len(units) <= 2 * MESSAGE_UNITS:
        return [message]
    starts = range(0, len(units), 2 * MESSAGE_UNITS)
    return [units[start : start + 2 * MESSAGE_UNITS].decode("utf-16-le", "surrogatepass") for start in starts]


def _last(tree: "Any", key: str) -> "Any":
    return next(value for name, value in reversed(tree) if name == key)


def _explained(fault: Fault, columns: Columns) -> "dict[str, Any]":
    return {"reason": fault.reason, "column": _column(fault, columns), "remedy": fault.remedy}


def _column(fault: Fault, columns: Columns) -> "Optional[int]":
    if fault.column is not None:
        return fault.column + 2  # the two colons
    return None if fault.path is None else columns.of(fault.path) + 2


def _unstorable(text: "Optional[str]") -> "Optional[str]":
    """Return what in a text Kestra's database cannot take."""
    if text is None:
        return None
    if "\\u0000" in text:
        return "the six characters \\u0000"
    if not text.isascii() and _SURROGATE.search(text):
        return "half a surrogate pair"
    return "U+0000" if "\0" in text else None


def _problems_of_plain(text: str, logs: "list[Log]") -> "list[Problem]":
    problems = []
    begin = _BEGIN.search(text)
    if begin and "}::" in text[begin.start() :]:
        problems.append(_why_plain(text, begin.start()))
    what = _unstorable(text)
    if what == "U+0000":
        problems.append(Problem("misread", "U+0000 is taken out", text.index("\0") + 1, "print text without it"))
    elif what:
        remedy = "print the text without them"
        problems.append(Problem("lost", f"{what} make Kestra drop the line", text.index("\\u0000") + 1, remedy))
    if any(_SURROGATE.search(log.message) for log in logs if len(logs) > 1):
        problems.append(Problem("lost", _PAIR_CUT, None, "print shorter lines"))
    return problems


_PAIR_CUT = f"Kestra cuts a message every {MESSAGE_UNITS:,} UTF-16 units, here through a surrogate pair, and drops it"


def _why_plain(text: str, at: int) -> Problem:
    remedy = "print the record alone on its line, from its first column"
    if at > 0:
        return Problem("misread", "a record that begins after other text is plain text", at + 1, remedy)
    terminator = _TERMINATOR.search(text)
    if terminator and terminator.start() < len(text) - 1:
        name = f"U+{ord(terminator.group()):04X}"
        reason = f"{name} ends the line for Kestra's pattern: the record is plain text"
        return Problem("misread", reason, terminator.start() + 1, f"escape it as \\u{ord(terminator.group()):04x}")
    end = text.rindex("}::") + 3
    return Problem("misread", "a record with something after its end is plain text", end + 1, remedy)


class _Found:
    """What was read of one record, and its problems as (kind, fault)."""

    def __init__(self) -> None:
        self.logs: "list[Log]" = []
        self.metrics: "list[Metric]" = []
        self.outputs: "Optional[dict[str, Any]]" = None
        self.assets: "Any" = None
        self.problems: "list[tuple[str, Fault]]" = []

    def note(self, kind: str, path: Path, what: str, remedy: "Optional[str]" = None) -> None:
        """Note a problem with the value at a path."""
        self.problems.append((kind, Fault(f"{place_of(path)}: {what}", remedy, path=path)))

    def take_log(self, entry: "Optional[dict[str, Any]]", path: Path) -> None:
        """Show a log entry; without a level it is lost, without a message there is nothing to show."""
        level = None if entry is None else entry.get("level")
        if entry is None or level is None:
            self.note("lost", path, "expected an entry with a level, got none", 'send {"level":…,"message":…}')
            return
        self.show(level, entry.get("message"), (*path, "message") if "message" in entry else path)

    def show(self, level: str, message: "Optional[str]", path: Path) -> None:
        """Show a message at a level, in pieces where it is long."""
        if message is None:
            self.note("lost", path, "expected a message, got none", "send a message")
            return
        pieces = _cut(message)
        self.logs += [Log(level, piece) for piece in pieces]
        what = _unstorable(message)
        if what == "U+0000":
            self.note("misread", path, "U+0000 is taken out", "send text without it")
        elif what:
            self.note("lost", path, f"Kestra cannot store {what}, and drops the message", "send U+FFFD in its place")
        elif len(pieces) > 1 and any(map(_SURROGATE.search, pieces)):
            self.note("lost", path, _PAIR_CUT, "send shorter messages")

    def take_metric(self, metric: "Optional[_payload.Metric]", path: Path) -> None:
        """Keep a metric as it was read; it may be one that is fatal, but for null."""
        if metric is None:
            return
        is_timer = metric.type == "timer"
        nanoseconds = int(metric.value) if is_timer and metric.value is not None else None
        value = metric.value if nanoseconds is None else nanoseconds / 10**9
        tags: "Any" = metric.tags or {}
        self.metrics.append(Metric(metric.type, metric.name, value, tags, nanoseconds, metric.tags is not None))
        if metric.name is None:
            self.note("misread", path, "expected a name, got none", "send a name")
        if metric.has_null_time:
            remedy = "leave the timestamp out"
            self.note("hangs", (*path, "timestamp"), "Kestra's server stops at a timestamp of null", remedy)
        if metric.value is None:
            self.note("misread", path, "expected a number, got none: the metric has no value", "send a number")
        elif not is_timer and str(metric.value) in _NON_FINITE:
            name = _NON_FINITE[str(metric.value)]
            self.note("misread", (*path, "value"), f"the value is read as {name}", "send a finite number")
        if "" in tags:
            remedy = "send a tag with a name"
            self.note("lost", (*path, "tags"), "Kestra with Prometheus export stops reading at an empty key", remedy)
        for text in (metric.name, *tags, *tags.values()):
            what = _unstorable(text)
            if what == "U+0000":
                self.note("misread", path, "U+0000 is taken out", "send text without it")
            elif what:
                self.note("lost", path, f"Kestra cannot store {what}, and drops the metric", "send other text")

    def note_rest(self, tree: "Any", data: str, end: int, kestra: str) -> None:
        """Note what of a record nobody sees, and what of its outputs Kestra cannot keep."""
        members, later = _payload.MEMBERS[kestra], set()
        for key, _ in reversed(tree):
            if key not in members:
                self.note("lost", (key,), f"Kestra {kestra} ignores this member", _remedy_of_unknown(key))
            elif key in later:
                self.note("lost", (key,), "only the last of several members of one key counts", "send one")
            later.add(key)
        if not tree:
            self.problems.append(
                ("lost", Fault("nothing in this record is shown", "send what is to be shown", column=1))
            )
        if data[end:].strip(" \t"):
            fault = Fault(
                "only the first JSON object of a line is read", "print each record on its own line", column=end + 1
            )
            self.problems.append(("lost", fault))
        if self.outputs:
            self._note_outputs(_last(tree, "outputs"), data)

    def _note_outputs(self, outputs: "Any", data: str) -> None:
        """Note what Kestra cannot store of outputs, and the numbers that are no doubles."""
        if "\\u" not in data and not _LARGE_NUMBER.search(data):
            return
        todo: "list[tuple[Any, Path]]" = [(outputs, ("outputs",))]
        while todo:
            container, path = todo.pop()
            is_object = type(container) is Object
            for key, value in container if is_object else enumerate(container):
                here = (*path, key)
                if isinstance(value, list):
                    todo.append((value, here))
                elif type(value) is Fraction and str(float(value)) in _NON_FINITE:
                    name = _NON_FINITE[str(float(value))]
                    self.note("misread", here, f"{name} is read, and text as soon as Kestra writes it", "send text")
                for text in (key, value):
                    what = _unstorable(text) if type(text) is str else None
                    if what == "U+0000":
                        self.note("misread", here, "U+0000 is taken out", "send text without it")
                    elif what:
                        reason = f"Kestra cannot store {what}: the execution never ends"
                        self.note("hangs", here, reason, "send text without it")


def _remedy_of_unknown(key: str) -> str:
    lower = key.lower()
    if key == "otlp":
        return 'send "logs" and "metrics"'
    for name in ("outputs", "metrics", "logs"):
        if lower in (name, name[:-1]):
            return f'send "{name}"'
    return "leave it out"


def _finite(value: "Any") -> "Any":
    """Return a value with text in the place of each number that is none in JSON."""
    if isinstance(value, float):
        return _NON_FINITE.get(str(value), value)
    if not isinstance(value, (dict, list)):
        return value
    root: "Any" = value.copy()
    todo = [root]
    while todo:  # no recursion, as a value may be 1,000 levels deep
        container = todo.pop()
        for key, member in container.items() if isinstance(container, dict) else enumerate(container):
            if isinstance(member, (dict, list)):
                container[key] = member.copy()
                todo.append(container[key])
            elif isinstance(member, float):
                container[key] = _NON_FINITE.get(str(member), member)
    return root
