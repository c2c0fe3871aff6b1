"""Runs the command `kestra-conformance` on drivers, and tests its verdicts and files."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from harness.runtimes import need

HERE = Path(__file__).parent
TUTORIAL = HERE.parent / "docs" / "how-to" / "write-an-emitter.md"
PERL = ["perl", str(HERE / "drivers" / "perl.pl")]


def kit(*arguments, cwd=HERE, **environment):
    """Run the command, and return the finished process; the language of its messages is not the machine's."""
    path = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    return subprocess.run(
        [sys.executable, "-m", "kestra_conformance", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def driver(tmp_path):
    """Return a function that writes a driver in shell, and the file beside it."""

    def write(script, toml=""):
        path = tmp_path / "mine.sh"
        path.write_text(script + "\n")
        (tmp_path / "mine.toml").write_text(toml)
        return ["sh", path]

    return write


# An emitter of plain text, as the tutorial begins.
HONEST = """printf '::{"logs":[{"level":"%s","message":"%s"}]}::\\n' "$2" "$3\""""


def test_driver_that_conforms_is_certified():
    """The Perl driver conforms in its groups; what it leaves out is counted and named."""
    done = kit(*PERL)

    assert (0, "") == (done.returncode, done.stderr)
    assert re.search(r"^  log-escapes +(\d+) of +\1$", done.stdout, re.MULTILINE)
    assert re.search(r"^  assets +left out, \d+ cases: An emitter of logs only\.$", done.stdout, re.MULTILINE)
    assert re.search(
        r"^perl conforms in 10 of 23 groups of version .*: \d+ cases passed; \d+ cases left out",
        done.stdout,
        re.MULTILINE,
    )


def test_driver_that_fails_is_refused(driver):
    """The verdict names the group, and the status is 1."""
    done = kit("--group", "log-escapes", *driver(HONEST))

    assert 1 == done.returncode
    assert re.search(r"^mine does not conform in log-escapes\. \d+ of \d+ cases failed\.$", done.stdout, re.MULTILINE)


def test_failure_names_case_rule_and_bytes(driver):
    """A failure has the case and its sentence, the broken rule, and the bytes."""
    done = kit("--case", "valid/log-escapes/quote", *driver(HONEST))

    assert "FAILED valid/log-escapes/quote: " in done.stdout
    assert "\nrule S-1: " in done.stdout
    assert re.search(r"^    want: b'.*\n    got:  b'", done.stdout, re.MULTILINE)


def test_failure_can_be_repeated(driver):
    """The line of a failure makes the same call in bash, and answers the same bytes."""
    need("bash")
    done = kit("--case", "valid/log-escapes/quote", *driver(HONEST))
    line = re.search(r"^run: (.*)$", done.stdout, re.MULTILINE)[1]
    again = subprocess.run(["bash", "-c", line], capture_output=True, check=False)

    assert f"    got:  {again.stdout!r}" in done.stdout


def test_long_call_is_repeated_by_the_kit(driver):
    """A call too long to be pasted is repeated by the name of its case."""
    done = kit("--case", "valid/log-limits/one-too-long", *driver(HONEST))

    assert "\nrun: kestra-conformance --case valid/log-limits/one-too-long sh " in done.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        pytest.param("$whole|$three|", "$whole|", "M-3", id="sequence-of-utf-8"),
        pytest.param("15_360", "15_361", "M-5", id="limit"),
        pytest.param("== 0x36;", "== 0x35;", "M-6", id="pair"),
        pytest.param("< 127", "< 128", "S-3", id="delete"),
        pytest.param("%04x", "%04X", "S-4", id="hex-digits"),
        pytest.param("WARN|ERROR/", "ERROR/", "W-2", id="stream"),
        pytest.param("uc $name", "$name", "V-2", id="case-of-level"),
        pytest.param("FATAL => 'ERROR'", "FATAL => 'WARN'", "V-3", id="alias"),
        pytest.param(r"12 => '\f', ", "", "S-2", id="short-escape"),
        pytest.param(r"$text =~ s/\\u0000/\x{fffd}/g;", "", "M-4", id="nul-text"),
    ],
)
def test_first_failure_shows_the_fault(right, wrong, rule, tmp_path):
    """Of the cases that one fault breaks, the first in the report shows the broken rule."""
    need("perl")
    source = (HERE / "drivers" / "perl.pl").read_text("utf-8")
    assert right in source
    (tmp_path / "mine.pl").write_text(source.replace(right, wrong))
    (tmp_path / "mine.toml").write_text((HERE / "drivers" / "perl.toml").read_text("utf-8"))
    done = kit("perl", tmp_path / "mine.pl")

    assert 1 == done.returncode
    first = done.stdout.split("\n\n")[0]
    assert rule in re.findall(r"^rule ([A-Z]+-\d+):", first, re.MULTILINE), done.stdout


