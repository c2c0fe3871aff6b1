"""Checks that each emitter refuses calls whose payload would end Kestra's reading or be lost."""

import json
import subprocess
import sys

import pytest
from harness.runtimes import KESTRA_SH, SHELLS, need
from support.lines import FATAL

# Payloads that no call can make, because a metric is alone in its record. Assets are sent for the Enterprise edition.
NOT_ASKED_FOR = {"assets", "empty assets", "metric of null"}

PYTHON = {
    "counter of null": 'Kestra.counter("n", None)',
    "counter of empty text": 'Kestra.counter("n", "")',
    "counter without a value": 'Kestra.counter("n")',
    "counter of NaN": 'Kestra.counter("n", float("nan"))',
    "counter of infinity": 'Kestra.counter("n", float("inf"))',
    "counter of a bool": 'Kestra.counter("n", True)',
    "counter beyond a double": 'Kestra.counter("n", 10**309)',
    "gauge of null": 'Kestra.gauge("n", None)',
    "gauge of NaN": 'Kestra.gauge("n", float("nan"))',
    "timer of null": 'Kestra.timer("n", None)',
    "timer of empty text": 'Kestra.timer("n", "")',
    "timer without a value": 'Kestra.timer("n", tags={"t": None})',
    "timer of NaN": 'Kestra.timer("n", float("nan"))',
    "timer too long": 'Kestra.timer("n", 9223372036.854775808)',
    "timer of too great an integer": 'Kestra.timer("n", 9223372037)',
    "timer of too long a text": 'Kestra.timer("n", "P106752D")',
    "timer too long, as a timedelta": 'Kestra.timer("n", timedelta.max)',
    "timer too negative": 'Kestra.timer("n", -9223372036.854775809)',
    "tag of null": 'Kestra.counter("n", 1, {"t": None})',
    "tag of a list": 'Kestra.counter("n", 1, {"t": []})',
    "empty tag key": 'Kestra.counter("n", 1, {"": "x"})',
    "tag with a lone surrogate": 'Kestra.counter("n", 1, {"t": "\\ud800"})',
    "tags that are text": 'Kestra.counter("n", 1, "x")',
    "empty name": 'Kestra.counter("", 1)',
    "name of null": "Kestra.counter(None, 1)",
    "name of two types": 'Kestra.gauge("counted", 1)',
    "name of two types, timed": 'Kestra.timer("counted", lambda: print("called"))',
    "output of NaN": 'Kestra.outputs({"a": [float("nan")]})',
    "output of too many digits": 'Kestra.outputs({"a": 10**1000})',
    "output beyond a double": 'Kestra.outputs({"a": Decimal("1e400")})',
    "output with U+0000": 'Kestra.outputs({"a": "\\0"})',
    "output with the text of U+0000": r'Kestra.outputs({"a": "\\u0000"})',
    "output with a lone surrogate": 'Kestra.outputs({"a": "\\ud800"})',
    "key with a lone surrogate": 'Kestra.outputs({"a": {"\\ud800": 1}})',
    "output nested too deep": 'Kestra.outputs({"a": nested(999)})',
    "output too long": 'Kestra.outputs({"a": "x" * 20_000_001})',
    "output without a name": 'Kestra.outputs({"": 1})',
    "outputs that are a list": "Kestra.outputs([1])",
    "outputs of null": "Kestra.outputs(None)",
    "unknown level": 'Kestra.log("NOTICE", "x")',
    "entry without a level": 'Kestra.logs([{"level": "INFO", "message": "x"}, {"message": "x"}])',
    "entry of null": "Kestra.logs([None])",
}
NODE = {
    "counter of null": 'Kestra.counter("n", null)',
    "counter of empty text": 'Kestra.counter("n", "")',
    "counter without a value": 'Kestra.counter("n")',
    "counter of NaN": 'Kestra.counter("n", NaN)',
    "counter of infinity": 'Kestra.counter("n", Infinity)',
    "counter of a bool": 'Kestra.counter("n", true)',
    "counter beyond a double": 'Kestra.counter("n", 10n ** 309n)',
    "gauge of null": 'Kestra.gauge("n", null)',
    "gauge of NaN": 'Kestra.gauge("n", NaN)',
    "timer of null": 'Kestra.timer("n", null)',
    "timer of empty text": 'Kestra.timer("n", "")',
    "timer without a value": 'Kestra.timer("n")',
    "timer of NaN": 'Kestra.timer("n", NaN)',
    "timer too long": 'Kestra.timer("n", 9223372036.854775808)',
    "timer of too great an integer": 'Kestra.timer("n", 9223372037n)',
    "timer of too long a text": 'Kestra.timer("n", "P106752D")',
    "timer too negative": 'Kestra.timer("n", -9223372036.854775809)',
    "tag of null": 'Kestra.counter("n", 1, { t: null })',
    "tag of a list": 'Kestra.counter("n", 1, { t: [] })',
    "empty tag key": 'Kestra.counter("n", 1, { "": "x" })',
    "tag with a lone surrogate": 'Kestra.counter("n", 1, { t: "\\ud800" })',
    "tags that are text": 'Kestra.counter("n", 1, "x")',
    "empty name": 'Kestra.counter("", 1)',
    "name of null": "Kestra.counter(null, 1)",
    "name of two types": 'Kestra.gauge("counted", 1)',
    "name of two types, timed": 'Kestra.timer("counted", () => console.log("called"))',
    "output of NaN": "Kestra.outputs({ a: [NaN] })",
    "output of too many digits": "Kestra.outputs({ a: 10n ** 1000n })",
    "output with U+0000": 'Kestra.outputs({ a: "\\0" })',
    "output with the text of U+0000": r'Kestra.outputs({ a: "\\u0000" })',
    "output with a lone surrogate": 'Kestra.outputs({ a: "\\ud800" })',
    "key with a lone surrogate": 'Kestra.outputs({ a: { "\\ud800": 1 } })',
    "output nested too deep": "Kestra.outputs({ a: nested(999) })",
    "output too long": 'Kestra.outputs({ a: "x".repeat(20_000_001) })',
    "output without a name": 'Kestra.outputs({ "": 1 })',
    "output of a function": "Kestra.outputs({ a: () => 1 })",
    "outputs that are a list": "Kestra.outputs([1])",
    "outputs of null": "Kestra.outputs(null)",
    "unknown level": 'Kestra.log("NOTICE", "x")',
    "entry without a level": 'Kestra.logs([{ level: "INFO", message: "x" }, { message: "x" }])',
    "entry of null": "Kestra.logs([null])",
}
SHELL = {
    "counter of null": "kestra_counter n null",
    "counter of empty text": "kestra_counter n ''",
    "counter without a value": "kestra_counter n",
    "counter of NaN": "kestra_counter n NaN",
    "counter of infinity": "kestra_counter n -Infinity",
    "counter of a bool": "kestra_counter n true",
    "counter beyond a double": "kestra_counter n 1e400",
    "gauge of null": "kestra_gauge n null",
    "gauge of text": "kestra_gauge n '\"1,5\"'",
    "timer of null": "kestra_timer n null",
    "timer of empty text": "kestra_timer n ''",
    "timer without a value": "kestra_timer n",
    "timer too long": "kestra_timer n 9223372036.854775808",
    "timer of too great an integer": "kestra_timer n 9223372037",
    "timer of too long a text": "kestra_timer n P106752D",
    "timer too negative": "kestra_timer n -9223372036.854775809",
    "empty tag key": "kestra_counter n 1 '=x'",
    "tag without =": "kestra_counter n 1 t",
    "tag that is no UTF-8": "kestra_counter n 1 t=$(printf '\\355\\240\\200')",
    "empty name": "kestra_counter '' 1",
    "output of NaN": "kestra_outputs 'a:=[NaN]'",
    "output beyond a double": "kestra_outputs a:=1e400",
    "output with U+0000": "kestra_outputs 'a:=\"\\u0000\"'",
    "output with the text of U+0000": "kestra_outputs 'a=\\u0000'",
    "output with a lone surrogate": "kestra_outputs 'a:=\"\\ud800\"'",
    "output that is no UTF-8": "kestra_outputs a=$(printf '\\355\\240\\200')",
    "output without a name": "kestra_outputs '=1'",
    "output that is no JSON": "kestra_outputs 'a:={'",
    "unknown level": "kestra_log NOTICE x",
    "entry without a message": "kestra_logs INFO x WARN",
}
# In the shell a tag is always a string, and the shell cannot know which names it has sent.
NOT_ASKED_FOR_IN_SHELL = {"tag of null", "name of two types"}

