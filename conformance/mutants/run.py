"""Plants faults in the emitters one at a time, and shows what notices each: a case, or a test of the package.

    python conformance/mutants/run.py
    python conformance/mutants/run.py --only python --only "shell: 12"
    python conformance/mutants/run.py --needed --only python

A fault is a text of a file and what is written instead; the text must occur exactly once.
"""

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import needed
from faults import Fault, all_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "conformance"))
from harness.runtimes import SHELLS  # noqa: E402

COMMANDS = {
    "python": [sys.executable, "conformance/drivers/python.py"],
    "node": ["node", "conformance/drivers/node.cjs"],
}
TIME_LIMIT = 600  # seconds for one step; what takes longer shows nothing
COPIED = ["conformance", "integration/support", "node", "python", "shell", "docs", "tools", "pyproject.toml"]


@dataclass(frozen=True)
class Outcome:
    """What has noticed a fault, "" for nothing, or which step took too long."""

    fault: Fault
    killer: str
    seconds: float
    late: str = ""


class LateError(Exception):
    """A step has not ended in time."""


def main() -> None:
    options = parse_options()
    faults = [fault for fault in all_faults() if is_wanted(fault, options.only)]
    problems = [problem for fault in faults for problem in problems_of(fault)]
    if options.check:
        sys.exit("\n".join(problems + [f"{group}: kept.toml or the cases lack it" for group in needed.unjustified()]))
    faults = [fault for fault in faults if not problems_of(fault)]
    if options.needed:
        show_needed(faults)
        return
    copies: SimpleQueue[Copy] = SimpleQueue()
    with tempfile.TemporaryDirectory(prefix="kestra-mutants-") as folder:
        for number in range(options.jobs):
            copies.put(Copy(Path(folder, str(number))))

        def trial(fault: Fault) -> Outcome:
            copy = copies.get()
            start = time.monotonic()
            try:
                outcome = Outcome(fault, copy.killer(fault, cases_only=options.cases), time.monotonic() - start)
            except LateError as error:
                outcome = Outcome(fault, "", time.monotonic() - start, str(error))
            finally:
                copies.put(copy)
            print(row(outcome), flush=True)
            return outcome

        with ThreadPoolExecutor(options.jobs) as pool:
            outcomes = list(pool.map(trial, faults))
    report(outcomes, problems)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--only", action="append", default=[], help="only this fault, or only this language; may be repeated"
    )
    parser.add_argument("--check", action="store_true", help="only check that the text of each fault occurs once")
    parser.add_argument("--cases", action="store_true", help="run the cases only, not the packages' own tests")
    parser.add_argument(
        "--needed", action="store_true", help="show the cases that alone notice a fault, and why the others are kept"
    )
    parser.add_argument("--jobs", type=int, default=2, help="how many faults are tried at the same time")
    return parser.parse_args()


def show_needed(faults: "list[Fault]") -> None:
    """Run all cases with each fault, and print which are needed."""
    with tempfile.TemporaryDirectory(prefix="kestra-mutants-") as folder:
        copy = Copy(Path(folder))
        found = needed.needed_cases([fault for fault in faults if fault.has_cases], copy.failed_cases)
    print("\n".join([f"{case}: {', '.join(names)}" for case, names in sorted(found.items())]))
    print("\n".join(needed.table(found)))


def is_wanted(fault: Fault, names: "list[str]") -> bool:
    """Tell whether a fault, or all of its language, is among the names; all faults are if there are none."""
    return not names or fault.name in names or fault.name.partition(":")[0] in names


def problems_of(fault: Fault) -> "list[str]":
    """Return what is wrong with the table: a text that has changed, a test that has moved."""
    count = (ROOT / fault.path).read_text("utf-8").count(fault.text)
    problems = [] if count == 1 else [f"{fault.name}: {fault.path} has its text {count} times: {fault.text!r}"]
    tests = [Path("node/tests", test) if test.endswith(".mjs") else Path(test.split(" ")[0]) for test in fault.tests]
    return problems + [f"{fault.name}: there is no {test}" for test in tests if not (ROOT / test).exists()]


def row(outcome: Outcome) -> str:
    fault, killer = outcome.fault, outcome.killer or outcome.late or "SURVIVES"
    return f"| {fault.name} | {Path(fault.path).name} | {fault.about} | {killer} | {outcome.seconds:.0f} s |"


def report(outcomes: "list[Outcome]", problems: "list[str]") -> None:
    """Print the counts; end with status 1 unless each fault was tried and noticed."""
    by_cases = sum(outcome.killer.startswith(("valid/", "invalid/")) for outcome in outcomes)
    late = [outcome for outcome in outcomes if outcome.late]
    survivors = [outcome for outcome in outcomes if not outcome.killer and not outcome.late]
    by_tests = len(outcomes) - by_cases - len(survivors) - len(late)
    print(
        f"{len(outcomes)} faults: {by_cases} noticed by a case, {by_tests} by a test, {len(late)} not decided in time"
    )
    lists = {"Not noticed:": [*map(row, survivors)], "Not decided in time:": [*map(row, late)], "Not tried:": problems}
    if unwanted := [line for title, lines in lists.items() if lines for line in (title, *lines)]:
        sys.exit("\n".join(unwanted))


