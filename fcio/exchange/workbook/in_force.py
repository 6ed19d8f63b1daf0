"""The answers that the workbook counts with: as given, and as they follow from the twelve areas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from fcio.knowledge.whole import Knowledge
from fcio.model.assessment import Assessment
from fcio.model.fit_result import FitResult
from fcio.model.situation import HIDDEN, Situation, situation
from fcio.model.tables import tables


def in_force(knowledge: Knowledge, assessment: Assessment, result: FitResult) -> Situation:
    """The situation over all questions; one that the areas do not answer yet is hidden and counts nothing.

    ``knowledge`` holds the derived questions behind the asked ones, so that a level chosen in the workbook can
    bring them in.
    """
    t = tables(knowledge)
    s = situation(t, {**assessment.answers, **result.derived})
    untold = np.array([q.derived is not None and q.id not in result.derived for q in t.questions])
    return replace(s, visible=np.where(untold, HIDDEN, s.visible))
