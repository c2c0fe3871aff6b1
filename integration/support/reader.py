"""Asks Kestra's own classes what they make of the bytes that a script prints.

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
from pathlib import Path

from support import java

VERSIONS = ["2.0.0", "1.3.31"]
PROJECT = Path(__file__).resolve().parents[1] / "reader"
LINES_READ = Counter()  # by version
VERDICTS = {}  # by version: of those lines, how many had each verdict from the reader of our Python package too

# Python's json takes a frame a level, and outputs may be nested as deep as Python's whole stack usually is.
sys.setrecursionlimit(max(sys.getrecursionlimit(), 5_000))


class KestraReader:
    """One version of Kestra, in a process that lives as long as the ``with`` block."""

    def __init__(self, version, *, prometheus=False):
        """Take a version of `VERSIONS`, and whether its metrics go to Prometheus, which refuses more.

        Raises `FileNotFoundError`, which says what to do, when the build or Java is missing.
        """
        target = PROJECT / "target" / version
        if not (target / "classpath").exists():
            build = f"mvn -q -B -f integration/reader/pom.xml -Dkestra={version} compile"
            raise FileNotFoundError(f"{target}: Kestra's reader is not built: {build}")
        classpath = f"{target / 'classes'}{os.pathsep}{(target / 'classpath').read_text().strip()}"
        # It lives for seconds, so what shortens the start counts, not the peak.
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
        """Return what Kestra makes of the two streams of one task, as a dict.

        ``lines``: a dict for each line, those of stdout first, each with

        - ``stream``: ``stdout`` or ``stderr``, and ``text``, the line as Kestra decoded it, without its line end;
        - ``verdict``: ``record``, ``plain``, ``invalid`` (nothing of it counts) or ``fatal`` (Kestra stops reading
          the stream there, so this is its last line);
        - ``logs``: what the script's user sees, in order: a dict with ``level``, ``message``, ``timestamp`` (ISO 8601)
          and, where Kestra cut the message, ``cut``, the list of its pieces;
        - ``outputs``: a dict of what the line sets, {} when nothing;
        - ``metrics``: in order, as they were read: dicts with ``type``, ``name``, ``tags`` (None, or a dict of text),
          ``timestamp`` (ISO 8601, None) and ``value`` (a number, ``"NaN"``, ``"Infinity"``, ``"-Infinity"`` or None)
          or, for a timer, ``nanoseconds`` (int or None);
        - ``assets``: None, or the dict that went to the asset manager;
        - ``reason``: None, or Kestra's words for what is invalid or fatal, the latter after its exception's class;
        - ``warnings``: what Kestra itself logs about the line.

        ``outputs`` and ``metrics``: what Kestra has of the task in the end, later outputs in the place of earlier ones,
        counters and timers of one name and the same tags added up.
        """
        return self._ask([(stdout, stderr)])[0]

    def lines(self, lines, stream="stdout"):
        """Return for each of the given bytes the ``lines`` that `run` returns, each read in a task of its own.

        There is more than one where the bytes hold line ends of their own, and none for no bytes at all.
        """
        runs = [(data, b"") if stream == "stdout" else (b"", data) for data in lines]
        return [answer["lines"] for answer in self._ask(runs)]

    def _ask(self, runs):
        def send():
            for stdout, stderr in runs:
                pipe.write(struct.pack(">ii", len(stdout), len(stderr)) + stdout + stderr)
            pipe.flush()

        pipe = self._process.stdin
        sender = threading.Thread(target=send)  # as the answers to the first runs would else fill the pipe
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
