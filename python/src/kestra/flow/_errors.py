"""What `Flow` returns and raises."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from ._http import Response


class FlowError(Exception):
    """An execution could not be started or followed.

    `execution_id` and `url`, the page of the execution, name it as soon as it exists; `response` is the server's
    answer. Each is None where there is none.
    """

    def __init__(
        self,
        message: str,
        execution_id: "Optional[str]" = None,
        url: "Optional[str]" = None,
        response: "Optional[Response]" = None,
    ) -> None:
        super().__init__(message)
        self.execution_id = execution_id
        self.url = url
        self.response = response

    def __str__(self) -> str:
        message = super().__str__()
        named = ": ".join(filter(None, (self.execution_id, self.url)))
        return f"{message} (execution {named})" if self.execution_id else message

    @property
    def status_code(self) -> "Optional[int]":
        """The HTTP status of the server's answer."""
        return None if self.response is None else self.response.status_code


class FailedExponentialBackoff(FlowError):  # noqa: N818  # the name of version 2.0.0
    """The server could not be reached, or failed, until the time for further attempts was over."""


class FlowTimeoutError(FlowError, TimeoutError):
    """The execution has not ended within the time that the caller gave it; it still runs."""


class FlowNotInstalledError(FlowError, ModuleNotFoundError):
    """The package that `Flow` needs is not installed."""


@dataclass
class FlowExecution:
    """An execution: its status, and its logs as one text, once it has ended.

    The status is STARTED if nothing waited for the end, otherwise the execution's last state.
    `error` is always None, as in version 2.0.0; `raise_for_status` raises if the flow did not succeed.
    `url`, which is no field, is the execution's page in the user interface.
    """

    execution_id: str
    status: "Optional[str]"
    log: "Optional[str]"
    error: "Optional[str]"

    def __post_init__(self) -> None:
        self.url: Optional[str] = None

    def raise_for_status(self) -> "FlowExecution":
        """Return the execution, or raise `FlowError` if it ended other than with SUCCESS or WARNING."""
        if self.status not in ("SUCCESS", "WARNING", "STARTED"):
            raise FlowError(f"The flow ended with {self.status}", self.execution_id, self.url)
        return self
