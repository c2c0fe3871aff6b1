"""The faults to plant: the tables below faults/ list them."""

from dataclasses import dataclass
from pathlib import Path

import tomllib

TABLES = Path(__file__).parent / "faults"
FOLDERS = {"python": "python/src/kestra", "node": "node", "shell": "shell/src"}
EMITTERS = {"python": ("python",), "node": ("node",), "shell": ("dash", "bash")}  # dash has no ${text//a/b}


@dataclass(frozen=True)
class Fault:
    """A text of a file, what is written instead, and what that is believed to break."""

    name: str
    path: str
    text: str
    instead: str
    about: str
    emitters: "tuple[str, ...]"
    tests: "tuple[str, ...]"

    @property
    def has_cases(self) -> bool:
        """Tell whether the conformance cases run this file."""
        return not any(part in self.path for part in ("/reader/", "/commands/"))


def all_faults() -> "list[Fault]":
    """Return the faults of all tables; the name of each is its language and number."""
    return [
        Fault(
            name=f"{language}: {number}",
            path=f"{FOLDERS[language]}/{fault['file']}",
            text=fault["text"],
            instead=fault["instead"],
            about=fault["breaks"],
            emitters=EMITTERS[language],
            tests=tests_of(language, fault["file"]),
        )
        for language in FOLDERS
        for number, fault in enumerate(tomllib.loads((TABLES / f"{language}.toml").read_text("utf-8"))["fault"], 1)
    ]


# The tests of a file that the cases do not reach, the fastest first.
PYTHON_TESTS = {
    "_api.py": ["test_api.py", "test_data.py", "test_stream.py"],
    "_json.py": ["test_data.py", "test_conversion.py"],
    "_lock.py": ["test_stream.py"],
    "_logger.py": ["test_logger.py", "test_handler.py"],
    "_stream.py": ["test_stream.py", "test_data.py"],
    "_wire.py": ["test_api.py", "test_logger.py", "test_data.py"],
    "capture": ["capture"],
    "commands": ["commands"],
    "levels": ["levels", "commands/test_run_levels.py"],
    "reader": ["reader"],
}
NODE_TESTS = {
    "api.js": ["api.test.mjs", "data.test.mjs"],
    "data.js": ["wire.test.mjs", "api.test.mjs", "conversion.test.mjs", "data.test.mjs"],
    "escapes.js": ["wire.test.mjs", "logger.test.mjs", "data.test.mjs"],
    "json.js": ["wire.test.mjs", "conversion.test.mjs", "data.test.mjs"],
    "lock.js": ["stream.test.mjs", "integrity.test.mjs"],
    "stream.js": ["column.test.mjs", "stream.test.mjs"],
    "strings.js": ["wire.test.mjs", "logger.test.mjs", "data.test.mjs"],
    "wire.js": ["wire.test.mjs", "api.test.mjs", "logger.test.mjs", "data.test.mjs"],
    "capture": ["capture.test.mjs", "levels.test.mjs"],
}
SHELL_TESTS = {
    "time.sh": ["test_wrappers.py"],
    "run.sh": ["test_wrappers.py", "test_pipe.py"],
    "pipe.sh": ["test_pipe.py"],
    "pipe.awk": ["test_pipe.py"],
    "record.awk": ["test_pipe.py"],
    "json.awk": ["test_json.py", "test_data_calls.py"],
    "stream.sh": ["test_streams.py"],
}


def tests_of(language: str, file: str) -> "tuple[str, ...]":
    key = file if "/" not in file else Path(file).parts[0]
    if language == "python":
        return tuple(f"python/tests/{name}" for name in PYTHON_TESTS.get(key, ["test_api.py", "test_data.py"]))
    if language == "node":
        return tuple(NODE_TESTS.get(key, ["api.test.mjs", "data.test.mjs"]))
    names = SHELL_TESTS.get(key, ["test_records.py", "test_data_calls.py", "test_streams.py"])
    return tuple(f"shell/tests/{name} -k bash or dash" for name in names)
