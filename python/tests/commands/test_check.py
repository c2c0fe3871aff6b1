"""The command `check`: what Kestra would reject, drop or misread is found in captured output, for people and for CI."""

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


def test_clean_output_is_silence(check):
    """With exit status 0."""
    assert (0, "", "") == check(log=RECORD + "text\n\n" + '::{"outputs":{"rows":3}}::\n')


def test_nothing_at_all_is_clean(check):
    """A script may print nothing."""
    assert (0, "", "") == check(log="")


def test_a_problem_is_one_line_with_its_place_and_remedy(check):
    """As compilers have it, for editors and CI; the exit status is 1."""
    status, out, err = check(log=RECORD + '::{"outputs":{"share":NaN}}::\n' + RECORD)

    assert (1, "") == (status, err)
    assert re.fullmatch(r"log:2:23: .*NaN.* \(.+\)\n", out), out


def test_every_problem_of_every_file_is_listed(check):
    """Line numbers start anew in each file."""
    status, out, _ = check(one=RECORD + INVALID, two=INVALID + INVALID)

    assert 1 == status
    assert ["one:2:", "two:1:", "two:2:"] == [line[:6] for line in out.splitlines()]


def test_each_file_is_a_process_of_its_own(check):
    """A name that two scripts send as different types is no problem, one that one script does is."""
    counter = '::{"metrics":[{"name":"rows","type":"counter","value":1,"tags":{}}]}::\n'
    gauge = counter.replace("counter", "gauge")

    assert (0, "", "") == check(one=counter, two=gauge)
    assert 1 == check(one=counter + gauge)[0]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input_is_read_without_a_file(check, arguments):
    """And for -."""
    status, out, _ = check(*arguments, stdin=RECORD + INVALID)

    assert 1 == status
    assert out.startswith("<stdin>:2:21: ")


def test_a_problem_of_a_live_stream_is_listed_at_once():
    """While the stream goes on."""
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
    """However many lines there are; what is wrong in them is not listed."""
    _, out, _ = check(log=RECORD + FATAL + RECORD + INVALID + LOST)
    fatal, lost = out.splitlines()

    assert fatal.startswith("log:2:")
    assert "log:3:1: 3 lines are lost from here on, as Kestra stops reading at line 2" == lost
    assert 1 == len(check(log=RECORD + FATAL)[1].splitlines())


def test_a_record_that_kestra_reads_as_text_or_drops_is_a_problem(check):
    """Though the line as such is taken."""
    status, out, _ = check(log=LOST + RECORD.strip() + RECORD)

    assert 1 == status
    assert ["log:1:", "log:2:"] == [line[:6] for line in out.splitlines()]


def test_plain_text_on_standard_error_is_a_problem_for_the_strict(check):
    """Kestra reads it as what it is there: an ERROR."""
    text = RECORD + "text\n"

    assert (0, "", "") == check("--stderr", log=text)
    assert (0, "", "") == check("--strict", log=text)
    status, out, _ = check("--stderr", "--strict", log=text)
    assert 1 == status
    assert re.fullmatch(r"log:2:1: plain text on the error stream arrives as ERROR: text \(.+\)\n", out), out


def test_the_strict_see_each_line_and_the_remedy_once(check):
    """A long sentence that is the same for each line hides the lines."""
    _, out, _ = check("--stderr", "--strict", log="first\nsecond\nthird\n")

    assert ["first", "second", "third"] == re.findall(r"as ERROR: (\w+)", out)
    assert 1 == out.count("`python -m kestra run`")


def test_json_is_one_object_for_each_line(check):
    """Compact, ASCII, and with the keys that are documented, also for what Kestra does not read."""
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


def test_json_holds_what_json_has_no_number_for_and_what_is_nested_deeply(check):
    """As Kestra writes it."""
    deepest = "[" * 997 + "]" * 997
    _, out, err = check("--json", log='::{"outputs":{"big":1e400,"deep":' + deepest + "}}::")

    assert "" == err
    assert '"outputs":{"big":"Infinity","deep":' + deepest + "}" in out


def test_json_of_a_clean_file_has_exit_status_0(check):
    """As without it."""
    assert 0 == check("--json", log=RECORD)[0]


def test_the_version_of_kestra_counts(check):
    """Kestra 2.0 takes a line as a command that 1.3 takes as text."""
    text = "##kestra:log:debug##\ntext\n"

    def levels(version):
        lines = map(json.loads, check("--json", "--kestra", version, log=text)[1].splitlines())
        return [log["level"] for line in lines for log in line["logs"]]

    assert ["DEBUG"] == levels("2.0")
    assert ["INFO", "INFO"] == levels("1.3")


def test_a_file_that_cannot_be_read_is_one_error(check):
    """The others are checked all the same."""
    status, out, err = check("missing", ".", log=INVALID)

    assert 2 == status
    assert out.startswith("log:1:21: ")
    assert (
        "kestra check: missing: expected a file to read, got No such file or directory\n"
        "kestra check: .: expected a file to read, got Is a directory\n"
    ) == err


@pytest.mark.parametrize("arguments", [("--no-such-option",), ("--kestra", "0.9"), ("--js",)])
def test_wrong_usage_is_refused(check, arguments):
    """The exit status is 2."""
    status, out, err = check(*arguments)

    assert (2, "") == (status, out)
    assert "usage: python -m kestra check" in err


def test_bytes_of_any_kind_are_read(check):
    """They are text."""
    assert (0, "", "") == check(log=bytes(range(1, 256)) * 300)


def test_a_message_in_a_problem_moves_no_cursor(check):
    """What stands in the line cannot forge a line of ours."""
    _, out, _ = check(log=INVALID.replace("NOTICE", "\\u001b[2J\\nlog:9:9: forged"))

    assert 1 == len(out.splitlines())
    assert "\x1b" not in out


def test_the_report_shows_the_problems(check, tmp_path):
    """One page, for all files."""
    status, out, _ = check("--html", "report.html", log=RECORD + INVALID.replace("m", "<b>"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")

    assert 1 == status
    assert out.startswith("log:2:21: ")
    assert "<td>log:2:21</td><td>invalid</td>" in page
    assert "<b>" not in page


def test_a_report_that_cannot_be_written_is_one_error(check):
    """Before anything is read."""
    error = "kestra check: missing/report.html: expected a file to write the report to, got No such file or directory\n"

    assert (2, "", error) == check("--html", "missing/report.html", log=INVALID)


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_one_error(tmp_path):
    """It is not taken for a file that cannot be read, nor for a clean one."""
    (tmp_path / "log").write_text(INVALID)
    command = f"'{sys.executable}' -m kestra check log >/dev/full"
    done = subprocess.run(command, shell=True, cwd=tmp_path, stderr=subprocess.PIPE, text=True, timeout=60, check=False)

    assert 2 == done.returncode
    assert "kestra check: expected to write standard output, got No space left on device\n" == done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
def test_without_streams_the_exit_status_is_left(tmp_path):
    """Closed ones are no error."""
    (tmp_path / "log").write_text(INVALID)
    command = f"'{sys.executable}' -m kestra check log >&- 2>&-"

    assert 1 == subprocess.run(command, shell=True, cwd=tmp_path, timeout=60, check=False).returncode


def test_a_reader_that_goes_away_is_no_error_of_ours(tmp_path):
    """The exit status is the one that a shell has for it."""
    (tmp_path / "log").write_text(INVALID * 20_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "kestra", "check", "log"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        process.stdout.readline()
        process.stdout.close()

        assert (141, b"") == (process.wait(timeout=60), process.stderr.read())
