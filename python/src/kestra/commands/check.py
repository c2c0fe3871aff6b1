"""The command `check`: lists what Kestra would reject, drop or misread in captured output, for people and for CI."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kestra.reader import RUNNERS, VERSIONS, Line, as_json
from kestra.reader._runners import last_certain_line

from ._advice import ANY
from ._html import HtmlView
from ._summary import LocatedProblem, Run, Summary, is_plain_error

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator


def main(arguments: list[str]) -> int:
    """Check all files; return 2 if one cannot be read, 1 if one has a problem, otherwise 0."""
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
    return status or int(bool(check.summary.problems))


def _options(arguments: list[str]) -> Namespace:
    import argparse

    parser = argparse.ArgumentParser(
        prog="python -m kestra check",
        usage="%(prog)s [option ...] [FILE ...]",
        description="List what Kestra would reject, drop or misread in the output of a script, one problem a line: "
        "FILE:LINE:COLUMN: reason (remedy). "
        "The exit status is 0 without problems, 1 with problems, and 2 when a file cannot be read.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="captured output; without a file, or for -, standard input"
    )
    parser.add_argument("--kestra", choices=VERSIONS, default=VERSIONS[0], help="the version of Kestra; 2.0 by default")
    parser.add_argument(
        "--runner", choices=RUNNERS, default=RUNNERS[0], help="the task runner that passes the lines on to Kestra"
    )
    parser.add_argument("--stderr", action="store_true", help="the files were captured from standard error")
    parser.add_argument(
        "--strict", action="store_true", help="with --stderr: plain text, which is an ERROR in Kestra, is a problem too"
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object for each line that is read, not the problems"
    )
    parser.add_argument("--html", metavar="FILE", help="also write a report to share: one file that loads nothing")
    return parser.parse_args(arguments)


def _fail(name: str, expected: str, error: OSError) -> int:
    sys.stderr.write(f"kestra check: {name}: expected {expected}, got {error.strerror}\n")
    return 2


class _UnreadableError(Exception):
    """A file that cannot be read, as opposed to an output that cannot be written."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


def _pieces(name: str) -> Iterator[bytes]:
    """Yield the bytes of a file as they arrive, so that a live stream is checked live, and b"" at its end."""
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
    """Reads files, each as one stream of one process, and prints the problems."""

    def __init__(self, options: Namespace) -> None:
        self.summary = Summary(ANY)
        self._options = options
        self._stream = "stderr" if options.stderr else "stdout"
        self._outputs: dict[str, Any] = {}
        self._view: HtmlView | None = None
        if options.html:
            title = f"kestra check {' '.join(options.files)}"
            self._view = HtmlView(open(options.html, "w", encoding="utf-8", errors="replace"), title)  # noqa: PTH123, SIM115

    def read(self, name: str) -> None:
        """Read a file to its end, and print the problems of each line at once."""
        run = Run(self._options.kestra, self._options.runner)
        printed: dict[str, int] = {}  # the first line with each output
        source = "<stdin>" if name == "-" else name
        number = 0
        for data in _pieces(name):
            for line in run.feed(self._stream, data) if data else run.close(self._stream):
                number = line.number
                self._line(source, line, is_lost=run.is_lost(line))
                for output in line.outputs or ():
                    printed.setdefault(output, number)
            sys.stdout.flush()
        for fatal in run.ends.values():
            self._print(self.summary.add_lost(source, fatal, number))
        certain = last_certain_line(self._options.runner, number)
        for late in sorted({each for each in printed.values() if each > certain}):
            self._print(self.summary.add_late(source, late))
        self._outputs.update(run.outputs)

    def end(self) -> None:
        """Write the report, if requested."""
        if self._view is not None:
            self._view.end(None, 0, self.summary, self._outputs)

    def _line(self, source: str, line: Line, *, is_lost: bool) -> None:
        problems = [] if is_lost else self.summary.add(line, source)
        if self._options.strict and is_plain_error(line) and not is_lost and not problems:
            problems.append(self.summary.add_plain_error(line, source))
        if self._options.json:
            sys.stdout.write(json.dumps(as_json(line), separators=(",", ":")) + "\n")
        self._print(problems)
        if self._view is not None:
            self._view.line(None, replace(line, stream=source), problems, is_lost=is_lost)

    def _print(self, problems: list[LocatedProblem]) -> None:
        if not self._options.json:
            sys.stdout.writelines(f"{located}\n" for located in problems)
