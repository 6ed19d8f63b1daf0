"""Everything known about one client at one time, in the form the model reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Assessment:
    """One client at one time; answers in canonical form (``checked_answers``).

    ``as_of`` replaces the clock. ``preferences`` are criterion weights 1 to 4; ``overrides`` the
    client's own figures by parameter id; ``marks`` say how an answer is known (said, seen, tested).
    ``seats`` names who takes part and, for a consultant, what they sell; ``pins`` may hold the
    consultant's own recommendation with its reason.
    """

    client: Mapping[str, str]
    as_of: date
    currency: str = "USD"
    answers: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    preferences: Mapping[str, int] = field(default_factory=dict)
    overrides: Mapping[str, Any] = field(default_factory=dict)
    seats: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    pins: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The client's name."""
        return self.client["name"]
