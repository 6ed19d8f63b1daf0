"""The role that plan and hiring are about: the recommended one, or another one that the reader chose."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.model.hiring.kit import role_hired
from fcio.screen import session
from fcio.screen.resources import knowledge
from fcio.screen.session import Open

RECOMMENDED = ""
PLAN = "plan"
PARTS = (PLAN, "hiring")


def chosen_role(client: Open) -> str:
    """The role chosen for this client, else the one that is recommended."""
    return role_hired(client.assessment, client.result)


def choose_role(role: str | None) -> bool:
    """Save one role for plan and hiring alike; None follows the recommendation. False when it was refused."""

    def edit(document: Document) -> None:
        for part in PARTS:
            entries: dict[str, Any] = {key: value for key, value in document.get(part, {}).items() if key != "role"}
            document[part] = entries | ({"role": role} if role else {})

    return session.change(edit)


def role_choice(client: Open, label: str, use: str) -> None:
    """Let the reader choose the role; ``use`` tells the widgets of several pages apart.

    A case file may name another role for hiring than for the plan; the plan then shows its own.
    """
    k, leader = knowledge(), client.result.leader.role
    kept = client.assessment.plan.get("role") or RECOMMENDED
    if use != PLAN:
        kept = client.assessment.hiring.get("role") or kept
    key = f"{client.id}:{use}:role"
    if st.session_state.get(f"{key}:was") != kept:
        st.session_state[key] = st.session_state[f"{key}:was"] = kept
    st.session_state.setdefault(key, kept)

    def changed() -> None:
        if not choose_role(st.session_state[key] or None):
            st.session_state.pop(key, None)

    st.selectbox(
        label,
        [RECOMMENDED, *(role.id for role in k.roles)],
        format_func=lambda one: k.role(one).name if one else f"As recommended: {k.role(leader).short}",
        key=key,
        on_change=changed,
    )
