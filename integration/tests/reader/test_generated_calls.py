"""Makes thousands of calls in each language and checks that Kestra reads each as it was made."""

import functools
import json
import os
import subprocess
import sys

import pytest
from harness.runtimes import KESTRA_SH, SHELLS, need
from support import oracle
from support.generate import Calls
from support.oracle import Lexeme

SEED = os.environ.get("KESTRA_FUZZ_SEED", "1")
RECORDS = 10_000
EMITTERS = {"python": RECORDS, "node": RECORDS, **dict.fromkeys(SHELLS, 500), "dash": RECORDS}

PYTHON = """
import json, sys
from kestra import Kestra

def revive(members):
    return members["$bytes"].encode("latin-1") if "$bytes" in members else members

sys.setrecursionlimit(5_000)  # json takes a frame a level
with open(sys.argv[1]) as file:
    calls = json.load(file, object_hook=revive)
for verb, *arguments in calls:
    if verb == "logs":
        arguments = [[dict(zip(("level", "message"), pair)) for pair in arguments[0]]]
    getattr(Kestra, verb)(*arguments)
"""

NODE = """
const Kestra = require("@kestra-io/libs");

const revive = (key, value) => (value?.$integer ? BigInt(value.$integer) : value);
for (const [verb, ...rest] of JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"), revive)) {
  if (verb === "logs") Kestra.logs(rest[0].map(([level, message]) => ({ level, message })));
  else Kestra[verb](...rest);
}
"""


@pytest.fixture(scope="session")
def read(printed):
    """Return the calls of one process of an emitter, and what Kestra reads from its output."""

    @functools.cache
    def read_by(kestra_reader, name):
        calls, streams = printed(name)
        return calls, kestra_reader.run(**streams)

    return read_by


@pytest.fixture(scope="session")
def printed(tmp_path_factory):
    """Return the calls of one process of an emitter, and its output on the two streams."""

    @functools.cache
    def printed_by(name):
        calls = Calls(SEED, language_of(name)).some(EMITTERS[name])
        folder = tmp_path_factory.mktemp(name)
        paths = {stream: folder / stream for stream in ("stdout", "stderr")}
        with paths["stdout"].open("wb") as stdout, paths["stderr"].open("wb") as stderr:
            subprocess.run(command(name, calls, folder), stdout=stdout, stderr=stderr, check=True, timeout=300)
        return calls, {stream: path.read_bytes() for stream, path in paths.items()}

    return printed_by


def language_of(name):
    return "shell" if name in SHELLS else name


def command(name, calls, folder):
    """Return the command that makes the calls."""
    program = SHELLS.get(name, [sys.executable if name == "python" else name])
    need(program[0])
    script, data = folder / "script", folder / "calls"
    if name in SHELLS:
        script.write_bytes(b"\n".join([b". " + quoted(str(KESTRA_SH)), *map(shell_line, calls), b""]))
        return [*program, script]
    script.write_text(PYTHON if name == "python" else NODE)
    data.write_text(json.dumps(calls if name == "python" else for_node(calls), default=bytes_as_text))
    return [*program, script, data]


def bytes_as_text(given):
    return {"$bytes": given.decode("latin-1")}


def for_node(given):
    """Mark integers that JSON.parse would round, so that they become BigInts."""
    if isinstance(given, dict):
        return {key: for_node(member) for key, member in given.items()}
    if isinstance(given, (list, tuple)):
        return [for_node(member) for member in given]
    is_long = isinstance(given, int) and abs(given) >= 2**53
    return {"$integer": str(given)} if is_long else given


def shell_line(call):
    verb, *rest = call
    if verb == "logs":
        words = [word for pair in rest[0] for word in pair]
    elif verb == "outputs":
        words = [argument(key, value) for key, value in rest[0].items()]
    elif verb == "log":
        words = rest
    else:
        name, value, tags = rest
        words = [name, shell_json(value), *(f"{key}={text}" for key, text in tags.items())]
    return b" ".join([f"kestra_{verb}".encode(), *map(quoted, words)])


def argument(key, value):
    is_text = isinstance(value, str) and not isinstance(value, Lexeme)
    return f"{key}={value}" if is_text else f"{key}:={shell_json(value)}"


def shell_json(given):
    if isinstance(given, dict):
        return "{" + ", ".join(f"{shell_json(key)} : {shell_json(member)}" for key, member in given.items()) + "}"
    if isinstance(given, list):
        return "[" + ",".join(map(shell_json, given)) + "]"
    return str(given) if isinstance(given, Lexeme) else json.dumps(given, ensure_ascii=False)


def quoted(word):
    return b"'" + as_bytes(word).replace(b"'", b"'\\''") + b"'"


def as_bytes(text):
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def sent(call, language):
    """Return the stream of a call, and what Kestra must read."""
    verb, *rest = call
    if verb in ("log", "logs"):
        pairs = rest[0] if verb == "logs" else [rest]
        if language == "shell":  # text is bytes there
            pairs = [(level, as_bytes(text)) for level, text in pairs]
        logs = oracle.logs(pairs)
        return oracle.stream(level for level, _ in logs), ("record", logs, "{}", [])
    if verb == "outputs":
        return "stdout", ("record", [], oracle.kinds(oracle.value(rest[0], language)), [])
    return "stdout", ("record", [], "{}", [oracle.metric(verb, *rest)])


def arrived(line):
    """Return what Kestra read from a line; Kestra's own messages about it are among the logs."""
    logs = [(log["level"], log["message"], *log.get("cut", [])) for log in line["logs"]] + line["warnings"]
    metrics = [{name: member for name, member in metric.items() if name != "timestamp"} for metric in line["metrics"]]
    return line["verdict"], logs, oracle.kinds(line["outputs"]), metrics


# An emitter runs once for all tests in one process of pytest-xdist.
each_emitter = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in EMITTERS]
)


@each_emitter
def test_calls_arrive(kestra_reader, read, name):
    """Every call arrives on its stream, in order and exactly as it was made."""
    calls, answer = read(kestra_reader, name)

    wanted = [sent(call, language_of(name)) for call in calls]
    for stream in ("stdout", "stderr"):
        lines = [line for line in answer["lines"] if line["stream"] == stream]
        results = [result for sent_on, result in wanted if sent_on == stream]
        for result, line in zip(results, lines):
            assert result == arrived(line), line["text"][:2000]
        assert len(results) == len(lines)


@each_emitter
def test_outputs_add_up(kestra_reader, read, name):
    """For each key Kestra keeps the output that was sent last."""
    calls, answer = read(kestra_reader, name)

    merged = {}
    for verb, *rest in calls:
        if verb == "outputs":
            merged |= oracle.value(rest[0], language_of(name))
    assert oracle.kinds(merged) == oracle.kinds(answer["outputs"])
