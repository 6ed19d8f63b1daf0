"""What the user decided about one step of the roadmap: pinned to a quarter, dropped or done, never two of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PINNED, DROPPED, DONE = "pins", "dropped", "done"
DECISIONS = {PINNED: "pinned", DROPPED: "dropped", DONE: "done"}
"""Every decision by its key among the choices, with its word."""


def decided(choices: Mapping[str, Any], step: str, decision: str | None, quarter: int | None = None) -> dict[str, Any]:
    """The choices with this decision on one step in place of any earlier one; ``quarter`` belongs to a pin.

    >>> decided({"pins": {"risk_list": 2}, "done": ["crisis_card"]}, "risk_list", "dropped")
    {'pins': {}, 'done': ['crisis_card'], 'dropped': ['risk_list']}
    >>> decided({"dropped": ["risk_list"]}, "risk_list", "pins", 3)
    {'dropped': [], 'pins': {'risk_list': 3}, 'done': []}
    """
    pins = {key: number for key, number in choices.get(PINNED, {}).items() if key != step}
    if decision == PINNED and quarter is not None:
        pins[step] = quarter
    lists = {part: [one for one in choices.get(part, ()) if one != step] for part in (DROPPED, DONE)}
    if decision in lists:
        lists[decision].append(step)
    return {**choices, PINNED: pins, **lists}


def at_odds(choices: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """The first step decided in two ways, with the keys of both; None where no two decisions are at odds.

    >>> at_odds({"pins": {"risk_list": 2}, "done": ["risk_list"]})
    ('risk_list', 'pins', 'done')
    """
    seen: dict[str, str] = {}
    for decision in DECISIONS:
        for step in choices.get(decision, ()):
            if step in seen:
                return step, seen[step], decision
            seen[step] = decision
    return None


def settled(choices: Mapping[str, Any]) -> dict[str, Any]:
    """Choices in which every step is decided once: done before dropped before pinned.

    >>> settled({"pins": {"risk_list": 2}, "done": ["risk_list", "risk_list"]})
    {'pins': {}, 'done': ['risk_list']}
    """
    found = dict(choices)
    done = list(dict.fromkeys(choices.get(DONE, ())))
    dropped = [step for step in dict.fromkeys(choices.get(DROPPED, ())) if step not in done]
    if PINNED in choices:
        found[PINNED] = {step: at for step, at in choices[PINNED].items() if step not in (*done, *dropped)}
    for part, steps in ((DROPPED, dropped), (DONE, done)):
        if part in choices:
            found[part] = steps
    return found
