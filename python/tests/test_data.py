"""Outputs, metrics and assets: what arrives is exact, and what cannot is refused whole."""

import asyncio
import datetime as dt
import json
import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from kestra import Kestra, _api, _json, _wire


@pytest.fixture(autouse=True)
def no_metric_was_sent(monkeypatch):
    """A test does not know the names of another."""
    monkeypatch.setattr(_api, "_types", {})


def nested(levels):
    value = []
    for _ in range(levels - 1):
        value = [value]
    return value


def containing_itself():
    value = {"a": []}
    value["a"].append(value)
    return value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-(2**63), "-9223372036854775808"),
        (10**999, "1" + "0" * 999),
        (-(10**999), "-1" + "0" * 999),
        (5.0, "5.0"),
        (-0.0, "-0.0"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-5, "0.00001"),
        (1e-6, "0.000001"),
        (1.5e-6, "0.0000015"),
        (1e-7, "1e-7"),
        (-1.25e-7, "-1.25e-7"),
        (5e-324, "5e-324"),
        (123456789012345680.0, "123456789012345680.0"),
        (1e16, "10000000000000000.0"),
        (1e20, "100000000000000000000.0"),
        (1e21, "1e+21"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (True, "true"),
        (None, "null"),
        ("", '""'),
        ('\u00e9\U0001f680\u2028\x7f"\\\n', '"\\u00e9\\ud83d\\ude80\\u2028\\u007f\\"\\\\\\n"'),
        ("\ud83d\ude80", '"\\ud83d\\ude80"'),
        ([], "[]"),
        ({}, "{}"),
        (((1, 2.0), [None]), "[[1,2.0],[null]]"),
        ({"b": 1, "a": {"": 2}}, '{"b":1,"a":{"":2}}'),
        ({1: "i", None: "n", False: "b", 2.5: "f", 1e-7: "e"}, '{"1":"i","null":"n","false":"b","2.5":"f","1e-7":"e"}'),
        ([",1e-05,", 1e-5, "x1e-05", '"1e-05', 1e21], '[",1e-05,",0.00001,"x1e-05","\\"1e-05",1e+21]'),
        ("x" * 20_000_000, '"' + "x" * 20_000_000 + '"'),
    ],
    ids=lambda value: str(value)[:20] if not isinstance(value, str) else None,
)
def test_a_value_is_written_exactly(value, text, capfd):
    """Numbers keep their kind, maps their order, and text is printable ASCII."""
    Kestra.outputs({"v": value})

    assert ('::{"outputs":{"v":' + text + "}}::\n", "") == capfd.readouterr()


