"""The sources of kestra.sh: what is built from them, and what tools for shell and awk find in them."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from harness.runtimes import need
from shells import KESTRA, Run

# By its path, as "build" is also a package that others import.
SPEC = importlib.util.spec_from_file_location("kestra_sh_build", KESTRA.parent / "build.py")
build = importlib.util.module_from_spec(SPEC)
sys.path.append(str(KESTRA.parent))
SPEC.loader.exec_module(build)

# What ShellCheck does not know of the shells that it does not know.
EXCLUDED = {
    "mksh": "SC2066",  # `for name in "$LINENO"` is an assignment that is no command of its own
    "ksh93": "SC2296",  # ${.sh.fun}
    "zsh": "SC2124",  # "${pipestatus[@]:0:1}" is one word
}
DIALECTS = {"dash": "dash", "busybox": "dash", "bash": "bash", "mksh": "ksh", "ksh93": "ksh", "zsh": "bash"}
AWK_PROGRAMS = {
    "message": ["source", "bytes", "escape", "message"],
    "json": ["source", "unescape", "bytes", "refusal", "json"],
    "context": ["source", "unescape", "context"],
    "pipe": ["source", "bytes", "escape", "record", "pipe"],
    "levels": ["source", "bytes", "escape", "record", "level_rules", "levels", "level_pipe"],
}
# The functions that define others set these words for each.
LEVEL_WORDS = {"name": "info", "level": "INFO", "redirect": ">&2", "call": "_kestra_log"}


def test_the_committed_file_is_the_built_one() -> None:
    """The file that users fetch is what the sources make."""
    assert build.build() == KESTRA.read_text(encoding="ascii")


@pytest.mark.parametrize("text", ["caf\u00e9", "${#1}", "{{ 1 }}", "a\tb", "x" * 120_000])
def test_the_build_refuses_what_cannot_be_pasted(text: str) -> None:
    """A flow takes printable ASCII without instructions of its template language, of a moderate size."""
    with pytest.raises(SystemExit, match=r"kestra\.sh: "):
        build.check(text)


def words_of(run: Run) -> dict[str, str]:
    """Return the words that a shell sets."""
    names = sorted(set(build.MARK.findall(build.source())) - LEVEL_WORDS.keys())
    separator = "\n----\n"
    values = "".join(f'printf "%s\\n----\\n" "$_kestra_{name}"\n' for name in names)
    return {**dict(zip(names, run(values).stdout.decode().split(separator))), **LEVEL_WORDS}


@pytest.mark.parametrize("shell", DIALECTS, indirect=True)
def test_shellcheck_of_what_a_shell_runs(run: Run, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """ShellCheck reports nothing for the functions with a shell's words, outside the text of an eval."""
    expanded = tmp_path / "kestra.sh"
    expanded.write_text(build.expanded(words_of(run)), encoding="ascii")
    name = request.node.callspec.params["shell"]
    options = ["-s", DIALECTS[name], "-e", EXCLUDED.get(name, "")]

    done = subprocess.run([need("shellcheck"), *options, expanded], capture_output=True, text=True, check=False)

    assert "" == done.stdout + done.stderr


@pytest.mark.parametrize("program", AWK_PROGRAMS)
def test_gawk_lint(program: str) -> None:
    """The strictest of the awks has nothing to say about the programs."""
    files = [f"-f{build.SOURCES / name}.awk" for name in AWK_PROGRAMS[program]]
    names = ("option", "mode", "level", "message", "batch", "mark", "errors", "done")
    environment = {f"kestra_{name}": "" for name in names}

    done = subprocess.run(
        [need("gawk"), "--lint", *files], input="", env=environment, capture_output=True, text=True, check=False
    )

    assert "" == done.stderr
