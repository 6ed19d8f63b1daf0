"""The case file: one client as JSON, lossless, refused by field when something is wrong.

The same document is what the store keeps, so a saved client and an exported file are one thing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from fcio.exchange.area_parts import area_details, area_levels, roadmap_choices
from fcio.exchange.budget_parts import budget_part
from fcio.exchange.fields import checked_choice, checked_day, checked_object
from fcio.exchange.hiring_parts import candidates_part, hiring_part
from fcio.exchange.people_parts import LONGEST_NAME, SEATS, assumptions, pins, seats
from fcio.exchange.plan_parts import plan_part
from fcio.exchange.risk_parts import check_figures, firm_facts, risk_part
from fcio.exchange.snapshot_parts import snapshots
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_answers, checked_text, shown_key, shown_value
from fcio.model.assessment import Assessment
from fcio.model.parameters import Figures
from fcio.model.points import checked_weight
from fcio.model.roadmap_choices import settled
from fcio.model.tradeoffs import SIDES

FORMAT = 1
MARKS = ("guessed", "said", "seen", "tested")
CLIENT_KEYS = ("name", "contact", "place", "note")
PARTS = (
    "currency",
    "answers",
    "marks",
    "preferences",
    "tradeoffs",
    "overrides",
    "seats",
    "pins",
    "assumptions",
    "notes",
    "areas",
    "area_details",
    "roadmap",
    "snapshots",
    "facts",
    "risk",
    "budget",
    "plan",
    "candidates",
    "hiring",
    "redacted",
)

Document = dict[str, Any]


def _client(value: Any) -> dict[str, str]:
    client = checked_object(value, "client", CLIENT_KEYS)
    texts = {key: checked_text(part, f"client.{key}") for key, part in client.items()}
    if not texts.get("name", "").strip():
        raise Refused("client.name", "give the client a name")
    checked_text(texts["name"], "client.name", LONGEST_NAME)
    return texts


def _currency(value: Any) -> str:
    if value != "USD":
        raise Refused("currency", f"only USD is supported, since every figure is in USD; got {shown_value(value)}")
    return str(value)


def _redacted(value: Any) -> bool:
    if value is not True:
        raise Refused("redacted", f"give true, or leave it out, got {shown_value(value)}")
    return True


def _marks(knowledge: Knowledge, value: Any) -> dict[str, str]:
    ids = {question.id for question in knowledge.questions}
    for question, mark in checked_object(value, "marks").items():
        if question not in ids:
            raise Refused(f"marks.{shown_key(question)}", "there is no such question; remove it or correct its id")
        if mark not in MARKS:
            raise Refused(f"marks.{question}", f"give guessed, said, seen or tested, got {shown_value(mark)}")
    return dict(value)


def _tradeoffs(knowledge: Knowledge, value: Any) -> dict[str, str]:
    known = tuple(tradeoff.id for tradeoff in knowledge.tradeoffs)
    choices = checked_object(value, "tradeoffs", known)
    return {pair: checked_choice(side, f"tradeoffs.{pair}", SIDES) for pair, side in choices.items()}


def _notes(knowledge: Knowledge, value: Any) -> dict[str, str]:
    ids = {question.id for question in knowledge.questions} | {"general"}
    for key in checked_object(value, "notes"):
        if key not in ids:
            raise Refused(f"notes.{shown_key(key)}", "notes belong to a question or to general; correct the id")
    return {key: checked_text(note, f"notes.{key}") for key, note in value.items()}


def _weights(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    criteria = tuple(criterion.id for criterion in knowledge.criteria)
    preferences = checked_object(value, "preferences", criteria)
    return {key: checked_weight(key, weight) for key, weight in preferences.items()}


def _overrides(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    overrides = checked_object(value, "overrides")
    check_figures(knowledge, overrides)
    Figures(knowledge, date.min, overrides)
    return overrides


def checked_document(knowledge: Knowledge, document: Any) -> Document:
    """The document in canonical form with every part checked, or :class:`Refused` by field."""
    readers: dict[str, Callable[[Any], Any]] = {
        "fcio": lambda value: value,
        "as_of": lambda value: checked_day(value, "as_of"),
        "client": _client,
        "currency": _currency,
        "answers": lambda value: checked_answers(knowledge, checked_object(value, "answers")),
        "marks": lambda value: _marks(knowledge, value),
        "areas": lambda value: area_levels(knowledge, value),
        "area_details": lambda value: area_details(knowledge, value, MARKS, SEATS),
        "roadmap": lambda value: roadmap_choices(knowledge, value),
        "snapshots": lambda value: snapshots(knowledge, value, MARKS, SEATS),
        "preferences": lambda value: _weights(knowledge, value),
        "tradeoffs": lambda value: _tradeoffs(knowledge, value),
        "overrides": lambda value: _overrides(knowledge, value),
        "seats": lambda value: seats(knowledge, value),
        "pins": lambda value: pins(knowledge, value),
        "candidates": lambda value: candidates_part(knowledge, value),
        "assumptions": lambda value: assumptions(knowledge, value),
        "notes": lambda value: _notes(knowledge, value),
        "facts": lambda value: firm_facts(knowledge, value),
        "risk": lambda value: risk_part(knowledge, value),
        "budget": lambda value: budget_part(knowledge, value),
        "plan": lambda value: plan_part(knowledge, value),
        "hiring": lambda value: hiring_part(knowledge, value),
        "redacted": _redacted,
    }
    whole = checked_object(document, "case file", tuple(readers))
    version = whole.get("fcio")
    if type(version) is not int or version != FORMAT:
        raise Refused("fcio", f"this program reads format {FORMAT}, got {shown_value(version)}")
    if "client" not in whole:
        raise Refused("client", "give the client with at least a name")
    return {key: reader(whole[key]) for key, reader in readers.items() if key in whole}


def kept_document(knowledge: Knowledge, document: Document) -> Document:
    """A document from the store, checked; where an earlier version let a step be decided twice, it is settled."""
    choices = document.get("roadmap")
    if isinstance(choices, dict):
        document = {**document, "roadmap": settled(choices)}
    return checked_document(knowledge, document)


def _pairs_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen = dict(pairs)
    if len(seen) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise Refused(shown_key(twice), "this key stands twice in the file; keep one")
    return seen


def read_case(knowledge: Knowledge, content: str | bytes) -> Document:
    """A checked document from the text of a case file; :class:`Refused` when it is not one."""
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        document = json.loads(text, object_pairs_hook=_pairs_once)
    except Refused:
        raise
    except (ValueError, RecursionError) as error:
        raise Refused("case file", "this is not a JSON file as this program writes it; export it again") from error
    return checked_document(knowledge, document)


def write_case(document: Document) -> str:
    """The text of a case file: readable, one key a line, in the order the document has."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def assessment(document: Document, today: date) -> Assessment:
    """The assessment a checked document describes; ``as_of`` in it replaces ``today``."""
    as_of = document.get("as_of")
    given = {part: document[part] for part in PARTS if part in document}
    return Assessment(document["client"], date.fromisoformat(as_of) if as_of else today, **given)