@pytest.mark.parametrize(
    ("outputs", "error", "text"),
    [
        ({"rows": [1, 2, 3, float("nan")]}, ValueError, 'outputs["rows"][3]: NaN is not a JSON number'),
        ({"a": {"b\n": float("-inf")}}, ValueError, 'outputs["a"]["b\\n"]: -Infinity is not a JSON number'),
        ({"": 1}, ValueError, 'outputs[""]: expected a non-empty string'),
        ([1], TypeError, "outputs: expected an object, got list"),
        (None, TypeError, "outputs: expected an object, got NoneType"),
        ("text", TypeError, "outputs: expected an object, got str"),
        ({"a": b"x"}, TypeError, 'outputs["a"]: expected a JSON value, got bytes: decode it, or encode it in base64'),
        ({"a": iter([1])}, TypeError, 'outputs["a"]: expected a JSON value, got list_iterator: pass list() of it'),
        ({"a": [1j]}, TypeError, 'outputs["a"][0]: expected a JSON value, got complex: pass its real and imag'),
        ({"a": object}, TypeError, 'outputs["a"]: expected a JSON value, got type'),
        ({"a": {(1, 2): 3}}, TypeError, 'outputs["a"]: expected a string as a key, got tuple'),
        ({"a": {1: 1, "1": 2}}, ValueError, 'outputs["a"]: duplicate key "1"'),
        ({True: 1, "true": 2}, ValueError, 'outputs: duplicate key "true"'),
        ({"a": 10**1000}, ValueError, 'outputs["a"]: expected a number of at most 1000 digits'),
        (
            {"a": containing_itself()},
            ValueError,
            'outputs["a"]["a"][0]: circular reference',
        ),
    ],
)
def test_what_cannot_arrive_exactly_is_refused_with_its_place(outputs, error, text, capfd):
    """The error says where, what was expected and what came; not one byte is written."""
    with pytest.raises(error) as caught:
        Kestra.outputs(outputs)

    assert text == str(caught.value)
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize("text", ["a\0", "\\u0000", "\\\\u0000", "\ud800", "\udfffx", "\ude80\ud83d"])
def test_text_that_kestra_cannot_store_is_refused_anywhere(text, capfd):
    """Such text is refused in values, keys, names and tags."""
    reason = ": expected a string without U+0000, the six characters \\u0000 and lone surrogates"
    calls = {
        'outputs["a"][1]': lambda: Kestra.outputs({"a": ["", text]}),
        'outputs["a"]': lambda: Kestra.outputs({"a": {text: 1}}),
        "outputs": lambda: Kestra.outputs({text: 1}),
        "gauge: name": lambda: Kestra.gauge(text, 1),
        'gauge "g": tags["a"]': lambda: Kestra.gauge("g", 1, {"a": text}),
        'gauge "g": tags': lambda: Kestra.gauge("g", 1, {text: "a"}),
        'assets["inputs"][0]["id"]': lambda: Kestra.assets({"inputs": [{"id": text}]}),
    }
    for place, call in calls.items():
        with pytest.raises(ValueError, match="expected a string without") as caught:
            call()

        assert place + reason == str(caught.value)
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize("call", [Kestra.outputs, Kestra.assets], ids=["outputs", "assets"])
def test_a_value_may_nest_998_deep_and_no_deeper(call, capfd):
    """Deeper values are refused, and even far deeper ones do not overflow the stack."""
    call({"a": nested(998)})
    assert 998 == capfd.readouterr().out.count("[")

    for levels in (999, 10_000, 200_000):
        with pytest.raises(ValueError, match="expected at most 1000 levels of nesting in a line"):
            call({"a": nested(levels)})
        with pytest.raises(ValueError, match="expected at most 1000 levels of nesting in a line"):
            call({"a": [{None}, nested(levels)]})
    assert ("", "") == capfd.readouterr()


def test_a_text_longer_than_kestra_reads_is_refused():
    """20,000,000 UTF-16 units, of which an emoji has two."""
    for text in ("x" * 20_000_001, "x" * 19_999_999 + "\U0001f680"):
        with pytest.raises(ValueError, match=r'outputs\["a"\]: expected a string of at most 20000000 UTF-16 units'):
            Kestra.outputs({"a": text})


def test_the_fast_and_the_checked_encoder_write_the_same(capfd):
    """A part that needs the checked encoder does not change the rest of the value."""
    value = {"a": [1, 2.5, -1e-7, 1e16, "\u00e9 1e-05", True, None, {"b": [[], {}]}]}
    Kestra.outputs(value)
    Kestra.outputs({"a": [*value["a"][:-1], {"b": (range(0), {})}]})

    quick, exact = capfd.readouterr().out.splitlines()
    assert quick == exact


