"""A refusal as a reader of the screen sees it: the label of the field in place of its path in a case file."""

from __future__ import annotations

from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused

_PARTS = {
    "spend": "Spending by category",
    "spend_total": "All of it together, a year",
    "contracts": "Contracts",
    "scenarios": "Your own scenarios",
    "levers": "Numbers of your own",
    "owner_hours": "Your own hours",
    "horizon_years": "Years to look ahead",
    "discount_rate": "Discount rate",
    "conversion": "Currency",
}
_ENTRIES = {"contracts": "contract", "scenarios": "scenario"}
_FIELDS = {
    "name": "Name",
    "category": "Category",
    "yearly": "Price of a year",
    "renews_on": "Renews on",
    "uplift": "Increase at each renewal",
    "role": "Role",
    "fee": "Fee a month",
    "rate": "Price of an hour",
    "hours": "Hours a month",
    "months": "Months it lasts",
    "start": "Months until the start",
    "one_off": "One-off cost",
    "currency": "Currency",
    "usd_per_unit": "US dollars for one unit",
    "dated": "Day of that rate",
}


def refused_sentence(knowledge: Knowledge, refused: Refused) -> str:
    """The refusal with the label of a field of the budget or a fact of the firm; others as they are.

    >>> from fcio.knowledge.load import load
    >>> refused_sentence(load(), Refused("budget.contracts.2.yearly", "give an amount from 0"))
    'Price of a year (contract 2): give an amount from 0.'
    """
    label = _label(knowledge, refused.field.split("."))
    if label is None:
        return str(refused)
    cure = f"{refused.cure.rstrip('.')}."
    return f"{label}: {cure}" if label else f"{cure[:1].upper()}{cure[1:]}"


def _label(knowledge: Knowledge, path: list[str]) -> str | None:
    """What the reader calls a field; empty for the budget as a whole, None where it has no label here."""
    if path[0] == "facts" and len(path) > 1:
        return next((fact.label for fact in knowledge.facts if fact.id == path[1]), None)
    if path[0] == "levers":
        path = ["budget", *path]
    if path[0] != "budget":
        return None
    if len(path) == 1:
        return ""
    part, *inside = path[1:]
    if part == "spend" and inside and knowledge.budget is not None:
        labels = {category.id: category.label for category in knowledge.budget.categories}
        return f"{labels[inside[0]]} (spending)" if inside[0] in labels else _PARTS[part]
    if part == "levers" and inside and inside[0] in knowledge.parameters:
        return knowledge.parameters[inside[0]].label
    if part in _ENTRIES and inside:
        entry = f"{_ENTRIES[part]} {inside[0]}"
        return f"{_FIELDS[inside[-1]]} ({entry})" if inside[-1] in _FIELDS else entry.capitalize()
    return _FIELDS.get(inside[-1]) if inside and inside[-1] in _FIELDS else _PARTS.get(part)
