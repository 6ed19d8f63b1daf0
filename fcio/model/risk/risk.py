"""Risk in money of one client: a year's loss today, and under each role once it works in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fcio.knowledge.risk import AreaEffect, Reach, RiskSettings
from fcio.knowledge.whole import Knowledge
from fcio.model.answers import Refused
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.facts import FirmFacts
from fcio.model.loss.annual import AnnualLoss, annual_loss, bounds, grid_for
from fcio.model.loss.attribution import attribution
from fcio.model.loss.grid import Grid
from fcio.model.loss.insurance import TooManyEvents
from fcio.model.loss.scenario import LossModel, Policy, expected_by_scenario
from fcio.model.parameters import Figures
from fcio.model.risk.inputs import PLAIN, RiskInputs, loss_scenario, risk_inputs
from fcio.model.risk.levels import Levels, RiskLevels, lifted, risk_levels
from fcio.model.risk.multipliers import Limits, Multiplier, multipliers
from fcio.model.risk.result import NOW, Outlook, RiskResult, Tolerance
from fcio.model.situation import situation
from fcio.model.tables import Tables, tables


@dataclass(frozen=True)
class Actors:
    """What acts on the scenarios: effects of the areas and their limits, and how far each role lifts the areas."""

    effects: tuple[AreaEffect, ...]
    limits: Limits
    reach: Mapping[str, Mapping[str, Reach]]


@dataclass(frozen=True)
class RiskCase:
    """Everything a year's loss of one client follows from, before any distribution is worked out."""

    inputs: RiskInputs
    levels: RiskLevels
    actors: Actors
    policy: Policy | None
    tolerance: Tolerance

    def acting(self, levels: Levels) -> Mapping[str, Multiplier]:
        """Multipliers by scenario at these levels."""
        return multipliers(self.actors.effects, levels, self.actors.limits)

    def model(self, acting: Mapping[str, Multiplier]) -> LossModel:
        """The loss model with these multipliers at work."""
        rows = [loss_scenario(row, self.inputs, acting) for row in self.inputs.events if row.can_happen]
        return LossModel(tuple(rows), self.inputs.shock_cv, self.policy)

    def under(self, role: str, month: float | None = None) -> Levels:
        """Levels once this role works, or ``month`` months after it began."""
        return lifted(self.levels.by_area, self.actors.reach.get(role, {}), month)

    def yearly(self, levels: Levels) -> float:
        """Expected loss of a year at these levels, before insurance and without leaks (US dollars)."""
        return sum(expected_by_scenario(self.model(self.acting(levels))).values())


def own_effects(knowledge: Knowledge, own: Mapping[str, Mapping[str, Mapping[str, float]]]) -> tuple[AreaEffect, ...]:
    """The effects of the areas with the client's own multipliers (by area and scenario) in place of ours."""
    return tuple(
        effect.model_copy(update=dict(own.get(effect.area, {}).get(effect.scenario, {})))
        for effect in knowledge.area_effects
    )


def own_reach(
    knowledge: Knowledge, own: Mapping[str, Mapping[str, Mapping[str, float]]]
) -> dict[str, dict[str, Reach]]:
    """How far each role lifts each area, with the client's own numbers (by role and area) in place of ours."""
    found: dict[str, dict[str, Reach]] = {role.id: {} for role in knowledge.roles if not role.is_line}
    for one in knowledge.reach:
        mine = dict(own.get(one.role, {}).get(one.area, {}))
        found.setdefault(one.role, {})[one.area] = one.model_copy(update=mine)
    return found