@pytest.mark.parametrize(
    ("call", "type_"),
    [(Kestra.counter, "counter"), (Kestra.gauge, "gauge"), (Kestra.timer, "timer")],
    ids=["c", "g", "t"],
)
@pytest.mark.parametrize(
    ("tags", "text"),
    [
        (None, "{}"),
        ({}, "{}"),
        ({"b": "x", "a": ""}, '{"b":"x","a":""}'),
        ({"n": 5, "f": 2.0, "t": True, 1: "\u00e9"}, '{"n":"5","f":"2.0","t":"true","1":"\\u00e9"}'),
    ],
)
def test_a_metric_has_name_type_value_and_tags(call, type_, tags, text, capfd):
    """The members have this order, and a number or bool as a tag is its JSON text."""
    call("rows \u00e9", 3, tags)
    call(name="other", value=1.5) if type_ != "timer" else call(name="other", duration=1.5)

    first = f'::{{"metrics":[{{"name":"rows \\u00e9","type":"{type_}","value":3,"tags":{text}}}]}}::\n'
    second = f'::{{"metrics":[{{"name":"other","type":"{type_}","value":1.5,"tags":{{}}}}]}}::\n'
    assert (first + second, "") == capfd.readouterr()


@pytest.mark.parametrize(
    ("name", "value", "tags", "error", "text"),
    [
        (None, 1, None, TypeError, "counter: name: expected a string, got NoneType"),
        (True, 1, None, TypeError, "counter: name: expected a string, got bool"),
        ("", 1, None, ValueError, "counter: name: expected a non-empty string"),
        ("rows", True, None, TypeError, 'counter "rows": value: expected a number, got bool'),
        ("rows", None, None, TypeError, 'counter "rows": value: expected a number, got NoneType'),
        ("rows", "5,1", None, TypeError, 'counter "rows": value: expected a number, got str'),
        ("rows", [5], None, TypeError, 'counter "rows": value: expected a number, got list'),
        ("rows", float("nan"), None, ValueError, 'counter "rows": value: NaN is not a JSON number'),
        ("rows", 10**309, None, ValueError, 'counter "rows": value: expected a number in the range of a double'),
        (
            "rows",
            1,
            {"env": None},
            TypeError,
            'counter "rows": tags["env"]: expected a string, a number or a bool, got NoneType',
        ),
        (
            "rows",
            1,
            {"env": []},
            TypeError,
            'counter "rows": tags["env"]: expected a string, a number or a bool, got list',
        ),
        ("rows", 1, {"env": float("inf")}, ValueError, 'counter "rows": tags["env"]: Infinity is not a JSON number'),
        ("rows", 1, {"": "x"}, ValueError, 'counter "rows": tags[""]: expected a non-empty string'),
        ("rows", 1, {1: "x", "1": "y"}, ValueError, 'counter "rows": tags: duplicate key "1"'),
        ("rows", 1, ["x"], TypeError, 'counter "rows": tags: expected an object, got list'),
        ('"', 1, "x", TypeError, 'counter "\\"": tags: expected an object, got str'),
    ],
)
def test_a_metric_that_would_end_kestras_reading_is_refused(name, value, tags, error, text, capfd):
    """The error names the metric and the part of it."""
    with pytest.raises(error) as caught:
        Kestra.counter(name, value, tags)

    assert text == str(caught.value)
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5", "5"),
        ("7\n", "7"),
        (" \t\r\n-0.25 ", "-0.25"),
        ("1.50", "1.5"),
        ("1e2", "100.0"),
        ("1E-7", "1e-7"),
        ("-0", "0"),
        ("1" * 300, "1" * 300),
    ],
)
def test_text_of_a_json_number_is_the_value_of_a_metric(value, text, capfd):
    """A number from a file, a command or the environment arrives as the number that it is."""
    Kestra.gauge("g", value)

    assert f'"value":{text},' in capfd.readouterr().out


@pytest.mark.parametrize(
    "value",
    [
        *("", " ", "1,5", "0x10", "+1", ".5", "5.", "1e", "1e+", "-", "007", "-01", "1_000", "NaN", "Infinity", "1 2"),
        *("true", "null", "\u00a05", "\uff15", "5\f", '"5"', "[5]", "e5", "--1", "1.5.2", "1e2e3", "1e2.5"),
    ],
)
def test_text_of_no_json_number_is_refused(value):
    """A string that only Python or another language reads as a number is refused."""
    with pytest.raises(TypeError, match='gauge "g": value: expected a number, got str'):
        Kestra.gauge("g", value)


