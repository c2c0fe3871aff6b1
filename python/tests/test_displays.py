"""A record begins its line, behind the real displays of libraries, and whatever they put in a stream's place."""

import os
import subprocess
import sys
import textwrap

import pytest


@pytest.fixture
def lines(run):
    """Run a script, and return of each stream its records, and the lines that hold one behind other text."""

    def _lines(script, **environment):
        done = run(script, env={**os.environ, **environment})
        assert 0 == done.returncode, done.stderr.decode()
        found = []
        for output in (done.stdout, done.stderr):
            records, others = [], []
            for line in output.decode().split("\n"):
                (records if line.startswith("::{") and line.endswith("}::") else others).append(line)
            found.append((records, [line for line in others if "::{" in line]))
        return found

    return _lines


def outputs(*numbers):
    return [f'::{{"outputs":{{"n":{number}}}}}::' for number in numbers]


def warnings(*numbers):
    return [f'::{{"logs":[{{"level":"WARN","message":"{number}"}}]}}::' for number in numbers]


BARS = {
    "standard error": "for i in tqdm(range(3), mininterval=0): warn(i)",
    "standard output": "for i in tqdm(range(3), mininterval=0, file=sys.stdout): out(i)",
    "drawn before": "bar = tqdm(total=3); [warn(i) for i in range(3)]",
    "drawn again": "bar = tqdm(total=3)\nfor i in range(3): bar.refresh(); warn(i); bar.clear(); warn(i)",
    "another position": "bar = tqdm(total=3, position=2)\nfor i in range(3): bar.update(); warn(i)",
    "inner bars that leave nothing": (
        "for i in tqdm(range(3), mininterval=0):\n"
        " warn(i)\n"
        " for j in tqdm(range(2), leave=False, mininterval=0): pass\n"
        " warn(i)"
    ),
    "tqdm.write": "bar = tqdm(total=3)\nfor i in range(3): tqdm.write('text', file=sys.stderr); warn(i)",
    "closed": "bar = tqdm(total=3); bar.update(); bar.close(); warn(0); warn(1)",
    "a stream that passes on": (
        "class Tee:\n"
        " def write(self, text): sys.__stderr__.write(text)\n"
        " def flush(self): sys.__stderr__.flush()\n"
        "sys.stderr = Tee()\n"
        "for i in tqdm(range(3), mininterval=0): warn(i)"
    ),
    "tqdm's own stand-in": (
        "from tqdm.contrib import DummyTqdmFile\n"
        "real = sys.stdout, sys.stderr\n"
        "sys.stdout, sys.stderr = map(DummyTqdmFile, real)\n"
        "for i in tqdm(range(3), file=real[1], position=1, mininterval=0): print('text'); out(i); warn(i)"
    ),
}


@pytest.mark.parametrize("bar", BARS.values(), ids=BARS)
def test_a_record_begins_its_line_behind_a_bar_of_tqdm(bar, lines, library):
    """Whichever stream the bar is on, and whatever it does between two records."""
    library("tqdm")
    script = "import sys\nfrom kestra import Kestra\nfrom tqdm import tqdm\nsent = []\n"
    script += "def warn(n): sent.append('warn'); Kestra.logger().warning(str(n))\n"
    script += "def out(n): sent.append('out'); Kestra.outputs({'n': n})\n"
    script += f"{bar}\nsys.__stdout__.write('::{{' + ' '.join(sent) + '}}::'); sys.__stdout__.flush()"
    (out_records, out_others), (error_records, error_others) = lines(script)
    *out_records, sent = out_records

    assert ([], []) == (out_others, error_others)
    assert (sent.count("out"), sent.count("warn")) == (len(out_records), len(error_records))
    assert sent.count("out") + sent.count("warn") >= 2


def test_100000_records_behind_a_bar_that_another_thread_draws_are_all_there(lines, library):
    """No record is lost while the bar is drawn thousands of times."""
    library("tqdm")
    script = """
        import sys, threading
        from kestra import Kestra
        from tqdm import tqdm
        done = []
        def draw():
            while not done:
                for _ in tqdm(range(50), mininterval=0, file=sys.stdout): pass
        thread = threading.Thread(target=draw)
        thread.start()
        for n in range(100_000): Kestra.outputs({"n": n})
        done.append(1)
        thread.join()
    """
    (records, others), _ = lines(script)

    assert (outputs(*range(100_000)), []) == (records, others)


