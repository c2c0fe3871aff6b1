"""The reader reads each line as Kestra does.

The integration tests compare it with Kestra's own classes; these tests are on what it returns.
"""

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest
from kestra.reader import Line, Log, Metric, Problem, Reader, as_json, read

QUOTES_LOST = "put the line in single quotes in a shell, and its keys in double quotes"
CASES = Path(__file__).resolve().parents[3] / "conformance" / "cases" / "valid"


def only(text, **options):
    """Return the one line of a text."""
    (line,) = read(text.encode(), **options)
    return line


def record(payload, **options):
    return only(f"::{payload}::", **options)


def pieces(data, size):
    return [data[at : at + size] for at in range(0, len(data), size)]


def test_the_emitter_does_not_import_the_reader(run):
    """A script that sends a record does not pay for what reads them."""
    script = "import sys, kestra; kestra.Kestra.log('INFO', 'a'); print(*sorted(sys.modules))"
    loaded = run(script).stdout.decode().splitlines()[1].split()

    assert ["kestra", "kestra._api", "kestra._stream", "kestra._wire"] == [
        name for name in loaded if name.partition(".")[0] == "kestra"
    ]


def test_every_golden_is_read_without_a_problem():
    """Everything that the emitters send is read, except for assets, which the open-source edition does not read."""
    goldens = sorted(CASES.rglob("*.std*"))
    if not goldens:
        pytest.skip("the conformance cases are not beside the package")
    unread = {}
    for golden in goldens:
        for line in read(golden.read_bytes(), golden.suffix[1:]):
            verdicts = {"fatal", "invalid"} if line.text.startswith('::{"assets"') else {"record"}
            if line.verdict not in verdicts or line.problems:
                unread[golden.name] = line

    assert {} == unread


def test_a_log_is_read_as_it_was_sent():
    """Levels and messages arrive in their order."""
    line = record('{"logs":[{"level":"INFO","message":"a\\nb"},{"level":"ERROR","message":"\\u00e9"}]}')

    assert Line("stdout", 1, line.text, "record", [Log("INFO", "a\nb"), Log("ERROR", "é")]) == line


def test_integers_stay_exact_and_decimals_are_doubles():
    """Numbers are what Java makes of them; what is beyond a double is infinite."""
    line = record('{"outputs":{"a":9223372036854775808,"b":-0,"c":-0.0,"d":0.1,"e":1e400,"f":{"g":[null,true]}}}')

    expected = '{"a": 9223372036854775808, "b": 0, "c": -0.0, "d": 0.1, "e": Infinity, "f": {"g": [null, true]}}'
    assert expected == json.dumps(line.outputs)
    assert expected.replace("Infinity", '"Infinity"') == json.dumps(as_json(line)["outputs"])


def test_metrics_are_read_with_their_tags():
    """A counter is a double, a timer exact to the nanosecond."""
    line = record(
        '{"metrics":[{"name":"rows","type":"counter","value":3,"tags":{"a":"b"}},'
        '{"name":"load","type":"timer","value":0.3000000019,"tags":{}},{"name":"size","type":"gauge","value":" 2 "}]}'
    )

    assert [
        Metric("counter", "rows", 3.0, {"a": "b"}),
        Metric("timer", "load", 0.300000001, {}, 300_000_001),
        Metric("gauge", "size", 2.0, {}, has_tags=False),
    ] == line.metrics


def test_as_json_holds_what_was_read():
    """The keys are those that `check --json` prints."""
    line = record('{"metrics":[{"name":"m","type":"timer","value":1.5,"tags":{}}],"outputs":{"a":1}}')

    assert {
        "line": 1,
        "verdict": "record",
        "logs": [],
        "outputs": {"a": 1},
        "metrics": [{"name": "m", "type": "timer", "value": 1.5, "tags": {}}],
        "assets": None,
        "reason": None,
    } == as_json(line)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_lines_end_where_java_ends_them(size):
    """LF, CR and CR LF end a line, wherever the bytes are cut; the last line needs no end."""
    reader = Reader()
    data = "a\nb\r\nc\r\rd\r\r\n\n😀".encode()
    lines = [line for piece in pieces(data, size) for line in reader.feed("stdout", piece)]
    lines += reader.close("stdout")

    assert ["a", "b", "c", "", "d", "", "", "😀"] == [line.text for line in lines]
    assert list(range(1, 9)) == [line.number for line in lines]


