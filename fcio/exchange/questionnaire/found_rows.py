"""The rows of a returned questionnaire by the id each carries, wherever they stand; and what the file says it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fcio.exchange.grid import EMPTY, Cell, Grid
from fcio.exchange.questionnaire import shape
from fcio.exchange.workbook.page import at
from fcio.model.answers import Refused

HEADER_ROWS = 20
NO_IDS = (
    "this is no questionnaire of this program, or its hidden column of names is gone; fill in a fresh one, or put the "
    "answers back into the one you were given"
)


@dataclass(frozen=True)
class Place:
    """One cell and where it stands: the name of the sheet and the address."""

    sheet: str
    address: str
    cell: Cell = EMPTY


@dataclass(frozen=True)
class Row:
    """One row with an id: its cells by heading."""

    id: str
    cells: Mapping[str, Place]


@dataclass
class Found:
    """Rows by id (more than one where a row was copied), filled rows without an id, and the hidden lists.

    ``about`` says what the file is; ``codes`` holds the code of every answer by list and words.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    loose: list[Row] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def places(self, row_id: str, heading: str) -> list[Place]:
        """The cells under a heading in every row with this id; none where the row or the column is gone."""
        return [row.cells[heading] for row in self.rows.get(row_id, ()) if heading in row.cells]


def found_rows(name: str, grids: Sequence[Grid]) -> Found:
    """Everything a workbook holds of a questionnaire; :class:`Refused` where it is none."""
    found, headed = Found(), False
    for grid in grids:
        head = _header(name, grid)
        if head is None:
            _lists(grid, found)
            continue
        headed = True
        _rows(grid, *head, found)
    if not headed:
        raise Refused(name, NO_IDS)
    return found


def _header(name: str, grid: Grid) -> tuple[int, dict[str, int]] | None:
    """The row with the headings, counted from 0, and the column of each; None where a sheet has none."""
    known = {heading.casefold(): heading for heading in (shape.ID, *shape.HEADINGS)}
    for number, cells in enumerate(grid.rows[:HEADER_ROWS]):
        heads = [known.get(cell.text.casefold()) for cell in cells]
        if shape.ID not in heads:
            continue
        twice = [head for head in known.values() if heads.count(head) > 1]
        if twice:
            raise Refused(name, f"{grid.place} has the column \u201c{twice[0]}\u201d twice; keep one")
        columns = {head: column for column, head in enumerate(heads) if head}
        if not {shape.ANSWER, shape.LEVEL} & set(columns):
            lost = f"\u201c{shape.ANSWER}\u201d or \u201c{shape.LEVEL}\u201d"
            raise Refused(name, f"{grid.place} has lost the heading {lost}; put it back above its column")
        return number, columns
    return None


def _rows(grid: Grid, top: int, columns: dict[str, int], found: Found) -> None:
    sheet = grid.place.removeprefix("Sheet ")
    for number in range(top + 1, len(grid.rows)):
        cells = grid.rows[number]
        places = {
            head: Place(sheet, at(number, column), cells[column] if column < len(cells) else EMPTY)
            for head, column in columns.items()
        }
        row = Row(places.pop(shape.ID).cell.text, places)
        if row.id:
            found.rows.setdefault(row.id, []).append(row)
        elif any(not place.cell.blank for place in places.values()):
            found.loose.append(row)


def _lists(grid: Grid, found: Found) -> None:
    for cells in grid.rows:
        name, words, code = (_said(cells, column) for column in range(3))
        if name == shape.ABOUT and words:
            found.about.setdefault(words, code)
        elif name and words and code:
            found.codes.setdefault(name, {}).setdefault(plain_words(words), code)


def _said(cells: Sequence[Cell], column: int) -> str:
    value = cells[column].value if column < len(cells) else None
    return value if isinstance(value, str) else "" if value is None else str(value)


def plain_words(text: str) -> str:
    """Words as they are compared: one blank between them, small letters, one kind of apostrophe and dash.

    >>> plain_words(" Don\u2019t  KNOW ")
    "don't know"
    """
    same = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u2013", "-")
    return " ".join(same.split()).casefold()