RICH = {
    "progress": (
        "with rich.progress.Progress() as progress:\n"
        " task = progress.add_task('x', total=3)\n"
        " for i in range(3): out(i); progress.advance(task); progress.refresh()"
    ),
    "status on standard error": ("with Console(stderr=True).status('x'):\n for i in range(3): out(i); time.sleep(0.1)"),
    "a console that is told to be a terminal": (
        "with Console(force_terminal=True).status('x'):\n for i in range(3): out(i)"
    ),
    "after the display": "with rich.progress.Progress() as progress: progress.add_task('x')\nfor i in range(3): out(i)",
}


@pytest.mark.parametrize("display", RICH.values(), ids=RICH)
@pytest.mark.parametrize("color", ["", "1"])
def test_a_record_begins_its_line_behind_a_display_of_rich(display, color, lines, library):
    """A record begins its line also where rich draws on a pipe and replaces both streams."""
    library("rich")
    script = "import time, rich.progress\nfrom rich.console import Console\nfrom kestra import Kestra\n"
    script += "def out(n): Kestra.outputs({'n': n}); Kestra.logger().warning(str(n))\n"
    (out_records, out_others), (error_records, error_others) = lines(script + display, FORCE_COLOR=color)

    assert ([], []) == (out_others, error_others)
    assert (outputs(0, 1, 2), warnings(0, 1, 2)) == (out_records, error_records)


def test_a_record_passes_by_what_twisted_puts_in_the_place_of_the_streams(lines, library):
    """Twisted's log puts a time before each line, so a record goes to the real stream."""
    library("twisted")
    script = """
        import sys
        from kestra import Kestra
        from twisted.python import log
        log.startLogging(sys.stdout)
        print("text")
        Kestra.outputs({"n": 1})
        Kestra.logger().warning("1")
    """
    (out_records, _), (error_records, _) = lines(script)

    assert (outputs(1), warnings(1)) == (out_records, error_records)


def test_a_record_passes_by_what_alive_progress_puts_in_the_place_of_the_streams(lines, library):
    """alive-progress puts the bar's position before each line, so a record goes to the real stream."""
    library("alive_progress")
    script = """
        from alive_progress import alive_bar
        from kestra import Kestra
        with alive_bar(2, force_tty=True) as bar:
            for n in range(2):
                bar(); Kestra.outputs({"n": n}); Kestra.logger().warning(str(n))
    """
    (out_records, _), (error_records, _) = lines(script)

    assert (outputs(0, 1), warnings(0, 1)) == (out_records, error_records)


def test_a_record_passes_by_what_celery_puts_in_the_place_of_the_streams(lines, library):
    """Celery's workers log what tasks print, so a record goes to the real stream."""
    library("celery")
    script = """
        import logging, sys
        from celery.utils.log import LoggingProxy
        from kestra import Kestra
        logging.basicConfig(level="INFO")
        sys.stdout = LoggingProxy(logging.getLogger("tasks"), logging.INFO)
        sys.stderr = LoggingProxy(logging.getLogger("tasks"), logging.ERROR)
        print("text")
        Kestra.outputs({"n": 1})
        Kestra.logger().warning("1")
    """
    (out_records, _), (error_records, _) = lines(script)

    assert (outputs(1), warnings(1)) == (out_records, error_records)


def test_a_record_of_a_test_begins_its_line_under_pytest_without_capture(tmp_path):
    """Pytest leaves the file's name and the dots of passed tests without a line end."""
    (tmp_path / "test_load.py").write_text(
        textwrap.dedent("""
            from kestra import Kestra

            def test_one():
                Kestra.outputs({"n": 1})

            def test_two():
                Kestra.outputs({"n": 2})
                Kestra.outputs({"n": 3})
            """)
    )
    command = [sys.executable, "-m", "pytest", "-s", "-p", "no:cacheprovider", "--rootdir", tmp_path]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=tmp_path, timeout=60, check=True)

    assert outputs(1, 2, 3) == [line for line in done.stdout.decode().split("\n") if line.startswith("::{")]


def test_a_stream_that_keeps_text_gets_the_record_as_it_is(run):
    """A stream that keeps its text gets the record unchanged, wherever it begins."""
    script = """
        import contextlib, io
        from kestra import Kestra
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            print("10%", end="")
            Kestra.outputs({"n": 1})
        print(repr(text.getvalue()))
    """

    assert repr("10%" + outputs(1)[0] + "\n") + "\n" == run(script).stdout.decode()


def test_the_record_is_one_write_to_a_stream_that_passes_on(run):
    """A stream that puts each piece on its own line would otherwise cut the record."""
    script = """
        import sys
        from kestra import Kestra
        class Tee:
            def write(self, text): sys.__stdout__.write(f"{len(text)}\\n")
        sys.stdout = Tee()
        Kestra.outputs({"n": 1})
    """

    assert f"{len(outputs(1)[0]) + 1}\n".encode() == run(script).stdout
