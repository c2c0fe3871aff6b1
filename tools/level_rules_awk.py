"""Write the rules on levels as an awk program.

Patterns become literals, as busybox compiles a pattern in a string at each use.
Where awk takes the longest of several alternatives, Python takes the first: where the end of a match matters, each
alternative becomes a pattern of its own.
"""

from __future__ import annotations

import re
from typing import Any

WORD = "[A-Za-z]+"
BOTH = ("go", "rust", "r", "exception", "ansible")  # patterns of events whose kind has a pattern of the same name
NAMES = ("time", "stamped", "logfmt", "behind a place", "Erlang")
FEW = 20  # characters that a guard lists
COLON = 'index(text, ":")'
ANY = {chr(code) for code in range(256)}
ABOUT = "# The rules on levels. Written by tools/level_rules.py from conformance/levels.json: change them there.\n"


def awk_table(rules: dict[str, Any]) -> str:
    """Return the program: functions for the patterns, and tables for the words."""
    each = rules["rules"]
    pairs = next(index for index, rule in enumerate(each) if "line" in rule)
    functions = [
        places(rules["places"]),
        rule_function("rules_before_pairs", each[:pairs]),
        pairs_functions(each[pairs], time_of(rules["patterns"]["timed"])),
        rule_function("rules_after_pairs", each[pairs + 1 :]),
        time_functions(rules["patterns"]["timed"]),
        *(length_function(f"{name}_length", rules["patterns"][name]) for name in ("elapsed", "token")),
        block_function(rules["blocks"]),
        *(
            test_function(f"event_{name_of(name)}", pattern)
            for name, pattern in rules["events"].items()
            if name not in rules["blocks"] or name in BOTH
        ),
        *(
            length_function(f"message_{name_of(name)}", pattern)
            for name, pattern in rules["messages"].items()
            # The first is only needed for the logger's name, which awk does not show; the other is in time_functions.
            if name not in ("name before", "head of pairs")
        ),
        tables(rules),
    ]
    return "\n".join([ABOUT, *functions])


def name_of(text: str) -> str:
    """Return a name of the data as one of awk."""
    return re.sub("[^a-z]", "_", text)


def places(given: list[dict[str, Any]]) -> str:
    """Return the function that looks for a level behind a time."""
    conditions = {rule["name"]: "is_first" for rule in given if rule.get("case", "").startswith("first")}
    return rule_function("read_places", given, conditions).replace("(text,", "(text, is_first,", 1)


def rule_function(name: str, given: list[dict[str, Any]], conditions: "dict[str, str] | None" = None) -> str:
    """Return a function that tries rules in their order."""
    body = "".join(
        group_text(guard, [rule_text(rule, (conditions or {}).get(rule.get("name", ""), "")) for rule in merged(rules)])
        for guard, rules in groups(given)
    )
    start = "  first = substr(text, match(text, /[^ \\t]/), 1)\n"
    return f"function {name}(text,   first) {{\n{start}{body}  return 0\n}}\n"


def group_text(guard: str, statements: list[str]) -> str:
    """Return statements that are run if a condition is true."""
    body = "".join(statements)
    if len(statements) == 1:
        return body.replace("if (", f"if ({guard} && ", 1) if guard else body
    return f"  if ({guard}) {{\n{indented(body)}  }}\n" if guard else body


def indented(text: str) -> str:
    """Return lines with two more spaces before each."""
    return re.sub("^", "  ", text, flags=re.MULTILINE).removesuffix("  ")


