"""The command `kestra-conformance`."""

import argparse
import difflib
import io
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from kestra_conformance import __version__, formats
from kestra_conformance.calls import TIME_LIMIT, Batch
from kestra_conformance.cases import BrokenCaseError, Case, all_cases, known_failures, matches
from kestra_conformance.driver import NUMBERS, Driver, UsageError, read_driver, split_command
from kestra_conformance.judge import FAILED, SKIPPED, Result, answer, judge, outcome, why_not_run
from kestra_conformance.report import report
from kestra_conformance.rules import most_telling_first, rules, shares
from kestra_conformance.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHOWN = 10  # failures that are reported in full, and rules that are named


def positive(text: str) -> int:
    """Return the number of a text, which is above 0."""
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Return the options."""
    options = argparse.ArgumentParser(
        prog="kestra-conformance",
        usage="kestra-conformance [OPTION]... COMMAND [ARGUMENT]...",
        description="Hold a driver, the program COMMAND, to every case of the conformance suite.",
        epilog="Exit status: 0 the driver conforms, 1 it does not, 2 nothing could be run.",
    )
    add = options.add_argument
    add("command", nargs=argparse.REMAINDER, help="the driver; a single argument is split as a shell does it")
    add("--config", type=Path, metavar="FILE", help="the driver's file (default: beside the driver, as mine.toml)")
    add("--name", help="the name of the driver in the verdict (default: that of its file)")
    add("--numbers", choices=NUMBERS, help="the kinds of numbers that its language has (integers-and-floats)")
    add("--batch", action=argparse.BooleanOptionalAction, help="ask one process many calls; needs the batch mode")
    add("--group", action="append", metavar="NAME", help="run only this group, or all that begin so; may be repeated")
    add("--case", action="append", metavar="NAME", help="run only this case; may be repeated")
    add("--known-failures", metavar="FILE", help="a list of cases that may fail")
    jobs = os.cpu_count() or 1
    add("--jobs", type=positive, default=jobs, metavar="N", help="processes at the same time (%(default)s)")
    add("--time-limit", type=float, default=TIME_LIMIT, metavar="SECONDS", help="for one call (%(default)g)")
    add("--junit", type=Path, metavar="FILE", help="write JUnit's XML")
    add("--json", type=Path, metavar="FILE", help="write a report in JSON")
    add("--badge", type=Path, metavar="FILE", help="write a badge in SVG")
    add("--version", action="version", version=f"kestra-conformance {__version__}")
    return options


def main(arguments: "Optional[list[str]]" = None) -> int:
    """Run the command, and return its exit status."""
    options = parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # whatever the locale
    try:
        driver, cases, known = prepare(options)
    except (UsageError, BrokenCaseError) as error:
        print(f"kestra-conformance: {error}", file=sys.stderr)
        return 2
    is_complete = not (options.group or options.case)
    results = list(progress(certify(driver, cases, known, options.jobs, options.time_limit), len(cases)))
    verdict = Verdict(
        driver.name, [(result.case.group, result.outcome, result.reason) for result in results], is_complete=is_complete
    )
    print_verdict(driver, verdict, results)
    if options.junit:
        options.junit.write_text(formats.junit(driver, results), "utf-8")
    if options.json:
        options.json.write_text(formats.to_json(driver, verdict, results), "utf-8")
    if options.badge:
        options.badge.write_text(formats.badge(verdict), "utf-8")
    if not verdict.total.keys() - {SKIPPED}:
        return 2
    return 1 if verdict.total[FAILED] else 0


def prepare(options: argparse.Namespace) -> "tuple[Driver, list[Case], dict[str, str]]":
    """Return the driver, the cases to run, and those that may fail; check all options before anything is run."""
    command = split_command(options.command[options.command[:1] == ["--"] :])
    chosen = {name: getattr(options, name) for name in ("name", "numbers", "batch")}
    driver = read_driver(command, options.config, **chosen, **{"known-failures": options.known_failures})
    cases = all_cases()
    try:
        known = known_to_fail(driver.known_failures, cases)
        for file in filter(None, (options.junit, options.json, options.badge)):
            file.open("a").close()
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from error
    return driver, choose(cases, options.group, options.case), known


def choose(cases: "list[Case]", groups: "Optional[list[str]]", names: "Optional[list[str]]") -> "list[Case]":
    """Return the cases of some groups, or of some names; with neither, all."""
    if groups:
        every, cases = cases, [case for case in cases if matches(case.group, groups)]
        if not cases:
            there_are = ", ".join(dict.fromkeys(case.group for case in every))
            raise UsageError(f"--group: there is no group {' or '.join(groups)}; there are {there_are}")
    if names:
        known = {case.name: case for case in cases}
        unknown = [name for name in names if name not in known]
        if unknown:
            raise UsageError(f"--case: there is no case {', '.join(unknown)}{alike(unknown[0], known)}")
        cases = [known[name] for name in names]
    return cases


def alike(name: str, names: "Iterable[str]") -> str:
    """Return a question with the name that is most like another."""
    found = difflib.get_close_matches(name, names, 1)
    return f"; is it {found[0]}?" if found else ""


def known_to_fail(file: "Optional[Path]", cases: "list[Case]") -> "dict[str, str]":
    """Read the list of known failures; refuse a name that no case has."""
    if file is None:
        return {}
    file.read_bytes()  # raises an error if there is no such file
    known = known_failures(file)
    names = {case.name for case in cases}
    unknown = [name for name in known if name not in names]
    if unknown:
        raise UsageError(f"{file}: there is no case {', '.join(unknown)}{alike(unknown[0], names)}")
    return known


def certify(
    driver: Driver, cases: "list[Case]", known: "dict[str, str]", jobs: int, time_limit: float
) -> "Iterator[Result]":
    """Yield what the driver does with each case, in their order."""
    batches: list[Batch] = []
    thread = threading.local()

    def start() -> None:
        thread.batch = Batch(driver.command, time_limit) if driver.batch else None
        batches.extend([thread.batch] if thread.batch else [])

    def of_case(case: Case) -> Result:
        if reason := why_not_run(driver, case, can_batch=driver.batch):
            return Result(case, SKIPPED, reason)
        result = judge(driver, case, answer(driver, case, thread.batch, time_limit))
        if driver.batch and result.outcome == FAILED and "padding" not in case.members:
            result = judge_alone(driver, result, time_limit)
        return outcome(result, known)

    try:
        with ThreadPoolExecutor(jobs, initializer=start) as pool:
            yield from pool.map(of_case, cases)
    finally:
        for batch in batches:
            batch.close()


def judge_alone(driver: Driver, batched: Result, time_limit: float) -> Result:
    """Judge a failure of the batch mode in a process of its own, which decides what is wrong."""
    case = batched.case
    alone = judge(driver, case, answer(driver, case, None, time_limit))
    if alone.outcome == FAILED:
        return alone
    reason = "It passes in a process of its own, and fails with --batch."
    return Result(case, FAILED, reason, batched.wanted, batched.actual)


def progress(results: "Iterable[Result]", total: int) -> "Iterator[Result]":
    """Pass results on, and show on a terminal how many there are."""
    shows = sys.stderr.isatty()
    failed = 0
    for number, result in enumerate(results, 1):
        failed += result.outcome == FAILED
        if shows:
            sys.stderr.write(f"\r\x1b[K{number} of {total}, {failed} failed: {result.case.group}")
            sys.stderr.flush()
        yield result
    if shows:
        sys.stderr.write("\r\x1b[K")


def print_verdict(driver: Driver, verdict: Verdict, results: "list[Result]") -> None:
    """Print the failures, the rules that they break, and the verdict."""
    failures = most_telling_first(results)
    for failure in failures[:SHOWN]:
        print(f"FAILED {report(driver, failure)}\n")
    if failures[SHOWN:]:
        print("Failed too (--case NAME shows each, --json FILE all):")
        print("".join(f"  {failure.case.name}: {failure.case.members['about']}\n" for failure in failures[SHOWN:]))
    broken = sorted(shares(results).items(), key=lambda item: -item[1][0] / item[1][1])
    if broken:
        print("Rules of the specification with failures:")
        print(
            "".join(
                f"  {number}: {failed} of {run} failed: {rules().get(number)}\n" for number, (failed, run) in broken
            )
        )
    print("\n".join(verdict.lines()))
