"""What values of other types become in JSON."""

import argparse
import array
import collections
import dataclasses
import datetime as dt
import decimal
import enum
import fractions
import io
import ipaddress
import json
import os
import pathlib
import re
import sqlite3
import time
import types
import typing
import urllib.parse
import uuid
import weakref
from xml.etree import ElementTree as ET

import pytest
from kestra import Kestra

UTC = dt.timezone.utc
D = decimal.Decimal


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


class Version:
    """Text at heart: its own text makes an equal one."""

    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def __eq__(self, other):
        return self.text == other.text

    def __hash__(self):
        return hash(self.text)


class Parsed:
    """Text at heart, which a method of the class reads."""

    def __init__(self, *parts):
        self.parts = parts

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split(".")))

    def __str__(self):
        return ".".join(map(str, self.parts))

    def __eq__(self, other):
        return self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)


class Price(Version):
    """Its text is not all of it."""

    def __init__(self, text, currency="EUR"):
        super().__init__(text)
        self.currency = currency

    def __eq__(self, other):
        return (self.text, self.currency) == (other.text, other.currency)

    __hash__ = Version.__hash__


class Address:
    """A number as an index, whose text is another."""

    def __index__(self):
        return 167772161

    def __str__(self):
        return "10.0.0.1"


class Seen(typing.NamedTuple):
    """What it shows others is not its members."""

    user: str
    password: str

    def __str__(self):
        return f"{self.user}:***"


class Shown(typing.NamedTuple):
    """As it is printed, it hides its password."""

    user: str
    password: str

    def __repr__(self):
        return f"{self.user}:***"


class Represented(typing.NamedTuple):
    x: int
    y: int

    def __repr__(self):
        return f"<{self.x}>"


class Keyed:
    """A row that has names, like that of a database's driver."""

    def __init__(self, *names):
        self.names = names

    def keys(self):
        return self.names

    def __len__(self):
        return len(self.names)

    def __getitem__(self, name):
        return self.names.index(name)


class Spark(tuple):  # noqa: SLOT001 - its instances hold their names
    """A row as pyspark makes it."""


class Cursor(list):
    """A row as psycopg2 makes it."""

    def keys(self):
        return ["id"] if len(self) == 1 else ["id", "id"]

    def __getitem__(self, name):
        return list.__getitem__(self, 0)


def spark(**members):
    row = Spark(members.values())
    row.__fields__ = list(members)
    return row


class Several(dict):
    """As the parameters of a URL: one value of several is shown."""

    def getlist(self, key):
        return [self[key], "other"] if key == "several" else [self[key]]


class Joined(dict):
    """As the headers of a response: all values are shown, joined."""

    def get_list(self, key):
        return self[key].split(", ")


class Bag:
    def __iter__(self):
        return iter([1])


class Lazy:
    def compute(self):
        return 1

    def __iter__(self):
        return iter("ab")


class Model:
    def to_dict(self):
        return {}

    def __iter__(self):
        return iter("ab")


class Plain:
    def __init__(self):
        self.x = 1


@dataclasses.dataclass
class Unset:
    x: int = dataclasses.field(init=False)


@dataclasses.dataclass
class Fieldless:
    def __post_init__(self):
        self.x = 1


class Broken:
    def isoformat(self):
        raise RuntimeError("the database\nis gone")


class Missing:
    def isoformat(self):
        return {}["x"]


class Endless:
    """As an expression of polars, it makes another of itself."""

    def tolist(self):
        return Endless()


