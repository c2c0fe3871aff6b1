"""Checks what we know about Kestra's reading, rule by rule, so that a change in a new version is detected."""

import json

import pytest
from support.lines import FATAL, assets, counter, log, message, metric, otlp, otlp_log, otlp_metric, outputs, timer
from support.versions import versions

RECORD = '::{"logs":[{"level":"WARN","message":"m"}]}::'
SHOWN = [("WARN", "m")]


def read(kestra_reader, text, stream="stdout"):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return kestra_reader.lines([data], stream)[0]


def read_one(kestra_reader, text, stream="stdout"):
    [line] = read(kestra_reader, text, stream)
    return line


def shown(line):
    return [(log["level"], log["message"]) for log in line["logs"]]


def nothing(line):
    return (line["logs"], line["outputs"], line["metrics"], line["assets"]) == ([], {}, [], None)


@pytest.mark.parametrize(("text", "reason"), FATAL.values(), ids=FATAL)
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_ends_the_reading(kestra_reader, text, reason, stream):
    """Kestra stops at this line, ignores its outputs, and reads no later line of the stream."""
    text = text.replace("::{", '::{"outputs":{"same":"line"},', 1)
    streams = {"stdout": f"{RECORD}\n".encode(), "stderr": f"{RECORD}\n".encode()}
    streams[stream] += f"{text}\n{RECORD}\n{outputs('{}')}".encode()
    answer = kestra_reader.run(**streams)

    verdicts = {name: [line["verdict"] for line in answer["lines"] if line["stream"] == name] for name in streams}
    other = {"stdout": "stderr", "stderr": "stdout"}[stream]
    assert {stream: ["record", "fatal"], other: ["record"]} == verdicts
    assert [reason] == [line["reason"].split(":")[0].rpartition(".")[2] for line in answer["lines"] if line["reason"]]
    assert {} == answer["outputs"]


def test_name_of_two_types_on_two_lines_ends_the_reading(kestra_reader):
    """A name with the same tags keeps its first type, on both streams."""
    first, second = counter("1", '{"t":"x"}'), metric('"type":"gauge","value":1,"tags":{"t":"x"}')
    answer = kestra_reader.run(f"{first}\n{first}\n{second}".encode(), second.encode())

    assert ["record", "record", "fatal", "fatal"] == [line["verdict"] for line in answer["lines"]]


def test_empty_tag_key_ends_the_reading_where_metrics_go_to_prometheus(kestra_reader_with_prometheus):
    """Prometheus rejects a label without a name."""
    line = read_one(kestra_reader_with_prometheus, counter("1", '{"":"x"}'))

    assert ("fatal", "java.lang.IllegalArgumentException") == (line["verdict"], line["reason"].split(":")[0])


def test_empty_tag_key_is_accepted_without_prometheus(kestra_reader):
    """Kestra itself accepts an empty tag key."""
    assert [{"": "x"}] == [metric["tags"] for metric in read_one(kestra_reader, counter("1", '{"":"x"}'))["metrics"]]


def test_metrics_logs_and_assets_go_before_outputs(kestra_reader):
    """The metrics and logs of a line with assets count, in any order."""
    text = '::{"outputs":{"a":1},"assets":{},"logs":[{"level":"WARN","message":"m"}],"metrics":[%s]}::'
    line = read_one(kestra_reader, text % '{"name":"n","type":"gauge","value":1}')

    assert ("fatal", SHOWN, ["n"], {}) == (
        line["verdict"],
        shown(line),
        [metric["name"] for metric in line["metrics"]],
        line["outputs"],
    )


def test_all_members_of_a_line_count(kestra_reader):
    """A line may have logs, outputs and metrics together."""
    text = '::{"outputs":{"a":1},"logs":[{"level":"WARN","message":"m"}],"metrics":[%s]}::'
    line = read_one(kestra_reader, text % '{"name":"n","type":"gauge","value":1}')

    assert ("record", SHOWN, {"a": 1}) == (line["verdict"], shown(line), line["outputs"])
    assert ["n"] == [metric["name"] for metric in line["metrics"]]


def test_encrypted_outputs_show_beside_a_bad_log(kestra_reader):
    """The warning quotes the line unencrypted."""
    line = read_one(kestra_reader, '::{"encryptedOutputs":{"a":"secret"},"logs":[null]}::')

    assert [True] == ["secret" in warning for warning in line["warnings"]]


LINE_ENDS = {
    "LF": (f"{RECORD}\n", ["record"]),
    "CR": (f"{RECORD}\r", ["record"]),
    "CR LF": (f"{RECORD}\r\n", ["record"]),
    "end of stream": (RECORD, ["record"]),
    "CR CR LF": (f"{RECORD}\r\r\n", ["record", "plain"]),
    "LF LF": (f"{RECORD}\n\n{RECORD}\n", ["record", "plain", "record"]),
    "text and CR": (f"50%\r{RECORD}", ["plain", "record"]),
    "no bytes": ("", []),
}


