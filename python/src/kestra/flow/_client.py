"""The class `Flow`: its settings, its calls and its requests."""

import os
from time import monotonic
from typing import TYPE_CHECKING, Any, Optional
from urllib.parse import quote, unquote

from . import _inputs
from ._errors import FlowError, FlowExecution, FlowNotInstalledError
from ._progress import Progress
from ._wait import LOGGER, Wait, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._http import Response
    from ._inputs import Labels

DEFAULT_HOSTNAME = "http://localhost:8080"
DEFAULT_TENANT = "main"  # of a server that has no others, and of versions that want one in each path
GRACE = 10  # seconds in which Kestra has stored an execution that it has started
# A server that starts again is away for minutes, and the execution goes on meanwhile.
PATIENCE = 10  # times as long as usual a request is tried while the client waits


class Flow:
    """Start flows on a Kestra server, and follow their executions.

    >>> Flow().execute("company.team", "load", {"day": "2026-11-28"})  # doctest: +SKIP
    FlowExecution(execution_id='4HKk…', status='SUCCESS', log='…', error=None)

    `hostname`, `user`, `password` and `api_token` may be given, or set as attributes; by default they come from the
    environment: KESTRA_HOSTNAME, KESTRA_USER, KESTRA_PASSWORD, KESTRA_API_TOKEN. The token goes first.

    With ``wait_for_completion`` `execute` waits for the end of the execution and looks every `poll_interval` seconds,
    `timeout` seconds at most. With ``labels_from_inputs`` the inputs are also labels of the execution.
    `retry_time` is how long, in seconds, a request is tried again when the server is away or busy, and ten times as
    long while it waits; a flow is never started twice. `request_timeout` is the limit of one attempt.
    ``progress=False`` shows no progress on a terminal.

    Calls raise `FlowError`, which names the execution.
    """

    def __init__(  # noqa: PLR0913
        self,
        wait_for_completion: bool = True,  # noqa: FBT001, FBT002  # as in version 2.0.0
        poll_interval: float = 1,
        labels_from_inputs: bool = False,  # noqa: FBT001, FBT002
        tenant: "Optional[str]" = None,
        *,
        hostname: "Optional[str]" = None,
        user: "Optional[str]" = None,
        password: "Optional[str]" = None,
        api_token: "Optional[str]" = None,
        timeout: "Optional[float]" = None,
        retry_time: float = 60,
        request_timeout: float = 60,
        progress: bool = True,
    ) -> None:
        _require_httpx()
        self.wait_for_completion = wait_for_completion
        self.poll_interval = poll_interval
        self.labels_from_inputs = labels_from_inputs
        self.hostname: str = hostname or os.environ.get("KESTRA_HOSTNAME") or DEFAULT_HOSTNAME
        self.user: Optional[str] = user or os.environ.get("KESTRA_USER")
        self.password: Optional[str] = password or os.environ.get("KESTRA_PASSWORD")
        self.api_token: Optional[str] = api_token or os.environ.get("KESTRA_API_TOKEN")
        self.timeout = timeout
        self.retry_time = retry_time
        self.request_timeout = request_timeout
        self.progress = progress
        self._set_tenant(tenant)

    def _set_tenant(self, tenant: "Optional[str]") -> None:
        self._tenant = tenant
        api = "/api/v1" if tenant is None else f"/api/v1/{quote(tenant, safe='')}"
        self.API_ENDPOINT_EXECUTION_CREATE = f"{api}/executions/{{namespace}}/{{flow_id}}"
        self.API_ENDPOINT_EXECUTION_STATUS = f"{api}/executions/{{execution_id}}"
        self.API_ENDPOINT_EXECUTION_LOG = f"{api}/logs/{{execution_id}}/download"
        self.API_ENDPOINT_TASK_OUTPUTS = f"{api}/outputs/{{execution_id}}/{{task_run_id}}"

    def execute(
        self,
        namespace: str,
        flow: str,
        inputs: "Optional[Mapping[str, Any]]" = None,
        *,
        labels: "Optional[Labels]" = None,
        timeout: "Optional[float]" = None,
    ) -> FlowExecution:
        """Start a flow and, unless ``wait_for_completion`` is off, wait for its end; a flow that fails is no error.

        An input is a string, any value of outputs, or a file: a `pathlib.Path`, bytes, an open file, or a tuple
        ``(file name, content, content type)``. Labels are a mapping, or strings ``name:value``.
        """
        execution, url = self._start(namespace, flow, inputs or {}, labels or {})
        if self.wait_for_completion:
            return self._wait(execution["id"], f"{namespace}.{flow}", url, timeout, self.retry_time)
        result = FlowExecution(execution["id"], "STARTED", None, None)
        result.url = url
        return result

    def wait(self, execution_id: str, timeout: "Optional[float]" = None) -> FlowExecution:
        """Wait for the end of an execution, and return its state and logs; or raise `FlowTimeoutError`."""
        return self._wait(execution_id, execution_id, None, timeout, min(GRACE, self.retry_time))

    def check_status(self, execution_id: str) -> "Response":
        """Return the server's answer about an execution: ``.json()["state"]["current"]`` is its state."""
        return self._get("API_ENDPOINT_EXECUTION_STATUS", execution_id=execution_id)

    def get_logs(self, execution_id: str) -> "Response":
        """Return the server's answer with the logs of an execution as ``.text``."""
        return self._get("API_ENDPOINT_EXECUTION_LOG", execution_id=execution_id)

    def outputs(self, execution_id: str, task: "Optional[str]" = None) -> "dict[str, Any]":
        """Return the outputs that the flow declares or, with a task's id, those of the task's last run."""
        execution = self._json(self.check_status(execution_id))
        if task is None:
            return execution.get("outputs") or {}
        runs = [run for run in execution.get("taskRunList") or [] if run.get("taskId") == task]
        if not runs:
            raise FlowError(f"The execution has not run a task {task!r}", execution_id, self._page(execution))
        if "outputs" in runs[-1]:  # before Kestra 2.0
            return runs[-1]["outputs"] or {}
        task_run_id = runs[-1]["id"]
        return self._json(self._get("API_ENDPOINT_TASK_OUTPUTS", execution_id=execution_id, task_run_id=task_run_id))

    def _start(
        self, namespace: str, flow: str, inputs: "Mapping[str, Any]", labels: "Labels"
    ) -> "tuple[dict[str, Any], str]":
        """Start a flow, and return what the server says of the execution, and the URL of its page."""
        LOGGER.debug("Starting the flow %s.%s with the inputs %s", namespace, flow, ", ".join(inputs) or "none")
        parameters = _inputs.label_parameters(labels)
        if self.labels_from_inputs:
            parameters += _inputs.label_parameters(_inputs.labels_of_inputs(inputs))
        options: dict[str, Any] = {"params": parameters} if parameters else {}
        with _inputs.form(inputs) as files:
            if files:
                options["files"] = files
            try:
                response = self._call(
                    "post", "API_ENDPOINT_EXECUTION_CREATE", options, namespace=namespace, flow_id=flow
                )
            except KeyboardInterrupt:
                tell(f"Stopped while {namespace}.{flow} was being started; {self._address()[0]} shows whether it runs")
                raise
        execution = self._json(response)
        if "id" not in execution:
            raise FlowError(f"Starting execution failed: {execution}", response=response)
        url = self._page({"namespace": namespace, "flowId": flow, **execution})
        LOGGER.info("Successfully triggered the execution: %s", url)
        return execution, url

    def _wait(
        self, execution_id: str, name: str, url: "Optional[str]", timeout: "Optional[float]", grace: float
    ) -> FlowExecution:
        from ._http import limits

        timeout = self.timeout if timeout is None else timeout
        deadline = float("inf") if timeout is None else monotonic() + timeout
        wait = Wait(self.check_status, self._json, self._page, execution_id, url)
        try:
            with limits(PATIENCE * self.retry_time, deadline), Progress(name, self.progress) as progress:
                execution = wait.until_end(self.poll_interval, grace, deadline, progress)
            return wait.result(execution, self._logs(execution_id))
        except KeyboardInterrupt:
            page = wait.url or self._address()[0]
            tell(f"Stopped waiting for the execution {execution_id}, which goes on: {page}")
            raise
        except FlowError as error:
            error.execution_id, error.url = execution_id, error.url or wait.url
            raise

    def _logs(self, execution_id: str) -> str:
        """Return the logs of an execution that has ended; its state is worth more than logs that may not be read."""
        try:
            return str(self.get_logs(execution_id).text)
        except FlowError as error:
            if error.status_code not in (403, 404):
                raise
            LOGGER.warning("No logs: %s", error)
            return ""

    def _get(self, endpoint: str, *, execution_id: str, **ids: str) -> "Response":
        try:
            return self._call("get", endpoint, {}, execution_id=execution_id, **ids)
        except FlowError as error:
            error.execution_id = execution_id
            raise

    def _call(self, method: str, endpoint: str, options: "dict[str, Any]", **ids: str) -> "Response":
        """Make a request; without a tenant a server that wants one in each path gets its default."""
        host = self._address()[0]
        path = getattr(self, endpoint).format(**{name: quote(str(value), safe="") for name, value in ids.items()})
        try:
            return self._make_request(method, host + path, **options)
        except FlowError as error:
            root, _, rest = path.partition("/api/v1/")
            if error.status_code != 404 or self._tenant is not None or root:
                raise
            try:
                response = self._make_request(method, f"{host}/api/v1/{DEFAULT_TENANT}/{rest}", **options)
            except FlowError as second:
                raise (error if second.status_code == 404 else second) from None
        self._set_tenant(DEFAULT_TENANT)
        return response

    def _make_request(self, method: str, url: str, **kwargs: Any) -> "Response":
        """Return the answer to a request with the credentials, after further attempts where it is safe to make them."""
        from ._http import request

        options = {"timeout": self.request_timeout, **kwargs}
        auth = self._address()[1]
        secrets = [auth[1]] if auth else []
        if self.api_token:
            secrets = [self._token()]
            options["headers"] = {**options.get("headers", {}), "Authorization": f"Bearer {secrets[0]}"}
        elif auth:
            options["auth"] = auth
        try:
            return request(method, url, self.retry_time, secrets, **options)
        except FlowError as error:
            if error.status_code != 401:
                raise
            raise FlowError(self._refusal(secrets), response=error.response) from None

    def _refusal(self, secrets: "list[str]") -> str:
        if not secrets:
            return "Authentication required but not provided. Please set the username and password, or the API token."
        return f"The server did not accept the {'API token' if self.api_token else 'username and password'}"

    def _token(self) -> str:
        token = str(self.api_token).strip()  # the line end of a file
        if not (token.isascii() and token.isprintable()):
            raise FlowError("api_token: expected printable ASCII")  # httpx would show it
        return token

    def _address(self) -> "tuple[str, Optional[tuple[str, str]]]":
        """Return the server's URL, without credentials, and the credentials."""
        scheme, _, rest = str(self.hostname).strip().rstrip("/").partition("://")
        host, slash, path = rest.partition("/")
        credentials, _, host = host.rpartition("@")
        if scheme.lower() not in ("http", "https") or not host:
            shown = (rest or scheme).rpartition("@")[2]
            raise FlowError(f"hostname: expected a URL such as {DEFAULT_HOSTNAME}, got {shown!r}")
        user, _, password = credentials.partition(":")
        auth: Optional[tuple[str, str]] = (unquote(user), unquote(password)) if credentials else None
        if self.user and self.password is not None:
            auth = (self.user, self.password)
        return f"{scheme}://{host}{slash}{path}", auth

    def _page(self, execution: "Mapping[str, Any]") -> str:
        """Return the URL of an execution's page, which Kestra tells at its start, often as a path."""
        host = self._address()[0]
        url = execution.get("url")
        if url:
            return f"{host}{url}" if url.startswith("/") else str(url)
        tenant = execution.get("tenantId") or self._tenant
        names = [tenant] if tenant else []
        names += ["executions", execution.get("namespace"), execution.get("flowId"), execution.get("id")]
        return "/".join([f"{host}/ui", *(quote(str(name), safe="") for name in names)])

    def _json(self, response: "Response") -> "dict[str, Any]":
        try:
            value = response.json()
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise FlowError("Expected JSON from the server: is the hostname that of Kestra?", response=response)
        return value


def _require_httpx() -> None:
    try:
        import httpx  # noqa: F401
    except ModuleNotFoundError as error:
        raise FlowNotInstalledError("kestra.Flow needs httpx: pip install 'kestra[flow]'") from error
