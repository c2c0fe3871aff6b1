"""What values of libraries become in JSON; each test is skipped where its library is not installed."""

import datetime as dt
import typing

import pytest
from kestra import Kestra


@pytest.fixture
def refused():
    """Return the error of one value."""

    def _refused(value):
        with pytest.raises((TypeError, ValueError)) as caught:
            Kestra.outputs({"v": value})
        return str(caught.value)

    return _refused


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
    """A numpy number, such as a mean or a count, is a metric's value."""
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
    assert '["2026-01-02T00:00:00.000000001",null]' == written(
        pd.Series(["2026-01-02T00:00:00.000000001", None], dtype="datetime64[ns]")
    )
    assert '[{"t":"2026-01-02T00:00:00","n":1}]' == written(
        pd.Series([1], index=pd.DatetimeIndex(["2026-01-02"], dtype="datetime64[ns]", name="t"), name="n").reset_index()
    )
    assert '"P1DT0.000000001S"' == written(pd.Timedelta(86_400_000_000_001, "ns"))
    assert '"2026-01"' == written(pd.Period("2026-01"))


def test_the_labels_of_a_series_are_keys(written, refused):
    """Labels become keys, but row numbers do not."""
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"region": ["n", "s", "n"], "total": [1, 2, 4]})

    assert '{"n":5,"s":2}' == written(frame.groupby("region")["total"].sum())
    assert '{"n":2,"s":1}' == written(frame["region"].value_counts())
    assert '{"region":0,"total":0}' == written(frame.isna().sum())
    assert '{"region":"n","total":1}' == written(frame.iloc[0])
    assert '{"1":2,"2":4}' == written(frame["total"][1:])
    assert '{"0":1,"1":2}' == written(pd.Series([1, 2], index=pd.RangeIndex(2, name="id")))
    assert '{"2026-01":1}' == written(pd.Series([1], index=pd.period_range("2026-01", periods=1, freq="M")))
    assert '{"a":1,"null":1}' == written(pd.Series(["a", None]).value_counts(dropna=False))
    assert "[1,2]" == written(pd.Series([1, 2]))
    assert "[1,2]" == written(pd.Series([1, 2], index=pd.Index([0, 1])))
    assert "[]" == written(pd.Series(dtype="int64"))
    assert "{}" == written(frame[:0].groupby("region")["total"].sum())
    assert 'outputs["v"]: duplicate key "0": pass .reset_index() of it' == refused(pd.concat([frame["total"]] * 2))
    assert 'outputs["v"]: duplicate key "1"' == refused(pd.Series([1, 2], index=[1, "1"]))
    several = frame.groupby(["region", "total"]).size()
    assert 'outputs["v"]: expected an index of one level, got 2: pass .reset_index() of it' == refused(several)


def test_the_index_of_a_frame_comes_first_where_it_is_data(written, refused):
    """An index with a name or with labels other than integers comes first; row numbers are left out."""
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"region": ["n", "s"], "total": [1, 2]})

    assert '[{"region":"n","total":1},{"region":"s","total":2}]' == written(frame.groupby("region").sum())
    assert '[{"region":"n","total":1},{"region":"s","total":2}]' == written(frame.set_index("region"))
    assert '[{"index":"a","region":"n"}]' == written(pd.DataFrame({"region": ["n"]}, index=["a"]))
    assert '[{"level_0":"a","index":1}]' == written(pd.DataFrame({"index": [1]}, index=["a"]))
    assert '[{"index":"2026-01-02T00:00:00","v":1}]' == written(
        pd.DataFrame({"v": [1]}, index=pd.to_datetime(["2026-01-02"]))
    )
    assert '[{"region":"s","total":2}]' == written(frame[frame["total"] > 1])
    assert '[{"total":1},{"total":2},{"total":1},{"total":2}]' == written(pd.concat([frame[["total"]]] * 2))
    assert '[{"region":"n"},{"region":"s"}]' == written(frame.set_index("region")[[]])
    assert "[{},{}]" == written(frame[[]])
    assert written(frame.describe()).startswith('[{"index":"count","total":2.0},')
    assert 'outputs["v"]: duplicate key "a"' == refused(pd.DataFrame([[1, 2]], columns=["a", "a"]))
    assert refused(frame.set_index("region", drop=False)).startswith('outputs["v"]: duplicate key "region": pass')
    assert "got 2: pass .reset_index() of it" in refused(frame.set_index(["region", "total"]))
    assert "expected names of one level, got 2" in refused(frame.groupby("region").agg(["sum", "mean"]))
    assert '[["a",1]]' == written(pd.MultiIndex.from_tuples([("a", 1)]))


