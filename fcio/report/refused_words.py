"""A refusal as a reader of the screen sees it: the label of the field in place of its path in a case file."""

from __future__ import annotations

from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused
from fcio.report.letter_words import PARAGRAPH_NAMES

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
_CANDIDATE = {
    "name": "Name",
    "kind": "What it is",
    "role": "Role",
    "amount": "Price in US dollars",
    "per": "What the price is for",
    "hours": "Hours",
    "months": "Months it lasts",
    "includes": "Spending it would take over",
    "notes": "Notes",
}
_OWN_LINE = {"text": "Text", "hours": "Hours", "good": "A good answer", "worrying": "A worrying answer"}
_LINE = {"texts": "Text", "hours": "Hours", "amounts": "Amount"}
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
    """The refusal with the label of a field of budget, plan or hiring, or a fact of the firm; others as they are.

    >>> from fcio.knowledge.load import load
    >>> refused_sentence(load(), Refused("budget.contracts.2.yearly", "give an amount from 0"))
    'Price of a year (contract 2): give an amount from 0.'
    """
    path = refused.field.split(".")
    label = {"candidates": _candidate, "hiring": _hiring, "plan": _plan}.get(path[0], _label)(knowledge, path)
    if label is None:
        return str(refused)
    cure = f"{refused.cure.rstrip('.')}."
    return f"{label}: {cure}" if label else f"{cure[:1].upper()}{cure[1:]}"


def _candidate(knowledge: Knowledge, path: list[str]) -> str | None:
    """A field of one person or offer, by its place in the list; empty for the list as a whole."""
    if len(path) == 1:
        return ""
    number, *inside = path[1:]
    if inside[:1] == ["scores"] and knowledge.scorecard is not None:
        names = {one.id: one.name for one in knowledge.scorecard.criteria}
        return f"{names.get(inside[-1], 'Scores')} (number {number})"
    if inside[:1] == ["covers"]:
        return f"Areas (number {number})"
    return f"{_CANDIDATE[inside[-1]]} (number {number})" if inside and inside[-1] in _CANDIDATE else f"Number {number}"


def _hiring(knowledge: Knowledge, path: list[str]) -> str | None:
    """A weight, a question or a paragraph of the letter."""
    if path[1:2] == ["letter"] and len(path) > 2:
        return PARAGRAPH_NAMES.get(path[2])
    if path[1:2] == ["weights"]:
        names = {one.id: one.name for one in knowledge.scorecard.criteria} if knowledge.scorecard else {}
        return f"{names[path[2]]} (weight)" if path[2:] and path[2] in names else "Weights"
    if path[1:3] == ["questions", "own"]:
        return f"{_OWN_LINE[path[-1]]} (your question {path[3]})" if path[-1] in _OWN_LINE else "Your questions"
    return "A question" if path[1:3] == ["questions", "changed"] else None


def _plan(knowledge: Knowledge, path: list[str]) -> str | None:
    """A line of the plan by its title, or one of the client's own by its number."""
    if path[1:2] == ["own"]:
        return f"{_OWN_LINE[path[-1]]} (your line {path[2]})" if path[-1] in _OWN_LINE else "Your lines"
    if len(path) < 3 or path[1] not in _LINE:
        return None
    activities = {one.id: one.title for one in knowledge.activities}
    titles = activities | {one.id: one.heading for one in knowledge.mandate}
    field = _LINE[path[1]]
    return f"{field} (\u201c{titles[path[2]]}\u201d)" if path[2] in titles else f"{field} of this line"


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
