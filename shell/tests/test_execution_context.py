"""kestra_context: what it prints of the execution context that Kestra gives to a task, and what it refuses."""

import json
import shutil
from base64 import b64encode

import pytest

CONTEXT = {
    "labels": {},
    "inputs": {
        "dataset": 'two\nlines, "quoted" \\ \u00e9\u20ac\U0001f680',
        "blank": " \n\n",
        "limit": 3,
        "share": 2.5,
        "full": True,
        "nothing": None,
        "files": [{"name": "a.csv"}, [2, 3]],
    },
    "outputs": {"first-task": {"outputFiles": {"data.csv": "kestra:///orders.csv"}}, "a b": {'q"\n': 1, "z'": 2}},
}
OUTSIDE = (
    "kestra: No Kestra execution context found: '{}' does not exist and the KESTRA_CONTEXT environment variable is not "
    "set. The execution context is only available when the script runs inside a Kestra task.\n"
)


@pytest.fixture
def task(tmp_path):
    """The working directory of a task, with the context's file."""
    (tmp_path / ".kestra-execution-context.json").write_text(json.dumps(CONTEXT, ensure_ascii=False), encoding="utf-8")
    return tmp_path


VALUES = {
    "inputs.dataset": CONTEXT["inputs"]["dataset"],
    "inputs.blank": " \n\n",
    "inputs.limit": "3",
    "inputs.share": "2.5",
    "inputs.full": "true",
    "inputs.nothing": "null",
    "inputs.files": '[{"name":"a.csv"},[2,3]]',
    "inputs.files[0].name": "a.csv",
    "inputs.files[1][1]": "3",
    "labels": "{}",
    "outputs.first-task.outputFiles": '{"data.csv":"kestra:///orders.csv"}',
    'outputs.first-task.outputFiles["data.csv"]': "kestra:///orders.csv",
    "outputs['first-task'].outputFiles['data.csv']": "kestra:///orders.csv",
    "outputs.a b": '{"q\\"\\n":1,"z\'":2}',
    'outputs["a b"]["q"\n"]': "1",
    '["outputs"]["a b"]["z\'"]': "2",
    "": json.dumps(CONTEXT, separators=(",", ":")),
}


@pytest.mark.parametrize(("path", "value"), VALUES.items(), ids=VALUES)
def test_a_value_is_printed(run, task, path, value):
    """Text is printed as it is, any other value as JSON."""
    done = run('kestra_context "$@"', *filter(None, [path]), cwd=task)

    assert (f"{value}\n".encode(), b"", 0) == (done.stdout, done.stderr, done.returncode)


def test_values_come_from_every_awk(run, task, awk):
    """Each awk decodes every kind of value."""
    paths = [path for path in VALUES if path]

    done = run('for name do kestra_context "$name"; done', *paths, cwd=task, environment=awk, locale="C.UTF-8")

    assert "".join(f"{VALUES[path]}\n" for path in paths) == done.stdout.decode()
    assert b"" == done.stderr


MISSING = {
    "inputs.rows": "'rows' is not available in the execution context (available: blank, dataset, files, full, limit, "
    "nothing, share)",
    "trigger.date": "'trigger' is not available in the execution context (available: inputs, labels, outputs)",
    "labels.env": "'env' is not available in the execution context (available: none)",
    "inputs.limit.x": "'x' is not available in the execution context (available: none)",
    "inputs.files[2]": "'2' is not available in the execution context (available: 0, 1)",
    "inputs.files.name": "'name' is not available in the execution context (available: 0, 1)",
    "inputs[0]": "'0' is not available in the execution context (available: blank, dataset, files, full, limit, "
    "nothing, share)",
    'outputs["a b"].q': "'q' is not available in the execution context (available: q\" , z')",
    **{
        path: f"context: expected a path, as inputs.dataset, files[0] or outputFiles[\"a.csv\"], got '{path}'"
        for path in (".a", "a.", "a..b", "a[", "a[b]", 'a["b]', "a[0", "a]", "[]")
    },
}


@pytest.mark.parametrize(("path", "problem"), MISSING.items(), ids=MISSING)
def test_a_value_that_is_missing_is_refused(run, task, path, problem):
    """The error lists what there is, as in Python, and nothing is printed."""
    done = run('set -e; kestra_context "$1" || echo "status $?"; kestra_context "$1"; echo reached', path, cwd=task)

    assert (b"status 1\n", f"kestra: {problem}\n" * 2, 1) == (done.stdout, done.stderr.decode(), done.returncode)


def test_a_variable_may_name_another_file(run, task):
    """KESTRA_EXECUTION_CONTEXT_FILE comes before the usual file, and also when a script sets it."""
    (task / "it's.json").write_text('{"a": 1}')

    done = run('KESTRA_EXECUTION_CONTEXT_FILE="it\'s.json"; kestra_context a', cwd=task)

    assert (b"1\n", b"") == (done.stdout, done.stderr)


def test_a_variable_may_have_the_context(run, tmp_path):
    """KESTRA_CONTEXT has it in base64, for a script that has no file."""
    shutil.which("base64") or pytest.skip("base64 is not there")
    variables = {"KESTRA_CONTEXT": b64encode(json.dumps(CONTEXT, indent=1).encode()).decode()}

    done = run("kestra_context inputs.dataset", cwd=tmp_path, environment=variables)

    assert (f"{CONTEXT['inputs']['dataset']}\n".encode(), b"") == (done.stdout, done.stderr)


def test_outside_kestra_the_context_is_refused(run, tmp_path):
    """The error is that of the other languages."""
    done = run("kestra_context; KESTRA_EXECUTION_CONTEXT_FILE=no.json; kestra_context a", cwd=tmp_path)

    assert (OUTSIDE.format(".kestra-execution-context.json") + OUTSIDE.format("no.json"), b"", 1) == (
        done.stderr.decode(),
        done.stdout,
        done.returncode,
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[1]", "expected an object, got list"),
        ("5", "expected an object, got number"),
        ("null", "expected an object, got null"),
        ("{'a':1}", "expected a key in double quotes, got `'` in `{'a':1}`"),
        ("<html>", "expected a JSON value, got `<html>`"),
    ],
)
def test_what_is_no_context_is_refused(run, tmp_path, text, problem):
    """The error names the file or the variable."""
    (tmp_path / ".kestra-execution-context.json").write_text(text)

    done = run("kestra_context a", cwd=tmp_path)
    variable = run(
        "kestra_context a",
        environment={"KESTRA_CONTEXT": b64encode(text.encode()).decode(), "KESTRA_EXECUTION_CONTEXT_FILE": "no.json"},
    )

    assert f"kestra: .kestra-execution-context.json: {problem}\n" == done.stderr.decode()
    assert f"kestra: KESTRA_CONTEXT: {problem}\n" == variable.stderr.decode()


def test_what_cannot_be_decoded_is_refused(run, tmp_path):
    """Neither several paths, nor a variable that is not base64, nor a closed stdout prints anything."""
    (tmp_path / "context.json").write_text('{"a": 1}')
    script = """
        kestra_context a b
        KESTRA_CONTEXT='*' kestra_context a
        KESTRA_EXECUTION_CONTEXT_FILE=context.json
        kestra_context a >&-
    """

    done = run(script, cwd=tmp_path)

    assert [
        "kestra: context: expected one path, as inputs.dataset",
        "kestra: KESTRA_CONTEXT: expected JSON in base64",
        "kestra: context: stdout is closed or full",
    ] == done.stderr.decode().splitlines()
    assert b"" == done.stdout