@pytest.mark.filterwarnings("ignore:.*generic:DeprecationWarning")
def test_spans_of_numpy_are_exact_or_refused(written, refused, capfd):
    """A month has no length, and less than a nanosecond has no text that Kestra reads."""
    np = pytest.importorskip("numpy")
    spans = {(300 * 365 * 86_400, "s"): "P109500D", (200_000, "D"): "P200000D", (1, "M"): "P1M", (-14, "M"): "-P14M"}
    spans |= {(1, "Y"): "P1Y", (2, "W"): "P14D", (5, "25s"): "PT2M5S", (2_000, "ps"): "PT0.000000002S"}

    for arguments, text in spans.items():
        assert f'"{text}"' == written(np.timedelta64(*arguments))
    assert '["P1M",null]' == written(np.array([1, "NaT"], "m8[M]"))
    assert "expected a span of time with a length, got one in generic units" in refused(np.timedelta64(7))
    assert "expected a whole number of nanoseconds, got 1500 ps" in refused(np.timedelta64(1_500, "ps"))
    assert "expected a whole number of nanoseconds, got 1 as" in refused(np.timedelta64(1, "as"))
    Kestra.timer("t", np.timedelta64(1_500, "ms"))
    assert '"value":1.5,' in capfd.readouterr().out
    with pytest.raises(ValueError, match='timer "t": value: expected a span of time with a length'):
        Kestra.timer("t", np.timedelta64(1, "M"))


def test_a_masked_record_keeps_its_other_fields(written):
    """Whether it stands alone, in a list or in a table of more dimensions."""
    np = pytest.importorskip("numpy")
    types = [("x", "i4"), ("y", "f8")]
    records = np.ma.array([(1, 2.0), (3, 4.0)], mask=[(False, True), (False, False)], dtype=types)

    assert '[{"x":1,"y":null},{"x":3,"y":4.0}]' == written(records)
    assert '{"x":1,"y":null}' == written(records[0])
    assert '[[{"x":1,"y":null}],[{"x":3,"y":4.0}]]' == written(records.reshape(2, 1))
    assert '{"x":5,"y":6.0}' == written(np.array((5, 6.0), dtype=types))


def test_a_complex_number_is_refused_with_a_hint(refused):
    """A complex number of any size is refused with a hint."""
    np = pytest.importorskip("numpy")

    assert refused(np.clongdouble(1j)).endswith("got clongdouble: pass its real and imag")
    assert refused(np.array([1j])).endswith("got complex: pass its real and imag")


def test_nanoseconds_arrive(written, refused):
    """Nanoseconds of polars and Arrow arrive, although their lists hold Python's times, which have none."""
    pl = pytest.importorskip("polars")
    pa = pytest.importorskip("pyarrow")

    instant = pl.Series([1704067200123456789, None])
    assert '["2024-01-01T00:00:00.123456789",null]' == written(instant.cast(pl.Datetime("ns")))
    assert '["2024-01-01T01:00:00.123456789+01:00",null]' == written(instant.cast(pl.Datetime("ns", "Europe/Paris")))
    assert '["1969-12-31T23:59:59.999999999"]' == written(pl.Series([-1]).cast(pl.Datetime("ns")))
    assert '["00:00:00.000000001"]' == written(pl.Series([1]).cast(pl.Time))
    assert '["PT0.000000001S","-PT0.0000015S"]' == written(pl.Series([1, -1_500]).cast(pl.Duration("ns")))
    assert '[["PT0.000000001S"],null]' == written(pl.Series([[1], None]).cast(pl.List(pl.Duration("ns"))))
    struct = pl.DataFrame({"t": pl.Series([1]).cast(pl.Time), "n": [2]}).select(pl.struct("t", "n"))
    assert '[{"t":{"t":"00:00:00.000000001","n":2}}]' == written(struct)
    assert '["00:00:00.000000001",null]' == written(pa.array([1, None], pa.time64("ns")))
    assert '["1969-12-31T23:59:59.999999999+00:00"]' == written(pa.array([-1], pa.timestamp("ns", "UTC")))
    assert '"PT0.000000001S"' == written(pa.scalar(1, pa.duration("ns")))
    assert '[{"t":"00:00:00.000000001"}]' == written(pa.table({"t": pa.array([1], pa.time64("ns"))}))
    assert "cast it to microseconds" in refused(pa.array([[1]], pa.list_(pa.time64("ns"))))


