"""Checks the cases themselves, because a wrong case is worse than none."""

import json
import re
import sys
from decimal import Decimal
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DRIVERS = {"python", "node", "shell"}
LEVELS = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR"}
LONGEST_ARGUMENT = 128 * 1024  # bytes with the closing NUL; Linux's MAX_ARG_STRLEN
LONGEST_MESSAGE = 15_360  # UTF-16 units
LONGEST_TIMER = 9_000_000_000  # seconds
DEEPEST = 1_000  # levels of a line
MOST_DIGITS = 1_000
KEBAB_CASE = r"[a-z0-9]+(-[a-z0-9]+)*"
CASE_FILES = sorted((HERE / "cases").rglob("*.json"))

# Python's json uses one frame a level, and the deepest cases have as many levels as its default stack has frames.
sys.setrecursionlimit(5_000)


def require(condition, path, what):
    if not condition:
        pytest.fail(f"BUG IN CASE: {path}: {what}", pytrace=False)


def test_cases_are_found():
    """The harness finds the cases."""
    assert len(CASE_FILES) >= 900


def test_about_is_unique():
    """No two cases have the same sentence."""
    first = {}
    for path in CASE_FILES:
        about = json.loads(path.read_bytes())["about"]
        require(about not in first, path, f"the sentence of {first.get(about)}")
        first[about] = path


def test_calls_are_unique():
    """No two cases make the same call."""
    first = {}
    for path in CASE_FILES:
        call = tuple(json.loads(path.read_bytes())["call"])
        require(call not in first, path, f"the call of {first.get(call)}")
        first[call] = path


def test_files_belong_to_a_case():
    """Every file below cases/ is a case or a golden, either for all drivers or for one that the case excepts."""
    for path in (HERE / "cases").rglob("*"):
        if path.is_dir() or path.suffix == ".json":
            continue
        stem, _, driver = path.stem.partition(".")
        case = path.with_name(f"{stem}.json")
        require(path.suffix in (".stdout", ".stderr") and case.exists(), path, "belongs to no case")
        exceptions = json.loads(case.read_bytes()).get("except", {})
        require(not driver or driver in exceptions, path, f"the case excepts no {driver}")


def test_case_is_well_formed(case):
    """A case has a well-formed name, and only known members of the right form."""
    parts = case.name.split("/")
    well_named = len(parts) == 3 and parts[0] in ("valid", "invalid")
    well_named = well_named and all(re.fullmatch(KEBAB_CASE, part) for part in parts)
    require(well_named, case.path, "expected (valid|invalid)/<group>/<kebab-case>.json")
    require(re.fullmatch(rb"[\n -~]*\n", case.path.read_bytes()), case.path, "expected printable ASCII and line ends")
    members = case.members
    required, optional = ["about", "rules", "call"], ["except", "stdout", "writes", "padding"]
    others = [name for name in optional if name in members]
    require(list(members) == required + others, case.path, f"expected {required} and {optional}, got {list(members)}")
    require(members.get("stdout", "full") == "full", case.path, 'stdout: expected "full"')
    for name in ("writes", "padding"):
        require(type(members.get(name, 1)) is int, case.path, f"{name}: expected a number")
    require(isinstance(members["about"], str), case.path, "about: expected a sentence")
    about = members["about"]
    require(0 < len(about) < 90 and about[-1] != ".", case.path, "about: expected under 90 characters, no full stop")
    require(not re.search(r"\b(should|must|tests?)\b", about), case.path, "about: say what happens")
    require(isinstance(members["call"], list), case.path, "call: expected an array")
    for argument in members["call"]:
        require(isinstance(argument, str) and "\0" not in argument, case.path, "call: expected text without NUL")
        require(not re.search("[\ud800-\udc7f\udd00-\udfff]", argument), case.path, "call: a surrogate that is no byte")
        size = len(argument.encode("utf-8", "surrogateescape"))
        require(size < LONGEST_ARGUMENT, case.path, f"call: an argument of {size} bytes")
    if "except" in members:
        require(case.exceptions and set(case.exceptions) <= DRIVERS, case.path, f"except: expected some of {DRIVERS}")
        require(all(case.exceptions.values()), case.path, "except: expected a reason")


