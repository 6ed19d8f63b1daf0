"""Shapes of the scorecard by which people and offers are compared."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.areas import FiveTexts
from fcio.knowledge.shapes import Cited, Condition, Id, Shape, Text

Points = Annotated[int, Field(ge=0, le=100)]
WarningId = Literal[
    "sells", "under_provider", "over_ceiling", "leaves_open", "other_role", "no_trust", "too_little_known"
]
"""What can be worth a warning; each has a test of its own in the model."""


class Rise(Shape):
    """Points of weight that a criterion gains where answers hold."""

    points: Points
    when: Condition


class ScoreCriterion(Cited):
    """One criterion: anchors of the scores 0 to 4 in words, and how many points of weight it has before scaling.

    ``follows`` names criteria of the role fit; ``from_areas`` and ``from_price`` say that a score can be worked out
    where nobody gave one.
    """

    id: Id
    name: Text
    meaning: Text
    base: Points
    follows: tuple[Id, ...]
    per_weak_area: Points = 0
    per_conflict: Points = 0
    rises: tuple[Rise, ...] = ()
    from_areas: bool = False
    from_price: bool = False
    anchors: FiveTexts


class ScoreWarning(Cited):
    """What stands beside a score and is no point of it."""

    id: WarningId
    text: Text


class ScorecardRules(Cited):
    """Criteria and warnings; ``total_points`` is what all weights come to until the client changes one."""

    case_points: Points
    total_points: Annotated[int, Field(ge=10, le=1000)]
    most_weight: Points
    warnings: tuple[ScoreWarning, ...]
    criteria: tuple[ScoreCriterion, ...]

    def criterion(self, criterion_id: str) -> ScoreCriterion:
        """The criterion with this id; StopIteration if there is none."""
        return next(c for c in self.criteria if c.id == criterion_id)

    def warning(self, warning_id: str) -> ScoreWarning:
        """The warning with this id; StopIteration if there is none."""
        return next(w for w in self.warnings if w.id == warning_id)