def test_tables_of_arrow_are_records(written, refused):
    """A reader of a stream too, and a table of another library that can be read as one; a name comes once."""
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"a": [1, None]})

    class Stream:
        columns = ("a",)

        def __arrow_c_stream__(self, requested_schema=None):
            return table.__arrow_c_stream__(requested_schema)

    assert '[{"a":1},{"a":null}]' == written(table.to_reader())
    assert '[{"a":1},{"a":null}]' == written(Stream())
    assert '{"months":1,"days":2,"nanoseconds":3}' == written(pa.scalar((1, 2, 3), pa.month_day_nano_interval()))
    assert '[["a",1]]' == written(pa.scalar([("a", 1)], pa.map_(pa.string(), pa.int64())))
    assert 'outputs["v"]: duplicate key "a"' == refused(pa.table([[1], [2]], names=["a", "a"]))


def test_what_polars_has_yet_to_compute_is_refused_with_a_hint(refused):
    """A frame that is lazy, and an expression, which has no end."""
    pl = pytest.importorskip("polars")

    assert refused(pl.LazyFrame({"a": [1]})).endswith("got LazyFrame: pass collect() of it")
    assert refused(pl.col("a")).endswith("got Expr: pass str() of it")


def test_arrays_of_other_libraries(written, capfd):
    """Arrays with numpy's protocol are lists, which distinguish times from numbers."""
    np = pytest.importorskip("numpy")
    xr = pytest.importorskip("xarray")
    array = xr.DataArray([1.5, 2.5], dims="x")

    assert "[1.5,2.5]" == written(array)
    assert "[1.5]" == written(array[:1])
    assert "1.5" == written(array[0])
    assert '["2026-01-02T00:00:00.000000000"]' == written(xr.DataArray(np.array(["2026-01-02"], "M8[ns]")))
    assert '{"a":[1.5,2.5]}' == written(xr.Dataset({"a": array}))
    Kestra.gauge("g", array.mean(), {"first": array[0]})
    assert '"value":2.0,"tags":{"first":"1.5"}' in capfd.readouterr().out


def test_rows_of_sqlalchemy(written, refused):
    """Rows of SQLAlchemy are dicts by name, and a password in a URL is not shown."""
    sa = pytest.importorskip("sqlalchemy")
    with sa.create_engine("sqlite://").connect() as connection:
        rows = connection.execute(sa.text("SELECT 1 AS id, 'a' AS name"))
        assert refused(rows).endswith("got CursorResult: pass fetchall() of it")
        assert '[{"id":1,"name":"a"}]' == written(rows.fetchall())
        twice = connection.execute(sa.text("SELECT 1 AS id, 2 AS id")).fetchone()
        assert 'outputs["v"]: duplicate key "id"' == refused(twice)

    assert '"postgresql://u:***@h/db"' == written(sa.make_url("postgresql://u:secret@h/db"))


def test_a_row_of_sqlmodel_is_read_again_after_a_commit(written):
    """A commit expires the members of a row, which are then read again."""
    sqlmodel = pytest.importorskip("sqlmodel")

    class Hero(sqlmodel.SQLModel, table=True):
        id: typing.Optional[int] = sqlmodel.Field(default=None, primary_key=True)
        name: str

    engine = sqlmodel.create_engine("sqlite://")
    sqlmodel.SQLModel.metadata.create_all(engine)
    with sqlmodel.Session(engine) as session:
        hero = Hero(name="a")
        session.add(hero)
        session.commit()
        assert '{"id":1,"name":"a"}' == written(hero)


