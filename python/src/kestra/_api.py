"""The API: the calls that a script makes.

A record passes from here through the logger, the wire (values to text) and the stream (text to stream).
"""

from time import perf_counter_ns

from . import _stream, _wire

# `typing` and `logging` cost more start-up time than this package, so only type checkers import them from here.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping
    from datetime import timedelta
    from os import PathLike
    from typing import Any, Optional, TypeVar, Union, overload

    from ._batch import Batch
    from ._logger import KestraLogger
    from .capture import Capture, Format

    T = TypeVar("T")
    F = TypeVar("F", bound=Callable[..., Any])
    Name = Union[str, float]

_logger: "Any" = None


class _Measured:
    """The duration of a timer that is not given one."""

    def __repr__(self) -> str:  # in `help(Kestra.timer)`
        return "<to be measured>"


_TO_BE_MEASURED: "Any" = _Measured()


class Kestra:
    """The calls that a script makes to reach Kestra, all of them static."""

    _logger: "Any" = None  # what `logger` returns, once it has been called; a test may replace it, as in 2.0.0

    @staticmethod
    def logger(name: "Optional[str]" = None) -> "KestraLogger":
        """Return the logger that sends its records to Kestra, each at its own level.

        It is always the same `logging.Logger`, named ``Kestra``, with one more method: `trace` (level 5).
        With a name it is a child of that logger, ``Kestra.<name>``, which sends in the same way, without its name.
        It lets every level through, because Kestra filters, and sends a record once: of the root logger's handlers
        only those that are not a console, for example a file's, also get it.
        A record never fails the caller, not even on a closed stream.
        """
        global _logger  # noqa: PLW0603
        if _logger is None:  # once: an interpreter that shuts down can log, but no longer import
            from . import _logger
        if Kestra._logger is None:
            Kestra._logger = _logger.LOGGER
        logger: KestraLogger = Kestra._logger if name is None else _logger.child(name)
        return logger

    @staticmethod
    def capture(
        level: "Optional[Union[str, int]]" = None,
        names: "Optional[bool]" = None,
        formatter: "Optional[Format]" = None,
    ) -> "Capture":
        """Send the logs, warnings and uncaught exceptions that Python would print, each as one record at its level.

        This covers every logger, including those of libraries, and any set-up of `logging`, before or after the call:
        the levels, filters and formats of console handlers apply, and other handlers, for example of files, stay.
        What the console would not have shown is not sent, and a printed line that is already a record stays one.
        Worker processes of `multiprocessing` are captured too.
        A warning is a record at WARN, and an uncaught exception, of a thread too, one at ERROR with its traceback.

        The level, as in `log`, becomes the root logger's; without it the script's own setting applies.
        With ``names=True`` a message starts with the name of its logger, with ``False`` it does not.
        By default a message has the format that the script has set, and no name where it has set none.
        The formatter, a `logging.Formatter` or its ``%`` format, formats all messages instead.

        Returns an object whose `restore` ends the capture; it is also a context manager.
        Raises `ValueError` or `TypeError` for a level or a formatter that does not exist.
        """
        from .capture import capture

        return capture(level, names, formatter)

    @staticmethod
    def log(level: "Union[str, int]", message: object, *args: object) -> None:
        """Send one log, without the start-up time of `logging`.

        The level is TRACE, DEBUG, INFO, WARN (or WARNING) or ERROR (or CRITICAL, FATAL), in any case,
        or a number of `logging`.
        A message of bytes is decoded as UTF-8; any other message is sent as its `str()`.
        With arguments the message is formatted by ``%``, as in `logging`.

        Raises `ValueError` or `TypeError` for a level that does not exist.
        """
        name = _wire.level_name(level, "level")
        if args:
            message = _wire.format_message(message, args)
        _stream.write_log(_stream.stream_for([name]), _wire.log_line(name, message))

    @staticmethod
    def logs(entries: "Iterable[Mapping[str, Any]]") -> None:
        """Send several logs as one record; each entry has a ``level`` and a ``message``, as in `log`.

        The record goes to standard error when one of them is WARN or ERROR.
        Nothing is sent when there are none.

        Raises `ValueError` or `TypeError`, and sends nothing, when an entry lacks one of the two,
        or has a level that does not exist.
        """
        pairs = _wire.log_entries(entries, "logs")
        if pairs:
            _stream.write_log(_stream.stream_for(level for level, _ in pairs), _wire.logs_line(pairs))

    @staticmethod
    def batch() -> "Batch":
        """Return a context manager that sends what is logged in its block in fewer records, up to 32 logs in one.

        It is for runners that read few lines a second: Kubernetes, AWS Batch and Azure Batch. Docker's gets slower.
        A log waits for 50 ms at most, and for no longer than until an error, outputs, a metric, assets or printed text
        follow, or the block ends. All logs keep their order, and nothing is left behind when the block raises.
        It covers every thread of the process; of blocks within each other the outermost counts.
        `SIGKILL`, and `SIGTERM` without a handler, take what is held: one record at most.
        """
        from ._batch import Batch

        return Batch()

    @staticmethod
    def outputs(map_: "Mapping[str, Any]") -> None:
        """Send outputs, which other tasks read as ``outputs.<task id>.vars.<name>``.

        A value may be of any type with a meaning in JSON, such as a date, a Decimal, a dataclass, an array or a table.
        A later value of the same name replaces an earlier one.

        Raises `TypeError` or `ValueError`, with the path, for a value that would not arrive exactly,
        and `OSError` when standard output is closed or full; then nothing has been sent.
        """
        if _is_replaced():
            Kestra._send({"outputs": map_})
        else:
            _stream.write("stdout", _wire.outputs_line(map_))

    @staticmethod
    def assets(map_: "Mapping[str, Any]") -> None:
        """Send assets, ``{"inputs": [...], "outputs": [...]}``, which only Kestra's Enterprise edition accepts.

        The open-source edition stops reading the script's output at this line:
        the script's next write fails, or in Docker the task never ends.

        Raises as `outputs` does.
        """
        if _is_replaced():
            Kestra._send({"assets": map_})
        else:
            _stream.write("stdout", _wire.assets_line(map_))

    @staticmethod
    def counter(name: "Name", value: "Any", tags: "Optional[Mapping[str, Any]]" = None) -> None:
        """Send a counter: a number that Kestra adds up over the records of the same name and tags.

        A tag's value is a string; a number or a bool is sent as its JSON text.

        Raises `TypeError` or `ValueError`, with the path, for a name, a value or a tag that Kestra cannot take,
        and for a name that this process has sent as another type; raises `OSError` as `outputs` does.
        """
        Kestra._metrics(name, "counter", value, tags)

    @staticmethod
    def gauge(name: "Name", value: "Any", tags: "Optional[Mapping[str, Any]]" = None) -> None:
        """Send a gauge: a number of which Kestra keeps the last for the same name and tags.

        Raises as `counter` does.
        """
        Kestra._metrics(name, "gauge", value, tags)

    if TYPE_CHECKING:

        @overload
        @staticmethod
        def timer(name: "Name", *, tags: "Optional[Mapping[str, Any]]" = None) -> "Timer": ...
        @overload
        @staticmethod
        def timer(name: "Name", duration: "Callable[[], T]", tags: "Optional[Mapping[str, Any]]" = None) -> T: ...
        @overload
        @staticmethod
        def timer(
            name: "Name", duration: "Union[float, timedelta]", tags: "Optional[Mapping[str, Any]]" = None
        ) -> None: ...

    @staticmethod
    def timer(name: "Name", duration: "Any" = _TO_BE_MEASURED, tags: "Optional[Mapping[str, Any]]" = None) -> "Any":
        """Send a timer: a duration in seconds, which Kestra adds up, in milliseconds, for the same name and tags.

        The duration is a number of seconds, 9,000,000,000 at most, or a `timedelta`, also of numpy or pandas.
        A duration below 0, which occurs when a clock is set back, is sent as it is.
        A callable is called and timed, and its result is returned; an awaitable result is timed until it is done.
        Without a duration this is a context manager, ``with`` or ``async with``, and a decorator.
        If the timed code raises, the timer is sent and the exception is passed on.

        Raises as `counter` does, before anything is called.
        """
        if duration is _TO_BE_MEASURED:
            return Timer(name, tags)
        if callable(duration):
            return Timer(name, tags)._run(duration)  # noqa: SLF001
        Kestra._metrics(name, "timer", duration, tags)
        return None

    @staticmethod
    def format(map_: "Mapping[str, Any]") -> str:
        """Return the line, without its line end, that carries a mapping to Kestra.

        Raises `TypeError` or `ValueError`, with the path, for a value that would not arrive exactly.
        """
        return _wire.line(map_, "format")

    @staticmethod
    def read(path_: "Union[str, PathLike[str]]") -> "list[dict[str, Any]]":
        """Return the records of an Ion file, such as the rows that a query task has stored, each as a dict.

        Decimals become floats, times in ISO 8601 and timestamps become datetimes, and blobs become strings.
        It needs the package amazon.ion: ``pip install 'kestra[ion]'``; `ModuleNotFoundError` says so.
        """
        from ._ion import read

        return read(path_)

    @staticmethod
    def _send(map_: "Mapping[str, Any]") -> None:
        """Send any payload. Deprecated: the other calls send what they are named after."""
        is_own = Kestra.format is _FORMAT
        _stream.write("stdout", _wire.line(map_, "_send") if is_own else Kestra.format(map_))

    @staticmethod
    def _metrics(name: "Name", type_: str, value: "Any", tags: "Optional[Mapping[str, Any]]" = None) -> None:
        """Send a metric. Deprecated: `counter`, `gauge` and `timer` send one."""
        if type_ not in ("counter", "gauge", "timer"):
            raise ValueError(f"_metrics: type: expected counter, gauge or timer, got {type_}")
        if _is_replaced():
            Kestra._send({"metrics": [{"name": name, "type": type_, "value": value, "tags": tags or {}}]})
            return
        line = _wire.metric_line(type_, name, value, tags)
        quoted = _refuse_another_type(type_, name)
        _stream.write("stdout", line)
        _types[quoted] = type_


