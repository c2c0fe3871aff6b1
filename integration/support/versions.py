"""The versions of Kestra whose reader is under test, and how each is built."""

import os
import re
import urllib.request
from pathlib import Path

from support import java

DEFAULT = "2.0.0 1.3.31 1.3.34"
PROJECT = Path(__file__).resolve().parents[1] / "reader"
CENTRAL = "https://repo.maven.apache.org/maven2"
PLATFORMS = {"1.3.34": "1.3.31"}  # Maven Central has no list of libraries of these versions: another one's fits


def versions() -> "list[str]":
    """Return the versions under test, which `nox -s kestra-reader -- --kestra-version 2.1.0` sets."""
    return os.environ.get("KESTRA_VERSIONS", DEFAULT).split()


def newest() -> str:
    """Return the newest version of Kestra that Maven Central has."""
    with urllib.request.urlopen(f"{CENTRAL}/io/kestra/core/maven-metadata.xml", timeout=60) as metadata:
        return "".join(re.findall("<release>(.*)</release>", metadata.read().decode()))


def build(version: str) -> None:
    """Build the reader against a version; raises as `java.build` does."""
    if version in PLATFORMS:
        substitute_platform(version, PLATFORMS[version])
    java.build(PROJECT, f"-Dkestra={version}", "compile")


def substitute_platform(version: str, other: str) -> None:
    """Put the list of libraries of another version, which Maven downloads, where the build finds it."""
    build(other)
    folder = PROJECT / "target" / "substitutes" / "io" / "kestra" / "platform" / version
    folder.mkdir(parents=True, exist_ok=True)
    path = Path.home() / ".m2" / "repository" / "io" / "kestra" / "platform" / other / f"platform-{other}.pom"
    (folder / f"platform-{version}.pom").write_text(path.read_text().replace(other, version, 1))
