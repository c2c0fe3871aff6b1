"""The stream: records reach the pipe at once, whole, in order, and never fail the caller."""

import contextlib
import fcntl
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from kestra import Kestra

INFO = b'::{"logs":[{"level":"INFO","message":"%s"}]}::\n'
UNBUFFERED = pytest.mark.parametrize("python", [(), ("-u",)], ids=["buffered", "unbuffered"])
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")


@UNBUFFERED
def test_a_record_keeps_its_place_among_prints(run, python):
    """A record keeps its position on both streams, with any buffering."""
    script = """
        import sys
        from kestra import Kestra
        print("1"); Kestra.log("INFO", "2"); print("3"); Kestra.logger().info("4"); sys.stdout.write("5\\n")
        print("a", file=sys.stderr); Kestra.log("WARN", "b"); print("c", file=sys.stderr)
    """
    done = run(script, python=python)

    assert b"1\n" + INFO % b"2" + b"3\n" + INFO % b"4" + b"5\n" == done.stdout
    assert b"a\n" + INFO.replace(b"INFO", b"WARN") % b"b" + b"c\n" == done.stderr


@UNBUFFERED
@pytest.mark.parametrize("ending", ["os._exit(0)", "os.kill(os.getpid(), signal.SIGKILL)", "os.abort()"])
def test_a_record_is_there_even_if_the_process_ends_at_once(run, python, ending):
    """No record waits in a buffer."""
    script = f"""
        import os, signal
        from kestra import Kestra
        Kestra.log("INFO", "a"); Kestra.logger().info("b"); Kestra.logs([dict(level="INFO", message="c")])
        {ending}
    """

    assert b"".join(INFO % name for name in (b"a", b"b", b"c")) == run(script, python=python).stdout


@UNBUFFERED
def test_a_forked_child_does_not_send_a_record_again(run, python):
    """Parent and child send each their own."""
    script = """
        import os
        from kestra import Kestra
        Kestra.log("INFO", "before")
        if os.fork() == 0:
            Kestra.log("INFO", "child")
        else:
            os.wait()
            Kestra.log("INFO", "parent")
    """

    assert b"".join(INFO % name for name in (b"before", b"child", b"parent")) == run(script, python=python).stdout


def test_a_child_forked_while_another_thread_writes_can_log(run):
    """The lock of a thread that the child does not have does not block the child."""
    script = """
        import os, threading
        from kestra import Kestra
        stop = False
        def work():
            while not stop: Kestra.log("INFO", "x" * 5000)
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads: thread.start()
        for _ in range(30):
            child = os.fork()
            if child == 0:
                Kestra.log("WARN", "child")
                os._exit(0)
            os.waitpid(child, 0)
        stop = True
        for thread in threads: thread.join()
    """
    done = run(script, stdout=subprocess.DEVNULL)

    assert (0, 30) == (done.returncode, done.stderr.count(b'"child"}]}::\n'))


@linux
@UNBUFFERED
@pytest.mark.parametrize("size", [30, 4096, 300_000])
def test_a_record_is_one_system_call(tmp_path, python, size):
    """A record of any size is one system call, including its line end."""
    trace = tmp_path / "trace"
    script = f"from kestra import Kestra\nKestra.log('INFO', 'x' * {size})\nKestra.logger().info('y' * {size})"
    command = ["strace", "-f", "-e", "trace=write", "-e", "write=none", "-o", str(trace), sys.executable, *python]
    try:
        written = subprocess.run([*command, "-c", script], stdout=subprocess.PIPE, check=True).stdout
    except FileNotFoundError:
        pytest.skip("strace is missing")

    assert 2 == written.count(b"\n")
    assert 2 == trace.read_text().count("write(1, ")


