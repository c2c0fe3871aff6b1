r"""Finds the flows in Markdown pages and the ```text block right after each, which describes the execution.

Such a block has one line for each log, `LEVEL message`, with further lines of a message indented by two spaces, or the
records that the script prints. `…` matches any text, and `\x08` is a backspace. The first line may be `ends: FAILED`.
"""

import json
import re
from dataclasses import dataclass

FENCE = re.compile(r"^```yaml\n(.*?)^```\n(?:\n?```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(r"(TRACE|DEBUG|INFO|WARN|ERROR)(?: (.*))?$")


@dataclass(frozen=True)
class Block:
    """A ```yaml block, its first line number, and the text block after it, or None."""

    flow: str
    line: int
    text: "str | None"

    @property
    def ends(self):
        """Return the state after `ends: ` in the text block or in a comment of the flow, or SUCCESS."""
        match = re.search(r"^(?:# )?ends: (.*)$", f"{self.text or ''}\n{self.flow}", re.MULTILINE)
        return match[1] if match else "SUCCESS"

    @property
    def logs(self):
        """Return the logs of the text block as pairs of level and message, or None if it is of another kind."""
        lines = [line for line in (self.text or "").splitlines() if not line.startswith(("ends: ", "listed: "))]
        logs = []
        for line in lines:
            if match := ENTRY.match(line):
                logs.append((match[1], match[2] or ""))
            elif line.startswith("  ") and logs:
                logs[-1] = (logs[-1][0], f"{logs[-1][1]}\n{line[2:]}")
            elif line.startswith("::{"):
                record = json.loads(line[2:-2])
                logs += [(entry["level"], entry["message"]) for entry in record.get("logs", [])]
            else:
                return None
        return logs if self.text is not None else None


def blocks(path):
    """Return the blocks of a page that are flows."""
    page = path.read_text()
    return [
        Block(match[1], page[: match.start()].count("\n") + 1, match[2])
        for match in FENCE.finditer(page)
        if re.search(r"^tasks:", match[1], re.MULTILINE)
    ]


def differences(expected, actual):
    """Return the expected and the actual logs that do not match, or [].

    Order matters within a stream: WARN and ERROR are compared separately, because their records go to stderr.
    """
    different = []
    for levels in ({"TRACE", "DEBUG", "INFO"}, {"WARN", "ERROR"}):
        expected_logs, actual_logs = ([log for log in logs if log[0] in levels] for logs in (expected, actual))
        if [log[0] for log in expected_logs] != [log[0] for log in actual_logs]:
            different.append((expected_logs, actual_logs))
        different += [(want, have) for want, have in zip(expected_logs, actual_logs) if not goes_with(want[1], have[1])]
    return different


def goes_with(expected, actual):
    """Tell whether a message is the expected one, in which `…` matches any text."""
    pattern = re.escape(expected).replace("…", ".*").replace(re.escape("\\x08"), "\b")
    return re.fullmatch(pattern, actual, re.DOTALL) is not None
