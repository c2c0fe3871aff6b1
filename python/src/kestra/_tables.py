"""Tables as lists of records, and columns as lists, of pandas, polars, Arrow and similar libraries."""

import sys

from ._json import RUN, Slices
from ._spans import duration_text
from ._wire import json_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Optional

_MISSING = object()  # what no value is


def record(names: "Sequence[Any]", members: "Iterable[Any]") -> "dict[Any, Any]":
    """Return a dict of the names and members, or refuse a duplicate name."""
    seen = set()
    for name in names:
        if name in seen:
            raise ValueError(f"duplicate key {json_string(str(name))}")
        seen.add(name)
    return dict(zip(names, members))


def records(names: "Sequence[Any]", columns: "Sequence[Sequence[Any]]", rows: int) -> "list[dict[Any, Any]]":
    """Return a table as a list with one record for each row."""
    record(names, names)
    return [dict(zip(names, row)) for row in zip(*columns)] if names else [{} for _ in range(rows)]


def sliced(length: int, slice_of: "Callable[[slice], list[Any]]") -> "Any":
    """Return a list, by its slices if it is long."""
    return Slices(length, slice_of) if length > RUN else slice_of(slice(None))


def table(names: "Sequence[Any]", columns: "Sequence[Any]", to_list: "Callable[[Any], list[Any]]", rows: int) -> "Any":
    """Return a table as a list of records, each slice of which takes the same slice of each column."""
    record(names, names)

    def slice_of(part: slice) -> "list[dict[Any, Any]]":
        return records(names, [to_list(column[part]) for column in columns], len(range(rows)[part]))

    return sliced(rows, slice_of)


def convert_table(value: "Any") -> "Any":
    """Return a table as a list of records, and a column as a list with None for missing values; others unchanged."""
    for library, convert in (("pandas", _convert_pandas), ("polars", _convert_polars), ("pyarrow", _convert_arrow)):
        module = sys.modules.get(library)
        converted = value if module is None else convert(module, value)
        if converted is not value:
            return converted
    kind = type(value)
    if _is_awkward_with_times(value):
        return list(value) if hasattr(kind, "__len__") else {name: value[name] for name in value.fields}
    for name in ("to_dicts", "to_list", "to_pylist", "as_py"):
        if hasattr(kind, name):
            return getattr(value, name)()
    pyarrow = sys.modules.get("pyarrow")
    is_table = hasattr(kind, "columns") or hasattr(kind, "schema")
    if hasattr(kind, "__arrow_c_stream__") and is_table and pyarrow is not None:
        return pyarrow.table(value)
    return value


def _is_awkward_with_times(value: "Any") -> bool:
    """Tell whether `to_list` turns times into integers, as awkward's does."""
    awkward = sys.modules.get("awkward")
    return isinstance(value, (awkward.Array, awkward.Record)) and "64[" in str(value.type) if awkward else False


# pandas


def _convert_pandas(pandas: "Any", value: "Any") -> "Any":
    if isinstance(value, pandas.DataFrame):
        return _pandas_records(value)
    if isinstance(value, pandas.Series):
        return _pandas_series(value)
    if isinstance(value, (pandas.Index, pandas.api.extensions.ExtensionArray)):
        return _pandas_column(value)
    return None if value is pandas.NA else value


def _pandas_records(frame: "Any") -> "Any":
    """Return the records of a frame, with the index first unless it is just the row numbers."""
    if frame.columns.nlevels > 1:
        raise ValueError(f"expected names of one level, got {frame.columns.nlevels}: join them, or pass stack() of it")
    names = frame.columns.tolist()
    columns = [frame.iloc[:, position].iloc for position in range(len(names))]
    index = frame.index
    if index.nlevels > 1 or index.name is not None or not _is_integer(index):
        _require_one_level(index)
        name = index.name if index.name is not None else "level_0" if "index" in names else "index"
        if name in names:
            raise ValueError(f"duplicate key {json_string(str(name))}: pass .reset_index() of it with another name")
        names, columns = [name, *names], [index, *columns]
    return table(names, columns, _pandas_column, len(frame))


def _pandas_series(series: "Any") -> "Any":
    """Return a series as a dict by label, or as a list if the labels are just the row numbers."""
    index = series.index
    _require_one_level(index)
    members = _pandas_column(series)
    if index.name is None and _is_integer(index) and index.tolist() == list(range(len(index))):
        return members
    labels = _pandas_column(index)
    if not index.is_unique:
        label = json_string(str(index[index.duplicated()][0]))
        raise ValueError(f"duplicate key {label}: pass .reset_index() of it")
    return dict(zip(labels, members))


def _is_integer(index: "Any") -> bool:
    return index.inferred_type == "integer" or index.dtype.kind in "iu"  # which an empty one has, too


def _require_one_level(index: "Any") -> None:
    if index.nlevels > 1:
        raise ValueError(f"expected an index of one level, got {index.nlevels}: pass .reset_index() of it")


