"""Scenarios of a budget: staying as you are, each role, a path from leader to leader, and the client's own."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from fcio.knowledge.figures import Mode
from fcio.knowledge.whole import Knowledge
from fcio.model.assessment import Assessment
from fcio.model.fit_result import FitResult
from fcio.model.money.leader import Leader, leader_of_mode, modes_by_id, own_levers, workload_lever
from fcio.model.money.levers import Lever
from fcio.model.parameters import OWN_FIGURE, Figures

STAY, SEQUENCE, OWN = "stay", "sequence", "own"
STAYING, PATH = "Stay as you are", "The path advised"
"""Names of what everybody can choose; :data:`PATH` is short for the sequence."""
Kind = Literal["stay", "role", "sequence", "own"]


@dataclass(frozen=True)
class BudgetScenario:
    """One way to go on: who leads, one after another; ``one_off`` is the lever of a cost of today.

    ``levers`` are numbers that only this scenario has.
    """

    id: str
    label: str
    kind: Kind
    role: str | None = None
    leaders: tuple[Leader, ...] = ()
    one_off: str | None = None
    levers: tuple[Lever, ...] = ()


@dataclass(frozen=True)
class Engaging:
    """What the scenarios of one client are made from."""

    knowledge: Knowledge
    figures: Figures
    fit: FitResult
    workload: bool

    @classmethod
    def of(cls, knowledge: Knowledge, assessment: Assessment, fit: FitResult, figures: Figures) -> Engaging:
        """For one client; ``figures`` may hold numbers changed for the budget alone."""
        return cls(knowledge, figures, fit, workload_lever(knowledge, assessment) is not None)

    def leaders(self, role: str) -> tuple[Leader, ...]:
        """Whom the role fit would engage for a role: the leader a gate puts first, then the role's own, or nobody."""
        engagement, modes = self.fit.engagements[role], modes_by_id(self.knowledge)
        first = modes.get(engagement.mode)
        if first is None:
            return ()
        if first.gate is None:
            return (self.of_mode(first, role),)
        then = () if engagement.later is None else (self.of_mode(modes[engagement.later], role),)
        return (self.of_mode(first, first.roles[0]), *then)

    def of_mode(self, mode: Mode, role: str, months: tuple[str, ...] = ()) -> Leader:
        """The leader that a mode describes, for this client."""
        return leader_of_mode(self.knowledge, self.figures, mode, role, self.workload, months)


def stay() -> BudgetScenario:
    """Nothing changes: nobody is engaged, and nothing is saved."""
    return BudgetScenario(STAY, STAYING, "stay")


def with_role(engaging: Engaging, role: str) -> BudgetScenario:
    """A role as the role fit would engage it; the label says so where a gate puts somebody else first."""
    leaders = engaging.leaders(role)
    label = engaging.knowledge.role(role).name
    if leaders and modes_by_id(engaging.knowledge)[leaders[0].id].gate is not None:
        label = f"{label}, first: {leaders[0].label}"
    return BudgetScenario(role, label, "role", role, leaders)


def sequence(engaging: Engaging) -> BudgetScenario | None:
    """The path of engagements that the role fit advises; None where it has one leader only."""
    knowledge, steps = engaging.knowledge, engaging.fit.engagement.sequence
    assert knowledge.budget is not None
    rule = next((one.id for one in knowledge.engagement.sequences if one.steps == steps), None)
    path = next((one for one in knowledge.budget.plan.paths if one.sequence == rule), None)
    if path is None:
        return None
    modes = modes_by_id(knowledge)
    leaders = tuple(
        engaging.of_mode(modes[stage.mode], modes[stage.mode].roles[0], stage.months) for stage in path.stages
    )
    label = ", then ".join(leader.label for leader in leaders)
    return BudgetScenario(SEQUENCE, label, "sequence", engaging.fit.leader.role, leaders)


def own(engaging: Engaging, number: int, given: Mapping[str, Any]) -> BudgetScenario:
    """A scenario of the client's own from a checked mapping (see ``budget_part``); ``number`` counts from 1.

    What it does not say is taken from how the role fit would engage its role; without a role the leader comes from
    outside and stays to the end. Where it names neither pay nor hours nor a role, nobody is engaged.
    """
    id_ = f"{OWN}_{number}"
    levers = own_levers(id_, given, OWN_FIGURE)
    role = given.get("role")
    leader = _own_leader(engaging, id_, role, given["name"], levers)
    return BudgetScenario(
        id=id_,
        label=given["name"],
        kind="own",
        role=role,
        leaders=() if leader is None else (leader,),
        one_off=levers["one_off"].id if "one_off" in levers else None,
        levers=tuple(levers.values()),
    )


def _own_leader(
    engaging: Engaging, id_: str, role: str | None, label: str, levers: Mapping[str, Lever]
) -> Leader | None:
    usual = next(reversed(engaging.leaders(role)), None) if role else None
    if usual is None and not {"fee", "rate", "hours"} & set(levers):
        return None
    leader = usual or _from_outside(engaging, role or "")
    given = {key: lever.id for key, lever in levers.items()}
    pay: dict[str, Any] = {}
    if "fee" in given:
        pay = {"paid": "monthly", "price": given["fee"], "hours": given.get("hours", leader.hours)}
    elif {"rate", "hours"} & set(given):
        rate = given.get("rate", _hourly_rate(engaging, leader))
        pay = {"paid": "hourly", "price": rate, "hours": given.get("hours", leader.hours)}
    if pay:
        pay |= {"fee_limits": None, "load": None, "search_fee": None}
    if "hours" in given:
        pay |= {"hours_limits": None}
    if "months" in given:
        pay |= {"months": (given["months"],), "leaves": True}
    return replace(leader, id=id_, label=label, start=given.get("start", leader.start), **pay)


def _from_outside(engaging: Engaging, role: str) -> Leader:
    """A leader from outside of no particular kind, priced like the first mode of a fractional CIO by the hour."""
    mode = next(mode for mode in engaging.knowledge.engagement.modes if mode.fee == "hourly")
    return replace(engaging.of_mode(mode, role), months=())


def _hourly_rate(engaging: Engaging, leader: Leader) -> str:
    """The figure for an hour of such a leader."""
    return leader.price if leader.paid == "hourly" else engaging.knowledge.engagement.rate_check[leader.id]


def scenarios(engaging: Engaging, assessment: Assessment) -> tuple[BudgetScenario, ...]:
    """Staying, every role in the order of the role fit, the path it advises unless a role's is the same, own ones."""
    return tuple(_all(engaging, assessment))


def _all(engaging: Engaging, assessment: Assessment) -> Iterator[BudgetScenario]:
    yield stay()
    roles = [with_role(engaging, row.role) for row in engaging.fit.ranking]
    yield from roles
    path = sequence(engaging)
    if path is not None and all(path.leaders != one.leaders for one in roles):
        yield path
    taken = {STAYING, PATH}
    for role in engaging.knowledge.roles:
        taken |= {role.name, role.short}
    for number, one in enumerate(assessment.budget.get("scenarios", ()), 1):
        name = told_apart(one["name"].strip(), taken)
        taken.add(name)
        yield own(engaging, number, {**one, "name": name})


def told_apart(name: str, taken: Container[str]) -> str:
    """The name with the lowest number behind it that nothing else has; as it is where it is free.

    >>> told_apart("CTO", {"CTO", "CTO (2)"}), told_apart("Two days", {"CTO"})
    ('CTO (3)', 'Two days')
    """
    found, number = name, 2
    while found in taken:
        found, number = f"{name} ({number})", number + 1
    return found