def test_a_line_is_returned_as_soon_as_it_ends():
    """A CR ends a line at once, without waiting for an LF."""
    reader = Reader()

    assert ["a"] == [line.text for line in reader.feed("stdout", b"a\rb")]
    assert ["b"] == [line.text for line in reader.feed("stdout", b"\r")]
    assert [] == [line.text for line in reader.feed("stdout", b"\n")]
    assert [""] == [line.text for line in reader.feed("stdout", b"\n")]
    assert [] == list(reader.close("stdout"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\xffb", "a\ufffdb"),
        (b"\xe2\x82a", "\ufffda"),
        (b"\xed\xa0\x80a", "\ufffda"),
        (b"\xed\xa0a", "\ufffda"),
        (b"\xf0\x9f\x98", "\ufffd"),
        (b"\xf4\x90\x80\x80", "\ufffd" * 4),
        (b"\xf5\x80", "\ufffd"),
        (b"\xc0\x80", "\ufffd" * 2),
    ],
)
def test_bytes_are_decoded_as_java_decodes_them(data, text):
    """Bytes that are not UTF-8 become U+FFFD, once for the bytes of a surrogate."""
    assert [text] == [line.text for line in read(data)]


@pytest.mark.parametrize(
    ("text", "kind", "column"),
    [
        (' ::{"outputs":{}}::', "misread", 2),
        ('Trace: ::{"logs":[]}::', "misread", 8),
        ('::{"outputs":{}}:: ', "misread", 19),
        ('::{"outputs":{"a":"\u2028"}}::', "misread", 20),
        ("a\0b", "misread", 2),
        ("text with \\u0000 in it", "lost", 11),
        ("x" * 15_359 + "😀", "lost", None),
    ],
)
def test_plain_text_that_is_misread_is_a_problem(text, kind, column):
    """Text that Kestra changes, drops or should have read as a record is a problem."""
    line = only(text)

    assert ("plain", [(kind, column)]) == (line.verdict, [(found.kind, found.column) for found in line.problems])


@pytest.mark.parametrize("text", ["", "text", "::{", "::{}", "{}::", "::[]::", "100 % ::", "::{a::", "::{::"])
def test_other_plain_text_has_no_problem(text):
    """Text is shown unchanged: INFO from stdout, ERROR from stderr."""
    (line,) = read(text.encode() + b"\n")
    (error,) = read(text.encode() + b"\n", "stderr")

    assert ("plain", [Log("INFO", text)], []) == (line.verdict, line.logs, line.problems)
    assert [Log("ERROR", text)] == error.logs


def test_kestra_2_has_a_debug_switch():
    """After the switch, text on stdout is DEBUG; 1.3 shows the switch as text."""
    data = b"a\n##kestra:log:debug##\nb\n##kestra:log:info##\nc\n"

    assert [Log("INFO", "a"), Log("DEBUG", "b"), Log("INFO", "c")] == [log for line in read(data) for log in line.logs]
    assert Log("INFO", "##kestra:log:debug##") == read(data, kestra="1.3")[1].logs[0]


@pytest.mark.parametrize("payload", [True, False])
def test_a_long_message_is_cut_as_kestra_cuts_it(payload):
    """Kestra cuts a message after every 15,360 UTF-16 units."""
    text = "é" * 40_000
    line = record(json.dumps({"logs": [{"level": "INFO", "message": text}]})) if payload else only(text)

    assert [15_360, 15_360, 9_280] == [len(log.message) for log in line.logs]
    assert [] == line.problems


