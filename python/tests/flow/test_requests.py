"""What `Flow` sends: paths, credentials, inputs, files and labels."""

import datetime as dt
import decimal
import enum
import io
import pathlib
import traceback

import pytest
from kestra import Flow, FlowError

pytest.importorskip("httpx", reason="Flow needs httpx, which the session `libraries` installs")
pytestmark = pytest.mark.usefixtures("server")

ID = "4HKkUGxOTk3fVWGVcVkyFR"


class Colour(enum.Enum):
    RED = "red"


@pytest.fixture
def start(kestra):
    """Start a flow, and return the request that arrived."""

    def _start(inputs=None, labels=None, **options):
        Flow(wait_for_completion=False, **options).execute("company.team", "load", inputs, labels=labels)
        return kestra.requests[-1]

    return _start


def test_without_inputs_there_is_no_body(start):
    """As with version 2.0.0."""
    request = start()

    assert ([], [], "0") == (request.parts, request.query, request.headers["content-length"])
    assert [] == start({"a": None}).parts


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", b"a"),
        ("", b""),
        ("Zo\xeb \N{ROCKET}\r\n", "Zo\xeb \N{ROCKET}\r\n".encode()),
        (3, b"3"),
        (0.5, b"0.5"),
        (True, b"true"),
        ({"a": ["b", None]}, b'{"a":["b",null]}'),
        (["a"], b'["a"]'),
        (dt.date(2026, 11, 28), b"2026-11-28"),
        (dt.datetime(2026, 11, 28, 9, 30, tzinfo=dt.timezone.utc), b"2026-11-28T09:30:00+00:00"),
        (decimal.Decimal("0.10"), b"0.10"),
        (Colour.RED, b"red"),
        (float("nan"), b"nan"),
        (1 + 2j, b"(1+2j)"),
    ],
)
def test_an_input_is_text_as_kestra_reads_it(value, text, start):
    """A string is itself, other values are as in outputs, and what has no JSON is its `str`, as with version 2.0.0."""
    assert [("v", None, None, text)] == start({"v": value}).parts


def test_a_value_inside_an_input_that_has_no_json_is_refused(kestra):
    """The error names its path, and nothing is sent."""
    with pytest.raises(ValueError, match=r'inputs\["a"\]\[0\]: NaN is not a JSON number'):
        Flow().execute("company.team", "load", {"a": [float("nan")]})
    assert [] == kestra.requests


def files(tmp_path):
    """Return each way to give the file `rows.csv`, with the name and the type that are sent."""
    path = tmp_path / "rows.csv"
    path.write_bytes(b"a,b\r\n1,2\n")
    with path.open(newline="") as text:
        in_memory = io.StringIO(text.read())
    half_read = io.BytesIO(b"before" + path.read_bytes())
    half_read.read(6)
    return {
        "path": (path, "rows.csv", "text/csv"),
        "file": (path.open("rb"), "rows.csv", "text/csv"),
        "text file": (path.open(newline=""), "rows.csv", "text/csv"),
        "bytes": (path.read_bytes(), "v", "application/octet-stream"),
        "bytearray": (bytearray(path.read_bytes()), "v", "application/octet-stream"),
        "io": (half_read, "v", "application/octet-stream"),
        "text io": (in_memory, "v", "application/octet-stream"),
        "tuple": (("my.csv", path.read_bytes(), "text/plain"), "my.csv", "text/plain"),
        "tuple of a file": (("my.csv", path.open("rb")), "my.csv", "text/csv"),
        "tuple of a path": (("my.csv", path, "text/plain"), "my.csv", "text/plain"),
        "tuple of a string": (("my.csv", path.read_bytes().decode()), "my.csv", "text/csv"),
    }


@pytest.mark.parametrize(
    "kind",
    [
        *("path", "file", "text file", "bytes", "bytearray", "io", "text io"),
        *("tuple", "tuple of a file", "tuple of a path", "tuple of a string"),
    ],
)
def test_a_file_arrives_under_the_name_of_the_input(kind, start, tmp_path, monkeypatch):
    """Kestra takes the part's name for the input's, and the file's name for that of the stored file."""
    monkeypatch.setattr("mimetypes.guess_type", lambda name: ("text/csv" if name.endswith(".csv") else None, None))
    every_kind = files(tmp_path)
    value, name, content_type = every_kind[kind]
    try:
        assert [("v", name, content_type, b"a,b\r\n1,2\n")] == start({"v": value}).parts
    finally:
        for value, *_ in every_kind.values():
            for part in value if isinstance(value, tuple) else (value,):
                if hasattr(part, "close"):
                    part.close()


def test_a_name_of_a_file_is_part_of_a_uri(start, tmp_path):
    """Kestra 2.0 fails at others; the name in a tuple stays as it is."""
    path = tmp_path / "my rows \xe9%#?.csv"
    path.write_bytes(b"x")
    names = [part[1] for part in start({"a": path, "b": ("my rows.csv", b"x")}).parts]

    assert ["my_rows_____.csv", "my rows.csv"] == names


