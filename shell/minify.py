"""Shorten awk programs: a shell reads each byte of kestra.sh when it is sourced, and awk each time it starts.

The names of functions and variables become one or two letters, and blanks that awk does not need are dropped.
"""

import re
import string
from collections import Counter
from itertools import product

# A slash begins a pattern where an operand is expected; it divides elsewhere.
TOKEN = re.compile(
    r"""
    "(?:[^"\\]|\\.)*"
    | (?<=[~(,!&|])\ */(?:\[\^?\]?[^\]]*\]|\\.|[^/\\\[])+/
    | [0-9.]+(?:e[0-9]+)?
    | [A-Za-z_]\w*
    | \ +
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
NAME = re.compile(r"[A-Za-z_]\w*")
WORDS = """
BEGIN END break close continue else fflush for function gsub if in index int length match next print return split
sprintf sub substr tolower toupper while ENVIRON NR ORS RLENGTH RSTART delete do exit getline printf
"""
AWKS_OWN = set(WORDS.split())


def short_names(programs: "list[str]") -> "dict[str, str]":
    """Return a short name for each name in the programs, which are parts of one; frequent names become the shortest."""
    words = Counter(token for program in programs for token in TOKEN.findall(program) if NAME.fullmatch(token))
    ours = [word for word, _ in words.most_common() if word not in AWKS_OWN]
    letters = string.ascii_letters
    names = [*letters, *("".join(pair) for pair in product(letters, letters + string.digits))]
    return dict(zip(ours, (name for name in names if name not in AWKS_OWN)))


def minified(program: str, names: "dict[str, str]") -> str:
    """Return a program with short names, and without the blanks between them that are not needed."""
    result = ""
    for word in TOKEN.findall(program):
        if word.isspace() and word != "\n":
            result += " "
            continue
        if result.endswith(" ") and not is_needed(result[-2:-1], word[0]):
            result = result[:-1]
        result += names.get(word, word)
    return result


def is_needed(before: str, after: str) -> bool:
    """Tell whether a blank between two characters has a meaning: it separates two words, or joins two texts."""
    is_word = re.match(r"[\w$)\]\"]", before) and re.match(r"[\w$\"]", after)
    return bool(is_word) or (after == "(" and re.match(r"[\w)\]]", before) is not None) or before + after == "--"
