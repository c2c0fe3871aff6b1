"""What the rules tell of one line: its level, by which rule, and where in the line the level is."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from . import _rules as rules
from ._json import LEVELS, json_entry

if TYPE_CHECKING:
    from typing import Any, Callable, Optional

    from ._json import Entry

    # A level, its rule, and where it is in the text. A tuple without names, as one is made for each line.
    _Found = tuple[str, "_Rule", int, int]

__all__ = ["LEVELS", "Line", "Matchers", "read_line"]


class Matchers(dict[str, "Callable[..., Optional[re.Match[str]]]"]):
    """Functions that match patterns, by name: each is compiled when it is needed, as most programs need few of them."""

    def __init__(self, patterns: dict[str, str]) -> None:
        super().__init__()
        self.patterns = patterns

    def __missing__(self, name: str) -> Callable[..., Optional[re.Match[str]]]:
        """Compile a pattern."""
        match = self[name] = re.compile(self.patterns[name]).match
        return match


class Line(NamedTuple):
    """A line without colours, and what the rules tell of it."""

    text: str
    level: str  # "" where no rule is sure
    rule: str  # its name, "text" for rules without one, "blank" for a line of white space
    is_strong: bool  # the line begins an event, whatever is before it
    start: int = 0  # of the level in the text, or 0
    end: int = 0  # of the level, or of what comes before the message


class _Rule:
    """A pattern with a level of its own; or a word between two patterns, whose level is looked up."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.name: str = given.get("name", "text")
        self.level: str = given.get("level", "")
        self.is_head: bool = given.get("head", False)  # the match is no part of the message
        self.is_strong: bool = given.get("strong", False)
        case: str = given.get("case", "")
        self.is_upper = case.endswith("upper")
        self.is_lower = case == "lower"
        self.is_first = case.startswith("first")
        self.is_letter = case == "letter"
        self.levels = {word: LEVELS[word] for word in given["words"].split()} if "words" in given else LEVELS
        self.pattern: str = given["pattern"] if self.level else f"{given['before']}({self._word()}){given['after']}"
        self.line: str = given.get("line", "")
        self.starts: str = given.get("starts", "")  # pairs of first and last characters; nothing where any may begin it
        self.has_colon: bool = given.get("colon", False)
        self.known: dict[str, str] = {}  # the level of words that have been found

    @cached_property
    def match(self) -> Callable[..., Optional[re.Match[str]]]:
        """Match this rule alone."""
        return re.compile(self.pattern).match

    def may_fit(self, first: str, *, has_colon: bool) -> bool:
        """Tell whether the pattern can fit a text with that first character after its blanks."""
        if self.has_colon and not has_colon:
            return False
        return not self.starts or any(low <= first <= high for low, high in zip(self.starts[::2], self.starts[1::2]))

    def _word(self) -> str:
        """Return the pattern of the word: the narrower it is, the less often another rule has to be tried."""
        if self.is_letter:
            return "[A-Z]"
        if self.levels is LEVELS:
            return "[A-Z]+" if self.is_upper else "[A-Za-z]+"
        words = "|".join(sorted(self.levels, reverse=True))
        return words.upper() if self.is_upper else words if self.is_lower else f"(?i:{words})"

    def found(self, text: str, match: re.Match[str], group: int) -> Optional[_Found]:
        """Return what a match of the pattern tells; its word is in that group."""
        if self.level:
            return self.level, self, 0, match.end() if self.is_head else 0
        word = match[group]
        if self.is_letter:
            return (_LETTERS[word], self, 0, match.end()) if word in _LETTERS else None
        level = self.levels.get(word if self.is_lower else word.lower())
        if level is None or (self.is_upper and not word.isupper()):
            return None
        start, end = match.span(group)
        if level != "DEBUG":
            self.known[word] = level
        elif text.startswith("-4", end):
            level = "TRACE"  # Go's slog, below its DEBUG
        return level, self, start, end


class _Rules:
    """Rules in the order in which they are tried, as one expression: where that does not match, none of them does."""

    def __init__(self, given: list[_Rule]) -> None:
        self.rules = given
        # Each rule has one group: the word, or nothing at its end. Python skips an alternative by its first character,
        # but not one that begins with a group that is kept.
        self.patterns = [f"(?:{rule.pattern})()" if rule.level else rule.pattern for rule in given]

    @cached_property
    def match(self) -> Callable[..., Optional[re.Match[str]]]:
        """Match the first rule that fits; compiled when it is needed, as most programs need few of the expressions."""
        return re.compile("|".join(self.patterns)).match

    def read(self, text: str, position: int = 0) -> Optional[_Found]:
        """Return what the first rule tells that fits at a position."""
        match = self.match(text, position)
        return self.found(text, position, match) if match is not None else None

    def found(self, text: str, position: int, match: re.Match[str]) -> Optional[_Found]:
        """Return what the first rule tells that fits, of which this is a match, or one after it."""
        first = match.lastindex or 0
        rule = self.rules[first - 1]
        level = rule.known.get(match[first])
        if level is not None:
            return level, rule, match.start(first), match.end(first)
        found = rule.found(text, match, first)
        if found is not None:
            return found
        for rule in self.rules[first:]:  # the word of the first one is no level
            other = rule.match(text, position)
            found = rule.found(text, other, 1) if other else None
            if found is not None:
                return found
        return None


_OFTEN = 50  # lines
_STARTS_LIMIT = 500


