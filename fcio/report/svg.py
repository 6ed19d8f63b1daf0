"""Small drawings as SVG: bands, bars and a falling curve; text stays text, and nothing is fetched."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

from fcio.report.charts import LIGHT, Band
from fcio.report.numbers import money

WIDTH, ROW, RIGHT = 640, 26, 60
LEAST_LABELS, MOST_LABELS, LETTER = 150.0, 280.0, 6.6
"""Room for names left of the bars; a letter takes about so much of it."""
FONT = "Libertinus Serif, Georgia, serif"
SIZE = 13


def _text(x: float, y: float, text: str, anchor: str = "start", colour: str = LIGHT.text, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}>{escape(text)}</text>'


def _rect(x: float, y: float, width: float, height: float, colour: str, opacity: float = 1.0) -> str:
    size = f'width="{max(width, 1.0):.1f}" height="{height:.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{colour}" fill-opacity="{opacity}"/>'


def _line(x1: float, y1: float, x2: float, y2: float, colour: str = LIGHT.line) -> str:
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="1"/>'


def _drawing(height: float, parts: Sequence[str], says: str) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img"'
    style = f'font-family="{FONT}" font-size="{SIZE}"'
    return f"{head} {style}><title>{escape(says)}</title>{''.join(parts)}</svg>"


def _room(names: Iterable[str]) -> float:
    return min(max(LETTER * max(map(len, names), default=0) + 16, LEAST_LABELS), MOST_LABELS)


def bands_svg(bands: Sequence[Band], reach: float, says: str, digits: int = 0, least: float = 0.0) -> str:
    """A diamond on a band for each, the first on top, none where the value is NaN; from ``least`` to ``reach``."""
    left = _room(band.name for band in bands)
    scale = (WIDTH - left - RIGHT) / (reach - least)
    parts: list[str] = []
    for place, band in enumerate(bands):
        y = 10 + ROW * place
        colour = LIGHT.leader if band.ahead else LIGHT.others
        low, high = (left + scale * (value - least) for value in (band.low, band.high))
        parts.append(_text(left - 12, y + 13, band.name, "end", bold=band.ahead))
        parts.append(_rect(low, y + 3, high - low, 12, colour, 0.35))
        if math.isfinite(band.now):
            now = left + scale * (band.now - least)
            corners = ((now, y + 2), (now + 7, y + 9), (now, y + 16), (now - 7, y + 9))
            points = " ".join(f"{x:.1f},{height:.1f}" for x, height in corners)
            parts.append(f'<polygon points="{points}" fill="{colour}"/>')
            parts.append(_text(max(high, now + 7) + 8, y + 13, f"{band.now:.{digits}f}", bold=True))
    bottom = 10 + ROW * len(bands)
    parts.append(_line(left, bottom, WIDTH - RIGHT, bottom))
    for end, anchor in ((least, "start"), (reach, "end")):
        parts.append(_text(left + scale * (end - least), bottom + 16, f"{end:g}", anchor, LIGHT.line))
    return _drawing(bottom + 22, parts, says)


def bars_svg(bars: Sequence[tuple[str, float, str, bool]], says: str) -> str:
    """A bar from zero for each name and amount, with what is told of the amount; the leading one in green."""
    most = max((amount for _, amount, _, _ in bars), default=0.0) or 1.0
    left = _room(name for name, *_ in bars)
    scale = (WIDTH - left - RIGHT - 30) / most
    parts: list[str] = []
    for place, (name, amount, told, ahead) in enumerate(bars):
        y = 6 + ROW * place
        parts.append(_text(left - 12, y + 14, name, "end", bold=ahead))
        parts.append(_rect(left, y + 2, scale * amount, 16, LIGHT.leader if ahead else LIGHT.others))
        parts.append(_text(left + scale * amount + 8, y + 14, told))
    bottom = 6 + ROW * len(bars)
    return _drawing(bottom + 6, [*parts, _line(left, 4, left, bottom)], says)


def curves_svg(curves: Sequence[tuple[str, Sequence[float], Sequence[float], bool]], says: str) -> str:
    """Chances (0 to 1) of losing more than an amount, money on a logarithmic axis; name, losses and chances each."""
    height, top = 230.0, 12.0
    seen = [loss for _, losses, chances, _ in curves for loss, chance in zip(losses, chances, strict=True) if loss > 0]
    low, high = math.log10(max(min(seen), 1000.0)), math.log10(max(seen))
    reach = max(chances[0] for _, _, chances, _ in curves) or 1.0
    left, right = 56.0, WIDTH - 20.0

    def at(loss: float, chance: float) -> tuple[float, float]:
        share = (math.log10(max(loss, 10**low)) - low) / (high - low)
        return left + share * (right - left), top + (1 - chance / reach) * (height - top)

    parts = [_line(left, height, right, height), _line(left, top, left, height)]
    for place, (name, losses, chances, ahead) in enumerate(curves):
        colour = LIGHT.leader if ahead else LIGHT.others
        points = " ".join("{:.1f},{:.1f}".format(*at(x, p)) for x, p in zip(losses, chances, strict=True) if x > 0)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        parts.append(_rect(right - 190, top + 20 * place, 14, 4, colour))
        parts.append(_text(right - 170, top + 6 + 20 * place, name))
    for exponent in range(math.ceil(low), math.floor(high) + 1):
        x = at(10.0**exponent, 0.0)[0]
        parts += [_line(x, height, x, height + 4), _text(x, height + 18, money(10.0**exponent), "middle", LIGHT.line)]
    for share in (0.0, 0.5, 1.0):
        parts.append(_text(left - 6, at(1, share * reach)[1] + 4, f"{100 * share * reach:.0f} %", "end", LIGHT.line))
    return _drawing(height + 26, parts, says)
