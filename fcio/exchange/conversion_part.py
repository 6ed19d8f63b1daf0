"""The currency that the client's amounts came in: code, rate and its day, checked."""

from __future__ import annotations

from typing import Any

from fcio.exchange.fields import checked_choice, checked_day, checked_object
from fcio.exchange.risk_parts import checked_span
from fcio.model.answers import Refused
from fcio.model.currency import CURRENCIES, DOLLAR

CONVERSION_KEYS = ("currency", "usd_per_unit", "dated")
LEAST_RATE, MOST_RATE = 0.01, 100.0
"""Guards against slips of the keyboard, not knowledge."""


def conversion_part(value: Any, field: str) -> dict[str, Any]:
    """Currency, US dollars for one unit of it, and the day of that rate; all three or :class:`Refused`.

    >>> conversion_part({"currency": "GBP", "usd_per_unit": 1.27, "dated": "2026-11-20"}, "budget.conversion")
    {'currency': 'GBP', 'usd_per_unit': 1.27, 'dated': '2026-11-20'}
    """
    given = checked_object(value, field, CONVERSION_KEYS)
    for key in CONVERSION_KEYS:
        if key not in given:
            raise Refused(
                f"{field}.{key}", "give the currency, US dollars for one unit of it, and the day of that rate"
            )
    if given["currency"] == DOLLAR:
        raise Refused(f"{field}.currency", "amounts are in US dollars as it is; leave conversion out")
    others = tuple(code for code in CURRENCIES if code != DOLLAR)
    return {
        "currency": checked_choice(given["currency"], f"{field}.currency", others),
        "usd_per_unit": checked_span(given["usd_per_unit"], f"{field}.usd_per_unit", LEAST_RATE, MOST_RATE),
        "dated": checked_day(given["dated"], f"{field}.dated"),
    }
