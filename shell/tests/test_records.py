"""What is written, byte for byte, against the reference."""

import os
import random
from pathlib import Path

import pytest
from harness.runtimes import need
from shells import Run
from support.oracle import LIMIT, record

INFO_EACH = 'for message do kestra_info "$message"; done'

LEVELS = {
    "TRACE": ["TRACE", "trace", "Trace"],
    "DEBUG": ["DEBUG", "debug"],
    "INFO": ["INFO", "info", "iNFO"],
    "WARN": ["WARN", "warn", "WARNING", "Warning"],
    "ERROR": ["ERROR", "error", "CRITICAL", "critical", "FATAL", "fatal"],
}

NOT_LEVELS = ["LOUD", "", " INFO", "INFO ", "20", "0", "INF", "INFOS", "\u0130NFO", "\u0131nfo", "IN\nFO", "*", "I*"]

# Lead bytes on either side of each border of the UTF-8 table, and what may follow them.
LEADS = bytes.fromhex("c0 c1 c2 df e0 e1 ec ed ee ef f0 f1 f3 f4 f5 ff")
EDGES = bytes.fromhex("80 8f 90 9f a0 bf 7f c0 20 41")


def lines(messages: list[bytes]) -> list[bytes]:
    """Return the records of `messages` as INFO."""
    return [record(("INFO", message)) for message in messages]


