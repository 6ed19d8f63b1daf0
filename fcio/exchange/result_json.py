"""A result as plain JSON values, in the shape promised to other programs."""

from __future__ import annotations

from typing import Any

from fcio.knowledge.schema import Gate, Question, Role
from fcio.knowledge.whole import Knowledge
from fcio.model.engagement import Engagement, Span
from fcio.model.fit_result import FitResult
from fcio.model.flips import Flip
from fcio.model.independence import ConflictVerdict
from fcio.report.words import gate_headline

Json = dict[str, Any]


def _span(span: Span | None) -> Json | None:
    return None if span is None else {"low": span.low, "typical": span.typical, "high": span.high}


def _condition(question: Question) -> Json | None:
    if not question.shown_when:
        return None
    return {
        parent: {k: list(v) if isinstance(v, tuple) else v for k, v in test.model_dump(exclude_none=True).items()}
        for parent, test in question.shown_when.items()
    }


def questions_json(knowledge: Knowledge) -> list[Json]:
    """Every question: id, section, text, why, kind, options, limits, when shown."""
    return [
        {
            "id": q.id,
            "section": q.section,
            "core": q.core,
            "label": q.label,
            "text": q.text,
            "why": q.why,
            "how_know": q.how_know,
            "minutes": q.minutes,
            "kind": q.kind,
            "nature": q.nature,
            "options": None
            if q.kind in ("number", "range", "text")
            else [{"id": option.id, "text": option.text} for option in q.options],
            "unit": q.unit,
            "minimum": q.minimum,
            "maximum": q.maximum,
            "shown_when": _condition(q),
            "source": q.source,
        }
        for q in knowledge.questions
    ]


def _flip(flip: Flip) -> Json:
    changes = {c.question: list(c.answer) if isinstance(c.answer, tuple) else c.answer for c in flip.changes}
    natures = {c.question: c.nature for c in flip.changes}
    return {"changes": changes, "natures": natures, "becomes": flip.becomes, "margin": flip.margin}


def _engagement(e: Engagement) -> Json:
    check = e.rate_check
    return {
        "mode": e.mode,
        "label": e.label,
        "hours_per_month": _span(e.hours_per_month),
        "hours_short": e.hours_short,
        "over_ceiling": e.over_ceiling,
        "fee_per_month": _span(e.fee_per_month),
        "fee_once": _span(e.fee_once),
        "duration_months": {**(_span(e.duration_months) or {}), "open_ended": e.open_ended},
        "implied_rate": None
        if check is None
        else {
            "per_hour": check.implied,
            "benchmark": {"low": check.benchmark.low, "high": check.benchmark.high, "id": check.benchmark.id},
            "inside": check.inside,
        },
        "sequence": list(e.sequence),
        "triggers": list(e.triggers),
        "review_months": e.review_months,
    }


def _gate(gate: Gate, leader: Role | None) -> Json:
    return {
        "id": gate.id,
        "effect": gate.effect,
        "headline": gate_headline(gate, leader),
        "text": gate.text,
        "steps": list(gate.steps),
    }


def _conflict(verdict: ConflictVerdict) -> Json:
    conflict = verdict.conflict
    return {
        "id": conflict.id,
        "on": verdict.on,
        "headline": conflict.headline,
        "who_earns": conflict.who_earns,
        "remedies": list(conflict.remedies),
        "safeguards": list(conflict.safeguards),
    }


def fit_json(knowledge: Knowledge, result: FitResult) -> Json:
    """The role fit in the promised shape; numbers as the model has them, unrounded."""
    leader = None if result.missing_core else knowledge.role(result.leader.role)
    return {
        "headline": {"kind": result.headline.kind, "id": result.headline.id},
        "gates": [_gate(verdict.gate, leader) for verdict in result.gates if verdict.on],
        "possible_gates": [_gate(verdict.gate, leader) for verdict in result.gates if not verdict.on],
        "ranking": [
            {
                "role": row.role,
                "points": row.points,
                "fit": row.fit,
                "low": row.low,
                "high": row.high,
                "first": row.first,
                "first_by_weights": row.first_by_weights,
                "first_by_answers": row.first_by_answers,
                "supply": row.supply,
            }
            for row in result.ranking
        ],
        "contributions": [
            {"question": question, "role": role, "points": value}
            for question, by_role in result.contributions.items()
            for role, value in by_role.items()
        ],
        "base": dict(result.base),
        "most_points": result.most_points,
        "weights": dict(result.weights),
        "need_index": result.need_index,
        "coverage": result.coverage,
        "settled": result.settled,
        "stays": result.stays,
        "confident": result.confident,
        "missing_core": list(result.missing_core),
        "flips": [_flip(flip) for flip in result.flips],
        "weight_flips": [vars(flip) for flip in result.weight_flips],
        "next_questions": [vars(question) for question in result.next_questions],
        "engagement": _engagement(result.engagement),
        "complements": [{"id": c.id, "text": c.text} for c in result.complements],
        "conflicts": {role: [_conflict(verdict) for verdict in found] for role, found in result.conflicts.items()},
    }
