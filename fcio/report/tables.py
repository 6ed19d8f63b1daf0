"""Data frames with the numbers behind each picture, ready to show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from fcio.knowledge.schema import Knowledge
from fcio.model.fit_result import FitResult
from fcio.model.population import WinRates
from fcio.report.numbers import percent, signed
from fcio.report.words import answer_text

MOST_WEIGHT = 0.5
"""A criterion that needed more than half of all weight to turn the result turns it nowhere near."""


def ranking_table(knowledge: Knowledge, result: FitResult) -> pd.DataFrame:
    """One row per role, best first: points, fit with its band, share in first place, supply."""
    rows = [
        {
            "Role": knowledge.role(row.role).short,
            "Points": f"{row.points:,}",
            "Fit": f"{row.fit:.1f}",
            "Lowest": f"{row.low:.1f}",
            "Highest": f"{row.high:.1f}",
            "First": percent(row.first),
            "Covers of your need": "\u2013" if row.supply is None else percent(row.supply),
        }
        for row in result.ranking
    ]
    return pd.DataFrame(rows).set_index("Role")


def contribution_table(knowledge: Knowledge, result: FitResult, answers: Mapping[str, Any]) -> pd.DataFrame:
    """One row per shown question: the answer and the points it gives each role; the columns add up."""
    roles = [row.role for row in result.ranking]
    rows = []
    for question_id, by_role in result.contributions.items():
        question = knowledge.question(question_id)
        given = answer_text(question, answers.get(question_id))
        rows.append({"Question": question.label, "Answer": given, **{r: by_role[r] for r in roles}})
    rows.append({"Question": "Effort of engaging anybody", "Answer": "", **{r: result.base[r] for r in roles}})
    rows.append({"Question": "Points", "Answer": "", **{r: result.score(r).points for r in roles}})
    frame = pd.DataFrame(rows)
    return frame.rename(columns={r: knowledge.role(r).short for r in roles}).set_index("Question")


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
    """Criteria by roles: how well each role supplies each criterion, 0 to 4."""
    columns = {
        role.short: [role.strengths[criterion.id].value for criterion in knowledge.criteria] for role in knowledge.roles
    }
    return pd.DataFrame(columns, index=pd.Index([c.name for c in knowledge.criteria], name="Criterion"))


def win_rate_table(knowledge: Knowledge, rates: WinRates) -> pd.DataFrame:
    """Kinds of firms by roles: how often each role comes first."""
    labels = {archetype.id: archetype.label for archetype in knowledge.population}
    rows = {"All firms": rates.overall, **{labels[kind]: share for kind, share in rates.by_archetype.items()}}
    names = [knowledge.role(role).short for role in rates.roles]
    frame = pd.DataFrame([[percent(v) for v in share] for share in rows.values()], columns=names)
    frame.index = pd.Index(list(rows), name="Kind of firm")
    return frame


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
