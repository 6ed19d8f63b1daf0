"""What the pages about hiring show, worked out once for each state of a client."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from fcio.exchange import hiring_json
from fcio.exchange.case_file import Document, write_case
from fcio.exchange.hiring_json import Hiring
from fcio.model.assessment import Assessment
from fcio.report.letter_sentences import money_sentences, risk_sentences
from fcio.report.owner_letter import OwnerLetter, owner_letter
from fcio.screen.chosen_role import chosen_role
from fcio.screen.resources import areas_of, budget_of, knowledge, model, results_of, risk_of
from fcio.screen.session import Open

KEPT = 64
"""Each holds some kilobytes; putting ten candidates in order takes about a fifth of a second."""


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _hiring(version: str, key: str, _document: Document, _client: Assessment) -> Hiring:
    found = hiring_json.hiring_of(results_of(_document, _client))
    assert found is not None
    return found


def hiring_of(client: Open) -> Hiring:
    """Kit, comparison and letter of a client, for the role hired for."""
    key = f"{date.today()} {write_case(client.document)}"
    return _hiring(knowledge().version, key, client.document, client.assessment)


def forget_hiring() -> None:
    """Drop every remembered result, so that an erased client leaves none behind."""
    _hiring.clear()


def _letter(client: Open, about: Assessment) -> OwnerLetter:
    role = None if client.result.missing_core else chosen_role(client)
    return owner_letter(
        knowledge(),
        about,
        client.result,
        areas_of(client.assessment),
        money=money_sentences(knowledge(), budget_of(client.document, client.assessment).result, role),
        risk=risk_sentences(risk_of(client.assessment).result),
        t=model().tables,
    )


def letter_of(client: Open) -> OwnerLetter:
    """The letter to the owner with what it says about money and risk."""
    return _letter(client, client.assessment)


def usual_letter_of(client: Open) -> OwnerLetter:
    """The letter without any text of the owner's own."""
    hiring_part = {key: part for key, part in client.assessment.hiring.items() if key != "letter"}
    return _letter(client, replace(client.assessment, hiring=hiring_part))
