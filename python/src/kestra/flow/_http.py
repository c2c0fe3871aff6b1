"""Requests to Kestra: what is tried again, for how long, and what an error may say."""

import logging
import os
import ssl
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import count
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, NamedTuple, Optional, Union, cast

import httpx

from ._errors import FailedExponentialBackoff, FlowError
from ._progress import clear
from ._wait import LOGGER

if TYPE_CHECKING:
    from collections.abc import Iterator

# Answers of a server or proxy that is busy, or that starts again.
PASSING = frozenset((408, 429, 500, 502, 503, 504))
# Those of them that say that the request was not taken, so that even the start of a flow can be sent again.
NOT_TAKEN = frozenset((408, 429))
# The request has not left, so it can be sent again as well.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
REPEATABLE = frozenset(("GET", "HEAD", "OPTIONS", "PUT", "DELETE"))
LONGEST_PAUSE = 30  # seconds
CONNECT_LIMIT = 10


class Response(httpx.Response):  # type: ignore[misc, unused-ignore]  # without httpx it is Any for type checkers
    """An answer of httpx that also has `ok`, as those of version 2.0.0 had."""

    @property
    def ok(self) -> bool:
        """Whether the status is below 400."""
        return bool(self.status_code < 400)


class Limits(NamedTuple):
    """How long failures are tried again, in seconds, and when all attempts end, by the monotonic clock."""

    retry_time: float
    deadline: float = float("inf")


# Not an argument, because subclasses and tests written for version 2.0.0 replace `Flow._make_request`.
LIMITS: "ContextVar[Optional[Limits]]" = ContextVar("kestra.flow limits", default=None)
_IN_REQUEST: "ContextVar[bool]" = ContextVar("kestra.flow request", default=False)


@contextmanager
def limits(retry_time: float, deadline: float) -> "Iterator[None]":
    """Set the limits of the requests that are made in the block."""
    token = LIMITS.set(Limits(retry_time, deadline))
    try:
        yield
    finally:
        LIMITS.reset(token)


def request(method: str, url: str, retry_time: float, secrets: "list[str]", **options: Any) -> Response:
    """Return the server's answer to a request, after further attempts where it is safe to make them.

    An answer below 400 is returned, another is raised. `options` are those of `httpx.request`.
    """
    limit = LIMITS.get() or Limits(retry_time)
    end = min(monotonic() + limit.retry_time, limit.deadline)
    for attempt in count():
        outcome = _attempt(method, url, secrets, {**options, "timeout": _timeout(options.get("timeout"), limit)})
        if not isinstance(outcome, _Failure):
            return outcome
        failure = outcome
        left = end - monotonic()
        asked = _retry_after(failure.response)
        if not failure.may_repeat or left <= max(0, asked):
            break
        level = logging.DEBUG if attempt else logging.WARNING
        clear()
        LOGGER.log(level, "%s: trying again for %d s", failure.text, max(1, round(left)))
        sleep(asked or min(2 ** min(attempt, 10), LONGEST_PAUSE, left))
    raise failure.error() from failure.cause


def _timeout(seconds: Any, limit: Limits) -> Any:
    """Return the limits of one attempt, which ends with all attempts."""
    if not isinstance(seconds, (int, float)):
        return seconds
    seconds = max(0.1, min(seconds, limit.deadline - monotonic()))
    return httpx.Timeout(seconds, connect=min(seconds, CONNECT_LIMIT))


class _Failure(NamedTuple):
    """An attempt that had no success, and whether it may be made again."""

    text: str
    may_repeat: bool
    is_passing: bool
    response: "Optional[Response]" = None
    cause: "Optional[Exception]" = None

    def error(self) -> FlowError:
        kind = FailedExponentialBackoff if self.is_passing else FlowError
        return kind(self.text, response=self.response)


