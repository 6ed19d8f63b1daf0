"""Intake: one question at a time, every answer saved as it is given."""

import streamlit as st

from fcio.knowledge.schema import Question
from fcio.report.tables import ranking_table
from fcio.report.words import headline, verdict
from fcio.screen import interview, session, shell
from fcio.screen.answers_view import all_answers, evidence
from fcio.screen.ask import ask
from fcio.screen.resources import knowledge


def progress(client: session.Open, question: Question) -> None:
    section = next(s for s in knowledge().sections if s.id == question.section)
    result = client.result
    st.progress(result.answered / result.shown, text=f"{section.title} \u00b7 {verdict(result)}")


def question_card(client: session.Open, question: Question) -> None:
    st.title(question.text)
    if question.plain:
        st.write(question.plain)
    ask(client.id, question, client.answers.get(question.id))
    with st.expander("Why we ask"):
        st.write(question.why)
    with st.expander("How would I know?"):
        st.write(question.how_know)
    evidence(client, question)
    if st.session_state.get("prompts"):
        st.info(f"For the consultant: {question.probe}")


def steps(client: session.Open, question: Question) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button("Back", on_click=interview.go_back, disabled=not interview.can_go_back())
        st.button("Next", type="primary", on_click=interview.go_on, args=(client, question))


def stop_here(client: session.Open) -> None:
    settled = client.result.settled
    st.title("You can stop here" if settled else "No question is left that matters")
    st.write(verdict(client.result))
    if st.button("Read the recommendation", type="primary"):
        st.switch_page("pages/fit.py")


def so_far(client: session.Open) -> None:
    if client.result.headline.kind == "too_early":
        st.write(verdict(client.result))
        return
    st.write(f"**{headline(knowledge(), client.result)}.** {verdict(client.result)}")
    st.table(ranking_table(knowledge(), client.result)[["Fit", "Lowest", "Highest"]], border="horizontal")


def render(client: session.Open) -> None:
    question = interview.asking(client)
    if question is None:
        stop_here(client)
    else:
        progress(client, question)
        question_card(client, question)
        steps(client, question)
    ready = question is not None and client.result.headline.kind != "too_early"
    if ready and st.button("Read the recommendation so far", type="tertiary"):
        st.switch_page("pages/fit.py")
    st.divider()
    shell.fold("Where it stands so far", "so_far", lambda: so_far(client))
    shell.fold("All questions and answers", "all_answers", lambda: all_answers(client))
    st.toggle("Consultant\u2019s prompts", key="prompts", persist_state="session")


shell.client_page(render)
