"""Amounts with a range and a receipt: sums of products of figures, facts of the firm and factors."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

OWN, INTAKE, SPENT, ESTIMATE = "client", "intake", "budget", "estimate"


@dataclass(frozen=True)
class Part:
    """One factor of a product as a receipt shows it; ``kind`` is figure, fact, factor or scenario."""

    kind: str
    id: str
    label: str
    unit: str
    low: float
    typical: float
    high: float
    source: str
    note: str | None = None


@dataclass(frozen=True)
class Product:
    """One term of a sum: the product of its parts."""

    parts: tuple[Part, ...]

    def at(self, end: str) -> float:
        """The product of the ``low``, ``typical`` or ``high`` ends."""
        return math.prod(float(getattr(part, end)) for part in self.parts)


@dataclass(frozen=True)
class Amount:
    """A low, typical and high amount; ``origin`` says whether the client, the intake or an estimate gave it."""

    low: float
    typical: float
    high: float
    origin: str
    products: tuple[Product, ...] = ()

    def times(self, factor: float) -> Amount:
        """The same amount times a number."""
        return Amount(self.low * factor, self.typical * factor, self.high * factor, self.origin, self.products)


def known(value: float, origin: str) -> Amount:
    """An amount without a range."""
    return Amount(value, value, value, origin)


def summed(products: Iterable[Product], origin: str = ESTIMATE) -> Amount:
    """The sum of products with its receipt."""
    terms = tuple(products)
    low, typical, high = (sum(term.at(end) for term in terms) for end in ("low", "typical", "high"))
    return Amount(low, typical, high, origin, terms)
