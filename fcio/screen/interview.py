"""The course of an interview: which question now, which next, and when to stop."""

from __future__ import annotations

import streamlit as st

from fcio.knowledge.schema import Question
from fcio.model.clock import ahead, stop_reason
from fcio.screen.resources import knowledge, model
from fcio.screen.session import ASKED, ASKING, SKIPPED, Open

CLOCK = "clock_minutes"
TIMED = "clock_asked"


def listed(client: Open) -> list[Question]:
    """Every question on the list now: follow-ups only when their parent calls for them."""
    scoring = {question.id for question in model().tables.questions}
    return [q for q in knowledge().questions if q.id not in scoring or q.id in client.result.contributions]


def upcoming(client: Open) -> tuple[str, ...]:
    """Questions not yet asked, in the order of asking; what was skipped in this session waits."""
    skipped = st.session_state.get(SKIPPED, set())
    shown = {question.id for question in listed(client)}
    return tuple(q for q in ahead(knowledge(), client.result, client.answers) if q in shown and q not in skipped)


def clock_minutes(client: Open) -> float | None:
    """The length of this talk with this client, None where nobody watches the clock."""
    minutes: float | None = st.session_state.get(CLOCK, {}).get(client.id)
    return minutes


def set_clock(client: Open, minutes: float | None) -> None:
    """Start a talk of so many minutes with this client, or stop watching the clock."""
    st.session_state.setdefault(CLOCK, {})[client.id] = minutes
    st.session_state.setdefault(TIMED, {})[client.id] = ()
    st.session_state[ASKING] = None


def minutes_left(client: Open) -> float | None:
    """Minutes of the talk less those of the questions asked in it, by their usual length."""
    total = clock_minutes(client)
    timed = st.session_state.get(TIMED, {}).get(client.id, ())
    return None if total is None else total - sum(knowledge().question(q).minutes for q in timed)


def stopped(client: Open) -> str | None:
    """Why the talk stops here, or None while there is something to ask."""
    return stop_reason(client.result, upcoming(client), minutes_left(client))


def next_question(client: Open) -> Question | None:
    """The next question of the talk; None when it stops.

    Core questions that were left open come back when nothing else is left to ask.
    """
    if stopped(client) is not None:
        return None
    waiting = upcoming(client)
    if waiting:
        return knowledge().question(waiting[0])
    st.session_state[SKIPPED] = set()
    return knowledge().question(client.result.missing_core[0])


def asking(client: Open) -> Question | None:
    """The question on screen: the one chosen, else the next one."""
    chosen = st.session_state.get(ASKING)
    found = next((q for q in listed(client) if q.id == chosen), None)
    if found is None:
        found = next_question(client)
        st.session_state[ASKING] = found.id if found else None
    return found


def go_on(client: Open, question: Question) -> None:
    """Leave a question; unanswered, it is not asked again by itself in this session."""
    if client.answers.get(question.id) is None:
        st.session_state[SKIPPED] = {*st.session_state.get(SKIPPED, set()), question.id}
    st.session_state.setdefault(ASKED, []).append(question.id)
    timed = st.session_state.setdefault(TIMED, {})
    timed[client.id] = tuple(dict.fromkeys([*timed.get(client.id, ()), question.id]))
    st.session_state[ASKING] = None


def go_back() -> None:
    """Return to the question asked before."""
    asked = st.session_state.get(ASKED, [])
    if asked:
        st.session_state[ASKING] = asked.pop()


def go_to(question_id: str) -> None:
    """Jump to any question."""
    st.session_state[ASKING] = question_id


def can_go_back() -> bool:
    """Whether a question was asked before this one."""
    return bool(st.session_state.get(ASKED))


def skipped(client: Open) -> list[Question]:
    """Questions left open in this session that could still change the advice."""
    left = st.session_state.get(SKIPPED, set())
    return [knowledge().question(p.question) for p in client.result.next_questions if p.question in left]


def ask_again() -> None:
    """Let every question that was left open come back."""
    st.session_state[SKIPPED] = set()
    st.session_state[ASKING] = None
