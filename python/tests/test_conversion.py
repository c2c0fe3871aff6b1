"""What values of other types become in JSON."""

import array
import collections
import dataclasses
import datetime as dt
import decimal
import enum
import fractions
import json
import pathlib
import types
import typing
import uuid

import pytest
from kestra import Kestra

UTC = dt.timezone.utc
D = decimal.Decimal


@pytest.fixture
def written(capfd):
    """Return the JSON of one value, as it is sent."""

    def _written(value):
        Kestra.outputs({"v": value})
        return capfd.readouterr().out[len('::{"outputs":{"v":') : -len("}}::\n")]

    return _written


class Color(enum.Enum):
    RED = "red"
    NESTED = (1, dt.date(2026, 1, 2))


class Text(str, enum.Enum):
    A = "a"


class Number(enum.IntEnum):
    ONE = 1


class Flags(enum.IntFlag):
    X = 1
    Y = 2


@dataclasses.dataclass
class Point:
    shared: typing.ClassVar[int] = 5
    x: int
    inner: object = None


Row = collections.namedtuple("Row", "b a")  # noqa: PYI024 - the one without types


class Mapping(collections.abc.Mapping):
    def __getitem__(self, key):
        return {"b": 1, "a": 2}[key]

    def __iter__(self):
        return iter("ba")

    def __len__(self):
        return 2


class Sequence(collections.abc.Sequence):
    def __getitem__(self, index):
        return (1, "b")[index]

    def __len__(self):
        return 2


class Indexed:
    def __index__(self):
        return 7


class Own(str):
    __slots__ = ()

    def __str__(self):
        return "not this"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.datetime(2026, 1, 2, 3, 4, 5, 678), '"2026-01-02T03:04:05.000678"'),  # noqa: DTZ001
        (dt.datetime(2026, 1, 2, tzinfo=UTC), '"2026-01-02T00:00:00+00:00"'),
        (dt.date(2026, 1, 2), '"2026-01-02"'),
        (dt.time(3, 4), '"03:04:00"'),
        (dt.timedelta(0), '"PT0S"'),
        (dt.timedelta(days=1), '"P1D"'),
        (dt.timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=500_000), '"P1DT2H3M4.5S"'),
        (dt.timedelta(microseconds=1), '"PT0.000001S"'),
        (dt.timedelta(hours=25, seconds=60), '"P1DT1H1M"'),
        (-dt.timedelta(days=1, seconds=1.5), '"-P1DT1.5S"'),
        (D("1.50"), "1.50"),
        (D("-0"), "-0"),
        (D("1" + "0" * 30), "1" + "0" * 30),
        (D("1E+2"), "1e+2"),
        (D("1E-7"), "1e-7"),
        (D("0." + "1" * 999), "0." + "1" * 999),
        (uuid.UUID(int=10), '"00000000-0000-0000-0000-00000000000a"'),
        (pathlib.PurePosixPath("/a/b"), '"/a/b"'),
        (Color.RED, '"red"'),
        (Color.NESTED, '[1,"2026-01-02"]'),
        (Text.A, '"a"'),
        (Number.ONE, "1"),
        (Flags.X | Flags.Y, "3"),
        (Point(1, Point(2, [Point(3)])), '{"x":1,"inner":{"x":2,"inner":[{"x":3,"inner":null}]}}'),
        (Row(1, [Row(2, 3)]), '{"b":1,"a":[{"b":2,"a":3}]}'),
        (collections.OrderedDict(b=1, a=2), '{"b":1,"a":2}'),
        (types.MappingProxyType({"b": 1}), '{"b":1}'),
        (Mapping(), '{"b":1,"a":2}'),
        (Sequence(), '[1,"b"]'),
        (collections.deque([1, 2]), "[1,2]"),
        (collections.UserString("u"), '"u"'),
        (collections.UserDict(a=1), '{"a":1}'),
        (array.array("d", [1, 2.5]), "[1.0,2.5]"),
        (range(3), "[0,1,2]"),
        ({3, 1, 2}, "[1,2,3]"),
        (frozenset("ba"), '["a","b"]'),
        ({"a", 1, None}, '[null,1,"a"]'),
        (set(), "[]"),
        (Indexed(), "7"),
        (Own("this"), '"this"'),
        ({dt.date(2026, 1, 2): 1, Color.RED: 2, Text.A: 3, uuid.UUID(int=1): 4, D("1.5"): 5},
         '{"2026-01-02":1,"red":2,"a":3,"00000000-0000-0000-0000-000000000001":4,"1.5":5}'),
    ],
)  # fmt: skip
def test_a_value_of_the_standard_library_means_what_it_says(value, text, written):
    """Times in ISO 8601, records by the names of their fields, sets in order."""
    assert text == written(value)
    json.loads(text)


