"""`python -m kestra`: one door to the commands, each a module of its own that is imported when it is asked for."""

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

    sys.setrecursionlimit(10_000)  # outputs may nest 998 deep, which is more than `json` takes from 1,000 frames
    for name in (
        "stdout",
        "stderr",
    ):  # one that is closed has no stream, and would leave its descriptor to a pipe of ours
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    try:
        status: int = import_module(f"kestra.commands.{arguments[0]}").main(arguments[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except OSError as error:  # of our own output; Python's flush at the end would fail once more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # its reader has gone, as `head` does: what a shell says of any program
            return 141
        sys.stderr.write(f"kestra {arguments[0]}: expected to write standard output, got {error.strerror}\n")
        return 2
    return status


def _usage(arguments: "list[str]") -> int:
    """Answer --help and --version; all else is an error of usage, with exit status 2."""
    import argparse

    from . import __version__

    width = max(map(len, COMMANDS)) + 2
    parser = argparse.ArgumentParser(
        prog="python -m kestra",
        usage="%(prog)s COMMAND [option ...]",
        description="See what Kestra makes of a script before Kestra runs it.",
        epilog="commands:\n"
        + "".join(f"  {name:{width}}{about}\n" for name, about in COMMANDS.items())
        + "\n`python -m kestra COMMAND --help` says more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"kestra {__version__}")
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help=argparse.SUPPRESS)
    parser.parse_args(arguments)  # which ends the process: there is no command that it could return
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
