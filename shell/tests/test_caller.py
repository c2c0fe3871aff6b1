"""What belongs to the caller stays as it is, and nothing that he does to his shell changes a record."""

import re
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest
from shells import KESTRA, Run
from support.oracle import record

RARE = '\u2713 "q" \\ \n\t \x1b \\u0000 \x7f'
TEXTS = ["plain", 'Hello "World"', "a\\b\n\tc", RARE, "a \\U0000 b", "x\n\n\ty"]
CALLS = """
for own do
  kestra_info "$own"
  kestra_log Debug "$own" "two  words"
  kestra_logs trace "$own" INFO "$own"
  kestra_info a "$own"
done
"""
EXPECTED = b"".join(
    record(("INFO", text.encode()))
    + record(("DEBUG", text.encode() + b" two  words"))
    + record(("TRACE", text.encode()), ("INFO", text.encode()))
    + record(("INFO", b"a " + text.encode()))
    for text in TEXTS
)


@pytest.mark.parametrize(
    "setting",
    [
        "set -e",
        "set -u",
        "set -f",
        "set -C",
        "set -a",
        "set -euf",
        "IFS=",
        "unset IFS",
        "IFS=' l\"\\u0_k:'",
        "IFS=0123456789abcdefghijklmnopqrstuvwxyz_",
        "readonly IFS",
        "readonly LC_ALL",
        "readonly LANG LC_CTYPE PATH HOME",
        "readonly m i c n r s t p o e l text level message stream record byte code rest line x",
        "unset LC_ALL",
        "unset PATH",
        "PATH=/nonexistent",
        "trap 'echo trapped' EXIT; trap - EXIT",
    ],
)
@pytest.mark.parametrize("order", ["source, set", "set, source"])
def test_settings(run: Run, setting: str, order: str) -> None:
    """Records are the same whatever the caller set, before the file is sourced or after it."""
    steps = {"source": '. "$KESTRA"', "set": setting}
    script = "\n".join([*(steps[step] for step in order.split(", ")), CALLS])
    done = run(script, *TEXTS, source=False, locale="C.UTF-8")
    assert (0, EXPECTED, b"") == (done.returncode, done.stdout, done.stderr)


OPTIONS = {
    "bash": [
        "shopt -s nocasematch",
        "shopt -s extglob",
        "shopt -s nullglob failglob dotglob",
        "shopt -u patsub_replacement",
        "shopt -u globasciiranges",
        "shopt -s expand_aliases compat31",
        "set -o posix",
        "set -o pipefail",
        "set -E; trap 'echo failed' ERR",
        "set -T; trap ':' DEBUG",
        "BASH_COMPAT=4.2",
        "BASH_COMPAT=31",
    ],
    "mksh": ["set -U", "set +U"],
    "zsh": [
        "setopt ksh_arrays",
        "setopt sh_word_split",
        "setopt glob_subst",
        "setopt rc_expand_param",
        "setopt warn_create_global",
        "setopt no_unset err_exit",
        "setopt err_return",
        "setopt extended_glob",
        "setopt no_multibyte",
        "setopt posix_identifiers posix_builtins",
        "setopt csh_null_glob",
        "setopt null_glob",
        "setopt no_bare_glob_qual",
        "setopt all_export",
        "setopt typeset_silent ksh_typeset",
        "setopt no_function_argzero",
        "emulate ksh",
        "emulate csh",
    ],
}


@pytest.mark.parametrize(
    ("shell", "setting"),
    [(shell, setting) for shell, settings in OPTIONS.items() for setting in settings],
    indirect=["shell"],
)
def test_own_options(run: Run, setting: str) -> None:
    """Records are the same under the options that only one shell has."""
    done = run(f"{setting} 2>/dev/null || :\n{CALLS}", *TEXTS, locale="C.UTF-8")
    assert (0, EXPECTED, b"") == (done.returncode, done.stdout, done.stderr)


def test_names_of_the_caller(run: Run) -> None:
    """Functions and aliases named like builtins are neither called nor changed."""
    names = "printf echo print test typeset declare true false expr sed tr cat env awk setopt emulate"
    done = run(
        f"""
        for name in {names} local; do
          if (eval "$name() {{ :; }}") 2>/dev/null; then eval "$name() {{ exit 9; }}"; fi
        done
        for name in {names} local command builtin eval set shift return break continue :; do
          \\alias "$name=exit 8" 2>/dev/null
        done
        \\. "$KESTRA"
        kestra_info plain; kestra_info "$1"; kestra_warn a "$1" 2>&1; kestra_logs info "$1"
        \\echo
        """,
        RARE,
        source=False,
        locale="C.UTF-8",
    )
    text = RARE.encode()
    expected = (
        record(("INFO", b"plain")) + record(("INFO", text)) + record(("WARN", b"a " + text)) + record(("INFO", text))
    )
    assert (9, expected, b"") == (done.returncode, done.stdout, done.stderr)


