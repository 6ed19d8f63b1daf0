"""The course of an interview: which question now, which next, and when to stop."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from fcio.knowledge.schema import Question
from fcio.screen.resources import knowledge, model
from fcio.screen.session import ASKED, ASKING, SKIPPED, Open


def listed(client: Open) -> list[Question]:
    """Every question on the list now: follow-ups only when their parent calls for them."""
    scoring = {question.id for question in model().tables.questions}
    return [q for q in knowledge().questions if q.id not in scoring or q.id in client.result.contributions]


def _unanswered(client: Open) -> Iterator[Question]:
    skipped = st.session_state.get(SKIPPED, set())
    yield from (q for q in listed(client) if client.answers.get(q.id) is None and q.id not in skipped)


def next_question(client: Open) -> Question | None:
    """Own words first, then the core, then what could most change the advice; None when it is settled.

    Core questions that were left open come back when nothing else is left to ask.
    """
    waiting = list(_unanswered(client))
    opening = knowledge().sections[0].id
    for question in waiting:
        if question.section == opening or question.core:
            return question
    by_id = {question.id: question for question in waiting}
    for proposal in client.result.next_questions:
        if proposal.question in by_id:
            return by_id[proposal.question]
    if client.result.missing_core:
        st.session_state[SKIPPED] = set()
        return knowledge().question(client.result.missing_core[0])
    return None


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
