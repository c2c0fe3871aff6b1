"""Lines that people mean to be records, and that Kestra shows as text, are problems; ordinary text is not."""

import time

import pytest
from kestra.reader import Reader, read

AS_TEXT = ", so Kestra shows it as text"

AT_1 = "record does not start at column 1"

NEAR = {
    # The colons.
    '::{"outputs":{"a":1}}': ('record ends with "}"', 21, "end the line with }::"),
    '::{"outputs":{"a":1}}:': ('record ends with "}:"', 21, "end the line with }::"),
    '::{"outputs":{"a":1}}:::': ('record ends with "}:::"', 21, "end the line with }::"),
    ':{"outputs":{"a":1}}::': ('record starts with ":{"', 1, "start the line with ::{"),
    ':{"outputs":{"a":1}}:': ('record starts with ":{"', 1, "start the line with ::{"),
    '{"outputs":{"a":1}}::': ('record starts with "{"', 1, "start the line with ::{"),
    '{"metrics":[]}::': ('record starts with "{"', 1, "start the line with ::{"),
    ':::{"outputs":{"a":1}}:::': ('record starts with ":::{"', 1, "start the line with ::{"),
    "::{'outputs':{'a':1}}": ('record ends with "}"', 21, "end the line with }::"),
    ':: {"outputs":{"a":1}} ::': ("white space between :: and {", 3, "without white space"),
    '::\t{"logs":[]}::': ("white space between :: and {", 3, "without white space"),
    '::{"outputs":{"a":1}} ::': ("white space between } and ::", 22, "without white space"),
    ': :{"outputs":{"a":1}}: :': ("white space between two colons", 1, "without white space"),
    # The JSON.
    '::{"outputs":{': ("the JSON does not end on this line", 3, "jq -c ."),
    '::{ "logs": [': ("the JSON does not end on this line", 3, "jq -c ."),
    '::{"outputs":{"a":"}': ("the JSON does not end on this line", 3, "jq -c ."),
    # Another tool's form.
    "::stale_count::5": ("a line that starts with :: is a record only as ::{…}::", 1, '::{"outputs":'),
    '::outputs:: {"a": 1}': ("a line that starts with :: is a record only as ::{…}::", 1, '::{"outputs":'),
    "::set-output name=rows::abc": ("a line that starts with :: is a record only as ::{…}::", 1, '::{"outputs":'),
    '::"outputs":{"a":1}::': ("a line that starts with :: is a record only as ::{…}::", 1, '::{"outputs":'),
    "::rows=5::": ("a line that starts with :: is a record only as ::{…}::", 1, '::{"outputs":'),
    '::[{"outputs":{"a":1}}]::': ("a line that starts with :: is a record only as ::{…}::", 1, '::{"outputs":'),
    # In quotes.
    '[1] "::{\\"outputs\\":{\\"a\\":1}}::"': ("record is inside quotes", 5, "cat()"),
    '    "msg": "::{\\"outputs\\":{\\"a\\":1}}::"': ("record is inside a JSON string", 12, "Ansible"),
    '{"level":30,"msg":"::{\\"logs\\":[]}::"}': ("record is inside a JSON string", 19, "loggers of JSON"),
    'level=info msg="::{\\"logs\\":[]}::"': ("record is inside quotes", 16, "do not log it"),
    "event='::{\"outputs\":{}}::' level='info'": ("record is inside quotes", 7, "do not log it"),
    "'::{\"outputs\":{}}::'": ("record is inside quotes", 1, "without quotes"),
    '"::{\\"outputs\\":{}}::"': ("record is inside quotes", 1, "without quotes"),
    "b'::{\"outputs\":{}}::'": ("record is inside quotes", 2, "decode"),
    '::"{\\"outputs\\":{}}"::': ("the JSON is inside quotes", 3, "encode it once"),
    '::\\{\\"outputs\\":\\{\\}\\}::': ("backslashes stand before the braces", 3, "without them"),
    # Other ways to print an object.
    ":: { outputs: { a: 1 } } ::": ("white space between :: and {", 3, "without white space"),
    "::{outputs:{a:1}}": ('record ends with "}"', 17, "end the line with }::"),
    '::\x1b[1m{\x1b[0m"outputs":{}}::': ("colour codes stand in the record", 3, "without colours"),
    '\uff1a\uff1a{"outputs":{}}\uff1a\uff1a': ("the colons are full-width", 1, "type ::"),
    # Text before it.
    '\u200b::{"outputs":{}}::': ("record does not start at column 1", 2, "invisible character U+200B"),
    ' ::{"outputs":{}}::': ("record does not start at column 1", 2, "remove the white space"),
    '2024-01-01 12:00:00 ::{"outputs":{}}::': ("record does not start at column 1", 21, "do not log it"),
    'INFO:root:::{"outputs":{}}::': ("record does not start at column 1", 11, "do not log it"),
    '[worker] ::{"outputs":{}}::': ("record does not start at column 1", 10, "do not log it"),
    '\x1b[32m::{"outputs":{}}::\x1b[0m': ("record does not start at column 1", 6, "without colours"),
    '\ufeff::{"outputs":{}}::': ("record does not start at column 1", 2, "byte order mark"),
    '-e ::{"outputs":{}}::': ("record does not start at column 1", 4, "printf"),
    'rows\\n::{"outputs":{}}::': ("record does not start at column 1", 7, "printf"),
    '50%|##  | 1/2 ::{"outputs":{}}::': ("record does not start at column 1", 15, "progress bar"),
    'Loading... ::{"outputs":{}}::': ("record does not start at column 1", 12, "prompt"),
    'done::{"rows":3}::': ("record does not start at column 1", 5, "alone on its line"),
    # A prefix that a launcher puts before each line.
    '[1,0]<stdout>:::{"outputs":{}}::': (AT_1, 15, "mpirun without --tag-output"),
    '[1,0]<stderr>: ::{"outputs":{}}::': (AT_1, 16, "mpirun without --tag-output"),
    'Sat Nov 28 12:31:26 2026[1,0]<stdout>:::{"outputs":{}}::': (AT_1, 39, "mpirun without --timestamp-output"),
    '[Sat Nov 28 12:31:26 2026]<stdout>: ::{"outputs":{}}::': (AT_1, 37, "mpirun without --timestamp-output"),
    '(f pid=123) ::{"outputs":{}}::': (AT_1, 13, "RAY_DISABLE_WORKER_LOG_PREFIX=1"),
    '\x1b[36m(f pid=123, ip=10.0.0.1)\x1b[0m ::{"outputs":{}}::': (AT_1, 35, "RAY_DISABLE_WORKER_LOG_PREFIX=1"),
    '[default0]:::{"outputs":{}}::': (AT_1, 12, "torchrun without --tee"),
    '06:23:13 0|app  | ::{"outputs":{}}::': (AT_1, 19, "pm2-runtime"),
    'web-1  | ::{"outputs":{}}::': (AT_1, 10, "docker compose with --no-log-prefix"),
    'web.1 | ::{"outputs":{}}::': (AT_1, 9, "honcho start --no-prefix"),
    '12:00:01 api.1 | ::{"outputs":{}}::': (AT_1, 18, "honcho start --no-prefix"),
    '1:00:01 PM web.1 |  ::{"outputs":{}}::': (AT_1, 21, "`run` of foreman"),
    '12:00:01 O: ::{"outputs":{}}::': (AT_1, 13, "annotate-output"),
    'Nov 28 12:31:26 ::{"outputs":{}}::': (AT_1, 17, "leave ts out"),
    'Nov 28 12:31:26 host load[12]: ::{"outputs":{}}::': (AT_1, 32, "journalctl -o cat"),
    '[pod/web/main] ::{"outputs":{}}::': (AT_1, 16, "without --prefix"),
    '[0] ::{"outputs":{}}::': (AT_1, 5, "concurrently with --raw"),
    '[x:a] ::{"outputs":{}}::': (AT_1, 7, "run-p without -l"),
    '     [exec] ::{"outputs":{}}::': (AT_1, 13, "ant with -emacs"),
    '[a]: ::{"outputs":{}}::': (AT_1, 6, "without --verbose"),
    '@team/a:go: ::{"outputs":{}}::': (AT_1, 13, "turbo with --log-prefix none"),
    'packages/a go: ::{"outputs":{}}::': (AT_1, 16, "pnpm with --reporter-hide-prefix"),
    ' 1: ::{"outputs":{}}::': (AT_1, 5, "srun without --label"),
    'a: ::{"outputs":{}}::': (AT_1, 4, "lerna with --no-prefix"),
    'test_a.py ::{"outputs":{}}::': (AT_1, 11, "pytest without -s"),
    '.::{"outputs":{}}::': (AT_1, 2, "pytest without -s"),
    'Executing:   0%|          | 0/1 [00:00<?, ?cell/s]::{"outputs":{}}::': (AT_1, 51, "--no-progress-bar"),
    '     1\t::{"outputs":{}}::': (AT_1, 8, "leave nl and cat -n out"),
    'a\t::{"outputs":{}}::': (AT_1, 3, "parallel without --tag"),
    'INFO load: ::{"outputs":{}}::': (AT_1, 12, "do not log it"),
    # Text after it.
    '::{"outputs":{}}:: ': ("text follows the record", 19, "white space"),
    '::{"outputs":{}}::\\n': ("text follows the record", 19, "printf"),
    '::{"outputs":{}}::next': ("text follows the record", 19, "printf"),
    '::{"outputs":{}}::\x1b[0m': ("text follows the record", 19, "without colours"),
    '::{"outputs":{}}::;': ("text follows the record", 19, "printf"),
}

