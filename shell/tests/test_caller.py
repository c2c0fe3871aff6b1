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

RARE = '\u2713 \U0001f600 "q" \\ \n\t \x1b \\u0000 \x7f'
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
        "IFS=0123456789",
        "IFS=.",
        "IFS=:",
        "IFS='+-*/%()<>=&|?$ABCDEF'",
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


CALL = "kestra_info 'a \"b\"' c"
EXPECTED_CALL = record(("INFO", b'a "b" c'))
DATA = """
kestra_outputs "a=$1" b:=1.5 'c:=[1, {"d": "e"}]'
kestra_counter rows 3 "tag=$1"
kestra_timer load 0.25
kestra_outputs d:=NaN 2>&1
kestra_outputs rows 3 2>&1
"""
EVERY_ZSH_OPTION = """
zmodload zsh/parameter
for option in ${(ok)options}; do
  # These end a script, or are about a terminal.
  case $option in
    exec|singlecommand|onecmd|restricted|privileged|verbose|err*|interactive|monitor|*stdin|zle) continue ;;
  esac
  case ${options[$option]} in (on) value=off ;; (*) value=on ;; esac
  printf '%s: ' "$option"
  (
    case $ORDER in before) options[$option]=$value ;; esac
    . "$KESTRA"
    case $ORDER in after) options[$option]=$value ;; esac
    calls() {
      kestra_info "$@"; kestra_warn "$1" 2>&1; kestra_logs info "$1" trace plain
      kestra_outputs "a=$1" b:=1.5 'c:=[1, {"d": "e"}]'; kestra_timer load 0.25 "tag=$1"; kestra_outputs rows 3 2>&1
    }
    calls "$@"
    case ${options[$option]} in ("$value") ;; (*) echo "$option is changed" ;; esac
  ) >"$OUT" 2>"$ERR" </dev/null
  cat "$OUT" "$ERR" | cksum
done 2>/dev/null
"""


@pytest.mark.parametrize("shell", ["zsh"], indirect=True)
@pytest.mark.parametrize("order", ["before", "after"])
def test_every_option_of_zsh(run: Run, tmp_path: Path, order: str) -> None:
    """With any option of zsh changed, before or after the file is sourced, the records and the option stay the same."""
    files = {name: str(tmp_path / name) for name in ("OUT", "ERR")}
    done = run(EVERY_ZSH_OPTION, RARE, "two", source=False, locale="C.UTF-8", environment={"ORDER": order, **files})

    sums = dict(line.split(": ") for line in done.stdout.decode().splitlines())
    usual = Counter(sums.values()).most_common(1)[0][0]
    assert len(sums) > 150
    # These print something of the caller's: his commands, the file that he sources, or the status of a refused call.
    assert {name for name, value in sums.items() if value != usual} <= {"xtrace", "sourcetrace", "printexitvalue"}


@pytest.mark.parametrize("shell", ["zsh"], indirect=True)
@pytest.mark.parametrize("option", ["warn_create_global", "warn_nested_var"])
def test_wrappers_set_no_variable_that_zsh_warns_of(run: Run, option: str) -> None:
    """In a function of the caller's, no call creates or changes a variable that zsh would print a warning of."""
    calls = "kestra_time t true; kestra_time t g; kestra_run echo x; kestra_run g; echo x | kestra_pipe; kestra_failed"
    done = run(f"setopt {option}; . $KESTRA; g() {{ :; }}; f() {{ {calls}; }}; f", source=False)

    assert (4, b"") == (done.stdout.count(b"\n"), done.stderr)


@pytest.mark.parametrize("shell", ["zsh-sh"], indirect=True)
def test_parameters_of_zsh_stay_the_callers(run: Run) -> None:
    """In the zsh that emulates sh, options and functions stay ordinary variables."""
    script = (
        f'options=mine; . "$KESTRA"; {CALL}; echo "$options"; functions=mine modules=mine; echo "$functions $modules"'
    )
    done = run(f"{script}; unset options; . $KESTRA; options=own; {CALL}; echo $options", source=False)

    assert (EXPECTED_CALL + b"mine\nmine mine\n" + EXPECTED_CALL + b"own\n", b"") == (done.stdout, done.stderr)


