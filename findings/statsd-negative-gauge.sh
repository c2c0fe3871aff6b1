#!/bin/sh
# Software: statsd 4.0.1 (PyPI).
# One would guess: `gauge(name, -5)` sends one line with the value -5.
# What happens: It sends two lines, of which the first sets the gauge to 0; the second alone is the same as
#   `delta=True` sends.
# Why it matters: A reader that takes line by line sees a 0 that no script has sent.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

{
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check statsd==4.0.1
} >&2 || exit 2

cat >try.py <<'END'
import socket

import statsd

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
server.settimeout(20)
client = statsd.StatsClient("127.0.0.1", server.getsockname()[1])
client.gauge("balance", 5)
print(server.recv(1000))
client.gauge("balance", -5)
print(server.recv(1000))
client.gauge("balance", -5, delta=True)
print(server.recv(1000))
END

cat >expected <<'END'
b'balance:5|g'
b'balance:0|g\nbalance:-5|g'
b'balance:-5|g'
END

env -i PATH="$PATH" PYTHONUTF8=1 venv/bin/python try.py >seen
cat seen
diff expected seen