_SEND, _FORMAT = Kestra._send, Kestra.format  # noqa: SLF001


def _is_replaced() -> bool:
    """Tell whether a script or a test has replaced `Kestra._send` or `Kestra.format`, and so gets the payloads.

    Version 2.0.0 called them by these names: its users replace them to see what is sent, or to encode it themselves.
    """
    return Kestra._send is not _SEND or Kestra.format is not _FORMAT  # noqa: SLF001


_types: "dict[str, str]" = {}  # the type of each metric that was sent, by the JSON of its name


def _refuse_another_type(kind: str, name: object) -> str:
    """Return a name as JSON; Kestra stops reading the stream at a name that was sent as another type."""
    quoted = _wire.metric_name(kind, name)
    if _types.get(quoted, kind) != kind:
        raise ValueError(f"{kind} {quoted}: already sent as a {_types[quoted]}")
    return quoted


class Timer:
    """Times a ``with`` or ``async with`` block, or each call of the function that it decorates, and sends a timer."""

    def __init__(self, name: "Name", tags: "Optional[Mapping[str, Any]]") -> None:
        _wire.metric_line("timer", name, 0, tags)  # refuses what cannot be sent before anything runs
        _refuse_another_type("timer", name)
        self._name = name
        self._tags = tags
        self._starts: "list[int]" = []  # one for each block that is open

    def __enter__(self) -> "Timer":
        self._starts.append(perf_counter_ns())
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        self._send(self._starts.pop(), failed=error is not None)

    async def __aenter__(self) -> "Timer":
        return self.__enter__()

    async def __aexit__(self, kind: object, error: object, traceback: object) -> None:
        self.__exit__(kind, error, traceback)

    def __call__(self, function: "F") -> "F":
        from functools import wraps

        def timed(*args: "Any", **keywords: "Any") -> "Any":
            return self._run(function, *args, **keywords)

        async def timed_coroutine(*args: "Any", **keywords: "Any") -> "Any":
            return await self._run(function, *args, **keywords)

        is_coroutine = getattr(getattr(function, "__code__", None), "co_flags", 0) & 0x80  # CO_COROUTINE
        return wraps(function)(timed_coroutine if is_coroutine else timed)  # type: ignore[return-value]

    def _run(self, function: "Callable[..., Any]", *args: "Any", **keywords: "Any") -> "Any":
        start = perf_counter_ns()
        try:
            result = function(*args, **keywords)
        except BaseException:
            self._send(start, failed=True)
            raise
        if hasattr(type(result), "__await__"):
            return self._until_done(result, start)
        self._send(start)
        return result

    async def _until_done(self, awaitable: "Awaitable[T]", start: int) -> "T":
        try:
            result = await awaitable
        except BaseException:
            self._send(start, failed=True)
            raise
        self._send(start)
        return result

    def _send(self, start: int, *, failed: bool = False) -> None:
        seconds = (perf_counter_ns() - start) / 1e9
        try:
            Kestra._metrics(self._name, "timer", seconds, self._tags)  # noqa: SLF001
        except OSError:
            if not failed:  # else the exception of what was timed is the one to pass on
                raise
