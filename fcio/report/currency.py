"""Amounts in the client's own currency, beside the US dollars that everything is worked out in."""

from __future__ import annotations

from fcio.model.currency import CURRENCIES, Conversion, code_of, from_usd
from fcio.report.numbers import DIGITS, MINUS, rounded


def in_currency(amount_usd: float, conversion: Conversion | None, digits: int = DIGITS) -> str:
    """The amount in the other currency, in two significant digits unless told; dollars where nothing is converted.

    >>> pounds = {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}
    >>> in_currency(15_000, pounds), in_currency(-15_000, pounds), in_currency(15_000, None)
    ('£12,000', '−£12,000', '$15,000')
    """
    amount = from_usd(amount_usd, conversion)
    sign = CURRENCIES[code_of(conversion)].sign
    return f"{MINUS if amount < 0 else ''}{sign}{rounded(abs(amount), digits):,}"


def exactly(amount_usd: float, conversion: Conversion | None) -> str:
    """The same to the unit, as it was typed.

    >>> exactly(15_437.5, {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"})
    '£12,350'
    """
    return f"{CURRENCIES[code_of(conversion)].sign}{from_usd(amount_usd, conversion):,.0f}"


def to_the_unit(amount: float, conversion: Conversion | None) -> str:
    """An amount that is in the other currency already, to the unit, with a minus that stays with its number.

    >>> to_the_unit(-12_000, {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}), to_the_unit(0.2, None)
    ('\u2212\u2060£12,000', '$0')
    """
    whole = f"{CURRENCIES[code_of(conversion)].sign}{abs(amount):,.0f}"
    return f"{MINUS}\u2060{whole}" if round(amount) < 0 else whole


def at_rate(conversion: Conversion) -> str:
    """The rate with its day.

    >>> at_rate({"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"})
    'at 1.27 on 2026-11-20'
    """
    return f"at {conversion['usd_per_unit']:.10g} on {conversion['dated']}"


def beside(amount_usd: float, conversion: Conversion | None) -> str:
    """What to write behind an amount in dollars; nothing where nothing is converted.

    >>> beside(15_000, {"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}), beside(15_000, None)
    (' (£12,000)', '')
    """
    return "" if conversion is None else f" ({in_currency(amount_usd, conversion)})"


def rate_line(conversion: Conversion) -> str:
    """The rate both ways, with its day and where it comes from.

    >>> rate_line({"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"})
    '1 USD = 0.7874 GBP, from the rate you typed: 1 GBP = 1.27 USD on 2026-11-20'
    """
    code, rate = code_of(conversion), float(conversion["usd_per_unit"])
    return (
        f"1 USD = {1 / rate:.4g} {code}, from the rate you typed: 1 {code} = {rate:.10g} USD on {conversion['dated']}"
    )


def table_note(conversion: Conversion) -> str:
    """What stands above tables whose amounts are in the client's own currency.

    >>> table_note({"currency": "GBP", "usd_per_unit": 1.25, "dated": "2026-11-20"}).split(".")[0]
    'Amounts in these tables are in British pounds'
    """
    return f"Amounts in these tables are in {CURRENCIES[code_of(conversion)].name}. Elsewhere US dollars are meant."
