"""The whole public API, which only has to type-check: with mypy --strict and with pyright's strict mode."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, Optional

import kestra
from kestra import (
    ExecutionContext,
    FailedExponentialBackoff,
    Flow,
    FlowError,
    FlowExecution,
    FlowNotInstalledError,
    FlowTimeoutError,
    JsonFormatter,
    Kestra,
    KestraHandler,
    LogFormatter,
    load_execution_context,
)
from kestra.levels import Detector, Event
from kestra.reader import Line, Log, Metric, Problem, Reader, as_json, read

version: str = kestra.__version__

logger: logging.Logger = Kestra.logger()
child = Kestra.logger("orders")
child.trace("%s of %d", "a", 1, stacklevel=2)
child.warn("m", exc_info=True)
child.info("m", extra={"a": 1}, stack_info=True)
child.error(ValueError("m"))
Kestra.log("INFO", "m")
Kestra.log(logging.INFO, b"m")
Kestra.log("INFO", "%d rows", 3)
Kestra.logs([{"level": "INFO", "message": "m"}, {"level": 20, "message": b"m"}])
Kestra.logs(iter([MappingProxyType({"level": "INFO", "message": "m"})]))

payload: Mapping[str, object] = {"outputs": {"a": 1}}
line: str = Kestra.format(payload)
Kestra.outputs(payload)
Kestra.outputs(map_={"path": Path("a"), "time": timedelta(seconds=1)})
Kestra.assets({"inputs": [{"id": "orders.csv"}]})
Kestra.counter("rows", 3, {"table": "orders", "partition": 7})
Kestra.gauge(2024, "0.5")
Kestra.timer("load", 1.5)
Kestra.timer("load", timedelta(seconds=1), {"table": "orders"})
rows: list[int] = Kestra.timer("load", lambda: [3, 1, 2])


@Kestra.timer("load", tags={"table": "orders"})
def load(path: str) -> int:
    with Kestra.timer("read"):
        return len(path)


@Kestra.timer("fetch")
async def fetch(url: str) -> bytes:
    async with Kestra.timer("wait"):
        await asyncio.sleep(0)
    return url.encode()


length: int = load("a")
body: bytes = asyncio.run(fetch("a"))
records: list[dict[str, Any]] = Kestra.read(Path("a.ion"))

with Kestra.batch():
    Kestra.log("INFO", "one of several in a record")
with Kestra.capture(level="INFO", names=True):
    logging.getLogger().addHandler(KestraHandler(logging.INFO))
capture = Kestra.capture(formatter=logging.Formatter("%(message)s"))
capture.restore()
formatters: list[logging.Formatter] = [LogFormatter(), JsonFormatter()]

context: Optional[ExecutionContext] = load_execution_context()
value: object = kestra.context["execution"]
members: dict[str, Any] = kestra.context.to_dict()

flow = Flow(tenant="main", wait_for_completion=True)
try:
    execution: FlowExecution = flow.execute("company.team", "load", inputs={"rows": 3})
    results: dict[str, Any] = flow.outputs("id")
    status: int = flow.check_status("id").status_code
except FlowTimeoutError as error:
    url: Optional[str] = error.url
except (FailedExponentialBackoff, FlowNotInstalledError, FlowError):
    raise

reader = Reader("2.0")
lines: list[Line] = [*reader.feed("stdout", b"a\n"), *reader.close("stdout"), *read(b"a", "stderr", kestra="1.3")]
logs: list[Log] = lines[0].logs
metrics: list[Metric] = lines[0].metrics
problems: list[Problem] = lines[0].problems
as_object: dict[str, Any] = as_json(lines[0])

detector = Detector("INFO", "ERROR", message=True, names=False)
events: list[Event] = detector.feed("stdout", b"WARN a\n") + detector.close()
level: str = events[0].level
