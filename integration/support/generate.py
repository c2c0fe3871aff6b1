"""Generates valid calls with difficult strings, numbers and nesting."""

import random
import string
import struct

from support.oracle import Lexeme

LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "info", "Warning", "CRITICAL", "fatal"]
PIECES = [
    *('"', "'", "`", "\\", "\\n", "\\\\", "\\u000", "\\u0041", "/", "$(id)", "%s", "%d", "{}", "{{ x }}", "*", "-n"),
    *("\n", "\r\n", "\r", "\t", "\b\f", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff"),
    *("\ufffd", "\u0301", "\ue000", "é", "日本語", "😀", "\U0001d11e", "\U0010ffff"),
    *("::", "}]}::", '::{"outputs":{"forged":1}}::', "##kestra:log:debug##", "encryptedOutputs"),
    '"}]}::\n::{"logs":[{"level":"ERROR","message":"forged"}]}::\n',
]
ONLY_IN_MESSAGES = ["\0", "\\u0000", "\\\\u0000", "\ud83d", "\ude00", "\ud800x", "\udfff\ud800"]
WHOLE_NUMBERS = [0, 1, -1, 2**31, -(2**31), 2**53 - 1, 2**53, 2**53 + 1, 2**63 - 1, 2**63, -(2**63), 2**64, 10**30]
LONGEST_NUMBERS = [10**1000 - 1, -(10**999)]
FRACTIONS = [0.1, 0.1 + 0.2, 5.0, -0.0, 1e16, 1e-7, 1e21, 1e22, 123456789.125, 5e-324, 1.7976931348623157e308]
LEXEMES = ["1.50", "1e2", "1E+5", "-0", "-0.0", "1e-400", "0.10000000000000000555", "9007199254740993", "1.0"]


class Calls:
    """A source of calls, (verb, argument...), which are the same for the same seed and language."""

    def __init__(self, seed, language):
        self._random = random.Random(f"{seed} {language}")
        self._language = language
        # The shell checks JSON in awk, which costs a fork each time.
        data = 3 if language == "shell" else 8
        self._shares = {"log": 60, "logs": 6, "outputs": data, "counter": data, "gauge": data, "timer": data}

    def some(self, count):
        return [self._call() for _ in range(count)]

    def _call(self):
        verb = self._random.choices(list(self._shares), self._shares.values())[0]
        if verb == "log":
            return ("log", self._random.choice(LEVELS), self._message())
        if verb == "logs":
            return ("logs", [[self._random.choice(LEVELS), self._message()] for _ in range(self._random.randint(1, 5))])
        if verb == "outputs":
            return ("outputs", {self._key(): self._value(3) for _ in range(self._random.randint(1, 4))})
        tags = {self._key(): self._text() for _ in range(self._random.choice([0, 0, 1, 3]))}
        # A name keeps one type.
        return (verb, verb + self._text(), self._seconds() if verb == "timer" else self._measure(), tags)

    def _message(self):
        kind = self._random.random()
        if kind < 0.01:
            return self._long_message()
        if kind < 0.05 and self._language != "node":  # where arguments are strings, not bytes
            return self._random.randbytes(self._random.randint(0, 40)).replace(b"\0", b"")
        text = self._text([*PIECES, *ONLY_IN_MESSAGES])
        return text.replace("\0", "") if self._language == "shell" else text

    def _long_message(self):
        """Return a message with a surrogate pair at Kestra's cut, or next to it."""
        before = 15_360 * self._random.choice([1, 1, 2]) - self._random.choice([0, 1, 2])
        return (
            self._random.choice('ax\n"') * before + "😀" + self._text() + "y" * self._random.choice([0, 15_359, 20_000])
        )

    def _text(self, pieces=PIECES):
        kind = self._random.random()
        if kind < 0.3:
            return "".join(self._random.choices(string.printable[:95], k=self._random.randint(1, 60)))
        if kind < 0.4:
            return "".join(map(self._character, range(self._random.randint(1, 20))))
        if kind < 0.41:
            return "".join(map(chr, range(1, 0x100)))
        text = "".join(self._random.choices([*pieces, "a", "word ", "9"], k=self._random.randint(1, 8)))
        return text if "\0" in pieces else text.replace("\\u0000", "")

    def _character(self, _):
        """Return a random character of any plane, every second one from the BMP's scripts."""
        code = self._random.choice([self._random.randrange(1, 0x110000), self._random.randrange(1, 0x3000)])
        return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"

    def _key(self):
        text = self._text()
        if self._language == "shell":  # where the first = ends a key, := starts JSON, and no key ends in a blank
            text = text.replace("=", "").rstrip(": \t")
        return text or "key"

    def _value(self, depth):
        kind = self._random.random()
        if depth and kind < 0.15:
            return [self._value(depth - 1) for _ in range(self._random.randint(0, 4))]
        if depth and kind < 0.3:
            return {self._key(): self._value(depth - 1) for _ in range(self._random.randint(0, 4))}
        if kind < 0.31:
            return self._nested(self._random.choice([100, 997 - 3]))
        if kind < 0.4:
            return self._random.choice([None, True, False])
        if kind < 0.7:
            return self._random.choice(LONGEST_NUMBERS) if kind < 0.41 else self._measure()
        return self._text() if kind < 0.99 else ""

    def _nested(self, depth):
        value = self._text()
        for _ in range(depth):
            value = [value] if self._random.random() < 0.5 else {"k": value}
        return value

    def _measure(self):
        kind = self._random.random()
        if kind < 0.25:
            return self._random.choice(WHOLE_NUMBERS)
        if kind < 0.5:
            return self._random.randint(-(10**6), 10**6)
        if kind < 0.6:
            return self._random.choice(FRACTIONS)
        if kind < 0.7 and self._language == "shell":
            return Lexeme(self._random.choice(LEXEMES))
        if kind < 0.8:
            return self._random.random() * 10 ** self._random.randint(-10, 10)
        [value] = struct.unpack("<d", self._random.randbytes(8))
        return value if abs(value) < float("inf") else 0.5  # infinite or NaN

    def _seconds(self):
        return self._random.choice(
            [
                0,
                0.1 + 0.2,
                5.0,
                1e-9,
                2e-10,
                5e-324,
                9_000_000_000,
                self._random.randint(0, 10**9),
                self._random.random(),
                self._random.random() * 9e9,
            ],
        )
