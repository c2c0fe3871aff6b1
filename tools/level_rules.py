"""Write the tables of each language from `conformance/levels.json`, where the rules on levels are.

The patterns there are POSIX extended regular expressions without `{n}`, so that every awk reads them.
`%name%` stands for another pattern.
Python and JavaScript write a bracket expression otherwise, and groups that nothing asks for.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import level_rules_awk

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "conformance" / "levels.json"
PYTHON = ROOT / "python" / "src" / "kestra" / "levels" / "_rules.py"
AWK = ROOT / "shell" / "src" / "level_rules.awk"
NODE = ROOT / "node" / "capture" / "level-rules.js"
ABOUT = f"The rules on levels. Written by `tools/level_rules.py` from `conformance/{SOURCE.name}`: change them there."


def main() -> None:
    """Write the tables; with `--check`, tell by the exit status whether they are up to date."""
    rules = json.loads(SOURCE.read_text(encoding="utf-8"))
    awk = level_rules_awk.awk_table(expanded(rules, str))
    tables = {PYTHON: python_table(rules), NODE: node_table(rules), AWK: awk}
    if "--check" in sys.argv[1:]:
        sys.exit(" ".join(path.name for path, text in tables.items() if path.read_text(encoding="utf-8") != text) or 0)
    for path, text in tables.items():
        path.write_text(text, encoding="utf-8")


def expanded(rules: dict[str, Any], translate: Callable[[str], str]) -> dict[str, Any]:
    """Return the rules with whole patterns, in the notation of a language."""
    patterns = rules["patterns"]

    def expand(pattern: str) -> str:
        while (longer := re.sub("%([a-z ]+)%", lambda name: patterns[name[1]], pattern)) != pattern:
            pattern = longer
        return translate(pattern)

    def table(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: table(member, name) for name, member in value.items()}
        if isinstance(value, list):
            return [table(member) for member in value]
        return expand(value) if isinstance(value, str) and key in ("before", "after", "line", "pattern") else value

    whole: dict[str, Any] = {name: table(value) for name, value in rules.items()}
    for name in ("patterns", "blocks", "events", "messages"):
        whole[name] = {key: expand(pattern) for key, pattern in rules[name].items()}
    whole["patterns"] = {name: whole["patterns"][name] for name in ("timed", "elapsed", "token")}
    return whole


def python_pattern(pattern: str) -> str:
    """Return a POSIX pattern in Python's notation, which is JavaScript's, too."""
    parts = re.findall(r"\[\^?\]?[^\]]*\]|.", pattern, re.DOTALL)
    return "".join(python_part(part) for part in parts)


def python_part(part: str) -> str:
    """Return a bracket expression, or a character, in Python's notation."""
    if len(part) == 1:
        return "(?:" if part == "(" else part
    inner = part[1:-1]
    sign, members = ("^", inner[1:]) if inner.startswith("^") else ("", inner)
    members = re.sub(r"[][]", r"\\\g<0>", members)
    return f"[{sign}{members}]"


def python_table(rules: dict[str, Any]) -> str:
    """Return the module of Python."""
    whole = expanded(rules, python_pattern)
    for rule, given in zip(whole["rules"], expanded(rules, str)["rules"]):
        rule.update(python_guard(level_rules_awk.whole(given)))
    tables = [f"{name.upper()} = {python_value(value)}" for name, value in whole.items()]
    annotation = "from __future__ import annotations\n\nfrom typing import Any\n"
    tables = [table.replace(" =", ": list[dict[str, Any]] =", 1) if "= [" in table else table for table in tables]
    return "\n".join(["# fmt: off", f'"""{ABOUT}"""', "", annotation, *tables, ""])


def python_guard(pattern: str) -> dict[str, Any]:
    """Return what a text needs to have to fit a pattern: pairs of first and last characters, one of which begins it."""
    guard: dict[str, Any] = {"colon": True} if level_rules_awk.has_colon(pattern) else {}
    starts = level_rules_awk.first_characters(pattern)
    return {**guard, "starts": ranges(starts)} if starts else guard


def ranges(characters: set[str]) -> str:
    """Return the first and the last character of each row of characters that follow each other."""
    codes = sorted(map(ord, characters))
    firsts = [code for code in codes if code - 1 not in codes]
    lasts = [code for code in codes if code + 1 not in codes]
    return "".join(chr(first) + chr(last) for first, last in zip(firsts, lasts))


def python_value(value: object) -> str:
    """Return an object or a list with a line for each of its members, as Python writes them."""
    if isinstance(value, dict):
        return (
            "{\n" + "".join(f"    {python_text(key)}: {python_text(member)},\n" for key, member in value.items()) + "}"
        )
    assert isinstance(value, list)
    return "[\n" + "".join(f"    {python_text(member)},\n" for member in value) + "]"


def python_text(value: object) -> str:
    """Return a value on one line; a string's quotes are those of JSON, a truth value is Python's."""
    return re.sub(r"\btrue\b(?=[,}])", "True", json.dumps(value, ensure_ascii=False))


def node_pattern(pattern: str) -> str:
    """Return a POSIX pattern in JavaScript's notation, whose dot leaves out more than line ends."""
    parts = re.findall(r"\[\^?\]?[^\]]*\]|.", pattern, re.DOTALL)
    return "".join("[^\n]" if part == "." else python_part(part) for part in parts)


def node_table(rules: dict[str, Any]) -> str:
    """Return the module of Node, which leaves all of a line in the message."""
    tables = {name: value for name, value in expanded(rules, node_pattern).items() if name != "messages"}
    members = "".join(f"  {name}: {node_value(value)},\n" for name, value in tables.items())
    return f'/** {ABOUT} */\n\n"use strict";\n\n// prettier-ignore\nmodule.exports = {{\n{members}}};\n'


def node_value(value: object) -> str:
    """Return an object or a list with a line for each of its members, as JavaScript reads them."""
    if isinstance(value, dict):
        return "{\n" + "".join(f"    {node_text(key)}: {node_text(member)},\n" for key, member in value.items()) + "  }"
    assert isinstance(value, list)
    return "[\n" + "".join(f"    {node_text(member)},\n" for member in value) + "  ]"


def node_text(value: object) -> str:
    """Return a value on one line."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
