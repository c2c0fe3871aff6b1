"""A Debian sid in a folder, for the session `runtimes-weekly`: newer shells, awks and Pythons than a machine has.

It needs root. Run as a program, it runs a command there: `python3 tools/debian_sid.py FOLDER COMMAND…`.
The repository has the same path in it, and the environment is kept; mounts last as long as the command.
"""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
MIRROR = "http://deb.debian.org/debian"
SHELLS = ["bash", "busybox", "dash", "ksh93u+m", "mksh", "zsh"]
AWKS = ["gawk", "goawk", "mawk", "original-awk"]
PYTHONS = ["pypy3", "python3.14", "python3.15"]
TESTS = ["nodejs", "perl", "procps", "python3-pytest", "python3-pytest-xdist", "strace"]
COMPILERS = ["dpkg-dev", "gcc", "libc6-dev", "linux-libc-dev", "make", "musl-tools"]

# The system, and the repository, inside the namespace of mounts that `unshare` has made.
ENTER = """
for folder in dev proc tmp; do mount --rbind "/$folder" "$root/$folder"; done
mkdir -p "$root$repository" && mount --rbind "$repository" "$root$repository"
exec chroot "$root" sh -c 'cd "$repository" && exec "$@"' sh "$@"
"""

# Debian's newest sources of Python that the mirror has, without the GIL.
FREE_THREADED = """
! ls /usr/local/bin/python3.*t 2>/dev/null || exit 0
cd /usr/src
for version in 3.15 3.14 3.13; do
  for source in $(apt-cache showsrc "python$version" | sed -n 's/^Version: //p' | sort -Vr); do
    apt-get source -qq --download-only "python$version=$source" || continue
    mkdir python && tar -xf python"$version"_*.orig.tar.xz -C python --strip-components 1
    cd python && ./configure -q --disable-gil && make -s -j2 && make -s altinstall && exit
  done
done
exit 1
"""

# The shell of Alpine and its other programs, links to it. `tc` does not compile with the newest headers of the kernel.
MUSL = """
[ ! -e /usr/local/musl ] || exit 0
cd /usr/src && apt-get source -qq busybox && cd busybox-*/
make -s defconfig
sed -i 's/^CONFIG_TC=y/# CONFIG_TC is not set/; s/^# CONFIG_STATIC is not set/CONFIG_STATIC=y/' .config
headers="-idirafter /usr/include -idirafter /usr/include/$(gcc -dumpmachine)"
make -s -j2 CC="musl-gcc -Wno-incompatible-pointer-types $headers" busybox
mkdir /usr/local/musl && cp busybox /usr/local/musl/ && /usr/local/musl/busybox --install -s /usr/local/musl
"""


def make(root: Path) -> None:
    """Make the folder with mmdebstrap, unless it is there."""
    if (root / "usr" / "bin" / "pypy3").exists():
        return
    packages = ",".join([*SHELLS, *AWKS, *PYTHONS, *TESTS, *COMPILERS])
    sources = [f"{kind} {MIRROR} sid main" for kind in ("deb", "deb-src")]
    command = ["mmdebstrap", "--quiet", "--variant=apt", f"--include={packages}", "sid", str(root), *sources]
    subprocess.run(command, check=True)


def failed_builds(root: Path) -> "list[str]":
    """Build what Debian has as sources only, unless it is there; return the names of those that could not be built."""
    builds = {"free-threaded Python": FREE_THREADED, "BusyBox with musl": MUSL}
    return [name for name, script in builds.items() if run(root, "sh", "-euc", script, quiet=True)]


def run(root: "str | Path", *command: str, quiet: bool = False) -> int:
    """Run a command in the folder, without its output if `quiet`; return its exit status."""
    streams = subprocess.DEVNULL if quiet else None
    path = "/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin"
    environment = {**os.environ, "PATH": path, "root": str(root), "repository": str(REPOSITORY)}
    entered = ["unshare", "--mount", "sh", "-ec", ENTER, "sh", *command]
    return subprocess.run(entered, env=environment, stdout=streams, stderr=streams).returncode


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
