"""Contracts as the client types them: add one, change one, take one out."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from fcio.exchange.people_parts import LONGEST_NAME
from fcio.model.currency import CURRENCIES, code_of, from_usd, to_usd
from fcio.report.spend_words import contract_table, currency_words
from fcio.screen import session
from fcio.screen.resources import knowledge
from fcio.screen.risk_edit import saved
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells
from fcio.screen.spend_currency import BUDGET, conversion_of, forget
from fcio.screen.spend_typed import CENTS

NEW = -1
FIELDS = ("name", "category", "yearly", "renews_on", "uplift")


def contracts(client: Open) -> None:
    """The contracts in a table, and the fields of one of them."""
    rules = knowledge().budget
    assert rules is not None
    kept = list(client.document.get(BUDGET, {}).get("contracts", ()))
    st.write(escaped(currency_words(conversion_of(client))))
    st.write("Name the largest ones: what renews soon is where money can be saved. Each is part of its category.")
    if kept:
        table = contract_table(rules, kept, conversion_of(client))
        st.table(escaped_cells(table.rename(index=escaped)), border="horizontal")
    picked = f"{client.id}:contract:picked"
    st.selectbox(
        "Which contract?",
        [NEW, *range(len(kept))],
        format_func=lambda one: "A new one" if one == NEW else str(kept[one]["name"]),
        key=picked,
    )
    number = st.session_state[picked]
    _form(client, number, {} if number == NEW else kept[number])


def _form(client: Open, number: int, contract: dict[str, Any]) -> None:
    rules, conversion = knowledge().budget, conversion_of(client)
    assert rules is not None
    key = f"{client.id}:contract:{number}"
    _begin(client, key, contract)
    labels = {category.id: category.label for category in rules.categories}
    with st.form(key, border=False):
        st.text_input("Name", max_chars=LONGEST_NAME, key=f"{key}:name")
        st.selectbox("Category", list(labels), index=None, format_func=labels.__getitem__, key=f"{key}:category")
        sign = CURRENCIES[code_of(conversion)].sign
        st.number_input(
            f"Price of a year ({sign})",
            min_value=0.0,
            value=None,
            step=100.0,
            format="%.10g",
            key=f"{key}:yearly",
        )
        st.date_input("Renews on, if you know it", value=None, format="YYYY-MM-DD", key=f"{key}:renews_on")
        st.number_input(
            "Increase at each renewal in percent, if you know it",
            min_value=0.0,
            max_value=100.0,
            value=None,
            step=0.5,
            format="%.10g",
            key=f"{key}:uplift",
        )
        with st.container(horizontal=True):
            said = "Add this contract" if number == NEW else "Save this contract"
            st.form_submit_button(said, on_click=_save, args=(client, number), type="primary")
            if number != NEW:
                st.form_submit_button("Take it out", on_click=_remove, args=(client, number))


def _begin(client: Open, key: str, contract: dict[str, Any]) -> None:
    """Put what is saved into the fields."""
    begin = {field: contract.get(field) for field in FIELDS} | {"name": contract.get("name", "")}
    if "yearly" in contract:
        begin["yearly"] = round(from_usd(float(contract["yearly"]), conversion_of(client)), CENTS)
    if "renews_on" in contract:
        begin["renews_on"] = date.fromisoformat(contract["renews_on"])
    if "uplift" in contract:
        begin["uplift"] = round(100 * contract["uplift"], 4)
    for field, value in begin.items():
        st.session_state.setdefault(f"{key}:{field}", value)


def _save(client: Open, number: int) -> None:
    typed: dict[str, Any] = {field: st.session_state.get(f"{client.id}:contract:{number}:{field}") for field in FIELDS}
    missing = [said for field, said in _NEEDED.items() if typed[field] in (None, "")]
    if missing:
        session.tell(f"Not saved. Give {' and '.join(missing)}; your other entries are still there.")
        return
    contract = {"name": typed["name"], "category": typed["category"]}
    contract["yearly"] = to_usd(float(typed["yearly"]), conversion_of(client))
    if typed["renews_on"] is not None:
        contract["renews_on"] = typed["renews_on"].isoformat()
    if typed["uplift"] is not None:
        contract["uplift"] = float(typed["uplift"]) / 100

    def edit(entries: dict[str, Any]) -> None:
        kept = list(entries.get("contracts", ()))
        entries["contracts"] = [*kept, contract] if number == NEW else [*kept[:number], contract, *kept[number + 1 :]]

    _stored(client, edit)


_NEEDED = {"name": "a name", "category": "a category", "yearly": "the price of a year"}


def _remove(client: Open, number: int) -> None:
    def edit(entries: dict[str, Any]) -> None:
        kept = list(entries.get("contracts", ()))
        entries["contracts"] = [*kept[:number], *kept[number + 1 :]]

    _stored(client, edit)


def _stored(client: Open, edit: Any) -> None:
    before = client.revision
    saved(client, BUDGET, edit)
    if st.session_state.get(session.SEEN, before) != before:
        forget(client)
