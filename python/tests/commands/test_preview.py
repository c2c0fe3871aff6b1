"""The command `preview` runs a command as Kestra does, and shows what Kestra would make of its output."""

import contextlib
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import textwrap

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
TIME = re.compile(r"^\d\d:\d\d:\d\d\.\d{3}  ", re.MULTILINE)
FATAL = '::{"metrics":[null]}::'
WITHOUT_RICH = "import sys; sys.modules['rich'] = None; from kestra.__main__ import main; sys.exit(main(sys.argv[1:]))"


def python(script):
    return [sys.executable, "-c", textwrap.dedent(script)]


def kestra(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "kestra", *arguments], capture_output=True, text=True, timeout=60, check=False
    )


def default_signals():
    """Undo what a background job or `nohup` passes on to the tests: SIGINT, SIGQUIT or SIGHUP ignored."""
    for name in ("SIGINT", "SIGQUIT", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


def start(*arguments, **options):
    """Start the preview, in a session of its own: a signal of a test goes to no other process."""
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    if os.name == "posix":
        options.setdefault("preexec_fn", default_signals)
    return subprocess.Popen(
        [sys.executable, "-m", "kestra", "preview", *arguments], start_new_session=True, text=True, **options
    )


def preview(*arguments, **options):
    """Return the exit status, standard output and standard error of a preview."""
    text = options.pop("input", None)
    process = start(*arguments, stdin=subprocess.PIPE if text is not None else subprocess.DEVNULL, **options)
    out, err = process.communicate(text, timeout=60)
    return process.returncode, out, err


def shown(*arguments):
    """Return the rows that were shown, without the time, and the rows of the summary."""
    _, out, err = preview(*arguments)
    assert "" == err
    rows, _, summary = out.partition("\n\nExit status ")
    return TIME.sub("", rows).split("\n"), summary.split("\n")[1:]


def in_a_terminal(*command, send=None, **environment):
    """Run a command with a terminal for all three streams; return its exit status and what it showed.

    Once the terminal shows the first text of `send`, the second is typed.
    """
    import pty

    child, terminal = pty.fork()
    if child == 0:
        default_signals()
        os.environ.pop("NO_COLOR", None)
        os.environ.update({"TERM": "xterm", "COLUMNS": "100", **environment})
        os.execv(command[0], command)
    screen = b""
    with contextlib.suppress(OSError):  # Linux says so when the last process of the terminal has ended
        while data := os.read(terminal, 65536):
            screen += data
            if send and send[0] in screen:
                os.write(terminal, send[1])
                send = None
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), screen.decode().replace("\r\n", "\n")


