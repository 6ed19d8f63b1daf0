"""How an amount comes about, line by line, narrow enough for a phone."""

from __future__ import annotations

from dataclasses import dataclass

from fcio.knowledge.shapes import JUDGEMENT
from fcio.knowledge.whole import Knowledge
from fcio.model.amounts import ESTIMATE, INTAKE, OWN, SPENT, Amount, Part
from fcio.report.unit_words import quantity, spread

OURS = "Our judgement"
MODEL = "model"
ORIGINS = {
    OWN: "Yours.",
    INTAKE: "From the intake.",
    SPENT: "From your spending in the budget.",
    ESTIMATE: "Our estimate; see your firm in figures.",
    MODEL: "How often these happen, added up; see each of them.",
}


@dataclass(frozen=True)
class Line:
    """One line of a receipt: what it says, and where that comes from (may be empty)."""

    text: str
    origin: str


def origin_text(knowledge: Knowledge, source: str, note: str | None) -> str:
    """Where a number comes from, with the reason; judgement is said once.

    A note that says itself that it is judgement stands alone.
    """
    if source in ORIGINS:
        return f"{ORIGINS[source]} {note or ''}".rstrip()
    if source != JUDGEMENT:
        return f"{knowledge.sources[source].title}. {note or ''}".rstrip()
    return note if note and note.startswith(OURS) else f"Judgement. {note or ''}".rstrip()


def receipt_lines(knowledge: Knowledge, amount: Amount, unit: str) -> tuple[Line, ...]:
    """The factors of an amount in the order in which they are multiplied, term by term, and the amount itself."""
    lines = []
    for place, product in enumerate(amount.products):
        for at, part in enumerate(product.parts):
            sign = "" if at == 0 else "times "
            plus = "Plus " if place and at == 0 else ""
            text = f"{plus}{sign}{_number(part)}: {part.label}"
            lines.append(Line(f"{text[0].upper()}{text[1:]}.", origin_text(knowledge, part.source, part.note)))
    lines.append(Line(f"Together {quantity(amount.typical, unit)}.", ""))
    return tuple(lines)


def _number(part: Part) -> str:
    return spread(part.low, part.typical, part.high, "count" if part.unit == "times" else part.unit)
