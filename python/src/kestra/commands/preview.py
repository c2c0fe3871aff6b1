"""The command `preview`: runs a command, and shows live how Kestra would read its output.

The modules that read and show the output are imported while the command already runs.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from time import time

from ._child import arrivals, exit_status
from ._signals import handled_signals, pass_signals_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from typing import TextIO

    from ._json import JsonView
    from ._terminal import TextView

STREAMS = ("stdout", "stderr")
STILL_OPEN = (
    "the command has ended with status {status}, but a process that it left behind holds its output open: "
    "waiting for it, as Kestra does (Ctrl-C ends the wait)"
)


def main(arguments: list[str]) -> int:
    """Run the command, show it, and return its exit status: 128 and the number of the signal that ended it."""
    options = _options(arguments)
    try:
        report = open(options.html, "w", encoding="utf-8", errors="replace") if options.html else None  # noqa: SIM115, PTH123
    except OSError as error:
        return _fail(f"{options.html}: expected a file to write the report to, got {error.strerror}", 2)
    early: list[int] = []
    numbers = handled_signals()
    for number in numbers:  # a signal before the command runs must not leave it an orphan
        signal.signal(number, lambda number, _: early.append(number))
    pipes = {name: os.pipe() for name in (*STREAMS, "wake")}
    arriving = arrivals({name: pipe[0] for name, pipe in pipes.items()})
    start = time()
    try:
        child = subprocess.Popen(options.command, stdout=pipes["stdout"][1], stderr=pipes["stderr"][1])  # noqa: S603
    except OSError as error:
        from ._start_error import explain_start_error

        return _fail(*explain_start_error(options.command, error, "python -m kestra preview"))
    for stream in STREAMS:
        os.close(pipes[stream][1])
    pass_signals_on(child, numbers, early, pipes["wake"][1])
    return _show(child, _chunks(child, arriving), start, options, report)


def _options(arguments: list[str]) -> Namespace:
    import argparse

    parser = argparse.ArgumentParser(
        prog="python -m kestra preview",
        usage="%(prog)s [option ...] [--] COMMAND [argument ...]",
        description="Run a command, and show live what Kestra would make of what it prints: logs, outputs, metrics, "
        "and what it would reject, drop or misread. The exit status is that of the command.",
        allow_abbrev=False,
    )
    parser.add_argument("--kestra", choices=["2.0", "1.3"], default="2.0", help="the version of Kestra; 2.0 by default")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object for each line, then one with the summary")
    form.add_argument("--plain", action="store_true", help="no colour, not even on a terminal")
    form.add_argument("--color", action="store_true", help="colour, even without a terminal")
    parser.add_argument("--html", metavar="FILE", help="also write a report to share: one file that loads nothing")
    parser.add_argument(
        "-l", "--levels", action="store_true", help="run it so that each line has the level that it tells"
    )
    parser.add_argument("command", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.command[:1] == ["--"]:
        del options.command[0]
    if not options.command:
        parser.error("expected a command to run")
    options.title = " ".join(["kestra preview", *(["--levels"] if options.levels else []), *options.command])
    if options.levels:
        options.command = [sys.executable, "-m", "kestra", "run", "--levels", "--", *options.command]
    return options


def _fail(text: str, status: int) -> int:
    sys.stderr.write(f"kestra preview: {text}\n")
    return status


def _show(
    child: subprocess.Popen[bytes],
    chunks: Iterator[tuple[str, bytes]],
    start: float,
    options: Namespace,
    report: TextIO | None,
) -> int:
    """Show the command's output to its end, then the summary; return its exit status."""
    from ._advice import advice_for
    from ._html import HtmlView
    from ._summary import Run, Summary

    run, summary = Run(options.kestra), Summary(advice_for(options.command))
    live = _live_view(options)
    views: list[JsonView | TextView | HtmlView] = [live]
    if report:
        views.append(HtmlView(report, options.title))
    last = dict.fromkeys(STREAMS, 0)
    for stream, data in chunks:
        now = time()
        if not stream:
            live.note(STILL_OPEN.format(status=exit_status(child)))
            live.flush()
            continue
        for line in run.feed(stream, data) if data else run.close(stream):
            last[stream] = line.number
            is_lost = run.is_lost(line)
            problems = [] if is_lost else summary.add(line, stream)
            for view in views:
                view.line(now, line, problems, is_lost=is_lost)
            live.flush()
    status = exit_status(child)
    for stream, fatal in run.ends.items():
        summary.add_lost(stream, fatal, last[stream])
    for view in views:
        view.end(status, time() - start, summary, run.outputs)
    return status


def _live_view(options: Namespace) -> JsonView | TextView:
    if options.json:
        from ._json import JsonView

        return JsonView()
    from ._terminal import TextView

    return TextView(plain=options.plain, color=options.color)


def _chunks(child: subprocess.Popen[bytes], arriving: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield what arrives, as (stream, bytes), up to the end of both streams, which is b"" for each.

    Like Kestra this waits for the end of the streams, not of the command: processes that it left can still print.
    ("", b"") means, once, that it waits for these; anything for "wake" ends the wait.
    """
    still_open = set(STREAMS)
    is_told = False
    while still_open:
        stream, data = next(arriving)
        if stream == "wake":
            yield from ((stream, b"") for stream in still_open)
            return
        if not data:
            still_open.discard(stream)
        if stream:
            yield stream, data
        elif not is_told and child.poll() is not None:
            is_told = True
            yield "", b""
