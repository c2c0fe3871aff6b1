"""The handler: `kestra.KestraHandler` in the set-ups of `logging`, and in those of frameworks and libraries."""

import logging
import logging.config
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import kestra
import pytest


@pytest.fixture
def shown(run, read):
    """Run a script and return what Kestra reads of both streams, in the order of writing."""

    def _shown(script):
        done = run(script, stderr=subprocess.STDOUT)
        assert 0 == done.returncode, done.stdout.decode()
        return read(done.stdout)

    return _shown


@pytest.fixture
def logger():
    """A logger of the test's own."""
    logger = logging.getLogger("test_handler")
    logger.propagate = False
    logger.setLevel(1)

    yield logger

    logger.handlers.clear()


def test_it_is_a_handler_of_the_package():
    """`KestraHandler` is loaded on first use, and a star import includes it."""
    assert issubclass(kestra.KestraHandler, logging.Handler)
    assert "KestraHandler" in kestra.__all__


def test_it_brings_logging_no_sooner_than_it_is_asked_for(run):
    """The handler does not slow down a script that does not use it."""
    script = """
        import sys, kestra
        print("logging" in sys.modules, "kestra.capture" in sys.modules)
        kestra.KestraHandler
        print("logging" in sys.modules, "kestra.capture" in sys.modules)
    """

    assert b"False False\nTrue False\n" == run(script).stdout


@pytest.mark.parametrize(
    ("number", "stream", "level"),
    [
        (5, "stdout", "TRACE"),
        (10, "stdout", "DEBUG"),
        (19, "stdout", "DEBUG"),
        (20, "stdout", "INFO"),
        (25, "stdout", "INFO"),
        (30, "stderr", "WARN"),
        (40, "stderr", "ERROR"),
        (50, "stderr", "ERROR"),
    ],
)
def test_each_record_has_its_level(number, stream, level, logger, sent):
    """A level between two names is sent as the lower one."""
    logger.addHandler(kestra.KestraHandler())
    logger.log(number, "%s rows", 3)

    assert [[stream, level, "3 rows"]] == sent()


def test_level_filter_and_formatter_work_as_on_any_handler(logger, sent):
    """The level, filters and formatter work as on any handler, and the level may be an argument."""
    handler = kestra.KestraHandler("INFO")
    handler.addFilter(lambda record: "secret" not in record.getMessage())
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    logger.addHandler(handler)
    for level, message in (("DEBUG", "no"), ("INFO", "secret"), ("WARNING", "yes")):
        logger.log(getattr(logging, level), message)

    assert [["stderr", "WARN", "test_handler: yes"]] == sent()


def test_a_setup_by_dict_names_it_as_a_class(shown):
    """`dictConfig` accepts it as a class, with level, formatter and filters."""
    script = """
        import logging.config
        logging.config.dictConfig({
            "version": 1,
            "filters": {"app": {"name": "app"}},
            "formatters": {"short": {"format": "%(name)s|%(message)s"}},
            "handlers": {
                "kestra": {"class": "kestra.KestraHandler", "level": "INFO", "formatter": "short", "filters": ["app"]},
            },
            "root": {"handlers": ["kestra"], "level": "DEBUG"},
        })
        logging.getLogger("app.db").info("i"); logging.getLogger("app").debug("no"); logging.getLogger("b").error("no")
        try: 1 / 0
        except ZeroDivisionError: logging.getLogger("app").exception("failed")
    """
    first, (level, message) = shown(script)

    assert ["INFO", "app.db|i"] == first
    assert ("ERROR", "app|failed", "ZeroDivisionError: division by zero") == (
        level,
        message.split("\n")[0],
        message.split("\n")[-1],
    )


def test_a_setup_by_file_names_it_as_a_class(shown, tmp_path):
    """`fileConfig`, as alembic uses it, accepts it as a class."""
    (tmp_path / "logging.ini").write_text(
        textwrap.dedent("""
            [loggers]
            keys = root
            [handlers]
            keys = kestra
            [formatters]
            keys = plain
            [logger_root]
            level = INFO
            handlers = kestra
            [handler_kestra]
            class = kestra.KestraHandler
            args = ()
            level = NOTSET
            formatter = plain
            [formatter_plain]
            format = %(name)s: %(message)s
        """)
    )
    script = f"""
        import logging.config
        logging.config.fileConfig({str(tmp_path / "logging.ini")!r})
        logging.getLogger("alembic").info("i"); logging.getLogger("alembic").debug("no")
    """

    assert [["INFO", "alembic: i"]] == shown(script)


