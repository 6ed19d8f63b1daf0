"""The glossary in words: a label that names terms, and where the documents behind a term differ."""

from __future__ import annotations

from collections.abc import Sequence

from fcio.knowledge.plan_words import Term
from fcio.knowledge.schema import Question
from fcio.knowledge.whole import Knowledge
from fcio.report.hiring_words import listed

NAMED = 4


def question_text(question: Question) -> str:
    """All that is read of a question, to look for words in."""
    options = (option.text for option in question.options)
    return "\n".join([question.text, question.plain or "", *options, question.why, question.how_know])


def roles_text(knowledge: Knowledge) -> str:
    """The names of the choices, to look for words in."""
    return "\n".join(role.name for role in knowledge.roles)


def terms_label(terms: Sequence[Term]) -> str:
    """What is explained under a fold, the first terms by name."""
    names = [term.term for term in terms[:NAMED]]
    left = len(terms) - NAMED
    return f"What these words mean: {', '.join(names)} and {left} more" if left > 0 else f"What {_mean(names)}"


def _mean(names: list[str]) -> str:
    return f"{listed(names)} means" if len(names) == 1 else f"these words mean: {listed(names)}"


def differing(knowledge: Knowledge, term: Term) -> str:
    """What the documents say of a term that does not agree; empty where they do."""
    return next((one.text for one in knowledge.disagreements if one.id == term.disagreement), "")
