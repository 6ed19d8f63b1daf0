"""A case file with every part that there is, and a rare word wherever somebody may type."""

from typing import Any

from fcio.knowledge.whole import Knowledge
from fcio.report.owner_letter import PARAGRAPHS

WORD = "Zyxomma"
"""A dragonfly; no word of ours."""


def _said(about: str) -> str:
    return f"{WORD} & {about} <{WORD.lower()}>"


def _answers(knowledge: Knowledge) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for question in knowledge.questions:
        if question.kind == "text":
            found[question.id] = _said(question.id)
        elif question.kind == "number":
            found[question.id] = 187
        else:
            options = [option.id for option in question.options]
            found[question.id] = options[:1] if question.kind == "many" else options[0]
    return found


def _snapshots(knowledge: Knowledge) -> list[dict[str, Any]]:
    area, indicator = knowledge.areas[0].id, knowledge.areas[0].indicators[0].id
    band = {"level": 2.5, "low": 2.1, "high": 3.3, "coverage": 0.7}
    numbers = {**band, "target": 4, "importance": 3, "gap": 1.5, "priority": 4.5}
    details = {indicator: {"mark": "said", "note": _said("a note then"), "by": "owner", "origin": "intake"}}
    one = {
        "id": _said("2025"),
        "locked_on": "2025-11-19",
        "by": "owner",
        "knowledge": f"{WORD}'s own",
        "areas": {indicator: 2},
        "area_details": details,
        "answers": _answers(knowledge),
        "results": {area: numbers, "overall": band},
        "promises": {knowledge.initiatives[0].id: 2},
        "role": "vcio",
    }
    return [one, {"id": WORD, "locked_on": "2026-04-17", "knowledge": knowledge.version}]


def _budget() -> dict[str, Any]:
    return {
        "horizon_years": 4,
        "discount_rate": 0.0713,
        "spend": {"cloud": 91_237.0, "software": 41_777.0},
        "spend_total": 287_654.0,
        "contracts": [
            {"name": _said("hosting"), "category": "cloud", "yearly": 41_111.0},
            {
                "name": f"{WORD} 2",
                "category": "security",
                "yearly": 13_579.0,
                "renews_on": "2027-03-17",
                "uplift": 0.0525,
            },
        ],
        "levers": {"vcio_monthly": 4_321.0, "leader_tools": {"low": 1_111.0, "typical": 2_333.0, "high": 3_456.0}},
        "scenarios": [
            {"name": _said("two days"), "role": "vcio", "fee": 5_432.0, "hours": 11.0, "months": 7.0, "start": 2.0},
            {"name": WORD, "rate": 217.0, "one_off": 7_654.0},
        ],
        "owner_hours": 9.0,
        "conversion": {"currency": "GBP", "usd_per_unit": 1.2713, "dated": "2026-11-20"},
    }


def _plan(knowledge: Knowledge) -> dict[str, Any]:
    assert knowledge.responsibilities is not None
    lines = [entry.id for entry in knowledge.activities[:3]]
    duty, party = knowledge.responsibilities.duties[0].id, knowledge.responsibilities.parties[0].id
    clause = next(clause.id for clause in knowledge.mandate if clause.amount)
    return {
        "role": "cto",
        "dropped": [lines[0]],
        "kept": [lines[1]],
        "texts": {lines[2]: _said("line")},
        "hours": {lines[2]: 5.5},
        "amounts": {clause: 12_345.0},
        "own": [{"place": "days_30", "text": _said("own"), "hours": 3.0, "done_by": "owner"}],
        "responsibilities": {"today": {duty: {party: "leads"}}, "would": {duty: {party: "told"}}},
    }


def _hiring(knowledge: Knowledge) -> dict[str, Any]:
    assert knowledge.scorecard is not None
    criterion = knowledge.scorecard.criteria[0].id
    first, second = (question.id for question in knowledge.hiring_questions[:2])
    own = {"text": _said("?"), "good": _said("good"), "worrying": _said("bad"), "criterion": criterion}
    return {
        "role": "vcio",
        "weights": {criterion: 30},
        "questions": {"dropped": [first], "changed": {second: _said("changed")}, "own": [own]},
        "provider_covers": {knowledge.areas[0].id: "partly"},
        "letter": {PARAGRAPHS[0]: _said("dear"), PARAGRAPHS[1]: ""},
    }