@pytest.mark.parametrize(
    ("payload", "reason", "column", "remedy"),
    [
        ('{"outputs":{"a":NaN}}', "NaN is not JSON", 19, "send null or remove the member"),
        ('{"outputs":{"a":-Infinity}}', "-Infinity is not JSON", 19, "send null or remove the member"),
        ('{"outputs":{"a":None}}', "None is not JSON", 19, "send null, with a JSON library"),
        ('{"outputs":{"a":True}}', "True is not JSON", 19, "send true, with a JSON library"),
        ("{'outputs':{}}", "single quotes are not JSON", 4, "send double quotes, with a JSON library"),
        ("{outputs:{}}", 'expected a key in double quotes, got "outputs"', 4, QUOTES_LOST),
        (
            '{\\"outputs\\":{}}',
            "a backslash before a quote is not JSON here",
            4,
            "remove the backslashes before the quotes",
        ),
        ("{\u201coutputs\u201d:{}}", "\u201c is not a JSON quote", 4, 'write straight double quotes: "'),
        (
            '{"outputs":{"a":$rows}}',
            '"$rows" is not JSON',
            19,
            "single quotes in a shell keep variables as text: use printf",
        ),
        ('{"outputs":{"a":}}', 'expected a value, got "}"', 19, "send null, or check the variable that should be here"),
        ('{\x1b[0m"outputs":{}}', "colour codes are not JSON", 4, "print it without colours: `jq -M`, NO_COLOR=1"),
        (
            '{{"outputs":{}}}',
            'expected a key in double quotes, got "{"',
            4,
            "print one brace: {{ is a brace in a template only",
        ),
        ('{"outputs":{"a":1,}}', "trailing comma", 21, "remove it"),
        ('{"outputs":{"a":[1,]}}', "trailing comma", 22, "remove it"),
        ('{"outputs":{"a":01}}', "a number with a leading zero is not JSON", 19, "remove the zero"),
        ('{"outputs":{"a":1.}}', "number ends with a decimal point", 19, "add a 0"),
        ('{"outputs":{"a":.5}}', '".5" is not a JSON number', 19, "begin it with a digit, or - and a digit"),
        ('{"outputs":{"a":1/*x*/}}', "a comment is not JSON", 20, "remove it"),
        ('{"outputs":{"a":"\t"}}', "unescaped control character in a string: U+0009", 20, "escape it: \\t"),
        ('{"outputs":{"a":"\\x41"}}', "\\x is not JSON", 20, "write \\\\ where a backslash is meant"),
        (
            '{"outputs":{"a":"\\u00g0"}}',
            "\\u without four hex digits is not JSON",
            20,
            "write \\\\u where a backslash is meant",
        ),
        ('{"outputs":{"a":"b}', "unterminated string", 19, "close it with a quote"),
        ('{"outputs":{"a":1}', "expected a comma or }, got the end of the record", 20, "close what is open"),
        ('{"outputs":{a:1}}', 'expected a key in double quotes, got "a"', 15, "print the record with a JSON library"),
        ('{"outputs":{"a":' + "9" * 1_001 + "}}", "a number of more than 1000 digits", 19, "send it as a string"),
        (
            '{"outputs":{"a":' + "[" * 999 + "]" * 999 + "}}",
            "more than 1,000 levels of nesting",
            1_017,
            "send less nested values",
        ),
        (
            '{"logs":[{"level":"INFO","message":"a"},{"level":"info","message":"b"}]}',
            'logs[1]["level"]: expected TRACE, DEBUG, INFO, WARN or ERROR, got "info"',
            52,
            'send "INFO"',
        ),
        (
            '{"logs":[{"level":20,"message":"a"}]}',
            'logs[0]["level"]: expected TRACE, DEBUG, INFO, WARN or ERROR, got the number 20',
            21,
            None,
        ),
        (
            '{"logs":[{"level":"INFO","message":{}}]}',
            'logs[0]["message"]: expected a string, got an object',
            38,
            "send it as a string",
        ),
        ('{"logs":{"level":"INFO"}}', "logs: expected an array, got an object", 11, "put it in [ ]"),
        ('{"outputs":[1]}', "outputs: expected an object, got an array", 14, "put it in { }, each value after its key"),
        (
            '{"metrics":[{"name":"m","value":1}]}',
            'metrics[0]["type"]: expected "counter", "gauge" or "timer", got nothing',
            15,
            'add "type":"counter"',
        ),
        (
            '{"metrics":[{"type":"counter","value":true}]}',
            'metrics[0]["value"]: expected a number, got true',
            41,
            "send a JSON number",
        ),
        (
            '{"metrics":[{"type":"timer","value":"1s"}]}',
            'metrics[0]["value"]: expected a number of seconds, got "1s"',
            39,
            "send seconds as a JSON number",
        ),
    ],
)
def test_an_invalid_line_has_a_reason_a_column_and_a_remedy(payload, reason, column, remedy):
    """Kestra ignores the whole invalid line."""
    line = record(payload)

    assert ("invalid", reason, column, remedy) == (line.verdict, line.reason, line.column, line.remedy)
    assert ([], None, [], None) == (line.logs, line.outputs, line.metrics, line.assets)


