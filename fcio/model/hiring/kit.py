"""The hiring kit of one client for one role, every line with what put it there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fcio.knowledge.hiring import Agenda, WorkSample
from fcio.knowledge.whole import Knowledge
from fcio.model.area_result import AreasResult
from fcio.model.assessment import Assessment
from fcio.model.engagement import Engagement
from fcio.model.fit_result import FitResult
from fcio.model.hiring.because import AREA, Because, KitLine, chosen, kit_lines
from fcio.model.hiring.interview import Asked, interview, weakest
from fcio.model.hiring.weights import CriterionWeight, weights
from fcio.model.situation import Situation, situation
from fcio.model.tables import Tables, tables


@dataclass(frozen=True)
class DescriptionSection:
    """One part of the role description."""

    id: str
    title: str
    lines: tuple[KitLine, ...]


@dataclass(frozen=True)
class Sample:
    """A work sample: the task with what put it there, its hours, and what to look for."""

    line: KitLine
    hours: float
    look_for: tuple[str, ...]


@dataclass(frozen=True)
class HiringKit:
    """What is needed to hire for ``role``; with ``nobody`` set there are only the text ``instead``, steps and the
    scorecard.

    ``first`` names gates that stand above any hiring, ``missing_core`` what has to be answered before the role is
    more than provisional. ``engagement`` holds hours, months and pay with the figures they come from.
    """

    role: str
    nobody: bool
    first: tuple[str, ...]
    missing_core: tuple[str, ...]
    engagement: Engagement
    agenda: tuple[KitLine, ...]
    description: tuple[DescriptionSection, ...]
    where: tuple[KitLine, ...]
    questions: tuple[Asked, ...]
    references: tuple[KitLine, ...]
    sample: Sample | None
    instead: str
    steps: tuple[KitLine, ...]
    weights: tuple[CriterionWeight, ...]


def agenda_lines(s: Situation, agenda: Agenda, role: str, mode: str) -> tuple[KitLine, ...]:
    """The first conversation; its minutes add up exactly, since the flexible item takes what the others leave."""
    found = [(item, why) for item in agenda.items for line, why in chosen(s, (item,), role, mode) if line is item]
    rest = agenda.minutes - sum(item.minutes or 0 for item, _ in found)
    return tuple(
        KitLine(item.id, item.text, why, item.source, item.watch, rest if item.minutes is None else item.minutes)
        for item, why in found
    )


def _sample(knowledge: Knowledge, s: Situation, areas: AreasResult, role: str, mode: str) -> Sample | None:
    assert knowledge.hiring is not None
    for task, why in chosen(s, knowledge.hiring.work_samples.tasks, role, mode):
        assert isinstance(task, WorkSample)
        (line,) = kit_lines([(task, why)])
        if "{area}" in task.text:
            area = weakest(areas, 1)[0].area
            text = task.text.replace("{area}", knowledge.area(area).name)
            line = replace(line, text=text, because=Because(AREA, (area,)))
        return Sample(line, task.hours, task.look_for)
    return None


def _sections(knowledge: Knowledge, s: Situation, role: str, mode: str) -> tuple[DescriptionSection, ...]:
    assert knowledge.hiring is not None
    parts = ((part, kit_lines(chosen(s, part.lines, role, mode))) for part in knowledge.hiring.description)
    return tuple(DescriptionSection(part.id, part.title, lines) for part, lines in parts if lines)


def role_hired(assessment: Assessment, fit: FitResult, role: str | None = None) -> str:
    """The role asked for, else the one kept for hiring, else that of the plan, else the leader of the role fit."""
    return str(role or assessment.hiring.get("role") or assessment.plan.get("role") or fit.leader.role)


def hiring_kit(
    knowledge: Knowledge,
    assessment: Assessment,
    fit: FitResult,
    areas: AreasResult,
    role: str | None = None,
    t: Tables | None = None,
) -> HiringKit:
    """The kit for a role; without one for that kept in the case or the leader. ``t``: the tables, where at hand.

    >>> from datetime import date
    >>> from fcio.knowledge.load import load
    >>> from fcio.model.areas import area_results
    >>> from fcio.model.fit import FitModel, role_fit
    >>> knowledge, client = load(), Assessment({"name": "Example"}, date(2026, 11, 25))
    >>> fit, areas = role_fit(FitModel.of(knowledge), client), area_results(knowledge, client)
    >>> kit = hiring_kit(knowledge, client, fit, areas, "cto")
    >>> sum(item.minutes for item in kit.agenda), kit.sample.line.id
    (50, 'sample_product_review')
    """
    rules, card = knowledge.hiring, knowledge.scorecard
    if rules is None or card is None:
        raise ValueError("this knowledge has no hiring kit; load it from data/")
    role = role_hired(assessment, fit, role)
    s, nobody = situation(t or tables(knowledge), assessment.answers), knowledge.role(role).is_line
    edits, engagement = assessment.hiring.get("questions", {}), fit.engagements[role]
    mode = engagement.mode
    return HiringKit(
        role=role,
        nobody=nobody,
        first=tuple(v.gate.id for v in fit.gates if v.on and v.gate.effect != "mode"),
        missing_core=fit.missing_core,
        engagement=engagement,
        agenda=() if nobody else agenda_lines(s, rules.agenda, role, mode),
        description=() if nobody else _sections(knowledge, s, role, mode),
        where=() if nobody else kit_lines(chosen(s, rules.where, role, mode)),
        questions=() if nobody else interview(knowledge, s, areas, role, mode, edits),
        references=() if nobody else kit_lines(chosen(s, rules.references, role, mode)),
        sample=None if nobody else _sample(knowledge, s, areas, role, mode),
        instead=chosen(s, rules.nobody.texts, role, mode)[0][0].text if nobody else "",
        steps=kit_lines(chosen(s, rules.nobody.steps, role, mode)) if nobody else (),
        weights=weights(card, s, fit, areas, role, assessment.hiring.get("weights", {})),
    )
