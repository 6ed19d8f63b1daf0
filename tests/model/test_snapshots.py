"""Locked assessments: what they keep, what the next one starts with, and that nobody changes them."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcio.exchange.case_file import MARKS
from fcio.exchange.people_parts import SEATS
from fcio.exchange.snapshot_parts import snapshots as checked_snapshots
from fcio.model.answers import Refused
from fcio.model.area_result import AT_LEAST, FROM_INTAKE
from fcio.model.areas import area_results
from fcio.model.fit import role_fit
from fcio.model.roadmap_result import Placed, Roadmap
from fcio.model.snapshots import locked, next_from, unchanged_snapshots
from tests.strategies import a_client, area_cases

DAY = date(2025, 11, 3)


def a_roadmap(**quarters):
    """A roadmap that places these initiatives."""
    placed = tuple(Placed(name, quarter, 1.0, 1.0, 1.0, False, {}) for name, quarter in quarters.items())
    return Roadmap(placed, (), (), 60.0, 5000.0, 1.0, 1.0, True)


@given(area_cases())
def test_a_locked_assessment_is_accepted_back_and_says_what_was_found(case):
    knowledge, client = case
    entry = locked(knowledge, client, DAY, "owner")
    read = checked_snapshots(knowledge, [json.loads(json.dumps(entry))], MARKS, SEATS)[0]
    least = {key for key, detail in read["area_details"].items() if detail.get("origin") == AT_LEAST}
    levels = {key: level for key, level in read["areas"].items() if key not in least}
    again = replace(client, areas=levels, answers=read["answers"])
    before, after = area_results(knowledge, client), area_results(knowledge, again)
    assert before.overall == after.overall
    assert read["results"]["overall"]["level"] == before.overall.level
    for row in before.areas:
        numbers = read["results"].get(row.area)
        assert (numbers is not None) == row.applies
        if numbers is not None:
            assert (numbers["level"], numbers["low"], numbers["high"]) == (row.level, row.low, row.high)
            assert (numbers["target"], numbers["importance"], numbers["gap"]) == (row.target, row.importance, row.gap)


@given(area_cases())
def test_the_next_assessment_starts_where_the_last_one_stood(case):
    knowledge, client = case
    entry = locked(knowledge, client, DAY, "owner")
    parts = next_from(entry)
    assert parts["areas"] == dict(client.areas)
    again = replace(client, areas=parts["areas"], answers=parts["answers"])
    assert area_results(knowledge, again) == area_results(knowledge, client)


def test_levels_told_by_the_intake_are_written_out_and_told_anew_later(real_knowledge, real_model):
    told = [
        (indicator, prefill)
        for area in real_knowledge.areas
        for indicator in area.indicators
        for prefill in indicator.prefill
        if all(test.any_of for test in prefill.when[0].values())
    ]
    for indicator, prefill in told[:5]:
        answers = {question: test.any_of[0] for question, test in prefill.when[0].items()}
        many = {q.id for q in real_knowledge.questions if q.kind == "many"}
        answers = {key: (value,) if key in many else value for key, value in answers.items()}
        entry = locked(real_knowledge, a_client(answers), DAY, "owner", real_model)
        if entry["area_details"].get(indicator.id) == {"origin": AT_LEAST if prefill.floor else FROM_INTAKE}:
            assert isinstance(entry["areas"][indicator.id], int)
        assert next_from(entry)["areas"] == {}
        assert next_from(entry)["area_details"] == {}


def test_the_entry_names_day_hand_knowledge_and_role(real_knowledge, real_model):
    core = {q.id: "dont_know" for q in real_knowledge.questions if q.core}
    client = a_client(core, areas={"recap_meeting": 2}, area_details={"recap_meeting": {"mark": "seen"}})
    entry = locked(real_knowledge, client, DAY, "consultant", real_model)
    assert (entry["id"], entry["locked_on"], entry["by"]) == ("2025-11-03", "2025-11-03", "consultant")
    assert entry["knowledge"] == real_knowledge.version
    assert entry["role"] == role_fit(real_model, client).leader.role
    assert entry["area_details"]["recap_meeting"] == {"mark": "seen"}
    assert entry["promises"] == {}


def test_no_role_is_named_before_the_core_is_answered(real_knowledge, real_model):
    assert "role" not in locked(real_knowledge, a_client(), DAY, "owner", real_model)


def test_what_is_placed_is_promised(real_knowledge, real_model):
    entry = locked(real_knowledge, a_client(), DAY, "owner", real_model, a_roadmap(one=1, two=3))
    assert entry["promises"] == {"one": 1, "two": 3}


def test_two_on_one_day_have_different_ids(real_knowledge, real_model):
    client = a_client()
    ids = []
    for _ in range(3):
        entry = locked(real_knowledge, client, DAY, "owner", real_model)
        client = replace(client, snapshots=(*client.snapshots, entry))
        ids.append(entry["id"])
    assert ids == ["2025-11-03", "2025-11-03-2", "2025-11-03-3"]


BEFORE = {"snapshots": [{"id": "a", "areas": {"x": 2}, "answers": {"plans": ["one", "two"]}}, {"id": "b"}]}


class TestALockedAssessment:
    def test_may_be_followed_by_another(self):
        unchanged_snapshots(BEFORE, {"snapshots": [*deepcopy(BEFORE["snapshots"]), {"id": "c"}]})
        unchanged_snapshots({}, BEFORE)

    def test_is_the_same_whether_its_lists_are_lists_or_tuples(self):
        after = deepcopy(BEFORE)
        after["snapshots"][0]["answers"] = {"plans": ("one", "two")}
        unchanged_snapshots(BEFORE, after)

    def test_cannot_be_dropped(self):
        with pytest.raises(Refused, match=r"^snapshots\.a: a locked assessment stays as it is; start a new one"):
            unchanged_snapshots(BEFORE, {"snapshots": [{"id": "b"}]})

    @given(st.sampled_from([1, 3, 5, "dont_know"]))
    def test_cannot_be_changed(self, level):
        after = deepcopy(BEFORE)
        after["snapshots"][0]["areas"]["x"] = level
        with pytest.raises(Refused, match=r"^snapshots\.a: "):
            unchanged_snapshots(BEFORE, after)