def test_records_are_outputs_themselves(capfd):
    """An object with named members is a map, where a map is asked for."""
    Kestra.outputs(Point(1, 2))
    Kestra.counter("c", D("2.5"), tags=Row("x", Color.RED))

    expected = '::{"outputs":{"x":1,"inner":2}}::\n'
    expected += '::{"metrics":[{"name":"c","type":"counter","value":2.5,"tags":{"b":"x","a":"red"}}]}::\n'
    assert expected == capfd.readouterr().out


def test_the_name_of_a_metric_may_be_a_member_of_a_text_enumeration(capfd):
    """Its value is the name, whatever `str` makes of the member."""
    Kestra.counter(Text.A, 1)

    assert '"name":"a"' in capfd.readouterr().out


@pytest.mark.parametrize(
    ("value", "error", "reason"),
    [
        (D("NaN"), ValueError, "NaN is not a JSON number"),
        (D("-Infinity"), ValueError, "-Infinity is not a JSON number"),
        (D("sNaN"), ValueError, "sNaN is not a JSON number"),
        (D("1e400"), ValueError, "expected a number in the range of a double, got 1e+400"),
        (D("1" * 1001), ValueError, "expected a number of at most 1000 digits"),
        (bytearray(b"x"), TypeError, "expected a JSON value, got bytearray: decode it, or encode it in base64"),
        (memoryview(b"x"), TypeError, "expected a JSON value, got memoryview: decode it, or encode it in base64"),
        ((n for n in [1]), TypeError, "expected a JSON value, got generator: pass list() of it"),
        (map(str, [1]), TypeError, "expected a JSON value, got map: pass list() of it"),
        (fractions.Fraction(1, 3), TypeError, "expected a JSON value, got Fraction: pass float() of it"),
        (object(), TypeError, "expected a JSON value, got object"),
        (Point, TypeError, "expected a JSON value, got type"),
        (Color, TypeError, "expected a JSON value, got EnumMeta: pass list() of it"),
        (ValueError("x"), TypeError, "expected a JSON value, got ValueError"),
    ],
)
def test_a_value_without_one_meaning_is_refused_with_a_hint(value, error, reason):
    """The hint is what makes it a value."""
    with pytest.raises(error) as caught:
        Kestra.outputs({"a": [value]})

    assert f'outputs["a"][0]: {reason}'.replace("EnumMeta", type(Color).__name__) == str(caught.value)


def test_an_object_that_contains_itself_is_refused():
    """By way of whatever type."""
    point = Point(1)
    point.inner = [point]
    with pytest.raises(ValueError, match=r'outputs\["p"\]\["inner"\]\[0\]: circular reference'):
        Kestra.outputs({"p": point})


def test_numpy(written):
    """Scalars, arrays, times and records."""
    np = pytest.importorskip("numpy")

    assert "[7,1.5,0.1,true]" == written([np.int64(7), np.float32(1.5), np.float64(0.1), np.bool_(True)])
    assert "[[1,2],[3,4]]" == written(np.array([[1, 2], [3, 4]], dtype="uint8"))
    assert "5.0" == written(np.array(5.0))
    assert "0.1" == written(np.longdouble("0.1"))
    assert '["a","b"]' == written(np.array(["a", "b"]))
    assert '["2026-01-02",null]' == written(np.array(["2026-01-02", "NaT"], dtype="M8[D]"))
    assert '"2026-01-02T03:04:05.000000006"' == written(np.datetime64("2026-01-02T03:04:05.000000006"))
    assert '"PT1.5S"' == written(np.timedelta64(1_500, "ms"))
    assert '[{"a":1,"b":"x"}]' == written(np.array([(1, "x")], dtype=[("a", "i4"), ("b", "U1")]))
    assert "[1,null]" == written(np.ma.array([1, 2], mask=[False, True]))
    assert '[1,{"a":2}]' == written(np.array([1, {"a": 2}], dtype=object))
    assert '{"3":1}' == written({np.int64(3): 1})
    with pytest.raises(ValueError, match=r'outputs\["v"\]\[1\]: NaN is not a JSON number'):
        Kestra.outputs({"v": np.array([1, np.nan])})
    with pytest.raises(TypeError, match="got complex"):
        Kestra.outputs({"v": np.complex128(1j)})


