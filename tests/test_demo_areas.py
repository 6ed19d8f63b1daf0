"""The areas of the example firms: every one was looked at, three have a history, and no advice was bent by it."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from fcio.exchange.case_file import assessment, read_case
from fcio.model.areas import area_results, first_steps, strengths
from fcio.model.fit import role_fit
from fcio.model.snapshot_comparison import comparison

DEMOS = sorted((Path(__file__).resolve().parents[1] / "data/demo").glob("*.json"))
TODAY = date(2026, 11, 25)
YEAR = range(350, 381)


@pytest.fixture(params=DEMOS, ids=lambda path: path.stem)
def client(request, real_knowledge):
    return assessment(read_case(real_knowledge, request.param.read_bytes()), TODAY)


def test_its_areas_were_looked_at_and_leave_something_to_do(client, real_knowledge, real_model):
    result = area_results(real_knowledge, client, real_model.tables)
    assert result.overall.coverage >= 0.5
    assert result.overall.level < result.overall.high or result.overall.coverage == 1
    assert first_steps(real_knowledge, result)


def test_its_areas_do_not_change_the_first_place(client, real_model):
    with_them, without = role_fit(real_model, client), role_fit(real_model, replace(client, areas={}))
    assert with_them.leader.role == without.leader.role
    assert with_them.headline == without.headline


def test_every_firm_was_looked_at_a_year_apart(real_knowledge):
    found = []
    for path in DEMOS:
        days = [
            date.fromisoformat(s["locked_on"])
            for s in read_case(real_knowledge, path.read_bytes()).get("snapshots", ())
        ]
        assert all(day < TODAY for day in days)
        if len(days) >= 2:
            assert all((later - earlier).days in YEAR for earlier, later in pairwise(days))
            found.append(path.stem)
    assert len(found) == len(DEMOS)


def test_a_year_shows_areas_that_rose_for_certain_where_enough_is_known(client, real_knowledge, real_model):
    for before, after in pairwise(client.snapshots):
        found = comparison(real_knowledge, before, after, real_model.tables)
        assert any(row.up for row in found.areas)
        if before["results"]["overall"]["coverage"] == 1:
            assert any(row.certain == 1 and row.up for row in found.areas)


def test_most_firms_do_something_well(real_knowledge, real_model):
    clients = [assessment(read_case(real_knowledge, path.read_bytes()), TODAY) for path in DEMOS]
    praised = [c for c in clients if strengths(real_knowledge, area_results(real_knowledge, c, real_model.tables))]
    assert len(praised) > len(DEMOS) / 2


def test_weak_governance_tips_a_close_choice_toward_who_leads(real_knowledge, real_model):
    # Disclosed margins make the provider's adviser just good enough, until somebody finds that nobody governs.
    path = next(path for path in DEMOS if path.stem == "dental_group")
    dental = assessment(read_case(real_knowledge, path.read_bytes()), TODAY)
    close = replace(dental, answers={**dental.answers, "adviser_earns": "disclosed", "advice_source": "one_provider"})
    governing = real_knowledge.question("governance_gap").derived.areas
    weak = {i.id: 1 for area in real_knowledge.areas if area.id in governing for i in area.indicators}
    assert role_fit(real_model, close).leader.role == "vcio"
    assert role_fit(real_model, replace(close, areas={**close.areas, **weak})).leader.role == "fractional_cio"
