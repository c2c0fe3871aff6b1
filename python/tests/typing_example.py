"""Calls that only have to type-check."""

import logging
from collections.abc import Mapping
from types import MappingProxyType

from kestra import Kestra

logger: logging.Logger = Kestra.logger()
Kestra.logger().trace("%s of %d", "a", 1, stacklevel=2)
Kestra.logger().warn("m", exc_info=True)
Kestra.log("INFO", "m")
Kestra.log(logging.INFO, b"m")
Kestra.logs([{"level": "INFO", "message": "m"}, {"level": 20, "message": b"m"}])
Kestra.logs(iter([MappingProxyType({"level": "INFO", "message": "m"})]))
payload: Mapping[str, object] = {"outputs": {"a": 1}}
line: str = Kestra.format(payload)
