"""JSON as command-line tools print it: what is taken, and that a refusal shows the place, what came and the remedy."""

import json
import os
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from harness.runtimes import need
from shells import KESTRA, Run

AWKS = {"mawk": "mawk", "gawk": "gawk", "busybox": "busybox awk", "original-awk": "original-awk"}
TEXT = "write NAME=TEXT for text"
NUMBERS = "JSON numbers are written as 5, -1.5 or 2e3"
CUT = 'the text was cut off, or quotes are missing around "$(...)"'
EMPTY = 'the command printed nothing or failed; write "${{rows:-{}}}" where that is no mistake'
MARK = "remove the byte order mark, for example with tail -c +4"
COLORS = "turn the colors of the command off, for example with NO_COLOR=1"
SEVERAL = "jq -s . makes one list of several"
ICONV = "convert it, for example with iconv"
NO_BLANKS = "write NAME=TEXT or NAME:=JSON without blanks"
STORABLE = r"expected a string without U+0000, the six characters \u0000 and lone surrogates"

REFUSED = {
    "": f": expected a JSON value, got empty text: {EMPTY.format('[]')}",
    " \t\r\n ": f": expected a JSON value, got empty text: {EMPTY.format('[]')}",
    "<html>\n<body>": f": expected a JSON value, got `<html>`: {TEXT}",
    "(error)": f": expected a JSON value, got `(error)`: {TEXT}",
    "\ufeff[1]": f": expected a JSON value, got `<U+FEFF byte order mark>[1]`: {MARK}",
    '\x1b[1m{"a":1}': f': expected a JSON value, got `<U+001B ESC>[1m{{"a":1}}`: {COLORS}',
    "\u00e9t\u00e9": f": expected a JSON value, got `\u00e9t\u00e9`: {TEXT}",
    "\u00a01": f": expected a JSON value, got `<U+00A0 no-break space>1`: {TEXT}",
    "\u2028[]\u200b": f": expected a JSON value, got `<U+2028>[]<U+200B>`: {TEXT}",
    "a" * 100: f": expected a JSON value, got `{'a' * 32}...`: {TEXT}",
    '{"a":1}\n{"a":2}\n': f': expected one JSON document, got another: `{{"a":2}}`: {SEVERAL}',
    '{"a":1}{"a":2}': f': expected one JSON document, got another: `{{"a":2}}`: {SEVERAL}',
    "1\n2": f": expected one JSON document, got another: `2`: {SEVERAL}",
    "1 2": f": expected one JSON document, got another: `2`: {SEVERAL}, and NAME=TEXT is for text",
    '{"a":1},{"a":2}': ': expected the end of the JSON, got `,{"a":2}` in `{"a":1},{"a":2}`',
    "[1]\nDone.": ": expected the end of the JSON, got `Done.` in `Done.`",
    "[1]]": ": expected the end of the JSON, got `]` in `[1]]`",
    **{
        word: f": expected a JSON value, got `{word}`: {TEXT}"
        for word in (
            *("007", "0xff", "1_000", "12,5", "2024-01-02", "12:30:00", "42 rows", "tru", "nullx", "+1", ".5", "1."),
            *("-", "1e", "'a'", '"a" and "b"', "a: 1", "%", ",", "]", "\\", "\\\\"),
        )
    },
    "NaN": ": NaN is not a JSON number: write null, or NAME=TEXT for text",
    "[1, -Infinity]": "[1]: -Infinity is not a JSON number: write null",
    "True": f": expected a JSON value, got `True`: JSON has true, false and null; {TEXT}",
    '{"a": None}': '["a"]: expected a JSON value, got `None` in `{"a": None}`: JSON has true, false and null',
    "// a": f": expected a JSON value, got `// a`: JSON has no comments; {TEXT}",
    "[1, # a\n2]": "[1]: expected a JSON value, got `#` in `[1, # a`: JSON has no comments",
    "{'a':1}": ": expected a key in double quotes, got `'` in `{'a':1}`",
    "{a:1}": ": expected a key in double quotes, got `a` in `{a:1}`",
    "{1:1}": ": expected a key in double quotes, got `1` in `{1:1}`",
    '{"a":1,}': '["a"]: trailing comma in `{"a":1,}`: remove it',
    "[1,]": "[1]: trailing comma in `[1,]`: remove it",
    "[,1]": "[0]: expected a JSON value, got `,` in `[,1]`",
    '{"a" 1}': '["a"]: expected ":", got `1` in `{"a" 1}`',
    '{"a":]': '["a"]: expected a JSON value, got `]` in `{"a":]`',
    "[1 2]": '[0]: expected "," or "]", got `2` in `[1 2]`',
    '{"a":1 "b":2}': '["a"]: expected "," or "}", got `"` in `{"a":1 "b":2}`',
    "[1}": '[0]: expected "," or "]", got `}` in `[1}`',
    '["a", b]': '[1]: expected a JSON value, got `b` in `["a", b]`: text has double quotes in JSON',
    "['a']": "[0]: expected a JSON value, got `'a'` in `['a']`: text has double quotes in JSON",
    "[01]": f"[0]: expected a JSON value, got `01` in `[01]`: {NUMBERS}",
    "[\u00e9]": "[0]: expected a JSON value, got `\u00e9` in `[\u00e9]`",
    '{"a":\u201cb\u201d}': '["a"]: expected a JSON value, got `\u201cb\u201d` in `{"a":\u201cb\u201d}`',
    "[1,2": f"[1]: unexpected end of JSON after `[1,2`: {CUT}",
    '[\n  {"a":\n\n': f'[0]["a"]: unexpected end of JSON after `  {{"a":`: {CUT}',
    '"abc\n': f': unexpected end of JSON in a string after `"abc`: {CUT}',
    '["a\tb"]': '[0]: unescaped control character U+0009 TAB in a string in `["a<U+0009 TAB>b"]`',
    '["a\nb"]': '[0]: unescaped control character U+000A LF in a string, after `["a`',
    '["a\x1b[0m"]': '[0]: unescaped control character U+001B ESC in a string in `["a<U+001B ESC>[0m"]`',
    r'["C:\Users"]': r'[0]: expected an escape of JSON, got `\U` in `["C:\Users"]`: write \\ for a backslash',
    r'["\u12x4"]': r'[0]: expected an escape of JSON, got `\u` in `["\u12x4"]`: write \\ for a backslash',
    r'["\ud800 "]': rf'[0]: {STORABLE}, got `\ud800` in `["\ud800 "]`',
    r'{"\u0000":1}': rf': {STORABLE}, got `\u0000` in `{{"\u0000":1}}`',
    r'["\\u0000"]': rf'[0]: {STORABLE}, got `\u0000` in `["\\u0000"]`',
    "[1,\n\\]\n": r"[1]: expected a JSON value, got `\` in ` \]`",
    "1\n\\}}::\n": r": expected the end of the JSON, got `\}}::` in ` \}}::`",
    "1e400": ": expected a number in the range of a double, got `1e400`",
    '[{"id":1,"id":2}]': '[0]: duplicate key "id"',
    '{"a":{"b":1},"a":2}': ': duplicate key "a"',
    r'{"a":[{"b\n":1},{"b\n":1,"c":{},"b\u000a":2}]}': r'["a"][1]: duplicate key "b\n"',
}


