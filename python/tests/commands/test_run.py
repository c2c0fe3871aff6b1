"""`python -m kestra run`: a command as it is, with the capture on in every Python process under it."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import kestra
import pytest

PACKAGE = Path(kestra.__file__).resolve().parent
BOOTSTRAP = PACKAGE / "capture" / "bootstrap"
PYTHON = sys.executable
# From another folder, too.
PATH = os.pathsep.join(
    str(Path(entry).resolve()) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry
)
ENVIRONMENT = {**os.environ, **({"PYTHONPATH": PATH} if PATH else {})}


@pytest.fixture
def kestra_run(tmp_path):
    """Run a command under `python -m kestra run`, in an empty folder, and return what became of it."""

    def _kestra_run(*arguments, **options):
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        options = {"cwd": tmp_path, "env": ENVIRONMENT, "timeout": 60, **streams, **options}
        return subprocess.run([PYTHON, "-m", "kestra", "run", *map(str, arguments)], check=False, **options)

    return _kestra_run


@pytest.fixture
def shown(kestra_run, read):
    """Run a command and return what Kestra reads of both its streams, in the order of writing."""

    def _shown(*arguments, status=0, **options):
        done = kestra_run(*arguments, stderr=subprocess.STDOUT, **options)
        assert status == done.returncode, done.stdout.decode()
        return read(done.stdout)

    return _shown


@pytest.fixture
def script(tmp_path_factory):
    """Write a script into a folder of its own and return its path."""

    def _script(text, name="script.py"):
        path = tmp_path_factory.mktemp("scripts") / name
        path.write_text(textwrap.dedent(text))
        path.chmod(0o755)
        return path

    return _script


# Which processes


def test_a_script_that_knows_nothing_of_kestra_is_captured(shown, script):
    """The script's own level and format apply, and each record is sent once and at its level."""
    path = script("""
        import logging, warnings
        logging.basicConfig(format="%(levelname)s:%(message)s", level=logging.INFO, handlers=[logging.StreamHandler()])
        logging.info("testing"); logging.debug("no"); logging.error("broken")
        raise ValueError("on purpose")
    """)
    *records, (level, message) = shown(PYTHON, path, status=1)

    assert [["INFO", "INFO:testing"], ["ERROR", "ERROR:broken"]] == records
    assert ("ERROR", "Traceback (most recent call last):", "ValueError: on purpose") == (
        level,
        message.split("\n")[0],
        message.split("\n")[-1],
    )


WARN = "import logging; logging.warning('m')"


@pytest.mark.parametrize(
    "command",
    [
        [PYTHON, "-c", WARN],
        [PYTHON, "-u", "-c", WARN],
        ["sh", "-c", 'exec "$0" -c "$1"', PYTHON, WARN],
        ["sh", "-c", '(exit 3) || "$0" -c "$1"', PYTHON, WARN],
        ["env", PYTHON, "-c", WARN],
        [PYTHON, "-c", "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])", WARN],
        [PYTHON, "-m", "kestra", "run", PYTHON, "-c", WARN],
        ["--", PYTHON, "-c", WARN],
    ],
    ids=["python", "unbuffered", "exec", "shell", "env", "subprocess", "twice", "dashes"],
)
def test_a_python_is_captured_under_any_parent(command, shown):
    """However deep under the command."""
    assert [["WARN", "m"]] == shown(*command)


