"""What libraries put on the standard streams, and in their place: unfinished lines, and proxies that change text.

A library is recognised without being imported; what it does is known from its source, and tested with the real one.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

# Streams that change what is written, and pass it on: the attribute that has the real one, where there is one.
PROXIES = {
    "rich.file_proxy.FileProxy": "rich_proxied_file",  # while a progress bar or another live display is shown
    "tqdm.contrib.DummyTqdmFile": "_wrapped",
    "celery.utils.log.LoggingProxy": "",
    "twisted.logger._io.LoggingFile": "",
    "alive_progress.core.hook_manager.BaseHook": "_stream",
}


def behind_proxies(stream: "Any", name: str) -> "Any":
    """Return the stream that a proxy passes text on to, after changing it; any other stream as it is."""
    while True:
        attribute = next((PROXIES[full] for full in map(_full_name, type(stream).__mro__) if full in PROXIES), None)
        if attribute is None:
            return stream
        stream = getattr(stream, attribute) if attribute else getattr(sys, f"__{name}__")


def _full_name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def has_begun_line(stream: "Any") -> bool:
    """Tell whether a display has left a line of a standard stream unfinished, before the first record."""
    return _has_pytest_begun_line(stream) or _has_rich_begun_line(stream) or any(True for _ in _bars_on(stream))


_drawn: "list[Any]" = []  # the bars on a replaced stream, as they were at its last record


def has_drawn_bar(stream: "Any") -> bool:
    """Tell whether a progress bar has been drawn on a stream that is not watched, since its last record.

    What keeps the text is left as it is: there a record that does not begin its line can still be read.
    """
    if hasattr(stream, "getvalue") or type(stream).__module__ in ("_pytest.capture", "ipykernel.iostream"):
        return False
    before = _drawn[:]
    _drawn[:] = [(id(bar), bar.n, bar.last_print_t, bar.desc, bar.postfix) for bar in _bars_on(stream)]
    return bool(_drawn) and _drawn != before


def _bars_on(stream: "Any") -> "Iterator[Any]":
    """Return the bars of tqdm that are shown on a stream."""
    kind = getattr(sys.modules.get("tqdm.std"), "tqdm", None)
    try:
        bars = list(getattr(kind, "_instances", ()))
    except RuntimeError:  # another thread adds one
        bars = list(getattr(kind, "_instances", ()))
    for bar in bars:
        try:
            is_shown = hasattr(bar, "sp") and not bar.disable and bar.last_print_t >= bar.start_t + bar.delay
            if is_shown and behind_proxies(getattr(bar.fp, "_wrapped", bar.fp), "stderr") is stream:
                yield bar
        except AttributeError:  # it is being made
            continue


def _has_rich_begun_line(stream: "Any") -> bool:
    """Tell whether rich has drawn on a stream: on terminals, and what it is told to take for one."""
    console = getattr(sys.modules.get("rich"), "_console", None)
    for proxy in (sys.stdout, sys.stderr):
        if _full_name(type(proxy)) == "rich.file_proxy.FileProxy":
            console = getattr(proxy, "_FileProxy__console", console)
    if "rich.live" not in sys.modules:
        return False
    if console is None:
        return bool(os.environ.get("FORCE_COLOR"))
    return console.is_terminal and console.file is stream


def _has_pytest_begun_line(stream: "Any") -> bool:
    """Tell whether pytest, where it captures nothing, has printed the name of a test that runs."""
    is_pytest = "_pytest.terminal" in sys.modules and "PYTEST_CURRENT_TEST" in os.environ
    return is_pytest and stream is sys.__stdout__
