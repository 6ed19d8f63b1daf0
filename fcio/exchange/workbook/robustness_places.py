"""Where everything stands on the sheet Robustness; roles keep the same columns in every table."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.exchange.workbook.page import area

NAME, NOW, NEED, FIRST_STRENGTH, ROLES = range(5)
SHARES_TOP = 7
CLOSER = "Turning_shares"
"""The name of the nearest share of all weight at which each criterion turns the result."""


@dataclass(frozen=True)
class Places:
    """Rows of every table for so many criteria and roles."""

    criteria: int
    roles: int

    @property
    def last_column(self) -> int:
        """Two columns for every role: a share, and how far away it is."""
        return ROLES + 2 * self.roles - 1

    @property
    def names(self) -> int:
        """The row with the name of each role as a sentence says it."""
        return SHARES_TOP + 3

    @property
    def lead(self) -> int:
        """The first criterion of the table of leads."""
        return self.names + 3

    @property
    def base(self) -> int:
        """The row of the effort line; the sums of the table follow it."""
        return self.lead + self.criteria

    @property
    def total(self) -> int:
        """The row of the leads."""
        return self.base + 1

    @property
    def swing(self) -> int:
        """The row of what the weights carry."""
        return self.base + 2

    @property
    def holds(self) -> int:
        """The row that says whether a lead holds at the average."""
        return self.base + 3

    @property
    def radius(self) -> int:
        """The row of the least move that closes a lead."""
        return self.base + 4

    @property
    def nearest(self) -> int:
        """The row of the rival that needs the least move."""
        return self.base + 5

    @property
    def flips(self) -> int:
        """The first criterion of the table of turning weights."""
        return self.nearest + 3

    @property
    def second(self) -> int:
        """The first criterion of the second method."""
        return self.flips + self.criteria + 3

    def across(self, row: int) -> str:
        """All roles in a row."""
        return area(row, ROLES, row, ROLES + self.roles - 1)
