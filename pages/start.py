"""Start: where you are and what is next; a new assessment, or an example to look at."""

import streamlit as st

from fcio.report.words import engagement_sentence, headline, verdict
from fcio.screen import clients, session, shell
from fcio.screen.resources import knowledge


def new_assessment() -> None:
    with st.form("new_client", border=False):
        name = st.text_input("Name of the firm", key="new_name", max_chars=200)
        if st.form_submit_button("Start the assessment", type="primary"):
            clients.create(name)
            st.switch_page("pages/intake.py")


def example_card(stem: str, client: dict[str, str]) -> None:
    with st.container(border=True, height="stretch"):
        st.write(shell.escaped(client.get("note", "")))
        if st.button(client["name"], key=f"demo:{stem}"):
            clients.open_demo(stem)
            st.switch_page("pages/fit.py")


def examples() -> None:
    st.header("Or look at an example")
    columns = st.columns(2)
    for place, (stem, document) in enumerate(clients.demos().items()):
        with columns[place % 2]:
            example_card(stem, document["client"])


def where_you_are(client: session.Open) -> None:
    st.header(shell.escaped(client.assessment.name))
    if client.result.headline.kind != "too_early":
        st.write(f"{headline(knowledge(), client.result)}. {engagement_sentence(client.result.engagement)}")
    st.write(verdict(client.result))
    with st.container(horizontal=True):
        if st.button("Go on with the questions", type="primary", disabled=client.result.settled):
            st.switch_page("pages/intake.py")
        if st.button("See the role fit"):
            st.switch_page("pages/fit.py")
        if st.button("Close this client"):
            session.close()
            st.rerun()


def render(client: session.Open | None) -> None:
    st.title("Which technology leader fits your firm?")
    st.write(
        "A fractional CIO, a vCIO from your MSP, a CTO, a consultant, a full-time CIO \u2013 or nobody yet. "
        "Answer some questions about the firm, read what fits and why, and take a workbook home that still "
        "calculates. Everything stays on this computer; there is no account."
    )
    if client is not None:
        where_you_are(client)
        st.header("Another firm")
    new_assessment()
    examples()


shell.page(render)
