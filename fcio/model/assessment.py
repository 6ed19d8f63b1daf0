"""Everything known about one client at one time, in the form the model reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Assessment:
    """One client at one time; answers in canonical form (``checked_answers``).

    ``as_of`` replaces the clock. ``preferences`` are criterion weights 1 to 4; ``overrides`` the
    client's own figures by parameter id; ``marks`` say how an answer is known (said, seen, tested).
    ``tradeoffs`` holds the side chosen of each pair (first, second, equal). ``seats`` names who takes part,
    what they sell, and what each of them answered alone; ``pins`` may hold the consultant's own recommendation
    with its reason; ``assumptions`` who finds out an open answer, and by when. ``areas`` holds the level 1 to 5 (or
    *don't know*, *doesn't apply*) by indicator, ``area_details`` mark, note and seat of it; ``roadmap`` what the
    firm can spend in a quarter and what it pinned, dropped or re-costed; ``snapshots`` the locked assessments.
    ``facts`` holds the firm in numbers by fact; ``risk`` its own numbers of scenarios, effects and reach, what it
    tolerates, and its insurance; ``budget`` years, spending, contracts, own scenarios, and figures changed for it.
    ``plan`` holds the role chosen for the plan, and the lines dropped, kept, added or changed in it.
    ``candidates`` are people and offers to choose from; ``hiring`` the role hired for, changed weights, questions and
    texts of the letter, and what the present provider looks after. ``redacted`` says that this is a copy without names,
    texts and exact figures.
    """

    client: Mapping[str, str]
    as_of: date
    currency: str = "USD"
    answers: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    preferences: Mapping[str, int] = field(default_factory=dict)
    tradeoffs: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, Any] = field(default_factory=dict)
    seats: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    pins: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    assumptions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, int | str] = field(default_factory=dict)
    area_details: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    roadmap: Mapping[str, Any] = field(default_factory=dict)
    snapshots: Sequence[Mapping[str, Any]] = ()
    facts: Mapping[str, float] = field(default_factory=dict)
    risk: Mapping[str, Any] = field(default_factory=dict)
    budget: Mapping[str, Any] = field(default_factory=dict)
    plan: Mapping[str, Any] = field(default_factory=dict)
    candidates: Sequence[Mapping[str, Any]] = ()
    hiring: Mapping[str, Any] = field(default_factory=dict)
    redacted: bool = False

    @property
    def name(self) -> str:
        """The client's name."""
        return self.client["name"]
