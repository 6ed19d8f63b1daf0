"""Shapes of who does what: parties, duties, and the rules that say who leads, helps and is told."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.shapes import Cited, Condition, Id, Shape, Text

LEADER = "leader"
"""In a rule, the party that the plan's role stands for."""

Part = Literal["leads", "helps", "told"]
PARTS: tuple[Part, ...] = ("leads", "helps", "told")


class Party(Shape):
    """Somebody who can have a part in a duty."""

    id: Id
    name: Text
    short: Text


class DutyRule(Shape):
    """One party's part in a duty, where ``when`` surely holds and ``unless`` does not; without ``roles`` with all."""

    party: Id
    does: Part
    roles: tuple[Id, ...] = ()
    when: Condition = ()
    unless: Condition = ()


class DutyGroup(Shape):
    """Duties that the same parties usually have; with ``when``, only for firms where it is not ruled out."""

    id: Id
    name: Text
    when: Condition = ()
    today: tuple[DutyRule, ...]
    would: tuple[DutyRule, ...]


class Duty(Cited):
    """Something somebody has to do.

    ``today`` and ``would`` come in place of those of the group. Nobody leads it today where ``nobody_when`` surely
    holds or ``indicator`` is at the lowest level. ``area`` is the one of the twelve it belongs to.
    """

    id: Id
    duty: Text
    group: Id
    area: Id | None = None
    indicator: Id | None = None
    when: Condition = ()
    nobody_when: Condition = ()
    today: tuple[DutyRule, ...] = ()
    would: tuple[DutyRule, ...] = ()


class Responsibilities(Shape):
    """Parties, groups and duties, each in the order in which they are shown."""

    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    groups: tuple[DutyGroup, ...]
    duties: tuple[Duty, ...]

    def group(self, group_id: str) -> DutyGroup:
        """The group with this id."""
        return next(group for group in self.groups if group.id == group_id)

    def party(self, party_id: str) -> Party:
        """The party with this id."""
        return next(party for party in self.parties if party.id == party_id)
