"""Batches: what is logged within a moment is one record, and nothing is lost, doubled or out of order."""

import io
import json
import os
import re
import subprocess
import sys
import textwrap
import time

import pytest
from kestra import Kestra, _batch
from kestra.commands.run import BOOTSTRAP

# A moment lasts a minute, so that what is one record does not depend on the machine.
HEAD = """
import os, sys, threading, time
from kestra import Kestra, _batch
log, logger = Kestra.log, Kestra.logger()
_batch.SECONDS = _batch.PATIENCE = 60
"""
ENTRY = '{"level":"%s","message":"%s"}'
posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX only")
UNBUFFERED = pytest.mark.parametrize("python", [(), ("-u",)], ids=["buffered", "unbuffered"])


@pytest.fixture(autouse=True)
def kubernetes(monkeypatch):
    """Run each script as on Kubernetes; in Docker there is a record that says that batches are of no use there."""
    monkeypatch.setenv("KUBERNETES_SERVICE_HOST", "10.0.0.1")
    monkeypatch.setattr(_batch, "SECONDS", 60)


def record(*entries):
    """Return the line of a record of entries, each a level and a message."""
    return '::{"logs":[' + ",".join(ENTRY % entry for entry in entries) + "]}::\n"


def infos(*messages):
    """Return the line of a record of entries at INFO."""
    return record(*(("INFO", message) for message in messages))


@pytest.fixture
def lines(run):
    """Run a script, and return what both streams got."""

    def _lines(script, *, python=()):
        done = run(HEAD + textwrap.dedent(script), python=python)
        assert 0 == done.returncode, done.stderr
        return done.stdout.decode(), done.stderr.decode()

    return _lines


def test_logs_of_a_moment_are_one_record(lines):
    """The calls for one log and for several, and the logger, join."""
    script = """
        with Kestra.batch():
            log("INFO", "a")
            logger.debug("b")
            Kestra.logs([dict(level="TRACE", message="c"), dict(level="INFO", message="d")])
    """

    assert (record(("INFO", "a"), ("DEBUG", "b"), ("TRACE", "c"), ("INFO", "d")), "") == lines(script)


def test_a_record_has_32_entries_at_most(lines):
    """A call with several logs is not divided."""
    script = """
        with Kestra.batch():
            for number in range(70):
                log("INFO", number)
            Kestra.logs([dict(level="INFO", message=number) for number in range(27)])
            Kestra.logs([dict(level="INFO", message=number) for number in range(40)])
    """
    numbers = range(32), range(32, 64), range(64, 70), range(27), range(40)

    assert "".join(infos(*each) for each in numbers) == lines(script)[0]


def test_a_record_has_4096_bytes_at_most(lines):
    """A pipe takes so many bytes in one piece; only a log that is longer alone has more."""
    script = """
        with Kestra.batch():
            for length in [1330, 1330, 1331, 1330, 1331, 1331, 5000, 20000, 1]:
                log("INFO", "x" * length)
    """
    output, _ = lines(script)
    lengths = [[len(entry["message"]) for entry in json.loads(line[2:-2])["logs"]] for line in output.splitlines()]

    assert [[1330, 1330, 1331], [1330, 1331], [1331], [5000], [15360, 4640], [1]] == lengths
    assert 4096 == len(output.splitlines(keepends=True)[0])


def test_nested_batches_are_one(lines):
    """The outermost sends, also if it is entered again by the same object."""
    script = """
        batch = Kestra.batch()
        with batch:
            log("INFO", "a")
            with batch, Kestra.batch():
                log("INFO", "b")
            log("INFO", "c")
        log("INFO", "d")
        with batch:
            log("INFO", "e"); log("INFO", "f")
    """

    assert (infos(*"abc") + infos("d") + infos(*"ef"), "") == lines(script)


def test_an_error_is_sent_at_once_with_what_was_logged_before(lines):
    """A record goes to standard error as a whole if one of its entries does."""
    script = """
        with Kestra.batch():
            log("INFO", "a"); log("WARN", "b"); log("INFO", "c"); log("ERROR", "d")
            os.write(2, b"now\\n")
            log("INFO", '{"level":"ERROR","message":"e"}'); log("INFO", "f")
    """
    output, errors = lines(script)

    assert record(("INFO", "a"), ("WARN", "b"), ("INFO", "c"), ("ERROR", "d")) + "now\n" == errors
    assert infos(r"{\"level\":\"ERROR\",\"message\":\"e\"}", "f") == output


