"""A server that answers as Kestra's API, by its OpenAPI document of version 2.0, and a clock that does not wait."""

import contextlib
import json
import logging
import ssl
import threading
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

ID = "4HKkUGxOTk3fVWGVcVkyFR"
DROP = object()  # instead of an answer: the connection is closed


@dataclass
class Request:
    """What arrived: `parts` are the parts of the form, as (name, file name, content type, content)."""

    method: str
    path: str
    query: "list[tuple[str, str]]"
    headers: "dict[str, str]"
    parts: "list[tuple]"


@dataclass
class Kestra:
    """The state of the server: what tests set before a call, and look at after it."""

    tenants: "tuple[str, ...]" = ("main",)
    has_default_tenant: bool = True  # paths without a tenant are the default tenant's, as in the open-source edition
    states: "list[str]" = field(default_factory=lambda: ["RUNNING", "SUCCESS"])  # one for each look, the last stays
    end_date: "str | None" = None
    task_runs: "list[dict]" = field(default_factory=list)
    outputs: "dict" = field(default_factory=dict)
    task_outputs: "dict[str, dict]" = field(default_factory=dict)  # by the id of the task run
    log: str = "2026-11-28T09:30:00.412Z INFO 3 files found\n"
    page: "str | None" = "/ui/main/executions/company.team/load/" + ID
    authorization: "str | None" = None  # the header that is asked for
    answers: "dict[str, list]" = field(default_factory=dict)  # by method: what is answered first: status, headers, body
    requests: "list[Request]" = field(default_factory=list)

    def started(self):
        """Return how many executions were started: requests that reached the handler, whatever was answered."""
        return sum(request.method == "POST" for request in self.requests)

    def execution(self):
        """Return an execution as the API shows it."""
        current = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        state = {"current": current, "histories": [], "startDate": "2026-11-28T09:30:00Z"}
        if self.end_date:
            state["endDate"] = self.end_date
        names = {"id": ID, "originalId": ID, "namespace": "company.team", "flowId": "load", "flowRevision": 1}
        return {**names, "state": state, "taskRunList": self.task_runs, "outputs": self.outputs, "deleted": False}

    def answer(self, request):
        """Return the status, the headers and the body."""
        ready = self.answers.get(request.method)
        if ready:
            return ready.pop(0)
        if self.authorization and request.headers.get("authorization") != self.authorization:
            return 401, {"WWW-Authenticate": "Basic"}, b""
        names = [unquote(name) for name in request.path.split("/")[3:]]
        if names and names[0] in self.tenants:
            del names[0]
        elif not self.has_default_tenant:
            return not_found(request)
        if request.method == "POST" and names == ["executions", "company.team", "load"]:
            return as_json({**self.execution_at_start(), "url": self.page})
        if request.method == "GET" and names == ["executions", ID]:
            return as_json(self.execution())
        if request.method == "GET" and names == ["logs", ID, "download"]:
            return 200, {"Content-Type": "text/plain"}, self.log.encode()
        if request.method == "GET" and names[:2] == ["outputs", ID]:
            return as_json(self.task_outputs[names[2]])
        return not_found(request)

    def execution_at_start(self):
        states, self.states = self.states, ["CREATED"]
        execution, self.states = self.execution(), states
        return {key: value for key, value in execution.items() if key not in ("taskRunList", "outputs")}


def as_json(value, status=200):
    return status, {"Content-Type": "application/json"}, json.dumps(value).encode()


def not_found(request):
    return as_json({"message": f"Not Found: Page Not Found {request.path}", "_links": {}}, 404)


class Handler(BaseHTTPRequestHandler):
    """Reads a request, and writes what `Kestra` answers."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        url = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, url.path, parse_qsl(url.query), headers, parts_of(headers, body))
        kestra = self.server.kestra
        kestra.requests.append(request)
        answer = kestra.answer(request)
        if answer is DROP:
            self.close_connection = True
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # a client that has stopped
            self.wfile.write(body)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_):
        pass


def parts_of(headers, body):
    """Return the parts of a form."""
    if not headers.get("content-type", "").startswith("multipart/form-data"):
        return []
    message = message_from_bytes(b"Content-Type: " + headers["content-type"].encode() + b"\r\n\r\n" + body, policy=HTTP)
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part["content-type"] and part.get_content_type(),
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()
    ]


class Server:
    """The server on a port of its own; it can stop, and start again on the same port."""

    def __init__(self):
        self.kestra = Kestra()
        self.port = 0
        self.start()
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self, certificate=None):
        self.is_stopped = False
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.kestra = self.kestra
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def stop(self):
        self.is_stopped = True
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def server(library, monkeypatch, request):
    """A server, which Flow finds through the environment."""
    library("httpx")
    request.getfixturevalue("clock")
    server = Server()
    for name in ("KESTRA_USER", "KESTRA_PASSWORD", "KESTRA_API_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KESTRA_HOSTNAME", server.url)
    yield server
    server.stop()


@pytest.fixture
def drop():
    """Return the answer that closes the connection without one."""
    return DROP


@pytest.fixture
def kestra(server):
    """What the server knows and has seen."""
    return server.kestra


class Clock:
    """A clock that goes on only when the client sleeps; `naps` are the seconds that it slept."""

    def __init__(self):
        self.time = 1000.0
        self.naps = []
        self.at_nap = lambda _: None  # called with the number of the nap

    def monotonic(self):
        return self.time

    def sleep(self, seconds):
        self.time += seconds
        self.naps.append(seconds)
        self.at_nap(len(self.naps))


@pytest.fixture
def clock(monkeypatch):
    """Let the client of this process not wait in fact."""
    clock = Clock()
    for module in ("_http", "_wait", "_client", "_progress"):
        for name in ("monotonic", "sleep"):
            monkeypatch.setattr(f"kestra.flow.{module}.{name}", getattr(clock, name), raising=False)
    return clock


@pytest.fixture
def logs():
    """Return the records of all loggers, of every level."""
    records = []
    handler, root = logging.Handler(), logging.getLogger()
    handler.emit = records.append
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield records
    root.removeHandler(handler)
    root.setLevel(level)
