"""How risk in money is worked out, in words, and what is weak about it."""

from __future__ import annotations

from collections import Counter

from fcio.knowledge.shapes import JUDGEMENT
from fcio.knowledge.whole import Knowledge
from fcio.model.parameters import Figures
from fcio.report.numbers import counted
from fcio.report.risk_figures import risk_figures

ROLES_ACT = (
    "A role acts only through the areas: it lifts some of them by so many levels, never above a level of its own, and "
    "needs months for it. It has no discount of its own anywhere."
)
OWN = (
    "Every number here can be replaced by your own, one at a time, and goes back in one click. Nothing is asked twice: "
    "what the intake tells is used."
)


def how_it_works(knowledge: Knowledge, figures: Figures) -> tuple[str, ...]:
    """The formula in words, a step a sentence or two."""
    assert knowledge.risk is not None
    settings = knowledge.risk
    kinds = sum(not scenario.recurring for scenario in knowledge.scenarios)
    return (
        f"For each of {counted(kinds, 'kind')} of events there are two numbers: how often it happens in a year, and "
        "what one event costs, with its spread. Both begin with published numbers for an average firm and are "
        "multiplied by what is known about yours: size, trade, and the facts you type.",
        _areas_act(knowledge, figures),
        ROLES_ACT,
        "Some events bring others: ransomware often stops the work and sometimes loses data. Where the published cost "
        "counts that already, it is taken out of it first, so that nothing is paid twice.",
        "Break-ins come in waves. In some years several kinds are more frequent at once, so bad things come together "
        "more often than chance alone would have it.",
        "A year's loss is all events of that year added up. Its chances are worked out with transforms, which turn "
        f"adding random amounts into plain multiplying, on {settings.grid_points:,} steps of money. No random years "
        "are drawn: the same answers give the same number each time, and how exact it is can be proved and is shown.",
        "With insurance you keep your part of each event; the insurer pays the rest up to the limit of the year, and "
        "what is above that is yours again.",
        "What is paid for and not used is no event. It stands beside the curve and not in it.",
        OWN,
    )


def _areas_act(knowledge: Knowledge, figures: Figures) -> str:
    assert knowledge.risk is not None
    s = knowledge.risk
    often = f"{figures[s.least_frequency].typical:g} and {figures[s.most_frequency].typical:g}"
    dear = f"{figures[s.least_severity].typical:g} and {figures[s.most_severity].typical:g}"
    return (
        "The twelve areas make some events rarer or cheaper. At level "
        f"{figures[s.reference_level].typical:g}, our guess of the usual firm, an area changes nothing; at level 5 it "
        "works in full; below the usual level the same strength works against you. What several areas do is "
        f"multiplied, and the product is kept between {often} for how often and between {dear} for how dear."
    )


def weaknesses(knowledge: Knowledge, figures: Figures) -> tuple[str, ...]:
    """What is weak about all of it, the gravest first."""
    return (
        "Three families of sources disagree by a factor of ten or more. Official surveys count many events that cost "
        "little; insurance claims count fewer that cost more; public lists of losses hold the worst ones. How often "
        "and how dear come from one family wherever that can be done, mostly claims; every scenario says where not.",
        "No study measures losses by who leads technology. Which areas a role lifts, how far and how fast, is our "
        "judgement throughout, and so is every difference between two roles on the risk page.",
        "What an area does is mostly judgement as well. Studies tell the direction, seldom the size; they look at "
        "insured firms and at one measure at a time; and firms that do one thing well do others well too.",
        "The ends between which the product over the areas is kept are judgement. At an end, a better or worse area "
        "changes nothing more.",
        "The worst years rest on the spread of the costs and on the most that one event can cost. The first is one "
        "number for all kinds of claims, the second is judgement; other values would give other worst years.",
        "Nearly all sources look at larger or at insured firms, some are ten years old, and attackers change.",
        "How your areas stand is what you say. Where nobody looked, a rough level stands in for them.",
        "Not in it: customers who stay away for years, harm to others, and what better technology would earn.",
        grades(knowledge, figures),
    )


def grades(knowledge: Knowledge, figures: Figures) -> str:
    """How many figures carry which grade, and how many are judgement or our own build."""
    used = [figures[one] for one in risk_figures(knowledge)]
    by_grade = Counter(figure.grade for figure in used)
    ours = sum(figure.source == JUDGEMENT for figure in used)
    said = ", ".join(f"{by_grade[grade]} grade {grade}" for grade in sorted(filter(None, by_grade)))
    return (
        f"Of {len(used)} figures, {said}. {ours} are our own build from what is published, or plain judgement; each "
        "says which, and from what."
    )
