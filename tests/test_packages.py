"""What is published is exactly what a user needs, and small."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from harness.runtimes import missing

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "python" / "src" / "kestra"
DIST = Path(os.environ.get("KESTRA_DIST", ROOT / "dist"))
PATTERNS = [f"{name}-*.{kind}" for name in ("kestra", "kestra_conformance") for kind in ("whl", "tar.gz")] + ["*.tgz"]
PACKAGE = [path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*") if path.suffix in {".py", ".typed"}]


@pytest.fixture
def artefact():
    """Return the one file in dist/, or in the folder KESTRA_DIST, that matches a pattern."""

    def _artefact(pattern):
        paths = list(DIST.glob(pattern))
        if not paths:
            missing("dist/ is empty: python3 noxfile.py -s build")
        (path,) = paths
        newest = max(source.stat().st_mtime for source in SOURCE.rglob("*.py"))
        if newest > path.stat().st_mtime and "KESTRA_DIST" not in os.environ:
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
    expected = [*folder.glob("kestra_conformance/*.py"), *(folder / "cases").rglob("*.*")]
    expected += [folder / "SPECIFICATION.md", folder / "record.schema.json"]

    names = [path.relative_to(folder).as_posix() for path in expected]
    expected = {name if name.startswith("kestra_conformance/") else f"kestra_conformance/{name}" for name in names}
    assert expected | {"kestra_conformance/py.typed"} == files


@pytest.mark.parametrize(("pattern", "limit"), [("kestra-*.whl", 210_000), ("*.tgz", 62_000)])
def test_a_package_is_small(pattern, limit, artefact):
    """A package is small, because it is installed before every task."""
    assert artefact(pattern).stat().st_size < limit


def test_the_shell_file_of_a_release_is_the_tested_one():
    """The tests read `shell/kestra.sh`; a release publishes a copy of it."""
    copies = list(DIST.glob("kestra.sh"))

    assert [] == [path for path in copies if path.read_bytes() != (ROOT / "shell" / "kestra.sh").read_bytes()]
    assert copies or "KESTRA_DIST" not in os.environ


def test_the_shell_file_is_small():
    """The file is small, because it is pasted into flows and read before every task."""
    assert (ROOT / "shell" / "kestra.sh").stat().st_size < 120_000


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_second_build_has_the_same_bytes(pattern, artefact):
    """Anyone can build what is published from the tag, and compare."""
    again = os.environ.get("KESTRA_DIST_AGAIN") or missing("no second build: python3 noxfile.py -s build")
    (second,) = Path(again).glob(pattern)

    assert artefact(pattern).name == second.name
    assert artefact(pattern).read_bytes() == second.read_bytes()


@pytest.fixture
def empty_environment(artefact, tmp_path):
    """Return the Python of a new environment in which nothing but the wheel is installed."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    python = next(path for path in tmp_path.glob("venv/*/python*") if path.stem == "python")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index"]
    subprocess.run([*install, artefact("kestra-*.whl")], check=True)
    return python


def test_the_wheel_is_the_only_distribution_that_it_brings(empty_environment):
    """`pip install kestra` in an empty environment installs one distribution."""
    code = "from importlib import metadata; print(*(d.metadata['Name'] for d in metadata.distributions()))"
    done = subprocess.run([empty_environment, "-c", code], capture_output=True, text=True, check=True)

    assert "kestra\n" == done.stdout


def test_an_import_loads_the_layers_of_a_record_and_nothing_else(empty_environment):
    """Context, flow, reader, commands and capture are loaded when a script first uses them."""
    code = "import kestra, sys; print(*sorted(name for name in sys.modules if name.partition('.')[0] == 'kestra'))"
    done = subprocess.run([empty_environment, "-c", code], capture_output=True, text=True, check=True)

    layers = {"kestra", *(f"kestra._{name}" for name in ("api", "json", "lifetime", "lock", "stream", "wire"))}
    assert set(done.stdout.split()) <= layers
    assert "kestra._api" in done.stdout.split()


def test_the_pages_of_the_packages_have_what_an_index_shows(artefact):
    """PyPI and npm show a description, keywords, links and a licence, and render the README."""
    with zipfile.ZipFile(artefact("kestra-*.whl")) as wheel:
        (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
        metadata = wheel.read(name).decode()
    with tarfile.open(artefact("*.tgz")) as tarball:
        package = json.load(tarball.extractfile("package/package.json"))

    links = ("Documentation", "Source", "Changelog", "Issues", "Security")
    fields = ("Summary: ", "Keywords: ", "License-File: LICENSE", "Description-Content-Type: text/markdown")
    assert [] == [field for field in (*fields, *(f"Project-URL: {link}, " for link in links)) if field not in metadata]
    members = {"author", "bugs", "description", "engines", "homepage", "keywords", "license", "repository"}
    assert set() == members - set(package)
    assert metadata.count("Programming Language :: Python :: 3.") >= 6
