"""Sentences of the coffee clock: where the talk stands, why it stops, and what was left out."""

from __future__ import annotations

from fcio.knowledge.whole import Knowledge
from fcio.model.clock import CONFIDENT, NOTHING_LEFT, SETTLED, TIME_UP, TalkPlan
from fcio.model.fit_result import FitResult
from fcio.model.gates import OpenGate
from fcio.model.next_question import NextQuestion
from fcio.report.area_words import listing
from fcio.report.numbers import counted, in_hundred
from fcio.report.words import verdict


def plan_line(total: float, left: float, plan: TalkPlan) -> str:
    """Minutes used of the talk, and how many questions the rest is for."""
    used = max(0, round(total - left))
    return (
        f"About {used} of {total:g} minutes used, by our estimate. Time for "
        f"{counted(len(plan.asks), 'more question')}, the ones that tell most first."
    )


def stop_title(reason: str, skipped: int, checks: int = 0) -> str:
    """The head of the page on which the talk stops; ``checks``: what could still come before the recommendation."""
    if reason == NOTHING_LEFT and skipped:
        return f"You left {counted(skipped, 'question')} open that could still matter"
    if reason == TIME_UP:
        return "The time is up, by our estimate"
    return f"You can stop here but for {counted(checks, 'open check')}" if checks else "You can stop here"


def stop_words(knowledge: Knowledge, result: FitResult, reason: str) -> str:
    """Why the talk stops, and how sure the advice is then."""
    if result.missing_core:
        return f"{verdict(result)} Until then there is no recommendation."
    if reason == SETTLED:
        return verdict(result)
    now = knowledge.role(result.leader.role).fits
    now = now[0].upper() + now[1:]
    if reason == CONFIDENT:
        return f"{now}, and would stay first in {in_hundred(result.stays)} ways this talk could go on."
    so_far = knowledge.role(result.leader.role).fits
    return f"So far, {so_far}. It would stay first in {in_hundred(result.stays)} ways to go on."


def check_lines(knowledge: Knowledge, gates: tuple[OpenGate, ...]) -> tuple[str, ...]:
    """What could still come before the recommendation, each with the questions to ask about it."""
    heads = [one.gate.headline.split("; ")[0] for one in gates]
    asks = [listing(knowledge.question(name).label for name in one.questions) for one in gates]
    return tuple(f"{head} (still to ask: {ask})" for head, ask in zip(heads, asks, strict=True))


def could_do(n: NextQuestion) -> str:
    """What one more answer could do: put another choice first, or something above the ranking that is done before."""
    share = in_hundred(n.chance_of_change)
    if n.chance_of_gate >= n.chance_of_change > 0:
        return f"in {share} cases its answer puts a step before the recommendation, which itself may stay"
    return f"alone it puts another choice first in {share} cases"


def left_out_lines(knowledge: Knowledge, rest: tuple[NextQuestion, ...], shown: int) -> tuple[str, ...]:
    """What was left out and how much each could matter alone, the most likely to matter first, closed by the others."""
    lines = [f"{knowledge.question(n.question).label}: {could_do(n)}" for n in rest[:shown]]
    if len(rest) > shown:
        most = max(n.chance_of_change for n in rest[shown:])
        lines.append(
            f"{counted(len(rest) - shown, 'other question')}, none of them in more than {in_hundred(most)} cases"
        )
    return tuple(lines)
