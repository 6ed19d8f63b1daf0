"""Closed forms of a capped lognormal, as a spreadsheet writes them: step by step, one cell for each step."""

from __future__ import annotations

import math

from fcio.exchange.workbook.page import NONE


def half_variance(sigma: str) -> str:
    """Half of sigma squared; a dash where there is no sigma."""
    return f'IF(ISNUMBER({sigma}),AVERAGE(0,{sigma}*{sigma}),"{NONE}")'


def most_over_mean(mean: str, cap: str) -> str:
    """The logarithm of the most over the mean; a dash where nothing is capped, or nothing costs anything."""
    return f'IF(AND(ISNUMBER({cap}),{cap}>0,{mean}>0),LN({cap}/{mean}),"{NONE}")'


def capped_mean(mean: str, sigma: str, half: str, cap: str, reach: str) -> str:
    """E[min(X, cap)] of a lognormal with this mean and sigma; ``reach`` is the cell of :func:`most_over_mean`."""
    held = f"{mean}*NORMSDIST(({reach}-{half})/{sigma})+{cap}*(1-NORMSDIST(({reach}+{half})/{sigma}))"
    return f"IF(ISNUMBER({reach}),{held},IF(ISNUMBER({cap}),0,{mean}))"


def square(mean: str, sigma: str) -> str:
    """E[X^2] of a lognormal with this mean and sigma."""
    return f"IF({mean}=0,0,{mean}*{mean}*EXP({sigma}*{sigma}))"


def capped_square(whole: str, sigma: str, half: str, cap: str, reach: str) -> str:
    """E[min(X, cap)^2] of a lognormal; ``whole`` is the cell of :func:`square`."""
    inner, outer = f"({reach}-{half})/{sigma}-{sigma}", f"({reach}+{half})/{sigma}"
    held = f"{whole}*NORMSDIST({inner})+{cap}*{cap}*(1-NORMSDIST({outer}))"
    return f"IF(ISNUMBER({reach}),{held},IF(ISNUMBER({cap}),0,{whole}))"


def reach_value(mean: float, cap: float | None) -> float | str:
    """The value of :func:`most_over_mean`."""
    return math.log(cap / mean) if cap is not None and cap > 0 and mean > 0 else NONE