def test_text_of_a_number_beyond_kestras_limits_is_refused():
    """The limits are those of numbers."""
    for value, reason in (("1e400", "in the range of a double"), ("1" * 5_000, "of at most 1000 digits")):
        with pytest.raises(ValueError, match=f'gauge "g": value: expected a number {reason}'):
            Kestra.gauge("g", value)


@pytest.mark.parametrize(("name", "text"), [(2024, "2024"), (2.5, "2.5"), (-1, "-1"), (1e-7, "1e-7")])
def test_the_name_of_a_metric_may_be_a_number(name, text, capfd):
    """A number as a name is sent as its JSON text, and is the same name as that text."""
    Kestra.counter(name, 1)
    with pytest.raises(ValueError, match=f'gauge "{text}": already sent as a counter'):
        Kestra.gauge(text, 1)

    assert f'"name":"{text}"' in capfd.readouterr().out


@pytest.mark.parametrize("tags", [None, {}, "", [], (), 0, False, 0.0, set(), range(0)])
def test_tags_that_are_empty_are_none(tags, capfd):
    """Empty tags of any type are no tags."""
    Kestra.counter("c", 1, tags)

    assert '"tags":{}' in capfd.readouterr().out


def test_a_name_keeps_the_type_that_it_was_sent_as(capfd):
    """Another type is refused, also before a callable runs; a refused call does not count."""
    ran = []
    with pytest.raises(TypeError):
        Kestra.gauge("rows", "x")
    Kestra.counter("rows", 1)
    for call in (
        lambda: Kestra.gauge("rows", 1),
        lambda: Kestra.timer("rows", lambda: ran.append(1)),
        lambda: Kestra.timer("rows"),
    ):
        with pytest.raises(ValueError, match='"rows": already sent as a counter'):
            call()

    Kestra.counter("rows", 2)
    assert ([], 2) == (ran, capfd.readouterr().out.count("\n"))


@pytest.fixture
def timers(capfd):
    """Return (name, seconds, tags) of the timers that were sent."""

    def _timers():
        metrics = [json.loads(line[2:-2])["metrics"][0] for line in capfd.readouterr().out.splitlines()]
        assert {"timer"} >= {metric["type"] for metric in metrics}
        return [(metric["name"], metric["value"], metric["tags"]) for metric in metrics]

    return _timers


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (0, "0"),
        (1.5, "1.5"),
        (-0.0001, "-0.0001"),
        (-9_000_000_000, "-9000000000"),
        (dt.timedelta(seconds=-2), "-2.0"),
        ("1.5\n", "1.5"),
        (9_000_000_000, "9000000000"),
        (dt.timedelta(days=1, microseconds=1), "86400.000001"),
        (dt.timedelta(seconds=2), "2.0"),
        (dt.timedelta(days=98_000, seconds=3_599, microseconds=999_999), "8467203599.999999"),
    ],
)
def test_a_duration_is_sent_as_seconds(duration, text, capfd):
    """A timedelta to its last microsecond."""
    Kestra.timer("load", duration)

    assert f'"value":{text},' in capfd.readouterr().out


@pytest.mark.parametrize(
    ("duration", "error", "text"),
    [
        (-9_000_000_001, ValueError, "expected from -9000000000 to 9000000000 seconds, got -9000000001"),
        (9_000_000_000.000002, ValueError, "expected from -9000000000 to 9000000000 seconds, got 9000000000.000002"),
        (None, TypeError, "expected a number, got NoneType"),
        ("PT1S", TypeError, "expected a number, got str"),
    ],
)
def test_a_duration_out_of_range_is_refused(duration, error, text):
    """Kestra has none beyond 292 years."""
    with pytest.raises(error) as caught:
        Kestra.timer("load", duration)

    assert f'timer "load": value: {text}' == str(caught.value)


