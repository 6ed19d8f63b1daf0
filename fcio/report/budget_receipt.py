"""Where a number of the budget comes from: the lines it is the sum of, and the levers each line follows from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.money.case import BudgetCase
from fcio.model.money.cash_flow import Against, CashFlow
from fcio.model.money.levers import Lever
from fcio.model.money.lines import RISK, CostLine
from fcio.report.budget_amounts import to_the_cent
from fcio.report.budget_year_tables import lever_text, year_names
from fcio.report.risk_receipt import origin_text
from fcio.report.unit_words import quantity

EMPTY = 0.005


@dataclass(frozen=True)
class LineReceipt:
    """One line of cost: its sum over all years in its title, how it is worked out, its years, and its levers."""

    title: str
    how: str
    years: pd.DataFrame
    levers: tuple[tuple[str, str], ...]


def formula_lines(case: BudgetCase, flow: CashFlow, against: Against | None = None) -> tuple[str, ...]:
    """The totals of a scenario in words, to the cent; ``against`` staying, where it is not staying itself."""
    rate = quantity(float(flow.rate), "share")
    found = [
        f"All costs: {to_the_cent(float(flow.tco))}, the sum of all lines below"
        + (" but the expected loss." if case.risk is not None else "."),
        f"Present value: {to_the_cent(float(flow.npv))}. A cost is negative. Today counts in full, and each later year "
        f"is divided by 1 + {rate} once for every year that passes.",
    ]
    if case.risk is not None:
        found.append(f"Present value with expected loss: {to_the_cent(float(flow.npv_with_loss))}.")
    if against is not None:
        found.append(
            f"Present value beside staying: {to_the_cent(against.npv)}, that of this scenario less that of staying. "
            "Divided by what one hour of yours a month, or all of today's spending, is worth over the years while "
            "somebody leads, it gives the hours and the share at which the scenario costs no more."
        )
    return tuple(found)


def line_receipts(knowledge: Knowledge, case: BudgetCase, flow: CashFlow) -> Iterator[LineReceipt]:
    """Every line of a scenario that is not nothing in every year."""
    for line in flow.lines:
        if abs(line.yearly).max() >= EMPTY:
            yield _receipt(knowledge, case, line)


def empty_labels(flow: CashFlow) -> tuple[str, ...]:
    """Lines that are nothing in every year."""
    return tuple(line.label for line in flow.lines if abs(line.yearly).max() < EMPTY)


def _receipt(knowledge: Knowledge, case: BudgetCase, line: CostLine) -> LineReceipt:
    names = year_names(line.yearly.size)
    beside = ", beside the costs" if line.category == RISK else "" if line.paid else ", no money that leaves the firm"
    years = pd.DataFrame(
        {"Amount": [to_the_cent(float(amount)) for amount in line.yearly]}, index=pd.Index(names, name="When")
    )
    levers = tuple(lever_origin(knowledge, case.levers[key]) for key in dict.fromkeys(line.uses))
    title = f"{line.label}: {to_the_cent(float(line.yearly.sum()))}{beside}"
    return LineReceipt(title, f"{line.how}.", years, levers)


def lever_origin(knowledge: Knowledge, lever: Lever) -> tuple[str, str]:
    """A lever with its value and range, and where it comes from."""
    graded = f" Grade {lever.grade}." if lever.grade else ""
    dated = f" As of {lever.dated}." if lever.dated else ""
    return f"{lever.label}: {lever_text(lever)}.{graded}", origin_text(knowledge, lever.source, lever.note) + dated
