"""What could go on a roadmap: initiatives that close a gap, what each is worth and takes, and what comes first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fcio.knowledge.areas import Initiative
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import DOES_NOT_APPLY, AreasResult, IndicatorResult
from fcio.model.assessment import Assessment
from fcio.model.roadmap_result import DONE, DROPPED, NOTHING_TO_LIFT, WAITS

LOWEST = 1


@dataclass(frozen=True)
class Candidate:
    """One initiative that could be placed: its worth in the first quarter, hours, cost, and what must come first.

    ``worth`` is importance times weight times levels gained up to the target, summed over the indicators it lifts.
    ``pin`` is the quarter the user fixed, or None.
    """

    initiative: str
    worth: float
    hours: float
    cost: float
    needs: tuple[str, ...]
    pin: int | None
    lifts: dict[str, int]


@dataclass(frozen=True)
class Candidates:
    """Candidates in the order of the file, and why each other initiative is not one."""

    rows: tuple[Candidate, ...]
    why_not: dict[str, str]


@dataclass(frozen=True)
class _View:
    """The levels of one client as initiatives meet them."""

    knowledge: Knowledge
    areas: AreasResult
    level: Mapping[str, IndicatorResult]
    done: frozenset[str]

    @staticmethod
    def of(knowledge: Knowledge, assessment: Assessment, areas: AreasResult) -> _View:
        levels = {row.indicator: row for area in areas.areas for row in area.indicators}
        return _View(knowledge, areas, levels, frozenset(assessment.roadmap.get("done", ())))

    def applying(self, one: Initiative) -> list[IndicatorResult]:
        return [self.level[i] for i in one.indicators if i in self.level and self.level[i].origin != DOES_NOT_APPLY]

    def satisfied(self, one: Initiative) -> bool:
        """Whether what it would bring is there already."""
        rows = self.applying(one)
        return one.id in self.done or all(row.level is not None and row.level >= one.to_level for row in rows)

    def worth(self, one: Initiative) -> float:
        """Importance times weight times levels gained up to the target; what is not known for sure counts in part."""
        area, share = self.areas.area(one.area), self.knowledge.settings.roadmap.open_share
        weights = {i.id: i.weight for i in self.knowledge.area(one.area).indicators}
        total = 0.0
        for row in self.applying(one):
            start = max(row.level or LOWEST, one.from_level)
            gained = max(0, min(one.to_level, area.target) - start)
            total += area.importance * weights[row.indicator] * gained * (1 if row.known else share)
        return total

    def lifts(self, one: Initiative) -> dict[str, int]:
        rows = self.applying(one)
        return {row.indicator: one.to_level for row in rows if row.level is None or row.level < one.to_level}


def _reaches(view: _View, one: Initiative, first: tuple[Initiative, ...]) -> bool:
    """Whether its start is there: every level it lifts is at ``from_level``, or something before it lifts it there."""
    for row in view.applying(one):
        start = row.level or LOWEST
        lifted = (other.to_level for other in first if row.indicator in other.indicators)
        if max((start, *lifted)) < one.from_level:
            return False
    return True


def _before(by_id: Mapping[str, Initiative], one: Initiative) -> tuple[Initiative, ...]:
    """Everything that comes before an initiative, directly or not."""
    found: dict[str, Initiative] = {}
    waiting = list(one.needs)
    while waiting:
        need = waiting.pop()
        if need not in found:
            found[need] = by_id[need]
            waiting += by_id[need].needs
    return tuple(found.values())


def _wanted(view: _View, by_id: Mapping[str, Initiative], why_not: dict[str, str], pins: Mapping[str, int]) -> set[str]:
    """Initiatives worth something or pinned, with all that has to come before them; notes why others are not."""
    wanted: set[str] = set()
    for one in by_id.values():
        if one.id in why_not:
            continue
        first = _before(by_id, one)
        before = [other for other in first if not view.satisfied(other)]
        if view.satisfied(one) or (view.worth(one) <= 0 and one.id not in pins):
            why_not[one.id] = NOTHING_TO_LIFT
        elif any(why_not.get(other.id) == DROPPED for other in before) or not _reaches(view, one, first):
            why_not[one.id] = WAITS
        else:
            wanted |= {one.id, *(other.id for other in before)}
    return wanted


def candidates(knowledge: Knowledge, assessment: Assessment, areas: AreasResult) -> Candidates:
    """The initiatives that could be placed for this client; typical hours and cost unless the user gave their own."""
    view, choices = _View.of(knowledge, assessment, areas), assessment.roadmap
    by_id = {one.id: one for one in knowledge.initiatives}
    pins = {key: quarter for key, quarter in choices.get("pins", {}).items() if key not in choices.get("dropped", ())}
    why_not = {one: DROPPED for one in choices.get("dropped", ())} | dict.fromkeys(view.done, DONE)
    wanted = _wanted(view, by_id, why_not, pins)
    rows = []
    for one in (by_id[key] for key in by_id if key in wanted):
        why_not.pop(one.id, None)
        own = choices.get("own", {}).get(one.id, {})
        needs = tuple(need for need in one.needs if not view.satisfied(by_id[need]))
        hours, cost = own.get("hours", one.hours.typical), own.get("cost", one.cost_usd.typical)
        rows.append(Candidate(one.id, view.worth(one), hours, cost, needs, pins.get(one.id), view.lifts(one)))
    return Candidates(tuple(rows), why_not)
