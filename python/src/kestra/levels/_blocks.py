"""The kinds of events whose lines have rules of their own: how each begins, and how it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _rules as rules
from ._lines import LEVELS, Matchers

if TYPE_CHECKING:
    from typing import Callable, Optional

    from ._events import Grouping
    from ._lines import Line

MATCH = Matchers(rules.EVENTS)
_ANYWHERE = ".*(?:Exception|Error)(?:: |$)"  # the one head that may be far from the start of a line
_HEADS = Matchers({**rules.BLOCKS, "any": "|".join(rules.BLOCKS.values())})
_HEADS.patterns["near"] = _HEADS.patterns["any"].replace(f"|{_ANYWHERE}", "")
_BOXED = {"Error": "ERROR", "Warning": "WARN"}
_UNDECIDED = ("node place", "source place", "statement")
_STATEMENT_LIMIT = 200  # lines
_TRANSLATED = {word: level for level, words in rules.TRANSLATIONS.items() for word in words}


def block_of(line: Line) -> str:
    """Return the kind of an event that a line begins, or nothing."""
    if line.rule == "Erlang":
        return "paragraph"
    return block_of_text(line.text)


def block_of_text(text: str) -> str:
    """Return the kind of an event that begins with a text, whatever its level."""
    if not _HEADS["any" if "Error" in text or "Exception" in text else "near"](text):
        return ""
    return next(name for name in rules.BLOCKS if _HEADS[name](text))


def continues_block(group: Grouping, line: Line) -> Optional[bool]:
    """Tell whether an event goes on with a line, by the rules of its kind; None leaves that to the rules for all."""
    kind = _KINDS.get(group.block)
    return kind(group, line) if kind else None


def is_undecided(group: Grouping) -> bool:
    """Tell whether the lines that are held are only an event if a later line, which has not come, is its error."""
    return not group.level and group.block in _UNDECIDED


def level_in_second_line(text: str) -> str:
    """Return the level of a second line, whose first word it is, in the language of the user."""
    word = text.partition(": ")[0]
    return _TRANSLATED.get(word) or (LEVELS.get(word.lower(), "") if word.isupper() else "")


# How the lines of each kind go on; None leaves the decision to what holds for all.


def _node_place(group: Grouping, line: Line) -> Optional[bool]:
    """Node shows where an error was thrown: the place, the source, a caret, and then the error."""
    if group.count == 0:
        return not (group.is_after_blank or line.is_strong)
    if group.count == 1:
        if not MATCH["caret"](line.text):
            return False
        group.level = "ERROR"
        return True
    if line.text.startswith("Node.js v"):
        group.block = "exception"
    return bool(group.level)


def _next_line(group: Grouping, line: Line) -> Optional[bool]:
    """Java's own logging has the level in the second line, in the language of its user."""
    if group.count > 0 or group.is_after_blank:
        return None
    level = level_in_second_line(line.text)
    if not level:
        return None
    group.level = level
    group.head = group.head._replace(rule="time", is_strong=True)
    return True


def _source_place(group: Grouping, line: Line) -> Optional[bool]:
    """OCaml shows where an error is: the place, the source, a caret, and then the error."""
    text = line.text
    for level, form in (("ERROR", "source error"), ("WARN", "source warning")):
        if MATCH[form](text):
            group.level, group.block = level, ""
            return True
    return not line.is_strong and bool(MATCH["source line"](text) or MATCH["caret"](text))


def _statement(group: Grouping, line: Line) -> Optional[bool]:
    """MariaDB shows the statement that failed between two lines of dashes, and then its error."""
    if MATCH["statement error"](line.text):
        group.level, group.block = "ERROR", ""
        return True
    return not (line.is_strong or line.level or group.is_after_blank) and group.count < _STATEMENT_LIMIT


def _box(group: Grouping, line: Line) -> Optional[bool]:
    """Terraform frames a diagnostic, whose first word is its level."""
    if group.count == 0:
        group.level = next((level for word, level in _BOXED.items() if line.text.startswith(f"│ {word}: ")), "")
    return bool(group.level) and line.text.startswith(("│", "╵"))


def _ansible(group: Grouping, line: Line) -> Optional[bool]:
    """Ansible wraps its message, and behind blank lines shows the place, and each cause in the same way."""
    text = line.text
    if line.is_strong or MATCH["ansible apart"](text):
        return False
    if not group.is_after_blank or text[0] in " \t" or MATCH["ansible"](text):
        return True
    # The message comes again, up to its first cause.
    is_again = group.head.text.partition("]: ")[2].startswith(text[:-1] if text[-1] == "." else text)
    return is_again or bool(MATCH["ansible cause"](group.last))


def _python(group: Grouping, line: Line) -> Optional[bool]:
    text = line.text
    is_inner = text[0] in " \t" and not MATCH["python last"](text)
    if is_inner or text.startswith("Traceback") or MATCH["python again"](text) or MATCH["python box"](text):
        return True
    if MATCH["python last"](text) and not (line.is_strong and ": " not in text):
        group.block = "python done"
        return True
    return not line.is_strong


def _python_done(group: Grouping, line: Line) -> Optional[bool]:
    if not MATCH["python again"](line.text):
        return None
    group.block = "python"
    return True


def _go(_: Grouping, line: Line) -> Optional[bool]:
    return True if MATCH["go"](line.text) else None


def _rust(group: Grouping, line: Line) -> Optional[bool]:
    return True if (group.count == 0 and not group.is_after_blank) or MATCH["rust"](line.text) else None


def _r(group: Grouping, line: Line) -> Optional[bool]:
    if group.is_after_blank:
        return None
    return True if (group.count == 0 and not line.is_strong) or MATCH["r"](line.text) else None


def _paragraph(group: Grouping, line: Line) -> Optional[bool]:
    """An event of Erlang's or webpack's ends with a blank line."""
    return None if group.is_after_blank or line.is_strong else True


def _trace(group: Grouping, line: Line) -> Optional[bool]:
    """Node's stack without an error is a heading and lines behind blanks, whatever the level of the heading."""
    return True if line.text.startswith("    at ") and not group.is_after_blank else None


def _tabs(_: Grouping, line: Line) -> Optional[bool]:
    """Lua's stack is a heading and lines behind tabs, whatever the level of the heading."""
    return True if line.text[0] == "\t" else None


def _lisp(group: Grouping, line: Line) -> Optional[bool]:
    if line.text.startswith("unhandled condition in"):
        group.block = ""
    return True


_KINDS: dict[str, Callable[[Grouping, Line], Optional[bool]]] = {
    "node place": _node_place,
    "next line's level": _next_line,
    "source place": _source_place,
    "statement": _statement,
    "box": _box,
    "ansible": _ansible,
    "python": _python,
    "python done": _python_done,
    "go": _go,
    "rust": _rust,
    "r": _r,
    "paragraph": _paragraph,
    "lisp": _lisp,
    "trace": _trace,
    "lua": _tabs,
}
