"""Reports what a run of nox has tested: tests and seconds of each session, and what was skipped and why.

The file `conftest.py` in the root adds the counts of each run of pytest to the file that KESTRA_TEST_COUNTS names, and
`node --test` writes TAP; `noxfile.py` prints the report at the end.
"""

import json
import logging
import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

# Skips that no machine can do without: what a language cannot do is listed in the case itself.
EXCEPTED = "excepted: "


@dataclass
class Session:
    """A session: its tests, how it ended and how long it took."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: "Counter[str]" = field(default_factory=Counter)
    result: str = "interrupted"
    started: float = field(default_factory=time.monotonic)
    seconds: float = 0.0


class Recorder(logging.Handler):
    """Takes note of the sessions from what nox logs, which is where it gives the reason of a skip."""

    def __init__(self, folder: Path) -> None:
        """Take the folder in which each session leaves the counts of its tests."""
        super().__init__()
        self.sessions: dict[str, Session] = {}
        self._folder = folder
        self._current: Optional[Session] = None
        logging.getLogger("nox").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Note the begin or the end of a session."""
        message = record.getMessage()
        if begin := re.fullmatch(r"Running session (\S+)", message):
            self._current = self.sessions[begin[1]] = Session(begin[1])
            self.counts(begin[1]).unlink(missing_ok=True)
        elif self._current and message.startswith(f"Session {self._current.name} "):
            session, self._current = self._current, None
            session.seconds = time.monotonic() - session.started
            end = message[len(f"Session {session.name} ") :]
            session.result = "" if end.startswith("was successful") else re.sub(r" \(took .*\)$", "", end.rstrip("."))
            add_counts(session, self.counts(session.name))

    def counts(self, name: str) -> Path:
        """Return the file for the counts of a session's tests."""
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / f"{name}.jsonl"

    def report(self) -> str:
        """Return the lines for the end of the run, "" when no session ran."""
        sessions = list(self.sessions.values())
        if not sessions:
            return ""
        width = max(len(session.name) for session in sessions)
        lines = [f"{'session':{width}}  passed  failed  skipped      time"]
        lines += [row(session, width) for session in sessions]
        total = sum(session.seconds for session in sessions)
        lines.append(f"{'all':{width}}  {sum(session.passed for session in sessions):6,}{' ' * 20}{duration(total)}")
        return "\n".join([*lines, *skips(sessions)])


def row(session: Session, width: int) -> str:
    """Return a line of the table; a session without tests has no counts."""
    counts = (session.passed, session.failed, sum(session.skipped.values()))
    passed, failed, skipped = (f"{count:,}" if count else "" for count in counts)
    return (
        f"{session.name:{width}}  {passed:>6}  {failed:>6}  {skipped:>7}{duration(session.seconds)}  {session.result}"
    ).rstrip()


def duration(seconds: float) -> str:
    """Return a time, 10 characters wide."""
    return f"{int(seconds) // 60:4} m {int(seconds) % 60:2} s"


def skips(sessions: "list[Session]") -> "list[str]":
    """Return a line for each reason for which tests were skipped."""
    counts: Counter[str] = Counter()
    names: dict[str, list[str]] = defaultdict(list)
    for session in sessions:
        for reason, count in session.skipped.items():
            counts[in_short(reason)] += count
            names[in_short(reason)].append(session.name)
    lines = [
        f"  {count:6,}  {reason} ({', '.join(dict.fromkeys(names[reason]))})" for reason, count in counts.most_common()
    ]
    return ["", "Skipped tests:", *lines] if lines else []


def in_short(reason: str) -> str:
    """Return a reason under which the same reasons in other words come together."""
    if reason.startswith(EXCEPTED):
        return "a language cannot do what the case asks"
    if library := re.match(r"could not import '(\w+)'", reason):
        return f"{library[1]} is not installed"
    return reason.replace(" is missing", " is not installed")


def add_counts(session: Session, file: Path) -> None:
    """Add what the session's runs of pytest and of `node --test` have written."""
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else []:
        if line.startswith("{"):
            counts = json.loads(line)
            session.passed += counts["passed"]
            session.failed += counts["failed"]
            session.skipped.update(counts["skipped"])
        elif skip := re.match(r"\s*ok \d+ - .* # SKIP ?(.*)", line):
            session.skipped[skip[1] or "no reason given"] += 1
        elif total := re.match(r"# (pass|fail) (\d+)", line):
            session.passed += int(total[2]) * (total[1] == "pass")
            session.failed += int(total[2]) * (total[1] == "fail")
