"""Sums of one scenario on the sheet Cash flow: cost, money that leaves, and the gain over staying."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from fcio.exchange.workbook.budget_places import ONE, TODAY
from fcio.exchange.workbook.cash_rows import Rows
from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import at
from fcio.model.money.cash_flow import CashFlow
from fcio.model.money.lines import RISK
from fcio.model.money.scenario import STAY


@dataclass(frozen=True)
class ScenarioRows:
    """Where the lines of one scenario stand, by id, and its sums by year: cost, money that leaves, expected loss.

    ``effect`` and ``savings`` are months in each year. ``gain`` over staying, its ``running`` sum and the years in the
    ``red`` are there for every scenario but staying.
    """

    lines: dict[str, int]
    cost: int
    paid: int
    loss: int | None
    effect: int | None
    savings: int | None
    gain: int | None
    running: int | None
    red: int | None


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
    return ScenarioRows(placed, cost, leaves, loss, effect, savings, None, None, None)


def write_against(f: Frame, rows: Rows, flow: CashFlow, placed: ScenarioRows, stay: int) -> ScenarioRows:
    """The gain over staying by year, its running sum, and the years in which that is below zero."""
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
    red = rows.years(
        "Year, while the running gain is below zero",
        lambda y: f"IF({y.of(running)}<0,{y.number},-1)",
        [year if amount < 0 else -1 for year, amount in enumerate(total)][1:],
        "quiet_signed",
        today=(f"IF({at(running, TODAY)}<0,0,-1)", 0.0 if total[0] < 0 else -1.0),
    )
    return replace(placed, gain=gain, running=running, red=red)
