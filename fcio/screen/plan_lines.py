"""Lines taken out of the plan and brought back, usual ones put in by hand, and the way back to our plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from fcio.model.plan.changes import put_in
from fcio.model.plan.result import Plan
from fcio.report.plan_words import clause_title, title_of
from fcio.screen import session
from fcio.screen.next_steps import plan_with
from fcio.screen.plan_edit import Part, forget, key_of, saved
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped

DROPPED, KEPT = "dropped", "kept"


def _titles(plan: Plan) -> dict[str, str]:
    """Every line, clause and safeguard of a plan by its short name."""
    found = {line.id: title_of(line) for line in plan.lines}
    found |= {clause.id: clause_title(clause) for clause in plan.clauses}
    return found | {one.id: one.text for one in plan.safeguards}


def _without(part: Mapping[str, Any], *lines: str) -> Part:
    """The part in which these lines are neither taken out nor kept."""
    both = {field: [one for one in part.get(field, ()) if one not in lines] for field in (DROPPED, KEPT)}
    return {**part, **both}


def _everything(client: Open) -> dict[str, str]:
    """All lines that this plan could have by its role's engagement, also those that nothing calls for."""
    k = knowledge()
    every = [*(activity.id for activity in k.activities), *(clause.id for clause in k.mandate)]
    return _titles(plan_with(client, {**client.assessment.plan, DROPPED: (), KEPT: every}))


def out_and_others(client: Open, plan: Plan) -> None:
    """What was taken out, each back in one click; and usual lines that nothing calls for here."""
    every, now = _everything(client), _titles(plan)
    out = [line for line in plan.dropped if line in every]
    if not out:
        st.write("Nothing is taken out.")
    for line in out:
        st.write(escaped(every[line]))
        st.button(
            "Bring it back",
            key=key_of(client, "back", line),
            on_click=_put_in,
            args=(client, line),
            help=escaped(every[line]),
        )
    others = [line for line in every if line not in now and line not in plan.dropped]
    chosen = st.selectbox(
        "A usual line that your answers do not call for",
        others,
        index=None,
        format_func=every.__getitem__,
        key=key_of(client, "other"),
        placeholder="Choose a line",
    )
    if chosen is not None:
        st.button("Put it in", key=key_of(client, "put_in"), on_click=_put_in, args=(client, chosen))


def _put_in(client: Open, line: str) -> None:
    without = plan_with(client, _without(client.assessment.plan, line))
    called_for = line in _titles(without)
    if saved(lambda part: put_in(part, line, called_for)):
        st.session_state.pop(key_of(client, "other"), None)
        session.tell("It is in the plan again." if called_for else "It is in the plan now.", done=True)


def start_again(client: Open) -> None:
    """Back to our plan: everything changed by hand is taken back but the role."""
    changed = {field for field in client.assessment.plan if field != "role"}
    st.write(
        "This takes back every text, number and duty you changed, brings back what you took out, and takes away the "
        "lines you added. The role stays. Earlier states of the client are kept, so nothing is lost for good."
        if changed
        else "You have changed nothing; this is our plan."
    )
    if changed:
        st.button("Put all of it back", key=key_of(client, "reset"), on_click=_reset, args=(client,))


def _reset(client: Open) -> None:
    if saved(lambda part: {field: value for field, value in part.items() if field == "role"}):
        forget(client)
        session.tell("This is our plan again.", done=True)
