"""`Flow` survives a server that is away or busy, and never starts a flow twice."""

import email.utils
import shutil
import subprocess
import threading
from datetime import datetime, timedelta, timezone

import pytest
from kestra import FailedExponentialBackoff, Flow, FlowError, FlowTimeoutError

pytest.importorskip("httpx", reason="Flow needs httpx, which the session `libraries` installs")
from kestra.flow._http import _certificates

pytestmark = pytest.mark.usefixtures("server")

ID = "4HKkUGxOTk3fVWGVcVkyFR"
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_look_is_made_again_while_the_server_is_busy(status, kestra, clock):
    """The pauses double, as with version 2.0.0."""
    kestra.answers = {"GET": [(status, {}, b"")] * 4}

    assert Flow().check_status(ID).ok
    assert [1, 2, 4, 8] == clock.naps


def test_pauses_are_half_a_minute_at_most_and_the_last_attempt_is_at_the_end(kestra, clock):
    """After that time the error has the name of version 2.0.0, and names the execution."""
    kestra.answers = {"GET": [(503, {}, b"")] * 100}
    with pytest.raises(FailedExponentialBackoff, match=f"answered 503 Service Unavailable .execution {ID}"):
        Flow(retry_time=100).check_status(ID)

    assert [1, 2, 4, 8, 16, 30, 30, 9] == clock.naps


def test_without_time_for_attempts_there_is_one(kestra, clock):
    """And no pause."""
    kestra.answers = {"GET": [(503, {}, b"")] * 100}
    with pytest.raises(FailedExponentialBackoff):
        Flow(retry_time=0).check_status(ID)

    assert ([], 1) == (clock.naps, len(kestra.requests))


def test_the_server_may_say_when_to_come_again(kestra, clock):
    """By the seconds."""
    kestra.answers = {"GET": [(429, {"Retry-After": "17"}, b""), (503, {"Retry-After": " 3 "}, b"")]}

    assert Flow().check_status(ID).ok
    assert [17, 3] == clock.naps


def test_the_server_may_say_when_to_come_again_by_a_date(kestra, clock):
    """The date is compared with the time of this machine; one that has passed, or is none, is no wish."""
    dates = [
        email.utils.format_datetime(datetime.now(timezone.utc) + timedelta(seconds=s), usegmt=True) for s in (4000, -9)
    ]
    kestra.answers = {"GET": [(503, {"Retry-After": value}, b"") for value in (*dates, "soon", "-1", "")]}

    assert Flow(retry_time=9000).check_status(ID).ok
    assert 3000 < clock.naps[0] <= 4000
    assert [2, 4, 8, 16] == clock.naps[1:]


def test_a_wish_beyond_the_time_for_attempts_ends_them(kestra, clock):
    """Nothing is gained by an attempt before it."""
    kestra.answers = {"GET": [(429, {"Retry-After": "61"}, b"")]}
    with pytest.raises(FailedExponentialBackoff, match="429"):
        Flow(retry_time=60).check_status(ID)

    assert [] == clock.naps


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 501])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_that_stays_the_same_is_an_error_at_once(method, status, kestra, clock):
    """What Kestra says of it is part of the error."""
    kestra.answers = {method: [(status, JSON, b'{"message": "what is wrong"}')] * 2}
    flow = Flow(tenant="main")
    call, arguments = (flow.execute, ("company.team", "load")) if method == "POST" else (flow.check_status, (ID,))
    with pytest.raises(FlowError) as raised:
        call(*arguments)

    assert not isinstance(raised.value, FailedExponentialBackoff)
    assert (status, [], 1) == (raised.value.status_code, clock.naps, len(kestra.requests))
    assert status == 401 or ": what is wrong" in str(raised.value)