def test_modules_and_console_scripts_are_captured(shown, script):
    """Modules and console scripts are captured without a change, and without `python` before them."""
    # As pip writes it where the path of Python has a blank.
    head = f"#!/bin/sh\n'''exec' \"{PYTHON}\" \"$0\" \"$@\"\n' '''" if " " in PYTHON else f"#!{PYTHON}"
    path = script(f"{head}\nimport logging\nlogging.warning('m')\n", "tool")
    module = script("import logging\nlogging.warning('m')\n", "module.py")

    assert [["WARN", "m"]] == shown(path)
    assert [["WARN", "m"]] == shown(PYTHON, "-m", "module", cwd=module.parent)
    assert [["WARN", "m"]] == shown(
        "tool", env={**ENVIRONMENT, "PATH": f"{path.parent}{os.pathsep}{os.environ['PATH']}"}
    )


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_processes_of_multiprocessing_are_captured(method, shown, script):
    """Processes and pools are captured, and a pool's failures return to the parent."""
    path = script(f"""
        import logging, multiprocessing
        def work(number):
            logging.getLogger("w").warning("m %d", number)
            return number
        if __name__ == "__main__":
            with multiprocessing.get_context("{method}").Pool(2) as pool:
                print(sum(pool.map(work, range(4))), flush=True)
    """)

    *records, last = shown(PYTHON, path)

    assert [["WARN", f"m {number}"] for number in range(4)] == sorted(records)
    assert [None, "6"] == last


def test_what_other_programs_print_is_untouched(kestra_run):
    """Byte for byte, on both streams."""
    done = kestra_run("sh", "-c", r"printf '\377\0 a'; printf 'b\r\n' >&2")

    assert (b"\377\0 a", b"b\r\n", 0) == (done.stdout, done.stderr, done.returncode)


@pytest.mark.parametrize(
    ("command", "stdout", "stderr"),
    [
        ('"$0" "$1"', [["WARN", "out"], [None, "data"]], [["ERROR", "err"], ["WARN", "top"]]),
        ('"$0" "$1" | cat', [[None, "out"], [None, "data"]], [["ERROR", "err"], ["WARN", "top"]]),
        ('"$0" "$1" > file; cat file', [[None, "out"], [None, "data"]], [["ERROR", "err"], ["WARN", "top"]]),
        ('"$0" "$1" 2>&1 >/dev/null | cat', [[None, "err"], [None, "top"]], []),
        ('"$0" "$1" 2> /dev/null', [["WARN", "out"], [None, "data"]], []),
        ('"$0" "$1" 2>&1', [["WARN", "out"], ["ERROR", "err"], ["WARN", "top"], [None, "data"]], []),
    ],
    ids=["neither", "pipe", "file", "error pipe", "no error", "both"],
)
def test_what_goes_elsewhere_stays_text(command, stdout, stderr, kestra_run, script, read):
    """A stream that the command leads to a file or to another program is not Kestra's."""
    path = script("""
        import logging, sys
        for name, stream in (("out", sys.stdout), ("err", sys.stderr)):
            logging.getLogger(name).addHandler(logging.StreamHandler(stream))
        logging.getLogger("out").warning("out"); logging.getLogger("err").error("err")
        logging.getLogger("top").warning("top")
        print("data")
    """)
    done = kestra_run("sh", "-c", command, PYTHON, path)

    assert (stdout, stderr) == (read(done.stdout), read(done.stderr))


def test_a_failure_that_another_program_reads_stays_text(shown, script):
    """A child's failure stays text if the parent captures its output."""
    path = script("""
        import subprocess, sys
        child = "import sys, warnings; warnings.formatwarning = lambda *a: 'w' + chr(10); warnings.warn('w'); 1 / 0"
        done = subprocess.run([sys.executable, "-c", child], stderr=subprocess.PIPE, text=True)
        print(done.returncode, done.stderr.splitlines()[0], done.stderr.splitlines()[-1])
    """)

    assert [[None, "1 w ZeroDivisionError: division by zero"]] == shown(PYTHON, path)


def test_a_python_without_site_is_not_captured(shown):
    """A Python without site reads neither `sitecustomize` nor `kestra.pth`."""
    assert [[None, "WARNING:root:m"]] == shown(PYTHON, "-S", "-c", WARN)


# What stays as it is


