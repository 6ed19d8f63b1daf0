"""People and offers compared: by hand, and what must hold for all."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fcio.knowledge.load import load
from fcio.model.answers import Refused
from fcio.model.areas import area_results
from fcio.model.fit import FitModel, role_fit
from fcio.model.hiring.candidates import candidates
from tests.strategies import a_client, real_examples

CASES = yaml.safe_load((Path(__file__).resolve().parents[2] / "cases/candidates.yaml").read_text(encoding="utf-8"))[
    "candidates"
]
KNOWLEDGE = load()
assert KNOWLEDGE.scorecard is not None
MODEL = FitModel.of(KNOWLEDGE)
CRITERIA = [one.id for one in KNOWLEDGE.scorecard.criteria]
AREAS = [area.id for area in KNOWLEDGE.areas]
EMPTY = a_client()
FIT, NO_AREAS = role_fit(MODEL, EMPTY), area_results(KNOWLEDGE, EMPTY, MODEL.tables)


def compared(people, weights=None, answers=None, role="fractional_cio", **hiring):
    """The comparison of people under these weights, those not named 0."""
    own = {"weights": {c: weights.get(c, 0) for c in CRITERIA}} if weights is not None else {}
    client = a_client(answers, candidates=people, hiring={**own, **hiring})
    return candidates(KNOWLEDGE, client, FIT, NO_AREAS, role, MODEL.tables)


def person(name, scores=None, **more):
    return {"name": name, "kind": "person", "scores": scores or {}, **more}


def told(turn):
    return [turn.candidate, turn.criterion, turn.now, turn.to, turn.becomes]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_worked_by_hand(case):
    people = [person(name, scores) for name, scores in case["candidates"].items()]
    found, expect = compared(people, case["weights"]), case["expect"]
    assert {row.name: [row.total.points, row.total.low, row.total.high] for row in found.rows} == expect["points"]
    assert [row.name for row in found.rows] == expect["order"]
    assert [list(names) for names in found.level] == expect["level"]
    for turns, wanted in ((found.score_turns, "score_turn"), (found.weight_turns, "weight_turn")):
        assert (told(turns[0]) if turns else None) == expect[wanted]


scores = st.dictionaries(st.sampled_from(CRITERIA), st.integers(0, 4))
weightings = st.dictionaries(st.sampled_from(CRITERIA), st.integers(0, 100), min_size=1).filter(
    lambda weights: any(weights.values())
)


@real_examples(30)
@given(st.lists(scores, min_size=1, max_size=4), weightings)
def test_contributions_add_up_and_the_band_holds_the_point(sheets, weights):
    found = compared([person(f"P{n}", sheet) for n, sheet in enumerate(sheets)], weights)
    for row in found.rows:
        assert sum(row.total.contributions.values()) == row.total.points
        assert 0 <= row.total.low <= row.total.points <= row.total.high <= found.most_points
        assert 0 <= row.low <= row.share <= row.high <= 100


@real_examples(30)
@given(st.lists(scores, min_size=2, max_size=4), weightings, st.data())
def test_a_better_score_never_lowers_a_candidate(sheets, weights, data):
    one = data.draw(st.sampled_from(CRITERIA))
    sheets[0][one] = data.draw(st.integers(0, 3))
    better = [{**sheets[0], one: data.draw(st.integers(sheets[0][one] + 1, 4))}, *sheets[1:]]
    place, points = [], []
    for people in (sheets, better):
        rows = compared([person(f"P{n}", sheet) for n, sheet in enumerate(people)], weights).rows
        place.append([row.name for row in rows].index("P0"))
        points.append(next(row.total.points for row in rows if row.name == "P0"))
    assert place[1] <= place[0]
    assert points[1] >= points[0]


@real_examples(20)
@given(st.lists(scores, min_size=2, max_size=3), weightings)
def test_every_turn_turns(sheets, weights):
    names = [f"P{n}" for n in range(len(sheets))]
    found = compared([person(*pair) for pair in zip(names, sheets, strict=True)], weights)
    for turn in (*found.score_turns[:3], *found.weight_turns[:3]):
        changed, weighed = dict(zip(names, sheets, strict=True)), {**dict.fromkeys(CRITERIA, 0), **weights}
        if turn.candidate is None:
            weighed[turn.criterion] = turn.to
        else:
            changed[turn.candidate] = {**changed[turn.candidate], turn.criterion: turn.to}
        again = compared([person(*pair) for pair in changed.items()], weighed)
        assert again.rows[0].name == turn.becomes != found.rows[0].name


def test_no_weight_at_all_is_refused():
    with pytest.raises(Refused, match="every weight is 0"):
        compared([person("Ann")], {})


def test_nobody_gives_an_empty_comparison():
    found = compared([])
    assert (found.rows, found.score_turns, found.weight_turns) == ((), (), ())


WARNED = [
    ({"sells": True}, "sells"),
    ({"provider": True}, "under_provider"),
    ({"price": {"amount": 2001, "per": "month"}}, "over_ceiling"),
    ({"role": "cto"}, "other_role"),
    ({"scores": {"trust": 1}}, "no_trust"),
    ({}, "too_little_known"),
    ({"covers": dict.fromkeys(AREAS, "not")}, "leaves_open"),
]


@pytest.mark.parametrize(("more", "warning"), WARNED, ids=[warning for _, warning in WARNED])
def test_a_warning_stands_beside_the_points(more, warning):
    (row,) = compared([{**person("Ann"), **more}], answers={"spend_monthly": "under_2000"}).rows
    assert warning in row.warnings


def test_nothing_to_warn_of():
    good = person("Ann", dict.fromkeys(CRITERIA, 3), price={"amount": 2000, "per": "month"}, sells=False)
    (row,) = compared([good], answers={"spend_monthly": "under_2000"}).rows
    assert row.warnings == ()


def test_a_conflict_takes_no_points_away():
    plain, torn = compared([person("Ann"), person("Bea", sells=True)]).rows
    assert plain.total == torn.total
