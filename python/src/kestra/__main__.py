"""`python -m kestra`: the commands, each a module of its own that is imported when it is needed."""

import os
import sys

COMMANDS = {
    "preview": "run a command, and show live what Kestra would make of what it prints",
    "check": "list what Kestra would reject, drop or misread in captured output",
    "run": "run a command, and send the logs of each Python in it to Kestra at their level",
}


def main(arguments: "list[str]") -> int:
    """Run the command that the first argument names and return its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        return _usage(arguments)
    from importlib import import_module

    sys.setrecursionlimit(10_000)  # outputs may nest 998 deep, which is more than `json` accepts with 1,000 frames
    _open_missing_streams()
    try:
        status: int = import_module(f"kestra.commands.{arguments[0]}").main(arguments[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except OSError as error:  # of our own standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python's last flush would fail too
        if isinstance(error, BrokenPipeError):  # the reader has ended, as `head` does: the shell's status for SIGPIPE
            return 141
        sys.stderr.write(f"kestra {arguments[0]}: expected to write standard output, got {error.strerror}\n")
        return 2
    return status


def _open_missing_streams() -> None:
    """Replace closed standard streams, because one of our pipes would otherwise get their descriptors."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _usage(arguments: "list[str]") -> int:
    """Answer --help and --version; anything else is a usage error, with exit status 2."""
    import argparse

    from . import __version__

    width = max(map(len, COMMANDS)) + 2
    parser = argparse.ArgumentParser(
        prog="python -m kestra",
        usage="%(prog)s COMMAND [option ...]",
        description="Preview what Kestra will make of a script, and send its logs at their level.",
        epilog="commands:\n"
        + "".join(f"  {name:{width}}{about}\n" for name, about in COMMANDS.items())
        + "\n`python -m kestra COMMAND --help` shows the options of a command.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"kestra {__version__}")
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help=argparse.SUPPRESS)
    parser.parse_args(arguments)  # ends the process, as no command is left
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
