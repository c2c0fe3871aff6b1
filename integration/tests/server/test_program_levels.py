"""Kestra stores what real programs print at the level that is written in it, by the shell's wrapper and by Python's.

Two programs are only there in the session `kestra-programs`, which installs them.
"""

import os
import re
import shutil
from dataclasses import dataclass, field
from textwrap import dedent

import pytest
from harness.runtimes import missing
from support import java
from support.flows import flow
from support.pages import goes_with
from support.server import ROOT

LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"]
WRAPPERS = {
    "shell": f". {ROOT / 'shell' / 'kestra.sh'}; kestra_run --levels",
    "python": "python -m kestra run --levels",
}
INSTALLED = pytest.mark.skipif(
    os.environ.get("KESTRA_PROGRAMS") != "1", reason="python3 noxfile.py -s kestra-programs installs it"
)


@dataclass
class Program:
    """A command with its files, and what Kestra is to store of each level.

    `…` matches any text, and JAVA is the server's own.
    """

    command: str
    state: str
    logs: "dict[str, list[str]]"
    files: "dict[str, str]" = field(default_factory=dict)

    def flow(self, wrapper):
        """Return a flow that runs the command behind a wrapper."""
        files = {name: dedent(text).lstrip() for name, text in self.files.items()}
        command = f"{wrapper} {self.command}".replace("JAVA", java.java())
        return flow(
            {
                "id": "load",
                "type": "io.kestra.plugin.scripts.shell.Commands",
                "inputFiles": files,
                "commands": [command],
            }
        )


GIT = Program(
    "-e INFO git clone file:///nosuch copy",
    "FAILED",
    {
        "INFO": [
            "Cloning into 'copy'...",
            "Please make sure you have the correct access rights",
            "and the repository exists.",
        ],
        "ERROR": [
            "fatal: '/nosuch' does not appear to be a git repository",
            "fatal: Could not read from remote repository.",
        ],
    },
)

PINO = Program(
    "node load.js",
    "SUCCESS",
    {
        "DEBUG": ["opened orders.csv"],
        "INFO": ['loaded {"rows":3}'],
        "WARN": ["0 errors"],
        "ERROR": ["no rows\nError: no rows\n    at …"],
    },
    {
        "load.js": """
            const log = require("pino")({ level: "debug" });
            log.debug("opened orders.csv");
            log.info({ rows: 3 }, "loaded");
            log.warn("0 errors");
            log.error(new Error("no rows"));
        """
    },
)

JAVA = Program(
    "JAVA -XX:TieredStopAtLevel=1 Load.java",
    "FAILED",
    {
        "INFO": ["…\nINFO: 3 files found"],
        "WARN": ["…\nWARNING: orders.csv is empty"],
        "ERROR": ['Exception in thread "main" java.lang.IllegalStateException: no rows\n\tat …'],
    },
    {
        "Load.java": """
            import java.util.logging.Logger;

            class Load {
                public static void main(String[] args) {
                    Logger logger = Logger.getLogger("load");
                    logger.info("3 files found");
                    logger.warning("orders.csv is empty");
                    throw new IllegalStateException("no rows");
                }
            }
        """
    },
)

ANSIBLE = Program(
    "ansible-playbook play.yml",
    "FAILED",
    {
        "INFO": [
            "PLAY [localhost] ***…",
            "TASK [load] ***…",
            "changed: [localhost]",
            "TASK [fail] ***…",
            "PLAY RECAP ***…",
            "localhost …failed=1 …",
        ],
        "WARN": ["[WARNING]: No inventory was parsed…", "[WARNING]: provided hosts list is empty…"],
        "ERROR": [
            "[ERROR]: Task failed: Action failed: no rows\nOrigin: …",
            "fatal: [localhost]: FAILED! => …no rows…",
        ],
    },
    {
        "play.yml": """
            - hosts: localhost
              connection: local
              gather_facts: false
              tasks:
                - name: load
                  ansible.builtin.command: echo 3 rows
                - name: fail
                  ansible.builtin.fail:
                    msg: no rows
        """
    },
)

DBT_FAILURE = [
    "…Failure in model bad (models/bad.sql)",
    '…Runtime Error in model bad (models/bad.sql)\n  Binder Error: Referenced column "nothing" …',
]
DBT = Program(
    "dbt --no-use-colors --no-version-check run --profiles-dir .",
    "FAILED",
    {
        "INFO": [
            "…Running with dbt=…",
            "…This version of dbt is deprecated…",
            "…Registered adapter: duckdb=…",
            "…Unable to do partial parsing…",
            "…Found 2 models…",
            "…Concurrency: 1 threads…",
            "…1 of 2 START sql view model main.bad …",
            "…2 of 2 START sql view model main.good …",
            "…2 of 2 OK created sql view model main.good …",
            "…Finished running 2 view models …",
            "…Completed with 1 error, 0 partial successes, and …",
            "…compiled code at target/compiled/load/models/bad.sql",
            "…Done. PASS=1 WARN=0 ERROR=1 …",
        ],
        "WARN": ["…do not apply to any resources.\nThere are 1 unused configuration paths:\n- models.other"],
        "ERROR": ["…1 of 2 ERROR creating sql view model main.bad …", *DBT_FAILURE],
    },
    {
        "dbt_project.yml": """
            name: load
            version: "1.0"
            profile: load
            models:
              other:
                +enabled: true
        """,
        "profiles.yml": """
            load:
              target: dev
              outputs:
                dev: {type: duckdb, path: load.duckdb}
        """,
        "models/good.sql": "select 1 as n",
        "models/bad.sql": "select nothing",
    },
)


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize(
    "program",
    [
        pytest.param(GIT, id="git"),
        pytest.param(PINO, id="pino"),
        pytest.param(JAVA, id="java"),
        pytest.param(ANSIBLE, id="ansible", marks=INSTALLED),
        pytest.param(DBT, id="dbt", marks=INSTALLED),
    ],
)
def test_a_program_has_the_levels_that_it_prints(server, program, wrapper):
    """Each entry has its author's level, a stack is one entry, and the command's status decides the task's state."""
    if program is GIT and not shutil.which("git"):
        missing("git is not installed")
    execution = server.run(program.flow(WRAPPERS[wrapper]))

    assert program.state == execution.state, execution.all_logs
    for level in LEVELS:
        # Kestra reads the two streams in parallel; no program here prints the same level on both.
        expected = program.logs.get(level, [])
        actual = [text for each, text in execution.logs if each == level and re.search("[A-Za-z]", text)]
        assert len(expected) == len(actual), actual
        assert [] == [pair for pair in zip(expected, actual) if not goes_with(*pair)]
