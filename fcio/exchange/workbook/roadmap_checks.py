"""What is checked of the sheet Roadmap: what was typed in, the sums by quarter, the limits and the order."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.exchange.workbook.check import Check
from fcio.exchange.workbook.frame import ROADMAP, Frame
from fcio.exchange.workbook.page import area, at
from fcio.exchange.workbook.quarter_table import OVER, SLACK, fits
from fcio.exchange.workbook.roadmap_places import (
    HOURS_ROW,
    LIMIT,
    LIMIT_THEN,
    MONEY_ROW,
    P_COST,
    P_COST_THEN,
    P_EARLY,
    P_HOURS,
    P_HOURS_THEN,
    P_QUARTER,
    P_QUARTER_THEN,
    PLAN_CHANGES,
    Q_COST,
    Q_COUNT,
    Q_HOURS,
    QUARTERS_TOP,
    PlanPlaces,
    plan_rows,
)


def plan_changes(f: Frame) -> str:
    """How many quarters, hours, amounts and limits differ from the export."""
    places = PlanPlaces(len(f.plan.quarters), len(plan_rows(f)))
    limits = [area(HOURS_ROW, column, MONEY_ROW, column) for column in (LIMIT, LIMIT_THEN)]
    counts = [f"SUMPRODUCT(--({ROADMAP}!{limits[0]}<>{ROADMAP}!{limits[1]}))"]
    for now, then in ((P_QUARTER, P_QUARTER_THEN), (P_HOURS, P_HOURS_THEN), (P_COST, P_COST_THEN)):
        counts.append(f"SUMPRODUCT(--({places.initiatives_in(now)}<>{places.initiatives_in(then)}))")
    return "+".join(counts)


def plan_checks(f: Frame) -> Iterator[Check]:
    """Sums by quarter are the app's and add up; nothing is over the limits or too early."""
    rows = plan_rows(f)
    if not rows:
        return
    places = PlanPlaces(len(f.plan.quarters), len(rows))
    planned = places.initiatives_in(P_QUARTER)
    for what, column, sums, values in (
        ("Hours", P_HOURS, Q_HOURS, [q.hours for q in f.plan.quarters]),
        ("Money", P_COST, Q_COST, [q.cost for q in f.plan.quarters]),
    ):
        listed = f'SUMPRODUCT(--({planned}<>""),{places.initiatives_in(column)})'
        text = f"{what} by quarter add up to what is planned"
        yield Check(text, f"SUM({places.quarters_in(sums)})", sum(values), listed, SLACK)
        for place, quarter in enumerate(f.plan.quarters):
            text = f"{what} in {quarter.label} are the app\u2019s"
            cell = f"{ROADMAP}!{at(QUARTERS_TOP + place, sums, 'rc')}"
            yield Check(text, cell, values[place], values[place], SLACK, PLAN_CHANGES)
    yield from _inputs_taken(f, places)
    over = sum(not fits(f, quarter) for quarter in f.plan.quarters)
    yield _none("Quarters that need more than you can spend", f'COUNTIF(Quarter_fits,"{OVER}")', over)
    early = sum(_too_early(f))
    yield _none("Initiatives planned before what they need", f"SUM({places.initiatives_in(P_EARLY)})", early)


def _inputs_taken(f: Frame, places: PlanPlaces) -> Iterator[Check]:
    """What was typed in is a quarter of the plan, or a number from 0."""
    planned = places.initiatives_in(P_QUARTER)
    counted = places.quarters_in(Q_COUNT)
    yield Check("Quarters that are none of the plan", f'SUMPRODUCT(--({planned}<>""))-SUM({counted})', 0, 0)
    for what, cells in (
        ("Hours of an initiative", places.initiatives_in(P_HOURS)),
        ("Money of an initiative", places.initiatives_in(P_COST)),
        ("Limits of a quarter", f"{ROADMAP}!{area(HOURS_ROW, LIMIT, MONEY_ROW, LIMIT)}"),
    ):
        wrong = f'ROWS({cells})-COUNTIF({cells},">=0")'
        yield Check(f"{what} that are no number from 0", wrong, 0, 0)


def _none(text: str, formula: str, at_export: int) -> Check:
    """There should be none; where the app's own plan has some, because they were chosen so, that is no fault."""
    if not at_export:
        return Check(text, formula, 0, 0)
    return Check(f"{text}, as at export", formula, at_export, at_export, 0, PLAN_CHANGES)


def _too_early(f: Frame) -> list[bool]:
    quarters = {p.initiative: p.quarter for p in f.plan.placed}
    known = {initiative.id: initiative for initiative in f.knowledge.initiatives}
    return [any(quarters.get(need, 0) > p.quarter for need in known[p.initiative].needs) for p in f.plan.placed]