@pytest.mark.parametrize(
    "call",
    [
        "Kestra.outputs({'a': 1})",
        "Kestra.assets({'inputs': []})",
        "Kestra.counter('a', 1)",
        "Kestra.gauge('a', 1)",
        "Kestra.timer('a', 1)",
        "print('text')",
        "print(Kestra.format({'logs': []}), end='')",
        "print('text', file=sys.stderr)",
        "sys.stdout.buffer.write(b'text')",
    ],
)
@UNBUFFERED
def test_what_is_no_log_keeps_its_place(run, call, python):
    """Data and printed text come behind what was logged before, and before what is logged after."""
    script = f"""
with Kestra.batch():
    log("INFO", "before"); log("INFO", "b")
    {call}
    log("INFO", "after"); log("INFO", "a")
    """
    output = run(HEAD + script, python=python, stderr=subprocess.STDOUT).stdout.decode()
    before, _, after = output.rpartition(infos("after", "a"))

    assert before.startswith(infos("before", "b"))
    assert len(before) > len(infos("before", "b"))
    assert "" == after


def test_a_log_waits_for_50_ms_at_most(lines):
    """A thread sends what is held, though the script makes no call."""
    script = """
        _batch.SECONDS = 0.05
        received, sender = os.pipe()
        os.dup2(sender, 1)
        with Kestra.batch():
            start = time.monotonic()
            log("INFO", "a")
            line = os.read(received, 4096)
            waited = time.monotonic() - start
        os.write(2, line + str(waited >= 0.05).encode())
    """

    assert infos("a") + "True" == lines(script)[1]


@posix
def test_no_thread_is_left(lines):
    """The thread begins with the first log and has ended with the batch."""
    script = """
        def threads():
            return str(len(os.listdir("/proc/self/task")))
        counts = threads()
        with Kestra.batch():
            counts += threads()
            log("INFO", "a")
            counts += threads()
        sys.stderr.write(counts + threads())
    """

    assert "1121" == lines(script)[1]


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        ("pass", 0),
        ("raise KeyError", 1),
        ("sys.exit(3)", 3),
        ("signal.signal(15, lambda *_: sys.exit(4)); os.kill(os.getpid(), 15); time.sleep(9)", 4),
        ("import atexit; atexit.register(log, 'INFO', 'c')", 0),
    ],
)
@pytest.mark.parametrize("batch", ["with Kestra.batch():", "Kestra.batch().__enter__()\nif True:"])
def test_nothing_is_lost_at_the_end(run, batch, ending, status):
    """All is there when the block raises, or the process ends within it."""
    done = run(f"{HEAD}import signal\n{batch}\n log('INFO', 'a'); log('INFO', 'b')\n {ending}\n")
    messages = [entry["message"] for line in done.stdout.splitlines() for entry in json.loads(line[2:-2])["logs"]]

    assert (status, ["a", "b"] + ["c"] * ("atexit" in ending)) == (done.returncode, messages)


@posix
@pytest.mark.parametrize(
    "end", ["os._exit(0)", "sys.exit()", "\n  with Kestra.batch(): log('INFO', 'c'); log('INFO', 'd')\n  os._exit(0)"]
)
def test_a_fork_neither_loses_nor_doubles(lines, end):
    """What is held is the parent's; the child begins without a batch, so that `os._exit` loses nothing."""
    script = f"""
with Kestra.batch():
 log("INFO", "a"); log("INFO", "b")
 if not (child := os.fork()):
  log("INFO", "child"); {end}
 os.waitpid(child, 0)
 log("INFO", "e"); log("INFO", "f")
    """
    own = infos("c", "d") if "with" in end else ""

    assert infos("a", "b") + infos("child") + own + infos("e", "f") == lines(script, python=("-W", "error"))[0]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