ORDINARY = [
    # Traces of shells and of make, source lines, diffs.
    '+ echo \'::{"outputs":{"a":1}}::\'',
    '+ echo ::{"outputs":{"a":1}}::',
    "++ printf '%s\\n' '::{\"outputs\":{\"a\":1}}::'",
    '+script.sh:3> echo \'::{"outputs":{"a":1}}::\'',
    '+(load.sh:12): main(): echo \'::{"outputs":{"a":1}}::\'',
    '+ line=\'::{"outputs":{"a":1}}::\'',
    '12: echo \'::{"outputs":{"a":1}}::\'',
    "[trace] printf '%s\\n' '::{\"outputs\":{\"a\":1}}::'",
    'echo -n \'::{"outputs":{"a":1}}::\'',
    '    print(\'::{"outputs":{"a":1}}::\')',
    '    console.log(`::{"outputs":{"a":1}}::`)',
    'C:\\work>echo ::{"outputs":{"a":1}}::',
    '+    echo \'::{"outputs":{"a":1}}::\'',
    # Code and names.
    "std::vector<int> v{1};",
    "use std::{fs, io};",
    "HashMap::<&str, i32>::new()",
    "::std::string",
    "::metrics::Counter rows;",
    '::log::info!("x")',
    "map :: (a -> b) -> [a] -> [b]",
    "tests/test_a.py::test_b PASSED",
    "arn:aws:s3:::bucket/{id}",
    "x[::2]",
    "::1",
    "::ffff:10.0.0.1",
    "fe80::1%eth0",
    # Text with JSON, and other tools' commands.
    '{"outputs":{"a":1}}',
    'Result: {"outputs": {"a": 1}}',
    'outputs :: {"a": 1}',
    '2024-01-01 :: INFO :: {"outputs": {"a": 1}}',
    'key: {"logs": [1]}',
    '{"a":1}::',
    "::warning::text",
    "::error file=app.js,line=1::Missing semicolon",
    '::debug::{"outputs":{"a":1}}',
    "::group::Build",
    "::add-mask::5",
    "::endgroup::",
    "term:: definition",
    "image::foo.png[]",
    "::",
    "::::",
]


