"""On Risk results: quantiles, tail means and chances of a year's loss, as the app had them at export."""

from __future__ import annotations

import math
from collections.abc import Iterator

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import NONE, Page
from fcio.exchange.workbook.risk_places import RiskPlaces, outlook_name, outlooks


def heads(f: Frame, page: Page, row: int, title: str) -> None:
    """A title, and the name of every outlook above its column."""
    page.text(row, 0, title, "head")
    for place, outlook in enumerate(outlooks(f)):
        page.text(row, 1 + place, outlook_name(f, outlook), "head_right")


def write_at_export(f: Frame, page: Page, places: RiskPlaces) -> None:
    """Quantiles, tail means and chances, as the app had them."""
    settings = f.knowledge.risk
    assert settings is not None
    row = places.expected_top + places.rows + 2
    heads(f, page, row, "A year's loss, worked out by the app at export (after any insurance)")
    for number, (text, values, style) in enumerate(_lines(f, settings.levels)):
        page.text(row + 1 + number, 0, text)
        for place, value in enumerate(values):
            if value is None:
                page.text(row + 1 + number, 1 + place, NONE, "quiet")
            else:
                page.number(row + 1 + number, 1 + place, value, style)


def _lines(f: Frame, levels: tuple[float, ...]) -> Iterator[tuple[str, list[float | None], str]]:
    shown, said = outlooks(f), f.risk.tolerance
    yield "Average year", [o.loss.mean for o in shown], "amount"
    for level in levels:
        years = round(1 / (1 - level))
        yield f"One year in {years} costs more than", [_finite(o.loss.var(level)) for o in shown], "amount"
    for level in levels:
        years = round(1 / (1 - level))
        yield f"The worst year in {years}, on average", [o.loss.tvar(level) for o in shown], "amount"
    if said.hurts is not None:
        yield f"Chance of more than {said.hurts:,.0f}, which would hurt", [o.hurts for o in shown], "chance"
    if said.ends is not None:
        yield f"Chance of more than {said.ends:,.0f}, which would end the firm", [o.ends for o in shown], "chance"


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
