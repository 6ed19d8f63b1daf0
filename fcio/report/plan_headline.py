"""The head of a plan in words: what comes first, with which role, how much at first, and what to mind."""

from __future__ import annotations

from math import ceil

from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Engagement
from fcio.model.lowered import lowered
from fcio.model.plan.months import MONTHS
from fcio.model.plan.result import OVER, Plan
from fcio.report.engagement_words import leaders_in_turn
from fcio.report.hiring_words import listed
from fcio.report.numbers import counted
from fcio.report.plan_words import layout, title_of

START = 3
"""Months of the start."""


def headline(plan: Plan) -> str:
    """The first thing to do."""
    if not plan.lines:
        return "Nothing is left in this plan"
    return f"First: {lowered(title_of(plan.lines[0]).rstrip('.'))}"


def leader_name(knowledge: Knowledge, plan: Plan, engagement: Engagement) -> str:
    """What the leader is called in a sentence."""
    found, usual = layout(knowledge), layout(knowledge).leader_names[plan.role]
    return usual if knowledge.role(plan.role).is_line else found.mode_names.get(engagement.mode, usual)


def role_sentence(knowledge: Knowledge, plan: Plan, missing_core: int) -> str:
    """For which role the plan is, and whether that is the recommended one."""
    role = knowledge.role(plan.role)
    if missing_core and plan.recommended:
        return (
            f"A draft: {counted(missing_core, 'core question')} {'is' if missing_core == 1 else 'are'} still open, and "
            f"so far {role.so_far}."
        )
    if role.is_line:
        return "Nobody is engaged; this is what you can do with your own people."
    leaders = leaders_in_turn(knowledge, plan.role, plan.mode)
    return f"This is the plan with {leaders}{', as recommended' if plan.recommended else ', as you asked'}."


def other_role_sentence(knowledge: Knowledge, plan: Plan, best: str) -> str:
    """That the plan is for another role than the recommended one; empty where it is not."""
    if plan.recommended:
        return ""
    here, there = knowledge.role(plan.role), knowledge.role(best)
    plan_for = "for going on without anybody" if here.is_line else f"with {here.article_name}"
    advice = "to engage nobody yet" if there.is_line else there.article_name
    return f"You chose the plan {plan_for}. What we recommend is {advice}."


def first_month_sentence(plan: Plan, leader: str) -> str:
    """How much there is to do before the start and in the first month, and how many hours that takes."""
    before, first = plan.of_phase(plan.phases[0].id), plan.months[1]
    month = [one for one in plan.lines if one.first_day is not None and 1 <= one.first_day <= plan.phases[1].last_day]
    begun = [f"{counted(len(before), 'thing')} before the start"] if before else []
    counts = listed([*begun, f"{counted(len(month), 'thing')} in the first month"])
    hours = [f"{first.total.typical:.0f} hours of {leader}"] if first.total.typical else []
    hours += [f"{first.inside:.0f} hours of your own people"] if first.inside else []
    return f"{counts[0].upper()}{counts[1:]}{f'; that month takes about {listed(hours)}' if hours else ''}."


def extra_sentence(plan: Plan) -> str:
    """That the start takes more hours than the engagement holds; empty where it does not."""
    held = next((month.available.high for month in plan.months[1:4] if month.available), 0.0)
    if not plan.extra_hours or not held:
        return ""
    months, hours = ceil(plan.start_hours / held), counted(max(1, round(plan.extra_hours)), "hour")
    cure = "move something"
    if months > MONTHS:
        cure = "leave lines out"
    elif months > START:
        cure = f"spread the first three months over {counted(months, 'month')}"
    return (
        f"Where the first three months are too full, they take about {hours} more than the engagement holds at most: "
        f"agree on them, or {cure}."
    )


def filled_sentence(knowledge: Knowledge, plan: Plan) -> str:
    """That the plan leaves much of the hours bought unnamed once the start is over; empty where it does not."""
    held = plan.months[START + 1].available
    if not plan.later_hours or held is None or plan.later_hours >= layout(knowledge).filled_share * held.low:
        return ""
    bought = f"{held.low:.0f}" if held.low == held.high else f"{held.low:.0f} to {held.high:.0f}"
    return (
        f"From month {START + 1} on, the lines of this plan fill about {plan.later_hours:.0f} of the {bought} hours a "
        "month. Agree on what the rest is for, such as leading people, projects and suppliers day by day, or settle on "
        "fewer hours."
    )


def inside_sentence(plan: Plan) -> str:
    """What the plan takes of the firm's own people in its fullest month and in the year; empty where nothing."""
    fullest, year = max(plan.months[1:], key=lambda month: month.inside), sum(month.inside for month in plan.months)
    if not round(fullest.inside):
        return ""
    return (
        f"Your own people need about {counted(round(fullest.inside), 'hour')} in month {fullest.month}, the fullest, "
        f"and {year:,.0f} in the year."
    )


def months_sentence(plan: Plan) -> str:
    """Which months take more than the engagement holds."""
    over = [str(month.month) for month in plan.months if month.verdict == OVER and month.month]
    if not over:
        return ""
    if len(over) == MONTHS:
        return "Every month takes more than the most it holds."
    which = f"Month {over[0]} takes" if len(over) == 1 else f"Months {listed(over)} take"
    return f"{which} more than the most it holds."
