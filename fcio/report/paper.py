"""What a report on paper holds, whatever it is printed with: sections of sentences, lists, pictures and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, what it says for who cannot see it, and how to read it."""

    svg: str
    says: str
    caption: str


@dataclass(frozen=True)
class Table:
    """Rows of text under heads; every column after the first is aligned to the right where ``numbers`` is set."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: bool = False


@dataclass(frozen=True)
class Section:
    """A part with its title; its own sentences, a list, a picture and tables, in this order."""

    title: str
    sentences: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    picture: Picture | None = None
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A whole report; the same input gives the same paper."""

    title: str
    client: str
    as_of: date
    sections: tuple[Section, ...]
    foot: str

    @property
    def texts(self) -> Iterator[str]:
        """Everything on it that is read, in order."""
        yield from (self.title, self.client, self.foot)
        for section in self.sections:
            yield from (section.title, *section.sentences, *section.items, *section.notes)
            if section.picture is not None:
                yield from (section.picture.says, section.picture.caption)
            for table in section.tables:
                yield from (*table.heads, *(cell for row in table.rows for cell in row))


def table_of(frame: pd.DataFrame, numbers: bool = False) -> Table:
    """A data frame with its index as the first column.

    >>> table_of(pd.DataFrame({"Points": ["9"]}, index=pd.Index(["CTO"], name="Role")))
    Table(heads=('Role', 'Points'), rows=(('CTO', '9'),), numbers=False)
    """
    heads = (str(frame.index.name or ""), *map(str, frame.columns))
    rows = tuple((str(name), *map(str, row)) for name, row in zip(frame.index, frame.to_numpy(), strict=True))
    return Table(heads, rows, numbers)


def pairs(rows: Sequence[tuple[str, str]], heads: tuple[str, str]) -> Table:
    """A table of labels and what is said beside them."""
    return Table(heads, tuple(rows))
