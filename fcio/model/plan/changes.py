"""What a client changed in the plan by hand, and how one line goes back to ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fcio.knowledge.whole import Knowledge

TODAY, WOULD, NONE = "today", "would", "none"
BY_LINE = ("texts", "hours", "amounts")
LISTS = ("dropped", "kept")
LATER_QUARTERS = (2, 3, 4)
"""Quarters of the first year after the one whose steps are told one by one."""


@dataclass(frozen=True)
class Changes:
    """The part ``plan`` of a case, read: what was chosen, dropped, kept, added and put in our place, by line id."""

    role: str | None
    dropped: tuple[str, ...]
    kept: tuple[str, ...]
    texts: Mapping[str, str]
    hours: Mapping[str, float]
    amounts: Mapping[str, float]
    own: tuple[Mapping[str, Any], ...]
    responsibilities: Mapping[str, Mapping[str, Mapping[str, str]]]

    @classmethod
    def of(cls, part: Mapping[str, Any]) -> Changes:
        """From the part of a checked case file.

        >>> Changes.of({"dropped": ["coffee"]}).dropped
        ('coffee',)
        """
        return cls(
            role=part.get("role"),
            dropped=tuple(part.get("dropped", ())),
            kept=tuple(part.get("kept", ())),
            texts=part.get("texts", {}),
            hours=part.get("hours", {}),
            amounts=part.get("amounts", {}),
            own=tuple(part.get("own", ())),
            responsibilities=part.get("responsibilities", {}),
        )

    def changed(self, line: str) -> tuple[str, ...]:
        """Which of text, hours and amount of a line are the client's."""
        named = (("text", self.texts), ("hours", self.hours), ("amount", self.amounts))
        return tuple(name for name, given in named if line in given)


def safeguard_id(conflict: str, number: int) -> str:
    """The id of a safeguard: its conflict and its place, from 1.

    >>> safeguard_id("referral_fee", 2)
    'referral_fee_2'
    """
    return f"{conflict}_{number}"


def gate_step_id(gate: str, number: int) -> str:
    """The id of a step that a must of the advice asks for."""
    return f"{gate}_{number}"


def quarter_id(number: int) -> str:
    """The id of the line for a later quarter of the roadmap."""
    return f"roadmap_quarter_{number}"


def line_ids(knowledge: Knowledge) -> frozenset[str]:
    """Every line that a plan can have and a client can change, whatever the role."""
    entries = {activity.id for activity in knowledge.activities} | {clause.id for clause in knowledge.mandate}
    entries |= {initiative.id for initiative in knowledge.initiatives}
    safeguards = {safeguard_id(c.id, n) for c in knowledge.conflicts for n, _ in enumerate(c.safeguards, 1)}
    steps = {gate_step_id(g.id, n) for g in knowledge.gates for n, _ in enumerate(g.steps, 1)}
    return frozenset(entries | safeguards | steps | {quarter_id(number) for number in LATER_QUARTERS})


def reset(part: Mapping[str, Any], line: str) -> dict[str, Any]:
    """The part ``plan`` of a case in which one line, or the parts of one duty, is ours again.

    >>> reset({"texts": {"coffee": "Tea."}, "dropped": ["coffee"], "role": "vcio"}, "coffee")
    {'role': 'vcio'}
    """
    found = dict(part)
    for key in BY_LINE:
        if key in found:
            found[key] = {one: value for one, value in found[key].items() if one != line}
    for key in LISTS:
        if key in found:
            found[key] = type(found[key])(one for one in found[key] if one != line)
    if "responsibilities" in found:
        sides = found["responsibilities"].items()
        kept = {side: {duty: parts for duty, parts in duties.items() if duty != line} for side, duties in sides}
        found["responsibilities"] = {side: duties for side, duties in kept.items() if duties}
    return {key: value for key, value in found.items() if value or key not in (*BY_LINE, *LISTS, "responsibilities")}


def taken_out(part: Mapping[str, Any], line: str) -> dict[str, Any]:
    """The part ``plan`` of a case without one line; its own text and hours wait for its return.

    >>> taken_out({"kept": ["coffee"]}, "coffee")
    {'kept': [], 'dropped': ['coffee']}
    """
    kept = [one for one in part.get("kept", ()) if one != line]
    dropped = [one for one in part.get("dropped", ()) if one != line]
    return {**part, **({"kept": kept} if "kept" in part else {}), "dropped": [*dropped, line]}


def put_in(part: Mapping[str, Any], line: str, called_for: bool) -> dict[str, Any]:
    """The part ``plan`` of a case with one line in it again; one that nothing calls for is kept by hand.

    >>> put_in({"dropped": ["coffee"]}, "coffee", called_for=False)
    {'dropped': [], 'kept': ['coffee']}
    """
    dropped = [one for one in part.get("dropped", ()) if one != line]
    kept = [one for one in part.get("kept", ()) if one != line]
    found = {**part, "dropped": dropped}
    return found if called_for else {**found, "kept": [*kept, line]}


def with_part(given: Mapping[str, str], usual: Mapping[str, str], part: str, parties: Sequence[str]) -> dict[str, str]:
    """What to keep of who has which part in a duty, once exactly these parties have this part; the rest stays.

    ``given`` is who has which part now, ``usual`` who would have it without the client's word; only what differs from
    it is kept, with NONE where the client takes a usual part away.

    >>> with_part({"owner": "helps"}, {"owner": "helps"}, "leads", ["owner", "msp"])
    {'owner': 'leads', 'msp': 'leads'}
    >>> with_part({"owner": "helps"}, {"owner": "helps"}, "helps", [])
    {'owner': 'none'}
    """
    rest = {party: does for party, does in given.items() if does != part}
    wanted = {**rest, **dict.fromkeys(parties, part)}
    differing = {party: does for party, does in wanted.items() if usual.get(party) != does}
    return {**differing, **{party: NONE for party in usual if party not in wanted}}
