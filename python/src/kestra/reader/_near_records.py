"""Explains lines that were meant to be records but that Kestra shows as text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ._columns import bracket_depth
from ._launchers import switch_for
from ._model import Problem

_QUOTES = "\"'`\u2018\u2019\u201c\u201d"
_MEMBER = r"(?:outputs?|metrics?|logs?|assets?|otlp)"
_PAYLOAD = re.compile(rf"\{{[ \t]*\\*[{_QUOTES}]{_MEMBER}\\*[{_QUOTES}]\s*:", re.IGNORECASE)
_UNQUOTED = re.compile(rf"[ \t]*:+[ \t]*(?=\{{[ \t]*{_MEMBER}[ \t]*:)", re.IGNORECASE)  # as JavaScript shows an object
_RECORD = re.compile(r'::(?=\{[ \t]*["}])')  # whatever its members are
_UP_TO_LAST_END = re.compile(r".*\}(?=[ \t]*::)", re.DOTALL)
_CONTROL_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
# A trace of a shell or of make, the source line of a traceback or a diff: the record is the argument of a command.
_PRINT_COMMAND = re.compile(
    r"""(?:^|[^\w-])(?:
        (?:echo|printf|print|Write-(?:Output|Host))(?:\s+(?:-\S+|'[^']*'|"[^"]*"))*\s+\$?['"]?
      | (?:console\.)?(?:echo|print\w*!?|log|trace|debug|info|warn\w*|error|puts|say|write\w*|format|outputs)
        \(\s*[A-Za-z]{0,2}['"`]{1,3}
    )$""",
    re.VERBOSE,
)
_TRACED_ASSIGNMENT = re.compile(r"(?:^|[\s:>\])])(?!(?:event|msg|message)=)[A-Za-z_]\w*='$")
_LOG_PREFIX = re.compile(
    r"\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|SEVERE)\b|\d\d:\d\d|\d{4}-\d\d-\d\d|^\[[^\]]*\]",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"[ \t]*::(?P<name>[A-Za-z_][\w.-]*)(?P<properties>[ \t][^:]*)?::(?P<value>.*)", re.DOTALL)
_COMMANDS_FOR_DATA = ("set-output", "set_output", "output", "outputs", "metric", "metrics", "counter", "gauge", "timer")
_COMMANDS_OF_GITHUB = (
    *("error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "add-matcher", "remove-matcher"),
    *("save-state", "set-env", "add-path", "stop-commands", "echo"),
)
_JSON_VALUE = re.compile(
    r'[ \t]*(?:-?[0-9][0-9.eE+-]*|".*"|\{.*\}|\[.*\]|true|false|null)[ \t]*(?:::)?[ \t]*', re.DOTALL
)
_WITHOUT_OBJECT = re.compile(r"""[ \t]*::[ \t]*(?:["']?[\w.-]+["']?[ \t]*=(?!=)|\[[ \t{]*["'])[^\0]+::[ \t]*""")
_WITHOUT_BRACES = re.compile(rf"[ \t]*::[ \t]*[\"']?{_MEMBER}[\"']?[ \t]*[:=][ \t]*[\[{{\"'\w]", re.IGNORECASE)
_WIDE_COLONS = re.compile(r"[ \t]*[:\uff1a]{1,2}[ \t]*(?<!::)\{[ \t]*[\"'\u201c]")
_JSON_IN_QUOTES = re.compile(r"""[ \t]*::[ \t]*["']\{.*\}["'][ \t]*::[ \t]*""", re.DOTALL)
_SPLIT_COLONS = re.compile(rf"[ \t]*:[ \t]+:[ \t]*\{{[ \t]*[{_QUOTES}]{_MEMBER}[{_QUOTES}]", re.IGNORECASE)
_FIRST_MEMBER = re.compile(rf"\s*[{_QUOTES}]?{_MEMBER}[{_QUOTES}]?\s*:", re.IGNORECASE)

_NO_WHITE_SPACE = 'print ::{"outputs":{…}}:: without white space around the JSON'
_ONE_LINE = "print the record on one line: `jq -c .` makes JSON compact"


@dataclass(frozen=True)
class _Frame:
    """A payload in a line, and the text around it."""

    text: str
    start: int  # of the JSON
    end: int  # the index after its last brace

    @property
    def before(self) -> str:
        """The text before the colons."""
        return self.text[: self.start].rstrip(" \t").rstrip(":")

    @property
    def colons(self) -> int:
        return len(self.text[: self.start].rstrip(" \t")) - len(self.before)

    @property
    def has_gap(self) -> bool:
        return self.text[self.start - 1 : self.start] in (" ", "\t")

    @property
    def after(self) -> str:
        """The text after the closing colons."""
        return self.text[self.end :].lstrip(" \t").lstrip(":")

    @property
    def end_colons(self) -> int:
        return len(self.text[self.end :].lstrip(" \t")) - len(self.after)

    @property
    def has_end_gap(self) -> bool:
        return self.text[self.end : self.end + 1] in (" ", "\t")

    @property
    def is_meant(self) -> bool:
        """Distinguish a record with a mistake from a log line that shows JSON after a colon."""
        if self.end_colons >= 2:
            return True
        if self.colons < 2:
            return self.colons == 1 and self.end_colons == 1 and not self.before.strip()
        if _is_github_command(self.text):
            return False
        return self.end_colons == 1 or not (self.has_gap and self.before.strip())

    @property
    def is_shown_by_a_command(self) -> bool:
        """Tell whether the line shows a command that prints the record, as `set -x` and tracebacks do."""
        before = self.before[-200:]
        if _TRACED_ASSIGNMENT.search(before) and self.after == "'":
            return True
        return self.before.lstrip().startswith("+") or bool(_PRINT_COMMAND.search(before))


def near_record(text: str) -> Problem | None:
    """Return why Kestra reads a line that was meant to be a record as text, or None for ordinary text."""
    if ":" not in text and "\uff1a" not in text:
        return None
    frame = _frame(text)
    if frame is not None and frame.is_shown_by_a_command:
        return None
    if frame is not None and frame.is_meant:
        return _quoted(frame) or _wrong_start(frame) or _wrong_end(frame)
    return _wrong_colons(text) or _command(text) or _coloured(text)


def continues_record(text: str, previous: str) -> Problem | None:
    """Return the problem of a record whose JSON begins on the previous line, which is just `::{`."""
    if re.fullmatch(r"\s*::\s*\{\s*", previous) and _FIRST_MEMBER.match(text):
        return _misread("the record begins on the line before", 1, _ONE_LINE)
    return None


def _wrong_colons(text: str) -> Problem | None:
    if _SPLIT_COLONS.match(text):
        return _misread("white space between two colons", 1, _NO_WHITE_SPACE)
    if "\uff1a" in text and _WIDE_COLONS.match(text):
        return _misread("the colons are full-width", text.index("\uff1a") + 1, "type :: on an English keyboard")
    return None


def _coloured(text: str) -> Problem | None:
    """Return the problem of a record with control sequences between its parts, as `jq -C` prints them."""
    if "\x1b" in text and _RECORD.match(_CONTROL_SEQUENCE.sub("", text).strip()):
        return _misread("colour codes stand in the record", text.index("\x1b") + 1, "print it without colours")
    return None


def _misread(reason: str, column: int, remedy: str) -> Problem:
    return Problem("misread", f"{reason}, so Kestra shows it as text", column, remedy)


def _frame(text: str) -> _Frame | None:
    payload, unquoted = _PAYLOAD.search(text), _UNQUOTED.match(text)
    record = None if payload or unquoted else _RECORD.search(text)
    if payload is not None:
        start = payload.start()
    elif unquoted is not None:
        start = unquoted.end()
    elif record is not None and text.find("}::", record.end()) >= 0:
        start = record.end()
    else:
        return None
    closing = _UP_TO_LAST_END.match(text, start)
    end = closing.end() if closing else text.rfind("}", start) + 1 or len(text)
    return _Frame(text, start, end)


def _quoted(frame: _Frame) -> Problem | None:
    """Return the problem of a record that is printed as a quoted string."""
    before = frame.before.rstrip("\\")
    if not before.endswith(tuple(_QUOTES)):
        return None
    reason, remedy = "record is inside quotes", "print it without quotes"
    if re.fullmatch(r'\s*\[\d+\] ["\']', before):
        remedy = "in R print it with cat() or writeLines(), which add no quotes"
    elif before.endswith(("b'", 'b"')):
        remedy = "decode the bytes before you print them"
    elif re.search(r'["\'][\w.-]+["\']\s*:\s*\[?\s*["\']$', before) or re.search(r'^\s+["\']$', before):
        reason = "record is inside a JSON string"
        remedy = "Ansible and loggers of JSON quote what they print: write it to a file, and `cat` that file afterwards"
    elif _LOG_PREFIX.search(before) or before.rstrip(_QUOTES).endswith("="):
        remedy = "print it, do not log it"
    return _misread(reason, len(before), remedy)


def _wrong_start(frame: _Frame) -> Problem | None:
    start = ":" * frame.colons + "{"
    if frame.before.endswith("\\"):
        return _misread("backslashes stand before the braces", len(frame.before), "print the record without them")
    if frame.colons < 2 or (frame.colons > 2 and not frame.before):
        return _misread(f'record starts with "{start}"', len(frame.before) + 1, "start the line with ::{")
    if frame.has_gap:
        return _misread("white space between :: and {", frame.start, _NO_WHITE_SPACE)
    if frame.before:
        return _misread("record does not start at column 1", frame.start - 1, _remedy_before(frame.before))
    return None


def _remedy_before(before: str) -> str:
    visible = _CONTROL_SEQUENCE.sub("", before)
    if len(visible) == 1 and not visible.isascii() and not visible.isprintable() and visible != "\ufeff":
        return f"remove the invisible character U+{ord(visible):04X} before it"
    if "\ufeff" in visible:
        return "remove the byte order mark (U+FEFF): write UTF-8 without it"
    if not visible.strip():
        return "print it without colours" if visible != before else "remove the white space before it"
    if re.fullmatch(r"-[neE]+\s+", before):
        return "use printf '%s\\n' in place of echo: this shell's echo prints its options"
    if before.endswith(("\\n", "\\r")):
        return f"{before[-2:]} ends no line here: use printf, or print the record by a command of its own"
    switch = switch_for(visible)
    if switch is not None:
        return switch
    if re.search(r"%\||\d ?%|\.\.\.? ?$", before):
        return "end the line before it: a progress bar or a prompt has left it open"
    if _LOG_PREFIX.search(before):
        return "print it, do not log it: the line must hold the record alone"
    return "print the record alone on its line, from its first column"


def _wrong_end(frame: _Frame) -> Problem | None:
    if frame.end_colons == 0 and bracket_depth(frame.text[frame.start :].replace('\\"', '"')) > 0:
        return _misread("the JSON does not end on this line", frame.start + 1, _ONE_LINE)
    if frame.end_colons < 2 or (frame.end_colons > 2 and not frame.after):
        return _misread(f'record ends with "}}{":" * frame.end_colons}"', frame.end, "end the line with }::")
    if frame.has_end_gap:
        return _misread("white space between } and ::", frame.end + 1, _NO_WHITE_SPACE)
    return _wrong_after(frame) if frame.after else None


def _wrong_after(frame: _Frame) -> Problem:
    remedy = "end the line after the record: `printf '%s\\n'`, not `printf '%s'`"
    if not frame.after.strip():
        remedy = "remove the white space after it"
    elif not _CONTROL_SEQUENCE.sub("", frame.after).strip():
        remedy = "print it without colours"
    elif frame.after.startswith(("\\n", "\\r")):
        remedy = f"{frame.after[:2]} ends no line here: use printf, or print the record by a command of its own"
    return _misread("text follows the record", len(frame.text) - len(frame.after) + 1, remedy)


def _is_github_command(text: str) -> bool:
    command = _COMMAND.match(text)
    return bool(command and command["name"].lower() in _COMMANDS_OF_GITHUB)


def _command(text: str) -> Problem | None:
    """Return the problem of data in a form of another tool's, such as ``::set-output name=rows::3``."""
    if "::" not in text:
        return None
    command = _COMMAND.match(text)
    is_data = False
    if command and not _is_github_command(text):
        value = command["value"]
        is_data = bool(_JSON_VALUE.fullmatch(value))
        if command["name"].lower() in _COMMANDS_FOR_DATA:
            is_data = is_data or bool(command["properties"]) or bool(re.match(r"[ \t]|[\w.-]+[=:](?!:)", value))
    is_framed = text.rstrip().endswith("::")
    if is_framed and _JSON_IN_QUOTES.fullmatch(text):
        return _misread(
            "the JSON is inside quotes", text.index("::") + 3, "encode it once, and print it without quotes"
        )
    if is_data or _WITHOUT_BRACES.match(text) or (is_framed and _WITHOUT_OBJECT.fullmatch(text)):
        reason = "a line that starts with :: is a record only as ::{…}::"
        return _misread(reason, text.index("::") + 1, 'print ::{"outputs":{"name":value}}::')
    return None
