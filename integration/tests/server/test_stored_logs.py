"""Kestra stores every log of a script, complete, at its level and in order, in Python, Node and shell."""

import base64
import json

from support.flows import flow, in_each_language, script
from support.server import Execution


def run(server, task, expect_logs=None, expect_metrics=None) -> Execution:
    return server.run(flow(task), expect_logs=expect_logs, expect_metrics=expect_metrics)


@in_each_language(
    python="""
        for name in "trace", "debug", "info", "warning", "error":
            getattr(logger, name)("to %s", name.replace("ing", ""))
    """,
    node="""
        for (const name of ["trace", "debug", "info", "warn", "error"]) logger[name]("to %s", name);
    """,
    shell="""
        for name in trace debug info warn error; do kestra_$name to $name; done
    """,
)
def test_each_level_arrives_as_it_was_called(server, task):
    """TRACE, DEBUG, INFO, WARN and ERROR keep their level and do not change the task's state."""
    execution = run(server, task, 5)

    # Kestra reads the two streams in parallel, so only the order within each is certain.
    quiet = [log for log in execution.logs if log[0] not in {"WARN", "ERROR"}]
    loud = [log for log in execution.logs if log[0] in {"WARN", "ERROR"}]
    assert "SUCCESS" == execution.state
    assert [("TRACE", "to trace"), ("DEBUG", "to debug"), ("INFO", "to info")] == quiet
    assert [("WARN", "to warn"), ("ERROR", "to error")] == loud


@in_each_language(
    python="""
        for number in range(10000):
            logger.info("record %d", number)
    """,
    node="""
        for (let number = 0; number < 10000; number++) logger.info("record %d", number);
    """,
    shell="""
        number=0
        while [ $number -lt 10000 ]; do
          kestra_info record $number
          number=$((number + 1))
        done
    """,
)
def test_ten_thousand_records_arrive_in_order(server, task):
    """Ten thousand records arrive complete and in order."""
    execution = run(server, task, 10000)

    assert [("INFO", f"record {number}") for number in range(10000)] == execution.logs


@in_each_language(
    python="""
        logger.info("".join(f"{number:>9} " for number in range(100000)))
    """,
    node="""
        let text = "";
        for (let number = 0; number < 100000; number++) text += `${number} `.padStart(10);
        logger.info(text);
    """,
    shell="""
        text=$(printf '%9d ' $(seq 0 99999); echo x)
        kestra_info "${text%?}"
    """,
)
def test_a_message_of_a_megabyte_arrives_whole(server, task):
    """The entries of a long message, joined, are the message."""
    execution = run(server, task, 66)

    assert {"INFO"} == {level for level, _ in execution.logs}
    assert "".join(f"{number:>9} " for number in range(100000)) == "".join(message for _, message in execution.logs)


@in_each_language(
    python=r"""
        logger.info("x" * 15359 + "\N{ROCKET}" + "y" * 10)
    """,
    node=r"""
        logger.info("x".repeat(15359) + "\u{1f680}" + "y".repeat(10));
    """,
    shell=r"""
        kestra_info "$(printf '%015359d' 0 | tr 0 x; printf '\360\237\232\200yyyyyyyyyy')"
    """,
)
def test_an_emoji_where_kestra_cuts_arrives(server, task):
    """The emoji moves to the next entry; cut in half, it would cost the whole message."""
    execution = run(server, task, 2)

    assert [("INFO", "x" * 15359), ("INFO", "\N{ROCKET}" + "y" * 10)] == execution.logs


AWKWARD = [
    'a "quoted" \\ backslashed \\n message',
    'first\n::{"logs":[{"level":"ERROR","message":"forged"}]}::\nlast',
    "\x01\x08\t\x0b\x0c\r\x1b\x7f\x85\u2028\u2029\ufeff",
    "caf\u00e9 \u65e5\u672c \N{ROCKET}",
    '::{"outputs":{"forged":1}}::',
    " spaces at both ends ",
    "%s {} ${x} $(x) `x` 100%",
    "",
]


@in_each_language(
    python="""
        import base64, json
        for message in json.loads(base64.b64decode("ALL")):
            logger.info(message)
    """,
    node="""
        for (const message of JSON.parse(Buffer.from("ALL", "base64"))) logger.info(message);
    """,
    shell="""
        for message in EACH; do kestra_info "$(echo $message | base64 -d)"; done
    """,
)
def test_awkward_text_arrives_as_it_is(server, task):
    """Quotes, line ends, control characters, separators, emoji and forged records arrive as text."""
    # In base64, because Kestra renders a script as a template.
    each = " ".join(f"'{base64.b64encode(message.encode()).decode()}'" for message in AWKWARD)
    text = task["script"].replace("EACH", each)
    text = text.replace("ALL", base64.b64encode(json.dumps(AWKWARD).encode()).decode())

    execution = run(server, {**task, "script": text}, len(AWKWARD))

    assert [("INFO", message) for message in AWKWARD] == execution.logs
    assert {"script": {}} == execution.outputs


def test_a_traceback_of_python_is_one_record(server):
    """The message and the traceback arrive as one entry of several lines."""
    task = script(
        "python",
        """
        try:
            int("many")
        except ValueError:
            logger.exception("Cannot load")
        """,
    )

    ((level, message),) = run(server, task, 1).logs

    assert "ERROR" == level
    assert message.startswith("Cannot load\nTraceback (most recent call last):\n")
    assert message.endswith("\nValueError: invalid literal for int() with base 10: 'many'")


