"""The command `check` finds what Kestra would reject, drop or misread in captured output."""

import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

RECORD = '::{"logs":[{"level":"INFO","message":"m"}]}::\n'
INVALID = '::{"logs":[{"level":"NOTICE","message":"m"}]}::\n'
FATAL = '::{"metrics":[null]}::\n'
LOST = 'text ::{"outputs":{"rows":3}}::\n'


@pytest.fixture
def check(tmp_path):
    """Check texts, each as a file of the name given, and return exit status, standard output and standard error."""

    def _check(*options, stdin="", **files):
        for name, text in files.items():
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        done = subprocess.run(
            [sys.executable, "-m", "kestra", "check", *options, *files],
            cwd=tmp_path,
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return _check


def test_clean_output_prints_nothing(check):
    """Without problems, `check` prints nothing and the exit status is 0."""
    assert (0, "", "") == check(log=RECORD + "text\n\n" + '::{"outputs":{"rows":3}}::\n')


def test_empty_output_is_clean(check):
    """Empty output has no problem."""
    assert (0, "", "") == check(log="")


def test_a_problem_is_one_line_with_its_place_and_remedy(check):
    """The form is that of compilers, for editors and CI; the exit status is 1."""
    status, out, err = check(log=RECORD + '::{"outputs":{"share":NaN}}::\n' + RECORD)

    assert (1, "") == (status, err)
    assert re.fullmatch(r"log:2:23: .*NaN.* \(.+\)\n", out), out


def test_every_problem_of_every_file_is_listed(check):
    """Lines are numbered within each file."""
    status, out, _ = check(one=RECORD + INVALID, two=INVALID + INVALID)

    assert 1 == status
    assert ["one:2:", "two:1:", "two:2:"] == [line[:6] for line in out.splitlines()]


def test_each_file_is_a_process_of_its_own(check):
    """Two scripts may send one name as different types; one script may not."""
    counter = '::{"metrics":[{"name":"rows","type":"counter","value":1,"tags":{}}]}::\n'
    gauge = counter.replace("counter", "gauge")

    assert (0, "", "") == check(one=counter, two=gauge)
    assert 1 == check(one=counter + gauge)[0]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input_is_read_without_a_file(check, arguments):
    """Standard input is read without a file, and for -."""
    status, out, _ = check(*arguments, stdin=RECORD + INVALID)

    assert 1 == status
    assert out.startswith("<stdin>:2:21: ")


def test_a_problem_of_a_live_stream_is_listed_at_once():
    """A problem is printed while the stream goes on."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kestra", "check"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    process.stdin.write(INVALID)
    process.stdin.flush()
    first = process.stdout.readline()
    out, _ = process.communicate(RECORD, timeout=60)

    assert first.startswith("<stdin>:1:21: ")
    assert (1, "") == (process.returncode, out)


def test_what_follows_a_fatal_line_is_lost(check):
    """All later lines are one problem; theirs are not listed."""
    _, out, _ = check(log=RECORD + FATAL + RECORD + INVALID + LOST)
    fatal, lost = out.splitlines()

    assert fatal.startswith("log:2:")
    assert "log:3:1: 3 lines are lost from here on, as Kestra stops reading at line 2" == lost
    assert 1 == len(check(log=RECORD + FATAL)[1].splitlines())


def test_a_record_that_kestra_reads_as_text_or_drops_is_a_problem(check):
    """A line that Kestra accepts can still lose a record."""
    status, out, _ = check(log=LOST + RECORD.strip() + RECORD)

    assert 1 == status
    assert ["log:1:", "log:2:"] == [line[:6] for line in out.splitlines()]


def test_plain_text_on_standard_error_is_a_problem_with_strict(check):
    """Kestra shows it as an ERROR."""
    text = RECORD + "text\n"

    assert (0, "", "") == check("--stderr", log=text)
    assert (0, "", "") == check("--strict", log=text)
    status, out, _ = check("--stderr", "--strict", log=text)
    assert 1 == status
    assert re.fullmatch(r"log:2:1: plain text on the error stream arrives as ERROR: text \(.+\)\n", out), out


def test_strict_shows_each_line_and_the_remedy_once(check):
    """Each problem shows its line; only the first one has the remedy."""
    _, out, _ = check("--stderr", "--strict", log="first\nsecond\nthird\n")

    assert ["first", "second", "third"] == re.findall(r"as ERROR: (\w+)", out)
    assert 1 == out.count("`python -m kestra run`")


def test_strict_shows_no_second_problem_of_a_line(check):
    """A record that Kestra shows as an ERROR is fixed by its own remedy."""
    _, out, _ = check("--stderr", "--strict", log='::{"outputs":{}}\n')

    assert out.startswith("log:1:16: record ends with")
    assert 1 == len(out.splitlines())


def test_json_is_one_object_for_each_line(check):
    """Each object is compact ASCII with the documented keys, also for lines that Kestra refuses."""
    status, out, _ = check("--json", log=RECORD + "café\n" + INVALID + FATAL + '::{"outputs":{"rows":3}}::')
    lines = [json.loads(line) for line in out.splitlines()]

    assert (1, True) == (status, out.isascii())
    assert ["record", "plain", "invalid", "fatal", "record"] == [line["verdict"] for line in lines]
    assert [1, 2, 3, 4, 5] == [line["line"] for line in lines]
    assert [{"level": "INFO", "message": "café"}] == lines[1]["logs"]
    assert {"rows": 3} == lines[4]["outputs"]
    assert [None, None, True, True, None] == [line["reason"] and bool(line["reason"]) for line in lines]
    assert {"line", "verdict", "logs", "outputs", "metrics", "assets", "reason"} == set(lines[0]) - {"stream"}
    assert out.splitlines()[0] == json.dumps(lines[0], separators=(",", ":"))


def test_json_holds_infinity_and_deep_nesting(check):
    """Infinity is a string, as Kestra writes it."""
    deepest = "[" * 997 + "]" * 997
    _, out, err = check("--json", log='::{"outputs":{"big":1e400,"deep":' + deepest + "}}::")

    assert "" == err
    assert '"outputs":{"big":"Infinity","deep":' + deepest + "}" in out


def test_json_of_a_clean_file_has_exit_status_0(check):
    """The exit status does not depend on the form."""
    assert 0 == check("--json", log=RECORD)[0]


def test_kestra_option_selects_the_version(check):
    """Kestra 2.0 reads a line as a switch that 1.3 shows as text."""
    text = "##kestra:log:debug##\ntext\n"

    def levels(version):
        lines = map(json.loads, check("--json", "--kestra", version, log=text)[1].splitlines())
        return [log["level"] for line in lines for log in line["logs"]]

    assert ["DEBUG"] == levels("2.0")
    assert ["INFO", "INFO"] == levels("1.3")


def test_a_file_that_cannot_be_read_is_one_error(check):
    """The other files are still checked."""
    status, out, err = check("missing", ".", log=INVALID)

    assert 2 == status
    assert out.startswith("log:1:21: ")
    assert (
        "kestra check: missing: expected a file to read, got No such file or directory\n"
        "kestra check: .: expected a file to read, got Is a directory\n"
    ) == err


@pytest.mark.parametrize("arguments", [("--no-such-option",), ("--kestra", "0.9"), ("--js",)])
def test_wrong_usage_is_refused(check, arguments):
    """After a usage error the exit status is 2, and nothing runs."""
    status, out, err = check(*arguments)

    assert (2, "") == (status, out)
    assert "usage: python -m kestra check" in err


def test_any_bytes_are_read(check):
    """Bytes that are not UTF-8 are text."""
    assert (0, "", "") == check(log=bytes(range(1, 256)) * 300)


def test_text_in_a_problem_cannot_move_the_cursor(check):
    """Nothing in a line can forge a line of the list."""
    _, out, _ = check(log=INVALID.replace("NOTICE", "\\u001b[2J\\nlog:9:9: forged"))

    assert 1 == len(out.splitlines())
    assert "\x1b" not in out


def test_the_report_shows_the_problems(check, tmp_path):
    """The report is one page for all files."""
    status, out, _ = check("--html", "report.html", log=RECORD + INVALID.replace("m", "<b>"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")

    assert 1 == status
    assert out.startswith("log:2:21: ")
    assert "<td>log:2:21</td><td>invalid</td>" in page
    assert "<b>" not in page


def test_a_report_that_cannot_be_written_is_one_error(check):
    """The error comes before anything is read or run."""
    error = "kestra check: missing/report.html: expected a file to write the report to, got No such file or directory\n"

    assert (2, "", error) == check("--html", "missing/report.html", log=INVALID)


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_one_error(tmp_path):
    """A failed write is reported as such, neither as an unreadable file nor as clean output."""
    (tmp_path / "log").write_text(INVALID)
    command = f"'{sys.executable}' -m kestra check log >/dev/full"
    done = subprocess.run(command, shell=True, cwd=tmp_path, stderr=subprocess.PIPE, text=True, timeout=60, check=False)

    assert 2 == done.returncode
    assert "kestra check: expected to write standard output, got No space left on device\n" == done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
def test_closed_streams_do_not_change_the_exit_status(tmp_path):
    """Closed streams are not an error."""
    (tmp_path / "log").write_text(INVALID)
    command = f"'{sys.executable}' -m kestra check log >&- 2>&-"

    assert 1 == subprocess.run(command, shell=True, cwd=tmp_path, timeout=60, check=False).returncode


def test_a_closed_pipe_is_not_an_error(tmp_path):
    """The exit status is the shell's for SIGPIPE."""
    (tmp_path / "log").write_text(INVALID * 20_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "kestra", "check", "log"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        process.stdout.readline()
        process.stdout.close()

        assert (141, b"") == (process.wait(timeout=60), process.stderr.read())


@pytest.mark.parametrize(
    ("runner", "text", "problem"),
    [
        ("docker", "x" * 1023 + "é", "log:1:1024: the Docker runner decodes at most 1,024 bytes at a time"),
        ("kubernetes", "a  b", "log:1:3: the Kubernetes runner collapses white space"),
        ("aws-batch", '::{"outputs":{"a":"::{"}}::', "log:1:20: the batch runner ends the line before ::{"),
        ("azure-batch", '::{"outputs":{"a":"::{"}}::', "log:1:20: the batch runner ends the line before ::{"),
    ],
)
def test_a_runner_has_problems_of_its_own(check, runner, text, problem):
    """With `--runner`, `check` lists what this runner does to a line, with a remedy, and nothing without it."""
    status, out, _ = check("--runner", runner, log=f"{text}\n")

    assert (1, problem) == (status, out[: len(problem)])
    assert out.endswith(")\n")
    assert (0, "", "") == check(log=f"{text}\n")


OUTPUTS = '::{"outputs":{"rows":3}}::\n'


@pytest.mark.parametrize(("runner", "lines"), [("docker", 5000), ("kubernetes", 1)])
def test_an_output_that_is_printed_last_may_be_lost(check, runner, lines):
    """It is safe when it has been printed early too."""
    late = RECORD * lines + OUTPUTS
    loss = f"log:{lines + 1}:1: the runner may lose this output, as it may lose the last lines ("

    status, out, _ = check("--runner", runner, log=late)

    assert (1, loss, 1) == (status, out[: len(loss)], out.count("\n"))
    assert (0, "", "") == check("--runner", runner, log=OUTPUTS + late)
    assert (0, "", "") == check(log=late)
