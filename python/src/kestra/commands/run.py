"""`python -m kestra run`: runs a command with the capture in every Python process under it."""

import _signal as signal  # type: ignore[import-not-found] # `signal` takes as long to import as all the rest
import errno
import os
import sys

from kestra import _wire
from kestra._identity import stream_identity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Any, NoReturn

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
BOOTSTRAP = os.path.join(PACKAGE, "capture", "bootstrap")  # noqa: PTH118


def main(arguments: "list[str]") -> int:
    """Run a command; return its exit status unless it replaces this process."""
    options = _options(arguments)
    options.batch = options.batch or os.environ.get("KESTRA_CAPTURE_BATCH") == "1"
    environment = {
        # Ray would put a prefix before each line, and drop lines that look alike.
        "RAY_DISABLE_WORKER_LOG_PREFIX": "1",
        "RAY_DEDUP_LOGS": "0",
        **os.environ,
        "PYTHONPATH": _with_bootstrap(os.environ.get("PYTHONPATH", "")),
        # A launcher may have its own `sitecustomize`, which hides ours; kestra.pth is still read.
        "KESTRA_CAPTURE": "1",
        "KESTRA_CAPTURE_STREAMS": f"{stream_identity(1)} {stream_identity(2)}",
    }
    if options.level is not None:
        environment["KESTRA_CAPTURE_LEVEL"] = options.level
    if options.names is not None:
        environment["KESTRA_CAPTURE_NAMES"] = str(int(options.names))
    if options.relayed:
        environment["KESTRA_CAPTURE_RELAYED"] = "1"
    if options.batch:
        from kestra._batch import BATCHES

        environment["KESTRA_CAPTURE_BATCH"] = "1"
        BATCHES.tell()
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        if options.levels:
            from ._levels import run_with_levels

            return run_with_levels(options, environment)
        if os.name == "nt":
            return _wait_for(options.command, environment)
        _become(options.command, environment)
    except OSError as error:
        is_missing = error.errno in (errno.ENOENT, errno.ENOTDIR)
        reason = "command not found" if is_missing else os.strerror(error.errno or 0)
        print(f"kestra run: {options.command[0]}: {reason}", file=sys.stderr)  # noqa: T201
        return 127 if is_missing else 126


def _parser() -> "ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(
        prog="python -m kestra run",
        usage="%(prog)s [option ...] [--] COMMAND...",
        description="Run a command. What Python processes under it log, warn of or fail with reaches Kestra "
        "as records, each at its own level, a traceback as one; nothing in the code changes. "
        "With --levels, so does what programs of any language print.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--level",
        type=_level,
        help="of the root logger, until the program sets its own: TRACE, DEBUG, INFO, WARN or ERROR",
    )
    names = parser.add_mutually_exclusive_group()
    names.add_argument("--names", action="store_true", default=None, help="put the logger's name before each message")
    names.add_argument(
        "--no-names", dest="names", action="store_false", help="send messages alone, whatever format the program sets"
    )
    parser.add_argument(
        "--relayed",
        action="store_true",
        help="also capture programs whose output a launcher, such as tox, reads and passes on in whole lines",
    )
    parser.add_argument(
        "--batch",
        action="store_true",
        help="send what is logged within 50 ms as one record: for Kubernetes, AWS and Azure Batch, not for Docker",
    )
    parser.add_argument(
        "-l", "--levels", action="store_true", help="read the level of each line, or event, that any program prints"
    )
    for short, stream, level in (("-o", "stdout", "INFO"), ("-e", "stderr", "ERROR")):
        parser.add_argument(
            short,
            f"--{stream}",
            metavar="LEVEL",
            type=_level_name,
            help=f"with --levels: of lines on {stream} that tell none; {level} by default",
        )
    parser.add_argument(
        "-m",
        "--message",
        action="store_true",
        help="with --levels: leave time, level, process, thread and logger out of the message",
    )
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="COMMAND", help="with its arguments")
    return parser


def _options(arguments: "list[str]") -> "Namespace":
    if arguments and not arguments[0].startswith("-"):  # a command alone: argparse takes longer than all the rest
        namespace: Any = type(sys.implementation)  # a namespace that needs no import
        off = {"relayed": False, "batch": False, "levels": False}
        return namespace(command=arguments, level=None, names=None, **off)  # type: ignore[no-any-return]
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command[:1] == ["--"]:  # which most versions of argparse leave there
        del options.command[0]
    if not options.command:
        parser.error("COMMAND: expected a command, got nothing")
    if not options.levels and (options.stdout or options.stderr or options.message):
        parser.error("-o, -e and -m: expected --levels with them")
    options.stdout, options.stderr = options.stdout or "INFO", options.stderr or "ERROR"
    return options


def _level_name(text: str) -> str:
    return _wire.level_name(_level(text), "level")


def _level(text: str) -> str:
    import argparse

    try:
        _wire.level_name(text, "level")
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error).partition(": ")[2]) from None
    return text


def _with_bootstrap(path: str) -> str:
    """Return a PYTHONPATH with the folder of our `sitecustomize` before all others, once."""
    others = [entry for entry in path.split(os.pathsep) if entry != BOOTSTRAP] if path else []
    return os.pathsep.join([BOOTSTRAP, *others])


def _become(command: "list[str]", environment: "dict[str, str]") -> "NoReturn":
    """Replace this process by the command, which so has its own signals, streams and status."""
    for name in ("SIGPIPE", "SIGXFSZ"):  # Python ignores them, and an ignored signal stays ignored in the command
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    os.execvpe(command[0], command, environment)  # noqa: S606


def _wait_for(command: "list[str]", environment: "dict[str, str]") -> int:
    """Run a command on Windows, where a process cannot be replaced and the caller would not wait for the new one."""
    import shutil
    import subprocess

    signal.signal(signal.SIGINT, lambda *_: None)  # the command gets it too, and decides what to do
    program = shutil.which(command[0]) or command[0]  # `CreateProcess` finds no `.cmd`
    with subprocess.Popen([program, *command[1:]], env=environment) as process:  # noqa: S603
        return process.wait()
