"""Sums of one scenario on the sheet Cash flow: cost, money that leaves, and the gain over staying."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from fcio.exchange.workbook.budget_places import FACTOR_ROW, FIRST_YEAR, ONE, TODAY, last_column, lever_name
from fcio.exchange.workbook.cash_rows import Rows
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import area, at
from fcio.model.engagement import MONTHS_PER_YEAR
from fcio.model.money.case import OWNER_HOURS
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.levers import at_typical
from fcio.model.money.lines import RISK
from fcio.model.money.scenario import STAY
from fcio.model.tables import Floats


@dataclass(frozen=True)
class ScenarioRows:
    """Where the lines of one scenario stand, by id, and its sums by year: cost, money that leaves, expected loss.

    ``effect`` and ``savings`` are months in each year. ``gain`` over staying, its ``running`` sum and the cell with the
    last year in the ``red`` are there for every scenario but staying. Where somebody leads, three cells in money of
    today: what one own hour a month ``freed`` is worth, what is ``saved``, and what is ``spent`` while it is saved;
    and the own hours a month that are a ``relief``.
    """

    lines: dict[str, int]
    cost: int
    paid: int
    loss: int | None
    effect: int | None
    savings: int | None
    gain: int | None = None
    running: int | None = None
    red: str | None = None
    freed: str | None = None
    relief: str | None = None
    saved: str | None = None
    spent: str | None = None


def write_sums(
    rows: Rows, flow: CashFlow, placed: dict[str, int], total: int, effect: int | None, savings: int | None
) -> ScenarioRows:
    """Cost, money that leaves and expected loss by year."""
    costs = [row for key, row in placed.items() if key != "expected_loss"]
    first, last = min(costs), max(costs)

    def span(column: int) -> str:
        return f"{at(first, column)}:{at(last, column)}"

    def paid(column: int) -> str:
        flags = f"{at(first, ONE, 'rc')}:{at(last, ONE, 'rc')}"
        return f"{at(total, column)}+SUMPRODUCT({flags},{span(column)})"

    cost = rows.years(
        "Cost of the year, own hours in, expected loss out",
        lambda y: f"{y.of(total)}+SUM({span(y.column)})",
        flow.cost[1:],
        "total_amount",
        today=(f"SUM({span(TODAY)})", float(flow.cost[0])),
    )
    leaves = rows.years(
        "Money that leaves the firm",
        lambda y: paid(y.column),
        flow.paid[1:],
        today=(paid(TODAY), float(flow.paid[0])),
    )
    loss = placed.get("expected_loss")
    assert loss is None or any(line.category == RISK for line in flow.own)
    return ScenarioRows(placed, cost, leaves, loss, effect, savings)


def write_against(f: Frame, rows: Rows, flow: CashFlow, placed: ScenarioRows, stay: int) -> ScenarioRows:
    """The gain over staying by year, its running sum, and the last year in which that is below zero."""
    saved = f.budget.flows[STAY].cost - flow.cost
    total = np.cumsum(saved)
    gain = rows.years(
        "Gain over staying",
        lambda y: f"{y.of(stay)}-{y.of(placed.cost)}",
        saved[1:],
        today=(f"{at(stay, TODAY)}-{at(placed.cost, TODAY)}", float(saved[0])),
    )
    running = rows.years(
        "Running gain",
        lambda y: f"{at(rows.row, y.column - 1)}+{y.of(gain)}",
        total[1:],
        today=(at(gain, TODAY), float(total[0])),
    )
    years_red = [year if amount < 0 else -1 for year, amount in enumerate(total)]
    red = rows.years(
        "Year, while the running gain is below zero",
        lambda y: f"IF({y.of(running)}<0,{y.number},-1)",
        years_red[1:],
        "quiet_signed",
        today=(f"IF({at(running, TODAY)}<0,0,-1)", float(years_red[0])),
    )
    all_red = area(red, TODAY, red, last_column(f))
    last = rows.single("The last such year, or -1", f"MAX({all_red})", float(max(years_red)))
    return replace(placed, gain=gain, running=running, red=last)


def write_break_even(
    f: Frame, rows: Rows, flow: CashFlow, placed: ScenarioRows, spent: int, months: tuple[Floats, Floats]
) -> ScenarioRows:
    """What breaking even rests on, in money of today; ``months`` of full effect and of full saving in each year."""
    assert placed.effect is not None and placed.savings is not None
    names, v = f.budget.case.rules.plan.figures, at_typical(f.budget.case.levers)
    factors, worth = _over_years(f, FACTOR_ROW), lever_name(names.owner_hour_value)
    discount = (1 + float(flow.rate)) ** -np.arange(1.0, flow.cost.size)
    mine = [placed.lines[f"saving_{one.id}"] for one in f.budget.case.rules.categories]
    amounts = sum((line.yearly[1:] for line in flow.own if line.id.startswith("saving_")), 0 * discount)
    total = rows.years("Savings of the year, together", lambda y: "+".join(y.of(row) for row in mine), amounts)
    freed = rows.single(
        "One own hour freed each month, in money of today",
        f"{worth}*SUMPRODUCT({_over_years(f, placed.effect)},{factors})",
        float(v[names.owner_hour_value] * (months[0] * discount).sum()),
    )
    relief = rows.single(
        "Own hours a month freed by whoever leads",
        f"{lever_name(names.owner_relief)}*{lever_name(OWNER_HOURS)}",
        float(v[names.owner_relief] * v[OWNER_HOURS]),
    )
    saved = rows.single(
        "Savings, in money of today",
        f"SUMPRODUCT({_over_years(f, total)},{factors})",
        float((amounts * discount).sum()),
    )
    while_saving = rows.single(
        "Spending in months of full saving, in money of today",
        f"SUMPRODUCT({_over_years(f, placed.savings)},{_over_years(f, spent)},{factors})/12",
        float((months[1] * flow.spent[1:] * discount).sum()) / MONTHS_PER_YEAR,
    )
    return replace(placed, freed=freed, relief=relief, saved=saved, spent=while_saving)


def _over_years(f: Frame, row: int) -> str:
    return area(row, FIRST_YEAR, row, last_column(f))
