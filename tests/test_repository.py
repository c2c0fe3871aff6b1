"""What holds for all files of the repository."""

import configparser
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from harness.runtimes import missing

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATION = ROOT / ".editorconfig"


@pytest.fixture(scope="module")
def files():
    """Return the files that git knows, except for the cases, in which every byte counts."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        missing("this is no git checkout")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name and not name.startswith("conformance/cases/")]
    return [path for path in paths if path.is_file()]


def indent_sizes():
    """Return the sections of .editorconfig that set an indentation: a pattern for the path, and the size, or None."""
    parser = configparser.ConfigParser(delimiters=["="])
    parser.read_string("[top]\n" + CONFIGURATION.read_text())
    for section in parser.sections():
        if size := parser[section].get("indent_size"):
            glob = re.sub(r"\{(.*?)\}", lambda found: f"(?:{found[1].replace(',', '|')})", section.replace(".", r"\."))
            prefix = "" if "/" in section.split("{")[0] else "(?:.*/)?"
            yield re.compile(prefix + glob.replace("*", "[^/]*")), None if size == "unset" else int(size)


def test_every_file_has_the_indentation_of_editorconfig(files):
    """The first line that is indented below a line that is not is indented by the size in .editorconfig."""
    sizes = list(indent_sizes())
    wrong = []
    for path in files:
        if path.suffix in {".md", ".py", ".svg", ".txt", ""} and path.name != "run":
            continue
        name = path.relative_to(ROOT).as_posix()
        expected = [size for pattern, size in sizes if pattern.fullmatch(name)][-1]
        # Of Python, ruff decides; a line of a comment that goes on, as in Java, is no indentation.
        first = re.search(r"^\S.*\n( +)[^\s*]", path.read_text(), re.MULTILINE)
        if first and expected and len(first[1]) != expected:
            wrong.append((name, expected, len(first[1])))

    assert [] == wrong


def test_every_file_ends_with_a_line_end_and_no_line_with_a_blank(files):
    """Every file has what .editorconfig requires, so that an editor changes nothing else."""
    text = re.compile(rb"(?:[^\r\n]*[^\s]\n|\n)*")

    assert [] == [path.name for path in files if not text.fullmatch(path.read_bytes())]


def test_test_modules_have_unique_names(files):
    """A name tells which module failed, and modules of one name cannot be imported beside each other."""
    names = Counter(path.name for path in files if re.fullmatch(r"test_\w+\.py", path.name))

    assert [] == [name for name, count in names.items() if count > 1]


def test_every_folder_is_listed_in_the_readme(files):
    """A newcomer finds in the README what each folder is for."""
    folders = {path.relative_to(ROOT).parts[0] for path in files if len(path.relative_to(ROOT).parts) > 1}
    listed = set(re.findall(r"^\|.*?\[`(\w+)/`\]|, \[`(\w+)/`\]", (ROOT / "README.md").read_text(), re.MULTILINE))

    assert {name for name in folders if not name.startswith(".")} == {name for pair in listed for name in pair if name}


def test_every_file_that_contributing_names_exists():
    """The tables of CONTRIBUTING.md lead to files that are there."""
    page = (ROOT / "CONTRIBUTING.md").read_text()
    made = (ROOT / ".gitignore").read_text().split()
    layers = {"Python": "python/src/kestra", "Node": "node", "shell": "shell/src"}
    named = [
        ROOT / folder / name
        for row in re.findall(r"^\| \w+ \|.*", page, re.MULTILINE)
        for folder, cell in zip(layers.values(), row.strip("| ").split("|")[2:])
        for name in re.findall(r"`([\w.]+)`", cell)
        if "." in name
    ]
    named += [ROOT / name for name in re.findall(r"`([\w.]+/[\w./-]*)`", page) if name not in made]

    assert [] == [str(path.relative_to(ROOT)) for path in named if not path.exists()]
    assert len(named) > 30
