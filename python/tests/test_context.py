"""Tests of the execution context, which Kestra gives to a task with `executionContext: true`."""

import copy
import json
import pickle
from base64 import b64encode
from unittest import mock

import kestra
import pytest
from kestra import ExecutionContext, Kestra, load_execution_context

pytestmark = pytest.mark.usefixtures("task")

CONTEXT = {
    "labels": {"env": "prod"},
    "inputs": {"dataset": 'two\nlines, "quoted" \u00e9', "files": [{"name": "a.csv"}, 2]},
    "vars": {"threshold": 42, "items": "orders", "some key": None},
    "outputs": {"extract": {"uri": "kestra:///orders.csv"}},
}


@pytest.fixture
def task(tmp_path, monkeypatch):
    """Make a working directory as a task of Kestra has it, with the context's file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(kestra, "_context", None)
    for name in ("KESTRA_CONTEXT", "KESTRA_EXECUTION_CONTEXT_FILE"):
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / ".kestra-execution-context.json"
    file.write_text(json.dumps(CONTEXT, ensure_ascii=False), encoding="utf-8")
    return file


def encoded(text):
    """Return text as the variable KESTRA_CONTEXT has it."""
    return b64encode(text.encode()).decode()


def test_keys_are_attributes_at_any_depth():
    """Objects are views, also within lists; other values are what JSON makes of them."""
    from kestra import context

    assert "prod" == context.labels.env
    assert CONTEXT["inputs"]["dataset"] == context.inputs.dataset
    assert "a.csv" == context.inputs.files[0].name
    assert 2 == context.inputs.files[1]
    assert "kestra:///orders.csv" == context.outputs.extract.uri


def test_keys_are_items():
    """A key that is no identifier, or that is the name of a method, is read in brackets."""
    context = kestra.context

    assert "orders" == context.vars["items"]
    assert context["vars"]["some key"] is None
    with pytest.raises(KeyError, match=r"^'trigger'$"):
        context["trigger"]


def test_context_is_a_mapping():
    """All that reads a mapping reads the context, and so do outputs."""
    context = kestra.context

    assert ["labels", "inputs", "vars", "outputs"] == list(context)
    assert 4 == len(context)
    assert "labels" in context
    assert "trigger" not in context
    assert {"env": "prod"} == dict(context.labels) == context.labels
    assert [("env", "prod")] == list(context.labels.items())
    assert "prod" == context.get("labels").env
    assert "fallback" == context.get("trigger", "fallback")
    assert CONTEXT == context.to_dict()
    assert '::{"outputs":{"env":"prod"}}::' == Kestra.format({"outputs": context.labels})


def test_missing_key_lists_the_keys_that_there_are():
    """An unknown attribute raises AttributeError, so that `getattr` and `hasattr` have an answer."""
    with pytest.raises(AttributeError) as refused:
        kestra.context.trigger  # noqa: B018

    assert "'trigger' is not available in the execution context (available: inputs, labels, outputs, vars)" == str(
        refused.value
    )
    assert not hasattr(kestra.context, "trigger")
    with pytest.raises(AttributeError, match=r"^'a' is not available in the execution context \(available: none\)$"):
        ExecutionContext({}).a  # noqa: B018


def test_context_is_read_only():
    """Neither an attribute nor an item can be set."""
    with pytest.raises(AttributeError):
        kestra.context.labels = {}
    with pytest.raises(TypeError):
        kestra.context["labels"] = {}


def test_context_can_be_copied_and_pickled():
    """A copy has the same data."""
    for same in (copy.copy, copy.deepcopy, lambda context: pickle.loads(pickle.dumps(context))):
        assert "prod" == same(kestra.context).labels.env


def test_context_looks_like_the_data():
    """The text of a context is that of the dict, and its attributes are completed."""
    assert "{'env': 'prod'}" == repr(kestra.context.labels)
    assert {"items", "threshold", "get", "to_dict"} <= set(dir(kestra.context.vars))
    assert "some key" not in dir(kestra.context.vars)


def test_context_is_read_once(task):
    """A later change of the file does not change the context; a test of a script may have it read again."""
    context = kestra.context
    task.write_text('{"labels": {"env": "dev"}}')

    assert kestra.context is context
    assert "dev" == load_execution_context().labels.env
    assert kestra.context is context
    with mock.patch("kestra._context", None):
        assert "dev" == kestra.context.labels.env


def test_a_path_comes_first(task, tmp_path, monkeypatch):
    """The argument is before the variable with a path, that is before the usual file, and all are before the data."""
    sources = {}
    for source in ("argument", "variable", "usual"):
        sources[source] = tmp_path / source
        sources[source].write_text(json.dumps({"source": source}))
    monkeypatch.setenv("KESTRA_CONTEXT", encoded('{"source": "data"}'))

    task.unlink()
    assert "data" == load_execution_context().source
    sources["usual"].rename(task)
    assert "usual" == load_execution_context().source
    monkeypatch.setenv("KESTRA_EXECUTION_CONTEXT_FILE", str(sources["variable"]))
    assert "variable" == load_execution_context().source
    assert "argument" == load_execution_context(sources["argument"]).source


OUTSIDE = (
    "No Kestra execution context found: '{}' does not exist and the KESTRA_CONTEXT environment variable is not set. "
    "The execution context is only available when the script runs inside a Kestra task."
)


def test_context_is_missing_outside_kestra(task, monkeypatch):
    """The import of the context alone raises FileNotFoundError; nothing else of the package does."""
    task.unlink()

    with pytest.raises(FileNotFoundError) as refused:
        exec("from kestra import context")
    assert OUTSIDE.format(".kestra-execution-context.json") == str(refused.value)
    assert "context" not in dir(kestra)
    assert all(getattr(kestra, name) is not None for name in kestra.__all__)
    with pytest.raises(FileNotFoundError) as refused:
        load_execution_context("no.json")
    assert OUTSIDE.format("no.json") == str(refused.value)
    monkeypatch.setenv("KESTRA_CONTEXT", "")
    monkeypatch.setenv("KESTRA_EXECUTION_CONTEXT_FILE", "gone.json")
    with pytest.raises(FileNotFoundError, match=r"'gone\.json' does not exist"):
        load_execution_context()


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("", ValueError, "Expecting value: line 1 column 1 (char 0)"),
        ('{"a": 1', ValueError, "Expecting ',' delimiter: line 1 column 8 (char 7)"),
        ("[1]", TypeError, "expected an object, got list"),
        ("null", TypeError, "expected an object, got NoneType"),
    ],
)
def test_what_is_no_context_is_refused(task, monkeypatch, text, error, message):
    """The error names the file or the variable."""
    task.write_text(text)
    with pytest.raises(error) as refused:
        load_execution_context()
    assert f".kestra-execution-context.json: {message}" == str(refused.value)

    task.unlink()
    monkeypatch.setenv("KESTRA_CONTEXT", encoded(text) or "=")
    with pytest.raises(error) as refused:
        load_execution_context()
    assert f"KESTRA_CONTEXT: {message}" == str(refused.value)


def test_base64_that_is_cut_is_refused(task, monkeypatch):
    """The error names the variable."""
    task.unlink()
    monkeypatch.setenv("KESTRA_CONTEXT", "abcde")

    with pytest.raises(ValueError, match=r"^KESTRA_CONTEXT: expected JSON in base64: "):
        load_execution_context()


def test_import_loads_no_module_before_it_is_used(run):
    """Neither the context, the formatters, the reader nor the commands are loaded by an import, or by `dir`."""
    script = """
        import sys
        import kestra
        from kestra import Kestra
        print("context" in dir(kestra), "ExecutionContext" in dir(kestra))
        print(*sorted(name for name in sys.modules if name.startswith("kestra")))
    """

    assert b"False True\nkestra kestra._api kestra._stream kestra._wire\n" == run(script).stdout


def test_every_name_can_be_patched():
    """`mock.patch` finds a name that is not loaded yet, and puts it back."""
    for name in kestra.__all__:
        if name != "Kestra":
            vars(kestra).pop(name, None)
        with mock.patch(f"kestra.{name}", "patched"):
            assert "patched" == getattr(kestra, name)
        assert "patched" != getattr(kestra, name)
