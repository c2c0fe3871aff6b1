"""One version in all packages."""

import json
import re
import subprocess
from importlib import metadata
from pathlib import Path

import kestra
import kestra_conformance
from harness.runtimes import missing

ROOT = Path(__file__).resolve().parent.parent
VERSION = kestra.__version__


def test_the_installed_python_package_has_the_version():
    """Pip shows the version of the module."""
    try:
        version = metadata.version("kestra")
    except metadata.PackageNotFoundError:
        missing("the package is not installed, its source is tested")

    assert VERSION == version


def test_the_node_package_has_the_version():
    """Npm shows the same version."""
    assert VERSION == json.loads((ROOT / "node" / "package.json").read_text())["version"]


def test_the_shell_file_has_the_version():
    """A script that sources it can ask."""
    command = ["sh", "-c", '. shell/kestra.sh; echo "$KESTRA_VERSION"']
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)

    assert f"{VERSION}\n" == done.stdout


def test_the_conformance_suite_has_the_version():
    """The report on a driver names it."""
    assert VERSION == kestra_conformance.__version__


def test_the_version_is_semantic():
    """The version has three numbers."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
