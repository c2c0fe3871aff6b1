"""Write the rules on levels as an awk program.

Patterns become literals, as busybox compiles a pattern in a string at each use.
Where awk takes the longest of several alternatives, Python takes the first: where the end of a match matters, each
alternative becomes a pattern of its own.
"""

from __future__ import annotations

import re
from typing import Any

WORD = "[A-Za-z]+"
BOTH = ("go", "rust", "r", "exception")  # patterns of events whose kind has a pattern of the same name
MANY = 30  # alternatives that are tried one by one
ABOUT = "# The rules on levels. Written by tools/level_rules.py from conformance/levels.json: change them there.\n"


def awk_table(rules: dict[str, Any]) -> str:
    """Return the program: functions for the patterns, and tables for the words."""
    each = rules["rules"]
    pairs = next(index for index, rule in enumerate(each) if "line" in rule)
    functions = [
        places(rules["places"]),
        rule_function("rules_before_pairs", each[:pairs]),
        pairs_functions(each[pairs]),
        rule_function("rules_after_pairs", each[pairs + 1 :]),
        *(length_function(f"{name}_length", pattern) for name, pattern in rules["patterns"].items()),
        block_function(rules["blocks"]),
        *(
            test_function(f"event_{name_of(name)}", pattern)
            for name, pattern in rules["events"].items()
            if name not in rules["blocks"] or name in BOTH
        ),
        *(
            length_function(f"message_{name_of(name)}", pattern)
            for name, pattern in rules["messages"].items()
            if name != "name before"  # only needed for the logger's name, which awk does not show
        ),
        tables(rules),
    ]
    return "\n".join([ABOUT, *functions])


def name_of(text: str) -> str:
    """Return a name of the data as one of awk."""
    return re.sub("[^a-z]", "_", text)


def places(given: list[dict[str, Any]]) -> str:
    """Return the function that looks for a level behind a time."""
    body = quick_reject(given) + "".join(
        rule_text(rule, "is_first && " if rule.get("case", "").startswith("first") else "") for rule in given
    )
    return f"function read_places(text, is_first,   start) {{\n{body}  return 0\n}}\n"


def rule_function(name: str, given: list[dict[str, Any]]) -> str:
    """Return a function that tries rules in their order."""
    body = quick_reject(given) + "".join(map(rule_text, merged(given)))
    return f"function {name}(text,   start) {{\n{body}  return 0\n}}\n"


def quick_reject(given: list[dict[str, Any]]) -> str:
    """Return what leaves a function where no rule fits at all.

    An awk without an automaton tries alternatives one by one: a colon, or the first characters, tell of most at once.
    """
    parts = [part for rule in given for part in branches(whole(rule))]
    anchored = [part for part in parts if not part.startswith(".*")]
    if len(anchored) < MANY:
        return f"  if (!({test(parts)})) return 0\n"
    begins = {part: fixed_start(part) for part in anchored}
    fixed = [part for part in anchored if len(begins[part]) == 2]
    colon = [part for part in anchored if part not in fixed and has_colon(part)]
    others = [part for part in parts if part not in fixed and part not in colon]
    starts = "".join(sorted({f" {begins[part]}" for part in fixed}))
    conditions = [
        f'index("{octal(starts)} ", " " substr(text, 1, 2)) && {test(fixed)}',
        f'index(text, ":") && {test(colon)}',
        test(others),
    ]
    return f"  if (!({' || '.join(conditions)})) return 0\n"


def fixed_start(pattern: str) -> str:
    """Return the first two characters of whatever fits a pattern, or less where they are not always the same."""
    parts = [*elements(pattern), "", ""]
    if all(len(part) == 1 and part.isalnum() for part in parts[:2]) and parts[2] not in ("?", "*", "+"):
        return parts[0] + parts[1]
    return ""


def has_colon(pattern: str) -> bool:
    """Tell whether a colon is a part of whatever fits a pattern."""
    depth = 0
    parts = [*elements(pattern), ""]
    for part, following in zip(parts, parts[1:]):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part == ":" and depth == 0 and following not in ("?", "*"):
            return True
    return False


