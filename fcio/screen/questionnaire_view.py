"""The questionnaire for a client without the app: download it, bring it back, see what it says, take all of it over."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from fcio.exchange.case_file import Document
from fcio.exchange.file_name import download_name
from fcio.exchange.questionnaire import Change, Preview, ReadQuestionnaire, merged, preview, read_questionnaire
from fcio.exchange.questionnaire import questionnaire as workbook
from fcio.exchange.questionnaire.shape import PURPOSE
from fcio.exchange.questionnaire.taking_over import CHANGED, COMMENT, NEW, REMOVED, SAME
from fcio.exchange.questionnaire.verdict import message, remarks
from fcio.model.answers import Refused
from fcio.screen import session, shell
from fcio.screen.resources import knowledge
from fcio.screen.session import Open
from fcio.screen.shell import escaped, escaped_cells

ROUND = "questionnaire_round"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_SHOWN = 300
STATES = {NEW: "new", CHANGED: "changed", REMOVED: "taken back"}


def questionnaire(client: Open) -> None:
    """The fold with the download, the way back and the preview."""
    st.write(
        "An Excel workbook with the questions, for somebody who fills it in without this app and sends it back. "
        "Every question has a list or a hint, and room for a comment."
    )
    areas = st.checkbox("With the twelve areas", key="questionnaire_areas")
    known = st.checkbox(
        "With the answers and notes we have",
        key="questionnaire_known",
        help="Leave it off where notes are not for them.",
    )
    document = client.document if known else {"client": client.document["client"]}
    st.download_button(
        "Download the questionnaire",
        data=lambda: workbook(knowledge(), document, written=date.today(), areas=areas),
        file_name=download_name(f"{client.assessment.name} questionnaire", date.today(), "xlsx"),
        mime=XLSX,
        on_click="ignore",
    )
    uploaded = st.file_uploader(
        "Questionnaire that came back (.xlsx)",
        type=["xlsx"],
        key=f"{client.id}:questionnaire:{st.session_state.get(ROUND, 0)}",
        max_upload_size=PURPOSE.most_bytes // 2**20,
    )
    if uploaded is None:
        return
    with shell.refusals():
        _came_back(client, read_questionnaire(knowledge(), uploaded.name, uploaded.getvalue()))
    st.button("Discard the file", on_click=_next_file, key="questionnaire_discard")


def _came_back(client: Open, read: ReadQuestionnaire) -> None:
    erase = st.checkbox(
        "Empty cells take back what is stored",
        key="questionnaire_erase",
        help="Off: what was not filled in stays as it is.",
    )
    found = preview(knowledge(), client.document, read, erase=erase)
    st.write(escaped(message(read)))
    if found.other_client:
        st.warning(escaped(f"This file was made for {found.other_client}. Look twice before you take it over."))
    _list(tuple(remarks(knowledge(), read)))
    _table(found)
    if found.of(*STATES):
        st.button(
            "Take these answers over",
            type="primary",
            on_click=_accept,
            args=(client, read, erase),
            key="questionnaire_take",
        )


def _list(sentences: tuple[str, ...]) -> None:
    if sentences:
        st.write("To look at; it is not taken over")
        st.markdown("\n".join(f"- {escaped(' '.join(sentence.split()))}" for sentence in sentences))


def _table(found: Preview) -> None:
    """What would be stored, beside what is stored now."""
    same = len(found.of(SAME))
    rows = [_row(change) for change in found.of(*STATES)]
    if not rows:
        st.info("Nothing in it differs from what is stored; nothing would change.")
        return
    st.subheader("What would be stored")
    table = pd.DataFrame(rows, columns=["Question", "What", "Now", "From the file"]).set_index("Question")
    st.table(escaped_cells(table).rename(index=escaped), border="horizontal")
    st.caption(f"{same:,} more are the same as now. What the file does not say stays as it is.")


def _row(change: Change) -> list[str]:
    what = f"{change.what}, {STATES[change.state]}"
    empty = "No comment" if change.what == COMMENT else ""
    return [change.label, what, _short(change.now) or empty, _short(change.then) or empty]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]} \u2026"


def _next_file() -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _accept(client: Open, read: ReadQuestionnaire, erase: bool) -> None:
    """Store what was shown, all of it or nothing."""
    taken: list[Change] = []

    def edit(document: Document) -> None:
        found = preview(knowledge(), document, read, erase=erase)
        then = merged(knowledge(), document, read, erase=erase)
        if not found.of(*STATES):
            raise Refused("questionnaire", "nothing in it differs from what is stored")
        taken.extend(found.of(*STATES))
        document.clear()
        document.update(then)

    if session.change(edit):
        counts = [f"{sum(one.state == state for one in taken)} {words}" for state, words in STATES.items()]
        session.tell(f"The questionnaire was taken over: {', '.join(c for c in counts if c[0] != '0')}.", done=True)
        _next_file()