def test_a_callable_is_timed_and_its_result_returned(timers):
    """The clock is monotonic."""
    before = time.perf_counter()
    assert "result" == Kestra.timer("work", lambda: time.sleep(0.02) or "result", {"a": "b"})
    after = time.perf_counter()

    ((name, seconds, tags),) = timers()
    assert ("work", {"a": "b"}) == (name, tags)
    assert 0.02 <= seconds <= after - before


def test_a_block_is_timed_and_may_nest(timers):
    """The inner timer is sent first."""
    with Kestra.timer("outer", tags={"a": "b"}) as timer, timer, Kestra.timer("inner"):
        pass

    sent = timers()
    assert ["inner", "outer", "outer"] == [name for name, *_ in sent]
    assert all(0 <= seconds < 10 for _, seconds, _ in sent)


def test_a_decorated_function_is_timed_at_each_call(timers):
    """The function keeps its name, its signature and its result, also when it calls itself."""

    @Kestra.timer("f")
    def countdown(number, *, step=1):
        """Count down."""
        return countdown(number - step) if number > 0 else "done"

    assert ("done", "countdown", "Count down.") == (countdown(2), countdown.__name__, countdown.__doc__)
    assert ["f", "f", "f"] == [name for name, *_ in timers()]


def test_async_functions_and_blocks_are_timed_until_they_are_done(timers):
    """A decorated coroutine function stays one."""

    @Kestra.timer("function")
    async def work():
        async with Kestra.timer("block"):
            await asyncio.sleep(0.02)
        return "result"

    async def main():
        return await Kestra.timer("callable", work)

    assert "result" == asyncio.run(main())
    assert asyncio.iscoroutinefunction(work) if sys.version_info < (3, 14) else True
    sent = timers()
    assert ["block", "function", "callable"] == [name for name, *_ in sent]
    assert all(seconds >= 0.02 for _, seconds, _ in sent)


def test_what_raises_is_timed_and_its_exception_passed_on(timers):
    """A callable, a block, a function or a coroutine that raises is timed, and its exception is passed on."""

    def fail():
        raise LookupError("mine")

    @Kestra.timer("coroutine")
    async def fail_later():
        fail()

    with pytest.raises(LookupError, match="mine"):
        Kestra.timer("callable", fail)
    with pytest.raises(LookupError, match="mine"), Kestra.timer("block"):
        fail()
    with pytest.raises(LookupError, match="mine"):
        Kestra.timer("function")(fail)()
    with pytest.raises(LookupError, match="mine"):
        asyncio.run(fail_later())

    assert ["callable", "block", "function", "coroutine"] == [name for name, *_ in timers()]


def test_a_timer_is_refused_before_anything_runs():
    """A bad name or tag does not cost two hours of work."""
    ran = []
    for refused in (
        lambda: Kestra.timer("", lambda: ran.append(1)),
        lambda: Kestra.timer("a", lambda: ran.append(1), 5),
    ):
        with pytest.raises((TypeError, ValueError)):
            refused()
    with pytest.raises(TypeError, match='timer "a": tags'):
        Kestra.timer("a", tags={"x": None})

    assert [] == ran


def test_assets_are_sent_as_they_are(capfd):
    """Assets are sent unchanged, in the caller's order."""
    Kestra.assets({"outputs": [{"id": "t", "type": "TABLE"}], "inputs": []})

    assert ('::{"assets":{"outputs":[{"id":"t","type":"TABLE"}],"inputs":[]}}::\n', "") == capfd.readouterr()


