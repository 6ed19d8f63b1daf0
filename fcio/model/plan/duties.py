"""Who has which duty today, as far as the answers tell, and who would with a role: gaps and double work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fcio.knowledge.plan_responsibilities import LEADER, PARTS, Duty, DutyGroup, DutyRule, Responsibilities
from fcio.model.area_levels import LOWEST
from fcio.model.area_result import IndicatorResult
from fcio.model.plan.because import reasons
from fcio.model.plan.case import PlanCase
from fcio.model.plan.changes import NONE, TODAY, WOULD
from fcio.model.plan.lines import role_of
from fcio.model.plan.result import BY_HAND, DOUBLE, FINDING, GAP, ONE, OPEN, Because, DutyLine, Holders
from fcio.model.situation import holds

LEADS, HELPS = PARTS[0], PARTS[1]


def duty_state(parts: Mapping[str, str], undecided: bool) -> str:
    """Whether one party, several or nobody leads; open where nobody does and an open answer could name one.

    >>> duty_state({"owner": "leads", "msp": "leads"}, False), duty_state({"owner": "helps"}, False)
    ('double', 'gap')
    """
    leading = list(parts.values()).count(LEADS)
    if leading:
        return ONE if leading == 1 else DOUBLE
    return OPEN if undecided else GAP


def _party(case: PlanCase, rule: DutyRule) -> str:
    return case.layout.role_parties[case.role] if rule.party == LEADER else rule.party


def _stronger(parts: Mapping[str, str], party: str, does: str) -> str:
    order: list[str] = [*PARTS]
    return min(parts.get(party, does), does, key=order.index)


def _by_hand(case: PlanCase, side: str, duty: str, parts: dict[str, str]) -> tuple[dict[str, str], bool]:
    own = case.changes.responsibilities.get(side, {}).get(duty, {})
    merged = {**parts, **own}
    return {party: part for party, part in merged.items() if part != NONE}, bool(own)


def _ordered(found: Responsibilities, parts: Mapping[str, str]) -> dict[str, str]:
    return {party.id: parts[party.id] for party in found.parties if party.id in parts}


def _level(case: PlanCase, duty: Duty) -> IndicatorResult | None:
    rows = (row for area in case.areas.areas for row in area.indicators) if case.areas else iter(())
    return next((row for row in rows if row.indicator == duty.indicator and row.known), None)


def _nobody(case: PlanCase, duty: Duty) -> tuple[Because, ...]:
    """Why nobody does this today in spite of whoever decides in general; empty where that is not so."""
    found = reasons(case.s, duty.nobody_when) if duty.nobody_when and holds(case.s, duty.nobody_when) is True else ()
    row = _level(case, duty)
    if row is not None and row.level == LOWEST:
        area = next(area for area in case.knowledge.areas if any(i.id == duty.indicator for i in area.indicators))
        indicator = next(i for i in area.indicators if i.id == duty.indicator)
        found = (*found, Because(FINDING, indicator.id, indicator.levels[0].rstrip(".")))
    return found


def _holders(
    case: PlanCase,
    found: Responsibilities,
    duty: Duty,
    side: str,
    rules: Iterable[DutyRule],
    nobody: tuple[Because, ...],
) -> Holders:
    parts: dict[str, str] = {}
    because: list[Because] = list(nobody)
    undecided = False
    for rule in rules:
        if rule.unless and holds(case.s, rule.unless) is True:
            continue
        verdict = holds(case.s, rule.when)
        does = HELPS if nobody and rule.does == LEADS else rule.does
        if verdict is True:
            party = _party(case, rule)
            parts[party] = _stronger(parts, party, does)
            because += reasons(case.s, rule.when) if rule.does == LEADS else ()
        undecided |= verdict is None and rule.does == LEADS and not nobody
    merged, changed = _by_hand(case, side, duty.id, parts)
    if changed:
        because.append(Because(BY_HAND, duty.id, "You set this by hand"))
    state = duty_state(merged, undecided and not changed)
    return Holders(_ordered(found, merged), state, tuple(dict.fromkeys(because)), changed)


def _would(case: PlanCase, found: Responsibilities, duty: Duty, group: DutyGroup) -> Holders:
    rules = [rule for rule in duty.would or group.would if not rule.roles or case.role in rule.roles]
    return _holders(case, found, duty, WOULD, rules, ())


def _lines(case: PlanCase, found: Responsibilities) -> Iterator[DutyLine]:
    for duty in found.duties:
        group = found.group(duty.group)
        if holds(case.s, group.when) is False or holds(case.s, duty.when) is False:
            continue
        today = _holders(case, found, duty, TODAY, duty.today or group.today, _nobody(case, duty))
        would = _would(case, found, duty, group)
        with_role = Holders(would.parts, would.state, (role_of(case), *would.because), would.changed)
        yield DutyLine(duty.id, group.id, duty.area, duty.duty, today, with_role)


def duty_lines(case: PlanCase) -> tuple[DutyLine, ...]:
    """Every duty that the answers do not rule out, group by group."""
    found = case.knowledge.responsibilities
    if found is None:
        return ()
    order = [group.id for group in found.groups]
    return tuple(sorted(_lines(case, found), key=lambda line: order.index(line.group)))
