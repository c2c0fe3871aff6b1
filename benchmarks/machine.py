"""The machine of a run, and the versions of everything that was measured."""

import json
import os
import platform
import shutil
import subprocess
import sys
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

import sampling
import shell_bench
from installs import KESTRA_SH, Installs


def machine() -> "dict[str, str]":
    """Return the machine's data and its load at the start."""
    processor = [line.split(":")[1].strip() for line in lines("/proc/cpuinfo") if line.startswith("model name")]
    system = [line.split("=")[1].strip('"') for line in lines("/etc/os-release") if line.startswith("PRETTY_NAME")]
    return {
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d"),
        "processor": f"{(processor or [platform.machine()])[0]}, {os.cpu_count()} cores",
        "system": f"{(system or ['?'])[0]}, Linux {platform.release()}",
        "load average at the start": "{:.2f}, {:.2f}, {:.2f}".format(*os.getloadavg()),
    }


def versions(installs: Installs) -> "dict[str, str]":
    """Return the versions of languages, packages and programs."""
    rivals = ", ".join(f"{name} {version(name)}" for name in ("python-json-logger", "structlog", "loguru", "orjson"))
    baseline = first_line(
        [sys.executable, "-c", "from importlib.metadata import version; print(version('kestra'))"],
        PYTHONPATH=str(installs.baseline_python),
    )
    versions = {
        "Python": f"{platform.python_version()}; kestra {version('kestra')} against {baseline}, {rivals}",
        "Node": f"{first_line(['node', '--version']).lstrip('v')}; @kestra-io/libs "
        f"{npm_version(installs.node_modules, '@kestra-io/libs')} against "
        f"{npm_version(installs.baseline_node_modules, '@kestra-io/libs')}, "
        + ", ".join(f"{name} {npm_version(installs.node_modules, name)}" for name in ("pino", "winston")),
        "kestra.sh": first_line(["sh", "-c", f'. "{KESTRA_SH}"; echo "$KESTRA_VERSION"']),
    }
    programs = [command[0] for command in shell_bench.SHELLS.values()] + ["mawk", "gawk", "original-awk", "jq"]
    versions["shells and tools"] = ", ".join(
        f"{name} {package_version(name)}" for name in programs if shutil.which(name)
    )
    return versions


def lines(path: "str | Path") -> "list[str]":
    """Return the lines of a file, or [] if there is none."""
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def first_line(command: "list[str]", **more: str) -> str:
    """Return the first line that a program prints, or "?" if it does not run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=sampling.environment(**more), check=True)
    except (OSError, subprocess.CalledProcessError):
        return "?"
    return done.stdout.split("\n")[0]


def package_version(program: str) -> str:
    """Return the version of a program from its Debian package, because dash, for example, cannot print its own."""
    owner = first_line(["dpkg-query", "-S", os.path.realpath(shutil.which(program) or program)])
    if owner == "?":  # installed below /bin, which is now a link
        owner = first_line(["dpkg-query", "-S", f"/bin/{program}"])
    return first_line(["dpkg-query", "-W", "-f", "${Version}", owner.split(":")[0]])


def npm_version(modules: Path, package: str) -> str:
    """Return the version of an npm package."""
    return str(json.loads((modules / package / "package.json").read_text())["version"])