@pytest.mark.parametrize(
    ("payload", "reason", "column"),
    [
        ('{"metrics":[null]}', "metrics[0]: expected a metric, got null", 15),
        ('{"metrics":[{"type":"counter","name":"m"}]}', "metrics[0]: a counter has to have a value", 15),
        ('{"metrics":[{"type":"timer","value":""}]}', "metrics[0]: a timer has to have a value", 39),
        (
            '{"metrics":[{"type":"gauge","value":1,"tags":{"a":null}}]}',
            'metrics[0]["tags"]["a"]: expected a string, got null',
            53,
        ),
        (
            '{"metrics":[{"type":"timer","value":9223372037}]}',
            'metrics[0]["value"]: expected at most 9,223,372,036 seconds',
            39,
        ),
        (
            '{"metrics":[{"name":"m","type":"gauge","value":1},{"name":"m","type":"timer","value":1}]}',
            'metrics[1]["type"]: expected gauge, as this name was sent before with the same tags',
            72,
        ),
        ('{"otlp":{"resourceLogs":[null]}}', 'otlp["resourceLogs"][0]: expected an object, got null', 28),
    ],
)
def test_a_fatal_line_has_a_reason_and_a_column(payload, reason, column):
    """Kestra stops reading at a fatal line."""
    line = record(payload)

    assert ("fatal", reason, column) == (line.verdict, line.reason, line.column)


def test_the_part_before_the_fatal_one_of_a_line_is_read():
    """Kestra reads metrics, logs and then assets; the outputs of the line are lost."""
    reader = Reader()
    data = '::{"outputs":{"a":1},"assets":{"inputs":[]},"logs":[{"level":"INFO","message":"b"}]}::\nafter\n'
    (line,) = reader.feed("stdout", data.encode())

    assert ("fatal", [Log("INFO", "b")], None, {"inputs": []}) == (line.verdict, line.logs, line.outputs, line.assets)
    assert {} == reader.outputs
    assert [] == list(reader.feed("stdout", b"x\n"))
    assert [Log("ERROR", "y")] == [log for line in reader.feed("stderr", b"y\n") for log in line.logs]


def test_outputs_of_both_streams_are_merged_key_by_key():
    """The later line wins; nested objects are replaced, not merged."""
    reader = Reader()
    list(reader.feed("stdout", b'::{"outputs":{"a":{"x":1},"b":1}}::\n'))
    list(reader.feed("stderr", b'::{"outputs":{"a":{"y":2}}}::\n'))

    assert {"a": {"y": 2}, "b": 1} == reader.outputs


@pytest.mark.parametrize(
    ("payload", "kind", "column"),
    [
        ("{}", "lost", 3),
        ('{"LOGS":[]}', "lost", 11),
        ('{"encryptedOutputs":{},"outputs":{"a":1}}', "lost", 23),
        ('{"logs":[{"level":null,"message":"a"}]}', "lost", 12),
        ('{"logs":[null]}', "lost", 12),
        ('{"logs":[{"level":"INFO"}]}', "lost", 12),
        ('{"logs":[{"level":"INFO","message":"\\ud800"}]}', "lost", 38),
        ('{"logs":[{"level":"INFO","message":"\\\\u0000"}]}', "lost", 38),
        ('{"logs":[{"level":"INFO","message":"\\u0000"}]}', "misread", 38),
        ('{"logs":[{"level":"INFO","message":"' + "x" * 15_359 + '😀"}]}', "lost", 38),
        ('{"outputs":{"a":1},"outputs":{"b":1}}', "lost", 32),
        ('{"outputs":{"a":1}}{"outputs":{"b":2}}', "lost", 22),
        ('{"outputs":{"a":[1,"\\udc00"]}}', "hangs", 22),
        ('{"outputs":{"\\ud800":1}}', "hangs", 24),
        ('{"outputs":{"a":"\\\\u0000"}}', "hangs", 19),
        ('{"outputs":{"a":"\\u0000"}}', "misread", 19),
        ('{"outputs":{"a":[1,1e400]}}', "misread", 22),
        ('{"metrics":[{"name":"m","type":"gauge","value":1,"timestamp":null}]}', "hangs", 64),
        ('{"metrics":[{"name":"m","type":"gauge","value":"NaN"}]}', "misread", 50),
        ('{"metrics":[{"name":"m","type":"gauge","value":null}]}', "misread", 15),
        ('{"metrics":[{"type":"gauge","value":1}]}', "misread", 15),
        ('{"metrics":[{"name":"m","type":"gauge","value":1,"tags":{"":"x"}}]}', "lost", 59),
        ('{"metrics":[{"name":"\\ud800","type":"gauge","value":1}]}', "lost", 15),
    ],
)
def test_what_kestra_loses_of_a_record_is_a_problem(payload, kind, column):
    """A part of a record may be lost or misread, or may hang the execution."""
    line = record(payload)

    assert ("record", [(kind, column)]) == (line.verdict, [(found.kind, found.column) for found in line.problems])


