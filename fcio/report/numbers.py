"""Numbers as a reader meets them: money in two digits, spans with one unit, a typographic minus."""

from __future__ import annotations

from math import floor, log10

from fcio.model.engagement import Span

MINUS = "\u2212"
DIGITS = 2


def rounded(amount: float, digits: int = DIGITS) -> int:
    """The amount to so many significant digits, half up.

    >>> rounded(4785), rounded(14500), rounded(0)
    (4800, 15000, 0)
    """
    if amount <= 0:
        return 0
    unit = 10 ** max(0, floor(log10(amount)) - digits + 1)
    return int(floor(amount / unit + 0.5) * unit)


def money(amount: float) -> str:
    """US dollars in two significant digits, thousands separated.

    >>> money(21667)
    '$22,000'
    """
    return f"${rounded(amount):,}"


def money_asked(amount: float) -> str:
    """US dollars that somebody asks, to the dollar; below 100 with the cents, where there are any.

    >>> money_asked(326), money_asked(1234.6), money_asked(32.5), money_asked(40)
    ('$326', '$1,235', '$32.50', '$40')
    """
    cents = amount < 100 and amount != int(amount)
    return f"${amount:,.2f}" if cents else f"${amount:,.0f}"


def money_span(span: Span) -> str:
    """A low and high amount of money.

    >>> money_span(Span(3600, 4800, 8400))
    '$3,600 to $8,400'
    """
    low, high = money(span.low), money(span.high)
    return low if low == high else f"{low} to {high}"


def plain(number: float, digits: int) -> str:
    """A number from 0 to so many significant digits, thousands separated and never in powers of ten.

    >>> plain(7360000, 3), plain(1284, 2), plain(0.00655, 2), plain(0.0996, 2), plain(2, 3), plain(0, 2)
    ('7,360,000', '1,300', '0.0066', '0.1', '2', '0')
    """
    if number == 0:
        return "0"
    places = digits - 1 - floor(log10(abs(number)))
    if places <= 0:
        return f"{round(number, places):,.0f}"
    return f"{number:,.{places}f}".rstrip("0").rstrip(".")


def signed(amount: float, digits: int = 0) -> str:
    """A signed number with a real minus.

    >>> signed(9), signed(-5)
    ('+9', '\u22125')
    """
    shown = round(amount, digits)
    return (MINUS if shown < 0 else "+") + f"{abs(shown):,.{digits}f}"


def percent(share: float) -> str:
    """A share in whole percent, never claiming certainty it does not have.

    >>> [percent(share).replace("\\u00a0", " ") for share in (0.5, 0.999, 0.001, 1)]
    ['50 %', 'over 99 %', 'under 1 %', '100 %']
    """
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "under 1\u00a0%"
    return "over 99\u00a0%" if whole == 100 and share < 1 else f"{whole}\u00a0%"


def in_hundred(share: float) -> str:
    """A share as so many of 100, for sentences.

    >>> in_hundred(0.87)
    '87 of 100'
    """
    return f"{min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100)} of 100"


_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, noun: str) -> str:
    """A count with its noun, small numbers in words.

    >>> counted(1, "day"), counted(3, "day"), counted(14, "answer")
    ('one day', 'three days', '14 answers')
    """
    word = _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
    return f"{word} {noun}" if number == 1 else f"{word} {noun}s"
