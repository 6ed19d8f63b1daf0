"""The case file: one client as JSON, lossless, refused by field when something is wrong.

The same document is what the store keeps, so a saved client and an exported file are one thing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fcio.knowledge.schema import Knowledge
from fcio.model.answers import LONGEST_TEXT, Refused, checked_answers, shown_key, shown_value
from fcio.model.assessment import Assessment
from fcio.model.parameters import Figures
from fcio.model.points import checked_weight

FORMAT = 1
MARKS = ("said", "seen", "tested")
LONGEST_NAME = 200
CLIENT_KEYS = ("name", "contact", "place", "note")
SEAT_KEYS = ("name", "interest")
SEATS = ("owner", "consultant")

Document = dict[str, Any]


def _text(value: Any, field: str, longest: int = LONGEST_TEXT) -> str:
    if not isinstance(value, str):
        raise Refused(field, f"give a text, got {shown_value(value)}")
    if len(value) > longest:
        raise Refused(field, f"keep the text under {longest:,} characters, got {len(value):,}")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(field, "remove the broken character (half of a pair)") from error
    return value


def _object(value: Any, field: str, known: tuple[str, ...] | None = None) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise Refused(field, f"give an object with keys and values, got {shown_value(value)}")
    for key in value:
        if known is not None and key not in known:
            raise Refused(f"{field}.{shown_key(key)}", f"there is no such key; the keys are {', '.join(known)}")
    return dict(value)


def _client(value: Any) -> dict[str, str]:
    client = _object(value, "client", CLIENT_KEYS)
    texts = {key: _text(part, f"client.{key}") for key, part in client.items()}
    if not texts.get("name", "").strip():
        raise Refused("client.name", "give the client a name")
    _text(texts["name"], "client.name", LONGEST_NAME)
    return texts


def _as_of(value: Any) -> str:
    try:
        written = date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        written = None
    if written is None or written != value:
        raise Refused("as_of", f"give a date as YYYY-MM-DD, got {shown_value(value)}")
    return written


def _currency(value: Any) -> str:
    if value != "USD":
        raise Refused("currency", f"only USD is supported, since every figure is in USD; got {shown_value(value)}")
    return str(value)


def _marks(knowledge: Knowledge, value: Any) -> dict[str, str]:
    ids = {question.id for question in knowledge.questions}
    for question, mark in _object(value, "marks").items():
        if question not in ids:
            raise Refused(f"marks.{shown_key(question)}", "there is no such question; remove it or correct its id")
        if mark not in MARKS:
            raise Refused(f"marks.{question}", f"give said, seen or tested, got {shown_value(mark)}")
    return dict(value)


def _seats(value: Any) -> dict[str, dict[str, str]]:
    seats = _object(value, "seats", SEATS)
    return {
        seat: {k: _text(v, f"seats.{seat}.{k}") for k, v in _object(person, f"seats.{seat}", SEAT_KEYS).items()}
        for seat, person in seats.items()
    }


def _pins(knowledge: Knowledge, value: Any) -> dict[str, dict[str, str]]:
    pins = _object(value, "pins", ("recommendation",))
    if "recommendation" not in pins:
        return {}
    pin = _object(pins["recommendation"], "pins.recommendation", ("role", "reason"))
    roles = [role.id for role in knowledge.roles]
    if pin.get("role") not in roles:
        raise Refused("pins.recommendation.role", f"give one of {', '.join(roles)}")
    if not _text(pin.get("reason", ""), "pins.recommendation.reason").strip():
        raise Refused("pins.recommendation.reason", "give the reason in a sentence")
    return {"recommendation": {"role": pin["role"], "reason": pin["reason"]}}


def _notes(knowledge: Knowledge, value: Any) -> dict[str, str]:
    ids = {question.id for question in knowledge.questions} | {"general"}
    for key in _object(value, "notes"):
        if key not in ids:
            raise Refused(f"notes.{shown_key(key)}", "notes belong to a question or to general; correct the id")
    return {key: _text(note, f"notes.{key}") for key, note in value.items()}


def _weights(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    criteria = tuple(criterion.id for criterion in knowledge.criteria)
    preferences = _object(value, "preferences", criteria)
    return {key: checked_weight(key, weight) for key, weight in preferences.items()}


def _overrides(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    overrides = _object(value, "overrides")
    Figures(knowledge, date.min, overrides)
    return overrides


def _nothing_yet(field: str, empty: Any) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if value != empty or type(value) is not type(empty):
            raise Refused(field, "this version does not read this part; leave it out or empty")
        return value

    return check


def checked_document(knowledge: Knowledge, document: Any) -> Document:
    """The document in canonical form with every part checked, or :class:`Refused` by field."""
    readers: dict[str, Callable[[Any], Any]] = {
        "fcio": lambda value: value,
        "as_of": _as_of,
        "client": _client,
        "currency": _currency,
        "answers": lambda value: checked_answers(knowledge, _object(value, "answers")),
        "marks": lambda value: _marks(knowledge, value),
        "areas": _nothing_yet("areas", {}),
        "preferences": lambda value: _weights(knowledge, value),
        "overrides": lambda value: _overrides(knowledge, value),
        "seats": _seats,
        "pins": lambda value: _pins(knowledge, value),
        "candidates": _nothing_yet("candidates", []),
        "notes": lambda value: _notes(knowledge, value),
    }
    whole = _object(document, "case file", tuple(readers))
    version = whole.get("fcio")
    if type(version) is not int or version != FORMAT:
        raise Refused("fcio", f"this program reads format {FORMAT}, got {shown_value(version)}")
    if "client" not in whole:
        raise Refused("client", "give the client with at least a name")
    return {key: reader(whole[key]) for key, reader in readers.items() if key in whole}


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
    parts = ("currency", "answers", "marks", "preferences", "overrides", "seats", "pins", "notes")
    given = {key: document[key] for key in parts if key in document}
    return Assessment(document["client"], date.fromisoformat(as_of) if as_of else today, **given)