def goldens_of(case):
    """Yield each line of each golden with its path, its drivers and its stream."""
    held = {"": DRIVERS - set(case.exceptions), **{driver: {driver} for driver in case.exceptions}}
    for driver, drivers in held.items():
        for stream, golden in case.goldens(driver).items():
            # Only captured text and several calls make several records.
            is_several = case.members["call"][0] in ("capture", "calls")
            for line in golden.splitlines(keepends=True) if is_several else [golden]:
                yield f"{case.path} ({driver or 'all'}, {stream})", drivers, stream, line


def test_goldens_are_records(case):
    """A valid case has one golden, with its records on the right stream, and an invalid case only has exceptions."""
    common = case.goldens("")
    has_golden = (case.is_valid and not case.is_on_full_disk) or (not case.is_valid and case.group == "calls")
    require(len(common) == has_golden, case.path, f"has {len(common)} goldens")
    for path, _, stream, text in goldens_of(case):
        verb = case.members["call"][0]
        for line in text.splitlines(keepends=True) if verb == "levels" else [text]:
            record = check_record(path, line)
            goes_to_stderr = any(entry["level"] in ("WARN", "ERROR") for entry in record.get("logs", []))
            is_passed_on = verb == "capture" and "logs" not in record
            right = ("stdout", "stderr") if is_passed_on else (("stderr",) if goes_to_stderr else ("stdout",))
            if verb == "levels":  # the records stay on the stream of the text
                right = (case.members["call"][1],)
            require(stream in right, path, "lies on the wrong stream")
    for driver in case.exceptions:
        require(case.goldens(driver) != common, case.path, f"except: {driver} gives the common answer")


def check_record(path, line):
    require(re.fullmatch(rb"::\{[ -~]*\}::\n", line), path, "expected one line of printable ASCII in its frame")
    text = line.decode()[2:-3]
    require(r"\u0000" not in text, path, "holds a NUL, or the text that Kestra takes for one")
    require(text == rewritten(text), path, f"expected {rewritten(text)}")
    levels = nesting(text)
    require(levels <= DEEPEST, path, f"{levels} levels deep")
    record = json.loads(text)
    # json.loads joins the halves of a pair, so any remaining surrogate is a lone one.
    require(not re.search("[\ud800-\udfff]", json.dumps(record, ensure_ascii=False)), path, "holds a lone surrogate")
    require(list(record) in (["logs"], ["outputs"], ["metrics"], ["assets"]), path, f"members {list(record)}")
    for entry in record.get("logs", []):
        require(list(entry) == ["level", "message"] and entry["level"] in LEVELS, path, f"entry {entry}")
        units = len(entry["message"].encode("utf-16-le")) // 2
        require(units <= LONGEST_MESSAGE, path, f"a message of {units} UTF-16 units")
    for metric in record.get("metrics", []):
        check_metric(path, metric)
    for name in ("outputs", "assets"):
        require(isinstance(record.get(name, {}), dict), path, f"{name}: expected a map")
        require("" not in record.get(name, {}), path, f"{name}: an empty name")
    return record


def check_metric(path, metric):
    require(list(metric) == ["name", "type", "value", "tags"], path, f"metric {metric}")
    name, kind, value, tags = metric.values()
    require(isinstance(name, str) and name, path, "name: expected text")
    require(type(value) in (int, float) and abs(float(value)) < float("inf"), path, "value: expected a double")
    require(kind in ("counter", "gauge") or (kind == "timer" and abs(value) <= LONGEST_TIMER), path, f"{kind} {value}")
    require(all(name and isinstance(text, str) for name, text in tags.items()), path, f"tags {tags}")


class Key(str):
    """A key that equals no other."""

    __slots__ = ()
    __eq__, __hash__ = object.__eq__, object.__hash__


def rewritten(text):
    """Return the JSON text in Python's compact form with S-7; numbers keep their spelling, and duplicate keys stay."""

    def members(pairs):
        return {Key(key): value for key, value in pairs}

    number = "\0{}".format
    value = json.loads(text, parse_int=number, parse_float=number, object_pairs_hook=members)
    compact = re.sub(r'"\\u0000([^"]*)"', r"\1", json.dumps(value, separators=(",", ":")))
    return compact.replace("::{", r"::\u007b")


