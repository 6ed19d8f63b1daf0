"""Leaders on the sheet Cash flow: when each comes and goes, what each is paid, and what each changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from fcio.exchange.workbook.budget_places import MONTHS_WITHOUT_END, NO_END, SHORTEST_NAME, lever_name
from fcio.exchange.workbook.cash_rows import Rows, Year, YearFormula
from fcio.knowledge.budget_plan import PlanFigures
from fcio.model.money.case import BudgetCase
from fcio.model.money.leader import Leader
from fcio.model.money.leader_lines import Spell
from fcio.model.money.levers import Values
from fcio.model.money.timeline import Timeline
from fcio.model.tables import Floats


@dataclass(frozen=True)
class LeaderCells:
    """One leader: addresses of single numbers, and rows by year."""

    spell: Spell
    start: str
    begins: str
    ready: str
    length: str
    end: str
    pay: str
    months: int


def write_leader(
    rows: Rows, case: BudgetCase, spell: Spell, before: LeaderCells | None, v: Values, line: Timeline
) -> LeaderCells:
    """The rows of one leader, after those of the one before."""
    leader, names = spell.leader, case.rules.plan.figures
    rows.head(leader.label, own=True)
    first = lever_name(leader.start)
    handed = f"MAX({before.end}-{lever_name(names.handover)},{before.start})" if before else first
    start = rows.single("First day, month", handed, float(spell.start))
    takes = f"MAX({start},{before.end})" if before else start
    begins = rows.single("Leads from month", takes, float(max(spell.start, spell.takes_over)))
    ready = rows.single(
        "Works in full from month", f"{start}+{lever_name(leader.ramp)}", float(spell.start + v[leader.ramp])
    )
    length = float(leader.length(v))
    endless = not np.isfinite(length)
    total = NO_END if endless else "+".join(lever_name(one) for one in leader.months)
    lasts = rows.single("Stays, months", total, MONTHS_WITHOUT_END if endless else length)
    whole = f"MAX({lasts},{SHORTEST_NAME})"
    to_the_end = endless or (spell.last and leader.replaced)
    last = MONTHS_WITHOUT_END if to_the_end else float(spell.end)
    end = rows.single("Last day, month", NO_END if to_the_end else f"{start}+{lasts}", last)
    pay = _pay(rows, leader, whole, v)
    months = line.months(spell.start, spell.end)
    row = rows.years("Months paid", lambda y: y.months(start, end), months, "any")
    return LeaderCells(spell, start, begins, ready, whole, end, pay, row)


def _clipped(rows: Rows, what: str, formula: str, limits: tuple[float, float] | None) -> str:
    if limits is None:
        return formula
    low, high = (
        rows.number(f"{what}, {end}", value) for end, value in zip(("at least", "at most"), limits, strict=True)
    )
    return f"MAX({low},MIN({high},{formula}))"


def _pay(rows: Rows, leader: Leader, length: str, v: Values) -> str:
    price = lever_name(leader.price)
    if leader.paid == "salary":
        load = f"*{lever_name(leader.load)}" if leader.load else ""
        formula = f"{price}{load}/12"
    elif leader.paid == "project":
        formula = f"{price}/{length}"
    else:
        formula = price
        if leader.paid == "hourly":
            assert leader.hours is not None
            hours = _clipped(rows, "Hours a month", lever_name(leader.hours), leader.hours_limits)
            cell = rows.single("Hours a month", hours, float(leader.monthly_hours(v)))
            formula = f"{price}*{cell}"
        formula = _clipped(rows, "Fee a month", formula, leader.fee_limits)
    return rows.single("Pay a month, today's price", formula, float(leader.monthly_pay(v)))


def pay_growth(leader: Leader, names: PlanFigures, y: Year) -> str:
    """The factor by which pay has grown; the fee of a project does not grow."""
    return "" if leader.paid == "project" else f"*(1+{lever_name(names.pay_growth)})^({y.number}-1)"


def leader_lines(case: BudgetCase, cells: LeaderCells) -> Mapping[str, tuple[str | None, YearFormula]]:
    """By line of cost: the formula of today, if any, and that of each year."""
    spell, leader, names = cells.spell, cells.spell.leader, case.rules.plan.figures
    stays = spell.last and leader.replaced

    def leaving(y: Year) -> str:
        return y.repeats(cells.start, cells.length) if stays else y.holds(cells.end)

    def coming(y: Year) -> str:
        found = [] if spell.first else [y.holds(cells.start)]
        found += [f"({leaving(y)})"] if stays else []
        return "+".join(found) or "0"

    def each(cost: str) -> tuple[str | None, YearFormula]:
        return cost if spell.first else None, lambda y: f"{cost}*({coming(y)})"

    def pay(y: Year) -> str:
        return f"{y.of(cells.months)}*{cells.pay}{pay_growth(leader, names, y)}"

    steering = f"{lever_name(names.steering_hours)}*{lever_name(names.owner_hour_value)}"
    found: dict[str, tuple[str | None, YearFormula]] = {
        "pay": (None, pay),
        "transition": each(f"{lever_name(names.transition_hours)}*{lever_name(names.inside_hour_cost)}"),
        "tools": (None, lambda y: f"{lever_name(names.leader_tools)}/12*{y.of(cells.months)}"),
        "steering": (None, lambda y: f"{steering}*{y.of(cells.months)}"),
    }
    if leader.search_fee is not None:
        found["search"] = each(f"{lever_name(leader.price)}*{lever_name(leader.search_fee)}")
    if leader.notice is not None:
        notice = f"{lever_name(leader.notice)}*{cells.pay}"
        found["notice"] = (None, lambda y: f"{notice}{pay_growth(leader, names, y)}*({leaving(y)})")
    return {f"{key}_{leader.id}": one for key, one in found.items()}


def write_effect(
    rows: Rows, case: BudgetCase, cells: Sequence[LeaderCells], v: Values, line: Timeline, total: Floats
) -> int:
    """Months of full effect in each year: of every leader, then of all with what is kept afterwards; its row."""
    names = case.rules.plan.figures
    ramp, kept = lever_name(names.ramp_effect), lever_name(names.effect_kept)
    each = []
    for one in cells:
        begins = np.maximum(one.spell.start, one.spell.takes_over)
        ready = one.spell.start + v[one.spell.leader.ramp]
        going = line.months(begins, np.minimum(ready, one.spell.end))
        months = v[names.ramp_effect] * going + line.months(np.maximum(ready, begins), one.spell.end)

        def led(y: Year, one: LeaderCells = one) -> str:
            getting_going = y.months(one.begins, f"MIN({one.ready},{one.end})")
            return f"{ramp}*{getting_going}+{y.months(f'MAX({one.ready},{one.begins})', one.end)}"

        each.append(rows.years(f"Months of full effect, {one.spell.leader.label}", led, months, "any"))

    def formula(y: Year) -> str:
        return "+".join([*(y.of(row) for row in each), f"{kept}*{y.months_from(cells[-1].end)}"])

    return rows.years("Months of full effect, with what is kept", formula, total, "any")


def write_saving_months(rows: Rows, case: BudgetCase, cells: Sequence[LeaderCells], v: Values, total: Floats) -> int:
    """Months of full saving in each year; its row."""
    names = case.rules.plan.figures
    first, last = cells[0], cells[-1]
    value = float(first.spell.start + v[names.saving_start])
    begins = rows.single("Savings begin, month", f"{first.start}+{lever_name(names.saving_start)}", value)
    kept = lever_name(names.effect_kept)

    def formula(y: Year) -> str:
        return f"{y.months(begins, last.end)}+{kept}*{y.months_from(f'MAX({begins},{last.end})')}"

    return rows.years("Months of full saving", formula, total, "any")