def test_beside_a_capture_it_sends_each_record_once(shown):
    """Whichever comes first, on one logger or on several."""
    script = """
        import logging
        from kestra import Kestra, KestraHandler
        logging.getLogger("a").addHandler(KestraHandler())
        logging.basicConfig(format="%(message)s", handlers=[KestraHandler(), logging.StreamHandler()])
        with Kestra.capture():
            logging.getLogger("a").warning("one")
            logging.getLogger("b").error("two")
    """

    assert [["WARN", "one"], ["ERROR", "two"]] == shown(script)


# Libraries


def test_loguru_accepts_it_as_a_sink(shown, library):
    """Levels of loguru's own have their place, and a traceback is part of its record."""
    library("loguru")
    script = """
        from kestra import KestraHandler
        from loguru import logger
        logger.remove()
        logger.add(KestraHandler(), format="{message}", level="TRACE")
        logger.trace("t"); logger.success("s"); logger.bind(job=7).warning("w")
        try: 1 / 0
        except ZeroDivisionError: logger.exception("failed")
    """
    *found, (level, message) = shown(script)

    assert [["TRACE", "t"], ["INFO", "s"], ["WARN", "w"]] == found
    assert ("ERROR", "failed") == (level, message.split("\n")[0])
    assert "ZeroDivisionError: division by zero" == message.rstrip("\n").split("\n")[-1]


@pytest.mark.parametrize(
    "processor", ["structlog.stdlib.render_to_log_kwargs", "structlog.processors.KeyValueRenderer(key_order=['event'])"]
)
def test_structlog_sends_through_logging(processor, shown, library):
    """Each event of structlog is sent at its level, formatted by the last processor."""
    library("structlog")
    script = f"""
        import logging, structlog
        from kestra import KestraHandler
        logging.basicConfig(level="DEBUG", format="%(message)s", handlers=[KestraHandler()])
        structlog.configure(
            processors=[structlog.stdlib.add_log_level, structlog.processors.format_exc_info, {processor}],
            logger_factory=structlog.stdlib.LoggerFactory(), wrapper_class=structlog.stdlib.BoundLogger,
        )
        logger = structlog.get_logger("app")
        logger.debug("d"); logger.warning("w", rows=3)
    """
    plain = "stdlib" in processor

    assert [
        ["DEBUG", "d" if plain else "event='d' level='debug'"],
        ["WARN", "w" if plain else "event='w' rows=3 level='warning'"],
    ] == shown(script)


def test_structlogs_formatter_lays_out_all_records(shown, library):
    """Structlog's formatter formats its own records and those of other loggers."""
    library("structlog")
    script = """
        import logging, structlog
        from kestra import KestraHandler
        handler = KestraHandler()
        handler.setFormatter(structlog.stdlib.ProcessorFormatter(processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.KeyValueRenderer(key_order=["event"]),
        ]))
        logging.basicConfig(level="INFO", handlers=[handler])
        structlog.configure(
            processors=[structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
            logger_factory=structlog.stdlib.LoggerFactory(), wrapper_class=structlog.stdlib.BoundLogger,
        )
        structlog.get_logger("a").info("i", rows=3)
        logging.getLogger("b").error("e")
    """

    assert [["INFO", "event='i' rows=3"], ["ERROR", "event='e'"]] == shown(script)


def test_structlogs_own_printing_has_the_level_of_its_method(shown, library):
    """Under the capture, whatever renders the text."""
    library("structlog")
    script = """
        import structlog
        from kestra import Kestra
        Kestra.capture()
        structlog.configure(processors=[structlog.processors.KeyValueRenderer()])
        structlog.get_logger().warning("w")
    """

    assert [["WARN", "event='w'"]] == shown(script)


def test_rich_may_stand_beside_it(shown, library):
    """Without a capture, rich's handler and ours both write."""
    library("rich")
    script = """
        import logging
        from kestra import KestraHandler
        from rich.logging import RichHandler
        handlers = [KestraHandler(), RichHandler(show_time=False, show_path=False)]
        logging.basicConfig(level="INFO", format="%(message)s", handlers=handlers)
        logging.info("m")
    """
    first, second = sorted(shown(script), key=lambda entry: entry[0] is None)

    assert ["INFO", "m"] == first
    assert [None, ["INFO", "m"]] == [second[0], second[1].split()]


def test_tqdm_writes_each_state_of_a_bar_as_text(run, library, read):
    """Kestra ends a line at each carriage return; `disable=None` draws no bar in a pipe."""
    library("tqdm")
    script = """
        import logging
        from kestra import KestraHandler
        from tqdm import tqdm
        logging.basicConfig(level="INFO", format="%(message)s", handlers=[KestraHandler()])
        for step in tqdm(range(2), disable={}): logging.info("step %d", step)
    """
    drawn, silent = run(script.format("False")), run(script.format("None"))

    assert [["INFO", "step 0"], ["INFO", "step 1"]] == read(drawn.stdout) == read(silent.stdout)
    assert (True, b"") == (b"\r100%" in drawn.stderr, silent.stderr)


PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "frameworks.md"
RECIPE = re.compile(r"^```py\n(.*?)^```\n```text\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
LIBRARIES = re.compile(r"^(?:from|import) (loguru|structlog|rich|tqdm|django)", re.MULTILINE)


@pytest.mark.skipif(not PAGE.exists(), reason="the documentation is not part of the package")
@pytest.mark.parametrize("name", ["loguru", "structlog", "rich", "tqdm", "django"])
def test_the_documented_recipe_prints_what_it_says(name, run, library):
    """A newcomer who pastes it sees the same."""
    library(name)
    ((code, output),) = [
        match.groups() for match in RECIPE.finditer(PAGE.read_text()) if name in LIBRARIES.findall(match[1])
    ]

    assert output == run(code, stderr=subprocess.STDOUT).stdout.decode()


SETTINGS = """{
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"kestra": {"class": "kestra.KestraHandler"}},
    "root": {"handlers": ["kestra"], "level": "INFO"},
}"""


def test_django_accepts_it_in_its_settings(shown, library):
    """A request that fails is one record, with its traceback."""
    library("django")
    script = f"""
        import logging, sys
        from django.conf import settings
        logging_settings = {SETTINGS.replace(chr(10), " ")}
        settings.configure(SECRET_KEY="x", ROOT_URLCONF="urls", ALLOWED_HOSTS=["*"], LOGGING=logging_settings)
        import django, types
        from django.urls import path
        def fail(request): raise ValueError("no such order")
        sys.modules["urls"] = types.SimpleNamespace(urlpatterns=[path("fail", fail)])
        django.setup()
        from django.test import Client
        client = Client(raise_request_exception=False)
        client.get("/missing"); client.get("/fail")
        logging.getLogger("app").info("done")
    """
    missing, (level, message), last = shown(script)

    assert ["WARN", "Not Found: /missing"] == missing
    assert ("ERROR", "Internal Server Error: /fail", "ValueError: no such order") == (
        level,
        message.split("\n")[0],
        message.split("\n")[-1],
    )
    assert ["INFO", "done"] == last


def test_uvicorn_accepts_it_as_its_log_config(shown, library):
    """The server's records and its access log, each once."""
    library("uvicorn")
    script = f"""
        import asyncio, urllib.request, uvicorn
        async def app(scope, receive, send):
            await send({{"type": "http.response.start", "status": 204, "headers": []}})
            await send({{"type": "http.response.body"}})
        class Server(uvicorn.Server):
            async def startup(self, sockets=None):
                await super().startup(sockets)
                asyncio.get_running_loop().run_in_executor(None, self.ask)
            def ask(self):
                host, port = self.servers[0].sockets[0].getsockname()
                urllib.request.urlopen(f"http://{{host}}:{{port}}/orders").close()
                self.should_exit = True
        config = uvicorn.Config(app, port=0, lifespan="off", log_config={SETTINGS.replace(chr(10), " ")})
        Server(config).run()
    """
    found = shown(script)

    assert {"INFO"} == {level for level, _ in found}
    assert 1 == sum('"GET /orders HTTP/1.1" 204' in message for _, message in found)
    assert 1 == sum(message.startswith("Finished server process") for _, message in found)


def test_gunicorn_accepts_it_in_its_config(library, tmp_path, read):
    """With `logconfig_dict`, gunicorn's master and workers each send their own records."""
    library("gunicorn")
    (tmp_path / "config.py").write_text(
        f"import os, signal\nlogconfig_dict = {SETTINGS}\n"
        "logconfig_dict['loggers'] = {name: {'handlers': [], 'propagate': True} for name in "
        "('gunicorn.error', 'gunicorn.access')}\n"
        "def post_worker_init(worker): os.kill(os.getppid(), signal.SIGTERM)\n"
    )
    (tmp_path / "application.py").write_text("def app(environ, start_response): pass\n")
    entries = [str(Path(entry).resolve()) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry]
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "-c", "config.py", "--bind", "127.0.0.1:0", "application:app"],
        cwd=tmp_path,
        env={**os.environ, **({"PYTHONPATH": os.pathsep.join(entries)} if entries else {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    found = read(done.stdout)

    assert {"INFO"} == {level for level, _ in found}
    assert 1 == sum(message.startswith("Booting worker") for _, message in found)
