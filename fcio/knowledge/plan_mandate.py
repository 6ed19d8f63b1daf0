"""The shape of a clause of the mandate between a firm and its technology leader."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from fcio.knowledge.shapes import Called, Id, Text

MANDATE_PARTS = (
    "purpose",
    "decisions",
    "deliverables",
    "exclusions",
    "term",
    "confidentiality",
    "independence",
    "handover",
)
MandatePart = Literal[
    "purpose", "decisions", "deliverables", "exclusions", "term", "confidentiality", "independence", "handover"
]
AmountTable = Literal["decision_limit_usd", "second_offer_usd"]


class Clause(Called):
    """One clause, for these roles.

    ``amount`` names the table of plan.yaml that gives its sum in US dollars by size of the firm. ``because`` is a half
    sentence that follows "because".
    """

    id: Id
    part: MandatePart
    heading: Text
    text: Text
    roles: Annotated[tuple[Id, ...], Field(min_length=1)]
    amount: AmountTable | None = None
    because: Text
