"""Kestra stores outputs and metrics exactly, and later tasks can read them."""

from support.flows import flow, in_each_language, script

OUTPUTS = {
    "text": 'caf\u00e9 \N{ROCKET} \u2028 "quoted"\nnext line',
    "big": 10**30,
    "negative": -(2**63) - 1,
    "five": 5,
    "half": 0.5,
    "tiny": 5e-324,
    "yes": True,
    "nested": {"list": [1, [2, {"deep": "x"}], None], "": {}},
}


@in_each_language(
    python=r"""
        Kestra.outputs({"text": 'caf\u00e9 \N{ROCKET} \u2028 "quoted"\nnext line', "big": 10**30})
        Kestra.outputs({"negative": -2**63 - 1, "five": 5, "half": 0.5, "tiny": 5e-324, "yes": True})
        Kestra.outputs({"nested": {"list": [1, (2, {"deep": "x"} ), None], "": {} } })
    """,
    node=r"""
        Kestra.outputs({ text: 'caf\u00e9 \u{1f680} \u2028 "quoted"\nnext line', big: 10n ** 30n });
        Kestra.outputs({ negative: -(2n ** 63n) - 1n, five: 5, half: 0.5, tiny: 5e-324, yes: true });
        Kestra.outputs({ nested: { list: [1, [2, { deep: "x" } ], null], "": {} } });
    """,
    shell=r"""
        kestra_outputs text:='"caf\u00e9 \ud83d\ude80 \u2028 \"quoted\"\nnext line"'
        kestra_outputs big:=1000000000000000000000000000000
        kestra_outputs negative:=-9223372036854775809 five:=5 half:=0.5 tiny:=5e-324 yes:=true
        kestra_outputs nested:='{"list":[1,[2,{"deep":"x"} ],null],"":{} }'
    """,
)
def test_outputs_are_there_for_the_next_task(server, task):
    """Strings, big integers, fractions and nested values are stored exactly, and the next task's templates see them."""
    reader = script(
        "shell",
        """
        cat <<'end'
        {{ outputs.script.vars.big }} {{ outputs.script.vars.negative }} {{ outputs.script.vars.five / 2 }}
        {{ outputs.script.vars.nested.list[1][1].deep }} {{ outputs.script.vars.half }} {{ outputs.script.vars.text }}
        end
        """,
        name="reader",
    )

    execution = server.run(flow(task, reader), expect_logs=3)

    assert {"script": "SUCCESS", "reader": "SUCCESS"} == execution.task_states
    assert OUTPUTS == execution.outputs["script"]
    assert [int, int] == [type(execution.outputs["script"][name]) for name in ("big", "five")]
    assert [
        ("INFO", "1000000000000000000000000000000 -9223372036854775809 2"),
        ("INFO", 'x 0.5 caf\u00e9 \N{ROCKET} \u2028 "quoted"'),
        ("INFO", "next line"),
    ] == execution.logs


def test_a_float_stays_a_float(server):
    """A template divides Python's 5.0 as a float and 5 as an integer."""
    writer = script("python", 'Kestra.outputs({"float": 5.0, "integer": 5})', name="writer")
    reader = script("shell", "echo {{ outputs.writer.vars.float / 2 }} {{ outputs.writer.vars.integer / 2 }}")

    assert [("INFO", "2.5 2")] == server.run(flow(writer, reader), expect_logs=1).logs


@in_each_language(
    python="""
        Kestra.outputs({"a": 1, "b": {"x": 1} })
        Kestra.outputs({"b": {"y": 2}, "c": 3})
    """,
    node="""
        Kestra.outputs({ a: 1, b: { x: 1 } });
        Kestra.outputs({ b: { y: 2 }, c: 3 });
    """,
    shell="""
        kestra_outputs a:=1 b:='{"x":1}'
        kestra_outputs b:='{"y":2}' c:=3
    """,
)
def test_a_later_output_replaces_the_earlier(server, task):
    """The outputs of several calls are merged, and the last value of a name wins."""
    execution = server.run(flow(task), expect_logs=0)

    assert {"script": {"a": 1, "b": {"y": 2}, "c": 3}} == execution.outputs


@in_each_language(
    python=r"""
        from datetime import timedelta
        Kestra.counter("rows", 3, {"table": "orders", "partition": 7})
        Kestra.counter("rows", 4, {"table": "orders", "partition": 7})
        Kestra.counter("rows", 1)
        Kestra.gauge("fill", 0.25)
        Kestra.gauge("fill", 0.5)
        Kestra.gauge("fill", -0.75, {"caf\u00e9": "\N{ROCKET}"})
        Kestra.timer("load", 1.5)
        Kestra.timer("load", timedelta(minutes=2), {"step": ""})
    """,
    node=r"""
        Kestra.counter("rows", 3, { table: "orders", partition: 7 });
        Kestra.counter("rows", 4, { table: "orders", partition: 7 });
        Kestra.counter("rows", 1);
        Kestra.gauge("fill", 0.25);
        Kestra.gauge("fill", 0.5);
        Kestra.gauge("fill", -0.75, { "caf\u00e9": "\u{1f680}" });
        Kestra.timer("load", 1.5);
        Kestra.timer("load", 120, { step: "" });
    """,
    shell=r"""
        kestra_counter rows 3 table=orders partition=7
        kestra_counter rows 4 table=orders partition=7
        kestra_counter rows 1
        kestra_gauge fill 0.25
        kestra_gauge fill 0.5
        kestra_gauge fill -0.75 "$(printf 'caf\303\251=\360\237\232\200')"
        kestra_timer load 1.5
        kestra_timer load 120 step=
    """,
)
def test_metrics_arrive_with_value_and_tags(server, task):
    """Counters of the same name and tags add up, gauges keep the last value, and timers are in milliseconds."""
    execution = server.run(flow(task), expect_logs=0, expect_metrics=6)

    assert "SUCCESS" == execution.state
    assert [
        ("fill", "gauge", -0.75, {"caf\u00e9": "\N{ROCKET}"}),
        ("fill", "gauge", 0.5, {}),
        ("load", "timer", 1500.0, {}),
        ("load", "timer", 120000.0, {"step": ""}),
        ("rows", "counter", 1.0, {}),
        ("rows", "counter", 7.0, {"table": "orders", "partition": "7"}),
    ] == sorted(execution.metrics, key=lambda metric: (metric[0], metric[2]))


@in_each_language(
    python="""
        with Kestra.timer("load"):
            logger.info("loading")
    """,
    node="""
        Kestra.timer("load", () => logger.info("loading"));
    """,
    shell="""
        kestra_time load kestra_info loading
    """,
)
def test_a_measured_time_arrives(server, task):
    """A timer sends the time that it measured, and Kestra keeps whole milliseconds."""
    execution = server.run(flow(task), expect_logs=1, expect_metrics=1)

    ((name, kind, value, tags),) = execution.metrics
    assert ("load", "timer", {}) == (name, kind, tags)
    assert value >= 0
    assert value == int(value)
