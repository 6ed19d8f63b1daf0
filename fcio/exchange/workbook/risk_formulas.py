"""Closed forms of a capped lognormal, as a spreadsheet writes them."""

from __future__ import annotations


def capped_mean(mean: str, sigma: str, cap: str) -> str:
    """E[min(X, cap)] of a lognormal with this mean and sigma; the plain mean where there is no cap."""
    inner, outer = f"(LN({cap}/{mean})-{sigma}^2/2)/{sigma}", f"(LN({cap}/{mean})+{sigma}^2/2)/{sigma}"
    held = f"{mean}*NORMSDIST({inner})+{cap}*(1-NORMSDIST({outer}))"
    return f"IF({mean}<=0,0,IF(ISNUMBER({cap}),IF({cap}<=0,0,{held}),{mean}))"


def capped_square(mean: str, sigma: str, cap: str) -> str:
    """E[min(X, cap)^2] of a lognormal with this mean and sigma."""
    inner, outer = f"(LN({cap}/{mean})-{sigma}^2/2-{sigma}^2)/{sigma}", f"(LN({cap}/{mean})+{sigma}^2/2)/{sigma}"
    whole = f"{mean}^2*EXP({sigma}^2)"
    held = f"{whole}*NORMSDIST({inner})+{cap}^2*(1-NORMSDIST({outer}))"
    return f"IF({mean}<=0,0,IF(ISNUMBER({cap}),IF({cap}<=0,0,{held}),{whole}))"
