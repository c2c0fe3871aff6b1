"""Finds the Java that Kestra runs on, and builds Maven projects with it."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Optional

OLDEST = 25  # required by Kestra 2.0.0


def find_home() -> "Optional[Path]":
    """Return the folder of a JDK: from JAVA_HOME, the PATH or Debian's /usr/lib/jvm; None if there is none."""
    on_path = shutil.which("java")
    homes = [
        *(Path(home) for home in [os.environ.get("JAVA_HOME")] if home),
        *(Path(program).resolve().parents[1] for program in [on_path] if program),
        *sorted(Path("/usr/lib/jvm").glob("*")),
    ]
    return next((home for home in homes if _version(home) >= OLDEST), None)


def _version(home: Path) -> int:
    # This file has the version, so no JDK has to be started.
    release = home / "release"
    version = re.search(r'^JAVA_VERSION="(\d+)', release.read_text() if release.is_file() else "", re.MULTILINE)
    return int(version[1]) if version else 0


def what_is_missing() -> str:
    """Return what a build needs and this machine lacks, or "" if it has both."""
    lacks = [name for name, found in ((f"Java {OLDEST}", find_home()), ("Maven", shutil.which("mvn"))) if not found]
    return f"{' and '.join(lacks)} {'are' if lacks[1:] else 'is'} not installed" if lacks else ""


def java() -> str:
    """Return the path of `java`; raise `FileNotFoundError` if there is none."""
    home = find_home()
    if home is None:
        raise FileNotFoundError(f"Java {OLDEST} is not installed")
    return str(home / "bin" / "java")


def build(project: Path, *arguments: str) -> None:
    """Run Maven on a project; raise `FileNotFoundError` without Maven, `ChildProcessError` when it fails."""
    if lack := what_is_missing():
        raise FileNotFoundError(lack)
    command = ["mvn", "--batch-mode", "--quiet", "--file", str(project / "pom.xml"), *arguments]
    done = subprocess.run(
        command, env={**os.environ, "JAVA_HOME": str(find_home())}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ChildProcessError(f"Maven could not build {project.name}:\n{done.stdout[-3000:]}")
