"""A returned questionnaire read by the id of every row, whatever their order; nothing is stored here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from fcio.exchange.file_name import shown_name
from fcio.exchange.grid import xlsx_grids
from fcio.exchange.questionnaire import shape
from fcio.exchange.questionnaire.answer_back import Reading, answer_back, level_back
from fcio.exchange.questionnaire.cell_values import CannotRead, cure_of, stands, text_of
from fcio.exchange.questionnaire.found_rows import Found, found_rows
from fcio.exchange.questionnaire.returned import ReadQuestionnaire, Unreadable, label_of
from fcio.exchange.zip_guard import refuse_ending
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused, checked_text, shown_value

MOST_TOLD = 100


def read_questionnaire(knowledge: Knowledge, name: str, content: bytes) -> ReadQuestionnaire:
    """What a filled questionnaire of this file name says.

    Rows are found by their hidden id. An empty cell is an answer not given, never 0. Raises :class:`Refused` with
    one sentence where the file as a whole cannot be read; single cells that cannot be are listed in the result.
    """
    shown = shown_name(name)
    refuse_ending(shown, name, ".xlsx")
    grids = xlsx_grids(shown, content, shape.PURPOSE, whole=True)
    found = found_rows(shown, grids.seen)
    _refuse_format(shown, found)
    return _Reader(knowledge, shown, found).result()


def _refuse_format(name: str, found: Found) -> None:
    given = found.about.get(shape.ABOUT_FORMAT)
    if given is not None and given != str(shape.FORMAT):
        forms = f"this questionnaire has the form {shown_value(given)}, this program reads form {shape.FORMAT}"
        raise Refused(name, f"{forms}; fill in a fresh one")


class _Reader:
    def __init__(self, knowledge: Knowledge, name: str, found: Found) -> None:
        self.knowledge, self.name, self.found = knowledge, name, found
        made_with = found.about.get(shape.ABOUT_FINGERPRINT)
        self.other = made_with != shape.fingerprint(knowledge)
        self.unsaid = made_with is None
        self.reading = Reading(found, found.codes if self.other and not self.unsaid else {})
        self.unreadable: list[Unreadable] = []
        self.with_areas = found.about.get(shape.ABOUT_AREAS) == "yes" or any(
            row.startswith(shape.AREA_PREFIX) for row in found.rows
        )

    def result(self) -> ReadQuestionnaire:
        """Everything the rows say."""
        knowledge, reading = self.knowledge, self.reading
        questions, indicators = shape.asked(knowledge), shape.indicators(knowledge) if self.with_areas else ()
        answers = {q.id: self._taken(q.id, partial(answer_back, reading, q)) for q in questions}
        levels = {i.id: self._taken(shape.area_row(i.id), partial(level_back, reading, i.id)) for i in indicators}
        comments = {key: self._comment(key) for key in (*answers, shape.GENERAL)}
        area_comments = {i.id: self._comment(shape.area_row(i.id)) for i in indicators}
        self._loose()
        missing = tuple(row for row in shape.row_ids(knowledge, self.with_areas) if row not in self.found.rows)
        return ReadQuestionnaire(
            name=self.name,
            client=self._client(),
            answers=_filled(answers),
            comments=_filled(comments),
            areas=_filled(levels),
            area_comments=_filled(area_comments),
            unreadable=tuple(self.unreadable),
            remarks=_first([*self._versions(), *reading.remarks]),
            missing=missing,
            missing_options={
                q.id: lost
                for q in questions
                if (lost := tuple(sub for sub in shape.sub_ids(q) if shape.sub_row(q, sub) in missing))
            },
            blank=tuple(self._blank(answers, levels)),
            unknown=tuple(self._unknown()),
            other_version=self.other and not self.unsaid,
            with_areas=self.with_areas,
        )

    def _taken(self, row_id: str, take: Callable[[], Any]) -> Any:
        """What is taken from a row; where that cannot be, it is listed and nothing is taken."""
        try:
            return take()
        except CannotRead as error:
            place = error.place
            label = label_of(self.knowledge, row_id)
            told = Unreadable(row_id, label, place.sheet, place.address, stands(place.cell), error.cure)
            self.unreadable.append(told)
            return None

    def _comment(self, row_id: str) -> str | None:
        def take() -> str | None:
            place = self.reading.cell(row_id, shape.COMMENT)
            if place is None:
                return None
            try:
                return checked_text(text_of(place, self.reading.remarks), row_id)
            except Refused as refused:
                raise CannotRead(place, cure_of(refused)) from refused

        taken: str | None = self._taken(row_id, take)
        return taken

    def _client(self) -> str:
        """The name of the firm: typed by whoever filled in the file, or the one it was made for."""
        place = next(iter(self.found.places(shape.FIRM, shape.ANSWER)), None)
        typed = place.cell.text if place is not None else ""
        return typed or self.found.about.get(shape.ABOUT_CLIENT, "")

    def _loose(self) -> None:
        for row in self.found.loose:
            place = next(place for place in row.cells.values() if not place.cell.blank)
            cure = "this row belongs to no question; move it into the row of one"
            self.unreadable.append(Unreadable("", "", place.sheet, place.address, stands(place.cell), cure))

    def _blank(self, answers: dict[str, Any], levels: dict[str, Any]) -> Iterator[str]:
        told = {one.field for one in self.unreadable}
        rows = {**answers, **{shape.area_row(indicator): level for indicator, level in levels.items()}}
        for row, value in rows.items():
            if value is None and row in self.found.rows and row not in told:
                yield row

    def _unknown(self) -> Iterator[str]:
        known = {*shape.row_ids(self.knowledge, areas=True), shape.FIRM}
        return (row for row in self.found.rows if row not in known)

    def _versions(self) -> Iterator[str]:
        if self.unsaid:
            yield "The file does not say with which questions it was made; it was read by the hidden names of its rows."
        elif self.other:
            yield "The file was made with other questions or words than today\u2019s; what both share was read."


def _filled(entries: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value is not None}


def _first(sentences: list[str]) -> tuple[str, ...]:
    more = len(sentences) - MOST_TOLD
    return (*sentences[:MOST_TOLD], f"And {more:,} more of the same kind.") if more > 0 else tuple(sentences)