@pytest.fixture(autouse=True)
def no_width(monkeypatch):
    """Leave the width of the terminal that runs the tests out of them."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def rich():
    """Return what `kestra[preview]` installs; a skip without it, which CI does not grant."""
    if os.environ.get("CI") == "true":
        import rich
    else:
        rich = pytest.importorskip("rich")
    return rich


def test_a_record_is_shown_at_its_level_and_text_at_that_of_its_stream():
    """The rows are those of the Logs tab."""
    script = """
        from kestra import Kestra
        for level in ("TRACE", "DEBUG", "INFO"):
            Kestra.log(level, f"a {level.lower()}")
        print("text")
    """
    rows, _ = shown(*python(script))

    assert ["TRACE    a trace", "DEBUG    a debug", "INFO     a info", "INFO     text"] == rows

    rows, _ = shown(*python("import sys; print('text', file=sys.stderr)"))

    assert ["ERROR    text"] == rows


def test_outputs_and_metrics_are_shown_between_the_logs():
    """Metrics are shown with their tags, timers in seconds."""
    script = """
        from kestra import Kestra
        Kestra.outputs({"rows": 3, "files": ["a.csv"]})
        Kestra.log("INFO", "half-way")
        Kestra.counter("rows", 3, {"table": "orders"})
        Kestra.timer("load", 0.25)
    """
    rows, _ = shown(*python(script))

    assert [
        "OUTPUT   rows = 3",
        'OUTPUT   files = ["a.csv"]',
        "INFO     half-way",
        "METRIC   counter rows = 3  table=orders",
        "METRIC   timer load = 0.25 s",
    ] == rows


def test_a_message_of_several_lines_is_indented():
    """The lines of one message stand under its first."""
    rows, _ = shown(*python("from kestra import Kestra; Kestra.log('INFO', 'a\\nb')"))

    assert ["INFO     a", " " * 23 + "b"] == rows


def test_the_summary_adds_up_what_kestra_keeps():
    """Counters and timers add up; of a gauge and an output the last value stays."""
    script = """
        from kestra import Kestra
        for number in (1, 2):
            Kestra.log("INFO", "m")
            Kestra.outputs({"number": number, f"only {number}": None})
            Kestra.counter("rows", number)
            Kestra.counter("rows", number, {"table": "orders"})
            Kestra.gauge("fill", number / 4)
            Kestra.timer("load", 0.1239 * number)
        Kestra.log("DEBUG", "m")
    """
    _, summary = shown(*python(script))

    assert [
        "Logs      1 DEBUG, 2 INFO",
        "Outputs   number = 2",
        "          only 1 = null",
        "          only 2 = null",
        "Metrics   counter rows = 3",
        "          counter rows = 3  table=orders",
        "          gauge fill = 0.5",
        "          timer load = 0.37 s",  # 123 ms and 247 ms: Kestra cuts each off
        "Problems  none",
        "",
    ] == summary


def test_a_problem_is_shown_with_its_place_and_in_the_summary():
    """An invalid line is shown as it was printed."""
    rows, summary = shown("echo", '::{"outputs":{"rows":NaN}}::')
    text, problem = rows[-2:]

    assert 'INVALID  ::{"outputs":{"rows":NaN}}::' == text
    assert re.fullmatch(r" {23}stdout:1:\d+: .*NaN.* \(.+\)", problem), problem
    assert [f"Problems  invalid: {problem.strip()}"] == [row for row in summary if row.startswith("Problems")]


def test_plain_lines_on_standard_error_are_counted():
    """Most of them are logs that have lost their level."""
    _, out, _ = preview(*python("import logging; logging.warning('a'); logging.warning('b')"))

    assert "\n2 plain lines on stderr arrive as ERROR: `python -m kestra run` " in out


@pytest.mark.parametrize("status", [0, 1, 3, 255])
def test_the_exit_status_is_that_of_the_command(status):
    """After a signal the exit status is the one that a shell reports."""
    returned, out, _ = preview(*python(f"raise SystemExit({status})"))

    assert status == returned
    assert f"\nExit status {status} after " in out


@posix
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGSEGV"])
def test_the_exit_status_after_a_signal_is_the_shells(name):
    """The exit status is 128 and the signal's number, and earlier output is shown."""
    script = f"import os, signal; print('before', flush=True); os.kill(os.getpid(), signal.{name})"
    status, out, _ = preview(*python(script))

    assert 128 + getattr(signal, name) == status
    assert "INFO     before\n" in out


def test_a_missing_command_is_one_error():
    """The exit status is the shell's for a missing command."""
    assert (127, "", "kestra preview: no-such-command: command not found\n") == preview("no-such-command")


@posix
def test_a_command_that_cannot_be_run_is_one_error(tmp_path):
    """One command has no permission, the other names a missing interpreter."""
    script = tmp_path / "script"
    script.write_text("#!/no/such/interpreter\n")

    assert (126, "", f"kestra preview: {script}: expected a program, got Permission denied\n") == preview(str(script))

    script.chmod(0o755)
    error = f"kestra preview: {script}: its first line names an interpreter that is not there: /no/such/interpreter\n"

    assert (127, "", error) == preview(str(script))


