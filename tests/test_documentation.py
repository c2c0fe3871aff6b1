"""Every code block of every README and of every page in docs/ runs, and prints what the block after it shows.

A ```python, ```js or ```sh block is a script.
The ```text block right after it is its output, with both streams in the order of writing; without one there is none.
In it, … stands for a number that varies.
A ```yaml block of a README parses, and the scripts of its tasks run as well.
The flows of all pages run on Kestra itself in the session kestra-server.
Every link leads somewhere, and the pages on commands and variables are complete.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from kestra.reader import read

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).resolve().parent.parent
UNWRITTEN = {"node_modules", ".nox", ".pytest_cache", "target"}
READMES = [path for path in sorted(ROOT.rglob("README.md")) if not UNWRITTEN & set(path.parts)]
GUIDES = [path for path in sorted((ROOT / "docs").rglob("*.md")) if path.parent.name != "upstream"]
PAGES = [*READMES, ROOT / "conformance" / "SPECIFICATION.md", *GUIDES]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```\n(?:\n?```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
# Commands that install; output; grammars; settings; types, which the lint session checks; recipes for a library,
# which its own test runs.
SHOWN_ONLY = {"console", "text", "ts", "py", "mjs", "abnf", "toml"}


def blocks(*languages, pages=PAGES):
    found = [
        pytest.param(
            page,
            language,
            code,
            output or "",
            id=f"{page.relative_to(ROOT)}:{text[: match.start()].count(chr(10)) + 1}",
        )
        for page in pages
        for text in [page.read_text()]
        for match in FENCE.finditer(text)
        for language, code, output in [match.groups()]
        if language in languages
    ]
    assert found, f"no page has a block of {languages}"
    return pytest.mark.parametrize(("page", "language", "code", "output"), found)


def run(language, code, page, tmp_path):
    """Run an example in the folder of its page; one of docs/ in a folder with kestra.sh."""
    directory = page.parent
    if page in GUIDES:
        directory = tmp_path
        shutil.copy(ROOT / "shell" / "kestra.sh", directory)
    if language == "python":
        command = [sys.executable, "-c", code]
    elif language == "js":
        script = tmp_path / ("example.mjs" if re.search(r"^import ", code, re.MULTILINE) else "example.cjs")
        script.write_text(code)
        if "NODE_PATH" in os.environ:  # which `import`, unlike `require`, does not read
            (tmp_path / "node_modules").symlink_to(os.environ["NODE_PATH"])
        command = ["node", script]
    else:
        command = ["sh", "-c", code]
    return subprocess.run(
        command,
        cwd=directory,
        env={**os.environ, "KUBERNETES_SERVICE_HOST": "10.0.0.1"},  # with Docker only, a batch warns
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )


@blocks("python", "js", "sh")
def test_a_script_prints_what_the_page_says(page, language, code, output, tmp_path):
    """A newcomer who pastes it sees the same."""
    done = run(language, code, page, tmp_path)

    pattern = re.escape(output).replace("…", r"\d+(?:\.\d+)?(?:e-\d+)?")
    assert 0 == done.returncode, done.stdout
    assert re.fullmatch(pattern, done.stdout) or output == done.stdout


@blocks("yaml", pages=READMES)
def test_a_flow_parses_and_its_scripts_run(page, language, code, output, tmp_path):  # noqa: ARG001
    """Each task's script prints what the README says of the flow."""
    language_of = {"python": "python", "node": "js", "shell": "sh"}
    printed = ""
    for task in (yaml.safe_load(code) or {}).get("tasks", []):
        if "script" in task:
            done = run(language_of[task["type"].split(".")[-2]], task["script"], page, tmp_path)
            assert 0 == done.returncode, done.stdout
            printed += done.stdout

    assert output == printed


TABLE = re.compile(r"^\| (Python|Node|shell) \| JSON \|\n\|---\|---\|\n((?:\|.*\|\n)+)", re.MULTILINE)
ROW = re.compile(r"\| `(.*)` \| `(.*)` \|")
SCRIPTS = {
    "Python": (
        "python",
        (
            "import collections, dataclasses, datetime, decimal, http, ipaddress, pathlib, types, uuid\n"
            "from kestra import Kestra\n"
        ),
        'Kestra.outputs({{"v": {0}}})\n',
    ),
    "Node": ("js", 'const Kestra = require("@kestra-io/libs");\n', "Kestra.outputs({{ v: {0} }});\n"),
    "shell": ("sh", ". ./kestra.sh\n", "kestra_outputs {0}\n"),
}


def test_a_value_becomes_what_the_tables_say(tmp_path):
    """Each row of a table of values is an output, written as it says."""
    tables = [(page, *match.groups()) for page in PAGES for match in TABLE.finditer(page.read_text())]
    assert sorted(SCRIPTS) == sorted(table[1] for table in tables)
    for page, language, body in tables:
        rows = [ROW.fullmatch(line).groups() for line in body.splitlines()]
        kind, head, call = SCRIPTS[language]
        done = run(kind, head + "".join(call.format(value) for value, _ in rows), page, tmp_path)

        assert [f'::{{"outputs":{{"v":{text}}}}}::' for _, text in rows] == done.stdout.splitlines()


def test_every_block_says_what_it_is():
    """A block of a language that nothing here runs would rot."""
    languages = {(match[1], page) for page in PAGES for match in FENCE.finditer(page.read_text())}
    unknown = {pair for pair in languages if pair[0] not in {"python", "js", "sh", "yaml", "json"} | SHOWN_ONLY}

    assert set() == unknown