def random_message(source: random.Random) -> bytes:
    """Return a message of one of six kinds: noise, broken sequences, text, cut text, shell syntax, zeros as text."""
    size = source.choice([0, 1, 2, 3, 5, 8, 20, 60, 200])
    kind = source.randrange(6)
    if kind == 0:
        return bytes(source.randrange(1, 256) for _ in range(size))
    if kind == 1:
        return b"".join(
            bytes([source.choice(LEADS), *source.choices(EDGES, k=source.randrange(4))]) for _ in range(size // 3 + 1)
        )
    if kind in (2, 3):
        ranges = [(1, 0x80), (0x80, 0x800), (0x800, 0xD800), (0xE000, 0x10000), (0x10000, 0x110000)]
        text = "".join(chr(source.randrange(*source.choice(ranges))) for _ in range(size // 2)).encode()
        return text if kind == 2 else text[: source.randrange(len(text) + 1)]
    if kind == 4:
        return bytes(source.choices(b"ab \"\\\n\t{}:*?[]!^-~`$(x)'&#%nrtu0/;|<>=", k=size))
    return b"".join(
        source.choices(
            [b"\\", b"u0000", b"\\u0000", b'"', b"\n", b"\t", b"U0000", b"\\u000", b"\xff", b"a"], k=size // 3
        )
    )


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_every_byte(run: Run, locale: str) -> None:
    """Each byte from 1 to 255 arrives, alone, at the start, in the middle and at the end of a message."""
    messages = [
        form % byte for byte in (bytes([value]) for value in range(1, 256)) for form in (b"%s", b"%sb", b"a%sb", b"a%s")
    ]
    assert lines(messages) == run(INFO_EACH, *messages, locale=locale).stdout.splitlines(keepends=True)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_every_border_of_utf8(run: Run, locale: str) -> None:
    """Each sequence of a lead byte and up to two bytes at a border of the UTF-8 table is decoded as Python does it."""
    tails = [b"", *(bytes([one]) for one in EDGES), *(bytes([one, two]) for one in EDGES for two in EDGES)]
    messages = [bytes([lead]) + tail for lead in LEADS for tail in tails]
    assert lines(messages) == run(INFO_EACH, *messages, locale=locale).stdout.splitlines(keepends=True)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize("seed", [1, 2])
def test_random_messages(run: Run, seed: int, locale: str) -> None:
    """Random messages of every kind arrive as the reference says."""
    source = random.Random(seed)
    messages = [random_message(source) for _ in range(500)]
    done = run(INFO_EACH, *messages, locale=locale)
    assert lines(messages) == done.stdout.splitlines(keepends=True)
    assert b"" == done.stderr


LONG = {
    "as-long-as-fits": b"x" * LIMIT,
    "one-more": b"x" * (LIMIT + 1),
    "text-behind-a-letter": "\u00e9".encode() + b"x" * (LIMIT + 5),
    "several-cuts": b"x" * (2 * LIMIT + 5),
    "pair-at-the-cut": b"x" * (LIMIT - 1) + "\N{ROCKET}\N{ROCKET}".encode(),
    "pairs": "\N{ROCKET}".encode() * (LIMIT // 2 + 1),
    "escapes": b'"\\\n\t' * (LIMIT // 4) + b'"',
    "blank-lines": b"\n" * (LIMIT + 1),
    "invalid-bytes": b"\xff" * (LIMIT + 1),
    "truncated-sequences": b"\xf0\x9f\x9a" * (LIMIT + 1),
    "zeros-as-text": b"\\\\u0000" * (LIMIT // 2 + 1),
    "json": b'{"key":"a \\"quoted\\" value","path":"C:\\\\temp"},\n' * 400,
    "chinese": "\u6f22\u5b57".encode() * 9000,
    "noise": bytes(random.Random(3).randrange(1, 256) for _ in range(20_000)),
}


@pytest.mark.parametrize("name", LONG)
def test_long_message(run: Run, name: str) -> None:
    """A message that Kestra would cut arrives as several entries of one record, no pair taken apart."""
    assert record(("INFO", LONG[name])) == run('kestra_info "$1"', LONG[name], locale="C.UTF-8").stdout


@pytest.mark.parametrize("awk", ["mawk", "gawk", "original-awk", "busybox"])
@pytest.mark.parametrize("shell", ["dash"], indirect=True)
def test_long_message_in_every_awk(run: Run, tmp_path: Path, awk: str) -> None:
    """Whichever awk there is, long messages arrive the same, in a UTF-8 locale too."""
    (tmp_path / "awk").symlink_to(need(awk))
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = run(INFO_EACH, *LONG.values(), locale="C.UTF-8", environment={"PATH": path})
    assert lines([*LONG.values()]) == done.stdout.splitlines(keepends=True)


@pytest.mark.parametrize(
    "name", ["one-more", "text-behind-a-letter", "pair-at-the-cut", "escapes", "zeros-as-text", "noise"]
)
def test_long_message_without_awk(run: Run, name: str) -> None:
    """Without awk and any other program, long messages arrive in the same way."""
    done = run('kestra_info "$1"', LONG[name], locale="C.UTF-8", environment={"PATH": "/nonexistent"})
    assert record(("INFO", LONG[name])) == done.stdout
    assert b"" == done.stderr


@pytest.mark.parametrize("size", [98, 99, 100, 499, 500, 999, 1000, 1999, 2000, 4999, 5000, 9999, 10_000])
def test_lengths_at_which_another_method_is_used(run: Run, size: int) -> None:
    """On either side of each length where another method is used, the record is the same."""
    messages = [
        (text * size)[:size] for text in (b"x", b'a"', b"b\\c\n", b"d\t\t", b"e\n\n", "\u00e9".encode(), b"\x1b")
    ]
    assert lines(messages) == run(INFO_EACH, *messages, locale="C.UTF-8").stdout.splitlines(keepends=True)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_remembered_symbols(run: Run, locale: str) -> None:
    """A symbol that has come before is escaped as the first time, beside quotes, new symbols and broken bytes, too."""
    texts = [
        "\u2713 a \u2192 b",
        "\u2192 \u2713",
        '\u2713 "x" \\ \n\u2192',
        "\u2713\u2192\u2713",
        "\u2713 \u00e9 \u2192",
        "\U0001d11e \u2713",
        "\u2713 \\u0000",
        "\x1b[1m\u2713",
        "\x1b[1m\U0001d11e",
        "\u2713",
        "x" * 510 + "\u2713",
    ]
    broken = [b"\xe2\xe2\x9c\x93", b"\xe2\x9c \xe2\x9c\x93", b"\x9c\x93\xe2\x9c\x93\x93", b"\xe2\x9c\x93\xe2\x9c"]
    messages = [*(text.encode() for text in texts), *broken] * 3
    done = run(INFO_EACH, *messages, locale=locale)
    assert (lines(messages), b"") == (done.stdout.splitlines(keepends=True), done.stderr)


def test_more_symbols_than_are_remembered(run: Run) -> None:
    """Of a script with very many characters all arrive, whether they are remembered or not."""
    messages = [
        f"{chr(code)} {chr(code + 1)} {chr(0x4E00)}".encode() for code in [*range(0x4E00, 0x4E80), 0x4E00, 0x4E70]
    ]
    done = run(INFO_EACH, *messages)
    assert (lines(messages), b"") == (done.stdout.splitlines(keepends=True), done.stderr)


def test_arguments_are_joined(run: Run) -> None:
    """Several arguments become one message, joined by a space each, whatever IFS is."""
    done = run(
        'IFS=-; kestra_info a "" "b c" "*" "d\\"e"; kestra_log info 1 2; kestra_info; kestra_info ""; kestra_log INFO'
    )
    expected = [record(("INFO", message)) for message in (b'a  b c * d"e', b"1 2", b"", b"", b"")]
    assert b"".join(expected) == done.stdout


def test_level_functions(run: Run) -> None:
    """Each of the five functions sends its own level, WARN and ERROR to stderr."""
    done = run(
        "for level in trace debug info warn error; do kestra_$level a; kestra_$level 'b\"'; kestra_$level c d; done"
    )
    messages = (b"a", b'b"', b"c d")
    assert b"".join(record((level, m)) for level in ("TRACE", "DEBUG", "INFO") for m in messages) == done.stdout
    assert b"".join(record((level, m)) for level in ("WARN", "ERROR") for m in messages) == done.stderr


def test_level_names(run: Run) -> None:
    """Level names are taken in any case, with Kestra's aliases."""
    names = [(level, name) for level, names in LEVELS.items() for name in names]
    done = run('for level do kestra_log "$level" m 2>&1; done', *(name for _, name in names))
    assert b"".join(record((level, b"m")) for level, _ in names) == done.stdout


@pytest.mark.parametrize("name", NOT_LEVELS)
def test_unknown_level(run: Run, name: str) -> None:
    """A name that is no level is refused with status 1 and one line that shows it; nothing is sent."""
    done = run('kestra_log "$1" m', name, locale="C.UTF-8")
    shown = record(("INFO", name.encode()))[len('::{"logs":[{"level":"INFO","message":') : -len("}]}::\n")]
    assert 1 == done.returncode
    assert b"" == done.stdout
    assert b"kestra: level: expected TRACE, DEBUG, INFO, WARN or ERROR, got " + shown + b"\n" == done.stderr


def test_no_level(run: Run) -> None:
    """kestra_log without an argument is refused."""
    done = run("kestra_log")
    assert 1 == done.returncode
    assert b'kestra: level: expected TRACE, DEBUG, INFO, WARN or ERROR, got ""\n' == done.stderr


def test_batch(run: Run) -> None:
    """kestra_logs writes one record, entries in order, the pieces of a long message in its place."""
    long = b"y" * (LIMIT + 1)
    done = run('kestra_logs debug "a\\"b" INFO "$1" Trace "$2"; echo $?', long, "\u2713\n".encode())
    assert record(("DEBUG", b'a"b'), ("INFO", long), ("TRACE", "\u2713\n".encode())) + b"0\n" == done.stdout
    assert b"" == done.stderr


@pytest.mark.parametrize("level", ["WARN", "fatal"])
def test_batch_with_a_warning(run: Run, level: str) -> None:
    """A batch goes to stderr when one entry is WARN or ERROR."""
    done = run(f"kestra_logs INFO a {level} b DEBUG c")
    assert b"" == done.stdout
    assert record(("INFO", b"a"), ({"WARN": "WARN", "fatal": "ERROR"}[level], b"b"), ("DEBUG", b"c")) == done.stderr


def test_empty_batch(run: Run) -> None:
    """kestra_logs without an argument writes nothing and succeeds."""
    done = run("kestra_logs")
    assert (0, b"", b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["INFO", "a", "LOUD", "b"], 'logs[1]["level"]: expected TRACE, DEBUG, INFO, WARN or ERROR, got "LOUD"'),
        (["INFO", "a", "b"], 'logs[1]["message"]: message is missing'),
        (["INFO"], 'logs[0]["message"]: message is missing'),
    ],
)
def test_refused_batch(run: Run, arguments: list[str], problem: str) -> None:
    """A batch with a mistake is refused as a whole, and the line names the place."""
    done = run('kestra_logs "$@"', *arguments)
    assert (1, b"", f"kestra: {problem}\n".encode()) == (done.returncode, done.stdout, done.stderr)
