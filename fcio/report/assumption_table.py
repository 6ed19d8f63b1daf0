"""What is still to find out, as a table to take home and as sentences."""

from __future__ import annotations

import pandas as pd

from fcio.knowledge.shapes import DONT_KNOW
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import is_open
from fcio.model.assessment import Assessment
from fcio.model.assumptions import Assumption, assumptions
from fcio.model.fit import FitModel
from fcio.report.numbers import counted
from fcio.report.words import answer_text

COLUMNS = ("Question", "Answer", "Who", "Until", "Moves the lead by", "Can change the advice")


def assumption_table(model: FitModel, assessment: Assessment) -> pd.DataFrame:
    """One row per answer guessed or not known, the weightiest first; ``Moves the lead by`` in fit units, 0 to 100.

    *Can change the advice* is yes or no. Plain values, so that a workbook can write them as they are.
    """
    return table_of(model.tables.knowledge, assumptions(model, assessment), assessment)


def table_of(knowledge: Knowledge, found: tuple[Assumption, ...], assessment: Assessment) -> pd.DataFrame:
    """The same table from assumptions worked out before."""
    rows = [
        (
            knowledge.question(a.question).label,
            given(knowledge, a, assessment),
            a.owner,
            a.due,
            round(a.moves, 1),
            "yes" if a.can_change else "no",
        )
        for a in found
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def short_table(knowledge: Knowledge, found: tuple[Assumption, ...]) -> pd.DataFrame:
    """The same in three columns: question, how far it moves the lead and whether it turns, who and until when."""
    rows = [
        {
            "Question": knowledge.question(a.question).label,
            "Moves the lead by": f"{a.moves:.1f}" + ("; can change the advice" if a.can_change else ""),
            "Who, until when": ", ".join(part for part in (a.owner, a.due) if part),
        }
        for a in found
    ]
    return pd.DataFrame(rows, columns=["Question", "Moves the lead by", "Who, until when"]).set_index("Question")


def given(knowledge: Knowledge, a: Assumption, assessment: Assessment) -> str:
    """What stands there for now: *don't know*, or the guess with a word that says so."""
    answer = assessment.answers.get(a.question)
    text = answer_text(knowledge.question(a.question), answer)
    return text if is_open(answer) else f"{text} (a guess)"


def effect_sentence(knowledge: Knowledge, a: Assumption) -> str:
    """What finding it out could do, in words."""
    parts = [f"move the lead by up to {a.moves:.1f} points of fit"] if a.moves else []
    if a.becomes:
        names = " or ".join(knowledge.role(role).article_name for role in a.becomes)
        parts.append(f"put {names} first")
    if a.gates:
        parts.append("decide whether something else has to come before")
    if not parts:
        return "It does not move the ranking."
    told = f"It can {' and '.join(parts)}"
    return f"{told}." if a.can_change else f"{told}; the advice stays the same either way."


def summary_sentence(found: tuple[Assumption, ...]) -> str:
    """How many guesses there are, and whether the advice hangs on any of them."""
    if not found:
        return "Nothing is guessed, and nothing was answered with \u201cDon\u2019t know\u201d."
    guessed = sum(a.why != DONT_KNOW for a in found)
    unknown = len(found) - guessed
    texts = [
        counted(unknown, "answer") + " not known" if unknown else "",
        ("one guess" if guessed == 1 else f"{counted(guessed, 'answer')} guessed") if guessed else "",
    ]
    told = " and ".join(text for text in texts if text)
    told = told[0].upper() + told[1:]
    changing = sum(a.can_change for a in found)
    if not changing:
        return f"{told}. None of them alone can change the advice."
    return f"{told}. {counted(changing, 'answer').capitalize()} could change the advice."
