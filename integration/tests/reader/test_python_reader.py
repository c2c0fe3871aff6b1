"""Compares `kestra.reader` with Kestra's own classes on generated lines, valid and damaged."""

import collections
import concurrent.futures
import json
import os
import random

from kestra.reader import Reader, as_json
from support.reader import VERDICTS

SEED = int(os.environ.get("KESTRA_FUZZ_SEED", "1"))
LINES = int(os.environ.get("KESTRA_FUZZ_LINES", "100000"))
BATCH = 5_000  # lines in memory at once

OTLP_TOO = "1.3.34"  # reads OTLP, where our reader's 1.3 is 1.3.31

NUMBERS = """
    0 -0 1 -1 2 3 4 5 7 9 10 16 17 20 42 -3 100 2147483647 2147483648 -2147483648 -2147483649 4294967296
    9007199254740993 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809
    18446744073709551616 1000000000000000000000000000000 31536000000000000 9223372036 9223372037 1700000000123456789
    0.0 -0.0 0.1 1.0 1.50 -1.5 2.5e0 1e3 1E5 1e-7 1e400 -1e400 1e-400 5e-324 0.30000000000000004 123456.7890123456789
    9223372036.854775807 9223372036.854775808 -9223372036.854775808 -9223372036.854775809 1e9 1e10 1e19 1.5e19
    99999999999999999999.5 18446744073709551616.25 1e63 1e64 1e-9 1e-10 9.9e-10 -0.9999999999 1e18446744073709551616
    1e2147483647 1e2147483648 1e-2147483647 1e-2147483649 0e99999999999 0e5 1e2147483657 2147483647.5 9.999 1e7
    9999999.0 0.001 0.00099 12345678.9 1.7976931348623157e308 1.7976931348623159e308
""".split()  # noqa: SIM905
NO_NUMBERS = "NaN Infinity -Infinity +1 01 -01 00 .5 1. 1.e5 1e 1e+ - -- 0x10 1_000 1d True None undefined nul".split()  # noqa: SIM905
LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"]
DURATIONS = """
    PT0.3S P1D -PT1S pt1.5s PT-1.5S P PT P1DT P1DT1H1M1S PT1M PT.5S PT1,5S PT1.S -PT-1S +PT+1H-30M P1W PT1.1234567890S
    1s PT9223372036.854775807S PT9223372036.854775808S PT9223372036854775807S PT9223372036854775808S
    -PT9223372036854775808S PT-9223372036854775808S PT153722867280912931M -P106751991167301D PT9223372036854775807M
""".split()  # noqa: SIM905
INSTANTS = """
    2024-01-31T12:00:00Z 2024-01-31t12:00:00z 2024-01-31T12:00:00.123456789+02:00 2024-01-31T12:00:00.1234567890Z
    2024-01-31T12:00:00.Z 2024-01-31T12:00:00 2024-01-31T12:00Z 2024-01-31 2024-1-31T12:00:00Z 2024-01-31_12:00:00Z
    2024-02-29T24:00:00Z 2024-01-31T23:59:60Z 2024-01-31T24:00:01Z 2024-02-30T12:00:00Z 2023-02-29T12:00:00Z
    1900-02-29T12:00:00Z 2000-02-29T12:00:00Z 0000-02-29T00:00:00Z 2024-01-31T12:60:00Z 2024-13-01T12:00:00Z
    2024-01-31T12:00:00+0000 2024-01-31T12:00:00+00 2024-01-31T12:00:00+0200 2024-01-31T12:00:00-00:00
    2024-01-31T12:00:00+18:00 2024-01-31T12:00:00+18:01 2024-01-31T12:00:00+02:60 2024-01-31T12:00:00+02:00:30
    +12024-01-31T12:00:00Z +2024-01-31T12:00:00Z 12024-01-31T12:00:00Z -0001-01-01T00:00:00Z -0000-01-01T00:00:00Z
    +123456789-12-31T23:59:59Z -12345-01-01T00:00:00Z 31536000000000000.5
""".split()  # noqa: SIM905
TEXTS = [
    *("", " ", "x", "a b", "é", "日本語", "😀", "\u2028", "\x85", "\x7f", "\x00", "\ud800", "\udc00x", "\ud83d\ude00"),
    *(
        "::{}::",
        '::{"encryptedOutputs":{"a":"b"}}::',
        "}::",
        "\\u0000",
        "{}",
        "%s",
        "${x}",
        "\t",
        "a\nb",
        '"',
        "\\",
        "/",
    ),
    *("null", "true", "True", "TRUE", "false", "False", "tRue", "NaN", "Infinity", "+INF", "-INF", "+Infinity", "inf"),
    *(
        "info",
        " INFO ",
        "\tWARN\n",
        "\u00a0INFO",
        "WARNING",
        "FATAL",
        "CRITICAL",
        "NOTICE",
        " fatal ",
        "ERROR2",
        *LEVELS,
    ),
    *("counter", "gauge", "timer", "Counter", " counter", "summary", "TABLE"),
    *(
        "1",
        "-1",
        "+1",
        "0",
        "4",
        "5",
        "00",
        "01",
        " 2 ",
        "1.5",
        "-1.5",
        "+1.5",
        "1.",
        ".5",
        ".",
        "+",
        "-",
        "1e3",
        "1_0",
    ),
    *("\u0663", "\u0663\u0664", "1\u0663", "-\u0663", "\U0001d7cf", "1.2.3", "1d", "0x1p3", "2147483648"),
    *("9223372036854775807", "9223372036854775808", "9" * 400, "9" * 1_001, "0." + "1" * 999),
    *(" 2024-01-31T12:00:00Z ", "io.kestra.core.models.assets.Custom", "io.kestra.core.models.assets.External"),
    *("0" * 5_000 + "5", "0." + "0" * 5_000 + "5", "9" * 5_000 + ".5", f"PT{'0' * 5_000}5S", f"PT{'9' * 5_000}S"),
    *DURATIONS,
    *INSTANTS,
]
# Java's first and last instants: Kestra reads them in an asset too, but our program cannot write them then.
ENDS_OF_TIME = [
    *("31556889864403199", "31556889864403199.5", "31556889864403199.9999999999", "-31557014167219200"),
    *("31556889864403200", "-31557014167219200.5", "-31557014167219201.5", "-31557014167219201"),
    *('"+1000000001-01-01T00:00:00Z"', '"-1000000001-12-31T23:59:59Z"', '"+9999999999-01-01T00:00:00Z"'),
    *('"+1000000000-12-31T23:59:59Z"', '"+1000000000-12-31T23:59:59-00:01"', '"-1000000000-01-01T00:00:00Z"'),
    *('"-1000000000-01-01T00:00:00+00:01"', '"31556889864403199"', '"-31557014167219200.5"'),
]
KEYS = {
    "payload": ["logs", "metrics", "outputs", "assets", "otlp", "encryptedOutputs", "LOGS", "log", ""],
    "log": ["level", "message", "timestamp", "thread"],
    "metric": ["name", "type", "value", "tags", "description", "timestamp", "other"],
    "assets": ["inputs", "outputs", "id"],
    "asset": ["id", "type", "namespace", "tenantId", "displayName", "metadata", "created", "updated", "deleted", "x"],
    "otlp": ["resourceLogs", "resourceMetrics", "resourceSpans"],
    "resourceLogs": ["scopeLogs", "resource", "schemaUrl"],
    "scopeLogs": ["logRecords", "scope", "schemaUrl"],
    "logRecord": [
        *("timeUnixNano", "observedTimeUnixNano", "severityNumber", "severityText", "body", "attributes", "traceId"),
        *("spanId", "flags"),
    ],
    "any": ["stringValue", "boolValue", "intValue", "doubleValue", "arrayValue", "kvlistValue", "bytesValue", "x"],
    "resourceMetrics": ["scopeMetrics", "resource", "schemaUrl"],
    "scopeMetrics": ["metrics", "scope", "schemaUrl"],
    "otlpMetric": ["name", "description", "unit", "gauge", "sum", "histogram"],
    "points": ["dataPoints", "aggregationTemporality", "isMonotonic"],
    "point": ["startTimeUnixNano", "timeUnixNano", "asDouble", "asInt", "attributes", "flags"],
    "resourceSpans": ["scopeSpans", "resource", "schemaUrl"],
    "scopeSpans": ["spans", "scope", "schemaUrl"],
    "span": [
        *("traceId", "spanId", "parentSpanId", "name", "kind", "startTimeUnixNano", "endTimeUnixNano", "attributes"),
        *("events", "links", "status"),
    ],
    "event": ["timeUnixNano", "name", "attributes"],
    "link": ["traceId", "spanId", "attributes"],
    "status": ["code", "message"],
    "resource": ["attributes"],
    "scope": ["name", "version", "attributes"],
    "keyValue": ["key", "value"],
    "values": ["values"],
}
ANY_KEY = sorted({key for keys in KEYS.values() for key in keys})


