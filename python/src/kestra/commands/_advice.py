"""Advice about plain lines on standard error, which Kestra shows as ERROR, for the command that was run."""

from __future__ import annotations

import os
import re
import shlex

PYTHON = "`python -m kestra run` sends Python's logs at their own level"
NODE = "`node --require=@kestra-io/libs/capture` sends what `console` and loggers print at its own level"
BUN = "`bun --preload=@kestra-io/libs/capture` sends what `console` and loggers print at its own level"
DENO = "`deno run --preload=npm:@kestra-io/libs/capture` sends what `console` and loggers print at its own level"
SHELL = "`kestra_run` in a shell sends a command's lines at the level that you choose, with `--levels` at their own"
LEVELS = (
    "`python -m kestra run --levels {0}`, or in a shell `kestra_run --levels {0}`, sends lines at the level they tell"
)
READ = "no level was found in these lines: `--stderr INFO` gives them another"
CAPTURED = "what a script prints has no level: log it, or print it to standard output"
ANY = (
    "`python -m kestra run`, `node --require=@kestra-io/libs/capture` or the shell's `kestra_run` send them at a level"
)

LONGEST = 30  # characters of a command in an advice
_KINDS = {
    "python": re.compile(r"(?:python|pypy)[0-9.]*(?:\.exe)?|uv|poetry|pipenv|pytest|ipython|papermill|dbt|.+\.py"),
    "bun": re.compile(r"bunx?(?:\.exe)?"),
    "deno": re.compile(r"deno(?:\.exe)?"),
    "node": re.compile(r"(?:node|nodejs|npx|tsx|ts-node)(?:\.exe|\.cmd)?|.+\.[cm]?[jt]s"),
    "shell": re.compile(r"(?:ba|da|z|k|mk|a)?sh|ksh93|busybox|.+\.(?:ba|k|z)?sh"),
}


_CAPTURES = {"python": PYTHON, "node": NODE, "bun": BUN, "deno": DENO}


def advice_for(command: list[str]) -> str:
    """Return the advice that fits a command, which may be a command line for a shell."""
    words = re.findall(r"[^\s;&|()'\"]+", " ".join(command))
    is_captured = {
        "python": "kestra run" in " ".join(words) or bool(os.environ.get("KESTRA_CAPTURE")),
        "node": "@kestra-io/libs/capture" in " ".join([*words, os.environ.get("NODE_OPTIONS", "")]),
        "bun": "@kestra-io/libs/capture" in " ".join(words),
        "deno": "@kestra-io/libs/capture" in " ".join(words),
        "shell": "kestra_run" in words or "kestra_pipe" in words,
    }
    if words[1:4] == ["-m", "kestra", "run"] and "--levels" in words:
        return READ
    kind = _kind_of(words)
    if kind is None:
        return LEVELS.format(_short(command))
    if kind == "shell" and not is_captured["shell"]:
        return SHELL
    return CAPTURED if is_captured[kind] else _CAPTURES[kind]


def _short(command: list[str]) -> str:
    """Return the start of a command, quoted for a shell."""
    text = shlex.join(command[:2])
    if len(text) > LONGEST:
        return f"{shlex.quote(command[0])} …"
    return f"{text} …" if len(command) > 2 else text


def _kind_of(words: list[str]) -> str | None:
    """Return the kind of program: `sh -c 'python load.py'` and `kestra run node load.js` run Python and Node."""
    kinds = []
    for number, word in enumerate(words):
        name = os.path.basename(word)  # noqa: PTH119
        is_launcher = words[number + 1 : number + 4] == ["-m", "kestra", "run"]
        kinds += [kind for kind, pattern in _KINDS.items() if not is_launcher and pattern.fullmatch(name)]
    return next((kind for kind in kinds if kind != "shell"), "shell" if kinds else None)