CALLS = 'Kestra.outputs({"a": 1})', 'Kestra.counter("a", 1)', 'Kestra.timer("t", 1)', "Kestra.assets({})"


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("closing", ["os.close(1)", "sys.stdout.close()", "sys.stdout = None"])
@pytest.mark.parametrize("python", [(), ("-u",)], ids=["buffered", "unbuffered"])
def test_data_for_a_closed_stream_is_an_error(run, call, closing, python):
    """Unlike a log: what was to arrive did not."""
    script = f"""
        import os, sys
        from kestra import Kestra
        {closing}
        try:
            {call}
        except OSError as error:
            os._exit(7)
    """

    assert 7 == run(script, python=python).returncode


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")
@pytest.mark.parametrize("call", CALLS)
def test_data_for_a_full_disk_is_an_error(run, call):
    """The error says that the disk is full."""
    script = f"""
        from kestra import Kestra
        try:
            {call}
        except OSError as error:
            print(error.strerror, file=__import__("sys").stderr)
    """
    with Path("/dev/full").open("wb") as full:
        assert b"No space left on device\n" == run(script, stdout=full).stderr


def test_data_for_a_vanished_reader_is_an_error(run):
    """A script that ends by it says why."""
    reader, writer = os.pipe()
    os.close(reader)
    done = run("from kestra import Kestra; Kestra.outputs({'a': 1})", stdout=writer)
    os.close(writer)

    assert done.stderr.endswith(b"BrokenPipeError: [Errno 32] Broken pipe\n")


def test_a_timer_that_cannot_be_sent_does_not_hide_the_exception(run):
    """The first error is passed on."""
    script = """
        import os
        from kestra import Kestra
        os.close(1)
        with Kestra.timer("t"):
            raise LookupError("mine")
    """
    done = run(script, stderr=subprocess.PIPE)

    assert done.stderr.endswith(b"LookupError: mine\n")


def test_one_output_loads_nothing_but_the_package(run):
    """The start of a script costs no module more."""
    script = """
        import sys
        before = {*sys.modules, "_json", "atexit", "itertools"}  # which are part of the interpreter
        from kestra import Kestra
        Kestra.outputs({"a": [1, 2.5, "x", None, {"b": 1e-7}]})
        Kestra.counter("c", 1, {"a": "b"})
        with Kestra.timer("t"): pass
        print(*sorted(set(sys.modules) - before), file=sys.stderr)
    """

    assert b"kestra kestra._api kestra._json kestra._stream kestra._wire\n" == run(script).stderr


def test_the_two_ways_to_text_agree_on_generated_values():
    """Wherever CPython's encoder is trusted, it writes what the exact way does."""
    import random

    random.seed(3)
    leaves = [
        lambda: random.randint(-(10 ** random.randint(0, 30)), 10 ** random.randint(0, 30)),
        lambda: random.uniform(-1, 1) * 10 ** random.randint(-30, 30),
        lambda: 10.0 ** random.randint(-30, 30),
        lambda: "".join(random.choices('ab"\\e-51,:[]{}\n\u00e9\U0001f680 ', k=random.randint(0, 12))),
        lambda: random.choice([None, True, ",1e-05,", "\\", -0.0, 5e-324]),
    ]

    def value(depth):
        kind = random.random()
        if depth > 4 or kind < 0.5:
            return random.choice(leaves)()
        if kind < 0.75:
            return [value(depth + 1) for _ in range(random.randint(0, 4))]
        return {f"{random.choice(['a', '1e-05', chr(34)])}{i}": value(depth + 1) for i in range(random.randint(0, 4))}

    quick = 0
    for _ in range(5_000):
        generated = value(0)
        text = _json.encode_fast(generated, 1_000)
        exact = "".join(_json.encode_checked(generated, "generated", 1_000))
        quick += text is not None
        assert exact == (exact if text is None else text)
        assert repr(generated) == repr(json.loads(exact))
    assert quick > 3_000


