"""Distribution functions that numpy lacks: normal, gamma and beta, vectorised and good to about 1e-14."""

from __future__ import annotations

import math

import numpy as np

from fcio.model.tables import Floats

_ABOVE = (
    *(3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871),
    *(221.213596169931, 220.206867912376),
)
_BELOW = (
    *(8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674),
    *(637.333633378831, 793.826512519948, 440.413735824752),
)
_RATIONAL_END, _VANISHES = 7.07106781186547, 38.0
_FEW = 8
"""So few numbers are done sooner one by one."""
_TERMS, _TINY, _CLOSE = 1000, 1e-300, 1e-16


def _polynomial(coefficients: tuple[float, ...], x: Floats) -> Floats:
    """The polynomial with these coefficients, highest power first, by Horner's rule in place."""
    result = np.full_like(x, coefficients[0])
    for coefficient in coefficients[1:]:
        result *= x
        result += coefficient
    return result


def normal_sf(x: Floats) -> Floats:
    """P(Z > x) of the standard normal distribution, by Hart's rational approximation as West (2005) gives it."""
    x = np.asarray(x, dtype=float)
    if x.size <= _FEW:
        return np.array([math.erfc(one / math.sqrt(2)) / 2 for one in x.ravel()]).reshape(x.shape)
    size = np.minimum(np.abs(x), _VANISHES)
    above = _polynomial(_ABOVE, size)
    above /= _polynomial(_BELOW, size)
    far = size > _RATIONAL_END
    if far.any():
        rest = size[far]
        fraction = rest + 0.65
        for n in (4, 3, 2, 1):
            fraction = rest + n / fraction
        above[far] = 1 / (fraction * math.sqrt(2 * math.pi))
    size *= size
    size /= -2
    above *= np.exp(size, out=size)
    np.subtract(1, above, out=above, where=x < 0)
    return above


def _gamma_series(shape: float, x: Floats) -> Floats:
    term = np.full_like(x, 1 / shape)
    total = term.copy()
    for n in range(1, _TERMS):
        term = term * x / (shape + n)
        total += term
        if np.all(term <= total * _CLOSE):
            break
    return total


def _gamma_fraction(shape: float, x: Floats) -> Floats:
    """The continued fraction of the upper incomplete gamma function, by the modified Lentz method."""
    b = x + 1 - shape
    c = np.full_like(x, 1 / _TINY)
    d = 1 / b
    h = d.copy()
    for n in range(1, _TERMS):
        a = -n * (n - shape)
        b = b + 2
        d = 1 / (a * d + b)
        c = b + a / c
        step = c * d
        h *= step
        if np.all(np.abs(step - 1) < _CLOSE * 10):
            break
    return h


def gamma_cdf(shape: float, x: Floats) -> Floats:
    """P(X <= x) of a gamma distribution with this shape and scale 1; 0 below zero, 1 at infinity."""
    x = np.asarray(x, dtype=float)
    result = np.where(x > 0, 1.0, 0.0)
    finite = (x > 0) & np.isfinite(x)
    low, high = finite & (x < shape + 1), finite & (x >= shape + 1)
    for part, sign in ((low, 1.0), (high, -1.0)):
        inside = x[part]
        front = np.exp(shape * np.log(inside) - inside - math.lgamma(shape))
        sums = _gamma_series(shape, inside) if sign > 0 else _gamma_fraction(shape, inside)
        result[part] = front * sums if sign > 0 else 1 - front * sums
    return result


def _beta_fraction(a: float, b: float, x: Floats) -> Floats:
    """The continued fraction of the incomplete beta function, by the modified Lentz method."""
    c = np.ones_like(x)
    d = 1 / (1 - (a + b) * x / (a + 1))
    h = d.copy()
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / (1 + term * d)
            c = 1 + term / c
            h *= d * c
        if np.all(np.abs(d * c - 1) < _CLOSE * 10):
            break
    return h


def beta_cdf(a: float, b: float, x: Floats) -> Floats:
    """P(X <= x) of a beta distribution; 0 below zero and 1 from one on."""
    x = np.asarray(x, dtype=float)
    result = np.where(x >= 1, 1.0, 0.0)
    inside = (x > 0) & (x < 1)
    turned = inside & (x > (a + 1) / (a + b + 2))
    plain = inside & ~turned
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    for part, first, second, at in ((plain, a, b, x[plain]), (turned, b, a, 1 - x[turned])):
        front = np.exp(scale + first * np.log(at) + second * np.log1p(-at)) / first
        value = front * _beta_fraction(first, second, at)
        result[part] = value if first is a and part is plain else 1 - value
    return result
