"""The verdict for machines and pages: JUnit's XML, JSON, and a badge."""

import json
from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from kestra_conformance import __version__
from kestra_conformance.driver import Driver
from kestra_conformance.judge import FAILED, KNOWN, SKIPPED, Result
from kestra_conformance.report import repeat, report, shortened
from kestra_conformance.verdict import COUNTED, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence


def junit(driver: Driver, results: "Sequence[Result]") -> str:
    """Return JUnit's XML: a suite for each group."""
    root = ET.Element("testsuites", name=f"kestra-conformance {__version__}: {driver.name}")
    suites: dict[str, ET.Element] = {}
    for result in results:
        group = result.case.group
        suite = suites.get(group)
        if suite is None:
            suite = suites[group] = ET.SubElement(root, "testsuite", name=group)
        test = ET.SubElement(suite, "testcase", classname=f"{driver.name}.{group}", name=result.case.name)
        if result.outcome == FAILED:
            text = report(driver, result)
            ET.SubElement(test, "failure", message=text.splitlines()[0]).text = text
        elif result.outcome in (KNOWN, SKIPPED):
            ET.SubElement(test, "skipped", message=f"{result.outcome}: {result.reason}")
    for element in [root, *suites.values()]:
        tests = list(element.iter("testcase"))
        element.set("tests", str(len(tests)))
        element.set("failures", str(sum(test.find("failure") is not None for test in tests)))
        element.set("skipped", str(sum(test.find("skipped") is not None for test in tests)))
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ET.tostring(root, encoding="unicode") + "\n"


def to_json(driver: Driver, verdict: Verdict, results: "Sequence[Result]") -> str:
    """Return the report in JSON; a byte that is not UTF-8 is a lone surrogate, as in the cases."""
    document = {
        "version": __version__,
        "driver": driver.name,
        "command": driver.command,
        "conforms": verdict.conforms,
        "complete": verdict.is_complete,
        "verdict": verdict.sentence(),
        "total": {outcome: verdict.total[outcome] for outcome in COUNTED},
        "groups": {name: {outcome: counts[outcome] for outcome in COUNTED} for name, counts in verdict.groups.items()},
        "left out": {name: verdict.reasons[name] for name in verdict.left_out},
        "cases": [of_case(driver, result) for result in results],
    }
    return json.dumps(document, indent=2) + "\n"


def of_case(driver: Driver, result: Result) -> "dict[str, object]":
    """Return the members of one case; a failure has what is needed to understand it."""
    members: dict[str, object] = {"name": result.case.name, "outcome": result.outcome}
    if result.reason:
        members["reason"] = result.reason
    if result.outcome in (FAILED, KNOWN):
        members["about"] = result.case.members["about"]
        members["rules"] = result.case.members.get("rules", [])
        members["run"] = repeat(driver, result)
        for name, streams in (("wanted", result.wanted or {}), ("actual", result.actual or {})):
            members[name] = {key: shortened(data.decode("utf-8", "surrogateescape")) for key, data in streams.items()}
    return members


# The text of a badge is set in 11 px; a character is about so wide.
CHARACTER = 6.6
BADGE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{label}: {text}">
  <title>{label}: {text}</title>
  <clipPath id="r"><rect width="{width}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#r)">
    <rect width="{left}" height="20" fill="#555"/>
    <rect x="{left}" width="{right}" height="20" fill="{colour}"/>
  </g>
  <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
    <text x="{left_middle}" y="14">{label}</text>
    <text x="{right_middle}" y="14">{text}</text>
  </g>
</svg>
"""


def badge(verdict: Verdict) -> str:
    """Return a badge in SVG: green, yellow for a part of the groups, red."""
    run, groups = len(verdict.groups) - len(verdict.left_out), len(verdict.groups)
    if not verdict.conforms:
        failed = verdict.total[FAILED] + verdict.total[KNOWN]
        text, colour = f"{failed} failed" if failed else "not run", "#c43c2f"
    elif verdict.is_complete:
        text, colour = f"{__version__}, {run} of {groups} groups", "#3a8a2e"
    else:
        text, colour = "a part passed", "#9a6700"
    label = "Kestra conformance"
    left, right = (round(len(part) * CHARACTER) + 10 for part in (label, text))
    middles = {"left_middle": left / 2, "right_middle": left + right / 2}
    return BADGE.format(
        label=label, text=escape(text), colour=colour, width=left + right, left=left, right=right, **middles
    )