class Writer:
    """Writes random lines that are nearly valid: members that Kestra knows, sometimes with a value of another type."""

    def __init__(self, version, seed):
        self.random = random.Random(seed)
        self.wildness = 0.0
        self.version = version

    def line(self):
        """Return the bytes of one or a few lines, without OTLP for the version in which our reader leaves it out."""
        data = self.any_line()
        while self.version == OTLP_TOO and (b"tlp" in data or rb"\u" in data):
            data = self.any_line()
        return data

    def any_line(self):
        chance = self.random.random()
        self.wildness = self.random.choice((0, 0, 0.02, 0.1, 0.3))
        if chance < 0.06:
            return self.noise()
        data = self.record()
        if chance > 0.62:
            for _ in range(self.random.choice((1, 1, 2, 3, 8))):
                data = self.mutated(data)
        return data

    def record(self):
        text = "::" + self.payload() + self.one_of("", "", "", "", " ", "x", "}", '{"outputs":{"z":1}}') + "::"
        if text[-3] != "}" and self.one_of(True, False):
            text = text[:-2] + "}::"
        if self.is_wild():
            text += self.one_of("\u2028", "\u2029", "\x85", " ", "\n", "\r\n", "\r", "::", "\r\r\n")
        return text.encode("utf-8", "surrogatepass")

    def noise(self):
        return bytes(self.random.choice(BYTES) for _ in range(self.random.randrange(30)))

    def mutated(self, data):
        at, to = sorted(self.random.randrange(len(data) + 1) for _ in range(2))
        to = min(to, at + self.one_of(1, 1, 2, 5, 50))
        piece = self.one_of(
            bytes([self.random.randrange(256)]),
            self.one_of(b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u", b" ", b"::", b"/", b"'", b"-", b"."),
            self.one_of(*NUMBERS, *NO_NUMBERS, "null", "true", "[]", "{}", '""', "//", "\\u0130", "\\u00İ1").encode(),
            data[at:to] * 2,
        )
        return self.one_of(
            data[:at] + piece + data[at:],
            data[:at] + data[to:],
            data[:at] + piece + data[to:],
            data[:at] if self.is_wild() else data[:at] + data[at + 1 :],
            data + data
            if self.is_wild()
            else data[:at] + bytes([data[at] ^ 1 << self.random.randrange(8)]) + data[at + 1 :]
            if at < len(data)
            else data,
        )

    def is_wild(self):
        return self.random.random() < self.wildness

    def one_of(self, *choices):
        return self.random.choice(choices)

    def scalar(self):
        kind = self.random.random()
        if kind < 0.35:
            return self.number()
        if kind < 0.75:
            return self.text()
        return self.one_of("null", "true", "false", "null", "[]", "{}")

    def number(self):
        if self.is_wild() and self.is_wild():
            return self.one_of(*NO_NUMBERS)
        if self.is_wild():
            return self.one_of(*NUMBERS)
        return self.one_of(
            str(self.random.randrange(-1_000, 1_000)),
            repr(self.random.uniform(-1e3, 1e3)),
            repr(self.random.random() * 10.0 ** self.random.randrange(-30, 30)),
            str(self.random.randrange(10 ** self.random.randrange(1, 40))),
            self.one_of(*NUMBERS),
        )

    def string(self):
        if self.random.random() < 0.7:
            return self.one_of(*TEXTS)
        return "".join(self.one_of("a", "b", "0", " ", "é", "日", "😀", '"', "\\", "\n", "\x01", "/") for _ in range(8))

    def text(self, value=None):
        value = self.string() if value is None else value
        if self.random.random() < 0.5:
            return json.dumps(value)
        return json.dumps(value, ensure_ascii=False)

    def anything(self, depth=0):
        kind = self.random.random()
        if depth > 3 or kind < 0.6:
            return self.scalar()
        if kind < 0.8:
            return self.array(lambda: self.anything(depth + 1))
        return self.object([(self.one_of(*ANY_KEY, *TEXTS), lambda: self.anything(depth + 1)) for _ in range(3)])

    def array(self, member):
        members = [member() for _ in range(self.one_of(0, 1, 1, 1, 2, 2, 3))]
        return "[" + self.one_of(",", ",", ",", " , ").join(members) + "]"

    def object(self, members):
        """Write members in random order, some twice and some of another type."""
        members = list(members)
        if self.random.random() < 0.3:
            self.random.shuffle(members)
        if self.is_wild() and members:
            members.append(self.one_of(*members))
        if self.is_wild():
            members.insert(self.random.randrange(len(members) + 1), (self.one_of(*ANY_KEY), self.anything))
        written = [
            self.text(key) + self.one_of(":", ":", ":", " : ") + (self.anything(2) if self.is_wild() else value())
            for key, value in members
        ]
        return "{" + ",".join(written) + "}"

    def some(self, kind, values, least=0):
        """Write an object with some of the members of a kind; a member without a given value is a scalar."""
        keys = KEYS[kind]
        count = self.random.randint(least, max(least, min(len(keys), 4)))
        chosen = keys if self.random.random() < 0.1 else self.random.sample(keys, min(count, len(keys)))
        return self.object([(key, values.get(key, self.scalar)) for key in chosen])

    def payload(self):
        writers = {"logs": self.logs, "metrics": self.metrics, "outputs": self.outputs}
        kind = self.random.random()
        if kind < 0.75:
            key = self.one_of(*writers)
            return self.object([(key, writers[key])])
        if kind < 0.87:
            return self.object([("otlp", self.otlp)])
        if kind < 0.9:
            return self.object([("assets", self.assets)])
        writers.update(assets=self.assets, otlp=self.otlp)
        return self.some("payload", writers)

    def outputs(self):
        return self.object([(self.one_of("a", "b", *TEXTS), self.anything) for _ in range(self.random.randrange(4))])

    def logs(self):
        return self.array(lambda: "null" if self.is_wild() else self.log())

    def log(self):
        level = self.text(self.one_of(*LEVELS)) if self.random.random() < 0.8 else self.scalar()
        members = [("level", lambda: level), ("message", self.message)]
        if self.is_wild():
            members = [(key, self.scalar) for key in KEYS["log"]]
        return self.object(members)

    def message(self):
        if self.random.random() < 0.01:
            unit = self.one_of("x", "é", "x😀", "日", "\x00")
            return self.text(unit * self.one_of(15_359, 15_360, 15_361, 30_720, 30_721))
        return self.text() if self.random.random() < 0.8 else self.scalar()

    def metrics(self):
        return self.array(lambda: "null" if self.is_wild() else self.metric())

    def metric(self):
        kind = self.one_of("counter", "gauge", "timer")
        value = self.number if self.random.random() < 0.6 else self.scalar
        members = [
            ("name", lambda: self.text(self.one_of(*"abcdefghijklmn", "null"))),
            ("type", lambda: self.text(kind)),
            ("value", value),
            ("tags", self.tags),
        ]
        if self.is_wild():
            members.append(("timestamp", lambda: self.one_of(self.scalar(), self.one_of(*ENDS_OF_TIME))))
        if self.is_wild():
            members.append(("description", self.scalar))
        if self.is_wild():
            del members[self.random.randrange(4)]
        if self.is_wild() and self.is_wild():
            return "[" + self.one_of('"counter"', '"timer"', "5", "null") + "," + self.object(members) + "]"
        return self.object(members)

    def tags(self):
        if self.random.random() < 0.3:
            return self.one_of("{}", "null")
        names = [self.one_of("env", "t", "flow_id", "", "é") for _ in range(self.random.randrange(3))]
        return self.object([(name, self.text if self.random.random() < 0.7 else self.scalar) for name in names])

    def assets(self):
        def asset():
            return self.text() if self.is_wild() else self.some("asset", {"metadata": self.outputs})

        return self.some("assets", {key: lambda: self.array(asset) for key in ("inputs", "outputs")})

    def otlp(self):
        sections = {
            "resourceLogs": lambda: self.section("resourceLogs", "scopeLogs", "logRecords", self.log_record),
            "resourceMetrics": lambda: self.section("resourceMetrics", "scopeMetrics", "metrics", self.otlp_metric),
            "resourceSpans": lambda: self.section("resourceSpans", "scopeSpans", "spans", self.span),
        }
        if self.random.random() < 0.9:
            key = self.one_of("resourceLogs", "resourceLogs", "resourceMetrics", "resourceMetrics", "resourceSpans")
            return self.object([(key, sections[key])])
        return self.some("otlp", sections)

    def section(self, resources, scopes, name, member):
        scope = {name: lambda: self.array(member), "scope": lambda: self.holder("scope")}
        resource = {
            scopes: lambda: self.array(lambda: self.some(scopes, scope, 2)),
            "resource": lambda: self.holder("resource"),
        }
        return self.array(lambda: self.some(resources, resource, 2))

    def holder(self, kind, least=0, **values):
        """Write an object that has attributes."""
        return self.some(kind, {"attributes": self.attributes, **values}, least)

    def attributes(self):
        return self.array(lambda: self.some("keyValue", {"value": self.any_value}, 1))

    def any_value(self, depth=0):
        def deeper():
            return self.any_value(depth + 1)

        def pairs():
            return self.array(lambda: self.some("keyValue", {"value": deeper}))

        values = {
            "arrayValue": lambda: self.some("values", {"values": lambda: self.array(deeper)}),
            "kvlistValue": lambda: self.some("values", {"values": pairs}),
        }
        if depth == 3:
            values = {}
        if self.random.random() < 0.7:
            key = self.one_of(*KEYS["any"][:-1])
            return self.object([(key, values.get(key, self.scalar))])
        return self.some("any", values)

    def log_record(self):
        return self.holder("logRecord", 1, body=self.any_value)

    def otlp_metric(self):
        def points():
            return self.some("points", {"dataPoints": lambda: self.array(lambda: self.holder("point", 2))}, 1)

        return self.some("otlpMetric", {"gauge": points, "sum": points}, 2)

    def span(self):
        events = {f"{kind}s": lambda kind=kind: self.array(lambda: self.holder(kind)) for kind in ("event", "link")}
        return self.holder("span", status=lambda: self.some("status", {}), **events)


# What Java makes of 0xF5-0xF7 depends on where its read buffer ends, so the noise leaves them out.
BYTES = [*range(0xF5), *range(0xF8, 0x100), *b'::{}""[]::\r\n', *b"\xed\xa0\x80\xed\xbf\xf0\x9f\x98\x80\xe2\x80\xa8"]


def answer_of(line):
    """Return what Kestra read from a line, in the terms of `kestra.reader`."""
    return {
        "stream": line["stream"],
        "text": line["text"],
        "verdict": line["verdict"],
        "logs": [(log["level"], piece) for log in line["logs"] for piece in log.get("cut", [log["message"]])],
        "outputs": line["outputs"],
        "metrics": [
            {
                **{key: metric.get(key) for key in ("type", "name", "tags")},
                "value": metric.get("value", metric.get("nanoseconds")),
            }
            for metric in line["metrics"]
            if metric is not None
        ],
    }


def reading_of(line):
    """Return what `kestra.reader` read from a line, in the same terms."""
    answer = as_json(line)
    return {
        "stream": line.stream,
        "text": line.text,
        "verdict": line.verdict,
        "logs": [(log.level, log.message) for log in line.logs],
        "outputs": answer["outputs"],
        "metrics": [
            {
                **{key: entry[key] for key in ("type", "name", "tags")},
                "value": metric.nanoseconds if metric.type == "timer" else entry["value"],
            }
            for metric, entry in zip(line.metrics, answer["metrics"])
        ],
    }


def exact(reading):
    """Return a reading as text that distinguishes 1 from 1.0 and 0.0 from -0.0."""
    return json.dumps(reading, sort_keys=True)


def read_run(version, streams, chance):
    """Return the reader of a run and its results for both streams, fed one after the other in pieces of any size."""
    reader, lines = Reader("1.3" if version.startswith("1.3.") else "2.0"), []
    for stream, data in streams.items():
        size = chance.choice((1, 10, 100, 1_000, *[100_000] * 20))
        for at in range(0, len(data), size):
            lines += reader.feed(stream, data[at : at + size])
        lines += reader.close(stream)
    return reader, [reading_of(line) for line in lines]


def batches(writer, count):
    """Yield the name of a stream and the outputs of runs, a few lines each, until there are `count` lines."""
    for start in range(0, count, BATCH):
        lines = [writer.line() for _ in range(min(BATCH, count - start))]
        runs = [writer.one_of(b"\n", b"\n", b"\r\n", b"\r").join(lines[at : at + 4]) for at in range(0, len(lines), 4)]
        yield writer.one_of("stdout", "stdout", "stderr"), runs


def test_reader_agrees_with_kestra_on_any_line(kestra_reader):
    """The reader agrees with Kestra's classes on each line: verdict, text, logs, outputs and metrics."""
    writer = Writer(kestra_reader.version, f"{SEED} {kestra_reader.version}")
    verdicts = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(1) as kestra_reading:  # while we write the next lines
        readings = [
            (stream, runs, kestra_reading.submit(kestra_reader.lines, runs, stream))
            for stream, runs in batches(writer, LINES // 2)
        ]
        for stream, runs, answers in readings:
            for data, answer in zip(runs, answers.result()):
                expected = [answer_of(line) for line in answer]
                _, actual = read_run(kestra_reader.version, {stream: data}, writer.random)
                verdicts.update(reading["verdict"] for reading in actual)

                assert exact(expected) == exact(actual), f"seed {SEED}, {stream}, {data!r}"

    VERDICTS[kestra_reader.version] = dict(verdicts)

    assert {"record", "plain", "invalid", "fatal"} == set(verdicts)


def test_reader_agrees_with_kestra_on_both_streams(kestra_reader):
    """The reader keeps the state of a run as Kestra does: metric types, closed streams, debug markers, outputs."""
    writer = Writer(kestra_reader.version, f"{SEED} {kestra_reader.version} run")
    for _ in range(max(LINES // 400, 20)):
        streams = {}
        for stream in ("stdout", "stderr"):
            lines = [writer.line() for _ in range(writer.random.randrange(8))]
            lines += [writer.one_of(b"##kestra:log:debug##", b"##kestra:log:info##", b"text") for _ in range(2)]
            writer.random.shuffle(lines)
            streams[stream] = writer.one_of(b"\n", b"\r\n", b"\r").join(lines)
        answer = kestra_reader.run(**streams)
        reader, actual = read_run(kestra_reader.version, streams, writer.random)

        assert exact([answer_of(line) for line in answer["lines"]]) == exact(actual), f"seed {SEED}, {streams}"
        assert exact(answer["outputs"]) == exact(as_json_value(reader.outputs)), f"seed {SEED}, {streams}"


def as_json_value(outputs):
    return json.loads(json.dumps(outputs), parse_constant=str)
