"""Arithmetic of cash flows: present value, internal rate of return, payback, annuity, growth, break-even.

A cash flow is an array whose last axis is the year: ``flows[..., 0]`` is today and is not discounted,
``flows[..., t]`` is year ``t``, money in positive and money out negative. All leading axes are worked in
one step. A rate is a share a year (0.08 for 8 %) and lies above -1. Formulas: Brealey, Myers and Allen,
*Principles of Corporate Finance*, chapters 2 and 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from fcio.model.tables import Floats

IrrReason = Literal["found", "no_sign_change", "no_rate", "several_rates"]
ROUNDING = 1e-6
"""Roots of a polynomial closer than this are one root found twice."""


@dataclass(frozen=True)
class InternalRate:
    """The internal rate of return, a share a year, or None with the reason why there is not exactly one.

    ``no_sign_change``: money flows one way only; ``no_rate``: at no rate is the value zero; ``several_rates``: it is
    zero at more than one, so none of them says anything.
    """

    rate: float | None
    reason: IrrReason


def _years(flows: ArrayLike) -> Floats:
    array = np.asarray(flows, dtype=float)
    if array.ndim == 0 or array.shape[-1] == 0:
        raise ValueError("a cash flow needs at least the amount of today")
    return array


def _rates(rate: ArrayLike) -> Floats:
    array = np.asarray(rate, dtype=float)
    if not (array > -1).all():
        raise ValueError("a rate lies above -1, that is above minus 100 %")
    return array


def discounted(rate: ArrayLike, flows: ArrayLike) -> Floats:
    """Every amount at its value of today, shape of ``flows``; ``rate`` is one number or one for each series.

    >>> discounted(0.10, [-100, 110, 121]).round(2).tolist()
    [-100.0, 100.0, 100.0]
    """
    array = _years(flows)
    return array / (1 + _rates(rate)[..., None]) ** np.arange(array.shape[-1])


def npv(rate: ArrayLike, flows: ArrayLike) -> Floats:
    """Net present value of each series in its currency; today's amount is not discounted.

    >>> round(float(npv(0.10, [-100, 121])), 2)
    10.0
    """
    return np.asarray(discounted(rate, flows).sum(axis=-1))


def irr(flows: ArrayLike) -> InternalRate:
    """Internal rate of return of one series [T], a share a year: the one rate at which its present value is zero.

    Descartes' rule of signs says beforehand whether there can be more than one.

    >>> round(irr([-100, 60, 60]).rate, 4), irr([-100, -10]).reason, irr([-100, 230, -132]).reason
    (0.1307, 'no_sign_change', 'several_rates')
    """
    series = np.trim_zeros(_years(flows))
    signs = np.sign(series[series != 0])
    changes = int((signs[1:] != signs[:-1]).sum())
    if not changes:
        return InternalRate(None, "no_sign_change")
    roots = np.roots(series[::-1] / np.abs(series).max())
    roots = roots[roots.real > 0]
    if changes == 1:
        real = [float(min(roots, key=lambda root: abs(root.imag)).real)]
    else:
        real = sorted(float(root.real) for root in roots if abs(root.imag) <= ROUNDING * abs(root))
    if not real:
        return InternalRate(None, "no_rate")
    if real[-1] - real[0] > ROUNDING * real[-1]:
        return InternalRate(None, "several_rates")
    return InternalRate(1 / (sum(real) / len(real)) - 1, "found")


def payback_years(flows: ArrayLike) -> Floats:
    """Years until each series is paid back for good, interpolated; NaN where it never is within its years.

    For good: from then on the running total stays at or above zero. A year's money is taken to come evenly over the
    year. A series that is never in the red is paid back at 0.

    >>> payback_years([[-100, 40, 40, 40], [-100, 40, 40, 10], [0, 5, 5, 5]]).tolist()
    [2.5, nan, 0.0]
    """
    array = _years(flows)
    total = np.cumsum(array, axis=-1)
    red = total < 0
    last_red = array.shape[-1] - 1 - np.argmax(red[..., ::-1], axis=-1)
    turn = np.minimum(last_red + 1, array.shape[-1] - 1)[..., None]
    before = np.take_along_axis(total, turn - 1, axis=-1)[..., 0]
    during = np.take_along_axis(array, turn, axis=-1)[..., 0]
    crossed = red.any(axis=-1) & ~red[..., -1]
    years = last_red - before / np.where(crossed, during, 1.0)
    return np.where(crossed, years, np.where(red[..., -1], np.nan, 0.0))


def payback(flows: ArrayLike) -> float | None:
    """Years until one series [T] is paid back for good (see :func:`payback_years`); None if never.

    >>> payback([-100, 40, 40, 40]), payback([-100, 40])
    (2.5, None)
    """
    return _or_none(payback_years(flows))


def discounted_payback(rate: float, flows: ArrayLike) -> float | None:
    """Payback of one series [T] with every amount at its value of today; None if never.

    >>> round(discounted_payback(0.10, [-100, 60, 60, 60]), 2)
    1.92
    """
    return _or_none(payback_years(discounted(rate, flows)))


def annuity_payment(principal: ArrayLike, rate: ArrayLike, years: ArrayLike) -> Floats:
    """The equal amount at the end of each year that pays off ``principal``; at rate 0 simply its share of the years.

    >>> float(annuity_payment(1000, 0.05, 3).round(2)), float(annuity_payment(900, 0, 3))
    (367.21, 300.0)
    """
    r, n = _rates(rate), np.asarray(years, dtype=float)
    if not (n > 0).all():
        raise ValueError("an annuity runs for more than 0 years")
    flat = r == 0
    safe = np.where(flat, 1.0, r)
    factor = np.where(flat, 1 / n, safe / -np.expm1(-n * np.log1p(safe)))
    return np.asarray(np.asarray(principal, dtype=float) * factor)


def growth(amount: ArrayLike, rate: ArrayLike, years: ArrayLike) -> Floats:
    """An amount after so many years of steady growth; with an array of years the whole series.

    >>> growth(1000, 0.03, [0, 1, 2]).round(2).tolist()
    [1000.0, 1030.0, 1060.9]
    """
    return np.asarray(np.asarray(amount, dtype=float) * (1 + _rates(rate)) ** np.asarray(years, dtype=float))


def loaded_cost(salary: ArrayLike, load: ArrayLike) -> Floats:
    """Yearly cost of an employee to the firm: annual salary times the load *on annual salary*.

    That load is smaller than one on hours worked, because an annual salary already pays for leave.

    >>> float(loaded_cost(200_000, 1.3))
    260000.0
    """
    return np.multiply(salary, load, dtype=float)


def break_even(fixed: float, per_unit: float) -> float | None:
    """How many units (hours, percent, dollars saved) bring ``fixed + units * per_unit`` to zero.

    None where no number of units from 0 on does. Exact, because cash flows are linear in hours and in savings.

    >>> break_even(-90_000, 1_500), break_even(-90_000, -10), break_even(0, 0)
    (60.0, None, 0.0)
    """
    if fixed == 0:
        return 0.0
    if per_unit == 0 or fixed / per_unit > 0:
        return None
    return -fixed / per_unit


def _or_none(years: Floats) -> float | None:
    return None if np.isnan(years) else float(years)
