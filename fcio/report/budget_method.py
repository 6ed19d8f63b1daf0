"""How the budget is worked out, in words, and what is weak about it."""

from __future__ import annotations

from collections import Counter

from fcio.knowledge.shapes import JUDGEMENT
from fcio.knowledge.whole import Knowledge
from fcio.model.money.leader import budget_figures
from fcio.report.budget_words import years_text
from fcio.report.numbers import counted, percent


def how_it_works(knowledge: Knowledge) -> tuple[str, ...]:
    """The calculation in words, a step a sentence or two."""
    rules = knowledge.budget
    assert rules is not None
    return (
        f"Today's spending stands in {counted(len(rules.categories), 'line')} that never overlap. What you do not tell "
        "is shared out by usual shares of the lines you do tell, and marked as an estimate with its range.",
        "Every line grows by its own rate; a contract steps up at each renewal.",
        "Staying as you are, every role, the path that the role fit advises and scenarios of your own go through the "
        "same years. A role adds its pay for as long as it is usually engaged, getting going, search and notice, its "
        "tools where it is on your payroll, and the hours your people need to bring it in.",
        "Your own hours count at what an hour of yours is worth. While somebody leads, a part of them falls away.",
        "Savings are a share of each line, nothing unless you put it in, from when savings begin.",
        "Expected loss comes from the risk page and falls as a role lifts the areas. It is a line of its own, beside "
        "the costs and never inside them.",
        f"Years are added up plainly as all costs, for {years_text(rules.horizon_years)} unless you choose otherwise. "
        "Present value divides each later year by one plus the discount rate for every year that passes; today counts "
        "in full.",
        f"The range comes from {rules.sobol.points:,} evenly drawn combinations of all uncertain numbers, the same for "
        "every scenario, so that two scenarios differ by what differs between them.",
    )


def weaknesses(knowledge: Knowledge) -> tuple[str, ...]:
    """What a careful reader should hold against it."""
    rules = knowledge.budget
    assert rules is not None
    figures = [knowledge.parameters[one] for one in sorted(budget_figures(knowledge))]
    newest = [one.values[max(one.values)] for one in figures]
    judged = sum(value.source == JUDGEMENT for value in newest)
    grades = Counter(value.grade for value in newest)
    error = max(knowledge.parameters[rules.plan.figures.spend_error].values.items())[1]
    graded = ", ".join(f"{count} of grade {grade}" for grade, count in sorted(grades.items(), key=str))
    return (
        f"Of {len(newest)} figures behind it {judged} are judgement; {graded}. A is official, B a named survey, C "
        "a seller's claim; each says so with its reason.",
        "Each role is counted for as long as it is usually engaged. A cheap total may be a short engagement: make a "
        "scenario of your own to compare like with like.",
        "No independent study isolates what better leadership saves. With nothing put in, every role costs more than "
        "staying; that says what it costs and not what it is worth.",
        "For firms this small there is hardly a good survey of spending. Where a band is our bracket it says so.",
        f"Where a line is estimated from usual shares, the truth may be anything from {percent(error.low)} to "
        f"{percent(error.high)} of it; that moves all scenarios alike.",
        "Numbers are drawn independently of each other, though prices of roles tend to move together.",
        "Taxes, financing and depreciation are left out: all amounts are money as it is paid.",
    )
