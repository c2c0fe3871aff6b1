"""Draw docs/images/preview.svg: the preview of demo/pipeline.py, as a terminal shows it. With --check, only compare.

Needs rich, as the preview does for its tables.
Times, which differ from run to run, are replaced: the picture changes when the preview does.
"""

import os
import re
import subprocess
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "preview.svg"
COMMAND = "python -m kestra preview python demo/pipeline.py"
COLUMNS = 100
WIDTH, HEIGHT, MARGIN = 8.43, 19, 16  # of a character and of a line, in pixels at 14 pixels a letter

COLOURS = {
    "31": "#ff7b72",
    "32": "#7ee787",
    "33": "#f2cc60",
    "34": "#79c0ff",
    "35": "#d2a8ff",
    "36": "#76e3ea",
    "37": "#ffffff",
    "90": "#8b949e",
}
# On each <text>: on the group around them Chromium 156 collapses runs of blanks all the same.
KEEPS_BLANKS = 'style="white-space: pre" xml:space="preserve"'
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img" aria-label="{title}">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">
{text}
</g>
</svg>
"""


def output() -> "list[str]":
    """Return the lines that the preview of the pipeline shows, with the codes of their colours."""
    environment = {**os.environ, "COLUMNS": str(COLUMNS)}
    command = [sys.executable, "-m", "kestra", "preview", "--color", sys.executable, "demo/pipeline.py"]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    text = done.stdout.decode().replace(f"{ROOT}{os.sep}", "")
    text = re.sub(r"\d\d:\d\d:\d\d\.\d{3}", "09:30:00.000", text)
    text = re.sub(r"(timer transform = )[\d.]+", r"\g<1>0.05", text)
    text = re.sub(r"(transform +)([\d.]+ s *)", lambda found: found[1] + "0.05 s".ljust(len(found[2])), text)
    text = re.sub(r"(Exit status 0 after )\d+\.\d\d s", r"\g<1>0.15 s", text)
    return [f"$ {COMMAND}", "", *(line.rstrip() for line in text.splitlines())]


def draw(lines: "list[str]") -> str:
    """Return the lines as SVG."""
    text = "\n".join(
        f'<text x="{MARGIN}" y="{MARGIN + HEIGHT * number + 14}" {KEEPS_BLANKS}>{spans(line)}</text>'
        for number, line in enumerate(lines)
        if line
    )
    return SVG.format(
        width=COLUMNS * WIDTH + 2 * MARGIN, height=len(lines) * HEIGHT + 2 * MARGIN, title=escape(COMMAND), text=text
    )


def spans(line: str) -> str:
    """Return a line with the codes of its colours made spans."""
    drawn, style = "", ""
    for part in re.split(r"(\x1b\[[\d;]*m)", line):
        if not part.startswith("\x1b"):
            drawn += f"<tspan{style}>{escape(part)}</tspan>" if style and part else escape(part)
            continue
        codes = part[2:-1].split(";")
        style = "".join(f' fill="{COLOURS[code]}"' for code in codes if code in COLOURS)
        style += ' font-weight="bold"' if "1" in codes else ""
        unknown = set(codes) - {"", "0", "1", "2", "3", *COLOURS}
        if unknown:
            raise ValueError(f"{part!r}: expected codes that the picture knows, got {sorted(unknown)}")
    return drawn


def rows(picture: str) -> "list[str]":
    """Return the lines of a picture, sorted, as there is no order between two streams."""
    return sorted(line.partition(">")[2] for line in picture.splitlines() if line.startswith("<text"))


def main() -> int:
    """Draw the picture, or with --check tell whether it is up to date."""
    now = draw(output())
    if "--check" not in sys.argv:
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        PICTURE.write_text(now, encoding="utf-8")
        return 0
    old, new = set(rows(PICTURE.read_text(encoding="utf-8"))), set(rows(now))
    if old != new:
        print(f"{PICTURE}: expected what `python tools/preview_svg.py` draws, got", *sorted(old ^ new), sep="\n")
    return int(old != new)


if __name__ == "__main__":
    sys.exit(main())