def test_a_file_in_the_form_of_version_2(start):
    """There the part is called `files`, and the file's name is the input's: Kestra reads that as well."""
    assert [("files", "myfile", "text/plain", b"x")] == start(
        {"files": ("myfile", io.BytesIO(b"x"), "text/plain")}
    ).parts


def test_files_and_values_go_in_one_form(start, tmp_path):
    """A name may have any characters."""
    (tmp_path / "r.bin").write_bytes(b"\0\xff")
    parts = start({"n": 1, 'na"me\xe9': pathlib.Path(tmp_path / "r.bin")}).parts

    assert [(1, b"1"), (2, b"\0\xff")] == [(number, part[3]) for number, part in enumerate(parts, 1)]


def test_a_missing_file_is_an_error_before_anything_is_sent(kestra):
    """The error is that of `open`."""
    with pytest.raises(FileNotFoundError, match="no-such-file"):
        Flow().execute("company.team", "load", {"v": pathlib.Path("no-such-file")})
    assert [] == kestra.requests


@pytest.mark.parametrize(
    "labels",
    [{"team": "a:b c&d=\xe9,+%"}, ["team:a:b c&d=\xe9,+%"], "team:a:b c&d=\xe9,+%", [("team", "a:b c&d=\xe9,+%")]],
)
def test_labels_keep_every_character(labels, start):
    """A colon in a value belongs to the value: Kestra ends the name at the first one."""
    assert [("labels", "team:a:b c&d=\xe9,+%")] == start(labels=labels).query


def test_a_name_of_a_label_with_a_colon_is_refused(kestra):
    """Kestra would read another name."""
    with pytest.raises(ValueError, match="labels: expected a name without a colon, got 'a:b'"):
        Flow().execute("company.team", "load", labels={"a:b": "c"})
    assert [] == kestra.requests


def test_inputs_become_labels(start, tmp_path):
    """Those that can: neither files nor empty ones."""
    inputs = {"day": "2026-11-28", "rows": 3, "empty": "", "none": None, "file": b"x", "path": tmp_path / "f"}
    (tmp_path / "f").write_text("x")
    request = start(inputs, {"team": "data"}, labels_from_inputs=True)

    assert [("labels", "team:data"), ("labels", "day:2026-11-28"), ("labels", "rows:3")] == request.query
    assert ["day", "rows", "empty", "file", "path"] == [part[0] for part in request.parts]


def test_a_tenant_is_part_of_the_path(kestra, start):
    """Names are escaped."""
    kestra.tenants = ("acme corp/1",)

    assert "/api/v1/acme%20corp%2F1/executions/company.team/load" == start(tenant="acme corp/1").path


@pytest.mark.parametrize("tenant", ["{}", "{x}", "%s"])
def test_a_tenant_may_have_braces(tenant, kestra, start):
    """It is no template."""
    kestra.tenants = (tenant,)

    assert "/executions/company.team/load" == start(tenant=tenant).path[-len("/executions/company.team/load") :]


def test_a_server_that_wants_a_tenant_gets_its_default(kestra):
    """Kestra's OpenAPI document has a tenant in each path; the one that answered is kept for later requests."""
    kestra.has_default_tenant = False
    result = Flow().execute("company.team", "load", {"f": io.BytesIO(b"x")})

    assert "SUCCESS" == result.status
    assert [
        "/api/v1/executions/company.team/load",
        "/api/v1/main/executions/company.team/load",
        f"/api/v1/main/executions/{ID}",
        f"/api/v1/main/executions/{ID}",
        f"/api/v1/main/logs/{ID}/download",
    ] == [request.path for request in kestra.requests]
    assert kestra.requests[0].parts == kestra.requests[1].parts


def test_a_flow_that_does_not_exist_is_an_error_of_the_first_path(server):
    """The path is the one that was asked for."""
    with pytest.raises(FlowError) as raised:
        Flow().execute("company.team", "nothing")

    path = "/api/v1/executions/company.team/nothing"
    assert f"{server.url}{path} answered 404 Not Found: Not Found: Page Not Found {path}" == str(raised.value)


def test_the_hostname_may_end_in_a_slash_and_have_a_path(server, kestra):
    """As behind a proxy that serves Kestra below a path."""
    Flow(False, hostname=f"{server.url}/").execute("company.team", "load")
    with pytest.raises(FlowError):
        Flow(tenant="main", hostname=f"{server.url}/kestra/").execute("company.team", "load")

    assert "/api/v1/executions/company.team/load" == kestra.requests[0].path
    assert "/kestra/api/v1/main/executions/company.team/load" == kestra.requests[1].path


