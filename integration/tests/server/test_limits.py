"""Every emitter refuses payloads that Kestra cannot take, or sends them in a form that arrives.

The pages in docs/upstream describe what Kestra does with the raw payloads, and test_upstream.py runs them.
"""

import re

import pytest
from support.docker import is_chosen
from support.flows import flow, in_each_language, script
from support.server import ServerError

PYTHON_CALLS = r"""
    Kestra.outputs({"a": "\0"})
    Kestra.outputs({"a\0": 1})
    Kestra.outputs({"a": "\ud800"})
    Kestra.outputs({"\ud800": 1})
    Kestra.outputs({"a": "\\" + "u0000"})
    Kestra.outputs({"a": float("nan")})
    Kestra.outputs({"a": float("inf")})
    Kestra.outputs({"a": 10**1000})
    Kestra.outputs({"a": value})
    Kestra.outputs({"a": "x" * 20000001})
    Kestra.outputs({"": 1})
    Kestra.outputs([])
    Kestra.counter("m", None)
    Kestra.counter("m", True)
    Kestra.counter("m", "1,5")
    Kestra.counter("m", float("nan"))
    Kestra.counter("", 1)
    Kestra.counter(None, 1)
    Kestra.counter("m", 1, {"a": None})
    Kestra.counter("m", 1, {"a": []})
    Kestra.counter("m", 1, {"": "x"})
    Kestra.counter("m\ud800", 1)
    Kestra.timer("m", 9223372037)
    Kestra.timer("m", -9000000001)
    Kestra.timer("m", float("inf"))
    Kestra.gauge("sent", 1)
    Kestra.assets({"inputs": "\0"})
"""
NODE_CALLS = r"""
    Kestra.outputs({ a: "\0" })
    Kestra.outputs({ "a\0": 1 })
    Kestra.outputs({ a: "\ud800" })
    Kestra.outputs({ "\ud800": 1 })
    Kestra.outputs({ a: "\\" + "u0000" })
    Kestra.outputs({ a: NaN })
    Kestra.outputs({ a: Infinity })
    Kestra.outputs({ a: 10n ** 1000n })
    Kestra.outputs({ a: nested(1000) })
    Kestra.outputs({ a: "x".repeat(20000001) })
    Kestra.outputs({ "": 1 })
    Kestra.outputs([])
    Kestra.counter("m", null)
    Kestra.counter("m", undefined)
    Kestra.counter("m", true)
    Kestra.counter("m", "1,5")
    Kestra.counter("m", NaN)
    Kestra.counter("", 1)
    Kestra.counter(null, 1)
    Kestra.counter("m", 1, { a: null })
    Kestra.counter("m", 1, { a: [] })
    Kestra.counter("m", 1, { "": "x" })
    Kestra.counter("m\ud800", 1)
    Kestra.timer("m", 9223372037)
    Kestra.timer("m", -9000000001)
    Kestra.timer("m", Infinity)
    Kestra.gauge("sent", 1)
    Kestra.assets({ inputs: "\0" })
"""
# Kestra cannot save a flow whose source contains the text of `$nul`.
SHELL_CALLS = r"""
    kestra_outputs a:="\"$nul\""
    kestra_outputs "a=$nul"
    kestra_outputs a:='"\ud800"'
    kestra_outputs a:='{"\ud800":1}'
    kestra_outputs "$(printf '\355\240\200')=1"
    kestra_outputs a:=NaN
    kestra_outputs a:=1e400
    kestra_outputs a:=$(printf '1%.0s' $(seq 1001))
    kestra_outputs a:=$(printf '[%.0s' $(seq 1000))$(printf ']%.0s' $(seq 1000))
    kestra_outputs =1
    kestra_outputs a
    kestra_outputs a=1 a=2
    kestra_counter m null
    kestra_counter m ''
    kestra_counter m true
    kestra_counter m NaN
    kestra_counter '' 1
    kestra_counter m
    kestra_counter m 1 =x
    kestra_counter m 1 a
    kestra_counter m 1e400
    kestra_timer m 9223372037
    kestra_timer m -9000000001
    kestra_assets inputs:="\"$nul\""
"""
NUL = r"nul=$(printf '%s' '\' u0000)" + "\n"


def calls(text):
    return [line.strip() for line in text.strip().splitlines()]


