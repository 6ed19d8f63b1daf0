"""What a person or an offer costs, which of the twelve areas it covers, and what is already paid for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fcio.model.answers import is_open
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.engagement import MONTHS_PER_YEAR, Engagement, Span
from fcio.model.hiring.scores import COVERED, COVERS, NOT, PARTLY, UNKNOWN

MONTH, HOUR, PROJECT = "month", "hour", "project"


@dataclass(frozen=True)
class Price:
    """A price in US dollars: a month, an hour, and once; None where it cannot be told.

    ``hours_assumed``: a price of an hour was brought to a month with the usual hours of the engagement.
    """

    month: float | None = None
    hour: float | None = None
    once: float | None = None
    hours_assumed: bool = False

    @property
    def year(self) -> float | None:
        """A year at the price of a month; of a sum once, that sum."""
        if self.once is not None:
            return self.once
        return None if self.month is None else self.month * MONTHS_PER_YEAR


@dataclass(frozen=True)
class Offer:
    """What a candidate brings for the price; areas by what is said of them, the most pressing first.

    ``per_area`` and ``per_head``: US dollars a month for each area covered (one in part counts half) and for each
    person. ``paid_already``: US dollars a year that the firm spends on lines this offer includes; ``covered_already``:
    areas of it that the present provider looks after.
    """

    price: Price
    covers: tuple[str, ...]
    partly: tuple[str, ...]
    leaves_open: tuple[str, ...]
    unknown: tuple[str, ...]
    per_area: float | None
    per_head: float | None
    paid_already: Mapping[str, float]
    covered_already: tuple[str, ...]


def price(given: Mapping[str, Any], usual: Engagement) -> Price:
    """A price brought to a month and an hour where that can be done.

    ``given``: ``amount`` per ``month``, ``hour`` or ``project``; ``hours`` are those of a month, or of the project;
    ``months`` how long a project lasts.
    """
    if not given:
        return Price()
    amount, per, hours, months = given["amount"], given["per"], given.get("hours"), given.get("months")
    if per == HOUR:
        worked = hours if hours is not None else usual.hours_per_month.typical
        return Price(amount * worked if worked else None, amount, None, hours is None)
    hour = amount / hours if hours else None
    if per == PROJECT:
        return Price(amount / months if months else None, hour, amount)
    return Price(amount, hour)


def usual_price(paid: Price, usual: Engagement) -> tuple[float, Span] | None:
    """What is paid beside what is usual for the role: a sum once beside a sum once, else a month beside a month."""
    if paid.once is not None and usual.fee_per_month is None and usual.fee_once is not None:
        return paid.once, usual.fee_once
    if paid.month is not None and usual.fee_per_month is not None:
        return paid.month, usual.fee_per_month
    return None


def offer(candidate: Mapping[str, Any], assessment: Assessment, areas: AreasResult, usual: Engagement) -> Offer:
    """Price, coverage and overlap of one candidate; ``usual`` is the engagement of its role."""
    paid, told = price(candidate.get("price", {}), usual), candidate.get("covers", {})
    order = [row.area for row in areas.by_priority]
    by_word = {word: tuple(a for a in order if told.get(a, UNKNOWN) == word) for word in (COVERS, PARTLY, NOT, UNKNOWN)}
    covered = sum(COVERED[word] * len(by_word[word]) for word in (COVERS, PARTLY))
    given = assessment.answers.get("headcount")
    people, month = 0 if is_open(given) else float(given or 0), paid.month
    spend = assessment.budget.get("spend", {})
    today = assessment.hiring.get("provider_covers", {})
    return Offer(
        price=paid,
        covers=by_word[COVERS],
        partly=by_word[PARTLY],
        leaves_open=by_word[NOT],
        unknown=by_word[UNKNOWN],
        per_area=month / covered if month is not None and covered else None,
        per_head=month / people if month is not None and people else None,
        paid_already={line: spend[line] for line in candidate.get("includes", ()) if line in spend},
        covered_already=tuple(
            area for area in (*by_word[COVERS], *by_word[PARTLY]) if today.get(area, NOT) in (COVERS, PARTLY)
        ),
    )
