"""A case file in words: whose it is, how much it holds, and what it would change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fcio.model.fit_result import FitResult
from fcio.report.area_words import listing
from fcio.report.history_words import day_text
from fcio.report.words import coverage_line

PART_WORDS = {
    "as_of": "the day of the assessment",
    "client": "name and details of the client",
    "currency": "the currency",
    "answers": "answers",
    "marks": "how answers are known",
    "preferences": "weights",
    "tradeoffs": "choices between two good things",
    "overrides": "own figures",
    "seats": "who takes part",
    "pins": "the consultant\u2019s own recommendation",
    "assumptions": "who finds out what",
    "notes": "notes",
    "areas": "levels of the areas",
    "area_details": "evidence about the areas",
    "roadmap": "the roadmap",
    "snapshots": "locked assessments",
    "facts": "the firm in numbers",
    "risk": "numbers of the risk",
    "budget": "the budget",
    "plan": "changes of the plan",
    "candidates": "candidates",
    "hiring": "changes of the hiring kit",
    "redacted": "that it is a redacted copy",
}
"""What a reader calls each part of a case file."""

_NAMED_APART = ("as_of", "client", "currency", "answers", "redacted")


def case_sentence(document: Mapping[str, Any], result: FitResult) -> str:
    """What a case file holds: client, day, how much is answered, and the other parts; ``result`` is its role fit."""
    name, day = document["client"]["name"], document.get("as_of")
    begun = "A redacted copy. The" if document.get("redacted") else "The"
    dated = f"as of {day_text(date.fromisoformat(day))}" if day else "without a day of its own"
    others = [word for part, word in PART_WORDS.items() if document.get(part) and part not in _NAMED_APART]
    rest = f" It also holds {listing(others)}." if others else ""
    return f"{begun} file is about {name}, {dated}, {coverage_line(result)}.{rest}"


def changed_parts(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """What a reader calls the parts in which two checked documents differ; an empty part is none.

    >>> changed_parts({"fcio": 1, "notes": {}}, {"fcio": 1, "facts": {"revenue": 1.0}})
    ('the firm in numbers',)
    """
    return tuple(
        word
        for part, word in PART_WORDS.items()
        if (before.get(part) or after.get(part)) and before.get(part) != after.get(part)
    )


def change_sentence(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """The parts that a new revision would change, and whether it would take the client's name away."""
    old, new = before["client"]["name"], after["client"]["name"]
    renamed = f" {old} would be called {new} from then on." if old != new else ""
    return f"It would change {listing(changed_parts(before, after))}.{renamed}"
