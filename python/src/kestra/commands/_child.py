"""What `preview` and `run --levels` share: what a command prints, and how it ends."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from selectors import BaseSelector

    Arrivals = Iterator[tuple[str, bytes]]


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
