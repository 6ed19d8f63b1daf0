"""Sentences about other ways to see it: how far weights may move, whose view favours whom, another method."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.knowledge.whole import Knowledge
from fcio.model.fit_result import FitResult
from fcio.model.lowered import lowered
from fcio.model.views import CentralWeights, Radius, SecondOpinion
from fcio.report.numbers import in_hundred, percent

NAMED = 2
RARE = 0.01
"""A role that fewer than one view in a hundred puts first is not given a view of its own."""


def radius_sentence(knowledge: Knowledge, radii: tuple[Radius, ...]) -> str:
    """How far every weight may move at once before the nearest rival can take the first place."""
    if not radii:
        return "No shift of the weights could put another choice first."
    nearest = radii[0]
    rival = knowledge.role(nearest.rival).article_name
    if nearest.share >= 1:
        return f"Even if every weight doubled or fell to nothing, {rival} could not come first."
    return (
        f"Every weight may move by {percent(nearest.share)} at once, each its own way, before {rival} could come first."
    )


def view_sentences(knowledge: Knowledge, result: FitResult, views: tuple[CentralWeights, ...]) -> Iterator[str]:
    """For each other role the view in which it would be right: what its supporters weigh more than we do.

    *Not yet* is a line that no weight lifts, so it has no view of its own.
    """
    names = {criterion.id: lowered(criterion.name) for criterion in knowledge.criteria}
    lines = {role.id for role in knowledge.roles if role.is_line}
    for view in views:
        if view.role in lines | {result.leader.role} or view.acceptability < RARE:
            continue
        more = sorted(view.weights, key=lambda c: result.weights[c] - view.weights[c])[:NAMED]
        role = knowledge.role(view.role).article_name
        named = " and ".join(f"{names[c]} ({view.weights[c] / result.weights[c]:.1f} times ours)" for c in more)
        yield f"{role} would be right for {in_hundred(view.acceptability)} views, those that weigh more: {named}"


def second_opinion_sentence(knowledge: Knowledge, result: FitResult, other: SecondOpinion) -> str:
    """Whether another method on the same matrix agrees on the first place among those who can be engaged."""
    line = {role.id for role in knowledge.roles if role.is_line}
    mine = next(row.role for row in result.ranking if row.role not in line)
    name, theirs = knowledge.role(mine).article_name, knowledge.role(other.first).article_name
    method = "Another method, closeness to the ideal (TOPSIS),"
    if other.first == mine:
        return f"{method} also puts {name} first among those who can be engaged."
    place = [role for role, _ in other.ranking].index(mine) + 1
    return f"{method} puts {theirs} first among those who can be engaged, and {name} in place {place}. Weigh that."
