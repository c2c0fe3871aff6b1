"""Explains why a command did not start, and what to type instead."""

from __future__ import annotations

import errno
import os
import shlex
import shutil

_INTERPRETERS = {
    ".py": "python",
    ".js": "node",
    ".mjs": "node",
    ".cjs": "node",
    ".sh": "sh",
    ".bash": "bash",
    ".zsh": "zsh",
    ".ksh": "ksh",
    ".rb": "ruby",
    ".pl": "perl",
    ".php": "php",
    ".r": "Rscript",
    ".jl": "julia",
    ".lua": "lua",
    ".ps1": "pwsh",
}
_BUILTINS = frozenset((".", "cd", "eval", "exec", "export", "for", "if", "set", "source", "trap", "ulimit", "while"))


def explain_start_error(command: list[str], error: OSError, launcher: str) -> tuple[str, int]:
    """Return why a command did not start, a remedy that begins with the launcher, and a shell's exit status."""
    program = command[0]
    if os.path.isdir(program) and error.errno != errno.ENOENT:  # noqa: PTH112
        return f"{program}: expected a program, got a directory", 126
    is_file = os.path.isfile(program)  # noqa: PTH113
    if is_file and not os.access(program, os.X_OK):
        return _not_executable(command, launcher), 126
    if error.errno == errno.ENOENT and is_file and os.sep not in program:
        return f"{program}: not on PATH (./ before its name runs the one in this folder)", 127
    if error.errno == errno.ENOENT and is_file:
        return f"{program}: {_missing_interpreter(program)}", 127
    if error.errno == errno.ENOEXEC:
        return f"{program}: no interpreter in its first line: {_with(launcher, _interpreter(program), command)}", 126
    if not isinstance(error, FileNotFoundError):
        return f"{program}: expected a program, got {error.strerror}", 126
    return f"{program}: command not found{_hint(command, launcher)}", 127


def _not_executable(command: list[str], launcher: str) -> str:
    program, interpreter = command[0], _interpreter(command[0])
    if shutil.which(interpreter) is None and _first_line(program):
        return f"{program}: expected a program, got Permission denied"
    return f"{program}: not executable: {_with(launcher, interpreter, command)}"


def _with(launcher: str, interpreter: str, command: list[str]) -> str:
    return f"{launcher} {interpreter} {shlex.join(command)}"


def _interpreter(program: str) -> str:
    """Return the interpreter of a script, from its first line or else from its name."""
    words = _first_line(program).split()
    if words[:1] and os.path.basename(words[0]) == "env":  # noqa: PTH119
        words = [word for word in words[1:] if not word.startswith("-") and "=" not in word]
    if words:
        return os.path.basename(words[0])  # noqa: PTH119
    name = _INTERPRETERS.get(os.path.splitext(program)[1].lower(), "sh")  # noqa: PTH122
    return "python3" if name == "python" and not shutil.which("python") and shutil.which("python3") else name


def _first_line(program: str) -> str:
    """Return the text after `#!` in the first line of a file, with its white space."""
    try:
        with open(program, "rb") as file:  # noqa: PTH123
            line = file.readline(256)
    except OSError:
        return ""
    return line[2:].rstrip(b"\n").decode(errors="replace") if line.startswith(b"#!") else ""


def _missing_interpreter(program: str) -> str:
    line = _first_line(program)
    if line.endswith("\r"):
        return "its first line ends with a carriage return, a Windows line end: remove it from the file"
    name = line.strip().partition(" ")[0]
    return f"its first line names an interpreter that is not there{': ' + name if name else ''}"


def _hint(command: list[str], launcher: str) -> str:
    """Return what to type instead of a command that only a shell understands."""
    program = command[0]
    text = shlex.quote(program if len(command) == 1 else shlex.join(command))
    if len(command) == 1 and any(mark in program for mark in " \t\n;|&<>$*") and not os.path.exists(program):  # noqa: PTH110
        return f": a command line needs a shell: {launcher} sh -c {text}"
    name, equals, _ = program.partition("=")
    if equals and name.isidentifier():
        return f": variables need env: {launcher} env {shlex.join(command)}"
    if program in _BUILTINS:
        return f": it is part of the shell: {launcher} sh -c {text}"
    return ""
