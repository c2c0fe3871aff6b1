"""Hypothesis strategies for the calls of the driver protocol: lists of arguments.

Bytes that are not UTF-8 are lone surrogates, as in the cases: U+DC80 is the byte 0x80.
"""

import re

from hypothesis import strategies as st

LEVEL_NAMES = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "WARNING", "CRITICAL", "FATAL"]
NO_LEVELS = [
    "",
    "20",
    " INFO",
    "INFO ",
    "\u0131nfo",
    "NOTICE",
    "INFO\n",
    "warn\u0130ng",
    "\udcff",
    "OFF",
    "ERR",
    "ERRORS",
]

# What has a meaning for a shell, for JSON, for a frame, for UTF-8 or for Kestra.
PIECES = [
    *(
        "a",
        "word ",
        "9",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "\b",
        "\f",
        "\x0b",
        "\x01",
        "\x1b[31m",
        "\x1e",
        "\x7f",
    ),
    *(
        "'",
        '"',
        "`",
        "\\",
        "\\\\",
        "\\n",
        "\\t",
        "/",
        "$HOME",
        "$(id)",
        "%s",
        "%d",
        "%%",
        "{}",
        "{{ x }}",
        "*",
        "?",
        "-n",
        "~",
    ),
    *("\\u0000", "\\u000", "u0000", "\\\\u0000", "\\u0041", "\\ud83d", "\\x00", "\\0", "\\c"),
    *(
        "\x80",
        "\x85",
        "\xa0",
        "\xe9",
        "\u0131",
        "\u0301",
        "\u07ff",
        "\u0800",
        "\u2028",
        "\u2029",
        "\u20ac",
        "\ud7ff",
        "\ue000",
    ),
    *("\ufeff", "\ufffd", "\ufffe", "\uffff", "\U00010000", "\U0001f680", "\U0010ffff", "\U0001d11e"),
    *(
        "\udc80",
        "\udcbf",
        "\udcc0",
        "\udcc2",
        "\udcc3",
        "\udce0\udc80",
        "\udce2\udc82",
        "\udced\udca0\udc80",
        "\udcef\udcbf",
    ),
    *("\udcf0\udc9f", "\udcf0\udc9f\udc9a", "\udcf0\udc80", "\udcf4\udc90\udc80\udc80", "\udcf5", "\udcff"),
    *(
        "::",
        "::{",
        ":::{",
        "{",
        "}::",
        ":",
        "::{}::",
        '::{"outputs":{"a":1}}::',
        '"}]}::',
        "=",
        ":=",
        "@",
        "@/dev/null",
    ),
]
# Lengths at which an emitter takes another way.
LENGTHS = [40, 99, 100, 499, 500, 599, 600, 1023, 1024, 4000, 4095, 4096, 4097, 7680, 7681, 9999, 10000]
LENGTHS += [15_358, 15_359, 15_360, 15_361, 15_362, 20_000, 30_719, 30_720, 30_721]


def mixed(*shares):
    """Return a strategy of (parts, strategy): `one_of` takes each as often as another, even when it is given twice."""
    choices = [strategy for parts, strategy in shares for _ in range(parts)]
    return st.integers(0, len(choices) - 1).flatmap(choices.__getitem__)


plain = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=30)
unicode = st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"]), max_size=12)
pieces = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)
any_bytes = st.binary(max_size=12).map(lambda data: data.replace(b"\0", b"").decode("utf-8", "surrogateescape"))