@pytest.fixture(params=AWKS)
def awk(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment in which awk is one of them."""
    command = AWKS[request.param]
    program = tmp_path / "awk" / "awk"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {need(command.split()[0])} {command.partition(" ")[2]} "$@"\n')
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"}


def send(text: str, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Send an output of JSON text from dash."""
    argument = os.fsencode(f"x:={text}")  # a byte that is not UTF-8 is a lone surrogate
    script = f'. {KESTRA}; kestra_outputs "$1"'
    return subprocess.run(
        [need("dash"), "-c", script, "sh", argument], env=environment, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize(("text", "problem"), REFUSED.items(), ids=range(len(REFUSED)))
def test_a_refusal_shows_what_came(awk: dict[str, str], text: str, problem: str) -> None:
    """With each awk, the one line of a refusal tells the path, what came there, and what to do."""
    done = send(text, awk)

    assert f'kestra: outputs["x"]{problem}\n' == done.stderr.decode()
    assert (1, b"") == (done.returncode, done.stdout)


def test_a_refusal_is_the_same_in_each_shell(run: Run) -> None:
    """The line of a refusal is the same in each shell."""
    texts = [text for text in REFUSED if text]
    done = run('for text do kestra_outputs x:="$text"; done', *texts, locale="C.UTF-8")

    assert [f'kestra: outputs["x"]{REFUSED[text]}' for text in texts] == done.stderr.decode().split("\n")[:-1]
    assert b"" == done.stdout


def test_bytes_that_are_not_utf_8_are_named(awk: dict[str, str]) -> None:
    """A byte of another encoding is shown as a byte, with the text around it."""
    assert (
        f'kestra: outputs["x"][0]: expected UTF-8, got `<byte E9>` in `["caf<byte E9>"]`: {ICONV}\n'
        == send('["caf\udce9"]', awk).stderr.decode()
    )
    assert b"got `<byte FF><byte FE>[`: it is UTF-16, so convert it with iconv" in send("\udcff\udcfe[", awk).stderr


def test_a_fault_deep_in_a_large_document_is_shown(awk: dict[str, str]) -> None:
    """The refusal of a large document shows the path and some characters around the error."""
    rows = [{"id": number, "name": f"caf\u00e9 {number}"} for number in range(500)]
    text = json.dumps({"rows": rows}, ensure_ascii=False).replace('"caf\u00e9 433"', "caf\u00e9 433")

    problem = send(text, awk).stderr.decode()

    assert problem.startswith(
        'kestra: outputs["x"]["rows"][433]["name"]: expected a JSON value, got `caf\u00e9` in `...'
    )
    assert '33, "name": caf\u00e9 433}, {"id"' in problem
    assert len(problem) < 250


DOCUMENTS = [
    '{"a": [1, -0.5, 1e+9, {"b": null}], "c": "\u2713 \\u00e9 \\/ \\t"}\n',
    "\r\n [ true ,\tfalse ] \n\n",
    '{"": {"": [{}, [], [[]]]}}',
    '[{"id":1,"n":{"id":2}},{"id":3,"n":{"id":4}}]',
    '"a b"',
    " 12.50 ",
    "[" * 900 + "]" * 900,
    json.dumps({f"key {number}": number for number in range(3000)}),
    json.dumps(["\u20ac" * 5000, "x" * 10_000, '"\\\n' * 3000], ensure_ascii=False),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_json_is_written_again_in_each_awk(awk: dict[str, str], document: str) -> None:
    """JSON keeps its values, its order and the spelling of its numbers."""
    done = send(document, awk)

    assert b"" == done.stderr
    line = done.stdout.decode("ascii")
    text = line.removeprefix('::{"outputs":{"x":').removesuffix("}}::\n")

    def read(text: str) -> object:
        return json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=list)

    assert read(document) == read(text)
    assert not re.search(r"[:,\[{] |[^ -~\n]", re.sub(r'"(\\.|[^"\\])*"', "", line))


@pytest.mark.parametrize("seed", range(3))
def test_a_changed_document_is_refused_exactly_when_python_refuses_it(awk: dict[str, str], seed: int) -> None:
    """A document with a character lost, doubled or replaced is refused exactly when Python refuses it."""
    chance = random.Random(seed)
    document = '{"a":[1,-2.5e3,true,null,{"b":"c\\n\\u00e9","d":{}}],"e":[],"f":"\u00e9"}'
    texts = []
    for _ in range(60):
        place = chance.randrange(len(document))
        change = chance.choice(["", document[place] * 2, chance.choice('"\\{}[]:,01-+.eE \ttrufalsn/\x01')])
        texts.append(document[:place] + change + document[place + 1 :])

    def is_json(text: str) -> bool:
        def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
            if len(dict(pairs)) < len(pairs):
                raise ValueError("duplicate")
            return dict(pairs)

        def constant(name: str) -> None:
            raise ValueError(name)

        try:
            json.loads(text, object_pairs_hook=members, parse_constant=constant)
        except ValueError:
            return False
        return True

    script = f'. {KESTRA}; for text do kestra_outputs x:="$text" >/dev/null 2>&1; echo $?; done'
    done = subprocess.run(
        [need("dash"), "-c", script, "sh", *texts], env=awk, capture_output=True, timeout=60, check=False
    )

    assert [(text, is_json(text)) for text in texts] == [
        (text, status == b"0") for text, status in zip(texts, done.stdout.split())
    ]


ZEROS = "0" * 400
BEYOND_A_DOUBLE = ["1e309", "-1e400", "1E+400", f"0.{ZEROS}1e800", f"1{ZEROS}.0", "1.8e308"]
DOUBLES = ["1e308", "1e-400", "0e400", f"0.{ZEROS}1e5", f"1{ZEROS}e-300", "17976931348623157e292", "-0.0e999"]


@pytest.mark.parametrize("number", BEYOND_A_DOUBLE)
def test_a_number_beyond_a_double_is_refused(awk: dict[str, str], number: str) -> None:
    """Each awk refuses a number beyond every double, also the one that reads it as 0."""
    done = send(f"[{number}]", awk)

    assert b"" == done.stdout
    assert b": expected a number in the range of a double, got `" in done.stderr


@pytest.mark.parametrize("number", DOUBLES)
def test_a_number_near_the_limit_is_accepted(awk: dict[str, str], number: str) -> None:
    """With each awk, the largest numbers arrive, and those that a double rounds to 0."""
    assert f'::{{"outputs":{{"x":[{number}]}}}}::\n' == send(f"[{number}]", awk).stdout.decode()


@pytest.mark.parametrize(
    ("value", "number"),
    [('"5"', "5"), (" 5 ", "5"), ("7\n", "7"), ('" -1.50\\n"', "-1.50"), ('"\\u0035\\t"', "5"), ("\t2e3\r\n", "2e3")],
)
def test_text_of_a_number_is_a_metric(run: Run, value: str, number: str) -> None:
    """The value of a metric may be in quotes, and have white space around it."""
    done = run('kestra_gauge g "$1"', value)

    assert f'::{{"metrics":[{{"name":"g","type":"gauge","value":{number},"tags":{{}}}}]}}::\n'.encode() == done.stdout


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("many", f"expected a number, got `many`: {NUMBERS}"),
        ("1,5", "expected a number, got `1,5`: write a point for the comma"),
        ("05", "expected a number, got `05`: write it without leading zeros"),
        ("+5", "expected a number, got `+5`: write it without +"),
        ("5 rows", f"expected a number, got `5 rows`: {NUMBERS}"),
        ("5\n6", f"expected a number, got `5<U+000A LF>6`: {NUMBERS}"),
        ('"5 6"', f'expected a number, got `"5 6"`: {NUMBERS}'),
        ('"\\"5\\""', f'expected a number, got `"\\"5\\""`: {NUMBERS}'),
        ("[1]", f"expected a number, got `[1]`: {NUMBERS}"),
        ("null", f"expected a number, got `null`: {NUMBERS}"),
        ("@-", f"expected a number, got `@-`: {NUMBERS}"),
        ("", f"expected a number, got empty text: {EMPTY.format(0)}"),
        ('"1e400"', "expected a number in the range of a double, got `1e400`"),
    ],
)
def test_a_metric_that_is_not_a_number_is_shown(awk: dict[str, str], value: str, problem: str) -> None:
    """A refused value of a metric is shown with the remedy."""
    done = subprocess.run(
        [need("dash"), "-c", f'. {KESTRA}; kestra_gauge g "$1"', "sh", value],
        env=awk,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (b"", f'kestra: gauge "g": value: {problem}\n') == (done.stdout, done.stderr.decode())


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ("kestra_outputs rows 3", 'outputs: expected NAME=TEXT or NAME:=JSON, got "rows"'),
        (
            "kestra_outputs 'x:=[1,' '2]'",
            'outputs: expected NAME=TEXT or NAME:=JSON, got "2]": are there quotes around the argument before it?',
        ),
        (
            f"kestra_assets {'x' * 60}",
            f'assets: expected NAME=TEXT or NAME:=JSON, got "{"x" * 40}"...',
        ),
        ("kestra_counter c 1 env", 'counter "c": tags: expected TAG=TEXT, got "env"'),
        ("kestra_outputs a=1 a:=2", 'outputs: duplicate key "a"'),
        ("kestra_gauge g 1 a=1 a=2", 'gauge "g": tags: duplicate key "a"'),
        *(
            (
                f"kestra_outputs {argument}",
                f"outputs: expected a name that does not end in a blank, got {name}: {NO_BLANKS}",
            )
            for argument, name in {
                "'rows := 3'": '"rows "',
                "'rows = 3'": '"rows "',
                '"rows$(printf "\\011"):=3"': r'"rows\t"',
                "' =3'": '" "',
            }.items()
        ),
    ],
)
def test_a_slip_in_an_argument_is_shown(run: Run, call: str, problem: str) -> None:
    """An argument that is no NAME=TEXT is shown, with how to write it."""
    done = run(call)

    assert (1, b"", f"kestra: {problem}\n") == (done.returncode, done.stdout, done.stderr.decode())


