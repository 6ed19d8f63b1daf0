"""Hand-over: the workbook, the case file, the consultant's own view and interest."""

from datetime import date

import streamlit as st

from fcio.exchange.case_file import write_case
from fcio.exchange.file_name import download_name
from fcio.report.words import headline
from fcio.screen import session, shell
from fcio.screen.adviser_view import adviser
from fcio.screen.assumptions_view import summary
from fcio.screen.questionnaire_view import questionnaire
from fcio.screen.resources import knowledge, workbook_of


def downloads(client: session.Open) -> None:
    document, name = client.document, client.assessment.name
    as_of: date = client.assessment.as_of
    st.download_button(
        "Download the Excel summary",
        data=lambda: workbook_of(document),
        file_name=download_name(name, as_of, "xlsx"),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        type="primary",
        on_click=session.mark_exported,
        args=(client,),
    )
    st.write(
        "The workbook holds the finding, every answer, the weights, the points and the sources. Change an answer or "
        "a weight in it and the ranking follows."
    )
    st.download_button(
        "Download the case file",
        data=write_case(document),
        file_name=download_name(name, as_of, "json"),
        mime="application/json",
        on_click="ignore",
    )
    st.write("The case file holds everything known about this client. Open it again under Clients, here or elsewhere.")


def ways_on() -> None:
    with st.container(horizontal=True):
        if st.button("Letter to the owner", key="to_letter"):
            st.switch_page("pages/letter.py")
        if st.button("Everything for hiring", key="to_hiring"):
            st.switch_page("pages/hiring.py")


def render(client: session.Open) -> None:
    st.title("Take it home")
    st.write(f"The finding today: {headline(knowledge(), client.result)}.")
    if session.changed_since_export(client):
        st.info("Answers were changed since the last download. Take a new summary home.")
    downloads(client)
    shell.fold("Questionnaire to fill in without the app", "questionnaire_fold", lambda: questionnaire(client))
    summary(client)
    adviser(client)
    ways_on()


shell.client_page(render)