@UNBUFFERED
@pytest.mark.parametrize(
    "closing", ["os.close(1); os.close(2)", "sys.stdout.close(); sys.stderr.close()", "sys.stdout = sys.stderr = None"]
)
def test_a_closed_or_missing_stream_does_not_fail_the_caller(run, python, closing):
    """The script goes on to its own exit status."""
    script = f"""
        import os, sys
        from kestra import Kestra
        {closing}
        for level in ("INFO", "ERROR"):
            Kestra.log(level, "m"); Kestra.logs([dict(level=level, message="m")]); Kestra.logger().log(20, "m")
        os._exit(7)
    """

    assert (7, b"", b"") == (run(script, python=python).returncode, b"", b"")


@UNBUFFERED
def test_a_script_that_starts_without_streams_can_log(python):
    """A script that starts with `>&- 2>&-` can log."""
    script = "from kestra import Kestra; Kestra.log('INFO', 'm'); Kestra.logger().error('m')"
    done = subprocess.run(["sh", "-c", 'exec "$@" >&- 2>&-', "sh", sys.executable, *python, "-c", script], check=False)

    assert 0 == done.returncode


@UNBUFFERED
def test_a_closed_pipe_does_not_fail_the_caller(run, python):
    """Neither the record nor Python's own exit reports an error."""
    reader, writer = os.pipe()
    os.close(reader)
    script = "from kestra import Kestra\nfor _ in range(3): Kestra.log('INFO', 'm'); Kestra.logger().info('m')"
    try:
        done = run(script, python=python, stdout=writer)
    finally:
        os.close(writer)

    assert (0, b"") == (done.returncode, done.stderr)


@linux
@UNBUFFERED
def test_a_full_disk_does_not_fail_the_caller(run, python):
    """A full disk leaves nothing in a buffer that would fail at exit."""
    script = "from kestra import Kestra\nKestra.log('INFO', 'm'); Kestra.logger().info('m')"
    with Path("/dev/full").open("wb") as full:
        done = run(script, python=python, stdout=full)

    assert (0, b"") == (done.returncode, done.stderr)


@linux
def test_a_record_that_a_full_disk_broke_off_does_not_spoil_the_next(tmp_path, run):
    """The next record starts a line of its own."""
    script = """
        import os, resource, signal
        from kestra import Kestra
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
        Kestra.log("INFO", "x" * 200)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        Kestra.log("INFO", "whole")
        Kestra.log("INFO", "again")
    """
    path = tmp_path / "out"
    with path.open("wb") as file:
        assert b"" == run(script, stdout=file).stderr

    torn, *whole = path.read_bytes().splitlines(keepends=True)
    assert 101 == len(torn)
    assert [INFO % b"whole", INFO % b"again"] == whole


@UNBUFFERED
def test_a_pipe_that_does_not_block_loses_nothing(python):
    """A slow reader gets every record, and every print, in order."""
    script = (
        "import os\nfrom kestra import Kestra\nos.set_blocking(1, False)\n"
        "for n in range(400): Kestra.log('INFO', f'{n} ' + 'x' * 1000)\n"
        "os.set_blocking(1, True)"
    )
    with subprocess.Popen([sys.executable, *python, "-c", script], stdout=subprocess.PIPE) as process:
        process.stdout.peek()  # the pipe is full before the first read takes anything
        lines = process.stdout.read().splitlines()

    assert [str(n) for n in range(400)] == [json.loads(line[2:-2])["logs"][0]["message"].split()[0] for line in lines]