def risk_case(
    knowledge: Knowledge,
    assessment: Assessment,
    areas: AreasResult,
    t: Tables | None = None,
    times: Mapping[str, float] | None = None,
) -> RiskCase:
    """The case of one client; ``times`` multiplies facts of the firm, for a firm after a change."""
    assert knowledge.risk is not None
    own = assessment.risk
    figures = Figures(knowledge, assessment.as_of, assessment.overrides)
    facts = FirmFacts(knowledge, assessment, figures, times)
    s = situation(t or tables(knowledge), assessment.answers)
    actors = Actors(
        effects=own_effects(knowledge, own.get("effects", {})),
        limits=Limits.of(knowledge.risk, figures),
        reach=own_reach(knowledge, own.get("reach", {})),
    )
    policy, tolerance = own.get("policy"), own.get("tolerance", {})
    return RiskCase(
        inputs=risk_inputs(knowledge, assessment, facts),
        levels=risk_levels(knowledge, s, areas, figures),
        actors=actors,
        policy=Policy(policy["deductible"], policy["annual_limit"]) if policy else None,
        tolerance=Tolerance(tolerance.get("hurts"), tolerance.get("ends")),
    )


def leaked(case: RiskCase, acting: Mapping[str, Multiplier]) -> dict[str, float]:
    """The typical yearly leaks with these multipliers at work (US dollars)."""
    return {row.id: row.mean.typical * _both(acting.get(row.id, PLAIN)) for row in case.inputs.leaks}


def _both(one: Multiplier) -> float:
    return one.frequency * one.severity


def chance_beyond(model: LossModel, loss: AnnualLoss, amount: float | None) -> float | None:
    """The chance of a year's loss beyond an amount; on a wider grid where it lies beyond this one."""
    if amount is None:
        return None
    if amount > loss.grid.top:
        loss = annual_loss(model, grid_for([model], loss.grid.points, amount))
    return float(loss.exceedance([amount])[0])


def outlook(case: RiskCase, id_: str, levels: Levels, grid: Grid) -> Outlook:
    """The outlook at these levels."""
    acting = case.acting(levels)
    model = case.model(acting)
    loss = annual_loss(model, grid)
    return Outlook(
        id=id_,
        levels=levels,
        multipliers=acting,
        model=model,
        loss=loss,
        expected=expected_by_scenario(model),
        leaks={row.id: row.mean.times(_both(acting.get(row.id, PLAIN))) for row in case.inputs.leaks},
        hurts=chance_beyond(model, loss, case.tolerance.hurts),
        ends=chance_beyond(model, loss, case.tolerance.ends),
    )


def case_grid(case: RiskCase, roles: Iterable[str], points: int) -> Grid:
    """One grid for today and all roles."""
    found = [case.model(case.acting(case.levels.by_area))]
    found += [case.model(case.acting(case.under(role))) for role in roles]
    return grid_for([replace(model, policy=None) for model in found], points)


def risk_result(
    knowledge: Knowledge,
    assessment: Assessment,
    areas: AreasResult,
    t: Tables | None = None,
    times: Mapping[str, float] | None = None,
) -> RiskResult:
    """A year's loss of one client today and under every role, with its parts and bounds; money in US dollars.

    Raises :class:`Refused` where a policy would have to cover hundreds of events a year.
    """
    assert knowledge.risk is not None
    case = risk_case(knowledge, assessment, areas, t, times)
    try:
        return _worked_out(case, knowledge.risk)
    except TooManyEvents as error:
        raise Refused("risk.policy", str(error)) from error


def _worked_out(case: RiskCase, settings: RiskSettings) -> RiskResult:
    roles = tuple(role for role in case.actors.reach)
    grid = case_grid(case, roles, settings.grid_points)
    now = outlook(case, NOW, case.levels.by_area, grid)
    bare = now.model.uninsured()
    before = annual_loss(bare, grid) if now.model.insures else now.loss
    return RiskResult(
        inputs=case.inputs,
        levels=case.levels,
        grid=grid,
        now=now,
        roles={role: outlook(case, role, case.under(role), grid) for role in roles},
        parts=attribution(bare, before, settings.bad_year),
        brackets=bounds(now.model, grid, settings.levels),
        tolerance=case.tolerance,
        bad_year=settings.bad_year,
    )