@posix
@pytest.mark.parametrize(
    ("name", "text", "mode", "status", "error"),
    [
        ("load.py", "", 0o644, 126, "load.py: not executable: python -m kestra preview python load.py 1"),
        ("load.sh", "", 0o644, 126, "load.sh: not executable: python -m kestra preview sh load.sh 1"),
        ("load", "#!/usr/bin/env sh\n", 0o644, 126, "load: not executable: python -m kestra preview sh load 1"),
        (
            "load.sh",
            "#!/bin/sh\r\n",
            0o755,
            127,
            "./load.sh: its first line ends with a carriage return, a Windows line end: remove it from the file",
        ),
        ("load", "", 0o755, 127, "load: not on PATH (./ before its name runs the one in this folder)"),
        ("load", "", 0o755, 126, "./load: no interpreter in its first line: python -m kestra preview sh ./load 1"),
    ],
)
def test_a_script_that_cannot_be_run_is_an_error_with_a_remedy(name, text, mode, status, error, tmp_path):
    """The error shows the command to type."""
    (tmp_path / name).write_text(text)
    (tmp_path / name).chmod(mode)
    (tmp_path / "python").symlink_to(sys.executable)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    if "PATH" in error:
        environment["PATH"] = os.environ["PATH"]

    assert (status, "", f"kestra preview: {error}\n") == preview(
        error.partition(":")[0], "1", cwd=tmp_path, env=environment
    )


@posix
@pytest.mark.parametrize(
    ("command", "error"),
    [
        (["echo a && echo b"], "a command line needs a shell: python -m kestra preview sh -c 'echo a && echo b'"),
        (["cd", "a b"], "it is part of the shell: python -m kestra preview sh -c 'cd '\"'\"'a b'\"'\"''"),
        (["A=1", "env"], "variables need env: python -m kestra preview env A=1 env"),
    ],
)
def test_what_only_a_shell_understands_is_an_error_with_a_remedy(command, error):
    """The preview starts programs, as Kestra's tasks start a shell that does so."""
    assert (127, "", f"kestra preview: {command[0]}: command not found: {error}\n") == preview(*command)


@pytest.mark.parametrize(
    "arguments",
    [(), ("--",), ("--no-such-option", "true"), ("--kestra", "0.9", "true"), ("--plain", "--color", "true")],
)
def test_wrong_usage_is_refused(arguments):
    """After a usage error the exit status is 2, and nothing runs."""
    status, out, err = preview(*arguments)

    assert (2, "") == (status, out)
    assert "usage: python -m kestra preview" in err


def test_a_report_that_cannot_be_written_is_one_error(tmp_path):
    """The error comes before anything is read or run."""
    path = tmp_path / "missing" / "report.html"
    error = f"kestra preview: {path}: expected a file to write the report to, got No such file or directory\n"

    assert (2, "", error) == preview("--html", str(path), "echo", "ran")


def test_options_after_the_command_are_its_own():
    """Options after the command are passed to it, with and without --."""
    command = [*python("import sys; print(sys.argv[1:])"), "--json", "--", "-x"]

    assert ["INFO     ['--json', '--', '-x']"] == shown(*command)[0]
    assert ["INFO     ['--json', '--', '-x']"] == shown("--", *command)[0]


def test_the_command_reads_our_standard_input():
    """Standard input is passed on to the command."""
    _, out, _ = preview(*python("print(input())"), input="typed\n")

    assert "INFO     typed\n" in out


def test_a_line_is_shown_at_once():
    """A line is shown while the command still runs and waits for input."""
    process = start(*python("print('first', flush=True); print(input())"), stdin=subprocess.PIPE)
    first = process.stdout.readline()
    out, _ = process.communicate("second\n", timeout=60)

    assert "INFO     first\n" == TIME.sub("", first)
    assert "INFO     second\n" == TIME.sub("", out[: out.index("\n") + 1])


def test_a_last_line_without_a_line_end_is_shown():
    """The last line needs no line end."""
    assert ["INFO     no end"] == shown("printf", "no end")[0]


