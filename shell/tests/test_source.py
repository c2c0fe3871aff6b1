"""The file itself, and the ways to get its functions into a shell."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from harness.runtimes import need
from shells import KESTRA, SOURCE, Run, trace
from support.oracle import record

TEXT = KESTRA.read_text(encoding="ascii")
CALL = 'kestra_info "a\\"b"'
EXPECTED = record(("INFO", b'a"b'))


@pytest.mark.parametrize(
    "script",
    [
        f'. "$KESTRA"; . "$KESTRA"; {CALL}',
        f'load() {{ . "$KESTRA"; }}; load; {CALL}',
        f'load() {{ . "$KESTRA"; }}; load; load; {CALL}',
        f'eval "$(cat "$KESTRA")"; {CALL}',
        f'set -eu; . "$KESTRA"; {CALL}',
        f'set -euf; . "$KESTRA"; . "$KESTRA"; {CALL}',
        f'(. "$KESTRA"; {CALL})',
        f'. "$KESTRA"; ({CALL})',
        f'cd "${{KESTRA%/*}}"; . ./kestra.sh; cd /; {CALL}',
        f'set -- -e "x y"; . "$KESTRA"; {CALL}',
        f'unset IFS; . "$KESTRA"; {CALL}',
        f'IFS=a; . "$KESTRA"; {CALL}',
        f'set -f; . "$KESTRA"; {CALL}',
        f'. "$KESTRA"; readonly KESTRA_VERSION; . "$KESTRA"; {CALL}',
    ],
)
def test_ways_to_source(run: Run, script: str) -> None:
    """However the file is read, the functions are there."""
    done = run(script, source=False)
    assert (0, EXPECTED, b"") == (done.returncode, done.stdout, done.stderr)


def test_pasted(run: Run) -> None:
    """The text may stand in front of a script."""
    done = run(f"{TEXT}\n{CALL}", source=False)
    assert (0, EXPECTED, b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("shell", ["dash", "busybox"], indirect=True)
@pytest.mark.parametrize("name", ["BASH_VERSION", "ZSH_VERSION", "KSH_VERSION"])
def test_version_of_another_shell(run: Run, name: str) -> None:
    """A shell without a version is not mistaken for one that exported its own."""
    assert EXPECTED == run(CALL, environment={name: "5.2.15"}).stdout


def test_exported_variables(run: Run, shell: list[str]) -> None:
    """Under set -a nothing keeps a child that sources the file from having the functions."""
    child = f'{" ".join(shell)} -c \'. "$KESTRA"; {CALL}; kestra_info "$1"\' sh "$1"'
    done = run(f'set -a; . "$KESTRA"; kestra_info "$1"; {child}', "\u2713", source=False)
    rare = record(("INFO", "\u2713".encode()))
    assert (0, rare + EXPECTED + rare, b"") == (done.returncode, done.stdout, done.stderr)


def test_version(run: Run) -> None:
    """KESTRA_VERSION tells the version."""
    assert b"3.0.0\n" == run('echo "$KESTRA_VERSION"').stdout


def test_names(run: Run, tmp_path: Path) -> None:
    """Sourcing the file and logging leave no other new variable than kestra_*, _kestra_* and KESTRA_*."""
    # Otherwise bash prints its functions, too.
    script = """
    . "$KESTRA"
    kestra_info "$1"; kestra_log warn a "$1"; kestra_logs info "$1"
    case ${BASH_VERSION-} in ?*) set -o posix ;; esac
    set >"$AFTER"
    """
    environment = {"BEFORE": str(tmp_path / "before"), "AFTER": str(tmp_path / "after")}
    run('set >"$BEFORE"; set >"$BEFORE"' + script, '\u2713 "', source=False, environment=environment)
    before, after = (
        set(re.findall(r"^([A-Za-z]\w*|_\w+)=", (tmp_path / name).read_text(errors="replace"), re.MULTILINE))
        for name in ("before", "after")
    )
    shells_own = {"LINENO", "PIPESTATUS", "POSIXLY_CORRECT", "RANDOM", "KSH_MATCH", "_AST_FEATURES"}
    assert set() == {name for name in after - before if not re.match("_?kestra_|KESTRA_", name)} - shells_own


def test_characters() -> None:
    """The text is printable ASCII and newlines; nothing in it is an instruction of a template."""
    assert set() == {character for character in TEXT if not (" " <= character <= "~" or character == "\n")}
    assert [] == re.findall(r"\{\{|\{%|\{#", TEXT)


@pytest.mark.parametrize("shell", ["ksh93"], indirect=True)
def test_reading_writes_nothing(shell: list[str], tmp_path: Path) -> None:
    """Reading the file writes none: ksh93 keeps the functions that eval defines in a buffer of 8 KB, then in a file."""
    assert [] == trace(shell, "write", ":", SOURCE, tmp_path)


def test_size() -> None:
    """The file fits into a flow, beside a script, in one argument of a process: 120,000 bytes at most."""
    assert len(TEXT) < 120_000


def test_shellcheck() -> None:
    """ShellCheck reports nothing."""
    done = subprocess.run([need("shellcheck"), "-s", "sh", KESTRA], capture_output=True, text=True, check=False)
    assert "" == done.stdout + done.stderr


@pytest.mark.parametrize("unsupported", ["yash", "posh"])
def test_a_shell_that_is_not_supported_says_so_in_one_line(unsupported: str) -> None:
    """The line names the shell, the file returns 1, and the script goes on."""
    if not shutil.which(unsupported):
        pytest.skip(f"{unsupported} is not installed")
    script = 'IFS=a; set -u; . "$KESTRA"; echo "$?"'
    done = subprocess.run([unsupported, "-c", script], env={"KESTRA": str(KESTRA)}, capture_output=True, timeout=60)
    line = b"%s is not supported: run the script with dash, bash, BusyBox, mksh, ksh93 or zsh\n" % unsupported.encode()
    assert (b"1\n", b"kestra.sh: " + line) == (done.stdout, done.stderr)
