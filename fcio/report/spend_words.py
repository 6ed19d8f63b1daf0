"""What the page of the client's own spending says: estimates beside typed amounts, and what a file would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from fcio.knowledge.budget import BudgetRules
from fcio.model.amounts import ESTIMATE
from fcio.model.currency import CURRENCIES, Conversion, code_of
from fcio.model.spend_default import CONTRACTS, UsualLine
from fcio.report.currency import at_rate, exactly, in_currency


def usual_words(usual: UsualLine, conversion: Conversion | None) -> str:
    """A line without the client's own amount, in one sentence.

    >>> from fcio.model.engagement import Span
    >>> usual_words(UsualLine(Span(6000, 10_000, 16_000), ESTIMATE), None)
    'Our estimate: $10,000 a year, somewhere from $6,000 to $16,000.'
    """
    low, typical, high = (in_currency(amount, conversion) for amount in _ends(usual))
    if usual.origin == ESTIMATE:
        return f"Our estimate: {typical} a year, somewhere from {low} to {high}."
    if usual.origin == CONTRACTS:
        return f"Your contracts alone come to {typical} a year."
    return f"From what you said elsewhere: {typical} a year."


def _ends(usual: UsualLine) -> tuple[float, float, float]:
    return usual.usd_per_year.low, usual.usd_per_year.typical, usual.usd_per_year.high


def in_the_field(usual: UsualLine, conversion: Conversion | None) -> str:
    """What stands in grey in a field that is empty."""
    said = in_currency(usual.usd_per_year.typical, conversion)
    return f"estimate {said}" if usual.origin == ESTIMATE else said


def currency_words(conversion: Conversion | None) -> str:
    """Which currency amounts are typed in, and at which rate they become US dollars."""
    if conversion is None:
        return "Amounts are in US dollars."
    name = CURRENCIES[code_of(conversion)].name
    return f"Amounts are in {name}. They are kept in US dollars, {at_rate(conversion)}."


def contract_table(
    rules: BudgetRules, contracts: Iterable[Mapping[str, Any]], conversion: Conversion | None
) -> pd.DataFrame:
    """The contracts: name, price of a year, and in words where they belong and when they renew."""
    rows = [[contract_words(rules, one), exactly(one["yearly"], conversion)] for one in contracts]
    return pd.DataFrame(rows, columns=["Contract", "A year"]).set_index("Contract")


def contract_words(rules: BudgetRules, contract: Mapping[str, Any]) -> str:
    """A contract without its price: name, line, renewal and increase.

    >>> from fcio.knowledge.load import load
    >>> one = {"name": "Hosting", "category": "cloud", "renews_on": "2027-03-31", "uplift": 0.05}
    >>> contract_words(load().budget, one).replace("\\u00a0", " ")
    'Hosting (Cloud services, renews 2027-03-31, up 5 %)'
    """
    about = [rules.category(contract["category"]).label]
    if "renews_on" in contract:
        about.append(f"renews {contract['renews_on']}")
    if "uplift" in contract:
        about.append(f"up {100 * contract['uplift']:.4g}\u00a0%")
    return f"{contract['name']} ({', '.join(about)})"


def change_row(rules: BudgetRules, label: str, state: str, contract: Mapping[str, Any] | None = None) -> str:
    """A line or contract of a file, with what becomes of it.

    >>> from fcio.knowledge.load import load
    >>> change_row(load().budget, "Security", "changed")
    'Security: changed'
    """
    return f"{label if contract is None else contract_words(rules, contract)}: {state}"


def both(amount_usd: float, conversion: Conversion | None) -> str:
    """An amount as it will be stored, with the client's currency first where that is another.

    >>> both(1270, {"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"}), both(1270, None)
    ('£1,000 = $1,270', '$1,270')
    """
    stored = exactly(amount_usd, None)
    return stored if conversion is None else f"{exactly(amount_usd, conversion)} = {stored}"


def stored_words(states: Sequence[str]) -> str:
    """What was stored, in one sentence.

    >>> stored_words(["new", "changed", "unchanged", "new"])
    'Stored from the file: 2 new, 1 changed, 1 unchanged.'
    """
    parts = [f"{states.count(one)} {one}" for one in ("new", "changed", "unchanged")]
    return f"Stored from the file: {', '.join(part for part in parts if not part.startswith('0 '))}."