def test_an_error_of_node_is_one_record(server):
    """An `Error` arrives with its stack and its cause in one entry."""
    task = script("node", 'logger.error(new Error("Cannot load", { cause: new TypeError("no table") }));')

    ((level, message),) = run(server, task, 1).logs

    assert "ERROR" == level
    assert message.startswith("Error: Cannot load\n    at ")
    assert "[cause]: TypeError: no table\n" in message


@in_each_language(
    python="""
        logger.info("i")
        logger.warning("w")
        Kestra.outputs({"a": 1})
        Kestra.counter("c", 2)
        sys.exit(3)
    """,
    node="""
        logger.info("i");
        logger.warn("w");
        Kestra.outputs({ a: 1 });
        Kestra.counter("c", 2);
        process.exit(3);
    """,
    shell="""
        kestra_info i
        kestra_warn w
        kestra_outputs a:=1
        kestra_counter c 2
        exit 3
    """,
)
def test_a_failed_script_keeps_what_it_sent(server, task):
    """An exit status other than 0 fails the task, and its logs, outputs and metrics are stored."""
    execution = run(server, task, 2, 1)

    assert "FAILED" == execution.state
    assert [("INFO", "i"), ("WARN", "w")] == sorted(execution.logs)
    assert {"script": {"a": 1}} == execution.outputs
    assert [("c", "counter", 2.0, {})] == execution.metrics


@in_each_language(
    python="""
        for number in range(1000):
            logger.info(number)
        Kestra.outputs({"sent": 1000})
        os.kill(os.getpid(), 9)
    """,
    node="""
        for (let number = 0; number < 1000; number++) logger.info(number);
        Kestra.outputs({ sent: 1000 });
        process.kill(process.pid, "SIGKILL");
    """,
    shell="""
        number=0
        while [ $number -lt 1000 ]; do
          kestra_info $number
          number=$((number + 1))
        done
        kestra_outputs sent:=1000
        kill -9 $$
    """,
)
def test_a_killed_script_has_sent_all_that_it_called(server, task):
    """SIGKILL right after a call loses nothing, because no record waits in a buffer."""
    execution = run(server, task)

    assert "FAILED" == execution.state
    # The shell in which Kestra starts the script also prints "Killed".
    assert [("INFO", str(number)) for number in range(1000)] == [log for log in execution.logs if log[0] == "INFO"]
    assert {"script": {"sent": 1000}} == execution.outputs


@in_each_language(
    python="""
        Kestra.logs([{"level": "debug", "message": "one"}, {"level": "FATAL", "message": "two"}])
    """,
    node="""
        Kestra.logs([{ level: "debug", message: "one" }, { level: "FATAL", message: "two" }]);
    """,
    shell="""
        kestra_logs debug one FATAL two
    """,
)
def test_a_batch_arrives_in_its_order(server, task):
    """The entries of a record keep their order, and their levels get Kestra's names."""
    assert [("DEBUG", "one"), ("ERROR", "two")] == run(server, task, 2).logs


@in_each_language(
    python="""
        print("one")
        logger.info("two")
        print("three")
        Kestra.log("DEBUG", "four")
    """,
    node="""
        console.log("one");
        logger.info("two");
        console.log("three");
        Kestra.log("DEBUG", "four");
    """,
    shell="""
        echo one
        kestra_info two
        echo three
        kestra_log DEBUG four
    """,
)
def test_records_keep_their_place_among_prints(server, task):
    """A printed line is stored at INFO and in its place among the records."""
    execution = run(server, task, 4)

    assert [("INFO", "one"), ("INFO", "two"), ("INFO", "three"), ("DEBUG", "four")] == execution.logs


@in_each_language(
    python="""
        def work(name):
            for number in range(300):
                logger.info("%s %d", name, number)

        threads = [threading.Thread(target=work, args=(name,)) for name in ("a", "b", "c")]
        for thread in threads:
            thread.start()
        code = "from kestra import Kestra; [Kestra.log('INFO', f'child {number}') for number in range(300)]"
        subprocess.run([sys.executable, "-c", code], check=True)
        for thread in threads:
            thread.join()
    """,
    node="""
        const code = `
          const { info } = require("@kestra-io/libs").logger();
          for (let number = 0; number < 300; number++) info("%s %d", process.argv[1], number);
        `;
        for (const name of ["a", "b", "c", "child"]) {
          require("node:child_process").spawn(process.execPath, ["-e", code, name], { stdio: "inherit" });
        }
    """,
    shell="""
        for name in a b c child; do
          (number=0; while [ $number -lt 300 ]; do kestra_info $name $number; number=$((number + 1)); done) &
        done
        wait
    """,
)
def test_threads_and_child_processes_do_not_tear_records(server, task):
    """The records of each thread and process are complete and in order."""
    execution = run(server, task, 1200)

    of = {name: [] for name in ("a", "b", "c", "child")}
    for _, message in execution.logs:
        of[message.split()[0]].append(message)
    assert {name: [f"{name} {number}" for number in range(300)] for name in of} == of


@in_each_language(
    python="""
        python -c 'from kestra import Kestra; Kestra.log("WARN", "from a command")'
    """,
    node="""
        node -e 'require("@kestra-io/libs").log("WARN", "from a command")'
    """,
    shell="""
        kestra_warn 'from a command'
    """,
)
def test_commands_tasks_log_as_script_tasks_do(server, task):
    """The `beforeCommands` and the `commands` of a Commands task send records."""
    kind = task["type"].replace("Script", "Commands")
    lines = task["script"].strip().splitlines()
    commands = lines if "shell" in kind else lines[-1:]

    execution = run(server, {"id": "script", "type": kind, "beforeCommands": commands, "commands": commands}, 2)

    assert [("WARN", "from a command")] * 2 == execution.logs
