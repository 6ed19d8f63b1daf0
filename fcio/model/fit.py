"""Role fit of one client: gates, ranking, bands, reasons, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from fcio.knowledge.whole import Knowledge
from fcio.model.area_needs import derived_answers
from fcio.model.assessment import Assessment
from fcio.model.completions import Bands, bands, leads_always
from fcio.model.engagement import engagements
from fcio.model.fit_result import FitResult, Headline, RoleScore
from fcio.model.flips import flips, weight_flips
from fcio.model.gates import GateVerdict, complements, gate_verdicts
from fcio.model.independence import all_conflicts
from fcio.model.next_question import askable, next_questions
from fcio.model.parameters import Figures
from fcio.model.points import Points, points, weights_in_force
from fcio.model.robustness import Draws, FirstShares, draws, first_shares, mean_needs
from fcio.model.situation import Situation, contributions, situation
from fcio.model.tables import Floats, Ints, Tables, tables
from fcio.model.talk import TalkDraws, talk_draws, talk_shares
from fcio.model.tradeoffs import client_weights


@dataclass(frozen=True)
class FitModel:
    """Knowledge compiled once for many clients: tables, fixed draws, default points."""

    tables: Tables
    draws: Draws
    talk: TalkDraws
    default_points: Points

    @classmethod
    def of(cls, knowledge: Knowledge) -> FitModel:
        """Compile; the only randomness is the seed written in the settings."""
        return cls._compiled(knowledge)

    @classmethod
    def _compiled(cls, knowledge: Knowledge) -> FitModel:
        t, settings = tables(knowledge), knowledge.settings
        rng = np.random.default_rng(settings.seed)
        talk = talk_draws(t, np.random.default_rng([settings.seed, 1]), settings.clock.draws)
        return cls(t, draws(t, rng, settings.draws, settings.weight_concentration), talk, points(t, t.weight))

    @cached_property
    def with_derived(self) -> FitModel:
        """The same with the questions that the areas answer; compiled when the first client needs it."""
        return self._compiled(self.tables.knowledge.with_derived)

    def points(self, assessment: Assessment) -> Points:
        """Points under a client's weights; the usual ones are kept ready."""
        weights = client_weights(self.tables.knowledge, assessment.tradeoffs, assessment.preferences)
        return points(self.tables, weights_in_force(self.tables, weights)) if weights else self.default_points


def with_areas(model: FitModel, assessment: Assessment) -> tuple[FitModel, Assessment]:
    """The model and the answers in force: with what follows from the areas where they are known, else as given.

    The one place where the areas meet the answers; a second call changes nothing.
    """
    derived = derived_answers(model.tables, assessment)
    if not derived:
        return model, assessment
    return model.with_derived, replace(assessment, answers={**assessment.answers, **derived})


def _ranking(
    t: Tables, p: Points, totals: Ints, span: Bands, first: FirstShares, supply: Floats
) -> tuple[RoleScore, ...]:
    unit = 100 / p.most
    order = np.argsort(-totals, kind="stable")
    return tuple(
        RoleScore(
            role=t.roles[r],
            points=int(totals[r]),
            fit=float(totals[r] * unit),
            low=float(span.low[r] * unit),
            high=float(span.high[r] * unit),
            first=float(first.jointly[r]),
            first_by_weights=float(first.weightings[r]),
            first_by_answers=float(first.completions[r]),
            supply=None if t.line[r] else float(supply[r]),
        )
        for r in order
    )


def supply_shares(t: Tables, needs: Floats, weight: Ints) -> Floats:
    """Share of the weighted need each role supplies, [R]; need that only *not yet* meets is left out."""
    suppliable = (t.strength[:, ~t.line] > 0).any(axis=1)
    weighted = needs * weight * suppliable
    full = weighted.sum() * t.strength.max()
    return np.asarray(weighted @ t.strength / full if full else np.zeros(len(t.roles)))


def _need_index(t: Tables, needs: Floats, weight: Ints) -> float:
    suppliable = (t.strength[:, ~t.line] > 0).any(axis=1)
    attainable = (t.attainable * weight)[suppliable].sum()
    return float(100 * (needs * weight)[suppliable].sum() / attainable)


def _missing_core(s: Situation) -> tuple[str, ...]:
    listed = zip(s.tables.questions, s.shown, strict=True)
    return tuple(q.id for q, shown in listed if q.core and shown and s.answers.get(q.id) is None)


def _headline(s: Situation, gates: tuple[GateVerdict, ...], missing: tuple[str, ...], leader: str) -> Headline:
    on = [verdict.gate.id for verdict in gates if verdict.on]
    if on:
        return Headline("gate", on[0])
    return Headline("too_early", missing[0]) if missing else Headline("role", leader)


def _by_question(s: Situation, rows: Ints) -> dict[str, dict[str, int]]:
    t = s.tables
    return {
        t.questions[q].id: {role: int(v) for role, v in zip(t.roles, rows[q], strict=True)}
        for q in np.flatnonzero(s.shown)
    }


def role_fit(model: FitModel, assessment: Assessment) -> FitResult:
    """Role fit of one client; the same input gives the same output on every run.

    Where the twelve areas are known, what is short in governing technology counts like an answer.
    Raises :class:`fcio.model.answers.Refused` for an unknown weight or figure.
    """
    model, assessment = with_areas(model, assessment)
    t = model.tables
    p = model.points(assessment)
    figures = Figures(t.knowledge, assessment.as_of, assessment.overrides)
    s = situation(t, assessment.answers)
    rows = contributions(s, p)
    totals = rows.sum(axis=0) + t.base
    leader = int(totals.argmax())
    needs, first = mean_needs(s), first_shares(s, model.draws, p.weight)
    talk = talk_shares(s, p, model.talk, t.knowledge.settings.clock)
    verdicts, missing = gate_verdicts(s), _missing_core(s)
    settings = t.knowledge.settings
    settled = leads_always(s, p, leader) and all(v.on for v in verdicts)
    open_gates = tuple(v.gate.when for v in verdicts if not v.on)
    asked = s.shown & np.array([question.derived is None for question in t.questions])
    answered, shown = int((asked & ~s.open).sum()), int(asked.sum())
    return FitResult(
        headline=_headline(s, verdicts, missing, t.roles[leader]),
        gates=verdicts,
        ranking=_ranking(t, p, totals, bands(s, p, totals), first, supply_shares(t, needs, p.weight)),
        contributions=_by_question(s, rows),
        base={role: int(b) for role, b in zip(t.roles, t.base, strict=True)},
        most_points=p.most,
        weights={c: int(w) for c, w in zip(t.criteria, p.weight, strict=True)},
        needs={c: float(n) for c, n in zip(t.criteria, needs, strict=True)},
        need_index=_need_index(t, needs, p.weight),
        coverage=answered / shown,
        answered=answered,
        shown=shown,
        missing_core=missing,
        settled=settled,
        stays=float(talk[leader]),
        confident=bool(talk[leader] >= settings.confident_share),
        flips=flips(s, p, totals, settings.pair_flips_per_role),
        weight_flips=weight_flips(s, needs, p.weight, leader),
        next_questions=() if settled or not askable(s).any() else next_questions(s, p, totals, open_gates, talk),
        engagements=engagements(s, figures, verdicts),
        complements=complements(s),
        conflicts=all_conflicts(s, assessment.seats.get("consultant", {})),
        derived={q.id: assessment.answers[q.id] for q in t.questions if q.derived is not None},
    )