def test_fields_of_models(written, refused):
    """A secret of pydantic stays secret, and excluded fields are left out."""
    pydantic = pytest.importorskip("pydantic")

    class Model(pydantic.BaseModel):
        url: pydantic.AnyUrl
        secret: pydantic.SecretStr = pydantic.Field("s", exclude=True)

    assert '{"url":"http://h/"}' == written(Model(url="http://h/", secret="s"))
    assert refused(pydantic.SecretStr("s")).endswith("got SecretStr: pass str() of it")


def test_fields_that_are_not_set(written, refused):
    """Are left out where the library has a mark for them, and refused where there is nothing."""
    attrs = pytest.importorskip("attrs")
    msgspec = pytest.importorskip("msgspec")

    class Struct(msgspec.Struct):
        x: int
        y: object = msgspec.UNSET

    @attrs.define
    class Attrs:
        x: int = attrs.field(init=False)

    assert '{"x":1}' == written(Struct(1))
    assert refused(Attrs()).startswith('outputs["v"]: ')


def test_several_values_for_a_key_are_refused(written, refused):
    """Query parameters with several values for a key are refused, and headers are joined."""
    httpx = pytest.importorskip("httpx")
    multidict = pytest.importorskip("multidict")

    assert 'outputs["v"]: duplicate key "a"' == refused(httpx.QueryParams("a=1&a=2"))
    assert 'outputs["v"]: duplicate key "a"' == refused(multidict.MultiDict([("a", 1), ("a", 2)]))
    assert '{"a":"1","b":"2"}' == written(httpx.QueryParams("a=1&b=2"))
    assert '{"a":"1, 2"}' == written(httpx.Headers([("a", "1"), ("a", "2")]))
    assert refused(httpx.Response(200)).endswith("got Response: pass json() of it")


@pytest.mark.parametrize("target", [5, 1.5, "s", None, True, dt.date(2026, 1, 2), [1]], ids=repr)
def test_a_proxy_is_its_target(target, written):
    """A proxy of werkzeug or wrapt is sent as its target."""
    local = pytest.importorskip("werkzeug.local")
    wrapt = pytest.importorskip("wrapt")

    assert written(target) == written(local.LocalProxy(lambda: target))
    assert written(target) == written(wrapt.ObjectProxy(target))


def test_text_at_heart_of_libraries(written, capfd):
    """Addresses of the web, identifiers and times; where the text is not all, a hint."""
    yarl = pytest.importorskip("yarl")
    bson = pytest.importorskip("bson")
    whenever = pytest.importorskip("whenever")

    assert '"http://h/a?b=1"' == written(yarl.URL("http://h/a?b=1"))
    assert '"0123456789abcdef01234567"' == written(bson.ObjectId("0123456789abcdef01234567"))
    assert '"2026-01-02T00:00:00Z"' == written(whenever.Instant.from_utc(2026, 1, 2))
    Kestra.timer("t", whenever.TimeDelta(minutes=1))
    assert '"value":60.0,' in capfd.readouterr().out


def test_a_place_is_geojson(written):
    """A geometry with the protocol of map libraries is GeoJSON."""
    shapely = pytest.importorskip("shapely")

    assert '{"type":"Point","coordinates":[1.0,2.0]}' == written(shapely.Point(1, 2))
    assert "[[1.0,2.0]]" == written(shapely.Point(1, 2).coords)


def test_polars_and_arrow(written):
    """Tables of polars and Arrow are lists of records, as those of pandas are."""
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
    """Models of pydantic, attrs and msgspec are dicts by the names of their fields."""
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
    """A model that is nested too deep is refused like any value, without an overflow of Python's stack."""
    pydantic = pytest.importorskip("pydantic")

    class Node(pydantic.BaseModel):
        inner: "typing.Optional[Node]" = None

    node = Node()
    for _ in range(5_000):
        node = Node.model_construct(inner=node)
    with pytest.raises(ValueError, match=r'outputs\["node"\].*: '):
        Kestra.outputs({"node": node})
