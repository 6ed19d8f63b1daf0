"""The client's own spending from a spreadsheet, .xlsx or .csv: what can be taken, and a sentence for what cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fcio.exchange.csv_grid import csv_grid
from fcio.exchange.file_name import shown_name
from fcio.exchange.grid import Grid, Grids, xlsx_grids
from fcio.exchange.spend_categories import Categories
from fcio.exchange.spend_header import Header, headers_of, listed
from fcio.exchange.spend_table import Found, Table
from fcio.exchange.zip_guard import refuse_ending
from fcio.knowledge.budget import BudgetRules, SheetWords
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused
from fcio.model.currency import DOLLAR

HEADER_ROWS, MOST_LOOKED_AT = 10, 50
MOST_TOLD = 100
WANTED = (
    "wanted are Category (or Item) and Yearly (or Monthly), for contracts Name, Category and Yearly, in one of the "
    f"first {HEADER_ROWS} rows"
)


@dataclass(frozen=True)
class SpendFile:
    """What a spreadsheet says, in its own currency: amounts a year by line, and contracts as a case file has them.

    ``faults`` name a cell and the cure, one sentence each; nothing may be stored while there is one. ``notes`` say how
    things were read where they could have been read otherwise, and what was left out.
    """

    currency: str
    spend: Mapping[str, float]
    contracts: tuple[Mapping[str, Any], ...]
    faults: tuple[str, ...]
    notes: tuple[str, ...]


def read_spend(knowledge: Knowledge, name: str, content: bytes, currency: str = DOLLAR) -> SpendFile:
    """The spending in a file of this name, whose amounts are in this currency (ISO code).

    Raises :class:`Refused` with one sentence where the file as a whole cannot be read.
    """
    assert knowledge.budget is not None
    shown = shown_name(name)
    grids = _grids(shown, name, content)
    found = _tables(knowledge.budget, shown, grids, currency)
    if not (found.spend or found.contracts or found.faults):
        found.notes.insert(0, "There is no amount in it yet; fill in a yearly or a monthly amount.")
    categories = Categories(knowledge.budget)
    spend = _added_up(categories, found)
    found.notes[:0] = [f"Sheet {hidden} is hidden and was not read." for hidden in grids.hidden]
    return SpendFile(currency, spend, tuple(found.contracts), _first(found.faults), _first(found.notes))


def _grids(shown: str, name: str, content: bytes) -> Grids:
    if refuse_ending(shown, name, ".xlsx", ".csv") == ".xlsx":
        return xlsx_grids(shown, content)
    return Grids((csv_grid(shown, content),))


def _tables(rules: BudgetRules, shown: str, grids: Grids, currency: str) -> Found:
    found, number, without = Found(), 0, []
    categories = Categories(rules)
    for grid in grids.seen:
        tables = _tables_of(rules.sheet_words, grid, currency)
        for table in tables:
            table.read(rules.sheet_words, categories, found)
        number += len(tables)
        if not tables and any(grid.rows):
            without.append(grid)
    if not number:
        raise Refused(shown, _nothing_found(without, grids))
    found.notes += [f"{grid.place} has no table of spending or contracts and was left out." for grid in without]
    return found


def _tables_of(words: SheetWords, grid: Grid, currency: str) -> list[Table]:
    """Every table of a grid: the first headings stand in the first rows, further ones after an empty row."""
    starts: list[tuple[int, tuple[Header, ...]]] = []
    looked = 0
    for row, cells in enumerate(grid.rows, 1):
        if not starts and row > HEADER_ROWS:
            break
        if starts and not _may_begin(grid, row):
            continue
        looked += 1
        if looked > MOST_LOOKED_AT:
            break
        headers = headers_of(words, cells)
        if headers:
            starts.append((row, headers))
    if not starts:
        return []
    ends = [row for row, _ in starts[1:]] + [len(grid.rows) + 1]
    return [
        Table(grid, header, row, range(row + 1, end), currency)
        for (row, headers), end in zip(starts, ends, strict=True)
        for header in headers
    ]


def _may_begin(grid: Grid, row: int) -> bool:
    """Whether a further table may begin in this row: only texts, after an empty row."""
    above = grid.rows[row - 2]
    return all(cell.blank for cell in above) and all(cell.blank or cell.text for cell in grid.rows[row - 1])


def _nothing_found(without: list[Grid], grids: Grids) -> str:
    if not without:
        hidden = "; its hidden sheets are not read" if grids.hidden else ""
        return f"there is nothing in it{hidden}; choose another file"
    told = []
    for grid in without[:3]:
        row = max(grid.rows[:HEADER_ROWS], key=lambda cells: sum(bool(cell.text) for cell in cells), default=[])
        columns = [cell.text[:30] for cell in row if cell.text][:8]
        told.append(
            f"{grid.place} has the columns {', '.join(columns)}" if columns else f"{grid.place} has no headings"
        )
    return f"{'; '.join(told)}; {WANTED}"


def _added_up(categories: Categories, found: Found) -> dict[str, float]:
    spend: dict[str, float] = {}
    rows: dict[str, list[str]] = {}
    for line, yearly, place in found.spend:
        spend[line] = spend.get(line, 0.0) + yearly
        rows.setdefault(line, []).append(place)
    for line, places in rows.items():
        if len(places) > 1:
            where = listed([place.rpartition(", row ")[2] for place in places])  # type: ignore[misc]
            said = f"{categories.label(line)} stands in rows {where}; they were added up to {spend[line]:,.2f} a year."
            found.notes.append(said)
    return spend


def _first(sentences: list[str]) -> tuple[str, ...]:
    more = len(sentences) - MOST_TOLD
    return (*sentences[:MOST_TOLD], f"And {more:,} more of the same kind.") if more > 0 else tuple(sentences)
