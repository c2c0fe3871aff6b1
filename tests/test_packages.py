"""What is published is exactly what a user needs, and small."""

import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from harness.runtimes import missing

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "python" / "src" / "kestra"
PACKAGE = [path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*") if path.suffix in {".py", ".typed"}]


@pytest.fixture
def artefact():
    """Return the one file in dist/ that matches a pattern."""

    def _artefact(pattern):
        paths = list((ROOT / "dist").glob(pattern))
        if not paths:
            missing("dist/ is empty: python3 noxfile.py -s build")
        (path,) = paths
        if max(source.stat().st_mtime for source in SOURCE.rglob("*.py")) > path.stat().st_mtime:
            missing("dist/ is older than the sources: python3 noxfile.py -s build")
        return path

    return _artefact


def test_the_wheel_holds_the_package_and_its_licence(artefact):
    """No other top-level module is installed; `kestra.pth` is a line for Python's start."""
    with zipfile.ZipFile(artefact("kestra-*.whl")) as wheel:
        files = sorted(name for name in wheel.namelist())
    info = next(name.split("/")[0] for name in files if ".dist-info/" in name)

    expected = ["kestra.pth", *(f"kestra/{name}" for name in PACKAGE)]
    expected += [f"{info}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "licenses/LICENSE")]
    assert sorted(expected) == files


def test_the_wheel_needs_nothing(artefact):
    """No dependency, and every Python from 3.9 on."""
    with zipfile.ZipFile(artefact("kestra-*.whl")) as wheel:
        (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
        metadata = wheel.read(name).decode().split("\n\n")[0].splitlines()

    assert [] == [line for line in metadata if line.startswith("Requires-Dist") and "extra ==" not in line]
    assert "Requires-Python: >=3.9" in metadata
    assert "License-Expression: Apache-2.0" in metadata


def test_the_sdist_holds_sources_and_tests(artefact):
    """A packager can build and test from it alone."""
    with tarfile.open(artefact("kestra-*.tar.gz")) as sdist:
        files = sorted(member.name.partition("/")[2] for member in sdist.getmembers() if member.isfile())
    folder = ROOT / "python" / "tests"
    tests = [f"tests/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*.py")]

    expected = [".gitignore", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml", "src/kestra.pth"]
    assert sorted(expected + tests + [f"src/kestra/{name}" for name in PACKAGE]) == files


def test_the_tarball_holds_the_package_and_its_types(artefact):
    """The published files are the sources: there is no build step."""
    with tarfile.open(artefact("*.tgz")) as tarball:
        files = sorted(member.name.partition("/")[2] for member in tarball.getmembers())
        package = json.load(tarball.extractfile("package/package.json"))

    expected = [path for path in (ROOT / "node").rglob("*.*") if not {"tests", "node_modules"} & set(path.parts)]
    assert sorted(["LICENSE", *(path.relative_to(ROOT / "node").as_posix() for path in expected)]) == files
    assert [] == [kind for kind in ("dependencies", "peerDependencies", "optionalDependencies") if package.get(kind)]


def test_the_kit_holds_its_cases_and_the_specification(artefact):
    """The conformance kit needs nothing of this repository: every case and golden is in it."""
    with zipfile.ZipFile(artefact("kestra_conformance-*.whl")) as wheel:
        files = {name for name in wheel.namelist() if name.startswith("kestra_conformance/")}
    folder = ROOT / "conformance"
    expected = [*folder.glob("kestra_conformance/*.py"), *(folder / "cases").rglob("*.*"), folder / "SPECIFICATION.md"]

    names = [path.relative_to(folder).as_posix() for path in expected]
    expected = {name if name.startswith("kestra_conformance/") else f"kestra_conformance/{name}" for name in names}
    assert expected | {"kestra_conformance/py.typed"} == files


@pytest.mark.parametrize(("pattern", "limit"), [("kestra-*.whl", 200_000), ("*.tgz", 50_000)])
def test_a_package_is_small(pattern, limit, artefact):
    """A package is small, because it is installed before every task."""
    assert artefact(pattern).stat().st_size < limit


def test_the_shell_file_is_small():
    """The file is small, because it is pasted into flows and read before every task."""
    assert (ROOT / "shell" / "kestra.sh").stat().st_size < 64_000