def groups(given: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return rules with the condition that they share: their first characters, or a colon.

    An awk without an automaton tries patterns one by one, and most lines fit none. A rule is moved before another one
    only where no text fits both, which their first characters tell.
    """
    found: list[tuple[str, set[str], list[dict[str, Any]]]] = []
    for rule in [part for each in given for part in parts_of(each)]:
        starts = first_characters(whole(rule))
        kind = kind_of(starts) or (COLON if has_colon(whole(rule)) else "")
        place = next(
            (i for i in range(len(found) - 1, -1, -1) if found[i][0] == kind or overlap(found[i][1], starts)), None
        )
        if place is None or found[place][0] != kind:
            found.append((kind, set(), []))
            place = -1
        found[place][1].update(starts or ANY)
        found[place][2].append(rule)
    return [(guard(kind, starts), rules) for kind, starts, rules in found]


def parts_of(rule: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a rule, or one for each of its alternatives where it does not matter which one fits."""
    if set(rule) != {"level", "pattern"}:
        return [rule]
    return [{**rule, "pattern": part} for part in branches(rule["pattern"])]


def overlap(some: set[str], others: set[str]) -> bool:
    """Tell whether a text can begin with one of both sets; an empty one is of all characters."""
    return not some or not others or not some.isdisjoint(others)


def kind_of(starts: set[str]) -> str:
    """Return the name of the kind of characters, or nothing where there are several kinds, or many."""
    if not starts or len(starts) > FEW:
        return ""
    kinds = {"upper" if each.isupper() else "lower" if each.islower() else "sign" for each in starts}
    return kinds.pop() if len(kinds) == 1 else ""


def guard(kind: str, starts: set[str]) -> str:
    """Return the condition of a group."""
    text = octal("".join(sorted(starts))).replace("\\/", "/").replace('"', '\\"')
    return f'index("{text}", first)' if kind not in ("", COLON) else kind


def first_characters(pattern: str) -> set[str]:
    """Return the characters that a text which fits can begin with, after its blanks; nothing where it can be any."""
    found: set[str] = set()
    for part in branches(pattern):
        starts, may_be_empty = start_of(elements(part))
        if may_be_empty or not starts or starts == set(" "):
            return set()
        found |= starts
    return found - set(" \t")


def start_of(parts: list[str]) -> tuple[set[str], bool]:
    """Return the characters of a part's start, and whether it can be empty; nothing where they can be any."""
    found: set[str] = set()
    while parts:
        size = group_end(parts)
        atom, sign = parts[:size], "".join(parts[size : size + 1])
        if atom[0] == "(":
            inner = [start_of(elements(part)) for part in branches("".join(atom[1:-1]))]
            starts = set[str]().union(*(each for each, _ in inner)) if all(each for each, _ in inner) else set[str]()
            may_be_empty = any(empty for _, empty in inner)
        else:
            starts, may_be_empty = members(atom[0]), False
        if not starts:
            return set(), False
        found |= starts
        if not may_be_empty and sign not in ("?", "*"):
            # A blank that has to be there tells nothing of the first other character.
            return (found, False) if found - set(" \t") else (set(), False)
        parts = parts[size + (sign in ("?", "*", "+")) :]
    return found, True


def group_end(parts: list[str]) -> int:
    """Return the size of the first element: that of a group, if it begins one."""
    depth = 0
    for index, part in enumerate(parts):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if depth == 0:
            return index + 1
    raise ValueError(parts)


def members(part: str) -> set[str]:
    """Return the characters of a bracket expression, or the one character; nothing where they can be any."""
    if part == "." or part.startswith(("[^", "$", "^")):
        return set()
    if len(part) == 1:
        return {chr(part.encode()[0])}
    if part.startswith("\\"):
        return {part[1]}
    text = re.sub("(.)-(.)", lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), part[1:-1])
    return {chr(each.encode()[0]) for each in text}


def has_colon(pattern: str) -> bool:
    """Tell whether a colon is a part of whatever fits a pattern."""
    depth = 0
    parts = [*elements(pattern), ""]
    for part, following in zip(parts, parts[1:]):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part == ":" and depth == 0 and following not in ("?", "*"):
            return len(branches(pattern)) == 1
    return False


def whole(rule: dict[str, Any]) -> str:
    """Return the pattern of a rule with its word."""
    return str(rule["pattern"] if "level" in rule else rule["before"] + word(rule) + rule["after"])


def word(rule: dict[str, Any]) -> str:
    """Return the pattern of the word of a rule; no letter comes after it."""
    case = rule["case"].rpartition(" ")[2]
    if case == "letter":
        return "[A-Z]"
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
    if "level" in rule:
        if "name" in rule:
            return f'  if (match(text, {literal(rule["pattern"])})) return found_stamped("{rule["level"]}")\n'
        if rule.get("head"):
            return f'  if (match(text, {literal(rule["pattern"])})) return found_head("{rule["level"]}")\n'
        return f'  if ({test([rule["pattern"]])}) return found_text("{rule["level"]}")\n'
    case = rule["case"].rpartition(" ")[2]
    case = case if case in ("upper", "lower") else ""
    words = f" {rule['words']} " if "words" in rule else ""
    before, after = rule["before"], rule["after"]
    if rule["case"] == "letter":  # the first one of the text
        call = f'found_letter(text, "{told_name(rule)}", {int(rule.get("strong", False))})'
        return f"  if (match(text, {literal(whole(rule))}) && {call}) return 1\n"
    told = f'"{case}", "{words}", "{told_name(rule)}", {int(rule.get("strong", False))}'
    if "(" in before:  # the longest start may not be the one before the word
        call = f"found_behind(text, {string(before)}, {string(word(rule) + after)}, {told})"
    else:
        position = f"length_of(match(text, {literal(before)}))" if before else "0"
        call = f"found_word(text, {position}, {told})"
    return f"  if ({condition and f'{condition} && '}text ~ {literal(whole(rule))} && {call}) return 1\n"


