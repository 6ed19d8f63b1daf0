"""The parts of a case file about people: who takes part, what they answered alone, who finds out what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fcio.exchange.fields import checked_day, checked_object
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_answers, checked_text, shown_key, shown_value

LONGEST_NAME = 200
SEAT_KEYS = ("name", "interest", "sells", "answers")
SEATS = ("owner", "consultant")


def _sells(knowledge: Knowledge, value: Any, field: str) -> str:
    roles = [role.id for role in knowledge.roles if not role.is_line]
    if value not in roles:
        raise Refused(field, f"give one of {', '.join(roles)}, got {shown_value(value)}")
    return str(value)


def _seat(knowledge: Knowledge, seat: str, value: Any) -> dict[str, Any]:
    field = f"seats.{seat}"
    readers: dict[str, Callable[[Any], Any]] = {
        "name": lambda text: checked_text(text, f"{field}.name"),
        "interest": lambda text: checked_text(text, f"{field}.interest"),
        "sells": lambda role: _sells(knowledge, role, f"{field}.sells"),
        "answers": lambda answers: checked_answers(
            knowledge, checked_object(answers, f"{field}.answers"), f"{field}.answers"
        ),
    }
    return {key: readers[key](part) for key, part in checked_object(value, field, SEAT_KEYS).items()}


def seats(knowledge: Knowledge, value: Any) -> dict[str, dict[str, Any]]:
    """Who sits there, what they sell, and what each answered alone; or :class:`Refused` by field."""
    return {seat: _seat(knowledge, seat, person) for seat, person in checked_object(value, "seats", SEATS).items()}


def assumptions(knowledge: Knowledge, value: Any) -> dict[str, dict[str, str]]:
    """By question who finds out an open answer, and by when."""
    ids = {question.id for question in knowledge.questions}
    found = {}
    for question, entry in checked_object(value, "assumptions").items():
        field = f"assumptions.{shown_key(question)}"
        if question not in ids:
            raise Refused(field, "there is no such question; remove it or correct its id")
        parts = checked_object(entry, field, ("owner", "due"))
        if "owner" in parts:
            checked_text(parts["owner"], f"{field}.owner", LONGEST_NAME)
        if "due" in parts:
            checked_day(parts["due"], f"{field}.due")
        found[question] = parts
    return found


def pins(knowledge: Knowledge, value: Any) -> dict[str, dict[str, str]]:
    """The consultant's own recommendation with its reason, if there is one."""
    parts = checked_object(value, "pins", ("recommendation",))
    if "recommendation" not in parts:
        return {}
    pin = checked_object(parts["recommendation"], "pins.recommendation", ("role", "reason"))
    roles = [role.id for role in knowledge.roles]
    if pin.get("role") not in roles:
        raise Refused("pins.recommendation.role", f"give one of {', '.join(roles)}")
    if not checked_text(pin.get("reason", ""), "pins.recommendation.reason").strip():
        raise Refused("pins.recommendation.reason", "give the reason in a sentence")
    return {"recommendation": {"role": pin["role"], "reason": pin["reason"]}}
