"""Judges the suite itself: a case that teaches something wrong is worse than none."""

import json
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DRIVERS = {"python", "node", "shell"}
LEVELS = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR"}
LONGEST_ARGUMENT = 128 * 1024  # bytes with the closing NUL; Linux's MAX_ARG_STRLEN
LONGEST_MESSAGE = 15_360  # UTF-16 units
KEBAB_CASE = r"[a-z0-9]+(-[a-z0-9]+)*"
CASE_FILES = sorted((HERE / "cases").rglob("*.json"))


def fault(condition, place, what):
    if not condition:
        pytest.fail(f"BUG IN CASE: {place}: {what}", pytrace=False)


def test_cases_are_found():
    """The cases lie where the harness looks for them."""
    assert len(CASE_FILES) >= 150


def test_about_is_unique():
    """No two cases teach the same thing in the same words."""
    first = {}
    for path in CASE_FILES:
        about = json.loads(path.read_bytes())["about"]
        fault(about not in first, path, f"the sentence of {first.get(about)}")
        first[about] = path


def test_calls_are_unique():
    """No two cases make the same call."""
    first = {}
    for path in CASE_FILES:
        call = tuple(json.loads(path.read_bytes())["call"])
        fault(call not in first, path, f"the call of {first.get(call)}")
        first[call] = path


def test_files_belong_to_a_case():
    """Every file below cases/ is a case, or the golden of one for all drivers or for one it excepts."""
    for path in (HERE / "cases").rglob("*"):
        if path.is_dir() or path.suffix == ".json":
            continue
        stem, _, driver = path.stem.partition(".")
        case = path.with_name(f"{stem}.json")
        fault(path.suffix in (".stdout", ".stderr") and case.exists(), path, "belongs to no case")
        exceptions = json.loads(case.read_bytes()).get("except", {})
        fault(not driver or driver in exceptions, path, f"the case excepts no {driver}")


def test_case_is_well_formed(case):
    """A case has a speaking name and known members only, each of its form."""
    parts = case.name.split("/")
    well_named = len(parts) == 3 and parts[0] in ("valid", "invalid")
    well_named = well_named and all(re.fullmatch(KEBAB_CASE, part) for part in parts)
    fault(well_named, case.path, "expected (valid|invalid)/<group>/<kebab-case>.json")
    fault(re.fullmatch(rb"[\n -~]*\n", case.path.read_bytes()), case.path, "expected printable ASCII and line ends")
    members = case.members
    fault(list(members) in (["about", "call"], ["about", "call", "except"]), case.path, f"members {list(members)}")
    fault(isinstance(members["about"], str), case.path, "about: expected a sentence")
    about = members["about"]
    fault(0 < len(about) < 90 and about[-1] != ".", case.path, "about: expected less than 90 characters, no full stop")
    fault(not re.search(r"\b(should|must|tests?)\b", about), case.path, "about: say what happens")
    fault(isinstance(members["call"], list), case.path, "call: expected an array")
    for argument in members["call"]:
        fault(isinstance(argument, str) and "\0" not in argument, case.path, "call: expected text without NUL")
        fault(not re.search("[\ud800-\udc7f\udd00-\udfff]", argument), case.path, "call: a surrogate that is no byte")
        size = len(argument.encode("utf-8", "surrogateescape"))
        fault(size < LONGEST_ARGUMENT, case.path, f"call: an argument of {size} bytes")
    if "except" in members:
        fault(case.exceptions and set(case.exceptions) <= DRIVERS, case.path, f"except: expected some of {DRIVERS}")
        fault(all(case.exceptions.values()), case.path, "except: expected a reason")


def test_goldens_are_records(case):
    """A valid case has one golden, a record on the stream it belongs to; an invalid case has none."""
    common = case.goldens("")
    fault(len(common) == (1 if case.name.startswith("valid/") else 0), case.path, f"has {len(common)} goldens")
    for driver in ("", *case.exceptions):
        for stream, line in case.goldens(driver).items():
            judge_record(f"{case.path} ({driver or 'all'}, {stream})", stream, line)


def judge_record(place, stream, line):
    fault(re.fullmatch(rb"::\{[ -~]*\}::\n", line), place, "expected one line of printable ASCII in its frame")
    text = line.decode()[2:-3]
    fault(r"\u0000" not in text, place, "holds a NUL, or the text that Kestra takes for one")
    fault(text == rewritten(text), place, f"expected {rewritten(text)}")
    record = json.loads(text)
    # json.loads joins the halves of a pair, so what is left of surrogates stands alone.
    fault(not re.search("[\ud800-\udfff]", json.dumps(record, ensure_ascii=False)), place, "holds a lone surrogate")
    fault(list(record) in (["logs"], ["outputs"], ["metrics"], ["assets"]), place, f"members {list(record)}")
    for entry in record.get("logs", []):
        fault(list(entry) == ["level", "message"] and entry["level"] in LEVELS, place, f"entry {entry}")
        units = len(entry["message"].encode("utf-16-le")) // 2
        fault(units <= LONGEST_MESSAGE, place, f"a message of {units} UTF-16 units")
    is_grave = any(entry["level"] in ("WARN", "ERROR") for entry in record.get("logs", []))
    fault(stream == ("stderr" if is_grave else "stdout"), place, "lies on the wrong stream")


def rewritten(text):
    """Write the JSON text anew as Python does, in compact form; numbers keep their spelling."""
    number = "\0{}".format
    value = json.loads(text, parse_int=number, parse_float=number)
    return re.sub(r'"\\u0000([^"]*)"', r"\1", json.dumps(value, separators=(",", ":")))


def test_known_failures_exist():
    """Every known failure names a case that exists."""
    for file in sorted((HERE / "known_failures").glob("*.txt")):
        for line in file.read_text().splitlines():
            if line and not line.startswith("#"):
                assert (HERE / f"cases/{line}.json").exists(), f"{file}: no case {line}"
