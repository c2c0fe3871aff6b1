#!/usr/bin/env python3
"""Build kestra.sh from src/: `python3 shell/build.py`.

Three things are different in the sources, so that people and tools can read them.

* A word between @, as @print@, differs from shell to shell: `src/shell.sh` sets it. A function with such words becomes
  the text of an `eval`, and so does one with `${#`, which Kestra's template language would take for a comment.
* `NAME=@FILE.awk@` stands for the text of that file, `@FILE.sh.in@` for the function in it, and
  `@each FILE.sh.in WORD...@` for one function for each word, which replaces NAME.
* Comments, blank lines and half of the indentation are dropped; two spaces precede a comment at the end of a line.
  Awk programs are shortened by minify.py, too.
"""

import re
import sys
from pathlib import Path

from minify import minified, short_names

SHELL = Path(__file__).resolve().parent
SOURCES = SHELL / "src"
FILES = [
    "begin",
    "shell",
    "api",
    "time",
    "command",
    "logger",
    "wire",
    "programs",
    "context",
    "escape_bytes",
    "stream",
    "pipe",
    "run",
    "finish",
]
LIMIT = 120_000  # one argument of a process has 131,072 bytes, and the script of a user must fit beside it

MARK = re.compile(r"@(\w+)@")
HEAD = r" *(?:@function_head@)?_?kestra_[\w@]+(?:\(\) \{|@function_open@)\n"
# A function that defines others stays: those are the ones that have words in them.
FUNCTION = re.compile(rf"^(?=( *)){HEAD}(?:(?!{HEAD}).*\n)*?\1\}}\n", re.MULTILINE)
AWK = re.compile(r"@(\w+\.awk)@")
TEMPLATE = re.compile(r"^( *)@(\w+\.sh\.in)@\n", re.MULTILINE)
EACH = re.compile(r"^( *)@each (\w+\.sh\.in) ([\w ]+)@\n", re.MULTILINE)
COMMENT = re.compile(r"^ *#.*\n|^\n|  # .*$", re.MULTILINE)


def read(name: str) -> str:
    """Return a source."""
    return (SOURCES / name).read_text(encoding="ascii")


def source() -> str:
    """Return all sources but the header as one text, with the templates and the awk programs in their places."""
    text = "\n".join(read(f"{name}.sh") for name in FILES)
    text = EACH.sub(lambda found: "".join(template(found).replace("NAME", name) for name in found[3].split()), text)
    text = TEMPLATE.sub(template, text)
    return AWK.sub(lambda found: f"'\n{awk(found[1])}'", text)


def template(found: "re.Match[str]") -> str:
    """Return a template with the indentation of the line that names it."""
    return re.sub("^(?=.)", found[1], read(found[2]), flags=re.MULTILINE)


def awk(name: str) -> str:
    """Return an awk program, shortened, which is to stand between single quotes."""
    program = minified(plain_awk(name), short_names([plain_awk(each.name) for each in sorted(SOURCES.glob("*.awk"))]))
    if "'" in program:
        sys.exit(f"{name}: a single quote would end the text of the program")
    return program


def plain_awk(name: str) -> str:
    """Return an awk program without comments."""
    return COMMENT.sub("", read(name))


def build() -> str:
    """Return the text of kestra.sh."""
    text = COMMENT.sub("", source())
    text = FUNCTION.sub(lambda found: evaluated(found[0], found[1]), text)
    text = read("header.sh") + re.sub("^(  )+", lambda found: found[0][::2], text, flags=re.MULTILINE)
    check(text)
    return text


def evaluated(function: str, indent: str) -> str:
    """Return a function as it is or, if it has marks or a `${#`, as the text of an `eval`."""
    if not MARK.search(function) and "${#" not in function:
        return function
    text = (
        re.sub(f"^{indent}", "", function, flags=re.MULTILINE)
        .strip()
        .replace("'", "'\\''")
        .replace("${#", "${'\"$_kestra_hash\"'")
    )
    return f"{indent}\\eval '{MARK.sub(quoted_word, text)}'\n"


def quoted_word(found: "re.Match[str]") -> str:
    """Return what puts the value of a word into a text between single quotes."""
    return f"'\"$_kestra_{found[1]}\"'"


def check(text: str) -> None:
    """Stop the build where the text could not be pasted into a flow."""
    problems = {
        "a character that is not printable ASCII": not re.fullmatch(r"[ -~\n]*", text),
        "an instruction of Kestra's template language": re.search(r"\{[{%#]", text),
        f"more than {LIMIT} bytes": len(text) >= LIMIT,
    }
    for problem in filter(problems.get, problems):
        sys.exit(f"kestra.sh: {problem}")


def expanded(words: "dict[str, str]") -> str:
    """Return kestra.sh as one shell sees it, without `eval`: what ShellCheck can check."""
    text = f"{read('header.sh')}\n{source()}"
    for name in set(MARK.findall(text)):
        text = text.replace(f"@{name}@", words[name])
    return text


if __name__ == "__main__":
    (SHELL / "kestra.sh").write_text(build(), encoding="ascii")
