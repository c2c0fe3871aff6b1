"""Start a flow on a Kestra server, wait for its end, and read its state, logs and outputs.

It is loaded when `kestra.Flow` is first used, and httpx, which the extra ``kestra[flow]`` installs, when it is called.
"""

from ._client import Flow
from ._errors import FailedExponentialBackoff, FlowError, FlowExecution, FlowNotInstalledError, FlowTimeoutError

__all__ = [
    "FailedExponentialBackoff",
    "Flow",
    "FlowError",
    "FlowExecution",
    "FlowNotInstalledError",
    "FlowTimeoutError",
]
