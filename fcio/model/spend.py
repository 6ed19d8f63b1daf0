"""IT spending by line: what the owner gave, and the lines that have to be estimated from the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.budget import BudgetRules
from fcio.model.answers import Refused, shown_key, shown_value
from fcio.model.parameters import LARGEST


@dataclass(frozen=True)
class Spend:
    """US dollars a year for every line, in the order of the lines; ``estimated`` names those nobody gave."""

    usd_per_year: Mapping[str, float]
    estimated: frozenset[str]

    @property
    def total(self) -> float:
        """All lines together, US dollars a year."""
        return sum(self.usd_per_year.values())


@dataclass(frozen=True)
class Split:
    """US dollars a year for keeping things going, for more of the same, and for something new."""

    run: float
    grow: float
    transform: float


def spend(rules: BudgetRules, given: Mapping[str, float], total: float | None = None) -> Spend | None:
    """All lines, the missing ones by their usual share of the whole; None where nothing at all is known.

    With ``total`` the missing lines share what it leaves; without, the whole follows from the lines given, each of
    which stands for its usual share. Raises :class:`Refused` for an unknown line, an amount that is no number from
    0 on, or lines that come to more than the total.

    >>> from fcio.knowledge.load import load
    >>> found = spend(load().budget, {"provider": 25_000, "software": 20_000})
    >>> round(found.total), round(found.usd_per_year["hardware"]), "provider" in found.estimated
    (100000, 15000, False)
    """
    shares = {category.id: category.share_of_total for category in rules.categories}
    for line, amount in given.items():
        if line not in shares:
            raise Refused(f"spend.{shown_key(line)}", f"there is no such line; the lines are {', '.join(shares)}")
        _refuse_amount(f"spend.{line}", amount)
    known = sum(given.values())
    missing = [line for line in shares if line not in given]
    if total is None:
        rest = _rest_of(known, sum(shares[line] for line in given), bool(missing))
    else:
        _refuse_amount("spend_total", total)
        rest = total - known
        if rest < 0 or (rest > 0 and not missing):
            raise Refused("spend_total", f"the lines come to {known:,.0f}; correct them or the total")
    if rest is None:
        return None
    weight = sum(shares[line] for line in missing) or 1.0
    filled = {line: given.get(line, rest * shares[line] / weight) for line in shares}
    return Spend(filled, frozenset(missing))


def split(rules: BudgetRules, amounts: Mapping[str, float]) -> Split:
    """Spending by what it is for, by the usual split of every line."""
    parts = [(amounts[c.id], c) for c in rules.categories]
    return Split(
        run=sum(amount * c.run for amount, c in parts),
        grow=sum(amount * c.grow for amount, c in parts),
        transform=sum(amount * c.transform for amount, c in parts),
    )


def _rest_of(known: float, share: float, some_missing: bool) -> float | None:
    """What the missing lines come to if the known ones are ``share`` of the whole; None if that says nothing."""
    if not some_missing:
        return 0.0
    return known / share * (1 - share) if share > 0 and known > 0 else None


def _refuse_amount(field: str, amount: float) -> None:
    number = isinstance(amount, (int, float)) and not isinstance(amount, bool)
    if not number or not 0 <= amount <= LARGEST:
        raise Refused(field, f"give US dollars a year from 0 on, got {shown_value(amount)}")
