"""Asks Kestra's own classes what they read from the bytes that a script prints.

    with KestraReader("2.0.0") as kestra_reader:
        [line] = kestra_reader.lines([b'::{"outputs":{"rows":3}}::'])[0]
        assert line["verdict"] == "record" and line["outputs"] == {"rows": 3}

The program behind it is `integration/reader`.
"""

import json
import os
import struct
import subprocess
import sys
import threading
from collections import Counter

from support import java
from support.versions import PROJECT

LINES_READ = Counter()  # by version
VERDICTS = {}  # by version: how many of these lines our Python reader agreed on, for each verdict

# Python's json uses one frame a level, and outputs may be nested as deep as Python's default stack.
sys.setrecursionlimit(max(sys.getrecursionlimit(), 5_000))


class KestraReader:
    """One version of Kestra, in a process that runs as long as the ``with`` block."""

    def __init__(self, version, *, prometheus=False):
        """Take a version of `VERSIONS`, and whether metrics go to Prometheus, which refuses more.

        Raises `FileNotFoundError`, with what to do, when the build or Java is missing.
        """
        target = PROJECT / "target" / version
        if not (target / "classpath").exists():
            build = f"mvn -q -B -f integration/reader/pom.xml -Dkestra={version} compile"
            raise FileNotFoundError(f"{target}: Kestra's reader is not built: {build}")
        classpath = f"{target / 'classes'}{os.pathsep}{(target / 'classpath').read_text().strip()}"
        # It runs for seconds, so a short start matters more than peak speed.
        options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable", "-Xmx3g"]
        options.append(f"-Dprometheus={str(prometheus).lower()}")
        self.version = version
        self._command = [java.java(), *options, "-cp", classpath, "LineReader"]

    def __enter__(self):
        """Start the process."""
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(self, *error):
        """End the process."""
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def run(self, stdout=b"", stderr=b""):
        """Return what Kestra reads from the two streams of one task, as a dict.

        ``lines``: a dict for each line, those of stdout first, each with

        - ``stream``: ``stdout`` or ``stderr``, and ``text``, the line as Kestra decoded it, without its line end;
        - ``verdict``: ``record``, ``plain``, ``invalid`` (Kestra ignores it) or ``fatal`` (Kestra stops reading
          the stream there, so this is its last line);
        - ``logs``: what the script's user sees, in order: a dict with ``level``, ``message``, ``timestamp`` (ISO 8601)
          and, where Kestra cut the message, ``cut``, the list of its pieces;
        - ``outputs``: a dict of what the line sets, {} if nothing;
        - ``metrics``: in the order of reading: dicts with ``type``, ``name``, ``tags`` (None, or a dict of strings),
          ``timestamp`` (ISO 8601, None) and ``value`` (a number, ``"NaN"``, ``"Infinity"``, ``"-Infinity"`` or None)
          or, for a timer, ``nanoseconds`` (int or None);
        - ``assets``: None, or the dict that went to the asset manager;
        - ``reason``: None, or Kestra's text for what is invalid or fatal, the latter after the exception's class;
        - ``warnings``: what Kestra itself logs about the line.

        ``outputs`` and ``metrics``: what Kestra has of the task in the end; later outputs replace earlier ones, and
        counters and timers of the same name and tags are added up.
        """
        return self._ask([(stdout, stderr)])[0]

    def lines(self, lines, stream="stdout"):
        """Return, for each of the given bytes, the ``lines`` that `run` returns, each read in its own task.

        There are several lines if the bytes contain line ends, and none if they are empty.
        """
        runs = [(data, b"") if stream == "stdout" else (b"", data) for data in lines]
        return [answer["lines"] for answer in self._ask(runs)]

    def _ask(self, runs):
        def send():
            for stdout, stderr in runs:
                pipe.write(struct.pack(">ii", len(stdout), len(stderr)) + stdout + stderr)
            pipe.flush()

        pipe = self._process.stdin
        sender = threading.Thread(target=send)  # else the answers to the first runs would fill the pipe
        sender.start()
        answers = []
        for _ in runs:
            line = self._process.stdout.readline()
            if not line:
                raise EOFError(f"the reader of {self.version} ended: status {self._process.wait()}")
            answers.append(json.loads(line))
        sender.join()
        LINES_READ[self.version] += sum(len(answer["lines"]) for answer in answers)
        return answers
