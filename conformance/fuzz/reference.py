"""What each call must print: SPECIFICATION.md as a program, written from that page alone.

It shares no code with the emitters.

`answer` returns the record of a call and its stream, or raises `RefusedError`.
Languages differ where the specification says so; a `Language` has these differences.
"""

import re
from dataclasses import dataclass, replace
from typing import Any, Optional

MESSAGE_UNITS = 15_360
DEEPEST = 998  # levels of a value in outputs, of the record's 1,000
MOST_DIGITS = 1_000
LONGEST_TIMER = 9_000_000_000
LEVELS = {"TRACE": "TRACE", "DEBUG": "DEBUG", "INFO": "INFO", "WARN": "WARN", "ERROR": "ERROR"}
LEVELS |= {"WARNING": "WARN", "CRITICAL": "ERROR", "FATAL": "ERROR"}
SHORT_ESCAPES = {0x08: r"\b", 0x09: r"\t", 0x0A: r"\n", 0x0C: r"\f", 0x0D: r"\r", 0x22: r"\"", 0x5C: r"\\"}
LINE_ENDS = "\n\r\x85\u2028\u2029"
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")


@dataclass(frozen=True)
class Language:
    """Where languages differ."""

    numbers: str  # "integers-and-floats", "one" or "text"
    keeps_last_key: bool = True  # of equal keys in JSON text; otherwise refuses them
    sorts_index_keys: bool = False  # of an object in JSON text
    keeps_integers_in_strings: bool = False  # of more digits than its numbers have: the value "9007199254740993"
    takes_bytes_as_data: bool = True  # with U+FFFD for what is not UTF-8; otherwise refuses it
    takes_blank_before_equals: bool = True
    captures_lines: bool = False  # each line of a captured text is an event
    captures_blank_text: bool = True
    captures_trace: bool = True
    ends_lines_with: str = LINE_ENDS  # in the frame of a captured record


PYTHON = Language("integers-and-floats")
NODE = Language(
    "one",
    sorts_index_keys=True,
    keeps_integers_in_strings=True,
    captures_blank_text=False,
    captures_trace=False,
)
SHELL = Language(
    "text",
    keeps_last_key=False,
    takes_bytes_as_data=False,
    takes_blank_before_equals=False,
    captures_lines=True,
    ends_lines_with="\n",
)


class RefusedError(Exception):
    """The call is refused."""


@dataclass(frozen=True)
class Answer:
    """A record, or several of captured text, and their stream."""

    stream: str
    data: bytes


class Number(str):
    """A number as JSON spells it."""

    __slots__ = ()


def answer(call: "list[bytes]", language: Language) -> "Optional[Answer]":
    """Return what a call prints, or None where the specification leaves it to the language."""
    if not call:
        raise RefusedError("no call")
    verb, *arguments = call
    calls = {b"log": log, b"logs": logs, b"outputs": data, b"assets": data, b"capture": capture}
    calls |= dict.fromkeys((b"counter", b"gauge", b"timer"), metric)
    if verb not in calls:
        raise RefusedError("no such call")
    return calls[verb](verb.decode(), arguments, language)


# Logs.


def log(_: str, arguments: "list[bytes]", __: Language) -> Answer:
    if len(arguments) != 2:
        raise RefusedError("expected LEVEL MESSAGE")
    return logs_record([arguments])


def logs(_: str, arguments: "list[bytes]", __: Language) -> Answer:
    if not arguments or len(arguments) % 2:
        raise RefusedError("expected LEVEL MESSAGE pairs")
    return logs_record([arguments[index : index + 2] for index in range(0, len(arguments), 2)])


def logs_record(pairs: "list[list[bytes]]") -> Answer:
    entries = [(level(name), message) for name, message in pairs]
    text = ",".join(
        f'{{"level":"{name}","message":{string(piece)}}}'
        for name, message in entries
        for piece in pieces(clean(text_of(message)))
    )
    is_grave = any(name in ("WARN", "ERROR") for name, _ in entries)
    return Answer("stderr" if is_grave else "stdout", record(f'{{"logs":[{text}]}}'))


def level(name: bytes) -> str:
    """Return the level of a name in any case of the ASCII letters."""
    upper = "".join(chr(byte - 32) if 97 <= byte <= 122 else chr(byte) for byte in name)
    if upper not in LEVELS:
        raise RefusedError("no such level")
    return LEVELS[upper]


