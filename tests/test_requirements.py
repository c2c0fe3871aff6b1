"""What the sessions install is pinned, each file with its hash, so that a run next year uses the same tools."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "tools" / "requirements"
LISTS = sorted(REQUIREMENTS.glob("*.in"))
LOCKS = sorted((ROOT / "tools" / "npm").glob("*/package-lock.json"))


def wanted(path):
    """Return the names that a list asks for, with those of the lists that it includes."""
    for line in path.read_text().splitlines():
        if included := re.fullmatch(r"-r (\S+)", line):
            yield from wanted(REQUIREMENTS / included[1])
        elif not line.startswith("#"):
            yield re.match(r"[\w.-]+", line)[0].replace(".", "-")


@pytest.mark.parametrize("source", LISTS, ids=lambda path: path.stem)
def test_every_package_is_pinned_with_a_hash(source):
    """Each requirement of the pinned list is one version with its hashes, and nothing that was asked for lacks."""
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", source.with_suffix(".txt").read_text(), flags=re.MULTILINE))
    pinned = [re.match(r"([\w.-]+)==\S+", entry) for entry in entries]

    assert [] == [entry for entry, pin in zip(entries, pinned) if not pin or "--hash=sha256:" not in entry]
    assert set() == set(wanted(source)) - {pin[1] for pin in pinned}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.parent.name)
def test_every_npm_package_is_pinned_with_a_hash(lock):
    """Each package of the lock has the hash of its file, and the lock is that of its `package.json`."""
    packages = json.loads(lock.read_text())["packages"]
    root = packages.pop("")

    assert json.loads((lock.parent / "package.json").read_text())["devDependencies"] == root["devDependencies"]
    assert [] == [name for name, package in packages.items() if not package.get("integrity")]


def test_every_list_has_its_pinned_list():
    """A list without pins, or pins without a list, is a file that was forgotten."""
    assert [path.stem for path in LISTS] == sorted(path.stem for path in REQUIREMENTS.glob("*.txt"))
    assert sorted(path.parent for path in (ROOT / "tools" / "npm").glob("*/package.json")) == [
        lock.parent for lock in LOCKS
    ]


def test_the_sessions_install_only_what_is_pinned():
    """`session.install` is called for the pinned lists and our own wheels, and by nothing else."""
    calls = re.findall(r"session\.install\((.*)\)", (ROOT / "noxfile.py").read_text())

    assert calls
    assert all("--require-hashes" in call or "--no-deps" in call for call in calls)


def test_every_list_is_installed_by_a_session_and_exists():
    """A session that names a list which is not there fails on every machine, and a list without a session rots."""
    source = (ROOT / "noxfile.py").read_text()
    named = set(re.findall(r"\binstall\(session, f?\"([^\"{]+)", source))
    npm = set(re.findall(r"npm_install\(session, [^,]+, \"([^\"]+)\"|install_tarball\(session, \"([^\"]+)\"", source))

    lists = {re.sub(r"^node-\d+$", "node-", path.stem) for path in LISTS}
    assert lists - {"nox"} == named  # nox itself is installed before there are sessions
    assert {lock.parent.name for lock in LOCKS} == {name for pair in npm for name in pair if name}
