"""The parts of a case file about hiring: candidates, changed weights, questions and texts of the letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fcio.exchange.fields import checked_choice, checked_list, checked_object
from fcio.exchange.people_parts import LONGEST_NAME
from fcio.exchange.risk_parts import MOST_MONEY, checked_span
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_text, shown_key, shown_value
from fcio.model.hiring.candidates import OFFER, PERSON
from fcio.model.hiring.offers import HOUR, MONTH, PROJECT
from fcio.model.hiring.scores import COVERS, LEAST, MOST, NOT, PARTLY, UNKNOWN
from fcio.report.owner_letter import PARAGRAPHS

MOST_CANDIDATES, MOST_OWN_QUESTIONS = 10, 20
LONGEST_LINE = 2_000
MOST_HOURS, MOST_MONTHS = 10_000.0, 120.0
"""Guards against slips of the keyboard, not knowledge."""
KEYS = ("name", "kind", "role", "scores", "price", "covers", "includes", "sells", "provider", "notes")
HIRING_KEYS = ("role", "weights", "questions", "provider_covers", "letter")


def _line(value: Any, field: str) -> str:
    text = checked_text(value, field, LONGEST_LINE)
    if not text.strip():
        raise Refused(field, "write something, or leave it out")
    return text


def _whole(value: Any, field: str, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise Refused(field, f"give a whole number from 0 to {most}, got {shown_value(value)}")
    return value


def _yes_or_no(value: Any, field: str) -> bool:
    if not isinstance(value, bool):
        raise Refused(field, f"give true or false, got {shown_value(value)}")
    return value


def _role(knowledge: Knowledge, value: Any, field: str, nobody: bool) -> str:
    roles = tuple(role.id for role in knowledge.roles if nobody or not role.is_line)
    return checked_choice(value, field, roles)


def _criteria(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(one.id for one in knowledge.scorecard.criteria) if knowledge.scorecard else ()


def _scores(knowledge: Knowledge, value: Any, field: str) -> dict[str, int]:
    given = checked_object(value, field, _criteria(knowledge))
    return {key: _whole(score, f"{field}.{key}", MOST - LEAST) for key, score in given.items()}


def _above_zero(value: Any, field: str, most: float) -> float:
    found = checked_span(value, field, 0, most)
    if not found:
        raise Refused(field, "0 is not possible here; leave it empty where nobody has said it")
    return found


def _price(value: Any, field: str) -> dict[str, Any]:
    given = checked_object(value, field, ("amount", "per", "hours", "months"))
    for key in ("amount", "per"):
        if key not in given:
            raise Refused(f"{field}.{key}", "give the amount and what it is for: a month, an hour or a project")
    readers: dict[str, Callable[[Any, str], Any]] = {
        "amount": lambda amount, at: checked_span(amount, at, 0, MOST_MONEY),
        "per": lambda per, at: checked_choice(per, at, (MONTH, HOUR, PROJECT)),
        "hours": lambda hours, at: _above_zero(hours, at, MOST_HOURS),
        "months": lambda months, at: _above_zero(months, at, MOST_MONTHS),
    }
    found = {key: readers[key](part, f"{field}.{key}") for key, part in given.items()}
    if "months" in found and found["per"] != PROJECT:
        raise Refused(f"{field}.months", "only a project has months; remove it")
    return found


def _covers(knowledge: Knowledge, value: Any, field: str, words: tuple[str, ...]) -> dict[str, str]:
    given = checked_object(value, field, tuple(area.id for area in knowledge.areas))
    return {area: checked_choice(word, f"{field}.{area}", words) for area, word in given.items()}


def _includes(knowledge: Knowledge, value: Any, field: str) -> tuple[str, ...]:
    lines = tuple(category.id for category in knowledge.budget.categories) if knowledge.budget else ()
    given = [checked_choice(line, field, lines) for line in checked_list(value, field)]
    return tuple(dict.fromkeys(given))


def _candidate(knowledge: Knowledge, value: Any, field: str) -> dict[str, Any]:
    given = checked_object(value, field, KEYS)
    words = (COVERS, PARTLY, NOT, UNKNOWN)
    name = checked_text(given.get("name", ""), f"{field}.name", LONGEST_NAME)
    if not name.strip():
        raise Refused(f"{field}.name", "give the person or the offer a name")
    if "kind" not in given:
        raise Refused(f"{field}.kind", f"say whether this is a {PERSON} or an {OFFER}")
    readers: dict[str, Callable[[Any, str], Any]] = {
        "name": lambda text, at: text,
        "kind": lambda kind, at: checked_choice(kind, at, (PERSON, OFFER)),
        "role": lambda role, at: _role(knowledge, role, at, nobody=False),
        "scores": lambda part, at: _scores(knowledge, part, at),
        "price": _price,
        "covers": lambda part, at: _covers(knowledge, part, at, words),
        "includes": lambda part, at: _includes(knowledge, part, at),
        "sells": _yes_or_no,
        "provider": _yes_or_no,
        "notes": lambda text, at: checked_text(text, at, LONGEST_LINE),
    }
    return {key: readers[key](given[key], f"{field}.{key}") for key in KEYS if key in given}


def candidates_part(knowledge: Knowledge, value: Any) -> tuple[dict[str, Any], ...]:
    """The part ``candidates`` in canonical form: at most ten people or offers, each with a name of its own."""
    given = checked_list(value, "candidates")
    if len(given) > MOST_CANDIDATES:
        raise Refused("candidates", f"keep to {MOST_CANDIDATES} people and offers, got {len(given)}; remove some")
    found = tuple(_candidate(knowledge, one, f"candidates.{number}") for number, one in enumerate(given, 1))
    seen: set[str] = set()
    for number, one in enumerate(found, 1):
        name = " ".join(one["name"].split()).casefold()
        if name in seen:
            raise Refused(f"candidates.{number}.name", f"{shown_value(one['name'])} stands twice; tell them apart")
        seen.add(name)
    return found


def _weights(knowledge: Knowledge, value: Any) -> dict[str, int]:
    criteria = _criteria(knowledge)
    most = knowledge.scorecard.most_weight if knowledge.scorecard else 0
    given = checked_object(value, "hiring.weights", criteria)
    found = {key: _whole(weight, f"hiring.weights.{key}", most) for key, weight in given.items()}
    if found and set(found) == set(criteria) and not any(found.values()):
        raise Refused("hiring.weights", "every weight is 0; give at least one criterion some weight")
    return found


def _own_question(knowledge: Knowledge, value: Any, field: str) -> dict[str, Any]:
    given = checked_object(value, field, ("text", "good", "worrying", "criterion"))
    if "text" not in given:
        raise Refused(f"{field}.text", "write the question")
    criteria = _criteria(knowledge)
    return {
        key: checked_choice(part, f"{field}.{key}", criteria) if key == "criterion" else _line(part, f"{field}.{key}")
        for key, part in given.items()
    }


def _questions(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    field = "hiring.questions"
    given = checked_object(value, field, ("dropped", "changed", "own"))
    ids = tuple(question.id for question in knowledge.hiring_questions)
    changed = checked_object(given.get("changed", {}), f"{field}.changed")
    dropped = checked_list(given.get("dropped", []), f"{field}.dropped")
    for at, names in (("dropped", dropped), ("changed", changed)):
        for name in names:
            if name not in ids:
                raise Refused(
                    f"{field}.{at}.{shown_key(name)}", "there is no such question; remove it or correct its id"
                )
    own = checked_list(given.get("own", []), f"{field}.own")
    if len(own) > MOST_OWN_QUESTIONS:
        raise Refused(f"{field}.own", f"keep to {MOST_OWN_QUESTIONS} questions of your own, got {len(own)}")
    found = {
        "dropped": tuple(dict.fromkeys(dropped)),
        "changed": {name: _line(text, f"{field}.changed.{name}") for name, text in changed.items()},
        "own": tuple(_own_question(knowledge, one, f"{field}.own.{number}") for number, one in enumerate(own, 1)),
    }
    return {key: part for key, part in found.items() if part}


def _letter(value: Any) -> dict[str, str]:
    given: Mapping[str, Any] = checked_object(value, "hiring.letter", PARAGRAPHS)
    return {key: checked_text(text, f"hiring.letter.{key}", LONGEST_LINE) for key, text in given.items()}


def hiring_part(knowledge: Knowledge, value: Any) -> dict[str, Any]:
    """The part ``hiring`` in canonical form; a part that is empty is left out."""
    given = checked_object(value, "hiring", HIRING_KEYS)
    words = (COVERS, PARTLY, NOT)
    readers: dict[str, Callable[[Any], Any]] = {
        "role": lambda role: _role(knowledge, role, "hiring.role", nobody=True),
        "weights": lambda part: _weights(knowledge, part),
        "questions": lambda part: _questions(knowledge, part),
        "provider_covers": lambda part: _covers(knowledge, part, "hiring.provider_covers", words),
        "letter": _letter,
    }
    found = {key: readers[key](given[key]) for key in HIRING_KEYS if key in given}
    return {key: part for key, part in found.items() if part}