def joined(text: str) -> str:
    """Return text in which bytes that together are UTF-8 are their character, as an argument has them."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")


@st.composite
def long_text(draw):
    """Return text with something special near a length at which an emitter changes its way."""
    filler = draw(st.sampled_from(["x", " ", '"', "\\", "\n", "\xe9", "\u20ac", "\U0001f680", "\x7f"]))
    length = max(draw(st.sampled_from(LENGTHS)) // (2 if filler > "\uffff" else 1) - draw(st.integers(0, 3)), 1)
    return filler * length + draw(st.sampled_from(PIECES)) + filler * draw(st.sampled_from([0, 1, 2, 15_360]))


messages = mixed((5, plain), (5, unicode), (12, pieces), (3, any_bytes), (1, long_text())).map(joined)
# Data of bytes that are not UTF-8 differs between languages.
text_pieces = [piece for piece in PIECES if not re.search("[\udc80-\udcff]|u0000", piece)]
text_parts = st.lists(st.sampled_from(text_pieces), max_size=7).map("".join)
texts = mixed((8, plain), (8, unicode), (24, text_parts), (1, pieces)).map(joined)


@st.composite
def any_case(draw, names):
    name = draw(names)
    return draw(st.sampled_from([str.lower, str.upper, str.title, str.swapcase]))(name)


levels = mixed((20, any_case(st.sampled_from(LEVEL_NAMES))), (1, st.sampled_from(NO_LEVELS)))


# JSON, as text.

blank = st.sampled_from(["", "", "", "", " ", "\n", "\t ", "\r\n"])
digits = st.integers(0, 10**20).map(str)
simple_numbers = st.one_of(
    st.integers(-1000, 1000).map(str), st.floats(allow_nan=False, allow_infinity=False).map(repr)
)
EDGE_NUMBERS = [
    *(
        "0",
        "-0",
        "0.0",
        "-0.0",
        "5.0",
        "1.50",
        "1e5",
        "1E+5",
        "1e-7",
        "1e-6",
        "0.000001",
        "1e20",
        "1e21",
        "1e22",
        "1e16",
    ),
    *("9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740993", "9223372036854775807"),
    *("9223372036854775808", "18446744073709551616", "123456789012345678901234567890", "5e-324", "2e-324", "1e-400"),
    *(
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "1e308",
        "1e309",
        "-1e309",
        "1e400",
        "0e999",
        "0e-999",
        "1e0309",
    ),
    *(
        "9" * 309,
        "9" * 1000,
        "9" * 1001,
        "-" + "9" * 1000,
        "1." + "3" * 998,
        "1." + "3" * 999,
        "1." + "3" * 1000,
        "0.1e-005",
    ),
    *("9000000000", "-9000000000", "9000000000.000001", "-9000000001", "9000000001", "9e9", "9.0e9", "9223372036"),
    *("1.7976931348623158e+308", "4.9e-324", "123456789012345680000", "1234567890123456789012", "0.1", "100e-2"),
]
lexemes = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "-"]),
        st.one_of(st.just("0"), st.integers(1, 10**19).map(str)),
        st.one_of(st.just(""), digits.map(".".__add__)),
        st.one_of(
            st.just(""),
            st.tuples(st.sampled_from(["e", "E", "e+", "e-", "E-"]), st.integers(0, 330).map(str)).map("".join),
        ),
    ),
)
NO_NUMBERS = [
    "",
    " ",
    "+1",
    ".5",
    "1.",
    "01",
    "-01",
    "-",
    "1e",
    "1e+",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x10",
    "1_000",
    "1,5",
]
NO_NUMBERS += [
    "true",
    "false",
    "null",
    "[]",
    "{}",
    "[1]",
    "1 2",
    "1-",
    "--1",
    "1.2.3",
    "\u0661",
    "1e5.0",
    "nan",
    "None",
    "\xa01",
]
numbers = st.one_of(simple_numbers, st.sampled_from(EDGE_NUMBERS), lexemes)


@st.composite
def json_strings(draw, contents=texts):
    """Return text as a JSON string in which any character may be escaped, also in ways that no encoder writes."""
    result = ""
    for character in draw(contents):
        ways = ["raw", "u", "U"] if character >= " " and character not in '"\\' else ["u", "U"]
        way = draw(st.sampled_from(ways)) if draw(st.integers(0, 3)) == 0 else ways[0]
        if way == "raw":
            result += character
        else:
            units = character.encode("utf-16-be", "surrogatepass")
            for index in range(0, len(units), 2):
                code = f"{units[index]:02x}{units[index + 1]:02x}"
                result += "\\u" + (code.upper() if way == "U" else code)
    if draw(st.integers(0, 19)) == 0:
        result += draw(
            st.sampled_from(
                ["\\/", "\\b", "\\f", "\\u0000", "\\ud83d", "\\ude80", "\\ud83d\\ude80", "\\\\u0000", "\\u007f"]
            )
        )
    return f'"{result}"'


def spaced(text):
    return st.builds("".join, st.tuples(blank, text, blank))


def lists_of(member):
    return st.lists(spaced(member), max_size=4).map(lambda members: f"[{','.join(members)}]")


def objects_of(member):
    names = st.one_of(
        json_strings(), st.sampled_from(['"a"', '"b"', '"10"', '"2"', '"-1"', '"__proto__"', '"constructor"', '""'])
    )
    pair = st.builds("{}{}:{}".format, names, blank, spaced(member))
    return st.lists(pair, max_size=4).map(lambda members: "{" + ",".join(members) + "}")


json_values = st.recursive(
    st.one_of(st.sampled_from(["null", "true", "false", "[]", "{}"]), numbers, json_strings()),
    lambda member: st.one_of(lists_of(member), objects_of(member)),
    max_leaves=8,
)
nested = st.builds(
    lambda bracket, depth, cut: bracket[0] * depth + "1" + bracket[1] * max(depth - cut, 0),
    st.sampled_from(["[]", ('{"k":', "}"), ('[{"k":', "}]")]),
    st.sampled_from([1, 100, 498, 499, 500, 996, 997, 998, 999, 1000, 3000]),
    st.sampled_from([0, 0, 0, 1]),
)


@st.composite
def broken_json(draw):
    """Return JSON in which one character is missing, is another, or is one too many."""
    text = draw(json_values)
    position = draw(st.integers(0, len(text)))
    character = draw(st.sampled_from([*" ,:[]{}\"\\0-.eEtn/\t\n\x01'@", "\xa0", "\ufeff", "\u2028"]))
    return text[:position] + draw(st.sampled_from(["", character])) + text[position + draw(st.sampled_from([0, 1])) :]


json_texts = mixed((20, spaced(json_values)), (3, broken_json()), (1, st.sampled_from(NO_NUMBERS)), (1, nested))

# Calls.

keys = st.one_of(
    texts, st.sampled_from(["a", "a", "b", "rows", "10", "2", "__proto__", "constructor", "toString", "a:", ":", "a "])
)
tags = st.lists(mixed((20, st.builds("{}={}".format, keys, texts)), (1, texts)), max_size=3)
members = st.lists(
    mixed((7, st.builds("{}={}".format, keys, texts)), (22, st.builds("{}:={}".format, keys, json_texts)), (1, plain)),
    max_size=3,
)


def is_protocol(argument: str) -> bool:
    """Tell whether an argument has a meaning for every driver: `:=@FILE` is the shell's own."""
    key, _, value = argument.partition("=")
    return not (key.endswith(":") and value.startswith("@"))


