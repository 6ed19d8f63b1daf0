"""Futures of the firm in tables: role, cost and risk in each, and what each choice would cost above the cheapest."""

from __future__ import annotations

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.risk.shocks import TODAY, Future, Regret, yearly_fee
from fcio.report.numbers import money
from fcio.report.risk_words import loss_text


def future_name(one: Future) -> str:
    """The name of a future."""
    return "As things are" if one.shock is None else one.shock.label


def shock_table(knowledge: Knowledge, found: tuple[Future, ...]) -> pd.DataFrame:
    """Role, cost and risk in every future; narrow enough for a phone."""
    rows = {}
    for one in found:
        rows[future_name(one)] = {
            "Fits best, fee of a year": _role_and_fee(knowledge, one),
            "Average year": money(one.risk.now.loss.mean),
            "Bad year": loss_text(one.risk.now.loss.var(one.risk.bad_year), one.risk.grid.top),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("What happens")


def _role_and_fee(knowledge: Knowledge, one: Future) -> str:
    return f"{knowledge.role(one.fit.leader.role).short}, {money(yearly_fee(one.fit.engagement))}"


def regret_table(knowledge: Knowledge, found: tuple[Future, ...], rows: tuple[Regret, ...]) -> pd.DataFrame:
    """What each choice costs above the cheapest, as things are and in the future it is worst in; least regret first."""
    names = {one.id: future_name(one) for one in found}
    by_role: dict[str, list[Regret]] = {}
    for row in rows:
        by_role.setdefault(row.role, []).append(row)
    table = {}
    for role, mine in sorted(by_role.items(), key=lambda pair: max(row.regret for row in pair[1])):
        worst = max(mine, key=lambda row: row.regret)
        today = next(row for row in mine if row.future == TODAY)
        table[knowledge.role(role).short] = {
            "As things are": money(today.regret),
            "At worst": f"{money(worst.regret)}: {names[worst.future].lower()}",
        }
    return pd.DataFrame.from_dict(table, orient="index").rename_axis("You choose")
