"""The shape of a role fit: everything it says and everything that explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fcio.knowledge.schema import Complement
from fcio.model.engagement import Engagement
from fcio.model.flips import Flip, WeightFlip
from fcio.model.gates import GateVerdict
from fcio.model.independence import ConflictVerdict
from fcio.model.next_question import NextQuestion


@dataclass(frozen=True)
class Headline:
    """What the first line says: a role, a gate that stands above it, or that it is too early."""

    kind: str
    id: str


@dataclass(frozen=True)
class RoleScore:
    """One alternative: points, and in hundredths of the most reachable ``fit`` with its band.

    ``first`` is the share of draws of weights and open answers, jointly, in which it leads; ``supply`` the
    share of this client's need that it supplies (None for *not yet*).
    """

    role: str
    points: int
    fit: float
    low: float
    high: float
    first: float
    first_by_weights: float
    first_by_answers: float
    supply: float | None


@dataclass(frozen=True)
class FitResult:
    """Role fit with everything that explains it; ``contributions`` [shown questions x roles] in points.

    ``conflicts`` of interest by role, for every role that can be engaged.
    ``derived`` holds the answers that follow from the twelve areas.
    ``stays`` is the share of the ways this talk could go on in which the first place stays; from the stated share on
    the result is ``confident``. ``settled`` is a certificate over every completion, gates included.
    """

    headline: Headline
    gates: tuple[GateVerdict, ...]
    ranking: tuple[RoleScore, ...]
    contributions: Mapping[str, Mapping[str, int]]
    base: Mapping[str, int]
    most_points: int
    weights: Mapping[str, int]
    needs: Mapping[str, float]
    need_index: float
    coverage: float
    answered: int
    shown: int
    missing_core: tuple[str, ...]
    settled: bool
    stays: float
    confident: bool
    flips: tuple[Flip, ...]
    weight_flips: tuple[WeightFlip, ...]
    next_questions: tuple[NextQuestion, ...]
    engagements: Mapping[str, Engagement]
    complements: tuple[Complement, ...]
    conflicts: Mapping[str, tuple[ConflictVerdict, ...]]
    derived: Mapping[str, str] = field(default_factory=dict)

    @property
    def leader(self) -> RoleScore:
        """First of the ranking."""
        return self.ranking[0]

    @property
    def engagement(self) -> Engagement:
        """How the leading role would be engaged."""
        return self.engagements[self.leader.role]

    def score(self, role: str) -> RoleScore:
        """The score of one role."""
        return next(row for row in self.ranking if row.role == role)

    def in_fit_units(self, amount: float) -> float:
        """Points as hundredths of the most any role can reach."""
        return 100 * amount / self.most_points