def nesting(text):
    """Count the levels of a JSON text."""
    deepest = level = 0
    for bracket in re.findall(r"[][{}]", re.sub(r'"(\\.|[^"\\])*"', "", text)):
        level += 1 if bracket in "[{" else -1
        deepest = max(deepest, level)
    return deepest


def test_goldens_repeat_their_data(case):
    """A golden of outputs, metrics or assets has the data of its call in that order, with numbers as doubles."""
    for path, drivers, _, line in goldens_of(case):
        if not line.startswith(b'::{"logs"') and case.members["call"][0] not in ("capture", "levels", "calls"):
            # JavaScript's objects put keys that read like array indexes first.
            is_sorted = drivers == {"node"}
            actual, wanted = read(line[2:-3]), data_of(*case.members["call"])
            same = json.dumps(actual, sort_keys=is_sorted) == json.dumps(wanted, sort_keys=is_sorted)
            require(same, path, f"expected the data of {wanted}")


def data_of(verb, *arguments):
    """Return the record of a call of the driver protocol."""
    if verb in ("outputs", "assets"):
        return {verb: mapping(arguments, json_values=True)}
    name, text, *tags = arguments
    value = read(text)
    number = read(value) if isinstance(value, str) else value  # a number in quotes is that number
    return {"metrics": [{"name": name, "type": verb, "value": number, "tags": mapping(tags)}]}


def mapping(arguments, *, json_values=False):
    members = {}
    for argument in arguments:
        key, _, value = argument.partition("=")
        is_json = json_values and key.endswith(":")
        members[key[:-1] if is_json else key] = read(value) if is_json else value
    return members


def read(text):
    return json.loads(text, parse_int=double, parse_float=double)


def double(text):
    return float(text) + 0.0  # minus zero becomes zero


def test_numbers_are_spelled(case):
    """A number in a golden has the spelling of each driver that must print the golden."""
    if case.members["call"][:1] == ["levels"]:
        return  # numbers there are part of the printed text
    for path, drivers, _, line in goldens_of(case):
        numbers = []
        json.loads(line[2:-3], parse_int=numbers.append, parse_float=numbers.append)
        for driver in sorted(drivers):
            for number in numbers:
                require(is_spelled(driver, number, case.members["call"]), path, f"{driver} does not write {number}")


def is_spelled(driver, number, call):
    digits = len(re.sub(r"\D", "", number))
    if driver == "shell":  # which passes a number on
        alone = rf"(?<![\w.+-]){re.escape(number)}(?![\w.+-])"
        return digits <= MOST_DIGITS and any(re.search(alone, argument) for argument in call)
    if driver == "node":  # which has one kind of number
        return number == ecmascript(double(number))
    if re.fullmatch(r"-?\d+", number):
        return number == str(int(number)) and digits <= MOST_DIGITS
    text = ecmascript(float(number))
    return number == (text if "." in text or "e" in text else text + ".0")


def ecmascript(number):
    """Return a double as ECMAScript's Number::toString writes it, except that minus zero keeps its sign."""
    sign, digits, exponent = Decimal(repr(number)).normalize().as_tuple()
    text = "".join(map(str, digits))
    point = len(text) + exponent  # counted from the first digit
    if exponent >= 0 and point <= 21:
        text += "0" * exponent
    elif 0 < point <= 21:
        text = f"{text[:point]}.{text[point:]}"
    elif -6 < point <= 0:
        text = f"0.{'0' * -point}{text}"
    else:
        text = f"{text[0]}{'.' * (len(text) > 1)}{text[1:]}e{point - 1:+d}"
    return "-" * sign + text


def test_known_failures_exist():
    """Every known failure names a case that exists."""
    for file in sorted((HERE / "known_failures").glob("*.txt")):
        for line in file.read_text().splitlines():
            if line and not line.startswith("#"):
                assert (HERE / f"cases/{line}.json").exists(), f"{file}: no case {line}"
