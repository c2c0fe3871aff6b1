"""Bar charts as SVG, in colours that are readable on white and on black."""

from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from sampling import Spread
from subjects import BASELINE, LIMIT, OTHER, OURS

COLOURS = {OURS: "#2da06a", BASELINE: "#c9653b", LIMIT: "#8a6fc0", OTHER: "#aab2bb"}
TEXT = "#707880"
WIDTH, LABELS, BAR, GAP = 760, 210, 13, 5


class Bar(NamedTuple):
    """One bar: its name, its length, and its role."""

    name: str
    value: Spread
    role: str


def figure(value: float) -> str:
    """Return a number in three digits."""
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    return f"{value:.{decimals}f}"


def chart(title: str, unit: str, groups: "dict[str, list[Bar]]") -> str:
    """Return groups of bars, each group with its own scale; a thin line spans the quartiles."""
    parts = [_text(0, 16, title, 'font-size="15" font-weight="bold"')]
    top = 30
    for label, bars in groups.items():
        parts.append(_text(0, top + 12, label, 'font-weight="bold"'))
        top += 20
        # The scale leaves space for the longest bar's figure and quartile; a quartile far out is cut off.
        scale = (WIDTH - LABELS - 150) / max(bar.value.median for bar in bars)
        for bar in bars:
            parts.append(_text(LABELS - 8, top + 10.5, bar.name, 'text-anchor="end"'))
            parts.append(_rectangle(LABELS, top, bar.value.median * scale, BAR, COLOURS[bar.role]))
            low, high = LABELS + bar.value.low * scale, min(LABELS + bar.value.high * scale, WIDTH - 90)
            parts.append(_rectangle(low, top + BAR / 2 - 0.5, high - low, 1, TEXT))
            end = max(LABELS + bar.value.median * scale, high) + 6
            parts.append(_text(end, top + 10.5, f"{figure(bar.value.median)} {unit}"))
            top += BAR + GAP
        top += 8
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{top}" viewBox="0 0 {WIDTH} {top}"'
        f' font-family="sans-serif" font-size="12" fill="{TEXT}" role="img" aria-label={quoteattr(title)}>'
    )
    return "\n".join([head, *parts, "</svg>\n"])


def _text(x: float, y: float, text: str, style: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(text)}</text>'


def _rectangle(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height:.1f}" fill="{colour}"/>'