def test_the_command_replaces_this_process(script, tmp_path):
    """Signals go directly to the command."""
    path = script("import os; print(os.getpid(), os.getppid())")
    command = [PYTHON, "-m", "kestra", "run", PYTHON, path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=tmp_path, env=ENVIRONMENT) as process:
        output = process.stdout.read()

    assert f"{process.pid} {os.getpid()}\n".encode() == output


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("exit 0", 0),
        ("exit 3", 3),
        ("kill -TERM $$", -signal.SIGTERM),
        ("kill -KILL $$", -signal.SIGKILL),
        ("kill -PIPE $$; exit 5", -signal.SIGPIPE),
        ("kill -INT $$", -signal.SIGINT),
    ],
)
def test_the_status_is_that_of_the_command(command, status, kestra_run):
    """A signal that ends it ends this process, also one that Python ignores."""
    assert status == kestra_run("sh", "-c", command).returncode


def test_standard_input_and_arguments_pass_through(kestra_run):
    """Any standard input and arguments reach the command."""
    arguments = ["--level", "", "a b", "'\"$x\\", "*", "--", "\u00e9"]
    program = "import sys; print(sys.argv[1:]); print(repr(sys.stdin.read()))"
    done = kestra_run(PYTHON, "-c", program, *arguments, input=b"one\n\ntwo")

    assert f"{arguments}\n{'one' + chr(10) * 2 + 'two'!r}\n".encode() == done.stdout


def test_the_module_search_path_does_not_change(shown, script, read):
    """Neither our folder nor this package's is on `sys.path`."""
    path = script("import sys; print(sys.path)")
    plain = subprocess.run([PYTHON, path], stdout=subprocess.PIPE, env=ENVIRONMENT, check=True).stdout

    assert read(plain) == shown(PYTHON, path)


def test_nothing_is_left_behind(kestra_run, tmp_path):
    """No file; and the environment is changed for the command alone."""
    done = kestra_run(PYTHON, "-c", WARN)

    assert (0, []) == (done.returncode, list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("print('own')", [[None, "own"], ["WARN", "m"]]),
        ("import logging; logging.warning('in it')", [["WARN", "in it"], ["WARN", "m"]]),
    ],
)
def test_a_sitecustomize_of_the_users_own_runs_too(text, expected, shown, script):
    """Ours is found before it, and hands on."""
    folder = script(text, "sitecustomize.py").parent
    program = f"{WARN}; import sitecustomize; assert sitecustomize.__file__.startswith({str(folder)!r})"

    assert expected == shown("sh", "-c", 'PYTHONPATH="$PYTHONPATH:$0" exec "$1" -uc "$2"', folder, PYTHON, program)


def test_a_failing_sitecustomize_still_fails(shown, script):
    """Python says so, and the program runs."""
    folder = script("import no_such_module", "sitecustomize.py").parent
    path = os.pathsep.join([str(folder), PATH])
    found = shown(PYTHON, "-c", WARN, env={**ENVIRONMENT, "PYTHONPATH": path})

    assert ["WARN", "m"] == found[-1]
    assert "ModuleNotFoundError: No module named 'no_such_module'" in found[-2][1]


# Other Pythons

LAUNCH = "import sys; sys.path.append(sys.argv.pop(1)); from kestra.__main__ import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def launched(tmp_path, read):
    """Run a command under a kestra that no PYTHONPATH leads to, and return what Kestra reads."""

    def _launched(*command, **environment):
        clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            [PYTHON, "-c", LAUNCH, PACKAGE.parent, "run", *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=tmp_path,
            env={**clean, **environment},
            timeout=60,
            check=False,
        )
        assert 0 == done.returncode, done.stdout
        return read(done.stdout)

    return _launched


def test_a_python_of_another_environment_is_captured(launched, tmp_path):
    """Such a Python needs no kestra, and does not see the packages that are installed next to ours."""
    subprocess.run([PYTHON, "-m", "venv", "--without-pip", "--symlinks", tmp_path / "venv"], check=True)
    program = f"{WARN}; import importlib.util, kestra; print(importlib.util.find_spec('pytest'))"

    assert [["WARN", "m"], [None, "None"]] == launched(tmp_path / "venv" / "bin" / "python", "-c", program)