LANGUAGES = {"python": PYTHON, "node": NODE, **dict.fromkeys(SHELLS, SHELL)}
COUNTED = b'::{"metrics":[{"name":"counted","type":"counter","value":1,"tags":{}}]}::\n'

PYTHON_SCRIPT = """
import json, sys
from datetime import timedelta
from decimal import Decimal
from kestra import Kestra

def nested(levels):
    value = []
    for _ in range(levels - 1):
        value = [value]
    return value

answers = {}
Kestra.counter("counted", 1)
for name, call in json.load(open(sys.argv[1])).items():
    try:
        answers[name] = eval(call) and None
    except (TypeError, ValueError) as error:
        answers[name] = str(error)
json.dump(answers, open(sys.argv[2], "w"))
"""
NODE_SCRIPT = """
const fs = require("fs");
const Kestra = require("@kestra-io/libs");
const nested = (levels) => (levels === 1 ? [] : [nested(levels - 1)]);

const answers = {};
Kestra.counter("counted", 1);
for (const [name, call] of Object.entries(JSON.parse(fs.readFileSync(process.argv[2])))) {
  try {
    eval(call);
    answers[name] = null;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    answers[name] = error.message;
  }
}
fs.writeFileSync(process.argv[3], JSON.stringify(answers));
"""


