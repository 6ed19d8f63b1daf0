"""Preferred numbers: the few steps that a redacted copy leaves of an amount."""

from __future__ import annotations

from math import floor, inf, log10

SERIES = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
"""The ten steps of a decade with two digits, series R''10 of ISO 3."""
_TEN = len(SERIES)
_NEAR = 2
"""Steps looked at on either side: one more than an amount can lie from the step of its logarithm."""


def _step(place: int, whole: bool) -> float:
    decade, at = divmod(place, _TEN)
    step = float(f"{SERIES[at]}e{decade}")
    return float(floor(step + 0.5)) if whole else step


def preferred(amount: float, least: float = 0.0, most: float = inf, whole: bool = False) -> float:
    """The step from ``least`` to ``most`` nearest to an amount by ratio, ``least`` where none lies between them.

    Preferred numbers (ISO 3): an amount moves by less than a sixth unless a limit stands in the way, larger ones never
    become the smaller, and a step stays where it is. ``whole`` steps are whole numbers; an int stays one.

    >>> preferred(7_834_512), preferred(46), preferred(46, 25, 49), preferred(0.0734), preferred(0)
    (8000000, 50, 40, 0.08, 0)
    """
    if amount <= 0:
        return amount
    middle = round(_TEN * log10(amount))
    near = (_step(place, whole) for place in range(middle - _NEAR, middle + _NEAR + 1))
    inside = [step for step in near if least <= step <= most]
    found = min(inside, key=lambda step: _distance(step, amount)) if inside else least
    return int(found) if isinstance(amount, int) and float(found).is_integer() else found


def _distance(step: float, amount: float) -> float:
    """How far apart two amounts are by ratio."""
    return max(step / amount, amount / step) if step > 0 else inf
