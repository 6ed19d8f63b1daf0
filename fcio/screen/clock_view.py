"""The coffee clock on screen: how long the talk is, where it stands, and what was left out when it stops."""

from __future__ import annotations

import streamlit as st

from fcio.model.clock import CONFIDENT, SETTLED, TIME_UP, left_out, talk_plan
from fcio.model.gates import OpenGate, open_gates
from fcio.model.situation import situation
from fcio.report.clock_words import check_lines, left_out_lines, plan_line, stop_title, stop_words
from fcio.screen import interview, shell
from fcio.screen.resources import knowledge, model
from fcio.screen.session import Open

LEFT_OUT_SHOWN = 5
NO_CLOCK = 0


def choose(client: Open) -> None:
    """Let the reader say how long the talk is; nothing chosen means that nobody watches the clock."""
    key = f"{client.id}:clock"
    st.session_state.setdefault(key, interview.clock_minutes(client) or NO_CLOCK)
    st.radio(
        "Minutes for this talk",
        (NO_CLOCK, *knowledge().settings.clock.talks),
        key=key,
        format_func=lambda minutes: f"{minutes} minutes" if minutes else "As long as it takes",
        horizontal=True,
        on_change=lambda: interview.set_clock(client, st.session_state[key] or None),
        help="What tells most is asked first; the talk stops when going on would hardly change the advice.",
    )


def where_it_stands(client: Open) -> None:
    """One line: minutes used, and what the rest is for."""
    left = interview.minutes_left(client)
    total = interview.clock_minutes(client)
    if left is None or total is None:
        return
    plan = talk_plan(knowledge(), client.result, client.answers, left)
    shell.plain(plan_line(total, left, plan))


def stop_here(client: Open, reason: str) -> None:
    """Why the talk stops, what was left out and how much it could matter, and two ways on."""
    result = client.result
    skipped = interview.skipped(client)
    checks = () if result.missing_core else open_gates(situation(model().tables, client.answers))
    st.title(stop_title(reason, len(skipped), len(checks)))
    st.write(stop_words(knowledge(), result, reason))
    if checks:
        _checks(checks)
    with st.container(horizontal=True):
        if result.missing_core:
            st.button("Ask the core questions all the same", type="primary", on_click=_go_on, args=(client,))
        elif st.button("Read the recommendation", type="primary"):
            st.switch_page("pages/fit.py")
        if checks:
            st.button("Ask for the open checks", on_click=_ask, args=(client, checks[0].questions[0]))
        if reason in (CONFIDENT, TIME_UP) and not result.missing_core:
            st.button("Go on all the same", on_click=_go_on, args=(client,))
        if skipped:
            st.button("Ask what you left open", on_click=interview.ask_again)
    if reason != SETTLED:
        _left_out(client)


def _go_on(client: Open) -> None:
    interview.set_clock(client, None)
    st.session_state[f"{client.id}:clock"] = NO_CLOCK


def _checks(gates: tuple[OpenGate, ...]) -> None:
    st.write("Whatever comes first in the ranking, this could still have to be done before it:")
    st.markdown("\n".join(f"- {shell.escaped(line)}" for line in check_lines(knowledge(), gates)))


def _ask(client: Open, question_id: str) -> None:
    _go_on(client)
    interview.go_to(question_id)


def _left_out(client: Open) -> None:
    rest = left_out(client.result, client.answers)
    if not rest:
        return
    st.header("What was left out")
    lines = left_out_lines(knowledge(), rest, LEFT_OUT_SHOWN)
    st.markdown("\n".join(f"- {shell.escaped(line)}" for line in lines))