@st.composite
def metrics(draw, kind):
    name = draw(mixed((3, texts), (1, st.just("rows"))))
    value = draw(
        mixed(
            (12, spaced(numbers)),
            (4, json_strings(st.one_of(numbers, spaced(numbers), st.sampled_from(NO_NUMBERS)))),
            (1, st.sampled_from(NO_NUMBERS)),
            (1, broken_json()),
        )
    )
    return [kind, name, value, *draw(tags)]


LINES = [
    *(
        "2026-11-28 10:00:00,123 INFO started",
        "2026-11-28T10:00:00Z WARN slow",
        "ERROR: disk full",
        "[WARN] low",
        "INFO  ok",
    ),
    *(
        'level=error msg="no"',
        '{"level":"error","msg":"no","id":1}',
        '{"levelname":"INFO","message":"x"}',
        '{"level":30,"msg":"x"}',
    ),
    *(
        "Traceback (most recent call last):",
        '  File "a.py", line 1, in <module>',
        "ValueError: x",
        "\tat a.B.c(D.java:1)",
    ),
    *(
        "0 errors",
        "error_rate=0",
        "saved error.log",
        "",
        " ",
        "I1128 10:00:00.000000 1 a.go:1] x",
        "W 12:00:00 x",
        "npm ERR! x",
    ),
    *(
        "::{}::",
        '::{"outputs":{"a":1}}::',
        "panic: x",
        "warning: y",
        "\x1b[31mERROR\x1b[0m x",
        "50%\r100%",
        "Caused by: x",
    ),
]


@st.composite
def printed(draw):
    text = mixed((1, plain), (1, pieces), (1, unicode)).map(lambda text: text.replace("\n", ""))
    line = mixed((4, st.sampled_from(LINES)), (1, text))
    return joined("\n".join(draw(st.lists(line, max_size=6)))) + draw(st.sampled_from(["\n", "\n", ""]))


CALLS = {
    "log": st.builds(lambda *arguments: ["log", *arguments], levels, messages),
    "logs": st.lists(st.tuples(levels, messages), min_size=1, max_size=4).map(
        lambda pairs: ["logs", *(word for pair in pairs for word in pair)]
    ),
    "outputs": members.map(lambda arguments: ["outputs", *filter(is_protocol, arguments)]),
    "assets": members.map(lambda arguments: ["assets", *filter(is_protocol, arguments)]),
    "counter": metrics("counter"),
    "gauge": metrics("gauge"),
    "timer": metrics("timer"),
    "capture": st.builds(
        lambda *arguments: ["capture", *arguments], st.sampled_from(LEVEL_NAMES[:5]), st.one_of(messages, printed())
    ),
    "levels": st.builds(lambda *arguments: ["levels", *arguments], st.sampled_from(["stdout", "stderr"]), printed()),
    "call": st.lists(st.one_of(st.sampled_from(["log", "logs", "counter", "LOG", "", "capture"]), plain), max_size=4),
}