def problems(text):
    (line,) = read(text.encode())
    return line.problems


@pytest.mark.parametrize("text", NEAR)
def test_a_line_that_nearly_is_a_record_is_a_problem(text):
    """The problem says what is wrong, where, and what to do."""
    reason, column, remedy = NEAR[text]
    (problem,) = problems(text)

    assert ("misread", reason + AS_TEXT, column) == (problem.kind, problem.reason, problem.column)
    assert remedy in problem.remedy


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_has_no_problem(text):
    """Text with two colons, and commands that print a record, are what they look like."""
    assert [] == problems(text)


def test_a_record_over_several_lines_is_one_problem():
    """JSON that is not compact begins with a brace alone, or with a key."""
    shown = ":: {\n  outputs: {\n    a: 1\n  }\n} ::\n"
    pretty = '::{\n  "outputs": {\n    "a": 1\n  }\n}::\n'
    begun = '::{"outputs": {\n    "a": 1\n  }\n}::\n'

    assert [2] == [line.number for line in read(pretty.encode()) if line.problems]
    assert [2] == [line.number for line in read(shown.encode()) if line.problems]
    assert [1] == [line.number for line in read(begun.encode()) if line.problems]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_one_problem(encoding):
    """However many lines there are, the reason is the same."""
    data = ('::{"outputs":{"a":1}}::\r\ntext\r\n' * 20).encode(encoding)
    reader = Reader()
    lines = [*reader.feed("stdout", data), *reader.close("stdout")]
    (problem,) = [problem for line in lines for problem in line.problems]

    assert "the text is UTF-16, which Kestra does not read" == problem.reason
    assert "UTF-8" in problem.remedy


def test_utf_16_of_another_script_is_recognised():
    """The letters have no zero byte, but the line ends have."""
    lines = read("数据\n数据\n".encode("utf-16"))

    assert ["the text is UTF-16, which Kestra does not read"] == [
        problem.reason for line in lines for problem in line.problems
    ]


@pytest.mark.parametrize(
    "part", ["::", "::{", "}::", '::{"', "{" * 9, "echo ", ' "', "::[", '::{"outputs":{"', "\\", " "]
)
def test_long_lines_are_read_in_linear_time(part):
    """A line of a megabyte takes no longer than its length demands."""
    text = (part * (1_000_000 // len(part))).encode()
    start = time.perf_counter()
    for line in (text, b"::" + text, b"::[" + text + b"::", b'::{"outputs":' + text):
        read(line)

    assert time.perf_counter() - start < 10
