"""The conflicts of interest of a plan's role in words: how serious each is, and whether it is there or could be."""

from __future__ import annotations

from fcio.knowledge.whole import Knowledge
from fcio.model.plan.result import Interest, Plan
from fcio.report.numbers import counted

SERIOUS_NAMES = {"high": "Serious", "medium": "To watch", "low": "Small"}
WORDS_SHOWN = 6


def interest_title(interest: Interest) -> str:
    """A conflict with how serious it is; says so where an open answer or an offer decides whether it is there."""
    doubt = "" if interest.on else ", perhaps"
    return f"{SERIOUS_NAMES[interest.conflict.serious]}{doubt}: {interest.conflict.headline}"


def interests_sentence(knowledge: Knowledge, plan: Plan) -> str:
    """How many conflicts of interest the role brings, and how serious they are."""
    role = knowledge.role(plan.role)
    if not plan.interests:
        return "Nobody is engaged, so nobody earns from it." if role.is_line else "We know of no conflict of interest."
    on = [one.conflict.serious for one in plan.interests if one.on]
    counts = [f"{on.count(one)} {name.lower()}" for one, name in SERIOUS_NAMES.items() if one in on]
    found = f"{role.article_name[0].upper()}{role.article_name[1:]} comes with {counted(len(on), 'conflict')}"
    text = f"{found} of interest ({', '.join(counts)})." if on else f"{found} of interest that we know of."
    left = len(plan.interests) - len(on)
    return f"{text} Open answers or the offer decide on {left} more." if left else text


def beginning(text: str) -> str:
    """The first words of a text, for a label.

    >>> beginning("Have every payment from sellers named in writing.")
    'Have every payment from sellers named \u2026'
    """
    words = text.split()
    return text if len(words) <= WORDS_SHOWN else f"{' '.join(words[:WORDS_SHOWN]).rstrip(',;:')} \u2026"