@pytest.mark.parametrize("command", [[sys.executable, "python.py"], ["node", "node.cjs"]], ids=["python", "node"])
def test_batch_mode_passes_every_case(command):
    """The drivers with a batch mode pass every case there, as they do in a process for each call."""
    known = HERE / "known_failures" / f"{Path(command[1]).stem}.txt"
    done = kit("--batch", "--known-failures", known, need(command[0]), HERE / "drivers" / command[1])

    assert 0 == done.returncode, done.stdout
    assert not re.search(r"^  \w+ +left out", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    "fault", ["", "Kestra.log = print\n", "Kestra.outputs = print\n"], ids=["none", "log", "outputs"]
)
def test_verdict_is_the_same_with_and_without_batch(fault, tmp_path):
    """One process a call is the reference; the batch mode gives the same result for each case."""
    source = (HERE / "drivers" / "python.py").read_text("utf-8")
    (tmp_path / "mine.py").write_text(source.replace("def log(", f"{fault}\n\ndef log(", 1))
    (tmp_path / "mine.toml").write_text((HERE / "drivers" / "python.toml").read_text("utf-8"))
    groups = [word for group in ("log-levels", "calls", "outputs-limits") for word in ("--group", group)]
    outcomes = []
    for mode in ("--batch", "--no-batch"):
        kit(*groups, mode, "--json", tmp_path / "out.json", sys.executable, tmp_path / "mine.py")
        cases = json.loads((tmp_path / "out.json").read_text())["cases"]
        outcomes.append({case["name"]: case["outcome"] for case in cases if "20000001" not in case["name"]})

    assert outcomes[0] == outcomes[1]
    assert ("failed" in outcomes[0].values()) == bool(fault)


def test_batch_failure_is_judged_alone(driver):
    """A case that only the batch mode fails is reported as such."""
    script = """[ "$1" = --batch ] && while read -r line; do echo '{"status": 0}'; done || """ + HONEST
    done = kit("--batch", "--case", "valid/log-text/plain", *driver(script))

    assert 1 == done.returncode
    assert "note: It passes in a process of its own, and fails with --batch." in done.stdout


@pytest.mark.parametrize(
    ("script", "status"),
    [
        pytest.param("exit", "ended without an answer", id="ends"),
        pytest.param("echo no; sleep 60", "answered b'no", id="no-json"),
        pytest.param("sleep 60", "no answer after 1 s", id="hangs"),
    ],
)
def test_broken_batch_is_reported(script, status, driver):
    """A batch mode that ends, hangs or does not answer in JSON fails the case, and not the kit."""
    script = f"""[ "$1" = --batch ] && {{ read -r line; {script}; exit; }}; {HONEST}"""
    done = kit("--batch", "--time-limit", "1", "--jobs", "1", "--case", "valid/log-text/plain", *driver(script))

    assert 1 == done.returncode
    assert status in done.stdout


def test_files_hold_the_verdict(driver, tmp_path):
    """JUnit's XML, the JSON report and the badge agree with the verdict."""
    files = {name: tmp_path / f"out.{name}" for name in ("junit", "json", "badge")}
    options = [word for name, file in files.items() for word in (f"--{name}", file)]
    kit("--group", "log-escapes", "--group", "log-text", *options, *driver(HONEST))
    report = json.loads(files["json"].read_text())
    suites = ET.parse(files["junit"]).getroot()

    failed = report["total"]["failed"]
    assert (False, False) == (report["conforms"], report["complete"])
    assert 0 < failed == sum(len(suite.findall("testcase/failure")) for suite in suites)
    assert str(len(report["cases"])) == suites.get("tests")
    assert f">{failed} failed</text>" in files["badge"].read_text()
    ET.parse(files["badge"])


def test_file_beside_the_driver_describes_it(driver):
    """The driver's file names it, and leaves out groups, which are counted."""
    toml = 'name = "Mine"\n[groups]\nlog-text = "Not yet."\n'
    done = kit("--group", "log-text", *driver(HONEST, toml))

    assert 2 == done.returncode
    assert re.search(
        r"^  log-text  left out, \d+ cases: Not yet\.\nMine: no case was run\.$", done.stdout, re.MULTILINE
    )


