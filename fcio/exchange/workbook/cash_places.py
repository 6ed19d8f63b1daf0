"""Where things stand on Cash flow, so that results and checks find them; and the scenario they are about."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.exchange.workbook.frame import Frame
from fcio.model.money.scenario import STAY


@dataclass(frozen=True)
class ScenarioRows:
    """Where the lines of one scenario stand, by id, and its sums by year: cost, money that leaves, expected loss.

    ``effect`` and ``savings`` are months in each year. ``gain`` over staying, its ``running`` sum and the years in the
    ``red`` are there for every scenario but staying.
    """

    lines: dict[str, int]
    cost: int
    paid: int
    loss: int | None
    effect: int | None
    savings: int | None
    gain: int | None
    running: int | None
    red: int | None


@dataclass(frozen=True)
class CashRows:
    """Rows of Cash flow: spending by line of cost and by category, its sum, and those of every scenario."""

    spending: dict[str, int]
    spent: dict[str, int]
    total: int
    scenarios: dict[str, ScenarioRows]


def subject(f: Frame) -> str:
    """The scenario that Scenarios shows year by year."""
    return f.budget.subject if f.budget.subject in f.budget.flows else STAY