@pytest.mark.parametrize("shell", ["zsh"], indirect=True)
def test_many_options_of_zsh(run: Run) -> None:
    """Records are the same, and no warning is printed, under a crowd of options set before the file is sourced."""
    options = """sh_word_split ksh_arrays glob_subst null_glob extended_glob no_unset rc_expand_param csh_junkie_quotes
    rc_quotes force_float warn_create_global warn_nested_var""".replace("\n", " ")
    script = f"setopt {options}; load() {{ . $KESTRA; }}; load; {CALLS} {DATA}"
    done = run(script, *TEXTS, source=False, locale="C.UTF-8")

    assert EXPECTED == done.stdout[: len(EXPECTED)]
    assert (5, b"") == (done.stdout[len(EXPECTED) :].count(b"\n"), done.stderr)


@pytest.mark.parametrize("shell", ["zsh"], indirect=True)
def test_wrappers_and_pipes_create_no_globals_in_zsh(run: Run) -> None:
    """Wrappers, pipes and traps print no warning of zsh's, which Kestra would show as an error."""
    done = run("""
        setopt warn_create_global
        call() {
          kestra_run echo ran
          kestra_run -j -e WARN eval 'echo evaluated'
          kestra_time load true
          kestra_time load false
          kestra_run false
          echo é | kestra_pipe
          echo a | kestra_pipe -j WARN
          kestra_failed 3
        }
        call
        trap 'kestra_failed "$LINENO"' ERR
        kestra_run false
        kestra_time load false
        """)

    assert b"" == b"".join(line for line in done.stderr.splitlines(True) if not line.startswith(b"::{"))
    assert b"created globally" not in done.stdout + done.stderr


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


# What cannot be hidden: mksh traces set +x itself, and so does the zsh that emulates sh, and the loop around it.
SOURCING_LINES = {"mksh": 1, "zsh-sh": 2}


@pytest.mark.parametrize("source", ['. "$FILE"', 'load() { . "$FILE"; }; load', '. "$FILE"; . "$FILE"'])
def test_sourcing_is_not_traced(run: Run, request: pytest.FixtureRequest, tmp_path: Path, source: str) -> None:
    """With set -x, sourcing the file prints no line on stderr, which would be an ERROR in Kestra."""
    (tmp_path / "empty").touch()
    script = f"set -x; {source}; case $- in *x*) echo on ;; esac"
    ours = run(script, source=False, environment={"FILE": str(KESTRA)})
    none = run(script, source=False, environment={"FILE": str(tmp_path / "empty")})

    lines = SOURCING_LINES.get(request.node.callspec.params["shell"], 0) * source.count("FILE")
    assert (0, b"on\n") == (ours.returncode, ours.stdout)
    assert len(none.stderr.splitlines()) + lines == len(ours.stderr.splitlines())


TRACED_CALLS = [
    *("kestra_info plain", """kestra_info 'a "b"'""", 'kestra_warn "$1"', 'kestra_error a "$1"', "kestra_debug"),
    *(
        "kestra_warning x",
        'kestra_log info "$1"',
        'kestra_logs info a debug "$1"',
        "kestra_log LOUD x",
        "kestra_logs x",
    ),
    *("kestra_outputs a=b c:=[1]", "kestra_assets 'inputs:=[{}]'", "kestra_outputs a:=x", "kestra_counter c x"),
    *('kestra_timer t 1 "a=$1"', "kestra_gauge g 1e5", 'kestra_pipe debug <"$KESTRA_LINES"'),
    *("kestra_run echo x", "kestra_run -o debug work", "kestra_run", "kestra_time '' echo x", "kestra_time"),
]