class _RulesByStart(_Rules):
    """Rules of which those that can fit are tried alone, by the first character of a text and whether it has a colon.

    That takes half the time; compiling them takes some, too, and so is done where a start has come often.
    """

    def __init__(self, given: list[_Rule]) -> None:
        super().__init__(given)
        self.counts: dict[tuple[str, bool], int] = {}
        self.by_start: dict[tuple[str, bool], Callable[[str], Optional[_Found]]] = {}

    def read(self, text: str, position: int = 0) -> Optional[_Found]:
        """Return what the first rule tells that fits."""
        start = text[0], ":" in text
        read = self.by_start.get(start)
        return read(text) if read is not None else self._read_rare(text, start, position)

    def _read_rare(self, text: str, start: tuple[str, bool], position: int) -> Optional[_Found]:
        if start[0] not in " \t" and len(self.counts) < _STARTS_LIMIT:
            count = self.counts[start] = self.counts.get(start, 0) + 1
            if count == _OFTEN:
                self.by_start[start] = self._rules_for(*start)
        return super().read(text, position)

    def _rules_for(self, first: str, has_colon: bool) -> Callable[[str], Optional[_Found]]:  # noqa: FBT001
        byte = chr(first.encode(errors="replace")[0])  # what the guards know of a character of several bytes
        rules = [rule for rule in self.rules if rule.may_fit(byte, has_colon=has_colon)]
        return _Rules(rules).read if rules else _nothing


def _nothing(_: str) -> Optional[_Found]:
    return None


_LETTERS = {letter: level for level, letters in rules.LETTERS.items() for letter in letters.split()}
# Every time that `timed` knows begins with a digit or the name of a day or a month.
_MAY_BE_TIMED = re.compile(r"[ \[(<]*(?:[0-9]|[A-Z][a-z][a-z],? )").match
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"').sub
_TOKENS = 6
_PLACES = [_Rule(place) for place in rules.PLACES]
_FIRST_PLACES = _Rules(_PLACES)
_NEXT_PLACES = _Rules([place for place in _PLACES if not place.is_first])
_ALL = [_Rule(rule) for rule in rules.RULES]
_PAIRS = next(rule for rule in _ALL if rule.line)
_UNPAIRED = _RulesByStart([rule for rule in _ALL if rule is not _PAIRS])
_BEFORE_PAIRS = _Rules(_ALL[: _ALL.index(_PAIRS)])
_AFTER_PAIRS = _Rules(_ALL[_ALL.index(_PAIRS) + 1 :])
_ANY_LEVEL_PAIR = re.compile(_PAIRS.pattern).search
_MATCH = Matchers(
    {
        **rules.PATTERNS,
        "detail": rules.EVENTS["detail"],
        "line of pairs": _PAIRS.line,
        "pair": f"(?:^|(?:[^ ]* )*?){_PAIRS.pattern}",
    }
)


def compile_rules() -> None:
    """Compile the expressions that most lines need, which happens at the first line otherwise."""
    for line in ("10:00:00 INFO a", "b"):
        read_line(line)


def read_line(text: str, json_entry: Callable[[str], Optional[Entry]] = json_entry) -> Line:
    """Apply the rules to a line; a line of JSON becomes its message."""
    if not text or text.isspace():
        return Line(text, "", "blank", False)
    if text[0] == "{" and text.rstrip()[-1] == "}":
        entry = json_entry(text)
        if entry is not None and entry[0]:
            return Line(entry[1], entry[0], "JSON", True)
    timed = _timed(text) if text[0] < "a" and _MAY_BE_TIMED(text) else None
    if timed is not None and timed.level:
        return timed
    if "=" in text and _ANY_LEVEL_PAIR(text):
        found = _BEFORE_PAIRS.read(text) or _pairs(text) or _AFTER_PAIRS.read(text)
    else:
        found = _UNPAIRED.read(text)
    if found is not None:
        level, rule, start, end = found
        return Line(text, level, rule.name, rule.is_strong, start, end)
    return timed or Line(text, "", "", False)


def _timed(text: str) -> Optional[Line]:
    """Look for a level behind a time, at most some tokens away; None where the line does not begin with a time."""
    start = _MATCH["timed"](text)
    if start is not None:
        position = start.end()
    elif _MATCH["elapsed"](text):
        position = text.index("[")
    else:
        return None
    places, match_token = _FIRST_PLACES, _MATCH["token"]
    for _ in range(_TOKENS):
        match = places.match(text, position)
        found = places.found(text, position, match) if match is not None else None
        if found is not None:
            # Without an end, the level is a part of the message.
            return Line(text, found[0], "time", True, found[2], found[3] or position)
        token = match_token(text, position)
        if token is None:
            break
        position = token.end()
        is_set_apart = text[position - 1] in "])" or text[position - 1] > "~"  # by a sign such as \u203a
        places = _FIRST_PLACES if is_set_apart else _NEXT_PLACES
    if start is None or text.startswith("  "):  # as in a table of times
        return None
    is_detail = ":  " in text and _MATCH["detail"](text) is not None  # of the message before it, in PostgreSQL's log
    return Line(text, "", "time", not is_detail, 0, start.end())


def _pairs(text: str) -> Optional[_Found]:
    """Look for a level among pairs of key=value, outside quotes."""
    if not _MATCH["line of pairs"](text):
        return None
    bare = _QUOTED(lambda quoted: quoted[0] if " " not in quoted[0] else "_" * len(quoted[0]), text)
    match = _MATCH["pair"](bare)
    return _PAIRS.found(bare, match, 1) if match else None