class Proxy:
    """As one of werkzeug, wrapt or Django, it names the class of what it stands for."""

    def __init__(self, target):
        self.__wrapped__ = target

    @property
    def __class__(self):
        return type(self.__wrapped__)

    def __index__(self):
        return 0


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
        (D("1." + "1" * 999), "1." + "1" * 999),
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
        ({1: 2, 3: 4}.keys(), "[1,3]"),
        ({"b": 1, "a": 2}.values(), "[1,2]"),
        ({"a": 1}.items(), '[["a",1]]'),
        (types.SimpleNamespace(a=1, b=types.SimpleNamespace(c=None)), '{"a":1,"b":{"c":null}}'),
        (argparse.Namespace(x=1), '{"x":1}'),
        (ipaddress.ip_address("10.0.0.1"), '"10.0.0.1"'),
        (ipaddress.ip_network("2001:db8::/32"), '"2001:db8::/32"'),
        (ValueError("no rows"), '"ValueError: no rows"'),
        (KeyError("x"), "\"KeyError: 'x'\""),
        (ValueError(), '"ValueError"'),
        (Version("1.2"), '"1.2"'),
        (Parsed(1, 2), '"1.2"'),
        (Seen("u", "secret"), '"u:***"'),
        (Shown("u", "secret"), '"u:***"'),
        (Represented(1, 2), '{"x":1,"y":2}'),
        (os.terminal_size((80, 24)), '{"columns":80,"lines":24}'),
        (Keyed("a", "b"), '{"a":0,"b":1}'),
        (spark(id=1, row=spark(n="a")), '{"id":1,"row":{"n":"a"}}'),
        (Cursor([7]), '{"id":7}'),
        (Several(one=1), '{"one":1}'),
        (Joined(a="1, 2"), '{"a":"1, 2"}'),
        (urllib.parse.urlsplit("http://h/x"), '{"scheme":"http","netloc":"h","path":"/x","query":"","fragment":""}'),
        ({Version("1"): 1, ipaddress.ip_address("::1"): 2}, '{"1":1,"::1":2}'),
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
    """The member's value is the name, for any `str` of the member."""
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
        (dt.timezone.utc, TypeError, "expected a JSON value, got timezone: pass str() of it"),
        (1j, TypeError, "expected a JSON value, got complex: pass its real and imag"),
        (re.compile("a"), TypeError, "expected a JSON value, got Pattern: pass its pattern"),
        (re.match("a", "a"), TypeError, "expected a JSON value, got Match: pass groupdict() of it"),
        (Bag(), TypeError, "expected a JSON value, got Bag: pass list() of it"),
        (Keyed(), TypeError, "expected a JSON value, got Keyed: pass dict() of it"),
        (Lazy(), TypeError, "expected a JSON value, got Lazy: pass compute() of it"),
        (Model(), TypeError, "expected a JSON value, got Model: pass to_dict() of it"),
        (Plain(), TypeError, "expected a JSON value, got Plain: pass vars() of it"),
        (Price("1", "USD"), TypeError, "expected a JSON value, got Price: pass str() of it"),
        (io.StringIO("x"), TypeError, "expected a JSON value, got StringIO: pass read() of it"),
        (
            ET.fromstring("<a x='1'><b/></a>"),
            TypeError,
            "expected a JSON value, got Element: pass tostring() of it",
        ),
        (Unset(), ValueError, "'Unset' object has no attribute 'x'"),
        (Broken(), ValueError, "the database is gone"),
        (Missing(), ValueError, "KeyError: 'x'"),
        (Fieldless(), TypeError, "expected a JSON value, got Fieldless: pass str() of it"),
        (Address(), TypeError, "expected a JSON value, got Address: pass str() of it"),
        (Several(several=1), ValueError, 'duplicate key "several"'),
        (Cursor([7, 8]), ValueError, 'duplicate key "id"'),
        (Endless(), TypeError, "expected a JSON value, got Endless"),
    ],
)
def test_a_value_without_one_meaning_is_refused_with_a_hint(value, error, reason):
    """The hint is what makes it a value."""
    with pytest.raises(error) as caught:
        Kestra.outputs({"a": [value]})

    assert f'outputs["a"][0]: {reason}'.replace("EnumMeta", type(Color).__name__) == str(caught.value)


@pytest.mark.parametrize("target", [5, 1.5, "s", None, True, [1], {"a": 1}, dt.date(2026, 1, 2), Point(1)], ids=repr)
def test_a_proxy_is_its_target(target, written):
    """A proxy of werkzeug or wrapt is sent as its target."""
    assert written(target) == written(Proxy(target))


def test_a_weak_reference_is_what_it_refers_to(written):
    """A weak reference is sent as its target, like any proxy."""
    point = Point(1)

    assert '{"x":1,"inner":null}' == written(weakref.proxy(point))


def test_rows_of_sqlite_are_objects(written):
    """Rows are dicts by the names of their columns, and a duplicate name is refused."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row

    assert '[{"id":1,"name":"a"}]' == written(connection.execute("SELECT 1 AS id, 'a' AS name").fetchall())
    with pytest.raises(ValueError, match=r'outputs\["v"\]\[0\]: duplicate key "id"'):
        Kestra.outputs({"v": connection.execute("SELECT 1 AS id, 2 AS id").fetchall()})
    connection.close()


def test_a_struct_sequence_is_an_object(written):
    """A sequence of the operating system holds its members by name, also those beyond its length."""
    assert '"tm_isdst":0}' in written(time.gmtime(0))
    assert written(pathlib.Path("/").stat()).startswith('{"st_mode":')
    assert '"st_mtime_ns":' in written(pathlib.Path("/").stat())


def test_a_zone_is_its_name(written):
    """A time zone of the IANA database."""
    zoneinfo = pytest.importorskip("zoneinfo")
    try:
        zone = zoneinfo.ZoneInfo("Europe/Paris")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("no IANA database")

    assert '"Europe/Paris"' == written(zone)


def test_an_error_of_a_value_keeps_its_cause():
    """Any error of a value's own code gets the path and stays the cause."""
    with pytest.raises(ValueError, match=r'counter "c": tags\["a"\]: the database is gone') as caught:
        Kestra.counter("c", 1, {"a": Broken()})

    assert isinstance(caught.value.__cause__, RuntimeError)


def test_a_mapping_that_fails_is_refused_with_its_place():
    """The mapping of the outputs themselves, too."""

    class Failing(Mapping):
        def __iter__(self):
            raise LookupError("gone")

    for outputs in (Failing(), {"v": Failing()}):
        with pytest.raises(ValueError, match=r"^outputs.*: gone"):
            Kestra.outputs(outputs)


def test_text_at_heart_is_a_tag(capfd):
    """An address or a version is most often wanted there."""
    Kestra.counter("c", 1, {"host": ipaddress.ip_address("10.0.0.1"), "version": Version("1.2")})

    assert '"tags":{"host":"10.0.0.1","version":"1.2"}' in capfd.readouterr().out


def test_an_object_that_contains_itself_is_refused():
    """A circular reference through any type is refused."""
    point = Point(1)
    point.inner = [point]
    with pytest.raises(ValueError, match=r'outputs\["p"\]\["inner"\]\[0\]: circular reference'):
        Kestra.outputs({"p": point})


def test_no_library_is_imported_to_look_at_a_value(run):
    """No library is imported, not even from the standard library."""
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