def test_output_in_pieces_is_read_as_lines():
    """A character may be cut by the end of a write."""
    script = """
        import os, time
        for piece in (b"caf\\xc3", b"\\xa9 a", b"u lait\\nnext", b"\\n"):
            os.write(1, piece)
            time.sleep(0.05)
    """
    rows, _ = shown(*python(script))

    assert ["INFO     café au lait", "INFO     next"] == rows


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux, which keeps the order")
def test_what_was_printed_first_is_shown_first():
    """The order holds between the streams, and for what was printed before the preview read."""
    script = "import os; os.write(2, b'first\\n'); os.write(1, b'second\\n')"

    assert ["ERROR    first", "INFO     second"] == shown(*python(script))[0]


def test_much_output_arrives_whole():
    """More than a pipe holds arrives from both streams, with a line of a megabyte, which Kestra cuts."""
    script = """
        import sys
        print("+" * 1_000_000)
        for number in range(20_000):
            print("out", number); print("err", number, file=sys.stderr)
    """
    _, out, _ = preview(*python(script))

    assert 1_000_000 == out.count("+")
    assert f"  INFO     {'+' * 15_360}\n" in out
    assert [str(number) for number in range(20_000)] == re.findall(r"INFO     out (\d+)\n", out)
    assert [str(number) for number in range(20_000)] == re.findall(r"ERROR    err (\d+)\n", out)


def test_after_a_fatal_line_the_command_runs_on_and_what_is_lost_is_shown():
    """Kestra would have killed the command."""
    script = f"""
        import sys
        print('{FATAL}')
        print("x" * 200_000, flush=True)
        print("err", file=sys.stderr)
    """
    status, out, _ = preview(*python(script))
    rows = TIME.sub("", out).split("\n")

    assert 0 == status
    assert f"FATAL    {FATAL}" in rows
    assert (
        "FATAL    KESTRA STOPS READING stdout: all that follows there is lost, and the next write to it fails" in rows
    )
    assert f"LOST     {'x' * 200_000}" in rows
    assert "ERROR    err" in rows
    assert "          lost: stdout:2:1: 1 line is lost from here on, as Kestra stops reading at line 1" in rows
    assert "Logs      1 ERROR" in rows


def test_lines_after_a_fatal_line_are_ignored():
    """Outputs, metrics and problems of lost lines are in no summary."""
    lost = f"""{FATAL}
::{{"outputs":{{"rows":3}},"metrics":[{{"name":"rows","type":"counter","value":3,"tags":{{}}}}]}}::
::{{"logs":[{{"level":"INFO","message":"m"}},NaN]}}::
{FATAL}"""
    _, summary = shown("printf", "%s\\n", lost)

    assert ["Logs      none", "Outputs   none", "Metrics   none"] == summary[:3]
    assert ["fatal: stdout:1:", "lost: stdout:2:1"] == [row[10:].rstrip("1234567890")[:16] for row in summary[3:5]]
    assert [""] == summary[5:]


@pytest.mark.parametrize("form", ["--plain", "--color", "--json"])
def test_outputs_as_deep_as_kestra_reads_are_shown(form):
    """Outputs with 998 levels, as Kestra reads them, are shown."""
    deepest = "[" * 997 + "]" * 997
    _, out, err = preview(form, "echo", f'::{{"outputs":{{"deep":{deepest}}}}}::')

    assert "" == err
    assert (deepest in out) == (form == "--json")
    assert "deep" in out


def test_kestra_option_selects_the_version():
    """Kestra 2.0 reads a line as a switch that 1.3 shows as text."""
    assert ["DEBUG    a"] == shown("printf", "%s\\n", "##kestra:log:debug##", "a")[0]
    assert ["INFO     ##kestra:log:debug##", "INFO     a"] == shown(
        "--kestra", "1.3", "printf", "%s\\n", "##kestra:log:debug##", "a"
    )[0]