def test_json_parses():
    """A block that is marked as JSON is JSON."""
    shown = [match[2] for page in PAGES for match in FENCE.finditer(page.read_text()) if match[1] == "json"]

    assert [] == [text for text in shown if not json.loads(text)]


LINK = re.compile(r"\[[^\[\]]*\]\(([^()\s]+)\)")
OURS = "https://github.com/kestra-io/libs/blob/main/"
LINKED = sorted({*PAGES, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/*.md")})


def prose(page):
    """Return the text of a page without its code blocks."""
    return re.sub(r"^```.*?^```", "", page.read_text(), flags=re.MULTILINE | re.DOTALL)


def anchors(page):
    """Return the anchors that GitHub gives to the headings of a page."""
    found = Counter()
    for heading in re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE):
        text = LINK.sub(lambda link: link[0][1 : link[0].index("]")], heading).lower()
        name = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
        yield f"{name}-{found[name]}" if found[name] else name
        found[name] += 1


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    """A link into the repository names a file or folder that exists, and a heading that the file has."""
    broken = []
    for link in LINK.findall(prose(page)):
        name, _, anchor = link.removeprefix(OURS).partition("#")
        if re.match(r"[a-z]+:", name):
            continue
        target = (ROOT if link.startswith(OURS) else page.parent) / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)

    assert [] == broken


def test_the_page_on_the_environment_lists_every_variable():
    """The page lists every variable with our name that a package reads or sets."""
    sources = [*ROOT.glob("python/src/**/*.p*"), *ROOT.glob("node/*.js"), *ROOT.glob("node/*/*.js")]
    sources += [path for path in ROOT.glob("shell/src/*") if path.is_file()]
    variable = re.compile(r"\bKESTRA_[A-Z_]*[A-Z]\b")
    page = (ROOT / "docs" / "reference" / "environment.md").read_text()
    used = {name for path in sources if "__pycache__" not in path.parts for name in variable.findall(path.read_text())}

    assert {"KESTRA_CAPTURE", "KESTRA_FD", "KESTRA_LOCK"} < used
    assert set() == used - set(variable.findall(page))


def test_pages_install_a_version_that_does_what_they_say():
    """A machine may have kestra 2.0.0, which `pip install kestra` would keep."""
    lines = [line for page in PAGES for line in page.read_text().splitlines()]
    installs = [line for line in lines if re.search(r"\bpip3? install\b.*\bkestra\b(?!-io)", line)]

    assert installs
    assert [] == [line for line in installs if ">=3" not in line]


def test_ci_runs_the_test_command_of_the_readme():
    """The README's two commands are the demo and the tests, and CI takes the same way in."""
    (commands,) = re.findall(r"^```console\n(.*?)^```", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)
    demo, tests = (line.removeprefix("$ ") for line in commands.splitlines())

    assert "python3 noxfile.py -s demo" == demo
    assert f'{tests} "$@"' == (ROOT / ".ci" / "run").read_text().splitlines()[-1]


REFERENCE = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
PREVIEW, CHECK = (
    (ROOT / "docs" / "how-to" / name).read_text(encoding="utf-8") for name in ("preview.md", "check-in-ci.md")
)
CONSOLE = re.findall(r"^```console\n(.*?)^```", PREVIEW + CHECK + REFERENCE, re.MULTILINE | re.DOTALL)
# A command is a line that starts with $; up to the next one stands what it prints.
COMMANDS = [
    command.partition("\n")[::2] for block in CONSOLE for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
]
SHOWN = [pair for pair in COMMANDS if "python -m kestra" in pair[0] and pair[1]]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with the page's script and captured output, in which `python` is this one."""
    (tmp_path / "load.py").write_text(re.search(r"^```python\n(.*?)^```", PREVIEW, re.MULTILINE | re.DOTALL)[1])
    for name in ("fatal.log", "spaces.log"):
        (tmp_path / name).write_text(dict(COMMANDS)[f"cat {name}"])
    (tmp_path / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def run_in(command, folder):
    script = f'PATH="{folder}:$PATH"; {command}'
    return subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def without_times(text):
    return re.sub(r"\d\d:\d\d:\d\d\.\d{3}|(?<=after )\d+\.\d\d s", "…", text)


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_the_page_shows(command, output, folder):
    """The commands of the pages on preview and check print what it shows, except for times."""
    run_in("python load.py >out.log 2>err.log", folder)
    done = run_in(command, folder)

    assert without_times(output) == without_times(done.stdout)
    assert "" == done.stderr


@pytest.mark.parametrize("row", re.findall(r"^\| (`(?:::|INFO|\[1).*)$", CHECK, re.MULTILINE))
def test_the_reader_finds_the_problem_that_the_page_shows(row):
    """The page's table of lines that nearly are records has the problem and the remedy of each."""
    line, problem, remedy = (cell.strip() for cell in row.rstrip("| ").split(" | "))
    (found,) = read(line.strip("`").encode())[0].problems

    assert (f"{problem}, so Kestra shows it as text", remedy) == (found.reason, found.remedy)


def test_the_pages_show_both_commands():
    """The pages show both commands, in any notation."""
    assert {"preview", "check"} == {command.split("python -m kestra ")[1].split()[0] for command, _ in SHOWN}


def test_the_reference_of_the_commands_lists_what_the_help_lists(folder):
    """The page describes each option of each command, and no other option."""
    for command in ("preview", "check", "run"):
        section = REFERENCE.partition(f"## `python -m kestra {command}")[2].partition("\n## ")[0]
        documented = set(re.findall(r"`(--[a-z-]+)", section))
        known = set(re.findall(r"(--[a-z-]+)", run_in(f"python -m kestra {command} --help", folder).stdout))

        assert known - {"--help"} == documented