def _pandas_column(column: "Any") -> "list[Any]":
    if getattr(column, "nlevels", 1) > 1:  # of a MultiIndex, which does not know what is missing
        return column.tolist()  # type: ignore[no-any-return]
    array = getattr(column, "array", column)
    if str(column.dtype).startswith("time64[ns]"):  # of Arrow, whose times `tolist` would cut
        return _arrow_list(array.__arrow_array__())
    if hasattr(array, "codes") and len(array.categories) < len(array):
        values = [*_pandas_column(array.categories), None]  # a missing one has the code -1
        return [values[code] for code in array.codes.tolist()]
    members: "list[Any]" = _pandas_times(column) or column.tolist()
    missing = column.isna()
    if not missing.any():
        return members
    return [None if is_missing else member for member, is_missing in zip(members, missing.tolist())]


def _pandas_times(column: "Any") -> "Any":
    """Return points in time that have neither a zone nor nanoseconds as text, or None."""
    if not str(column.dtype).startswith("datetime64") or hasattr(column.dtype, "tz"):
        return None
    values = column.to_numpy()
    cut = values.astype("M8[us]")
    times = cut.tolist()
    is_exact = (cut.astype(values.dtype).view("i8") == values.view("i8")).all() and int not in {*map(type, times)}
    return iso_texts(times) if is_exact else None


def iso_texts(times: "Iterable[Any]") -> "list[Any]":
    """Return times, dates and missing ones of Python as text."""
    return [time if time is None else time.isoformat() for time in times]


# polars and Arrow: their lists hold times of Python's, which have microseconds.


def _convert_polars(polars: "Any", value: "Any") -> "Any":
    if isinstance(value, polars.Series):
        return _polars_list(value)
    if isinstance(value, polars.DataFrame):
        return table(value.columns, value.get_columns(), _polars_list, value.height)
    return value


def _polars_list(series: "Any") -> "list[Any]":
    """Return a column of polars as a list; times with nanoseconds are text."""
    dtype = str(series.dtype)
    if "Time" not in dtype and "'ns'" not in dtype:
        members: "list[Any]" = series.to_list()
        return iso_texts(members) if dtype.startswith("Date") else members
    if dtype.startswith(("List", "Array")):
        return [None if member is None else _polars_list(member) for member in series]
    if dtype.startswith("Struct"):
        fields = series.struct.fields
        columns = [_polars_list(series.struct.field(name)) for name in fields]
        rows = records(fields, columns, len(series))
        return [None if missing else row for row, missing in zip(rows, series.is_null().to_list())]
    return list(map(_with_nanoseconds, series.to_list(), series.to_physical().to_list()))


def _convert_arrow(pyarrow: "Any", value: "Any") -> "Any":
    if isinstance(value, (pyarrow.Table, pyarrow.RecordBatch)):
        return table(value.column_names, value.columns, _arrow_list, value.num_rows)
    if isinstance(value, (pyarrow.Array, pyarrow.ChunkedArray)):
        return _arrow_list(value)
    if isinstance(value, pyarrow.Scalar):
        return _arrow_list(pyarrow.array([value], value.type))[0] if _is_cut(value.type) else value.as_py()
    return value


def _is_cut(kind: "Any") -> bool:
    """Tell whether `to_pylist` of an Arrow type may lose nanoseconds, or fail at them without pandas."""
    return "[ns" in str(kind)


def _arrow_list(array: "Any") -> "list[Any]":
    """Return a column of Arrow as a list; times with nanoseconds are text."""
    kind = array.type
    if not _is_cut(kind):
        return array.to_pylist()  # type: ignore[no-any-return]
    if str(kind).startswith(("time64", "timestamp", "duration")):
        physical = array.cast("int64").to_pylist()
        microseconds = [None if number is None else number // 1_000 for number in physical]
        cut = sys.modules["pyarrow"].array(microseconds, _in_microseconds(kind)).to_pylist()
        return list(map(_with_nanoseconds, cut, physical))
    if "time64[ns]" in str(kind):  # nested: of other types Arrow itself refuses what it would cut
        raise TypeError(f"expected no {kind}: cast it to microseconds")
    return array.to_pylist()  # type: ignore[no-any-return]


def _in_microseconds(kind: "Any") -> "Any":
    pyarrow = sys.modules["pyarrow"]
    if str(kind).startswith("timestamp"):
        return pyarrow.timestamp("us", kind.tz)
    return pyarrow.time64("us") if str(kind).startswith("time64") else pyarrow.duration("us")


def _with_nanoseconds(cut: "Any", nanoseconds: "Optional[int]") -> "Any":
    """Return a Python time or span, or its text with nanoseconds if there are any."""
    if cut is None or nanoseconds is None:
        return None
    rest = nanoseconds % 1_000
    if not rest:
        return cut
    if hasattr(cut, "total_seconds"):
        return duration_text(nanoseconds)
    text: str = cut.isoformat(timespec="microseconds")
    end = text.index(".") + 7
    return f"{text[:end]}{rest:03d}{text[end:]}"