def test_a_kestra_of_the_programs_own_is_not_replaced(launched, script):
    """One that knows no capture stays what the program imports, and the program runs as ever."""
    folder = script("version = 2", "kestra.py").parent
    environment = {"KESTRA_TEST_PATH": str(folder)}
    program = f"{WARN}; import kestra; print(kestra.version)"

    assert [[None, "WARNING:root:m"], [None, "2"]] == launched(
        "sh", "-c", 'PYTHONPATH="$PYTHONPATH:$KESTRA_TEST_PATH" exec "$0" -uc "$1"', PYTHON, program, **environment
    )


@pytest.mark.parametrize("version", ["2.7", "3.6", "3.8"])
def test_an_older_python_runs_uncaptured(version, launched):
    """An older Python runs the program without the capture."""
    found = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python{version}"))
    python = str(found[-1]) if found else shutil.which(f"python{version}")
    if not python:
        pytest.skip(f"this machine has no Python {version}")

    assert [[None, "WARNING:root:m"]] == launched(python, "-c", WARN)


def test_any_python_can_read_what_is_put_before_it():
    """The bootstrap file is valid for Python 2 and for Python 3.4."""
    tree = ast.parse((BOOTSTRAP / "sitecustomize.py").read_text(), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.FunctionDef, ast.AsyncFunctionDef, ast.NamedExpr)

    assert [] == [node for node in ast.walk(tree) if isinstance(node, newer)]


# Options


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], [["WARN", "<w>"]]),
        (["--level", "info"], [["INFO", "<i>"], ["WARN", "<w>"]]),
        (["--level=DEBUG", "--names"], [["DEBUG", "a: d"], ["INFO", "a: i"], ["WARN", "a: w"]]),
        (["--no-names"], [["WARN", "w"]]),
    ],
)
def test_options_reach_every_python(options, expected, shown, script):
    """The options of `Kestra.capture` apply; otherwise the program's own format does."""
    path = script("""
        import logging
        logging.basicConfig(format="<%(message)s>")
        logger = logging.getLogger("a"); logger.debug("d"); logger.info("i"); logger.warning("w")
    """)

    assert expected == shown(*options, "sh", "-c", '"$0" "$1"', PYTHON, path)


def test_the_level_of_the_program_applies(shown):
    """The option is for programs that set none."""
    program = "import logging; logging.basicConfig(level='ERROR'); logging.warning('no'); logging.error('e')"

    assert [["ERROR", "e"]] == shown("--level", "DEBUG", PYTHON, "-c", program)


def test_a_capture_in_the_script_adds_its_options(shown):
    """A second capture adds its options, and each record is sent once."""
    program = (
        "from kestra import Kestra; Kestra.capture(formatter='<%(message)s>'); import logging; logging.warning('m')"
    )

    assert [["WARN", "<m>"]] == shown("--names", PYTHON, "-c", program)


@pytest.mark.parametrize(
    ("arguments", "status", "text"),
    [
        (["no-such-program"], 127, "kestra run: no-such-program: command not found"),
        (["/etc/passwd/x"], 127, "kestra run: /etc/passwd/x: command not found"),
        (["/etc/passwd"], 126, "kestra run: /etc/passwd: Permission denied"),
        ([], 2, "error: COMMAND: expected a command, got nothing"),
        (["--"], 2, "error: COMMAND: expected a command, got nothing"),
        (["--level", "loud", "true"], 2, 'expected TRACE, DEBUG, INFO, WARN or ERROR, got "loud"'),
        (["--names", "--no-names", "true"], 2, "not allowed with argument --names"),
        (["--colour", "true"], 2, "--colour"),
    ],
)
def test_a_command_that_cannot_run_is_reported_in_one_line(arguments, status, text, kestra_run):
    """The exit status is that of a shell."""
    done = kestra_run(*arguments)
    *usage, last = done.stderr.decode().splitlines()

    assert (status, b"") == (done.returncode, done.stdout)
    assert last.endswith(text) or text in last
    assert status == 2 or not usage


