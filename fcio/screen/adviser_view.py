"""The adviser's voice: another recommendation with its reason, and the declared interest."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.screen import session
from fcio.screen.resources import knowledge

AS_COMPUTED = "as_computed"
PARTS = ("name", "interest", "role", "reason")


def _key(client_id: str, part: str) -> str:
    return f"{client_id}:adviser:{part}"


def adviser(client: session.Open) -> None:
    """Who advises, what they sell, and what they would recommend instead."""
    st.header("The consultant\u2019s view")
    st.write("Filled in when a consultant takes part. It appears on every export, beside the computed finding.")
    pin = client.assessment.pins.get("recommendation", {})
    seat = client.assessment.seats.get("consultant", {})
    kept = {**seat, "role": pin.get("role", AS_COMPUTED), "reason": pin.get("reason", "")}
    keys = {part: _key(client.id, part) for part in PARTS}
    for part, key in keys.items():
        st.session_state.setdefault(key, kept.get(part, ""))
    roles = {AS_COMPUTED: "Agrees with the finding"} | {r.id: r.name for r in knowledge().roles}
    with st.form(f"{client.id}:adviser"):
        st.text_input("Consultant\u2019s name", key=keys["name"])
        st.text_input("Declared interest", key=keys["interest"], placeholder="I sell fractional CIO work")
        st.selectbox("Recommends", list(roles), key=keys["role"], format_func=lambda role: roles[role])
        st.text_area("Reason, when it differs from the finding", key=keys["reason"])
        st.form_submit_button("Save the consultant\u2019s view", on_click=_save, args=(client.id,))


def _save(client_id: str) -> None:
    name, interest, role, reason = (st.session_state.get(_key(client_id, part), "") for part in PARTS)

    def write(document: Document) -> None:
        seats = {key: dict(value) for key, value in document.get("seats", {}).items() if key != "consultant"}
        person = {k: v for k, v in document.get("seats", {}).get("consultant", {}).items() if k in ("sells", "answers")}
        person |= {key: value for key, value in (("name", name), ("interest", interest)) if value}
        document["seats"] = seats | ({"consultant": person} if person else {})
        differs = role != AS_COMPUTED
        document["pins"] = {"recommendation": {"role": role, "reason": reason}} if differs else {}

    if session.change(write):
        session.tell("The consultant\u2019s view is saved.", done=True)
