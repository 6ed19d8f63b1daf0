"""Whose view favours whom: for each role the typical weights of those for whom it is first, as at export."""

from __future__ import annotations

import numpy as np

from fcio.exchange.workbook.frame import Frame
from fcio.exchange.workbook.page import Page
from fcio.exchange.workbook.robustness_places import NAME, NOW, ROLES
from fcio.model.views import central_weights


def write_views(f: Frame, page: Page, top: int) -> int:
    """Write the table where views were handed in, else say so; returns the last row."""
    if f.extras.views is None:
        page.band(top, NAME, ROLES + len(f.roles) - 1, "note")
        page.text(top, NAME, "The typical weights of those who would choose otherwise were not worked out.", "note")
        return top
    needs = np.array(list(f.result.needs.values()))
    found = {v.role: v for v in central_weights(f.live.s.tables, needs, f.live.weight, f.extras.views)}
    texts = ["Typical weights of those for whom a role is right, at export", "Weight at export", "", ""]
    for column, text in enumerate([*texts, *(f.short(role) for role in f.roles)]):
        page.text(top, column, text, "head_right" if column else "head")
    page.text(top + 1, NAME, "Share of all possible views")
    for r, role in enumerate(f.roles):
        page.number(top + 1, ROLES + r, found[role].acceptability if role in found else 0, "share")
    for c, criterion in enumerate(f.knowledge.criteria):
        row = top + 2 + c
        page.text(row, NAME, criterion.name)
        page.number(row, NOW, int(f.live.weight[c]))
        for r, role in enumerate(f.roles):
            if role in found:
                page.number(row, ROLES + r, found[role].weights[criterion.id], "tenth")
            else:
                page.blank(row, ROLES + r, "text")
    return top + 1 + len(f.knowledge.criteria)
