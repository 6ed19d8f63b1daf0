"""Intake: one question at a time, every answer saved as it is given."""

import streamlit as st

from fcio.knowledge.schema import Question
from fcio.model.clock import NOTHING_LEFT
from fcio.report.glossary_words import question_text
from fcio.report.tables import ranking_table
from fcio.report.words import gate_headline, headline, verdict
from fcio.screen import clock_view, interview, seat_session, seats_view, session, shell, words_view
from fcio.screen.answers_view import all_answers, evidence
from fcio.screen.ask import ask
from fcio.screen.doubts_view import at_the_end
from fcio.screen.prompts import private_prompt, prompts_button
from fcio.screen.resources import knowledge


def progress(client: session.Open, question: Question) -> None:
    section = next(s for s in knowledge().sections if s.id == question.section)
    result = client.result
    st.progress(result.answered / result.shown, text=f"{section.title} \u00b7 {verdict(result)}")
    st.caption(section.intro)


def question_card(client: session.Open, question: Question) -> None:
    st.title(question.text)
    if question.plain:
        st.write(question.plain)
    ask(client.id, question, client.answers.get(question.id))
    with st.expander("Why we ask"):
        st.write(question.why)
    with st.expander("How would I know?"):
        st.write(question.how_know)
    words_view.words_in(question_text(question), "intake_words")
    if not seat_session.active():
        evidence(client, question)
    private_prompt(question.probe)


def alarm(client: session.Open, question: Question) -> None:
    """A gate that this very answer has shut is told at once."""
    for verdict_ in client.result.gates:
        if verdict_.on and any(question.id in alternative for alternative in verdict_.gate.when):
            st.warning(f"**{gate_headline(verdict_.gate, None)}.** {verdict_.gate.text}")
            st.markdown("\n".join(f"1. {step}" for step in verdict_.gate.steps))


def steps(client: session.Open, question: Question) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button("Back", on_click=interview.go_back, disabled=not interview.can_go_back())
        st.button("Next", type="primary", on_click=interview.go_on, args=(client, question))


def so_far(client: session.Open) -> None:
    if client.result.missing_core:
        st.write(verdict(client.result))
        return
    st.write(f"**{headline(knowledge(), client.result)}.** {verdict(client.result)}")
    st.table(ranking_table(knowledge(), client.result)[["Fit (from, to)"]], border="horizontal")


def render(client: session.Open) -> None:
    seats_view.turn(client)
    question, fresh = interview.asking(client), not client.answers
    if question is None:
        clock_view.stop_here(client, interview.stopped(client) or NOTHING_LEFT)
        if not seat_session.active():
            at_the_end(client)
    else:
        if fresh:
            clock_view.choose(client)
        clock_view.where_it_stands(client)
        progress(client, question)
        question_card(client, question)
        alarm(client, question)
        steps(client, question)
    ready = question is not None and not client.result.missing_core and not seat_session.active()
    if ready and st.button("Read the recommendation so far", type="tertiary"):
        st.switch_page("pages/fit.py")
    st.divider()
    if not fresh:
        clock_view.choose(client)
    shell.fold("Where it stands so far", "so_far", lambda: so_far(client))
    shell.fold("All questions and answers", "all_answers", lambda: all_answers(client))
    prompts_button()


shell.client_page(render)
