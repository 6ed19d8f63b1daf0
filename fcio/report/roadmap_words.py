"""The roadmap in words and tables: what is placed, who could lead it, what was left out and why."""

from __future__ import annotations

import pandas as pd

from fcio.knowledge.areas import Initiative
from fcio.knowledge.whole import Knowledge
from fcio.model.roadmap_change import RoadmapChange
from fcio.model.roadmap_reach import Reach
from fcio.model.roadmap_result import DONE, DROPPED, NO_ROOM, NOTHING_TO_LIFT, TOO_LARGE, WAITS, Placed, Roadmap
from fcio.report.area_words import listing
from fcio.report.numbers import counted, money, signed

STEPS_NAMED = 3
WHY = {
    NO_ROOM: "no hours or money are left for it in these quarters",
    NOTHING_TO_LIFT: "you have already what it would bring",
    DROPPED: "you dropped it",
    WAITS: "something that has to come first is missing",
    DONE: "it is done",
    TOO_LARGE: "it takes more hours or money than one quarter has",
}


def initiative(knowledge: Knowledge, initiative_id: str) -> Initiative:
    """The initiative with this id; KeyError if there is none."""
    return {one.id: one for one in knowledge.initiatives}[initiative_id]


def quarter_label(plan: Roadmap, number: int) -> str:
    """The name of a quarter of the plan, such as Q1 2027."""
    return next(quarter.label for quarter in plan.quarters if quarter.number == number)


def step_labels(knowledge: Knowledge, plan: Roadmap) -> dict[str, str]:
    """Every step by its id with its title, and a remark on those that the plan leaves out."""
    decided = {DROPPED: "dropped", DONE: "done"}
    remarks = {one.initiative: decided.get(one.why, "not planned") for one in plan.left_out}
    titles = {one.id: one.title for one in knowledge.initiatives}
    return {key: f"{title} ({remarks[key]})" if key in remarks else title for key, title in titles.items()}


def headline(plan: Roadmap) -> str:
    """How much is placed until when, in one sentence."""
    if not plan.placed:
        return "Nothing is planned yet"
    last = max(one.quarter for one in plan.placed)
    number = counted(len(plan.placed), "step")
    return f"{number[0].upper()}{number[1:]} until {quarter_label(plan, last)}"


def effort(plan: Roadmap) -> str:
    """Hours and money of the whole plan, and the quarter that takes most."""
    hours, cost = sum(one.hours for one in plan.placed), sum(one.cost for one in plan.placed)
    fullest = max(plan.quarters, key=lambda quarter: quarter.hours)
    return (
        f"About {hours:,.0f} hours and {money(cost)} in all; {fullest.label} takes most, {fullest.hours:,.0f} of "
        f"{plan.hours_per_quarter:,.0f} hours.{_over(plan)}"
    )


def _over(plan: Roadmap) -> str:
    """That what was pinned takes more than a quarter has; empty where everything fits."""
    over = [q.label for q in plan.quarters if q.hours > plan.hours_per_quarter or q.cost > plan.money_per_quarter]
    return f" What you pinned takes more than there is in {listing(over)}." if over else ""


def exactness(plan: Roadmap) -> str:
    """Whether a better plan exists within these limits."""
    if plan.exact:
        return "No other plan within these hours and this money is worth more."
    share = 100 * plan.value / plan.bound if plan.bound else 100
    return f"This plan is worth at least {min(99, int(share))} % of the most that any plan in these limits could be."


def beyond_reach(knowledge: Knowledge, reaches: tuple[Reach, ...]) -> str:
    """Which areas stay short of their target even with every step done; empty where none does."""
    if not reaches:
        return ""
    named = [f"{knowledge.area(one.area).short} ({one.highest:.1f} of the {one.target} it needs)" for one in reaches]
    return (
        f"Our steps do not go all the way in {listing(named)}: that is where they end with every one of them done. "
        "What is missing beyond them is particular to a firm; talk it over with whoever leads technology."
    )


def carriers(knowledge: Knowledge, one: Initiative) -> str:
    """Which of the roles would carry an initiative, best first."""
    return listing(knowledge.role(role).short for role in one.roles[:2]) if one.roles else ""


def lifted(knowledge: Knowledge, placed: Placed) -> str:
    """Which indicators a placed initiative lifts, and to which level."""
    labels = {i.id: i.label for i in knowledge.area(initiative(knowledge, placed.initiative).area).indicators}
    return listing(f"{labels[name]} to level {level}" for name, level in placed.lifts.items())


def _when(plan: Roadmap, one: Placed) -> str:
    cost, pinned = f", {money(one.cost)}" if one.cost else "", " (pinned)" if one.pinned else ""
    return f"{quarter_label(plan, one.quarter)}, {one.hours:,.0f} h{cost}{pinned}"


def plan_table(knowledge: Knowledge, plan: Roadmap) -> pd.DataFrame:
    """One row per placed initiative in the order of its quarter: when, hours and cost, who could lead it."""
    rows = [
        {
            "Step": initiative(knowledge, one.initiative).title,
            "When": _when(plan, one),
            "Could be led by": carriers(knowledge, initiative(knowledge, one.initiative)),
        }
        for one in sorted(plan.placed, key=lambda one: (one.quarter, -one.value))
    ]
    return pd.DataFrame(rows, columns=["Step", "When", "Could be led by"]).set_index("Step")


def quarter_table(plan: Roadmap) -> pd.DataFrame:
    """Hours and money of every quarter."""
    rows = [
        {"Quarter": q.label, "Hours": f"{q.hours:,.0f} of {plan.hours_per_quarter:,.0f}", "Money": money(q.cost)}
        for q in plan.quarters
    ]
    return pd.DataFrame(rows).set_index("Quarter")


def left_out_table(knowledge: Knowledge, plan: Roadmap) -> pd.DataFrame:
    """Every initiative that is not placed, and why."""
    rows = [{"Step": initiative(knowledge, one.initiative).title, "Why not": WHY[one.why]} for one in plan.left_out]
    return pd.DataFrame(rows, columns=["Step", "Why not"]).set_index("Step")


def change_sentence(knowledge: Knowledge, change: RoadmapChange) -> str:
    """What a change did to the plan: what came in, moved or fell out, and what that means in hours and money."""
    titles = {one.id: f"\u201c{one.title}\u201d" for one in knowledge.initiatives}
    parts = []
    if change.placed:
        parts.append(f"now planned: {_few([titles[key] for key in change.placed])}")
    if change.moved:
        parts.append(f"moved: {_few([titles[key] for key, _, _ in change.moved])}")
    if change.pushed_out:
        parts.append(f"no longer planned: {_few([titles[key] for key in change.pushed_out])}")
    if not parts:
        return "Saved. The plan stays as it was."
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}. That is {signed(change.hours, 0)} hours and {_more_or_less(change.cost)}."


def _few(names: list[str]) -> str:
    """The first names, and how many others there are."""
    others = len(names) - STEPS_NAMED
    return listing([*names[:STEPS_NAMED], counted(others, "other step")]) if others > 0 else listing(names)


def _more_or_less(cost: float) -> str:
    return "no other cost" if not cost else f"{money(abs(cost))} {'more' if cost > 0 else 'less'}"
