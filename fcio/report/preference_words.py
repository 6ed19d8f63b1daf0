"""What preferences did, in words: who leads before and after, what pulls against what, which weight moved why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from fcio.knowledge.preferences import Side
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open
from fcio.model.assessment import Assessment
from fcio.model.fit_result import FitResult
from fcio.model.lowered import lowered
from fcio.model.tradeoffs import FIRST, Against, Circle, Torn, chosen_sides, traded_weights
from fcio.report.numbers import signed
from fcio.report.words import answer_text


def effect_sentence(knowledge: Knowledge, before: FitResult, after: FitResult) -> str:
    """Who leads with the usual weights and who with the client's."""
    first, now = (knowledge.role(result.leader.role).article_name for result in (before, after))
    if dict(before.weights) == dict(after.weights):
        return f"No weight has moved: with the usual weights {first} leads."
    if before.leader.role != after.leader.role:
        return f"With the usual weights {first} would lead; with yours {now} does."
    lead = [result.leader.fit - result.ranking[1].fit for result in (before, after)]
    change = round(lead[1] - lead[0], 1)
    grown = f"{abs(change):.1f} points of fit {'larger' if change > 0 else 'smaller'}" if change else "as large"
    return f"With your weights {first} leads as with the usual ones; the lead is {grown}."


def effect_table(knowledge: Knowledge, before: FitResult, after: FitResult) -> pd.DataFrame:
    """One row per role in the client's order: fit with the usual weights, with the client's, and the change."""
    rows = [
        {
            "Role": knowledge.role(row.role).short,
            "Usual weights": f"{before.score(row.role).fit:.1f}",
            "Your weights": f"{row.fit:.1f}",
            "Change": signed(row.fit - before.score(row.role).fit, 1),
        }
        for row in after.ranking
    ]
    return pd.DataFrame(rows).set_index("Role")


def moved_weights(knowledge: Knowledge, assessment: Assessment) -> pd.DataFrame:
    """One row per criterion: the weight in force beside the usual one where it moved, and the choices that moved it."""
    traded = traded_weights(knowledge, assessment.tradeoffs)
    rows = []
    for criterion in knowledge.criteria:
        given = assessment.preferences.get(criterion.id)
        now, usual = traded[criterion.id] if given is None else given, criterion.weight
        rows.append(
            {
                "Criterion": criterion.name,
                "Weight": str(usual) if now == usual else f"{now} (was {usual})",
                "Moved by": "set outright" if given is not None else _movers(knowledge, assessment, criterion.id),
            }
        )
    return pd.DataFrame(rows).set_index("Criterion")


def _movers(knowledge: Knowledge, assessment: Assessment, criterion: str) -> str:
    parts = []
    for pair, won, lost in chosen_sides(knowledge, assessment.tradeoffs):
        if criterion in (won.criterion, lost.criterion):
            parts.append(f"{pair.label} ({signed(1 if won.criterion == criterion else -1)})")
    return "; ".join(parts)


def _name(knowledge: Knowledge, criterion: str) -> str:
    return lowered(next(c.name for c in knowledge.criteria if c.id == criterion))


def _chosen(knowledge: Knowledge, pair_id: str, choices: Mapping[str, str]) -> Side:
    pair = next(pair for pair in knowledge.tradeoffs if pair.id == pair_id)
    return pair.first if choices[pair_id] == FIRST else pair.second


def contradiction_sentence(knowledge: Knowledge, found: Circle | Torn, choices: Mapping[str, str]) -> str:
    """Choices that pull against each other, said kindly."""
    if isinstance(found, Circle):
        parts = " over ".join(_name(knowledge, criterion) for criterion in (*found.criteria, found.criteria[0]))
        return f"Your choices go round: {parts}. Each counts, so these weights stay closer to where they were."
    here, there = (
        " and ".join(f"\u201c{lowered(_chosen(knowledge, pair, choices).text)}\u201d" for pair in pairs)
        for pairs in (found.won, found.lost)
    )
    name = _name(knowledge, found.criterion)
    stays = "stays as it is" if not found.net else f"moves by {signed(found.net)} only"
    return (
        f"You chose {here} here and {there} there: the one speaks for {name}, the other against it. "
        f"Both count, so the weight of {name} {stays}."
    )


def against_sentence(knowledge: Knowledge, found: Against, assessment: Assessment) -> str:
    """A choice that an answer of the intake speaks against, said kindly."""
    side = lowered(_chosen(knowledge, found.pair, assessment.tradeoffs).text)
    said = " and ".join(_said(knowledge, question, assessment) for question in found.questions)
    return (
        f"Here you chose \u201c{side}\u201d; in the intake you said: {said}. Both can be true; look which one you mean."
    )


def _said(knowledge: Knowledge, question_id: str, assessment: Assessment) -> str:
    question = knowledge.question(question_id)
    answer = assessment.answers.get(question_id)
    return f"{question.label}: {'open' if is_open(answer) else lowered(answer_text(question, answer))}"


def preference_sentences(
    knowledge: Knowledge, assessment: Assessment, found: tuple[Circle | Torn, ...], against: tuple[Against, ...]
) -> Iterator[str]:
    """Everything that does not go together, one sentence each."""
    yield from (contradiction_sentence(knowledge, item, assessment.tradeoffs) for item in found)
    yield from (against_sentence(knowledge, item, assessment) for item in against)
