"""Other currencies: amounts are kept in US dollars; a rate with its day turns them into the client's own and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DOLLAR = "USD"
Conversion = Mapping[str, Any]
"""As a case file holds it: ``currency``, ``usd_per_unit`` (US dollars for one unit) and ``dated`` (YYYY-MM-DD)."""


@dataclass(frozen=True)
class Currency:
    """A currency by its ISO 4217 code, with what it is called and the sign before an amount."""

    code: str
    name: str
    sign: str


CURRENCIES = {
    one.code: one
    for one in (
        Currency(DOLLAR, "US dollars", "$"),
        Currency("GBP", "British pounds", "£"),
        Currency("EUR", "euros", "€"),
        Currency("CAD", "Canadian dollars", "CA$"),
        Currency("AUD", "Australian dollars", "A$"),
    )
}


def code_of(conversion: Conversion | None) -> str:
    """The code of the currency; US dollars where nothing is converted."""
    return DOLLAR if conversion is None else str(conversion["currency"])


def to_usd(amount: float, conversion: Conversion | None) -> float:
    """US dollars for an amount in the other currency.

    >>> to_usd(1000, {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"})
    1250.0
    """
    return amount if conversion is None else amount * float(conversion["usd_per_unit"])


def from_usd(amount_usd: float, conversion: Conversion | None) -> float:
    """The amount in the other currency for US dollars.

    >>> from_usd(1250, {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"})
    1000.0
    """
    return amount_usd if conversion is None else amount_usd / float(conversion["usd_per_unit"])