def whole(rule: dict[str, Any]) -> str:
    """Return the pattern of a rule with its word."""
    return str(rule["pattern"] if "level" in rule else rule["before"] + word(rule) + rule["after"])


def word(rule: dict[str, Any]) -> str:
    """Return the pattern of the word of a rule; no letter comes after it."""
    case = rule["case"].rpartition(" ")[2]
    return {"upper": "[A-Z]+", "lower": "[a-z]+"}.get(case, WORD)


def merged(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rules, those of one level in a row as one where nothing else matters."""
    result: list[dict[str, Any]] = []
    for rule in given:
        if result and set(rule) == {"level", "pattern"} == set(result[-1]) and result[-1]["level"] == rule["level"]:
            result[-1] = {"level": rule["level"], "pattern": f"{result[-1]['pattern']}|{rule['pattern']}"}
        else:
            result.append(rule)
    return result


def rule_text(rule: dict[str, Any], condition: str = "") -> str:
    """Return the statement that tries a rule."""
    is_strong = int(rule.get("strong", False))
    if "level" in rule:
        found = f'found("{rule["level"]}", "text", 0, {"RLENGTH" if rule.get("head") else 0}, {is_strong})'
        if rule.get("head"):
            return f"  if ({condition}match(text, {literal(rule['pattern'])})) return {found}\n"
        return f"  if ({condition}{test([rule['pattern']])}) return {found}\n"
    case = rule["case"].rpartition(" ")[2]
    case = case if case in ("upper", "lower") else ""
    words = f" {rule['words']} " if "words" in rule else ""
    before, after = rule["before"], rule["after"]
    position = f"length_of(match(text, {literal(before)}))" if before else "0"
    if "(" in before:  # the longest start may not be the one before the word
        start = (
            f"for (start = {position}; start > 0 && !(substr(text, 1, start) ~ {literal(f'({before})$')} && "
            f"substr(text, start + 1) ~ {literal(word(rule) + after)}); start--) continue"
        )
        start = f"{{\n    {start}\n    "
        end = "\n  }\n"
        position = "start"
    else:
        start, end = "", "\n"
    return (
        f"  if ({condition}text ~ {literal(whole(rule))}) {start}"
        f'if (found_word(text, {position}, "{case}", "{words}", "{rule["name"]}", {is_strong})) return 1{end}'
    )


def pairs_functions(rule: dict[str, Any]) -> str:
    """Return the functions on pairs of key=value."""
    return (
        f"function has_level_pair(text) {{\n  return text ~ /{escaped(rule['before'] + WORD)}/ && "
        f"text ~ {literal(rule['line'])}\n}}\n\n"
        f"function level_pair(text) {{\n  if (!match(text, / ({escaped(rule['before'])}){WORD}/)) return 0\n"
        f"  text = substr(text, RSTART + 1)\n  return RSTART + length_of(match(text, {literal(rule['before'])}))\n}}\n"
    )


def block_function(blocks: dict[str, str]) -> str:
    """Return the function that names the kind of an event that a line begins."""
    body = f'  if (!({test(list(blocks.values()))})) return ""\n'
    body += "".join(f'  if ({test([pattern])}) return "{name_of(name)}"\n' for name, pattern in blocks.items())
    return f'function block_head(text) {{\n{body}  return ""\n}}\n'


def test_function(name: str, pattern: str) -> str:
    """Return a function that tells whether a text begins with a pattern."""
    return f"function {name}(text) {{\n  return {test([pattern])}\n}}\n"


def length_function(name: str, pattern: str) -> str:
    """Return a function that tells how long the match of a pattern is, or 0."""
    tries = "".join(f"  if (match(text, {literal(part)})) return length_of(1)\n" for part in alternatives(pattern))
    return f"function {name}(text) {{\n{tries}  return 0\n}}\n"


def test(patterns: list[str]) -> str:
    """Return the condition that a text begins with one of some patterns; one with `.*` at its start may be anywhere."""
    parts = [part for pattern in patterns for part in branches(pattern)]
    anchored = "|".join(part for part in parts if not part.startswith(".*"))
    conditions = [f"text ~ {literal(anchored)}"] if anchored else []
    return " || ".join(conditions + [anywhere(part[2:]) for part in parts if part.startswith(".*")])


def anywhere(pattern: str) -> str:
    """Return the condition that a pattern fits at some place: by index first, which is fast."""
    begin = re.match(r"(?:[^]\[(){}.*+?|^$](?![*+?]))*", pattern)
    text = octal(begin[0]).replace("\\/", "/") if begin else ""  # in a string, a slash is itself
    search = f"text ~ /{escaped(pattern)}/"
    return f'index(text, "{text}") && {search}' if text else search


def alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, those of a group at its end, too, each with what is before the group."""
    parts = elements(pattern)
    begin = parts.index("(") if "(" in parts else 0
    if len(branches(pattern)) > 1 or not is_group(parts[begin:]):
        return branches(pattern)
    return ["".join(parts[:begin]) + part for part in branches("".join(parts[begin + 1 : -1]))]


def branches(pattern: str) -> list[str]:
    """Return the alternatives of a pattern that are outside all groups."""
    found = [""]
    depth = 0
    for part in elements(pattern):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += part
    return found


def is_group(parts: list[str]) -> bool:
    """Tell whether the first parenthesis is closed by the last one, which ends the pattern."""
    depth = 0
    for index, part in enumerate(parts):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if depth == 0:
            return index == len(parts) - 1 > 0
    return False


def elements(pattern: str) -> list[str]:
    """Return the bracket expressions, the escapes and the single characters of a pattern."""
    return re.findall(r"\[\^?\]?[^\]]*\]|\\.|.", pattern, re.DOTALL)


def literal(pattern: str) -> str:
    """Return a pattern that begins where the text begins."""
    return f"/^{escaped(pattern)}/" if len(branches(pattern)) == 1 else f"/^({escaped(pattern)})/"


def escaped(pattern: str) -> str:
    """Return the text between the slashes: ASCII, without quotes, a character of several bytes out of brackets."""
    return "".join(element(part) for part in elements(pattern))


def element(part: str) -> str:
    """Return a bracket expression, an escape or a character."""
    if part.startswith("[") and not part.isascii():
        members = re.findall("[^\x00-\x7f]", part)
        rest = re.sub("[^\x00-\x7f]", "", part)
        return "(" + "|".join([octal(rest), *map(octal, members)]) + ")"
    return octal(part)


def octal(text: str) -> str:
    """Return a text in which only printable characters are left."""
    named = {0x09: "\\t", 0x27: "\\047", 0x2F: "\\/"}
    return "".join(named.get(byte, chr(byte) if byte < 127 else f"\\{byte:03o}") for byte in text.encode())


def tables(rules: dict[str, Any]) -> str:
    """Return the words of the levels, and the members of JSON."""
    lines = [f'  words_of_level("{level}", "{words}")\n' for level, words in rules["words"].items()]
    lines += [
        f'  translated["{octal(word)}"] = "{level}"\n'
        for level, words in rules["translations"].items()
        for word in words
    ]
    for name, members in rules["json"].items():
        if isinstance(members, dict):
            lines += [f'  json_{name_of(name)}["{key}"] = "{other}"\n' for key, other in members.items()]
            continue
        kind = "words_in_order" if name.endswith(("levels", "messages", "letters")) else "words_of"
        lines.append(f'  {kind}("{" ".join(members)}", json_{name_of(name)})\n')
    for name in ("level", "message"):
        lines.append(f'  words_of("{" ".join(rules["json"][f"{name}s"])}", json_is_{name})\n')
    return f"BEGIN {{\n{''.join(lines)}}}\n"
