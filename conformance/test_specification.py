"""Holds SPECIFICATION.md, its grammar and the JSON Schema to the cases."""

import functools
import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from harness.runtimes import missing
from kestra_conformance.cases import all_cases
from kestra_conformance.rules import PAGE, rules
from test_cases import data_of, goldens_of

HERE = Path(__file__).parent
TEXT = PAGE.read_text("utf-8")
GRAMMAR = re.search(r"```abnf\n(.*?)```", TEXT, re.DOTALL)[1]
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
CHARACTER = re.compile(r"\\u[dD][89abAB]..\\u....|\\u....|\\.|.")
CONTAINER = re.compile(r"\[[^][{}]*\]|\{[^][{}]*\}")
LONGEST, DEEPEST = 100, 30  # what the parser library reads quickly, and without a deep stack


def test_every_rule_names_a_case():
    """Each rule has a case that shows it, or says why there is none."""
    shown = Counter(number for case in all_cases() for number in case.members["rules"])
    blocks = re.split(r"^(?=- \*\*|\| \*\*)", TEXT, flags=re.MULTILINE)
    untested = {
        number for block in blocks if "*No case*:" in block for number in re.findall(r"\*\*([A-Z]+-\d+)\*\*", block)
    }

    assert [] == [number for number in rules() if (number in shown) == (number in untested)]


def test_rules_are_numbered_without_gaps():
    """The numbers of each letter begin with 1 and follow each other."""
    numbers = {}
    for number in re.findall(r"^(?:- |\| )\*\*([A-Z]+-\d+)\*\*", TEXT, re.MULTILINE):
        letter, _, index = number.partition("-")
        numbers.setdefault(letter, []).append(int(index))

    assert {letter: list(range(1, len(found) + 1)) for letter, found in numbers.items()} == numbers


def test_case_names_its_rules(case):
    """Each case names the rules that it shows."""
    assert case.members["rules"]
    assert [] == [number for number in case.members["rules"] if number not in rules()]


def test_evidence_exists():
    """Each limit has evidence: a page on Kestra, or a test with Kestra's own reader."""
    tests = (HERE.parent / "integration" / "tests" / "reader" / "test_kestra_rules.py").read_text("utf-8")
    evidence = {row[0]: row[1] for row in re.findall(r"^\| \*\*(K-\d+)\*\* .* \| ([^|]*) \|$", TEXT, re.MULTILINE)}
    named = {number: re.findall(r"`(test_\w+)`", text) for number, text in evidence.items()}

    assert [] == [name for names in named.values() for name in names if f"def {name}(" not in tests]
    assert [number for number in rules() if number.startswith("K-")] == list(evidence)
    assert [] == [
        number for number, text in evidence.items() if not (named[number] or "docs/upstream/" in text or "none" in text)
    ]


@pytest.fixture(scope="module")
def parse():
    """Return a function that raises unless a text has the form of a rule of the grammar."""
    try:
        import abnf
    except ModuleNotFoundError:
        missing("abnf is not installed")

    class Grammar(abnf.Rule):
        pass

    Grammar.load_grammar(GRAMMAR.replace("\n", "\r\n"))
    return functools.cache(lambda rule, text: Grammar(rule).parse_all(text))


def shortened(parse, line):
    """Return the line with long strings and deep or long containers replaced, after each part was parsed alone."""

    def string(match):
        if len(match[0]) <= LONGEST and not re.search(r"[][{}]", match[0]):
            return match[0]
        characters = CHARACTER.findall(match[0][1:-1])
        for start in range(0, len(characters), LONGEST):
            parse("string", f'"{"".join(characters[start : start + LONGEST])}"')
        return '"x"'

    def long_container(match):
        members = match[0][1:-1].split(",")  # no golden has a comma inside a string of these
        parts = [f"{match[0][0]}{','.join(members[i : i + 20])}{match[0][-1]}" for i in range(0, len(members), 20)]
        for part in parts if len(members) > 20 else []:
            parse("array" if part.startswith("[") else "object", part)
        return parts[0] if len(members) > 20 else match[0]

    def container(match):
        parse("array" if match[0].startswith("[") else "object", match[0])
        return "null"

    line = CONTAINER.sub(long_container, STRING.sub(string, line))
    while depth(line) > DEEPEST:
        line = CONTAINER.sub(container, line)
    return line


def depth(line):
    deepest = level = 0
    for bracket in re.findall(r"[][{}]", line):
        level += 1 if bracket in "[{" else -1
        deepest = max(deepest, level)
    return deepest


def records(case):
    for _, _, _, golden in goldens_of(case):
        yield from (line.decode() for line in golden.splitlines(keepends=True) if is_ours(case, line.decode()))


def is_ours(case, line):
    """Tell whether an emitter has written the record, and not passed it on."""
    return case.members["call"][0] not in ("capture", "levels") or line.startswith('::{"logs":[{"level":')


def test_grammar_accepts_every_golden(case, parse):
    """Each record of each golden has the form that the grammar describes."""
    for line in records(case):
        parse("record", shortened(parse, line))