def text_of(data: bytes) -> str:
    """Return bytes as text, with U+FFFD for each maximal part that is not UTF-8."""
    text = ""
    position = 0
    while position < len(data):
        length, is_whole = character_at(data, position)
        text += data[position : position + length].decode() if is_whole else "\ufffd"
        position += length
    return text


# The table of the specification: the first byte, the range of the second, and how many follow that.
STARTS = [
    (range(0xC2, 0xE0), range(0x80, 0xC0), 0),
    (range(0xE0, 0xE1), range(0xA0, 0xC0), 1),
    (range(0xE1, 0xED), range(0x80, 0xC0), 1),
    (range(0xED, 0xEE), range(0x80, 0xA0), 1),
    (range(0xEE, 0xF0), range(0x80, 0xC0), 1),
    (range(0xF0, 0xF1), range(0x90, 0xC0), 2),
    (range(0xF1, 0xF4), range(0x80, 0xC0), 2),
    (range(0xF4, 0xF5), range(0x80, 0x90), 2),
]


def character_at(data: bytes, position: int) -> "tuple[int, bool]":
    """Return the length of the character, or of the maximal part, at a position, and whether it is whole."""
    first, following = data[position], data[position + 1 : position + 4]
    if first < 0x80:
        return 1, True
    for firsts, seconds, more in STARTS:
        if first not in firsts:
            continue
        if not following or following[0] not in seconds:
            return 1, False
        for count in range(more):
            if len(following) < count + 2 or following[count + 1] not in range(0x80, 0xC0):
                return count + 2, False
        return more + 2, True
    return 1, False


def clean(text: str) -> str:
    return re.sub("\0|[\ud800-\udfff]|\\\\u0000", "\ufffd", text)


def pieces(text: str) -> "list[str]":
    """Return a message in pieces as long as Kestra keeps, each as long as possible."""
    result, units = [""], 0
    for character in text:
        width = 2 if character > "\uffff" else 1
        if units + width > MESSAGE_UNITS:
            result.append("")
            units = 0
        result[-1] += character
        units += width
    return result


# Lines and strings.


def record(payload: str) -> bytes:
    return f"::{payload}::\n".encode("ascii")


def string(text: str) -> str:
    escapes = [r"\u007b" if text[max(0, at - 2) : at + 1] == "::{" else escape(text[at]) for at in range(len(text))]
    return '"' + "".join(escapes) + '"'


def escape(character: str) -> str:
    code = ord(character)
    if code in SHORT_ESCAPES:
        return SHORT_ESCAPES[code]
    if 0x20 <= code < 0x7F:
        return character
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


# Outputs and assets.


def data(verb: str, arguments: "list[bytes]", language: Language) -> Answer:
    members = mapping(arguments, language, has_json=True)
    return Answer("stdout", record(f'{{"{verb}":{json_text(members, language, 0)}}}'))


def mapping(arguments: "list[bytes]", language: Language, *, has_json: bool) -> "dict[str, Any]":
    """Return KEY=TEXT and KEY:=JSON as a map."""
    members: dict[str, Any] = {}
    for argument in arguments:
        key, equals, value = argument.partition(b"=")
        if not equals:
            raise RefusedError("expected KEY=VALUE")
        is_json = has_json and key.endswith(b":")
        name = data_text(key[:-1] if is_json else key, language)
        if not name or name in members:
            raise RefusedError("an empty key, or one given twice")
        if has_json and name[-1] in " \t" and not language.takes_blank_before_equals:
            raise RefusedError("a key that ends in a blank")
        text = data_text(value, language)
        members[name] = Parser(text, language).document() if is_json else text
    return members


def data_text(data: bytes, language: Language) -> str:
    text = text_of(data)
    if not language.takes_bytes_as_data and text.encode() != data:
        raise RefusedError("not UTF-8")
    return text


def storable(text: str) -> str:
    if re.search("\0|[\ud800-\udfff]|\\\\u0000", text):
        raise RefusedError("what Kestra cannot store")
    return text


