"""Amounts in the client's own currency, beside the US dollars that everything is worked out in."""

from __future__ import annotations

from fcio.model.currency import CURRENCIES, Conversion, code_of, from_usd
from fcio.report.numbers import MINUS, rounded


def in_currency(amount_usd: float, conversion: Conversion | None) -> str:
    """The amount in the other currency, in two significant digits like all money; dollars where nothing is converted.

    >>> pounds = {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}
    >>> in_currency(15_000, pounds), in_currency(-15_000, pounds), in_currency(15_000, None)
    ('£12,000', '−£12,000', '$15,000')
    """
    amount = from_usd(amount_usd, conversion)
    sign = CURRENCIES[code_of(conversion)].sign
    return f"{MINUS if amount < 0 else ''}{sign}{rounded(abs(amount)):,}"


def exactly(amount_usd: float, conversion: Conversion | None) -> str:
    """The same to the unit, as it was typed.

    >>> exactly(15_437.5, {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"})
    '£12,350'
    """
    return f"{CURRENCIES[code_of(conversion)].sign}{from_usd(amount_usd, conversion):,.0f}"


def at_rate(conversion: Conversion) -> str:
    """The rate with its day.

    >>> at_rate({"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"})
    'at 1.27 on 2026-11-20'
    """
    return f"at {conversion['usd_per_unit']:.10g} on {conversion['dated']}"


def beside(amount_usd: float, conversion: Conversion | None) -> str:
    """What to write behind an amount in dollars; nothing where nothing is converted.

    >>> beside(15_000, {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}), beside(15_000, None)
    (' (£12,000 at 1.25 on 2026-11-20)', '')
    """
    if conversion is None:
        return ""
    return f" ({in_currency(amount_usd, conversion)} {at_rate(conversion)})"
