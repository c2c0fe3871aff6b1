"""How values read as text, and how long text is wrapped."""

import pytest
from kestra.commands._format import columns, wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("exactly ten chars!", ["exactly", "ten chars!"]),
        ("a word and another", ["a word and", "another"]),
        ("   ", ["   "]),
        ("  indented text goes", ["  indented", "  text", "  goes"]),
        ("a\tb", ["a       b"]),
        ("abcdefghijklmnopqrstuvw", ["abcdefghij", "klmnopqrst", "uvw"]),
        ("x = abcdefghijklmno", ["x = abcdef", "ghijklmno"]),
        ('["aaa","bbb","ccc"]', ['["aaa",', '"bbb",', '"ccc"]']),
        ("https://example/x", ["https://", "example/x"]),
        ("日本語日本語日", ["日本語日本", "語日"]),
        ("日本語 日本語", ["日本語", "日本語"]),
    ],
)
def test_long_text_is_wrapped_at_words(text, lines):
    """A word that is longer than a line is cut, after a comma if there is one."""
    assert lines == wrap(text, 10)


@pytest.mark.parametrize("width", [1, 2, 7, 40])
@pytest.mark.parametrize(
    "text", ["a bc def ghij klmno", "日本語 text 日本語日本語", "x" * 100, " " * 50 + "y", "🚀" * 9]
)
def test_no_line_is_wider_than_the_terminal_and_no_character_is_lost(text, width):
    """A character of two columns needs them, however narrow the terminal is."""
    lines = wrap(text, width)

    assert max(map(columns, lines)) <= max(width, 2)
    assert "".join(text.split()) == "".join("".join(lines).split())


def test_a_word_of_a_megabyte_is_wrapped_in_linear_time():
    """A lost line can be of any length."""
    assert 1_000_000 == sum(map(len, wrap("é" * 1_000_000, 80)))
