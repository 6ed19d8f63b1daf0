"""The mandate: its clauses with the blanks filled from the case."""

from __future__ import annotations

from collections.abc import Iterator

from fcio.knowledge.plan_mandate import MANDATE_PARTS, Clause
from fcio.model.engagement import Span
from fcio.model.parameters import Figures
from fcio.model.plan.case import PlanCase
from fcio.model.plan.result import BY_HAND, Because, ClauseLine

NOTICE = "the notice in this mandate"
SALARY = "salary"


def counted(span: Span, unit: str) -> str:
    """A span of whole units in words, one number where both ends are the same.

    >>> counted(Span(3, 9, 24), "month"), counted(Span(1, 1, 1), "month")
    ('3 to 24 months', '1 month')
    """
    low, high = f"{span.low:g}", f"{span.high:g}"
    return f"{low} {unit}{'' if low == '1' else 's'}" if low == high else f"{low} to {high} {unit}s"


def _notice(case: PlanCase) -> str:
    budget = case.knowledge.budget
    if budget is None:
        return NOTICE
    names = budget.plan.figures
    figures = Figures(case.knowledge, case.assessment.as_of, case.assessment.overrides)
    figure = figures[names.employee_notice if case.fee == SALARY else names.outside_notice]
    return counted(Span(figure.typical, figure.typical, figure.typical), "month")


def _blanks(case: PlanCase) -> dict[str, str]:
    engagement, leader = case.lasts, case.leader
    return {
        "client": case.assessment.name,
        "leader": leader,
        "leader_cap": leader[0].upper() + leader[1:],
        "goal": case.goal,
        "hours": counted(engagement.hours_per_month, "hour"),
        "term": counted(engagement.duration_months, "month"),
        "notice": _notice(case),
        "review": f"{engagement.review_months:g}",
    }


def _clause(case: PlanCase, clause: Clause, blanks: dict[str, str]) -> ClauseLine:
    usual = getattr(case.layout, clause.amount)[case.band] if clause.amount else None
    amount = case.changes.amounts.get(clause.id, usual) if clause.amount else None
    text = clause.text.format_map({**blanks, "amount": "" if amount is None else f"${amount:,.0f}"})
    return ClauseLine(
        id=clause.id,
        part=clause.part,
        heading=clause.heading,
        text=case.changes.texts.get(clause.id, text),
        usual_text=text,
        amount=amount,
        usual_amount=usual,
        because=case.why(clause),
        source=clause.source,
        note=clause.note,
        changed=tuple(name for name in case.changes.changed(clause.id) if name != "hours"),
    )


def _own(case: PlanCase) -> Iterator[ClauseLine]:
    for number, own in enumerate(case.changes.own, 1):
        if own["place"] in MANDATE_PARTS:
            line, text = f"own_{number}", own["text"]
            because = (Because(BY_HAND, line, "You added this line"),)
            yield ClauseLine(line, own["place"], "Your own", text, text, None, None, because, "client", None, ())


def clause_lines(case: PlanCase) -> tuple[ClauseLine, ...]:
    """The clauses that the role and the answers call for, part by part; nobody is engaged, no mandate."""
    blanks = _blanks(case)
    clauses = [clause for clause in case.knowledge.mandate if case.shown(clause)]
    found = [*(_clause(case, clause, blanks) for clause in clauses), *_own(case)]
    return tuple(sorted(found, key=lambda line: MANDATE_PARTS.index(line.part)))