# What a shell's set lists and that changes on its own, or is no variable.
NOT_THE_CALLERS = re.compile(
    """_kestra_.* | KESTRA.* | kestra.* | state | descriptors | [^A-Za-z_'].* | '[^A-Za-z].* | |
    _ | _AST.* | BASH_.* | BASHPID | EPOCH.* | FUNCNAME | KSH_.* | LINENO | OPTIND | PIPESTATUS | pipestatus | RANDOM |
    SECONDS | SRANDOM | TTYIDLE | ZSH_EVAL_CONTEXT | zsh_eval_context | status | argv | ARGC | [.]sh.*""",
    re.VERBOSE,
)


def test_state_of_the_caller(run: Run, tmp_path: Path) -> None:
    """Variables, positional parameters, flags, traps and descriptors are as they were before the calls."""
    script = """
    state() { set; echo "flags=$-"; trap; }
    descriptors() {
      kestra_number=0
      while [ $kestra_number -lt 64 ]; do
        [ ! -e /proc/$$/fd/$kestra_number ] || echo $kestra_number
        kestra_number=$((kestra_number + 1))
      done
    }
    trap 'echo bye' USR1
    IFS=' x'
    set -- one 'two  three'
    message=mine text=mine level=mine
    state >"$TMP/before"; descriptors >"$TMP/descriptors-before"
    kestra_info plain; kestra_info 'a"b\\c'; kestra_log warn "$RARE" x; kestra_logs info "$RARE" >/dev/null
    kestra_log LOUD x
    descriptors >"$TMP/descriptors-after"; state >"$TMP/after"
    echo "$# $1 $2 $message $text $level" >&2
    """
    done = run(script, locale="C.UTF-8", environment={"TMP": str(tmp_path), "RARE": RARE})

    def state(name: str) -> list[str]:
        lines = (tmp_path / name).read_text(errors="replace").splitlines()
        return [line for line in lines if not NOT_THE_CALLERS.fullmatch(line.split("=")[0])]

    assert b"2 one two  three mine mine mine" == done.stderr.splitlines()[-1]
    assert state("before") == state("after")
    assert (tmp_path / "descriptors-before").read_text() == (tmp_path / "descriptors-after").read_text()


@pytest.mark.parametrize("call", ["kestra_info", "kestra_log info", "kestra_logs info"])
def test_trace_flag(run: Run, call: str) -> None:
    """With set -x, it stays on, and even a rare character costs few lines of it: each is an ERROR in Kestra."""
    done = run(f'set -x; {call} "$1"; case $- in *x*) echo on ;; esac', "\u2713")
    assert record(("INFO", "\u2713".encode())) + b"on\n" == done.stdout
    assert len(done.stderr.splitlines()) < 40


# ksh93 and zsh run a trap at any point inside of a function.
@pytest.mark.parametrize("shell", ["dash", "bash", "busybox", "mksh"], indirect=True)
def test_signal_while_logging(shell: list[str]) -> None:
    """A trap that logs while a record is being made spoils neither."""
    text, short, quoted = RARE * 3, 'from "trap"', 'a "b" \\c'
    trapped_last = record(("INFO", f"trap {text}".encode()))
    script = f"""
    . "{KESTRA}"
    text=$1 short=$2 quoted=$3
    trap 'kestra_info "$short"; kestra_log info trap "$text"' USR1
    i=0; while [ $i -lt 300 ]; do kestra_info "$text"; kestra_info "$quoted"; i=$((i + 1)); done
    """

    with subprocess.Popen([*shell, "-c", script, "sh", text, short, quoted], stdout=subprocess.PIPE) as process:
        output = [process.stdout.readline()]
        process.send_signal(signal.SIGUSR1)
        for line in process.stdout:
            output.append(line)
            if line == trapped_last:  # the trap is over: one in a trap would never let the script go on
                time.sleep(0.008)
                process.send_signal(signal.SIGUSR1)
    kinds = {record(("INFO", kind.encode())): kind for kind in (text, short, quoted, f"trap {text}")}
    counts = Counter(kinds.get(line, line) for line in output)
    trapped = counts[short]
    assert 0 == process.returncode
    assert 0 < trapped
    assert {text: 300, quoted: 300, short: trapped, f"trap {text}": trapped} == counts
