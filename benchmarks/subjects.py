"""The subjects: each way to log, as the code of a script, and the messages."""

import json
from typing import NamedTuple

OURS, BASELINE, LIMIT, OTHER = "ours", "baseline", "limit", "other"


class Subject(NamedTuple):
    """One way to log."""

    name: str
    setup: str
    call: str
    """logs `message`; the limit writes `line`, the record's bytes"""
    role: str = OTHER
    package: str = ""
    """what has to be installed, where its language does not bring it"""
    drained: str = ""
    """Node: a promise of what the call has left in a queue being written"""


_INFO = "logger.info(message)"

PYTHON_LIMIT = Subject("limit: os.write", "import os", "os.write(1, line)", LIMIT)
_KESTRA = "from kestra import Kestra"
_LOGGER = f"{_KESTRA}\nlogger = Kestra.logger()"
_COUNTER = "Kestra.counter(message, 1)"
# Not the root logger's handler: in the process of throughput_child.py version 2.0.0 would use it, too.
_HANDLER = (
    'logger = logging.getLogger("{name}")\nlogger.propagate = False\n'
    "logger.setLevel(logging.INFO)\nlogger.addHandler(handler)"
)
_FORMAT = 'handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))\n'

PYTHON_LOGS = [
    PYTHON_LIMIT,
    Subject("Kestra.log", _KESTRA, 'Kestra.log("INFO", message)', OURS, "kestra"),
    Subject("Kestra.logger", _LOGGER, _INFO, OURS, "kestra"),
    Subject("kestra 2.0.0 logger", _LOGGER, _INFO, BASELINE, "kestra"),
    Subject(
        "print(json.dumps)",
        "import json",
        'print("::" + json.dumps({"logs": [{"level": "INFO", "message": message}]}) + "::", flush=True)',
    ),
    Subject(
        "logging (plain text)",
        "import logging, sys\nhandler = logging.StreamHandler(sys.stdout)\n" + _HANDLER.format(name="plain"),
        _INFO,
    ),
    Subject(
        "python-json-logger",
        "import logging, sys\nfrom pythonjsonlogger.json import JsonFormatter\n"
        "handler = logging.StreamHandler(sys.stdout)\nhandler.setFormatter(JsonFormatter())\n"
        + _HANDLER.format(name="json"),
        _INFO,
        package="python-json-logger",
    ),
    Subject(
        "structlog (JSON)",
        "import sys, structlog\nstructlog.configure(\n"
        "    processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()],\n"
        "    wrapper_class=structlog.make_filtering_bound_logger(20),\n"
        "    logger_factory=structlog.WriteLoggerFactory(sys.stdout),\n    cache_logger_on_first_use=True,\n)\n"
        "logger = structlog.get_logger()",
        _INFO,
        package="structlog",
    ),
    Subject(
        "loguru (JSON)",
        "import sys\nfrom loguru import logger\nlogger.remove()\nlogger.add(sys.stdout, serialize=True)",
        _INFO,
        package="loguru",
    ),
]

# Version 2.0.0 puts the time before each message, although Kestra shows its own.
PYTHON_LIKE_FOR_LIKE = Subject(
    "kestra 2.0.0, no timestamp",
    f"import logging\n{_LOGGER}\nfor handler in logger.handlers:\n"
    "    handler.formatter._formatter = logging.Formatter()",
    _INFO,
    BASELINE,
    "kestra",
)
_PLAIN = "import logging, sys\nhandler = logging.StreamHandler(sys.stdout)\n"
PYTHON_CAPTURED = [
    Subject("logging, captured", _PLAIN + _HANDLER.format(name="captured"), _INFO, OURS, "kestra"),
    Subject("logging with a format (plain text)", _PLAIN + _FORMAT + _HANDLER.format(name="plain format"), _INFO),
    Subject(
        "logging with a format, captured",
        _PLAIN + _FORMAT + _HANDLER.format(name="captured format"),
        _INFO,
        OURS,
        "kestra",
    ),
]
PYTHON_COUNTERS = [
    Subject("Kestra.counter", _KESTRA, _COUNTER, OURS, "kestra"),
    Subject("kestra 2.0.0 counter", _KESTRA, _COUNTER, BASELINE, "kestra"),
]

