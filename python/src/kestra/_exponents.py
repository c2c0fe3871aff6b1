"""Exponents in a JSON text as ECMAScript writes them; loaded for the first text that has one."""

from ._json import ecmascript_exponent

_TO_ZEROS = bytes.maketrans(b"123456789+", b"000000000-")


def with_ecmascript_exponents(text: str) -> str:
    """Return a JSON text of Python's with ECMAScript's exponents."""
    # Escaped backslashes and quotes become control characters, which JSON text never has.
    plain = text.replace("\\\\", "\1\1").replace('\\"', "\2\2") if "\\" in text else text
    zeros = text.encode().translate(_TO_ZEROS)
    parts: "list[str]" = []
    start = quotes = counted = 0
    mark = zeros.find(b"0e-")
    while mark >= 0:
        quotes += plain.count('"', counted, mark)
        counted = mark
        if not quotes % 2:  # in no string
            digits = text[max(0, mark - 20) : mark + 1]
            begin = mark + 1 - len(digits) + len(digits.rstrip("-.0123456789"))
            end = mark + 5 + text[mark + 5 : mark + 6].isdigit()
            parts += text[start:begin], ecmascript_exponent(text[begin:end])
            start = end
        mark = zeros.find(b"0e-", mark + 1)
    return "".join(parts) + text[start:]
