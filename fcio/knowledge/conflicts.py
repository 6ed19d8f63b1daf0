"""The shape of a conflict of interest: who earns, when, what ends it and what guards against it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.shapes import Cited, Condition, Id, Text

SERIOUS = ("high", "medium", "low")
Serious = Literal["high", "medium", "low"]


class Conflict(Cited):
    """Somebody earns from what the firm buys: for which roles, when, what cures it and what guards against it.

    Without a condition it always comes with these roles. ``remedies`` end the conflict, ``safeguards`` keep it
    in check where the role wins all the same. ``declared`` limits it to a role that the consultant who takes part
    sells: a conflict of this very advice. ``serious`` says how much the advice may lean, ``serious_because`` why;
    ``ask`` holds questions to put to whoever would take the role.
    """

    id: Id
    roles: tuple[Id, ...]
    when: Condition = ()
    declared: bool = False
    headline: Text
    who_earns: Text
    remedies: tuple[Text, ...]
    safeguards: tuple[Text, ...]
    serious: Serious
    serious_because: Text
    ask: Annotated[tuple[Text, ...], Field(min_length=1)]
