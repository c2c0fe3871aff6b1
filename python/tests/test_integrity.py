"""Records are counted: none is lost, torn or doubled, whatever threads, processes, signals and readers do."""

import collections
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX only")

SIZES = {"200B": [200], "5KB": [5_000], "64KB": [64_000], "300KB": [300_000], "mixed": [200, 5_000, 64_000, 300_000]}

# Each writer sends `count` records of every size in turn; the message is `<writer> <number> <body>`.
WRITER = """
import os, sys, threading
from kestra import Kestra

sizes, threads = [int(size) for size in sys.argv[1].split(",")], int(sys.argv[2])
count = max(8, min(400, 4_000_000 // sum(sizes) // 8))

def write(writer):
    logger = Kestra.logger()
    for number in range(count):
        size = sizes[number % len(sizes)]
        logger.info("%s %d %s", writer, number, chr(97 + number % 26) * size)

def process(name):
    workers = [threading.Thread(target=write, args=(f"{name}.{thread}",)) for thread in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""


def _read(script, *arguments, environment=(), **options):
    """Run a script, read its standard output 8 KiB at a time as Kestra does, and return its lines."""
    python = os.environ.get("KESTRA_PYTHON", sys.executable)  # one without pytest, in the session `runtimes`
    command = [python, "-c", textwrap.dedent(script), *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, bufsize=0, env={**os.environ, **dict(environment)}, **options
    ) as process:
        pieces = []
        while piece := os.read(process.stdout.fileno(), 8_192):
            pieces.append(piece)
    return process.returncode, b"".join(pieces).splitlines(keepends=True)


def _faults(lines, writers, sizes):
    """Return what is torn, lost or doubled among the records of `WRITER`."""
    faults, seen = [], collections.defaultdict(list)
    count = max(8, min(400, 4_000_000 // sum(sizes) // 8))
    for line in lines:
        try:
            ((entry,),) = [json.loads(line[2:-3])["logs"][:1]] if len(line) < 15_000 else [_joined(line)]
            writer, number, body = entry["message"].split(" ")
        except (ValueError, KeyError):
            faults.append(line[:80])
            continue
        number = int(number)
        seen[writer].append(number)
        if body != chr(97 + number % 26) * sizes[number % len(sizes)]:
            faults.append((writer, number, len(body)))
    return faults + [(writer, seen[writer]) for writer in writers if seen[writer] != list(range(count))]


def _messages(lines):
    """Return the message of each record."""
    return [json.loads(line[2:].rstrip(b":\n"))["logs"][0]["message"] for line in lines]


def _joined(line):
    """Return the one entry of a long record, whose message Kestra would cut."""
    entries = json.loads(line[2:-3])["logs"]
    return [{"level": entries[0]["level"], "message": "".join(entry["message"] for entry in entries)}]


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("threads", [1, 4], ids=["1-thread", "4-threads"])
@pytest.mark.parametrize("start", ["alone", "fork", "spawn", "always"])
def test_every_record_is_there_once_and_whole(start, threads, sizes):
    """Records of every size arrive once and complete, from one or four processes of any start method."""
    if start == "alone" and threads == 1:
        threads = 2
    starts = {
        "alone": "process('0')",
        "fork": """
            for name in '012':
                if not os.fork():
                    process(name)
                    os._exit(0)
            process('3')
            for _ in '012':
                os.wait()
            """,
        "spawn": """
            import subprocess
            code = "import multiprocessing.spawn\\n" + sys.argv[3] + "\\nprocess(sys.argv[4])"
            others = [subprocess.Popen([sys.executable, "-c", code, *sys.argv[1:4], name]) for name in '012']
            import multiprocessing.spawn
            process('3')
            for other in others:
                other.wait()
            """,
        "always": """
            import subprocess
            others = [
                subprocess.Popen([sys.executable, "-c", sys.argv[3] + "\\nprocess(sys.argv[4])", *sys.argv[1:4], name])
                for name in '012'
            ]
            process('3')
            for other in others:
                other.wait()
            """,
    }
    environment = {"KESTRA_LOCK": "always"} if start == "always" else {}
    script = WRITER + textwrap.dedent(starts[start])
    status, lines = _read(script, ",".join(map(str, sizes)), threads, WRITER, environment=environment)
    writers = [f"{name}.{n}" for name in ("0" if start == "alone" else "0123") for n in range(threads)]

    assert (0, []) == (status, _faults(lines, writers, sizes))


def test_the_processes_of_multiprocessing_do_not_tear_each_others_records(tmp_path):
    """A pool that starts new processes, as on macOS, sends long and short records."""
    script = tmp_path / "pool.py"
    script.write_text(
        textwrap.dedent("""
            import multiprocessing
            from kestra import Kestra

            def work(number):
                Kestra.logger().info("%d %s", number, "x" * (100 if number % 2 else 100_000))

            if __name__ == "__main__":
                with multiprocessing.get_context("spawn").Pool(3) as pool:
                    pool.map(work, range(60), chunksize=1)
                work(60)
            """)
    )
    status, lines = _read("import runpy, sys; runpy.run_path(sys.argv[1], run_name='__main__')", script)
    if status:  # `-c` has no file that a spawned process could import: run it as a script
        command = [sys.executable, script]
        lines = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60).stdout.splitlines(True)

    numbers = sorted(int("".join(e["message"] for e in json.loads(line[2:-3])["logs"]).split()[0]) for line in lines)
    assert list(range(61)) == numbers


@pytest.mark.parametrize(
    "ending",
    [
        "os._exit(0)",
        "os.kill(os.getpid(), signal.SIGTERM)",
        "os.kill(os.getpid(), signal.SIGKILL)",
        "os.abort()",
        "sys.exit(3)",
        "raise ValueError",
    ],
)
def test_the_last_record_is_there_however_the_process_ends(ending):
    """Right after the call, with 1,000 records before it."""
    script = f"""
        import os, resource, signal, sys
        from kestra import Kestra
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        logger = Kestra.logger()
        for number in range(1000):
            logger.info("%d", number)
        Kestra.counter("last", 1)
        {ending}
    """
    _, lines = _read(script, stderr=subprocess.DEVNULL)

    assert [str(number) for number in range(1000)] == [
        json.loads(line[2:-3])["logs"][0]["message"] for line in lines[:-1]
    ]
    assert b'::{"metrics":[{"name":"last","type":"counter","value":1,"tags":{}}]}::\n' == lines[-1]


@pytest.mark.parametrize(
    ("size", "raising"),
    [(30, False), (3_000, False), (100_000, False), (30, True), (3_000, True), (9_000, True)],
    ids=["30B", "3KB", "100KB", "30B-raising", "3KB-raising", "9KB-raising"],
)
def test_a_storm_of_signals_loses_and_doubles_nothing(size, raising):
    """A handler that logs interrupts records of every size, and so does one that raises besides.

    (A record that takes longer than a tenth of a second lets a second exception through, so that Ctrl-C twice ends it.)
    """
    script = """
        import itertools, signal, sys
        from kestra import Kestra

        size, raising = int(sys.argv[1]), sys.argv[2] == "True"
        logger = Kestra.logger()
        numbers, handled = itertools.count(1), 0

        class Raised(Exception):
            pass

        def handle(*_):
            global handled
            handled = number = next(numbers)  # in one step, as the next signal may come at any time
            Kestra.log("DEBUG", "signal %d %s" % (number, "y" * (10 if number % 10 else 5000)))
            if raising and inside:
                raise Raised

        begun, inside = [], False
        signal.signal(signal.SIGALRM, handle)
        signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
        while handled < 300:
            try:
                message = "%d %s" % (len(begun), "x" * size)
                begun.append(1)
                inside = True
                logger.info(message)
                inside = False
            except Raised:
                inside = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        print(len(begun), next(numbers) - 1, file=sys.stderr)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(size), str(raising)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    begun, handled = map(int, done.stderr.split())
    records, signals = collections.Counter(), collections.Counter()
    for line in done.stdout.splitlines():
        entries = json.loads(line[2:-2])["logs"]
        message = "".join(entry["message"] for entry in entries)
        (signals if entries[0]["level"] == "DEBUG" else records)[
            int(message.split()[message.startswith("signal")])
        ] += 1

    assert {1} == set(records.values()) == set(signals.values())
    if not raising:  # else the exception may end a call before it has begun to write
        assert (set(range(begun)), set(range(1, handled + 1))) == (set(records), set(signals))


