"""The course through the twelve areas: the short pass or all of it, one indicator at a time, in file order."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from fcio.knowledge.areas import Area, Indicator
from fcio.screen.resources import knowledge
from fcio.screen.session import Open

AT = "area_at"
LENGTH = "area_length"
DONE = "done"
Length = Literal["quick", "full"]


def length(client: Open) -> Length:
    """Whether the open client goes through the short pass or through all indicators."""
    chosen: Length = st.session_state.get(LENGTH, {}).get(client.id, "quick")
    return chosen


def listed(client: Open) -> list[Indicator]:
    """The indicators of the chosen pass."""
    whole = length(client) == "full"
    return [indicator for area in knowledge().areas for indicator in area.indicators if whole or indicator.quick]


def area_of(indicator: Indicator) -> Area:
    """The area that an indicator belongs to."""
    return next(area for area in knowledge().areas if indicator in area.indicators)


def finished(client: Open, wanted: Length) -> bool:
    """Whether every indicator of a pass has an answer of its own."""
    asked = (i for area in knowledge().areas for i in area.indicators if wanted == "full" or i.quick)
    return all(indicator.id in client.assessment.areas for indicator in asked)


def answered(client: Open) -> int:
    """How many indicators of the chosen pass have an answer of their own."""
    given = client.assessment.areas
    return sum(indicator.id in given for indicator in listed(client))


def asking(client: Open) -> Indicator | None:
    """The indicator on screen: the one chosen, else the first without an answer; None at the end of the pass."""
    at = st.session_state.get(AT, {}).get(client.id)
    if at == DONE:
        return None
    everything = [indicator for area in knowledge().areas for indicator in area.indicators]
    chosen = next((indicator for indicator in everything if indicator.id == at), None)
    if chosen is None:
        given = client.assessment.areas
        chosen = next((indicator for indicator in listed(client) if indicator.id not in given), None)
        _put(client, chosen.id if chosen else DONE)
    return chosen


def _put(client: Open, at: str | None) -> None:
    st.session_state[AT] = {**st.session_state.get(AT, {}), client.id: at}


def go_to(client: Open, indicator_id: str) -> None:
    """Jump to an indicator; one outside the short pass makes it the whole one."""
    if indicator_id not in [indicator.id for indicator in listed(client)]:
        _choose(client, "full")
    _put(client, indicator_id)


def step(client: Open, indicator: Indicator, by: int) -> None:
    """Go on (1) or back (-1); after the last one the pass is done."""
    ids = [one.id for one in listed(client)]
    place = ids.index(indicator.id) + by if indicator.id in ids else 0
    _put(client, ids[max(0, place)] if place < len(ids) else DONE)


def _choose(client: Open, wanted: Length) -> None:
    st.session_state[LENGTH] = {**st.session_state.get(LENGTH, {}), client.id: wanted}


def start(client: Open, wanted: Length) -> None:
    """Begin or go on with a pass at its first indicator without an answer."""
    _choose(client, wanted)
    _put(client, None)


def again(client: Open) -> None:
    """Begin the chosen pass at its first indicator, whatever is answered."""
    _put(client, listed(client)[0].id)
