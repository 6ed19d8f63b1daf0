"""The command ``calibrate``: agreement with the published cases, printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fcio.exchange.published_cases import PublishedCase, keyword_role, keywords, published_cases
from fcio.knowledge.whole import Knowledge
from fcio.model.agreement import Bin, Labelled, Miss, agreement, calibrate, confusion, labelled, reliability
from fcio.model.clock import SETTLED
from fcio.model.fit import FitModel, role_fit
from fcio.model.rehearsal import rehearse
from fcio.model.tables import Bools, Floats, Ints
from fcio.report import agreement_words as words
from fcio.report.words import reasons

REASONS = 3


def _sure(cases: tuple[PublishedCase, ...]) -> Bools:
    return np.array([case.sure != "low" for case in cases])


def _why(knowledge: Knowledge, model: FitModel, case: PublishedCase) -> str:
    result = role_fit(model, case.assessment)
    rival = case.role if case.role != result.leader.role else result.ranking[1].role
    named = [r for r in reasons(knowledge, result, case.assessment.answers, rival) if r.question is not None]
    return "; ".join(f"{reason.text} ({reason.fit:+.1f})" for reason in named[:REASONS])


def _baselines(cases: tuple[PublishedCase, ...], data: Labelled, roles: tuple[str, ...]) -> Iterator[str]:
    sure = _sure(cases)
    role, right = words.frequent_role(roles, data.label[sure])
    yield f"Always the most frequent role ({role}): {right} of {sure.sum()}"
    rules = keywords()
    found = [keyword_role(rules, case.assessment.client["note"]) == case.role for case in cases]
    yield f"Looking for keywords only: {int(np.array(found)[sure].sum())} of {sure.sum()}"


def _summary(model: FitModel, cases: tuple[PublishedCase, ...], data: Labelled, chance: Floats) -> Iterator[str]:
    """How often the first place is right, and how often the plainest rules would be."""
    sure, pages = _sure(cases), len(set(data.page.tolist()))
    yield f"{len(cases)} published cases on {pages} pages; {sure.sum()} labels of high or medium confidence."
    high, low = (agreement(model.tables, data.points, chance, data.label, rows) for rows in (sure, ~sure))
    yield words.agreement_line("Experts, high and medium confidence", high)
    yield words.agreement_line("Experts, low confidence", low)
    yield from _baselines(cases, data, model.tables.roles)


@dataclass(frozen=True)
class Standing:
    """Agreement as a screen shows it: lines above, engaged (rows) by first [R, R], chances, misses with their why."""

    summary: tuple[str, ...]
    roles: tuple[str, ...]
    engaged_by_first: Ints
    chances: tuple[Bin, ...]
    misses: tuple[Miss, ...]
    cases: tuple[str, ...]
    whys: tuple[str, ...]


def standing(knowledge: Knowledge) -> Standing:
    """Agreement of the experts' numbers with every published case; ``cases`` and ``whys`` by index of the case."""
    model, cases = FitModel.of(knowledge), published_cases(knowledge)
    data = labelled(model, [c.assessment.answers for c in cases], [c.role for c in cases], [c.page for c in cases])
    t, chance = model.tables, calibrate(model, data, fit=False).experts.chance
    return Standing(
        summary=tuple(_summary(model, cases, data, chance)),
        roles=t.roles,
        engaged_by_first=confusion(t, data.points, data.label),
        chances=reliability(chance, data.label),
        misses=agreement(t, data.points, chance, data.label, np.ones(len(cases), dtype=bool)).misses,
        cases=tuple(case.id for case in cases),
        whys=tuple(_why(knowledge, model, case) for case in cases),
    )


def report(knowledge: Knowledge, fit: bool, clock: bool = True) -> Iterator[str]:
    """The report line by line; ``fit`` adds the fitted numbers, ``clock`` the rehearsed talks: a minute in all."""
    model, cases = FitModel.of(knowledge), published_cases(knowledge)
    data = labelled(model, [c.assessment.answers for c in cases], [c.role for c in cases], [c.page for c in cases])
    outcome = calibrate(model, data, fit)
    t, sure, everything = model.tables, _sure(cases), np.ones(len(cases), dtype=bool)
    chance = outcome.experts.chance
    yield from _summary(model, cases, data, chance)
    for name, fitted in (("Fitted with ridge", outcome.ridge), ("Fitted in whole steps", outcome.whole)):
        if fitted is not None:
            order = words.as_log_chance(fitted.left_out)
            found = agreement(t, order, fitted.left_out.chance, data.label, sure)
            yield words.agreement_line(f"{name}, one page left out, high and medium confidence", found)
            yield words.comparison_line(name, fitted)
    if outcome.whole is not None:
        yield from words.step_lines(knowledge, outcome.steps)
        yield words.shipped_line(outcome.whole)
    yield "Engaged (rows) by first (columns):"
    counts = confusion(t, data.points, data.label)
    yield from words.confusion_lines(t.roles, counts)
    yield from words.few_lines(knowledge, t.roles, counts)
    yield from words.reliability_lines(reliability(chance, data.label))
    yield "Misses:"
    whys = [_why(knowledge, model, case) for case in cases]
    yield from words.miss_lines(
        knowledge, agreement(t, data.points, chance, data.label, everything), [case.id for case in cases], whys
    )
    if clock:
        yield from _clock(model, cases)
    yield from words.BIASES


def _clock(model: FitModel, cases: tuple[PublishedCase, ...]) -> Iterator[str]:
    """Questions until the coffee clock stops, and until the certificate, on the same cases."""
    stops = [rehearse(model, case.assessment) for case in cases]
    certain = [rehearse(model, case.assessment, certainty=True) for case in cases]
    full = [role_fit(model, case.assessment).leader.role for case in cases]
    same = sum(stop.result.leader.role == role for stop, role in zip(stops, full, strict=True))
    settled = [talk for talk in certain if talk.stopped == SETTLED]
    yield words.clock_line([len(stop.asked) for stop in stops], [stop.minutes for stop in stops], same)
    yield words.certificate_line([len(talk.asked) for talk in settled], len(cases))