def test_a_named_tuple_is_an_object_among_however_many_values(run):
    """A named tuple is an object also among many values."""
    script = """
        import collections, gc, sys
        from kestra import Kestra
        row = collections.namedtuple("Row", "a")(1)
        rows = [{"n": [n]} for n in range(20_000)]
        for _ in range(2):
            Kestra.outputs({"rows": rows, "row": row})
            gc.freeze()
        del row
        rows[0][5] = 1
        Kestra.outputs({"rows": rows, "last": 1})
    """
    lines = run(script).stdout.splitlines()

    assert [True, True] == [line.endswith(b',"row":{"a":1}}}::') for line in lines[:2]]
    assert lines[2].startswith(b'::{"outputs":{"rows":[{"n":[0],"5":1},{"n":[1]},')
    assert lines[2].endswith(b'{"n":[19999]}],"last":1}}::')


@pytest.mark.parametrize("size", [1, 1_000_000])
@pytest.mark.parametrize(
    "value",
    [
        [["::{", ":" * (number % 7), "é{", "{"] for number in range(60_000)],
        {f"::{{{number}": ":::{" for number in range(40_000)},
        "::{" * 200_000,
        {"a": "::{" * 100_000, "b": ["::{" * 100_000, "::", "{"] * 3},
    ],
    ids=["list", "dict", "string", "strings"],
)
def test_a_long_line_is_the_line_of_its_text(capsys, monkeypatch, value, size):
    """However long it is, and in whatever blocks it becomes bytes, a line has the same text."""
    monkeypatch.setattr(_wire, "BLOCK", size)
    Kestra.outputs({"v": value})
    line = capsys.readouterr().out

    assert Kestra.format({"outputs": {"v": value}}) + "\n" == line
    assert value == json.loads(line[2:-3])["outputs"]["v"]
    assert 0 == line[2:].count("::{")


def test_a_long_line_reaches_a_pipe_once_and_whole(run):
    """It begins a line of its own, and a mistake in the last of its members keeps back all of it."""
    script = """
        from kestra import Kestra
        rows = [{"n": number, "name": "a name"} for number in range(100_000)]
        Kestra.outputs({"rows": rows})
        rows[-1]["n"] = float("nan")
        print("unfinished", end="")
        try:
            Kestra.outputs({"rows": rows})
        except ValueError as error:
            print(f" {error}", end="", flush=True)
        rows[-1]["n"] = 0
        Kestra.outputs({"rows": rows})
    """
    first, text, last, end = run(script).stdout.split(b"\n")

    assert b'unfinished outputs["rows"][99999]["n"]: NaN is not a JSON number' == text
    assert b"" == end
    assert first.replace(b'"n":99999', b'"n":0') == last
    assert 100_000 == len(json.loads(first[2:-2])["outputs"]["rows"])


def test_numbers_as_keys_do_not_meet_text_unseen(run):
    """Two keys with one text are found in a large value, too."""
    script = """
        from kestra import Kestra
        rows = [{"n": [n]} for n in range(20_000)]
        rows[7].update({1: "a", "1": "b"})
        try:
            Kestra.outputs({"rows": rows})
        except ValueError as error:
            print(error)
    """

    assert b'outputs["rows"][7]: duplicate key "1"\n' == run(script).stdout


def test_a_python_without_cpythons_encoder_sends_the_same_bytes():
    """PyPy has no module `_json`: what that does is done in Python there, so no record differs."""
    script = """
        import sys
        if not sys.argv[1:]:
            sys.modules["_json"] = None
        from kestra import Kestra
        Kestra.log("INFO", "\\u00e9 \\" \\\\ \\t \\U0001f680")
        Kestra.outputs({"a": [1.5, 1e-7, 1e16, -0.0, None, True, {"\\u00e9": "\\x7f"}], "b": range(3), "c": 10**30})
        for wrong in (float("nan"), 10**1000, "\\0", {1: 1, "1": 2}):
            try:
                Kestra.outputs({"wrong": wrong})
            except ValueError as error:
                print(error)
    """
    lines = [
        subprocess.run([sys.executable, "-c", textwrap.dedent(script), *argument], stdout=subprocess.PIPE, check=True)
        for argument in ([], ["with"])
    ]

    assert lines[1].stdout == lines[0].stdout
    assert 6 == lines[0].stdout.count(b"\n")
