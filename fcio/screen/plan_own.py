"""Lines of the client's own in the plan: added, changed and taken away; at most fifty."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.exchange.plan_parts import DONE_BY
from fcio.model.lowered import lowered
from fcio.report.plan_words import PART_TITLES, layout
from fcio.screen import session
from fcio.screen.plan_edit import Part, forget, key_of, saved
from fcio.screen.resources import knowledge
from fcio.screen.session import Open

OWN, PREFIX = "own", "own_"
WHO = {"leader": "The leader", "owner": "You as the owner", "inside": "Your own people"}


def places() -> dict[str, str]:
    """Where a line may stand: the phases, then the parts of the mandate."""
    phases = {phase.id: phase.title for phase in layout(knowledge()).phases}
    return phases | {part: f"Mandate: {lowered(title)}" for part, title in PART_TITLES.items()}


def _fields(prefix: tuple[str, ...], client: Open, now: dict[str, Any]) -> None:
    """The four fields of a line; they keep what is typed while other pages are looked at."""
    shown = places()
    for field in ("place", "text", "hours", "done_by"):
        st.session_state.setdefault(key_of(client, *prefix, field), now[field])
    place = st.selectbox(
        "Where",
        list(shown),
        format_func=shown.__getitem__,
        key=key_of(client, *prefix, "place"),
        persist_state="session",
    )
    st.text_area("What", key=key_of(client, *prefix, "text"), height=100, persist_state="session")
    if place in PART_TITLES:
        return
    st.selectbox(
        "Who does it",
        DONE_BY,
        format_func=WHO.__getitem__,
        key=key_of(client, *prefix, "done_by"),
        persist_state="session",
    )
    st.number_input(
        "Hours, if you know",
        value=None,
        key=key_of(client, *prefix, "hours"),
        placeholder="open",
        format="%.10g",
        width=260,
        persist_state="session",
    )


def _typed(prefix: tuple[str, ...], client: Open) -> dict[str, Any]:
    given = {field: st.session_state.get(key_of(client, *prefix, field)) for field in ("place", "text")}
    if given["place"] not in PART_TITLES:
        given |= {field: st.session_state.get(key_of(client, *prefix, field)) for field in ("hours", "done_by")}
    return {field: value for field, value in given.items() if value is not None}


def add(client: Open) -> None:
    """A form for a new line."""
    _fields(("new",), client, {"place": "days_30", "text": "", "hours": None, "done_by": "owner"})
    st.button("Add this line", type="primary", key=key_of(client, "add"), on_click=_add, args=(client,))


def _add(client: Open) -> None:
    typed = _typed(("new",), client)
    if saved(lambda part: {**part, OWN: [*part.get(OWN, ()), typed]}):
        forget(client, "new")
        session.tell(f"Added under \u201c{places()[typed['place']]}\u201d.", done=True)


def is_own(line: str) -> bool:
    """Whether a line of the plan is the client's own."""
    return line.startswith(PREFIX)


def change(client: Open, line: str) -> None:
    """The fields of a line of the client's own, to change it or to take it away."""
    place = int(line.removeprefix(PREFIX)) - 1
    given = client.assessment.plan.get(OWN, ())[place]
    prefix = ("mine", line)
    _fields(prefix, client, {"hours": None, "done_by": "owner", **given})
    with st.container(horizontal=True):
        st.button("Save", type="primary", key=key_of(client, "save", line), on_click=_change, args=(client, place))
        st.button("Take it away", key=key_of(client, "away", line), on_click=_take_away, args=(client, place))


def _change(client: Open, place: int) -> None:
    typed = _typed(("mine", f"{PREFIX}{place + 1}"), client)

    def edit(part: Part) -> Part:
        own = list(part.get(OWN, ()))
        own[place : place + 1] = [typed]
        return {**part, OWN: own}

    if saved(edit):
        forget(client, "mine", f"{PREFIX}{place + 1}")


def _take_away(client: Open, place: int) -> None:
    def edit(part: Part) -> Part:
        return {**part, OWN: [one for number, one in enumerate(part.get(OWN, ())) if number != place]}

    if saved(edit):
        forget(client, "mine")
        session.tell("Taken away.", done=True)
