"""Start-up: whole processes that log one record, in turn, with their modules, memory and size on disk."""

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, Optional

import sampling
import subjects
from installs import Installs
from subjects import Subject

# Runs after the record, in a process that is not timed: the number of modules, and the program's peak memory.
PYTHON_PROBE = """
import sys
print(len(sys.modules), *(line.split()[1] for line in open("/proc/self/status") if "VmHWM" in line), file=sys.stderr)
"""
NODE_PROBE = """
{
  const status = process.getBuiltinModule("node:fs").readFileSync("/proc/self/status", "latin1");
  console.error(process.moduleLoadList.length, /VmHWM:\\s*(\\d+)/.exec(status)[1]);
}
"""


class Size(NamedTuple):
    """The size of packages on disk, without compiled files."""

    packages: int
    files: int
    bytes: int


class Footprint(NamedTuple):
    """The modules and memory of one script, and the size of its package."""

    modules: int
    mebibytes: float
    """at the peak"""
    size: Optional[Size]


Measurements = tuple[dict[str, list[float]], dict[str, Footprint]]
"""the seconds of each round, and the footprint, by name of the subject"""


def python(installs: Installs, rounds: int) -> Measurements:
    """Measure Python's subjects."""
    commands = {}
    probes = {}
    for subject in subjects.PYTHON_STARTS:
        code = f'{subject.setup}\nmessage = "Hello World!"\n{subject.call}\n' if subject.setup else ""
        environment = sampling.environment(**installs.python_environment(subject.role))
        script = installs.python_script(subject.name, code)
        commands[subject.name] = ([sys.executable, str(script)], environment)
        probed = installs.python_script(f"{subject.name} probed", code + PYTHON_PROBE)
        probes[subject.name] = ([sys.executable, str(probed)], environment)
    sizes = {subject.name: python_size(installs, subject) for subject in subjects.PYTHON_STARTS}
    return timed(commands, rounds), footprints(probes, sizes)


def node(installs: Installs, rounds: int) -> Measurements:
    """Measure Node's subjects."""
    commands = {}
    probes = {}
    for subject in subjects.NODE_STARTS:
        code = f'{subject.setup}\nconst message = "Hello World!";\n{subject.call};\n' if subject.call else ""
        suffix = ".mjs" if "import " in code or ".mjs" in subject.name else ".cjs"
        script = installs.node_script(subject.role, subject.name, code, suffix)
        commands[subject.name] = (["node", str(script)], sampling.environment())
        probed = installs.node_script(subject.role, f"{subject.name} probed", code + NODE_PROBE, suffix)
        probes[subject.name] = (["node", str(probed)], sampling.environment())
    sizes = {subject.name: node_size(installs, subject) for subject in subjects.NODE_STARTS}
    return timed(commands, rounds), footprints(probes, sizes)


def timed(commands: "dict[str, tuple[list[str], dict[str, str]]]", rounds: int) -> "dict[str, list[float]]":
    """Return the seconds of each command, round by round; an extra first round warms the caches."""
    seconds: "dict[str, list[float]]" = {name: [] for name in commands}
    for command, environment in commands.values():
        subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=True)
    for name in sampling.in_turn(rounds, list(commands)):
        command, environment = commands[name]
        start = perf_counter()
        subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=True)
        seconds[name].append(perf_counter() - start)
    return seconds


def footprints(
    probes: "dict[str, tuple[list[str], dict[str, str]]]", sizes: "dict[str, Optional[Size]]"
) -> "dict[str, Footprint]":
    """Run each probe once."""
    result = {}
    for name, (command, environment) in probes.items():
        done = subprocess.run(command, capture_output=True, env=environment, check=True, text=True)
        modules, kibibytes = done.stderr.split()
        result[name] = Footprint(int(modules), int(kibibytes) / 1024, sizes[name])
    return result


PYTHON_SIZE = """
import json, re, sys
from importlib.metadata import distributions
installed = {}
for each in distributions():  # the first of a name is the one that would be imported
    installed.setdefault(re.sub("[-_.]+", "-", each.metadata["Name"]).lower(), each)
wanted, files = [sys.argv[1]], []
for name in wanted:
    if name in installed:
        files += [path.locate() for path in installed[name].files or [] if path.suffix != ".pyc"]
        for requirement in installed[name].requires or []:
            other = re.sub("[-_.]+", "-", re.match(r"[\\w.-]+", requirement)[0]).lower()
            if "extra ==" not in requirement and other in installed and other not in wanted:
                wanted.append(other)
sizes = [path.stat().st_size for path in files if path.exists()]
print(json.dumps([len(wanted), len(sizes), sum(sizes)]))
"""


def python_size(installs: Installs, subject: Subject) -> Optional[Size]:
    """Return the size of a Python subject's package with its dependencies, or None for Python's own modules."""
    if not subject.package:
        return None
    done = subprocess.run(
        [sys.executable, "-c", PYTHON_SIZE, subject.package],
        capture_output=True,
        env=sampling.environment(**installs.python_environment(subject.role)),
        check=True,
        text=True,
    )
    return Size(*json.loads(done.stdout))


def node_size(installs: Installs, subject: Subject) -> Optional[Size]:
    """Return the size of a Node subject's package with its dependencies, or None for Node's own modules."""
    if not subject.package:
        return None
    modules = installs.baseline_node_modules if subject.role == subjects.BASELINE else installs.node_modules
    folders = with_dependencies(modules, modules / subject.package)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    files = [path for path in files if not {"node_modules"} & set(path.relative_to(modules).parts)]
    return Size(len(folders), len(files), sum(path.stat().st_size for path in files))


def with_dependencies(modules: Path, package: Path) -> "list[Path]":
    """Return the folders of a package and of its dependencies, which npm installs side by side."""
    folders = [package]
    for folder in folders:
        for name in json.loads((folder / "package.json").read_text()).get("dependencies", {}):
            if (modules / name).exists() and modules / name not in folders:
                folders.append(modules / name)
    return folders
