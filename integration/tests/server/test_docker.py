"""Behind Kestra's Docker runner our records arrive whole, and plain text and raw records do not.

The session `kestra-docker` also runs the tests of logs, data and limits in containers.
"""

import pytest
from kestra.reader import read
from support.flows import flow, in_each_language, script
from support.server import Server

ENDS = 20  # seconds after which a task whose script has ended is taken to run for ever


@in_each_language(
    python="""
        for length in [20, *range(960, 1000), 2000, 5000, 15360, 40000]:
            logger.info("x" * length)
    """,
    node="""
        const lengths = Array.from({ length: 40 }, (_, index) => 960 + index);
        for (const length of [20, ...lengths, 2000, 5000, 15360, 40000]) logger.info("x".repeat(length));
    """,
    shell="""
        for length in 20 $(seq 960 999) 2000 5000 15360 40000; do
          kestra_info "$(printf "%0${length}d" 0 | tr 0 x)"
        done
    """,
)
def test_records_of_any_length_arrive(server, task):
    """Records around a piece of 1,024 bytes, and of many pieces, arrive whole and in order."""
    lengths = [20, *range(960, 1000), 2000, 5000, 15360, 15360, 15360, 9280]

    execution = server.run(flow(task), expect_logs=len(lengths))

    assert [("INFO", "x" * length) for length in lengths] == execution.logs


@in_each_language(
    python=r"""
        text = "caf\u00e9 \u65e5\u672c \N{ROCKET} " * 500
        logger.info(text)
        logger.error(text)
        Kestra.outputs({"text": text})
    """,
    node=r"""
        const text = "caf\u00e9 \u65e5\u672c \u{1f680} ".repeat(500);
        logger.info(text);
        logger.error(text);
        Kestra.outputs({ text });
    """,
    shell=r"""
        text=$(printf 'caf\303\251 \346\227\245\346\234\254 \360\237\232\200 %.0s' $(seq 500); echo .)
        text=${text%.}
        kestra_info "$text"
        kestra_error "$text"
        kestra_outputs "text=$text"
    """,
)
def test_text_beyond_ascii_arrives(server, task):
    """Text of many pieces arrives on both streams and in outputs."""
    text = "caf\u00e9 \u65e5\u672c \N{ROCKET} " * 500

    execution = server.run(flow(task), expect_logs=2)

    assert [("ERROR", text), ("INFO", text)] == sorted(execution.logs)
    assert {"script": {"text": text}} == execution.outputs


def test_raw_text_is_damaged(server):
    """Raw characters are damaged in text on both streams and in outputs, as `kestra.reader` says."""
    lines = ["\u65e5" * 2000, '::{"outputs":{"text":"' + "\u65e5" * 2000 + '"}}::']
    task = script(
        "python",
        r"""
        text = ("\u65e5" * 2000).encode()
        os.write(1, text + b"\n")
        os.write(2, text + b"\n")
        os.write(1, b'::{"outputs":{"text":"' + text + b'"}' + b"}::\n")
        """,
    )

    execution = server.run(flow(task), expect_logs=2)

    assert ["ERROR", "INFO"] == sorted(level for level, _ in execution.logs)
    texts = [message for _, message in execution.logs] + [execution.outputs["script"]["text"]]
    assert [True] * 3 == ["\ufffd" in text for text in texts]
    assert [["misread"]] * 2 == [
        [each.kind for each in read(line.encode(), runner="docker")[0].problems] for line in lines
    ]


