"""A release has one version, and a changelog that says what is in it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLACES = [
    *("python/src/kestra/__init__.py", "node/package.json", "conformance/kestra_conformance/__init__.py"),
    *("CHANGELOG.md", "tools", "shell", "conformance/levels.json"),
]
ADVICE = "CHANGELOG.md: [Unreleased] is not empty\n"


@pytest.fixture
def tree(tmp_path):
    """Return a copy of the files that have the version."""
    for name in PLACES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, tmp_path / name)
    changelog = "# Changelog\n\n## [Unreleased]\n\n- New.\n\n## [9.0.0] - 2020-01-01\n\n- Old.\n"
    (tmp_path / "CHANGELOG.md").write_text(changelog)
    return tmp_path


def release(tree, *arguments):
    """Run the tool in a tree."""
    command = [sys.executable, tree / "tools" / "release.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_version_is_the_same_everywhere():
    """Only the changelog may not be ready between two releases."""
    done = release(ROOT, "check")

    assert [] == [line for line in done.stderr.splitlines() if not line.startswith("CHANGELOG.md: ")]


def test_a_prepared_release_passes_the_check(tree):
    """The version is written everywhere, also into what is built, and the changes get it and a date."""
    release(tree, "prepare", "9.9.9")
    checked = release(tree, "check", "v9.9.9")

    assert (0, "Version 9.9.9 is ready\n", "") == (checked.returncode, checked.stdout, checked.stderr)
    assert "- New.\n" == release(tree, "notes").stdout


def test_a_release_with_unreleased_changes_is_refused(tree):
    """Changes that came after the preparation would be in the packages, and in no section."""
    release(tree, "prepare", "9.9.9")
    changelog = tree / "CHANGELOG.md"
    changelog.write_text(changelog.read_text().replace("## [Unreleased]\n", "## [Unreleased]\n\n- Late.\n", 1))
    checked = release(tree, "check", "v9.9.9")

    assert (1, ADVICE) == (checked.returncode, checked.stderr)


def test_a_version_without_a_section_or_a_date_is_refused(tree):
    """The changelog has a section with a date for each version."""
    release(tree, "prepare", "9.9.9")
    changelog = tree / "CHANGELOG.md"
    text = changelog.read_text()
    faults = []
    for heading in ("## [9.9.9]", "## [9.9.8] - 2020-01-02"):
        changelog.write_text("\n".join(heading if "[9.9.9]" in line else line for line in text.split("\n")))
        faults.append(release(tree, "check").stderr)

    expected = ["the section of version 9.9.9 has no date", "version 9.9.9 has no section"]
    assert [f"CHANGELOG.md: {fault}\n" for fault in expected] == faults


def test_a_tag_of_another_version_is_refused(tree):
    """What is published has the version of the tag."""
    release(tree, "prepare", "9.9.9")

    assert "tag: expected v9.9.9, got v9.9.8\n" == release(tree, "check", "v9.9.8").stderr


def test_a_file_with_another_version_is_refused(tree):
    """The version is in one place, and the others are compared with it."""
    release(tree, "prepare", "9.9.9")
    package = tree / "node" / "package.json"
    package.write_text(package.read_text().replace("9.9.9", "9.9.8"))

    assert "node/package.json: expected version 9.9.9, got 9.9.8\n" == release(tree, "check").stderr