_LIBS = "@kestra-io/libs"
_REQUIRE = f'const Kestra = require("{_LIBS}");\nconst logger = Kestra.logger();'
_IMPORT = f'import Kestra from "{_LIBS}";\nconst logger = Kestra.logger();'
_WRITTEN = 'new Promise((done) => process.stdout.write("", done))'

NODE_LOGS = [
    Subject("limit: fs.writeSync", 'const fs = require("node:fs");', "fs.writeSync(1, line)", LIMIT),
    Subject("Kestra.logger", _REQUIRE, _INFO, OURS, _LIBS),
    Subject(f"{_LIBS} 2.0.0 logger", _REQUIRE, _INFO, BASELINE, _LIBS, drained=_WRITTEN),
    Subject(
        "console.log(JSON.stringify)",
        "",
        "console.log(`::${JSON.stringify({ logs: [{ level: 'INFO', message }] })}::`)",
        drained=_WRITTEN,
    ),
    Subject("console.log (plain text)", "", "console.log(message)", drained=_WRITTEN),
    Subject("console.log, captured", f'require("{_LIBS}").capture();', "console.log(message)", OURS, _LIBS),
    Subject("process.stdout.write (plain text)", "", "process.stdout.write(`${message}\\n`)", drained=_WRITTEN),
    Subject(
        "pino",
        'const logger = require("pino")();',
        _INFO,
        package="pino",
        drained="new Promise((done) => logger.flush(done))",
    ),
    Subject(
        "pino (synchronous)",
        'const pino = require("pino");\nconst logger = pino(pino.destination({ sync: true }));',
        _INFO,
        package="pino",
    ),
    Subject(
        "winston",
        'const winston = require("winston");\n'
        "const logger = winston.createLogger({ transports: [new winston.transports.Console()] });",
        _INFO,
        package="winston",
        drained=_WRITTEN,
    ),
]

PYTHON_STARTS = [
    Subject("empty script", "", ""),
    *[subject for subject in PYTHON_LOGS if subject.role != LIMIT],
]
NODE_STARTS = [
    Subject("empty script (.cjs)", "", ""),
    Subject("empty script (.mjs)", "", ""),
    Subject("limit: one fs.writeSync", 'const fs = require("node:fs");', 'fs.writeSync(1, message + "\\n")', LIMIT),
    Subject("Kestra.logger, require", _REQUIRE, _INFO, OURS, _LIBS),
    Subject("Kestra.logger, import", _IMPORT, _INFO, OURS, _LIBS),
    Subject(f"{_LIBS} 2.0.0, require", _REQUIRE, _INFO, BASELINE, _LIBS),
    Subject(f"{_LIBS} 2.0.0, import", _IMPORT, _INFO, BASELINE, _LIBS),
    *[subject for subject in NODE_LOGS if subject.role == OTHER],
]

_CUSTOMERS = [{"id": 7, "name": "Ada", "city": "Paris", "tags": ["new", "gold"]}] * 15
# Twenty symbols, in ten messages of 60 characters.
_SYMBOLS = "✓→é…«»–°µ×ąęłńśżźćóß"  # noqa: RUF001
SHELL_SYMBOLS = [
    f"build of the orders {_SYMBOLS[2 * i]} done in 3 s: 12 files loaded {_SYMBOLS[2 * i + 1]} at last"
    for i in range(10)
]
SHELL_MESSAGES: "dict[str, str | list[str]]" = {
    "plain, 100 B": ("orders loaded from the warehouse; " * 3)[:100],
    'Hello "World"': 'Hello "World"',
    "60 characters, not ASCII": "✓ build of café-orders done in 3 s: 12 files → s3://données/…",
    "60 characters, 2 symbols, ten in turn": SHELL_SYMBOLS,
    "JSON, 1 KB": json.dumps(_CUSTOMERS)[:1024],
}


def messages() -> "dict[str, str]":
    """Return the messages of Python and Node by their kind."""
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