@pytest.mark.parametrize("status", [0, 3])
def test_where_no_process_can_be_replaced_it_waits(status, run):
    """On Windows `run` waits for the command's end, also through an interrupt that both get."""
    script = f"""
        import os, sys
        from kestra.commands import run as _run
        child = "import os, signal; signal.signal(2, signal.SIG_IGN); os.kill(os.getppid(), 2); os._exit({status})"
        sys.exit(_run._wait_for([sys.executable, "-c", child], dict(os.environ)))
    """

    assert status == run(script).returncode


# Programs of others, as they are


def test_loguru_is_captured_without_a_change(shown, script, library):
    """Loguru is captured even if a module of the program imports it late."""
    library("loguru")
    path = script("""
        import logging
        def main():
            from loguru import logger
            logger.success("s"); logger.error("e")
        main()
    """)

    assert [["INFO", "s"], ["ERROR", "e"]] == shown(PYTHON, path)


def test_a_management_command_of_django_is_captured_without_a_change(shown, script, library):
    """The handlers of Django's settings apply."""
    library("django")
    path = script("""
        import logging
        from django.conf import settings
        settings.configure(SECRET_KEY="x", LOGGING={
            "version": 1, "disable_existing_loggers": False,
            "formatters": {"simple": {"format": "{levelname} {message}", "style": "{"}},
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "simple"}},
            "root": {"handlers": ["console"], "level": "INFO"},
            "loggers": {"etl": {"handlers": ["console"], "level": "DEBUG"}},
        })
        import django
        from django.core.management import BaseCommand, call_command
        django.setup()
        class Command(BaseCommand):
            def handle(self, **options):
                logging.getLogger("etl").debug("d"); logging.getLogger("other").info("i")
                self.stdout.write("done")
        call_command(Command())
    """)

    assert [["DEBUG", "DEBUG d"], ["INFO", "INFO i"], [None, "done"]] == sorted(
        shown(PYTHON, path), key=lambda e: str(e[0])
    )


def test_gunicorn_is_captured_without_a_change(kestra_run, script, library, read):
    """Master and workers, each record once."""
    library("gunicorn")
    application = script("def app(environ, start_response): pass", "application.py")
    config = script(
        "import os, signal\ndef post_worker_init(worker): os.kill(os.getppid(), signal.SIGTERM)", "config.py"
    )
    done = kestra_run(
        *("--no-names", PYTHON, "-m", "gunicorn", "--config", config, "--bind", "127.0.0.1:0", "application:app"),
        cwd=application.parent,
        stderr=subprocess.STDOUT,
    )
    found = read(done.stdout)

    assert {"INFO"} == {level for level, _ in found}
    assert 1 == sum(message.startswith("Starting gunicorn") for _, message in found)
    assert 1 == sum(message.startswith("Booting worker") for _, message in found)
    assert 1 == sum(message == "Shutting down: Master" for _, message in found)


def test_uvicorn_is_captured_without_a_change(shown, script, library):
    """Uvicorn's own set-up of `logging` comes after the capture."""
    library("uvicorn")
    path = script("""
        import uvicorn
        class Server(uvicorn.Server):
            async def startup(self, sockets=None):
                await super().startup(sockets)
                self.should_exit = True
        async def app(scope, receive, send): pass
        Server(uvicorn.Config(app, port=0, lifespan="off")).run()
    """)
    found = shown("--no-names", PYTHON, path)

    assert {"INFO"} == {level for level, _ in found}
    assert 1 == sum(message.startswith("Started server process") for _, message in found)