@pytest.mark.parametrize(
    ("hostname", "shown"), [("localhost:8080", "localhost:8080"), ("u:pw@h:80", "h:80"), ("ftp://u:pw@h", "h")]
)
def test_a_hostname_that_is_not_a_url_is_refused(hostname, shown):
    """The error shows what is expected, and no password."""
    with pytest.raises(FlowError) as raised:
        Flow(hostname=hostname).execute("company.team", "load")

    assert f"hostname: expected a URL such as http://localhost:8080, got '{shown}'" == str(raised.value)


@pytest.mark.parametrize(
    ("settings", "header"),
    [
        ({}, None),
        ({"KESTRA_USER": "u"}, None),
        ({"KESTRA_USER": "u", "KESTRA_PASSWORD": "p:w\xe9"}, "Basic dTpwOnfDqQ=="),
        ({"KESTRA_API_TOKEN": "t0ken"}, "Bearer t0ken"),
        ({"KESTRA_API_TOKEN": "t0ken\n"}, "Bearer t0ken"),
        ({"KESTRA_API_TOKEN": "t0ken", "KESTRA_USER": "u", "KESTRA_PASSWORD": "p"}, "Bearer t0ken"),
        ({"KESTRA_API_TOKEN": "", "KESTRA_USER": "u", "KESTRA_PASSWORD": "p"}, "Basic dTpw"),
    ],
)
@pytest.mark.parametrize("way", ["environment", "arguments", "attributes"])
def test_credentials_are_sent(way, settings, header, kestra, monkeypatch):
    """The token goes before user and password; without a password there are no credentials."""
    values = {name[len("KESTRA_") :].lower(): value for name, value in settings.items()}
    if way == "environment":
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
    flow = Flow(False, **(values if way == "arguments" else {}))
    if way == "attributes":
        for name, value in values.items():
            setattr(flow, name, value)
    flow.execute("company.team", "load")

    assert header == kestra.requests[0].headers.get("authorization")


def test_credentials_in_the_hostname_are_sent_and_not_shown(server, kestra):
    """They are escaped as in any URL."""
    hostname = server.url.replace("://", "://us%40er:s3cret%2F@")
    result = Flow(False, hostname=hostname).execute("company.team", "load")

    assert "Basic dXNAZXI6czNjcmV0Lw==" == kestra.requests[0].headers["authorization"]
    assert result.url.startswith(f"{server.url}/ui/")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "Authentication required but not provided. Please set the username and password, or the API token."),
        ({"user": "u", "password": "p"}, "The server did not accept the username and password"),
        ({"api_token": "t0ken"}, "The server did not accept the API token"),
    ],
)
def test_a_refusal_says_what_was_refused(options, message, kestra):
    """It is not tried again."""
    kestra.authorization = "Bearer other"
    with pytest.raises(FlowError) as raised:
        Flow(**options).execute("company.team", "load")

    assert (message, 401, 1) == (str(raised.value), raised.value.status_code, kestra.started())


@pytest.mark.parametrize("token", ["t0k\nen", "t0k\xe9n", "t0k\x7fen"])
def test_a_token_that_is_no_header_is_refused_without_showing_it(token):
    """An error of the HTTP library would show it."""
    with pytest.raises(FlowError) as raised:
        Flow(api_token=token).execute("company.team", "load")

    assert "api_token: expected printable ASCII" == str(raised.value)
    assert "t0k" not in "".join(traceback.format_exception(None, raised.value, None))


@pytest.mark.parametrize("fault", ["401", "404", "422", "503", "unreachable", "redirect", "nothing"])
@pytest.mark.parametrize("kind", ["token", "password", "hostname"])
def test_no_error_and_no_log_shows_a_credential_or_an_input(kind, fault, server, kestra, logs):
    """Neither ours nor those of httpx, of any level, even where the server repeats them."""
    secret = "hunter2hunter2"
    options = {"token": {"api_token": secret}, "password": {"user": "u", "password": secret}}.get(kind, {})
    if kind == "hostname":
        options = {"hostname": server.url.replace("://", f"://u:{secret}@")}
    answer = (fault, {"Content-Type": "application/json"}, b'{"message": "You sent %s"}' % secret.encode())
    if fault.isdigit():
        kestra.answers = {method: [(int(fault), *answer[1:])] * 100 for method in ("GET", "POST")}
    elif fault == "redirect":
        kestra.answers = {"POST": [(302, {"Location": f"{server.url}/other?{secret}"}, b"")]}
    elif fault == "unreachable":
        server.stop()
    shown = []
    try:
        Flow(labels_from_inputs=True, retry_time=5, **options).execute("company.team", "load", {"pw": secret})
    except FlowError as error:
        shown += [str(error), *traceback.format_exception(type(error), error, error.__traceback__)]
    if fault == "unreachable":
        server.start()
    shown += [record.getMessage() for record in logs]

    assert ("nothing" == fault) == (len(shown) == len(logs))
    assert secret not in "\n".join(shown)
    assert "httpx" not in {record.name for record in logs}
