"""Starts a Docker daemon of the session's own: unpacked, on a socket of its own, without a network.

Its containers see this machine's programs, and our packages, through read-only mounts, so no image has to be had.
"""

import http.client
import io
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from support.server import ROOT

PACKAGES = ("docker.io", "containerd", "runc")  # of Debian and Ubuntu
OPTIONS = ("--bridge=none", "--iptables=false", "--ip6tables=false", "--storage-driver=vfs")
IMAGE = "kestra-libs-machine"
# Docker 20.10 can lose the last lines of a container; a pause at its end prevents that.
ENTRY = ["/bin/sh", "-c", '"$0" "$@"; status=$?; sleep 2; exit $status']
PLUGIN = "io.kestra.plugin.scripts.runner.docker.Docker"
START_LIMIT = 60  # seconds
LINKS = ("bin", "sbin", "lib", "lib64")  # to folders below /usr


class DockerError(Exception):
    """No daemon can be started here; the text is the reason."""


def is_chosen() -> bool:
    """Tell whether the tests run their tasks in containers: the session `kestra-docker` names the daemon's folder."""
    return "KESTRA_DOCKER" in os.environ


def runner(daemon: "Daemon") -> dict:
    """Return the properties of a task that run it in a container."""
    return {
        "containerImage": IMAGE,
        "env": {name: os.environ[name] for name in ("PATH", "NODE_PATH", "PYTHONPATH") if name in os.environ},
        "taskRunner": {
            "type": PLUGIN,
            "host": daemon.host,
            "entryPoint": ENTRY,
            "networkMode": "none",
            "pullPolicy": "NEVER",
            "volumes": [f"{folder}:{folder}:ro" for folder in mounts()],
        },
    }


def mounts() -> "list[str]":
    """Return the folders that a container needs: of the system, Python, Node and our packages."""
    node = shutil.which("node")
    folders = [Path("/usr"), Path("/etc/alternatives"), ROOT, Path(sys.base_prefix), Path(sys.prefix)]
    folders += [Path(node).resolve().parents[1]] if node else []
    folders += [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    folders += [folder for folder in map(Path, ["/bin", "/lib"]) if not folder.is_symlink()]
    return [str(one) for one in dict.fromkeys(folders) if not any(other in one.parents for other in folders)]


class Daemon:
    """A Docker daemon, which runs as long as the ``with`` block; ``host`` is its socket."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that keeps the unpacked programs."""
        if not sys.platform.startswith("linux") or os.geteuid() != 0:
            raise DockerError("a Docker daemon needs root on Linux")
        self._programs = unpacked(folder)
        self._directory = Path(tempfile.mkdtemp(prefix="kestra-docker-"))
        self._socket = self._directory / "docker.sock"
        self.host = f"unix://{self._socket}"

    def __enter__(self) -> "Daemon":
        paths = [str(self._programs / "usr" / name) for name in ("sbin", "bin")]
        folders = {"data-root": "data", "exec-root": "exec", "pidfile": "pid"}
        command = ["dockerd", "--host", self.host, *OPTIONS]
        command += [f"--{option}={self._directory / name}" for option, name in folders.items()]
        environment = {**os.environ, "PATH": os.pathsep.join([*paths, os.environ["PATH"]])}
        log = self._directory / "log"
        with log.open("wb") as errors:
            program = str(self._programs / "usr" / "sbin" / "dockerd")
            self._process = subprocess.Popen(command, executable=program, stderr=errors, env=environment)
        end = time.monotonic() + START_LIMIT
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                reason = log.read_text(errors="replace").strip()[-500:]
                self.__exit__()
                raise DockerError(f"the Docker daemon does not start: {reason}")
            time.sleep(0.05)
        self._ask("POST", f"/images/create?fromSrc=-&repo={IMAGE}", image())
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._directory, ignore_errors=True)

    def _answers(self) -> bool:
        try:
            return self._ask("GET", "/_ping") == b"OK"
        except OSError:
            return False

    def _ask(self, method: str, path: str, body: bytes = b"") -> bytes:
        connection = http.client.HTTPConnection("docker")
        connection.sock = socket.socket(socket.AF_UNIX)
        try:
            connection.sock.connect(str(self._socket))
            connection.request(method, path, body)
            return connection.getresponse().read()
        finally:
            connection.close()


def image() -> bytes:
    """Return an image with nothing but the links of Debian's root folder, and /tmp."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name in LINKS:
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.SYMTYPE, f"usr/{name}"
            if Path("/", name).is_symlink():
                archive.addfile(link)
        folder = tarfile.TarInfo("tmp")
        folder.type, folder.mode = tarfile.DIRTYPE, 0o1777
        archive.addfile(folder)
    return data.getvalue()


def unpacked(folder: Path) -> Path:
    """Download the packages and unpack them, once; nothing is installed."""
    if not (folder / "usr" / "sbin" / "dockerd").exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            subprocess.run(["apt-get", "download", "-qq", *PACKAGES], cwd=folder, check=True, capture_output=True)
            for package in folder.glob("*.deb"):
                subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise DockerError(f"Debian's packages of Docker cannot be had: {error}") from error
    return folder


if __name__ == "__main__":  # shows whether a daemon can be started here
    try:
        with Daemon(Path(sys.argv[1])):
            pass
    except DockerError as reason:
        sys.exit(str(reason))