TRACED = """
import os, signal, sys
from kestra import Kestra

size, other, raising = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "raising"

class Raised(BaseException):
    pass

def handle(*_):
    Kestra.log("DEBUG", "signal %d %s" % (number, "y" * other))
    if raising:
        raise Raised

def trace(frame, event, argument):
    if os.path.basename(frame.f_code.co_filename) not in ("_stream.py", "_lock.py"):
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
if sys.argv[4] == "forked":
    os.fork() or os._exit(0)
    os.wait()
Kestra.log("INFO", "first")
number = left = 0
while left <= 0:
    left = number + 1
    sys.settrace(trace)
    try:
        Kestra.log("INFO", "record %d %s" % (number, "x" * size))
    except Raised:
        pass
    sys.settrace(None)
    Kestra.log("INFO", "next %d" % number)
    number += 1
os.write(2, b"%d" % (number - 1))
"""


@pytest.mark.parametrize("process", ["alone", "forked"])
@pytest.mark.parametrize("handler", ["returning", "raising"])
@pytest.mark.parametrize("other", [3, 5_000], ids=["short", "long"])
@pytest.mark.parametrize("size", [30, 5_000], ids=["of-short", "of-long"])
def test_a_signal_between_any_two_instructions_loses_doubles_and_tears_nothing(size, other, handler, process):
    """A tracer raises it before each line and each instruction of the stream, once for each record.

    (A handler that raises before a record has begun to be written ends the call, and there is none.)
    """
    command = [sys.executable, "-c", TRACED, str(size), str(other), handler, process]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    count = int(done.stderr)
    words = [message.split() for message in _messages(done.stdout.splitlines())]
    names = [tuple(message[:2]) for message in words if message != ["first"]]
    bodies = {
        name: {len(body) for kind, _, body in filter(lambda m: len(m) == 3, words) if kind == name}
        for name in ("record", "signal")
    }

    assert count > 10
    assert len(set(names)) == len(names)
    wanted = {(kind, str(n)) for n in range(count) for kind in ("signal", "next", "record")}
    missing = wanted - set(names)
    assert set() == ({name for name in missing if name[0] != "record"} if handler == "raising" else missing)
    assert ({size}, {other}) == (bodies["record"], bodies["signal"])


