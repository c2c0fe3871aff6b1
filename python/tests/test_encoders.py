"""Both ways to JSON text, all at once and member by member, give the same text or the same error."""

import collections
import dataclasses
import datetime as dt
import decimal
import enum
import random
import types
import typing
import uuid

import pytest
from kestra import Kestra, _json


class Colour(enum.Enum):
    RED = "red"


class Number(enum.IntEnum):
    ONE = 1


class Text(str):
    __slots__ = ()


class Point(typing.NamedTuple):
    """A row whose members have names."""

    x: object
    y: object


@dataclasses.dataclass
class Row:
    id: int
    value: object


@dataclasses.dataclass(frozen=True)
class Slotted:
    __slots__ = ("id", "value")
    id: int
    value: object


@dataclasses.dataclass
class WithProperty:
    id: int
    value: object

    @property
    def value(self):
        return "computed"

    @value.setter
    def value(self, value):
        pass


SCALARS = (
    *(
        0,
        5,
        -(2**70),
        10**999,
        10**1000,
        0.5,
        1e-5,
        -1.5e-7,
        1e16,
        5e-324,
        1e300,
        True,
        None,
        float("nan"),
        float("inf"),
    ),
    *(
        "",
        "a name",
        "é\U0001f680",
        "\ud83d",
        "\0",
        "\\u0000",
        "\\\\u0000",
        'e-5 "1e-5',
        '\\"',
        ",1e-05,",
        "::{",
        "\x7f",
    ),
    *(Text("t"), Colour.RED, Number.ONE, decimal.Decimal("1.50"), decimal.Decimal("NaN"), b"bytes", {1}, object(), int),
    *(
        dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.timezone.utc),
        dt.date(2026, 1, 2),
        dt.timedelta(1),
        uuid.UUID(int=1),
        Point(1, 2.5),
    ),
    *(ValueError("x"), types.SimpleNamespace(a=1), range(3), 1 + 2j),
)
COMMON = (0, 5, 0.5, 1e-5, -1.5e-7, True, None, "a name", "é", 'e-5 "1e-5', Colour.RED, dt.date(2026, 1, 2))
CLASSES = (Row, Slotted, WithProperty, Point)


class Values:
    """Values of all kinds, chosen by a generator of random numbers."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.scalars = COMMON if seed % 3 else SCALARS

    def scalar(self):
        return self.random.choice(self.scalars)

    def key(self):
        return (
            self.random.choice(("a", "b", "c", 1, "1", None, "é"))
            if self.random.random() < 0.05
            else f"k{self.random.randrange(9)}"
        )

    def value(self, levels):
        kind = self.random.randrange(9) if levels else 0
        size = self.random.randrange(9)
        if kind < 2:
            return self.scalar()
        if kind == 2:
            return {self.key(): self.value(levels - 1) for _ in range(size)}
        if kind == 3:
            return collections.OrderedDict((self.key(), self.value(levels - 1)) for _ in range(size % 3))
        if kind == 4:
            return tuple(self.value(levels - 1) for _ in range(size))
        if kind == 5:  # a list of one class
            members = self.random.choice(CLASSES)
            return [members(number, self.value(self.random.randrange(levels))) for number in range(size)]
        if kind == 6:
            return [{"id": number, "name": self.scalar()} for number in range(size)]
        return [self.value(levels - 1) for _ in range(size)]


def answer(value):
    try:
        return Kestra.format({"v": value})
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("run", [2, 5, 1_000])
def test_both_ways_agree(monkeypatch, run):
    """Generated values have the same text, or the same error, whether or not the encoder may take what it can."""
    monkeypatch.setattr(_json, "RUN", run)
    monkeypatch.setattr(_json, "SLICE", 2 * run)
    values = [Values(seed).value(4) for seed in range(1_500)]
    fast = list(map(answer, values))
    monkeypatch.setattr(_json, "encode_fast", lambda *_: None)

    assert list(map(answer, values)) == fast
    assert 200 < sum(text.startswith("::") for text in fast) < 1_400


def test_an_error_in_a_long_list_has_its_path():
    """The number in the path counts from the start of the list, not of the part that is encoded at once."""
    rows = [Row(number, 0.5) for number in range(2_500)]
    rows[1_700].value = float("nan")

    with pytest.raises(ValueError, match=r'^format\["v"\]\[1700\]\["value"\]: NaN is not a JSON number$'):
        Kestra.format({"v": rows})


def test_a_field_that_is_not_set_is_left_out_of_a_list_of_objects():
    """As it is left out of each object by itself."""
    attr = pytest.importorskip("attr")
    kind = attr.make_class("Kind", ["a", "b"])

    assert '::{"v":[{"a":1},{"a":1,"b":2}]}::' == Kestra.format({"v": [kind(1, attr.NOTHING), kind(1, 2)]})
