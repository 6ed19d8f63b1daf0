"""What becomes of every part of a case file in a redacted copy: an allow-list in the shape of the document.

A part that stands in no rule is left out, and a test asks for its rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fcio.exchange.redaction_changes import (
    ANSWER,
    DAY,
    DECLARED,
    FACT,
    FIGURE,
    FIRM,
    KEPT,
    LEFT_OUT,
    MONEY,
    OWN_WORDING,
    REMOVED,
    SOMEBODY,
    VERSION,
    lettered,
    numbered,
    replaced,
    rounded,
)

EACH = "*"
"""Any key, or any place of a list."""

ANSWERS = {EACH: ANSWER}
DETAIL = {"mark": KEPT, "note": REMOVED, "by": KEPT}
_BANDS = ("level", "low", "high", "coverage", "target", "importance", "gap", "priority")

RULES: Mapping[str, Any] = {
    "fcio": KEPT,
    "redacted": KEPT,
    "as_of": DAY,
    "client": {"name": replaced(FIRM), "contact": REMOVED, "place": REMOVED, "note": REMOVED},
    "currency": KEPT,
    "answers": ANSWERS,
    "marks": {EACH: KEPT},
    "areas": {EACH: KEPT},
    "area_details": {EACH: DETAIL},
    "roadmap": {
        "hours_per_quarter": KEPT,
        "money_per_quarter": MONEY,
        "pins": {EACH: KEPT},
        "dropped": {EACH: KEPT},
        "own": {EACH: {"hours": KEPT, "cost": MONEY}},
        "done": {EACH: KEPT},
        "order": KEPT,
    },
    "snapshots": {
        EACH: {
            "id": numbered("Assessment"),
            "locked_on": DAY,
            "by": KEPT,
            "knowledge": VERSION,
            "areas": {EACH: KEPT},
            "area_details": {EACH: {**DETAIL, "origin": KEPT}},
            "answers": ANSWERS,
            "results": {EACH: dict.fromkeys(_BANDS, KEPT)},
            "promises": {EACH: KEPT},
            "role": KEPT,
        }
    },
    "preferences": {EACH: KEPT},
    "tradeoffs": {EACH: KEPT},
    "overrides": {EACH: FIGURE},
    "seats": {
        EACH: {"name": REMOVED, "interest": DECLARED, "sells": KEPT, "answers": ANSWERS},
    },
    "pins": {"recommendation": {"role": KEPT, "reason": replaced(LEFT_OUT)}},
    "candidates": {
        EACH: {
            "name": lettered("Candidate"),
            "kind": KEPT,
            "role": KEPT,
            "scores": {EACH: KEPT},
            "price": {"amount": MONEY, "per": KEPT, "hours": KEPT, "months": KEPT},
            "covers": {EACH: KEPT},
            "includes": {EACH: KEPT},
            "sells": KEPT,
            "provider": KEPT,
            "notes": REMOVED,
        }
    },
    "assumptions": {EACH: {"owner": replaced(SOMEBODY), "due": DAY}},
    "notes": {EACH: REMOVED},
    "facts": {EACH: FACT},
    "risk": {
        "own": {EACH: {"frequency": KEPT, "mean": MONEY, "sigma": KEPT, "cap": rounded(1.0)}},
        "effects": {EACH: {EACH: {"frequency": KEPT, "severity": KEPT}}},
        "reach": {EACH: {EACH: {"levels": KEPT, "up_to": KEPT, "months": KEPT}}},
        "tolerance": {"hurts": MONEY, "ends": MONEY},
        "policy": {"deductible": MONEY, "annual_limit": rounded(1.0)},
    },
    "budget": {
        "horizon_years": KEPT,
        "discount_rate": KEPT,
        "spend": {EACH: MONEY},
        "spend_total": MONEY,
        "contracts": {
            EACH: {"name": numbered("Contract"), "category": KEPT, "yearly": MONEY, "renews_on": DAY, "uplift": KEPT}
        },
        "levers": {EACH: FIGURE},
        "scenarios": {
            EACH: {
                "name": numbered("Scenario"),
                "role": KEPT,
                "fee": MONEY,
                "rate": MONEY,
                "hours": KEPT,
                "months": KEPT,
                "start": KEPT,
                "one_off": MONEY,
            }
        },
        "owner_hours": KEPT,
        "conversion": {"currency": KEPT, "usd_per_unit": KEPT, "dated": DAY},
    },
    "plan": {
        "role": KEPT,
        "dropped": {EACH: KEPT},
        "kept": {EACH: KEPT},
        "texts": {EACH: REMOVED},
        "hours": {EACH: KEPT},
        "amounts": {EACH: MONEY},
        "own": {EACH: {"place": KEPT, "text": numbered("Line"), "hours": KEPT, "done_by": KEPT}},
        "responsibilities": {EACH: {EACH: {EACH: KEPT}}},
    },
    "hiring": {
        "role": KEPT,
        "weights": {EACH: KEPT},
        "questions": {
            "dropped": {EACH: KEPT},
            "changed": {EACH: REMOVED},
            "own": {EACH: {"text": numbered("Question"), "good": REMOVED, "worrying": REMOVED, "criterion": KEPT}},
        },
        "provider_covers": {EACH: KEPT},
        "letter": {EACH: OWN_WORDING},
    },
}