@posix
def test_workers_of_multiprocessing_lose_nothing(tmp_path, method):
    """Each worker may have a batch of its own."""
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(f"""
        import multiprocessing
        from kestra import Kestra, _batch
        _batch.SECONDS = 60
        def work(name):
            Kestra.log("INFO", name)
            with Kestra.batch():
                Kestra.log("INFO", name + "a"); Kestra.log("INFO", name + "b")
        if __name__ == "__main__":
            with Kestra.batch():
                Kestra.log("INFO", "a"); Kestra.log("INFO", "b")
                worker = multiprocessing.get_context("{method}").Process(target=work, args=("w",))
                worker.start(); worker.join()
                Kestra.log("INFO", "c"); Kestra.log("INFO", "d")
        """)
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, timeout=60, check=True)

    worker = infos("w") + infos("wa", "wb")
    # A child that is not forked writes while the parent holds its logs.
    own = (infos("a", "b"), infos("c", "d")) if method == "fork" else ("", infos(*"abcd"))
    assert own[0] + worker + own[1] == done.stdout.decode()


def test_8_threads_lose_nothing_and_keep_their_order(run):
    """All threads share the batch."""
    script = """
        def work(name):
            for number in range(5000):
                log("INFO", f"{name} {number}")
        with Kestra.batch():
            threads = [threading.Thread(target=work, args=(name,)) for name in range(8)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
    """
    output = run(HEAD + textwrap.dedent(script)).stdout.splitlines()
    entries = [json.loads(line[2:-2])["logs"] for line in output]
    messages = [entry["message"].split() for each in entries for entry in each]

    assert 8 * 5000 == len(messages)
    for name in "01234567":
        assert [str(number) for number in range(5000)] == [number for owner, number in messages if owner == name]
    assert {32} == set(map(len, entries))


def test_tasks_of_asyncio_share_the_batch(lines):
    """Their logs are one record, in the order in which they were made."""
    script = """
        import asyncio
        async def work(name):
            for number in range(3):
                log("INFO", f"{name}{number}")
                await asyncio.sleep(0)
        async def main():
            with Kestra.batch():
                await asyncio.gather(work("a"), work("b"))
        asyncio.run(main())
    """

    assert infos("a0", "b0", "a1", "b1", "a2", "b2") == lines(script)[0]


@posix
def test_a_signal_handler_may_log_and_raise_at_any_time():
    """Every log that was made is there once and in order, however often a handler comes between."""
    script = """
        import signal, sys
        from kestra import Kestra
        class Stop(BaseException): pass
        def wait():
            signal.setitimer(signal.ITIMER_REAL, 0.0001 + count % 50 * 0.00001)
        def handler(*_):
            global count
            count += 1
            Kestra.log("INFO", f"handler {count}")
            if count % 3 == 0:
                raise Stop
            wait()
        signal.signal(signal.SIGALRM, handler)
        made = count = 0
        with Kestra.batch():
            while count < 600:
                try:
                    wait()
                    while True:
                        Kestra.log("INFO", f"{made} begun")
                        made += 1
                except Stop:
                    pass
        Kestra.log("INFO", f"made {made}")
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, timeout=60, check=False)
    entries = [json.loads(line[2:-2])["logs"] for line in done.stdout.splitlines()]
    messages = [entry["message"] for each in entries for entry in each]
    handled = [int(message.split()[1]) for message in messages if message.startswith("handler")]
    numbers = [int(message.split()[0]) for message in messages if message.endswith("begun")]
    # A call that a handler's exception ends may have been made or not, so its number may be there twice.
    steps = {after - before for before, after in zip(numbers, numbers[1:])}

    assert b"" == done.stderr
    assert list(range(1, 601)) == handled
    assert steps <= {0, 1}
    assert messages[-1] in (f"made {numbers[-1]}", f"made {numbers[-1] + 1}")


TRACED = """
import os, signal, sys
from kestra import Kestra

class Raised(BaseException):
    pass

def handle(*_):
    Kestra.log("DEBUG", "signal %d" % number)
    if sys.argv[1] == "raising":
        raise Raised

def trace(frame, event, argument):
    if os.path.basename(frame.f_code.co_filename) not in ("_stream.py", "_batch.py"):
        return None
    frame.f_trace_opcodes = True
    return step

def step(frame, event, argument):
    global left
    left -= 1
    if left == 0:
        signal.raise_signal(signal.SIGUSR1)
    return step

signal.signal(signal.SIGUSR1, handle)
number = left = 0
while left <= 0:
    left = number + 1
    with Kestra.batch():
        Kestra.log("INFO", "a %d" % number)
        Kestra.log("INFO", "b %d" % number)
        try:
            sys.settrace(trace)
            {call}
            sys.settrace(None)
        except (Raised, SystemError):  # which Python 3.9 makes of it at some instructions
            sys.settrace(None)
        Kestra.log("INFO", "c %d" % number)
    number += 1