def test_json_is_one_object_a_line_and_a_summary():
    """`--json` prints one object a line and a summary, for programs."""
    script = """
        from kestra import Kestra
        Kestra.log("WARN", "caf\\u00e9")
        Kestra.counter("rows", 3)
    """
    _, out, _ = preview("--json", *python(script))
    *lines, last = map(json.loads, out.splitlines())
    warn, rows = sorted(lines, key=lambda line: line["stream"])

    assert out.isascii()
    assert ("stderr", 1, "record", [{"level": "WARN", "message": "café"}]) == tuple(
        warn[key] for key in ("stream", "line", "verdict", "logs")
    )
    assert [("counter", "rows", 3)] == [(one["type"], one["name"], one["value"]) for one in rows["metrics"]]
    assert (0, {"TRACE": 0, "DEBUG": 0, "INFO": 0, "WARN": 1, "ERROR": 0}) == tuple(
        last["summary"][key] for key in ("exit_status", "logs")
    )


@posix
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1"])
def test_a_signal_is_passed_on_once_and_the_summary_is_still_shown(name):
    """The command decides what to do with the signal."""
    script = f"""
        import signal, sys
        count = 0
        def handler(*_):
            global count
            count += 1
            print("got {name}", count, flush=True)
        signal.signal(signal.{name}, handler)
        print("ready", flush=True)
        sys.stdin.read()
        sys.exit(7)
    """
    process = start(*python(script), stdin=subprocess.PIPE)
    assert "INFO     ready\n" == TIME.sub("", process.stdout.readline())
    process.send_signal(getattr(signal, name))
    assert f"INFO     got {name} 1\n" == TIME.sub("", process.stdout.readline())
    out, err = process.communicate(timeout=60)

    assert (7, "") == (process.returncode, err)
    assert "got" not in out
    assert "\nExit status 7 after " in out


@posix
def test_an_ignored_signal_stays_ignored():
    """Under `nohup`, and in a background job of a script, the command is not interrupted."""

    def ignore():
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    process = start("sh", "-c", "echo ready; read line; exit 3", stdin=subprocess.PIPE, preexec_fn=ignore)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate("go on\n", timeout=60)

    assert 3 == process.returncode
    assert "\nExit status 3 after " in out


@posix
def test_control_c_in_a_terminal_reaches_the_command_once():
    """The terminal sends it to the command, so the preview does not."""
    script = """
        import signal, sys, time
        got = []
        signal.signal(signal.SIGINT, lambda *_: got.append(1))
        print("ready", flush=True)
        while not got:
            time.sleep(0.01)
        time.sleep(0.3)  # a second one would come by now
        print("got", len(got))
    """
    command = [sys.executable, "-m", "kestra", "preview", "--plain", *python(script)]
    status, screen = in_a_terminal(*command, send=(b"ready", b"\x03"))

    assert 0 == status
    assert "INFO     got 1\n" in screen


@posix
def test_the_command_has_pipes_in_a_terminal_too():
    """A program that draws progress bars only on terminals draws none, as in Kestra."""
    script = "import sys; print(sys.stdout.isatty(), sys.stderr.isatty())"
    _, screen = in_a_terminal(sys.executable, "-m", "kestra", "preview", "--plain", *python(script))

    assert "INFO     False False\n" in screen