def test_a_name_may_end_in_a_backslash_and_t(run: Run) -> None:
    """The name that a tab is escaped as does not end in a blank."""
    assert b'::{"outputs":{"a\\\\t":"1"}}::\n' == run("kestra_outputs 'a\\t=1'").stdout


@pytest.mark.parametrize("name", ["rows.json", "it's here", "-", "\\back", '$(x) `y` "z"', "caf\u00e9"])
def test_json_from_a_file(run: Run, tmp_path: Path, name: str) -> None:
    """After NAME:=@ comes the name of a file with one JSON document, whatever characters are in the name."""
    (tmp_path / name).write_text('[\n  "\u2713"\n]\n')
    path = f"{tmp_path}/{name}"
    done = run('kestra_outputs a=1 rows:=@"$1" "b:=[2]" again:=@"$1"', path)

    assert (b'::{"outputs":{"a":"1","rows":["\\u2713"],"b":[2],"again":["\\u2713"]}}::\n', b"") == (
        done.stdout,
        done.stderr,
    )


def test_json_from_stdin(run: Run) -> None:
    """NAME:=@- reads one JSON document from stdin, here from a pipe, a file and a text in the script."""
    done = run(
        """
        printf '{"a": 1}' | kestra_outputs x:=@-
        kestra_outputs y=1 x:=@- <<END
        [1,
        2]
END
        """
    )

    assert (b'::{"outputs":{"x":{"a":1}}}::\n::{"outputs":{"y":"1","x":[1,2]}}::\n', b"") == (done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", ": expected a JSON value, got an empty file"),
        (b"[1,2", f"[1]: unexpected end of JSON after `[1,2`: {CUT}"),
        (b"\\\n", f": expected a JSON value, got `\\`: {TEXT}"),
        (b"1\n\\\\x\n2", ": expected the end of the JSON, got `\\\\x` in `\\\\x`"),
        (b"[1]\n\\}}::\n::{", ": expected the end of the JSON, got `\\}}::` in `\\}}::`"),
        (b"[1,\x00 2]", "[1]: expected a JSON value, got `<U+0001 or U+0000>` in `[1,<U+0001 or U+0000> 2]`"),
        (b'["\x00"]', '[0]: unescaped control character U+0001 or U+0000 in a string in `["<U+0001 or U+0000>"]`'),
    ],
)
def test_a_file_that_is_not_json_is_refused(awk: dict[str, str], tmp_path: Path, content: bytes, problem: str) -> None:
    """The content of a file is checked like a text; nothing in it can end it, and no byte is lost."""
    path = tmp_path / "file"
    path.write_bytes(content)
    done = send(f"@{path}", awk)

    assert (b"", f'kestra: outputs["x"]{problem}\n') == (done.stdout, done.stderr.decode())


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ("kestra_outputs x:=@/nonexistent", "cannot read the file `/nonexistent`"),
        ("kestra_outputs x:=@/", "cannot read the file `/`"),
        ("kestra_outputs x:=@", "cannot read the file ``"),
        ("kestra_outputs x:=@- <&-", "cannot read stdin"),
        ("kestra_outputs x:=@- </dev/null", "expected a JSON value, got nothing on stdin"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(run: Run, call: str, problem: str) -> None:
    """Nothing is sent of a file that cannot be read."""
    done = run(call)

    assert (1, b"", f'kestra: outputs["x"]: {problem}\n'.encode()) == (done.returncode, done.stdout, done.stderr)


def test_a_large_document_in_each_shell(run: Run, tmp_path: Path) -> None:
    """A document of 300 KB arrives byte for byte, by a variable and from a file, in a UTF-8 locale."""
    rows = [{"id": number, "name": f"caf\u00e9 {number}"} for number in range(8000)]
    path = tmp_path / "rows.json"
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1))
    done = run('rows=$(cat "$1"); kestra_outputs a:="$rows"; kestra_outputs a:=@"$1"', str(path), locale="C.UTF-8")
    text = json.dumps(rows, separators=(",", ":"))

    assert (f'::{{"outputs":{{"a":{text}}}}}::\n' * 2, "") == (done.stdout.decode(), done.stderr.decode())


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
def test_the_remedy_for_several_documents(run: Run) -> None:
    """Through jq -s, JSON lines are one list."""
    done = run("""printf '{"a":1}\n{"a":2}\n' | jq -s . | kestra_outputs rows:=@-""")

    assert b'::{"outputs":{"rows":[{"a":1},{"a":2}]}}::\n' == done.stdout