def _candidates(knowledge: Knowledge) -> list[dict[str, Any]]:
    assert knowledge.scorecard is not None
    person = {
        "name": _said("person"),
        "kind": "person",
        "role": "vcio",
        "scores": {knowledge.scorecard.criteria[0].id: 3},
        "price": {"amount": 187.0, "per": "hour", "hours": 13.0},
        "covers": {knowledge.areas[0].id: "covers"},
        "includes": ["cloud"],
        "sells": True,
        "provider": False,
        "notes": _said("note"),
    }
    project = {"amount": 43_219.0, "per": "project", "hours": 90.0, "months": 3.0}
    return [person, {"name": WORD, "kind": "offer", "price": project}]


def whole_case(knowledge: Knowledge) -> dict[str, Any]:
    """The document as a file holds it; every amount of money has more digits than a redacted copy leaves."""
    indicator, other = (one.id for one in knowledge.areas[0].indicators[:2])
    steps = [one.id for one in knowledge.initiatives[:4]]
    effect, reach = knowledge.area_effects[0], knowledge.reach[0]
    question = next(one.id for one in knowledge.questions if one.kind != "text")
    person = {"name": _said("name"), "interest": _said("interest"), "sells": "vcio", "answers": _answers(knowledge)}
    return {
        "fcio": 1,
        "as_of": "2026-11-22",
        "client": {
            "name": f"{WORD} & Quillwort",
            "contact": _said("call"),
            "place": _said("at"),
            "note": _said("note"),
        },
        "currency": "USD",
        "answers": _answers(knowledge),
        "marks": {question: "seen"},
        "areas": {indicator: 2, other: "dont_know"},
        "area_details": {indicator: {"mark": "said", "note": _said("evidence"), "by": "owner"}},
        "roadmap": {
            "hours_per_quarter": 55,
            "money_per_quarter": 6_789,
            "pins": {steps[0]: 2},
            "dropped": [steps[1]],
            "own": {steps[2]: {"hours": 14, "cost": 2_345}},
            "done": [steps[3]],
            "order": "gap",
        },
        "snapshots": _snapshots(knowledge),
        "preferences": {knowledge.criteria[0].id: 4},
        "tradeoffs": {knowledge.tradeoffs[0].id: "first"},
        "overrides": {"vcio_hourly": 187, "fractional_cio_hourly": {"low": 151, "typical": 191, "high": 241}},
        "seats": {"owner": person, "consultant": {"name": WORD, "interest": " "}},
        "pins": {"recommendation": {"role": "vcio", "reason": _said("reason")}},
        "candidates": _candidates(knowledge),
        "assumptions": {question: {"owner": _said("who"), "due": "2026-12-24"}},
        "notes": {"general": _said("general"), question: WORD},
        "facts": {"headcount": 187.0, "revenue": 7_834_512.0, "records": 41_237.0, "key_people": 7.0},
        "risk": {
            "own": {
                "ransomware": {
                    "frequency": {"low": 0.0051, "typical": 0.011, "high": 0.031},
                    "mean": 251_234.0,
                    "sigma": 1.1,
                    "cap": 1_234_567.0,
                }
            },
            "effects": {effect.area: {effect.scenario: {"frequency": 0.71, "severity": 0.83}}},
            "reach": {reach.role: {reach.area: {"levels": 1.5, "up_to": 3.5, "months": 9.0}}},
            "tolerance": {"hurts": 61_234.0, "ends": 1_198_765.0},
            "policy": {"deductible": 5_432, "annual_limit": 1_123_456.0},
        },
        "budget": _budget(),
        "plan": _plan(knowledge),
        "hiring": _hiring(knowledge),
        "redacted": True,
    }