def test_a_reader_that_sleeps_gets_everything():
    """The script waits for it, rather than keep records in memory or give them up."""
    script = """
        from kestra import Kestra
        logger = Kestra.logger()
        for number in range(5000):
            logger.info("%d %s", number, "x" * 200)
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        while _is_busy(process.pid):  # it fills the pipe, and is stopped there
            time.sleep(0.01)
        lines = process.stdout.read().splitlines()

    assert [str(n) for n in range(5000)] == [message.split()[0] for message in _messages(lines)]


def _is_busy(pid):
    return "pipe" not in Path(f"/proc/{pid}/wchan").read_text()


@pytest.mark.parametrize(
    "late",
    [
        "atexit.register(Kestra.log, 'INFO', 'late')",
        "keep = type('Late', (), {'__del__': lambda self: Kestra.log('INFO', 'late')})()",
        "keep = type('Late', (), {'__del__': lambda self: Kestra.logger().info('late')})()",
        "threading.Thread(target=lambda: (threading.main_thread().join(), Kestra.log('INFO', 'late'))).start()",
    ],
    ids=["atexit", "del", "del-logger", "thread"],
)
def test_a_log_while_the_interpreter_ends_arrives(late):
    """A log from an exit handler, a finaliser or a thread that outlives the main one arrives."""
    script = f"""
        import atexit, threading
        from kestra import Kestra
        Kestra.logger().info("early")
        {late}
    """
    status, lines = _read(script)

    assert (0, ["early", "late"]) == (status, _messages(lines))


def test_a_daemon_thread_that_writes_a_record_does_not_delay_the_end():
    """The thread's lock ends with it, and a finaliser that logs does not wait."""
    script = """
        import sys, threading, time
        from kestra import Kestra
        threading.Thread(target=Kestra.log, args=("INFO", "x" * 1_000_000), daemon=True).start()
        keep = type("Late", (), {"__del__": lambda self: Kestra.log("WARN", "late")})()
        sys.stdin.read(1)
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(1)  # the record is being written, and nothing reads further
        process.stdin.close()
        error = process.stderr.read()
        process.wait(30)
        process.stdout.close()

    assert (0, b'::{"logs":[{"level":"WARN","message":"late"}]}::\n') == (process.returncode, error)


def test_tasks_of_asyncio_log_in_their_order():
    """A record is written before the task goes on."""
    script = """
        import asyncio
        from kestra import Kestra
        logger = Kestra.logger()
        async def work(name):
            for number in range(200):
                logger.info("%s %d", name, number)
                await asyncio.sleep(0)
        async def main():
            await asyncio.gather(*map(work, "abcd"))
        asyncio.run(main())
    """
    _, lines = _read(script)

    expected = [f"{name} {number}" for number in range(200) for name in "abcd"]
    assert expected == _messages(lines)


def test_a_forked_child_does_not_send_the_record_that_its_parent_is_writing():
    """The child sends neither another thread's record nor one that a signal handler left for later."""
    script = """
        import os, signal, threading
        from kestra import Kestra
        signal.signal(signal.SIGALRM, lambda *_: (Kestra.log("INFO", "deferred"), fork()))
        def fork():
            if not os.fork():
                Kestra.log("INFO", "child")
                os._exit(0)
            os.wait()
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        Kestra.log("INFO", "x" * 2_000_000)
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        process.stdout.peek(1)
        _wait_for_child(process.pid)
        output = process.stdout.read()

    assert 0 == process.returncode
    assert (1, 1, 2_000_000) == (output.count(b"child"), output.count(b"deferred"), output.count(b"x"))


def _wait_for_child(pid):
    """Wait until the process has forked, and the pipe is full."""
    while not _children(pid):
        time.sleep(0.01)


def _children(pid):
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def test_interpreters_in_one_process_can_log():
    """Each interpreter has its own package, and its own streams of the same descriptor."""
    interpreters = pytest.importorskip("_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters")
    del interpreters
    script = """
        import sys, threading
        if sys.version_info >= (3, 13):
            import _interpreters as interpreters
            run = interpreters.exec
        else:
            import _xxsubinterpreters as interpreters
            run = interpreters.run_string
        code = "from kestra import Kestra\\nfor n in range(100): Kestra.log('INFO', '%s %%d' %% n)"
        names = "abc"
        threads = [threading.Thread(target=lambda name=name: run(interpreters.create(), code % name)) for name in names]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
    """
    status, lines = _read(script)
    messages = sorted(json.loads(line[2:-3])["logs"][0]["message"] for line in lines)

    assert (0, sorted(f"{name} {n}" for name in "abc" for n in range(100))) == (status, messages)


def test_a_signal_that_ends_the_process_leaves_whole_records():
    """Under repeated SIGTERM from outside, every record is complete except the ones that it cut off."""
    script = """
        from kestra import Kestra
        logger = Kestra.logger()
        number = 0
        while True:
            logger.info("%d %s", number, "x" * 1_000)
            number += 1
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    for _ in range(5):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            lines = [process.stdout.readline() for _ in range(50)]
            process.send_signal(signal.SIGTERM)
            lines += process.stdout.read().splitlines(keepends=True)
        numbers = [int(json.loads(line[2:-3])["logs"][0]["message"].split()[0]) for line in lines]

        assert list(range(len(lines))) == numbers
