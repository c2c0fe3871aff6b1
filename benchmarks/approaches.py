"""What is compared: each way to log as the code that a script would have, and what is logged."""

import json
from typing import NamedTuple

OURS, INCUMBENT, LIMIT, OTHER = "ours", "incumbent", "limit", "other"


class Approach(NamedTuple):
    """One way to log."""

    name: str
    setup: str
    call: str
    """logs `message`; the limit writes `line`, the record's bytes"""
    side: str = OTHER
    package: str = ""
    """what has to be installed, where its language does not bring it"""
    drained: str = ""
    """Node: a promise of what the call has left in a queue being written"""


_INFO = "logger.info(message)"

PYTHON_LIMIT = Approach("limit: os.write", "import os", "os.write(1, line)", LIMIT)
_KESTRA = "from kestra import Kestra"
_LOGGER = f"{_KESTRA}\nlogger = Kestra.logger()"
_COUNTER = "Kestra.counter(message, 1)"
# Not the root logger's handler: in the one process of throughput_child.py version 2.0.0 would log to that, too.
_HANDLER = (
    'logger = logging.getLogger("{name}")\nlogger.propagate = False\n'
    "logger.setLevel(logging.INFO)\nlogger.addHandler(handler)"
)

PYTHON_LOGS = [
    PYTHON_LIMIT,
    Approach("Kestra.log", _KESTRA, 'Kestra.log("INFO", message)', OURS, "kestra"),
    Approach("Kestra.logger", _LOGGER, _INFO, OURS, "kestra"),
    Approach("kestra 2.0.0 logger", _LOGGER, _INFO, INCUMBENT, "kestra"),
    Approach(
        "print(json.dumps)",
        "import json",
        'print("::" + json.dumps({"logs": [{"level": "INFO", "message": message}]}) + "::", flush=True)',
    ),
    Approach(
        "logging (plain text)",
        "import logging, sys\nhandler = logging.StreamHandler(sys.stdout)\n" + _HANDLER.format(name="plain"),
        _INFO,
    ),
    Approach(
        "python-json-logger",
        "import logging, sys\nfrom pythonjsonlogger.json import JsonFormatter\n"
        "handler = logging.StreamHandler(sys.stdout)\nhandler.setFormatter(JsonFormatter())\n"
        + _HANDLER.format(name="json"),
        _INFO,
        package="python-json-logger",
    ),
    Approach(
        "structlog (JSON)",
        "import sys, structlog\nstructlog.configure(\n"
        "    processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()],\n"
        "    wrapper_class=structlog.make_filtering_bound_logger(20),\n"
        "    logger_factory=structlog.WriteLoggerFactory(sys.stdout),\n    cache_logger_on_first_use=True,\n)\n"
        "logger = structlog.get_logger()",
        _INFO,
        package="structlog",
    ),
    Approach(
        "loguru (JSON)",
        "import sys\nfrom loguru import logger\nlogger.remove()\nlogger.add(sys.stdout, serialize=True)",
        _INFO,
        package="loguru",
    ),
]

# Version 2.0.0 puts the time before each message; Kestra shows its own beside it.
PYTHON_LIKE_FOR_LIKE = Approach(
    "kestra 2.0.0, no timestamp",
    f"import logging\n{_LOGGER}\nfor handler in logger.handlers:\n"
    "    handler.formatter._formatter = logging.Formatter()",
    _INFO,
    INCUMBENT,
    "kestra",
)
PYTHON_COUNTERS = [
    Approach("Kestra.counter", _KESTRA, _COUNTER, OURS, "kestra"),
    Approach("kestra 2.0.0 counter", _KESTRA, _COUNTER, INCUMBENT, "kestra"),
]

_LIBS = "@kestra-io/libs"
_REQUIRE = f'const Kestra = require("{_LIBS}");\nconst logger = Kestra.logger();'
_IMPORT = f'import Kestra from "{_LIBS}";\nconst logger = Kestra.logger();'
_WRITTEN = 'new Promise((done) => process.stdout.write("", done))'

NODE_LOGS = [
    Approach("limit: fs.writeSync", 'const fs = require("node:fs");', "fs.writeSync(1, line)", LIMIT),
    Approach("Kestra.logger", _REQUIRE, _INFO, OURS, _LIBS),
    Approach(f"{_LIBS} 2.0.0 logger", _REQUIRE, _INFO, INCUMBENT, _LIBS, drained=_WRITTEN),
    Approach(
        "console.log(JSON.stringify)",
        "",
        "console.log(`::${JSON.stringify({ logs: [{ level: 'INFO', message }] })}::`)",
        drained=_WRITTEN,
    ),
    Approach("process.stdout.write (plain text)", "", "process.stdout.write(`${message}\\n`)", drained=_WRITTEN),
    Approach(
        "pino",
        'const logger = require("pino")();',
        _INFO,
        package="pino",
        drained="new Promise((done) => logger.flush(done))",
    ),
    Approach(
        "pino (synchronous)",
        'const pino = require("pino");\nconst logger = pino(pino.destination({ sync: true }));',
        _INFO,
        package="pino",
    ),
    Approach(
        "winston",
        'const winston = require("winston");\n'
        "const logger = winston.createLogger({ transports: [new winston.transports.Console()] });",
        _INFO,
        package="winston",
        drained=_WRITTEN,
    ),
]

PYTHON_STARTS = [
    Approach("empty script", "", ""),
    *[approach for approach in PYTHON_LOGS if approach.side != LIMIT],
]
NODE_STARTS = [
    Approach("empty script (.cjs)", "", ""),
    Approach("empty script (.mjs)", "", ""),
    Approach("Kestra.logger, require", _REQUIRE, _INFO, OURS, _LIBS),
    Approach("Kestra.logger, import", _IMPORT, _INFO, OURS, _LIBS),
    Approach(f"{_LIBS} 2.0.0, require", _REQUIRE, _INFO, INCUMBENT, _LIBS),
    Approach(f"{_LIBS} 2.0.0, import", _IMPORT, _INFO, INCUMBENT, _LIBS),
    *[approach for approach in NODE_LOGS if approach.side == OTHER],
]

_CUSTOMERS = [{"id": 7, "name": "Ada", "city": "Paris", "tags": ["new", "gold"]}] * 15
SHELL_MESSAGES = {
    "plain, 100 B": ("orders loaded from the warehouse; " * 3)[:100],
    'Hello "World"': 'Hello "World"',
    "60 characters, not ASCII": "✓ build of café-orders done in 3 s: 12 files → s3://données/…",
    "JSON, 1 KB": json.dumps(_CUSTOMERS)[:1024],
}


def messages() -> "dict[str, str]":
    """Return what Python and Node log, by what it is."""
    plain = "orders loaded from the warehouse; "
    quoted = 'loaded "rows" 1024 of "orders"; '
    mixed = "Zażółć gęślą jaźń, 注文を読み込みました, заказы загружены 🚀; "
    sizes = {"30 B": 30, "200 B": 200, "1 KB": 1024, "10 KB": 10240}
    texts = {
        f"{name}{kind}": (text * 400)[:size]
        for kind, text in {"": plain, ", quotes": quoted}.items()
        for name, size in sizes.items()
    }
    return {**texts, "200 characters, not ASCII": (mixed * 10)[:200]}


def record(message: str) -> str:
    """Return the line, without its line end, that carries a message to Kestra."""
    return "::" + json.dumps({"logs": [{"level": "INFO", "message": message}]}, separators=(",", ":")) + "::"