@pytest.mark.parametrize("call", TRACED_CALLS)
def test_calls_are_not_traced(run: Run, request: pytest.FixtureRequest, tmp_path: Path, call: str) -> None:
    """With set -x, only the caller's command is a line on stderr, and the flag stays set."""
    (tmp_path / "lines").write_text("a line\n")
    quoted = call.replace("[", "'[").replace("]", "]'") if "'" not in call else call
    script = "work() {{ echo x; }}; set -x; {0}; {0}; case $- in *x*) echo on ;; esac"
    ours, builtin, untraced = (
        run(text, RARE, locale="C.UTF-8", environment={"KESTRA_LINES": str(tmp_path / "lines")})
        for text in (
            script.format(quoted),
            script.format(f"true {quoted}"),
            f"work() {{ echo x; }}; {quoted}; {quoted}; echo on",
        )
    )

    # Of each, mksh traces set +x.
    lines = 2 if request.node.callspec.params["shell"] == "mksh" else 0
    trace = [line for line in ours.stderr.splitlines() if not line.startswith((b"::{", b"kestra: "))]
    assert (0, untraced.stdout) == (ours.returncode, ours.stdout)
    assert 0 <= len(trace) - len(builtin.stderr.splitlines()) <= lines


@pytest.mark.parametrize("call", ["kestra_time n", "kestra_run -e INFO"])
@pytest.mark.parametrize("command", ["true", "work", "sh -c 'exit 3'", "refuse", "nests"])
def test_wrapped_commands_are_not_traced(run: Run, request: pytest.FixtureRequest, call: str, command: str) -> None:
    """With set -x, a wrapper, also in a function that is wrapped, adds no line, and the flag stays set."""
    done = run(
        f"""
        work() {{ true; }}; refuse() {{ false; }}; nests() {{ {call} work; {call} true; {call} refuse; }}
        set -x
        {call} {command}
        case $- in *x*) echo on ;; esac
        """
    )

    own = 1 if request.node.callspec.params["shell"] == "mksh" else 0
    lines = [line for line in done.stderr.splitlines() if not re.search(rb"kestra_(time|run)|echo on|case ", line)]
    assert done.stdout.endswith(b"on\n")
    assert [b"+ set +x"] * own == lines


@pytest.mark.parametrize("shell", ["mksh"], indirect=True)
def test_functions_without_a_trace_print_none_in_mksh(run: Run) -> None:
    """Where functions do not inherit set -x, a call prints no line at all."""
    done = run(
        "set +o inherit-xtrace; set -x; kestra_info a; kestra_run true; case $- in *x*) kestra_outputs b=c ;; esac"
    )

    assert [b"+ kestra_info a", b"+ kestra_run true", b"+ kestra_outputs 'b=c'"] == done.stderr.splitlines()


@pytest.mark.parametrize(
    ("trap", "commands"), [("EXIT", "(exit 3)"), ("ERR", "(exit 3); :"), ("USR1", "kill -USR1 $$; :")]
)
def test_a_trap_is_not_traced(run: Run, request: pytest.FixtureRequest, trap: str, commands: str) -> None:
    """With set -x, what kestra_failed does is no line, and the trace goes on."""
    shell = request.node.callspec.params["shell"]
    if trap == "ERR" and shell == "dash":
        pytest.skip("dash has no ERR trap")
    done = run(f"set -x; trap 'kestra_failed; : after' {trap}; {commands}")

    own = 1 if shell == "mksh" else 0
    lines = done.stderr.splitlines()
    first = next(number for number, line in enumerate(lines) if line.endswith(b" kestra_failed"))
    last = next(number for number, line in enumerate(lines) if line.endswith(b" : after"))
    trace = [line for line in lines[first + 1 : last] if not line.startswith(b"::{")]
    assert [b"+ set +x"] * own == trace


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