os.write(2, b"::%d" % (number - 1))
"""


@posix
@pytest.mark.parametrize("handler", ["returning", "raising"])
@pytest.mark.parametrize("call", ["Kestra.log('ERROR', 'x')", "print('x', flush=True)", "Kestra.counter('x', 1)"])
def test_a_signal_between_any_two_instructions_loses_and_doubles_nothing(call, handler):
    """A tracer raises it before each instruction that sends what is held, once for each record."""
    command = [sys.executable, "-c", TRACED.replace("{call}", call), handler]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    texts, _, count = (done.stdout + done.stderr).decode().rpartition("::")
    found = re.findall(r'"message":"(\w+) (\d+)"', texts)

    assert int(count) > 10
    assert sorted((name, str(number)) for name in ["a", "b", "c", "signal"] for number in range(int(count))) == sorted(
        each for each in found if int(each[1]) < int(count)
    )
    for stream in (done.stdout, done.stderr):
        numbers = [int(number) for number in re.findall(rb'"[abc] (\d+)"', stream)]
        assert sorted(numbers) == numbers


@posix
def test_a_slow_reader_gets_all_in_a_tenth_of_the_lines_and_of_the_time():
    """A reader that takes 2 ms a line, as Kubernetes's, gets 2,000 logs."""
    script = """
        with Kestra.batch():
            for number in range(2000):
                log("INFO", number)
            sys.exit(3)
    """
    with subprocess.Popen([sys.executable, "-c", HEAD + textwrap.dedent(script)], stdout=subprocess.PIPE) as process:
        lines = []
        for line in process.stdout:
            time.sleep(0.002)
            lines.append(line)
    messages = [entry["message"] for line in lines for entry in json.loads(line[2:-3])["logs"]]

    assert (3, [str(number) for number in range(2000)]) == (process.returncode, messages)
    assert 200 >= len(lines)


def test_a_stream_that_is_replaced_within_a_batch_gets_each_log_at_once(capsys):
    """What has been logged before goes to where it was logged."""
    text = io.StringIO()
    with Kestra.batch():
        Kestra.log("INFO", "a")
        Kestra.log("INFO", "b")
        before, sys.stdout = sys.stdout, text
        Kestra.log("INFO", "c")
        assert infos("c") == text.getvalue()
        sys.stdout = before
        Kestra.log("INFO", "d")

    assert infos("a", "b") + infos("d") == capsys.readouterr().out


def test_a_batch_covers_a_stream_that_was_replaced_before(monkeypatch):
    """Text that is printed to it keeps its place, and nothing is left on it."""
    text = io.StringIO()
    monkeypatch.setattr(sys, "stdout", text)
    with Kestra.batch():
        Kestra.log("INFO", "a")
        Kestra.log("INFO", "b")
        print("text")
        Kestra.log("INFO", "c")
        Kestra.log("INFO", "d")

    assert infos("a", "b") + "text\n" + infos("c", "d") == text.getvalue()
    assert {} == vars(text)


@pytest.mark.parametrize(
    "closing", ["sys.stdout.close()", "os.close(1)", "sys.stdout = None", "os.dup2(os.open('/dev/full', 1), 1)"]
)
def test_a_stream_that_takes_nothing_does_not_fail_the_caller(run, closing):
    """Logs are lost with the stream, and the other one goes on."""
    script = f"""
        import os, sys
        from kestra import Kestra
        with Kestra.batch():
            Kestra.log("INFO", "a")
            {closing}
            Kestra.log("INFO", "b")
            Kestra.log("ERROR", "c")
        os._exit(0)
    """
    done = run(script)

    assert 0 == done.returncode
    assert done.stderr.decode().endswith(ENTRY % ("ERROR", "c") + "]}::\n")