def told_name(rule: dict[str, Any]) -> str:
    """Return the name of a rule where awk asks for it."""
    return rule["name"] if rule["name"] in NAMES else "word"


def pairs_functions(rule: dict[str, Any], time: str) -> str:
    """Return the functions on pairs of key=value."""
    start, after_time = (part.replace(time, "") for part in branches(rule["line"][1:-1]))
    return (
        f"function has_level_pair(text,   width) {{\n  if (text !~ /{escaped(rule['before'] + WORD)}/) return 0\n"
        f"  if (text ~ {literal(start)}) return 1\n"
        f"  return (width = time_length(text)) && substr(text, width + 1) ~ {literal(after_time)}\n}}\n\n"
        f"function level_pair(text) {{\n  if (!match(text, / ({escaped(rule['before'])}){WORD}/)) return 0\n"
        f"  text = substr(text, RSTART + 1)\n  return RSTART + length_of(match(text, {literal(rule['before'])}))\n}}\n"
    )


def time_of(timed: str) -> str:
    """Return the pattern of a time alone."""
    parts = elements(timed)
    begin = parts.index("(")
    return "".join(parts[begin : begin + group_end(parts[begin:])])


def time_functions(timed: str) -> str:
    """Return the functions on a time, whose pattern is long, and so is written once."""
    before, after = timed.split(time_of(timed))
    return f"""{length_function("time_length", time_of(timed))}
function timed_length(text,   start, width) {{
  start = length_of(match(text, {literal(before)}))
  width = time_length(substr(text, start + 1))
  return width ? start + width + (substr(text, start + width + 1, 1) ~ {literal(after.rstrip("?"))}) : 0
}}

function message_head_of_pairs(text,   width) {{
  if (!(width = time_length(text)) || substr(text, width + 1, 1) != " ") return 0
  return width + length_of(match(substr(text, width + 1), /^ +/))
}}
"""


def block_function(blocks: dict[str, str]) -> str:
    """Return the function that names the kind of an event that a line begins."""
    body = "".join(f'  if ({test([pattern])}) return "{name_of(name)}"\n' for name, pattern in blocks.items())
    return f'function block_head(text) {{\n{body}  return ""\n}}\n'


def test_function(name: str, pattern: str) -> str:
    """Return a function that tells whether a text begins with a pattern."""
    return f"function {name}(text) {{\n  return {test([pattern])}\n}}\n"


def length_function(name: str, pattern: str) -> str:
    """Return a function that tells how long the match of a pattern is, or 0."""
    tries = "".join(
        # Where nothing was found, some awks have another RLENGTH than 0.
        f"  if (match(text, {literal(part)})) return {'length_of(1)' if start_of(elements(part))[1] else 'RLENGTH'}\n"
        for part in alternatives(pattern)
    )
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


def string(pattern: str) -> str:
    """Return a pattern as a string."""
    return '"' + escaped(pattern).replace("\\/", "/").replace('"', '\\"') + '"'


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
    letters = rules["letters"]  # capital ones, which are no words
    lines = [f'  words_of_level("{level}", "{words} {letters[level]}")\n' for level, words in rules["words"].items()]
    lines += [
        f'  translations_of_level("{level}", "{";".join(map(octal, words))}")\n'
        for level, words in rules["translations"].items()
    ]
    for name, members in rules["json"].items():
        if name == "loggers":  # whose names awk does not show
            continue
        if isinstance(members, dict):
            lines += [f'  json_{name_of(name)}["{key}"] = "{other}"\n' for key, other in members.items()]
            continue
        kind = "words_in_order" if name.endswith(("levels", "messages", "letters")) else "words_of"
        lines.append(f'  {kind}("{" ".join(members)}", json_{name_of(name)})\n')
    for name in ("level", "message"):
        lines.append(f'  words_of("{" ".join(rules["json"][f"{name}s"])}", json_is_{name})\n')
    return f"BEGIN {{\n{''.join(lines)}}}\n"
