"""RESULTS.md and its charts, made from the figures."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Optional

import delivery
import levels
import shell_bench
import startup
import subjects
import throughput
from charts import Bar, chart, figure
from sampling import Spread, ratio, spread
from subjects import BASELINE, LIMIT, OTHER, OURS

if TYPE_CHECKING:
    import outputs

ROLES = {
    subject.name: subject.role
    for subject in [
        *subjects.PYTHON_LOGS,
        subjects.PYTHON_LIKE_FOR_LIKE,
        *subjects.PYTHON_CAPTURED,
        *subjects.PYTHON_COUNTERS,
        *subjects.PYTHON_STARTS,
        *subjects.NODE_LOGS,
        *subjects.NODE_STARTS,
    ]
}
MESSAGES = list(subjects.messages())
CHARTED = [kind for kind in MESSAGES if "quotes" not in kind or kind.startswith("1 KB")]
PYTHON_BASELINE = "kestra 2.0.0 logger"
NODE_BASELINE = "@kestra-io/libs 2.0.0 logger"


class Results(NamedTuple):
    """The figures of a run, in seconds; a list has one for each round."""

    command: str
    is_quick: bool
    machine: "dict[str, str]"
    versions: "dict[str, str]"
    python: "dict[str, throughput.Figures]"
    node: "dict[str, throughput.Figures]"
    python_outputs: "dict[str, outputs.Figures]"
    node_outputs: "dict[str, outputs.Figures]"
    python_peaks: "outputs.Figures"
    node_peaks: "outputs.Figures"
    python_starts: startup.Measurements
    node_starts: startup.Measurements
    python_deliveries: delivery.Outcomes
    node_deliveries: delivery.Outcomes
    shell_deliveries: delivery.Outcomes
    shells: "dict[str, shell_bench.Figures]"
    shell_starts: shell_bench.Figures
    pipes: Optional[shell_bench.Figures]
    programs: Optional[levels.Figures]


def write(folder: Path, results: Results) -> None:
    """Write the report and its charts into a folder."""
    plots = folder / "plots"
    plots.mkdir(parents=True, exist_ok=True)
    sections = [
        heading(results),
        in_short(results),
        per_record("Python", results.python, PYTHON_BASELINE),
        counters(results.python),
        per_record("Node", results.node, NODE_BASELINE),
        outputs_times("Python", results.python_outputs, "json.dumps"),
        peaks("Python", results.python_peaks, "json.dumps"),
        outputs_times("Node", results.node_outputs, "JSON.stringify"),
        peaks("Node", results.node_peaks, "JSON.stringify"),
        start_up("Python", results.python_starts, PYTHON_BASELINE),
        start_up("Node", results.node_starts, "@kestra-io/libs 2.0.0, require"),
        deliveries(results),
        shells(results.shells, results.shell_starts),
        pipes(results.pipes),
        programs(results.programs),
    ]
    (folder / "RESULTS.md").write_text("\n".join(section for section in sections if section))
    for name, text in charts(results).items():
        (plots / f"{name}.svg").write_text(text)


def heading(results: Results) -> str:
    """Return what was measured, where and how."""
    rows = {**results.machine, **results.versions, "command": f"`{results.command}`"}
    return "\n".join(
        [
            "# Results",
            "",
            *["**A quick run, which shows that everything works; its figures mean nothing.**"] * results.is_quick,
            "[README.md](README.md) explains how each figure is measured and how to repeat the run.",
            "A figure is the median over the rounds, with the quartiles in brackets.",
            "Machines differ, and a busy machine varies: compare the ratios, not the times.",
            "**Bold** is the best of a column, without the limit.",
            "",
            table(["", ""], [[name, text] for name, text in rows.items()]),
        ]
    )


def in_short(results: Results) -> str:
    """Return the main results, and where something else is faster."""
    rows = []
    for language, targets, baseline in languages(results):
        for kind in MESSAGES:
            figures = targets["pipe"][kind]
            name = f"{language}, `logger.info` to a pipe, {kind}"
            rows.append([name, *compared(figures["Kestra.logger"], figures[baseline], 1e6, "µs")])
    starts = [
        ("Python", results.python_starts, "Kestra.log", PYTHON_BASELINE),
        ("Python", results.python_starts, "Kestra.logger", PYTHON_BASELINE),
        ("Node", results.node_starts, "Kestra.logger, require", "@kestra-io/libs 2.0.0, require"),
        ("Node", results.node_starts, "Kestra.logger, import", "@kestra-io/libs 2.0.0, import"),
    ]
    for language, (seconds, _), ours, baseline in starts:
        name = f"{language}, a whole process that logs once, {ours}"
        rows.append([name, *compared(seconds[ours], seconds[baseline], 1e3, "ms")])
    lines = ["## In short", "", table(["", "ours", "version 2.0.0", "times as fast"], rows)]
    for language, targets, _ in languages(results):
        names = ", ".join(faster_than_ours(targets["pipe"])) or "nothing"
        lines.append(f"- Faster than our logger in {language}, to a pipe: {names}.")
    echoes = ", ".join(
        f"{shell} {figure(ratio(kinds[shell_bench.PLAIN]['kestra_info'], kinds[shell_bench.PLAIN]['echo']).median)}"
        for shell, kinds in results.shells.items()
    )
    return "\n".join([*lines, f"- Processor time of a plain `kestra_info`, in `echo`s: {echoes}.", ""])


def languages(results: Results) -> "list[tuple[str, dict[str, throughput.Figures], str]]":
    """Return name, figures by target, and baseline of each language whose throughput is measured."""
    return [("Python", results.python, PYTHON_BASELINE), ("Node", results.node, NODE_BASELINE)]


def compared(ours: "list[float]", baseline: "list[float]", factor: float, unit: str) -> "list[str]":
    """Return two times, and how many times as fast the first is."""
    times = [f"{figure(spread(seconds).median * factor)} {unit}" for seconds in (ours, baseline)]
    return [*times, with_quartiles(ratio(baseline, ours))]


def faster_than_ours(figures: throughput.Figures) -> "list[str]":
    """Return the names of what is faster than our logger, with the number of messages."""
    names = [name for name in figures[MESSAGES[0]] if ROLES[name] in (OTHER, BASELINE)]
    counts = {
        name: sum(
            spread(figures[kind][name]).median < spread(figures[kind]["Kestra.logger"]).median for kind in MESSAGES
        )
        for name in names
    }
    return [f"{name} with {count} of {len(MESSAGES)} messages" for name, count in counts.items() if count]


def per_record(language: str, targets: "dict[str, throughput.Figures]", baseline: str) -> str:
    """Return the tables of time per record, by target."""
    names = list(targets["pipe"][MESSAGES[0]])
    (limit,) = (name for name in names if ROLES[name] == LIMIT)
    header = ["", *MESSAGES]
    lines = [f"## {language}: time per record", "", f"![Time per record](plots/{language.lower()}.svg)", ""]
    for target, figures in targets.items():
        times = {name: [spread(figures[kind][name]).median * 1e6 for kind in MESSAGES] for name in names}
        speeds = {
            name: [with_quartiles(ratio(figures[kind][baseline], figures[kind][name])) for kind in MESSAGES]
            for name in names
            if name != baseline
        }
        shares = {
            name: [percent(ratio(figures[kind][limit], figures[kind][name])) for kind in MESSAGES]
            for name in names
            if name != limit
        }
        lines += [
            f"### {language}, to {'a pipe' if target == 'pipe' else target}",
            "",
            "µs per record:" if throughput.TARGETS[target] == "wall" else "µs of processor time per record:",
            "",
            table(header, best_in_bold(times, lowest=True, apart=limit)),
            f"Times as fast as {baseline}:",
            "",
            table(header, [[name, *cells] for name, cells in speeds.items()]),
            "Speed as a share of the limit:",
            "",
            table(header, [[name, *cells] for name, cells in shares.items()]),
        ]
    return "\n".join(lines)


def counters(targets: "dict[str, throughput.Figures]") -> str:
    """Return the table of a counter."""
    rows = []
    for target, figures in targets.items():
        group = figures[throughput.COUNTER]
        for name, seconds in group.items():
            speed = with_quartiles(ratio(group["kestra 2.0.0 counter"], seconds))
            share = percent(ratio(group[subjects.PYTHON_LIMIT.name], seconds))
            rows.append([name, target, figure(spread(seconds).median * 1e6), speed, share])
    return "\n".join(
        [
            "### Python, a counter",
            "",
            "Version 2.0.0 leaves counters in Python's buffer until it is full or the script ends.",
            "The table shows what this saves; [Records that arrive](#records-that-arrive) shows what it loses.",
            "",
            table(["", "to", "µs per record", "times as fast as 2.0.0", "share of the limit"], rows),
        ]
    )


def outputs_times(language: str, processes: "dict[str, outputs.Figures]", baseline: str) -> str:
    """Return the table of outputs: the time of the line, compared with encoders that do not check."""
    rows = []
    for process, figures in processes.items():
        for kind, group in figures.items():
            for name, seconds in group.items():
                times = with_quartiles(ratio(seconds, group[baseline]))
                rows.append([kind, process, name, figure(spread(seconds).median * 1e3), times])
    header = ["", "in", "", "ms of processor time", f"times as long as {baseline}"]
    return "\n".join([f"## {language}: outputs", "", table(header, rows)])


def peaks(language: str, figures: "outputs.Figures", baseline: str) -> str:
    """Return the table of the peak memory of large outputs, above that of the data."""
    rows = [
        [kind, name, figure(spread(mebibytes).median), with_quartiles(ratio(mebibytes, group[baseline]))]
        for kind, group in figures.items()
        for name, mebibytes in group.items()
    ]
    header = ["", "", "MiB above the data", f"times as much as {baseline}"]
    return "\n".join([f"### {language}: memory of large outputs", "", table(header, rows)])


def start_up(language: str, measurements: startup.Measurements, baseline: str) -> str:
    """Return the table of whole processes; the first is the empty one."""
    times, footprints = measurements
    empty = next(iter(times))
    rows = []
    for name, seconds in times.items():
        own = footprints[name]
        size = own.size
        above = spread([one - other for one, other in zip(seconds, times[empty])]).median * 1e3
        rows.append(
            [
                name,
                figure(spread(seconds).median * 1e3),
                f"{above:+.1f}",
                with_quartiles(ratio(seconds, times[baseline])),
                f"{own.modules - footprints[empty].modules:+d}",
                f"{own.mebibytes:.1f}",
                *([str(size.packages), str(size.files), figure(size.bytes / 1e3)] if size else ["-"] * 3),
            ]
        )
    header = ["", "ms", "ms above empty", f"of {baseline}", "modules above empty", "peak memory, MiB"]
    return "\n".join(
        [
            f"## {language}: a whole process that logs once",
            "",
            f"![A whole process](plots/{language.lower()}-start.svg)",
            "",
            table([*header, "packages", "files", "KB installed"], rows),
        ]
    )


def deliveries(results: Results) -> str:
    """Return the tables of records that arrive."""
    lines = [
        "## Records that arrive",
        "",
        "The number of records that arrive complete and alone on a line; *all* means every record, once.",
        "",
    ]
    for title, outcomes_by_subject in [
        ("Python", results.python_deliveries),
        ("Node", results.node_deliveries),
        ("Shell", results.shell_deliveries),
    ]:
        scenarios = {
            name: outcome.sent for outcomes in outcomes_by_subject.values() for name, outcome in outcomes.items()
        }
        header = ["", *[f"{name} (of {sent:,})" for name, sent in scenarios.items()]]
        rows = [
            [name, *[arrived(outcomes[scenario]) for scenario in scenarios]]
            for name, outcomes in outcomes_by_subject.items()
        ]
        lines += [f"### {title}", "", table(header, rows)]
    return "\n".join(lines)


def arrived(outcome: delivery.Outcome) -> str:
    """Return the outcome of the records as text."""
    whole = "all" if outcome.whole == outcome.sent else f"{outcome.whole:,}"
    return f"{whole}, {outcome.repeated:,} twice" if outcome.repeated else whole


def shells(figures: "dict[str, shell_bench.Figures]", starts: shell_bench.Figures) -> str:
    """Return the tables of the shells."""
    kinds = list(subjects.SHELL_MESSAGES)
    echoes, times = [], []
    for shell, seconds in figures.items():
        own = {kind: spread(seconds[kind]["kestra_info"]).median for kind in kinds}
        speed = len(str(subjects.SHELL_MESSAGES[kinds[-1]]).encode()) / 1e6 / own[kinds[-1]]
        echoes.append(
            [shell, *[with_quartiles(ratio(seconds[kind]["kestra_info"], seconds[kind]["echo"])) for kind in kinds]]
        )
        times.append([shell, *[figure(median * 1e6) for median in own.values()], figure(speed)])
    lines = [
        "## Shell: processor time of kestra_info",
        "",
        "![Processor time](plots/shell.svg)",
        "",
        "In `echo`s of the ready record in the same shell:",
        "",
        table(["", *kinds], echoes),
        "In µs:",
        "",
        table(["", *kinds, f"{kinds[-1]}: MB/s"], times),
    ]
    plain = figures.get("dash", {}).get(shell_bench.PLAIN, {})
    if "jq" in plain:
        milliseconds = figure(spread(plain["jq"]).median * 1e3)
        times_as_much = figure(ratio(plain["jq"], plain["kestra_info"]).median)
        lines += [f"A process of `jq` for each takes {milliseconds} ms in dash, {times_as_much} times as much.", ""]
    scripts = list(shell_bench.START)
    rows = [[shell, *[figure(spread(each[name]).median * 1e3) for name in scripts]] for shell, each in starts.items()]
    return "\n".join([*lines, "A whole process, in ms:", "", table(["", *scripts], rows)])


def pipes(figures: Optional[shell_bench.Figures]) -> str:
    """Return the tables of kestra_pipe, or nothing if there is none."""
    if figures is None:
        return ""
    header = ["", *figures]
    names = list(next(iter(figures.values())))
    speeds = {name: [spread(figures[kind][name]).median for kind in figures] for name in names}
    lines = [
        "## Shell: a program's output through kestra_pipe",
        "",
        "MB/s of lines, where each line becomes a record that is written at once:",
        "",
        table(header, best_in_bold(speeds, lowest=False)),
    ]
    if shell_bench.JQ_NAME in names:
        rows = [
            [name, *[with_quartiles(ratio(each[name], each[shell_bench.JQ_NAME])) for each in figures.values()]]
            for name in names
            if name != shell_bench.JQ_NAME
        ]
        lines += [f"Times as fast as {shell_bench.JQ_NAME}:", "", table(header, rows)]
    return "\n".join(lines)


def programs(figures: Optional[levels.Figures]) -> str:
    """Return the table of `run --levels`, or nothing without jq."""
    if figures is None:
        return ""
    names = [levels.OURS, levels.JQ]
    times = {name: [spread(each[name]).median * 1e6 for each in figures.values()] for name in names}
    ratios = [with_quartiles(ratio(each[levels.JQ], each[levels.OURS])) for each in figures.values()]
    return "\n".join(
        [
            "## Python: a program's output through `run --levels`",
            "",
            "Processor time of a line in µs; jq only quotes the line, and writes it at once:",
            "",
            table(["", *figures], [*best_in_bold(times, lowest=True), ["times as fast", *ratios]]),
        ]
    )


def charts(results: Results) -> "dict[str, str]":
    """Return the charts by name."""
    drawn = {}
    for language, targets, _ in languages(results):
        groups = {kind: bars(targets["pipe"][kind], 1e6) for kind in CHARTED}
        drawn[language.lower()] = chart(f"{language}: time per record to a pipe (shorter is better)", "µs", groups)
    for language, (seconds, _) in [("Python", results.python_starts), ("Node", results.node_starts)]:
        title = f"{language}: a whole process that logs once (shorter is better)"
        drawn[f"{language.lower()}-start"] = chart(title, "ms", {"": bars(seconds, 1e3)})
    shell = {
        kind: [
            Bar(name, ratio(kinds[kind]["kestra_info"], kinds[kind]["echo"]), OURS)
            for name, kinds in results.shells.items()
        ]
        for kind in subjects.SHELL_MESSAGES
    }
    drawn["shell"] = chart("Shell: processor time of kestra_info, in echos (shorter is better)", "echos", shell)
    return drawn


def bars(figures: "dict[str, list[float]]", factor: float) -> "list[Bar]":
    """Return a bar for each name."""
    return [Bar(name, spread([each * factor for each in seconds]), ROLES[name]) for name, seconds in figures.items()]


def best_in_bold(rows: "dict[str, list[float]]", *, lowest: bool, apart: str = "") -> "list[list[str]]":
    """Return the rows as text, the best of each column in bold."""
    columns = zip(*(values for name, values in rows.items() if name != apart))
    best = [min(column) if lowest else max(column) for column in columns]
    return [
        [name, *[f"**{figure(value)}**" if value == top else figure(value) for value, top in zip(values, best)]]
        for name, values in rows.items()
    ]


def with_quartiles(value: Spread) -> str:
    """Return a median and its quartiles."""
    return f"{figure(value.median)} ({figure(value.low)}-{figure(value.high)})"


def percent(share: Spread) -> str:
    """Return a median share in percent."""
    return f"{figure(share.median * 100)} %"


def table(header: "list[str]", rows: "list[list[str]]") -> str:
    """Return a table of Markdown, with an empty line after it."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"
