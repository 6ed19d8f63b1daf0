"""One row of the sheet Checks, as every sheet hands it in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """One thing that must hold: a formula, what it must give, and which count of changes may make it differ.

    ``changes`` is the name of a cell that counts inputs changed since export; without one a difference is a fault.
    """

    text: str
    formula: str
    value: float
    expected: float | str
    tolerance: float = 0
    changes: str = ""
