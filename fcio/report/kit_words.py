"""The hiring kit as lists for a page: every line with what to watch for and, on request, why it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.hiring.because import Because, KitLine
from fcio.model.hiring.interview import Asked
from fcio.model.hiring.kit import HiringKit
from fcio.model.hiring.weights import CriterionWeight
from fcio.report.engagement_words import leader_sought
from fcio.report.hiring_words import because_text, score_name, source_name
from fcio.report.numbers import counted

CRITERION = "Criterion"


def kit_title(knowledge: Knowledge, kit: HiringKit) -> str:
    """What the page is for, with the role."""
    sought = leader_sought(knowledge, kit.role, kit.engagement.mode)
    return "Nobody to hire for now" if kit.nobody else f"How to find {sought}"


def role_words(knowledge: Knowledge, role: str, leader: str) -> str:
    """Whether this is the recommended role; empty where it is."""
    return "" if role == leader else f"This is your choice; what fits best is {knowledge.role(leader).article_name}."


def why_text(
    knowledge: Knowledge, answers: Mapping[str, Any], areas: AreasResult | None, because: Because, source: str
) -> str:
    """Why a line is there and where it comes from, in one clause each."""
    clause = because_text(knowledge, answers, areas, because)
    origin = "" if source == "client" else f" Source: {source_name(knowledge, source)}."
    return f"{clause}.{origin}"


def line_text(line: KitLine) -> str:
    """The line with its minutes where it has some.

    >>> line_text(KitLine("words", "Agree on words.", Because("always"), "judgement", minutes=5))
    '5 minutes. Agree on words.'
    """
    return line.text if line.minutes is None else f"{line.minutes} minutes. {line.text}"


def informs(knowledge: Knowledge, asked: Asked) -> str:
    """The line of the scorecard on which the answer is noted down; empty without one."""
    return f"Note it under \u201c{score_name(knowledge, asked.criterion)}\u201d." if asked.criterion else ""


def kit_sentence(kit: HiringKit) -> str:
    """What the kit holds, counted."""
    minutes = sum(line.minutes or 0 for line in kit.agenda)
    return (
        f"Ready to use: a first conversation of {minutes} minutes, a role description, "
        f"{counted(len(kit.questions), 'question')} for the interview, what to ask a reference, a small task to try "
        "out, and a scorecard that is the same for everybody you see."
    )


def weight_table(knowledge: Knowledge, weights: Sequence[CriterionWeight], reasons: Mapping[str, str]) -> pd.DataFrame:
    """One row per criterion: its weight beside the usual one where it was changed, and what of the case adds most."""
    rows = [
        {
            CRITERION: score_name(knowledge, one.criterion),
            "Weight": str(one.points) if one.points == one.default else f"{one.points} (was {one.default})",
            "Counts for more because": reasons[one.criterion] or "counts with everybody",
        }
        for one in weights
    ]
    return pd.DataFrame(rows).set_index(CRITERION)
