"""Where the things that are compared are installed, and the scripts that are made of them."""

import re
from pathlib import Path
from typing import NamedTuple

from subjects import BASELINE

KESTRA_SH = Path(__file__).resolve().parent.parent / "shell" / "kestra.sh"


class Installs(NamedTuple):
    """The folders of one run."""

    scratch: Path
    baseline_python: Path
    """kestra 2.0.0 and what it needs, as `pip install --target` leaves them; ours and the others are this Python's"""
    node_modules: Path
    """@kestra-io/libs of this repository, pino and winston"""
    baseline_node_modules: Path
    """@kestra-io/libs 2.0.0"""

    def node_script(self, role: str, name: str, code: str, suffix: str = ".cjs") -> Path:
        """Write a script beside the packages that it is to find."""
        modules = self.baseline_node_modules if role == BASELINE else self.node_modules
        folder = self.scratch / f"node-{role}"
        if not folder.exists():
            folder.mkdir()
            (folder / "node_modules").symlink_to(modules, target_is_directory=True)
        script = folder / (re.sub(r"\W+", "-", name) + suffix)
        script.write_text(code)
        return script

    def python_script(self, name: str, code: str) -> Path:
        """Write a script of Python."""
        script = self.scratch / (re.sub(r"\W+", "-", name) + ".py")
        script.write_text(code)
        return script

    def python_environment(self, role: str) -> "dict[str, str]":
        """Return what brings a script to the package that it is to find."""
        return {"PYTHONPATH": str(self.baseline_python)} if role == BASELINE else {}
