"""Makes generated calls with every emitter at once, and compares their answers with each other and with the reference.

python conformance/fuzz/run.py --calls 10000 --seed 1
python conformance/fuzz/run.py --call '["log", "INFO", "a"]'
"""

import argparse
import contextlib
import json
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Callable

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import hypothesis
import reference
from calls import CALLS
from emitters import Emitter, Result, all_emitters
from kestra_conformance.report import shell_word, shortened
from reference import RefusedError

# Of each hundred calls. Each shell starts processes for the last two.
SHARES = {"log": 30, "logs": 10, "outputs": 23, "assets": 5, "counter": 10, "gauge": 7, "timer": 9, "call": 2}
SHARES |= {"capture": 3, "levels": 1}
BATCH = 200  # calls that the emitters get at once


class DifferenceError(AssertionError):
    """An emitter answers otherwise than the reference, or than another emitter."""

    def __init__(
        self, emitter: Emitter, call: "list[str]", expected: object, actual: object, model: str = "reference"
    ) -> None:
        super().__init__(report(emitter, call, expected, actual, model))
        self.emitter = emitter


def main() -> None:
    options = parse_options()
    emitters = all_emitters(options.emitter)
    print(f"{', '.join(emitter.name for emitter in emitters)}; seed {options.seed}", flush=True)
    session = Session(emitters, options)
    try:
        if options.call:
            failures = session.repeat(options.call)
        else:
            failures = [failure for verb in options.verb or SHARES if (failure := session.fuzz(verb))]
    finally:
        for emitter in emitters:
            emitter.close()
    print(session.summary())
    if failures:
        sys.exit("\n\n".join(failures))


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=3_000, help="how many calls each emitter makes")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32), help="the seed that repeats a run")
    parser.add_argument("--emitter", action="append", default=[], help="only this emitter; may be repeated")
    parser.add_argument("--verb", action="append", choices=SHARES, help="only this call; may be repeated")
    parser.add_argument("--call", action="append", type=json.loads, help="make this call, a JSON array, and no other")
    return parser.parse_args()


