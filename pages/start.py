"""Start: where you are and what is next; a new assessment, or an example to look at."""

import streamlit as st

from fcio.report.area_words import areas_line
from fcio.report.words import headline, lead_sentence, verdict
from fcio.screen import clients, session, shell
from fcio.screen.resources import areas_of, knowledge, store

RECENT = 6


def new_assessment() -> None:
    with st.form("new_client", border=False):
        name = st.text_input("Name of the firm", key="new_name")
        sent = st.form_submit_button("Start the assessment", type="primary")
    if sent:
        with shell.refusals():
            clients.create(name)
            st.switch_page("pages/intake.py")


def example_card(stem: str, client: dict[str, str]) -> None:
    with st.container(border=True, height="stretch"):
        if st.button(client["name"], key=f"demo:{stem}"):
            clients.open_demo(stem)
            st.switch_page("pages/fit.py")
        st.write(shell.escaped(client.get("note", "")))


def examples() -> None:
    st.header("Or look at an example")
    columns = st.columns(2)
    for place, (stem, document) in enumerate(clients.demos().items()):
        with columns[place % 2]:
            example_card(stem, document["client"])


def where_you_are(client: session.Open) -> None:
    st.header(shell.escaped(client.assessment.name))
    if not client.result.missing_core:
        st.write(f"{headline(knowledge(), client.result)}. {lead_sentence(knowledge(), client.result)}")
    st.write(verdict(client.result))
    st.write(areas_line(knowledge(), areas_of(client.assessment)))
    with st.container(horizontal=True):
        if st.button("Go on with the questions", type="primary", disabled=client.result.settled):
            st.switch_page("pages/intake.py")
        if st.button("See the role fit"):
            st.switch_page("pages/fit.py")
        if st.button("See the twelve areas"):
            st.switch_page("pages/areas.py")
        if st.button("Answer as two"):
            st.switch_page("pages/seats.py")
        if st.button("Close this client"):
            session.close()
            st.rerun()


def recent() -> None:
    kept = [known for known in store().clients() if not known.demo][:RECENT]
    if not kept:
        return
    st.header("Your firms")
    with st.container(horizontal=True):
        for known in kept:
            if st.button(shell.escaped(known.name), key=f"recent:{known.assessment_id}"):
                session.open_client(known.assessment_id)
                st.switch_page("pages/fit.py")


def glossary() -> None:
    for role in knowledge().roles:
        st.markdown(f"**{role.name}.** {role.glossary}")


def render(client: session.Open | None) -> None:
    st.title("Which technology leader fits your firm?")
    st.write(
        "A fractional CIO, a vCIO from your MSP, a CTO, a consultant, a full-time CIO \u2013 or nobody yet. "
        "Answer some questions about the firm, read what fits and why, and take an Excel summary home that still "
        "calculates. Everything stays on this computer; there is no account."
    )
    if client is not None:
        where_you_are(client)
        st.header("Another firm")
    new_assessment()
    recent()
    examples()
    shell.fold("What these words mean", "glossary", glossary)


shell.page(render)
