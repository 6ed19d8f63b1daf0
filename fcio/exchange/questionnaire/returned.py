"""What a returned questionnaire says: answers, levels and comments, and everything that could not be taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fcio.exchange.questionnaire import shape
from fcio.knowledge.whole import Knowledge


@dataclass(frozen=True)
class Unreadable:
    """A cell that cannot be taken: whose it is, where it is, what stands there, and the cure."""

    field: str
    label: str
    sheet: str
    cell: str
    stands: str
    cure: str

    @property
    def sentence(self) -> str:
        """All of it for a reader."""
        whose = f" ({self.label})" if self.label else ""
        return f"Sheet {self.sheet}, {self.cell}{whose}: {self.stands} stands there; {self.cure}."


@dataclass(frozen=True)
class ReadQuestionnaire:
    """What the file says, in the form of a case file; only what is filled in stands in the first four.

    ``answers`` and ``comments`` by question (``general`` for the last one), ``areas`` and ``area_comments`` by
    indicator. ``unreadable`` cells are in none of these. ``missing``: ids of rows that are not in the file;
    ``missing_options``: those of them that are options, by question; ``blank``: ids of rows whose answer or level is
    empty. ``client`` is the name the file carries, ``other_version`` whether it asks other questions than today's,
    ``with_areas`` whether it asks about the areas.
    """

    name: str
    client: str
    answers: Mapping[str, Any]
    comments: Mapping[str, str]
    areas: Mapping[str, int | str]
    area_comments: Mapping[str, str]
    unreadable: tuple[Unreadable, ...]
    remarks: tuple[str, ...]
    missing: tuple[str, ...]
    missing_options: Mapping[str, tuple[str, ...]]
    blank: tuple[str, ...]
    unknown: tuple[str, ...]
    other_version: bool
    with_areas: bool

    @property
    def clean(self) -> bool:
        """Whether there is nothing to tell beside what was read."""
        return not (self.unreadable or self.remarks or self.missing or self.unknown or self.other_version)


def label_of(knowledge: Knowledge, row_id: str) -> str:
    """What a reader calls the row with this id; the id itself where it is none of ours."""
    if row_id == shape.GENERAL:
        return "Anything else"
    if row_id == shape.FIRM:
        return "Name of the firm"
    if row_id.startswith(shape.AREA_PREFIX):
        labels = {indicator.id: indicator.label for indicator in shape.indicators(knowledge)}
        return labels.get(row_id.removeprefix(shape.AREA_PREFIX), row_id)
    question_id, _, sub = row_id.partition(".")
    question = next((one for one in knowledge.questions if one.id == question_id), None)
    if question is None:
        return row_id
    if not sub:
        return question.label
    options = {option.id: option.text for option in question.options}
    return f"{question.label}: {options.get(sub, sub)}"
