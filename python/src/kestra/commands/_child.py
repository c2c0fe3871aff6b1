"""What `preview` and `run --levels` share: the signals for a command that they wait for, and what it prints."""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from selectors import BaseSelector

    Arrivals = Iterator[tuple[str, bytes]]

# Those that end a process, or that it may handle.
# The terminal sends the others (stop, continue, window size) to its group of processes, of which the command is one.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2")


def handled_signals() -> list[signal.Signals]:
    """Return the signals that this system has and that are not ignored: `nohup`, for example, ignores SIGHUP."""
    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    return [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]


def pass_signals_on(child: subprocess.Popen[bytes], numbers: list[signal.Signals], early: list[int], wake: int) -> None:
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


def arrivals(descriptors: dict[str, int], patience: Callable[[], float] = lambda: 1) -> Arrivals:
    """Return what can be read from now on, as (name, bytes), and ("", b"") when that many seconds bring nothing."""
    if os.name == "nt":  # pipes cannot be selected there
        return _by_threads(descriptors, patience)
    from selectors import EVENT_READ, DefaultSelector

    selector = DefaultSelector()
    for name, descriptor in descriptors.items():
        selector.register(descriptor, EVENT_READ, name)
    return _by_selector(selector, patience)


def _by_selector(selector: BaseSelector, patience: Callable[[], float]) -> Arrivals:
    while True:
        # On Linux in the order in which they became readable, also before this is asked for the first time.
        ready = selector.select(patience())
        for key, _ in ready:
            data = os.read(key.fd, 65536)
            if not data:
                selector.unregister(key.fd)
            yield key.data, data
        if not ready:
            yield "", b""


def _by_threads(descriptors: dict[str, int], patience: Callable[[], float]) -> Arrivals:
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
            yield arrived.get(timeout=patience())
        except Empty:
            yield "", b""


def exit_status(child: subprocess.Popen[bytes]) -> int:
    """Wait for the command; return its exit status as a shell tells it."""
    status = child.wait()
    return status if status >= 0 else 128 - status
