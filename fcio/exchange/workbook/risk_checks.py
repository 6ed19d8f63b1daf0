"""What the checks say about risk: changes since export, and expected losses against the app's closed forms."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.area_places import COUNTED_CHANGES
from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.frame import RISK_RESULTS, Frame
from fcio.exchange.workbook.page import area
from fcio.exchange.workbook.risk_places import EVENT, RISK_CHANGES, SPREAD, RiskPlaces, outlook_name, outlooks
from fcio.model.loss.scenario import moments

CLOSE = 1e-6
"""Relative; closed forms of two programs with their own normal distribution."""


def risk_changes(f: Frame) -> str:
    """How many inputs of the risk differ from the export."""
    if not f.has_risk:
        return "0"
    pairs = [("Effects", "Effects_then"), ("Risk_figures", "Risk_figures_then")]
    if RiskPlaces.of(f).links:
        pairs.append(("Link_shares", "Link_shares_then"))
    # As texts, so that a typed 0 differs from an empty cell.
    counted = [f'SUMPRODUCT(--({now}&""<>{then}&""))' for now, then in pairs]
    return "+".join(["SUM(Own_changes)", "SUM(Reach_changes)", *counted, COUNTED_CHANGES])


def risk_checks(f: Frame) -> Iterator[Check]:
    """Expected losses and the standard deviation are the app's; parts add up; inputs are allowed."""
    if not f.has_risk:
        return
    places = RiskPlaces.of(f)
    for outlook in outlooks(f):
        mean = moments(outlook.model).mean
        text, within = (
            f"Expected loss, {outlook_name(f, outlook)}, is the app\u2019s in closed form",
            CLOSE * max(1.0, mean),
        )
        yield Check(text, f"Expected_{outlook.id}", sum(outlook.expected.values()), mean, within, RISK_CHANGES)
    sd = moments(f.risk.now.model).sd
    text, within = "Standard deviation today is the app\u2019s in closed form", CLOSE * max(1.0, sd)
    yield Check(text, "Risk_sd", sd, sd, within, RISK_CHANGES)
    top, last = places.table(EVENT), places.table(EVENT) + places.events - 1
    rates = area(places.table(SPREAD), 1, places.table(SPREAD) + places.events - 1, 1)
    product = f"SUMPRODUCT('{RISK_RESULTS}'!{rates},'{RISK_RESULTS}'!{area(top, 1, last, 1)})"
    whole = sum(f.risk.now.expected.values())
    text = "Rates times events add up to the expected loss today"
    yield Check(text, product, whole, "Expected_now", CLOSE * max(1.0, whole))
    outside = "SUMPRODUCT(--(Effects<=0))+SUMPRODUCT(--(Effects>1))"
    yield Check("Multipliers of areas outside 0 to 1", outside, 0, 0)
    levels = 'COUNTIF(Levels_today,"<1")+COUNTIF(Levels_today,">"&MAX(Area_scale))'
    yield Check("Levels outside 1 to 5", levels, 0, 0)
