"""Data frames with the numbers behind each picture, ready to show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.fit_result import FitResult
from fcio.model.population import WinRates
from fcio.report.numbers import percent, signed
from fcio.report.words import answer_text

MOST_WEIGHT = 0.5
"""A criterion that needed more than half of all weight to turn the result turns it nowhere near."""


def ranking_table(knowledge: Knowledge, result: FitResult) -> pd.DataFrame:
    """One row per role, best first: points, fit with its band, share in first place; narrow enough for a phone."""
    rows = [
        {
            "Role": knowledge.role(row.role).short,
            "Points": f"{row.points:,}",
            "Fit (from, to)": f"{row.fit:.1f} ({row.low:.1f}, {row.high:.1f})",
            "First": percent(row.first),
        }
        for row in result.ranking
    ]
    return pd.DataFrame(rows).set_index("Role")


def supply_table(knowledge: Knowledge, result: FitResult) -> pd.DataFrame:
    """One row per role: the share of this client's need that it supplies; none for *not yet*."""
    rows = [
        {"Role": knowledge.role(row.role).short, "Covers of your need": percent(row.supply)}
        for row in result.ranking
        if row.supply is not None
    ]
    return pd.DataFrame(rows).set_index("Role")


def contribution_table(knowledge: Knowledge, result: FitResult, answers: Mapping[str, Any], rival: str) -> pd.DataFrame:
    """One row per shown question: the points of the leader and of a rival; the columns add up."""
    pair = (result.leader.role, rival)
    rows: list[dict[str, Any]] = []
    for question_id, by_role in result.contributions.items():
        question = knowledge.question(question_id)
        given = answer_text(question, result.derived.get(question_id, answers.get(question_id)))
        rows.append({"Question": f"{question.label}: {given}", **{r: by_role[r] for r in pair}})
    rows.append({"Question": "Effort of engaging anybody", **{r: result.base[r] for r in pair}})
    rows.append({"Question": "Points", **{r: result.score(r).points for r in pair}})
    frame = pd.DataFrame(rows)
    return frame.rename(columns={r: knowledge.role(r).short for r in pair}).set_index("Question")


def weight_table(knowledge: Knowledge, result: FitResult) -> pd.DataFrame:
    """One row per criterion: its weight, this client's need, and where its weight would turn the result."""
    flips = {flip.criterion: flip for flip in result.weight_flips}
    rows = []
    for criterion in knowledge.criteria:
        flip = flips.get(criterion.id)
        turn = "nowhere near"
        if flip is not None and flip.share_at_flip <= MOST_WEIGHT:
            name = knowledge.role(flip.becomes).short
            turn = f"{name} at {percent(flip.share_at_flip)} of all weight (now {percent(flip.share_now)})"
        rows.append(
            {
                "Criterion": criterion.name,
                "Weight": str(result.weights[criterion.id]),
                "Your need": f"{result.needs[criterion.id]:.1f}",
                "Turns the result to": turn,
            }
        )
    return pd.DataFrame(rows).set_index("Criterion")


def strength_table(knowledge: Knowledge) -> pd.DataFrame:
    """One row per criterion: the roles by how well they supply it, 4 to 0."""
    rows = []
    for criterion in knowledge.criteria:
        by_strength: dict[int, list[str]] = {}
        for role in knowledge.roles:
            by_strength.setdefault(role.strengths[criterion.id].value, []).append(role.short)
        parts = [f"{value}: {', '.join(by_strength[value])}" for value in sorted(by_strength, reverse=True)]
        rows.append({"Criterion": criterion.name, "Strength": "; ".join(parts)})
    return pd.DataFrame(rows).set_index("Criterion")


def win_rate_table(knowledge: Knowledge, rates: WinRates) -> pd.DataFrame:
    """One row per kind of firm: how often each role comes first, the most frequent first."""
    labels = {archetype.id: archetype.label for archetype in knowledge.population}
    shares = {"All firms": rates.overall, **{labels[kind]: share for kind, share in rates.by_archetype.items()}}
    rows = []
    for label, share in shares.items():
        order = sorted(range(len(share)), key=lambda r: (-share[r], rates.roles[r]))
        parts = [f"{knowledge.role(rates.roles[r]).short} {percent(share[r])}" for r in order]
        rows.append({"Kind of firm": label, "First": "; ".join(parts)})
    return pd.DataFrame(rows).set_index("Kind of firm")


def change_table(knowledge: Knowledge, before: FitResult, after: FitResult) -> pd.DataFrame:
    """How the fit of each role moved between two revisions."""
    rows = [
        {
            "Role": knowledge.role(row.role).short,
            "Before": f"{before.score(row.role).fit:.1f}",
            "After": f"{row.fit:.1f}",
            "Change": signed(row.fit - before.score(row.role).fit, 1),
        }
        for row in after.ranking
    ]
    return pd.DataFrame(rows).set_index("Role")


def answer_changes(knowledge: Knowledge, before: Mapping[str, Any], after: Mapping[str, Any]) -> pd.DataFrame:
    """Every question whose answer differs between two revisions."""
    rows = [
        {
            "Question": question.label,
            "Before": answer_text(question, before.get(question.id)),
            "After": answer_text(question, after.get(question.id)),
        }
        for question in knowledge.questions
        if before.get(question.id) != after.get(question.id)
    ]
    return pd.DataFrame(rows, columns=["Question", "Before", "After"]).set_index("Question")
