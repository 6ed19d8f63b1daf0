"""Spending from a spreadsheet: choose it, see what would be stored, then take all of it or nothing."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from fcio.exchange.case_file import Document
from fcio.exchange.spend_file import SpendFile, read_spend
from fcio.exchange.spend_proposal import Proposal, proposal
from fcio.exchange.spend_template import spend_template
from fcio.exchange.zip_guard import MOST_BYTES
from fcio.model.answers import Refused
from fcio.model.currency import DOLLAR, Conversion
from fcio.report.currency import exactly
from fcio.report.spend_words import both, change_row, stored_words
from fcio.screen import session, shell
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells
from fcio.screen.spend_currency import BUDGET, chosen, conversion_of, fields, forget

ROUND = "spend_round"


def spreadsheet(client: Open) -> None:
    """The fold with template, file, currency and preview."""
    rules = knowledge().budget
    assert rules is not None
    st.write("An .xlsx or .csv file with your spending, your contracts, or both. Nothing is stored until you say so.")
    st.download_button(
        "Download an empty spreadsheet",
        lambda: spend_template(rules),
        file_name=f"spending {date.today().isoformat()}.xlsx",
        on_click="ignore",
    )
    fields(client, "file")
    code, conversion = chosen(client, "file")
    uploaded = st.file_uploader(
        "Spreadsheet (.xlsx or .csv)",
        type=["xlsx", "csv"],
        key=f"{client.id}:spend_file:{st.session_state.get(ROUND, 0)}",
        max_upload_size=MOST_BYTES // 2**20,
    )
    if uploaded is None:
        return
    if code != DOLLAR and conversion is None:
        st.info("Give the rate and its day above; we assume neither. Then you see what the file says.")
        return
    with shell.refusals():
        _preview(client, read_spend(knowledge(), uploaded.name, uploaded.getvalue(), code), conversion)
    st.button("Discard the file", on_click=_next_file, key="spend_discard")


def _preview(client: Open, read: SpendFile, conversion: Conversion | None) -> None:
    found = proposal(knowledge(), client.document.get(BUDGET, {}), read, conversion)
    if read.faults:
        st.error(
            "Something in the file has to be corrected first. Nothing is stored. Correct it and choose the file again."
        )
        _list(read.faults)
    elif found.refused is not None:
        st.error(escaped(f"{found.refused} Nothing is stored."))
    if found.changes:
        st.subheader("What the file says" if read.faults else "What would be stored")
        st.table(escaped_cells(_table(found, conversion)).rename(index=escaped), border="horizontal")
        st.caption("What the file does not name stays as it is.")
    if conversion is None and conversion_of(client) is not None:
        st.caption("This file is in US dollars; from then on amounts are shown in US dollars alone.")
    same = conversion == conversion_of(client) and all(one.state == "unchanged" for one in found.changes)
    if found.changes and same:
        st.info("All of it is stored already; nothing would change.")
    if read.notes:
        st.write("How it was read")
        _list(read.notes)
    if found.changes and not same and not read.faults and found.refused is None:
        st.button(
            "Store all of this", type="primary", on_click=_accept, args=(client, read, conversion), key="spend_store"
        )


def _list(sentences: tuple[str, ...]) -> None:
    st.markdown("\n".join(f"- {escaped(' '.join(sentence.split()))}" for sentence in sentences))


def _table(found: Proposal, conversion: Conversion | None) -> pd.DataFrame:
    rules = knowledge().budget
    assert rules is not None
    rows = [
        [
            change_row(rules, one.label, one.state, one.contract),
            "nothing" if one.now_usd is None else exactly(one.now_usd, None),
            both(one.then_usd, conversion),
        ]
        for one in found.changes
    ]
    return pd.DataFrame(rows, columns=["A year", "Now", "From the file"]).set_index("A year")


def _next_file() -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _accept(client: Open, read: SpendFile, conversion: Conversion | None) -> None:
    """Store what was shown, all of it or nothing."""
    states: list[str] = []

    def edit(document: Document) -> None:
        found = proposal(knowledge(), document.get(BUDGET, {}), read, conversion)
        if found.refused is not None:
            raise Refused(BUDGET, found.refused)
        states.extend(one.state for one in found.changes)
        document[BUDGET] = dict(found.budget)

    if session.change(edit):
        session.tell(stored_words(states), done=True)
        forget(client)
        _next_file()