def test_python_refuses_what_kestra_cannot_take(server):
    """Each call raises and sends nothing, and the script continues."""
    head = "refused, value = 0, []\nfor _ in range(999):\n    value = [value]\nKestra.counter('sent', 1)\n"
    tries = [
        f"try:\n    {call}\n    print('sent', {call!r})\nexcept (ValueError, TypeError):\n    refused += 1\n"
        for call in calls(PYTHON_CALLS)
    ]
    task = script("python", f"{head}{''.join(tries)}print(refused)")

    assert_nothing_is_sent(server.run(flow(task)), len(tries), [("sent", 1.0)])


def test_node_refuses_what_kestra_cannot_take(server):
    """Each call throws and sends nothing, and the script continues."""
    head = "const nested = (n) => (n ? [nested(n - 1)] : 1);\nlet refused = 0;\nKestra.counter('sent', 1);\n"
    tries = [
        f"try {{\n  {call};\n  console.log('sent', String.raw`{call}`);\n}} catch {{\n  refused++;\n}}\n"
        for call in calls(NODE_CALLS)
    ]
    task = script("node", f"{head}{''.join(tries)}console.log(refused);")

    assert_nothing_is_sent(server.run(flow(task)), len(tries), [("sent", 1.0)])


def test_shell_refuses_what_kestra_cannot_take(server):
    """Each call returns 1 and sends nothing, and the script continues."""
    tries = [
        f"if {call} 2>/dev/null; then echo sent {number}; else refused=$((refused + 1)); fi\n"
        for number, call in enumerate(calls(SHELL_CALLS))
    ]
    task = script("shell", f"{NUL}refused=0\n{''.join(tries)}echo $refused")

    assert_nothing_is_sent(server.run(flow(task)), len(tries), [])


def assert_nothing_is_sent(execution, refused, metrics):
    assert [("INFO", str(refused))] == execution.logs
    assert "SUCCESS" == execution.state
    assert {"script": {}} == execution.outputs
    assert metrics == [(name, value) for name, _, value, _ in execution.metrics]


@in_each_language(
    python=r"""
        logger.info("a\0b")
        logger.info("a\ud800b")
        logger.info("a" + "\\" + "u0000b")
        logger.info(b"a\xffb")
    """,
    node=r"""
        logger.info("a\0b");
        logger.info("a\ud800b");
        logger.info("a" + "\\" + "u0000b");
        logger.info(Buffer.from("a\xffb", "latin1"));
    """,
    shell=NUL
    + r"""
kestra_info "a${nul}b"
kestra_info "$(printf 'a\377b')"
kestra_info "$(printf 'a\355b')"
kestra_info "$(printf 'a\360\237\232b')"
""",
)
def test_a_log_that_kestra_would_lose_arrives(server, task):
    r"""U+0000, the text `\u0000`, lone surrogates and bytes that are not UTF-8 arrive as U+FFFD."""
    assert [("INFO", "a\ufffdb")] * 4 == server.run(flow(task), expect_logs=4).logs


@pytest.mark.skipif(is_chosen(), reason="in Docker the task never ends: see test_docker.py")
@in_each_language(
    python="""
        logger.info("before")
        Kestra.assets({"outputs": []})
        for number in range(5000):
            logger.info("after")
        logger.error("on the other stream")
    """,
    node="""
        logger.info("before");
        Kestra.assets({ outputs: [] });
        for (let number = 0; number < 5000; number++) logger.info("after");
        logger.error("on the other stream");
    """,
)
def test_logs_survive_a_stream_that_kestra_has_closed(server, task):
    """After assets the open-source edition stops reading stdout: later logs are lost, and the script continues."""
    execution = server.run(flow(task))

    assert "SUCCESS" == execution.state
    assert [("ERROR", "on the other stream"), ("INFO", "before")] == sorted(execution.logs)


def test_a_flow_that_cannot_be_saved_is_an_error(server):
    """The harness distinguishes a flow that cannot be saved from one that fails."""
    with pytest.raises(ServerError, match=re.escape("io.kestra.plugin.none.None")):
        server.run(flow({"id": "none", "type": "io.kestra.plugin.none.None"}))


def test_an_execution_that_takes_too_long_is_killed(server):
    """The execution is returned as RUNNING with its logs, and the worker is free again."""
    execution = server.run(flow(script("shell", "kestra_info waiting\nsleep 600")), timeout=5)

    assert ("RUNNING", [("INFO", "waiting")]) == (execution.state, execution.logs)
    assert "SUCCESS" == server.run(flow(script("shell", "kestra_info done")), expect_logs=1).state