class Session:
    """The emitters, and what they have been asked."""

    def __init__(self, emitters: "list[Emitter]", options: argparse.Namespace) -> None:
        self.emitters = emitters
        self.options = options
        self.made: Counter[str] = Counter()
        self.found: DifferenceError | None = None
        self.records = 0
        self.start = time.monotonic()

    def fuzz(self, verb: str) -> str:
        """Make the calls of one kind; return the report of the first that differs, shrunk as far as possible."""
        count = self.options.calls * SHARES[verb] // sum(SHARES[name] for name in self.options.verb or SHARES)
        calls: list[list[str]] = []
        self.found = None
        self.generate(verb, count, lambda call: self.collect(calls, call))
        self.compare_last(calls, len(calls) % BATCH)
        if self.found is None:
            return ""
        print(f"{self.found}\n\nThis is now made smaller.", flush=True)
        return f"{self.shrink(verb, count, calls)}\n  again:  {self.command(verb)}"

    def generate(self, verb: str, count: int, use: "Callable[[list[str]], None]", *phases: hypothesis.Phase) -> None:
        """Call a function with each generated call; the same seed generates the same calls."""

        @hypothesis.seed(self.options.seed)
        @hypothesis.settings(
            max_examples=max(count, 1),
            deadline=None,
            database=None,
            phases=[hypothesis.Phase.generate, *phases],
            suppress_health_check=list(hypothesis.HealthCheck),
            print_blob=False,
            report_multiple_bugs=False,
        )
        @hypothesis.given(CALLS[verb])
        def test(call: "list[str]") -> None:
            use(call)

        test()

    def collect(self, calls: "list[list[str]]", call: "list[str]") -> None:
        """Keep a call, and make the last ones when they are a batch, in a tenth of the time of one at a time."""
        if self.found is None:
            calls.append(call)
            if len(calls) % BATCH == 0:
                self.compare_last(calls, BATCH)

    def compare_last(self, calls: "list[list[str]]", count: int) -> None:
        """Make the last calls with all emitters; keep the first difference."""
        if count and self.found is None:
            try:
                self.compare(calls[-count:])
            except DifferenceError as difference:
                self.found = difference

    def shrink(self, verb: str, count: int, calls: "list[list[str]]") -> "DifferenceError | None":
        """Generate the calls again, and make each by itself from the last batch on."""
        emitters = self.emitters
        if self.found and verb != "levels":  # in which all are compared
            self.emitters = [self.found.emitter]
        skipped = iter(calls[: (len(calls) - 1) // BATCH * BATCH])

        def make(call: "list[str]") -> None:
            if next(skipped, None) is None:
                try:
                    self.compare([call])
                except DifferenceError as difference:
                    self.found = difference  # the last that Hypothesis tries is the smallest
                    raise

        with contextlib.suppress(DifferenceError):
            self.generate(verb, count, make, hypothesis.Phase.shrink)
        self.emitters = emitters
        return self.found

    def command(self, verb: str) -> str:
        return f"nox -s fuzz -- --calls {self.options.calls} --seed {self.options.seed} --verb {verb}"

    def repeat(self, calls: "list[list[str]]") -> "list[str]":
        """Make the given calls; return the reports of those that fail."""
        reports = []
        for call in calls:
            try:
                self.compare([call])
            except DifferenceError as difference:
                reports.append(str(difference))
        return reports

    def compare(self, calls: "list[list[str]]") -> None:
        """Make calls with all emitters, and compare the answers."""
        calls = [call for call in calls if all(len(word.encode("utf-8", "surrogateescape")) < 100_000 for word in call)]
        calls = [[word.replace("\0", "") for word in call] for call in calls]
        for emitter in self.emitters:  # which work at the same time
            emitter.send(calls)
        results = [emitter.receive() for emitter in self.emitters]
        self.made.update(call[0] if call and call[0] in SHARES else "call" for call in calls)
        for index, call in enumerate(calls):
            answers = [given[index] if index < len(given) else None for given in results]
            for emitter, result in zip(self.emitters, answers):
                self.check(emitter, call, result)
            if call[:1] == ["levels"]:
                self.check_alike(call, answers)

    def check(self, emitter: Emitter, call: "list[str]", result: "Result | None") -> None:
        """Compare an answer with that of the reference."""
        if result is None:
            raise DifferenceError(emitter, call, "an answer", "the process has ended")
        if call[:1] == ["levels"] and len(call) == 3:
            printed = result.stdout + result.stderr
            lines = printed.split(b"\n")[:-1]
            fits = result.status == 0 and printed[-1:] in (b"", b"\n") and all(is_record(line) for line in lines)
            if not fits:
                raise DifferenceError(emitter, call, "records only", result)
            return
        try:
            answer = specified(call, emitter.language)
        except RefusedError as reason:
            one_line = re.fullmatch(rb"[^\n]+\n", result.stderr)
            if not (result.status == 1 and not result.stdout and one_line):
                raise DifferenceError(emitter, call, f"refused: {reason}", result) from None
            return
        if answer is None:
            return
        self.records += 1
        expected = Result(0, *((answer.data, b"") if answer.stream == "stdout" else (b"", answer.data)))
        if result != expected:
            raise DifferenceError(emitter, call, expected, result)

    def check_alike(self, call: "list[str]", results: "list[Result]") -> None:
        """Compare the answers of all emitters, as the reference has no rules for levels."""
        for emitter, result in zip(self.emitters, results):
            if result != results[0]:
                raise DifferenceError(emitter, call, results[0], result, self.emitters[0].name)

    def summary(self) -> str:
        seconds = time.monotonic() - self.start
        counts = ", ".join(f"{count:,} {verb}" for verb, count in self.made.items())
        total = sum(self.made.values())
        return (
            f"{total:,} calls ({counts}) by {len(self.emitters)} emitters in {seconds:.0f} s; {self.records:,} records"
        )


def specified(call: "list[str]", language: reference.Language) -> "reference.Answer | None":
    """Return the answer of the reference, which takes a few of Python's frames for each level of nesting."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(10_000)
    try:
        return reference.answer([word.encode("utf-8", "surrogateescape") for word in call], language)
    finally:
        sys.setrecursionlimit(limit)


def is_record(line: bytes) -> bool:
    return line.startswith(b"::{") and line.endswith(b"}::")


def report(emitter: Emitter, call: "list[str]", expected: object, actual: object, model: str) -> str:
    """Return a difference, with the commands that repeat it."""
    driver = " ".join(shell_word(word.encode("utf-8", "surrogateescape")) for word in [*emitter.driver, *call])
    return "\n".join(
        [
            f"{emitter.name} differs from the {model}",
            f"  call:   {shortened(json.dumps(call))}",
            f"  want:   {shortened(str(expected))}",
            f"  got:    {shortened(str(actual))}",
            f"  driver: {shortened(driver)}",
            f"  repeat: python conformance/fuzz/run.py --call {shortened(shell_word(json.dumps(call).encode()))}",
        ]
    )


if __name__ == "__main__":
    main()
