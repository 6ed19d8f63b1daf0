"""What the advice rests on: answers that were seen or tested, apart from what was only said."""

from __future__ import annotations

from dataclasses import replace

from fcio.model.answers import is_open
from fcio.model.assessment import Assessment

WITNESSED = ("seen", "tested")


def witnessed(assessment: Assessment) -> tuple[str, ...]:
    """Questions whose definite answer was seen or tested, in the order of the answers."""
    given = assessment.answers.items()
    return tuple(q for q, answer in given if assessment.marks.get(q) in WITNESSED and not is_open(answer))


def seen_only(assessment: Assessment) -> Assessment:
    """The same client with every answer, and every level of an area, left open that was not seen or tested.

    >>> from datetime import date
    >>> case = Assessment({"name": "Mill"}, date(2026, 11, 25), answers={"mfa": "none", "headcount": 9},
    ...                   marks={"mfa": "tested", "headcount": "said"})
    >>> seen_only(case).answers
    {'mfa': 'none'}
    """
    kept, details = witnessed(assessment), assessment.area_details
    levels = {i: level for i, level in assessment.areas.items() if details.get(i, {}).get("mark") in WITNESSED}
    return replace(assessment, answers={question: assessment.answers[question] for question in kept}, areas=levels)
