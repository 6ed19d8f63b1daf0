"""Every recommendation of the five seeds about hiring comes out again in what is made."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from fcio.model.answers import checked_answers
from fcio.model.areas import area_results
from fcio.model.assessment import Assessment
from fcio.model.fit import role_fit
from fcio.model.hiring.candidates import candidates
from fcio.model.hiring.kit import hiring_kit
from fcio.model.hiring.letter import letter_parts

ROOT = Path(__file__).resolve().parents[1]
ADVICE = yaml.safe_load((ROOT / "tests/cases/seed_hiring.yaml").read_text(encoding="utf-8"))["seed_hiring"]
SEEDS = {"sawyer_2024", "fractional_leadership", "cio_faq", "virtual_vs_fractional", "vcio_definition"}


def lines_of(kit):
    """Ids of everything in a kit."""
    yield from (line.id for part in (kit.agenda, kit.where, kit.references) for line in part)
    yield from (line.id for section in kit.description for line in section.lines)
    yield from (asked.id for asked in kit.questions)
    yield kit.sample.line.id
    yield from (f"scorecard.{weight.criterion}" for weight in kit.weights if weight.points)


def found_for(knowledge, model, advice):
    answers = checked_answers(knowledge, advice.get("answers", {}))
    people = [{"name": "A", "kind": "offer", **advice["candidate"]}] if "candidate" in advice else []
    client = Assessment({"name": "Example"}, date(2026, 11, 22), answers=answers, candidates=people)
    fit, areas = role_fit(model, client), area_results(knowledge, client, model.tables)
    yield from lines_of(hiring_kit(knowledge, client, fit, areas, advice["role"], model.tables))
    for row in candidates(knowledge, client, fit, areas, advice["role"], model.tables).rows:
        yield from (f"warning.{warning}" for warning in row.warnings)
    parts = letter_parts(knowledge, client, fit, advice["role"], model.tables)
    yield from (f"letter.{line.id}" for line in (*parts.decisions, *parts.postpone))


@pytest.mark.parametrize("advice", ADVICE, ids=lambda advice: advice["id"])
def test_the_advice_comes_out_again(real_knowledge, real_model, advice):
    assert advice["line"] in set(found_for(real_knowledge, real_model, advice))


def test_all_five_seeds_speak():
    assert {advice["seed"] for advice in ADVICE} == SEEDS


def test_no_advice_stands_twice():
    ids = [advice["id"] for advice in ADVICE]
    assert sorted(set(ids)) == sorted(ids)