@pytest.mark.parametrize(("text", "verdicts"), LINE_ENDS.values(), ids=LINE_ENDS)
def test_line_ends(kestra_reader, text, verdicts):
    """LF, CR, CR LF and the end of the stream end a line."""
    lines = read(kestra_reader, text)

    assert verdicts == [line["verdict"] for line in lines]
    assert [SHOWN if verdict == "record" else line["text"] for verdict, line in zip(verdicts, lines)] == [
        shown(line) if line["verdict"] == "record" else line["logs"][0]["message"] for line in lines
    ]


PLAIN = {
    "space before": f" {RECORD}",
    "tab before": f"\t{RECORD}",
    "byte order mark before": f"\ufeff{RECORD}",
    "text before": f"50% {RECORD}",
    "space after": f"{RECORD} ",
    "tab after": f"{RECORD}\t",
    "NUL after": f"{RECORD}\0",
    "text after": f"{RECORD}.",
    "U+0085 inside": RECORD.replace("m", "\x85"),
    "U+2028 inside": RECORD.replace("m", "\u2028"),
    "U+2029 inside": RECORD.replace("m", "\u2029"),
    "space in the opening": RECORD.replace("::{", ":: {"),
    "space in the closing": RECORD.replace("}::", "} ::"),
    "three colons": RECORD.replace("::{", ":::{"),
    "four colons": f"{RECORD}::",
    "one colon": RECORD[1:],
    "an array": "::[]::",
    "no payload": "::::",
    "nothing": "",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize(("stream", "level"), [("stdout", "INFO"), ("stderr", "ERROR")])
def test_plain_text(kestra_reader, text, stream, level):
    """A line that is not a payload from the first column to the last is text: INFO on stdout, ERROR on stderr."""
    line, *none = read(kestra_reader, f"{text}\n", stream)

    assert ("plain", [(level, text)], []) == (line["verdict"], shown(line), none)


SAME_RECORD = {
    "spaces": '::{ "logs" : [ { "level" : "WARN" , "message" : "m" } ] }::',
    "U+0085 after": f"{RECORD}\x85",
    "U+2028 after": f"{RECORD}\u2028",
    "U+2029 after": f"{RECORD}\u2029",
    "another payload after": RECORD + outputs('{"a":1}'),
    "another payload after a space": RECORD + " " + outputs('{"a":1}'),
    "garbage after the JSON": "::" + RECORD[2:-2] + " garbage}::",
    "unknown keys": RECORD.replace("::{", '::{"unknown":{"a":[1]},', 1),
    "the same key twice": RECORD.replace("::{", '::{"logs":[{"level":"INFO","message":"x"}],', 1),
    "escapes": RECORD.replace('"m"', r'"\u006D"'),
    "extra members": RECORD.replace('"m"', '"m","timestamp":"2020-01-01T00:00:00Z","x":[]'),
}


@pytest.mark.parametrize("text", SAME_RECORD.values(), ids=SAME_RECORD)
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_record(kestra_reader, text, stream):
    """The first payload of a line counts, on either stream, and Kestra silently drops the rest."""
    line = read_one(kestra_reader, text, stream)

    assert ("record", SHOWN, {}, []) == (line["verdict"], shown(line), line["outputs"], line["warnings"])


SILENT = {
    "empty": "::{}::",
    "unknown key": '::{"unknown":1}::',
    "upper case": '::{"LOGS":[{"level":"WARN","message":"m"}]}::',
    "no logs": '::{"logs":[]}::',
    "logs of null": '::{"logs":null}::',
    "outputs of null": outputs("null"),
    "no outputs": outputs("{}"),
    "no metrics": '::{"metrics":[]}::',
    "metrics of null": '::{"metrics":null}::',
    "assets of null": assets("null"),
    "otlp of null": otlp("null"),
    "empty otlp": otlp("{}"),
    "message of null": '::{"logs":[{"level":"INFO","message":null}]}::',
    "no message": '::{"logs":[{"level":"INFO"}]}::',
    "encrypted outputs": '::{"encryptedOutputs":{"a":"secret"}}::',
    "OTLP without its key": '::{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"m"}}]}]}]}::',
    "OTLP in snake case": otlp('{"resource_logs":[{"scope_logs":[{"log_records":[{"body":{"string_value":"m"}}]}]}]}'),
    "OTLP spans": otlp('{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"s"}]}]}]}'),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_accepted_without_warning(kestra_reader, text):
    """Kestra accepts the line without an effect or a warning."""
    line = read_one(kestra_reader, text)

    assert ("record", True, []) == (line["verdict"], nothing(line), line["warnings"])


NO_JSON = {
    "comment": outputs('{"a":1/* one */}'),
    "single quotes": outputs("{'a':1}"),
    "trailing comma": outputs('{"a":1,}'),
    "trailing comma in a list": outputs('{"a":[1,]}'),
    "key without quotes": outputs("{a:1}"),
    "unfinished": outputs('{"a":[1}'),
    "control character": message('"\x1b[31m"'),
    "tab": message('"\t"'),
    "NUL": message('"\0"'),
    r"\x": message(r'"\x41"'),
    r"\'": message(r'"\'"'),
    r"\U": message(r'"\U0041"'),
    r"short \u": message(r'"\u41"'),
    **{
        number: outputs(f'{{"a":{number}}}')
        for number in ("NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x10")
    },
}
INVALID = {
    **NO_JSON,
    **{
        f"level {level}": log(f'{{"level":{level},"message":"x"}}')
        for level in (
            *('"info"', '"Info"', '"WARNING"', '"CRITICAL"', '"FATAL"', '"NOTICE"', '""', '"5"'),
            *("5", "20", "true", "{}", "[]"),
        )
    },
    "level again after both": log('{"level":"INFO","message":"x","level":"WARN"}'),
    "message again after both": log('{"level":"INFO","message":"x","message":"y"}'),
    "logs again after all": '::{"outputs":{},"metrics":[],"assets":null,"otlp":null,"logs":[],"logs":[]}::',
    "message that is an object": log('{"level":"INFO","message":{}}'),
    "message that is an array": log('{"level":"INFO","message":[]}'),
    "entry that is text": log('"x"'),
    "entry that is an array": log("[]"),
    "logs that are an object": '::{"logs":{"level":"INFO","message":"x"}}::',
    "logs that are text": '::{"logs":"x"}::',
    "outputs that are an array": outputs("[]"),
    "outputs that are text": outputs('"x"'),
    "metrics that are an object": '::{"metrics":{"name":"n","type":"counter","value":1}}::',
    **{f"type {kind}": metric(f'"type":{kind},"value":1') for kind in ("null", '""', '"Counter"', '"histogram"', "1")},
    "no type": metric('"value":1'),
    **{f"counter of {value}": counter(value) for value in ("true", "[]", "{}", '"x"', "NaN")},
    **{
        f"timer of {value}": timer(value)
        for value in ('"1s"', '"1:00"', '"PT0.1234567890S"', '"1e3"', '"NaN"', "true", "[]", str(2**63))
    },
    "name that is an object": '::{"metrics":[{"name":{},"type":"counter","value":1}]}::',
    "name that is an array": '::{"metrics":[{"name":[],"type":"counter","value":1}]}::',
    "tag that is an array": counter("1", '{"t":[]}'),
    "tag that is an object": counter("1", '{"t":{}}'),
    "tags that are an array": counter("1", "[]"),
    "tags that are text": counter("1", '"x"'),
    **{
        f"timestamp {time}": metric(f'"type":"counter","value":1,"timestamp":{time}')
        for time in ('"x"', '"2024-01-01"', '"2024-01-01T00:00:00"', '"2024-01-01T00:00Z "', "true", "{}")
    },
    "inputs of assets that are text": assets('{"inputs":["a"]}'),
}


@pytest.mark.parametrize("text", INVALID.values(), ids=INVALID)
def test_invalid(kestra_reader, text):
    """Kestra warns and ignores the whole line, including its valid entries."""
    line = read_one(kestra_reader, text)

    assert ("invalid", True) == (line["verdict"], nothing(line)), line["reason"]
    assert ["Invalid outputs '"] == [warning[:17] for warning in line["warnings"]]


@pytest.mark.parametrize(
    ("entry", "level"),
    [
        *((f'"{name}"', name) for name in ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")),
        ('" INFO\\t"', "INFO"),
        *((str(number), name) for number, name in enumerate(["ERROR", "WARN", "INFO", "DEBUG", "TRACE"])),
        *((f'"{number}"', name) for number, name in enumerate(["ERROR", "WARN", "INFO", "DEBUG", "TRACE"])),
    ],
)
def test_levels(kestra_reader, entry, level):
    """A level is one of five names, with blanks around it or not, or its index, with ERROR first."""
    assert [(level, "x"), ("WARN", "m")] == shown(read_one(kestra_reader, log(f'{{"level":{entry},"message":"x"}}')))


@pytest.mark.parametrize("entry", ['{"level":null,"message":"x"}', '{"message":"x"}', "null", "{}"])
def test_entry_without_a_level_is_lost_alone(kestra_reader, entry):
    """Kestra warns about the entry and shows the others."""
    line = read_one(kestra_reader, log(entry))

    assert ("record", SHOWN) == (line["verdict"], shown(line))
    assert ["Invalid log '"] == [warning[:13] for warning in line["warnings"]]


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        *((text, text) for text in ("5", "1.50", "1e400", "true", "false", "-0")),
        *((f'"{text}"', text) for text in ("", "{}", "%s", "${x}", "{{ x }}", "::{}::")),
    ],
)
def test_messages(kestra_reader, text, shown_as):
    """A number or a boolean is its JSON text, and a placeholder is not filled in."""
    assert [("INFO", shown_as)] == shown(read_one(kestra_reader, message(text)))


@pytest.mark.parametrize("frame", ["{}", message('"{}"').replace("{", "{{").replace("}", "}}").replace("{{}}", "{}")])
@pytest.mark.parametrize("units", [15_360, 15_361, 30_721])
def test_long_messages_are_cut(kestra_reader, frame, units):
    """Kestra cuts a message or a plain line every 15,360 UTF-16 units."""
    [log] = read_one(kestra_reader, frame.format("x" * units))["logs"]

    pieces = [15_360] * (units // 15_360) + [units % 15_360] * (units % 15_360 > 0)
    assert pieces == list(map(len, log.get("cut", [log["message"]])))


def test_cut_goes_through_a_surrogate_pair(kestra_reader):
    """A cut separates the halves of a surrogate pair."""
    [log] = read_one(kestra_reader, "x" * 15_359 + "😀")["logs"]

    assert ["\ud83d", "\ude00"] == [log["cut"][0][-1], log["cut"][1]]


CHARACTERS = ["\x7f", "\x80", "\x9f", "\ufdd0", "\ue000", "\ufeff", "\uffff", "\U0010ffff", "😀", "é"]


@pytest.mark.parametrize("character", CHARACTERS, ids=ascii)
def test_raw_characters(kestra_reader, character):
    """Non-ASCII text needs no escape."""
    assert [("INFO", character)] == shown(read_one(kestra_reader, message(f'"{character}"')))


ESCAPED = [*map(chr, range(0x20)), "\x7f", "\x85", "\u2028", "\u2029", "\ud83d", "\ude00", *CHARACTERS]


@pytest.mark.parametrize("case", [str.lower, str.upper], ids=["lower", "upper"])
@pytest.mark.parametrize("character", ESCAPED, ids=ascii)
def test_escaped_characters(kestra_reader, character, case):
    r"""A \u escape may be any UTF-16 unit, even one that Kestra cannot store."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    digits = [case(units[start : start + 4]) for start in range(0, len(units), 4)]

    assert [("INFO", character)] == shown(
        read_one(kestra_reader, message('"' + "".join(f"\\u{unit}" for unit in digits) + '"'))
    )


def test_escaped_slash(kestra_reader):
    r"""A slash may be escaped."""
    assert [("INFO", "a/b")] == shown(read_one(kestra_reader, message(r'"a\/b"')))


MALFORMED = {
    b"\xff": "\ufffd",
    b"\x80": "\ufffd",
    b"\xc3": "\ufffd",
    b"\xc3a": "\ufffda",
    b"\xc0\x80": "\ufffd" * 2,
    b"\xe1\x80": "\ufffd",
    b"\xe0\x80\x80": "\ufffd" * 3,
    b"\xf0\x9f\x98": "\ufffd",
    b"\xf4\x90\x80\x80": "\ufffd" * 4,
    b"\xf5\x80\x80\x80": "\ufffd" * 4,
    # Java reads a surrogate as one error, and the WHATWG's decoder as three.
    b"\xed\xa0\x80": "\ufffd",
    b"\xed\xa0\x80\xed\xb0\x80": "\ufffd" * 2,
    b"\xed\xa0": "\ufffd",
    b"\xed\xa0a": "\ufffda",
}


@pytest.mark.parametrize(("data", "text"), MALFORMED.items(), ids=ascii)
def test_bytes_that_are_not_utf_8(kestra_reader, data, text):
    """Bytes that are not UTF-8 become U+FFFD, in plain text and in a message."""
    assert [("INFO", text)] == shown(read_one(kestra_reader, data))
    assert [("INFO", text)] == shown(read_one(kestra_reader, message('"@"').encode().replace(b"@", data)))


@pytest.mark.parametrize("data", ["\n", "\r", "\r\n"])
def test_raw_line_end_in_a_message(kestra_reader, data):
    """A raw line end splits the record into two plain lines."""
    assert ["plain", "plain"] == [line["verdict"] for line in read(kestra_reader, message(f'"a{data}b"'))]


def nested(levels):
    return "[" * levels + "]" * levels


LIMITS = {
    "a string": (lambda size: f'"{"x" * size}"', 20_000_000),
    "a key": (lambda size: f'{{"{"x" * size}":1}}', 20_000_000),
    "nesting": (nested, 998),
    "digits": (lambda size: "9" * size, 1_000),
    "digits of a fraction": (lambda size: f"1.{'1' * (size - 1)}", 1_000),
}


@pytest.mark.parametrize(("make", "limit"), LIMITS.values(), ids=LIMITS)
def test_limits(kestra_reader, make, limit):
    """A value at the limit is read, and one above it is invalid."""
    largest = read_one(kestra_reader, outputs(f'{{"a":{make(limit)}}}'))
    too_large = read_one(kestra_reader, outputs(f'{{"a":{make(limit + 1)}}}'))

    assert ("record", True) == (largest["verdict"], json.loads(make(limit)) == largest["outputs"]["a"])
    assert ("invalid", {}) == (too_large["verdict"], too_large["outputs"])


@pytest.mark.parametrize("make", [message, lambda text: counter("1", f'{{"t":{text}}}')], ids=["message", "tag"])
def test_limit_of_other_strings(kestra_reader, make):
    """A message and a tag have the same limit as any string."""
    assert "invalid" == read_one(kestra_reader, make(f'"{"x" * 20_000_001}"'))["verdict"]


def test_the_limit_applies_to_unescaped_text(kestra_reader):
    """The limit counts the units of the string, not the bytes of its escapes."""
    line = read_one(kestra_reader, outputs('{"a":"%s"}' % (r"\u0041" * 3_500_000)))

    assert ("record", 3_500_000) == (line["verdict"], len(line["outputs"]["a"]))


def test_number_of_entries_has_no_limit(kestra_reader):
    """A line may have any number of logs."""
    line = read_one(kestra_reader, '::{"logs":[' + ",".join(['{"level":"INFO","message":"m"}'] * 100_000) + "]}::")

    assert ("record", 100_000) == (line["verdict"], len(line["logs"]))


OUTPUTS = {
    **{text: text for text in ("0", "-1", "2147483648", str(2**63), str(-(2**63)), str(2**64), str(10**30))},
    **{text: text for text in ("0.1", "0.30000000000000004", "5e-324", "-0.0", "1.0", "true", "null", '""')},
    "-0": "0",
    "0.10000000000000000555": "0.1",
    "1.50": "1.5",
    "1e2": "100.0",
    "1E+2": "100.0",
    "1e-400": "0.0",
    "1e400": '"Infinity"',
    "-1e400": '"-Infinity"',
    '"1e400"': '"1e400"',
    '[1,[null,{"":{}}]]': '[1, [null, {"": {}}]]',
    '{"a":1,"a":2}': '{"a": 2}',
}


@pytest.mark.parametrize(("text", "kept"), OUTPUTS.items(), ids=OUTPUTS)
def test_outputs(kestra_reader, text, kept):
    """Integers are exact, fractions are doubles, and other values do not change."""
    line = read_one(kestra_reader, outputs(f'{{"a":{text}}}'))

    assert ("record", f'{{"a": {kept}}}') == (line["verdict"], json.dumps(line["outputs"]))


@pytest.mark.parametrize("key", ["", "\0", "a b", "é", "::", "\ud83d"])
def test_output_keys(kestra_reader, key):
    """Any string may be a key."""
    assert {key: 1} == read_one(kestra_reader, outputs(json.dumps({key: 1})))["outputs"]


def test_outputs_are_merged_key_by_key(kestra_reader):
    """The last line wins, on both streams, and an object replaces an earlier one as a whole."""
    stdout = outputs('{"a":1,"b":{"x":1},"c":1}') + "\n" + outputs('{"a":2,"b":{"y":2}}')
    answer = kestra_reader.run(stdout.encode(), outputs('{"c":null}').encode())

    assert {"a": 2, "b": {"y": 2}, "c": None} == answer["outputs"]


VALUES = {
    "3": 3.0,
    "-1": -1.0,
    "0.1": 0.1,
    str(2**63): 2.0**63,
    str(10**30): 1e30,
    '"1.5"': 1.5,
    '" 2 "': 2.0,
    '"NaN"': "NaN",
    '"Infinity"': "Infinity",
    "1e400": "Infinity",
}


@pytest.mark.parametrize("kind", ["counter", "gauge"])
@pytest.mark.parametrize(("text", "value"), VALUES.items(), ids=VALUES)
def test_counters_and_gauges(kestra_reader, kind, text, value):
    """A value is a double or a string of one, NaN and the infinities included."""
    line = read_one(kestra_reader, metric(f'"type":"{kind}","value":{text}'))

    assert ("record", [(kind, value)]) == (
        line["verdict"],
        [(entry["type"], entry["value"]) for entry in line["metrics"]],
    )


@pytest.mark.parametrize("members", ['"value":null,', '"value":"",', ""])
def test_gauge_without_a_value(kestra_reader, members):
    """A gauge without a value is accepted, but a counter without one ends the reading."""
    line = read_one(kestra_reader, metric(f'{members}"type":"gauge"'))

    assert ("record", [None]) == (line["verdict"], [entry["value"] for entry in line["metrics"]])


DURATIONS = {
    "1": 10**9,
    "0.1": 10**8,
    "0.30000000000000004": 3 * 10**8,
    "0.0000000019": 1,
    "1e400": 0,
    '"1.5"': 1_500_000_000,
    '"+1.5"': 1_500_000_000,
    '"PT0.3S"': 3 * 10**8,
    '"P1D"': 86_400 * 10**9,
    '"-PT1S"': -(10**9),
    '"PT0.123456789S"': 123_456_789,
    "9223372036.854775807": 2**63 - 1,
    "-9223372036.854775808": -(2**63),
    "9000000000": 9 * 10**18,
}


@pytest.mark.parametrize(("text", "nanoseconds"), DURATIONS.items(), ids=DURATIONS)
def test_timers(kestra_reader, text, nanoseconds):
    """A number is in seconds, cut to nanoseconds; a string is such a number or an ISO 8601 duration."""
    line = read_one(kestra_reader, timer(text))

    assert ("record", [nanoseconds]) == (line["verdict"], [entry["nanoseconds"] for entry in line["metrics"]])


NAMES = {
    "null": None,
    '""': "",
    '" "': " ",
    r'"\u0000"': "\0",
    json.dumps("x" * 300): "x" * 300,
    "5": "5",
    "1.50": "1.50",
}


@pytest.mark.parametrize(("text", "name"), NAMES.items(), ids=lambda value: str(value)[:20])
def test_names_of_metrics(kestra_reader, text, name):
    """A name is any string or the text of a number, and may be missing."""
    line = read_one(kestra_reader, f'::{{"metrics":[{{"name":{text},"type":"counter","value":1}}]}}::')

    assert ("record", [name]) == (line["verdict"], [entry["name"] for entry in line["metrics"]])


TAGS = {
    "null": None,
    "{}": {},
    '{"t":5}': {"t": "5"},
    '{"t":1.50}': {"t": "1.50"},
    '{"t":true}': {"t": "true"},
    '{"t":""}': {"t": ""},
}


@pytest.mark.parametrize(("text", "tags"), TAGS.items(), ids=TAGS)
def test_tags(kestra_reader, text, tags):
    """A tag that is a number or a boolean becomes text."""
    line = read_one(kestra_reader, counter("1", text))

    assert ("record", [tags]) == (line["verdict"], [entry["tags"] for entry in line["metrics"]])


TIMESTAMPS = {
    '"2024-01-01T00:00:00Z"': "2024-01-01T00:00:00Z",
    '"2024-01-01T00:00:00.5+01:00"': "2023-12-31T23:00:00.500Z",
    "1700000000": "2023-11-14T22:13:20Z",
    "1700000000.25": "2023-11-14T22:13:20.250Z",
    '"1700000000"': "2023-11-14T22:13:20Z",
    "null": None,
}


@pytest.mark.parametrize(("text", "time"), TIMESTAMPS.items(), ids=TIMESTAMPS)
def test_timestamps_of_metrics(kestra_reader, text, time):
    """A timestamp is ISO 8601 with an offset or a number of seconds, and null stays null."""
    line = read_one(kestra_reader, metric(f'"type":"counter","value":1,"timestamp":{text}'))

    assert ("record", [time]) == (line["verdict"], [entry["timestamp"] for entry in line["metrics"]])


def test_metrics_add_up(kestra_reader):
    """Counters and timers of the same name and tags add up, the last gauge wins, and no tags differ from {}."""
    lines = [counter("1"), counter("2"), metric('"type":"counter","value":4'), counter("8", '{"t":"x"}')]
    lines += [text.replace('"n"', '"t"') for text in (timer("0.0009"), timer("0.0009"))]
    lines += [f'::{{"metrics":[{{"name":"g","type":"gauge","value":{value}}}]}}::' for value in (1, 2)]
    answer = kestra_reader.run("\n".join(lines).encode())

    added_up = [
        (metric["name"], metric.get("value", metric.get("nanoseconds")), metric["tags"]) for metric in answer["metrics"]
    ]
    assert [
        ("n", 3.0, {}),
        ("n", 4.0, None),
        ("n", 8.0, {"t": "x"}),
        ("t", 1_800_000, None),
        ("g", 2.0, None),
    ] == added_up


@pytest.mark.parametrize(
    ("entry", "log_shown"),
    [
        ('{"level":"INFO","level":"ERROR","message":"x"}', ("ERROR", "x")),
        ('{"message":"x","message":"y","level":"INFO"}', ("INFO", "y")),
    ],
)
def test_member_of_a_log_twice(kestra_reader, entry, log_shown):
    """The last value wins if the other member follows it."""
    assert [log_shown, ("WARN", "m")] == shown(read_one(kestra_reader, log(entry)))


def test_member_of_a_metric_twice(kestra_reader):
    """The last value of a member wins, except that the first type does."""
    twice = '"name":"a","name":"b","type":"counter","type":"gauge","value":1,"value":2'
    line = read_one(kestra_reader, f'::{{"metrics":[{{{twice}}}]}}::')

    assert [("counter", "b", 2.0)] == [(entry["type"], entry["name"], entry["value"]) for entry in line["metrics"]]


def test_metric_members_in_any_order(kestra_reader):
    """The type may come last, and unknown members are ignored."""
    line = read_one(kestra_reader, '::{"metrics":[{"value":1,"x":[],"description":"d","name":"n","type":"counter"}]}::')

    assert ("record", [("n", 1.0)]) == (line["verdict"], [(entry["name"], entry["value"]) for entry in line["metrics"]])


def understood(line):
    """Return the assets that were read, without the times that Kestra adds."""
    assets = line["assets"]
    return {
        "inputs": assets["inputs"],
        "outputs": [
            asset and {name: member for name, member in asset.items() if name not in ("created", "updated", "deleted")}
            for asset in assets["outputs"]
        ],
    }


ASSETS = {
    '{"id":"x","type":"TABLE"}': {"inputs": [], "outputs": []},
    '{"inputs":[{"id":"a","x":1}]}': {"inputs": [{"id": "a"}], "outputs": []},
    '{"inputs":[{"id":"bad id!","type":"T"}]}': {"inputs": [{"id": "bad id!", "type": "T"}], "outputs": []},
    '{"outputs":[{"id":"","type":"T","x":1,"metadata":{"y":2}}]}': {
        "inputs": [],
        "outputs": [{"id": "", "type": "T", "metadata": {"x": 1, "y": 2}}],
    },
    '{"outputs":["a"]}': {"inputs": [], "outputs": [None]},
}


@pytest.mark.parametrize(("text", "read_as"), ASSETS.items(), ids=ASSETS)
def test_assets(kestra_reader, text, read_as):
    """Kestra checks nothing: other members of an output become its metadata, and the rest is dropped."""
    line = read_one(kestra_reader, assets(text))

    assert ("fatal", read_as) == (line["verdict"], understood(line))


def test_asset_without_a_type(kestra_reader):
    """An asset without a type is external in Kestra 2.0 and invalid in 1.3."""
    line = read_one(kestra_reader, assets('{"outputs":[{"id":"a"}]}'))

    if kestra_reader.version.startswith("1."):
        assert "invalid" == line["verdict"]
    else:
        assert ("fatal", ["io.kestra.core.models.assets.External"]) == (
            line["verdict"],
            [asset["type"] for asset in line["assets"]["outputs"]],
        )


def test_debug_marker(kestra_reader):
    """Kestra 2.0 hides the markers and reads the lines between them at DEBUG; in 1.3 they are text."""
    marked = b"##kestra:log:debug##\na\n##kestra:log:info##\nb"
    answer = kestra_reader.run(marked + b"\n ##kestra:log:debug##\nc")

    logs = [entry for line in answer["lines"] for entry in shown(line)]
    if kestra_reader.version.startswith("1."):
        assert [("INFO", text) for text in (*marked.decode().split("\n"), " ##kestra:log:debug##", "c")] == logs
    else:
        assert [("DEBUG", "a"), ("INFO", "b"), ("INFO", " ##kestra:log:debug##"), ("INFO", "c")] == logs


def test_stack_trace_of_an_invalid_line(kestra_reader):
    """The warning contains the reason of the JSON parser."""
    line = read_one(kestra_reader, outputs("{"))

    assert [f"Invalid outputs '{line['reason']}'"] == line["warnings"]


# Since 1.3.34.
with_otlp = pytest.mark.parametrize(
    "kestra_reader", [version for version in versions() if version != "1.3.31"], indirect=True
)


def test_otlp_before_it_was_known(kestra_reader):
    """Kestra before 1.3.34 silently ignores OTLP."""
    line = read_one(kestra_reader, otlp_log('"severityNumber":9,"body":{"stringValue":"m"}'))

    assert ("record", [] if kestra_reader.version == "1.3.31" else ["m"]) == (
        line["verdict"],
        [log["message"] for log in line["logs"]],
    )


OTLP_TIMES = {
    '"1700000000123456789"': "2023-11-14T22:13:20.123Z",
    "1700000000123456789": "2023-11-14T22:13:20.123Z",
    "1700000000123456789.9": "2023-11-14T22:13:20.123Z",
}


@with_otlp
@pytest.mark.parametrize(("text", "time"), OTLP_TIMES.items(), ids=OTLP_TIMES)
def test_otlp_times(kestra_reader, text, time):
    """An OTLP log keeps its own time, cut to milliseconds."""
    line = read_one(kestra_reader, otlp_log(f'"timeUnixNano":{text},"body":{{"stringValue":"m"}}'))

    assert [time] == [log["timestamp"] for log in line["logs"]]


@with_otlp
@pytest.mark.parametrize(
    "members", ['"timeUnixNano":0,', '"timeUnixNano":null,', '"observedTimeUnixNano":"1700000000123456789",']
)
def test_otlp_without_a_time(kestra_reader, members):
    """An OTLP log without a time gets the time of reading."""
    line = read_one(kestra_reader, otlp_log(f'{members}"body":{{"stringValue":"m"}}'))

    assert [False] == [log["timestamp"].startswith("2023") for log in line["logs"]]


OTLP_LEVELS = {
    **{f'"severityNumber":{number}': "TRACE" for number in (1, 4)},
    **{f'"severityNumber":{number}': "DEBUG" for number in (5, 8)},
    **{f'"severityNumber":{number}': "INFO" for number in (9, 12)},
    **{f'"severityNumber":{number}': "WARN" for number in (13, 16)},
    **{f'"severityNumber":{number}': "ERROR" for number in (17, 24, 99)},
    '"severityNumber":0,"severityText":"warn"': "WARN",
    '"severityNumber":-1,"severityText":"TRACE"': "TRACE",
    '"severityNumber":9,"severityText":"ERROR"': "INFO",
    **{f'"severityText":"{text}"': "ERROR" for text in ("error", "FATAL", " Error ")},
    **{f'"severityText":"{text}"': "WARN" for text in ("Warning", "WARN")},
    **{f'"severityText":"{text}"': "INFO" for text in ("critical", "ERROR2", "", "info")},
    '"x":1': "INFO",
}


@with_otlp
@pytest.mark.parametrize(("members", "level"), OTLP_LEVELS.items(), ids=OTLP_LEVELS)
def test_otlp_levels(kestra_reader, members, level):
    """The severity number wins over the text, and an unknown text is INFO."""
    assert [(level, "m")] == shown(read_one(kestra_reader, otlp_log(f'{members},"body":{{"stringValue":"m"}}')))


OTLP_BODIES = {
    '{"stringValue":"m"}': ["m"],
    '{"boolValue":true}': ["true"],
    '{"intValue":"5"}': ["5"],
    '{"intValue":5}': ["5"],
    '{"doubleValue":1.5}': ["1.5"],
    '{"bytesValue":"bQ=="}': ["bQ=="],
    '{"arrayValue":{"values":[{"stringValue":"m"}]}}': ['{"values":[{"stringValue":"m"}]}'],
    '{"kvlistValue":{"values":[{"key":"k","value":{"intValue":"1"}}]}}': [
        '{"values":[{"key":"k","value":{"intValue":1}}]}'
    ],
    "null": [],
    "{}": [],
}


@with_otlp
@pytest.mark.parametrize(("body", "messages"), OTLP_BODIES.items(), ids=OTLP_BODIES)
def test_otlp_bodies(kestra_reader, body, messages):
    """The message is the text of the body; a log without a body is not shown."""
    line = read_one(kestra_reader, otlp_log(f'"body":{body},"attributes":[],"traceId":"x","unknown":1'))

    assert ("record", messages) == (line["verdict"], [log["message"] for log in line["logs"]])


@with_otlp
def test_otlp_body_hides_encrypted_outputs(kestra_reader):
    """Kestra 2.0 masks a body that quotes a payload of encrypted outputs; 1.3.34 shows it."""
    text = 'a ::{"encryptedOutputs":{"a":"secret"}}:: b'
    line = read_one(kestra_reader, otlp_log(f'"body":{{"stringValue":{json.dumps(text)}}}'))

    assert [("INFO", text if kestra_reader.version == "1.3.34" else "a ****** b")] == shown(line)


@with_otlp
@pytest.mark.parametrize(
    "members",
    [
        '"severityNumber":"SEVERITY_NUMBER_INFO","body":{"stringValue":"m"}',
        '"timeUnixNano":"soon","body":{"stringValue":"m"}',
        f'"timeUnixNano":{2**63},"body":{{"stringValue":"m"}}',
        '"body":"m"',
    ],
)
def test_otlp_that_is_invalid(kestra_reader, members):
    """Kestra ignores the whole invalid line."""
    line = read_one(kestra_reader, otlp_log(members))

    assert ("invalid", True) == (line["verdict"], nothing(line))


POINT = '"timeUnixNano":"1700000000123456789","attributes":[{"key":"k","value":{"stringValue":"v"}}]'
OTLP_METRICS = {
    f'"gauge":{{"dataPoints":[{{"asDouble":1.5,{POINT}}}]}}': [("gauge", 1.5, {"k": "v"})],
    f'"gauge":{{"dataPoints":[{{"asInt":"3",{POINT}}}]}}': [("gauge", 3.0, {"k": "v"})],
    f'"sum":{{"aggregationTemporality":2,"dataPoints":[{{"asInt":3,{POINT}}}]}}': [("gauge", 3.0, {"k": "v"})],
    f'"sum":{{"aggregationTemporality":1,"dataPoints":[{{"asInt":3,{POINT}}}]}}': [("counter", 3.0, {"k": "v"})],
    f'"histogram":{{"dataPoints":[{{"count":1,{POINT}}}]}}': [],
}


@with_otlp
@pytest.mark.parametrize(
    ("members", "expected"), OTLP_METRICS.items(), ids=["double", "integer", "total", "delta", "histogram"]
)
def test_otlp_metrics(kestra_reader, members, expected):
    """A gauge and a running total become gauges, a delta becomes a counter, and a histogram is ignored."""
    line = read_one(kestra_reader, otlp_metric(members))

    assert ("record", expected) == (
        line["verdict"],
        [(metric["type"], metric["value"], metric["tags"]) for metric in line["metrics"]],
    )


@with_otlp
def test_otlp_metric_with_an_attribute_twice(kestra_reader):
    """Kestra warns, and reads no metric."""
    attribute = '{"key":"k","value":{"stringValue":"v"}}'
    line = read_one(
        kestra_reader, otlp_metric(f'"gauge":{{"dataPoints":[{{"asInt":1,"attributes":[{attribute},{attribute}]}}]}}')
    )

    assert ("record", [], ["Invalid OTLP metric"]) == (
        line["verdict"],
        line["metrics"],
        [warning[:19] for warning in line["warnings"]],
    )