@pytest.mark.parametrize(
    ("toml", "error"),
    [
        pytest.param(
            'nmae = "x"', 'expected some of name, numbers, batch, known-failures, groups, got "nmae"', id="name"
        ),
        pytest.param("batch = 1", "batch: expected a bool, got 1", id="type"),
        pytest.param(
            'numbers = "two"', 'numbers: expected one of integers-and-floats, int64, one, text, got "two"', id="numbers"
        ),
        pytest.param("[groups]\nlog = 1", "groups: log: expected true, false or the reason, got 1", id="group"),
        pytest.param("name =", "mine.toml: ", id="no-toml"),
    ],
)
def test_driver_file_is_checked(toml, error, driver):
    """A driver's file with a slip is refused before anything is run."""
    done = kit(*driver(HONEST, toml))

    assert 2 == done.returncode
    assert error in done.stderr


def test_known_failures_are_counted_and_do_not_fail(driver, tmp_path):
    """A case in the list of known failures is no failure, and the driver does not conform."""
    (tmp_path / "known.txt").write_text("# Quotes are not escaped yet.\nvalid/log-escapes/quote\n")
    toml = 'known-failures = "known.txt"'
    done = kit("--case", "valid/log-escapes/quote", "--case", "valid/log-text/plain", *driver(HONEST, toml))

    assert 0 == done.returncode
    assert "1 known failure\n" in done.stdout
    assert "mine does not conform in log-escapes. 0 of 2 cases failed, and 1 known." in done.stdout


def test_known_failure_without_a_case_is_refused(driver, tmp_path):
    """A name in the list that no case has is refused, as the case that is meant could fail."""
    (tmp_path / "known.txt").write_text("valid/log-escapes/quotes\n")
    done = kit("--case", "valid/log-text/plain", *driver(HONEST, 'known-failures = "known.txt"'))

    assert (2, "") == (done.returncode, done.stdout)
    assert "known.txt: there is no case valid/log-escapes/quotes; is it valid/log-escapes/quote?" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        pytest.param([], "expected the command of a driver", id="nothing"),
        pytest.param(["./nosuch"], "./nosuch: there is no such program", id="missing"),
        pytest.param([__file__], "is not executable", id="not-executable"),
        pytest.param(["--group", "text", "true"], "--group: there is no group text; there are log-text,", id="group"),
        pytest.param(["--case", "valid/no/such", "true"], "--case: there is no case valid/no/such", id="case"),
        pytest.param(["--case", "log-text/plain", "true"], "; is it valid/log-text/plain?", id="like-a-case"),
        pytest.param(["--jobs", "0", "true"], "argument --jobs: invalid positive value: '0'", id="no-jobs"),
        pytest.param(["--json", "/no/file", "true"], "/no/file: No such file or directory", id="no-folder"),
        pytest.param(["--known-failures", "/no/list", "true"], "/no/list: No such file", id="no-list"),
    ],
)
def test_wrong_command_is_refused(arguments, error):
    """Nothing is run, and the status is 2."""
    done = kit(*arguments)

    assert (2, "") == (done.returncode, done.stdout)
    assert error in done.stderr


def test_command_in_one_argument_is_split():
    """A command may be one argument, as a workflow passes it."""
    done = kit("--group", "log-text", f"perl '{PERL[1]}'")

    assert 0 == done.returncode


def test_kit_runs_in_any_locale(driver):
    """An ASCII locale is enough for the report."""
    done = kit("--group", "log-utf8", *driver(HONEST), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert (1, "") == (done.returncode, done.stderr)


def test_tutorial_shows_what_the_kit_prints(tmp_path):
    """The first driver of the tutorial conforms in the groups that the page says."""
    page = TUTORIAL.read_text("utf-8")
    script = re.search(r"<<'END'\n(.*?)^END$", page, re.DOTALL | re.MULTILINE)[1]
    (tmp_path / "mine.pl").write_text(script)
    (tmp_path / "mine.toml").write_text(re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1])
    arguments, output = re.search(r"^\$ kestra-conformance (.*?)\n(.*?)```", page, re.DOTALL | re.MULTILINE).groups()
    done = kit(*arguments.split(), cwd=tmp_path)

    assert output == done.stdout