@in_each_language(
    python="""
        import time
        Kestra.outputs({"early": 1})
        for number in range(10000):
            logger.info(number)
            logger.warning(number)
        time.sleep(5)
        Kestra.outputs({"last": 1})
    """,
    node="""
        Kestra.outputs({ early: 1 });
        for (let number = 0; number < 10000; number++) {
          logger.info(number);
          logger.warn(number);
        }
        setTimeout(() => Kestra.outputs({ last: 1 }), 5000);
    """,
    shell="""
        kestra_outputs early:=1
        number=0
        while [ $number -lt 10000 ]; do
          kestra_info $number
          kestra_warn $number
          number=$((number + 1))
        done
        sleep 5
        kestra_outputs last:=1
    """,
)
def test_twenty_thousand_records_arrive_with_a_pause_at_the_end(server, task):
    """Each stream arrives whole and in order, and so do outputs that are printed early and after the pause."""
    execution = server.run(flow(task), expect_logs=20000)

    for level in ("INFO", "WARN"):
        assert [str(number) for number in range(10000)] == [text for name, text in execution.logs if name == level]
    assert {"script": {"early": 1, "last": 1}} == execution.outputs


@in_each_language(
    python="""
        logger.info("before")
        os.kill(os.getpid(), 15)
        logger.info("after")
    """,
    node="""
        logger.info("before");
        process.kill(process.pid, "SIGTERM");
        setTimeout(() => logger.info("after"), 5000);
    """,
    shell="""
        sh -c 'kill -TERM $$' || status=$?
        kestra_info before
        exit $status
    """,
)
def test_sigterm_loses_nothing(server, task):
    """The record before the signal is kept, and the task fails."""
    execution = server.run(flow(task))

    assert "FAILED" == execution.state
    assert ("INFO", "before") in execution.logs  # in any order with the shell's "Terminated", of the other stream
    assert "after" not in [message for _, message in execution.logs]


@in_each_language(
    python="""
        import logging
        Kestra.capture()
        logging.getLogger("app").warning("caf\\u00e9 " * 600)
    """,
    node="""
        require("@kestra-io/libs").capture();
        console.warn("caf\\u00e9 ".repeat(600));
    """,
    shell=r"""
        kestra_run -o WARN sh -c 'printf "%s \\n" "$(printf "caf\303\251 %.0s" $(seq 600))"'
    """,
)
def test_captured_text_beyond_ascii_arrives(server, task):
    """What capture sends is a record, so it arrives where the text itself would be damaged."""
    ((level, message),) = server.run(flow(task), expect_logs=1).logs

    assert ("WARN", " ".join(["caf\u00e9"] * 600)) == (level, message.strip())


NEVER_ENDING = {
    "assets of Python": script("python", 'logger.info("before")\nKestra.assets({"outputs": []})'),
    "assets of Node": script("node", 'logger.info("before");\nKestra.assets({ outputs: [] });'),
    "assets of the shell": script("shell", "kestra_info before\nkestra_assets outputs:='[]'"),
    "two types from the shell": script("shell", "kestra_info before\nkestra_counter two 1\nkestra_gauge two 1"),
    "two types from two processes": script(
        "python",
        """
        logger.info("before")
        for kind in ("counter", "gauge"):
            code = f"from kestra import Kestra; Kestra.{kind}('both', 1)"
            subprocess.run([sys.executable, "-c", code], check=True)
        """,
    ),
}


def test_only_assets_and_a_metric_of_two_types_bring_the_task_that_never_ends():
    """These calls cannot be refused, and their pages say so; test_limits.py shows that all others are refused."""
    with Server() as server:  # of its own, as such a task keeps a thread of the worker for ever
        numbers = {name: server.start(flow(task), timeout=ENDS) for name, task in NEVER_ENDING.items()}
        ended = {name: server.wait(number, timeout=ENDS) for name, number in numbers.items()}

    expected = {name: ("RUNNING", [("INFO", "before")]) for name in NEVER_ENDING}
    assert expected == {name: (execution.state, execution.logs) for name, execution in ended.items()}


@pytest.mark.parametrize(
    "task",
    [
        script("python", 'Kestra.counter("kept", 1)\nKestra.gauge("kept", 1)'),
        script("node", 'Kestra.counter("kept", 1);\nKestra.gauge("kept", 1);'),
    ],
    ids=["python", "node"],
)
def test_a_metric_of_two_types_in_one_process_is_refused(server, task):
    """Python and Node refuse the second type, so the task ends, with their error."""
    assert "FAILED" == server.run(flow(task)).state
