"""The roadmap as the firm wants it ordered: by the gaps that matter most, or by the loss that steps avoid."""

from __future__ import annotations

import numpy as np

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.risk.initiatives import worths
from fcio.model.risk.risk import risk_result
from fcio.model.roadmap import roadmap
from fcio.model.roadmap_result import Roadmap
from fcio.model.tables import Tables

ORDER, BY_GAP, BY_LOSS = "order", "gap", "loss"


def planned(knowledge: Knowledge, assessment: Assessment, areas: AreasResult, t: Tables | None = None) -> Roadmap:
    """The roadmap in the order that the firm chose; by the gaps where it chose none, or no risk is known."""
    if assessment.roadmap.get(ORDER) != BY_LOSS or knowledge.risk is None:
        return roadmap(knowledge, assessment, areas)
    settings = knowledge.settings
    result = risk_result(knowledge, assessment, areas, t)
    rows = worths(knowledge, assessment, areas, result, np.random.default_rng(settings.seed), settings.draws, t)
    avoided = {row.initiative: row.avoided.typical + row.leak for row in rows}
    return roadmap(knowledge, assessment, areas, avoided=avoided)
