"""Measure the three emitters, version 2.0.0, other loggers and the physical limit, and write RESULTS.md."""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Callable

import delivery
import levels
import machine
import outputs
import report
import sampling
import shell_bench
import startup
import throughput
from installs import Installs

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Measure everything and write the report."""
    arguments = parsed()
    if arguments.quick and not arguments.output:
        sys.exit("--quick: expected --output, as its figures are too rough for RESULTS.md, got none")
    with tempfile.TemporaryDirectory(prefix="kestra-bench-") as scratch:
        installs = Installs(
            Path(scratch),
            arguments.baseline_python.resolve(),
            arguments.node_modules.resolve(),
            arguments.baseline_node_modules.resolve(),
        )
        results = measured(installs, is_quick=arguments.quick)
    folder = arguments.output or HERE
    report.write(folder, results)
    sampling.say(f"written: {folder / 'RESULTS.md'}")


def measured(installs: Installs, *, is_quick: bool) -> report.Results:
    """Return all figures; a full run takes about ten minutes."""
    rounds, node_rounds, shell_rounds, pipe_rounds, starts = (2, 1, 1, 1, 2) if is_quick else (9, 7, 7, 3, 21)
    seconds = 0.002 if is_quick else 0.05
    megabytes = 0.1 if is_quick else 2.0
    objects = 1_000 if is_quick else 5_000_000
    if is_quick:
        load = delivery.Load(many=2_000, delay=0.05, each=20, sizes=["mixed"])
    else:
        load = delivery.Load(many=20_000, delay=0.5, each=200, sizes=list(delivery.SIZES))
    parts: "dict[str, Callable[[], Any]]" = {
        "machine": machine.machine,
        "versions": lambda: machine.versions(installs),
        "python": lambda: throughput.python(installs, rounds, seconds),
        "node": lambda: throughput.node(installs, node_rounds, seconds),
        "python_outputs": lambda: outputs.python(installs, node_rounds, objects),
        "node_outputs": lambda: outputs.node(installs, node_rounds, objects),
        "python_peaks": lambda: outputs.python_peaks(installs, pipe_rounds, is_quick=is_quick),
        "node_peaks": lambda: outputs.node_peaks(installs, pipe_rounds),
        "python_starts": lambda: startup.python(installs, starts),
        "node_starts": lambda: startup.node(installs, starts),
        "python_deliveries": lambda: delivery.python(installs, load),
        "node_deliveries": lambda: delivery.node(installs, load),
        "shell_deliveries": lambda: delivery.shells(load),
        "shells": lambda: shell_bench.records(shell_rounds, seconds),
        "shell_starts": lambda: shell_bench.starts(starts),
        "pipes": lambda: shell_bench.pipes(installs.scratch, pipe_rounds, megabytes),
        "programs": lambda: levels.programs(installs.scratch, node_rounds, round(megabytes * 100_000)),
    }
    figures: "dict[str, Any]" = {}
    for name, part in parts.items():
        begin = time.perf_counter()
        figures[name] = part()
        sampling.say(f"{name}: {time.perf_counter() - begin:.1f} s")
    command = "python3 noxfile.py -s bench" + " -- --quick --output …" * is_quick
    return report.Results(command=command, is_quick=is_quick, **figures)


def parsed() -> argparse.Namespace:
    """Return the arguments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--baseline-python",
        type=Path,
        required=True,
        help="folder of kestra 2.0.0, as `pip install --target` leaves it",
    )
    parser.add_argument("--node-modules", type=Path, required=True, help="node_modules of ours, pino and winston")
    parser.add_argument("--baseline-node-modules", type=Path, required=True, help="node_modules of 2.0.0")
    parser.add_argument("--quick", action="store_true", help="a run of half a minute, which needs --output")
    parser.add_argument("--output", type=Path, help="folder for RESULTS.md and plots/ (default: this one)")
    arguments = parser.parse_args()
    for folder, names in {
        arguments.baseline_python: ["kestra.py"],
        arguments.node_modules: ["@kestra-io/libs", "pino", "winston"],
        arguments.baseline_node_modules: ["@kestra-io/libs"],
    }.items():
        for name in names:  # else Python and Node search elsewhere, and find another version of the package
            if not (folder / name).exists():
                parser.error(f"{folder}: expected {name} in it, got none")
    return arguments


if __name__ == "__main__":
    main()
