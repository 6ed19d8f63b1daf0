"""The map of the interview: every question with its answer, to jump to and to change; evidence marks."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from fcio.exchange.case_file import MARKS
from fcio.knowledge.schema import Question
from fcio.report.words import answer_text
from fcio.screen import interview, session
from fcio.screen.ask import widget_key
from fcio.screen.resources import knowledge
from fcio.screen.shell import escaped_cells


def all_answers(client: session.Open) -> None:
    """A list to jump from, and a table per section with every answer given."""
    on_list = {question.id for question in interview.listed(client)}
    questions = [q for q in knowledge().questions if q.id in on_list]
    titles = {section.id: section.title for section in knowledge().sections}
    labels = {q.id: f"{titles[q.section]}: {q.label}" for q in questions}
    st.selectbox(
        "Go to a question",
        list(labels),
        index=None,
        format_func=lambda q: labels[q],
        key="jump",
        on_change=_jump,
        placeholder="Choose a question",
    )
    for section in knowledge().sections:
        rows = [q for q in knowledge().questions if q.section == section.id]
        st.header(section.title)
        st.table(escaped_cells(_answers(client, rows, on_list)), border="horizontal")


def _jump() -> None:
    """Go to the question chosen and empty the box, so that the same one can be chosen again."""
    if st.session_state.get("jump") is not None:
        interview.go_to(st.session_state["jump"])
        st.session_state["jump"] = None


def _answers(client: session.Open, questions: list[Question], on_list: set[str]) -> pd.DataFrame:
    marks = client.assessment.marks
    rows = []
    for question in questions:
        text = answer_text(question, client.answers.get(question.id))
        rows.append(
            {
                "Question": question.label,
                "Answer": text if question.id in on_list else f"({text}; not needed now)",
                "Known by": marks.get(question.id, ""),
            }
        )
    return pd.DataFrame(rows).set_index("Question")


def _save_part(part: str, question_id: str, key: str) -> None:
    if key in st.session_state:
        session.save_part(part, question_id, st.session_state[key])


UNMARKED = ""


def evidence(client: session.Open, question: Question) -> None:
    """How the answer is known, and a note beside it."""
    mark_key = widget_key(client.id, question, "mark")
    note_key = widget_key(client.id, question, "note")
    with st.expander("Evidence and note"):
        st.session_state.setdefault(mark_key, client.assessment.marks.get(question.id, UNMARKED))
        st.radio(
            "How is it known?",
            (UNMARKED, *MARKS),
            format_func=lambda mark: mark.capitalize() or "Not marked",
            horizontal=True,
            key=mark_key,
            on_change=_save_part,
            args=("marks", question.id, mark_key),
        )
        st.session_state.setdefault(note_key, client.assessment.notes.get(question.id, ""))
        st.text_area(
            "Note",
            key=note_key,
            on_change=_save_part,
            args=("notes", question.id, note_key),
        )