RECORD = '::{"logs":[{"level":"INFO","message":"x"}]}::\n'
METRIC = '::{"metrics":[{"name":"n","type":"timer","value":1,"tags":{}}]}::\n'


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(RECORD[:-1], id="no-line-end"),
        pytest.param(RECORD.replace("\n", "\r\n"), id="windows-line-end"),
        pytest.param(f" {RECORD}", id="blank-before"),
        pytest.param(RECORD.replace("::\n", ":: \n"), id="blank-behind"),
        pytest.param(RECORD.replace("]}::", "]}:"), id="one-colon"),
        pytest.param(RECORD * 2, id="two-records"),
        pytest.param(RECORD.replace(":[", ": ["), id="blank-in-the-json"),
        pytest.param(RECORD.replace("INFO", "info"), id="level-in-lower-case"),
        pytest.param(RECORD.replace("INFO", "WARNING"), id="level-of-another-name"),
        pytest.param('::{"logs":[{"message":"x","level":"INFO"}]}::\n', id="members-in-another-order"),
        pytest.param('::{"logs":[]}::\n', id="no-entry"),
        pytest.param('::{"LOGS":[{"level":"INFO","message":"x"}]}::\n', id="member-in-upper-case"),
        pytest.param(RECORD.replace('"x"', "1"), id="message-that-is-a-number"),
        pytest.param(RECORD.replace('"x"', '"é"'), id="raw-letter"),
        pytest.param(RECORD.replace('"x"', '"\x7f"'), id="raw-delete"),
        pytest.param(RECORD.replace('"x"', '"\t"'), id="raw-tab"),
        pytest.param(RECORD.replace('"x"', r'"\u00E9"'), id="upper-case-hex"),
        pytest.param(RECORD.replace('"x"', r'"\u0009"'), id="tab-as-hex"),
        pytest.param(RECORD.replace('"x"', r'"\u0041"'), id="escaped-letter-of-ascii"),
        pytest.param(RECORD.replace('"x"', r'"\/"'), id="escaped-slash"),
        pytest.param(RECORD.replace('"x"', r'"\u0000"'), id="nul"),
        pytest.param(RECORD.replace('"x"', r'"\ud83d"'), id="lone-surrogate"),
        pytest.param(RECORD.replace('"x"', r'"\ude80\ud83d"'), id="reversed-pair"),
        pytest.param('::{"outputs":{"":1}}::\n', id="output-without-a-name"),
        pytest.param('::{"outputs":[1]}::\n', id="outputs-that-are-a-list"),
        pytest.param('::{"outputs":{"a":NaN}}::\n', id="not-a-number"),
        pytest.param('::{"outputs":{"a":01}}::\n', id="leading-zero"),
        pytest.param('::{"outputs":{"a":.5}}::\n', id="point-first"),
        pytest.param(METRIC.replace(',"tags":{}', ""), id="no-tags"),
        pytest.param(METRIC.replace("{}", '{"":"x"}'), id="tag-without-a-name"),
        pytest.param(METRIC.replace("{}", '{"a":1}'), id="tag-that-is-a-number"),
        pytest.param(METRIC.replace("timer", "histogram"), id="another-type"),
        pytest.param(METRIC.replace(":1,", ':"1",'), id="value-that-is-a-string"),
    ],
)
def test_grammar_refuses_broken_lines(line, parse):
    """A line that an emitter never writes does not have the form that the grammar describes."""
    import abnf

    with pytest.raises(abnf.ParseError):
        parse("record", line)


@pytest.fixture(scope="module")
def is_valid():
    """Return a function that tells whether the schema accepts a record."""
    try:
        import jsonschema
    except ModuleNotFoundError:
        missing("jsonschema is not installed")
    sys.setrecursionlimit(20_000)
    schema = json.loads((HERE / "record.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema).is_valid


def test_schema_accepts_every_golden(case, is_valid):
    """The schema accepts the record of each golden."""
    for line in records(case):
        if depth(line) <= DEEPEST:  # the validator has a stack, too
            assert is_valid(json.loads(line[2:-3])), line


# What a schema cannot express: rules on text that is not JSON, on the call, on depth, digits, and keys given twice.
BEYOND_A_SCHEMA = {"B-4", "J-1", "K-7", "K-8", "MT-5", "N-8", "P-1", "P-2", "P-4", "P-5", "P-8", "P-9", "P-12", "W-6"}


def test_schema_refuses_what_it_can_express(case, is_valid):
    """The schema refuses the record that a refused call would have written."""
    if case.is_valid or BEYOND_A_SCHEMA & set(case.members["rules"]):
        return
    verb, *arguments = case.members["call"]
    if "padding" in case.members:
        arguments[-1] += "x" * case.members["padding"]
    if "MT-3" in case.members["rules"]:
        record = data_of(verb, arguments[0], "0", *arguments[2:])
        record["metrics"][0]["value"] = json.loads(arguments[1])  # text that is no number stays text
    elif verb in ("log", "logs"):
        entries = zip(arguments[::2], arguments[1::2])
        record = {"logs": [{"level": level, "message": message} for level, message in entries]}
    else:
        record = data_of(verb, *arguments)

    assert not is_valid(record)