def test_an_entry_without_level_leaves_the_others():
    """The other entries of the record are shown."""
    line = record('{"logs":[{"level":"INFO","message":"a"},{},{"level":"WARN","message":"b"}]}')

    assert [Log("INFO", "a"), Log("WARN", "b")] == line.logs
    assert [
        Problem("lost", "logs[1]: expected an entry with a level, got none", 43, 'send {"level":…,"message":…}')
    ] == line.problems


def test_otlp_is_read_by_kestra_2_and_ignored_by_1_3():
    """Kestra 2.0 shows OpenTelemetry's logs with their level, and its gauges and sums as metrics."""
    payload = (
        '{"otlp":{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"severityNumber":17,"body":{"doubleValue":1e7}}]}]}],'
        '"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"m","sum":{"aggregationTemporality":1,"dataPoints":'
        '[{"asInt":"5","timeUnixNano":"1","attributes":[{"key":"a","value":{"boolValue":true}}]}]}}]}]}]}}'
    )
    line = record(payload)
    ignored = record(payload, kestra="1.3")

    assert ([Log("ERROR", "1.0E7")], [Metric("counter", "m", 5.0, {"a": "true"})]) == (line.logs, line.metrics)
    assert [] == line.problems
    assert ([], []) == (ignored.logs, ignored.metrics)
    assert ["lost"] == [found.kind for found in ignored.problems]


def test_values_hundreds_of_levels_deep_are_read():
    """The reader does not recurse, so the depth of the call does not matter."""
    nested = "[" * 998 + "]" * 998
    script = (
        "import sys; from kestra.reader import read\n"
        f'line = read(b\'::{{"outputs":{{"a":{nested}}}}}::\')[0]\n'
        "value, levels = line.outputs['a'], 1\n"
        "while value: value, levels = value[0], levels + 1\n"
        "print(line.verdict, levels)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "record 998\n" == done.stdout


def test_a_line_with_many_problems_is_searched_once():
    """The columns of 20,000 problems need one pass over the line."""
    line = record('{"logs":[' + ",".join(['{"level":null}'] * 20_000) + "]}")

    assert [12 + 15 * index for index in range(20_000)] == [found.column for found in line.problems]


def test_numbers_that_json_does_not_have_are_strings():
    """NaN and the infinities are what Kestra writes for them."""
    metrics = as_json(record('{"metrics":[{"name":"m","type":"gauge","value":"-Infinity","tags":{}}]}'))["metrics"]

    assert [{"name": "m", "type": "gauge", "value": "-Infinity", "tags": {}}] == metrics
    assert math.isinf(record('{"metrics":[{"name":"m","type":"gauge","value":"INF"}]}').metrics[0].value)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Reader("0.24"), 'kestra: expected "2.0" or "1.3", got \'0.24\''),
        (lambda: Reader().feed("out", b""), 'stream: expected "stdout" or "stderr", got \'out\''),
        (lambda: Reader().close("out"), 'stream: expected "stdout" or "stderr", got \'out\''),
    ],
)
def test_a_wrong_call_is_refused(call, message):
    """The error names the argument and what was expected."""
    with pytest.raises(ValueError, match=r"^(kestra|stream): expected") as error:
        call()

    assert message == str(error.value)
