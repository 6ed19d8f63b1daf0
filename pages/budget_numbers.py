"""The client's own spending: typed, named by contract, or read from a spreadsheet."""

import streamlit as st

from fcio.screen import session, shell, spend_contracts, spend_currency, spend_typed, spend_upload


def render(client: session.Open) -> None:
    st.title("Your own spending")
    st.write("What technology costs you today. Your own numbers replace our estimates; each goes back in one click.")
    shell.fold("Spending by category", "spend_typed", lambda: spend_typed.typed(client))
    shell.fold("Contracts", "spend_contracts", lambda: spend_contracts.contracts(client))
    shell.fold("From a spreadsheet", "spend_upload", lambda: spend_upload.spreadsheet(client))
    shell.fold("Your own hours", "spend_hours", lambda: spend_typed.hours(client))
    shell.fold("Currency", "spend_currency", lambda: spend_currency.currency(client))
    if st.button("Back to the budget", type="primary"):
        st.switch_page("pages/budget.py")


shell.client_page(render)