def json_text(value: Any, language: Language, depth: int) -> str:
    """Return a value as the emitter of a language writes it."""
    if isinstance(value, Number):
        return number(value, language)
    if isinstance(value, str):
        return string(storable(value))
    if isinstance(value, (dict, list)):
        if depth > DEEPEST:
            raise RefusedError("too deep")
        if isinstance(value, list):
            return "[" + ",".join(json_text(member, language, depth + 1) for member in value) + "]"
        members = (f"{string(storable(key))}:{json_text(member, language, depth + 1)}" for key, member in value.items())
        return "{" + ",".join(members) + "}"
    return {None: "null", True: "true", False: "false"}[value]


def number(lexeme: str, language: Language, *, is_metric: bool = False) -> str:
    """Return a number of JSON text as a language writes it."""
    is_integer = not re.search("[.eE]", lexeme)
    if language.numbers == "text" and len(re.sub("[^0-9]", "", lexeme)) > MOST_DIGITS:
        raise RefusedError("too many digits")
    if (is_metric or language.numbers == "one" or not is_integer) and abs(float(lexeme)) == float("inf"):
        raise RefusedError("beyond every double")
    if language.numbers == "text":
        return lexeme
    if language.numbers == "one":
        return ecmascript(float(lexeme) + 0.0)
    if is_integer:
        if len(lexeme.lstrip("-")) > MOST_DIGITS:
            raise RefusedError("too many digits")
        return "0" if lexeme == "-0" else lexeme
    text = ecmascript(abs(float(lexeme)))
    sign = "-" if lexeme.startswith("-") else ""
    return sign + (text if re.search("[.e]", text) else text + ".0")


def ecmascript(value: float) -> str:
    """Return a double in the notation of ECMAScript: the fewest digits that read back as the same double."""
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0") or "0"
    if value == 0:
        return "0"
    if 1e-6 <= abs(value) < 1e21:
        if point <= 0:
            return f"{sign}0.{'0' * -point}{digits}"
        if len(digits) <= point:
            return sign + digits + "0" * (point - len(digits))
        return f"{sign}{digits[:point]}.{digits[point:]}"
    fraction = "." + digits[1:] if digits[1:] else ""
    return f"{sign}{digits[0]}{fraction}e{'-' if point < 1 else '+'}{abs(point - 1)}"


# Metrics.


def metric(kind: str, arguments: "list[bytes]", language: Language) -> Answer:
    if len(arguments) < 2:
        raise RefusedError("expected NAME VALUE [TAG=TEXT]...")
    name = storable(data_text(arguments[0], language))
    if not name:
        raise RefusedError("an empty name")
    value = Parser(data_text(arguments[1], language), language).document()
    is_string = isinstance(value, str) and not isinstance(value, Number)
    if is_string:
        value = Number(value.strip(" \t\n\r"))
    if not isinstance(value, Number) or not NUMBER.fullmatch(value):
        raise RefusedError("the value is not a number")
    if is_string and language.keeps_integers_in_strings:
        language = replace(language, numbers="one" if re.search("[.eE]", value) else "integers-and-floats")
    text = number(value, language, is_metric=True)
    if kind == "timer" and abs(float(value)) > LONGEST_TIMER:
        raise RefusedError("too long a time")
    tags = mapping(arguments[2:], language, has_json=False)
    labels = ",".join(f"{string(storable(key))}:{string(storable(tag))}" for key, tag in tags.items())
    members = f'"name":{string(name)},"type":"{kind}","value":{text},"tags":{{{labels}}}'
    return Answer("stdout", record(f'{{"metrics":[{{{members}}}]}}'))


# Captured text.


def capture(_: str, arguments: "list[bytes]", language: Language) -> "Optional[Answer]":
    if len(arguments) != 2 or arguments[0].decode("latin-1") not in set(LEVELS.values()):
        raise RefusedError("expected LEVEL MESSAGE")
    name, data = arguments
    text = text_of(data)
    if (name == b"TRACE" and not language.captures_trace) or (not text.strip() and not language.captures_blank_text):
        return None
    if language.captures_lines:  # of a line that is overwritten, the last state
        lines = [line.rstrip("\r").split("\r")[-1] for line in text.split("\n")]
    else:
        lines = re.split("\r\n|\r|\n", text)
    if not any(is_record(line, language) for line in lines) and not language.captures_lines:
        return logs_record([arguments])
    parts: list[bytes] = []
    held: list[str] = []
    for line in [*lines, None]:
        if line is not None and not language.captures_lines and not is_record(line, language):
            held.append(line)
            continue
        block = "\n".join(held)
        if block.strip():
            parts.append(log_of(name, block))
        held = []
        if line is not None:
            parts.append(f"{line}\n".encode() if is_record(line, language) else log_of(name, line))
    return Answer(logs_record([[name, b""]]).stream, b"".join(parts))