@pytest.fixture(scope="session")
def answered(tmp_path_factory):
    """Return what the process of a language printed, and the error of each call, or None."""
    known = {}

    def answered_by(name):
        if name not in known:
            known[name] = (in_shell if name in SHELLS else in_language)(name, tmp_path_factory.mktemp(name))
        return known[name]

    return answered_by


def in_language(name, folder):
    script, calls, answers = folder / "script", folder / "calls", folder / "answers"
    script.write_text({"python": PYTHON_SCRIPT, "node": NODE_SCRIPT}[name])
    calls.write_text(json.dumps(LANGUAGES[name]))
    program = sys.executable if name == "python" else name
    done = run([program, script, calls, answers])
    return done.stdout, json.loads(answers.read_bytes())


def in_shell(name, folder):
    """Run each call with its stderr in one file and its status in another."""
    script = folder / "script"
    lines = [f". '{KESTRA_SH}'", "kestra_counter counted 1"]
    for index, call in enumerate(SHELL.values()):
        lines.append(f"{call} 2>'{folder}/{index}' || echo refused >'{folder}/{index}.status'")
    script.write_text("\n".join([*lines, ":\n"]))
    done = run([*SHELLS[name], script])
    answers = {}
    for index, call in enumerate(SHELL):
        is_refused = (folder / f"{index}.status").exists()
        answers[call] = (folder / str(index)).read_text() if is_refused else None
    return done.stdout, answers


def run(command):
    need(command[0])
    return subprocess.run(command, capture_output=True, check=True, timeout=120)


CALLS = [(language, name) for language, calls in LANGUAGES.items() for name in calls]


@pytest.mark.parametrize(("language", "name"), CALLS, ids=[f"{language}-{name}" for language, name in CALLS])
def test_call_is_refused(answered, language, name):
    """The call fails with an error of one line: the path, what was expected and what came."""
    _, answers = answered(language)

    assert answers[name], "the call was taken"
    assert 1 == len(answers[name].rstrip("\n").splitlines()), answers[name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_refused_call_is_printed(answered, language):
    """Stdout holds only the record of the one valid call."""
    stdout, _ = answered(language)

    assert COUNTED == stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fatal_payload_is_asked_for(language):
    """The calls above cover every fatal payload that a call can make."""
    out_of_reach = NOT_ASKED_FOR | (NOT_ASKED_FOR_IN_SHELL if language in SHELLS else set())

    assert set() == set(FATAL) - out_of_reach - set(LANGUAGES[language])
