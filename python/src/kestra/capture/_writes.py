"""Collects what a function writes to the console, and observes the last character.

`print` and every handler look up `write` on the stream, so an attribute of that name on `sys.stdout` sees the text
while the stream stays the same object. The attribute exists as long as a capture is active.
"""

import sys
from _thread import get_ident

from . import _console

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Optional

    Chunk = tuple[_console.Console, str]

_collectors: "dict[int, Collector]" = {}  # by the thread that writes
# Keeps what Python prints on standard error at its end; set by `_last_words`.
take_last_words: "Optional[Callable[[Any, str, Any], bool]]" = None
titles: "set[str]" = set()  # lines that are held until the text after them is printed
held: "list[str]" = []
_hooked: "list[tuple[Any, str, Any]]" = []  # streams, the names of our attributes, and their previous values


class Collector:
    """The text that one thread writes to the console, in pieces, on some or all streams."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.chunks: "list[Chunk]" = []
        self.before: "Optional[Collector]" = None

    def __enter__(self) -> "Collector":
        for stream in (sys.stdout, sys.stderr):  # what was printed before keeps its place before records
            try:  # noqa: SIM105 - one module less to import
                stream.flush()
            except Exception:  # noqa: S110 - it is closed, or there is none
                pass
        thread = get_ident()
        self.before = _collectors.get(thread)
        _collectors[thread] = self
        return self

    def __exit__(self, *error: object) -> None:
        if self.before:
            _collectors[get_ident()] = self.before
        else:
            del _collectors[get_ident()]

    def pass_on(self, write: "Callable[[], int]") -> int:
        """Let a write reach the stream."""
        thread = get_ident()
        del _collectors[thread]
        try:
            return write()
        finally:
            _collectors[thread] = self

    def takes(self, console: "_console.Console") -> bool:
        """Tell whether the text on a stream is collected."""
        return bool(console) and (not self.names or console in self.names)

    def texts(self) -> "list[Chunk]":
        """Return the text of each stream as a whole."""
        consoles = list(dict.fromkeys(console for console, _ in self.chunks))
        return [(console, "".join(text for on, text in self.chunks if on is console)) for console in consoles]


def collected(*names: str, handler: object = None) -> Collector:
    """Return a collector of this thread's text for the console, on the streams of these names, for a ``with`` block."""
    for stream in (sys.stdout, sys.stderr):
        hook(stream)
    try:
        stream = getattr(handler, "stream", None)
        if stream is not sys.stdout and stream is not sys.stderr:
            hook(stream)
    except Exception:  # noqa: S110 - a property may raise anything
        pass
    return Collector(*names)


def is_collecting() -> bool:
    """Tell whether this thread's text is collected."""
    return get_ident() in _collectors


def hook(stream: "Any") -> None:
    """Observe what is written to a stream, if it is one of Python's own that leads to Kestra."""
    try:
        if hasattr(vars(stream).get("write"), "collects") or not _console.console_of(stream):
            return
        _replace(stream, "write", _wrap_write(stream))
        _replace(stream, "flush", _wrap_flush(stream))
        if not hasattr(vars(stream.buffer).get("write"), "collects"):
            _replace(stream.buffer, "write", _wrap_buffer_write(stream))
    except (AttributeError, TypeError):  # a Python whose streams take no attributes
        return


def unhook() -> None:
    """Restore the attributes of all streams, except those that other code has replaced since."""
    for owner, name, before in reversed(_hooked):
        if hasattr(vars(owner).get(name), "collects"):
            if before is None:
                delattr(owner, name)
            else:
                setattr(owner, name, before)
    _hooked.clear()


def _replace(owner: "Any", name: str, function: "Any") -> None:
    function.collects = True
    _hooked.append((owner, name, vars(owner).get(name)))
    setattr(owner, name, function)


def _is_redrawn(text: str, caller: "Any") -> bool:
    """Tell whether text is part of a progress bar, which `tqdm.write` clears and draws again."""
    if text.startswith("\r") and not text.endswith("\n"):
        return True
    module = caller.f_globals.get("__name__") if caller else None
    return module in ("tqdm.std", "tqdm.utils") and caller.f_code.co_name != "write"


def _collector_for(stream: "Any") -> "tuple[Optional[Collector], _console.Console]":
    collector = _collectors.get(get_ident())
    if collector is not None:
        console = _console.console_of(stream)
        if collector.takes(console):
            return collector, console
    return None, ""


def _wrap_write(stream: "Any") -> "Callable[[str], int]":
    original = stream.write
    is_error = stream is sys.stderr or stream is sys.__stderr__

    def write(text: str) -> int:
        if _collectors:
            collector, console = _collector_for(stream)
            if collector is not None and isinstance(text, str):
                if _is_redrawn(text, sys._getframe().f_back):  # noqa: SLF001
                    return collector.pass_on(lambda: original(text))
                collector.chunks.append((console, text))
                return len(text)
        if titles and text in titles and _console.console_of(stream):
            titles.remove(text)
            held.append(text)
            return len(text)
        if is_error and take_last_words and take_last_words(stream, text, sys._getframe().f_back):  # noqa: SLF001
            return len(text)
        written: int = original(text)
        return written

    return write


def _text_of(data: "Any") -> str:
    return bytes(data).decode("utf-8", "replace")


def _wrap_flush(stream: "Any") -> "Callable[[], None]":
    original = stream.flush

    def flush() -> None:
        # Earlier text is flushed with the record; here it would count as collected text.
        if not (_collectors and _collector_for(stream)[0]):
            original()

    return flush


def _wrap_buffer_write(stream: "Any") -> "Callable[[Any], Any]":
    original = stream.buffer.write
    is_error = stream is sys.stderr or stream is sys.__stderr__

    def write(data: "Any") -> "Any":
        if _collectors:
            collector, console = _collector_for(stream)
            if collector is not None:
                collector.chunks.append((console, _text_of(data)))
                return len(data)
        caller = sys._getframe().f_back  # noqa: SLF001
        if is_error and take_last_words and caller and take_last_words(stream, _text_of(data), caller):
            return len(data)
        return original(data)

    return write
