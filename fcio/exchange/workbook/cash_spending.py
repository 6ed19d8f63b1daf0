"""Today's spending on the sheet Cash flow, carried on line by line, with contracts that step up at each renewal."""

from __future__ import annotations

import numpy as np

from fcio.exchange.workbook.budget_places import flows, lever_name
from fcio.exchange.workbook.cash_rows import Rows, Year
from fcio.exchange.workbook.frame import Frame
from fcio.model.engagement import MONTHS_PER_YEAR
from fcio.model.money.case import BudgetCase, Contract, spend_lever
from fcio.model.money.timeline import Timeline
from fcio.model.tables import Floats


def write_spending(f: Frame, rows: Rows) -> tuple[dict[str, int], dict[str, int]]:
    """Rows of every line of spending, and of what each category comes to."""
    case, values = f.budget.case, {line.id: line.yearly[1:] for line in flows(f)[0].spending}
    lines: dict[str, int] = {}
    spent: dict[str, int] = {}
    for category in case.rules.categories:
        inside = [one for one in case.contracts if one.category == category.id]
        lever = spend_lever(category.id)
        amount = lever_name(lever)
        if inside:
            amount = f"MAX({amount}-{'-'.join(lever_name(one.amount) for one in inside)},0)"
        if category.id in case.spend.estimated:
            amount = f"{amount}*{lever_name(case.rules.plan.figures.spend_error)}"
        growth = lever_name(category.growth)
        own = rows.years(
            category.label,
            lambda y, amount=amount, growth=growth: f"{amount}*(1+{growth})^{y.number}",  # type: ignore[misc]
            values[lever],
        )
        lines[lever] = spent[category.id] = own
        for one in inside:
            lines[one.id] = _contract(rows, one, case, values[one.id])
        if inside:
            parts = [own, *(lines[one.id] for one in inside)]
            spent[category.id] = rows.years(
                f"{category.label}, with its contracts",
                lambda y, parts=parts: "+".join(y.of(row) for row in parts),  # type: ignore[misc]
                sum(values[key] for key in (lever, *(one.id for one in inside))),
            )
    return lines, spent


def _contract(rows: Rows, one: Contract, case: BudgetCase, values: Floats) -> int:
    """A price that steps up at each renewal: how often it has, how long the old price holds, and the year's sum."""
    renews, step = f"Renews_{one.id}", f"(1+{lever_name(one.uplift)})"
    starts = Timeline.of_years(case.horizon_years).starts
    passed = np.where(starts < one.renews, 0, np.floor((starts - one.renews) / MONTHS_PER_YEAR) + 1)
    held = np.minimum(MONTHS_PER_YEAR, one.renews + MONTHS_PER_YEAR * passed - starts)
    times = rows.years(
        f"{one.name}: renewals before the year",
        lambda y: f"IF({y.start}<{renews},0,INT(({y.start}-{renews})/12)+1)",
        passed,
        "any",
    )
    months = rows.years(
        f"{one.name}: months at the price before",
        lambda y: f"MIN(12,{renews}+12*{y.of(times)}-{y.start})",
        held,
        "any",
    )

    def price(y: Year) -> str:
        before, new = f"{step}^{y.of(times)}*{y.of(months)}", f"{step}^({y.of(times)}+1)*(12-{y.of(months)})"
        return f"{lever_name(one.amount)}/12*({before}+{new})"

    return rows.years(one.name, price, values)
