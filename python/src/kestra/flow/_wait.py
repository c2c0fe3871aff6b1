"""The wait for the end of an execution."""

import contextlib
import logging
import sys
from time import monotonic
from typing import TYPE_CHECKING, Any, Optional

from ._errors import FailedExponentialBackoff, FlowError, FlowExecution, FlowTimeoutError
from ._progress import clear, describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._http import Response
    from ._progress import Progress

LOGGER = logging.getLogger("kestra.flow")

# The states in which an execution has ended, with the level and the words of their log.
ENDS = {
    "SUCCESS": (logging.INFO, "was successful"),
    "WARNING": (logging.WARNING, "finished with warnings"),
    "FAILED": (logging.ERROR, "failed"),
    "KILLED": (logging.WARNING, "has been killed"),
    "CANCELLED": (logging.WARNING, "has been cancelled"),
    "SKIPPED": (logging.WARNING, "was skipped"),
    "RETRIED": (logging.WARNING, "is tried again in another execution"),
    "RESUBMITTED": (logging.WARNING, "is submitted again in another execution"),
}
CONTINUES = frozenset(
    ("CREATED", "SUBMITTED", "RUNNING", "PAUSED", "RESTARTED", "KILLING", "QUEUED", "RETRYING", "BREAKPOINT")
)
WAITS_FOR_SOMEONE = frozenset(("PAUSED", "BREAKPOINT"))


class Wait:
    """A wait for one execution; `url` is the execution's page as soon as it is known."""

    def __init__(
        self,
        check_status: "Callable[[str], Response]",
        json: "Callable[[Response], dict[str, Any]]",
        page: "Callable[[dict[str, Any]], str]",
        execution_id: str,
        url: "Optional[str]",
    ) -> None:
        self._check_status = check_status
        self._json = json
        self._page = page
        self._execution_id = execution_id
        self.url = url
        self._reported: set[str] = set()

    def until_end(self, poll_interval: float, grace: float, deadline: float, progress: "Progress") -> "dict[str, Any]":
        """Return what the server says of the execution when it has ended; it may not know it for `grace` seconds."""
        unknown_until = monotonic() + grace
        while True:
            progress.sleep(min(poll_interval, max(0, deadline - monotonic())))
            try:
                execution = self._look()
            except FlowError as error:
                self._bear(error, unknown_until, deadline)
            else:
                unknown_until = 0
                if self._has_ended(execution):
                    return execution
                progress.show(describe(execution))
            if monotonic() >= deadline:
                raise FlowTimeoutError("The execution has not ended in time, and goes on")

    def _look(self) -> "dict[str, Any]":
        execution = self._json(self._check_status(self._execution_id))
        state = execution.get("state")
        if not isinstance(state, dict) or not isinstance(state.get("current"), str):
            raise FlowError("The server's answer has no state of the execution")
        self.url = self.url or self._page(execution)
        return execution

    def _bear(self, error: FlowError, unknown_until: float, deadline: float) -> None:
        """Raise an error again, except where the wait goes on: Kestra stores an execution after it has started it."""
        is_late = isinstance(error, FailedExponentialBackoff) and monotonic() >= deadline
        if not is_late and not (error.status_code == 404 and monotonic() < unknown_until):
            raise error

    def _has_ended(self, execution: "dict[str, Any]") -> bool:
        """Tell whether an execution has ended; a state that this version does not know has ended when it has a date."""
        state = execution["state"]["current"]
        if state in ENDS:
            return True
        if state in WAITS_FOR_SOMEONE:
            self._report(f"The execution {self._execution_id} is {state} until someone resumes it: {self.url}")
        elif state not in CONTINUES:
            self._report(
                f"The execution {self._execution_id} has the state {state}, which is not known here: {self.url}"
            )
            return bool(execution["state"].get("endDate"))
        return False

    def _report(self, text: str) -> None:
        if text not in self._reported:
            self._reported.add(text)
            clear()
            LOGGER.warning(text)

    def result(self, execution: "dict[str, Any]", log: str) -> FlowExecution:
        """Return the result of an execution that has ended, and log it."""
        state = execution["state"]["current"]
        level, words = ENDS.get(state, (logging.WARNING, f"ended with {state}"))
        name = ".".join(str(execution[key]) for key in ("namespace", "flowId") if key in execution)
        LOGGER.log(level, "The execution %s of the flow %s %s\n%s", self._execution_id, name, words, log)
        result = FlowExecution(self._execution_id, state, log, None)
        result.url = self.url
        return result


def tell(text: str) -> None:
    """Write a line to standard error, as a log at this moment may not be shown."""
    with contextlib.suppress(AttributeError, OSError, ValueError):  # no standard error, or one that is closed
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
