"""The hiring kit, the candidates and the letter as plain JSON values and as text; money in US dollars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.engagement import Span
from fcio.model.hiring.because import Because, KitLine
from fcio.model.hiring.candidates import CandidateResult, Comparison
from fcio.model.hiring.interview import Asked
from fcio.model.hiring.kit import HiringKit
from fcio.model.hiring.turns import Turn
from fcio.report.hiring_words import because_text, terms_lines
from fcio.report.owner_letter import OwnerLetter
from fcio.report.results import Results

Json = dict[str, Any]


@dataclass(frozen=True)
class Hiring:
    """All of one client that belongs to hiring."""

    assessment: Assessment
    areas: AreasResult
    kit: HiringKit
    comparison: Comparison
    letter: OwnerLetter


def hiring_of(found: Results) -> Hiring | None:
    """Kit, candidates and letter of one client; None where the knowledge lacks one of them."""
    kit, comparison, letter = found.kit, found.comparison, found.letter
    if kit is None or comparison is None or letter is None:
        return None
    return Hiring(found.assessment, found.areas, kit, comparison, letter)


def _because(knowledge: Knowledge, found: Hiring, because: Because) -> Json:
    text = because_text(knowledge, found.assessment.answers, found.areas, because)
    return {"kind": because.kind, "ids": list(because.ids), "text": text}


def _line(knowledge: Knowledge, found: Hiring, line: KitLine) -> Json:
    row = {"id": line.id, "text": line.text, "because": _because(knowledge, found, line.because), "source": line.source}
    if line.beside:
        row["listen_for"] = line.beside
    return row if line.minutes is None else {**row, "minutes": line.minutes}


def _question(knowledge: Knowledge, found: Hiring, asked: Asked) -> Json:
    return {
        "id": asked.id,
        "text": asked.text,
        "good": asked.good,
        "worrying": asked.worrying,
        "criterion": asked.criterion,
        "because": _because(knowledge, found, asked.because),
        "source": asked.source,
        "origin": asked.origin,
    }


def _span(span: Span | None) -> Json | None:
    return None if span is None else {"low": span.low, "typical": span.typical, "high": span.high}


def _kit(knowledge: Knowledge, found: Hiring) -> Json:
    kit, terms = found.kit, found.kit.engagement

    def lines(rows: Sequence[KitLine]) -> list[Json]:
        return [_line(knowledge, found, row) for row in rows]

    sample = kit.sample
    return {
        "agenda": lines(kit.agenda),
        "description": [{"id": s.id, "title": s.title, "lines": lines(s.lines)} for s in kit.description],
        "terms": {
            "mode": terms.mode,
            "hours_per_month": _span(terms.hours_per_month),
            "duration_months": _span(terms.duration_months),
            "fee_per_month": _span(terms.fee_per_month),
            "fee_once": _span(terms.fee_once),
            "sources": sorted({figure.source for figure in terms.figures}),
            "text": list(terms_lines(knowledge, kit)),
        },
        "where": lines(kit.where),
        "interview": [_question(knowledge, found, asked) for asked in kit.questions],
        "references": lines(kit.references),
        "work_sample": None
        if sample is None
        else {**_line(knowledge, found, sample.line), "hours": sample.hours, "look_for": list(sample.look_for)},
        "steps": lines(kit.steps),
    }


def _scorecard(knowledge: Knowledge, found: Hiring) -> list[Json]:
    assert knowledge.scorecard is not None
    criteria = {one.id: one for one in knowledge.scorecard.criteria}
    return [
        {
            "criterion": weight.criterion,
            "name": criteria[weight.criterion].name,
            "weight": weight.points,
            "default": weight.default,
            "anchors": list(criteria[weight.criterion].anchors),
            "reasons": [
                {"points": reason.points, "because": _because(knowledge, found, reason.because)}
                for reason in weight.reasons
            ],
        }
        for weight in found.kit.weights
    ]


def _candidate(row: CandidateResult) -> Json:
    offer, price = row.offer, row.offer.price
    return {
        "name": row.name,
        "kind": row.kind,
        "role": row.role,
        "points": row.total.points,
        "low_points": row.total.low,
        "high_points": row.total.high,
        "share": row.share,
        "low": row.low,
        "high": row.high,
        "known_share": row.total.known_share,
        "contributions": dict(row.total.contributions),
        "scores": {s.criterion: {"low": s.low, "high": s.high, "origin": s.origin} for s in row.scores},
        "warnings": list(row.warnings),
        "price": {
            "month": price.month,
            "year": price.year,
            "hour": price.hour,
            "once": price.once,
            "hours_assumed": price.hours_assumed,
            "per_area": offer.per_area,
            "per_head": offer.per_head,
        },
        "areas": {
            "covers": list(offer.covers),
            "partly": list(offer.partly),
            "leaves_open": list(offer.leaves_open),
            "unknown": list(offer.unknown),
        },
        "paid_already": dict(offer.paid_already),
        "covered_already": list(offer.covered_already),
        "notes": row.notes,
    }


def _turn(turn: Turn) -> Json:
    return dict(vars(turn))


def hiring_json(knowledge: Knowledge, found: Hiring) -> Json:
    """Everything about hiring in the shape promised to other programs."""
    comparison, letter = found.comparison, found.letter
    return {
        "role": found.kit.role,
        "nobody": found.kit.nobody,
        "first": list(found.kit.first),
        "missing_core": list(found.kit.missing_core),
        **_kit(knowledge, found),
        "scorecard": _scorecard(knowledge, found),
        "most_points": comparison.most_points,
        "candidates": [_candidate(row) for row in comparison.rows],
        "level": [list(names) for names in comparison.level],
        "turns": [_turn(turn) for turn in (*comparison.score_turns, *comparison.weight_turns)],
        "letter": {
            "paragraphs": [
                {"id": one.id, "text": one.text, "items": list(one.items), "changed": one.changed}
                for one in letter.paragraphs
            ],
            "words": letter.words,
            "minutes": letter.minutes,
        },
    }


def letter_lines(found: Hiring) -> Iterator[str]:
    """The letter as plain text."""
    minutes = found.letter.minutes
    yield f"Letter to the owner ({minutes:g} minute{'' if minutes == 1 else 's'} to read)"
    for one in found.letter.paragraphs:
        yield f"  {one.text}"
        yield from (f"    - {item}" for item in one.items)