@pytest.mark.parametrize(
    ("is_docker", "name"),
    [
        (True, ""),
        (False, ""),
        (True, "KUBERNETES_SERVICE_HOST"),
        (True, "AWS_BATCH_JOB_ID"),
        (True, "AZ_BATCH_TASK_ID"),
    ],
)
def test_it_says_once_that_docker_is_slower(lines, monkeypatch, is_docker, name):
    """A record at DEBUG says so in a Docker container that none of the other runners has started."""
    monkeypatch.delenv("KUBERNETES_SERVICE_HOST")
    if name:
        monkeypatch.setenv(name, "1")
    script = f"""
        exists = os.path.exists
        os.path.exists = lambda path: {is_docker} if path == "/.dockerenv" else exists(path)
        for _ in range(2):
            with Kestra.batch():
                log("INFO", "a"); log("INFO", "b")
    """
    told = record(("DEBUG", _batch.SLOWER)) if is_docker and not name else ""

    assert (told + 2 * infos("a", "b"), "") == lines(script)


CAPTURED = """
import logging, subprocess, sys, warnings
from kestra import Kestra, _batch
_batch.SECONDS = 60
logging.basicConfig(level="INFO", format="%(message)s")
logging.info("a"); Kestra.log("INFO", "b"); logging.warning("c")
print("text", file=sys.stderr)
logging.info("d"); logging.info("e")
print('::{"outputs":{"f":1}}::', file=sys.stderr)
logging.info("g"); logging.error("h")
logging.info("i")
if len(sys.argv) == 1:
    subprocess.run([sys.executable, __file__, "child"], check=True)
"""
SENT = (
    record(("INFO", "a"), ("INFO", "b"), ("WARN", "c"))
    + "text\n"
    + infos("d", "e")
    + '::{"outputs":{"f":1}}::\n'
    + record(("INFO", "g"), ("ERROR", "h"))
)


@pytest.mark.parametrize(("options", "variable"), [(["--batch"], "0"), ([], "1")], ids=["option", "variable"])
def test_what_is_captured_may_be_batched(tmp_path, monkeypatch, options, variable):
    """The option of `run`, or KESTRA_CAPTURE_BATCH=1, begins a batch in each Python process."""
    monkeypatch.setenv("KESTRA_CAPTURE_BATCH", variable)
    script = tmp_path / "script.py"
    script.write_text(CAPTURED)
    command = [sys.executable, "-m", "kestra", "run", *options, sys.executable, str(script)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)

    # A child writes while the parent holds its last log.
    assert ("", SENT * 2 + infos("i") * 2) == (done.stdout.decode(), done.stderr.decode())


def test_what_any_program_prints_may_be_batched():
    """With `--levels` each record has many lines; an error, a record and the end do not wait."""
    printing = "seq 1000; echo 'ERROR: no'; seq 1001 2000; echo '::{\"outputs\":{\"a\":1}}::'; echo end"
    command = [sys.executable, "-m", "kestra", "run", "--levels", "--batch", "sh", "-c", printing]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    lines = done.stdout.decode().splitlines()
    messages = [entry["message"] for line in lines for entry in json.loads(line[2:-2]).get("logs", [])]

    assert [*map(str, range(1, 1001)), "ERROR: no", *map(str, range(1001, 2001)), "end"] == messages
    assert ['::{"outputs":{"a":1}}::', infos("end").strip()] == lines[-2:]
    assert 200 >= len(lines)


@pytest.mark.parametrize("where", ["run", "variable"])
def test_a_captured_program_says_once_that_docker_is_slower(tmp_path, monkeypatch, where):
    """The first process says so for all below it."""
    if not os.path.exists("/.dockerenv"):  # noqa: PTH110
        pytest.skip("not in Docker")
    monkeypatch.delenv("KUBERNETES_SERVICE_HOST")
    script = tmp_path / "script.py"
    script.write_text(CAPTURED)
    command = [sys.executable, str(script)]
    if where == "variable":
        monkeypatch.setenv("KESTRA_CAPTURE_BATCH", "1")
        monkeypatch.setenv("PYTHONPATH", BOOTSTRAP + os.pathsep + os.environ.get("PYTHONPATH", ""))
    else:
        command = [sys.executable, "-m", "kestra", "run", "--batch", *command]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)

    assert record(("DEBUG", _batch.SLOWER)) == done.stdout.decode()


def test_a_script_without_a_batch_does_not_import_it(run):
    """A batch costs nothing where there is none."""
    script = "import sys; from kestra import Kestra; Kestra.log('INFO', 'a'); sys.exit('kestra._batch' in sys.modules)"

    assert 0 == run(script).returncode
