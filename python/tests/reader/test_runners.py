"""The reader knows what each task runner does to a line on its way to Kestra."""

import pytest
from kestra.reader import RUNNERS, Reader, read

OUTPUT = '::{{"outputs":{{"a":"{}"}}}}::'


def read_line(text, runner, stream="stdout"):
    """Return the lines that Kestra gets of a text, and their problems as (kind, reason, column)."""
    lines = read(f"{text}\n".encode(), stream, runner=runner)
    return lines, [(each.kind, each.reason, each.column) for line in lines for each in line.problems]


@pytest.mark.parametrize("runner", RUNNERS)
def test_a_short_record_passes_each_runner(runner):
    """What the packages print has no problem behind any runner."""
    (line,), problems = read_line(OUTPUT.format("x"), runner)

    assert ("record", {"a": "x"}, []) == (line.verdict, line.outputs, problems)


def test_an_unknown_runner_is_refused():
    """The error lists the runners."""
    with pytest.raises(ValueError, match=r"runner: expected one of process, docker, .*, got 'podman'"):
        Reader(runner="podman")


@pytest.mark.parametrize(
    ("before", "character", "marks"),
    [(1023, "\u00e9", 2), (1022, "\u20ac", 2), (1021, "\U0001f680", 2), (2047, "\u00e9", 2)],
)
def test_docker_damages_a_character_across_a_piece(before, character, marks):
    """A raw character across a multiple of 1,024 bytes becomes replacement characters."""
    (line,), problems = read_line("x" * before + character + "y", "docker")

    assert "x" * before + "\ufffd" * marks + "y" == line.logs[0].message
    assert [("misread", before + 1)] == [(kind, column) for kind, _, column in problems]


def test_docker_leaves_lines_of_one_piece():
    """A line of 1,024 bytes has no problem."""
    text = "x" * 1022 + "\u00e9"

    (line,), problems = read_line(text, "docker")

    assert ([text], []) == ([log.message for log in line.logs], problems)


def test_docker_may_damage_any_character_of_a_long_line():
    """The problem does not depend on where the pieces begin, and points at the first character beyond ASCII."""
    _, problems = read_line("x" * 1022 + "\u00e9" + "y" * 2000, "docker")

    assert [("misread", 1023)] == [(kind, column) for kind, _, column in problems]


def test_docker_damages_an_output():
    """The value of a raw record is damaged too, and the record counts."""
    (line,), problems = read_line(OUTPUT.format("\u00e9" * 2000), "docker")

    assert "record" == line.verdict
    assert "\ufffd" in line.outputs["a"]
    assert ["misread"] == [kind for kind, *_ in problems]


def test_docker_leaves_escapes():
    """A record of ASCII is never damaged."""
    assert [] == read_line(OUTPUT.format("\\u00e9" * 2000), "docker")[1]


def test_a_fatal_line_never_ends_the_task_on_docker():
    """Kestra stops reading, and the task is RUNNING for ever."""
    (line,), problems = read_line('::{"metrics":[null]}::', "docker")

    assert "fatal" == line.verdict
    assert [("hangs", "behind the Docker runner the task never ends", 1)] == problems


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [("a  b", "a b", 3), ("a\t b", "a b", 2), ("  a", "a", 1), ("a ", "a", 2), ("a\tb", "a b", 2)],
)
def test_kubernetes_collapses_white_space(text, message, column):
    """Runs of white space become one blank, and those at both ends are removed."""
    (line,), problems = read_line(text, "kubernetes")

    assert [message] == [log.message for log in line.logs]
    assert [("misread", column)] == [(kind, column) for kind, _, column in problems]


def test_kubernetes_collapses_white_space_in_a_record():
    """Blanks in outputs collapse, and escaped ones stay."""
    (line,), problems = read_line(OUTPUT.format("a  b"), "kubernetes")

    assert {"a": "a b"} == line.outputs
    assert ["misread"] == [kind for kind, *_ in problems]
    (line,), problems = read_line(OUTPUT.format("a \\u0020b"), "kubernetes")
    assert ({"a": "a  b"}, []) == (line.outputs, problems)


@pytest.mark.parametrize(
    ("runner", "level"), [("docker", "ERROR"), ("azure-batch", "ERROR"), ("kubernetes", "INFO"), ("aws-batch", "INFO")]
)
def test_text_on_standard_error_has_the_level_of_the_runner(runner, level):
    """Kubernetes and AWS Batch pass on text without its stream."""
    (line,), _ = read_line("text", runner, "stderr")

    assert level == line.logs[0].level


@pytest.mark.parametrize("runner", ["aws-batch", "azure-batch"])
def test_batch_breaks_a_line_before_a_frame(runner):
    """The record is cut in two, and its outputs are lost; the first piece has the problem."""
    text = OUTPUT.format("::{x}")
    lines, problems = read_line(text, runner)

    assert [1, 1] == [line.number for line in lines]
    assert [text[:19], text[19:]] == [line.text for line in lines]
    assert [None, None] == [line.outputs for line in lines]
    assert ("misread", "the batch runner ends the line before ::{", 20) == problems[0]
    (line,), problems = read_line(OUTPUT.format("::\\u007bx}"), runner)
    assert ({"a": "::{x}"}, []) == (line.outputs, problems)


def test_batch_makes_a_record_of_the_end_of_a_line():
    """A record behind text begins a line of its own."""
    lines, problems = read_line("rows: " + OUTPUT.format("x"), "azure-batch")

    assert [None, {"a": "x"}] == [line.outputs for line in lines]
    assert ["misread"] == [kind for kind, *_ in problems]


@pytest.mark.parametrize(("size", "pieces"), [(262_118, 1), (262_119, 2), (600_000, 3)])
def test_aws_cuts_a_long_line(size, pieces):
    """An event of CloudWatch has at most 262,118 bytes."""
    lines, problems = read_line("x" * size, "aws-batch")

    assert pieces == len(lines)
    assert (["lost"] if pieces > 1 else []) == [kind for kind, *_ in problems]


@pytest.mark.parametrize(("runner", "lines"), [("aws-batch", 500), ("kubernetes", 100_000)])
def test_so_many_lines_that_some_are_lost(runner, lines):
    """One problem says that AWS samples, or that Kubernetes drops lines."""
    found = read(b"x\n" * (lines + 2), runner=runner)

    assert [(lines + 1, "lost")] == [(line.number, each.kind) for line in found for each in line.problems]


def test_a_line_that_a_runner_breaks_is_fatal_in_a_piece():
    """Kestra stops reading at the piece, and the rest does not count."""
    lines, _ = read_line('x::{"metrics":[null]}::::{"outputs":{"a":1}}::', "azure-batch")

    assert ["plain", "fatal"] == [line.verdict for line in lines]