class Copy:
    """A copy of the repository in which one fault is planted at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        skip = shutil.ignore_patterns("__pycache__", "node_modules", "*.egg-info", "build")
        for name in COPIED:
            source = ROOT / name
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=skip)
            else:
                shutil.copy(source, folder / name)
        modules = folder / "modules" / "node_modules"
        (modules / "@kestra-io").mkdir(parents=True)
        (modules / "@kestra-io" / "libs").symlink_to(folder / "node")
        shutil.copytree(folder / "node" / "tests", folder / "modules" / "tests")
        self.environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(folder / "python" / "src"), str(folder / "conformance")]),
            "NODE_PATH": str(modules),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def killer(self, fault: Fault, *, cases_only: bool) -> str:
        """Plant a fault, and return the case or the test that notices it."""
        with self.planted(fault) as error:
            found = error or self.failed_case(fault)
            return found or ("" if cases_only else self.failed_test(fault))

    def failed_cases(self, fault: Fault) -> "list[str]":
        """Plant a fault, and return all cases that notice it."""
        with self.planted(fault):
            runs = [
                self.run([sys.executable, "conformance/mutants/cases.py", emitter, "--all"])
                for emitter in fault.emitters
            ]
        return sorted({name for done in runs if not done.returncode for name in json.loads(done.stdout)})

    @contextlib.contextmanager
    def planted(self, fault: Fault) -> "Iterator[str]":
        """Plant a fault for a while; the value is the error of the build, if there is one."""
        path = self.folder / fault.path
        original = path.read_text("utf-8")
        path.write_text(original.replace(fault.text, fault.instead), "utf-8")
        try:
            yield self.build(fault)
        finally:
            path.write_text(original, "utf-8")
            self.build(fault)

    def build(self, fault: Fault) -> str:
        if not fault.path.startswith("shell/"):
            return ""
        done = self.run([sys.executable, "shell/build.py"])
        return f"shell/build.py: {done.stderr.strip()[-200:]}" if done.returncode else ""

    def failed_case(self, fault: Fault) -> str:
        if not fault.has_cases:
            return ""
        for emitter in fault.emitters:
            done = self.run([sys.executable, "conformance/mutants/cases.py", emitter])
            if done.returncode:
                return f"{emitter} ends: {' '.join(done.stderr.split())[-100:]}"
            failed = json.loads(done.stdout)
            if failed:
                return f"{min(failed, key=len)} ({emitter}; {len(failed)} in all)"
        return next((case for emitter in fault.emitters if (case := self.failed_case_of_kit(emitter))), "")

    def failed_case_of_kit(self, emitter: str) -> str:
        """Return a case that fails among those of several calls, of writes and of a full disk."""
        command = COMMANDS.get(emitter) or [*SHELLS[emitter], "conformance/drivers/shell.sh"]
        options = ["--group", "calls", "--group", "writing", "--time-limit", "60"]
        done = self.run([sys.executable, "-m", "kestra_conformance", *options, *command])
        failed = [line.split(":")[0].split()[1] for line in done.stdout.splitlines() if line.startswith("FAILED ")]
        return f"{min(failed, key=len)} ({emitter}; {len(failed)} in all)" if failed else ""

    def failed_test(self, fault: Fault) -> str:
        for test in fault.tests:
            if test.endswith(".mjs"):
                done = self.run(["node", "--test", "--test-reporter=tap", f"tests/{test}"], "modules")
                if done.returncode:
                    lines = [line for line in done.stdout.splitlines() if "not ok" in line]
                    return f"{test}: {lines[0].partition('- ')[2] if lines else done.returncode}"
            else:
                done = self.run(
                    [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *test.split(" ", 2)]
                )
                if done.returncode not in (0, 5):
                    lines = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
                    return lines[0].split(" - ")[0].partition(" ")[2] if lines else f"{test}: {done.returncode}"
        return ""

    def run(self, command: "list[str]", folder: str = ".") -> "subprocess.CompletedProcess[str]":
        process = subprocess.Popen(
            command,
            cwd=self.folder / folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        try:
            stdout, stderr = process.communicate(timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # also what it has started
            process.communicate()
            raise LateError(f"{' '.join(command[1:])[-80:]} runs after {TIME_LIMIT} s") from None
        return subprocess.CompletedProcess(command, process.returncode, stdout, stderr)


if __name__ == "__main__":
    main()
