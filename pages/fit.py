"""Role fit: the finding, its doubts, one picture, the reasons and what would change them."""

import streamlit as st

from fcio.report import words
from fcio.report.charts import role_chart, role_chart_text
from fcio.report.engagement_words import price_grade
from fcio.report.glossary_words import roles_text
from fcio.screen import doubts_view, fit_view, session, shell, words_view
from fcio.screen.independence_view import independence
from fcio.screen.resources import knowledge


def finding(client: session.Open) -> None:
    k, result = knowledge(), client.result
    st.title(words.headline(k, result))
    if result.missing_core:
        st.write(words.verdict(result))
        if st.button("Go to the next question", type="primary"):
            st.switch_page("pages/intake.py")
        return
    fit_view.lead_paragraph(client)
    with st.container(horizontal=True):
        st.badge(words.lead_badge(result), color="green")
        st.badge(words.settled_badge(result), color="blue")
        if price_grade(result.engagement):
            st.badge(price_grade(result.engagement), color="gray")


def picture(client: session.Open) -> None:
    k, result = knowledge(), client.result
    st.header("How well each choice covers what you need")
    st.plotly_chart(
        role_chart(k, result, st.context.theme.type),
        alt=role_chart_text(k, result),
        config={"displayModeBar": False},
        key="role_chart",
    )
    st.caption(
        "Diamond: points for what you need, on a scale to 100 that no choice can exceed. Bar: the lowest and "
        "highest it could still become with the open answers. Left of the dotted line it is not worth engaging "
        "anybody yet."
    )
    shell.fold("The numbers", "fit_numbers", lambda: fit_view.numbers(client))
    words_view.words_in(roles_text(k), "fit_words")


def ways_on() -> None:
    with st.container(horizontal=True):
        if st.button("Everything for hiring", key="to_hiring"):
            st.switch_page("pages/hiring.py")
        if st.button("Letter to the owner", key="to_letter"):
            st.switch_page("pages/letter.py")


def render(client: session.Open) -> None:
    finding(client)
    independence(client)
    fit_view.gates(client)
    fit_view.own_words(client)
    picture(client)
    if not client.result.missing_core:
        why, turn = st.columns(2, gap="large")
        with why:
            fit_view.why(client)
        with turn:
            fit_view.what_would_change_it(client)
        fit_view.decisions(client)
        shell.fold("What it costs and where the figures come from", "fees", lambda: fit_view.fees(client))
        shell.fold("How sure this is", "sure", lambda: doubts_view.how_sure(client))
        shell.fold("Who earns from the other choices", "conflicts", lambda: doubts_view.conflicts(client))
    shell.fold("Points of every answer", "points", lambda: fit_view.points(client))
    shell.fold("Weights, and where they would turn it", "weights", lambda: doubts_view.weights(client))
    ways_on()


shell.client_page(render)
