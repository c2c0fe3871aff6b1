"""A pipeline as one writes it, with a print and a mistake; see `python -m kestra preview python demo/pipeline.py`."""

import time

from kestra import Kestra

logger = Kestra.logger()

logger.debug("connected to %s", "postgres://warehouse")
logger.info("3 files found")
print("a print is an INFO")

with Kestra.timer("transform", tags={"table": "orders"}):
    time.sleep(0.05)
Kestra.counter("rows", 12840, {"table": "orders"})
Kestra.gauge("share of valid rows", 0.996875)

logger.warning("orders.csv: 40 rows without a customer")
try:
    int("n/a")
except ValueError:
    logger.exception("row 7 is left out")

time.sleep(0.05)
Kestra.outputs({"rows": 12840, "tables": ["orders", "customers"]})
print('::{"outputs":{"share":NaN}}::')  # by hand: Kestra refuses the line, Kestra.outputs would have raised
Kestra.logs([{"level": "TRACE", "message": "disconnected"}, {"level": "INFO", "message": "done"}])
