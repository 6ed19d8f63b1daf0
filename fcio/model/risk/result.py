"""The shape of a risk result: a year's loss today and under each role, and everything that explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.model.amounts import Amount
from fcio.model.loss.annual import AnnualLoss, Bracket
from fcio.model.loss.attribution import Part
from fcio.model.loss.grid import Grid
from fcio.model.loss.scenario import LossModel
from fcio.model.risk.inputs import RiskInputs
from fcio.model.risk.levels import RiskLevels
from fcio.model.risk.multipliers import Multiplier

NOW = "now"


@dataclass(frozen=True)
class Tolerance:
    """What the owner said a year's loss would hurt, and what would end the firm (US dollars); None where not said."""

    hurts: float | None
    ends: float | None


@dataclass(frozen=True)
class Outlook:
    """A year as it stands now or once a role works in full.

    ``levels`` 1 to 5 by area; ``expected`` loss of a year by scenario, before insurance; ``leaks`` yearly amounts
    outside the curve; ``hurts`` and ``ends`` the chance of a loss beyond the owner's two answers (None where not said).
    Money in US dollars.
    """

    id: str
    levels: Mapping[str, float]
    multipliers: Mapping[str, Multiplier]
    model: LossModel
    loss: AnnualLoss
    expected: Mapping[str, float]
    leaks: Mapping[str, Amount]
    hurts: float | None
    ends: float | None

    @property
    def leak(self) -> float:
        """The typical leak of a year over all recurring scenarios (US dollars)."""
        return sum(amount.typical for amount in self.leaks.values())


@dataclass(frozen=True)
class RiskResult:
    """A client's risk. ``roles`` holds the outlook under every role that can be engaged, by role id.

    ``parts`` attribute mean and the worst years of today to scenarios, before insurance; ``brackets`` are rigorous
    bounds of today's quantiles; ``grid`` is shared, so that all curves have one axis.
    """

    inputs: RiskInputs
    levels: RiskLevels
    grid: Grid
    now: Outlook
    roles: Mapping[str, Outlook]
    parts: tuple[Part, ...]
    brackets: tuple[Bracket, ...]
    tolerance: Tolerance
    bad_year: float

    def outlook(self, role: str) -> Outlook:
        """The outlook under a role; that of today for a role that engages nobody."""
        return self.roles.get(role, self.now)