def _attempt(method: str, url: str, secrets: "list[str]", options: "dict[str, Any]") -> "Union[Response, _Failure]":
    is_repeatable = method.upper() in REPEATABLE
    shown = show_url(url)
    try:
        response = _send(method, url, options)
    except (httpx.TransportError, httpx.DecodingError, httpx.TooManyRedirects) as error:
        text = f"Cannot reach {shown}: {_hide(str(error) or type(error).__name__, secrets)}"
        is_passing = isinstance(error, httpx.TransportError) and not _is_lasting(error)
        was_sent = not isinstance(error, NOT_SENT)
        if was_sent and not is_repeatable and is_passing:
            text = f"No answer from {shown}, so the execution may have started: {type(error).__name__}"
        return _Failure(text, is_passing and (is_repeatable or not was_sent), is_passing, cause=error)
    except (httpx.InvalidURL, UnicodeError):
        return _Failure(f"{shown} is not a valid URL", may_repeat=False, is_passing=False)
    if response.request.method != method.upper():  # a redirect made a GET of it, as in browsers
        target = show_url(str(response.request.url)).partition("/api/")[0]
        text = f"{shown} redirects: set the hostname to {target}"
        return _Failure(text, may_repeat=False, is_passing=False, response=_with_ok(response.history[0]))
    status = response.status_code
    if status < 400:
        return response
    text = f"{shown} answered {status} {response.reason_phrase}{_hide(_reason(response), secrets)}"
    if status in PASSING - NOT_TAKEN and not is_repeatable:
        text += "; the execution may have started"
    return _Failure(text, status in (PASSING if is_repeatable else NOT_TAKEN), status in PASSING, response)


def _send(method: str, url: str, options: "dict[str, Any]") -> Response:
    token = _IN_REQUEST.set(True)
    try:
        # A connection of its own: one that was kept may be closed at the other end, and after a request is sent
        # on it, it is not known whether the request arrived.
        response = httpx.request(method, url, **{"follow_redirects": True, "verify": _certificates(), **options})
    finally:
        _IN_REQUEST.reset(token)
    return _with_ok(response)


def _with_ok(response: httpx.Response) -> Response:
    response.__class__ = Response
    return cast("Response", response)


@lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    """Return the trusted certificates, also those that requests, and so version 2.0.0, takes from the environment."""
    context: ssl.SSLContext = httpx.create_ssl_context()
    if not os.environ.get("SSL_CERT_FILE"):
        path = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
        if path:
            context.load_verify_locations(**{"capath" if os.path.isdir(path) else "cafile": path})  # noqa: PTH112
    return context


class _OwnRequests(logging.Filter):
    """Keeps requests of `Flow` out of the logs of httpx: their URLs hold inputs, and a wait has one a second."""

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002
        return not _IN_REQUEST.get()


for _name in ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.proxy"):
    logging.getLogger(_name).addFilter(_OwnRequests())


def _is_lasting(error: BaseException) -> bool:
    """Tell whether a failure will not pass: an untrusted certificate, or what is not HTTP."""
    cause: Optional[BaseException] = error
    while cause is not None:
        if isinstance(cause, (ssl.SSLError, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _retry_after(response: "Optional[Response]") -> float:
    """Return the seconds of the header Retry-After, which holds a number or a date, or 0."""
    value = "" if response is None else response.headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError):
        return 0
    date = date if date.tzinfo else date.replace(tzinfo=timezone.utc)
    return max(0.0, (date - datetime.now(timezone.utc)).total_seconds())


def _reason(response: Response) -> str:
    """Return what Kestra says of an error: the `message` of its JSON."""
    try:
        message = response.json().get("message")
    except (ValueError, AttributeError):  # a page of a proxy
        return ""
    return f": {str(message)[:1000]}" if message else ""


def _hide(text: str, secrets: "list[str]") -> str:
    for secret in secrets:
        text = text.replace(secret, "***")
    return text


def show_url(url: str) -> str:
    """Return a URL without what may be secret: a user, and the parameters, which hold inputs as labels."""
    scheme, separator, rest = url.partition("#")[0].partition("?")[0].partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{separator}{host.rpartition('@')[2]}{slash}{path}"
