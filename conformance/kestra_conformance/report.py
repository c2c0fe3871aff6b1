"""The report of a failure: how to repeat it, and the expected and actual bytes from the first difference on."""

import re
import shlex

from kestra_conformance.driver import Driver
from kestra_conformance.judge import Result
from kestra_conformance.rules import rules

HINTS = {
    b"No module named 'kestra'": "install the package: pip install ./python",
    b"Cannot find module '@kestra-io/libs'": "install the package: npm install --no-save ./node",
}
LONGEST = 4000  # characters of a line


def report(driver: Driver, result: Result) -> str:
    """Return the text that describes a failure."""
    case = result.case
    lines = [f"{case.name}: {case.members['about']}"]
    lines += [f"rule {number}: {rules()[number]}" for number in case.members.get("rules", ()) if number in rules()]
    lines.append(f"run: {repeat(driver, result)}")
    if result.reason:
        lines.append(f"note: {result.reason}")
    wanted, actual = result.wanted or {}, result.actual or {}
    lines += [f"hint: {hint}" for trouble, hint in HINTS.items() if trouble in actual.get("stderr", b"")]
    for name in wanted:
        start = max(first_difference(wanted[name], actual[name]) - 100, 0)
        lines.append(f"{name} from byte {start}" if start else name)
        lines.append(f"    want: {shortened(repr(wanted[name][start:]))}")
        lines.append(f"    got:  {shortened(repr(actual[name][start:]))}")
    return "\n".join(lines)


def repeat(driver: Driver, result: Result) -> str:
    """Return the line for bash that makes the call again; one too long to be pasted runs the case by the kit."""
    case = result.case
    words = [*(word.encode("utf-8", "surrogateescape") for word in driver.command), *case.call]
    if sum(map(len, words)) > LONGEST or "writes" in case.members:
        return " ".join(["kestra-conformance", "--case", case.name, *map(shlex.quote, driver.command)])
    line = " ".join(map(shell_word, words))
    return f"{line} >/dev/full" if case.is_on_full_disk else line


def shell_word(argument: bytes) -> str:
    """Return an argument quoted for bash; bytes that are not printable ASCII are in hexadecimal."""
    if re.fullmatch(b"[ -~]*", argument):
        return shlex.quote(argument.decode())
    text = "".join(chr(byte) if 32 <= byte < 127 and byte not in b"'\\" else f"\\x{byte:02x}" for byte in argument)
    return f"$'{text}'"


def first_difference(one: bytes, other: bytes) -> int:
    """Return the index of the first byte that differs, or the length of the shorter one."""
    pairs = enumerate(zip(one, other))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def shortened(text: str) -> str:
    """Return at most 4,000 characters of a text, and its length."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}... ({len(text)} characters)"
