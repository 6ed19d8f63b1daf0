"""The currency of amounts: chosen, with the rate and its day typed; nothing is assumed."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from fcio.exchange.conversion_part import LEAST_RATE, MOST_RATE
from fcio.model.currency import CURRENCIES, DOLLAR, Conversion, code_of
from fcio.report.spend_words import currency_words
from fcio.screen.risk_edit import put, saved
from fcio.screen.session import Open
from fcio.screen.shell import escaped

BUDGET = "budget"


def conversion_of(client: Open) -> Conversion | None:
    """Currency, rate and day of the client; None for US dollars."""
    found: Conversion | None = client.document.get(BUDGET, {}).get("conversion")
    return found


def forget(client: Open) -> None:
    """Let every field of this page show what is saved."""
    prefixes = (f"{client.id}:{BUDGET}:", f"{client.id}:currency:", f"{client.id}:contract:")
    for key in [key for key in st.session_state if str(key).startswith(prefixes)]:
        del st.session_state[key]


def fields(client: Open, use: str) -> None:
    """Currency, rate and day for one ``use`` on the page; they begin with what the client has."""
    kept = conversion_of(client)
    key = f"{client.id}:currency:{use}"
    st.session_state.setdefault(f"{key}:code", code_of(kept))
    st.selectbox(
        "Currency of the amounts", list(CURRENCIES), format_func=lambda code: CURRENCIES[code].name, key=f"{key}:code"
    )
    code = st.session_state[f"{key}:code"]
    if code == DOLLAR:
        return
    same = kept is not None and code == code_of(kept)
    st.session_state.setdefault(f"{key}:rate:{code}", float(kept["usd_per_unit"]) if kept and same else None)
    st.session_state.setdefault(f"{key}:dated:{code}", date.fromisoformat(kept["dated"]) if kept and same else None)
    left, right = st.columns(2)
    left.number_input(
        f"US dollars for one {CURRENCIES[code].name.removesuffix('s').split()[-1]}",
        min_value=LEAST_RATE,
        max_value=MOST_RATE,
        value=None,
        step=0.01,
        format="%.10g",
        key=f"{key}:rate:{code}",
        placeholder="from your bank",
    )
    right.date_input("Day of that rate", value=None, format="YYYY-MM-DD", key=f"{key}:dated:{code}")


def chosen(client: Open, use: str) -> tuple[str, Conversion | None]:
    """The code that was chosen, and its conversion; None where it is US dollars or rate or day are missing."""
    key = f"{client.id}:currency:{use}"
    code = st.session_state.get(f"{key}:code", DOLLAR)
    rate, day = st.session_state.get(f"{key}:rate:{code}"), st.session_state.get(f"{key}:dated:{code}")
    if code == DOLLAR or rate is None or day is None:
        return code, None
    return code, {"currency": code, "usd_per_unit": float(rate), "dated": day.isoformat()}


def currency(client: Open) -> None:
    """The fold in which the client's currency is set."""
    st.write(escaped(currency_words(conversion_of(client))))
    fields(client, "own")
    code, conversion = chosen(client, "own")
    ready = code == DOLLAR or conversion is not None

    def use_it() -> None:
        _, wanted = chosen(client, "own")

        def edit(entries: dict[str, Any]) -> None:
            put(entries, ("conversion",), wanted)

        saved(client, BUDGET, edit)
        forget(client)

    unchanged = conversion == conversion_of(client)
    st.button("Use this currency", on_click=use_it, disabled=not ready or unchanged, key="currency_use")
    if not ready:
        st.caption("Give the rate and its day; we assume neither.")
    st.caption(
        "What is saved already stays as it is in US dollars. If it was typed at another rate, type it again afterwards."
    )
