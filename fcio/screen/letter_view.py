"""The letter to the owner on screen: read as a page, changed paragraph by paragraph, taken home as text."""

from __future__ import annotations

from typing import Any

import streamlit as st

from fcio.exchange.file_name import download_name
from fcio.report.letter_words import CHANGED, LEFT_OUT, PARAGRAPH_NAMES, letter_text, reading_sentence, whole_text
from fcio.report.owner_letter import PARAGRAPHS, OwnerLetter, Paragraph
from fcio.screen.hiring_edit import forget_fields, save_hiring
from fcio.screen.session import Open
from fcio.screen.shell import escaped

LETTER = "letter"


def head(letter: OwnerLetter) -> None:
    """Title and the time it takes to read."""
    st.title("Letter to the owner")
    st.write(escaped(reading_sentence(letter)))


def page(letter: OwnerLetter) -> None:
    """The letter as it will be read; a changed paragraph says so."""
    with st.container(border=True):
        for one in letter.paragraphs:
            _paragraph(one)


def _paragraph(one: Paragraph) -> None:
    lines = [escaped(line) for line in one.text.splitlines()]
    items = "\n".join(f"- {escaped(item)}" for item in one.items)
    st.markdown("  \n".join(lines) + (f"\n\n{items}" if items else ""))
    if one.changed:
        st.caption(f"\u270e {CHANGED}")


def paragraphs(client: Open, usual: OwnerLetter) -> None:
    """A field for every paragraph; one that is emptied is left out of the letter."""
    st.write("What you change is saved as you leave the field. Empty a field to leave its paragraph out.")
    own = client.assessment.hiring.get(LETTER, {})
    for name in PARAGRAPHS:
        ours = usual.paragraph(name)
        _field(client, name, "" if ours is None else whole_text(ours), own.get(name))
    if own:
        st.button("Our words everywhere", key=f"{client.id}:letter_back", on_click=_put_back, args=(client, *own))


def _field(client: Open, name: str, usual: str, own: str | None) -> None:
    key = f"{client.id}:letter:{name}"
    text = usual if own is None else own
    if st.session_state.get(f"{key}:was") != text:
        st.session_state[key] = st.session_state[f"{key}:was"] = text
    st.session_state.setdefault(key, text)
    said = "" if own is None else f" ({CHANGED if own else LEFT_OUT})"
    st.text_area(
        f"{PARAGRAPH_NAMES[name]}{said}", key=key, height="content", on_change=_changed, args=(client, name, key, usual)
    )
    if own is not None:
        st.button("Our words again", key=f"{client.id}:letter_back:{name}", on_click=_put_back, args=(client, name))


def _changed(client: Open, name: str, key: str, usual: str) -> None:
    text = str(st.session_state.get(key, "")).strip()

    def edit(entries: dict[str, Any]) -> None:
        kept = {one: words for one, words in entries.get(LETTER, {}).items() if one != name}
        entries[LETTER] = kept if text == usual.strip() else {**kept, name: text}

    save_hiring(edit)


def _put_back(client: Open, *names: str) -> None:
    def edit(entries: dict[str, Any]) -> None:
        entries[LETTER] = {one: words for one, words in entries.get(LETTER, {}).items() if one not in names}

    if save_hiring(edit):
        forget_fields(client, *(f"letter:{name}" for name in names))


def as_text(client: Open, letter: OwnerLetter) -> None:
    """The letter as plain text, to copy, to print or to send."""
    text = letter_text(letter)
    st.download_button(
        "Download as a text file",
        data=f"{text}\n".encode(),
        file_name=download_name(f"{client.assessment.name} letter", client.assessment.as_of, "txt"),
        mime="text/plain",
        on_click="ignore",
        key="letter_file",
    )
    st.code(text, language=None, wrap_lines=True)
