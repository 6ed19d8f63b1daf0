"""The adviser's voice: another recommendation with its reason, and the declared interest."""

from __future__ import annotations

import streamlit as st

from fcio.exchange.case_file import Document
from fcio.screen import session
from fcio.screen.resources import knowledge

AS_COMPUTED = "as_computed"


def adviser(client: session.Open) -> None:
    """Who advises, what they sell, and what they would recommend instead."""
    st.header("The consultant\u2019s view")
    st.write("Filled in when a consultant takes part. It appears on every export, beside the computed finding.")
    pin = client.assessment.pins.get("recommendation", {})
    seat = client.assessment.seats.get("consultant", {})
    roles = {AS_COMPUTED: "Agrees with the finding"} | {r.id: r.name for r in knowledge().roles}
    with st.form(f"{client.id}:adviser"):
        name = st.text_input("Consultant\u2019s name", value=seat.get("name", ""))
        interest = st.text_input(
            "Declared interest", value=seat.get("interest", ""), placeholder="I sell fractional CIO work"
        )
        wanted = st.selectbox(
            "Recommends",
            list(roles),
            index=list(roles).index(pin.get("role", AS_COMPUTED)),
            format_func=lambda role: roles[role],
        )
        reason = st.text_area("Reason, when it differs from the finding", value=pin.get("reason", ""))
        sent = st.form_submit_button("Save the consultant\u2019s view")
    if sent and session.change(lambda document: _write(document, name, interest, wanted, reason)):
        st.success("Saved.")
    elif sent:
        st.rerun()


def _write(document: Document, name: str, interest: str, role: str | None, reason: str) -> None:
    seats = {key: dict(value) for key, value in document.get("seats", {}).items()}
    person = {key: value for key, value in (("name", name), ("interest", interest)) if value}
    seats.pop("consultant", None)
    if person:
        seats["consultant"] = person
    document["seats"] = seats
    document["pins"] = {} if role in (None, AS_COMPUTED) else {"recommendation": {"role": role, "reason": reason}}
