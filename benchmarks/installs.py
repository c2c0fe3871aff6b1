"""The folders in which the subjects are installed, and the scripts that use them."""

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
        """Write a script next to the packages that it imports."""
        modules = self.baseline_node_modules if role == BASELINE else self.node_modules
        folder = self.scratch / f"node-{role}"
        if not folder.exists():
            folder.mkdir()
            (folder / "node_modules").symlink_to(modules, target_is_directory=True)
        script = folder / (re.sub(r"\W+", "-", name) + suffix)
        script.write_text(code)
        return script

    def python_script(self, name: str, code: str) -> Path:
        """Write a Python script."""
        script = self.scratch / (re.sub(r"\W+", "-", name) + ".py")
        script.write_text(code)
        return script

    def python_environment(self, role: str) -> "dict[str, str]":
        """Return the variables with which a script finds its package."""
        return {"PYTHONPATH": str(self.baseline_python)} if role == BASELINE else {}
