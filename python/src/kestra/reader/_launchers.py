"""The prefixes that launchers put before each line of their commands, and the switches that drop them."""

from __future__ import annotations

import re

_LEVEL = r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL|SEVERE)\b"
_TIME = r"\d?\d:\d\d:\d\d(?:\.\d+)?(?: [AP]M)?"
_DATE = r"\w{3} +\d+ \d\d:\d\d:\d\d"
_NAME = r"[\w@./:#-]+"
_PRINT_IT = "print it, do not log it; if a launcher has put it there, start"

# Each form, without colours and with or without a last colon, and what to do. The first that matches counts.
_PREFIXES = {
    r"\w{3} \w{3} [ \d]\d [\d:.]+ \d{4}(\[[\d,]+\])?<\w+>|\[\w{3} \w{3} .*\]<\w+>": "start mpirun without "
    "--timestamp-output and --output timestamp",
    r"\[[\d,]+\]<\w+>": "start mpirun without --tag-output and --output tag",
    r"\(([^()]* )?pid=\d+[^()]*\)|\((raylet|autoscaler)[^()]*\)": "set RAY_DISABLE_WORKER_LOG_PREFIX=1 and "
    "RAY_DEDUP_LOGS=0 for ray, as `python -m kestra run` does",
    r"\[[a-z_]*[a-z]\d+\]": "start torchrun without --tee",
    rf"({_TIME} )?\d+\|.*\|": "use pm2-runtime, or pm2 logs --raw",
    r"[\w-]+[-_]\d+ *\|": "start docker compose with --no-log-prefix",
    rf"({_TIME} )?{_NAME} *\|": "use honcho start --no-prefix, or the `run` of foreman, nf and overmind",
    rf"{_TIME} [IOE]": "leave annotate-output out",
    rf"{_DATE}": "leave ts out",
    rf"{_DATE} \S+ \S+": "use journalctl -o cat",
    r"\[pod/.*\]": "use kubectl logs without --prefix",
    r"\[\d+\]": "start concurrently with --raw, or mpiexec without -prepend-rank",
    r" *\[(exec|java|apply)\]": "start ant with -emacs",
    rf"\[(?!{_LEVEL}){_NAME}\]:": "use yarn workspaces foreach without --verbose",
    rf"\[(?!{_LEVEL}|\d{{4}}-)[^\]]+\]": f"{_PRINT_IT} concurrently with --raw, run-p without -l, "
    "task with --output interleaved, mise with --output interleave",
    rf"(?!{_LEVEL})[\w@./-]+:[\w:.-]+:": "start turbo with --log-prefix none",
    rf"(?!{_LEVEL})(\.|[\w@./-]+) [\w:.-]+( \$|:)": "start pnpm with --reporter-hide-prefix",
    r" *\d+:": "start srun without --label, or ctest without -V",
    rf"(?!(?i:{_LEVEL}))[a-z@][a-z\d@._/-]*:": f"{_PRINT_IT} lerna with --no-prefix",
    r"\S*test\w*\.py [.FEsxX]*|[.FEsxX]*\.": "start pytest without -s",
    r"Executing: .*": "start papermill with --no-progress-bar",
    r" +\d+\t": "leave nl and cat -n out",
    r"[^\t]+\t": "start parallel without --tag",
}


def switch_for(before: str) -> str | None:
    """Return how to start the launcher whose prefix a text is, so that it adds none."""
    for form, remedy in _PREFIXES.items():
        if re.fullmatch(rf"(?:{form}):? *", before):
            return remedy
    return None
