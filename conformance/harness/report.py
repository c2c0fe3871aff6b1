"""The report of a failure: the command, and the expected and actual bytes from the first difference on."""

import re
import shlex

from harness.cases import Case

HINTS = {
    b"No module named 'kestra'": "install the package: pip install ./python",
    b"Cannot find module '@kestra-io/libs'": "install the package: npm install --no-save ./node",
}


def report(case: Case, command: "list[str]", wanted: "dict[str, bytes]", got: "dict[str, bytes]") -> str:
    """Return the text that a failed test shows."""
    lines = [f"{case.path}: {case.members['about']}", f"run: {shortened(' '.join(map(shell_word, command)))}"]
    lines += [f"hint: {hint}" for trouble, hint in HINTS.items() if trouble in got["stderr"]]
    for name in wanted:
        start = max(first_difference(wanted[name], got[name]) - 100, 0)
        lines.append(f"{name} from byte {start}" if start else name)
        lines.append(f"    want: {shortened(repr(wanted[name][start:]))}")
        lines.append(f"    got:  {shortened(repr(got[name][start:]))}")
    return "\n".join(lines)


def shell_word(argument: str) -> str:
    """Return an argument quoted for bash; bytes that are not printable ASCII are in hexadecimal."""
    if re.fullmatch("[ -~]*", argument):
        return shlex.quote(argument)
    data = argument.encode("utf-8", "surrogateescape")
    text = "".join(chr(byte) if 32 <= byte < 127 and byte not in b"'\\" else f"\\x{byte:02x}" for byte in data)
    return f"$'{text}'"


def first_difference(one: bytes, other: bytes) -> int:
    """Return the index of the first byte that differs, or the length of the shorter one."""
    pairs = enumerate(zip(one, other))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def shortened(text: str) -> str:
    """Return at most 4,000 characters of a text, and its length."""
    return text if len(text) <= 4000 else f"{text[:4000]}… ({len(text)} characters)"
