"""What a case would hold after a spreadsheet was taken over: nothing is stored here, it is only shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isclose
from typing import Any, Literal

from fcio.exchange.budget_parts import budget_part
from fcio.exchange.spend_file import SpendFile
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused
from fcio.model.currency import Conversion, to_usd

State = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True)
class Change:
    """One line or contract of the file beside what the case holds, US dollars a year.

    ``contract`` is the whole contract as it would be stored; ``more`` says that something else of it differs.
    """

    label: str
    now_usd: float | None
    then_usd: float
    contract: Mapping[str, Any] | None = None
    more: bool = False

    @property
    def state(self) -> State:
        """Whether the case would change by it."""
        if self.now_usd is None:
            return "new"
        same = isclose(self.now_usd, self.then_usd, abs_tol=0.005) and not self.more
        return "unchanged" if same else "changed"


@dataclass(frozen=True)
class Proposal:
    """The part ``budget`` after taking over, what changes, and the sentence for which it cannot be stored."""

    budget: Mapping[str, Any]
    changes: tuple[Change, ...]
    refused: str | None


def proposal(knowledge: Knowledge, now: Mapping[str, Any], read: SpendFile, conversion: Conversion | None) -> Proposal:
    """Lines and contracts of the file over those of the case, in US dollars; what the file does not name stays.

    A contract of the same name and category is the same one, and keeps what the file does not say of it.
    """
    assert knowledge.budget is not None
    spend, contracts = dict(now.get("spend", {})), [dict(one) for one in now.get("contracts", ())]
    changes = []
    for category in knowledge.budget.categories:
        if category.id in read.spend:
            amount = to_usd(read.spend[category.id], conversion)
            changes.append(Change(category.label, spend.get(category.id), amount))
            spend[category.id] = amount
    changes += list(_contracts(contracts, read, conversion))
    budget = {key: part for key, part in now.items() if key != "conversion"}
    budget |= {"spend": spend, "contracts": contracts}
    if conversion is not None:
        budget["conversion"] = dict(conversion)
    try:
        return Proposal(budget_part(knowledge, budget), tuple(changes), None)
    except Refused as refused:
        return Proposal(budget, tuple(changes), _said(knowledge, contracts, refused))


def _contracts(contracts: list[dict[str, Any]], read: SpendFile, conversion: Conversion | None) -> Iterable[Change]:
    left = list(contracts)
    for one in read.contracts:
        given = {**one, "yearly": to_usd(float(one["yearly"]), conversion)}
        same = next((other for other in left if _key(other) == _key(given)), None)
        if same is None:
            contracts.append(given)
            yield Change(given["name"], None, given["yearly"], given)
            continue
        left = [other for other in left if other is not same]
        more, now = any(same.get(key) != given[key] for key in ("renews_on", "uplift") if key in given), same["yearly"]
        same.update(given)
        yield Change(given["name"], float(now), given["yearly"], dict(same), more)


def _key(contract: Mapping[str, Any]) -> tuple[str, str]:
    return " ".join(str(contract["name"]).casefold().split()), str(contract["category"])


def _said(knowledge: Knowledge, contracts: list[dict[str, Any]], refused: Refused) -> str:
    """The refusal with the label of a line or the name of a contract in place of the field."""
    assert knowledge.budget is not None
    path = refused.field.split(".")
    labels = {category.id: category.label for category in knowledge.budget.categories}
    if path[1:2] == ["spend"] and path[-1] in labels:
        return f"{labels[path[-1]]}: {refused.cure}."
    if path[1:2] == ["contracts"] and len(path) > 2 and path[2].isdecimal():
        return f"Contract {contracts[int(path[2]) - 1]['name']}: {refused.cure}."
    if path[-1] == "spend_total":
        return f"The total you gave: {refused.cure}."
    return f"{refused.cure[:1].upper()}{refused.cure[1:]}."