def test_numpy_numbers_are_values_of_metrics(capfd):
    """As a mean or a count of numpy is what scripts report."""
    np = pytest.importorskip("numpy")
    Kestra.gauge("numpy", np.float32(0.5), {"n": np.int64(3), "b": np.bool_(False)})

    assert '"value":0.5,"tags":{"n":"3","b":"false"}' in capfd.readouterr().out


def test_pandas(written):
    """Tables are records; what is missing is null."""
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(
        {
            "i": [1, 2],
            "f": [0.5, float("nan")],
            "s": ["x", None],
            "t": pd.to_datetime(["2026-01-02", None]),
            "n": pd.array([1, None], dtype="Int64"),
            "c": pd.Categorical(["u", None]),
        }
    )
    first = '{"i":1,"f":0.5,"s":"x","t":"2026-01-02T00:00:00","n":1,"c":"u"}'

    assert f'[{first},{{"i":2,"f":null,"s":null,"t":null,"n":null,"c":null}}]' == written(frame)
    assert "[1,2]" == written(frame["i"])
    assert "[0.5,null]" == written(frame["f"])
    assert "[0,1]" == written(frame.index)
    assert "[]" == written(frame.iloc[:0])
    assert '[{"0":1}]' == written(pd.DataFrame([[1]]))
    assert '["2026-01-02T03:04:05.000000006+00:00",null,null]' == written(
        [pd.Timestamp("2026-01-02T03:04:05.000000006Z"), pd.NaT, pd.NA]
    )
    assert '"P1DT0.000000001S"' == written(pd.Timedelta(days=1, nanoseconds=1))
    assert '"2026-01"' == written(pd.Period("2026-01"))
    with pytest.raises(ValueError, match=r'outputs\["v"\]: expected each column\'s name once'):
        Kestra.outputs({"v": pd.DataFrame([[1, 2]], columns=["a", "a"])})
    with pytest.raises(TypeError, match="expected a string as a key, got tuple"):
        Kestra.outputs({"v": pd.DataFrame([[1]], columns=pd.MultiIndex.from_tuples([("a", "b")]))})


def test_polars_and_arrow(written):
    """As pandas."""
    pl = pytest.importorskip("polars")

    assert '[{"a":1,"d":"2026-01-02"},{"a":null,"d":null}]' == written(
        pl.DataFrame({"a": [1, None], "d": [dt.date(2026, 1, 2), None]})
    )
    assert "[1,null]" == written(pl.Series([1, None]))
    pa = pytest.importorskip("pyarrow")
    assert '[{"a":1},{"a":null}]' == written(pa.table({"a": [1, None]}))
    assert "[1,null]" == written(pa.array([1, None]))
    assert "1" == written(pa.scalar(1))


def test_models(written):
    """Of pydantic, attrs and msgspec, by the names of their fields."""
    pydantic = pytest.importorskip("pydantic")
    attrs = pytest.importorskip("attrs")
    msgspec = pytest.importorskip("msgspec")

    class Model(pydantic.BaseModel):
        when: dt.date
        inner: "list[Model]" = []  # noqa: RUF012 - which pydantic copies

    class Root(pydantic.RootModel):
        root: "list[int]"

    @attrs.define
    class Attrs:
        x: int
        _y: int = 2

    class Struct(msgspec.Struct):
        x: int

    assert '{"when":"2026-01-02","inner":[{"when":"2026-01-03","inner":[]}]}' == written(
        Model(when="2026-01-02", inner=[Model(when="2026-01-03")])
    )
    assert "[1]" == written(Root([1]))
    assert '{"x":1,"_y":2}' == written(Attrs(1))
    assert '{"x":1}' == written(Struct(1))


def test_a_model_too_deep_for_its_library_is_refused():
    """As any value that is nested too deep, not by an overflow of Python's stack."""
    pydantic = pytest.importorskip("pydantic")

    class Node(pydantic.BaseModel):
        inner: typing.Optional["Node"] = None

    node = Node()
    for _ in range(5_000):
        node = Node.model_construct(inner=node)
    with pytest.raises(ValueError, match=r'outputs\["node"\].*: '):
        Kestra.outputs({"node": node})


def test_no_library_is_imported_to_look_at_a_value(run):
    """Not even those of the standard library."""
    script = """
        import sys
        before = set(sys.modules)
        from kestra import Kestra
        class Odd:
            def __index__(self): return 1
        Kestra.outputs({"a": Odd(), "b": {1}, "c": range(2)})
        names = "collections dataclasses datetime decimal enum json logging numpy pandas pathlib typing uuid".split()
        print(*[name for name in names if name in set(sys.modules) - before], file=sys.stderr)
    """

    assert b"\n" == run(script).stderr
