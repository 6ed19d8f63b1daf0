"""The firm's cyber insurance: what it keeps of each event and the most the insurer pays in a year."""

from __future__ import annotations

import streamlit as st

from fcio.screen.resources import knowledge
from fcio.screen.risk_edit import RISK, put, reset, saved
from fcio.screen.session import Open
from fcio.screen.shell import escaped


def insurance(client: Open) -> None:
    """Cyber insurance: what the firm keeps of each event, and the most the insurer pays in a year."""
    policy = client.assessment.risk.get("policy", {})
    keys = {part: f"{client.id}:risk:policy:{part}" for part in ("deductible", "annual_limit")}
    for part, key in keys.items():
        st.session_state.setdefault(key, policy.get(part))

    def changed() -> None:
        values = {part: st.session_state.get(key) for part, key in keys.items()}
        if any(value is None for value in values.values()) and any(value is not None for value in values.values()):
            return
        kept = None if None in values.values() else values
        saved(client, RISK, lambda entries: put(entries, ("policy",), kept), *keys.values())

    labels = {"deductible": "You keep of each event ($)", "annual_limit": "The insurer pays at most in a year ($)"}
    for column, (part, key) in zip(st.columns(2), keys.items(), strict=True):
        with column:
            st.number_input(
                labels[part], min_value=0.0, value=None, key=key, on_change=changed, placeholder="none", format="%.10g"
            )
    names = [s.label for s in knowledge().scenarios if s.insured]
    st.caption(
        escaped(f"Counts once both are given. It covers {', '.join(names).lower()}, by our reading; look at yours.")
    )
    reset(client, RISK, ("policy",), "No insurance")
