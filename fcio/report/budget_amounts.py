"""Amounts of a budget as they are shown: signed, rounded, to the dollar or the cent, and shares."""

from __future__ import annotations

import math
from collections.abc import Sequence

from fcio.report.numbers import MINUS, money, percent, plain

LESS = MINUS + "\u2060"
"""A minus that stays with its number at the end of a line."""
CENT = 0.005
TOTAL_DIGITS, DIFFERENCE_DIGITS = 4, 2
SMALL_SHARE = 0.005


def signed_money(amount: float) -> str:
    """US dollars with a real minus, in two significant digits.

    >>> signed_money(-4785), signed_money(4785)
    ('\u2212\u2060$4,800', '$4,800')
    """
    shown = money(abs(amount))
    return f"{LESS}{shown}" if amount < 0 and shown != "$0" else shown


def common_unit(totals: Sequence[float], differences: Sequence[float]) -> int:
    """The unit, a power of ten, to which totals and their differences are rounded so that they still add up.

    The largest total keeps four digits and the smallest difference two, whichever needs the finer unit.

    >>> common_unit([1_001_590, 989_900], [11_690]), common_unit([1_001_590, 1_001_000], [590]), common_unit([0], [])
    (1000, 10, 1)
    """
    places = [math.floor(math.log10(max(map(abs, totals)))) - TOTAL_DIGITS + 1] if any(totals) else [0]
    places += [math.floor(math.log10(abs(one))) - DIFFERENCE_DIGITS + 1 for one in differences if abs(one) >= 1]
    return int(10 ** max(min(places), 0))


def in_unit(amount: float, unit: int) -> int:
    """An amount rounded to a unit.

    >>> in_unit(1_001_590, 1000)
    1002000
    """
    return unit * round(amount / unit)


def to_the_dollar(amount: float) -> str:
    """US dollars to the dollar, with a real minus.

    >>> to_the_dollar(-4785.4), to_the_dollar(0.2)
    ('\u2212\u2060$4,785', '$0')
    """
    whole = f"${abs(amount):,.0f}"
    return f"{LESS}{whole}" if amount < 0 and whole != "$0" else whole


def to_the_cent(amount: float) -> str:
    """US dollars to the cent, for receipts.

    >>> to_the_cent(45865.118), to_the_cent(-3)
    ('$45,865.12', '\u2212\u2060$3.00')
    """
    return f"{LESS if amount <= -CENT else ''}${abs(amount):,.2f}"


def share_text(share: float) -> str:
    """A share in percent, small ones with a decimal.

    >>> share_text(0.114).replace("\\u00a0", " "), share_text(0.0046).replace("\\u00a0", " ")
    ('11 %', '0.46 %')
    """
    return percent(share) if share >= SMALL_SHARE else f"{plain(100 * share, 2)}\u00a0%"