def test_a_wait_survives_a_restart_of_the_server(server, kestra, clock, logs):
    """The connection is refused for minutes; the execution has gone on meanwhile."""
    kestra.states = ["RUNNING", "RUNNING", "SUCCESS"]

    def restart(nap):
        if nap == 2:
            server.stop()
        if clock.time > 1000 + 400 and server.is_stopped:
            server.start()

    clock.at_nap = restart
    assert "SUCCESS" == Flow().execute("company.team", "load").status
    assert (1, True) == (kestra.started(), clock.time > 1000 + 400)
    warnings = [record.getMessage() for record in logs if record.levelname == "WARNING"]
    assert 1 == len(warnings)
    assert warnings[0].startswith(f"Cannot reach {server.url}/api/v1/executions/{ID}: ")
    assert warnings[0].endswith("Connection refused: trying again for 600 s")


def test_a_wait_survives_everything_a_proxy_answers_meanwhile(kestra, drop):
    """Errors, closed connections, and wishes."""
    kestra.answers = {"GET": [(502, {}, b"<html>"), drop, (503, {}, b""), drop, (504, {}, b""), (429, {}, b"")]}

    assert "SUCCESS" == Flow().execute("company.team", "load").status
    assert 1 == kestra.started()


def test_a_wait_ends_when_the_server_stays_away(server, clock):
    """After ten times the usual time; the error names the execution and its page."""
    clock.at_nap = lambda nap: server.stop() if nap == 1 else None
    with pytest.raises(FailedExponentialBackoff) as raised:
        Flow(retry_time=6).execute("company.team", "load")
    server.start()

    page = f"{server.url}/ui/main/executions/company.team/load/{ID}"
    assert (61, ID, page) == (sum(clock.naps), raised.value.execution_id, raised.value.url)
    assert str(raised.value).endswith(f"Connection refused (execution {ID}: {page})")


def test_a_timeout_also_ends_the_attempts(server, clock):
    """The time that the caller gave is kept while the server is away."""
    clock.at_nap = lambda nap: server.stop() if nap == 1 else None
    with pytest.raises(FlowTimeoutError) as raised:
        Flow().execute("company.team", "load", timeout=20)
    server.start()

    assert 20 == sum(clock.naps)
    assert ID == raised.value.execution_id


def test_a_start_is_made_again_while_the_server_cannot_be_reached(server, kestra, clock):
    """Where no connection was made, nothing has arrived."""
    server.stop()
    clock.at_nap = lambda nap: server.start() if nap == 3 else None

    assert "SUCCESS" == Flow().execute("company.team", "load", {"file": b"x" * 100}).status
    assert ([1, 2, 4], 1) == (clock.naps[:3], kestra.started())


@pytest.mark.parametrize("status", [408, 429])
def test_a_start_that_was_not_taken_is_made_again(status, kestra, tmp_path):
    """With the whole of each file."""
    (tmp_path / "rows.csv").write_bytes(b"a" * 200_000)
    kestra.answers = {"POST": [(status, {"Retry-After": "2"}, b"")] * 2}
    with (tmp_path / "rows.csv").open("rb") as file:
        Flow(wait_for_completion=False).execute("company.team", "load", {"path": tmp_path / "rows.csv", "file": file})

    assert 3 == len(kestra.requests)
    assert all([200_000, 200_000] == [len(part[3]) for part in request.parts] for request in kestra.requests)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_start_that_may_have_been_taken_is_not_made_again(status, kestra, clock):
    """The error says what is not known; a second start would be a second execution."""
    kestra.answers = {"POST": [(status, {}, b"")]}
    with pytest.raises(FailedExponentialBackoff, match=f"answered {status} .*; the execution may have started$"):
        Flow().execute("company.team", "load")

    assert (1, []) == (kestra.started(), clock.naps)


