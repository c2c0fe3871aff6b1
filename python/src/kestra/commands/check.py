"""The command `check`: lists what Kestra would reject, drop or misread in captured output, for people and for CI."""

import json
import sys
from dataclasses import replace
from typing import Any, Optional

from kestra.reader import VERSIONS, Line, as_json

from ._html import HtmlView
from ._summary import PLAIN_ERROR, Finding, Run, Summary, is_plain_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator


def main(arguments: "list[str]") -> int:
    """Check all files; return 2 when one cannot be read, 1 when something is wrong in one, else 0."""
    options = _options(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    status = 0
    try:
        check = _Check(options)
    except OSError as error:
        return _fail(options.html, "a file to write the report to", error)
    for name in options.files or ["-"]:
        try:
            check.read(name)
        except _UnreadableError as error:
            status = _fail(name, "a file to read", error.reason)
    check.end()
    return status or int(bool(check.summary.findings))


def _options(arguments: "list[str]") -> "Namespace":
    import argparse

    parser = argparse.ArgumentParser(
        prog="python -m kestra check",
        usage="%(prog)s [option ...] [FILE ...]",
        description="List what Kestra would reject, drop or misread in the output of a script, one problem a line: "
        "FILE:LINE:COLUMN: reason (remedy). "
        "The exit status is 1 when there is any, 0 when there is none, 2 when a file cannot be read.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="captured output; standard input when there is none, or for -"
    )
    parser.add_argument("--kestra", choices=VERSIONS, default=VERSIONS[0], help="the version of Kestra (2.0)")
    parser.add_argument("--stderr", action="store_true", help="what is read was captured from standard error")
    parser.add_argument(
        "--strict", action="store_true", help="plain text on standard error, an ERROR in Kestra, is a problem too"
    )
    parser.add_argument(
        "--json", action="store_true", help="instead of the problems, one JSON object for each line that is read"
    )
    parser.add_argument("--html", metavar="FILE", help="write a report to share, one file that needs nothing else")
    return parser.parse_args(arguments)


def _fail(name: str, expected: str, error: OSError) -> int:
    sys.stderr.write(f"kestra check: {name}: expected {expected}, got {error.strerror}\n")
    return 2


class _UnreadableError(Exception):
    """Keeps what is wrong with a file apart from what is wrong with our own output."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


def _pieces(name: str) -> "Iterator[bytes]":
    """Yield a file as it comes, so that a live stream is shown live, and b"" at its end."""
    try:
        file = sys.stdin.buffer if name == "-" else open(name, "rb")  # noqa: PTH123, SIM115
        data = b"more"
        while data:
            data = file.read1(65536)  # type: ignore[union-attr, unused-ignore]
            yield data
        if name != "-":
            file.close()
    except OSError as error:
        raise _UnreadableError(error) from error


class _Check:
    """Reads files, each as one stream of one process, and prints what is asked for."""

    def __init__(self, options: "Namespace") -> None:
        self.summary = Summary()
        self._options = options
        self._stream = "stderr" if options.stderr else "stdout"
        self._outputs: "dict[str, Any]" = {}
        self._view: "Optional[HtmlView]" = None
        if options.html:
            title = f"kestra check {' '.join(options.files)}"
            self._view = HtmlView(open(options.html, "w", encoding="utf-8", errors="replace"), title)  # noqa: PTH123, SIM115

    def read(self, name: str) -> None:
        """Read a file to its end, and say at once what there is to say of each line."""
        run = Run(self._options.kestra)
        source = "<stdin>" if name == "-" else name
        number = 0
        for data in _pieces(name):
            for line in run.feed(self._stream, data) if data else run.close(self._stream):
                number = line.number
                self._line(source, line, is_lost=run.is_lost(line))
            sys.stdout.flush()
        for fatal in run.ends.values():
            self._print(self.summary.add_lost(source, fatal, number))
        self._outputs.update(run.outputs)

    def end(self) -> None:
        """Write the report, when there is to be one."""
        if self._view is not None:
            self._view.end(None, 0, self.summary, self._outputs)

    def _line(self, name: str, line: Line, *, is_lost: bool) -> None:
        found = [] if is_lost else self.summary.add(line, name)
        if self._options.strict and is_plain_error(line) and not is_lost:
            found.append(Finding(name, line.number, PLAIN_ERROR))
            self.summary.findings.append(found[-1])
        if self._options.json:
            sys.stdout.write(json.dumps(as_json(line), separators=(",", ":")) + "\n")
        self._print(found)
        if self._view is not None:
            self._view.line(None, replace(line, stream=name), found, is_lost=is_lost)

    def _print(self, found: "list[Finding]") -> None:
        if not self._options.json:
            sys.stdout.writelines(f"{finding}\n" for finding in found)