@UNBUFFERED
@pytest.mark.parametrize("size", [200, 5_000, 64_000, 300_000])
def test_threads_do_not_tear_each_others_records(run, python, size):
    """Every record of every thread is a line, and in the order of its thread."""
    count = max(20, min(500, 2_000_000 // size))
    script = f"""
        import threading
        from kestra import Kestra
        def work(name):
            for n in range({count}):
                Kestra.logger().info("%s %d %s", name, n, name * {size})
        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
    """
    messages = {name: [] for name in "abcd"}
    for line in run(script, python=python).stdout.splitlines():
        message = "".join(entry["message"] for entry in json.loads(line[2:-2])["logs"])
        name, number, body = message.split(" ")
        messages[name].append((int(number), body == name * size))

    assert {name: [(n, True) for n in range(count)] for name in "abcd"} == messages


@UNBUFFERED
def test_a_signal_handler_may_log_during_a_record(python):
    """Each record is whole, whichever it interrupted, and none is lost."""
    script = """
import signal
from kestra import Kestra
handled = []
def handle(*_):
    handled.append(1)  # at once, where += could be interrupted by the next signal
    Kestra.log("INFO", "signal")
signal.signal(signal.SIGALRM, handle)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
for n in range(100): Kestra.log("INFO", "x" * 200_000)
signal.setitimer(signal.ITIMER_REAL, 0)
Kestra.log("WARN", str(len(handled)))
"""
    command = [sys.executable, *python, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        lines = [json.loads(line[2:-3])["logs"] for line in process.stdout]
        handled = int(json.loads(process.stderr.read()[2:-3])["logs"][0]["message"])

    signals = [entries for entries in lines if entries[0]["message"] == "signal"]
    assert (100, handled) == (len(lines) - len(signals), len(signals))


@UNBUFFERED
@pytest.mark.parametrize("signals", [1, 2], ids=["one-signal", "two-signals"])
def test_an_exception_out_of_a_signal_handler_waits_until_the_record_is_whole(python, signals):
    """Both records arrive; a second exception is raised at once, and the next record starts a new line."""
    script = """
import os, signal, sys
from kestra import Kestra
left = int(sys.argv[1])
def handle(*_):
    global left
    left -= 1
    if left: signal.setitimer(signal.ITIMER_REAL, 0.5)  # when the record is being written again
    Kestra.log("INFO", "signal")
    if not left: os.write(2, b"!")
    raise KeyboardInterrupt
signal.signal(signal.SIGALRM, handle)
os.write(2, b"!")
try:
    Kestra.log("INFO", "x" * 3_000_000)
except KeyboardInterrupt:
    Kestra.log("INFO", "next")
"""
    command = [sys.executable, *python, "-c", script, str(signals)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert b"!" == process.stderr.read(1)
        process.stdout.peek(1)  # the record is being written
        process.send_signal(signal.SIGALRM)
        assert b"!" == process.stderr.read(1)
        lines = process.stdout.read().splitlines(keepends=True)

    assert 0 == process.returncode
    assert (signals == 1) == lines[0].endswith(b"::\n")
    assert [INFO % b"signal"] * signals + [INFO % b"next"] == lines[1:]


UNFINISHED = {
    "print": "print('10%', end='')",
    "print, flushed": "print('10%', end='', flush=True)",
    "a carriage return": "sys.stdout.write('10%\\r')",
    "bytes": "sys.stdout.buffer.write(b'10%')",
    "another type of bytes": "sys.stdout.buffer.write(memoryview(b'10%'))",
    "the other stream": "print('10%', end='', file=sys.stderr, flush=True)",
    "what was opened again": "again = io.TextIOWrapper(sys.stdout.buffer, write_through=True); again.write('10%')",
}


@UNBUFFERED
@pytest.mark.parametrize("text", UNFINISHED.values(), ids=UNFINISHED)
@pytest.mark.parametrize("size", [30, 5_000])
def test_a_record_begins_its_line_behind_an_unfinished_one(run, python, text, size):
    """A record ends any unfinished line first; if both streams are one pipe, on either of them."""
    script = f"""
        import io, sys
        from kestra import Kestra
        Kestra.log("INFO", "a")
        {text}; Kestra.log("INFO", "x" * {size}); Kestra.log("INFO", "b")
    """
    done = run(script, python=python, stderr=subprocess.STDOUT)

    end = b"\r\n" if "\\r" in text else b"\n"
    assert INFO % b"a" + b"10%" + end + INFO % (b"x" * size) + INFO % b"b" == done.stdout


@UNBUFFERED
def test_the_first_record_begins_its_line(run, python):
    """Text that is printed after the import is known."""
    script = "from kestra import Kestra; print('10%', end='', flush=True); Kestra.log('INFO', 'a')"

    assert b"10%\n" + INFO % b"a" == run(script, python=python).stdout


@UNBUFFERED
def test_prints_of_other_threads_do_not_hide_a_record(run, python):
    """A `print` writes its line end by itself, and a record of another thread can come in between."""
    script = """
        import threading
        from kestra import Kestra
        done = []
        def work():
            while not done: print("text", "x" * 50)
        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads: thread.start()
        for n in range(5000): Kestra.log("INFO", str(n))
        done.append(1)
        for thread in threads: thread.join()
    """
    records = [line for line in run(script, python=python).stdout.splitlines(True) if line.startswith(b"::{")]

    assert [INFO % str(n).encode() for n in range(5000)] == records


LOCKED = """
import sys
from kestra import Kestra
fork = len(sys.argv) > 1
if fork:
    import os
    os.fork() or os._exit(0)
    os.wait()
Kestra.log("INFO", "short" if fork else "x" * 5000)
"""


@linux
@pytest.mark.parametrize("fork", [(), ("fork",)], ids=["long", "forked"])
@pytest.mark.parametrize("target", ["null", "file", "pipe"])
def test_a_lock_that_another_program_holds_does_not_hold_up_a_record(tmp_path, target, fork):
    """A file tears nothing and is not locked; of a pipe that has room the lock is given up after ten seconds."""
    reader, writer = os.pipe()
    path = {"null": Path("/dev/null"), "file": tmp_path / "out", "pipe": Path(f"/proc/self/fd/{writer}")}[target]
    with path.open("ab", buffering=0) as output:
        lock = fcntl.LOCK_EX if target == "pipe" else fcntl.LOCK_SH
        holder = "import fcntl, sys\nfcntl.lockf(1, int(sys.argv[1]))\nsys.stderr.write('!\\n')\nsys.stdin.read()"
        with (
            path.open("r+b", buffering=0) as held,
            subprocess.Popen(
                [sys.executable, "-c", holder, str(lock)], stdin=subprocess.PIPE, stdout=held, stderr=subprocess.PIPE
            ) as process,
        ):
            assert b"!\n" == process.stderr.readline()
            patience = 0.1 if target == "pipe" else 1000  # which none of the others may need
            script = f"import kestra._lock\nkestra._lock.PATIENCE = {patience}\n{LOCKED}"
            subprocess.run([sys.executable, "-c", script, *fork], stdout=output, check=True, timeout=30)
            process.stdin.close()
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        written = pipe.read()

    if target == "file":
        written = path.read_bytes()
    assert target == "null" or written.endswith(b"}]}::\n")


@linux
def test_the_lock_is_free_when_the_record_is_written():
    """Another process need not wait until the one that has sent a long record ends."""
    script = (
        "import sys\nfrom kestra import Kestra\n"
        "Kestra.log('INFO', 'x' * 5000)\nsys.stderr.write('!\\n')\nsys.stdin.read()"
    )
    reader, writer = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=writer, stderr=subprocess.PIPE
    ) as process:
        assert b"!\n" == process.stderr.readline()
        fcntl.lockf(writer, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises where it is held
        process.stdin.close()
    os.close(writer)
    os.close(reader)


def test_a_replaced_stream_is_respected():
    """A redirection counts from the next record on, and only as long as it lasts."""
    first, second = io.StringIO(), io.StringIO()
    logger = Kestra.logger()
    with contextlib.redirect_stdout(first), contextlib.redirect_stderr(second):
        logger.info("a")
        Kestra.log("ERROR", "b")

    assert (INFO % b"a").decode() == first.getvalue()
    assert (INFO.replace(b"INFO", b"ERROR") % b"b").decode() == second.getvalue()


def test_a_replacement_needs_no_more_than_write():
    """The streams of some notebooks and IDEs have only `write`."""

    class Bare:
        def __init__(self):
            self.text = ""

        def write(self, text):
            self.text += text

    bare = Bare()
    with contextlib.redirect_stdout(bare):
        Kestra.log("INFO", "a")

    assert (INFO % b"a").decode() == bare.text


@UNBUFFERED
@pytest.mark.parametrize("flush", ["", "def flush(self): self.stream.flush()"], ids=["bare", "flush"])
def test_a_record_that_a_tee_passes_on_begins_its_line(run, python, flush):
    """The tee gets the record in one write; the line before it is ended on the standard stream."""
    script = f"""
        import sys
        from kestra import Kestra
        class Tee:
            def __init__(self, stream): self.stream, self.texts = stream, []
            def write(self, text): self.texts.append(text); self.stream.write(text)
            {flush or "pass"}
        sys.stdout = tee = Tee(sys.stdout)
        print("1", end="")
        Kestra.log("INFO", "2")
        Kestra.log("INFO", "3")
        sys.stdout = sys.__stdout__
        print(len(tee.texts))
    """
    done = run(script, python=python)

    assert (b"1\n" + INFO % b"2" + INFO % b"3" + b"4\n", b"") == (done.stdout, done.stderr)


def test_what_keeps_text_gets_the_record_alone(run):
    """The standard stream's line is none of its business."""
    script = """
        import contextlib, io
        from kestra import Kestra
        print("1", end="")
        with contextlib.redirect_stdout(io.StringIO()) as kept:
            Kestra.log("INFO", "2")
        print(kept.getvalue(), end="")
    """

    assert b"1" + INFO % b"2" == run(script).stdout


@UNBUFFERED
@pytest.mark.parametrize(
    "target", ["sys.stderr", "io.TextIOWrapper(io.FileIO(2, 'w', closefd=False), encoding='utf-16')"]
)
def test_standard_output_may_be_sent_elsewhere(run, python, target):
    """The other standard stream takes it in order; an encoding of the caller's own is the caller's."""
    script = f"""
        import io, sys
        from kestra import Kestra
        sys.stdout = {target}
        print("1"); Kestra.log("INFO", "2"); print("3")
    """
    done = run(script, python=python)
    encoding = "utf-16" if "utf-16" in target else "ascii"

    assert b"" == done.stdout
    assert "1\n" + (INFO % b"2").decode() + "3\n" == done.stderr.decode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "utf-16", "cp1252", "utf-8:strict"])
def test_no_charset_setting_changes_a_byte(run, encoding):
    """Records are ASCII, whatever `PYTHONIOENCODING` says."""
    script = "from kestra import Kestra; Kestra.log('INFO', '\\u00e9\\U0001f680\\u2028')"

    assert (
        INFO % b"\\u00e9\\ud83d\\ude80\\u2028" == run(script, env={**os.environ, "PYTHONIOENCODING": encoding}).stdout
    )


def test_a_log_at_interpreter_exit_arrives(run):
    """A log from `atexit`, or from a `__del__` at interpreter shutdown, arrives."""
    script = """
        import atexit
        from kestra import Kestra
        class Last:
            def __del__(self): Kestra.logger().info("del")
        last = Last()
        Kestra.logger()
        atexit.register(Kestra.log, "INFO", "atexit")
    """

    assert INFO % b"atexit" + INFO % b"del" == run(script).stdout


@linux
def test_the_pipe_is_left_as_it_was(run):
    """No flag of the caller's descriptors changes."""
    reader, writer = os.pipe()
    before = fcntl.fcntl(writer, fcntl.F_GETFL)
    run("from kestra import Kestra; Kestra.log('INFO', 'm')", stdout=writer)

    assert before == fcntl.fcntl(writer, fcntl.F_GETFL)
    os.close(reader)
    os.close(writer)
