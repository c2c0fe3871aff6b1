"""The layout: which formatter makes the text of a record."""

import logging

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional

    from . import Capture

# The captures that have not ended; replaced as a whole, so that it can be read without a lock.
active: "tuple[Capture, ...]" = ()

_MESSAGE = logging.Formatter()
_NAME_AND_MESSAGE = logging.Formatter("%(name)s: %(message)s")


def formatter_for(formatter: "Optional[logging.Formatter]") -> logging.Formatter:
    """Return what lays out the text of a handler that has this formatter."""
    names: "Optional[bool]" = None
    for capture in reversed(active):  # the last that asks counts
        if capture.formatter is not None:
            return capture.formatter
        if names is None:
            names = capture.names
    if formatter:
        lays_out_by_itself = getattr(type(formatter), "format", None) is not logging.Formatter.format
        if lays_out_by_itself:  # structlog's does, whose messages are not text
            return formatter
        # The format of `basicConfig` when it is given none: nobody wrote it, and it repeats level and name.
        if names is None and getattr(formatter, "_fmt", None) != logging.BASIC_FORMAT:
            return formatter
    return _NAME_AND_MESSAGE if names else _MESSAGE
