"""The lines that belong together: a stack trace, a framed diagnostic, a message of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ._blocks import MATCH, block_of, continues_block
from ._lines import Line

if TYPE_CHECKING:
    from typing import Union

BLANK_LIMIT = 100  # blank lines after which an event has ended
EVENT_LIMIT = 65_536  # characters of an event that are held; a longer one is sent in parts

_TRACEBACK = "Traceback (most recent call last):"


class Group(NamedTuple):
    """The lines of an event, or a part of them."""

    level: str  # "" where no rule is sure
    lines: list[Line]


class Grouping:
    """The event that is open, and lines after it of which the next one tells whether they belong to it."""

    def __init__(self) -> None:
        self.head = Line("", "", "blank", False)
        self.level = ""
        self.lines: list[Line] = []  # those that have not been sent
        self.size = 0  # of these, in characters
        self.waiting: list[Line] = []
        self.is_after_blank = False
        self.count = 0  # of the lines after the first
        self.block = ""  # the kind of an event with rules of its own
        self.is_open = False
        self.has_times = False  # the stream has shown a line with a time

    @property
    def is_holding(self) -> bool:
        """Tell whether lines wait for the next one."""
        return bool(self.lines or self.waiting)

    def take(self, line: Line) -> list[Group]:
        """Take the next line, and return the events that are complete with it."""
        if line.rule == "blank":
            return self._take_blank(line)
        if self.is_open and (self.block or not line.is_strong or line.text[0] == "\t"):
            answer = self._continues(line)
            if answer == "wait":
                self.waiting.append(line)
                return []
            if answer:
                return self._add(line)
        done = self.close()
        if line.rule == "time":
            self.has_times = True
        self.head, self.level, self.lines, self.size, self.count = line, line.level, [line], len(line.text), 0
        self.is_open, self.is_after_blank = True, False
        self.block = block_of(line)
        return done

    def go_on(self, text: str) -> list[Group]:
        """Take another part of the last line, and return what is held."""
        return self._add(Line(text, "", "part", False)) + self.flush()

    def flush(self) -> list[Group]:
        """Return what is held; lines that follow still have the level of the event."""
        if not self.waiting:
            done = [Group(self.level, self.lines)] if self.lines else []
            self.lines = []
            self.size = 0
            return done
        done = [Group(self.level, self.lines)] if self.lines else []
        # Blank lines after an event only set it apart from the next.
        is_plain = not self.level
        done += [Group("", [line]) for line in self.waiting if is_plain or line.rule != "blank"]
        self.lines, self.waiting, self.size = [], [], 0
        return done

    def close(self) -> list[Group]:
        """Return what is held: the event has ended."""
        self.is_open = False
        if self.block == "node place" and not self.level:  # a path alone, and what stood below it
            done = [Group("", [line]) for line in self.lines]
            self.lines = []
            return done + self.flush()
        return self.flush()

    def _take_blank(self, line: Line) -> list[Group]:
        self.is_after_blank = True
        if not self.is_open:
            return []
        self.waiting.append(line)
        return self.close() if len(self.waiting) > BLANK_LIMIT else []

    def _add(self, line: Line) -> list[Group]:
        self.lines += [*self.waiting, line]
        self.size += len(line.text) + sum(len(waiting.text) for waiting in self.waiting)
        self.waiting = []
        self.is_after_blank = False
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
        if self.level and not is_after_blank and text.startswith(_TRACEBACK):
            self.block = "python"
            return True
        if not self.level and self.head.rule != "time":
            return False
        if text[0] in " \t" and (self.level or not is_after_blank):
            if line.level and text[0] == " " and is_after_blank:
                return False
            return not MATCH["apart"](text)
        if MATCH["continues"](text) or MATCH["caret"](text) or (self._is_held() and text.startswith("\tat ")):
            return True
        if self._is_exception(line):
            self.block = "exception"
            return True
        if line.level or is_after_blank:
            return False
        return self._continues_plainly()

    def _continues_plainly(self) -> Union[bool, str]:
        """Tell of a line that has neither a level nor a form whether it belongs to the event right before it."""
        if self.head.rule == "time" and self.has_times:
            return True
        if MATCH["postgres"](self.head.text):
            return True
        if self.head.end and self.head.text[self.head.end :].rstrip() == ":":  # the message begins in the next line
            return True
        is_next_decisive = bool(self.level) and (self.block == "exception" or not self.head.is_strong)
        return "wait" if is_next_decisive and not self._is_held() else False

    def _is_exception(self, line: Line) -> bool:
        """Tell whether a line is the exception that the error before it was logged with."""
        form = "qualified exception" if self.is_after_blank else "exception"
        is_error = self.level == "ERROR" and self.head.is_strong
        return is_error and line.rule == "text" and bool(MATCH[form](line.text))

    def _is_held(self) -> bool:
        return bool(self.waiting) and any(waiting.rule != "blank" for waiting in self.waiting)
