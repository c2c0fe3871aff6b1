"""Whole runs of programs: each record has the level of its author. The session `level-programs` runs them.

A program that this machine does not have is skipped, and named.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

GO = """package main
import ("log/slog"; "os")
func main() {
  log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
  log.Debug("cache hit"); log.Warn("slow query"); slog.Info("loaded")
  var rows map[string]int
  rows["a"] = 1
}
"""
JAVA = """import java.util.logging.*;
class Load {
  public static void main(String[] arguments) {
    Logger.getLogger("load").info("loaded");
    Exception cause = new java.io.IOException("disk full");
    Logger.getLogger("load").log(Level.SEVERE, "failed", new IllegalStateException("no rows", cause));
    throw new IllegalStateException("gave up", cause);
  }
}
"""
PLAYBOOK = """- hosts: localhost
  gather_facts: false
  tasks:
    - fail: msg="no rows"
"""
PINO = 'const log = require("pino")(); log.info("loaded"); log.warn({ rows: 3 }, "slow"); log.error(new Error("full"))'


SQL = """create table load (id int primary key, name text);
insert into load values (1, 'a'), (1, 'b');
select nam from load;
do $$ begin raise warning 'slow' using hint = 'Add an index.'; raise notice 'two
lines'; end $$;
"""


@pytest.fixture
def postgres():
    """Start a PostgreSQL server on a socket, as its own user where this is root; return the folder of the socket."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not found:
        pytest.skip("PostgreSQL is not on this machine")
    user = "postgres" if os.getuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="kestra-") as folder:
        if user:
            shutil.chown(folder, user)
        control = [found[-1], "-D", f"{folder}/data", "-w"]
        for arguments in (
            ["-o", "--auth=trust", "initdb"],
            ["-l", f"{folder}/log", "-o", f"-k {folder} -c listen_addresses=", "start"],
        ):
            subprocess.run([*control, *arguments], cwd=folder, user=user, check=True, stdout=subprocess.DEVNULL)
        yield folder
        subprocess.run([*control, "-m", "immediate", "stop"], cwd=folder, user=user, check=True)


def run(*command, stderr="ERROR"):
    """Return the level and the message of each record of a command, of standard output and then of standard error."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not on this machine")
    done = subprocess.run(
        [sys.executable, "-m", "kestra", "run", "--levels", "-e", stderr, *command],
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        timeout=300,
    )
    logs = [json.loads(line[2:-2])["logs"] for line in (done.stdout + done.stderr).splitlines()]
    return [(entries[0]["level"], "".join(entry["message"] for entry in entries)) for entries in logs]


def levels(logs):
    """Return the levels alone."""
    return [level for level, _ in logs]


def test_go(tmp_path):
    """The lines of slog and the panic behind them, which is one entry."""
    source = tmp_path / "load.go"
    source.write_text(GO)
    logs = run("go", "run", str(source))

    assert ["DEBUG", "WARN", "INFO", "ERROR"] == levels(logs)[:4]
    assert "\nmain.main()\n\t" in logs[3][1]


def test_java(tmp_path):
    """The entries of Java's own logging and an uncaught exception, each with its stack and its cause."""
    source = tmp_path / "Load.java"
    source.write_text(JAVA)
    logs = run("java", str(source))

    assert ["INFO", "ERROR", "ERROR"] == levels(logs)
    assert ["Caused by: java.io.IOException: disk full" in message for _, message in logs] == [False, True, True]


def test_cargo(tmp_path):
    """The errors of the compiler with what they show, and its other lines at the level of the stream."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.rs").write_text('fn main() { let rows = 1; let x: i32 = "a"; }\n')
    (tmp_path / "Cargo.toml").write_text('[package]\nname = "load"\nversion = "0.1.0"\nedition = "2021"\n')
    logs = run("cargo", "build", "--manifest-path", str(tmp_path / "Cargo.toml"), stderr="DEBUG")

    (error,) = [message for level, message in logs if level == "ERROR" and message.startswith("error[E0308]")]
    assert "\n  |" in error
    assert [("DEBUG", True)] == [(level, True) for level, message in logs if "Compiling load" in message]


def test_git(tmp_path):
    """What a push tells has the level of the stream, and a refusal is an error."""
    for command in (["init", "-q", "--bare", "to"], ["init", "-q", "from"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    author = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    commit = ["git", *author, "commit", "-q", "--allow-empty", "-m", "a"]
    subprocess.run(commit, cwd=tmp_path / "from", check=True)
    push = ["git", "-C", str(tmp_path / "from"), "push", str(tmp_path / "to")]

    assert {"DEBUG"} == set(levels(run(*push, "HEAD:refs/heads/main", stderr="DEBUG")))
    assert "ERROR" in levels(run(*push, "nosuch", stderr="DEBUG"))


def test_curl():
    """All that curl tells has the level of the stream: it writes none."""
    assert {"INFO"} == set(levels(run("curl", "-v", "http://localhost:1/", stderr="INFO")))


def test_psql():
    """An error names its program before its level."""
    logs = run("psql", "-h", "/nosuch", "-c", "select 1", stderr="DEBUG")

    assert [("ERROR", True)] == [(level, message.startswith("psql: error: ")) for level, message in logs]


def test_the_messages_of_a_postgres_server(postgres, tmp_path):
    """An entry has the hint, the detail and the further lines of its message."""
    (tmp_path / "load.sql").write_text(SQL)
    user = "postgres" if os.getuid() == 0 else os.environ.get("USER", "")
    connection = ["-h", postgres, "-U", user]
    logs = run("psql", *connection, "-d", "postgres", "-f", str(tmp_path / "load.sql"))
    errors = [(level, message.partition(":  ")[2]) for level, message in logs if "load.sql" in message]

    assert ["ERROR", "ERROR", "WARN", "INFO"] == [level for level, _ in errors]
    assert "\nDETAIL:  Key (id)=(1) already exists." in errors[0][1]
    assert "\nLINE 1: select nam from load;\n" in errors[1][1]
    assert "\nHINT:  " in errors[1][1]
    assert ["slow\nHINT:  Add an index.", "two\nlines"] == [message for _, message in errors[2:]]
    assert ["ERROR"] == levels(run("pg_dump", *connection, "-t", "nosuch", "postgres", stderr="DEBUG"))


def test_ansible(tmp_path):
    """A failed task is an error, and what is around it is not."""
    playbook = tmp_path / "load.yml"
    playbook.write_text(PLAYBOOK)
    logs = run("ansible-playbook", str(playbook), stderr="DEBUG")

    assert "ERROR" in [level for level, message in logs if "no rows" in message]
    assert {"INFO"} == {level for level, message in logs if message.startswith(("PLAY", "TASK"))}


def test_pino():
    """An error's stack is a part of its entry."""
    if not (Path(os.environ.get("NODE_PATH", "")) / "pino").exists():
        pytest.skip("NODE_PATH names no folder with pino")
    logs = run("node", "-e", PINO)

    assert ["INFO", "WARN", "ERROR"] == levels(logs)
    assert "\n    at " in logs[2][1]
