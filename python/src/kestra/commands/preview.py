"""The command `preview`: runs a command, and shows live what Kestra would make of what it prints.

Until the command runs, only what starts it is imported; what reads and shows its output is imported meanwhile.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from time import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from selectors import BaseSelector
    from typing import TextIO

    from ._json import JsonView
    from ._terminal import TextView

STREAMS = ("stdout", "stderr")
# Those that end a process, or that it may handle.
# The terminal sends the others (stop, continue, window size) to its group of processes, of which the command is one.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2")

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
    numbers = _signals()
    for number in numbers:  # one that arrives before the command runs must not leave it an orphan
        signal.signal(number, lambda number, _: early.append(number))
    pipes = {name: os.pipe() for name in (*STREAMS, "wake")}
    arrivals = _arrivals({name: pipe[0] for name, pipe in pipes.items()})
    start = time()
    try:
        child = subprocess.Popen(options.command, stdout=pipes["stdout"][1], stderr=pipes["stderr"][1])  # noqa: S603
    except OSError as error:
        from ._start_error import explain_start_error

        return _fail(*explain_start_error(options.command, error, "python -m kestra preview"))
    for stream in STREAMS:
        os.close(pipes[stream][1])
    _pass_signals_on(child, numbers, early, pipes["wake"][1])
    return _show(child, _chunks(child, arrivals), start, options, report)


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
    parser.add_argument("command", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.command[:1] == ["--"]:
        del options.command[0]
    if not options.command:
        parser.error("expected a command to run")
    return options


def _fail(text: str, status: int) -> int:
    sys.stderr.write(f"kestra preview: {text}\n")
    return status


def _signals() -> list[signal.Signals]:
    """Return the signals that this system has and that are not ignored: `nohup`, for example, ignores SIGHUP."""
    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    return [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]


def _pass_signals_on(
    child: subprocess.Popen[bytes], numbers: list[signal.Signals], early: list[int], wake: int
) -> None:
    """Pass the signals for this process on to the command; once that has ended, write to `wake` instead.

    A thread waits for the signals, which are blocked in all others: nothing interrupts what is being shown.
    """
    from threading import Thread

    def pass_on() -> None:
        while True:
            number, from_terminal = _wait_for_signal(numbers)
            if child.poll() is not None:  # the signal ends the wait for processes that the command left behind
                os.write(wake, b"\n")
            elif not from_terminal:
                child.send_signal(number)

    if hasattr(signal, "pthread_sigmask"):  # Windows has Ctrl-C only, which all processes of a console get
        signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
        Thread(target=pass_on, daemon=True).start()
        for number in early:
            child.send_signal(number)


def _wait_for_signal(numbers: list[signal.Signals]) -> tuple[int, bool]:
    """Return the next signal, and whether it came from the terminal, which has sent it to the command as well."""
    if hasattr(signal, "sigwaitinfo"):
        came = signal.sigwaitinfo(numbers)
        return came.si_signo, came.si_code > 0  # POSIX: greater than 0 from the kernel, 0 or less from a process
    number = signal.sigwait(numbers)  # macOS does not tell where it came from
    return number, number in (signal.SIGINT, signal.SIGQUIT) and sys.stdin is not None and sys.stdin.isatty()


def _show(
    child: subprocess.Popen[bytes],
    chunks: Iterator[tuple[str, bytes]],
    start: float,
    options: Namespace,
    report: TextIO | None,
) -> int:
    """Show what the command prints until there is no more, then the summary; return its exit status."""
    from ._advice import advice_for
    from ._html import HtmlView
    from ._summary import Run, Summary

    run, summary = Run(options.kestra), Summary(advice_for(options.command))
    live = _live_view(options)
    views: list[JsonView | TextView | HtmlView] = [live]
    if report:
        views.append(HtmlView(report, f"kestra preview {' '.join(options.command)}"))
    last = dict.fromkeys(STREAMS, 0)
    for stream, data in chunks:
        now = time()
        if not stream:
            live.note(STILL_OPEN.format(status=_status(child)))
            live.flush()
            continue
        for line in run.feed(stream, data) if data else run.close(stream):
            last[stream] = line.number
            is_lost = run.is_lost(line)
            problems = [] if is_lost else summary.add(line, stream)
            for view in views:
                view.line(now, line, problems, is_lost=is_lost)
            live.flush()
    status = _status(child)
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


def _chunks(child: subprocess.Popen[bytes], arrivals: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield what arrives, as (stream, bytes), up to the end of both streams, each of which is no bytes.

    Like Kestra this waits until the streams end, not the command: processes that it left behind can still print.
    ("", b"") tells, once, that it waits for these; what arrives for "wake" ends the wait.
    """
    still_open = set(STREAMS)
    is_told = False
    while still_open:
        stream, data = next(arrivals)
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


def _arrivals(descriptors: dict[str, int]) -> Iterator[tuple[str, bytes]]:
    """Return what can be read from now on, as (name, bytes), and ("", b"") for each second without any."""
    if os.name == "nt":  # pipes cannot be selected there
        return _by_threads(descriptors)
    from selectors import EVENT_READ, DefaultSelector

    selector = DefaultSelector()
    for name, descriptor in descriptors.items():
        selector.register(descriptor, EVENT_READ, name)
    return _by_selector(selector)


def _by_selector(selector: BaseSelector) -> Iterator[tuple[str, bytes]]:
    while True:
        # On Linux in the order in which they became readable, also before this is asked for the first time.
        ready = selector.select(1)
        for key, _ in ready:
            data = os.read(key.fd, 65536)
            if not data:
                selector.unregister(key.fd)
            yield key.data, data
        if not ready:
            yield "", b""


def _by_threads(descriptors: dict[str, int]) -> Iterator[tuple[str, bytes]]:
    from queue import Empty, Queue
    from threading import Thread

    arrived: Queue[tuple[str, bytes]] = Queue(maxsize=16)  # bounded, so that a quick command waits, as on a full pipe

    def read(name: str, descriptor: int) -> None:
        data = b"more"
        while data:
            data = os.read(descriptor, 65536)
            arrived.put((name, data))

    for item in descriptors.items():
        Thread(target=read, args=item, daemon=True).start()
    while True:
        try:
            yield arrived.get(timeout=1)
        except Empty:
            yield "", b""


def _status(child: subprocess.Popen[bytes]) -> int:
    status = child.wait()
    return status if status >= 0 else 128 - status
