"""Spending by category as the client types it, each line with the estimate it replaces; saved at once."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from fcio.model.currency import CURRENCIES, Conversion, code_of, from_usd, to_usd
from fcio.model.money.case import owner_hours
from fcio.model.parameters import Figures
from fcio.model.spend_default import usual_line
from fcio.report.spend_words import currency_words, in_the_field, usual_words
from fcio.report.unit_words import spread
from fcio.screen import risk_edit
from fcio.screen.resources import knowledge
from fcio.screen.risk_edit import put, saved
from fcio.screen.session import Open
from fcio.screen.shell import escaped
from fcio.screen.spend_currency import BUDGET, conversion_of

CENTS = 2


def money(client: Open, path: tuple[str, ...], label: str, usual: str, help_: str | None = None) -> None:
    """An amount a year in the client's currency, kept in US dollars; empty means what stands in grey."""
    conversion = conversion_of(client)
    key = ":".join((client.id, BUDGET, *path))
    st.session_state.setdefault(key, _shown(client, path, conversion))

    def changed() -> None:
        typed = st.session_state.get(key)
        amount = None if typed is None else to_usd(float(typed), conversion)
        saved(client, BUDGET, lambda entries: put(entries, path, amount), key)

    st.number_input(
        label,
        min_value=0.0,
        value=None,
        key=key,
        on_change=changed,
        placeholder=usual,
        help=help_,
        step=100.0,
        format="%.10g",
    )


def _shown(client: Open, path: tuple[str, ...], conversion: Conversion | None) -> float | None:
    entries = client.document.get(BUDGET, {})
    for key in path:
        entries = entries.get(key) if isinstance(entries, dict) else None
    return round(from_usd(float(entries), conversion), CENTS) if isinstance(entries, (int, float)) else None


def typed(client: Open) -> None:
    """The eight lines, each with its estimate, then the total."""
    rules, conversion = knowledge().budget, conversion_of(client)
    assert rules is not None
    sign = CURRENCIES[code_of(conversion)].sign
    st.write(escaped(f"{currency_words(conversion)} Give a usual year. What you leave empty is estimated."))
    for category in rules.categories:
        usual = usual_line(knowledge(), client.assessment, category.id)
        about = f"{category.text} {'; '.join(category.includes)}."
        label = f"{category.label}, a year ({sign})"
        money(client, ("spend", category.id), label, in_the_field(usual, conversion), escaped(about))
        st.caption(escaped(usual_words(usual, conversion)))
    risk_edit.reset(client, BUDGET, ("spend",), "All lines back to the estimates")
    money(client, ("spend_total",), f"All of it together, a year ({sign})", "only if you know it")
    st.caption("With a total, the lines you left empty share what it leaves.")
    risk_edit.reset(client, BUDGET, ("spend_total",), "Take the total back")


def hours(client: Open) -> None:
    """Hours a month that a leader of the firm spends on technology."""
    a = client.assessment
    given = {key: part for key, part in a.budget.items() if key != "owner_hours"}
    figures = Figures(knowledge(), a.as_of, a.overrides)
    usual = owner_hours(knowledge(), replace(a, budget=given), figures)
    said = spread(usual.low, usual.typical, usual.high, usual.unit)
    risk_edit.number(
        client,
        BUDGET,
        ("owner_hours",),
        "Your own hours with technology, a month",
        usual=f"estimate {usual.typical:.3g}",
    )
    st.caption(escaped(f"Without yours we take {said}."))
    risk_edit.reset(client, BUDGET, ("owner_hours",), "Back to our number")