def log_of(name: bytes, text: str) -> bytes:
    return logs_record([[name, text.encode()]]).data


def is_record(line: str, language: Language) -> bool:
    return (
        len(line) >= 6
        and line.startswith("::{")
        and line.endswith("}::")
        and not any(end in line for end in language.ends_lines_with)
    )


# JSON, by RFC 8259.

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Parser:
    """Reads a JSON text; numbers keep their spelling."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.position = 0

    def document(self) -> Any:
        value = self.value(0)
        if self.next() is not None:
            raise RefusedError("text after the JSON")
        return value

    def next(self) -> "Optional[str]":
        """Skip white space, and return the next character."""
        while self.position < len(self.text) and self.text[self.position] in " \t\n\r":
            self.position += 1
        return self.text[self.position] if self.position < len(self.text) else None

    def take(self, character: str) -> bool:
        if self.next() != character:
            return False
        self.position += 1
        return True

    def require(self, character: str) -> None:
        if not self.take(character):
            raise RefusedError(f"expected {character}")

    def value(self, depth: int) -> Any:
        if depth > DEEPEST:
            raise RefusedError("too deep")
        first = self.next()
        if first == '"':
            return self.string()
        if first == "[":
            return self.array(depth)
        if first == "{":
            return self.object(depth)
        for word, value in {"true": True, "false": False, "null": None}.items():
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        match = NUMBER.match(self.text, self.position)
        if not match:
            raise RefusedError("expected a value")
        self.position = match.end()
        return Number(match.group())

    def array(self, depth: int) -> "list[Any]":
        self.require("[")
        members: list[Any] = []
        if self.take("]"):
            return members
        while True:
            members.append(self.value(depth + 1))
            if self.take("]"):
                return members
            self.require(",")

    def object(self, depth: int) -> "dict[str, Any]":
        self.require("{")
        members: dict[str, Any] = {}
        if self.take("}"):
            return members
        while True:
            if self.next() != '"':
                raise RefusedError("expected a key")
            key = self.string()
            if key in members and not self.language.keeps_last_key:
                raise RefusedError("a key twice")
            self.require(":")
            members[key] = self.value(depth + 1)
            if self.take("}"):
                break
            self.require(",")
        if self.language.sorts_index_keys:
            indexes = sorted((key for key in members if is_index(key)), key=int)
            return {key: members[key] for key in [*indexes, *members]}
        return members

    def string(self) -> str:
        self.position += 1
        units: list[int] = []
        while True:
            if self.position >= len(self.text):
                raise RefusedError("unterminated string")
            character = self.text[self.position]
            self.position += 1
            if character == '"':
                return text_of_units(units)
            if character < " ":
                raise RefusedError("unescaped control character")
            units += self.escaped() if character == "\\" else units_of(character)

    def escaped(self) -> "list[int]":
        kind = self.text[self.position : self.position + 1]
        self.position += 1
        if kind != "u":
            if kind not in ESCAPES:
                raise RefusedError("no such escape")
            return [ord(ESCAPES[kind])]
        digits = self.text[self.position : self.position + 4]
        if not re.fullmatch("[0-9A-Fa-f]{4}", digits):
            raise RefusedError("expected four hex digits")
        self.position += 4
        return [int(digits, 16)]


def is_index(key: str) -> bool:
    return re.fullmatch("0|[1-9][0-9]{0,9}", key) is not None and int(key) < 2**32 - 1


def units_of(character: str) -> "list[int]":
    code = ord(character)
    return [code] if code < 0x10000 else [0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF)]


def text_of_units(units: "list[int]") -> str:
    """Return text of UTF-16 units; two halves of a pair become their character."""
    text = "".join(map(chr, units))
    return re.sub(
        "[\ud800-\udbff][\udc00-\udfff]",
        lambda pair: chr(0x10000 + ((ord(pair[0][0]) - 0xD800) << 10) + (ord(pair[0][1]) - 0xDC00)),
        text,
    )
