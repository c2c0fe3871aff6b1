"""`Kestra.read` gives the records of an Ion file as plain Python values, as version 2.0.0 did."""

import io
from datetime import datetime, timedelta, timezone

import pytest
from kestra import Kestra


@pytest.fixture
def read(library, tmp_path):
    """Write Ion text into a file and return what `Kestra.read` makes of it."""
    library("amazon.ion.simpleion")
    path = tmp_path / "rows.ion"

    def _read(text):
        path.write_text(text)
        return Kestra.read(str(path))

    return _read


@pytest.mark.parametrize(
    ("ion", "value"),
    [
        ("null", None),
        ("null.string", None),
        ("true", True),
        ("1", 1),
        ("12345678901234567890123", 12345678901234567890123),
        ("12.50", 12.5),
        ("1e0", 1.0),
        ('"a"', "a"),
        ('""', ""),
        ("abc", "abc"),
        ("{{aGk=}}", "hi"),
        ('{{"hi"}}', "hi"),
        ("{{/w==}}", b"\xff"),
        ("[1, 2.5, {a: null}]", [1, 2.5, {"a": None}]),
        ("(1 a)", [1, "a"]),
        ('{a: {b: "c"}}', {"a": {"b": "c"}}),
        ("2024-04-21T", datetime(2024, 4, 21)),  # noqa: DTZ001
        ("2024-04-21T13:43:24.340Z", datetime(2024, 4, 21, 13, 43, 24, 340000, timezone.utc)),
        ('"2024-04-21T13:43:24"', datetime(2024, 4, 21, 13, 43, 24)),  # noqa: DTZ001
        ('"2024-04-21T13:43:24.1Z"', datetime(2024, 4, 21, 13, 43, 24, 100000, timezone.utc)),
        (
            '"2024-04-21T13:43:24.123456789+02:00"',
            datetime(2024, 4, 21, 13, 43, 24, 123456, timezone(timedelta(hours=2))),
        ),
        ('LocalDateTime::"2024-04-21T13:43:24.34"', datetime(2024, 4, 21, 13, 43, 24, 340000)),  # noqa: DTZ001
        ('LocalDateTime::"2024-04-21T13:43"', datetime(2024, 4, 21, 13, 43)),  # noqa: DTZ001
        ('"LocalDateTime::\\"2024-04-21T13:43:24\\""', datetime(2024, 4, 21, 13, 43, 24)),  # noqa: DTZ001
        ('LocalDate::"2024-04-21"', "2024-04-21"),
        ('"2024-04-21T13:43"', "2024-04-21T13:43"),
        ('"2024-02-30T13:43:24"', "2024-02-30T13:43:24"),
        ('"2024-04-21T13:43:24 "', "2024-04-21T13:43:24 "),
    ],
)
def test_each_type_of_ion_is_a_plain_value(ion, value, read):
    """The value is equal to that of version 2.0.0, and its type is Python's own."""
    ((_, received),) = read(f"{{v: {ion}}}")[0].items()

    assert value == received
    assert type(value) is type(received)


def test_records_are_dicts_in_the_order_of_the_file(read):
    """Text and binary Ion have the same records."""
    assert [{"id": 1, "name": "a"}, {"id": 2}] == read('{id: 1, name: "a"}\n{id: 2}')
    assert [] == read("")


def test_binary_ion_is_read(library, tmp_path):
    """Kestra also stores Ion in its binary form."""
    simpleion = library("amazon.ion.simpleion")
    file = io.BytesIO()
    simpleion.dump([{"id": 1}, {"id": 2, "name": "b"}], file, binary=True, sequence_as_stream=True)
    path = tmp_path / "rows.ion"
    path.write_bytes(file.getvalue())

    assert [{"id": 1}, {"id": 2, "name": "b"}] == Kestra.read(path)


def test_the_parameter_has_the_name_of_version_2(library, tmp_path):
    """A call by keyword works as before."""
    library("amazon.ion.simpleion")
    (tmp_path / "rows.ion").write_text("{id: 1}")

    assert [{"id": 1}] == Kestra.read(path_=str(tmp_path / "rows.ion"))


def test_a_record_that_is_not_a_struct_is_refused_by_its_number(read):
    """Rows are structs; the error says which one is not."""
    with pytest.raises(TypeError, match=r"rows\.ion: record 2: expected a struct, got 5$"):
        read("{id: 1}\n5")


def test_a_missing_file_is_an_error_of_open(library):
    """The error names the file."""
    library("amazon.ion.simpleion")

    with pytest.raises(FileNotFoundError, match="no-such-file"):
        Kestra.read("no-such-file")


def test_without_the_extra_the_error_says_what_to_install(run):
    """`amazon.ion` is not a dependency of the package; one sentence names the command."""
    script = """
        import sys
        sys.modules["amazon"] = None
        from kestra import Kestra
        try:
            Kestra.read("rows.ion")
        except ImportError as error:
            print(error)
    """

    assert b"Kestra.read needs amazon.ion: pip install 'kestra[ion]'\n" == run(script).stdout


def test_records_become_a_data_frame(library, read):
    """The columns of pandas have the types of the values."""
    pandas = library("pandas")
    frame = pandas.DataFrame(read("{id: 1, price: 1.50, at: 2024-04-21T00:00:00Z}\n{id: 2, price: 2.0}"))

    assert [1, 2] == frame["id"].tolist()
    assert "float64" == str(frame["price"].dtype)
    assert "datetime64" in str(frame["at"].dtype)


def test_importing_the_package_does_not_load_it(run):
    """A script that does not read Ion starts as fast as before."""
    script = "import sys, kestra; print('kestra._ion' in sys.modules, 'amazon.ion' in sys.modules)"

    assert b"False False\n" == run(script).stdout


def test_the_zone_of_a_time_is_pythons_own(read):
    """With each version of amazon.ion, some of which have a class of their own for it."""
    (row,) = read("{at: 2024-04-21T13:43:24Z, later: 2024-04-21T13:43:24+02:00}")

    assert [timezone.utc, timezone(timedelta(hours=2))] == [time.tzinfo for time in row.values()]
