"""Whose interest is served: the conflicts of the plan's role, how serious, what ends them, what to ask, safeguards."""

from __future__ import annotations

from functools import partial

import streamlit as st

from fcio.model.plan.result import Interest, Plan, Safeguard
from fcio.report import interest_words as words
from fcio.screen import plan_edit
from fcio.screen.plan_edit import key_of
from fcio.screen.plan_view import why
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, fold


def interests(client: Open, plan: Plan) -> None:
    """A fold for each conflict that is there or could be, the most serious first."""
    st.write(escaped(words.interests_sentence(knowledge(), plan)))
    for interest in plan.interests:
        label = escaped(words.interest_title(interest))
        fold(label, key_of(client, "interest", interest.conflict.id), partial(_interest, client, plan, interest))


def _interest(client: Open, plan: Plan, interest: Interest) -> None:
    conflict = interest.conflict
    st.write(escaped(f"{conflict.who_earns} {conflict.serious_because}"))
    st.markdown("**Why it is here**")
    why(interest.because, conflict.source, conflict.note, ())
    _list("What ends it", conflict.remedies)
    _list("Questions to put, with the answers in writing", conflict.ask)
    guards = [one for one in plan.safeguards if one.conflict == conflict.id]
    if guards:
        st.markdown("**What guards against it**")
    for one in guards:
        st.write(escaped(one.text))
        fold(
            f"Change this safeguard: {escaped(words.beginning(one.text))}",
            key_of(client, "line", one.id),
            partial(_safeguard, client, one),
        )


def _list(title: str, lines: tuple[str, ...]) -> None:
    if lines:
        st.markdown(f"**{title}**")
        st.markdown("\n".join(f"- {escaped(line)}" for line in lines))


def _safeguard(client: Open, one: Safeguard) -> None:
    plan_edit.text_field(client, one.id, one.text, one.usual_text)
    plan_edit.line_buttons(client, one.id, bool(one.changed))
