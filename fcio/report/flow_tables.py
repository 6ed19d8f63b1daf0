"""The numbers behind the drawn scoring: points by criterion and role, and by section and criterion for the leader."""

from __future__ import annotations

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.flows import Flows


def by_criterion(knowledge: Knowledge, flows: Flows) -> pd.DataFrame:
    """Points of every criterion for every role, best role first, with the start and the sum; whole numbers."""
    roles = list(flows.order)
    names = {criterion.id: criterion.name for criterion in knowledge.criteria}
    by_role = flows.points.sum(axis=0)[:, roles]
    shorts = [knowledge.role(flows.roles[role]).short for role in roles]
    frame = pd.DataFrame(by_role, index=[names[c] for c in flows.criteria], columns=shorts)
    frame = frame.loc[frame.sum(axis=1) > 0].sort_values(shorts[0], ascending=False, kind="stable")
    frame.loc["Effort of engaging anybody"] = flows.base[roles]
    frame.loc["Sum"] = flows.totals[roles]
    return frame.rename_axis("Points from")


def by_section(knowledge: Knowledge, flows: Flows) -> pd.DataFrame:
    """Points of the first role by criterion and section of the interview, one row each, with the sum."""
    first = flows.order[0]
    names = {criterion.id: criterion.name for criterion in knowledge.criteria}
    titles = {section.id: section.title for section in knowledge.sections}
    mine = flows.points[:, :, first]
    found = [
        (titles[section], names[criterion], int(mine[s, c]))
        for s, section in enumerate(flows.sections)
        for c, criterion in enumerate(flows.criteria)
        if mine[s, c]
    ]
    base = int(flows.base[first])
    start = [("", "Effort of engaging anybody", base)] if base else []
    frame = pd.DataFrame(
        [*found, *start, ("Sum", "", int(flows.totals[first]))], columns=["Section", "Criterion", "Points"]
    )
    return frame.set_index("Section")


def narrow(frame: pd.DataFrame) -> pd.DataFrame:
    """The points of every role as one text per row, so that the table fits a phone.

    >>> frame = pd.DataFrame({"CTO": [3, 4], "vCIO": [0, 1]}, index=pd.Index(["Speed", "Sum"], name="Points from"))
    >>> narrow(frame)["By role"].to_list()
    ['CTO 3, vCIO 0', 'CTO 4, vCIO 1']
    """
    told = [", ".join(f"{role} {points:,}" for role, points in row.items()) for _, row in frame.iterrows()]
    return pd.DataFrame({"By role": told}, index=frame.index)


def joined(frame: pd.DataFrame) -> pd.DataFrame:
    """Sections and criteria in one column, with their points beside them."""
    labels = [": ".join(str(p) for p in (section, row["Criterion"]) if p) for section, row in frame.iterrows()]
    return pd.DataFrame({"Points": frame["Points"].to_list()}, index=pd.Index(labels, name="Section and criterion"))
