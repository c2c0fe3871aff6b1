"""The advice on plain lines of standard error fits the command that printed them."""

import pytest
from kestra.commands._advice import BUN, CAPTURED, DENO, LEVELS, NODE, PYTHON, READ, SHELL, advice_for


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        ("python load.py", PYTHON),
        ("/usr/bin/python3.11 -m load", PYTHON),
        ("env A=1 timeout 5 python load.py", PYTHON),
        ("./load.py", PYTHON),
        ("uv run load", PYTHON),
        ("sh -c 'python load.py && echo done'", PYTHON),
        ("python -m kestra run python load.py", CAPTURED),
        ("python3 -m kestra run --level DEBUG sh -c 'python load.py'", CAPTURED),
        ("node load.js", NODE),
        ("npx tsx load.ts", NODE),
        ("sh -c 'node load.mjs'", NODE),
        ("bun load.ts", BUN),
        ("deno run --allow-env load.ts", DENO),
        ("deno run --preload=npm:@kestra-io/libs/capture load.ts", CAPTURED),
        ("npm run load", LEVELS.format("npm run …")),
        ("node --require @kestra-io/libs/capture load.js", CAPTURED),
        ("python -m kestra run node load.js", NODE),
        ("sh load.sh", SHELL),
        ("bash -c 'kestra_run curl example.org'", CAPTURED),
        ("curl example.org", LEVELS.format("curl example.org")),
        ("psql -h db -f load.sql", LEVELS.format("psql -h …")),
        ("psql", LEVELS.format("psql")),
        ("python -m kestra run --levels psql -f load.sql", READ),
        ("python -m kestra run --levels -- python load.py", READ),
    ],
)
def test_the_advice_fits_the_command(command, advice, monkeypatch):
    """Python's remedy is of no use to Node, nor to a script that has it already."""
    for name in ("NODE_OPTIONS", "KESTRA_CAPTURE"):
        monkeypatch.delenv(name, raising=False)
    words = command.split(" ", 2) if " -c '" in command else command.split()

    assert advice == advice_for(words)


def test_what_the_environment_captures_is_captured(monkeypatch):
    """The environment can switch on both captures without a change of the command."""
    monkeypatch.setenv("NODE_OPTIONS", "--require=@kestra-io/libs/capture")
    monkeypatch.setenv("KESTRA_CAPTURE", "1")

    assert CAPTURED == advice_for(["node", "load.js"])
    assert CAPTURED == advice_for(["python", "load.py"])
