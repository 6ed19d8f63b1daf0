"""On the hand-over page: every file to take home, what it holds and whom it suits, made at the click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from fcio.exchange.case_file import Document, write_case
from fcio.exchange.file_name import download_name, redacted_name
from fcio.exchange.taken_home import HTML, LETTER, MIME, PDF, XLSX
from fcio.report.headline_numbers import headline_numbers
from fcio.screen import session
from fcio.screen.resources import results_of, taken_home
from fcio.screen.session import Open

FILES = (
    (
        XLSX,
        "Excel summary",
        "Every answer, weight, number and source. It still calculates: change an answer or a weight and the ranking "
        "follows. For whoever wants to check or to play it through.",
    ),
    (
        PDF,
        "Report",
        "Some eight pages with pictures, reasons, doubts and first steps. For partners, board or bank.",
    ),
    (LETTER, "Letter", "One page in your own words: the advice, its doubt, and what to decide now. For the owner."),
    (HTML, "Page", "The report as one file for any browser, also without a network. For reading on a phone."),
)
CASE, CASE_SAYS = (
    "case file",
    "Everything known about this client, and nothing worked out. Open it again under Clients, here or elsewhere.",
)


def in_numbers(client: Open) -> None:
    """The numbers that every file tells; nothing while the core is open."""
    numbers = headline_numbers(results_of(client.document, client.assessment))
    if numbers:
        rows = {one.label: one.text for one in numbers}
        frame = pd.DataFrame.from_dict(rows, orient="index", columns=["Today"]).rename_axis("In numbers")
        st.table(frame, border="horizontal")


def downloads(client: Open) -> None:
    """Every file of the client."""
    name, as_of = client.assessment.name, client.assessment.as_of

    def named(kind: str) -> str:
        return download_name(f"{name}, letter" if kind == LETTER else name, as_of, kind.rpartition(".")[2])

    _buttons(client.document, named, "", client)


def redacted_downloads(copy: Document, as_of: date) -> None:
    """Every file of a redacted copy."""

    def named(kind: str) -> str:
        plain = redacted_name(as_of, kind.rpartition(".")[2])
        return plain.replace("Redacted copy", "Redacted letter") if kind == LETTER else plain

    _buttons(copy, named, "redacted ", None)


def _buttons(document: Document, named: Callable[[str], str], which: str, client: Open | None) -> None:
    for kind, title, says in FILES:
        _button(document, named(kind), kind, f"Download the {which}{_lower(title)}", client)
        if client is not None:
            st.write(says)
    st.download_button(
        f"Download the {which}{CASE}",
        data=write_case(document),
        file_name=named("json"),
        mime="application/json",
        on_click="ignore",
    )
    if client is not None:
        st.write(CASE_SAYS)


def _button(document: Document, name: str, kind: str, label: str, client: Open | None) -> None:
    first = client is not None and kind == XLSX
    st.download_button(
        label,
        data=lambda: taken_home(document, kind),
        file_name=name,
        mime=MIME[kind],
        type="primary" if first else "secondary",
        on_click="ignore" if client is None else session.mark_exported,
        args=None if client is None else (client,),
    )


def _lower(title: str) -> str:
    return title if title.startswith("Excel") else title.lower()
