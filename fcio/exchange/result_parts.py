"""The parts of a result, each as plain JSON values and as lines of text; a part that does not exist is None."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fcio.exchange.areas_json import area_lines, areas_json
from fcio.exchange.budget_json import budget_json, budget_lines
from fcio.exchange.hiring_json import hiring_json, hiring_of
from fcio.exchange.hiring_text import hiring_lines
from fcio.exchange.plan_json import plan_json, plan_lines
from fcio.exchange.result_json import Json, fit_json
from fcio.exchange.risk_json import risk_json, risk_lines
from fcio.report.headline_numbers import headline_numbers
from fcio.report.results import Results
from fcio.report.words import headline, lead_sentence, verdict

Told = tuple[object, Iterator[str]]


def _headline(found: Results) -> Told:
    numbers = headline_numbers(found)
    rows: list[Json] = [{"id": one.id, "label": one.label, "value": one.value, "text": one.text} for one in numbers]
    return rows, (f"{one.label}: {one.text}." for one in numbers)


def _fit_lines(found: Results) -> Iterator[str]:
    knowledge, result = found.knowledge, found.fit
    yield f"{headline(knowledge, result)}."
    if not result.missing_core:
        yield lead_sentence(knowledge, result).replace("*", "").replace("\\", "")
    yield verdict(result)
    for row in result.ranking:
        yield f"  {knowledge.role(row.role).short:22} {row.fit:5.1f}  ({row.low:.1f} to {row.high:.1f})"


def _fit(found: Results) -> Told:
    return fit_json(found.knowledge, found.fit), _fit_lines(found)


def _areas(found: Results) -> Told:
    return areas_json(found.knowledge, found.areas, found.roadmap), area_lines(found.knowledge, found.areas)


def _risk(found: Results) -> Told | None:
    return (
        None
        if found.risk is None
        else (risk_json(found.knowledge, found.risk), risk_lines(found.knowledge, found.risk))
    )


def _budget(found: Results) -> Told | None:
    if found.budget is None:
        return None
    return budget_json(found.budget, found.conversion), budget_lines(found.budget, found.conversion)


def _plan(found: Results) -> Told | None:
    if found.plan is None:
        return None
    return plan_json(found.plan), plan_lines(found.knowledge, found.plan, len(found.fit.missing_core))


def _hiring(found: Results) -> Told | None:
    hired = hiring_of(found)
    return None if hired is None else (hiring_json(found.knowledge, hired), hiring_lines(found.knowledge, hired))


RESULT_PARTS: dict[str, Callable[[Results], Told | None]] = {
    "headline": _headline,
    "fit": _fit,
    "areas": _areas,
    "risk": _risk,
    "budget": _budget,
    "plan": _plan,
    "hiring": _hiring,
}
