"""The wire layer: levels, messages and lines.

Everything here is pure; what a line may hold, and why, is specified in `conformance/SPECIFICATION.md`.
Only what carries data imports `_json`: one more file costs a script that logs 0.3 ms.
"""

# CPython loads both at its start, but neither `collections.abc` nor `json`.
from _collections_abc import Mapping

try:
    import _json as encoder
except ImportError:
    from . import _pypy as encoder  # type: ignore[no-redef]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, Union

    Line = Union[str, bytearray]

json_string = encoder.encode_basestring_ascii  # text as a JSON string of printable ASCII, by CPython's C code
make_encoder = encoder.make_encoder

LEVELS = {name: name for name in ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")}
LEVELS.update(WARNING="WARN", CRITICAL="ERROR", FATAL="ERROR")

# Kestra cuts a message after so many UTF-16 units, even through a surrogate pair, which it then cannot store.
MESSAGE_UNITS = 15_360
HALF = MESSAGE_UNITS // 2  # characters; a text up to this length is never too long in UTF-16
BLOCK = 1 << 18  # characters of a long line that become bytes together
LONG = 600  # characters from which it pays to look first for anything to escape
_CONTROLS = bytes(range(32)) + b"\x7f"
# Kestra counts a timer in nanoseconds of 64 bits, 9,223,372,036 s at most, and stops reading the stream past that.
TIMER_SECONDS = 9_000_000_000


def level_name(level: "Union[str, int]", path: str) -> str:
    """Return the wire's name of a level given by name, in any case, or by its number in Python's `logging`."""
    if isinstance(level, str):
        # Only ASCII, because `str.upper` turns a dotless i into I.
        name = LEVELS.get(level.upper()) if level.isascii() else None
        if name is None:
            raise ValueError(f"{path}: expected TRACE, DEBUG, INFO, WARN or ERROR, got {json_string(level)}")
        return name
    if isinstance(level, int) and not isinstance(level, bool):
        return level_of_number(level)
    raise TypeError(f"{path}: expected the name or the number of a level, got {type(level).__name__}")


def level_of_number(number: int) -> str:
    """Return the wire's name of a level number by threshold, so that a level between two names is not lost."""
    if number < 20:
        return "TRACE" if number < 10 else "DEBUG"
    if number < 30:
        return "INFO"
    return "WARN" if number < 40 else "ERROR"


def log_entries(entries: "Iterable[Mapping[str, Any]]", path: str) -> "list[tuple[str, Any]]":
    """Return the (level, message) pairs of a batch, or refuse it as a whole."""
    if isinstance(entries, (str, bytes, Mapping)) or not hasattr(entries, "__iter__"):
        raise TypeError(f"{path}: expected a list of entries, got {type(entries).__name__}")
    pairs = []
    for index, entry in enumerate(entries):
        entry_path = f"{path}[{index}]"
        if not isinstance(entry, Mapping):
            raise TypeError(f"{entry_path}: expected an object, got {type(entry).__name__}")
        for member in ("level", "message"):
            if member not in entry:
                raise ValueError(f'{entry_path}["{member}"]: {member} is missing')
        pairs.append((level_name(entry["level"], f'{entry_path}["level"]'), entry["message"]))
    return pairs


def log_line(level: str, message: "Any") -> str:
    """Do what `logs_line` does for one log, in a third of its time for text that needs no change."""
    if (
        message.__class__ is str
        and "\0" not in message
        and ("\\" not in message or "\\u0000" not in message)
        and ("{" not in message or "::{" not in message)
        and (len(message) <= MESSAGE_UNITS if message.isascii() else len(message) <= HALF and is_unicode(message))
    ):
        text = json_string(message) if len(message) < LONG else long_json_string(message)
        return f'::{{"logs":[{{"level":"{level}","message":{text}}}]}}::'
    return logs_line([(level, message)])


def logs_line(entries: "Iterable[tuple[str, Any]]") -> str:
    """Return the line of (level, message) pairs; a message that Kestra would cut is several entries."""
    texts = [
        f'{{"level":"{level}","message":{json_string(piece)}}}'
        for level, message in entries
        for piece in split_message(sanitize(message_text(message)))
    ]
    return frame('{"logs":[' + ",".join(texts) + "]}")


def frame(payload: str) -> str:
    """Return the line of a JSON object.

    The runners of AWS Batch and Azure Batch put a line end before each `::{` in a line; in compact JSON it can only be
    in a string.
    """
    return f"::{_without_begin(payload)}::"


def frame_parts(parts: "Iterable[str]") -> "Line":
    """Do what `frame` does for a JSON object in parts, of which none ends in a string.

    A long line is bytes that grow in place, and has its line end, because each copy of it takes much memory.
    """
    line = bytearray(b"::")
    held: "list[str]" = []
    size = 0
    for part in parts:
        if size + len(part) > BLOCK:
            _add_text(line, held)
            held, size = [], 0
        held.append(part)
        size += len(part)
    if len(line) == len("::"):
        return frame("".join(held))
    _add_text(line, [*held, "::\n"])
    return line


def _add_text(line: bytearray, parts: "list[str]") -> None:
    text = _without_begin("".join(parts))
    for start in range(0, len(text), BLOCK):
        line += text[start : start + BLOCK].encode()


def _without_begin(payload: str) -> str:
    """Return a JSON text with the begin of a record, ``::{``, escaped."""
    return payload.replace("::{", "::\\u007b")


def long_json_string(text: str) -> str:
    """Do what `json_string` does, in half the time for text with nothing to escape."""
    is_unescaped = text.isascii() and not ('"' in text or "\\" in text or "\n" in text)
    if is_unescaped and len(text.encode().translate(None, _CONTROLS)) == len(text):
        return f'"{text}"'
    return json_string(text)


def message_text(message: object) -> str:
    """Return any message as text: a log never fails its caller."""
    if isinstance(message, str):
        return message
    try:
        if isinstance(message, (bytes, bytearray, memoryview)):
            return bytes(message).decode("utf-8", "replace")
        return str(message)
    except Exception as error:  # the caller's `__str__` may raise anything
        return f"<unprintable {type(message).__name__}: {type(error).__name__}>"


def format_message(message: object, arguments: "tuple[Any, ...]") -> str:
    """Return ``message % arguments`` as in `logging`; arguments that do not fit follow the message."""
    text = message_text(message)
    values: "Any" = arguments
    if len(arguments) == 1 and arguments[0] and isinstance(arguments[0], Mapping):
        (values,) = arguments
    try:
        return str.__mod__(text, values)
    except Exception:
        return f"{text} {message_text(values)}"


def is_unicode(text: str) -> bool:
    """Tell whether text has no lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def sanitize(text: str) -> str:
    """Return text with U+FFFD for what Kestra cannot store: lone surrogates, U+0000, and the text that spells it."""
    if not text.isascii():
        # Through UTF-16, so that the two halves of a pair become one character.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", "\ufffd").replace("\\u0000", "\ufffd")


def split_message(text: str) -> "list[str]":
    """Return a message in pieces that Kestra does not cut, each as long as possible."""
    if len(text) <= HALF:
        return [text]
    units = text.encode("utf-16-le")  # two bytes a unit
    pieces, start = [], 0
    while start < len(units):
        end = start + 2 * MESSAGE_UNITS
        if end < len(units) and 0xD8 <= units[end - 1] <= 0xDB:  # the first half of a pair
            end -= 2
        pieces.append(units[start:end].decode("utf-16-le"))
        start = end
    return pieces


def line(payload: "Any", path: str) -> str:
    """Return the line that carries a payload."""
    from ._json import json_text, require_mapping

    return frame(json_text(require_mapping(payload, path), path))


def outputs_line(outputs: "Any") -> "Line":
    """Return the line that carries outputs."""
    from ._json import NESTING, json_parts, require_mapping, to_json_type

    mapping = require_mapping(outputs, "outputs")
    line = frame_parts(_member("outputs", json_parts(mapping, "outputs", NESTING - 1)))
    if any(to_json_type(name) == "" for name in mapping):
        raise ValueError('outputs[""]: expected a non-empty string')
    return line


def assets_line(assets: "Any") -> "Line":
    """Return the line that carries assets."""
    from ._json import NESTING, json_parts, require_mapping

    return frame_parts(_member("assets", json_parts(require_mapping(assets, "assets"), "assets", NESTING - 1)))


def _member(name: str, parts: "Iterable[str]") -> "Iterator[str]":
    """Return the parts of an object with one member."""
    yield f'{{"{name}":'
    yield from parts
    yield "}"


def metric_line(kind: str, name: object, value: "Any", tags: "Any") -> str:
    """Return the line that carries a counter, a gauge or a timer."""
    quoted = metric_name(kind, name)
    number = metric_value(kind, value, f"{kind} {quoted}: value")
    labels = "{}" if tags is None else tags_text(tags, f"{kind} {quoted}: tags")
    return frame(f'{{"metrics":[{{"name":{quoted},"type":"{kind}","value":{number},"tags":{labels}}}]}}')


def metric_name(kind: str, name: object) -> str:
    """Return the name of a metric as JSON; a number's is its JSON text."""
    from ._json import convert_at, is_number, json_text

    path = f"{kind}: name"
    text = name if type(name) is str else convert_at(name, path)
    if is_number(text):
        text = json_text(text, path)
    if not isinstance(text, str):
        raise TypeError(f"{path}: expected a string, got {type(name).__name__}")
    if not text:
        raise ValueError(f"{path}: expected a non-empty string")
    return json_text(text, path)


def metric_value(kind: str, value: "Any", path: str) -> str:
    """Return the value of a metric as JSON: a number in the range of a double, as Kestra stops reading at others."""
    from ._json import INFINITIES, convert_at, is_number, json_text, parse_number

    number = value if type(value) in (int, float) else convert_at(value, path, is_duration=kind == "timer")
    if isinstance(number, str):
        number = parse_number(number, path)
    if not is_number(number):
        raise TypeError(f"{path}: expected a number, got {type(value).__name__}")
    text = json_text(number, path)
    size = float(text)
    if size in INFINITIES:
        raise ValueError(f"{path}: expected a number in the range of a double")
    if kind == "timer" and not -TIMER_SECONDS <= size <= TIMER_SECONDS:
        raise ValueError(f"{path}: expected from -{TIMER_SECONDS} to {TIMER_SECONDS} seconds, got {text}")
    return text


def tags_text(tags: "Any", path: str) -> str:
    """Return tags as JSON, each value as a string, because Kestra holds only strings; empty tags are none."""
    from ._json import convert_at, is_number, json_text, key_text, raise_at, require_mapping

    texts: "dict[str, str]" = {}
    for key, value in (require_mapping(tags, path) if convert_at(tags, path) else {}).items():
        try:
            name = key_text(key, texts)
        except Exception as error:
            raise_at(path, error)
        tag_path = f"{path}[{json_string(name)}]"
        if not name:
            raise ValueError(f"{tag_path}: expected a non-empty string")
        text = convert_at(value, tag_path)
        if is_number(text) or isinstance(text, bool):
            text = json_text(text, tag_path)
        if not isinstance(text, str):
            raise TypeError(f"{tag_path}: expected a string, a number or a bool, got {type(value).__name__}")
        texts[name] = text
    return json_text(texts, path)
