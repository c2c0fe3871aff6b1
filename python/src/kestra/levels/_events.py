"""The lines that belong together: a stack trace, a framed diagnostic, a message of several lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._blocks import MATCH, block_of, continues_block, is_undecided
from ._lines import Line

if TYPE_CHECKING:
    from typing import Callable, Optional, Union

    # The level and the message of an event, or of a part of it.
    Pair = tuple[str, str]

BLANK_LIMIT = 100  # blank lines after which an event has ended
EVENT_LIMIT = 65_536  # characters of an event that are held; a longer one is sent in parts

HEADS_OF_A_LOGGER = 3  # lines after which a stream looks like a logger's
_FORMS = ("python traceback", "exception", "qualified exception", "continues", "caret")
_has_any_form = re.compile("|".join(MATCH.patterns[name] for name in _FORMS)).match  # most lines have none
TIMED = ("time", "stamped")  # rules of lines that tell when they were written
GRAVE = ("WARN", "ERROR")


class Grouping:
    """The event that is open, and lines after it of which the next one tells whether they belong to it.

    ``default`` is the level of lines that tell none; ``text_of`` makes a message of the lines of an event.
    """

    def __init__(self, default: str, text_of: Callable[[list[Line]], str]) -> None:
        self.default = default
        self.text_of = text_of
        self.head = Line("", "", "blank", False)
        self.level = ""
        self.lines: list[Line] = []  # those that have not been sent
        self.size = 0  # of these, in characters
        self.waiting: list[Line] = []
        self.is_after_blank = False
        self.count = 0  # of the lines after the first
        self.block = ""  # the kind of an event with rules of its own
        self.next_block: Optional[str] = None  # that of the line that is being taken, once it is known
        self.is_open = False
        self.last = ""  # line of the event
        self.style = _Style()

    @property
    def is_holding(self) -> bool:
        """Tell whether lines wait for the next one."""
        return bool(self.lines or self.waiting)

    def take(self, line: Line) -> list[Pair]:
        """Take the next line, and return the events that are complete with it."""
        if line.rule == "blank":
            return self._take_blank(line)
        if self.is_open and (self.block or not line.is_strong or line.text[0] == "\t"):
            answer = self._continues(line)
            if answer:
                self.next_block = None
                return self._add(line) if answer != "wait" else self._wait(line)
        has_lines_alone = self.lines and not (self.waiting or self.block)
        done = self._held() if has_lines_alone else self.close()
        is_plain = line.rule == "time" and line.level and "Error" not in line.text and "Exception" not in line.text
        if not (is_plain and self.style.is_known):
            self.style.note(line)
        self.head, self.level, self.lines, self.size, self.count = line, line.level, [line], len(line.text), 0
        self.is_open, self.is_after_blank, self.last = True, False, line.text
        if is_plain:  # no kind begins with the most frequent line
            self.block = ""
        else:
            self.block = block_of(line) if self.next_block is None else self.next_block
        self.next_block = None
        return done

    def restart(self, line: Line) -> None:
        """Take a line of a logger's behind another one, which was an event and has been returned."""
        self.head, self.level, self.lines, self.size, self.last = line, line.level, [line], len(line.text), line.text

    def go_on(self, text: str) -> list[Pair]:
        """Take another part of the last line, and return what is held."""
        return self._add(Line(text, "", "part", False)) + self.flush()

    def flush(self) -> list[Pair]:
        """Return what is held; lines that follow still have the level of the event."""
        done = self._held() if self.lines else []
        if self.waiting:
            # Blank lines that are not within an event only set events apart.
            done += self._apart([line for line in self.waiting if line.rule != "blank"])
            self.waiting = []
        self.lines = []
        self.size = 0
        return done

    def close(self) -> list[Pair]:
        """Return what is held: the event has ended."""
        self.is_open = False
        if is_undecided(self):  # a path alone, and what stood below it
            done = self._apart(self.lines)
            self.lines = []
            return done + self.flush()
        return self.flush()

    def _held(self) -> list[Pair]:
        return [(self.level or self.default, self.text_of(self.lines))]

    def _apart(self, lines: list[Line]) -> list[Pair]:
        return [(self.default, self.text_of([line])) for line in lines]

    def _wait(self, line: Line) -> list[Pair]:
        self.waiting.append(line)
        return []

    def _take_blank(self, line: Line) -> list[Pair]:
        self.is_after_blank = True
        if not self.is_open:
            return []
        return self._wait(line) if len(self.waiting) < BLANK_LIMIT else [*self._wait(line), *self.close()]

    def _add(self, line: Line) -> list[Pair]:
        self.lines += [*self.waiting, line]
        self.size += len(line.text) + sum(len(waiting.text) for waiting in self.waiting)
        self.waiting = []
        self.is_after_blank = False
        self.last = line.text
        self.count += 1
        return self.flush() if self.size > EVENT_LIMIT else []

    def _continues(self, line: Line) -> Union[bool, str]:
        """Tell whether a line belongs to the event: yes, no, or "wait" for the next one."""
        text = line.text
        is_after_blank = self.is_after_blank
        answer = continues_block(self, line) if self.block else None
        if answer is not None:
            return answer
        if line.is_strong and text[0] != "\t":
            return False
        if not self.level and self.head.rule not in TIMED:
            return False
        has_form = _has_any_form(text) is not None
        # Behind a warning that has been sent, it may be of another error.
        if has_form and MATCH["python traceback"](text) and not is_after_blank and self._logs_exceptions():
            self.block = "python"
            return True
        if text[0] in " \t":
            return self._continues_indented(line)
        if has_form and self._has_form(line):
            return True
        if line.level:
            return False
        return self._is_open_message() if is_after_blank else self._continues_plainly(line)

    def _logs_exceptions(self) -> bool:
        """Tell whether a traceback may belong to the event, rather than to the crash of the program after it."""
        if self.level == "ERROR":
            return True
        tells = self.level == "WARN" or (self.level != "" and bool(MATCH["telling"](self.head.text)))
        return tells and bool(self.lines)  # behind lines that have been sent, it may be of another error

    def _has_form(self, line: Line) -> bool:
        """Tell whether a line looks like a part of a stack trace, or of another message of several lines."""
        text = line.text
        is_exception = self._is_exception(line)
        if is_exception or (text.startswith("Caused by: ") and not self.block):
            self.block = "exception"
        return is_exception or bool(MATCH["continues"](text) or MATCH["caret"](text))

    def _continues_indented(self, line: Line) -> bool:
        """Tell of a line that begins with a blank or a tab whether it belongs to the event."""
        text = line.text
        if MATCH["apart"](text):
            return False
        if not self.is_after_blank:
            return True
        if line.level and text[0] == " ":
            return False
        if not self.level:
            return self.style.is_uniform
        # A logger's line of little weight is followed by other output rather than by more of its message.
        return not self.head.is_strong or self.level in GRAVE or self.style.is_uniform

    def _continues_plainly(self, line: Line) -> Union[bool, str]:
        """Tell of a line that has neither a level nor a form whether it belongs to the event right before it."""
        self.next_block = block_of(line)
        if self.next_block:
            return False
        head = self.head
        if head.rule == "time" and self.style.has_times:
            return True
        if (":  " in head.text and MATCH["postgres"](head.text)) or self._announces(line):
            return True
        if self._is_open_message():
            return True
        if self._is_of_logger(line):
            return True
        is_next_decisive = bool(self.level) and (self.block == "exception" or not self.head.is_strong)
        return "wait" if is_next_decisive and not self._is_held() else False

    def _is_of_logger(self, line: Line) -> bool:
        """Tell whether only a logger's message can have such a line.

        Below WARN it has the level of its stream: the last words of a program that fails often follow its INFO.
        """
        is_like_head = line.text[0] == "["
        is_text = self.head.is_strong and self.head.rule != "JSON"
        return is_text and self.level in GRAVE and self.style.is_uniform and not is_like_head

    def _announces(self, line: Line) -> bool:
        """Tell whether the line before ended with a colon, or both are items of a list."""
        last = self.last.rstrip()
        if self._is_held() or not self.level:
            return False
        return last.endswith(":") or bool(MATCH["list item"](line.text) and MATCH["list item"](last))

    def _is_open_message(self) -> bool:
        """Tell whether the message begins below the head; blank lines are part of it where only a logger writes."""
        head = self.head
        is_empty = bool(head.level and head.end) and head.text[head.end :].strip() in ("", ":")
        return is_empty and (self.style.is_uniform or (not self.is_after_blank and head.text.rstrip().endswith(":")))

    def _is_exception(self, line: Line) -> bool:
        """Tell whether a line is the exception that the error before it was logged with."""
        form = "qualified exception" if self.is_after_blank else "exception"
        is_error = self.level == "ERROR" and self.head.is_strong
        return is_error and line.rule == "text" and bool(MATCH[form](line.text))

    def _is_held(self) -> bool:
        return bool(self.waiting) and any(waiting.rule != "blank" for waiting in self.waiting)


class _Style:
    """How a stream looks: whether each of its events has begun as a logger's lines do."""

    def __init__(self) -> None:
        self.has_times = False
        self.has_text = False  # a line with neither a level nor a time
        self.heads = 0
        self.has_low_levels = False  # below WARN: what writes them writes more than its errors
        self.is_settled = False  # another line of a logger changes nothing,
        self.is_known = False  # nor does one with a time

    @property
    def is_uniform(self) -> bool:
        """Tell whether a logger alone writes to the stream, so that any other line is one of its message's."""
        return self.is_settled and not self.has_text

    def note(self, line: Line) -> None:
        """Take the first line of an event into account."""
        if line.rule in TIMED:
            self.has_times = True
        elif not line.level:
            self.has_text = True
        if line.is_strong:
            self.heads += 1
            self.has_low_levels |= line.level not in GRAVE
            self.is_settled = self.has_low_levels and self.heads >= HEADS_OF_A_LOGGER
            self.is_known = self.is_settled and self.has_times
