"""The report on the twelve areas: the finding, the picture, strengths beside gaps, decisions, and each area."""

import streamlit as st

from fcio.report import area_words as words
from fcio.screen import area_course, areas_view, session, shell
from fcio.screen.fact_finding_view import fact_finding_plan
from fcio.screen.resources import areas_of, knowledge

FEEDS = "What is short in governing technology counts in the role fit, too, once enough of it is known."


def way_in(client: session.Open, first: bool) -> None:
    """The ways to the questions that are left, and to what is locked."""
    with st.container(horizontal=True):
        quick = "Start the short pass" if first else "Go on with the questions"
        left = not area_course.finished(client, "quick")
        if left and st.button(quick, type="primary" if first else "secondary"):
            area_course.start(client, "quick")
            st.switch_page("pages/area_questions.py")
        if not area_course.finished(client, "full") and st.button("Go through all of it"):
            area_course.start(client, "full")
            st.switch_page("pages/area_questions.py")
        if st.button("Lock and compare"):
            st.switch_page("pages/area_history.py")


def finding(client: session.Open) -> None:
    k, result = knowledge(), areas_of(client.assessment)
    st.title(words.headline(k, result))
    if client.assessment.areas and not words.looked_at(result):
        st.write("Nothing is known yet, so every area could stand anywhere. The plan below says whom to ask.")
    elif not words.looked_at(result):
        st.write(
            "Twelve areas make up the work of whoever leads technology. Two questions on each take about 20 minutes; "
            "then you see where you stand, what a firm like yours needs, and what to do first."
        )
    else:
        st.write(words.standing(k, result))
        st.badge(words.level_badge(k, result), color="blue")
        st.caption(FEEDS)
    way_in(client, not client.assessment.areas)


def render(client: session.Open) -> None:
    finding(client)
    result = areas_of(client.assessment)
    for entry in result.contradictions:
        st.warning(f"{shell.escaped(entry.text)} {shell.escaped(entry.cure)}")
    if result.by_priority:
        areas_view.picture(result)
    if words.looked_at(result):
        areas_view.strengths_and_gaps(result)
        areas_view.decisions(client, result)
    areas_view.each_area(client, result)
    shell.fold("A plan for finding the facts on site", "fact_finding", lambda: fact_finding_plan(client))


shell.client_page(render)
