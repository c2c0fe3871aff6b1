"""The face: the calls that a script makes.

A record walks from here through the logger, the wire (values to text) and the stream (text to stream).
"""

from . import _stream, _wire

# `typing` and `logging` cost more start-up time than all of this package, so only type checkers import them from here.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Union

    from ._logger import KestraLogger

_logger: "Any" = None


class Kestra:
    """The calls that a script makes to reach Kestra, all of them static."""

    @staticmethod
    def logger() -> "KestraLogger":
        """Return the logger whose records reach Kestra, each at its own level.

        It is always the same `logging.Logger`, named ``Kestra``, with one more method: `trace` (level 5).
        It lets every level through, as Kestra filters, and sends a record once, whatever handlers the root logger has.
        A record never fails the caller, not even on a closed stream.
        """
        global _logger  # noqa: PLW0603
        if _logger is None:  # once: an interpreter that shuts down can log, but no longer import
            from . import _logger
        logger: KestraLogger = _logger.LOGGER
        return logger

    @staticmethod
    def log(level: "Union[str, int]", message: object) -> None:
        """Send one log, without the start-up time of `logging`.

        The level is TRACE, DEBUG, INFO, WARN (or WARNING) or ERROR (or CRITICAL, FATAL), in any case,
        or a number of `logging`.
        A message of bytes is decoded as UTF-8; of anything else `str()` is sent.

        Raises `ValueError` or `TypeError` for a level that does not exist.
        """
        name = _wire.level_name(level, "level")
        _stream.write_log(_stream.name_for([name]), _wire.log_line([(name, message)]))

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
            _stream.write_log(_stream.name_for(level for level, _ in pairs), _wire.log_line(pairs))

    @staticmethod
    def format(mapping: "Mapping[str, Any]") -> str:
        """Return the line, without its line end, that carries a mapping to Kestra.

        Raises `TypeError` or `ValueError`, with the place, for a value that would not arrive exactly.
        """
        return _wire.line(mapping, "format")
