"""Prepare, check and describe a release.

`python3 tools/release.py` with

* `version` prints the version, which is in one place: `python/src/kestra/__init__.py`;
* `prepare VERSION` writes a version wherever it has to be, and dates [Unreleased] in CHANGELOG.md;
* `check [TAG]` fails unless the version is the same everywhere, the changelog is ready and TAG names it;
* `notes` prints the version's section of the changelog.
"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NUMBER = r"\d+\.\d+\.\d+"
# The first is the source; the pattern is what surrounds the version in the others, which are compared with it.
PLACES = {
    "python/src/kestra/__init__.py": '__version__ = "{}"',
    "node/package.json": '"version": "{}"',
    "shell/src/shell.sh": "case ${{KESTRA_VERSION-}} in {0}) ;; *) KESTRA_VERSION={0} ;; esac",
    "conformance/kestra_conformance/__init__.py": '__version__ = "{}"',
}
BUILT = {"shell/kestra.sh": PLACES["shell/src/shell.sh"]}  # `shell/build.py` writes it
SECTION = re.compile(r"^## \[(.+?)\](.*)\n((?:(?!## ).*\n)*)", re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for; return the exit status."""
    if arguments == ["version"]:
        print(version())
    elif arguments == ["notes"]:
        print(notes(version()))
    elif arguments[:1] == ["check"] and len(arguments) <= 2:
        faults = list(find_faults(*arguments[1:]))
        print("\n".join(faults) or f"Version {version()} is ready", file=sys.stderr if faults else sys.stdout)
        return 1 if faults else 0
    elif arguments[:1] == ["prepare"] and len(arguments) == 2 and re.fullmatch(NUMBER, arguments[1]):
        prepare(arguments[1])
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


def version() -> str:
    """Return the version of the packages."""
    return found_versions(next(iter(PLACES)))[0]


def found_versions(name: str) -> list[str]:
    """Return the versions that a file names, [""] if it names none."""
    pattern = re.escape(({**PLACES, **BUILT}[name]).format("\0")).replace("\0", f"({NUMBER})")
    found = re.search(pattern, (ROOT / name).read_text(encoding="utf-8"))
    return list(found.groups()) if found else [""]


def sections() -> dict[str, tuple[str, str]]:
    """Return what follows the name of each section of the changelog in its heading, and its text."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    return {name: (rest, text.strip()) for name, rest, text in SECTION.findall(changelog)}


def notes(number: str) -> str:
    """Return the section of a version."""
    return sections().get(number, ("", ""))[1]


def find_faults(tag: str = "") -> list[str]:
    """Return what stands in the way of a release, each as a sentence."""
    number = version()
    faults = [
        f"{name}: expected version {number}, got {' and '.join(found)}"
        for name in (*PLACES, *BUILT)
        for found in [found_versions(name)]
        if set(found) != {number}
    ]
    if tag and tag != f"v{number}":
        faults.append(f"tag: expected v{number}, got {tag}")
    if number not in sections():
        faults.append(f"CHANGELOG.md: version {number} has no section")
    elif not re.fullmatch(r" - \d{4}-\d{2}-\d{2}", sections()[number][0]):
        faults.append(f"CHANGELOG.md: the section of version {number} has no date")
    if sections().get("Unreleased", ("", ""))[1]:
        faults.append("CHANGELOG.md: [Unreleased] is not empty")
    return faults


def prepare(number: str) -> None:
    """Write the version into all files, build `kestra.sh`, and give the unreleased changes the version and today."""
    for name, place in PLACES.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        before = place.format(found_versions(name)[0])
        (ROOT / name).write_text(text.replace(before, place.format(number)), encoding="utf-8")
    subprocess.run([sys.executable, ROOT / "shell" / "build.py"], check=True)
    changelog = ROOT / "CHANGELOG.md"
    today = dt.datetime.now(tz=dt.timezone.utc).date()
    heading = f"## [Unreleased]\n\n## [{number}] - {today}\n"
    text = changelog.read_text(encoding="utf-8").replace("## [Unreleased]\n", heading, 1)
    changelog.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