@posix
@pytest.mark.parametrize(
    ("option", "environment", "is_coloured"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--plain",), {}, False),
        (("--color",), {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_is_for_terminals(option, environment, is_coloured):
    """A terminal has colour, unless an option or the environment says otherwise."""
    command = [sys.executable, "-m", "kestra", "preview", *option, "echo", "text"]
    _, screen = in_a_terminal(*command, **environment)

    assert is_coloured == ("\x1b[32mINFO\x1b[0m     text\n" in screen)
    assert is_coloured == ("\x1b" in screen)


def test_without_a_terminal_there_is_colour_on_request_only():
    """A file has colours only with the option."""
    assert "\x1b" not in preview("echo", "text")[1]
    assert "\x1b[32mINFO\x1b[0m     text\n" in preview("--color", "echo", "text")[1]


@posix
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("form", ["rich", "without rich"])
def test_on_a_terminal_long_text_is_wrapped_at_words(columns, form, request):
    """No row is wider than the terminal, and no word is broken."""
    if form == "rich":
        request.getfixturevalue("rich")
    words = " ".join(f"word{number}" for number in range(10, 50))
    script = f"""
        from kestra import Kestra
        Kestra.log("INFO", "{words}")
        Kestra.outputs({{"words": "{words}"}})
        print('::{{"logs":[{{"level":"verbose","message":"m"}}]}}::')
    """
    command = [sys.executable, "-c", WITHOUT_RICH] if form == "without rich" else [sys.executable, "-m", "kestra"]
    status, screen = in_a_terminal(*command, "preview", *python(script), COLUMNS=str(columns))
    rows = re.sub(r"\x1b\[[\d;]*m", "", screen).split("\n")

    assert 0 == status
    assert max(map(len, rows)) <= columns
    assert 3 * 40 == sum(len(re.findall(r"\bword\d\d\b", row)) for row in rows)  # log, output and summary


@pytest.mark.parametrize("form", ["rich", "without rich"])
def test_the_summary_in_colour_has_what_the_plain_one_has(form, request):
    """Tables and text show the same; rich's markup in a message is text."""
    if form == "rich":
        request.getfixturevalue("rich")
    script = """
        from kestra import Kestra
        Kestra.outputs({"[red]rows": "[/]"})
        Kestra.counter("rows", 3, {"table": "orders"})
        Kestra.log("INFO", "m")
    """
    command = [sys.executable, "-c", WITHOUT_RICH] if form == "without rich" else [sys.executable, "-m", "kestra"]
    done = subprocess.run(
        [*command, "preview", "--color", *python(script)], capture_output=True, text=True, timeout=60, check=True
    )
    summary = re.sub(r"\x1b\[[\d;]*m", "", done.stdout.partition("Exit status 0")[2])

    assert "" == done.stderr
    assert ("──" in summary) == (form == "rich")
    for part in ("1 INFO", '"[/]"', "[red]rows", "counter", "table=orders"):
        assert part in summary


@posix
def test_rich_is_imported_for_colour_only(rich):
    """Rich is imported after the command has ended, so that no line waits for it."""
    command = [sys.executable, "-X", "importtime", "-m", "kestra", "preview", "true"]
    plain = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stderr
    command.insert(-1, "--color")
    coloured = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stderr

    assert (0, True) == (plain.count(f"{rich.__name__}."), f"{rich.__name__}.table" in coloured)


def test_nothing_that_is_printed_moves_the_cursor():
    """Control characters, and those that reverse a text's direction, are shown as pictures."""
    rows, _ = shown("printf", "%s\\n", "\x1b[2J\x07\x7f\u009b\u202e")

    assert ["INFO     ␛[2J␇␡��"] == rows


@pytest.mark.parametrize("form", ["--plain", "--color"])
def test_no_name_and_no_tag_forges_a_line(form):
    """No name, tag or text of a problem can forge a line."""
    forged = "\x1b[2J\nforged"
    metric = {"name": forged, "type": "gauge", "value": 1, "tags": {forged: forged}}
    payload = json.dumps({"outputs": {forged: forged}, forged: 1, "metrics": [metric]})
    _, out, _ = preview(form, "printf", "%s", f"::{payload}::")

    assert out.count("forged") >= 8
    assert "\x1b[2J" not in out
    assert "\nforged" not in out


@posix
def test_a_closed_pipe_does_not_stop_the_command(tmp_path):
    """The exit status is still that of the command."""
    script = f"""
        import pathlib
        for _ in range(1000):
            print("x" * 1000, flush=True)
        pathlib.Path({str(tmp_path / "ran")!r}).write_text("to its end")
        raise SystemExit(4)
    """
    process = start(*python(script))
    with process:
        process.stdout.readline()
        process.stdout.close()

        assert (4, "") == (process.wait(timeout=60), process.stderr.read())
    assert "to its end" == (tmp_path / "ran").read_text()


@posix
@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-", "<&-", ">/dev/full"])
def test_streams_that_are_closed_or_full_change_no_exit_status(redirection):
    """The command runs, and what it prints is read."""
    script = "import os; os.write(1, b'x' * 100_000); os.write(2, b'x' * 100_000); raise SystemExit(4)"
    quoted = " ".join(map(shlex.quote, [sys.executable, "-m", "kestra", "preview", *python(script)]))

    assert 4 == subprocess.run(f"{quoted} {redirection}", shell=True, timeout=60, check=False).returncode


@posix
def test_a_process_that_is_left_behind_is_waited_for_and_named_as_the_reason():
    """The preview waits as Kestra does; an interrupt ends the wait."""
    process = start("--plain", "sh", "-c", "sleep 60 & echo $!; exit 5")
    left_behind = int(TIME.sub("", process.stdout.readline()).split()[1])
    try:
        note = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    finally:
        os.kill(left_behind, signal.SIGKILL)

    assert note.startswith(
        "the command has ended with status 5, but a process that it left behind holds its output open"
    )
    assert 5 == process.returncode
    assert "\nExit status 5 after " in out


@posix
def test_a_command_that_closes_its_streams_is_waited_for():
    """The exit status is known only when the command ends."""
    status, out, _ = preview("sh", "-c", "echo a; exec >&- 2>&-; sleep 0.2; exit 6")

    assert 6 == status
    assert "INFO     a\n" in out


def test_reading_by_threads_gives_the_same():
    """Threads read the pipes on Windows, where they cannot be selected."""
    from kestra.commands._child import _by_threads

    process = subprocess.Popen(
        python("import sys; print('out'); print('err', file=sys.stderr)"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    chunks = _by_threads({name: getattr(process, name).fileno() for name in ("stdout", "stderr")}, lambda: 1)
    read, open_streams = {"stdout": b"", "stderr": b""}, 2
    while open_streams:
        stream, data = next(chunks)
        if stream:
            read[stream] += data
            open_streams -= not data
    with process:
        pass

    assert {"stdout": b"out", "stderr": b"err"} == {stream: data.strip() for stream, data in read.items()}


def test_the_report_is_one_page_that_loads_nothing(tmp_path):
    """Any printed text stays text in the report."""
    path = tmp_path / "report.html"
    hostile = '</td></table><script src="https://evil.example/x.js">alert(1)</script><img onerror=x>"\'&'
    script = f"""
        from kestra import Kestra
        hostile = {hostile!r}
        Kestra.log("WARN", hostile)
        Kestra.outputs({{hostile: hostile}})
        Kestra.gauge(hostile, 1, {{hostile: hostile}})
        print('::{{"logs":[{{"level":"' + hostile.replace('"', '') + '","message":1}}]}}::')
        print(hostile)
        print('{FATAL}')
        print(hostile)
    """
    status, _, err = preview("--html", str(path), *python(script), hostile)
    page = path.read_text(encoding="utf-8")
    tags = re.findall(r"<(\w+)([^>]*)>", page)

    assert (0, "") == (status, err)
    assert page.startswith("<!DOCTYPE html>\n")
    assert 1 == page.count("<script")
    assert {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "p",
        "table",
        "tr",
        "th",
        "td",
        "form",
        "script",
    } == {name for name, _ in tags}
    assert [] == [attributes for _, attributes in tags if re.search(r"\b(src|href|on\w+)\s*=", attributes)]
    assert 1 <= page.count('<tr class="WARN">')
    assert page.count("&lt;script src=&quot;https://evil.example/x.js&quot;&gt;") >= 7


def test_levels_are_read_and_the_report_names_the_command_as_it_was_typed(tmp_path):
    """`--levels` shows what `run --levels` sends; the report's title does not have what runs it."""
    path = tmp_path / "report.html"
    status, out, _ = preview("--plain", "--levels", "--html", str(path), "echo", "WARNING: slow")

    assert 0 == status
    assert "WARN     WARNING: slow" in out
    assert "<title>kestra preview --levels echo WARNING: slow</title>" in path.read_text()


def test_the_report_has_logs_outputs_metrics_and_problems(tmp_path):
    """The page shows them as text, so that it can be read without its script."""
    path = tmp_path / "report.html"
    script = """
        from kestra import Kestra
        Kestra.log("INFO", "caf\\u00e9 \\U0001f680")
        Kestra.outputs({"rows": 3})
        Kestra.timer("load", 1.5, {"table": "orders"})
        print('::{"logs":NaN}::')
    """
    preview("--html", str(path), *python(script))
    page = path.read_text(encoding="utf-8")

    assert '<td class="INFO">INFO</td><td>café \U0001f680</td>' in page
    assert "<td>rows</td><td>3</td>" in page
    assert "<td>timer</td><td>load</td><td>1.5 s</td><td>table=orders</td>" in page
    assert "<td>invalid</td>" in page
    assert "prefers-color-scheme: dark" in page


def test_the_report_has_a_date_and_a_filter_of_every_kind_of_row(tmp_path):
    """Outputs, metrics and problems can be hidden like the logs of a level."""
    path = tmp_path / "report.html"
    script = """
        from kestra import Kestra
        Kestra.outputs({"rows": 3})
        Kestra.gauge("rows", 3)
        print('::{"logs":NaN}::')
    """
    preview("--html", str(path), *python(script))
    page = path.read_text(encoding="utf-8")
    (filtered,) = re.findall(r"for \(const kind of (\[.*?\])\)", page)
    kinds = re.findall(r'<tr class="(\w+)">', page)

    assert re.search(r"<p>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}\. Exit status 0 after ", page)
    assert ["OUTPUT", "METRIC", "problem"] == kinds
    assert set(kinds) <= set(json.loads(filtered.replace("'", '"')))


def test_the_report_breaks_only_long_cells(tmp_path):
    """A level, a place or a short name stays whole beside a long message, in backticks stands code."""
    path = tmp_path / "report.html"
    script = """
        import logging
        from kestra import Kestra
        Kestra.outputs({"short": "x" * 1000, "long" * 20: 1})
        logging.warning("y" * 1000)
    """
    preview("--html", str(path), *python(script))
    page = path.read_text(encoding="utf-8")

    assert '<td>short</td><td class="long">"xxx' in page.replace("&quot;", '"')
    assert f'<td class="long">{"long" * 20}</td><td>1</td>' in page
    assert '<td>stderr:1</td><td class="ERROR">ERROR</td><td class="long">WARNING:root:yyy' in page
    assert "<code>python -m kestra run</code> sends" in page
    assert "`python" not in page


def test_a_script_does_not_import_the_commands(run):
    """A script starts with what it needs."""
    script = """
        import sys
        before = set(sys.modules)
        import kestra
        kestra.Kestra.logger().info("m")
        libraries = {"argparse", "subprocess", "selectors", "dataclasses", "html", "rich", "__future__"}
        loaded = set(sys.modules) - before
        print(loaded & libraries | {name for name in loaded if name.startswith(("kestra.reader", "kestra.commands"))})
    """

    assert "set()" == run(script).stdout.decode().splitlines()[1]


@pytest.mark.parametrize("arguments", [[], ["no-such-command"], ["--no-such-option"], ["-x", "preview"]])
def test_an_unknown_command_is_a_usage_error(arguments):
    """An unknown command has the exit status 2."""
    done = kestra(*arguments)

    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("usage: python -m kestra COMMAND")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["preview", "check", "run"]),
        (["--version"], ["kestra 3."]),
        (["preview", "--help"], ["--kestra", "--json", "--html", "--plain", "--color", "exit status"]),
        (["check", "--help"], ["--kestra", "--json", "--html", "--stderr", "--strict", "exit status"]),
    ],
)
def test_help_lists_commands_and_options(arguments, words):
    """Each command has its own help."""
    done = kestra(*arguments)

    assert (0, "") == (done.returncode, done.stderr)
    assert [] == [word for word in words if word not in done.stdout]
