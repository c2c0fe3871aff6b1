"""Writes flows of Script tasks in Python, Node and shell."""

import itertools
import json
from textwrap import dedent

import pytest
from support.server import ROOT

HEADS = {
    "python": "import os, subprocess, sys, threading\nfrom kestra import Kestra\nlogger = Kestra.logger()\n",
    "node": 'const Kestra = require("@kestra-io/libs");\nconst logger = Kestra.logger();\n',
    "shell": f". {ROOT / 'shell' / 'kestra.sh'}\n",
}
RUNNER = {}  # properties of every task: those of the Docker runner in the session `kestra-docker`
_numbers = itertools.count(1)


def flow(*tasks: dict) -> str:
    """Return a flow of these tasks, with an id that is unique in this process."""
    run = [{**RUNNER, **task} for task in tasks]
    return json.dumps({"id": f"flow-{next(_numbers)}", "namespace": "company.team", "tasks": run})


def script(language: str, text: str, name: str = "script") -> dict:
    """Return a Script task with our emitter ready: as `Kestra` and `logger`, or sourced."""
    text = HEADS[language] + dedent(text)
    return {"id": name, "type": f"io.kestra.plugin.scripts.{language}.Script", "script": text}


def in_each_language(**texts: str) -> pytest.MarkDecorator:
    """Run a test with the same `task` in each language."""
    tasks = [pytest.param(script(language, text), id=language) for language, text in texts.items()]
    return pytest.mark.parametrize("task", tasks)