def test_a_start_without_an_answer_is_not_made_again(server, kestra, clock, drop):
    """The server may have read the request before it was gone."""
    kestra.answers = {"POST": [drop]}
    with pytest.raises(FailedExponentialBackoff) as raised:
        Flow().execute("company.team", "load")

    address = f"{server.url}/api/v1/executions/company.team/load"
    message = f"No answer from {address}, so the execution may have started: RemoteProtocolError"
    assert (message, 1, []) == (str(raised.value), kestra.started(), clock.naps)


def test_a_start_whose_answer_comes_too_late_is_not_made_again(kestra):
    """The limit of one attempt is in real seconds."""
    arrived, end = threading.Event(), threading.Event()
    answer = kestra.answer

    def hang(request):
        arrived.set()
        end.wait(60)
        return answer(request)

    kestra.answer = hang
    try:
        with pytest.raises(FailedExponentialBackoff, match=r"the execution may have started: ReadTimeout$"):
            Flow(request_timeout=1).execute("company.team", "load")
    finally:
        end.set()
    assert (True, 1) == (arrived.is_set(), kestra.started())


def test_a_server_that_cannot_be_reached_is_named(server, clock):
    """The error of a wrong hostname, after some attempts."""
    server.stop()
    with pytest.raises(FailedExponentialBackoff) as raised:
        Flow(retry_time=10).execute("company.team", "load")
    server.start()

    assert str(raised.value).startswith(f"Cannot reach {server.url}/api/v1/executions/company.team/load: ")
    assert 10 == sum(clock.naps)


def test_what_is_not_http_is_an_error_at_once(server, clock):
    """A URL with https of a server without: no attempt would help."""
    with pytest.raises(FlowError, match=r"Cannot reach https://127.0.0.1:.*SSL") as raised:
        Flow(hostname=server.url.replace("http:", "https:")).check_status(ID)

    assert not isinstance(raised.value, FailedExponentialBackoff)
    assert [] == clock.naps


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_redirect_of_a_start_names_the_hostname_to_set(status, server, kestra):
    """HTTP clients make a GET of it, which starts nothing."""
    target = f"http://localhost:{server.port}"
    kestra.answers = {"POST": [(status, {"Location": f"{target}/api/v1/main/executions/{ID}?labels=a"}, b"")]}
    with pytest.raises(FlowError, match=f"executions/company.team/load redirects: set the hostname to {target}$"):
        Flow().execute("company.team", "load")

    assert 1 == kestra.started()


@pytest.mark.parametrize("status", [307, 308])
def test_a_redirect_that_keeps_the_method_is_followed(status, server, kestra):
    """With its files."""
    path = "/api/v1/main/executions/company.team/load"
    kestra.answers = {"POST": [(status, {"Location": f"{server.url}{path}"}, b"")]}
    Flow(wait_for_completion=False).execute("company.team", "load", {"file": b"x"})

    assert [path, [("file", "file", "application/octet-stream", b"x")]] == [
        kestra.requests[1].path,
        kestra.requests[1].parts,
    ]


def test_a_redirect_of_a_look_is_followed(server, kestra):
    """As any GET."""
    kestra.answers = {"GET": [(302, {"Location": f"{server.url}/api/v1/main/executions/{ID}"}, b"")]}

    assert Flow().check_status(ID).ok


@pytest.mark.parametrize("variable", [None, "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"])
def test_certificates_of_the_environment_are_trusted(variable, server, clock, monkeypatch, tmp_path):
    """Those of requests, which version 2.0.0 used, as well; without them the error comes at once."""
    if not shutil.which("openssl"):
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate]
    subprocess.run([*command, *names], check=True, capture_output=True)
    server.stop()
    server.start((certificate, key))
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(variable, str(certificate))
    _certificates.cache_clear()
    flow = Flow(hostname=server.url.replace("http:", "https:"))
    try:
        if variable:
            assert flow.check_status(ID).ok
        else:
            with pytest.raises(FlowError, match="CERTIFICATE_VERIFY_FAILED"):
                flow.check_status(ID)
            assert [] == clock.naps
    finally:
        _certificates.cache_clear()
